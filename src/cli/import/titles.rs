//! What a new series is called: the title above the table, the heading of its column, and what is said
//! of every row.

use sourceline::tables::broken_line::with_whole_numbers;
use sourceline::tables::meaning::TableGuess;
use sourceline::tables::names::{
    is_named_code, is_named_multiplier, is_named_note, is_named_status, is_of_the_file, is_unit,
    label_of, names_a_measure, names_a_place,
};
use sourceline::tables::period_heading::is_a_period;
use sourceline::tables::totals::is_total;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::frame::Frame;
use super::options::ImportOptions;
use super::targets::joined_title;
use super::title_words::{unit_apart, without_edition};

/// The title of a new series, and whether the table says it, and no file name stands in for it. `plain`
/// is what stands over all the numbers, without its unit.
pub fn title_of(
    table: &PublishedTable,
    options: &ImportOptions,
    label: &str,
    plain: &str,
) -> (String, bool) {
    let each = options.series_as_columns;
    let column = options.value_column.as_deref().and_then(|name| table.find(name).ok());
    let heading = column.map_or(plain.to_string(), |at| own_heading(table, at));
    let heading = Some(heading).filter(|heading| is_title(heading));
    let heading = heading.filter(|_| !each);
    let above = title_above(table);
    let measure = || table.always(names_a_measure).map(|cell| without_brackets(label_of(cell)));
    // Of several columns of numbers each says what it counts.
    let beside = heading.as_deref().filter(|heading| {
        has_other_numbers(table, column)
            && (names_numbers(heading) || has_other_generic(table, column))
    });
    let title = above
        .map(|above| joined_title(&above, beside.as_slice()))
        .or_else(|| heading.clone().filter(|heading| names_numbers(heading)))
        .or_else(measure)
        .filter(|title| !title.is_empty());
    let is_said = title.is_some();
    let file = label.rsplit(['/', '\\']).next().unwrap_or(label);
    let stem = file.split('.').next().unwrap_or(file).replace(['_', '-'], " ");
    let title = match title {
        // Each series is called by its heading.
        None if each => String::new(),
        None => joined_title(&stem, beside.as_slice()),
        Some(title) => title,
    };
    let always: Vec<String> = always(table, options).into_iter().map(without_brackets).collect();
    let always: Vec<&str> = always.iter().map(String::as_str).collect();
    (joined_title(&title, &always), is_said)
}

/// The heading of a column of numbers without its unit, unless another has the same without it.
pub fn own_heading(table: &PublishedTable, column: usize) -> String {
    let columns = &table.outline.columns;
    let plain = without_unit(&columns[column]);
    let others = (0..columns.len()).filter(|at| *at != column);
    let is_shared = others.into_iter().any(|at| without_unit(&columns[at]) == plain);
    // `Kent County!!Total!!Estimate`, as the American census has its levels.
    let own = if is_shared { columns[column].clone() } else { plain };
    own.replace("!!", ", ")
}

/// Words, and no code of a publisher.
fn is_title(heading: &str) -> bool {
    let small = heading.to_lowercase();
    heading.contains(char::is_alphabetic)
        && !small.starts_with("v4_")
        && !small.starts_with("obs_value")
}

/// Names of numbers that say nothing of what they count.
const GENERIC: [&str; 11] = [
    "value",
    "obs_value",
    "count",
    "number",
    "total",
    "observation",
    "obsvalue",
    "factvaluenumeric",
    "numericvalue",
    "numvalue",
    "datavalue",
];

/// The same in a column that says of every row what kind of number it has.
const KINDS: [&str; 8] =
    ["ratio", "percent", "percentage", "rate", "counts", "numbers", "values", "units"];

/// Does a heading say what is counted, beside that it is a number?
pub fn names_numbers(heading: &str) -> bool {
    is_own_name(heading) && !HeadingUnit::is_all_of(heading)
}

/// Is it a name of its own, be it only that of a unit?
fn is_own_name(heading: &str) -> bool {
    is_title(heading) && !GENERIC.contains(&heading.to_lowercase().as_str())
}

/// Is another column of numbers called as if it counted nothing, too?
fn has_other_generic(table: &PublishedTable, column: Option<usize>) -> bool {
    let values = TableGuess::of(table).values;
    let mut others = values.iter().filter(|at| Some(**at) != column);
    others.any(|at| !is_own_name(&without_brackets(&table.outline.columns[*at])))
}

