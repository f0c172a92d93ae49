//! What is told of a series that is worked out whole: once, and not for each figure.

use super::shown::Shown;
use super::teller::Teller;
use crate::dataset::{Lack, Shortfall};
use crate::figure::formula::{Operator, Term, split_derived_id};
use crate::figure::{FigureKey, Formula, Period, SeriesKey};

/// So many periods of a kind are named one by one.
const NAMED_ALONE: usize = 2;

/// The formula of what a layer shows, if its series has one.
pub fn formula<'d>(teller: &Teller<'d, '_>, shown: &Shown) -> Option<&'d Formula> {
    teller.series(shown.series).formula.as_deref()
}

/// The formula in words, each series with the numbers of the sources that state it.
pub fn arithmetic(teller: &Teller, shown: &Shown) -> Option<String> {
    let formula = formula(teller, shown)?;
    let mut cited: Vec<SeriesKey> = Vec::new();
    Some(formula.write(&mut |term| match term {
        Term::Operator(operator) => sign(teller, operator).to_string(),
        Term::Number(number) => teller.language().full(number),
        Term::Figure(text) => {
            let (id, base) = match split_derived_id(text) {
                Some((id, base)) => (id, Some(base)),
                None => (text, None),
            };
            let Some(series) = teller.find_series(id) else { return text.to_string() };
            let title = title(teller, formula, series);
            let said = match base {
                Some(base) => teller.says().number_when(title, teller.when(series, base)),
                None => title,
            };
            if cited.contains(&series) {
                return said;
            }
            cited.push(series);
            let marks = teller.mark_all(&inputs_of(teller, shown, series));
            if marks.is_empty() { said } else { format!("{said} {marks}") }
        }
    }))
}

/// An operator as readers know it.
pub fn sign(teller: &Teller, operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "+",
        Operator::Minus => teller.language().numerals.minus,
        Operator::Times => "×",
        Operator::Over => "÷",
    }
}

/// What else a reader must know of it: which day a level is of, where sources differ on what went
/// in, and for which periods there is no figure.
pub fn remarks(teller: &Teller, shown: &Shown) -> Vec<String> {
    let Some(formula) = formula(teller, shown) else { return Vec::new() };
    let mut told = Vec::new();
    let mut known: Vec<SeriesKey> = Vec::new();
    for text in formula.figures() {
        let Some(series) = teller.find_series(text).filter(|key| !known.contains(key)) else {
            continue;
        };
        known.push(series);
        told.extend(levels(teller, shown, formula, series));
    }
    let disputed = shown.observed.iter().filter(|observed| observed.disputed);
    let disputed: Vec<Period> = disputed.map(|observed| observed.period).collect();
    if !disputed.is_empty() {
        told.push(teller.notes().inputs_disputed(periods(teller, shown.series, &disputed)));
    }
    let mut lacking: Vec<(String, Vec<Period>)> = Vec::new();
    for shortfall in &shown.shortfalls {
        let why = why(teller, formula, shortfall);
        match lacking.iter_mut().find(|(known, _)| *known == why) {
            Some((_, periods)) => periods.push(shortfall.period),
            None => lacking.push((why, vec![shortfall.period])),
        }
    }
    told.extend(lacking.into_iter().map(|(why, lacking)| {
        teller.notes().not_worked_out(periods(teller, shown.series, &lacking), why)
    }));
    told
}

/// The days inside the periods that the figures of a level are of.
fn levels(teller: &Teller, shown: &Shown, formula: &Formula, series: SeriesKey) -> Option<String> {
    let mut days: Vec<Period> = Vec::new();
    for observed in &shown.observed {
        for key in teller.worked_out_of(observed.figure) {
            let input = teller.figure(key);
            let inside = input.series == series && input.period.span() != observed.span();
            if inside && observed.span().overlaps(input.period.span()) {
                days.push(input.period);
            }
        }
    }
    let (first, last) = (*days.first()?, *days.last()?);
    let title = title(teller, formula, series);
    let language = teller.language();
    let called = |period: Period| {
        let day = period.span().end;
        language.dates.day_and_month(day.day_of_month(), language.month(day.month()))
    };
    let one_day = days.iter().all(|day| {
        day.span().days() == 1 && called(*day) == called(first) && !day.is_approximate()
    });
    Some(match (days.len(), one_day) {
        (1, _) => teller.notes().level_of(title, teller.period(series, first)),
        (_, true) => teller.notes().level_of_day(title, called(first)),
        _ => teller.notes().level_of(
            title,
            language.dates.from_to(teller.period(series, first), teller.period(series, last)),
        ),
    })
}

fn why(teller: &Teller, formula: &Formula, shortfall: &Shortfall) -> String {
    let says = teller.notes();
    let of = |key: FigureKey| title(teller, formula, teller.named(key).series);
    match &shortfall.lack {
        Lack::Missing(series) => says.no_figure_of(title(teller, formula, *series)),
        Lack::Silent(figure) => says.no_number_of(of(*figure)),
        Lack::Range(figure) => says.range_of(of(*figure)),
        Lack::Several(series) => says.several_levels_of(title(teller, formula, *series)),
        Lack::Zero => says.divides_by_zero().to_string(),
        Lack::Opposed => says.opposed_bounds().to_string(),
        Lack::TooLong => says.too_long().to_string(),
        Lack::Break(series) => says.break_before_the_base(title(teller, formula, *series)),
    }
}

/// The title of a series, with its place where another of the formula has the same title.
fn title(teller: &Teller, formula: &Formula, key: SeriesKey) -> String {
    let series = teller.series(key);
    let others = formula.figures().into_iter().filter_map(|text| teller.find_series(text));
    let alike = |other: SeriesKey| other != key && teller.series(other).title == series.title;
    match others.into_iter().any(alike) && !series.geography.is_empty() {
        true => format!("{} ({})", series.title, series.geography),
        false => series.title.to_string(),
    }
}

/// The figures of a series that the figures of a layer were worked out of, each once.
fn inputs_of(teller: &Teller, shown: &Shown, series: SeriesKey) -> Vec<FigureKey> {
    let mut inputs: Vec<FigureKey> = Vec::new();
    for observed in &shown.observed {
        for key in teller.worked_out_of(observed.figure) {
            if teller.figure(key).series == series && !inputs.contains(&key) {
                inputs.push(key);
            }
        }
    }
    inputs
}

/// `2018`, `2018 and 2020`, `2010 to 2014 and 2018`: those that follow one another as one.
fn periods(teller: &Teller, series: SeriesKey, periods: &[Period]) -> String {
    let follows = |one: &Period, next: &Period| one.span().end.next() == next.span().start;
    let mut said = Vec::new();
    for run in periods.chunk_by(follows) {
        match run {
            [first, .., last] if run.len() > NAMED_ALONE => {
                said.push(teller.first_to_last(series, *first, *last));
            }
            few => said.extend(few.iter().map(|period| teller.period(series, *period))),
        }
    }
    teller.language().list(&said)
}
