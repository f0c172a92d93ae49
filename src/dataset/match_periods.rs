//! Which figures of several series are of one period, so that a formula may put them together.

use std::collections::BTreeMap;

use super::Dataset;
use super::observe::Observation;
use super::shortfall::Lack;
use crate::figure::{Figure, FigureKey, Nature, Period, Quantity, SeriesKey, Span, Tie};
use crate::problem::Rule;

/// A series as a formula names it.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// As it stands in the formula.
    pub text: String,
    pub series: SeriesKey,
    /// Of an index: the period that is 100, whichever period is worked out.
    pub base: Option<Period>,
}

/// The figure of a leaf for one period.
pub struct Match<'m> {
    pub leaf: &'m Leaf,
    pub figure: FigureKey,
    pub disputed: bool,
}

/// A figure with no row, on its way into the data.
pub struct Made<'t> {
    pub figure: Figure<'t>,
    /// Sources differ on one of its inputs.
    pub disputed: bool,
    /// The figures that it was worked out from, as the leaves stand.
    pub inputs: Vec<FigureKey>,
}

/// Why a whole series cannot be worked out.
pub struct SeriesFault {
    pub rule: Rule,
    /// The series to blame.
    pub id: String,
    pub message: String,
    pub hint: String,
}

/// The leaves of a formula, those of an index settled.
pub struct Matcher {
    leaves: Vec<Leaf>,
    /// For each leaf its figure for the period that is 100.
    bases: Vec<Option<(FigureKey, bool)>>,
    /// The periods that may be worked out, as a figure writes each.
    periods: BTreeMap<Span, Period>,
    /// A level may be of one day inside a period: others say which period it is.
    levels_inside: bool,
}

impl Matcher {
    /// The periods are those of the counts, rates and shares of the formula; of the levels only
    /// where there is nothing else.
    pub fn new(data: &Dataset, leaves: &[Leaf]) -> Result<Matcher, SeriesFault> {
        let is_level = |leaf: &&Leaf| is_level(data.series(leaf.series).nature);
        let moving = || leaves.iter().filter(|leaf| leaf.base.is_none());
        let levels_inside = !moving().all(|leaf| is_level(&leaf));
        let mut periods = BTreeMap::new();
        for leaf in moving().filter(|leaf| !(levels_inside && is_level(leaf))) {
            for observation in data.observations_of(leaf.series) {
                let period = data.figure(observation.preferred).period;
                periods.entry(period.span()).or_insert(period);
            }
        }
        let mut bases = Vec::new();
        for leaf in leaves {
            let base = leaf.base.map(|base| base_of(data, leaf, base)).transpose()?;
            bases.push(base);
        }
        Ok(Matcher { leaves: leaves.to_vec(), bases, periods, levels_inside })
    }

    /// In time.
    pub fn periods(&self) -> impl Iterator<Item = (Span, Period)> {
        self.periods.iter().map(|(span, period)| (*span, *period))
    }

    /// The figure of each leaf for a period; the first that has none says why.
    pub fn at(&self, data: &Dataset, span: Span) -> Result<Vec<Match<'_>>, Lack> {
        let mut found = Vec::with_capacity(self.leaves.len());
        for (leaf, base) in self.leaves.iter().zip(&self.bases) {
            let (figure, disputed) = match *base {
                Some(base) => base,
                None => self.one(data, leaf, span)?,
            };
            found.push(Match { leaf, figure, disputed });
        }
        let with_base = found.iter().filter(|one| one.leaf.base.is_some());
        for base in with_base {
            let ends = [data.figure(base.figure).period.span(), span].map(|span| span.start);
            let (from, to) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let mut breaks = data.breaks_of(base.leaf.series).into_iter();
            if breaks.any(|key| {
                (from..=to).contains(&data.figure(key).period.span().start)
                    && data.figure(key).period.span().start > from
            }) {
                return Err(Lack::Break(base.leaf.series));
            }
        }
        Ok(found)
    }

    fn one(&self, data: &Dataset, leaf: &Leaf, span: Span) -> Result<(FigureKey, bool), Lack> {
        let inside = self.levels_inside && is_level(data.series(leaf.series).nature);
        let observation = match find(data, leaf.series, span, inside) {
            Fitting::One(observation) => observation,
            Fitting::None => return Err(Lack::Missing(leaf.series)),
            Fitting::Several => return Err(Lack::Several(leaf.series)),
        };
        match data.figure(observation.preferred).quantity() {
            None => Err(Lack::Silent(observation.preferred)),
            Some(Quantity::Range { .. }) => Err(Lack::Range(observation.preferred)),
            Some(_) => Ok((observation.preferred, observation.disputed)),
        }
    }

    /// A break of an input lies before the first figure that is worked out of what came after it,
    /// with its reason.
    pub fn set_breaks(&self, data: &Dataset, made: &mut [Made]) {
        for (at, leaf) in self.leaves.iter().enumerate().filter(|(_, leaf)| leaf.base.is_none()) {
            for key in data.breaks_of(leaf.series) {
                let broken = data.figure(key);
                let start = broken.period.span().start;
                let after = made
                    .iter_mut()
                    .find(|made| data.figure(made.inputs[at]).period.span().start >= start);
                let Some(Made { figure, .. }) = after else { continue };
                figure.status = figure.status.after_a_break();
                note(figure, &broken.note);
            }
        }
    }
}

