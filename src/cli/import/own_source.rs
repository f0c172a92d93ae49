//! A column of the table that says where each number is from.

use sourceline::dataset::Dataset;
use sourceline::tables::PublishedTable;
use sourceline::tables::names::names_a_source;

use super::frame::listed;
use super::options::ImportOptions;
use super::shell::said_as;
use super::targets::sources_called;

/// What a column of sources comes to.
pub enum OwnSource {
    /// Every cell names a source of the project.
    Known(String),
    /// It names none that is there, which is told.
    Unknown(String),
    /// It names some that are there and others that are not: nobody can say that one states all.
    Several(String),
}

impl OwnSource {
    /// `None` where no column is called so, or none says anything.
    pub fn of(
        table: &PublishedTable,
        data: &Dataset,
        options: &ImportOptions,
    ) -> Option<OwnSource> {
        const TOLD: usize = 100;
        let rows: Vec<usize> = table.body().collect();
        let named = options.named_columns();
        let is_free = |at: &usize| {
            names_a_source(&table.outline.columns[*at])
                && !named.iter().any(|name| table.find(name) == Ok(*at))
        };
        let said = |at: usize| -> Vec<&str> {
            table.values(at, &rows, TOLD).into_iter().map(|(cell, _)| cell).collect()
        };
        let columns = || (0..table.width()).filter(is_free);
        let columns: Vec<(usize, Vec<&str>)> = columns()
            .map(|at| (at, said(at)))
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        let is_known = |cell: &&str| sources_called(data, cell).len() == 1;
        if let Some((at, _)) = columns.iter().find(|(_, cells)| cells.iter().all(is_known)) {
            return Some(OwnSource::Known(table.word(*at)));
        }
        let (at, cells) = columns.first()?;
        let unknown: Vec<&str> = cells.iter().copied().filter(|cell| !is_known(cell)).collect();
        let called = table.called(*at);
        let says = listed(&unknown);
        Some(match unknown.len() == cells.len() {
            true => OwnSource::Unknown(format!(
                "{called} names {says}, and no source of the project is called so"
            )),
            false => OwnSource::Several(format!(
                "{called} says where each number is from, and {says} names no one source of the project: \
                 `sourceline add source` adds what is missing, an id in the table tells those apart that \
                 are called alike, and {} takes the column; or --source ID where one \
                 source states all of them",
                said_as("--source-column", &table.word(*at))
            )),
        })
    }
}
