//! What the words of a note say of its period: which months of it are meant, or that some are not.

use sourceline::figure::{Day, Period, Unit};
use sourceline::locale::EN_GB;
use sourceline::reading::Setting;
use sourceline::tables::PublishedTable;
use sourceline::tables::part_of_year::is_months;
use sourceline::tables::period_heading::is_split_year;
use sourceline::tables::year_end::YearEnd;

use super::period_cells::read;

/// The sentences below a table that say of a year, by its name and not by a mark, that it is not whole:
/// `Note: 2023 data cover January to June only.`
pub fn sentences_of_parts(table: &PublishedTable) -> Vec<&str> {
    let rows = table.outline.notes.clone();
    let cells = rows.flat_map(|row| table.grid.cells(row)).filter(|cell| begins_with_a_word(cell));
    let sentences = cells.flat_map(|cell| cell.split_inclusive(". ")).map(str::trim);
    let has_year = |sentence: &&str| words(sentence).iter().any(|word| is_year(word));
    sentences.filter(has_year).filter(|sentence| says_a_part(sentence)).collect()
}

/// The first of these sentences that says it of this year.
pub fn sentence_of<'t>(sentences: &[&'t str], year: &str) -> Option<&'t str> {
    if sentences.is_empty() || !is_year(year) {
        return None;
    }
    let of_it = |sentence: &&&str| {
        let words = words(sentence);
        let named = |at: usize| words[at] == year && (at == 0 || month(&words[at - 1]).is_none());
        let says = |word: &String| {
            is_beside(word, year)
                || is_year(word)
                || month(word).is_some()
                || day_number(word).is_some()
                || BOUNDS.contains(&word.as_str())
        };
        (0..words.len()).any(named) && is_in_part(sentence)
            || words.iter().any(|word| word == year) && words.iter().all(says)
    };
    sentences.iter().find(of_it).copied()
}

/// `Note: 2023 ...`, `1. 2023 ...`; what begins with another mark says what the mark means.
fn begins_with_a_word(note: &str) -> bool {
    let first = note.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_end_matches([':', '.', ')']);
    let number = bare.len() < 3 && bare.len() < first.len();
    let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_year(bare) || number && digits || bare.len() > 2 && bare.chars().all(char::is_alphabetic)
}

/// Words that say up to when, or from when on.
const BOUNDS: [&str; 9] =
    ["to", "from", "since", "until", "till", "through", "onwards", "onward", "between"];

/// Words that say nothing of a stretch.
const BESIDE: [&str; 30] = [
    "covers",
    "cover",
    "covering",
    "covered",
    "for",
    "only",
    "data",
    "figures",
    "figure",
    "numbers",
    "is",
    "are",
    "of",
    "the",
    "this",
    "period",
    "relates",
    "relate",
    "refers",
    "refer",
    "in",
    "includes",
    "include",
    "available",
    "part",
    "year",
    "note",
    "notes",
    "inclusive",
    "recorded",
];

fn is_beside(word: &str, year: &str) -> bool {
    BESIDE.contains(&word) || word == year || word.len() == 4 && year.starts_with(word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|byte| byte.is_ascii_digit())
        || is_split_year(word)
}

/// The words of a note in small letters; `to` for all that says up to when.
fn words(note: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // `mid-September`, `end-June`
    let parted = |word| -> Vec<&str> {
        match str::split_once(word, '-') {
            Some((part, of))
                if matches!(part.to_lowercase().as_str(), "mid" | "early" | "late" | "end") =>
            {
                vec![part, of]
            }
            _ => vec![word],
        }
    };
    for word in note.split_whitespace().flat_map(parted) {
        let word = word.trim_matches([',', ';', '.', ':', '(', ')']).to_lowercase();
        let last = words.last().map_or("", String::as_str);
        match (last, word.as_str()) {
            (_, "") => {}
            ("up" | "through", "to") => *words.last_mut().expect("a last word") = word,
            ("up", "until" | "till") => *words.last_mut().expect("a last word") = "to".to_string(),
            // `up to and including`
            ("and", "including") if words.len() > 1 && words[words.len() - 2] == "to" => {
                words.pop();
            }
            // `relates to June` says June, and not up to June.
            ("relates" | "relate" | "relating" | "refers" | "refer", "to") => {}
            (_, "until" | "till") => words.push("to".to_string()),
            _ => words.push(word),
        }
    }
    words
}

