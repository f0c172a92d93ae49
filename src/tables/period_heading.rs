//! Periods in headings: what the name of a column says of the periods in it, and which part of a
//! heading of several rows is one.

use std::borrow::Cow;
use std::collections::HashMap;

use super::foreign::in_english;
use super::marks::{Mark, Marked, part};
use super::names::BETWEEN;
use crate::figure::Unit;
use crate::locale::EN_GB;
use crate::reading::{BesideMonth, Convention, Reading, Setting, period};

/// The places of the headings that are periods, such as `2017`, `2009/10`, `Q1 2020` or `2018 / %`.
/// One with other words around it, such as `Hives 2018`, is if another has the same words.
pub fn period_headings(columns: &[String]) -> Vec<usize> {
    let parsed: Vec<ParsedHeading> = columns.iter().map(|name| ParsedHeading::of(name)).collect();
    // The period of the first that has these words, and whether another has another.
    let mut woven: HashMap<&str, (&str, bool)> = HashMap::new();
    for one in parsed.iter().filter(|one| one.is_woven) {
        let (period, others) = woven.entry(&one.rest).or_insert((one.period, false));
        *others |= *period != one.period;
    }
    let shares = |one: &ParsedHeading| woven[&*one.rest].1;
    let is_one = |heading: &ParsedHeading| match heading.is_woven {
        true => shares(heading),
        false => is_a_period(parted_period(heading.period).0),
    };
    (0..columns.len()).filter(|at| is_one(&parsed[*at])).collect()
}

/// The one period that headings have words around, such as `Number (2022)` and `Rate (2022)`, where no other
/// is in any.
pub fn period_of_all_headings(columns: &[String]) -> Option<&str> {
    let parsed = columns.iter().map(|name| ParsedHeading::of(name));
    let mut periods = parsed.filter(|one| one.is_woven).map(|one| one.period);
    let first = periods.next()?;
    periods.all(|other| other == first).then_some(first)
}

/// The period and the marks of a heading: `1960` of `1960 [YR1960]`, `2023` of `2023 [p]`.
pub fn period_of_heading(heading: &str) -> (&str, Marked) {
    let parsed = ParsedHeading::of(heading);
    let (period, marked) = parted_period(parsed.period);
    (period, marked.and(Marked::of_column(parsed.mark)))
}

/// A period and the marks at it: those of any cell, and the numbers and letters of footnotes, as in
/// `2019(1)`, `2018b`, `2022/23p`.
pub fn parted_period(cell: &str) -> (&str, Marked) {
    let (rest, marked) = part(cell);
    if is_a_period(rest) {
        return (rest, marked);
    }
    // `2023 P`, `2023 prov.`, `Restated 2022`
    let ends = [rest.rsplit_once(' '), rest.split_once(' ').map(|(word, year)| (year, word))];
    let of_end = ends.into_iter().flatten().find_map(|(year, word)| {
        let is_year = year.len() <= SHORT && has_year(year) && is_a_period(year);
        let letter = Mark::find(word.trim_end_matches('.')).and_then(|mark| mark.letter)?;
        (is_year && "epr".contains(letter)).then_some((year, letter))
    });
    if let Some((year, letter)) = of_end {
        return (year, marked.and(Marked::of_column(&letter.to_string())));
    }
    // `2020 1/`, `2023 p/`, as the United Nations mark their notes.
    if let Some((year, mark)) = rest.strip_suffix('/').and_then(|rest| rest.rsplit_once(' '))
        && (1..=2).contains(&mark.len())
        && mark.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        && has_year(year)
        && is_a_period(year)
    {
        return (year, marked.and(Marked::of_footnote(mark)));
    }
    let mut found = lettered(rest).map(|(period, mark)| (period, vec![mark]));
    let (mut before, mut marks) = (rest, Vec::new());
    while found.is_none() {
        let Some((period, inner)) = footnotes_behind(before) else { return (rest, marked) };
        marks.splice(0..0, inner);
        before = period;
        if has_year(before) && is_a_period(before) {
            found = Some((before, std::mem::take(&mut marks)));
        } else if let Some((period, mark)) = lettered(before) {
            marks.insert(0, mark);
            found = Some((period, std::mem::take(&mut marks)));
        }
    }
    let Some((period, marks)) = found else { return (rest, marked) };
    let of_footnotes = marks.into_iter().map(Marked::of_footnote);
    (period, of_footnotes.fold(marked, Marked::and))
}

