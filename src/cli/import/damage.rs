//! What a spreadsheet spoils before a table is imported.

use sourceline::reading::no_number;
use sourceline::tables::PublishedTable;
use sourceline::tables::period_heading::is_split_year;

/// What a spreadsheet wrote in place of what was meant: `#REF!`, `####`. `#N/A` is often typed for a
/// number that is missing.
pub fn spoilt(cell: &str) -> Option<String> {
    if !cell.starts_with('#') || cell.len() < 2 || cell.eq_ignore_ascii_case("#n/a") {
        return None;
    }
    if cell.bytes().all(|byte| byte == b'#') {
        return Some(format!(
            "`{cell}` is what a spreadsheet shows where a column is too narrow: widen it and save \
             the table again"
        ));
    }
    let is_error = cell.ends_with(['!', '?']) && no_number(cell).is_some();
    is_error.then(|| {
        format!(
            "`{cell}` is a spreadsheet's error: mend the formula, or the text that it took for \
                 one, and save the table again"
        )
    })
}

/// Ranges such as `0-4` and `10-14` of which a spreadsheet made a date: `05-Sep` of `5-9`.
pub struct DatedRanges {
    /// One that is whole.
    range: String,
}

impl DatedRanges {
    /// Of a column that names the rows; `None` if it holds no ranges.
    pub fn of(table: &PublishedTable, column: usize) -> Option<DatedRanges> {
        let rows: Vec<usize> = table.body().collect();
        let values = table.values(column, &rows, 400);
        let has_dates = values.iter().any(|(cell, _)| is_date(cell));
        let range = values.iter().find(|(cell, _)| is_range(cell)).filter(|_| has_dates)?.0;
        Some(DatedRanges { range: range.to_string() })
    }

    /// Why a cell cannot be meant as it stands.
    pub fn spoilt(&self, cell: &str) -> Option<String> {
        is_date(cell).then(|| {
            format!(
                "`{cell}` stands among ranges such as `{}`: a spreadsheet made a date of one; mend \
                 it, and keep the column as text",
                self.range
            )
        })
    }
}

/// Years such as `2009-10` of which a spreadsheet made the month of the same digits, `Oct-09`, among
/// others such as `2012-13` that it left alone.
pub struct DatedYears {
    /// One that is whole.
    year: String,
}

impl DatedYears {
    /// Of the texts of the periods; `None` where any month is one that no year becomes.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Option<DatedYears> {
        let year = texts.clone().find(|text| is_split_year(text))?.to_string();
        let is_spoilt = |text: &str| year_made_a_month(text).is_some();
        let mut months = texts.filter(|text| !is_split_year(text)).peekable();
        (months.peek().is_some() && months.all(is_spoilt)).then_some(DatedYears { year })
    }

    /// Why a period cannot be meant as it stands.
    pub fn spoilt(&self, text: &str) -> Option<String> {
        year_made_a_month(text).map(|meant| {
            format!(
                "`{text}` stands among years such as `{}`: a spreadsheet made a month of `{meant}`; \
                 write that, and keep the column as text",
                self.year
            )
        })
    }
}

/// `2009-10` of `Oct-09` and `Oct 2009`.
fn year_made_a_month(text: &str) -> Option<String> {
    let (month, year) = text.split_once(['-', ' '])?;
    let number = super::evidence::month_number(month).filter(|_| month.len() == 3)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let start: u32 = year.parse().ok().filter(|_| digits && matches!(year.len(), 2 | 4))?;
    let start = if year.len() == 2 { 2000 + start } else { start };
    ((start + 1) % 100 == number).then(|| format!("{start}-{number:02}"))
}

/// `0-4`, `10 – 14`.
fn is_range(cell: &str) -> bool {
    let number = |text: &str| {
        let text = text.trim();
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    cell.split_once(['-', '–']).is_some_and(|(low, high)| number(low) && number(high))
}

/// `05-Sep`, `Oct-14`.
fn is_date(cell: &str) -> bool {
    let Some((one, other)) = cell.split_once('-') else { return false };
    let is_day = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_month = |text: &str| text.len() == 3 && super::evidence::month_number(text).is_some();
    is_day(one) && is_month(other) || is_month(one) && is_day(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_shows_in_place_of_a_number_is_told() {
        for cell in ["#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "####"] {
            assert!(spoilt(cell).is_some(), "{cell}");
        }
        for cell in ["#N/A", "#", "# 5", "5", "", "#1", "Hives #2"] {
            assert!(spoilt(cell).is_none(), "{cell}");
        }
    }

    #[test]
    fn years_of_which_a_spreadsheet_made_months_are_told() {
        let of = |texts: &[&'static str]| DatedYears::of(texts.iter().copied());
        let spoilt = of(&["Oct-09", "Nov-10", "2012-13"]).unwrap().spoilt("Oct-09").unwrap();
        assert!(spoilt.contains("`2009-10`") && spoilt.contains("`2012-13`"), "{spoilt}");
        assert!(of(&["2007-08", "Sep 2008"]).is_some());
        assert!(of(&["Oct-09", "Nov-09", "2012-13"]).is_none(), "months of one year");
        assert!(of(&["Oct-09", "Nov-10"]).is_none() && of(&["2011-12", "2012-13"]).is_none());
    }

    #[test]
    fn ranges_and_the_dates_made_of_them_are_told_apart() {
        for (cell, range, date) in [
            ("0-4", true, false),
            ("10–14", true, false),
            ("05-Sep", false, true),
            ("Oct-14", false, true),
            ("Mar-2020", false, false),
            ("85+", false, false),
            ("2009-10", false, false),
        ] {
            assert_eq!((is_range(cell), is_date(cell)), (range, date), "{cell}");
        }
    }
}
