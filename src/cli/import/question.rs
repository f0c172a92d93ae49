//! What a table leaves open: asked on a terminal, and refused elsewhere with the words that settle
//! it.

use super::shell::{dashed, shell_line};
use crate::cli::refusal::Unchanged;

/// Something that only a person can say, with the answers there may be.
#[derive(Debug)]
pub struct OpenMatter {
    /// What is open, as a sentence without its full stop.
    pub matter: String,
    /// At least one.
    pub answers: Vec<Settlement>,
    /// What is to be done before the import, for an answer that no option of it gives.
    pub first: Option<String>,
    /// Nothing in the table says which answer it is, and each makes other figures: no first look
    /// settles it.
    pub asked: bool,
}

/// One answer: the options that settle the matter.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// What is to be typed.
    pub words: Vec<String>,
    /// What it means.
    pub label: String,
}

impl Settlement {
    pub fn new(words: &[&str], label: impl Into<String>) -> Settlement {
        let words = words.iter().map(|word| word.to_string()).collect();
        Settlement { words, label: label.into() }
    }

    /// What is typed, and what for.
    pub fn told(&self) -> String {
        match self.label.is_empty() {
            true => shell_line(&dashed(&self.words)),
            false => format!("{} {}", shell_line(&dashed(&self.words)), self.label),
        }
    }
}

impl OpenMatter {
    pub fn new(matter: impl Into<String>, answers: Vec<Settlement>) -> OpenMatter {
        OpenMatter { matter: matter.into(), answers, first: None, asked: false }
    }

    /// What to type.
    pub fn hint(&self) -> String {
        let told: Vec<String> = self.answers.iter().map(Settlement::told).collect();
        let first = self.first.as_ref().map_or(String::new(), |first| format!("run {first}; or "));
        format!("{first}write {}", told.join("; or "))
    }
}

impl From<OpenMatter> for Unchanged {
    fn from(open: OpenMatter) -> Unchanged {
        let hint = open.hint();
        Unchanged::new(open.matter).hint(hint)
    }
}
