//! A quantity's text cut into numerals, words and signs, and a cursor that walks over them.

use std::fmt;
use std::ops::Range;

use super::number_words::is_number_word;
use super::phrase_table::Phrases;

/// One piece of a text made plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Digits with the marks between them, perhaps with an exponent.
    Numeral(&'t str),
    Word(&'t str),
    Sign(char),
}

impl Token<'_> {
    pub fn is(&self, text: &str) -> bool {
        match self {
            Token::Numeral(_) => false,
            Token::Word(word) => *word == text,
            Token::Sign(sign) => text.chars().eq([*sign]),
        }
    }

    /// Does a phrase start as this word or sign does?
    #[inline]
    fn may_begin(&self, phrase: &str) -> bool {
        match self {
            Token::Numeral(_) => false,
            Token::Word(word) => word.as_bytes().first() == phrase.as_bytes().first(),
            Token::Sign(sign) => phrase.starts_with(*sign),
        }
    }

    /// With which byte it starts; no phrase starts with a numeral.
    fn first_byte(&self) -> Option<u8> {
        match self {
            Token::Numeral(_) => None,
            Token::Word(word) => word.as_bytes().first().copied(),
            Token::Sign(sign) => sign.encode_utf8(&mut [0; 4]).as_bytes().first().copied(),
        }
    }

    /// Does a sign such as `US$` start as this word or sign does, in whatever case?
    #[inline]
    fn may_begin_sign(&self, sign: &str) -> bool {
        match (self, sign.as_bytes()) {
            (Token::Word(word), [first, ..]) => word.as_bytes()[0].eq_ignore_ascii_case(first),
            _ => self.may_begin(sign),
        }
    }

    /// The text, if it is a word.
    pub fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

impl fmt::Display for Token<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Numeral(text) | Token::Word(text) => f.write_str(text),
            Token::Sign(sign) => write!(f, "{sign}"),
        }
    }
}

/// Cuts a plain text. Hyphens inside words (`twenty-three`, `7-fold`) and the marks of a sentence
/// are dropped; a dash is kept, and so is a hyphen before a digit.
pub(super) fn cut(plain: &str) -> Vec<Token<'_>> {
    cut_with_places(plain).into_iter().map(|(token, _)| token).collect()
}

/// The same, each with its bytes.
pub(super) fn cut_with_places(plain: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(next) = plain[at..].chars().next() {
        let length = if starts_numeral(&plain[..at], &plain[at..]) {
            let length = numeral_length(&plain[at..]);
            tokens.push((Token::Numeral(&plain[at..at + length]), at..at + length));
            length
        } else if next.is_alphabetic() {
            let length = word_length(&plain[at..]);
            push_word(&mut tokens, at, &plain[at..at + length]);
            length
        } else {
            let joins = next == '-' && joins_words(&plain[..at], &plain[at + 1..]);
            let joins = joins || next == '-' && is_carried(&plain[..at], &plain[at + 1..]);
            // A mark before a number, as in `,234`, may be all that is left of `1,234` or `0,234`.
            let dangles = next == ',' && at == 0;
            if dangles || !joins && !matches!(next, ' ' | ',' | ';' | ':' | '.' | '!' | '"' | '\'')
            {
                tokens.push((Token::Sign(next), at..at + next.len_utf8()));
            }
            next.len_utf8()
        };
        at += length;
    }
    tokens
}

/// The point of `c.300` ends a word.
fn starts_numeral(before: &str, rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('.') if before.ends_with(char::is_alphabetic) => false,
        Some('.') => letters.next().is_some_and(|next| next.is_ascii_digit()),
        first => first.is_some_and(|first| first.is_ascii_digit()),
    }
}

fn numeral_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut length = digits(0);
    let mut spaced = (1..=3).contains(&length);
    loop {
        let more = digits(length + 1);
        match bytes.get(length) {
            Some(b',' | b'.' | b'\'') if more > 0 => spaced = false,
            Some(b' ') if spaced && more == 3 => {}
            _ => break,
        }
        length += 1 + more;
    }
    length + exponent_length(&bytes[length..])
}

/// `e+07`, but not the `e` of a word.
fn exponent_length(bytes: &[u8]) -> usize {
    let sign = usize::from(matches!(bytes.get(1), Some(b'+' | b'-')));
    let digits = bytes
        .get(1 + sign..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if bytes.first() == Some(&b'e') && digits > 0 { 1 + sign + digits } else { 0 }
}

fn word_length(rest: &str) -> usize {
    let inside = |(at, letter): &(usize, char)| {
        letter.is_alphabetic()
            || *letter == '\'' && rest[at + 1..].chars().next().is_some_and(char::is_alphabetic)
    };
    rest.char_indices().take_while(inside).map(|(_, letter)| letter.len_utf8()).sum()
}

/// `sevenfold` is cut in two, so that `seven fold`, `7-fold` and `sevenfold` are one.
fn push_word<'t>(tokens: &mut Vec<(Token<'t>, Range<usize>)>, at: usize, word: &'t str) {
    let end = at + word.len();
    match word.strip_suffix("fold").filter(|number| is_number_word(number)) {
        Some(number) => {
            let cut = at + number.len();
            tokens.extend([(Token::Word(number), at..cut), (Token::Word("fold"), cut..end)]);
        }
        None => tokens.push((Token::Word(word), at..end)),
    }
}

