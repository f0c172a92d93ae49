//! The numbers of a quotation, in running text: `risen by 10% to 334`, `half a million every two
//! months`.

use rust_decimal::Decimal;

use super::grammar::Grammar;
use super::measure::Measure;
use super::number_words::cardinal;
use super::numeral::{self, Numeral};
use super::own_words::says_exactly;
use super::text::plain;
use super::tokens::{Cursor, Token, cut};
use crate::figure::{MONTHS, Quantity, Side};

/// One number of a quotation with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// All that it may mean, in the unit of the series; one at least.
    pub values: Vec<Quantity>,
    /// Whether a word says on which side of it the true number lies, or that it is precise.
    pub told: bool,
    /// Whether a word or a sign says that it rose or fell.
    pub directed: bool,
    /// Whether what stands before it is understood, so that no other word can say that.
    pub bare: bool,
    /// The number as one of the series, where it is said for another stretch of time: half a million
    /// every two months are 250,000 a month. Months and weeks are not of one length, so that it is
    /// near.
    pub per: Option<Decimal>,
}

/// No phrase of a number is longer.
const LONGEST_PHRASE: usize = 14;

/// Scales of other languages: a number before one of them is not the number that is meant.
const FOREIGN: [&str; 17] = [
    "duizend",
    "mil",
    "miliardi",
    "milioni",
    "miljoen",
    "millares",
    "mille",
    "milliarden",
    "milliards",
    "milliers",
    "millionen",
    "millones",
    "mio",
    "mld",
    "mln",
    "mrd",
    "tausend",
];

/// Every number of a quotation, from left to right. Dates and what is no number of the series, such
/// as a percentage beside counts, are left out.
pub fn quoted(text: &str, of: &Measure) -> Vec<Quoted> {
    let plain = plain(text);
    let tokens = cut(&plain);
    let exactly = says_exactly(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        let longest = tokens.len().min(at + LONGEST_PHRASE);
        let phrase = (at + 1..=longest).rev().find_map(|end| {
            let words = &tokens[at..end];
            if !words.iter().any(is_numeral) || is_date(&tokens[..at], words) {
                return None;
            }
            let (values, told, directed) = readings(words, of)?;
            Some((end, values, told, directed))
        });
        let Some((end, values, told, directed)) = phrase else {
            at += 1;
            continue;
        };
        at = end;
        if matches!(tokens.get(end), Some(Token::Word(word)) if FOREIGN.contains(word)) {
            continue;
        }
        let per = values[0].value().and_then(|number| per_other(number, &tokens[end..], of));
        let bare = tokens[..start].last().is_none_or(says_nothing);
        found.push(Quoted { values, told: told || exactly, directed, bare, per });
    }
    found
}

/// May a number stand among these words? `a quarter`, `halved` and `none` may too.
fn is_numeral(token: &Token) -> bool {
    const OTHERS: [&str; 20] = [
        "a",
        "an",
        "double",
        "doubled",
        "dozen",
        "fifth",
        "half",
        "halved",
        "halving",
        "nil",
        "no",
        "none",
        "quadrupled",
        "quarter",
        "quarters",
        "third",
        "thirds",
        "treble",
        "twice",
        "unchanged",
    ];
    match token {
        Token::Numeral(_) => true,
        Token::Word(word) => {
            cardinal(&[word]).is_some() || OTHERS.contains(word) || *word == "tripled"
        }
        Token::Sign(_) => false,
    }
}

/// `in 2012`: a number that is a year.
fn is_date(before: &[Token], words: &[Token]) -> bool {
    const DATED: [&str; 12] = [
        "in", "since", "during", "until", "till", "before", "after", "year", "late", "early",
        "mid", "from",
    ];
    let Some(Token::Word(word)) = before.last() else { return false };
    let year = |raw: &str| raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"));
    let dated = DATED.contains(word) || MONTHS.iter().any(|month| month.starts_with(word));
    matches!(words.first(), Some(Token::Numeral(raw)) if year(raw)) && dated
}