/// `2019` and `3`, `4` of `2019 (3, 4)`: the last brackets with numbers or letters of footnotes in them.
fn footnotes_behind(text: &str) -> Option<(&str, Vec<&str>)> {
    let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    let is_note = |mark: &&str| {
        (1..=3).contains(&mark.len())
            && (mark.bytes().all(|byte| byte.is_ascii_digit())
                || mark.bytes().all(|byte| byte.is_ascii_lowercase())
                || is_era_year(mark))
    };
    let marks: Vec<&str> = inner.split([',', ' ', '&']).filter(|mark| !mark.is_empty()).collect();
    (!marks.is_empty() && marks.iter().all(is_note)).then_some((before.trim_end(), marks))
}

/// `R1`, `H30`: the year of an era, as Japan counts beside the year.
fn is_era_year(mark: &str) -> bool {
    let year = mark.strip_prefix(['R', 'H', 'S']).unwrap_or_default();
    !year.is_empty() && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// Are there four digits in a row that may be a year?
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| {
        run.len() == 4
            && matches!(run.as_bytes(), [b'1', b'5'..=b'9', ..] | [b'2', b'0' | b'1', ..])
    })
}

/// `2018` and `a` of `2018a`, `2019-20b`: a year with the letter of a footnote at it.
fn lettered(heading: &str) -> Option<(&str, &str)> {
    let at = heading.len().checked_sub(1)?;
    let (year, letter) = heading.split_at_checked(at)?;
    let is_letter = letter.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_year = matches!(year.len(), 4 | 7 | 9)
        && year.starts_with(['1', '2'])
        && year.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
    (is_letter && is_year && is_a_period(year)).then_some((year, letter))
}

/// A heading of which one part is a period: `2018` and `%` of `2018 / %`, the rows of a heading
/// that are joined, or `2018` and `Hives` of `Hives 2018`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedHeading<'h> {
    /// The row of the period, or the whole heading.
    pub period: &'h str,
    /// What stands above or below it, or around it.
    pub rest: Cow<'h, str>,
    /// A letter behind the period: `P` of `2023 P`.
    mark: &'h str,
    /// Do period and rest stand in one row?
    is_woven: bool,
}

impl<'h> ParsedHeading<'h> {
    /// Of a heading whose rows are joined.
    pub fn of(heading: &'h str) -> ParsedHeading<'h> {
        let plain = heading.split(" [YR").next().unwrap_or(heading);
        let whole = ParsedHeading { period: plain, rest: "".into(), mark: "", is_woven: false };
        let is_one = |text: &str| is_a_period(parted_period(text).0);
        if is_one(plain) {
            return whole;
        }
        if !plain.contains(BETWEEN) {
            return woven(plain).unwrap_or(whole);
        }
        let halves = [plain.split_once(BETWEEN), plain.rsplit_once(BETWEEN)];
        let found = halves.into_iter().flatten().find_map(|(one, other)| {
            let of = |period, rest: &'h str| ParsedHeading {
                period,
                rest: rest.into(),
                mark: "",
                is_woven: false,
            };
            match (is_one(one), is_one(other)) {
                (true, false) => Some(of(one, other)),
                // The year above says no more than the month below it.
                (true, true) => Some(of(other, "")),
                // Of a number and a date, such as the week and its last day, the date.
                (false, true) => Some(of(other, one)),
                (false, false) => None,
            }
        });
        // `Total / 2024 (£000)`
        let found = found.or_else(|| {
            halves.into_iter().flatten().find_map(|(above, below)| {
                let inner = woven(below).filter(|inner| inner.is_woven)?;
                let rest = match inner.rest.starts_with('(') {
                    true => format!("{above} {}", inner.rest),
                    false => format!("{above}{BETWEEN}{}", inner.rest),
                };
                Some(ParsedHeading { rest: rest.into(), ..inner })
            })
        });
        found.unwrap_or(whole)
    }
}

