//! What a heading, the lines around a table or a column say that its years are.

use std::ops::Range;

use sourceline::locale::EN_GB;
use sourceline::reading::Setting;
use sourceline::tables::PublishedTable;
use sourceline::tables::period_heading::period_of_heading;
use sourceline::tables::year_end::YearEnd;

use super::options::YearKind;
use super::question::{OpenMatter, Settlement};

/// What a heading says of the years below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadingYears {
    #[default]
    Silent,
    /// `Financial year`, `FY`.
    Financial,
    /// `Academic year`, `School year`: those of a series that says when its years start.
    Academic,
    /// `Tax year`, from 6 April.
    Tax,
    /// `Fiscal year`, which starts in another month from country to country.
    Fiscal,
    /// `Crop year`, `Season`.
    Other,
    /// `Year to 31 March`.
    Ending(YearEnd),
}

impl HeadingYears {
    pub fn of(heading: &str) -> HeadingYears {
        let small = heading.to_lowercase();
        let mut words = small.split(|c: char| !c.is_alphanumeric());
        let has = |known: &[&str]| words.clone().any(|word| known.contains(&word));
        if has(&["academic", "school"]) {
            HeadingYears::Academic
        } else if has(&["tax"]) {
            HeadingYears::Tax
        } else if has(&["fiscal"]) {
            HeadingYears::Fiscal
        } else if has(&["crop", "season"]) {
            HeadingYears::Other
        } else if has(&["financial", "fy"]) || words.next() == Some("fin") {
            HeadingYears::Financial
        } else {
            HeadingYears::Silent
        }
    }

    /// What the lines above the table, or else those below it, call the years in it, where they call
    /// them all one thing: `Academic years 2018/19 to 2022/23`.
    pub fn around(table: &PublishedTable) -> HeadingYears {
        const CALLED: [(&str, HeadingYears); 5] = [
            ("academic year", HeadingYears::Academic),
            ("school year", HeadingYears::Academic),
            ("tax year", HeadingYears::Tax),
            ("fiscal year", HeadingYears::Fiscal),
            ("financial year", HeadingYears::Financial),
        ];
        let called = |rows: Range<usize>| {
            let cells = || rows.clone().flat_map(|row| table.grid.cells(row));
            let said = |words: &str| cells().any(|cell| cell.to_lowercase().contains(words));
            let mut found: Vec<HeadingYears> = Vec::new();
            for (_, kind) in CALLED.iter().filter(|(words, _)| said(words)) {
                if !found.contains(kind) {
                    found.push(*kind);
                }
            }
            found
        };
        let ending = |rows: Range<usize>| {
            let said = |cell: &str| YearEnd::said_in(cell).filter(|end| end.starts() != Some(1));
            rows.flat_map(|row| table.grid.cells(row)).find_map(said)
        };
        let (titles, notes) = (table.outline.titles.clone(), table.outline.notes.clone());
        if let Some(end) = ending(titles).or_else(|| ending(notes)) {
            let tax = YearEnd { month: 4, day: Some(5) };
            return if end == tax { HeadingYears::Tax } else { HeadingYears::Ending(end) };
        }
        if let Some(end) = ending_of_last(table) {
            return HeadingYears::Ending(end);
        }
        let above = called(table.outline.titles.clone());
        let found = if above.is_empty() { called(table.outline.notes.clone()) } else { above };
        if let [only] = found[..] { only } else { HeadingYears::Silent }
    }

    /// What a column says of every row that is meant: `Academic year` below `time_identifier`.
    pub fn beside(table: &PublishedTable, rows: &[usize]) -> HeadingYears {
        let says = |at: usize| match table.values(at, rows, 2)[..] {
            [(only, _)] if only.len() < 30 && only.to_lowercase().contains("year") => {
                Some(HeadingYears::of(only)).filter(|said| *said != HeadingYears::Silent)
            }
            _ => None,
        };
        (0..table.width()).find_map(says).unwrap_or_default()
    }

    /// Years that somebody says to be called by their end or their start are no calendar years, whatever
    /// no line of the table says of them.
    pub fn as_said(self, kind: Option<YearKind>) -> HeadingYears {
        let called = matches!(kind, Some(YearKind::Ending | YearKind::Starting));
        let unsaid = matches!(self, HeadingYears::Silent | HeadingYears::Other);
        if called && unsaid { HeadingYears::Financial } else { self }
    }

    /// `FY 2018`: a year of one number as the heading calls it, so that it is no calendar year.
    pub fn called(self, text: &str) -> Option<String> {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let name = match self {
            HeadingYears::Financial | HeadingYears::Fiscal | HeadingYears::Ending(_) => "FY",
            HeadingYears::Academic => "academic year",
            HeadingYears::Tax => "tax year",
            HeadingYears::Silent | HeadingYears::Other => return None,
        };
        is_year.then(|| format!("{name} {text}"))
    }
}

/// `For the year ended 31 March 2024` above a table whose last year is 2024, among others.
fn ending_of_last(table: &PublishedTable) -> Option<YearEnd> {
    const LOOKED_AT: usize = 300;
    let titles = table.outline.titles.clone().filter(|row| *row < table.outline.header.start);
    let (end, year) =
        titles.flat_map(|row| table.grid.cells(row)).find_map(YearEnd::said_of_one)?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let headings = table.outline.columns.iter().map(|name| period_of_heading(name).0);
    let first = table.body().take(LOOKED_AT).map(|row| table.grid.cell(row, 0));
    let years: Vec<&str> = headings.chain(first).filter(|text| is_year(text)).collect();
    let is_last = years.len() > 1 && years.iter().max() == Some(&year.as_str());
    (is_last && end.starts() != Some(1)).then_some(end)
}

/// The lines above say when each year ends.
pub fn ending_matter(
    text: &str,
    end: YearEnd,
    setting: Setting,
    there: Option<&str>,
) -> OpenMatter {
    let month = EN_GB.months[end.month as usize - 1];
    let when = end.day.map_or(format!("in {month}"), |day| format!("on {day} {month}"));
    let calendar = Settlement::new(&["--years", "calendar"], "for the calendar year");
    let matter = format!(
        "the lines around the table say years that end {when}, and `{text}` alone is a calendar year"
    );
    let Some(starts) = end.starts() else {
        // No year of ours ends in the midst of a month.
        return OpenMatter { asked: true, ..OpenMatter::new(matter, vec![calendar]) };
    };
    let own = setting.years.month() == starts;
    let number = starts.to_string();
    let first = there.filter(|_| !own).map(|id| {
        format!("`sourceline edit series {id} --year-starts {starts}` first, for such years")
    });
    let more: &[&str] =
        if own || there.is_some() { &[] } else { &["--year-starts", number.as_str()] };
    let ending = Settlement::new(
        &[more, &["--years", "ending"]].concat(),
        format!("so that {text} is the year that ends in {month} {text}"),
    );
    OpenMatter { first, ..OpenMatter::new(matter, vec![ending, calendar]) }
}
