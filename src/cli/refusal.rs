//! What a person asked for and cannot have: nothing was changed, and here is why.

use std::borrow::Cow;

use sourceline::dataset::edit::{CellUnset, NoColumn};
use sourceline::problem::{Problem, Rule};
use sourceline::reading;

use super::hint::Hint;
use super::report::{self, Rest};
use super::screen::Screen;

/// Why nothing was changed.
#[derive(Debug, Default)]
pub struct Unchanged {
    pub message: Hint,
    pub hint: Option<Hint>,
    problems: Vec<Problem>,
    /// The texts that the problems point into.
    texts: Vec<(String, Vec<u8>)>,
    /// A column whose absence is all that was in the way.
    pub lacks: Option<NoColumn>,
}

impl Unchanged {
    pub fn new(message: impl Into<Hint>) -> Unchanged {
        Unchanged { message: message.into(), ..Unchanged::default() }
    }

    pub fn hint(self, hint: impl Into<Hint>) -> Unchanged {
        Unchanged { hint: Some(hint.into()), ..self }
    }

    /// Problems with the texts that they point into.
    pub fn problems(
        problems: Vec<Problem>,
        texts: Vec<(String, Vec<u8>)>,
        message: &str,
    ) -> Unchanged {
        let message = message.into();
        Unchanged { message, problems, texts, ..Unchanged::default() }
    }

    /// Is one of the problems about this rule?
    pub fn breaks(&self, rule: Rule) -> bool {
        self.problems.iter().any(|problem| problem.rule == rule)
    }

    /// The same with its problems told of another text: `told` hands them back with the places that
    /// they have in it, and is given the texts that they point into now. Of a workbook there is none.
    pub fn told_of(
        mut self,
        text: Option<(&str, &[u8])>,
        told: impl FnOnce(Vec<Problem>, &[(String, Vec<u8>)]) -> Vec<Problem>,
    ) -> Unchanged {
        self.problems = told(std::mem::take(&mut self.problems), &self.texts);
        self.texts.extend(text.map(|(label, bytes)| (label.to_string(), bytes.to_vec())));
        self
    }

    /// In one line.
    pub fn in_short(&self) -> String {
        self.in_short_as(Hint::to_string)
    }

    /// The same as somebody says it.
    pub fn in_short_as(&self, said: impl Fn(&Hint) -> String) -> String {
        let message = said(&self.message);
        match &self.hint {
            Some(hint) => format!("{message}; {}", said(hint)),
            None => message,
        }
    }

    /// Prints the problems, if there are any.
    pub fn print_problems(&self, screen: &mut Screen) {
        let text_of = |label: &str| {
            let found = self.texts.iter().find(|(known, _)| known == label);
            found.map(|(_, text)| Cow::Borrowed(text.as_slice()))
        };
        report::print(&self.problems, Rest::Counted(""), text_of, screen);
    }
}

/// For whoever carries out the change, who can add the column.
impl From<NoColumn> for Unchanged {
    fn from(none: NoColumn) -> Unchanged {
        let message = format!("{} has no column `{}`", none.layout.file.label(), none.column);
        Unchanged { lacks: Some(none), ..Unchanged::new(message) }
    }
}

impl From<CellUnset> for Unchanged {
    fn from(unset: CellUnset) -> Unchanged {
        match unset {
            CellUnset::NoColumn(none) => none.into(),
            CellUnset::Quotes(place) => {
                let message = format!("the quotes of the row at {place} are not in order");
                Unchanged::new(message).hint("`sourceline check` says what to write instead")
            }
        }
    }
}

impl From<reading::Refusal> for Unchanged {
    fn from(refused: reading::Refusal) -> Unchanged {
        Unchanged::new(refused.reason).hint(refused.hint)
    }
}
