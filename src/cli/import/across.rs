//! `--series-as-columns`: every column of numbers is a series, called by its heading.

use sourceline::tables::meaning::TableGuess;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};
use crate::cli::refusal::Unchanged;

/// A table whose series stand one below the other, and what is then said of it.
pub struct LongTable {
    pub table: PublishedTable,
    pub options: ImportOptions,
    /// Columns that count in another unit than the first.
    pub open: Vec<OpenMatter>,
}

impl LongTable {
    /// `None` where each row is of one series.
    pub fn of(
        table: &PublishedTable,
        label: &str,
        options: &ImportOptions,
    ) -> Result<Option<LongTable>, Unchanged> {
        if !options.series_as_columns {
            return Ok(None);
        }
        let columns = number_columns(table, options);
        let Some(first) = columns.first() else {
            return Err(Unchanged::new(format!(
                "{label} has no column of numbers beside the columns that are named"
            ))
            .hint("leave --series-as-columns out, and name the columns"));
        };
        let said = table.said_of(*first);
        let unit = HeadingUnit::of(&said);
        let alike = |at: usize| {
            let unit = (HeadingUnit::of(&table.said_of(at)), table.unit_word(at));
            (unit, table.unit(at), table.data_type(at))
        };
        let own = alike(*first);
        let open = columns.iter().filter(|at| alike(**at) != own);
        let open = open.map(|at| other_unit(table, *first, *at)).collect();
        let numbers = match (unit == HeadingUnit::default(), said.rsplit_once('(')) {
            (true, _) => "Value".to_string(),
            (false, Some((_, behind))) => format!("Value ({behind}"),
            (false, None) => said,
        };
        let long = table.one_below_the_other(&columns, &numbers);
        let mut options = options.clone();
        let last = long.width() - 1;
        options.series_column = Some(long.word(last - 1));
        options.value_column = Some(long.word(last));
        Ok(Some(LongTable { table: long, options, open }))
    }
}

/// The columns of numbers of which nothing else is said, from left to right.
pub fn number_columns(table: &PublishedTable, options: &ImportOptions) -> Vec<usize> {
    let single = [
        &options.period_column,
        &options.and,
        &options.source_column,
        &options.note_column,
        &options.multiplier_column,
    ];
    let single = single.into_iter().flatten();
    let several = [&options.status_column, &options.ignore, &options.fill_down];
    let named = single.chain(several.into_iter().flatten());
    let named: Vec<usize> = named.filter_map(|name| table.find(name).ok()).collect();
    let is_condition = |at: &usize| {
        let word = table.word(*at);
        options
            .only
            .iter()
            .any(|only| only.strip_prefix(&word).is_some_and(|rest| rest.starts_with(['=', '!'])))
    };
    let mut columns = TableGuess::of(table).values;
    columns.retain(|at| !named.contains(at) && !is_condition(at));
    columns.sort_unstable();
    columns
}

fn other_unit(table: &PublishedTable, first: usize, other: usize) -> OpenMatter {
    let word = table.word(other);
    let ignored = Settlement::new(&["--ignore", &word], "and import it by itself");
    OpenMatter::new(
        format!(
            "{} and {} are not counted alike, and the columns of one import are",
            table.called(first),
            table.called(other)
        ),
        vec![ignored],
    )
}
