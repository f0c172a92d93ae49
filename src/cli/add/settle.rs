//! What was typed becomes what is meant; what is ambiguous is asked, or refused with the choices.

use sourceline::dataset::DataFile;
use sourceline::dataset::Dataset;
use sourceline::figure::{FigureKey, Frequency, SeriesKey, Source, SourceKey, Status, Unit};
use sourceline::nearest::{ask, likely, nearest};
use sourceline::reading::{Ambiguous, Reading, Setting, typed_status};

use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::refusal::Unchanged;

/// The one meaning of a reading.
pub fn take<T: Clone>(reading: Reading<T>, asker: Option<&Asker>) -> Result<T, Failure> {
    match (reading, asker) {
        (Reading::Understood(understood), _) => Ok(understood.value),
        (Reading::Refused(refused), _) => Err(Unchanged::from(refused).into()),
        (Reading::Ambiguous(ambiguous), Some(asker)) => {
            let labels: Vec<Item> =
                ambiguous.choices.iter().map(|choice| Item::new(choice.label.clone())).collect();
            let picked = asker.pick(&ambiguous.question, &labels)?;
            Ok(ambiguous.choices[picked].value.clone())
        }
        (Reading::Ambiguous(ambiguous), None) => Err(choices(&ambiguous).into()),
    }
}

pub fn choices<T>(ambiguous: &Ambiguous<T>) -> Unchanged {
    let choice = |choice: &sourceline::reading::Choice<T>| match choice.label == choice.write {
        true => format!("\"{}\"", choice.write),
        false => format!("\"{}\" for {}", choice.write, choice.label),
    };
    let choices: Vec<String> = ambiguous.choices.iter().map(choice).collect();
    Unchanged::new(ambiguous.question.clone())
        .hint(format!("write {}", sourceline::locale::EN_GB.choice(&choices)))
}

/// What is needed and neither typed nor asked for.
pub fn missing(needed: &[(Needed, bool)], hint: impl Into<Hint>) -> Unchanged {
    let missing: Vec<Needed> =
        needed.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
    let mut message = Hint::default();
    for (at, (name, of)) in missing.iter().enumerate() {
        message = message.words(match at {
            0 => "",
            at if at + 1 == missing.len() => " and ",
            _ => ", ",
        });
        message = message.option_of(name, of);
    }
    let are = if missing.len() == 1 { " is missing" } else { " are missing" };
    let message = message.words(are).on_terminal(", and there is no terminal to ask on");
    Unchanged::new(message).hint(hint)
}

/// An option and what stands for any value of it, or only that.
pub type Needed = (&'static str, &'static str);

/// The id that was typed, unless a row of the file has it; otherwise the one proposed.
pub fn own_id(
    data: &Dataset,
    file: DataFile,
    typed: Option<&str>,
    propose: impl FnOnce() -> String,
) -> Result<String, Unchanged> {
    match typed {
        Some(id) if data.knows(file, id) => {
            Err(Unchanged::new(format!("the id `{id}` is taken by another {}", file.noun())).hint(
                Hint::new("write another ")
                    .option("--id")
                    .words(", or leave it out and one is proposed"),
            ))
        }
        Some(id) => Ok(id.to_string()),
        None => Ok(propose()),
    }
}

/// A cell of what was typed; empty where nothing was.
pub fn cell(typed: &Option<String>) -> String {
    typed.as_deref().unwrap_or_default().trim().to_string()
}

/// The figure of an id.
pub fn find_figure(data: &Dataset, id: &str) -> Result<FigureKey, Unchanged> {
    data.find_figure(id).ok_or_else(|| {
        let near = ask(nearest(id, data.ids(DataFile::Figures)).as_slice()).map(Hint::from);
        Unchanged::new(format!("there is no figure `{id}`")).hint(near.unwrap_or_else(|| {
            Hint::default().command("sourceline list figures").words(" names them all")
        }))
    })
}

/// What the meaning of a period of this series depends on, said when the source spoke.
pub fn setting(data: &Dataset, series: SeriesKey, published: Option<Unit>) -> Setting {
    let observations = data.observations_of(series);
    let all = |frequency: Frequency| {
        observations.iter().all(|observation| observation.period.frequency() == frequency)
    };
    let known = !observations.is_empty();
    let years = data.years(series);
    let year = years.frequency();
    let said = data.series(series).year_starts.is_some() && year != Frequency::YEAR;
    let financial = said || year != Frequency::YEAR && all(year);
    Setting {
        published,
        financial_years: (said || known).then_some(financial),
        years,
        months: known && all(Frequency::MONTH),
        nature: Some(data.series(series).nature),
        ..Setting::default()
    }
}

pub fn find_series(data: &Dataset, id: &str) -> Result<SeriesKey, Unchanged> {
    data.find_series(id).ok_or_else(|| {
        let known = data.series.iter().map(|series| (series.id, series.title.to_string()));
        unknown("series", id, likely(id, known), "sourceline add series")
    })
}

/// The same for a series that is to get a figure.
pub fn find_stated_series(data: &Dataset, id: &str) -> Result<SeriesKey, Unchanged> {
    let key = find_series(data, id)?;
    let Some(formula) = &data.series(key).formula else { return Ok(key) };
    Err(Unchanged::new(format!(
        "`{id}` is worked out by its formula, {formula}, and a figure beside it would be drawn or \
         left out by chance"
    ))
    .hint("add the figure to a series that the formula reads, or to a series of its own"))
}

pub fn find_source(data: &Dataset, id: &str) -> Result<SourceKey, Unchanged> {
    data.find_source(id).ok_or_else(|| {
        let named = |source: &Source| format!("{} {}", source.publisher, source.title);
        let known = data.sources.iter().map(|source| (source.id, named(source)));
        unknown("source", id, likely(id, known), "sourceline add source")
    })
}

fn unknown(noun: &str, id: &str, near: Vec<&str>, add: &str) -> Unchanged {
    let list = if noun == "series" { "sourceline list series" } else { "sourceline list sources" };
    let first = match ask(&near) {
        Some(question) => Hint::new(question + " "),
        None => Hint::default().command(list).words(" names them all, "),
    };
    Unchanged::new(format!("there is no {noun} `{id}`"))
        .hint(first.command(add).words(" adds a new one"))
}

/// The letters and what they mean.
pub fn judged_status(text: &str) -> Judged {
    match typed_status(text) {
        Ok(status) => Judged::Fine(status.words().collect::<Vec<_>>().join(", ")),
        Err(fault) => {
            let known: Vec<String> =
                Status::all().iter().map(|(letter, word)| format!("{letter} {word}")).collect();
            Judged::Not(format!("`{fault}` is none, or twice there: {}", known.join(", ")))
        }
    }
}

/// The letters of a status that was typed in letters or in words; what is neither stays, to be told.
pub fn status_letters(typed: &str) -> Result<String, std::convert::Infallible> {
    Ok(typed_status(typed).map_or(typed.to_string(), |status| status.to_string()))
}
