//! How sure a number is, said beside it: with `--exact` or `--about` the number itself stays as the
//! source wrote it.

use clap::Args;
use sourceline::figure::{Quantity, Side, Status};
use sourceline::reading::{self, Measure, Reading, is_about_rounding, stated_cell, told_beside};

use super::settle::{choices, take};
use crate::cli::ask::Asker;
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
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
    pub fn told(self, typed: &str, reading: Reading<Quantity>, of: &Measure) -> Reading<Quantity> {
        match (self.exact, self.about) {
            (true, _) => told_beside(typed, reading, Side::Exact, of),
            (_, true) => told_beside(typed, reading, Side::About, of),
            _ => reading,
        }
    }

    /// The one meaning of a value. What is typed again for our sake must not become the words of the
    /// source, and nothing that was typed may be lost on the way.
    pub fn take(
        self,
        value: &str,
        of: &Measure,
        asker: Option<&Asker>,
    ) -> Result<Quantity, Failure> {
        let (number, status) = number_and_status(value);
        let reading = self.told(&number, reading::quantity(&number, of), of);
        let letters = status.to_string();
        let with_status = |unchanged: Unchanged| match unchanged.hint.clone() {
            Some(hint) if !letters.is_empty() => {
                unchanged.hint(hint.words("; and ").said("--status", &letters))
            }
            _ => unchanged,
        };
        let ambiguous = match (&reading, asker) {
            (Reading::Ambiguous(ambiguous), None) => ambiguous,
            (Reading::Refused(refused), _) => {
                return Err(with_status(Unchanged::from(refused.clone())).into());
            }
            _ => return take(reading, asker),
        };
        let typed = value.trim();
        if is_about_rounding(ambiguous) {
            let hint = Hint::new("write ").option("--exact").words(" or ").option("--about");
            let hint = hint.words(format!(" beside it, and `{typed}` as it is"));
            return Err(Unchanged::new(ambiguous.question.clone()).hint(hint).into());
        }
        let refused = with_status(choices(ambiguous));
        let would_be_quoted = |text: &str| !stated_cell(text).is_empty();
        if !ambiguous.choices.iter().any(|choice| would_be_quoted(&choice.write)) {
            return Err(refused.into());
        }
        let hint = refused.hint.clone().unwrap_or_default();
        let keep = hint.words("; and ").said("--stated", typed);
        let keep = keep.words(", which keeps the source's own words");
        Err(refused.hint(keep).into())
    }
}

/// The number of `a target of 300` or `300 (provisional)`, and the status that it says.
pub fn number_and_status(value: &str) -> (String, Status) {
    let (number, status) = reading::with_status(value);
    match aimed_at(&number) {
        Some(aim) => (aim.to_string(), status.with_target()),
        None => (number, status),
    }
}

fn aimed_at(value: &str) -> Option<&str> {
    let rest = value.trim();
    let words = [
        "a target of ",
        "the target of ",
        "target of ",
        "target: ",
        "target ",
        "a goal of ",
        "the goal of ",
        "goal of ",
    ];
    words.iter().find_map(|word| {
        let start = rest.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| &rest[word.len()..])
    })
}

/// Letters that were typed as a status, and those that a value says: `t` of a target, `r` of
/// `1,003 [r]`.
pub fn all_letters(typed: &str, value: &str) -> String {
    let said = number_and_status(value).1.to_string();
    let more = said.chars().filter(|letter| !typed.contains(*letter));
    typed.chars().chain(more).collect()
}

/// Do the letters say why there is no number?
pub fn says_none(letters: &str) -> bool {
    Status::parse(letters).is_ok_and(|status| status.absence().is_some())
}
