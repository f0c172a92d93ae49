//! What stands beside a mark, and which marks must be labelled.

use rust_decimal::Decimal;

use crate::chart::label::{Label, LabelPart, Says};
use crate::chart::layer::Point;
use crate::chart::mark::{Body, Joins, Mark};
use crate::chart::spec::LabelChoice;
use crate::chart::tone::Tone;
use crate::figure::Quantity;
use crate::figure::bounds::number;

/// All of a line of up to so many points have labels while its panel has no more than so many.
const ON_A_LINE: usize = 6;
const IN_A_PANEL: usize = 12;
/// So many points of a small multiple have all their labels.
const IN_A_SMALL_PANEL: usize = 4;

/// The text of a label; who said it, what stands below it and its rank come later.
pub fn label(tone: Tone, quantity: &Quantity, derived: bool) -> Label {
    let ends = match tone.rounded(quantity, derived) {
        Quantity::Range { low, high } => Some((tone.number(low), tone.number(high))),
        _ => None,
    };
    Label {
        value: tone.parts(quantity, derived),
        ends,
        required: true,
        must: true,
        priority: 1,
        ..Label::default()
    }
}

/// The label of a target says so, before its number; and what is said of the number stays with it.
pub fn aim(label: &mut Label, word: &str) {
    for part in label.value.iter_mut().filter(|part| part.says == Says::Qualifier) {
        part.says = Says::Status;
    }
    if let Some(first) = label.value.first_mut() {
        first.joint = " ";
    }
    label.value.insert(0, LabelPart::new(Says::Status, word, ""));
    label.ends = None;
    label.priority = 5;
}

/// A target that goes on from period to period has one label, at the last.
pub fn once(targets: &mut [Point]) {
    for at in 1..targets.len() {
        let (before, rest) = targets.split_at_mut(at);
        let (Some(one), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        if one.quantity == next.quantity
            && one.label.cite == next.label.cite
            && one.provisional == next.provisional
            && one.span.end.next() == next.span.start
        {
            one.label = Label::default();
        }
    }
}

/// Which labels the points of a layer have.
pub struct Labelling<'l> {
    /// What the spec asks for.
    pub choice: LabelChoice,
    /// A line has so many points, or its panel so many labels, that only some are labelled.
    pub some: bool,
    /// Its bars are labelled in the place of the grid: all of them, or some.
    pub bars: bool,
    /// Beside a break, or provisional in words alone.
    pub kept: &'l dyn Fn(usize) -> bool,
    /// The title has its number.
    pub in_title: &'l dyn Fn(usize) -> bool,
    /// It is emphasised by itself, and its series is not.
    pub alone: &'l dyn Fn(usize) -> bool,
    /// It belongs to a line that stands back, of which only the end has a label.
    pub behind: &'l dyn Fn(usize) -> bool,
    /// There are more series than colours: not each that stands back has room for its name.
    pub crowded: bool,
    /// Its bars are parts of a whole: each has its label where that has room within it.
    pub stacked: bool,
}

/// Has a layer too many points, or its panel too many labels, for each to have its own?
pub fn only_some(mark: Mark, points: usize, in_panel: usize, small: bool) -> bool {
    match small {
        _ if mark.traits().body == Body::Row => false,
        true => points > IN_A_SMALL_PANEL,
        false => {
            in_panel > IN_A_PANEL || mark.traits().joins == Joins::Points && points > ON_A_LINE
        }
    }
}

impl Labelling<'_> {
    /// Says of every point whether it has a label, whether that must be there, and how soon it is
    /// placed: last, first, highest, lowest, of the title, disputed or beside a break, the rest.
    pub fn rank(&self, points: &mut [Point]) {
        let last = points.len().saturating_sub(1);
        let highest = extreme(points, |quantity| {
            let bounds = quantity.bounds();
            number(bounds.high).or(number(bounds.low))
        });
        let lowest = extreme(points, |q| {
            let bounds = q.bounds();
            number(bounds.low)
                .or(number(bounds.high))
                .and_then(|number| Decimal::ZERO.checked_sub(number))
        });
        for (at, point) in points.iter_mut().enumerate() {
            let says = |what: &Says| point.label.below.iter().any(|part| part.says == *what);
            let behind = (self.behind)(at);
            // Of bars among parts the shape says that one is a forecast, and the key.
            let forecast = point.forecast && !self.stacked;
            let told = forecast || point.disputed || (self.alone)(at) || says(&Says::Remark);
            let must = told || !behind && (self.kept)(at);
            // Nothing else says what the line is, or that its period is of another length.
            let named = !(behind && self.crowded) && at == last && says(&Says::Name);
            let dated = says(&Says::Period) && !self.some;
            let priority = match () {
                () if at == last => 7,
                () if at == 0 => 6,
                () if Some(at) == highest => 5,
                () if Some(at) == lowest => 4,
                () if (self.in_title)(at) || point.disputed => 3,
                () if must => 2,
                () => 1,
            };
            let chosen = match self.choice {
                LabelChoice::None => false,
                _ if behind => at == last || (self.in_title)(at),
                LabelChoice::Usual => !self.some || priority > 1,
                LabelChoice::All => true,
                LabelChoice::Ends => at == 0 || at == last,
            };
            let label = &mut point.label;
            if !(chosen || must || named) {
                *label = Label::default();
                continue;
            }
            if behind {
                let must = must || named;
                (label.must, label.required, label.priority) =
                    (must, must, if must { 2 } else { 1 });
                continue;
            }
            let asked = self.choice != LabelChoice::Usual || self.bars && !self.some;
            label.must = must || named || dated || self.choice == LabelChoice::All;
            label.required = match self.stacked {
                true => label.must || self.choice == LabelChoice::Ends || (self.in_title)(at),
                false => label.must || asked || priority > 1,
            };
            label.priority = priority;
        }
    }
}

/// The first point with the greatest measure.
fn extreme(points: &[Point], measure: impl Fn(&Quantity) -> Option<Decimal>) -> Option<usize> {
    let mut best: Option<(Decimal, usize)> = None;
    for (at, point) in points.iter().enumerate() {
        let Some(size) = measure(&point.quantity) else { continue };
        if best.is_none_or(|(greatest, _)| size > greatest) {
            best = Some((size, at));
        }
    }
    best.map(|(_, at)| at)
}
