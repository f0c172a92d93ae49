//! What a formula makes: what is added is of one kind, counts or targets, with one unit, one `per`
//! and one place, and what is made by dividing and multiplying is what the series says that it feeds.

use super::Dataset;
use crate::figure::formula::{Formula, Operator};
use crate::figure::{FigureKey, Nature, Series, SeriesKey, UnitForm};
use crate::problem::Rule;

/// What is wrong with a formula, and what to write instead.
pub struct Mixed {
    /// [`Rule::FormulaSum`] or [`Rule::FormulaResult`].
    pub rule: Rule,
    /// What was found and why it matters.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// What a part of a formula is a number of: things that are multiplied, over things that divide
/// them. A thing stands as a series that counts it. Neither, of a number as written.
#[derive(Clone, Default)]
struct MadeOf {
    over: Vec<SeriesKey>,
    under: Vec<SeriesKey>,
    /// Nothing but sums of figures.
    plain: bool,
    /// Figures were multiplied with or divided by figures.
    across: bool,
}

/// What is wrong where a formula that feeds a series adds different things, or makes something that
/// the series does not say.
pub fn mixed(
    data: &Dataset,
    formula: &Formula,
    series_of: &dyn Fn(&str) -> Option<SeriesKey>,
    fed: SeriesKey,
) -> Option<Mixed> {
    match thing(data, formula, series_of) {
        Ok(made) => result(data, &made, fed),
        Err((message, hint)) => Some(Mixed { rule: Rule::FormulaSum, message, hint }),
    }
}

impl Dataset<'_> {
    /// What is wrong with the things that the formula of a row puts together.
    pub fn mixed_in_row(&self, key: FigureKey) -> Option<Mixed> {
        let figure = self.figure(key);
        let series_of = |id: &str| self.find_figure(id).map(|input| self.figure(input).series);
        let formula = figure.claim.formula()?;
        self.aimed(formula).or_else(|| mixed(self, formula, &series_of, figure.series))
    }

    /// A count and a target are added. What is missing to a target is their difference.
    fn aimed(&self, formula: &Formula) -> Option<Mixed> {
        let (operator, left, right) = match formula {
            Formula::Number(_) | Formula::Figure(_) => return None,
            Formula::Negative(inner) => return self.aimed(inner),
            Formula::Binary(operator, left, right) => (operator, left, right),
        };
        let aims = |part: &Formula, aim: bool| {
            let ids = part.figures();
            let is = |id: &&str| {
                let input = self.find_figure(id).map(|key| self.figure(key));
                input.is_some_and(|input| input.status.is_target() == aim)
            };
            !ids.is_empty() && ids.iter().all(is)
        };
        let both = |one, other| aims(one, true) && aims(other, false);
        if matches!(operator, Operator::Plus) && (both(left, right) || both(right, left)) {
            return Some(Mixed {
                rule: Rule::FormulaSum,
                message: "what was counted and a target are added, and the sum is neither".into(),
                hint:
                    "add counts to counts and targets to targets; what is missing to a target is \
                       the target minus the count"
                        .into(),
            });
        }
        self.aimed(left).or_else(|| self.aimed(right))
    }
}

fn thing(
    data: &Dataset,
    formula: &Formula,
    series_of: &dyn Fn(&str) -> Option<SeriesKey>,
) -> Result<MadeOf, (String, String)> {
    let (operator, left, right) = match formula {
        Formula::Number(_) => return Ok(MadeOf::default()),
        Formula::Figure(text) => {
            let over = series_of(text).into_iter().collect();
            return Ok(MadeOf { over, plain: true, ..MadeOf::default() });
        }
        Formula::Negative(inner) => return thing(data, inner, series_of),
        Formula::Binary(operator, left, right) => {
            (operator, thing(data, left, series_of)?, thing(data, right, series_of)?)
        }
    };
    Ok(match operator {
        Operator::Plus | Operator::Minus => {
            if let (Some(one), Some(other)) = (left.one_thing(), right.one_thing())
                && let Some(told) = added(data.series(one), data.series(other))
            {
                return Err(told);
            }
            let (plain, across) = (left.plain && right.plain, left.across || right.across);
            let of = if left.is_number() { right } else { left };
            MadeOf { plain, across, ..of }
        }
        Operator::Times => times(data, left, right),
        Operator::Over => {
            let turned = MadeOf { over: right.under, under: right.over, ..right };
            times(data, left, turned)
        }
    })
}