/// All that a phrase may mean; `None` where it is none.
fn readings(words: &[Token], of: &Measure) -> Option<(Vec<Quantity>, bool, bool)> {
    let run = |pick, other| {
        let mut grammar = Grammar::new(of, pick, other);
        let meaning = grammar.sentence(words).ok()?;
        let said = (grammar.tells_side(), grammar.tells_way());
        Some((meaning, grammar.reader.doubt, said))
    };
    let (first, mark, (told, moved)) = run(0, false)?;
    let (more, mut values) = (first.other, first.values);
    let others: Vec<(usize, bool)> = match mark {
        Some(mark) => (1..mark.readings).map(|pick| (pick, false)).collect(),
        None if more => vec![(0, true)],
        None => Vec::new(),
    };
    for (pick, other) in others {
        values.extend(run(pick, other).map(|(meaning, ..)| meaning.values).unwrap_or_default());
    }
    let below = |value: &Quantity| value.numbers().iter().any(Decimal::is_sign_negative);
    let directed = moved || values.iter().any(below);
    Some((values, told, directed))
}

/// So far behind a number stands for how long it is.
const NEAR: usize = 3;

/// The number of the series where the words after it tell of another stretch: `every two months`.
fn per_other(number: Decimal, after: &[Token], of: &Measure) -> Option<Decimal> {
    let own = days(of.per?.word())?;
    let every = |token: &Token| matches!(token, Token::Word("every" | "each" | "per" | "a" | "an"));
    let at = after.iter().take(NEAR).position(every)?;
    let cursor = Cursor::new(&after[at + 1..]);
    let count = match cursor.peek()? {
        Token::Numeral(raw) => match numeral::read(raw) {
            Ok(Numeral::Plain(number)) => number,
            _ => return None,
        },
        Token::Word("other") => Decimal::TWO,
        _ => cardinal(&cursor.words()).map_or(Decimal::ONE, |found| Decimal::from(found.number)),
    };
    let words = cursor.words();
    let (at, word) =
        words.iter().take(NEAR).enumerate().find_map(|(at, word)| Some((at, days(word)?)))?;
    const ELSEWHEN: [&str; 6] = ["after", "ago", "before", "earlier", "later", "on"];
    if words.get(at + 1).is_some_and(|next| ELSEWHEN.contains(next)) {
        return None;
    }
    Some(number.checked_mul(own)?.checked_div(word.checked_mul(count)?)?.normalize())
}

fn days(word: &str) -> Option<Decimal> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "day" => Decimal::ONE,
        "week" => Decimal::from(7),
        "fortnight" => Decimal::from(14),
        "month" => Decimal::new(304_375, 4),
        "quarter" => Decimal::new(913_125, 4),
        "year" => Decimal::new(36_525, 2),
        _ => return None,
    })
}

/// A word before a number that says nothing of it.
fn says_nothing(token: &Token) -> bool {
    const NEUTRAL: [&str; 29] = [
        "the", "these", "those", "of", "and", "with", "to", "were", "was", "are", "is", "had",
        "has", "have", "at", "recorded", "received", "counted", "made", "helped", "saw", "that",
        "by", "for", "there", "total", "all", "in", "into",
    ];
    matches!(token, Token::Word(word) if NEUTRAL.contains(word))
}

/// Does a quotation hold just this number, every digit of it, and no word that could say anything
/// of it? Quickly, since most do; `false` says nothing.
pub fn says_plainly(text: &str, quantity: &Quantity) -> bool {
    let Quantity::One { side: Side::Exact | Side::About, value } = quantity else { return false };
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut number = None;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' if number.is_none() => {
                let (read, end) = leading_number(&bytes[at..]);
                // A letter at the digits is a scale or a part of a word, a mark a power or a footnote.
                let ends =
                    matches!(bytes.get(at + end), None | Some(b' ' | b'.' | b',' | b')' | b'%'));
                number = read.filter(|_| ends);
                if number.is_none() {
                    return false;
                }
                at += end;
            }
            // `as recorded in 2019`
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let is_year =
                    digits == 4 && matches!(bytes[at..at + 2], [b'1', b'9'] | [b'2', b'0']);
                let ends = matches!(bytes.get(at + 4), None | Some(b' ' | b',' | b'.' | b')'));
                if !(is_year && ends) {
                    return false;
                }
                at += 4;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                let letters = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic());
                let end = at + letters.count();
                if tells(&text[at..end]) {
                    return false;
                }
                at = end;
            }
            b' ' | b',' | b'.' | b'(' | b')' | b'"' | b'\'' | b'%' => at += 1,
            _ => return false,
        }
    }
    number == Some(*value)
}

