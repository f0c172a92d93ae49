//! Years of which a table says a day: `Children in care at 31 March` above `2019` and `2020`.

use sourceline::reading::Setting;
use sourceline::tables::PublishedTable;
use sourceline::tables::day_of_year::DayOfYear;
use sourceline::tables::period_heading::ParsedHeading;

use super::frame::{Frame, listed};
use super::options::{ImportOptions, WHOLE_YEARS};
use super::period_cells::read;
use super::question::{OpenMatter, Settlement};

/// What the table says of the day of its years, where nobody has said whether that is so.
pub fn on_day(frame: &Frame, options: &ImportOptions, texts: &[String]) -> Option<OpenMatter> {
    if options.on.is_some() {
        return None;
    }
    // What is no period, as an average below the years, leaves them as they are.
    let fits = |day: &DayOfYear| {
        let is_of = |text: &String| day.in_year(text).is_some();
        let is_other = |text: &String| !is_of(text) && read(text, Setting::default).is_ok();
        texts.iter().any(is_of) && !texts.iter().any(is_other)
    };
    let first_of = |day: &DayOfYear| texts.iter().find(|text| day.in_year(text).is_some());
    let of_all = || said_of_all(frame.table, (&frame.values, frame.wide), frame.period);
    let whole = || Settlement::new(&["--on", WHOLE_YEARS], "where the numbers are of whole years");
    if let Some((said, day)) = of_all().filter(|(_, day)| fits(day)) {
        let first = first_of(&day)?;
        let on = Settlement::new(
            &["--on", &day.day],
            format!("so that {first} is {}", day.in_year(first)?),
        );
        let what = if day.day.contains(' ') { "day" } else { "month" };
        let matter = format!("`{said}` says a {what}, and the periods are years");
        return Some(OpenMatter::new(matter, vec![on, whole()]));
    }
    // `Mid-2020`
    let middle = texts.first().and_then(|text| DayOfYear::said_in(text)).filter(|day| fits(day));
    if let (Some(day), Some(first)) = (middle, texts.first()) {
        let label = format!("so that {first} is {}", day.in_year(first)?);
        let on = Settlement::new(&["--on", &day.day], label);
        let whole = Settlement::new(&["--on", WHOLE_YEARS], "for some months in the middle of it");
        return Some(OpenMatter::new(format!("`{first}` says no day"), vec![on, whole]));
    }
    // Of several series one may be of a day, and another of the year.
    let column = frame.series?;
    let values = frame.table.values(column, &frame.rows, 100);
    let of_day =
        |(cell, _): &&(&str, usize)| DayOfYear::said_in(cell).is_some_and(|day| fits(&day));
    let some: Vec<&str> = values.iter().filter(of_day).map(|(cell, _)| *cell).collect();
    let day = DayOfYear::said_in(some.first()?)?.day;
    let word = frame.table.word(column);
    let leave = |cell: &&str| match options.series_as_columns {
        true => ["--ignore".to_string(), cell.to_string()],
        false => ["--where".to_string(), format!("{word}!={cell}")],
    };
    let mut answers = vec![Settlement::new(&["--on", &day], "where all are of that day")];
    if some.len() < values.len() {
        let words = some.iter().flat_map(leave).collect();
        let label = "and import the others by themselves".to_string();
        answers.insert(0, Settlement { words, label });
    }
    answers.push(whole());
    let say = if some.len() == 1 { "says" } else { "say" };
    let matter = format!("{} {say} a day, and the periods are years", listed(&some));
    Some(OpenMatter::new(matter, answers))
}

/// The text that says the day of all numbers, and the day. `values` are the columns of the numbers,
/// which are called by periods where the table is `wide`.
pub fn said_of_all(
    table: &PublishedTable,
    (values, wide): (&[usize], bool),
    period: Option<usize>,
) -> Option<(String, DayOfYear)> {
    let columns = &table.outline.columns;
    let headings = if wide { vec![0] } else { values.to_vec() };
    let headings = headings.into_iter().chain(period).map(|at| columns[at].clone());
    let over = values.iter().filter(|_| wide);
    let over = over.map(|at| ParsedHeading::of(&columns[*at]).rest.into_owned());
    let cells = |rows: std::ops::Range<usize>| rows.flat_map(|row| table.grid.cells(row));
    let (titles, notes) = (cells(table.outline.titles.clone()), cells(table.outline.notes.clone()));
    // The note of a mark is of some numbers only.
    let notes = notes.filter(|note| is_of_all(note));
    let mut texts = headings.chain(over).chain(titles.chain(notes).map(str::to_string));
    texts.find_map(|text| DayOfYear::said_in(&text).map(|day| (text, day)))
}

/// `Figures are as at 31 March.`
fn is_of_all(note: &str) -> bool {
    let small = note.to_lowercase();
    let first = small.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let known = ["figures", "numbers", "values", "data", "counts", "all", "as", "at", "position"];
    known.contains(&first)
}
