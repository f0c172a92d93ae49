//! How sure a number is, said beside it: with `--exact` or `--about` the number itself stays as the
//! source wrote it.

use clap::Args;
use sourceline::figure::{Quantity, Side};
use sourceline::reading::{Reading, is_about_rounding, stated_cell, told_beside};

use super::settle::{choices, take};
use crate::cli::ask::Asker;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

#[derive(Args, Clone, Copy, Default)]
pub struct Exactness {
    /// The number is precise: 58,000 are 58,000
    #[arg(long, conflicts_with = "about")]
    pub exact: bool,
    /// The number is rounded: 58,000 are about so many; so is the result of a formula of which an
    /// input is not exact
    #[arg(long)]
    pub about: bool,
}

impl Exactness {
    /// The reading with what was said beside the number.
    pub fn told(self, typed: &str, reading: Reading<Quantity>) -> Reading<Quantity> {
        match (self.exact, self.about) {
            (true, _) => told_beside(typed, reading, Side::Exact),
            (_, true) => told_beside(typed, reading, Side::About),
            _ => reading,
        }
    }

    /// Its one meaning. What is typed again for our sake must not become the words of the source.
    pub fn take(
        self,
        typed: &str,
        reading: Reading<Quantity>,
        asker: Option<&Asker>,
    ) -> Result<Quantity, Failure> {
        let reading = self.told(typed, reading);
        let Reading::Ambiguous(ambiguous) = &reading else { return take(reading, asker) };
        if asker.is_some() {
            return take(reading, asker);
        }
        let typed = typed.trim();
        if is_about_rounding(ambiguous) {
            let hint = format!("write --exact or --about beside it, and `{typed}` as it is");
            return Err(Unchanged::new(ambiguous.question.clone()).hint(hint).into());
        }
        let refused = choices(ambiguous);
        let would_be_quoted = |text: &str| !stated_cell(text).is_empty();
        if !ambiguous.choices.iter().any(|choice| would_be_quoted(&choice.write)) {
            return Err(refused.into());
        }
        let hint = refused.hint.clone().unwrap_or_default();
        let keep = format!("{hint}; and --stated \"{typed}\", which keeps the source's own words");
        Err(refused.hint(keep).into())
    }
}
