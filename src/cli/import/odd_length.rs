//! Years that the lines above a table say to be longer or shorter than a year.

use sourceline::tables::other_length::year_of_other_length;

use super::frame::Frame;
use super::options::{ImportOptions, PartYears};
use super::question::{OpenMatter, Settlement};

/// What `For the 15 months ended 30 June 2025` leaves open of `2025`, among the texts of the periods.
pub fn odd_length(frame: &Frame, options: &ImportOptions, texts: &[String]) -> Option<OpenMatter> {
    if options.part_years.is_some() {
        return None;
    }
    let titles = frame.table.outline.titles.clone().flat_map(|row| frame.table.grid.cells(row));
    let mut said = titles.filter_map(|text| year_of_other_length(text).map(|year| (text, year)));
    let place = |year: &str| texts.iter().position(|text| text.trim() == year);
    let (said, year, at) = said.find_map(|(said, year)| place(&year).map(|at| (said, year, at)))?;
    let leave = match frame.period.filter(|_| !frame.wide) {
        Some(column) => ["--where".to_string(), format!("{}!={year}", frame.table.word(column))],
        None => ["--ignore".to_string(), frame.table.word(frame.values[at])],
    };
    let whole = [PartYears::NAME, PartYears::WHOLE];
    Some(OpenMatter::new(
        format!("`{said}` says another length than a year, and `{year}` may be of it"),
        vec![
            Settlement {
                words: leave.to_vec(),
                label: "to leave it out, and add its figures by themselves".to_string(),
            },
            Settlement::new(&whole, format!("where {year} is a whole year all the same")),
        ],
    ))
}
