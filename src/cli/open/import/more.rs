//! What few tables need said of them: each option of `sourceline import` that the form has no field for elsewhere.

use clap::{Arg, ArgAction, Args, Command};

use crate::cli::hint::PageNames;
use crate::cli::import::options::ImportOptions;

/// What the form calls what would be typed.
pub const NAMES: PageNames = &[
    ("--and", "Second column of the periods, such as the month beside the year"),
    ("--base", "What a growth is compared with"),
    ("--brackets", "Numbers in brackets, such as (1,250)"),
    ("--dates", "Dates that are all the first or the last day of a month"),
    ("--day-first", "01/02/2020 is 1 February"),
    ("--decimal", "Decimals behind the"),
    ("--edit", CHANGED[0].1),
    ("--encoding", "Letters of a text that is not UTF-8"),
    ("--fill-down", "Columns in which a blank means the cell above it"),
    ("--high-column", "Column of the higher ends"),
    ("--ignore", "Columns that make no difference"),
    ("--lengths", "Only periods of this length"),
    ("--low-column", "Column of the lower ends"),
    ("--month-first", "01/02/2020 is 2 January"),
    ("--multiplier-column", "Column of the powers of ten"),
    ("--multiply", "Each number multiplied by"),
    ("--note-column", "Column of the notes"),
    ("--on", "Day of each year that the numbers are of, as in 31 March"),
    ("--part-years", "Periods that a note calls incomplete"),
    ("--per", "What a rate is per"),
    ("--period", "Period of every row, where no column says it"),
    ("--period-column", "Column of the periods"),
    ("--range", "Cells of the table"),
    ("--remove", "Remove the rows that are no longer in the workbook"),
    ("--round", "Numbers of the column"),
    ("--series-and", "Further columns that name the series together with it"),
    ("--series-column", "Column that names the series of each row"),
    ("--series-map", "What a cell of that column stands for, as in England=nests-england"),
    ("--sheet", "Sheet of a workbook"),
    ("--since", "Running total counted from, as in 2023-04-01"),
    ("--skip-conflicts", "Leave the old number where a row is in conflict"),
    ("--skip-totals", "Pass over rows such as Total and All"),
    ("--skip-unread", "Pass over rows that cannot be read"),
    ("--source-column", "Column that names the source of each row"),
    ("--status", "Status of every number, as in p for provisional"),
    ("--status-column", "Columns of marks, such as OBS_STATUS"),
    ("--supersede", "Take the new number where the source has changed its own"),
    ("--under", "Of periods below several headings, those below"),
    ("--value-column", "Column of the numbers"),
    ("--where", "Only rows with, as in Area=England or Area!=England"),
    ("--why", "Why the old numbers are no longer right, for their notes"),
    ("--year-starts", "Month in which the years of the series start"),
    ("--years", "What 2009/10 or FY2018 is"),
    ("--years-as-columns", "The periods are the headings of the columns"),
];

/// The fields that are texts: the name, and what it is called.
pub const TEXTS: [(&str, &str); 9] = [
    ("period-column", "Column of the periods"),
    ("value-column", "Column of the numbers"),
    ("source", "Source: who states these numbers"),
    ("title", "Title of the new series, on charts"),
    ("unit", "Unit of the new series, in the plural"),
    ("nature", "Nature of the new series"),
    ("sheet", "Sheet of a workbook"),
    ("range", "Cells of the table, as in B4:H30"),
    ("series", "Series"),
];

/// Those that are yes or no.
pub const TICKS: [(&str, &str); 4] = [
    ("skip-unread", "Pass over rows that cannot be read"),
    ("skip-totals", "Pass over rows such as Total and All"),
    ("skip-conflicts", "Leave the old number where a row is in conflict"),
    ("supersede", "Take the new number where the source has changed its own"),
];

/// What becomes of figures that a workbook of ours changes.
pub const CHANGED: [(&str, &str); 2] = [
    ("edit", "What was there was a slip: write the new into its row"),
    ("supersede", "What was there was said: keep it, superseded by a new row"),
];

/// What the choice of the series says.
const BY_SERIES: [&str; 2] = ["new-series", "series-as-columns"];
/// What stands beside the nature of a new series.
pub const OF_SERIES: [&str; 3] = ["per", "base", "year-starts"];

/// An option with its field.
pub struct OptionField {
    pub name: &'static str,
    pub label: &'static str,
    /// Under which the help lists it.
    pub heading: String,
    pub kind: ImportFieldKind,
}

/// What a field takes.
#[derive(Debug, PartialEq, Eq)]
pub enum ImportFieldKind {
    Tick,
    Text,
    /// Several texts, one a line.
    Lines,
    /// One of the columns.
    Column,
    /// One of some words, with what it means where that is said.
    Choice(Vec<(String, String)>),
}

/// All of them, in the order of the help.
pub fn option_fields() -> Vec<OptionField> {
    let command = ImportOptions::augment_args(Command::new("import"));
    command.get_arguments().filter_map(option_field).collect()
}

/// `None` for what another field says.
fn option_field(argument: &Arg) -> Option<OptionField> {
    let long = argument.get_long()?;
    let elsewhere = TEXTS.iter().chain(&TICKS).map(|(name, _)| *name).chain(BY_SERIES);
    if elsewhere.into_iter().any(|name| name == long) {
        return None;
    }
    let known = NAMES.iter().find(|(typed, _)| typed.strip_prefix("--") == Some(long));
    let (typed, label) = known.expect("every option has a name on the page");
    let heading = argument.get_help_heading().unwrap_or_default().to_string();
    Some(OptionField { name: &typed[2..], label, heading, kind: kind(argument) })
}