/// The stretch that a note says, where it says nothing else: `January to June 2023`, `First nine months
/// only`, `2023/24 covers 1 April 2023 to 31 December 2023 only`, `To end September`, `April onwards`.
/// It may be the whole.
pub fn stretch(note: &str, year: &str, whole: Period, setting: &Setting) -> Option<Period> {
    const MOST_WORDS: usize = 20;
    let words = words(note);
    if words.len() > MOST_WORDS {
        return None;
    }
    let year = year.to_lowercase();
    let is_within = |period: &Period| whole.span().contains(period.span());
    let runs = (1..=words.len())
        .rev()
        .flat_map(|length| (0..=words.len() - length).map(move |start| start..start + length));
    runs.into_iter().find_map(|run| {
        let (before, after) = (&words[..run.start], &words[run.end..]);
        if !before.iter().chain(after).all(|word| is_beside(word, &year)) {
            return None;
        }
        let said = words[run.clone()].join(" ");
        let texts = [said.clone(), format!("{year} ({said})")];
        let read = || texts.iter().filter_map(|text| read(text, || *setting).ok()).find(is_within);
        let read = bounded(&words[run], whole).or_else(read)?;
        Some(in_months(read).unwrap_or(read))
    })
}

/// `[from] 1 April to end December`, `to September`, `from April`, `July onwards`, within a whole.
fn bounded(words: &[String], whole: Period) -> Option<Period> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (all_start, all_end) = (day_unit(whole.span().start)?, day_unit(whole.span().end)?);
    let (first, last) = match words.as_slice() {
        ["to", end @ ..] => (all_start, limit(end, whole, true)?),
        ["from" | "since", start @ .., "onwards" | "onward" | "on"]
        | ["from" | "since", start @ ..]
        | [start @ .., "onwards" | "onward"]
            if !start.contains(&"to") =>
        {
            (limit(start, whole, false)?, all_end)
        }
        words => {
            let (words, joint) = match words {
                ["between", words @ ..] => (words, "and"),
                ["from", words @ ..] => (words, "to"),
                words => (words, "to"),
            };
            let at = words.iter().position(|word| *word == joint)?;
            (limit(&words[..at], whole, false)?, limit(&words[at + 1..], whole, true)?)
        }
    };
    let (first, last) = (day_unit(first.span().start)?, day_unit(last.span().end)?);
    Period::between(first, last)
}

/// `September`, `30 September 2023`, `the end of September`: the one month or day of that name in a whole.
fn limit(words: &[&str], whole: Period, is_end: bool) -> Option<Unit> {
    let words = match words {
        ["the", words @ ..] => words,
        words => words,
    };
    let words = match (words, is_end) {
        (["end", "of", words @ ..] | ["end", words @ ..], true)
        | (["start" | "beginning", "of", words @ ..], false) => words,
        (words, _) => words,
    };
    let (words, said) = match words {
        [words @ .., year] if year.len() == 4 && is_year(year) => (words, year.parse::<i32>().ok()),
        words => (words, None),
    };
    let (day, name) = match words {
        [name] => (None, *name),
        [day, "of", name] | [day, name] if month(name).is_some() => (Some(day_number(day)?), *name),
        [name, day] => (Some(day_number(day)?), *name),
        _ => return None,
    };
    let month = month(name)?;
    let span = whole.span();
    let years =
        (span.start.year()..=span.end.year()).filter(|year| said.is_none_or(|of| of == *year));
    let units = years.filter_map(|year| match day {
        Some(day) => Unit::day(year, month, day),
        None => Unit::month(year, month),
    });
    let mut within = units.filter(|unit| span.contains(unit.span()));
    within.next().filter(|_| within.next().is_none())
}

fn day_unit(day: Day) -> Option<Unit> {
    Unit::day(day.year(), day.month(), day.day_of_month())
}

