//! The series that a table seems to be about: one of the project that is called so, or a new one
//! with a title, a unit and a nature out of the headings and what stands above the table.

use rust_decimal::Decimal;
use sourceline::dataset::Dataset;
use sourceline::figure::Nature;
use sourceline::nearest::likely;
use sourceline::tables::day_of_year::DayOfYear;
use sourceline::tables::marks::part;
use sourceline::tables::names::{names_a_measure, names_a_place};
use sourceline::tables::totals::is_total;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::frame::Frame;
use super::on_day::said_of_all;
use super::options::{ImportOptions, WHOLE_YEARS};
use super::targets::joined_title;

/// Fills in the series that is called so, or else a new one; what has to be looked at is handed
/// back.
pub fn name_the_series(
    options: &mut ImportOptions,
    several: Option<&[usize]>,
    table: &PublishedTable,
    label: &str,
    data: &Dataset,
) -> Option<String> {
    if options.series.is_some() {
        return None;
    }
    let column = options.value_column.as_deref().and_then(|name| table.find(name).ok());
    let columns: Vec<usize> = match several {
        Some(several) => several.to_vec(),
        None => column.into_iter().collect(),
    };
    let each = options.series_as_columns;
    let heading = match (several, column) {
        (Some(_), _) => columns.first().map_or(String::new(), |at| table.said_of(*at)),
        (None, Some(at)) => table.outline.columns[at].clone(),
        (None, None) => String::new(),
    };
    let plain = without_brackets(&heading);
    // Who says what it counts means a new one.
    let is_described =
        options.title.is_some() || options.unit.is_some() || options.nature.is_some();
    options.new_series |= is_described;
    let told = told_apart(options, table);
    if options.series_column.is_none() && !each && !plain.is_empty() && !options.new_series {
        let known = data.series.iter().map(|series| (series.id, series.title.to_string()));
        // A series that does not say what the rows are may be that of others.
        let says = |id: &&str| {
            let key = data.find_series(id).map(|key| data.series(key));
            key.is_some_and(|series| {
                let own =
                    [&*series.title, &*series.geography, series.id].join(" ").replace('-', " ");
                told.iter().all(|cell| joined_title(&own, &[cell]) == own)
            })
        };
        if let [only] = likely(&plain, known)[..]
            && says(&only)
        {
            options.series = Some(only.to_string());
            return None;
        }
    }
    options.new_series = true;
    let file = label.rsplit(['/', '\\']).next().unwrap_or(label);
    let stem = file.split('.').next().unwrap_or(file).replace(['_', '-'], " ");
    let generic = ["value", "obs_value", "count", "number", "total", "observation", "obsvalue"];
    let small = plain.to_lowercase();
    let coded = small.starts_with("v4_") || small.starts_with("obs_value");
    let is_word = plain.contains(char::is_alphabetic);
    let named = is_word && !coded && !generic.contains(&small.as_str());
    let named = named && !each;
    let title = title_above(table).or_else(|| match named {
        true => Some(plain.clone()),
        false => table.always(names_a_measure).map(without_brackets),
    });
    let title = title.filter(|title| !title.is_empty());
    let is_said = title.is_some();
    let title = match title {
        // Each series is called by its heading.
        None if each => String::new(),
        title => title.unwrap_or(stem),
    };
    let always: Vec<String> = always(table).into_iter().map(without_brackets).collect();
    let always: Vec<&str> = always.iter().map(String::as_str).collect();
    let title = joined_title(&title, &always);
    options.title = options.title.take().or(Some(title).filter(|title| !title.is_empty()));
    let own_unit = columns.first().and_then(|at| table.unit(*at));
    let heading = columns.first().map_or(heading, |at| table.said_of(*at));
    let said = HeadingUnit::of(&heading);
    // The name of a file says nothing of its numbers.
    let own_title = options.title.as_deref().filter(|_| is_said || is_described);
    let of_title = HeadingUnit::of(own_title.unwrap_or_default());
    // Only those of the rows that are meant.
    let frame = Frame::of(table, label, options).ok();
    let rows = frame.map_or_else(|| table.body().collect::<Vec<_>>(), |frame| frame.rows);
    let of_row = |row: usize| columns.iter().map(move |at| table.grid.cell(row, *at));
    let cells = || rows.iter().copied().flat_map(of_row);
    let shared = names_a_share(&heading) && cells().all(is_part_of_whole);
    let shown = cells().any(|cell| cell.ends_with('%'))
        && cells().all(|cell| cell.ends_with('%') || !cell.contains(|c: char| c.is_ascii_digit()));
    let signs = cells().any(|cell| cell.ends_with('%'));
    let beside_counts = signs && !shown && cells().any(|cell| !is_part_of_whole(cell));
    let percent =
        said.percent || shared || shown || of_title.percent && !said.per_many && !beside_counts;
    let money = |text: &str| text.chars().find(|sign| "£€$".contains(*sign));
    let money = money(&heading).or_else(|| cells().find_map(money));
    let below = cells().any(is_below_zero);
    let in_words = own_unit.map(|unit| {
        let says = unit.chars().any(char::is_alphabetic) && HeadingUnit::of(unit).scale.is_none();
        if says { unit.to_lowercase() } else { "number".to_string() }
    });
    let unit = match (percent, named) {
        _ if money.is_some() => money.map(|sign| of_money(sign, said.scale)).unwrap_or_default(),
        (true, _) => "percent".to_string(),
        (false, _) if in_words.is_some() => in_words.unwrap_or_default(),
        (false, true) if said.per_many => heading.to_lowercase(),
        (false, true) => {
            let last = plain.rsplit(" / ").next().unwrap_or(&plain);
            DayOfYear::said_in(last).map_or(last.to_string(), |day| day.rest).to_lowercase()
        }
        (false, false) => "number".to_string(),
    };
    let in_brackets = in_brackets(&heading).filter(|_| !percent && own_unit.is_none());
    let unit = in_brackets.map_or(unit, str::to_string);
    options.unit.get_or_insert(unit);
    let period = options.period_column.as_deref().and_then(|name| table.find(name).ok());
    let says_day = |at: &usize| DayOfYear::said_in(&table.outline.columns[*at]).is_some();
    let of_day = match each {
        true => columns.iter().all(says_day),
        false => said_of_all(table, (&columns, several.is_some()), period).is_some(),
    };
    let of_day = of_day && options.on.as_deref() != Some(WHOLE_YEARS);
    let nature = match (percent, said.per_many) {
        (true, _) if below => Nature::Growth,
        (true, _) => Nature::Share,
        (_, true) => Nature::Ratio,
        _ if below => Nature::Net,
        _ if of_day => Nature::Stock,
        _ => Nature::Flow,
    };
    if options.nature.is_some() {
        return None;
    }
    options.nature = Some(nature.word().to_string());
    if nature == Nature::Growth {
        options.base.get_or_insert_with(|| "the period before".to_string());
    }
    Some(format!(
        "a nature is a guess until somebody says it: --nature {} ({})",
        nature.word(),
        nature.about()
    ))
}

