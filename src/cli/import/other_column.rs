//! Numbers that a series has of other cells of the same table: those of men, where these are of women.

use rust_decimal::Decimal;
use sourceline::dataset::Dataset;
use sourceline::figure::{FigureKey, Series};
use sourceline::tables::marks::part;

use super::fate::{Fate, ImportRow};
use super::frame::Frame;
use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};
use super::targets::joined_title;

/// What the series holds, where each number that differs stands in one other column of its row, or
/// in rows of its period that were not meant.
pub fn other_column(
    data: &Dataset,
    frame: &Frame,
    options: &ImportOptions,
    rows: &[ImportRow],
) -> Option<OpenMatter> {
    const LOOKED_AT: usize = 200;
    let revised: Vec<(&ImportRow, FigureKey)> = rows
        .iter()
        .filter_map(|row| match &row.fate {
            Fate::Revised(key, new) if !new.is_number_of(data.figure(*key)) => Some((row, *key)),
            _ => None,
        })
        .take(LOOKED_AT)
        .collect();
    let series = data.series(data.figure(revised.first()?.1).series);
    let by = options.multiply.as_deref().and_then(|by| by.parse().ok()).unwrap_or(Decimal::ONE);
    let holds = |row: usize, at: usize, key: FigureKey| {
        let old = data.figure(key).quantity().and_then(|quantity| quantity.value());
        let cell = number(frame.table.grid.cell(row, at));
        cell.is_some() && cell.and_then(|cell| cell.checked_mul(by)) == old
    };
    let own = |at: &usize| frame.values.contains(at) || frame.period == Some(*at);
    let mut columns = (0..frame.table.width()).filter(|at| !frame.wide && !own(at));
    let column = columns.find(|at| revised.iter().all(|(row, key)| holds(row.row, *at, *key)));
    if let Some(column) = column {
        let heading = match frame.values.first() {
            Some(at) => frame.table.outline.columns[*at].as_str(),
            None => "",
        };
        return Some(matter(series, &frame.table.called(column), heading));
    }
    // Rows of the same period, or the same column of a wide table.
    if frame.kept.is_empty() || revised.len() < 2 {
        return None;
    }
    let is_other = |row: &usize| frame.rows.binary_search(row).is_err();
    let others: Vec<usize> = frame.table.body().filter(is_other).collect();
    let stands = |(row, key): &(&ImportRow, FigureKey)| {
        let at = row.column.or(frame.values.first().copied());
        let fits = |other: &&usize| {
            frame.wide || frame.cell(**other, frame.period) == frame.cell(row.row, frame.period)
        };
        let mut others = others.iter().filter(fits);
        at.is_some_and(|at| others.any(|other| holds(*other, at, *key)))
    };
    revised
        .iter()
        .all(stands)
        .then(|| matter(series, "rows that --where leaves out", &frame.kept.join(", ")))
}

fn matter(series: &Series, elsewhere: &str, own: &str) -> OpenMatter {
    let title = joined_title(&series.title, &[own]);
    let title = if *title == *series.title { format!("{title} (2)") } else { title };
    OpenMatter::new(
        format!(
            "`{}` ({}) holds the numbers of {elsewhere}, and no others",
            series.title, series.id
        ),
        vec![Settlement::new(&["--new-series", "--title", &title], "for a series of its own")],
    )
}

fn number(cell: &str) -> Option<Decimal> {
    let plain = part(cell).0.trim_end_matches('%').replace([',', ' ', '\u{a0}', '\u{202f}'], "");
    plain.parse().ok()
}
