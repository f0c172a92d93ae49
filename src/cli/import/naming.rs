//! The series that a table seems to be about: one of the project that is called so, or a new one
//! with a title, a unit and a nature out of the headings and what stands above the table.

use rust_decimal::Decimal;
use sourceline::dataset::Dataset;
use sourceline::figure::Nature;
use sourceline::nearest::likely;
use sourceline::tables::day_of_year::DayOfYear;
use sourceline::tables::marks::part;
use sourceline::tables::meaning::headings_over;
use sourceline::tables::names::{is_unit, label_of};
use sourceline::tables::{HeadingUnit, PublishedTable, is_unit_word, unit_word};

use super::brackets::{in_brackets, may_be_negative};
use super::called::is_called;
use super::frame::Frame;
use super::natures::nature_of;
use super::options::ImportOptions;
use super::small_letters::in_small_letters;
use super::targets::joined_title;
use super::title_words::unit_apart;
use super::titles::{
    has_other_numbers, names_numbers, own_heading, title_above, title_of, told_apart, without_unit,
};

/// Fills in the series that is called so, or else a new one; what has to be looked at is handed
/// back.
pub fn name_the_series(
    options: &mut ImportOptions,
    several: Option<&[usize]>,
    table: &PublishedTable,
    label: &str,
    data: &Dataset,
) -> Vec<String> {
    if options.series.is_some() {
        return Vec::new();
    }
    let mut near = Vec::new();
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
    let plain = match column.filter(|_| several.is_none()) {
        Some(at) => own_heading(table, at),
        None => without_unit(&heading),
    };
    // Who says what it counts means a new one.
    let is_described =
        options.title.is_some() || options.unit.is_some() || options.nature.is_some();
    options.new_series |= is_described;
    let told: Vec<String> = told_apart(options, table).into_iter().map(str::to_string).collect();
    if options.series_column.is_none() && !each && !plain.is_empty() && !options.new_series {
        let known = data.series.iter().map(|series| (series.id, series.title.to_string()));
        // A series that does not say what the rows are may be that of others.
        let exact = has_other_numbers(table, column);
        let says = |id: &&str| {
            let key = data.find_series(id).map(|key| data.series(key));
            key.is_some_and(|series| {
                let own =
                    [&*series.title, &*series.geography, series.id].join(" ").replace('-', " ");
                let has = |words: &str| joined_title(&own, &[words]) == own;
                told.iter().all(|cell| has(cell)) && (!exact || has(&plain))
            })
        };
        if let [only] = likely(&plain, known)[..]
            && says(&only)
            && let Some(key) = data.find_series(only)
        {
            let series = data.series(key);
            let said: Vec<String> = told.iter().cloned().chain(title_above(table)).collect();
            if is_called(series, &plain, &said) {
                options.series = Some(only.to_string());
                return Vec::new();
            }
            near.push(format!(
                "no series is called `{plain}`, so it goes into a new one: --series {only} where it is `{}`",
                series.title
            ));
        }
    }
    options.new_series = true;
    // Of several headings over the periods each names a part of what is counted, as a sex or an age.
    let is_part = several.is_some() && title_above(table).is_some() && {
        let over = headings_over(table, &columns);
        let title = title_above(table).unwrap_or_default();
        over.len() > 1
            && !over.iter().any(|heading| HeadingUnit::of(heading).percent)
            && joined_title(&title, &[&plain]) != title
    };
    let named = !each && !is_part && names_numbers(&plain);
    let (title, is_said) = title_of(table, options, label, &plain);
    options.title = options.title.take().or(Some(title).filter(|title| !title.is_empty()));
    let heading = columns.first().map_or(heading, |at| table.said_of(*at));
    let said = HeadingUnit::of(&heading);
    // The name of a file says nothing of its numbers.
    let own_title = options.title.as_deref().filter(|_| is_said || is_described);
    let of_title = HeadingUnit::of(own_title.unwrap_or_default());
    // Only those of the rows that are meant.
    let frame = Frame::of(table, label, options).ok();
    let own_unit = columns.first().and_then(|at| table.unit(*at));
    let own_unit = own_unit.or_else(|| unit_of_rows(table, frame.as_ref()?));
    let own_unit = own_unit.or_else(|| unit_behind_names(frame.as_ref()?));
    let own_unit = own_unit.or_else(|| counted_in(&heading));
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
    let money = sign_of_money;
    let of_unit = own_unit.map_or(said, |unit| HeadingUnit::of(&format!("({unit})")));
    let scale = said.scale.or(of_unit.scale);
    let money = money(&heading).or_else(|| own_unit.and_then(money));
    let money = money.or_else(|| cells().find_map(sign_of_money));
    let minus = may_be_negative(table, options.brackets);
    let below = cells().any(|cell| is_below_zero(cell) || minus && in_brackets(cell).is_some());
    let in_words = own_unit.map(|unit| {
        let unit = without_scale(unit);
        let word = unit.trim_end_matches('.').to_lowercase();
        let counts = matches!(word.as_str(), "no" | "n" | "nr" | "num" | "count" | "counts");
        if unit.contains(char::is_alphabetic) && !counts { unit } else { "number".to_string() }
    });
    let unit = match (percent, named) {
        _ if money.is_some() => money.map(|sign| of_money(sign, scale)).unwrap_or_default(),
        (true, _) => "percent".to_string(),
        (false, _) if in_words.is_some() => in_words.unwrap_or_default(),
        (false, true) if said.per_many => in_small_letters(&heading),
        (false, true) => {
            let last = plain.rsplit(" / ").next().unwrap_or(&plain);
            let last = DayOfYear::said_in(last).map_or(last.to_string(), |day| day.rest);
            let last = last.split(", ").next().unwrap_or_default();
            let is_counted = !is_place(&heading) && !is_place(last);
            if is_counted { in_small_letters(last) } else { "number".to_string() }
        }
        (false, false) => "number".to_string(),
    };
    let in_brackets = unit_in_brackets(&heading).filter(|_| !percent && own_unit.is_none());
    let unit = in_brackets.unwrap_or(unit);
    options.unit.get_or_insert(unit);
    let nature = match (percent, said.per_many || of_unit.per_many) {
        (true, _) if below => Nature::Growth,
        (true, _) => Nature::Share,
        (_, true) => Nature::Ratio,
        _ if below => Nature::Net,
        _ => nature_of(table, options, (&columns, several.is_some())).unwrap_or(Nature::Flow),
    };
    if options.nature.is_some() {
        return near;
    }
    options.nature = Some(nature.word().to_string());
    if nature == Nature::Growth {
        options.base.get_or_insert_with(|| "the period before".to_string());
    }
    near.push(format!(
        "a nature is a guess until somebody says it: --nature {} ({})",
        nature.word(),
        nature.about()
    ));
    near
}

