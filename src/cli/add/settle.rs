//! What was typed becomes what is meant; what is ambiguous is asked, or refused with the choices.

use sourceline::dataset::Dataset;
use sourceline::figure::{Kind, SeriesKey};
use sourceline::reading::{Ambiguous, Reading};

use crate::cli::ask::{Asker, Item};
use crate::cli::failure::Failure;
use crate::cli::refusal::Refusal;

/// The one meaning of a reading.
pub fn take<T: Clone>(reading: Reading<T>, asker: Option<&Asker>) -> Result<T, Failure> {
    match (reading, asker) {
        (Reading::Understood(understood), _) => Ok(understood.value),
        (Reading::Refused(refused), _) => Err(Refusal::from(refused).into()),
        (Reading::Ambiguous(ambiguous), Some(asker)) => {
            let labels: Vec<Item> =
                ambiguous.choices.iter().map(|choice| Item::new(choice.label.clone())).collect();
            let picked = asker.pick(&ambiguous.question, &labels)?;
            Ok(ambiguous.choices[picked].value.clone())
        }
        (Reading::Ambiguous(ambiguous), None) => Err(choices(&ambiguous).into()),
    }
}

pub fn choices<T>(ambiguous: &Ambiguous<T>) -> Refusal {
    let choice = |choice: &sourceline::reading::Choice<T>| match choice.label == choice.write {
        true => format!("\"{}\"", choice.write),
        false => format!("\"{}\" for {}", choice.write, choice.label),
    };
    let choices: Vec<String> = ambiguous.choices.iter().map(choice).collect();
    Refusal::new(ambiguous.question.clone())
        .hint(format!("write {}", sourceline::locale::words::choice(&choices)))
}

/// Are the figures of a series about financial years? `None` if it has none yet.
pub fn financial_years(data: &Dataset, series: SeriesKey) -> Option<bool> {
    let mut kinds = data
        .observations_of(series)
        .iter()
        .map(|observation| observation.period.kind(data.financial_month));
    let first = kinds.next()?;
    Some(first == Kind::FinancialYear && kinds.all(|kind| kind == Kind::FinancialYear))
}