fn joins_words(before: &str, after: &str) -> bool {
    before.chars().next_back().is_some_and(char::is_alphanumeric)
        && after.chars().next().is_some_and(char::is_alphabetic)
}

/// The hyphen of `five- to sixfold`.
fn is_carried(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphabetic)
        && (after.starts_with(" to ") || after.starts_with(" or "))
}

/// A place in a row of tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    rest: &'t [Token<'t>],
}

impl<'t> Cursor<'t> {
    pub fn new(rest: &'t [Token<'t>]) -> Cursor<'t> {
        Cursor { rest }
    }

    pub fn rest(&self) -> &'t [Token<'t>] {
        self.rest
    }

    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn peek(&self) -> Option<Token<'t>> {
        self.rest.first().copied()
    }

    pub fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// Takes one token if it is this word or sign.
    pub fn take(&mut self, text: &str) -> bool {
        let found = self.rest.first().is_some_and(|token| token.is(text));
        self.skip(usize::from(found));
        found
    }

    /// Takes the first of these words or signs that comes next.
    pub fn take_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.take_phrase(text))
    }

    /// Takes words and signs written with blanks between them: `more than`.
    fn take_phrase(&mut self, phrase: &str) -> bool {
        let count = self.starts_with_words(phrase);
        self.skip(count.unwrap_or(0));
        count.is_some()
    }

    /// What the longest phrase that comes next stands for.
    pub fn take_longest<T: Copy, const N: usize>(&mut self, table: &Phrases<T, N>) -> Option<T> {
        let likely = table.that_begin(self.rest.first()?.first_byte()?);
        let found =
            likely.filter_map(|(phrase, meaning)| Some((self.starts_with_words(phrase)?, meaning)));
        let (count, meaning) = found.max_by_key(|(count, _)| *count)?;
        self.skip(count);
        Some(*meaning)
    }

    /// How many tokens a phrase takes, if it comes next.
    #[inline]
    pub fn starts_with_words(&self, phrase: &str) -> Option<usize> {
        let may = self.rest.first().is_some_and(|token| token.may_begin(phrase));
        if may { self.words_of(phrase) } else { None }
    }

    fn words_of(&self, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for word in phrase.split(' ') {
            self.rest.get(count).filter(|token| token.is(word))?;
            count += 1;
        }
        Some(count)
    }

    /// How many tokens make up a sign such as `US$` or `pounds sterling`, if it comes next.
    #[inline]
    pub fn starts_with(&self, sign: &str) -> Option<usize> {
        let may = self.rest.first().is_some_and(|token| token.may_begin_sign(sign));
        if may { self.signs_of(sign) } else { None }
    }

    fn signs_of(&self, sign: &str) -> Option<usize> {
        let mut left = sign;
        for (at, token) in self.rest.iter().enumerate() {
            let text = match token {
                Token::Numeral(_) => return None,
                Token::Word(word) => {
                    left.get(..word.len()).filter(|l| l.eq_ignore_ascii_case(word))?
                }
                Token::Sign(sign) => {
                    left.get(..sign.len_utf8()).filter(|l| l.starts_with(*sign))?
                }
            };
            left = left[text.len()..].trim_start();
            if left.is_empty() {
                return Some(at + 1);
            }
        }
        None
    }

    /// The words that come next, up to the first numeral or sign; no number is said in more of them.
    pub fn words(&self) -> Vec<&'t str> {
        const MOST: usize = 64;
        let word = |token: &Token<'t>| match token {
            Token::Word(word) => Some(*word),
            _ => None,
        };
        self.rest.iter().map_while(word).take(MOST).collect()
    }

    /// What is left, for a message.
    pub fn text(&self) -> String {
        self.rest.iter().map(Token::to_string).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Token::{Numeral, Sign, Word};

    #[test]
    fn numerals_words_and_signs() {
        let cases: [(&str, &[Token]); 8] = [
            (
                "about 17 million, or so",
                &[Word("about"), Numeral("17"), Word("million"), Word("or"), Word("so")],
            ),
            ("550k-850k", &[Numeral("550"), Word("k"), Sign('-'), Numeral("850"), Word("k")]),
            ("twenty-three", &[Word("twenty"), Word("three")]),
            ("7-fold sevenfold", &[Numeral("7"), Word("fold"), Word("seven"), Word("fold")]),
            ("2 000–3 000", &[Numeral("2 000"), Sign('–'), Numeral("3 000")]),
            ("1.2e+07", &[Numeral("1.2e+07")]),
            ("2 1/2", &[Numeral("2"), Numeral("1"), Sign('/'), Numeral("2")]),
            ("url's 44 p.c.", &[Word("url's"), Numeral("44"), Word("p"), Word("c")]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), expected, "{text}");
        }
    }
}
