//! What had been published by a day, and nothing else.

use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use sourceline::dataset::as_of::FilesAsKnown;
use sourceline::dataset::{AsKnown, Dataset, Files};
use sourceline::figure::Day;
use sourceline::locale::EN_GB;
use sourceline::problem::{Checked, Hold, Unheld};
use sourceline::store::Folder;

use super::context::{Context, HELD, in_order_of};
use super::exit::Exit;
use super::failure::Failure;
use super::report::count;
use super::said::date;

#[derive(Args, Default)]
pub struct AsOfDay {
    /// Only what had been published by this day, as if it were that day: a month or a year counts at its last
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

impl AsOfDay {
    pub fn is_asked(&self) -> bool {
        self.as_of.is_some()
    }

    /// What was known then; how much is left out is told.
    pub fn of(
        &self,
        project: &Folder,
        files: &Files,
        context: &mut Context,
    ) -> Result<Option<FilesAsKnown>, Failure> {
        let Some(typed) = &self.as_of else { return Ok(None) };
        let unit = date(Some(typed))?;
        let Some(day) = unit.map(|unit| unit.span().end) else {
            return Err(Failure::Usage("--as-of needs a date, such as 2019-06-30".to_string()));
        };
        // Wherever on earth it is already tomorrow.
        if today().is_some_and(|today| day.number() > today.number() + 1) {
            return Err(Failure::Usage(format!(
                "{} is still to come, and nobody knows what will be known then: write a day that was, or \
                 leave --as-of out",
                EN_GB.day(day)
            )));
        }
        let known = as_known(project, files, day).ok_or_else(|| {
            Failure::Usage(
                "the rows of data/figures.csv cannot be told apart: `sourceline check` says why"
                    .into(),
            )
        })?;
        tell(&known.known, files, project, context);
        Ok(Some(known))
    }
}

/// The day that the clock says, in Greenwich.
pub fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let days = i32::try_from(since.as_secs() / 86_400).ok()?;
    Day::from_number(Day::new(1970, 1, 1)?.number() + days)
}

/// The files as they were known, unless their rows cannot be told apart.
pub fn as_known(project: &Folder, files: &Files, day: Day) -> Option<FilesAsKnown> {
    let month = project.settings.financial_year_starts;
    let read = Dataset::read_holding(files, month, Hold::First(HELD)).0;
    FilesAsKnown::of(files, &read, day).ok()
}

/// Reads what was known, or all there is; and how many problems are not held.
pub fn read<'f>(
    known: &'f Option<FilesAsKnown>,
    files: &'f Files,
    project: &Folder,
) -> (Checked<Dataset<'f>>, Unheld) {
    let month = project.settings.financial_year_starts;
    match known {
        Some(known) => (known.read(month), Unheld::default()),
        None => Dataset::read_holding(files, month, Hold::First(HELD)),
    }
}

/// For what is made from data in order, as far as it was known.
pub fn in_order_as_of(
    context: &mut Context,
    as_of: &AsOfDay,
    make: impl FnOnce(&Folder, &Dataset, &mut Context) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    let known =
        |project: &Folder, files: &Files, context: &mut Context| as_of.of(project, files, context);
    in_order_of(context, known, make)
}

fn tell(known: &AsKnown, files: &Files, project: &Folder, context: &mut Context) {
    let month = project.settings.financial_year_starts;
    let read = Dataset::read_holding(files, month, Hold::First(HELD)).0;
    let all = read.value.rows().count();
    let day = EN_GB.day(known.day);
    let later = known.figures.len();
    context.err.say(format_args!(
        "as known on {day}: {} of {all}; {later} {} published later, or follow from such\n",
        count(all - later, "figure", "figures"),
        if later == 1 { "was" } else { "were" },
    ));
    if !known.undated.is_empty() {
        let number = known.undated.len();
        let first = &known.undated[0];
        context.err.say(format_args!(
            "{} {} a source that says neither when it was published nor when it was read, and {} left out: {first}{}\n",
            count(number, "figure", "figures"),
            if number == 1 { "has" } else { "have" },
            if number == 1 { "is" } else { "are" },
            if number == 1 { String::new() } else { format!(" and {} more", number - 1) },
        ));
    }
}