/// Does a heading say nothing but a place, as `England and Wales` and `County!!Total!!Estimate` do?
fn is_place(heading: &str) -> bool {
    const PLACES: [&str; 14] = [
        "england", "wales", "scotland", "ireland", "britain", "kingdom", "uk", "gb", "eu", "and",
        "the", "northern", "great", "united",
    ];
    let small = heading.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    heading.contains("!!") || words.all(|word| PLACES.contains(&word))
}

/// What a column of units says of all rows that are meant, in words.
fn unit_of_rows<'t>(table: &'t PublishedTable, frame: &Frame) -> Option<&'t str> {
    let mut columns = (0..table.width()).filter(|at| is_unit(&table.outline.columns[*at]));
    columns.find_map(|at| match table.values(at, &frame.rows, 2)[..] {
        [(only, _)] => {
            let unit = label_of(only);
            unit.contains(|c: char| c.is_lowercase() || "%£$€".contains(c)).then_some(unit)
        }
        _ => None,
    })
}

/// `£000` of `Income (£000)`, where the rows that are meant are of one thing, or of several that are
/// counted alike.
fn unit_behind_names<'t>(frame: &Frame<'t>) -> Option<&'t str> {
    let table = frame.table;
    let columns = (0..table.width()).filter(|at| frame.says_units(*at));
    columns.into_iter().find_map(|at| {
        let mut units = frame.rows.iter().map(|row| table.unit_of_row(*row, at));
        let first = units.next()??;
        let says = HeadingUnit::of(&format!("({first})")).scale.is_some();
        (says && units.all(|unit| unit == Some(first))).then_some(first)
    })
}

/// `thousand tonnes` of `Steel output, thousand tonnes`; nothing of a scale alone, which counts what the name
/// says.
fn counted_in(heading: &str) -> Option<&str> {
    let (_, unit) = unit_apart(heading)?;
    without_scale(unit).contains(char::is_alphabetic).then_some(unit)
}

fn sign_of_money(text: &str) -> Option<char> {
    text.chars().find(|sign| "£€$".contains(*sign))
}

/// `hours` of `000 Hours`, `persons` of `Thousands of persons`, nothing of `Thousands`.
fn without_scale(unit: &str) -> String {
    if HeadingUnit::of(&format!("({unit})")).scale.is_none() {
        return in_small_letters(unit);
    }
    let small = unit.to_lowercase();
    let is_scale = |word: &&str| HeadingUnit::of(&format!("({word})")).scale.is_some();
    let words: Vec<&str> = small.split_whitespace().filter(|word| !is_scale(word)).collect();
    let words = words.join(" ");
    let words = words.strip_suffix(" in").unwrap_or(&words);
    words.trim_start_matches("of ").trim_start_matches("in ").to_string()
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

/// `mm` of `Rain (mm)`, `per mille abitanti` of `Nati (per mille abitanti)`, `kwh` of `Use (Mio. kWh)`, but
/// neither a scale nor a sentence.
fn unit_in_brackets(heading: &str) -> Option<String> {
    let unit = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?.1.trim();
    let said = HeadingUnit::of(heading);
    if said.per_many && said.scale.is_none() && unit.split(' ').count() < 7 {
        return Some(unit.to_string());
    }
    let starts = unit.starts_with(|c: char| c.is_alphabetic() || "°‰".contains(c));
    let plain = starts && unit.split(' ').count() < 3;
    let word = unit.to_lowercase();
    let says = !["note", "number", "count", "total"].iter().any(|other| word.starts_with(other))
        && !counts_alone(heading, unit);
    match said.scale {
        None => (plain && says).then(|| unit.to_string()),
        // What is counted in thousands is no scale.
        Some(_) => {
            let rest = without_scale(unit);
            let is_one = rest.split(' ').count() < 3 && rest.chars().all(|c| !"£€$".contains(c));
            (is_one && rest.contains(char::is_alphabetic) && unit.contains(' ')).then(|| {
                let cased = unit.split(' ').filter(|word| rest.contains(&word.to_lowercase()));
                cased.collect::<Vec<_>>().join(" ")
            })
        }
    }
}

/// `Number` and `Anzahl` say no unit beside what the heading counts.
fn counts_alone(heading: &str, unit: &str) -> bool {
    is_unit_word(unit) && unit_word(heading).is_none()
}
