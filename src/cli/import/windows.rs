//! Numbers that are counted over more than their own period, by the words of the table: twelve months
//! that end with each, or all the time since some day.

use sourceline::figure::{Grain, Period};
use sourceline::tables::counted_over::CountedOver;
use sourceline::tables::day_of_year::day_with_year;
use sourceline::tables::names::names_a_measure;
use sourceline::tables::period_heading::ParsedHeading;

use super::frame::{Frame, listed};
use super::options::ImportOptions;
use super::period_cells::{PeriodCell, length_of};
use super::question::{OpenMatter, Settlement};

/// What the words of the table leave open of what its numbers are counted over.
pub fn windows(frame: &Frame, options: &ImportOptions, cells: &[PeriodCell]) -> Option<OpenMatter> {
    if options.since.is_some() {
        return None;
    }
    let read = || cells.iter().filter_map(|cell| cell.as_ref().ok());
    let lengths: Vec<Option<&str>> = read().map(length_of).collect();
    let short =
        lengths.iter().any(|own| matches!(own, Some("months" | "quarters" | "days" | "weeks")));
    let table = frame.table;
    let named =
        |at: &usize| options.series_as_columns || names_a_measure(&table.outline.columns[*at]);
    let series = frame.series.filter(named);
    if let Some(column) = series {
        let values = table.values(column, &frame.rows, 100);
        let of: Vec<(&str, Option<CountedOver>)> =
            values.iter().map(|(cell, _)| (*cell, CountedOver::said_in(cell))).collect();
        let some: Vec<&str> =
            of.iter().filter(|(_, window)| window.is_some()).map(|(cell, _)| *cell).collect();
        if !some.is_empty() && of.iter().any(|(_, window)| *window != of[0].1) {
            let word = table.word(column);
            let leave = |cell: &&str| match options.series_as_columns {
                true => ["--ignore".to_string(), cell.to_string()],
                false => ["--where".to_string(), format!("{word}!={cell}")],
            };
            let words = some.iter().flat_map(leave).collect();
            let label = "and import the others by themselves".to_string();
            let each =
                Settlement::new(&["--since", "each"], "where every number is of its own period");
            let say = if some.len() == 1 { "says" } else { "say" };
            let matter = format!(
                "{} {say} a longer time than that of one period, unlike the others",
                listed(&some)
            );
            return Some(OpenMatter::new(matter, vec![Settlement { words, label }, each]));
        }
    }
    let titles = table.outline.titles.clone().flat_map(|row| table.grid.cells(row));
    let columns = frame.values.iter().filter(|_| !options.series_as_columns);
    let headings = columns.map(|at| match frame.wide {
        true => ParsedHeading::of(&table.outline.columns[*at]).rest.into_owned(),
        false => table.outline.columns[*at].clone(),
    });
    let of_series = series.map(|at| table.values(at, &frame.rows, 1)[0].0.to_string());
    let mut texts = titles.map(str::to_string).chain(headings).chain(of_series);
    let (text, window) =
        texts.find_map(|text| CountedOver::said_in(&text).map(|window| (text, window)))?;
    match window {
        CountedOver::Year if options.dates.is_some() || !short => None,
        CountedOver::Year => {
            let own = if lengths.contains(&Some("quarters")) { "quarters" } else { "months" };
            let days = lengths.contains(&Some("days"));
            let mut answers = vec![Settlement::new(
                &["--dates", "years-ending"],
                "for the twelve months that end with each",
            )];
            if !days {
                let label = format!("where each number is of one of the {own} alone");
                answers.push(Settlement::new(&["--dates", own], label));
            }
            Some(OpenMatter::new(format!("`{text}` says twelve months of each number"), answers))
        }
        CountedOver::Running => {
            let first = read().map(|period| period.span().start).min()?;
            let said = day_with_year(&text);
            let since = said.clone().unwrap_or_else(|| first.to_string());
            let label = match &said {
                Some(_) => "for the whole time from that day to the end of each period",
                None => "for the whole time from that day on, or write another day",
            };
            let answers = vec![
                Settlement::new(&["--since", &since], label),
                Settlement::new(&["--since", "year"], "where they begin anew with each year"),
                Settlement::new(
                    &["--since", "each"],
                    "where each number is of its own period alone",
                ),
            ];
            let matter =
                format!("`{text}` says a running total, which is counted from some day on");
            Some(OpenMatter { asked: said.is_none(), ..OpenMatter::new(matter, answers) })
        }
    }
}

/// Quarters are read where years that end with them are meant.
pub fn are_quarters(periods: &[Period]) -> bool {
    let is_quarter =
        |period: &Period| !period.is_interval() && period.first_unit().grain() == Grain::Quarter;
    !periods.is_empty() && periods.iter().all(is_quarter)
}
