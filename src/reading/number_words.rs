//! Numbers in words, from `thirteen` to `twenty-three thousand four hundred and five`, and the
//! small words that go with them.

use rust_decimal::Decimal;

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number read from words: what it is, how many words it took, and its last scale word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cardinal {
    pub number: u64,
    pub used: usize,
    /// `million` in `three million`: the number is probably rounded to it.
    pub scale: Option<u64>,
}

/// The longest number in words at the start of `words`; hyphens are gone by now.
pub(super) fn cardinal(words: &[&str]) -> Option<Cardinal> {
    let mut found: Option<Cardinal> = None;
    let mut limit = u64::MAX;
    let mut used = 0;
    while limit > 1 {
        let joined = usize::from(found.is_some() && words.get(used) == Some(&"and"));
        let rest = words.get(used + joined..).unwrap_or_default();
        let Some((below, taken)) = below_thousand(rest, found.is_none()) else { break };
        let scale = rest.get(taken).copied().and_then(scale_word).filter(|_| below < 1000);
        let (factor, taken) = scale.map_or((1, taken), |scale| (scale, taken + 1));
        if factor >= limit || (found.is_some() && below >= 1000) {
            break;
        }
        // `one and two` are two numbers; only what follows a hundred or a scale adds up.
        let number = below.checked_mul(factor)?;
        let number = found.map_or(0, |found| found.number).checked_add(number)?;
        used += joined + taken;
        found = Some(Cardinal { number, used, scale });
        limit = factor;
    }
    found
}

/// `seventy-two`, `a hundred`, `four hundred and five`, `twelve hundred`. An article counts as one
/// only before a hundred or a scale, and only at the start.
fn below_thousand(words: &[&str], first: bool) -> Option<(u64, usize)> {
    let article = first && matches!(words.first(), Some(&"a" | &"an"));
    let (number, used) = if article { (1, 1) } else { below_hundred(words)? };
    if words.get(used) == Some(&"hundred") && number > 0 {
        let hundreds = number * 100;
        let used = used + 1;
        let joined = usize::from(words.get(used) == Some(&"and"));
        return Some(match below_hundred(words.get(used + joined..).unwrap_or_default()) {
            Some((rest, more)) if rest > 0 => (hundreds + rest, used + joined + more),
            _ => (hundreds, used),
        });
    }
    let before_scale = words.get(used).is_some_and(|word| scale_word(word).is_some());
    (!article || before_scale).then_some((number, used))
}

fn below_hundred(words: &[&str]) -> Option<(u64, usize)> {
    let first = words.first()?;
    if let Some(number) = small(first) {
        return Some((number.into(), 1));
    }
    let tens = TENS.iter().position(|tens| tens == first)?;
    let tens = 20 + 10 * u64::try_from(tens).ok()?;
    match words.get(1).and_then(|word| small(word)) {
        Some(unit @ 1..=9) => Some((tens + u64::from(unit), 2)),
        _ => Some((tens, 1)),
    }
}

/// `zero` to `nineteen`.
pub fn small(word: &str) -> Option<u32> {
    let found = UNITS.iter().position(|unit| *unit == word)?;
    u32::try_from(found).ok()
}

/// Is this one word a number?
pub(super) fn is_number_word(word: &str) -> bool {
    small(word).is_some() || TENS.contains(&word) || word == "hundred" || scale_word(word).is_some()
}

fn scale_word(word: &str) -> Option<u64> {
    Some(match word {
        "thousand" => 1_000,
        "lakh" | "lac" => 100_000,
        "million" => 1_000_000,
        "crore" => 10_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    })
}

/// What a number in digits is multiplied by: `17 million`, `17m`, `17 mn`, `1.2bn`, `550k`.
pub(super) fn scale(word: &str) -> Option<Decimal> {
    let number = match word {
        "k" | "thousands" => 1_000,
        "m" | "mn" | "mln" | "millions" => 1_000_000,
        "b" | "bn" | "bln" | "billions" => 1_000_000_000,
        "tn" | "trn" | "trillions" => 1_000_000_000_000,
        "lakhs" | "lacs" => 100_000,
        "crores" => 10_000_000,
        "hundred" => 100,
        word => scale_word(word)?,
    };
    Some(Decimal::from(number))
}

/// What money alone is multiplied by: `$5MM`, `$5 mil`, `$5T`.
pub(super) fn money_scale(word: &str) -> Option<Decimal> {
    let name = match word {
        "mm" | "mil" | "mill" => "million",
        "t" => "trillion",
        _ => return None,
    };
    scale(name)
}

/// What a whole is cut into: 4 for `quarter`, 3 for `thirds`.
pub(super) fn part(word: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("half", 2),
        ("halve", 2),
        ("third", 3),
        ("quarter", 4),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("twentieth", 20),
        ("hundredth", 100),
    ];
    let singular = word.strip_suffix('s').unwrap_or(word);
    PARTS.iter().find(|(name, _)| *name == singular).map(|(_, parts)| *parts)
}

/// A fraction as one character.
pub(super) fn vulgar(sign: char) -> Option<(u32, u32)> {
    Some(match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    })
}

/// `first` to `fourth`.
pub fn ordinal(word: &str) -> Option<u32> {
    let found = ["first", "second", "third", "fourth"].iter().position(|name| *name == word)?;
    u32::try_from(found + 1).ok()
}

/// Twice, doubled, trebled: how many times as much.
pub(super) fn multiple(word: &str) -> Option<u32> {
    Some(match word {
        "twice" | "double" | "doubles" | "doubled" | "doubling" => 2,
        "thrice" | "triple" | "triples" | "tripled" | "tripling" => 3,
        "treble" | "trebles" | "trebled" | "trebling" => 3,
        "quadruple" | "quadruples" | "quadrupled" | "quadrupling" => 4,
        "quintuple" | "quintuples" | "quintupled" | "quintupling" => 5,
        _ => return None,
    })
}

/// Words that stand where a number should and give none.
pub(super) fn is_vague(word: &str) -> bool {
    const VAGUE: [&str; 27] = [
        "tens",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "several",
        "few",
        "many",
        "couple",
        "handful",
        "countless",
        "numerous",
        "lots",
        "most",
        "majority",
        "minority",
        "various",
        "multiple",
        "flat",
        "stable",
        "steady",
        "static",
        "little",
        "teens",
        "twenties",
    ];
    VAGUE.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<u64> {
        let words: Vec<&str> = text.split_whitespace().collect();
        cardinal(&words).filter(|found| found.used == words.len()).map(|found| found.number)
    }

    #[test]
    fn numbers_in_words() {
        for (text, expected) in [
            ("zero", 0),
            ("thirteen", 13),
            ("seventy two", 72),
            ("a hundred", 100),
            ("four hundred and five", 405),
            ("twelve hundred", 1200),
            ("one hundred twenty three", 123),
            ("a thousand", 1000),
            ("a thousand and one", 1001),
            ("twenty three thousand four hundred and five", 23_405),
            ("two hundred thousand", 200_000),
            ("one million two hundred thousand and six", 1_200_006),
            ("three billion", 3_000_000_000),
            (
                "nine hundred and ninety nine million nine hundred and ninety nine thousand nine hundred and ninety nine",
                999_999_999,
            ),
        ] {
            assert_eq!(number(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_single_number() {
        for text in [
            "",
            "a",
            "and",
            "twenty thirty",
            "one two",
            "hundred",
            "one and two",
            "two thousand three thousand",
            "million",
            "a million billion",
            "one thousand a hundred",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
