//! A column that says of which part of its year each number is, beside a column of years.

use sourceline::tables::part_of_year::is_part_of_year;

use super::frame::Frame;
use super::question::{OpenMatter, Settlement};

/// What `time_identifier` says of every row, where that is neither a whole year of a known kind nor put
/// beside the years with `--and`: a term, a quarter of the academic year, a reporting year.
pub fn other_times(frame: &Frame) -> Option<OpenMatter> {
    const KNOWN: [&str; 9] = [
        "year",
        "calendar year",
        "academic year",
        "school year",
        "financial year",
        "fiscal year",
        "tax year",
        "annual",
        "yearly",
    ];
    let table = frame.table;
    let is_named = |at: &usize| {
        let name = table.outline.columns[*at].to_lowercase().replace(['_', '-'], " ");
        matches!(
            name.trim(),
            "time identifier" | "time period type" | "period type" | "type of period"
        )
    };
    let aside = |at: &usize| frame.and == Some(*at) || frame.ignored.contains(at);
    let column = (0..table.width()).find(|at| is_named(at) && !aside(at))?;
    let [(said, _)] = table.values(column, &frame.rows, 2)[..] else { return None };
    if said.is_empty() || KNOWN.contains(&said.to_lowercase().as_str()) {
        return None;
    }
    let word = table.word(column);
    let mut answers = vec![Settlement::new(
        &["--ignore", &word],
        "where the numbers are of the whole years all the same",
    )];
    if is_part_of_year(said, "") && frame.and.is_none() && frame.period.is_some() {
        let beside = Settlement::new(&["--and", &word], "for that part of each calendar year");
        answers.insert(0, beside);
    }
    let matter = format!(
        "{} says `{said}` of every row, and the years alone are whole ones",
        table.called(column)
    );
    Some(OpenMatter { asked: true, ..OpenMatter::new(matter, answers) })
}
