//! What of a typed text is kept as the words of the source: only what a source would say itself,
//! and nothing that was typed so that the program understands it.

use crate::figure::Period;

/// The cell `stated` for a number as it was typed. Empty where it is only digits and marks, which
/// the number says; and where somebody may have added a word for our sake: `exactly 58,000`.
pub fn stated_cell(typed: &str) -> String {
    // `a target of 300` is how a source speaks, `target: 300` is how the status is told.
    let is_word = |at: usize, own: &str| words(typed).nth(at).is_some_and(|word| is(word, own));
    let is_label = is_word(0, "target") && !is_word(1, "of");
    // The sign of a degree is a mark as % is, though it has a letter.
    let marks = ["°C", "° C", "°F", "° F"];
    let plain = marks.iter().fold(typed.to_string(), |text, degree| text.replace(degree, "°"));
    if is_label || says_exactly(typed) || !plain.chars().any(char::is_alphabetic) {
        return String::new();
    }
    let words = one_line(typed);
    // A spreadsheet would run `-£1.2bn` as a formula; with a minus for a hyphen it does not. There is
    // no other sign for a plus.
    match words.chars().next() {
        Some('-') => words.replacen('-', "\u{2212}", 1),
        Some('+') if self::words(typed).all(|word| !is_word_of_a_source(word)) => String::new(),
        Some('+') => format!("“{words}”"),
        _ => words.trim_start_matches(['=', '@']).trim_start().to_string(),
    }
}

/// Is it more than digits and what joins two numbers?
fn is_word_of_a_source(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && !is(word, "to")
}

/// Does a text say of its number that it is precise?
pub(super) fn says_exactly(typed: &str) -> bool {
    words(typed).any(|word| ["exactly", "precisely"].iter().any(|own| is(word, own)))
}

fn words(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is(word: &str, own: &str) -> bool {
    word.eq_ignore_ascii_case(own)
}

/// The cell `period_stated` for a period as it was typed or stood in a table. Empty where the cell
/// `period` says the same, letter by letter.
pub fn period_stated_cell(typed: &str, period: Period) -> String {
    let words = one_line(typed);
    if words == period.to_string() { String::new() } else { words }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_source_would_say_is_quoted() {
        for words in [
            "3.3 million",
            "about 20m",
            "at least 300,000",
            "a quarter",
            "a target of 300",
            "82,109 referrals",
            "around 80,000 people in the UK",
        ] {
            assert_eq!(stated_cell(words), words);
        }
        for ours in [
            "",
            "58,000",
            "-5",
            "~300",
            "£642",
            "exactly 58,000",
            "Exactly 58,000",
            "precisely 3,300,000",
            "between exactly 10 and 20,000",
            "target: 300",
            "target 300",
            "-3.5°C",
            "21 °C",
            "70 °F",
        ] {
            assert_eq!(stated_cell(ours), "", "{ours}");
        }
        for (typed, kept) in [
            ("-£1.2bn", "−£1.2bn"),
            ("+3 percentage points", "“+3 percentage points”"),
            ("+5% to +10%", ""),
            ("-20% to -10%", "−20% to -10%"),
            ("= 5 thousand", "5 thousand"),
            ("0.5%", ""),
            ("−3 points", "−3 points"),
            ("about -3.5°C", "about -3.5°C"),
        ] {
            assert_eq!(stated_cell(typed), kept);
        }
        assert_eq!(stated_cell("  about\n 20  million "), "about 20 million");
    }

    #[test]
    fn the_words_of_a_period_are_kept_where_the_cell_says_it_otherwise() {
        for (typed, period, kept) in [
            ("2017", "2017", ""),
            (" 2017 ", "2017", ""),
            ("2009-04/2010-03", "2009-04/2010-03", ""),
            ("2009/10", "2009-04/2010-03", "2009/10"),
            ("last year", "2017", "last year"),
            ("June  2021", "2021-06", "June 2021"),
            ("c. 2017", "2017~", "c. 2017"),
        ] {
            let period = Period::parse(period).unwrap();
            assert_eq!(period_stated_cell(typed, period), kept, "{typed}");
        }
    }
}