/// `2018` and `Hives (thousands)` of `Hives 2018 (thousands)`: the longest run of words that is a
/// period with a year of four digits in it. A mark behind it, `2018 [note 2]`, is of the period.
fn woven(heading: &str) -> Option<ParsedHeading<'_>> {
    if !has_year(heading) || heading.len() > LONGEST {
        return None;
    }
    let words: Vec<(usize, &str)> = heading
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect();
    let is_link = |word: &str| matches!(word, "in" | "for" | "of" | "at");
    let first = |(at, word): &(usize, &str)| (!is_link(word)).then_some(*at);
    let starts: Vec<usize> = words.iter().filter_map(first).collect();
    let ends =
        |from: usize| starts[from + 1..].iter().map(|next| next - 1).chain([heading.len()]).rev();
    for (from, start) in starts.iter().enumerate() {
        for end in ends(from).filter(|end| *start > 0 || *end < heading.len()) {
            let run = heading[*start..end].trim_end();
            let bare = part(run).0.trim_end_matches([',', ':', ';', ')']).trim_start_matches('(');
            let (before, after) = (heading[..*start].trim(), heading[end..].trim());
            // `2023 restated`
            if !has_year(bare) || !is_a_period(parted_period(bare).0) {
                continue;
            }
            let trimmed =
                |text: &str| text.trim_matches([',', ':', ';', '-', '–', ' ']).to_string();
            let before = trimmed(before.strip_suffix(" in").unwrap_or(before));
            let rest = [before.clone(), trimmed(after)].join(" ").trim().to_string();
            let period = if part(run).0 == bare { run } else { bare };
            if before.is_empty() && Mark::find(after).is_some_and(|mark| mark.letter.is_some()) {
                return Some(ParsedHeading {
                    period,
                    rest: "".into(),
                    mark: after,
                    is_woven: false,
                });
            }
            let says = |c: char| c.is_alphabetic() || "£$€%".contains(c);
            return rest.contains(says).then(|| ParsedHeading {
                period,
                rest: rest.into(),
                mark: "",
                is_woven: true,
            });
        }
    }
    None
}

/// Longer headings are sentences.
const LONGEST: usize = 100;

/// What the name of a column says of every period in it: `week ending` of `Week ended`. Its cells
/// alone would be days.
pub fn said_by_name(name: &str) -> Option<String> {
    let small = name.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // `Year ending March`, `Year ended 31 March`: its cells are the years alone.
    let month_after = |at: usize| {
        let (day, month) = match words.get(at..)? {
            [day, month, ..] if day.parse::<u32>().is_ok_and(|day| day < 32) => (*day, *month),
            [month, ..] => ("", *month),
            [] => return None,
        };
        let begins = |name: &&'static str| name.to_lowercase().starts_with(month);
        let named = month == "sept" || month.len() > 2 && EN_GB.months.iter().any(begins);
        named.then(|| format!("{day} {month}").trim_start().to_string())
    };
    // `3 months ending`, `12 months to`: its cells are the months or days that end each.
    let months = words.windows(3).find_map(|run| {
        let [count, "months" | "month", "to" | "ending" | "ended" | "end"] = run else {
            return None;
        };
        match *count {
            "12" | "twelve" => Some("year ending".to_string()),
            "3" | "three" => Some("3 months to".to_string()),
            "6" | "six" => Some("6 months to".to_string()),
            _ => None,
        }
    });
    let edge = words.windows(2).enumerate().find_map(|(at, pair)| {
        let [length, edge] = pair else { return None };
        if matches!((*length, *edge), ("year" | "yr" | "months", "to" | "ending" | "ended" | "end"))
            && (*length != "months" || at > 0 && words[at - 1] == "12")
            && let Some(month) = month_after(at + 2)
        {
            return Some(format!("year ending {month}"));
        }
        // `W/E` and `w/c` have two words here.
        let length = match *length {
            "week" | "weeks" | "wk" => "week",
            "w" if matches!(*edge, "e" | "c") => "week",
            "month" => "month",
            "quarter" | "qtr" => "quarter",
            "year" | "yr" | "twelvemonth" => "year",
            _ => return None,
        };
        match *edge {
            "ending" | "ended" | "end" => Some(format!("{length} ending")),
            "to" | "e" if length == "week" => Some("week ending".to_string()),
            "to" if length == "year" && words.get(at + 2).is_none_or(|next| *next != "date") => {
                Some("year ending".to_string())
            }
            "to" if length == "quarter" => Some("3 months to".to_string()),
            "commencing" | "beginning" | "starting" | "start" | "from" | "c"
                if length == "week" =>
            {
                Some("week commencing".to_string())
            }
            _ => None,
        }
    });
    // Of which day of the week its dates are, the name does not say.
    edge.or(months).or_else(|| {
        let week = words.iter().any(|word| matches!(*word, "week" | "wk"));
        week.then(|| WEEK_OF.to_string())
    })
}

