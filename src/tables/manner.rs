//! Whose manner of table it is, by the names of its columns and what stands above them.

use super::marks::Mark;
use super::published::PublishedTable;

/// So many rows are looked at.
const LOOKED_AT: usize = 300;

/// What stands above such a table is no title.
const ONS_SERIES: &str = "a time series of the ONS";

/// Whose manner of table it is, where that is known.
pub(super) fn manner(table: &PublishedTable) -> Option<&'static str> {
    let names: Vec<String> = table.outline.columns.iter().map(|name| name.to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|own| own == name);
    let titles = table.outline.titles.clone();
    let above = |text: &str| {
        titles
            .clone()
            .any(|row| table.grid.cells(row).any(|cell| cell.to_lowercase().contains(text)))
    };
    let marked = || {
        table.body().take(LOOKED_AT).any(|row| {
            table.grid.cells(row).any(|cell| cell.starts_with('[') && Mark::find(cell).is_some())
        })
    };
    let known = [
        (has("structure") && has("structure_id"), "SDMX-CSV 2.0"),
        (has("dataflow") && has("obs_value"), "SDMX-CSV 1.0"),
        (table.unfolded, "Eurostat's tab-separated files"),
        (has("country name") && has("indicator name"), "the World Bank"),
        (has("vector") && has("coordinate"), "Statistics Canada"),
        (has("featurecode") && has("datecode"), "Scottish open data"),
        (has("entity") && (has("year") || has("day")), "Our World in Data"),
        (has("obs_value") && names.iter().any(|own| own.starts_with("geography")), "Nomis"),
        (names.iter().any(|own| own.starts_with("v4_")), "the ONS, version 4"),
        (above("cdid"), ONS_SERIES),
        (
            names.len() == 2
                && (has("observation_date")
                    || has("date")
                        && table.outline.columns[1]
                            .chars()
                            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())),
            "FRED",
        ),
        (
            has("year") && has("value") && (has("units") || has("series") || has("geocode")),
            "Open SDG",
        ),
        (above("shorthand") || marked(), "British statistics with symbols in brackets"),
    ];
    known.into_iter().find(|(fits, _)| *fits).map(|(_, name)| name)
}
