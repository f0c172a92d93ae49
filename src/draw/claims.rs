//! Claims side by side: a row for each, with who states it at the left and the number on an axis
//! from zero. Every label has a row of its own, so none can meet another.

use super::glyph::across::across;
use super::glyph::arrow::{ARROW, within};
use super::glyph::brush::Brush;
use super::glyph::finish::{ACROSS, Caveat};
use super::scene::{Anchor, Area, Form, Paint, Role, Scene, Shape, Spot};
use super::style::Style;
use super::text::{self, Face, LINE, Line};
use super::unfit::Unfit;
use super::value_axis::{ValueAxis, float};
use crate::chart::{ClaimRow, Panel, Standing};
use crate::figure::{Quantity, Way};

/// Between the rows, above and below the words of each.
const PADDING: f64 = 7.0;
/// The least a row is high where mark and words stand side by side.
const ROW: f64 = 30.0;
/// Below this width the words stand above their mark.
const SIDE_BY_SIDE: f64 = 430.0;
/// The share of the width that the words may take, and the label of a value beside the mark.
const WORDS: f64 = 0.42;
const VALUE: f64 = 0.4;
/// From the words to the axis, and from the axis to the first mark.
const APART: f64 = 14.0;
const INSET: f64 = 6.0;
/// Between a mark and its label.
const ASIDE: f64 = 8.0;
const RADIUS: f64 = 4.5;
/// From the base line down to the labels of the axis.
const DROP: f64 = 17.0;
/// How far the last of them may stick out.
const OVERHANG: f64 = 8.0;

/// A panel of claims with its axis and its place on the page.
pub(super) struct ClaimsPlot<'c> {
    pub area: Area,
    colour: usize,
    values: ValueAxis,
    rows: Vec<ClaimLine<'c>>,
    /// From where to where values lie.
    left: f64,
    right: f64,
    /// The words stand above their mark.
    stacked: bool,
}

struct ClaimLine<'c> {
    claim: &'c ClaimRow,
    who: Vec<Line>,
    remark: Vec<Line>,
    said: Vec<Line>,
    height: f64,
}

impl<'c> ClaimsPlot<'c> {
    /// Sets the words; the height follows from them.
    pub fn plan(
        panel: &Panel,
        (colour, claims): (usize, &'c [ClaimRow]),
        area: Area,
        style: &Style,
    ) -> Result<ClaimsPlot<'c>, Unfit> {
        let numbers = claims.iter().filter_map(|claim| claim.quantity.as_ref());
        let values =
            ValueAxis::across(numbers.flat_map(Quantity::numbers), panel, style.small.language);
        let stacked = area.width() < SIDE_BY_SIDE;
        let room = if stacked { area.width() } else { area.width() * WORDS };
        let set =
            |text: &str, face: Face, room: f64| text::wrap(text, face, room, text::Wrapping::Full);
        let words: Vec<(Vec<Line>, Vec<Line>)> = claims
            .iter()
            .map(|claim| {
                let who = set(&claim.who_cited(), face(claim, style), room);
                (who, set(&claim.remark, style.below, room))
            })
            .collect();
        let lines = || words.iter().flat_map(|(who, remark)| who.iter().chain(remark));
        let widest = lines().map(|line| line.reserved).fold(0.0, f64::max);
        let left = if stacked { area.left } else { area.left + widest + APART };
        let free = area.right - left - 2.0 * INSET;
        let rows: Vec<ClaimLine> = claims
            .iter()
            .zip(words)
            .map(|(claim, (who, remark))| {
                let said = set(&claim.said, style.label, free * VALUE);
                let height = |lines: usize, face: Face| lines as f64 * face.size * LINE;
                let words = height(who.len() + remark.len(), style.below);
                let mark = height(said.len(), style.label).max(2.0 * RADIUS);
                let height = if stacked { words + mark + 2.0 } else { words.max(mark) };
                ClaimLine { claim, who, remark, said, height: (height + 2.0 * PADDING).max(ROW) }
            })
            .collect();
        let mut planned = ClaimsPlot {
            area,
            colour,
            values,
            rows,
            left: left + INSET,
            right: area.right,
            stacked,
        };
        planned.right = planned.left + planned.width_for_labels(free);
        match planned.rows.iter().find(|row| !planned.shows(row.claim)) {
            Some(row) => Err(Unfit::Outside { what: row.claim.figure.clone() }),
            None => Ok(planned),
        }
    }