/// Does another column hold numbers that might be meant as well?
pub fn has_other_numbers(table: &PublishedTable, column: Option<usize>) -> bool {
    let guess = TableGuess::of(table);
    if guess.wide.is_some() {
        return false;
    }
    let is_other = |at: &usize| Some(*at) != column && guess.period != Some(*at);
    guess.ends.is_none() && guess.values.iter().any(is_other)
}

/// What tells the rows that are meant from others, of this table or of the next of its kind: the cells
/// of `--where`, the heading of `--under`, and what is said of every row.
pub fn told_apart<'t>(options: &'t ImportOptions, table: &'t PublishedTable) -> Vec<&'t str> {
    let only = options.only.iter().filter_map(|condition| {
        let cut = condition.rfind('=').filter(|at| !condition[..*at].ends_with('!'))?;
        Some(condition[cut + 1..].trim())
    });
    let said = only.chain(options.under.as_deref()).filter(|cell| !cell.is_empty());
    said.filter(|cell| !is_total(cell)).chain(always(table, options)).collect()
}

/// What columns say of every row that tells what is counted: the place, the measure, and other
/// things such as the kind of offence; the words, where a code stands beside them.
pub fn always<'t>(table: &'t PublishedTable, options: &ImportOptions) -> Vec<&'t str> {
    const LONGEST: usize = 60;
    // Of the rows that are meant.
    let frame = Frame::of(table, "", options).ok();
    let rows = frame.map_or_else(|| table.body().collect::<Vec<_>>(), |frame| frame.rows);
    if rows.len() < 2 {
        let said = [names_a_measure, names_a_place].into_iter();
        return said.filter_map(|fits| table.always(fits)).map(label_of).collect();
    }
    let named = options.named_columns();
    let is_named = |at: usize| named.iter().any(|name| table.find(name) == Ok(at));
    let is_other = |name: &str| {
        is_unit(name)
            || is_of_the_file(name)
            || is_named_note(name)
            || is_named_status(name)
            || is_named_multiplier(name)
            || is_named_code(name)
    };
    let is_name = |cell: &&str| {
        cell.contains(|c: char| c.is_lowercase())
            && cell.len() < LONGEST
            && !is_total(cell)
            && !cell.to_lowercase().starts_with("all ")
            && !is_a_period(cell)
            && !KINDS.contains(&cell.to_lowercase().as_str())
            && !GENERIC.contains(&cell.to_lowercase().as_str())
    };
    // What names one of the series is not said of the others.
    let series = options.series_column.as_deref().and_then(|name| table.find(name).ok());
    let series: Vec<&str> = series
        .map(|at| {
            table.values(at, &rows, 400).into_iter().map(|(cell, _)| label_of(cell)).collect()
        })
        .unwrap_or_default();
    let said = |at: usize| match table.values(at, &rows, 2)[..] {
        [(only, _)] => Some(label_of(only)).filter(is_name).filter(|only| !series.contains(only)),
        _ => None,
    };
    let columns = (0..table.width()).filter(|at| {
        let name = &table.outline.columns[*at];
        !is_named(*at) && !is_other(name) && !name.is_empty()
    });
    let mut said: Vec<(bool, &str)> = columns
        .filter_map(|at| Some((names_a_measure(&table.outline.columns[at]), said(at)?)))
        .collect();
    // What is counted stands before where and of whom.
    said.sort_by_key(|(measure, _)| !measure);
    // `Male` beside its code `male`.
    let all: Vec<&str> = said.iter().map(|(_, cell)| *cell).collect();
    let is_code = |cell: &str| {
        let same = |other: &&str| other.eq_ignore_ascii_case(cell) && **other < *cell;
        all.iter().any(same)
    };
    said.into_iter().map(|(_, cell)| cell).filter(|cell| !is_code(cell)).collect()
}

