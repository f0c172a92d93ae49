//! Columns beside the periods that are called a total: they are left out, and held to be the sum.

use rust_decimal::Decimal;
use sourceline::tables::marks::part;
use sourceline::tables::period_heading::{ParsedHeading, period_headings};
use sourceline::tables::totals::{is_average, is_total};

use super::frame::Frame;

/// What is to be said of a column that is left out; nothing of one that is called otherwise.
pub fn told(frame: &Frame, column: usize) -> Option<String> {
    let name = &frame.table.outline.columns[column];
    let last = name.rsplit(" / ").next().unwrap_or(name);
    let is_one = |text: &str| is_total(text) || is_average(text);
    if !frame.wide || !is_one(name) && !is_one(last) {
        return None;
    }
    let number = |row: usize, at: usize| -> Option<Decimal> {
        let cell = part(frame.table.grid.cell(row, at)).0;
        cell.replace([',', ' ', '\u{a0}', '\u{202f}'], "").parse().ok()
    };
    // The total of one year is the sum of what stands below that year.
    let period = ParsedHeading::of(name).period;
    let of_year =
        |at: &&usize| period == name || frame.table.outline.columns[**at].contains(period);
    let values: Vec<usize> = frame.values.iter().filter(of_year).copied().collect();
    if values.is_empty() {
        return None;
    }
    // What --under leaves out may be a part of the whole too.
    let columns = &frame.table.outline.columns;
    let is_part = |at: &usize| {
        let own = &columns[*at];
        let last = own.rsplit(" / ").next().unwrap_or(own);
        ParsedHeading::of(own).period == period && !is_one(own) && !is_one(last)
    };
    let all: Vec<usize> = period_headings(columns).into_iter().filter(is_part).collect();
    let narrowed = all.len() > values.len();
    let values = if narrowed { all } else { values };
    let mut is_known = false;
    for row in &frame.rows {
        let parts: Option<Vec<Decimal>> = values.iter().map(|at| number(*row, *at)).collect();
        let (Some(parts), Some(whole)) = (parts, number(*row, column)) else { continue };
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
        let Some(sum) = sum else { continue };
        is_known = true;
        let mean = (sum / Decimal::from(parts.len())).round_dp(whole.scale());
        if sum == whole
            || is_average(name.rsplit('/').next().unwrap_or(name).trim()) && mean == whole
        {
            continue;
        }
        if narrowed {
            return None;
        }
        let line = frame.table.grid.line(*row);
        return Some(format!("called a total, and {whole} in line {line} is not the sum, {sum}"));
    }
    is_known.then(|| "the sum or the average of its row".to_string())
}
