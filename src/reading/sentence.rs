//! What whole sentences say of numbers: each number with what is said of it, and the words of
//! movement and rank, in the order in which they stand.

use std::ops::Range;

use super::heard::{HeardText, HeardWord, Pause};
use super::heard_number::numbers;
use super::heard_ranks;
use super::heard_steepest;
use super::heard_whole::wholes;
use super::heard_words;
use super::number_words::is_number_word;
use super::text::placed;
use super::tokens::{Token, cut_with_places};

/// Hears a text.
pub fn sentence(text: &str) -> HeardText {
    let (plain, places) = placed(text);
    let cut = cut_with_places(&plain);
    let origin = |at: &Range<usize>| {
        let last = places[at.end - 1];
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        places[at.start]..last + length
    };
    let mut words: Vec<HeardWord> = Vec::with_capacity(cut.len());
    let mut end = 0;
    for (place, (token, at)) in cut.iter().enumerate() {
        let between = &plain[end..at.start];
        let text = token.to_string();
        let next = cut.get(place + 1).and_then(|(next, _)| next.word());
        let pause = match () {
            () if words.is_empty() => Pause::Sentence,
            () if ends_sentence(between) => Pause::Sentence,
            () if between.contains([',', '"']) => Pause::Clause,
            () if text == "and" && goes_on(&words, next) => Pause::Nothing,
            () if text == "and" && names_a_part(&cut, place + 1) => Pause::Nothing,
            () if heard_words::joins_clauses(&text, next) => Pause::Clause,
            () if matches!(text.as_str(), "(" | ")" | "–") => Pause::Clause,
            () => Pause::Nothing,
        };
        words.push(HeardWord { text, at: origin(at), pause });
        end = at.end;
    }
    let tokens: Vec<Token> = cut.iter().map(|(token, _)| *token).collect();
    let mut heard = numbers(&tokens, &words);
    heard.extend(heard_words::movements(&words));
    heard.extend(heard_words::levels(&words));
    heard.extend(heard_ranks::extremes(&words));
    heard.extend(heard_steepest::steepest(&words));
    heard.extend(heard_words::portions(&words));
    heard.extend(heard_words::nothing(&words));
    heard.extend(wholes(&words));
    heard.sort_by_key(|one| (one.words.start, one.words.end));
    HeardText { words, heard }
}

/// `one thousand and fifty`, `one and a half million`: one number.
fn goes_on(words: &[HeardWord], next: Option<&str>) -> bool {
    let before = words.last().map_or("", |word| word.text.as_str());
    let large = matches!(before, "hundred" | "thousand" | "million" | "billion");
    let next = next.unwrap_or_default();
    large && is_number_word(next) || is_number_word(before) && matches!(next, "a" | "half")
}

/// `the first and the second quarter`: one of several dates.
fn names_a_part(cut: &[(Token, Range<usize>)], at: usize) -> bool {
    let word = |at: usize| cut.get(at).and_then(|(token, _)| token.word()).unwrap_or_default();
    let nth = at + usize::from(word(at) == "the");
    matches!(word(nth), "first" | "second" | "third" | "fourth" | "last" | "final")
        && matches!(word(nth + 1), "quarter" | "quarters" | "half")
}

