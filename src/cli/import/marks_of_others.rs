//! Columns that mark the numbers of one other column, as their names say: `Flu Flag` beside `Flu`.

use sourceline::tables::PublishedTable;
use sourceline::tables::names::{is_named_note, is_named_status};

use super::frame::listed;

/// The column of whose numbers a column called after it says something: `Flu` of `Flu Flag`.
pub fn marked_column(table: &PublishedTable, column: usize) -> Option<usize> {
    let name = table.outline.columns[column].trim().to_lowercase();
    let (of, last) = name.rsplit_once([' ', '_', '-', '.'])?;
    let says = is_named_status(last) || is_named_note(last) || last.starts_with("footnote");
    let of = of.trim_end();
    let is_it = |at: &usize| table.outline.columns[*at].trim().to_lowercase() == of;
    // Series one below the other are called by their headings.
    let names = table.width().checked_sub(2)?;
    let below = || table.body().any(|row| table.grid.cell(row, names).trim().to_lowercase() == of);
    if says && names != column && below() {
        return Some(names);
    }
    let mut places = (0..table.width()).filter(is_it);
    let found = places.next().filter(|_| says)?;
    places.next().is_none().then_some(found)
}

/// What such columns say, where each column of numbers is a series.
pub fn marks_of_others_told(table: &PublishedTable) -> Vec<String> {
    let rows: Vec<usize> = table.body().collect();
    let marking: Vec<(usize, usize)> =
        (0..table.width()).filter_map(|at| Some((at, marked_column(table, at)?))).collect();
    let told = |(at, of): &(usize, usize)| {
        let values = table.values(*at, &rows, 20);
        let texts: Vec<&str> =
            values.iter().map(|(text, _)| *text).filter(|text| !text.is_empty()).collect();
        (!texts.is_empty()).then(|| {
            format!(
                "{} is of the numbers of `{}` alone, and says {}: to keep it, import that column by itself with \
                 --value-column",
                table.called(*at),
                table.outline.columns[*of],
                listed(&texts)
            )
        })
    };
    marking.iter().filter_map(told).collect()
}
