//! Rows and columns that are sums or averages of others.

/// Words that say a sum of all there is.
const WHOLE: [&str; 24] = [
    "total",
    "totals",
    "all",
    "grand total",
    "sum",
    "overall",
    "all years",
    "full year",
    "whole year",
    "all periods",
    "all months",
    "all quarters",
    "sub-total",
    "subtotal",
    "overall total",
    "total all",
    "year total",
    "annual total",
    "gesamt",
    "insgesamt",
    "summe",
    "totaal",
    "ensemble",
    "total général",
];

/// Does a cell say that its row is a sum of others?
pub fn is_total(cell: &str) -> bool {
    let cell = cell.trim_end_matches(':').trim_end().to_lowercase();
    let is_one = |text: &str| WHOLE.contains(&text) || text.ends_with(" total");
    // `Total / average`
    let both = || {
        let (one, other) = cell.split_once('/')?;
        Some(is_one(one.trim()) && is_average(other.trim()))
    };
    is_one(&cell) || both().unwrap_or_default()
}

/// Does a heading say that its column is an average of the others?
pub fn is_average(heading: &str) -> bool {
    let small = heading.trim_end_matches(':').trim_end().to_lowercase();
    ["average", "mean", "durchschnitt", "mittel", "gemiddelde", "moyenne"].contains(&small.as_str())
        || small.ends_with(" average")
}

#[cfg(test)]
mod tests {
    use super::{is_average, is_total};

    #[test]
    fn sums_and_averages_are_told_by_their_words() {
        for (cell, is) in [
            ("Total", true),
            ("TOTAL:", true),
            ("Grand total", true),
            ("Quarter total", true),
            ("Full year", true),
            ("Year", false),
            ("Total / average", true),
            ("Average", false),
            ("Insgesamt", true),
            ("Total loss", false),
            ("Average days", false),
            ("England", false),
            ("", false),
        ] {
            assert_eq!(is_total(cell), is, "{cell}");
        }
        assert!(is_average("Monthly average") && is_average("Mean") && !is_average("Mean days"));
    }
}