/// Percentages are of nothing, and what stands above and below the line is gone.
fn times(data: &Dataset, left: MadeOf, right: MadeOf) -> MadeOf {
    let things = |keys: Vec<SeriesKey>, more: Vec<SeriesKey>| -> Vec<SeriesKey> {
        let percentage = |key: &SeriesKey| UnitForm::of_percentages(&data.series(*key).unit);
        keys.into_iter().chain(more).filter(|key| percentage(key).is_none()).collect()
    };
    let across = left.across || right.across || !left.is_number() && !right.is_number();
    let (mut over, mut under) = (things(left.over, right.over), things(left.under, right.under));
    over.retain(|key| {
        let same = |other: &SeriesKey| is_one_unit(data.series(*key), data.series(*other));
        match under.iter().position(same) {
            Some(at) => {
                under.remove(at);
                false
            }
            None => true,
        }
    });
    MadeOf { over, under, plain: false, across }
}

impl MadeOf {
    fn is_number(&self) -> bool {
        self.over.is_empty() && self.under.is_empty() && !self.plain && !self.across
    }

    fn one_thing(&self) -> Option<SeriesKey> {
        match (&self.over[..], &self.under[..]) {
            ([one], []) => Some(*one),
            _ => None,
        }
    }
}

fn result(data: &Dataset, made: &MadeOf, fed: SeriesKey) -> Option<Mixed> {
    let series = data.series(fed);
    let says =
        |message: String, hint: String| Some(Mixed { rule: Rule::FormulaResult, message, hint });
    match made.one_thing() {
        Some(one) if made.plain => {
            let of = data.series(one);
            if is_one_unit(of, series) {
                return None;
            }
            let message = format!(
                "the result is a number of {}, and `{}` counts {}",
                of.unit, series.id, series.unit
            );
            says(
                message,
                format!("put it into a series of {}, or work it out from {}", of.unit, series.unit),
            )
        }
        Some(_) => None,
        None => {
            let by_nature = !matches!(series.nature, Nature::Stock | Nature::Flow | Nature::Net);
            let in_words = !series.definition.is_empty() || !series.note.is_empty();
            if !made.across || by_nature || in_words {
                return None;
            }
            let message = format!(
                "different figures are divided or multiplied, so the result need not be a number \
                 of {}, which `{}` counts",
                series.unit, series.id
            );
            let hint = format!(
                "say in the definition of `{}` how its numbers are made, or put the result into a \
                 series that is a share, a change, a growth, a rate or a ratio",
                series.id
            );
            says(message, hint)
        }
    }
}

fn is_one_unit(one: &Series, other: &Series) -> bool {
    one.unit.eq_ignore_ascii_case(&other.unit)
}

/// Why two things cannot be added, if they cannot.
fn added(one: &Series, other: &Series) -> Option<(String, String)> {
    let unit = |series: &Series| match series.per {
        Some(per) => format!("{} per {}", series.unit, per.word()),
        None => series.unit.to_string(),
    };
    let (units, places) = ([unit(one), unit(other)], [&*one.geography, &*other.geography]);
    let told = |what: &str, [left, right]: [&str; 2]| {
        format!(
            "`{}` and `{}` are added or subtracted, and their {what} differ: {left} and {right}",
            one.id, other.id
        )
    };
    if !units[0].eq_ignore_ascii_case(&units[1]) {
        let message = told("units", [&units[0], &units[1]]);
        return Some((message, "add and subtract one unit, or divide one by the other".into()));
    }
    let known = places.iter().all(|place| !place.is_empty());
    (known && !places[0].eq_ignore_ascii_case(places[1])).then(|| {
        let hint = "add and subtract counts of one place, as parts of a whole; for several places \
                    add the figure that a source states for all of them";
        (told("places", places), hint.to_string())
    })
}