fn kind(argument: &Arg) -> ImportFieldKind {
    let words = argument.get_possible_values();
    let is_column = || {
        let names = argument.get_value_names().unwrap_or_default();
        names.iter().any(|name| name.as_str() == "COLUMN")
    };
    match argument.get_action() {
        ArgAction::SetTrue => ImportFieldKind::Tick,
        ArgAction::Append => ImportFieldKind::Lines,
        _ if !words.is_empty() => {
            let told = words.iter().map(|word| {
                let about = word.get_help().map(|help| help.to_string()).unwrap_or_default();
                (word.get_name().to_string(), about)
            });
            ImportFieldKind::Choice(told.collect())
        }
        _ if is_column() => ImportFieldKind::Column,
        _ => ImportFieldKind::Text,
    }
}

/// What was said by these fields, each option with its texts.
#[derive(Default)]
pub struct MoreSaid(Vec<(&'static str, Vec<String>)>);

impl MoreSaid {
    /// What the fields say.
    pub fn of<'f>(field: impl Fn(&str) -> Option<&'f String>) -> MoreSaid {
        let mut said = MoreSaid::default();
        for OptionField { name, kind, .. } in option_fields() {
            let text = field(name).map_or("", String::as_str);
            let lines =
                if kind == ImportFieldKind::Lines { text.lines().collect() } else { vec![text] };
            for line in lines.into_iter().map(str::trim).filter(|line| !line.is_empty()) {
                said.put(name, line, kind == ImportFieldKind::Lines);
            }
        }
        said
    }

    fn put(&mut self, name: &'static str, text: &str, several: bool) {
        let at = self.0.iter().position(|(known, _)| *known == name).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push((name, Vec::new()));
        }
        let texts = &mut self.0[at].1;
        if !several {
            texts.clear();
        }
        if !texts.iter().any(|known| known == text) {
            texts.push(text.to_string());
        }
    }

    /// Takes what answers say out of their words, so that the fields show it from now on; the rest of the words.
    pub fn take(&mut self, words: Vec<String>) -> Vec<String> {
        let fields = option_fields();
        let mut rest = Vec::new();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let named = word.strip_prefix("--").unwrap_or_default();
            let (name, value) = match named.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (named, None),
            };
            match fields.iter().find(|field| field.name == name) {
                None => rest.push(word),
                Some(field) if field.kind == ImportFieldKind::Tick => {
                    self.put(field.name, "yes", false)
                }
                Some(field) => {
                    let value = value.map(String::from).or_else(|| words.next());
                    let several = field.kind == ImportFieldKind::Lines;
                    self.put(field.name, &value.unwrap_or_default(), several);
                }
            }
        }
        rest
    }

    pub fn leave_out(&mut self, names: &[&str]) {
        self.0.retain(|(name, _)| !names.contains(name));
    }

    /// The texts of an option, none where nothing was said.
    pub fn texts(&self, name: &str) -> &[String] {
        self.0.iter().find(|(known, _)| *known == name).map_or(&[], |(_, texts)| texts)
    }

    /// As typed.
    pub fn words(&self) -> Vec<String> {
        let fields = option_fields();
        let is_tick = |name: &str| {
            fields.iter().any(|field| field.name == name && field.kind == ImportFieldKind::Tick)
        };
        let typed = self.0.iter().flat_map(|(name, texts)| {
            let tick = is_tick(name);
            texts.iter().map(move |text| match tick {
                true => format!("--{name}"),
                false => format!("--{name}={text}"),
            })
        });
        typed.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_of_import_has_a_field() {
        let fields = option_fields();
        let command = ImportOptions::augment_args(Command::new("import"));
        let elsewhere = TEXTS.iter().chain(&TICKS).map(|(name, _)| *name).chain(BY_SERIES);
        let with_field: Vec<&str> =
            elsewhere.chain(fields.iter().map(|field| field.name)).collect();
        for option in command.get_arguments().filter_map(Arg::get_long) {
            let fields = with_field.iter().filter(|name| **name == option).count();
            assert_eq!(fields, 1, "--{option}");
        }
        let kind = |name: &str| &fields.iter().find(|field| field.name == name).unwrap().kind;
        assert_eq!(*kind("low-column"), ImportFieldKind::Column);
        assert_eq!(*kind("where"), ImportFieldKind::Lines);
        assert_eq!(*kind("day-first"), ImportFieldKind::Tick);
        assert!(matches!(kind("dates"), ImportFieldKind::Choice(words) if words.len() == 5));
    }

    #[test]
    fn what_was_answered_stands_in_its_field() {
        let typed = |name: &str| (name == "ignore").then_some("Code\n\n Area code \n".to_string());
        let typed = [("ignore", typed("ignore").unwrap())];
        let mut said =
            MoreSaid::of(|name| typed.iter().find(|(known, _)| *known == name).map(|(_, it)| it));
        let words = ["--ignore", "Code", "--dates=days", "--title", "Loans", "--day-first"];
        let rest = said.take(words.map(String::from).to_vec());
        assert_eq!(rest, ["--title", "Loans"]);
        assert_eq!(
            said.words(),
            ["--ignore=Code", "--ignore=Area code", "--dates=days", "--day-first"]
        );
        let rest = said.take(vec!["--dates".to_string(), "months".to_string()]);
        assert!(rest.is_empty() && said.texts("dates") == ["months"]);
    }
}
