//! Something wrong with what a person wrote: where, by which rule, how bad, and what to write
//! instead. Problems are values. They are gathered, never thrown; how a rule is judged is not
//! known here.

mod example;
mod gathered;
mod lines;
mod rule;

use std::fmt;
use std::ops::Range;

use memchr::memchr2_iter;

pub use example::{Example, Part};
pub use gathered::{Gathered, Hold, Unheld};
pub use lines::Lines;
pub use rule::Rule;

/// How much depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing; never changes the exit code unless the person asks for it.
    Advice,
    /// Must be mended before anything is drawn.
    Error,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Advice => "advice",
            Level::Error => "error",
        })
    }
}

/// Where a problem is: a file of the project, a line and a column in it (both from 1; columns
/// count characters), the bytes it covers and, in a CSV file, the spreadsheet cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// As messages name it: `data/figures.csv`.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is meant, in the bytes of the file.
    pub bytes: Range<usize>,
    /// As a spreadsheet calls it: `C12`.
    pub cell: Option<String>,
}

impl Place {
    /// The place of a span of bytes in a text whose lines end in LF, CRLF or CR.
    pub fn in_text(file: &str, text: &str, bytes: Range<usize>) -> Place {
        let before = &text.as_bytes()[..bytes.start.min(text.len())];
        let mut line = 1;
        let mut line_start = 0;
        for at in memchr2_iter(b'\n', b'\r', before) {
            let goes_on = before[at] == b'\r' && text.as_bytes().get(at + 1) == Some(&b'\n');
            if !goes_on {
                line += 1;
                line_start = at + 1;
            }
        }
        // The bytes with which characters begin.
        let begins = |byte: &&u8| !matches!(byte, 0x80..0xC0);
        let column = 1 + before[line_start..].iter().filter(begins).count();
        Place { file: file.to_string(), line, column, bytes, cell: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)?;
        match &self.cell {
            Some(cell) => write!(f, " ({cell})"),
            None => Ok(()),
        }
    }
}

/// Something wrong with what a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// The rule it breaks.
    pub rule: Rule,
    /// What was found and why it matters: lower case, names the value, no full stop.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
    /// Where else in the file it is so: the bytes at which those cells start.
    pub also: Vec<usize>,
}

impl Problem {
    /// How bad it is.
    pub fn level(&self) -> Level {
        self.rule.level()
    }

    /// The same with what to write instead.
    pub fn hint(mut self, hint: impl Into<String>) -> Problem {
        self.hint = Some(hint.into());
        self
    }
}

/// A value with what was found wrong on the way to it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// Whatever could be made of the text.
    pub value: T,
    /// All that was found, in the order of the text.
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    /// Is anything more than advice among them?
    pub fn has_errors(&self) -> bool {
        has_errors(&self.problems)
    }
}

/// Is anything more than advice among them?
pub fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.level() == Level::Error)
}