/// `9` of `september`, `sept` and `sep`.
fn month(word: &str) -> Option<u32> {
    if word == "sept" {
        return Some(9);
    }
    let is_it = |name: &&str| {
        let name = name.to_lowercase();
        name == word || word.len() == 3 && name.starts_with(word)
    };
    (1..).zip(EN_GB.months.iter()).find(|(_, name)| is_it(name)).map(|(number, _)| number)
}

/// `30` of `30` and `30th`.
fn day_number(word: &str) -> Option<u32> {
    let ends = ["st", "nd", "rd", "th"];
    let bare = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    bare.parse().ok().filter(|day| (1..=31).contains(day))
}

/// `2023-04/2023-12` of `2023-04-01/2023-12-31`.
fn in_months(period: Period) -> Option<Period> {
    let (start, end) = (period.span().start, period.span().end);
    if !period.is_interval() || start.day_of_month() != 1 || end.next().day_of_month() != 1 {
        return None;
    }
    let month = |day: Day| Unit::month(day.year(), day.month());
    let (first, last) = (month(start)?, month(end)?);
    if first == last { Some(Period::of(first)) } else { Period::between(first, last) }
}

/// Does a note say that its period is not whole, or may not be?
pub fn says_a_part(note: &str) -> bool {
    let small = note.to_lowercase();
    let may = ["only", "until", "up to"].iter().any(|words| small.contains(words));
    may || is_in_part(note) || names_some_months(&small)
}

/// Does it say so beyond doubt? What else is left out of a whole period, `Excludes Kent`, is another
/// matter.
pub fn is_in_part(note: &str) -> bool {
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
    const LEFT_OUT: [&str; 14] = [
        "exclud",
        "except",
        "without",
        "missing",
        "omit",
        "not yet",
        "not available",
        "unavailable",
        "not included",
        "not received",
        "not covered",
        "awaited",
        "outstanding",
        "no data",
    ];
    let small = note.to_lowercase();
    let words = words(note);
    if LEFT_OUT.iter().any(|word| small.contains(word)) {
        return (0..words.len()).any(|at| is_month_at(&words, at) || is_ordinal_part(&words, at));
    }
    SAID.iter().any(|said| small.contains(said)) || names_some_months(&small) || is_bounded(&words)
}

/// A month, and not the `may` of `may be revised`.
fn is_month_at(words: &[String], at: usize) -> bool {
    const BEFORE: [&str; 9] = ["to", "from", "since", "and", "for", "of", "in", "end", "until"];
    const VERBS: [&str; 9] =
        ["be", "have", "not", "also", "change", "differ", "include", "contain", "still"];
    let is_verb = words.get(at + 1).is_some_and(|next| VERBS.contains(&next.as_str()));
    month(&words[at]).is_some()
        && !(words[at] == "may" && is_verb)
        && (words[at] != "may"
            || at > 0
                && (BEFORE.contains(&words[at - 1].as_str())
                    || day_number(&words[at - 1]).is_some())
            || words.get(at + 1).is_some_and(|next| is_year(next) || next.starts_with("onward")))
}

/// `last quarter`, `final two months`, `Q4`.
fn is_ordinal_part(words: &[String], at: usize) -> bool {
    let is = |word: &String, known: &[&str]| known.contains(&word.as_str());
    let ordinals = ["first", "second", "third", "fourth", "last", "final", "latest", "one"];
    let parts = ["quarter", "quarters", "month", "months", "half", "weeks"];
    is(&words[at], &["q1", "q2", "q3", "q4"])
        || is(&words[at], &ordinals) && words[at + 1..].iter().take(2).any(|word| is(word, &parts))
}

