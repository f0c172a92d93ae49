//! Every observation as a variable of a document, so that prose and charts cannot disagree: the
//! preferred figure of each series and period, as the label of a chart says it. A file a format.

mod group;
mod latex;
mod quarto;
mod typst;

use crate::dataset::Dataset;
use group::groups;

/// What the variables are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// `_variables.yml`.
    Quarto,
    /// Macros.
    Latex,
    /// A dictionary.
    Typst,
}

impl Notation {
    /// Every one of them.
    pub const ALL: [Notation; 3] = [Notation::Quarto, Notation::Latex, Notation::Typst];

    /// What the command line calls it.
    pub fn word(self) -> &'static str {
        match self {
            Notation::Quarto => "quarto",
            Notation::Latex => "latex",
            Notation::Typst => "typst",
        }
    }

    /// What it writes, as help says it.
    pub fn what(self) -> &'static str {
        match self {
            Notation::Quarto => "variables for _variables.yml",
            Notation::Latex => "variables as macros",
            Notation::Typst => "variables as a dictionary",
        }
    }
}

/// Everything, for one language.
pub fn write(language: Notation, data: &Dataset) -> String {
    let groups = groups(data);
    match language {
        Notation::Quarto => quarto::write(&groups),
        Notation::Latex => latex::write(&groups),
        Notation::Typst => typst::write(&groups),
    }
}
