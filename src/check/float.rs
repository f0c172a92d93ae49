use rust_decimal::Decimal;

use super::numbers::numbers;
use crate::dataset::Dataset;
use crate::figure::UnitForm;
use crate::problem::{Problem, Rule};

/// # float (advice)
///
/// Programs that hold a column of numbers as floats write 82109 as `82109.0`, and charts would say
/// 82,109.0. It is told once for the file, where every number of a series of counts has such an end and
/// the rest of the file does not show that somebody wrote it so. `sourceline fix` mends it.
pub fn float(data: &Dataset) -> Vec<Problem> {
    let mut known: Vec<NumberStyle> = vec![NumberStyle::default(); data.series.len()];
    for (key, figure) in data.figures().filter(|(key, _)| data.has_row(*key)) {
        let written = &mut known[figure.series.index()];
        for (column, number) in
            numbers(figure).into_iter().filter(|(column, _)| *column != "formula")
        {
            match number.scale() {
                0 => written.whole = true,
                1 if number.fract().is_zero() => {
                    written.floats += 1;
                    written.first.get_or_insert((key, column, number));
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
        series.nature.is_counted()
            && plain
            && !written.whole
            && !written.decimals
            && written.floats > 0
    });
    let found: Vec<&NumberStyle> = counts.map(|(written, _)| written).collect();
    let first = found.iter().filter_map(|written| written.first);
    let Some((key, column, number)) = first.min_by_key(|(key, ..)| *key) else {
        return Vec::new();
    };
    let count: usize = found.iter().map(|written| written.floats).sum();
    let are = if count == 1 { "whole number is" } else { "whole numbers are" };
    let message = format!(
        "{count} {are} written as a program writes floats, such as {number}, and charts say them so"
    );
    let hint = format!(
        "write {}, and so on; `sourceline fix --write` does it for the whole file",
        number.trunc().normalize()
    );
    vec![Rule::Float.at(data.place_of_figure(key, column), message).hint(hint)]
}

/// How the numbers of a series are written.
#[derive(Clone, Default)]
struct NumberStyle {
    whole: bool,
    decimals: bool,
    floats: usize,
    first: Option<(crate::figure::FigureKey, &'static str, Decimal)>,
}
