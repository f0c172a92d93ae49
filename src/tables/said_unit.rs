//! The unit that a line above or below a table says of its numbers: `Figures in thousands`, `All figures in
//! £'000 unless otherwise stated`.

use super::heading::{HeadingUnit, is_denied};
use super::names::is_unit;

/// `Thousands` of `Unit: Thousands`, `Figures in thousands` and `(thousands)`; a title says more.
pub(super) fn said_of_all(cell: &str) -> Option<&str> {
    let named = cell.split_once([':', '=']).filter(|(name, _)| is_unit(name.trim()));
    if let Some((_, unit)) = named {
        return Some(unit.trim()).filter(|unit| !unit.is_empty());
    }
    let cell = without_exceptions(cell);
    if let Some(unit) = unit_behind(cell) {
        return Some(unit);
    }
    // `Unemployment level - numbers in thousands`: the last part of a title.
    let parts =
        [" - ", " – ", ", ", "; ", ": "].map(|mark| cell.rfind(mark).map(|at| at + mark.len()));
    let last = parts.into_iter().flatten().max();
    if let Some(unit) = last.and_then(|at| said_of_all(&cell[at..])) {
        return Some(unit);
    }
    let small = cell.to_lowercase();
    // `Number in thousands`, `All figures in £ million`, `Persons in thousands`.
    let cut = match small.rfind(" in ") {
        Some(at) if small[..at].split_whitespace().count() < 4 => at + " in ".len(),
        _ if small.starts_with("in ") => "in ".len(),
        _ => 0,
    };
    let unit = cell.get(cut..)?.trim().trim_matches(['(', ')', '.']).trim();
    let said = HeadingUnit::of(&format!("({unit})"));
    let says = said.scale.is_some() || said.percent;
    let denied = is_denied(&words_of(&small[..cut]));
    (says && !denied && unit.split_whitespace().count() < 3).then_some(unit)
}

/// `thousands` of a sentence of a note that is about all numbers: `Figures are in thousands.`
pub(super) fn said_in_note(note: &str) -> Option<&str> {
    const OF_ALL: [&str; 8] =
        ["figures", "numbers", "values", "amounts", "data", "counts", "all", "table"];
    note.split(". ").find_map(|sentence| {
        let sentence = without_exceptions(sentence.trim().trim_end_matches('.'));
        if let Some((_, unit)) = sentence.split_once([':', '=']).filter(|(name, _)| is_unit(name)) {
            return Some(unit.trim()).filter(|unit| !unit.is_empty());
        }
        let small = sentence.to_ascii_lowercase();
        let mut words = small.split(|c: char| !c.is_alphanumeric());
        let of_all = small.starts_with("in ") || words.any(|word| OF_ALL.contains(&word));
        let at = small.rmatch_indices("in ").map(|(at, _)| at);
        let mut ends = at.filter(|at| *at == 0 || small[..*at].ends_with(' ')).map(|at| at + 3);
        let says = |unit: &&str| {
            let said = HeadingUnit::of(&format!("({unit})"));
            unit.split_whitespace().count() < 5 && (said.scale.is_some() || said.percent)
        };
        let denied = |at: usize| is_denied(&words_of(&small[..at]));
        ends.find(|at| says(&&sentence[*at..]) && !denied(*at))
            .filter(|_| of_all)
            .map(|at| &sentence[at..])
    })
}

/// The words with which a line says that some rows are excepted.
const EXCEPTIONS: [&str; 4] = [" unless ", " except ", " apart from ", " other than "];

/// Does a line give the unit of all numbers but for some: `All figures in £'000 unless stated`?
pub(super) fn excepts_some(line: &str) -> bool {
    let small = line.to_ascii_lowercase();
    EXCEPTIONS.iter().any(|word| small.contains(word))
        && (said_of_all(line).is_some() || said_in_note(line).is_some())
}

/// `All figures in £'000` of `All figures in £'000 unless stated`, `Figures in units` of `Figures in units
/// rather than thousands`.
fn without_exceptions(line: &str) -> &str {
    const DENIALS: [&str; 4] = [" rather than ", " instead of ", ", not ", " (not "];
    let small = line.to_ascii_lowercase();
    let cuts = EXCEPTIONS.iter().chain(&DENIALS).filter_map(|word| small.find(word));
    line[..cuts.min().unwrap_or(line.len())].trim_end_matches([',', ' '])
}

fn words_of(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| !word.is_empty())
        .collect()
}

/// `£ million` of `Spending by year (£ million)`, `per 100,000 people` of `Homicides per 100,000
/// people`: what a title or a measure says of its numbers behind its name.
pub(super) fn unit_behind(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let text = match text.strip_suffix(']').and_then(|text| text.rfind('[')) {
        Some(note) => text[..note].trim_end(),
        None => text,
    };
    let inner = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, of)| of);
    let says = |inner: &&str| {
        let unit = HeadingUnit::of(&format!("({inner})"));
        unit.scale.is_some() || unit.percent || unit.per_many
    };
    inner.filter(says).or_else(|| {
        let (before, _) = text.rsplit_once(" per ")?;
        let behind = text[before.len()..].trim_start();
        let behind = behind.split(['(', '[', ';', ':']).next()?.trim_end();
        let many = HeadingUnit::of(behind).per_many && behind.split(' ').count() < 6;
        many.then_some(behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_denies_a_scale_gives_none() {
        for (line, unit) in [
            ("All figures in £'000 unless stated", Some("£'000")),
            ("All figures in £'000 unless otherwise stated.", Some("£'000")),
            ("All figures are in thousands, except rates", Some("thousands")),
            ("Figures are in millions, not in thousands.", Some("millions")),
            ("Figures are not in thousands but in millions.", Some("millions")),
            ("Figures are in units rather than thousands.", None),
            ("These figures are not in thousands.", None),
            ("These figures aren't shown in thousands.", None),
            ("Note 6: staff numbers are not in thousands.", None),
            ("Unlike in thousands", None),
            ("No figures are in thousands", None),
            ("Swans (not in thousands)", None),
        ] {
            let said = said_of_all(line).or_else(|| said_in_note(line));
            assert_eq!(said, unit, "{line}");
        }
    }
}
