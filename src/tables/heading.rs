//! What the heading of a column says of its numbers: `count (thousands)`, `£m`, `%`, `per 1,000`.

use crate::figure::UnitForm;

/// What a heading says that the unit of a series may contradict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadingUnit {
    /// What each number is a number of: 1,000 of `thousands`.
    pub scale: Option<u64>,
    /// `%`, `per cent`.
    pub percent: bool,
    /// `per 1,000`, `per 100,000 people`.
    pub per_many: bool,
}

const SCALES: [(u64, &[&str]); 6] = [
    (
        1_000,
        &[
            "thousand",
            "thousands",
            "'000",
            "’000",
            "'000s",
            "000s",
            "000",
            "£k",
            "k",
            "thnd",
            "milliers",
            "tausend",
        ],
    ),
    (1_000_000, &["million", "millions", "mn", "mln", "m", "mio", "£m", "€m", "$m", "millionen"]),
    (100_000, &["lakh", "lakhs"]),
    (10_000_000, &["crore", "crores"]),
    (1_000_000_000_000, &["trillion", "trillions", "trn"]),
    (1_000_000_000, &["billion", "billions", "bn", "£bn", "€bn", "$bn", "bln", "milliards", "mrd"]),
];

/// Words of units that count nothing but what the heading says.
const COUNTS: [&str; 10] =
    ["number", "numbers", "no", "count", "counts", "n", "anzahl", "nombre", "aantal", "number of"];

/// Words of other units.
const UNITS: [&str; 34] = [
    "percent",
    "percentage",
    "percentages",
    "%",
    "per",
    "cent",
    "rate",
    "index",
    "ratio",
    "months",
    "years",
    "days",
    "hours",
    "weeks",
    "minutes",
    "age",
    "persons",
    "people",
    "euro",
    "euros",
    "pounds",
    "gbp",
    "usd",
    "eur",
    "£",
    "$",
    "€",
    "us$",
    "jahre",
    "monate",
    "tage",
    "prozent",
    "mois",
    "jaar",
];

/// Is this a unit and nothing else, as a row of units below the headings has them: `Number`, `(no.)`,
/// `($m)`, `Months`, `(per 1,000)`? A number of what it counts is none where it names that.
pub fn is_unit_word(text: &str) -> bool {
    let small = text.trim().trim_matches(['(', ')']).to_lowercase();
    let unit = HeadingUnit::of(&format!("({small})"));
    let is_word = |word: &str| {
        let bare = word.trim_end_matches('.');
        COUNTS.contains(&bare)
            || UNITS.contains(&bare)
            || HeadingUnit::of(&format!("({bare})")).scale.is_some()
            || unit.per_many && word.chars().all(|c| c.is_ascii_digit() || c == ',')
            || matches!(bare, "in" | "of" | "population" | "inhabitants")
    };
    !small.is_empty()
        && small.contains(|c: char| c.is_alphabetic() || "%£$€".contains(c))
        && small.split_whitespace().count() < 5
        && small.split_whitespace().all(is_word)
}

/// `months` of `Sentence length (Months)`, nothing of `Men (Number)` and of `Deaths (UK)`.
pub fn unit_word(heading: &str) -> Option<String> {
    let inner = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?.1.trim().to_lowercase();
    let counts = COUNTS.contains(&inner.trim_end_matches('.'));
    (is_unit_word(&inner) && !counts).then_some(inner)
}

/// `per`, in the languages that tables are in.
const PER: [&str; 11] = ["per", "pro", "je", "pour", "por", "par", "auf", "na", "op", "pr", "på"];

/// What a rate may be per, in words.
const MANY: [&str; 11] = [
    "thousand", "million", "hundred", "mille", "mila", "mil", "tausend", "duizend", "tusen",
    "tusind", "millón",
];

/// `1000` of `1,000`, and after a word for `per` of `1.000` and `1 000`, too.
fn without_groups(small: &str) -> String {
    let plain = small.replace(',', "");
    let letters: Vec<char> = plain.chars().collect();
    let per = PER.iter().filter_map(|word| plain.find(&format!("{word} 1"))).min();
    let Some(from) = per.map(|at| plain[..at].chars().count()) else { return plain };
    let is_group = |at: usize| {
        let noughts =
            letters.get(at + 1..at + 4).is_some_and(|next| next.iter().all(|c| *c == '0'));
        let ends = !letters.get(at + 4).is_some_and(char::is_ascii_digit);
        at > from && letters[at - 1].is_ascii_digit() && noughts && ends
    };
    let blank =
        |at: usize| matches!(letters[at], '.' | ' ' | '\u{a0}' | '\u{202f}') && is_group(at);
    (0..letters.len()).filter(|at| !blank(*at)).map(|at| letters[at]).collect()
}

