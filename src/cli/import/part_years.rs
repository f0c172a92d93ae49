//! Periods that a note calls incomplete: `2023/24*`, and below the table `* nine months only`; or `2023`,
//! and below the table `2023 data cover January to June only.`

use sourceline::reading::{Convention, Setting, YearAndNumber, period_in_words};
use sourceline::tables::PublishedTable;
use sourceline::tables::marks::Marked;
use sourceline::tables::period_heading::{is_split_year, parted_period, period_of_heading};

use super::frame::Frame;
use super::options::{ImportOptions, PartYears};
use super::part_notes::{is_in_part, says_a_part, sentence_of, sentences_of_parts, stretch};
use super::period_cells::{PeriodCell, is_plain, read};
use super::question::{OpenMatter, Settlement};
use super::shell::said_as;

/// What is to be looked at, for each period that its note says to be another stretch, or may.
pub fn part_years(table: &PublishedTable, options: &ImportOptions) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let column = options.period_column.as_deref().and_then(|name| table.find(name).ok());
    let cells: Vec<(&str, Option<String>)> = match column {
        Some(column) => {
            let word = table.word(column);
            let cells = table.body().map(|row| table.grid.cell(row, column));
            let leave = |cell: &str| said_as("--where", &format!("{word}!={cell}"));
            cells.map(|cell| (cell, Some(leave(cell)))).collect()
        }
        None if options.years_as_columns => {
            table.outline.columns.iter().map(|name| (name.as_str(), None)).collect()
        }
        None => Vec::new(),
    };
    let sentences = sentences_of_parts(table);
    for (cell, leave) in cells {
        let (text, marked) = match leave {
            Some(_) => parted_period(cell),
            None => period_of_heading(cell),
        };
        let Some(note) = part_note(table, &sentences, text, &marked) else { continue };
        // `2023/24` as most tables mean it; what becomes of it is shown with the rows.
        let split = is_split_year(text).then_some(YearAndNumber::FinancialYear);
        let column = Convention { year_and_number: split, ..Convention::default() };
        let setting = Setting { column, ..Setting::default() };
        let whole = read(text, || setting).ok();
        let said = whole.and_then(|whole| stretch(note, text, whole, &setting));
        let words = match said {
            Some(said) if whole.is_some_and(|whole| whole.span() == said.span()) => continue,
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
        let Some(note) = part_note(frame.table, &frame.part_notes, text, &marked) else { continue };
        match stretch(note, text, whole, &setting(at)) {
            Some(said) if said.span() == whole.span() => {}
            Some(said) => *cell = Ok(said),
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
    let (_, text, marked) = marked_period(frame, at)?;
    let note = part_note(frame.table, &frame.part_notes, text, &marked)?;
    let note = note.trim_end_matches('.');
    Some(if note.contains(said) { note.to_string() } else { format!("{said} ({note})") })
}

/// The cell or the heading of a period of which a note may say something, the period in it and its marks.
fn marked_period<'t>(frame: &Frame<'t>, at: usize) -> Option<(&'t str, &'t str, Marked)> {
    let (cell, (text, marked)) = match frame.wide {
        true => {
            let heading = frame.table.outline.columns[frame.values[at]].as_str();
            (heading, period_of_heading(heading))
        }
        false => {
            let cell = frame.cell(frame.rows[at], frame.period);
            // Most cells of long tables.
            if is_plain(cell) && frame.part_notes.is_empty() {
                return None;
            }
            (cell, parted_period(cell))
        }
    };
    let is_marked = !marked.words.is_empty() || !marked.letters.is_empty();
    let may_be_said = is_marked || !frame.part_notes.is_empty();
    may_be_said.then_some((cell, text, marked))
}

/// The first note of these marks that says that a period is not whole, or the sentence that says it of
/// this year.
fn part_note<'t>(
    table: &'t PublishedTable,
    sentences: &[&'t str],
    year: &str,
    marked: &Marked,
) -> Option<&'t str> {
    // The `b` and the `g` of `2017 (b)` and `2018 (g)` may be no status but a note.
    let words = marked.words.iter().map(String::as_str);
    let marks = words
        .filter_map(|said| Some(said.strip_prefix("Marked ")?.split_once(" in the source")?.0));
    let letters = marked.letters.chars().map(String::from);
    let mut notes = marks
        .map(str::to_string)
        .chain(letters)
        .filter_map(|mark| table.footnote(&mark).or_else(|| table.footnote(&mark.to_lowercase())));
    let note = notes.find(|note| says_a_part(note));
    note.or_else(|| sentence_of(sentences, year))
}
