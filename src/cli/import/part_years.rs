//! Periods that a note calls incomplete: `2023/24*`, and below the table `* nine months only`.

use sourceline::figure::{Period, Unit};
use sourceline::reading::{Convention, Setting, YearAndNumber, period_in_words};
use sourceline::tables::PublishedTable;
use sourceline::tables::marks::Marked;
use sourceline::tables::part_of_year::is_months;
use sourceline::tables::period_heading::{is_split_year, parted_period, period_of_heading};
use sourceline::tables::year_end::YearEnd;

use super::frame::Frame;
use super::options::{ImportOptions, PartYears, shell};
use super::period_cells::{PeriodCell, is_plain, read};
use super::question::{OpenMatter, Settlement};

/// What is to be looked at, for each period that its note says to be another stretch, or may.
pub fn part_years(table: &PublishedTable, options: &ImportOptions) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let column = options.period_column.as_deref().and_then(|name| table.find(name).ok());
    let cells: Vec<(&str, Option<String>)> = match column {
        Some(column) => {
            let word = table.word(column);
            let cells = table.body().map(|row| table.grid.cell(row, column));
            let leave = |cell: &str| format!("--where {}", shell(&format!("{word}!={cell}")));
            cells.map(|cell| (cell, Some(leave(cell)))).collect()
        }
        None if options.years_as_columns => {
            table.outline.columns.iter().map(|name| (name.as_str(), None)).collect()
        }
        None => Vec::new(),
    };
    for (cell, leave) in cells {
        let (text, marked) = match leave {
            Some(_) => parted_period(cell),
            None => period_of_heading(cell),
        };
        let Some(note) = part_note(table, &marked) else { continue };
        // `2023/24` as most tables mean it; what becomes of it is shown with the rows.
        let split = is_split_year(text).then_some(YearAndNumber::FinancialYear);
        let column = Convention { year_and_number: split, ..Convention::default() };
        let setting = Setting { column, ..Setting::default() };
        let whole = read(text, || setting).ok();
        let stretch = whole.and_then(|whole| stretch(note, text, whole, &setting));
        let words = match stretch {
            Some(stretch) => {
                let words = period_in_words(stretch);
                format!("`{cell}` is stored as {stretch}, {words}, by its note `{note}`")
            }
            None if is_in_part(note) => continue,
            None => {
                let way = leave.map_or(String::new(), |leave| format!("; {leave} leaves it out"));
                format!("`{cell}` is stored as a whole period with the note `{note}`{way}")
            }
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told
}

/// Puts the stretch that its note says in place of each period that is not whole; asks where the note
/// does not say of which months it is.
pub fn put_stretches(
    frame: &Frame,
    options: &ImportOptions,
    cells: &mut [PeriodCell],
    setting: impl Fn(usize) -> Setting,
) -> Option<OpenMatter> {
    if frame.table.outline.notes.is_empty() {
        return None;
    }
    let mut unsaid: Option<(&str, &str)> = None;
    for (at, cell) in cells.iter_mut().enumerate() {
        let Ok(whole) = *cell else { continue };
        let Some((said, text, marked)) = marked_period(frame, at) else { continue };
        let Some(note) = part_note(frame.table, &marked) else { continue };
        match stretch(note, text, whole, &setting(at)) {
            Some(stretch) => *cell = Ok(stretch),
            None if is_in_part(note) => unsaid = unsaid.or(Some((said, note))),
            None => {}
        }
    }
    let (said, note) = unsaid.filter(|_| options.part_years.is_none())?;
    let leave = match frame.period.filter(|_| !frame.wide) {
        Some(column) => ["--where".to_string(), format!("{}!={said}", frame.table.word(column))],
        None => ["--ignore".to_string(), said.to_string()],
    };
    let whole = [PartYears::NAME, PartYears::WHOLE];
    Some(OpenMatter::new(
        format!(
            "`{said}` is no whole period by its note `{note}`, which does not say of which months it is"
        ),
        vec![
            Settlement { words: leave.to_vec(), label: "to leave it out".to_string() },
            Settlement::new(&whole, "to store it as the whole period, with the note"),
        ],
    ))
}

/// A period with what its note says of its stretch, as its own words.
pub fn stated_in_part(frame: &Frame, at: usize, said: &str) -> Option<String> {
    if frame.table.outline.notes.is_empty() {
        return None;
    }
    let (_, _, marked) = marked_period(frame, at)?;
    let note = part_note(frame.table, &marked)?;
    let note = note.trim_end_matches('.');
    Some(if note.contains(said) { note.to_string() } else { format!("{said} ({note})") })
}

/// The cell or the heading of a period, the period in it and its marks.
fn marked_period<'t>(frame: &Frame<'t>, at: usize) -> Option<(&'t str, &'t str, Marked)> {
    let (cell, (text, marked)) = match frame.wide {
        true => {
            let heading = frame.table.outline.columns[frame.values[at]].as_str();
            (heading, period_of_heading(heading))
        }
        false => {
            let cell = frame.cell(frame.rows[at], frame.period);
            if is_plain(cell) {
                return None;
            }
            (cell, parted_period(cell))
        }
    };
    (!marked.words.is_empty()).then_some((cell, text, marked))
}

/// The first note of these marks that says that a period is not whole.
fn part_note<'t>(table: &'t PublishedTable, marked: &Marked) -> Option<&'t str> {
    let marks = marked
        .words
        .iter()
        .filter_map(|words| words.strip_prefix("Marked ")?.strip_suffix(" in the source."));
    marks.filter_map(|mark| table.footnote(mark)).find(|note| says_a_part(note))
}

