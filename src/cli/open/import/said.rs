//! What was said of a table in a form, as the words of `sourceline import`.

use sha2::{Digest, Sha256};

use super::super::fields::Fields;
use super::more::{MoreSaid, OF_SERIES, TEXTS, TICKS};
use crate::cli::failure::Failure;
use crate::cli::import::options::ImportOptions;

/// What the fields say, and what was answered before.
pub struct SaidOfTable {
    /// The words of the answers so far that no field shows.
    pub answered: Vec<String>,
    pub more: MoreSaid,
    /// Why numbers are superseded.
    pub why: String,
    /// What is said of a workbook of ours alone.
    pub of_book: Vec<&'static str>,
    fields: Vec<(&'static str, String)>,
}

/// In the field of the series, in front of a column.
pub const EACH: &str = "each ";
/// In the field of the series, for each column of numbers.
pub const COLUMNS: &str = "+columns";
/// In the field of the series, for one that is new.
pub const NEW: &str = "+new";

/// What is said of a new series alone.
const OF_NEW: [&str; 3] = ["title", "unit", "nature"];

/// Does the field of the series name one, and not how new ones are made?
fn is_there_already(series: &str) -> bool {
    ![NEW, COLUMNS].contains(&series) && !series.starts_with(EACH)
}

impl SaidOfTable {
    pub fn of(fields: &Fields) -> SaidOfTable {
        let read = |text: &String| serde_json::from_str::<Vec<String>>(text).unwrap_or_default();
        let mut answered = fields.get("said").map(read).unwrap_or_default();
        let mut answers: Vec<(&String, &String)> =
            fields.iter().filter(|(name, _)| name.starts_with("answer-")).collect();
        answers.sort();
        answered.extend(answers.into_iter().flat_map(|(_, text)| read(text)));
        let mut more = MoreSaid::of(|name| fields.get(name));
        let answered = more.take(answered);
        let names = TEXTS.iter().chain(&TICKS).map(|(name, _)| *name);
        let said = names.filter_map(|name| Some((name, fields.get(name)?.trim().to_string())));
        let mut said: Vec<(&'static str, String)> =
            said.filter(|(_, text)| !text.is_empty()).collect();
        let series = said.iter().find(|(name, _)| *name == "series").map(|(_, text)| text);
        if series.is_some_and(|text| is_there_already(text)) {
            // What was proposed for a new series stood in the form from which another was chosen.
            said.retain(|(name, _)| !OF_NEW.contains(name));
            more.leave_out(&OF_SERIES);
        }
        let why = fields.get("why").map_or(String::new(), |why| why.trim().to_string());
        let mut of_book = Vec::new();
        match fields.get("changed").map(String::as_str) {
            Some("edit") => of_book.push("--edit"),
            Some("supersede") => of_book.push("--supersede"),
            _ => {}
        }
        of_book.extend(fields.contains_key("remove").then_some("--remove"));
        SaidOfTable { answered, more, why, of_book, fields: said }
    }

    /// By which it is known that nothing else is said.
    pub fn seal(&self) -> String {
        let (more, why) = (self.more.words(), self.why.as_str());
        let mut said = Sha256::new();
        let fields = self.fields.iter().flat_map(|(name, text)| [*name, text.as_str()]);
        let answered = self.answered.iter().chain(&more).map(String::as_str);
        for text in fields.chain(answered).chain([why]).chain(self.of_book.iter().copied()) {
            said.update(text);
            said.update([0]);
        }
        said.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub fn text(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, text)| text.as_str())
    }
}

/// The words behind `import`; what was answered last holds.
pub fn words(label: &str, said: &SaidOfTable, dry_run: bool) -> Result<Vec<String>, Failure> {
    let mut words = Vec::new();
    for (name, text) in &said.fields {
        let (is_tick, series) = (TICKS.iter().any(|(tick, _)| tick == name), *name == "series");
        match text.as_str() {
            _ if is_tick => words.push(format!("--{name}")),
            NEW if series => words.push("--new-series".to_string()),
            COLUMNS if series => {
                words.extend(["--new-series", "--series-as-columns"].map(String::from));
            }
            text => match text.strip_prefix(EACH).filter(|_| series) {
                Some(column) => {
                    words.extend(["--new-series".to_string(), format!("--series-column={column}")]);
                }
                None => words.push(format!("--{name}={text}")),
            },
        }
    }
    let options = ImportOptions::default().with(&words);
    let options = options.and_then(|options| options.with(&said.answered));
    let options = options.and_then(|options| options.with(&said.more.words()));
    let options = options.map_err(|error| Failure::Usage(error.to_string()))?;
    let mut all = options.words();
    all.extend(said.of_book.iter().map(|word| word.to_string()));
    if !said.why.is_empty() {
        all.push(format!("--why={}", said.why));
    }
    if dry_run {
        all.push("--dry-run".to_string());
    }
    all.extend(["--yes".to_string(), "--".to_string(), label.to_string()]);
    Ok(all)
}
