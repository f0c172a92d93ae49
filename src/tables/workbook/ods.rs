//! Workbooks of LibreOffice and others: OpenDocument 1.2 and later. A cell holds the text that it
//! shows beside its value.

use std::collections::HashSet;

use super::fault::{MOST_CELLS, WorkbookFault};
use super::package::WorkbookParts;
use super::rich_text::raised;
use super::sheet_cells::{MergedCells, SheetCell, SheetCells, SheetRead};
use super::xml::{XmlElement, XmlPart, XmlReader};
use crate::tables::cell_kind::CellKind;

/// The sheets of a workbook, in its order.
pub fn sheets(package: &mut WorkbookParts) -> Result<Vec<SheetRead>, WorkbookFault> {
    let text = package.needed("content.xml")?;
    let mut reader = OdsReader {
        xml: XmlReader::new(&text),
        hidden: HashSet::new(),
        raised: HashSet::new(),
        left: MOST_CELLS,
    };
    let mut sheets = Vec::new();
    let mut style = String::new();
    loop {
        match reader.xml.next()? {
            XmlPart::Open(element) => match element.name.as_str() {
                "style" => style = element.attribute("name").unwrap_or_default(),
                "table-properties"
                    if element.attribute("display").is_some_and(|is| is == "false") =>
                {
                    reader.hidden.insert(style.clone());
                }
                "text-properties"
                    if element.attribute("text-position").is_some_and(|at| is_raised(&at)) =>
                {
                    reader.raised.insert(style.clone());
                }
                "table" => {
                    let name = element.attribute("name").unwrap_or_default();
                    let style = element.attribute("style-name").unwrap_or_default();
                    let hidden = reader.hidden.contains(&style);
                    sheets.push(SheetRead { name, hidden, cells: reader.table()? });
                }
                // What changed earlier is no part of what is shown.
                "tracked-changes" => reader.xml.skip()?,
                _ => {}
            },
            XmlPart::End => return Ok(sheets),
            _ => {}
        }
    }
}

/// `super 58%` or `33% 58%`.
fn is_raised(position: &str) -> bool {
    position.starts_with("super") || position.starts_with(|c: char| ('1'..='9').contains(&c))
}

struct OdsReader<'x> {
    xml: XmlReader<'x>,
    /// The styles of sheets that are hidden.
    hidden: HashSet<String>,
    /// The styles of raised letters.
    raised: HashSet<String>,
    /// How many cells may still be read.
    left: usize,
}