/// The stretch that a note says, where it says nothing else: `January to June 2023`, `First nine months
/// only`, `2023/24 covers 1 April 2023 to 31 December 2023 only`.
fn stretch(note: &str, year: &str, whole: Period, setting: &Setting) -> Option<Period> {
    const BESIDE: [&str; 22] = [
        "covers",
        "cover",
        "covering",
        "for",
        "only",
        "data",
        "figures",
        "figure",
        "is",
        "are",
        "to",
        "of",
        "the",
        "period",
        "relates",
        "relate",
        "from",
        "in",
        "includes",
        "available",
        "part",
        "year",
    ];
    const MOST_WORDS: usize = 20;
    let words: Vec<&str> = note
        .split_whitespace()
        .map(|word| word.trim_matches([',', ';', '.', ':']))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let is_beside = |word: &&str| {
        let small = word.to_lowercase();
        BESIDE.contains(&small.as_str())
            || small == year
            || year.starts_with(&small) && small.len() == 4
    };
    let says_it = |period: &Period| {
        let (own, all) = (period.span(), whole.span());
        all.start <= own.start && own.end <= all.end && own != all
    };
    let runs = (1..=words.len())
        .rev()
        .flat_map(|length| (0..=words.len() - length).map(move |start| start..start + length));
    runs.into_iter().find_map(|run| {
        let (before, after) = (&words[..run.start], &words[run.end..]);
        if !before.iter().chain(after).all(is_beside) {
            return None;
        }
        let said = words[run].join(" ").replace("until ", "to ");
        let texts = [said.clone(), format!("{year} ({said})")];
        let read = texts.iter().filter_map(|text| read(text, || *setting).ok()).find(says_it)?;
        Some(in_months(read).unwrap_or(read))
    })
}

/// `2023-04/2023-12` of `2023-04-01/2023-12-31`.
fn in_months(period: Period) -> Option<Period> {
    let (start, end) = (period.span().start, period.span().end);
    if !period.is_interval() || start.day_of_month() != 1 || end.next().day_of_month() != 1 {
        return None;
    }
    let month = |day: sourceline::figure::Day| Unit::month(day.year(), day.month());
    Period::between(month(start)?, month(end)?)
}

/// Does a note say that its period is not whole, or may not be?
fn says_a_part(note: &str) -> bool {
    let small = note.to_lowercase();
    let may = ["only", "until", "up to"].iter().any(|words| small.contains(words));
    may || is_in_part(note) || names_some_months(&small)
}

/// Does it say so beyond doubt? What is left out of a whole period is another matter.
fn is_in_part(note: &str) -> bool {
    const SAID: [&str; 9] = [
        "to date",
        "part year",
        "part-year",
        "partial year",
        "incomplete",
        "not complete",
        "so far",
        "first half",
        "part of the year",
    ];
    let small = note.to_lowercase();
    let leaves_out = ["exclud", "except", "without", "missing", "omit"];
    !leaves_out.iter().any(|word| small.contains(word))
        && (SAID.iter().any(|words| small.contains(words)) || names_some_months(&small))
}

/// `January to June 2023`, `first nine months`, `Q1 to Q3`: fewer months than a year has.
fn names_some_months(small: &str) -> bool {
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_part = |word: &&&str| is_months(word) || matches!(**word, "q1" | "q2" | "q3" | "q4");
    let months = words.iter().filter(is_part).count();
    let counted = words.windows(2).any(|pair| {
        matches!(pair[1], "months" | "month" | "quarters" | "weeks")
            && !matches!(
                pair[0],
                "12" | "twelve" | "52" | "four" | "4" | "the" | "all" | "calendar"
            )
            && !small.contains("rolling")
    });
    YearEnd::said_in(small).is_none() && (months > 1 || counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_the_stretch_or_nothing() {
        let said = |year: &str, note: &str| {
            let split = is_split_year(year).then_some(YearAndNumber::FinancialYear);
            let column = Convention { year_and_number: split, ..Convention::default() };
            let setting = Setting { column, ..Setting::default() };
            let whole = read(year, || setting).unwrap();
            stretch(note, year, whole, &setting).map(|period| period.to_string())
        };
        for (year, note, expected) in [
            ("2023", "January to June 2023.", "2023-01/2023-06"),
            ("2023", "First nine months only", "2023-01/2023-09"),
            ("2023/24", "first nine months only", "2023-04/2023-12"),
            ("2023/24", "2023/24 covers 1 April 2023 to 31 December 2023 only.", "2023-04/2023-12"),
            ("2023/24", "April to December 2023", "2023-04/2023-12"),
            ("2023", "Data to 30 June 2023", "2023-01/2023-06"),
            ("2023", "Data up to June 2023 only", "2023-01/2023-06"),
        ] {
            assert_eq!(said(year, note).as_deref(), Some(expected), "{year} {note}");
        }
        for (year, note) in [
            ("2023", "nine months only"),
            ("2023", "Excludes January to March 2023"),
            ("2023", "Method changed in June 2023"),
            ("2023", "Kent only"),
            ("2023", "January to December 2023"),
            ("2023", "January to June 2022"),
        ] {
            assert_eq!(said(year, note), None, "{year} {note}");
        }
    }

    #[test]
    fn notes_of_a_part_of_a_year_are_told_from_others() {
        assert!(says_a_part("nine months only") && says_a_part("Incomplete: data to June"));
        assert!(says_a_part("January to June 2023.") && says_a_part("First nine months"));
        assert!(!says_a_part("Years run from April to March"));
        assert!(!says_a_part("Provisional") && !says_a_part("New method from this year"));
        assert!(is_in_part("First nine months only") && !is_in_part("Kent only"));
        assert!(!is_in_part("Excludes January to March"));
    }
}