/// What tells the rows that are meant from others, of this table or of the next of its kind: the cells
/// of `--where`, the heading of `--under`, and what is said of every row.
fn told_apart<'t>(options: &'t ImportOptions, table: &'t PublishedTable) -> Vec<&'t str> {
    let only = options.only.iter().filter_map(|condition| {
        let cut = condition.rfind('=').filter(|at| !condition[..*at].ends_with('!'))?;
        Some(condition[cut + 1..].trim())
    });
    let said = only.chain(options.under.as_deref()).filter(|cell| !cell.is_empty());
    said.filter(|cell| !is_total(cell)).chain(always(table)).collect()
}

/// The place and the measure that a column of them says of every row.
fn always(table: &PublishedTable) -> Vec<&str> {
    const LONGEST: usize = 60;
    let said = [names_a_place, names_a_measure].into_iter().filter_map(|fits| table.always(fits));
    let is_name = |cell: &&str| {
        cell.contains(|c: char| c.is_lowercase()) && cell.len() < LONGEST && !is_total(cell)
    };
    // `AUS: Australia` of SDMX.
    let label = |cell: &'_ str| cell.find(": ").map_or(0, |at| at + 2);
    said.filter(is_name).map(|cell| &cell[label(cell)..]).collect()
}

/// The title that stands above the header: not what is said of the file, such as when it was
/// published, nor a name and what it is, as above a time series.
fn title_above(table: &PublishedTable) -> Option<String> {
    let outline = &table.outline;
    // What stands below the header is said of single series.
    let rows = outline.titles.clone().filter(|row| *row < outline.header.start);
    rows.map(|row| {
        let mut cells: Vec<&str> =
            table.grid.cells(row).filter(|cell| !matches!(*cell, "" | "Column Labels")).collect();
        cells.dedup();
        // A title with a comma in it and without quotes falls into several cells.
        match cells[..] {
            [only] => only.to_string(),
            [first, ..] if first.split_whitespace().count() > 2 => cells.join(", "),
            _ => String::new(),
        }
    })
    .filter(|title| !is_about_the_file(title))
    .map(|title| without_brackets(without_number(&title)))
    .find(|title| title.contains(char::is_alphabetic))
}

