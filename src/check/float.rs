use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::numbers::numbers;
use crate::dataset::Dataset;
use crate::figure::{FigureKey, UnitForm};
use crate::problem::{Problem, Rule};

/// # float (advice)
///
/// Programs that hold a column of numbers as floats write 82109 as `82109.0`, and charts would say
/// 82,109.0. It is told once for the file, where every number of a series of counts has such an end,
/// no quotation has it too, and the rest of the file does not show that somebody wrote it so.
/// `sourceline fix` mends what is told here.
pub fn float(data: &Dataset) -> Vec<Problem> {
    let found = floats(data);
    let Some(((key, column, number), others)) = found.split_first() else {
        return Vec::new();
    };
    let count = found.len();
    let are = if count == 1 { "whole number is" } else { "whole numbers are" };
    let message = format!(
        "{count} {are} written as a program writes floats, such as {number}, and charts say them so"
    );
    let hint = format!(
        "write {}, and so on; `sourceline fix --write` does it for the whole file",
        number.trunc().normalize()
    );
    let mut problem = Rule::Float.at(data.place_of_figure(*key, column), message).hint(hint);
    let start = |(key, column, _): &Float| data.place_of_figure(*key, column).bytes.start;
    problem.also = others.iter().map(start).collect();
    vec![problem]
}

/// The ids of the series whose numbers a program wrote as floats.
pub fn series_of_floats(data: &Dataset) -> BTreeSet<String> {
    let id = |(key, ..): &Float| data.series(data.figure(*key).series).id.to_string();
    floats(data).iter().map(id).collect()
}

fn floats(data: &Dataset) -> Vec<Float> {
    let mut known: Vec<NumberStyle> = vec![NumberStyle::default(); data.series.len()];
    for (key, figure) in data.figures().filter(|(key, _)| data.has_row(*key)) {
        let written = &mut known[figure.series.index()];
        for (column, number) in numbers(figure).filter(|(column, _)| *column != "formula") {
            match number.scale() {
                0 => written.whole = true,
                1 if number.fract().is_zero() && !states(&figure.stated, number) => {
                    written.floats.push((key, column, number));
                }
                _ => written.decimals = true,
            }
        }
    }
    // Beside whole numbers and other decimals somebody wrote each as it is.
    if known.iter().any(|one| one.whole) && known.iter().any(|one| one.decimals) {
        return Vec::new();
    }
    let counts = known.iter().zip(&data.series).filter(|(written, series)| {
        let plain = UnitForm::of(&series.unit) == UnitForm::default();
        series.nature.is_counted() && plain && !written.whole && !written.decimals
    });
    let mut found: Vec<Float> =
        counts.flat_map(|(written, _)| written.floats.iter().copied()).collect();
    found.sort_by_key(|(key, ..)| *key);
    found
}

/// Does a quotation have the decimal too, as `4.0 a head` has?
fn states(stated: &str, number: Decimal) -> bool {
    let digits = stated.replace([',', ' ', '\u{a0}', '\u{202f}', '\u{2009}'], "");
    digits.contains(&number.abs().to_string())
}

/// How the numbers of a series are written.
#[derive(Clone, Default)]
struct NumberStyle {
    whole: bool,
    decimals: bool,
    floats: Vec<Float>,
}

/// Where a whole number has a decimal, and the number.
type Float = (FigureKey, &'static str, Decimal);