/// What each number of a unit is a number of: 1,000 of `£ thousand`, 1 of `nests`.
pub fn scale_of_unit(unit: &str) -> u64 {
    UnitForm::of(unit).multiplier().max(HeadingUnit::of(unit).scale.unwrap_or(1))
}

/// Is the unit that stands behind these words denied: `figures are not in`, `rather than`?
pub(super) fn is_denied(before: &[&str]) -> bool {
    const SAYING: [&str; 12] = [
        "in",
        "given",
        "shown",
        "expressed",
        "stated",
        "presented",
        "reported",
        "quoted",
        "rounded",
        "to",
        "all",
        "always",
    ];
    if matches!(before, ["no" | "none" | "neither", _, .., "in"]) {
        return true;
    }
    let end = before.iter().rposition(|word| !SAYING.contains(word)).map_or(0, |at| at + 1);
    match before[..end] {
        [.., "rather", "than"] | [.., "instead", "of"] | [.., "no", "longer"] => true,
        [.., last] => {
            matches!(last, "not" | "never" | "nor" | "unlike" | "cannot")
                || last.ends_with("n't")
                || last.ends_with("n’t")
        }
        [] => false,
    }
}

impl HeadingUnit {
    /// Of a heading, or of what a column of units says.
    pub fn of(heading: &str) -> HeadingUnit {
        let small = without_groups(&heading.to_lowercase());
        let words: Vec<&str> = small
            .split(|c: char| {
                c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | ':' | ';')
            })
            .map(|word| word.trim_end_matches('.'))
            .filter(|word| !word.is_empty())
            .collect();
        let is_per = |at: usize| at > 0 && PER.contains(&words[at - 1]);
        let many = |word: &str| {
            let noughts = word
                .strip_prefix('1')
                .is_some_and(|rest| rest.len() >= 3 && rest.bytes().all(|byte| byte == b'0'));
            noughts || MANY.contains(&word)
        };
        let per_many = small.contains('‰')
            || words.contains(&"promille")
            || (1..words.len()).any(|at| is_per(at) && many(words[at]));
        let percent = small.contains('%')
            || words.contains(&"percent")
            || words.contains(&"percentage")
            || words.windows(2).any(|pair| pair == ["per", "cent"]);
        // A lone letter says a scale only in brackets or behind a sign of money.
        let is_unit = |word: &str| match word {
            "m" | "k" | "000" => ["(", "[", "£", "€", "$"]
                .iter()
                .any(|sign| small.replace(' ', "").contains(&format!("{sign}{word}"))),
            _ => true,
        };
        let scale = SCALES.iter().find_map(|(scale, names)| {
            let named = |word: &str| {
                // `£'m`, `£000's`
                let plain = word.replace(['\'', '’', '‘', '`'], "");
                let bare = plain.trim_start_matches(['£', '€', '$', '₹']);
                names.contains(&word) || bare.len() < word.len() && names.contains(&bare)
            };
            let said = |(at, word): &(usize, &&str)| {
                named(word) && !is_per(*at) && is_unit(word) && !is_denied(&words[..*at])
            };
            let (at, word) = words.iter().enumerate().find(said)?;
            // `10 thousand`, `100 million`; `aged 10, thousands` says no ten of them.
            let before = at.checked_sub(1).map_or("", |before| words[before]);
            let times = match before {
                "10" | "ten" => 10,
                "100" | "hundred" => 100,
                _ => 1,
            };
            let is_joined = || heading.to_lowercase().contains(&format!("{before} {word}"));
            Some(if times > 1 && is_joined() { scale * times } else { *scale })
        });
        HeadingUnit { scale, percent, per_many }
    }

    /// Is this a unit and nothing else, with a scale, a sign of money or a percent sign: `£ million`,
    /// `Thousands`, `£'000`, `Per cent`?
    pub fn is_all_of(text: &str) -> bool {
        const OTHERS: [&str; 14] = [
            "in",
            "of",
            "number",
            "numbers",
            "per",
            "cent",
            "percent",
            "percentage",
            "%",
            "us",
            "uk",
            "gbp",
            "usd",
            "eur",
        ];
        let small = text.to_lowercase();
        let is_word = |word: &str| {
            let bare = word.trim_matches(['(', ')', '[', ']', '£', '€', '$']);
            let one = HeadingUnit::of(&format!("({bare})"));
            bare.is_empty() || OTHERS.contains(&bare) || one.scale.is_some()
        };
        let unit = HeadingUnit::of(&format!("({small})"));
        let says = unit.scale.is_some() || unit.percent || small.contains(['£', '€', '$']);
        says && small.split_whitespace().all(is_word)
    }

    /// What a number of the column has to be multiplied by to be one of the series, and why that
    /// has to be asked; `None` where heading and unit agree or the heading says nothing.
    pub fn against(self, unit: &str) -> Option<UnitDoubt> {
        let form = UnitForm::of(unit);
        let own = HeadingUnit::of(unit);
        if self.percent && !(form.is_percent() || own.percent || unit.contains("percentage")) {
            return Some(UnitDoubt::Percent);
        }
        if self.per_many && !own.per_many {
            return Some(UnitDoubt::PerMany);
        }
        let (scale, own) = (self.scale?, scale_of_unit(unit));
        (scale != own).then_some(UnitDoubt::Scale { column: scale, series: own })
    }
}

