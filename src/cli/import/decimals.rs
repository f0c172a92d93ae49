//! What a whole column and the lines around it say of its numbers: what parts the decimals, and how they
//! were rounded.

use sourceline::tables::marks::part;
use sourceline::tables::meaning::is_number;
use sourceline::tables::names::is_named_note;
use sourceline::tables::{DecimalMark, MarkEvidence};

use super::frame::Frame;
use super::question::{OpenMatter, Settlement};

/// The mark that parts the decimals of the columns of numbers, or what is open of it.
pub fn convention(frame: &Frame, open_matters: &mut Vec<OpenMatter>) -> Option<DecimalMark> {
    let mut evidence = MarkEvidence::default();
    let ends = frame.ends.iter().flat_map(|(low, high)| [*low, *high]);
    let columns: Vec<usize> = frame.values.iter().copied().chain(ends).collect();
    for row in &frame.rows {
        for column in &columns {
            let cell = frame.table.grid.cell(*row, *column);
            if cell.bytes().any(|byte| matches!(byte, b',' | b'.')) {
                evidence.add(part(cell).0);
            }
        }
    }
    // What one column leaves open another may tell: a table has one convention.
    let told_elsewhere = || {
        let mut evidence = MarkEvidence::default();
        for row in &frame.rows {
            let notes = |at: &usize| is_named_note(&frame.table.outline.columns[*at]);
            for at in (0..frame.table.width()).filter(|at| !notes(at)) {
                let cell = frame.table.grid.cell(*row, at);
                if is_number(cell) && !cell.contains(", ") {
                    evidence.add(part(cell).0);
                }
            }
        }
        match (evidence.point, evidence.comma) {
            (Some(point), None) => Some((DecimalMark::Point, point)),
            (None, Some(comma)) => Some((DecimalMark::Comma, comma)),
            _ => None,
        }
    };
    let by_point = Settlement::new(&["--decimal", "point"], "where decimals stand behind a point");
    let by_comma = Settlement::new(&["--decimal", "comma"], "where they stand behind a comma");
    // A comma before three digits, and nothing in these columns that tells what it parts.
    let open = evidence.open_comma.as_ref();
    if let Some(one) = open.filter(|_| {
        (&evidence.point, &evidence.comma, &evidence.open_point) == (&None, &None, &None)
    }) {
        let by_semicolons = frame.table.grid.by_semicolons;
        let matter = match told_elsewhere() {
            Some((DecimalMark::Comma, _)) if by_semicolons => return Some(DecimalMark::Comma),
            Some((DecimalMark::Comma, other)) => format!(
                "the comma in `{one}` may part decimals, as in `{other}` of the same table, or thousands"
            ),
            None if by_semicolons => {
                format!("the comma in `{one}` may part decimals or thousands")
            }
            _ => return Some(DecimalMark::Point),
        };
        open_matters.push(OpenMatter::new(matter, vec![by_comma, by_point]));
        return None;
    }
    evidence.settled().unwrap_or_else(|(one, other)| {
        if let Some((mark, _)) = told_elsewhere().filter(|_| other.is_empty()) {
            return Some(mark);
        }
        let matter = match other.is_empty() {
            true => format!("the point in `{one}` may part decimals or thousands"),
            false => format!("`{one}` and `{other}` do not part their decimals alike"),
        };
        // Where semicolons part the cells, a comma parts decimals and a point thousands more often.
        let by_comma_first = other.is_empty() && frame.table.grid.by_semicolons;
        let answers =
            if by_comma_first { vec![by_comma, by_point] } else { vec![by_point, by_comma] };
        open_matters.push(OpenMatter::new(matter, answers));
        None
    })
}

/// `Figures are rounded to the nearest 10.` above the table or below it; that sums differ by rounding
/// says nothing of how.
pub fn rounding_note(frame: &Frame) -> Option<String> {
    let outline = &frame.table.outline;
    let rows = outline.titles.clone().chain(outline.notes.clone());
    let mut cells = rows.flat_map(|row| frame.table.grid.cells(row));
    let says = |cell: &&str| {
        let small = cell.to_lowercase();
        let Some((_, behind)) = small.split_once("rounded to ") else { return false };
        let behind = behind.trim_start_matches("the ").trim_start_matches("nearest ");
        let word = behind.split([' ', '.', ';', ')']).next().unwrap_or_default().replace(',', "");
        word.parse::<u32>().is_ok_and(|number| number >= 5)
            || matches!(
                word.as_str(),
                "five" | "ten" | "hundred" | "thousand" | "million" | "multiples"
            )
    };
    cells.find(says).map(|cell| cell.trim_end_matches('.').to_string())
}