fn ends_sentence(between: &str) -> bool {
    let mark = between.find(['.', '!', '?', ';', ':']);
    mark.is_some_and(|at| between[at..].contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::HeardSense;

    fn heard(text: &str) -> Vec<String> {
        let list = sentence(text).heard.into_iter();
        let said = list.map(|one| {
            let denied = if one.denied { "not " } else { "" };
            let what = match one.says {
                HeardSense::Number(number) => number.to_string(),
                HeardSense::Moves(way) => format!("{way:?}"),
                HeardSense::Extreme(way, nth) => format!("{nth} {way:?}most"),
                HeardSense::Steepest(most, way) => format!("{most:?}most step {way:?}"),
                HeardSense::Portion(way) => format!("a {way:?} part"),
                HeardSense::None => "none".to_string(),
                HeardSense::Level => "level".to_string(),
                HeardSense::Whole(whole) => format!("{whole:?}"),
            };
            format!("{denied}{what} [{}]", &text[one.at])
        });
        said.collect()
    }

    #[test]
    fn numbers_are_heard_with_what_is_said_of_them() {
        for (text, expected) in [
            ("Exactly 1,000 visits", vec!["exactly 1000 [1,000]"]),
            ("Nearly half a million books", vec!["Nearly ~500000 [half a million]"]),
            ("900 bn and 900 crore", vec!["900000000000 [900 bn]", "9000000000 [900 crore]"]),
            ("900 dozen", vec!["10800 [900 dozen]"]),
            (
                "one thousand four hundred and fifty trees",
                vec!["1450 [one thousand four hundred and fifty]"],
            ),
            ("66,000 tonnes or more", vec!["AtLeast 66000 [66,000]"]),
            ("66,000 tonnes or more waste", vec!["66000 [66,000]"]),
            ("planting quadruples", vec!["4 times [quadruples]"]),
            ("fares came down", vec!["Down [down]"]),
            ("Fewest trees since 2020", vec!["1 Downmost [Fewest]", "2020 [2020]"]),
            ("nine in ten adults", vec!["~90% [nine in ten]"]),
            ("900 in every 1,000", vec!["~90% [900 in every 1,000]"]),
            ("900 pc", vec!["900% [900 pc]"]),
            ("£15.6 million or more", vec!["AtLeast Pound 15600000 [£15.6 million]"]),
            ("rose by 12%", vec!["Up [rose]", "Up 12% [12%]"]),
            ("rose −10%", vec!["Up [rose]", "Up -10% [−10%]"]),
            ("up 12% on 2020", vec!["Up [up]", "Up 12% [12%]", "2020 [2020]"]),
            ("fell to 96,340", vec!["Down [fell]", "96340 [96,340]"]),
            ("more than doubled", vec!["MoreThan 2 times [doubled]"]),
            ("cut by a third", vec!["Down ~33.333333333333333333333333333% [a third]"]),
            ("a third fewer visits", vec!["Down ~33.333333333333333333333333333% [a third]"]),
            ("a tenfold rise", vec!["Up 10 times [tenfold]", "Up [rise]"]),
            ("counted twice, double counting", vec![]),
            ("in the first quarter, the second half, a third time", vec![]),
            (
                "about 100 arrests a quarter",
                vec!["About 100 [100]", "Stretch(Quarter) [a quarter]"],
            ),
            ("visits in thousands", vec!["Scale(1000) [thousands]"]),
            ("All figures are final", vec!["Final [All figures are final]"]),
            ("All figures up to 2023 are final", vec!["AtMost 2023 [2023]"]),
            ("Nothing is provisional", vec!["Without(Provisional) [Nothing is provisional]"]),
            ("from a single source of error", vec![]),
            ("visits were unchanged", vec!["level [unchanged]"]),
            ("One referral is not one person", vec![]),
            ("over the past five years", vec!["MoreThan 60 months [five years]"]),
            ("the highest since 2019", vec!["1 Upmost [highest]", "2019 [2019]"]),
            ("the steepest fare rise", vec!["Upmost step Up [steepest]", "Up [rise]"]),
            ("more visits than ever before", vec!["1 Upmost [more]"]),
            ("the second-lowest on record", vec!["2 Downmost [second-lowest]"]),
            ("a record 9,120 arrests", vec!["1 Upmost [record]", "9120 [9,120]"]),
            ("records of visits were recorded", vec![]),
            ("they show no growth", vec!["none [no]", "not Up [growth]"]),
            ("visits did not rise", vec!["not Up [rise]"]),
            ("fewer visits than in 2019", vec!["Down [fewer]", "2019 [2019]"]),
            ("no more than 350 visits", vec!["AtMost 350 [350]"]),
            ("no visits were counted", vec!["none [no]"]),
        ] {
            assert_eq!(heard(text), expected, "{text}");
        }
    }
}
