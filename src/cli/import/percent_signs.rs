//! Percent signs behind some of the numbers of a table, and not behind others.

use rust_decimal::Decimal;
use sourceline::tables::marks::part;
use sourceline::tables::meaning::is_number;

use super::frame::{Frame, listed};
use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};
use crate::cli::report::count;

/// Is it a percentage by its sign?
pub fn has_sign(cell: &str) -> bool {
    let number = part(cell).0;
    number.ends_with('%') && number.contains(|c: char| c.is_ascii_digit())
}

/// What the signs leave open, where the series that the numbers belong to is not in percent.
pub fn percent_matter(frame: &Frame, options: &ImportOptions) -> Option<OpenMatter> {
    if options.skip_unread {
        return None;
    }
    let cells = || {
        let columns = frame.values.iter().copied();
        let of_row = move |row: &usize| {
            let row = *row;
            columns
                .clone()
                .map(move |at| (frame.cell(row, frame.series), frame.cell(row, Some(at))))
        };
        frame.rows.iter().flat_map(of_row)
    };
    let bare = |cell: &str| {
        is_number(cell) && cell.contains(|c: char| c.is_ascii_digit()) && !has_sign(cell)
    };
    let signed: Vec<(&str, &str)> = cells().filter(|(_, cell)| has_sign(cell)).collect();
    let (_, first) = *signed.first()?;
    let (_, other) = cells().find(|(_, cell)| bare(cell))?;
    let mut of_series: Vec<&str> = signed.iter().map(|(series, _)| *series).collect();
    of_series.dedup();
    of_series.sort_unstable();
    of_series.dedup();
    let is_mixed = frame.series.is_none()
        || cells().any(|(series, cell)| bare(cell) && of_series.binary_search(&series).is_ok());
    if let (false, Some(column)) = (is_mixed, frame.series) {
        let word = frame.table.word(column);
        let leave = |series: &&str| match options.series_as_columns {
            true => ["--ignore".to_string(), series.to_string()],
            false => ["--where".to_string(), format!("{word}!={series}")],
        };
        let words = of_series.iter().flat_map(leave).collect();
        let label = "and import those by themselves".to_string();
        return Some(OpenMatter::new(
            format!("{} is in percent, such as {first}, and the rest is not", listed(&of_series)),
            vec![Settlement { words, label }],
        ));
    }
    let within = |cell: &str| {
        let number = part(cell).0.replace(',', "").parse::<Decimal>();
        number.is_ok_and(|number| Decimal::ZERO <= number && number <= Decimal::ONE_HUNDRED)
    };
    let skip = Settlement::new(&["--skip-unread"], "to leave out those with the sign");
    let mut answers = vec![skip];
    if options.new_series {
        let all =
            Settlement::new(&["--unit", "percent", "--nature", "share"], "if all are percent");
        let first = cells().all(|(_, cell)| !bare(cell) || within(cell));
        answers.insert(usize::from(!first), all);
    }
    let have = count(signed.len(), "number has", "numbers have");
    Some(OpenMatter::new(
        format!(
            "{have} a percent sign, such as `{first}`, and others, such as `{other}`, have none"
        ),
        answers,
    ))
}
