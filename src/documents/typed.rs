//! What a person typed between `{{` and `}}` into a document of their own, and what was filled in there.

use std::sync::Arc;

use super::splice::TextChanges;

/// One expression of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundExpression {
    /// `paragraph 3`, `slide 2`.
    pub place: String,
    /// The words of its paragraph, each expression of it as it was typed.
    pub paragraph: Arc<str>,
    /// Where in them it begins, with its braces.
    pub at: usize,
    /// What stands between the braces, in the quotes that are read.
    pub words: String,
    /// Does `}}` follow?
    pub closed: bool,
    /// What was filled in in its place, where something was.
    pub filled: Option<FilledWords>,
}

/// What stands where an expression was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledWords {
    /// As they stand there; empty where somebody took them away.
    pub text: String,
    /// Did somebody change them?
    pub by_hand: bool,
}

impl FoundExpression {
    /// The name of a chart, where the expression is one: `chart referrals`.
    pub fn chart(&self) -> Option<&str> {
        let rest = self.words.strip_prefix("chart")?;
        let given = rest.trim_start();
        let bare = given.strip_prefix('(').map_or(given, |given| given.trim_end_matches(')'));
        let apart = rest.len() > given.len() || bare.len() < given.len() || given.is_empty();
        apart.then(|| bare.trim().trim_matches(['"', '\'']).trim())
    }

    /// Where it stands, with the words around it.
    pub fn told(&self) -> String {
        const AROUND: usize = 24;
        let (before, after) = self.paragraph.split_at(self.at);
        let whole = braced(&self.words);
        let after = after.get(whole.len()..).unwrap_or_default();
        let from = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
        let to = after.char_indices().nth(AROUND).map(|(at, _)| at);
        let start = from.map_or(before.to_string(), |at| format!("…{}", &before[at..]));
        let end = to.map_or(after.to_string(), |at| format!("{}…", &after[..at]));
        let whole = if self.closed { whole } else { format!("{{{{ {}", self.words) };
        format!("{}: “{}”", self.place, format!("{start}{whole}{end}").trim())
    }
}

/// As an author writes it.
pub(super) fn braced(words: &str) -> String {
    format!("{{{{ {words} }}}}")
}

pub(super) const MANY: &str = "it has more than 1,000 expressions in braces: take it apart";
pub(super) const LONG_PARAGRAPH: &str = "it has more than 10,000 letters, and its expressions in braces are not looked at: take it apart";

/// Stands in the letters of a paragraph for what was filled in.
pub(super) const FILLED: char = '\u{fffc}';

/// An expression among the letters of a paragraph.
#[derive(Debug, PartialEq)]
pub(super) struct TypedSpan {
    /// The first of its braces, and what follows the last.
    pub start: usize,
    pub end: usize,
    pub words: String,
    pub closed: bool,
}

/// Every expression, in order.
pub(super) fn typed_spans(letters: &[char]) -> Vec<TypedSpan> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < letters.len() {
        if letters[at..at + 2] != ['{', '{'] {
            at += 1;
            continue;
        }
        let span = typed_span(letters, at);
        at = span.end;
        found.push(span);
    }
    found
}

fn typed_span(letters: &[char], start: usize) -> TypedSpan {
    let mut words = String::new();
    let mut open: Option<char> = None;
    let mut at = start + 2;
    let span = |words: &str, end, closed| {
        let words = words.split(' ').filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
        let words = with_small_start(words);
        TypedSpan { start, end, words, closed }
    };
    while at < letters.len() && letters[at] != FILLED {
        let letter = letters[at];
        match (open, quote(letter)) {
            (None, None) if letters[at..].starts_with(&['}', '}']) => {
                return span(&words, at + 2, true);
            }
            (None, Some(mark)) => {
                open = Some(mark);
                words.push(mark);
            }
            (Some(mark), Some(other)) if mark == other && ends_words(&letters[at + 1..]) => {
                open = None;
                words.push(mark);
            }
            // A quotation within the words.
            (Some(mark), Some(_)) if letter == mark && letters[at - 1] != '\\' => {
                words.extend(['\\', letter]);
            }
            _ => words.push(plain(letter)),
        }
        at += 1;
    }
    span(&words, at, false)
}

/// Word processors begin a sentence with a capital: `Latest("s")`.
fn with_small_start(words: String) -> String {
    let first =
        words.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
    let mut letters = first.chars();
    let is_turned = letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase())
        && words[first.len()..].starts_with([' ', '(', '_']);
    if is_turned { words[..1].to_ascii_lowercase() + &words[1..] } else { words }
}

/// Do the words of an argument end here?
fn ends_words(rest: &[char]) -> bool {
    let next = rest.iter().find(|letter| !letter.is_whitespace());
    next.is_none_or(|letter| matches!(letter, ',' | ')' | '}' | '~' | '|'))
}

/// The quote that is meant: programs turn those that are typed.
fn quote(letter: char) -> Option<char> {
    match letter {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
        '\'' | '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' => Some('\''),
        _ => None,
    }
}

fn plain(letter: char) -> char {
    match letter {
        '\u{2011}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

/// What becomes of the expressions of one page.
#[derive(Default)]
pub(super) struct FilledPage {
    pub changes: TextChanges,
    /// Why they cannot be filled in, each with its place.
    pub faults: Vec<String>,
    pub remarks: Vec<String>,
    pub count: usize,
}

impl FilledPage {
    /// Each once: a text box says its words twice.
    pub fn fault(&mut self, told: String) {
        if !self.faults.contains(&told) {
            self.faults.push(told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, bool)> {
        let letters: Vec<char> = text.chars().collect();
        typed_spans(&letters).into_iter().map(|span| (span.words, span.closed)).collect()
    }

    #[test]
    fn quotes_of_word_processors_are_read() {
        for typed in [
            "a {{ latest(\"s\") }} b",
            "a {{latest(“s”)}} b",
            "{{ latest(„s“) }}",
            "{{\u{a0}latest(«s») }}",
            "{{ latest(\"s”) }}",
        ] {
            assert_eq!(read(typed), [("latest(\"s\")".to_string(), true)], "{typed}");
        }
        assert_eq!(read("{{ Latest(“s”) }}"), [("latest(\"s\")".to_string(), true)]);
        assert_eq!(read("{{ latest(‘s’) }}"), [("latest('s')".to_string(), true)]);
        assert_eq!(
            read("{{ said(“s”, “the “worst” year, it’s }} said”) }}"),
            [("said(\"s\", \"the “worst” year, it’s }} said\")".to_string(), true)]
        );
        assert_eq!(read("{{ a }} and {{ b"), [("a".into(), true), ("b".into(), false)]);
        assert_eq!(read("{ {a}} {"), []);
    }

    #[test]
    fn a_chart_is_named_in_any_way_that_is_typed() {
        let name = |words: &str| {
            let found = FoundExpression {
                place: String::new(),
                paragraph: "".into(),
                at: 0,
                words: words.into(),
                closed: true,
                filled: None,
            };
            found.chart().map(str::to_string)
        };
        for words in ["chart my bees", "chart \"my bees\"", "chart(\"my bees\")"] {
            assert_eq!(name(words).as_deref(), Some("my bees"), "{words}");
        }
        assert_eq!(name("charts a"), None);
        assert_eq!(name("chart").as_deref(), Some(""));
    }
}