/// The title that stands above the header: not what is said of the file, such as when it was
/// published, nor a name and what it is, as above a time series.
pub fn title_above(table: &PublishedTable) -> Option<String> {
    let outline = &table.outline;
    // What stands below the header is said of single series.
    let rows = outline.titles.clone().filter(|row| *row < outline.header.start);
    rows.map(|row| {
        let mut cells: Vec<&str> =
            table.grid.cells(row).filter(|cell| !matches!(*cell, "" | "Column Labels")).collect();
        cells.dedup();
        // A title with a comma in it and without quotes falls into several cells.
        let whole = with_whole_numbers(&cells);
        let cells: Vec<&str> = whole.iter().map(String::as_str).collect();
        match cells[..] {
            [only] => only.to_string(),
            ["Title" | "Title:", title] => title.to_string(),
            // `Type of data:` and what it is.
            [name, _] if name.ends_with(':') => String::new(),
            [first, ..] if is_broken(first, &cells) => cells.join(", "),
            _ => String::new(),
        }
    })
    .filter(|title| !is_about_the_file(title))
    .map(|title| {
        let plain = without_brackets(without_number(&title));
        let named = unit_apart(&plain).map_or(&*plain, |(name, _)| name);
        without_edition(named).to_string()
    })
    .find(|title| title.contains(char::is_alphabetic))
}

/// Is a row one line of words, broken at its commas?
fn is_broken(first: &str, cells: &[&str]) -> bool {
    let words = |cell: &&str| cell.split_whitespace().count();
    let goes_on = |cell: &&str| cell.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    words(&first) > 2
        || cells.iter().map(words).sum::<usize>() > 3 && cells[1..].iter().all(goes_on)
}

/// `Last updated 2026-10-07`, `Released 1 March 2026`, `Source: ...`, `Unit: Thousands`.
fn is_about_the_file(title: &str) -> bool {
    const WORDS: [&str; 26] = [
        "freedom of information request",
        "foi reference",
        "foi request",
        "response date",
        "date of response",
        "reference",
        "request reference",
        "summary",
        "filters",
        "data source",
        "last updated",
        "last update",
        "released",
        "release date",
        "published",
        "publication date",
        "next release",
        "next update",
        "source",
        "unit",
        "units",
        "contact",
        "note",
        "notes",
        "this worksheet contains",
        "back to contents",
    ];
    let small = title.to_lowercase();
    WORDS.iter().any(|word| {
        small.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }) || says_how_counted(&small)
}

/// `All figures are in thousands.`, `Figures in £000s`: said of the numbers, and no title.
fn says_how_counted(small: &str) -> bool {
    let first = small.strip_prefix("all ").unwrap_or(small);
    let rest = ["figures", "numbers", "values", "amounts", "data", "counts"]
        .iter()
        .find_map(|word| first.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(" in ") || rest.starts_with(" are "))
}

/// `Nests` of `Nests (thousands)` and of `Nests, thousands`.
pub fn without_unit(heading: &str) -> String {
    let plain = without_brackets(heading);
    unit_apart(&plain).map_or_else(|| plain.clone(), |(name, _)| name.to_string())
}

/// `Nests` of `Nests (thousands) [note 1]`.
pub fn without_brackets(heading: &str) -> String {
    // `Trade in Goods (T): WW: Balance` goes on behind its bracket.
    let goes_on = |at: usize| heading[at..].contains("): ");
    let end = heading.find(['(', '[']).filter(|at| !goes_on(*at)).unwrap_or(heading.len());
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | ',' | ' ');
    heading[..end].trim().trim_end_matches(raised).to_string()
}

/// `Nests by year` of `Table 1: Nests by year`.
fn without_number(title: &str) -> &str {
    let numbered = |word: &str| {
        let word = word.to_lowercase();
        word.starts_with("table")
            || word == "title"
            || word.starts_with("figure")
            || word.starts_with("worksheet")
    };
    // The point of `Table 1.2` parts nothing.
    let cuts =
        title.match_indices([':', '.', '–']).map(|(at, mark)| (at, &title[at + mark.len()..]));
    let mut parting = cuts.filter(|(_, rest)| rest.starts_with(' '));
    // `Q1) Number of offences`, as answers number what was asked.
    let question = title.strip_prefix(['Q', 'q']).and_then(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() + 1 < title.len()).then(|| rest.trim_start_matches(['.', ')', ':']))
    });
    if let Some(asked) = question.filter(|rest| rest.starts_with(' ')) {
        return asked.trim();
    }
    match parting.next() {
        Some((at, rest)) if numbered(&title[..at]) && at < 20 => rest.trim(),
        // `Table D.04 Seizures by force`
        _ => {
            let mut words = title.trim().splitn(3, ' ');
            let is_table = words.next().is_some_and(|word| word.eq_ignore_ascii_case("table"));
            let number = words.next().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
            words.next().filter(|_| is_table && number.is_some()).unwrap_or(title).trim()
        }
    }
}