/// `Last updated 2026-10-07`, `Released 1 March 2026`, `Source: ...`, `Unit: Thousands`.
fn is_about_the_file(title: &str) -> bool {
    const WORDS: [&str; 17] = [
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
    }) || small.starts_with("figures in ")
}

/// `£ million` of `£` where the numbers are millions.
fn of_money(sign: char, scale: Option<u64>) -> String {
    match scale {
        Some(1_000) => format!("{sign} thousand"),
        Some(1_000_000) => format!("{sign} million"),
        Some(1_000_000_000) => format!("{sign} billion"),
        _ => sign.to_string(),
    }
}

/// `Share of cases`, `Proportion in employment`.
fn names_a_share(heading: &str) -> bool {
    let small = heading.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).collect();
    let part = |word: &&str| matches!(*word, "share" | "proportion");
    words.iter().position(part).is_some_and(|at| {
        let next = words[at + 1..].iter().find(|word| !word.is_empty());
        next.is_none_or(|next| matches!(*next, "of" | "in" | "with" | "who" | "that" | "not"))
    })
}

/// A number from 0 to 100, or none.
fn is_part_of_whole(cell: &str) -> bool {
    let number = part(cell).0.trim_end_matches('%').trim_end().replace(',', ".");
    number.parse::<Decimal>().map_or(!number.contains(|c: char| c.is_ascii_digit()), |number| {
        Decimal::ZERO <= number && number <= Decimal::ONE_HUNDRED
    })
}

/// `-5`, `-£5`, `£-5`, `−5.1%`.
fn is_below_zero(cell: &str) -> bool {
    let bare = cell.trim_start_matches(['£', '€', '$', ' ']);
    let rest = bare.strip_prefix(['-', '−']).unwrap_or_default();
    rest.trim_start_matches(['£', '€', '$', ' ']).starts_with(|c: char| c.is_ascii_digit())
}

/// `Nests` of `Nests (thousands) [note 1]`.
fn without_brackets(heading: &str) -> String {
    let end = heading.find(['(', '[']).unwrap_or(heading.len());
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | ',' | ' ');
    heading[..end].trim().trim_end_matches(raised).to_string()
}

/// `mm` of `Rain (mm)`, but neither a scale nor a sentence.
fn in_brackets(heading: &str) -> Option<&str> {
    let unit = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?.1.trim();
    let plain = unit.starts_with(char::is_alphabetic) && unit.split(' ').count() < 3;
    let word = unit.to_lowercase();
    let says = !["note", "number", "count", "total"].iter().any(|other| word.starts_with(other));
    (plain && says && HeadingUnit::of(heading).scale.is_none()).then_some(unit)
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
