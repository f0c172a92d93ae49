//! The names of a chart, and the digits that are a part of one.

use std::ops::Range;
use std::sync::Arc;

use crate::dataset::sayers::Sayers;

/// What is called by a name with digits in it.
#[derive(Clone, Debug, Default)]
pub struct KnownNames {
    /// Publishers and titles of sources.
    pub sources: Vec<String>,
    /// Titles of series and labels of events: cells of the data, which say numbers too.
    pub cells: Vec<String>,
    pub units: Vec<String>,
    /// What the series of the project count.
    pub counted: Arc<Vec<String>>,
    /// All who count or publish in the project.
    pub sayers: Arc<Sayers>,
}

impl KnownNames {
    /// Are these digits of a text part of a name that stands there?
    pub fn cover(&self, text: &str, token: &Range<usize>) -> bool {
        let start = text[..token.start].rfind(char::is_whitespace);
        let start = start.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let end =
            text[token.end..].find(char::is_whitespace).map_or(text.len(), |at| token.end + at);
        let word = bare(&text[start..end]);
        let before = text[..start].split_whitespace().next_back().map(bare);
        let after = text[end..].split_whitespace().next().map(bare);
        let mixed = word.chars().any(char::is_alphabetic);
        if crate::reading::is_known_name(word) {
            return true;
        }
        let beside = |name: &String, cell: bool| {
            let words: Vec<&str> = name.split_whitespace().map(bare).collect();
            words.iter().enumerate().filter(|(_, known)| same(known, word)).any(|(at, _)| {
                let previous = at.checked_sub(1).and_then(|at| words.get(at));
                // `about 40,000 children` in a label makes no name of the number
                let next = words.get(at + 1).copied();
                let counts = next.is_some_and(crate::reading::counts_things);
                let previous = previous.filter(|previous| {
                    let proper = previous.starts_with(char::is_uppercase)
                        && is_unhedged(name)
                        && !next.zip(after).is_some_and(|(next, after)| same(next, after));
                    !(cell && counts) || proper
                });
                mixed || words.len() == 1 || before.zip(previous).is_some_and(|(a, b)| same(a, b))
            })
        };
        self.sources.iter().any(|name| beside(name, false) || stands(text, name, token))
            || self.cells.iter().any(|name| beside(name, true) || titled(text, name, token))
            || self.units.iter().any(|unit| stands(text, unit, token))
    }
}

/// The whole of a name, of more than a number and what it counts: `Children aged 10 to 17`.
fn titled(text: &str, name: &str, token: &Range<usize>) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    name.split_whitespace().count() > 2
        && first.chars().all(char::is_alphabetic)
        && stands(text, name, token)
        && is_unhedged(name)
}

/// Does no number of a name say how sure it is? `About 40,000 children` is a count.
fn is_unhedged(name: &str) -> bool {
    crate::reading::sentence(name).heard.iter().all(|heard| match &heard.says {
        crate::reading::HeardSense::Number(number) => number.side.is_none() && !number.exactly,
        _ => true,
    })
}

/// Does a name stand in a text, around these bytes?
fn stands(text: &str, name: &str, token: &Range<usize>) -> bool {
    let digits = &text[token.clone()];
    !name.is_empty()
        && name.match_indices(digits).any(|(at, _)| {
            let start = token.start.checked_sub(at);
            let whole = start.and_then(|start| text.get(start..start + name.len()));
            whole.is_some_and(|whole| same(whole, name))
        })
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}
