//! What is asked before anything is written.

use clap::Args;

#[derive(Args, Default)]
pub struct Sure {
    /// Write without asking first, on a terminal too
    #[arg(long, short)]
    yes: bool,
}

impl Sure {
    pub fn question(&self) -> Option<&'static str> {
        self.asking("Add it?")
    }

    /// The same in other words.
    pub fn asking(&self, question: &'static str) -> Option<&'static str> {
        (!self.yes).then_some(question)
    }
}
