//! Workbooks of Excel since 2007: ECMA-376, as a package of XML.

use std::collections::HashMap;

use super::date_format::{Epoch, iso};
use super::fault::{MOST_CELLS, WorkbookFault};
use super::number_format::{NumberFormat, ShownNumber, general};
use super::package::WorkbookParts;
use super::rich_text::raised;
use super::sheet_cells::{MergedCells, SheetCell, SheetCells, SheetRead};
use super::xlsx_styles::formats;
use super::xml::{XmlPart, XmlReader};
use crate::tables::cell_kind::CellKind;
use crate::tables::range::CellRange;

/// The sheets of a workbook, in its order; without charts, which have no cells.
pub fn sheets(
    package: &mut WorkbookParts,
    workbook: &str,
) -> Result<Vec<SheetRead>, WorkbookFault> {
    let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", workbook));
    let parts = relations(package, &format!("{folder}/_rels/{name}.rels"), folder)?;
    let part_of = |ends: &str| parts.values().find(|part| part.kind.ends_with(ends));
    let text_of = |package: &mut WorkbookParts, ends: &str| match part_of(ends) {
        Some(part) => package.text(&part.path),
        None => Ok(None),
    };
    let formats = match text_of(package, "/styles")? {
        Some(text) => formats(&text)?,
        None => Vec::new(),
    };
    let strings = match text_of(package, "/sharedStrings")? {
        Some(text) => shared_strings(&text)?,
        None => Vec::new(),
    };
    let mut values = CellValues { formats, strings, epoch: Epoch::Of1900, left: MOST_CELLS };
    let text = package.needed(workbook)?;
    let mut xml = XmlReader::new(&text);
    let mut listed = Vec::new();
    loop {
        match xml.next()? {
            XmlPart::Open(element) if element.name == "workbookPr" && element.says("date1904") => {
                values.epoch = Epoch::Of1904;
            }
            XmlPart::Open(element) if element.name == "sheet" => {
                let name = element.attribute("name").unwrap_or_default();
                let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                listed.push((name, hidden, element.attribute("id").unwrap_or_default()));
            }
            XmlPart::End => break,
            _ => {}
        }
    }
    let mut sheets = Vec::new();
    for (name, hidden, id) in listed {
        let part = parts.get(&id).filter(|part| part.kind.ends_with("/worksheet"));
        let Some(part) = part else { continue };
        let text = package.needed(&part.path)?;
        sheets.push(SheetRead { name, hidden, cells: values.sheet(&text)? });
    }
    Ok(sheets)
}

/// Which part of a package is its workbook.
pub fn workbook_part(package: &mut WorkbookParts) -> Result<Option<String>, WorkbookFault> {
    let parts = relations(package, "_rels/.rels", "")?;
    let part = parts.into_values().find(|part| part.kind.ends_with("/officeDocument"));
    let path = part.map_or("xl/workbook.xml".into(), |part| part.path);
    // Texts and slides are packages of the same kind.
    let is_workbook = package.has(&path) && path.to_lowercase().contains("workbook");
    Ok(is_workbook.then_some(path))
}

struct PackagePart {
    kind: String,
    path: String,
}

/// The parts that one refers to, by their ids.
fn relations(
    package: &mut WorkbookParts,
    name: &str,
    folder: &str,
) -> Result<HashMap<String, PackagePart>, WorkbookFault> {
    let text = package.text(name.trim_start_matches('/'))?.unwrap_or_default();
    let mut xml = XmlReader::new(&text);
    let mut parts = HashMap::new();
    loop {
        match xml.next()? {
            XmlPart::Open(element) if element.name == "Relationship" => {
                let of = |name: &str| element.attribute(name).unwrap_or_default();
                let target = of("Target");
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_string(),
                    None => format!("{folder}/{target}").trim_start_matches('/').to_string(),
                };
                parts.insert(of("Id"), PackagePart { kind: of("Type"), path });
            }
            XmlPart::End => return Ok(parts),
            _ => {}
        }
    }
}

