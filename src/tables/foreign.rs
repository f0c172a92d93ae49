//! Months and quarters in the words of German, French and Dutch tables, in English.

/// The months in English, and how they begin there: each form is no word of an English period.
const MONTHS: [(&str, &[&str]); 12] = [
    ("January", &["januar", "jänner", "janvier", "janv", "januari"]),
    ("February", &["februar", "feber", "février", "fevrier", "févr", "fevr", "fév", "februari"]),
    ("March", &["märz", "maerz", "mär", "mars", "maart", "mrt"]),
    ("April", &["avril", "avr"]),
    ("May", &["mai", "mei"]),
    ("June", &["juni", "juin"]),
    ("July", &["juli", "juillet", "juil"]),
    ("August", &["août", "aout", "augustus"]),
    ("September", &["septembre"]),
    ("October", &["oktober", "octobre", "okt"]),
    ("November", &["novembre"]),
    ("December", &["dezember", "dez", "décembre", "decembre", "déc"]),
];

const QUARTERS: [&str; 6] = ["quartal", "quartaal", "kwartaal", "trimestre", "kw.", "trim."];

const YEARS: [&str; 5] = ["jahr", "jaar", "année", "annee", "an"];

/// The same period in English, where its words are German, French or Dutch and known: `March 2020` of
/// `März 2020`, `Q1 2020` of `1. Quartal 2020`.
pub fn in_english(cell: &str) -> Option<String> {
    let is_plain = cell.is_ascii() && !cell.contains(|c: char| c.is_ascii_alphabetic());
    if is_plain || cell.len() > LONGEST {
        return None;
    }
    short_quarter(cell)
        .or_else(|| quarter(cell))
        .or_else(|| week(cell))
        .or_else(|| year(cell))
        .or_else(|| months(cell))
}

/// Longer cells are sentences.
const LONGEST: usize = 60;

/// `KW 01/2021`, `2021-KW01`, `1. Kalenderwoche 2021`: German weeks are those of ISO 8601.
fn week(cell: &str) -> Option<String> {
    let letters: String =
        cell.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    if !matches!(letters.as_str(), "kw" | "kalenderwoche") {
        return None;
    }
    let runs: Vec<&str> =
        cell.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let (week, year) = match runs[..] {
        [week, year] if year.len() == 4 && week.len() <= 2 => (week, year),
        [year, week] if year.len() == 4 && week.len() <= 2 => (week, year),
        _ => return None,
    };
    Some(format!("{year}-W{week:0>2}"))
}

/// `1. Quartal 2020`, `2e kwartaal 2020`, `3ème trimestre 2020`, `2020 4. Quartal`.
fn quarter(cell: &str) -> Option<String> {
    let words: Vec<String> = cell.split_whitespace().map(str::to_lowercase).collect();
    let at = words.iter().position(|word| QUARTERS.contains(&word.as_str()))?;
    let number = words.get(at.checked_sub(1)?)?;
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = &number[digits.len()..];
    let number = digits.parse::<u32>().ok().filter(|number| (1..=4).contains(number))?;
    let rest: Vec<&String> = words
        .iter()
        .enumerate()
        .filter(|(own, _)| *own != at && own + 1 != at)
        .map(|one| one.1)
        .collect();
    let [year] = rest[..] else { return None };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let ordinal = ["", ".", "e", "er", "ère", "ème", "eme", "de", "ste"].contains(&ending);
    (is_year && ordinal).then(|| format!("Q{number} {year}"))
}

/// `2022-T1`, `2022T1`, `T1 2022` of French, Spanish and Italian tables, `2022K1` of Danish, Norwegian and
/// Swedish ones.
fn short_quarter(cell: &str) -> Option<String> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| {
        let number = text.strip_prefix(['T', 't', 'K', 'k'])?;
        matches!(number, "1" | "2" | "3" | "4").then(|| number.to_string())
    };
    let (first, last) = match cell.split_once([' ', '-']) {
        Some(pair) => pair,
        None => cell.split_at_checked(4)?,
    };
    let (year, number) = match (is_year(first), is_year(last)) {
        (true, false) => (first, number(last)?),
        (false, true) => (last, number(first)?),
        _ => return None,
    };
    Some(format!("Q{number} {year}"))
}

/// `Jahr 2020`, `année 2020`.
fn year(cell: &str) -> Option<String> {
    let (word, year) = cell.split_once(' ')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && YEARS.contains(&word.to_lowercase().as_str())).then(|| year.to_string())
}

/// The months of a text in English; `None` where it has none that is not English already.
fn months(cell: &str) -> Option<String> {
    let mut text = String::new();
    let mut found = false;
    let mut rest = cell;
    while !rest.is_empty() {
        let start = rest.find(char::is_alphabetic).unwrap_or(rest.len());
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        let month = MONTHS.iter().find(|(_, forms)| forms.contains(&word.as_str()));
        match month {
            Some((english, _)) => text.push_str(english),
            None => text.push_str(&rest[..end]),
        }
        found |= month.is_some();
        rest = &rest[end..];
        // The point of `1. Januar` and of `janv. 2020`.
        if month.is_some() {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let day =
                text.rfind(". ").filter(|at| text[..*at].ends_with(|c: char| c.is_ascii_digit()));
            if let Some(point) = day {
                text.replace_range(point..=point, "");
            }
        }
    }
    found.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_languages_are_told_in_english() {
        for (cell, english) in [
            ("März 2020", "March 2020"),
            ("janv. 2020", "January 2020"),
            ("1. Mai 2020", "1 May 2020"),
            ("mei-20", "May-20"),
            ("2020 Dezember", "2020 December"),
            ("1. Quartal 2020", "Q1 2020"),
            ("2e kwartaal 2020", "Q2 2020"),
            ("4ème trimestre 2019", "Q4 2019"),
            ("Jahr 2020", "2020"),
            ("août 2019", "August 2019"),
            ("KW 01/2021", "2021-W01"),
            ("2021-KW5", "2021-W05"),
            ("1. Kalenderwoche 2021", "2021-W01"),
        ] {
            assert_eq!(in_english(cell).as_deref(), Some(english), "{cell}");
        }
        for cell in [
            "2020",
            "March 2020",
            "5. Quartal 2020",
            "Quartal",
            "KW 5",
            "5 kW 20",
            "x",
            "1 234",
            "",
        ] {
            assert_eq!(in_english(cell), None, "{cell}");
        }
    }
}
