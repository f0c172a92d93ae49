//! What to write for a period that is not in the form of the files.

use crate::figure::{MONTHS, Period, PeriodError, Unit};
use crate::reading::{self, Choice, Reading, Setting};

/// What a period in other words or forms is in the files, whatever it may be; the forms in general
/// where it has no meaning without the date of a source.
pub(super) fn period_hint(text: &str, error: &PeriodError) -> String {
    use PeriodError::{MonthName, NoSuchMonth, Season, Unreadable};
    if reading::is_too_narrow(text) {
        return "take the period from the source: a spreadsheet shows this where a column is too \
                narrow"
            .to_string();
    }
    if let Some(hint) = made_a_date(text) {
        return hint;
    }
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

/// The same for a period that a spec types: what stands for one of its months or years there is no
/// stretch of several.
pub(crate) fn typed_period_hint(text: &str, error: &PeriodError) -> String {
    match error {
        PeriodError::NoSuchMonth { .. } => error.hint(),
        _ => period_hint(text, error),
    }
}

/// `Oct-09`, of which a spreadsheet may have made a date: the year 2009-10, or October 2009.
fn made_a_date(text: &str) -> Option<String> {
    let (name, digits) = text.split_once('-')?;
    let month = MONTHS
        .iter()
        .position(|month| name.len() == 3 && month.starts_with(&name.to_lowercase()))?;
    let year: i32 = digits.parse().ok().filter(|_| digits.len() == 2)?;
    let month = month as i32 + 1;
    let (first, last) = (2000 + year, Unit::month(2000 + year, month as u32)?.span().end);
    (month == year + 1).then(|| {
        format!(
            "a spreadsheet may have made a date of {first}-{month:02}: write {first}-04/{}-03 for \
             that financial year, or {first}-{month:02}-01/{last} for the month",
            first + 1
        )
    })
}

/// `March to July 2020` as the files write it, where the words have one meaning.
pub(super) fn interval_in_words(text: &str) -> Option<String> {
    let setting = Setting { financial_years: Some(false), ..Setting::default() };
    let read = text.contains(' ').then(|| reading::period(text, &setting))?;
    read.value().filter(|period| period.is_interval()).map(Period::to_string)
}