fn shared_strings(text: &str) -> Result<Vec<String>, WorkbookFault> {
    let mut xml = XmlReader::new(text);
    let mut strings = Vec::new();
    loop {
        match xml.next()? {
            XmlPart::Open(element) if element.name == "si" => strings.push(rich_text(&mut xml)?),
            XmlPart::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The runs of a text whose element was opened.
fn rich_text(xml: &mut XmlReader) -> Result<String, WorkbookFault> {
    let (mut all, mut depth, mut is_raised) = (String::new(), 1, false);
    while depth > 0 {
        match xml.next()? {
            // How Japanese is pronounced is no part of it.
            XmlPart::Open(element) if element.name == "rPh" => xml.skip()?,
            XmlPart::Open(element) if element.name == "t" => {
                let text = unescaped(&xml.text()?);
                all.push_str(&if is_raised { raised(&text) } else { text });
            }
            XmlPart::Open(element) => {
                depth += 1;
                match element.name.as_str() {
                    "r" => is_raised = false,
                    "vertAlign" => {
                        is_raised = element.attribute("val").is_some_and(|val| val == "superscript")
                    }
                    _ => {}
                }
            }
            XmlPart::Close(_) => depth -= 1,
            XmlPart::Text(_) => {}
            XmlPart::End => return Err(WorkbookFault::Broken("a text never ends".into())),
        }
    }
    Ok(all)
}

/// `_x000D_` is how a character is written that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut all = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        all.push_str(before);
        let code = after.get(..4).filter(|_| after.as_bytes().get(4) == Some(&b'_'));
        let letter =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                rest = &after[5..];
                // A line ends with both, or with one of them.
                if letter != '\r' || !rest.starts_with('\n') {
                    all.push(letter);
                }
            }
            None => {
                all.push_str("_x");
                rest = after;
            }
        }
    }
    all + rest
}

struct CellValues {
    formats: Vec<NumberFormat>,
    strings: Vec<String>,
    epoch: Epoch,
    /// How many cells may still be read.
    left: usize,
}

impl CellValues {
    fn sheet(&mut self, text: &str) -> Result<SheetCells, WorkbookFault> {
        let mut xml = XmlReader::new(text);
        let mut sheet = SheetCells::default();
        let (mut row, mut column) = (0, 0);
        loop {
            match xml.next()? {
                XmlPart::Open(element) => match element.name.as_str() {
                    "col" if element.says("hidden") => {
                        let (min, max) = (element.count("min", 1), element.count("max", 1));
                        sheet.hidden_columns.push(min.saturating_sub(1)..max);
                    }
                    "row" => {
                        row = element.count("r", row + 1);
                        column = 0;
                        if element.says("hidden") {
                            sheet.hidden_rows.insert(row.saturating_sub(1));
                        }
                    }
                    "c" => {
                        let place = element.attribute("r").and_then(|place| corner(&place));
                        let at = place.unwrap_or((row.saturating_sub(1), column));
                        column = at.1 + 1;
                        let kind = element.attribute("t").unwrap_or_default();
                        let style = element.count("s", 0);
                        let cell = self.cell(&mut xml, at, &kind, style)?;
                        sheet.cells.extend(cell);
                        self.left = self.left.checked_sub(1).ok_or(WorkbookFault::TooLarge)?;
                    }
                    "mergeCell" => sheet.merged.extend(element.attribute("ref").and_then(merged)),
                    _ => {}
                },
                XmlPart::End => return Ok(sheet),
                _ => {}
            }
        }
    }

