//! What to write for a period that is not in the form of the files.

use crate::figure::{Period, PeriodError};
use crate::reading::{self, Choice, Reading, Setting};

/// What a period in other words or forms is in the files, whatever it may be; the forms in general
/// where it has no meaning without the date of a source.
pub(super) fn period_hint(text: &str, error: &PeriodError) -> String {
    use PeriodError::{MonthName, NoSuchMonth, Season, Unreadable};
    let read = matches!(error, MonthName { .. } | NoSuchMonth { .. } | Season | Unreadable)
        .then(|| reading::period(text, &Setting::default()));
    match read {
        Some(Reading::Understood(understood)) => format!("write {}", understood.value),
        Some(Reading::Ambiguous(ambiguous)) => {
            let choice = |choice: Choice<Period>| format!("{} for {}", choice.value, choice.label);
            let choices: Vec<String> = ambiguous.choices.into_iter().map(choice).collect();
            format!("write {}", choices.join(", or "))
        }
        _ => error.hint(),
    }
}

/// `March to July 2020` as the files write it, where the words have one meaning.
pub(super) fn interval_in_words(text: &str) -> Option<String> {
    let setting = Setting { financial_years: Some(false), ..Setting::default() };
    let read = text.contains(' ').then(|| reading::period(text, &setting))?;
    read.value().filter(|period| period.is_interval()).map(Period::to_string)
}