/// In what a heading and the unit of a series differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitDoubt {
    /// The column is in percent and the series is not.
    Percent,
    /// The column is so many per 1,000, and the series is not.
    PerMany,
    /// Numbers of thousands, for a series of ones.
    Scale {
        /// What a number of the column stands for.
        column: u64,
        /// What a number of the series stands for.
        series: u64,
    },
}

impl UnitDoubt {
    /// What makes a number of the column one of the series.
    pub fn factor(self) -> Option<String> {
        match self {
            UnitDoubt::Scale { column, series } if column >= series => {
                Some((column / series).to_string())
            }
            UnitDoubt::Scale { column, series } => {
                let noughts = (series / column).to_string().len() - 1;
                Some(format!("0.{}1", "0".repeat(noughts - 1)))
            }
            UnitDoubt::Percent | UnitDoubt::PerMany => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_their_scale() {
        let of = |heading: &str, unit: &str| {
            HeadingUnit::of(heading).against(unit).map(|doubt| (doubt, doubt.factor()))
        };
        let scale = |column, series, factor: &str| {
            Some((UnitDoubt::Scale { column, series }, Some(factor.to_string())))
        };
        assert_eq!(of("count (thousands)", "nests"), scale(1_000, 1, "1000"));
        assert_eq!(of("Households ('000)", "households"), scale(1_000, 1, "1000"));
        assert_eq!(of("£m", "£"), scale(1_000_000, 1, "1000000"));
        assert_eq!(of("Spending (£ million)", "£bn"), scale(1_000_000, 1_000_000_000, "0.001"));
        assert_eq!(of("£m", "£ million"), None);
        assert_eq!(of("Thousands", "thousand tonnes"), None);
        assert_eq!(of("%", "percent"), None);
        assert_eq!(of("Share (%)", "nests"), Some((UnitDoubt::Percent, None)));
        assert_eq!(of("Cases (10 thousand)", "cases"), scale(10_000, 1, "10000"));
        assert_eq!(of("Sales (100 million yen)", "yen"), scale(100_000_000, 1, "100000000"));
        assert_eq!(of("Aged 10, thousands", "people"), scale(1_000, 1, "1000"));
        assert_eq!(of("Income £'m", "£"), scale(1_000_000, 1, "1000000"));
        assert_eq!(of("£000's", "£"), scale(1_000, 1, "1000"));
        assert_eq!(of("Outlay (₹ crore)", "₹"), scale(10_000_000, 1, "10000000"));
        assert_eq!(of("per 1,000 people", "nests"), Some((UnitDoubt::PerMany, None)));
        assert_eq!(of("per 100,000", "cases per 100,000 people"), None);
        assert_eq!(of("Total", "nests"), None);
        assert_eq!(of("M", "men"), None, "a lone letter is no scale");
    }
}
