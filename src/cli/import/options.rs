//! What may be said of a table so that its rows become figures: typed, asked for, or kept in a
//! recipe under the same names.

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Args, CommandFactory, Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sourceline::tables::TextEncoding;

use super::shell::dashed;

/// Everything but the file itself and what is for one run only.
#[derive(Args, Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImportOptions {
    /// The series that every row belongs to
    #[arg(long, value_name = "ID", help_heading = FIGURES)]
    pub series: Option<String>,
    /// A column that names the series of each row, by id or title
    #[arg(long, value_name = "COLUMN", help_heading = FIGURES, conflicts_with = "series")]
    pub series_column: Option<String>,
    /// A column that names the series together with --series-column, such as the offence beside the
    /// area; may be given several times
    #[arg(long, value_name = "COLUMN", help_heading = FIGURES, requires = "series_column")]
    pub series_and: Vec<String>,
    /// What a cell of --series-column stands for: England=nests-england
    #[arg(long, value_name = "CELL=ID", help_heading = FIGURES)]
    pub series_map: Vec<String>,
    /// Add the series that are not there yet; --title, --unit and --nature say what they count
    #[arg(long, help_heading = FIGURES)]
    pub new_series: bool,
    /// The title of a new series; the cells of --where and --series-column, and the heading of --under,
    /// are put behind it where it does not say them
    #[arg(long, value_name = "TEXT", help_heading = FIGURES)]
    pub title: Option<String>,
    /// The unit of a new series
    #[arg(long, value_name = "TEXT", help_heading = FIGURES)]
    pub unit: Option<String>,
    /// The nature of a new series: flow, stock, share ...
    #[arg(long, value_name = "NATURE", help_heading = FIGURES)]
    pub nature: Option<String>,
    /// For a new series that is a rate: what it is per
    #[arg(long, value_name = "PER", help_heading = FIGURES)]
    pub per: Option<String>,
    /// For a new series that is a growth: what it is compared with
    #[arg(long, value_name = "TEXT", help_heading = FIGURES)]
    pub base: Option<String>,
    /// The month in which the years of a new series start, such as 9 for school years
    #[arg(long, value_name = "MONTH", help_heading = FIGURES,
        value_parser = clap::builder::PossibleValuesParser::new(months())
            .map(|month| month.trim_start_matches('0').to_string()))]
    pub year_starts: Option<String>,
    /// The source that states every row
    #[arg(long, value_name = "ID", help_heading = FIGURES)]
    pub source: Option<String>,
    /// A column that names the source of each row by its id; or by its address, its title or its
    /// publisher, where only one is called so
    #[arg(long, value_name = "COLUMN", help_heading = FIGURES, conflicts_with = "source")]
    pub source_column: Option<String>,

    /// The sheet of a workbook
    #[arg(long, value_name = "NAME", help_heading = TABLE)]
    pub sheet: Option<String>,
    /// How a text that is not UTF-8 keeps its letters; or which letters its UTF-8 was taken for, where
    /// `£` has become `Â£`
    #[arg(long, value_name = "NAME", value_enum, help_heading = TABLE)]
    pub encoding: Option<EncodingName>,
    /// The cells of the table, header and all, as in A4:F30
    #[arg(long, value_name = "CELLS", help_heading = TABLE)]
    pub range: Option<String>,
    /// Only the rows of which a column says this: Area=England, or does not: Area!=England; may be
    /// given several times
    #[arg(long = "where", id = "where", value_name = "COLUMN=CELL", help_heading = TABLE)]
    #[serde(rename = "where")]
    pub only: Vec<String>,
    /// A column that makes no difference
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub ignore: Vec<String>,
    /// The period of every row, where no column says it
    #[arg(long, value_name = "PERIOD", help_heading = TABLE, conflicts_with = "period_column")]
    pub period: Option<String>,
    /// The column of the periods
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub period_column: Option<String>,
    /// A second column of the periods, such as the month beside the year; beside --period, the column
    /// of the parts of that year
    #[arg(long, value_name = "COLUMN", conflicts_with = "years_as_columns", help_heading = TABLE)]
    pub and: Option<String>,
    /// The column of the numbers
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub value_column: Option<String>,
    /// The periods are the headings of the columns, and each row has a number below each
    #[arg(long, help_heading = TABLE, conflicts_with_all = ["period", "period_column", "value_column"])]
    pub years_as_columns: bool,
    /// Every column of numbers is a series, called by its heading; --ignore leaves one out
    #[arg(long, help_heading = TABLE,
        conflicts_with_all = ["series", "series_column", "value_column", "years_as_columns", "low_column"])]
    pub series_as_columns: bool,
    /// Of periods that stand below several headings, those below this one
    #[arg(long, value_name = "HEADING", requires = "years_as_columns", help_heading = TABLE)]
    pub under: Option<String>,
    /// A column in which a blank means the cell above it, as in a pivot table; may be given several
    /// times
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub fill_down: Vec<String>,
    /// The column of the lower ends
    #[arg(long, value_name = "COLUMN", requires = "high_column", help_heading = TABLE)]
    pub low_column: Option<String>,
    /// The column of the higher ends
    #[arg(long, value_name = "COLUMN", requires = "low_column", help_heading = TABLE)]
    pub high_column: Option<String>,
    /// A column of marks, such as OBS_STATUS, see below; may be given several times; where periods
    /// are headings, also what stands below each of them
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub status_column: Vec<String>,
    /// The status of every number, such as p where the whole table is provisional; `none` where it is
    /// that of some only
    #[arg(long, value_name = "LETTERS", help_heading = TABLE)]
    pub status: Option<String>,
    /// A column whose text becomes the note; where periods are headings, also what stands below each
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub note_column: Option<String>,
    /// The column of the powers of ten, such as UNIT_MULT
    #[arg(long, value_name = "COLUMN", help_heading = TABLE)]
    pub multiplier_column: Option<String>,

    /// What to multiply each number by; 1 leaves them as they are
    #[arg(long, value_name = "NUMBER", help_heading = READING)]
    pub multiply: Option<String>,
    /// What the numbers of the column are, which may be precise or not
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub round: Option<Round>,
    /// What parts the decimals
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub decimal: Option<DecimalSign>,
    /// What 2009/10 or 2009-10 is, where `academic` is the year from the month in which those of the
    /// series start, see --year-starts; and whether FY2018 ends or starts in 2018
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub years: Option<YearKind>,
    /// Only the periods of this length, where the column has several; `all` takes every one
    #[arg(long, value_name = "LENGTH", value_enum, help_heading = READING)]
    pub lengths: Option<PeriodLength>,
    /// What the dates of a column are that are all the first or the last day of a month, and its
    /// months that are a quarter or a year apart
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub dates: Option<DateKind>,
    /// The day of each year that the numbers are of, such as '31 March', or the month, where the table
    /// gives the years alone; `none` where they are of the whole years
    #[arg(long, value_name = "DAY", help_heading = READING)]
    pub on: Option<String>,
    /// The day from which the numbers of a running total are counted, such as 2023-04-01; `year` where
    /// they begin anew with each year, `each` where each number is of its own period alone
    #[arg(long, value_name = "DAY", help_heading = READING)]
    pub since: Option<String>,
    /// What a period is that a note of the table calls incomplete, without saying of which months it
    /// is: `whole` stores it as the whole period, with the note
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub part_years: Option<PartYears>,
    /// What numbers in brackets are, such as (1,250)
    #[arg(long, value_name = "WHAT", value_enum, help_heading = READING)]
    pub brackets: Option<BracketSign>,
    /// 01/02/2020 is 1 February
    #[arg(long, help_heading = READING, conflicts_with = "month_first")]
    pub day_first: bool,
    /// 01/02/2020 is 2 January
    #[arg(long, help_heading = READING)]
    pub month_first: bool,
    /// Pass over the rows that cannot be read
    #[arg(long, help_heading = READING)]
    pub skip_unread: bool,
    /// Pass over rows such as Total and All
    #[arg(long, help_heading = READING)]
    pub skip_totals: bool,
    /// Add the other rows where some are in conflict
    #[arg(long, help_heading = READING)]
    pub skip_conflicts: bool,
    /// Where the source, or an earlier edition of its publisher, gave another number: add the new one
    /// and mark the old figure superseded
    #[arg(long, help_heading = READING)]
    pub supersede: bool,
}