/// Digits with commas before each three of them, or decimals; and how many bytes they take.
fn leading_number(bytes: &[u8]) -> (Option<Decimal>, usize) {
    let (mut digits, mut scale, mut at): (i128, Option<u32>, usize) = (0, None, 0);
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' if digits < 1_000_000_000_000_000_000 => {
                digits = digits * 10 + i128::from(byte - b'0');
                scale = scale.map(|scale| scale + 1);
            }
            b',' if scale.is_none()
                && (1..=3).all(|next| is_digit(at + next))
                && !is_digit(at + 4) => {}
            b'.' if scale.is_none() && is_digit(at + 1) => scale = Some(0),
            b'0'..=b'9' => return (None, at),
            _ => break,
        }
        at += 1;
    }
    (Decimal::try_from_i128_with_scale(digits, scale.unwrap_or(0)).ok(), at)
}

/// May a word say something of the number beside it, or be a number?
fn tells(word: &str) -> bool {
    const LONG: usize = 8;
    // The longest of them is `neighbourhood`.
    let mut lower = [0; 16];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let known =
        |words: &[&str]| words.binary_search_by(|known| known.as_bytes().cmp(lower)).is_ok();
    if word.len() > LONG { known(TELLING_LONG) } else { known(TELLING) }
}

/// In order.
const TELLING: &[&str] = &[
    "about", "above", "almost", "and", "another", "anything", "anywhere", "approx", "around",
    "average", "averaged", "barely", "believed", "below", "beneath", "best", "between", "beyond",
    "billion", "bn", "but", "c", "ca", "circa", "close", "closing", "crore", "decline", "declined",
    "decrease", "double", "doubled", "down", "dozen", "drop", "dropped", "each", "eight",
    "eighteen", "eighty", "eleven", "est", "estimate", "even", "every", "exactly", "exceed",
    "exceeded", "exceeds", "excess", "extra", "fall", "fallen", "falling", "falls", "fell", "few",
    "fewer", "fifteen", "fifth", "fifty", "five", "fold", "forty", "four", "fourteen", "from",
    "further", "getting", "greater", "half", "halved", "hardly", "high", "higher", "hundred",
    "hundreds", "increase", "just", "k", "lac", "lakh", "large", "larger", "least", "less",
    "little", "low", "lower", "lows", "m", "many", "max", "maximum", "maybe", "million",
    "millions", "min", "minimum", "minus", "mn", "more", "most", "much", "narrowly", "near",
    "nearing", "nearly", "nigh", "nil", "nine", "nineteen", "ninety", "no", "none", "north", "not",
    "nought", "odd", "off", "one", "or", "order", "over", "passed", "past", "perhaps", "plus",
    "point", "precise", "quarter", "quarters", "quite", "range", "ranging", "region", "rise",
    "risen", "rose", "rough", "roughly", "round", "rounded", "scarcely", "seven", "seventy",
    "short", "shy", "six", "sixteen", "sixty", "slightly", "smaller", "so", "some", "south", "ten",
    "tens", "than", "third", "thirds", "thirteen", "thirty", "thought", "thousand", "three",
    "times", "to", "topped", "topping", "tops", "trebled", "trillion", "tripled", "twelve",
    "twenty", "twice", "two", "under", "up", "upward", "upwards", "vicinity", "well", "x", "zero",
];

/// The longer ones, in order.
const TELLING_LONG: &[&str] = &[
    "additional",
    "approaching",
    "approximately",
    "averaging",
    "decreased",
    "estimated",
    "exceeding",
    "fractionally",
    "increased",
    "marginally",
    "neighborhood",
    "neighbourhood",
    "practically",
    "precisely",
    "roundabout",
    "seventeen",
    "something",
    "somewhere",
    "surpassed",
    "surpassing",
    "thousands",
    "virtually",
];