/// `Data collected to end September`, `Counted from 1 April`: a month as a limit, and not as that of a
/// change or of a publication.
fn is_bounded(words: &[String]) -> bool {
    const OTHERWISE: [&str; 22] = [
        "method", "chang", "revis", "defin", "bound", "introduc", "break", "updat", "publish",
        "extract", "rebas", "classif", "compar", "due", "correct", "releas", "accessed",
        "download", "new", "differ", "replac", "system",
    ];
    const NEAR: usize = 4;
    let limits = |at: usize| {
        is_month_at(words, at)
            && (words[at.saturating_sub(NEAR)..at]
                .iter()
                .any(|word| matches!(word.as_str(), "to" | "from" | "since"))
                || words[at + 1..].iter().take(2).any(|word| word.starts_with("onward")))
    };
    let otherwise = |word: &String| OTHERWISE.iter().any(|beginning| word.starts_with(beginning));
    YearEnd::said_in(&words.join(" ")).is_none()
        && !words.iter().any(otherwise)
        && (0..words.len()).any(limits)
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
    use sourceline::reading::{Convention, YearAndNumber};

    use super::*;

    #[test]
    fn a_note_says_the_stretch_or_nothing() {
        let said = |year: &str, note: &str| {
            let split = is_split_year(year).then_some(YearAndNumber::FinancialYear);
            let column = Convention { year_and_number: split, ..Convention::default() };
            let setting = Setting { column, ..Setting::default() };
            let whole = read(year, || setting).unwrap();
            let said = stretch(note, year, whole, &setting);
            said.filter(|said| said.span() != whole.span()).map(|period| period.to_string())
        };
        for (year, note, expected) in [
            ("2023", "January to June 2023.", "2023-01/2023-06"),
            ("2023", "First nine months only", "2023-01/2023-09"),
            ("2023/24", "first nine months only", "2023-04/2023-12"),
            ("2023/24", "2023/24 covers 1 April 2023 to 31 December 2023 only.", "2023-04/2023-12"),
            ("2023/24", "April to December 2023", "2023-04/2023-12"),
            ("2023", "Data to 30 June 2023", "2023-01/2023-06"),
            ("2023", "Data up to June 2023 only", "2023-01/2023-06"),
            ("2023", "to end September", "2023-01/2023-09"),
            ("2023", "Up to and including September", "2023-01/2023-09"),
            ("2023", "Data to 30 September 2023", "2023-01/2023-09"),
            ("2023", "To the end of September.", "2023-01/2023-09"),
            ("2023", "Data until 15 September 2023", "2023-01-01/2023-09-15"),
            ("2023", "Between February and the end of May", "2023-02/2023-05"),
            ("2023", "from 1 April", "2023-04/2023-12"),
            ("2023", "April onwards", "2023-04/2023-12"),
            ("2023", "since July", "2023-07/2023-12"),
            ("2023", "From April only", "2023-04/2023-12"),
            ("2023/24", "from July 2023", "2023-07/2024-03"),
            ("2023/24", "Data to January", "2023-04/2024-01"),
            ("2023", "Relates to April 2023 only", "2023-04"),
            ("2023", "Note: 2023 data cover January to June only.", "2023-01/2023-06"),
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
            ("2023", "Excludes October to December"),
            ("2023", "Method changed from April"),
            ("2023", "to mid-September"),
            ("2023", "from 1 January"),
            ("2023", "to December 2023"),
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
        for note in [
            "Excludes January to March",
            "Excludes October to December",
            "Data for October to December are missing",
            "Figures for the last quarter not yet available",
            "No data for December",
            "Counted from 1 April by two stations",
            "to mid-September",
        ] {
            assert!(is_in_part(note), "{note}");
        }
        for note in [
            "Excludes Kent",
            "Not available for Kent, and may be revised",
            "Data supplied to us may be revised",
            "Method changed from April 2023",
            "Published in June 2023",
            "Year to 31 March",
        ] {
            assert!(!is_in_part(note), "{note}");
        }
    }

    #[test]
    fn a_sentence_says_it_of_the_year_that_it_names() {
        for (sentence, year, says) in [
            ("Note: 2023 data cover January to June only.", "2023", true),
            ("Note: 2023 data cover January to June only.", "2022", false),
            ("2022/23 covers nine months only", "2022/23", true),
            ("Data to June 2023", "2023", true),
            ("Interviews were held from May to June 2023", "2023", false),
            ("2023 excludes Kent", "2023", false),
            ("2023 figures for October to December are not yet available", "2023", true),
            ("Figures for 2023 are incomplete", "2023", true),
        ] {
            let of_it = sentence_of(&[sentence], year).is_some();
            assert_eq!(of_it, says, "{sentence} {year}");
        }
    }
}
