use rust_decimal::Decimal;

use super::numbers::numbers;
use crate::dataset::Dataset;
use crate::figure::{FigureKey, Rank, Series, SeriesKey};
use crate::problem::{Problem, Rule};

/// # fraction (advice)
///
/// Percentages are written as percent: 3, not 0.03. A number that lies far below all others of its
/// series, and would be one of them a hundred times over, was likely typed as a fraction, and so
/// were those of a share that never exceeds 1. A note on the row, or on the series, answers it, and so
/// do words of the source that say percent.
pub fn fraction(data: &Dataset) -> Vec<Problem> {
    let mut known: Vec<Vec<Number>> = vec![Vec::new(); data.series.len()];
    for (figure, stated) in data.figures() {
        if !data.series(stated.series).nature.is_percent() || stated.rank == Rank::Superseded {
            continue;
        }
        let says = says_percent(&stated.stated);
        let own = numbers(stated).map(|(column, value)| Number { figure, column, value, says });
        known[stated.series.index()].extend(own.filter(|number| !number.value.is_zero()));
    }
    let of = |(at, numbers): (usize, &Vec<Number>)| {
        let series = data.series(SeriesKey(at as u32));
        let numbers: Vec<Number> = match small(series, numbers) {
            true => numbers.iter().copied().filter(|number| !number.says).collect(),
            false => numbers.clone(),
        };
        let numbers = &numbers;
        if small(series, numbers) {
            whole_series(data, series, numbers)
        } else {
            single(data, numbers)
        }
    };
    known.iter().enumerate().flat_map(of).collect()
}

/// A number that is not zero, and the cell that states it.
#[derive(Clone, Copy)]
struct Number {
    figure: FigureKey,
    column: &'static str,
    value: Decimal,
    /// Its source says that it is percent, or a part of a whole.
    says: bool,
}

/// Do the words of a source say that its number is percent: `less than 1%`, `1 in 1,000`?
fn says_percent(stated: &str) -> bool {
    let words = format!(" {}", stated.to_lowercase());
    ["%", "per cent", "percent", "pct", "one in ", " 1 in ", " out of "]
        .iter()
        .any(|sign| words.contains(sign))
}

impl Number {
    fn size(&self) -> Decimal {
        self.value.abs().normalize()
    }

    fn percent(&self) -> Decimal {
        (self.value * Decimal::ONE_HUNDRED).normalize()
    }
}

/// Are all numbers fractions? Of changes only where they are more precise than a tenth of a
/// percent would be: many are small.
fn small(series: &Series, numbers: &[Number]) -> bool {
    let within = numbers.iter().all(|number| number.size() <= Decimal::ONE);
    let precise = || numbers.len() > 1 && numbers.iter().any(|number| number.size().scale() > 2);
    within && (!series.nature.tells_changes() || precise())
}

fn whole_series(data: &Dataset, series: &Series, numbers: &[Number]) -> Vec<Problem> {
    let Some(first) = numbers.first().filter(|_| series.note.is_empty()) else { return Vec::new() };
    let message = format!(
        "no number of `{}` is above 1, and percentages are written as percent: does {} mean {} percent?",
        series.id,
        first.value.normalize(),
        first.percent()
    );
    let write = match data.has_row(first.figure) {
        true => format!("write {} if it does, and so on", first.percent()),
        false => "write * 100 at the end of the formula if it does".to_string(),
    };
    let hint = format!(
        "{write}; if it does not, say in the note of the series that its numbers are that small"
    );
    let place = data.place_of_figure(first.figure, first.column);
    vec![Rule::Fraction.at(place, message).hint(hint)]
}

/// Those that stand out, where the others are no fractions.
fn single(data: &Dataset, numbers: &[Number]) -> Vec<Problem> {
    let whole = || numbers.iter().map(Number::size).filter(|size| *size >= Decimal::ONE);
    let (Some(least), Some(most)) = (whole().min(), whole().max()) else { return Vec::new() };
    let digits = whole().map(|size| size.scale()).max().unwrap_or_default();
    let (twenty, five) = (Decimal::from(20), Decimal::from(5));
    let stands_out = |number: &&Number| {
        let (size, percent) = (number.size(), number.percent().abs());
        !number.says
            && size <= least / twenty
            && percent >= least / five
            && percent / five <= most
            && size.scale() > digits
            && data.figure(number.figure).note.is_empty()
            && data.has_row(number.figure)
    };
    let problem = |number: &Number| {
        let (value, percent) = (number.value.normalize(), number.percent());
        let others = match least == most {
            true => least.to_string(),
            false => format!("{least} to {most}"),
        };
        let message = format!(
            "{value} stands beside {others} in one series, and percentages are written as percent: does it mean {percent} percent?"
        );
        let hint = format!(
            "write {percent} if it does; if it does not, say in the note of the row that it is {value} percent"
        );
        let place = data.place_of_figure(number.figure, number.column);
        Rule::Fraction.at(place, message).hint(hint)
    };
    numbers.iter().filter(stands_out).map(problem).collect()
}
