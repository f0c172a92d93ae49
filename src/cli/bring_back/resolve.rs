//! What a cell of a workbook says, where a spreadsheet may have made something else of what was typed.

use rust_decimal::Decimal;
use sourceline::tables::own_workbook::{OwnCell, is_number, kept_text};

/// A spreadsheet keeps no more digits of a number.
const DIGITS: usize = 15;

/// The text of a cell, or why nobody can be sure of it and what to write; `own` is what the project
/// says there.
pub fn resolve(column: &str, cell: &OwnCell, own: &str) -> Result<String, String> {
    let shown = cell.shown.trim();
    let stored = cell.stored.as_deref().unwrap_or(shown);
    if [shown, stored].iter().any(|text| kept_text(column, text) == kept_text(column, own)) {
        return Ok(own.to_string());
    }
    if cell.is_unclear {
        return Err(format!("what it shows cannot be told; it holds `{stored}`"));
    }
    if let Some(day) = day(stored).filter(|_| cell.stored.is_some()) {
        let how = match column {
            "period" => {
                "; a financial year as '2009-04/2010-03, a month such as October 2009 as \
                 '2009-10-01/2009-10-31"
            }
            "published" | "accessed" | "date" => {
                ", as '2018-09-03 or, where no day is known, '2018-09"
            }
            _ => "",
        };
        return Err(format!(
            "the spreadsheet took what was typed for a date: it shows `{shown}` and holds {day}. \
             Type it with an apostrophe before it{how}"
        ));
    }
    if !is_number(column) {
        return match cell.stored {
            None => Ok(cell.shown.trim().replace("\r\n", "\n")),
            Some(_) => Err(format!(
                "it shows `{shown}` and holds `{stored}`. Type what is meant with an apostrophe \
                 before it"
            )),
        };
    }
    if shown.ends_with('%') {
        let plain = shown.trim_end_matches('%').trim();
        return Err(format!("`{shown}` is a percentage: write the number alone, {plain}"));
    }
    let plain = shown.replace(',', "");
    let Some(number) = decimal(&plain) else {
        return Err(format!(
            "`{shown}` is no plain number: write digits only, as 82109, and words such as about \
             in the column qualifier"
        ));
    };
    if cell.stored.is_some() && decimal(stored) != Some(number) {
        return Err(format!(
            "it shows `{shown}` and holds {stored}. Type the number that is meant anew"
        ));
    }
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let kept = plain.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).count();
    if digits > DIGITS && kept <= DIGITS && !plain.contains('.') {
        return Err(format!(
            "a spreadsheet keeps 15 digits of a number and puts noughts for the rest, so that \
             `{shown}` may not be what was typed. Type it with an apostrophe before it, or use \
             `sourceline edit`"
        ));
    }
    Ok(plain)
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

/// The day of `2009-10-01` and `2009-10-01 00:00:00`.
fn day(text: &str) -> Option<&str> {
    let day = text.get(..10)?;
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 && parts[0].len() == 4 && parts.iter().all(digits)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(shown: &str, stored: Option<&str>) -> OwnCell {
        let stored = stored.map(String::from);
        OwnCell { at: "D2".into(), shown: shown.into(), stored, is_unclear: false }
    }

    #[test]
    fn what_was_typed_is_taken_and_what_a_spreadsheet_made_of_it_is_not() {
        let read = |column, shown, stored, own| resolve(column, &cell(shown, stored), own);
        let fine = |text: &str| Ok(text.to_string());
        assert_eq!(read("value", "1.2", None, "1.20"), fine("1.20"));
        assert_eq!(read("value", "1.2", None, "1.3"), fine("1.2"));
        assert_eq!(read("value", "82,109", Some("82109"), "5"), fine("82109"));
        assert_eq!(read("value", "13", Some("12.5"), "12.5"), fine("12.5"));
        assert_eq!(read("note", "=1+1", None, "old"), fine("=1+1"));
        assert_eq!(read("value", "123456789012345678901", None, ""), fine("123456789012345678901"));
        for (column, shown, stored) in [
            ("value", "13", Some("12.5")),
            ("value", "44%", Some("0.44")),
            ("value", "44%", None),
            ("value", "about 5", None),
            ("value", "12345678901234500", None),
            ("period", "Oct-09", Some("2009-10-01")),
            ("value", "01/02/2020", Some("2020-02-01")),
        ] {
            assert!(read(column, shown, stored, "5").is_err(), "{shown}");
        }
    }
}