    /// The cell whose element was opened; `None` of an empty one.
    fn cell(
        &self,
        xml: &mut XmlReader,
        (row, column): (usize, usize),
        kind: &str,
        style: usize,
    ) -> Result<Option<SheetCell>, WorkbookFault> {
        let (mut value, mut text) = (None, None);
        loop {
            match xml.next()? {
                XmlPart::Open(element) if element.name == "v" => value = Some(xml.text()?),
                XmlPart::Open(element) if element.name == "is" => text = Some(rich_text(xml)?),
                XmlPart::Open(_) => xml.skip()?,
                XmlPart::Close(_) => break,
                XmlPart::Text(_) => {}
                XmlPart::End => return Err(WorkbookFault::Broken("a cell never ends".into())),
            }
        }
        let cell = SheetCell { row, column, ..SheetCell::default() };
        let broken = || {
            let place = format!("{}{}", crate::dataset::places::letters(column), row + 1);
            WorkbookFault::Broken(format!("what is stored of its cell {place} makes no sense"))
        };
        let text = match (kind, value, text) {
            (_, None, None) => return Ok(None),
            ("s", Some(number), _) => {
                let number = number.trim().parse::<usize>().map_err(|_| broken())?;
                self.strings.get(number).ok_or_else(broken)?.clone()
            }
            ("b", Some(value), _) => if value.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
            ("d", Some(day), _) => {
                day.trim().trim_end_matches("T00:00:00").trim_end_matches('Z').into()
            }
            ("" | "n", Some(number), _) if number.trim().is_empty() => return Ok(None),
            ("" | "n", Some(number), _) => {
                let number = number.trim().parse().ok().filter(|number: &f64| number.is_finite());
                return Ok(Some(self.number(cell, number.ok_or_else(broken)?, style)));
            }
            ("str", Some(text), _) => unescaped(&text),
            (_, Some(text), None) | (_, _, Some(text)) => text,
        };
        let format = self.formats.get(style);
        let shown = format.and_then(|format| format.text(&text)).unwrap_or_else(|| text.clone());
        let stored = (shown.trim() != text.trim()).then_some(text);
        Ok(Some(SheetCell { shown, stored, is_name: true, ..cell }))
    }

    fn number(&self, cell: SheetCell, value: f64, style: usize) -> SheetCell {
        let stored = value.to_string();
        let shown = match self.formats.get(style) {
            Some(format) => format.number(value, self.epoch),
            None if style == 0 => ShownNumber::Text(general(value)),
            None => ShownNumber::Unknown,
        };
        let (shown, stored, unshown, is_day) = match shown {
            ShownNumber::Text(shown) => (shown, stored, None, false),
            ShownNumber::Date(shown) => {
                (shown, iso(value, self.epoch).unwrap_or(stored), None, true)
            }
            ShownNumber::Unknown => {
                let code = self.formats.get(style).map_or("?".into(), |format| format.code.clone());
                (stored.clone(), stored, Some(code), false)
            }
        };
        let differs = shown.trim().replace(',', "") != stored;
        let is_name = is_day || CellKind::of(shown.trim()) == CellKind::Period;
        SheetCell { shown, stored: differs.then_some(stored), unshown, is_name, ..cell }
    }
}

/// The row and the column of `C12`, from 0.
fn corner(place: &str) -> Option<(usize, usize)> {
    let range = CellRange::read(&format!("{place}:{place}"))?;
    (range.rows.len() == 1 && range.columns.len() == 1)
        .then_some((range.rows.start - 1, range.columns.start))
}

fn merged(place: String) -> Option<MergedCells> {
    let range = CellRange::read(&place)?;
    Some(MergedCells {
        rows: range.rows.start - 1..range.rows.end.saturating_sub(1),
        columns: range.columns,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_runs_stay_raised() {
        let text = "<sst><si><r><t>1,234</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></si>\
                    <si><t>a_x000D_&amp;b_x0041_</t></si><si><t>a_x000D_\nb</t></si></sst>";
        assert_eq!(shared_strings(text).unwrap(), ["1,234²", "a\r&bA", "a\nb"]);
    }
}
