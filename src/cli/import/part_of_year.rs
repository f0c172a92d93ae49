//! The part of a year that stands beside it in a column of its own: a month, a quarter, a week.

/// The year and what is said beside it. A number is what its own letter or the name of its column says;
/// beside any other name it is no period.
pub fn joined(year: &str, part: &str, name: &str) -> String {
    if part.is_empty() {
        return year.to_string();
    }
    let kind = PartKind::lettered(part).or_else(|| PartKind::named(name));
    let number = part.strip_prefix(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(part);
    match (kind, number.parse::<usize>()) {
        (Some(PartKind::Month), Ok(number @ 1..=12)) => {
            format!("{} {year}", sourceline::locale::EN_GB.months[number - 1])
        }
        (Some(PartKind::Quarter), Ok(number @ 1..=4)) => format!("Q{number} {year}"),
        (Some(PartKind::Half), Ok(number @ 1..=2)) => format!("H{number} {year}"),
        (Some(PartKind::Week), Ok(number)) => format!("week {number} {year}"),
        _ => format!("{part} {year}"),
    }
}

/// What part of a year a number counts.
#[derive(Clone, Copy)]
enum PartKind {
    Half,
    Quarter,
    Month,
    Week,
}

impl PartKind {
    /// `M04`, `q2`, `W 7`.
    fn lettered(part: &str) -> Option<PartKind> {
        match part.chars().next()?.to_ascii_lowercase() {
            'h' | 's' => Some(PartKind::Half),
            'q' => Some(PartKind::Quarter),
            'm' => Some(PartKind::Month),
            'w' => Some(PartKind::Week),
            _ => None,
        }
    }

    /// By the name of a column, in the languages whose months are read.
    fn named(name: &str) -> Option<PartKind> {
        const BEGINNINGS: [(&[&str], PartKind); 4] = [
            (&["half", "halves", "semest", "halbjahr"], PartKind::Half),
            (&["quarter", "qtr", "quartal", "trimest", "kwartaal"], PartKind::Quarter),
            (&["month", "mth", "mon", "mois", "maand", "mes", "mån", "måned"], PartKind::Month),
            (&["week", "wk", "isoweek", "woche", "kw", "semaine"], PartKind::Week),
        ];
        let name = name.to_lowercase();
        let words = || name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let of = |begin: &&str| {
            words().any(|word| word.starts_with(*begin) && (begin.len() > 3 || word.len() < 5))
        };
        let found = BEGINNINGS.iter().find(|(begin, _)| begin.iter().any(of));
        found.map(|(_, kind)| *kind).or_else(|| (name.trim() == "q").then_some(PartKind::Quarter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_column_is_called() {
        for (part, name, joins) in [
            ("3", "Month", "March 2024"),
            ("03", "Mois", "March 2024"),
            ("3", "Qtr", "Q3 2024"),
            ("2", "Half", "H2 2024"),
            ("3", "Week", "week 3 2024"),
            ("3", "ISO week", "week 3 2024"),
            ("3", "Week no.", "week 3 2024"),
            ("3", "KW", "week 3 2024"),
            ("1", "Term", "1 2024"),
            ("1", "Day", "1 2024"),
            ("13", "Month", "13 2024"),
            ("M03", "Period", "March 2024"),
            ("Q2", "Period", "Q2 2024"),
            ("Spring", "Term", "Spring 2024"),
            ("Sunday", "Half-term", "Sunday 2024"),
            ("", "Month", "2024"),
        ] {
            assert_eq!(joined("2024", part, name), joins, "{part} below {name}");
        }
    }
}