/// Adds the reason of a break to those that are there.
fn note(figure: &mut Figure, reason: &str) {
    let reason = reason.trim();
    if figure.note.contains(reason) {
        return;
    }
    figure.note = match figure.note.is_empty() {
        true => reason.to_string().into(),
        false => {
            let more = reason.strip_prefix("Break:").unwrap_or(reason).trim();
            format!("{} {more}", figure.note).into()
        }
    };
}

enum Fitting<'d> {
    One(&'d Observation),
    None,
    Several,
}

/// The observation of the same days; failing that, if `inside`, the one whose days lie inside.
fn find<'d>(data: &'d Dataset, series: SeriesKey, span: Span, inside: bool) -> Fitting<'d> {
    let all = data.observations_of(series);
    let own = |one: &Observation| one.period.span();
    if let Ok(at) = all.binary_search_by_key(&span, own) {
        return Fitting::One(&all[at]);
    }
    if !inside {
        return Fitting::None;
    }
    let from = all.partition_point(|one| own(one).start < span.start);
    let mut within = all[from..]
        .iter()
        .take_while(|one| own(one).start <= span.end)
        .filter(|one| own(one).end <= span.end);
    match (within.next(), within.next()) {
        (None, _) => Fitting::None,
        (Some(one), None) => Fitting::One(one),
        _ => Fitting::Several,
    }
}

/// The figure of an index that is to be 100.
fn base_of(data: &Dataset, leaf: &Leaf, base: Period) -> Result<(FigureKey, bool), SeriesFault> {
    let id = data.series(leaf.series).id;
    let fault = |rule, message: String, hint: String| SeriesFault {
        rule,
        id: id.to_string(),
        message,
        hint,
    };
    let inside = is_level(data.series(leaf.series).nature);
    let observation = match find(data, leaf.series, base.span(), inside) {
        Fitting::One(observation) => observation,
        none => {
            let found = match none {
                Fitting::Several => format!("`{id}` has several levels inside {base}"),
                _ => format!("`{id}` has no figure for {base}"),
            };
            let message = format!("{found}, so it is not known what is 100");
            let own = data.observations_of(leaf.series).iter();
            let own = own.filter(|one| is_number(data, one)).map(|one| one.period.to_string());
            let mut own: Vec<String> = own.collect();
            let many = own.len() > 6;
            own.truncate(6);
            let hint = match own.is_empty() {
                true => format!("add a figure of `{id}`"),
                false => {
                    let more = if many { " or a later one" } else { "" };
                    format!("write a period that it has: {}{more}", own.join(", "))
                }
            };
            return Err(fault(Rule::FormulaInput, message, hint));
        }
    };
    let figure = data.figure(observation.preferred);
    let (said, why) = match figure.quantity() {
        None => ("has no number".to_string(), "so nothing can be 100"),
        Some(range @ Quantity::Range { .. }) => {
            (format!("is {range}"), "a range, which is no one number that could be 100")
        }
        Some(Quantity::One { side, value }) if side.open().is_some() => {
            (format!("is {}", side.of(*value)), "a bound, and a bound cannot be 100")
        }
        Some(quantity) if quantity.value().is_some_and(|value| value.is_zero()) => {
            ("is 0".to_string(), "and nothing can be told as a part of it")
        }
        Some(_) => return Ok((observation.preferred, observation.disputed)),
    };
    let rule = match said.as_str() {
        "is 0" => Rule::DivisionByZero,
        _ => Rule::FormulaInput,
    };
    let message = format!("`{}`, the figure for {base}, {said}, {why}", figure.id);
    Err(fault(rule, message, "take another period as 100".to_string()))
}

fn is_number(data: &Dataset, observation: &Observation) -> bool {
    let quantity = data.figure(observation.preferred).quantity();
    quantity.is_some_and(|quantity| {
        matches!(quantity, Quantity::One { side, value } if side.open().is_none() && !value.is_zero())
    })
}

/// Is a series of this nature true at dates, so that one date stands for a period around it?
fn is_level(nature: Nature) -> bool {
    nature.tie() == Tie::Date
}