    /// How wide the axis may be so that every label finds room to the right of its mark.
    fn width_for_labels(&self, free: f64) -> f64 {
        let mut width = free;
        for row in &self.rows {
            let label = row.said.iter().map(|line| line.reserved).fold(0.0, f64::max);
            let (share, arrow) = match &row.claim.quantity {
                Some(quantity) => (self.share(right_end(quantity)), over_at_least(quantity)),
                None => (0.0, 0.0),
            };
            if share > 0.0 {
                width = width.min((free - label - arrow - ASIDE - RADIUS) / share);
            }
        }
        width.max(free * 0.3)
    }

    fn shows(&self, claim: &ClaimRow) -> bool {
        let numbers = claim.quantity.iter().flat_map(|quantity| quantity.numbers());
        numbers.into_iter().all(|number| self.values.shows(float(number)))
    }

    /// How high the rows are together.
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|row| row.height).sum()
    }

    fn share(&self, value: f64) -> f64 {
        self.values.share(value)
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.share(value) * (self.right - self.left)
    }

    pub fn draw(&self, style: &Style, scene: &mut Scene) {
        self.labels_below(style, scene);
        let spare = (self.area.height() - self.height()) / self.rows.len().max(1) as f64;
        let mut top = self.area.top;
        for (at, row) in self.rows.iter().enumerate() {
            let bottom = top + row.height + spare;
            if at > 0 {
                let (from, to) =
                    (Spot { x: self.area.left, y: top }, Spot { x: self.area.right, y: top });
                let paint = Paint::stroke(style.theme.grid, 1.0);
                scene.shapes.push(Shape::new(Role::Grid, Form::Line(from, to), paint));
            }
            self.row(row, (top, bottom), style, scene);
            top = bottom;
        }
    }

    /// The round values, below the last row.
    fn labels_below(&self, style: &Style, scene: &mut Scene) {
        let mut taken = f64::NEG_INFINITY;
        for tick in &self.values.ticks {
            let line = Line::new(tick.label.as_str(), style.small);
            let half = line.reserved / 2.0;
            let x = self.x(tick.value);
            let x = x.min(self.area.right + OVERHANG - half).max(self.area.left - 2.0 + half);
            if x - half > taken + ASIDE {
                taken = x + half;
                let at = Spot { x, y: self.area.bottom + DROP };
                let (face, colour) = (style.small, style.theme.muted);
                scene.write(Role::TickLabel, line, at, Anchor::Middle, face, colour);
            }
        }
    }

    /// Upright lines at the round values, as high as the mark of a row has room.
    fn grid(&self, (top, bottom): (f64, f64), style: &Style, scene: &mut Scene) {
        let theme = &style.theme;
        for tick in &self.values.ticks {
            let x = self.x(tick.value);
            let line = Form::Line(Spot { x, y: top }, Spot { x, y: bottom });
            let (role, colour) = match tick.value == self.values.base {
                true => (Role::Axis, theme.axis),
                false => (Role::Grid, theme.grid),
            };
            scene.shapes.push(Shape::new(role, line, Paint::stroke(colour, 1.0)));
        }
    }

    fn row(&self, row: &ClaimLine, (top, bottom): (f64, f64), style: &Style, scene: &mut Scene) {
        let pitch = style.below.size * LINE;
        let words = pitch * (row.who.len() + row.remark.len()) as f64;
        let (start, room) = match self.stacked {
            true => {
                let start = top + PADDING + (bottom - top - row.height) / 2.0;
                (start, (start + words + 2.0, bottom))
            }
            false => ((top + bottom - words) / 2.0, (top, bottom)),
        };
        self.grid(room, style, scene);
        let first = scene.shapes.len();
        self.words(row, start, style, scene);
        let middle = match self.stacked {
            true => room.0 + (row.height - words - 2.0 * PADDING) / 2.0,
            false => (top + bottom) / 2.0,
        };
        let from = match &row.claim.quantity {
            Some(quantity) => {
                self.mark(row.claim, quantity, middle, style, scene);
                self.x(right_end(quantity)) + self.over(quantity) + RADIUS + ASIDE
            }
            None => self.left + ASIDE,
        };
        self.label(row, Spot { x: from, y: middle }, style, scene);
        // What was drawn but for the ground stands for the figure.
        for shape in scene.shapes[first..].iter_mut().filter(|one| one.role != Role::Backing) {
            shape.figure = Some(row.claim.figure.clone());
        }
    }

    /// Who states it, and what is to be known of that.
    fn words(&self, row: &ClaimLine, mut y: f64, style: &Style, scene: &mut Scene) {
        let low = row.claim.standing == Standing::Superseded;
        let ink = if low { style.theme.muted } else { style.theme.ink };
        let who = row.who.iter().map(|line| (line, face(row.claim, style), ink));
        let remark = row.remark.iter().map(|line| (line, style.below, style.theme.muted));
        let pitch = style.below.size * LINE;
        for (line, face, colour) in who.chain(remark) {
            let at = Spot { x: self.area.left, y: y + pitch * 0.8 };
            scene.write(Role::Label, line.clone(), at, Anchor::Start, face, colour);
            y += pitch;
        }
    }

    fn label(&self, row: &ClaimLine, at: Spot, style: &Style, scene: &mut Scene) {
        let (face, pitch) = (style.label, style.label.size * LINE);
        let height = pitch * row.said.len() as f64;
        let width = row.said.iter().map(|line| line.width).fold(0.0, f64::max);
        let top = at.y - height / 2.0;
        let crosses = |tick: f64| at.x - 3.0 < tick && tick < at.x + width + 3.0;
        if self.values.ticks.iter().any(|tick| crosses(self.x(tick.value))) {
            let (left, right) = (at.x - 3.0, at.x + width + 3.0);
            let area = Area { left, right, top, bottom: top + height };
            let paint = Paint::fill(scene.background);
            scene.shapes.push(Shape::new(Role::Backing, Form::Rect(area), paint));
        }
        let silent = row.claim.quantity.is_none();
        let faded = silent || row.claim.standing == Standing::Superseded;
        let colour = if faded { style.theme.muted } else { style.theme.pair(self.colour).text };
        for (place, line) in row.said.iter().enumerate() {
            let baseline = top + pitch * (place as f64 + 0.8);
            let at = Spot { x: at.x, y: baseline };
            let role = if silent { Role::Gap } else { Role::Label };
            scene.write(role, line.clone(), at, Anchor::Start, face, colour);
        }
    }

    fn mark(
        &self,
        claim: &ClaimRow,
        quantity: &Quantity,
        y: f64,
        style: &Style,
        scene: &mut Scene,
    ) {
        let theme = &style.theme;
        let superseded = claim.standing == Standing::Superseded;
        let brush = Brush {
            colour: if superseded { theme.axis } else { theme.pair(self.colour).mark },
            ground: theme.background,
            finish: Caveat::of_claim(claim).finish(),
            marker: theme.marker(self.colour),
            hatch: theme.hatch(self.colour),
            apart: true,
        };
        Caveat::of_claim(claim).report(quantity, &ACROSS, &mut scene.signs);
        across(scene, quantity, y, (&brush, RADIUS), |value| self.x(value), self.left);
    }

    /// How far an arrow reaches over the greatest number.
    fn over(&self, quantity: &Quantity) -> f64 {
        let room = || within(self.x(right_end(quantity)) - self.left);
        match quantity.open() {
            Some(Way::Up) => ARROW,
            Some(Way::Down) if room().is_none() => ARROW,
            _ => 0.0,
        }
    }
}