/// Stands before the dates of a column that is called `Week`, and nothing else.
pub const WEEK_OF: &str = "week of";

/// A period by itself. What its numbers of two digits are does not matter.
pub fn is_a_period(cell: &str) -> bool {
    let column = Convention { beside_month: Some(BesideMonth::Year), ..Convention::default() };
    let setting = Setting { published: Unit::year(2000), column, ..Setting::default() };
    // `16-17` is an age more often than two years; `09/10` are two years.
    if let Some((first, mark, second)) = two_and_two(cell) {
        return mark == '/' && (first + 1) % 100 == second;
    }
    let is_one = |text: &str| {
        let read = |setting: &Setting| !matches!(period(text, setting), Reading::Refused(_));
        read(&Setting::default()) || text.len() <= SHORT && read(&setting)
    };
    cell.contains(|c: char| c.is_ascii_digit())
        && (is_one(cell) || in_english(cell).is_some_and(|text| is_one(&text)))
}

/// Two numbers of two digits each, and what parts them.
fn two_and_two(cell: &str) -> Option<(u32, char, u32)> {
    let at = cell.find(['/', '-', '–'])?;
    let mark = cell[at..].chars().next()?;
    let two = |part: &str| {
        let fits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse().ok())?
    };
    Some((two(&cell[..at])?, mark, two(&cell[at + mark.len_utf8()..])?))
}

/// No month and year are longer.
const SHORT: usize = 20;

/// `2022/23`, `2022-23` or `2022/2023`: a year that ends in the next one.
pub fn is_split_year(cell: &str) -> bool {
    let Some((start, end)) = cell.split_once(['/', '-', '–']) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if start.len() != 4 || !matches!(end.len(), 2 | 4) || !digits(start) || !digits(end) {
        return false;
    }
    let next = start.parse::<u32>().map_or(String::new(), |year| (year + 1).to_string());
    next.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_say_what_their_periods_are() {
        for (name, said) in [
            ("Year ending March", Some("year ending march")),
            ("Year ended 31 March", Some("year ending 31 march")),
            ("Year to June", Some("year ending june")),
            ("12 months to Sept", Some("year ending sept")),
            ("Week ended", Some("week ending")),
            ("W/E", Some("week ending")),
            ("w/c (Monday)", Some("week commencing")),
            ("Week to", Some("week ending")),
            ("Week from", Some("week commencing")),
            ("Week", Some("week of")),
            ("Reporting week", Some("week of")),
            ("Weekday", None),
            ("Week ending Friday", Some("week ending")),
            ("Year", None),
            ("Months to go", None),
            ("Rolling year to", Some("year ending")),
            ("Year to date", None),
            ("12 months ending", Some("year ending")),
            ("Three months ending", Some("3 months to")),
        ] {
            assert_eq!(said_by_name(name).as_deref(), said, "{name}");
        }
    }

    #[test]
    fn two_years_of_two_digits_are_a_period_and_ages_are_none() {
        for (cell, is) in [
            ("19/20", true),
            ("09/10", true),
            ("99/00", true),
            ("16-17", false),
            ("16–17", false),
            ("19/21", false),
        ] {
            assert_eq!(is_a_period(cell), is, "{cell}");
        }
    }

    #[test]
    fn letters_at_years_are_those_of_footnotes() {
        for (heading, year, words) in [
            ("2018a", "2018", "Marked a in the source."),
            ("2019-20b", "2019-20", "Marked b in the source."),
            ("2018", "2018", ""),
        ] {
            let (period, marked) = period_of_heading(heading);
            assert_eq!((period, marked.words.join(" ").as_str()), (year, words), "{heading}");
        }
        assert_eq!(period_of_heading("2023p").1.letters, "p");
        for (cell, period, letters, words) in [
            ("2019(1)", "2019", "", "Marked 1 in the source."),
            ("2019/20 (2)", "2019/20", "", "Marked 2 in the source."),
            ("2021r", "2021", "r", ""),
            ("2022/23 p", "2022/23", "p", ""),
            ("2022 (r)", "2022", "r", ""),
            ("March 2020", "March 2020", "", ""),
            ("600 (500)", "600 (500)", "", ""),
        ] {
            let (own, marked) = parted_period(cell);
            let found = (own, marked.letters.as_str(), marked.words.join(" "));
            assert_eq!(found, (period, letters, words.to_string()), "{cell}");
        }
    }
}