fn months() -> impl Iterator<Item = PossibleValue> {
    MONTHS.into_iter().map(|(month, padded)| PossibleValue::new(month).alias(padded))
}

/// The months by their numbers, with a nought before those of one digit or without.
const MONTHS: [(&str, &str); 12] = [
    ("1", "01"),
    ("2", "02"),
    ("3", "03"),
    ("4", "04"),
    ("5", "05"),
    ("6", "06"),
    ("7", "07"),
    ("8", "08"),
    ("9", "09"),
    ("10", "10"),
    ("11", "11"),
    ("12", "12"),
];
const FIGURES: &str = "What the rows are";
const TABLE: &str = "Where they are in the table";
const READING: &str = "How they are read";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
pub enum EncodingName {
    #[value(name = "windows-1252")]
    #[serde(rename = "windows-1252")]
    Windows1252,
    #[value(name = "utf-8-as-windows-1252")]
    #[serde(rename = "utf-8-as-windows-1252")]
    Utf8AsWindows1252,
}

impl EncodingName {
    pub fn meant(self) -> TextEncoding {
        match self {
            EncodingName::Windows1252 => TextEncoding::Windows1252,
            EncodingName::Utf8AsWindows1252 => TextEncoding::Utf8AsWindows1252,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Round {
    Exact,
    About,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecimalSign {
    Point,
    Comma,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum YearKind {
    Financial,
    Academic,
    Calendar,
    Months,
    Ending,
    Starting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    Days,
    Months,
    Quarters,
    Years,
    #[serde(rename = "years-ending")]
    YearsEnding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodLength {
    Years,
    Quarters,
    Months,
    Weeks,
    Days,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartYears {
    Whole,
}

impl PartYears {
    pub const NAME: &str = "--part-years";
    pub const WHOLE: &str = "whole";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BracketSign {
    /// Below zero, as in accounts.
    Negative,
    /// As they stand: the brackets say something else.
    Positive,
}

impl PeriodLength {
    /// The word that is typed; `None` for every length.
    pub fn word(self) -> Option<&'static str> {
        Some(match self {
            PeriodLength::Years => "years",
            PeriodLength::Quarters => "quarters",
            PeriodLength::Months => "months",
            PeriodLength::Weeks => "weeks",
            PeriodLength::Days => "days",
            PeriodLength::All => return None,
        })
    }
}

/// The word of `--on` that says that the years are whole ones.
pub const WHOLE_YEARS: &str = "none";

/// The options by themselves, as a command line.
#[derive(Parser)]
#[command(args_override_self = true)]
struct OptionsAlone {
    #[command(flatten)]
    options: ImportOptions,
}

impl ImportOptions {
    /// The words that say just this, as typed.
    pub fn words(&self) -> Vec<String> {
        let words: Vec<String> = self
            .lines()
            .flat_map(|(key, value)| {
                let name = format!("--{}", key.replace('_', "-"));
                match value {
                    Value::Bool(_) => vec![name],
                    Value::Array(each) => {
                        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
                        each.iter().flat_map(|value| [name.clone(), text(value)]).collect()
                    }
                    value => vec![name, value.as_str().unwrap_or_default().to_string()],
                }
            })
            .collect();
        dashed(&words)
    }

    /// The same with some more words.
    pub fn with(&self, words: &[String]) -> Result<ImportOptions, clap::Error> {
        let all = [vec!["import".to_string()], self.words(), dashed(words)].concat();
        Ok(OptionsAlone::try_parse_from(all)?.options)
    }

    /// What was said, each with its key, in the order of the help.
    pub fn lines(&self) -> impl Iterator<Item = (String, Value)> {
        let Ok(Value::Object(mut said)) = serde_json::to_value(self) else {
            unreachable!("options are a table of texts")
        };
        let is_said = |value: &Value| match value {
            Value::Null | Value::Bool(false) => false,
            Value::Array(each) => !each.is_empty(),
            _ => true,
        };
        keys().into_iter().filter_map(move |key| {
            let value = said.remove(&key).filter(is_said)?;
            Some((key, value))
        })
    }

    /// Is something said of the table itself, so that it is nobody's but the publisher's?
    #[cfg(feature = "xlsx")]
    pub fn names_a_table(&self) -> bool {
        let named = [&self.sheet, &self.range, &self.series, &self.series_column, &self.source];
        named.iter().any(|one| one.is_some())
            || (self.period_column.is_some() || self.period.is_some())
    }

    /// The columns of which something is said, by the names that were typed.
    pub fn named_columns(&self) -> Vec<&str> {
        let single = [
            &self.period_column,
            &self.and,
            &self.value_column,
            &self.series_column,
            &self.source_column,
            &self.note_column,
            &self.multiplier_column,
            &self.low_column,
            &self.high_column,
        ];
        let several = [&self.status_column, &self.fill_down, &self.ignore, &self.series_and];
        let only = self.only.iter().filter_map(|one| one.split_once('='));
        let only = only.map(|(name, _)| name.trim_end_matches('!'));
        let several = several.into_iter().flatten().map(String::as_str);
        single.into_iter().flatten().map(String::as_str).chain(several).chain(only).collect()
    }

    /// Is it said where the periods are?
    pub fn has_period(&self) -> bool {
        self.years_as_columns || self.period_column.is_some() || self.period.is_some()
    }

    /// Is it said where the numbers are?
    pub fn has_numbers(&self) -> bool {
        self.years_as_columns
            || self.value_column.is_some()
            || self.low_column.is_some()
            || self.series_as_columns
    }

    /// Is the table told well enough to read its rows?
    pub fn is_complete(&self) -> bool {
        let named = [&self.series, &self.series_column];
        let series =
            named.iter().any(|one| one.is_some()) || self.new_series || self.series_as_columns;
        let sourced = self.source.is_some() || self.source_column.is_some();
        self.has_period() && self.has_numbers() && series && sourced
    }
}

/// The keys of a recipe, in the order of the help.
pub fn keys() -> Vec<String> {
    let command = OptionsAlone::command();
    let named = command.get_arguments().map(|argument| argument.get_id().to_string());
    named.filter(|name| !matches!(name.as_str(), "help" | "version")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::import::shell::FLAGS;

    #[test]
    fn options_said_are_options_read() {
        let words = [
            "--series-column",
            "Area",
            "--series-map",
            "England=a",
            "--source",
            "s",
            "--where",
            "Sex=All",
            "--where",
            "Age=",
            "--years-as-columns",
            "--multiply",
            "-0.5",
            "--years",
            "months",
            "--day-first",
        ];
        let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
        let read = ImportOptions::default().with(&words).unwrap();
        assert_eq!(read.only, ["Sex=All", "Age="]);
        assert_eq!(read.words(), dashed(&words));
        assert!(read.is_complete());
    }

    #[test]
    fn options_without_a_value_are_known() {
        let command = OptionsAlone::command();
        let flags = command.get_arguments().filter(|one| !one.get_action().takes_values());
        let named = flags.filter_map(|one| Some(format!("--{}", one.get_long()?)));
        let named: Vec<String> = named.filter(|name| name != "--help").collect();
        assert_eq!(named, FLAGS);
    }
}