/// The preferred one stands out.
fn face(claim: &ClaimRow, style: &Style) -> Face {
    Face { bold: claim.standing == Standing::Preferred, ..style.below }
}

/// The greatest number of a quantity.
fn right_end(quantity: &Quantity) -> f64 {
    quantity.numbers().into_iter().max().map_or(0.0, float)
}

/// How far an arrow reaches over it; one onto a dot at the left end is never in the way.
fn over_at_least(quantity: &Quantity) -> f64 {
    if quantity.open() == Some(Way::Up) { ARROW } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Against, Chart, Scale, Ticks};
    use crate::draw::{fixtures, text};
    use crate::figure::Side;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn quantity() -> impl Strategy<Value = Quantity> {
        let number = || (-2_000_000i64..90_000_000_000, 0u32..8);
        (number(), number(), 0..5).prop_map(|(one, other, kind)| {
            let of = |(digits, scale): (i64, u32)| Decimal::new(digits, scale);
            let (low, high) = (of(one).min(of(other)), of(one).max(of(other)));
            match kind {
                0 => Side::Exact.of(low),
                1 => Side::About.of(high),
                2 => Side::AtLeast.of(low),
                3 => Side::AtMost.of(high),
                _ => Quantity::Range { low, high },
            }
        })
    }

    fn chart(rows: Vec<(Option<Quantity>, String)>, beside: bool) -> Chart {
        let claim = |(at, (quantity, who)): (usize, (Option<Quantity>, String))| ClaimRow {
            figure: format!("f{at}"),
            said: quantity.as_ref().map_or("confidential".into(), |quantity| {
                crate::locale::EN_GB
                    .quantity(quantity, |number, _| crate::locale::EN_GB.full(number))
            }),
            quantity,
            derived: false,
            forecast: at == 1,
            standing: if at == 0 { Standing::Preferred } else { Standing::Differs },
            who: format!("{who}, 30 September 2021"),
            cite: format!("[{at}]"),
            remark: format!("differs, relaying {who}"),
        };
        let claims = rows.into_iter().enumerate().map(claim).collect();
        let mut panel = fixtures::panel_of("Who says what", Scale::Linear, Ticks::Instants, vec![]);
        panel.form = Against::Claims { colour: 0, claims };
        let panels = if beside { vec![panel.clone(), panel] } else { vec![panel] };
        fixtures::chart("Claims", "of many", panels)
    }

    proptest! {
        #[test]
        fn no_two_words_meet_and_all_lie_within(
            rows in prop::collection::vec(
                (prop::option::weighted(0.9, quantity()), "[A-Za-z]{1,14}( [A-Za-z]{1,14}){0,6}"),
                1..14,
            ),
            beside: bool,
        ) {
            let chart = chart(rows, beside);
            let scene = crate::draw::draw(&chart, &Style::default()).unwrap();
            let roles = [Role::Title, Role::Subtitle, Role::PanelTitle, Role::Label, Role::Gap,
                Role::TickLabel];
            let texts: Vec<Area> =
                scene.texts(&roles).map(|(_, text)| text.area(text::SLACK)).collect();
            let page = Area { left: 0.0, top: 0.0, right: scene.width, bottom: scene.height };
            for (at, one) in texts.iter().enumerate() {
                prop_assert!(page.contains(one), "{one:?} outside {page:?}");
                let inner = |area: &Area| area.grown(-0.6);
                let other = texts[at + 1..].iter().find(|other| inner(one).overlaps(&inner(other)));
                prop_assert!(other.is_none(), "{one:?} on {other:?}");
            }
            for mark in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
                prop_assert!(page.contains(&mark.area()), "{mark:?}");
                let label = texts.iter().find(|text| text.grown(-1.0).overlaps(&mark.area()));
                prop_assert!(label.is_none(), "{mark:?} under {label:?}");
            }
        }
    }
}