impl OdsReader<'_> {
    /// The sheet whose element was opened.
    fn table(&mut self) -> Result<SheetCells, WorkbookFault> {
        let mut sheet = SheetCells::default();
        let (mut row, mut column, mut depth) = (0, 0, 1);
        while depth > 0 {
            match self.xml.next()? {
                XmlPart::Open(element) => match element.name.as_str() {
                    "table-column" => {
                        let count = element.count("number-columns-repeated", 1);
                        if is_hidden(&element) {
                            sheet.hidden_columns.push(column..column.saturating_add(count));
                        }
                        column = column.saturating_add(count);
                        self.xml.skip()?;
                    }
                    "table-row" => self.row(&element, &mut row, &mut sheet)?,
                    // Drawings and forms on the sheet, and what a link fetches.
                    "shapes" | "forms" | "table-source" | "named-expressions" => self.xml.skip()?,
                    _ => depth += 1,
                },
                XmlPart::Close(_) => depth -= 1,
                XmlPart::Text(_) => {}
                XmlPart::End => return Err(WorkbookFault::Broken("a sheet never ends".into())),
            }
        }
        Ok(sheet)
    }

    fn row(
        &mut self,
        element: &XmlElement,
        row: &mut usize,
        sheet: &mut SheetCells,
    ) -> Result<(), WorkbookFault> {
        let repeats = element.count("number-rows-repeated", 1).max(1);
        let mut cells = Vec::new();
        let mut column = 0;
        loop {
            match self.xml.next()? {
                XmlPart::Open(element) => {
                    let count = element.count("number-columns-repeated", 1);
                    if element.name == "table-cell" {
                        let (wide, high) = (
                            element.count("number-columns-spanned", 1),
                            element.count("number-rows-spanned", 1),
                        );
                        if wide > 1 || high > 1 {
                            let rows = *row..row.saturating_add(high);
                            sheet.merged.push(MergedCells {
                                rows,
                                columns: column..column.saturating_add(wide),
                            });
                        }
                        if let Some(cell) = self.cell(&element)? {
                            self.left =
                                self.left.checked_sub(count).ok_or(WorkbookFault::TooLarge)?;
                            let copy = |column| SheetCell { row: *row, column, ..cell.clone() };
                            cells.extend((column..column.saturating_add(count)).map(copy));
                        }
                    } else {
                        self.xml.skip()?;
                    }
                    column = column.saturating_add(count);
                }
                XmlPart::Close(_) => break,
                XmlPart::Text(_) => {}
                XmlPart::End => return Err(WorkbookFault::Broken("a row never ends".into())),
            }
        }
        let all = *row..row.saturating_add(repeats);
        *row = all.end;
        if cells.is_empty() {
            return Ok(());
        }
        let more = cells.len().saturating_mul(repeats - 1);
        self.left = self.left.checked_sub(more).ok_or(WorkbookFault::TooLarge)?;
        if is_hidden(element) {
            sheet.hidden_rows.extend(all.clone());
        }
        for row in all {
            sheet.cells.extend(cells.iter().map(|cell| SheetCell { row, ..cell.clone() }));
        }
        Ok(())
    }

    /// The cell whose element was opened; `None` of an empty one.
    fn cell(&mut self, element: &XmlElement) -> Result<Option<SheetCell>, WorkbookFault> {
        let mut shown = String::new();
        let (mut depth, mut paragraphs, mut raised_at) = (1, 0, None);
        let mut is_text = false;
        while depth > 0 {
            match self.xml.next()? {
                XmlPart::Open(inner) => {
                    match inner.name.as_str() {
                        // A comment, or a picture with its words.
                        "annotation" | "frame" | "custom-shape" | "detective" => {
                            self.xml.skip()?;
                            continue;
                        }
                        "p" => {
                            if paragraphs > 0 {
                                shown.push('\n');
                            }
                            paragraphs += 1;
                            is_text = true;
                        }
                        "s" => {
                            shown.extend(std::iter::repeat_n(' ', inner.count("c", 1).min(LONGEST)))
                        }
                        "tab" => shown.push('\t'),
                        "line-break" => shown.push('\n'),
                        "span" if raised_at.is_none() => {
                            let style = inner.attribute("style-name").unwrap_or_default();
                            raised_at = self.raised.contains(&style).then_some(depth);
                        }
                        _ => {}
                    }
                    depth += 1;
                }
                XmlPart::Close(name) => {
                    depth -= 1;
                    if raised_at == Some(depth) {
                        raised_at = None;
                    }
                    is_text &= name != "p";
                }
                XmlPart::Text(text) if is_text => match raised_at {
                    Some(_) => shown.push_str(&raised(&text)),
                    None => shown.push_str(&text),
                },
                XmlPart::Text(_) => {}
                XmlPart::End => return Err(WorkbookFault::Broken("a cell never ends".into())),
            }
        }
        let of = |name: &str| element.attribute(name);
        let kind = of("value-type").unwrap_or_default();
        let (stored, is_day) = match kind.as_str() {
            "" | "string" | "boolean" => (None, false),
            "date" => (
                of("date-value").map(|day| day.trim_end_matches("T00:00:00").replace('T', " ")),
                true,
            ),
            _ => (of("value"), false),
        };
        let mut unshown = None;
        if paragraphs == 0 {
            let value = stored.clone().or_else(|| of("string-value"));
            let Some(value) = value else { return Ok(None) };
            // Without its text, only a plain number or a text is known to be shown as it is stored.
            unshown = (!matches!(kind.as_str(), "float" | "string" | "date")).then_some(kind);
            shown = value;
        }
        let is_number = !is_day && stored.is_some();
        let is_name = !is_number || CellKind::of(shown.trim()) == CellKind::Period;
        let differs = |stored: &String| shown.trim().replace(',', "") != *stored;
        let stored = stored.filter(differs);
        Ok(Some(SheetCell { shown, stored, unshown, is_name, ..SheetCell::default() }))
    }
}

/// As long as a cell may be.
const LONGEST: usize = 1000;

fn is_hidden(element: &XmlElement) -> bool {
    element.attribute("visibility").is_some_and(|is| is == "collapse" || is == "filter")
}
