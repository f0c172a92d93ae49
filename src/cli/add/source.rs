//! `sourceline add source`: from options, in a dialogue, or from a reference manager.

use sourceline::dataset::DataFile;
use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SOURCES;
use sourceline::figure::{Unit, Years};
use sourceline::problem::Checked;
use sourceline::reading::{Reading, Setting, period};
use sourceline::references::{Reference, Unreadable, bibtex, csl};
use sourceline::store;
use sourceline::store::{FileEdit, Groundwork};

use super::settle::{cell, choices, missing};
use super::sure::Sure;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan, editor, judged_unused};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Adds a source: from options, in a dialogue, or from a reference manager
///
/// A file of a reference manager may have many sources; those that are in the project already, or
/// twice in the file, by their address or by publisher, title and date, are passed over. What the
/// options say holds for all of them.
#[derive(Args, Default)]
#[command(after_help = "Examples:\n  sourceline add source\n  \
    sourceline add source --publisher \"The Guardian\" --title \"Tech firms must act\" --published \"3 September 2018\" --kind news\n  \
    sourceline add source --from-csl export.json --dry-run")]
pub struct AddSource {
    /// Who published it, as charts name it
    #[arg(long, value_name = "TEXT")]
    publisher: Option<String>,
    /// The title of the article, the report, the page
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// As far as it is known: 2018, "September 2018", 2018-09-03
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// What kind of source it is
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    kind: Option<String>,
    /// Who wrote or said it, if that is worth telling
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Where it appeared: a site, a series
    #[arg(long, value_name = "TEXT")]
    container: Option<String>,
    /// An address, http or https
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The address of a copy in a web archive
    #[arg(long, value_name = "URL")]
    archive_url: Option<String>,
    /// The day on which it was read
    #[arg(long, value_name = "DATE")]
    accessed: Option<String>,
    /// The source that it passes on
    #[arg(long, value_name = "ID")]
    origin: Option<String>,
    /// The licence it states for its figures
    #[arg(long, value_name = "NAME")]
    licence: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id of the new source; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Add the sources of a BibTeX file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from_csl", "id", "title", "author"])]
    from_bibtex: Option<PathBuf>,
    /// Add the sources of a CSL-JSON file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["id", "title", "author"])]
    from_csl: Option<PathBuf>,
    #[command(flatten)]
    pub sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub const KINDS: [&str; 8] =
    ["broadcast", "news", "parliament", "press_release", "report", "speech", "statistics", "web"];

/// A source with every doubt removed, but for an id that was not given.
#[derive(Clone, Debug, Default)]
pub struct NewSource {
    pub id: Option<String>,
    pub published: Option<Unit>,
    /// The other cells.
    pub texts: Vec<(&'static str, String)>,
    /// What a list says and nobody could make sense of.
    doubts: Vec<String>,
}

impl NewSource {
    pub fn text(&self, column: &str) -> &str {
        let found = self.texts.iter().find(|(known, _)| *known == column);
        found.map_or("", |(_, text)| text.as_str())
    }

    /// By its address, or by who published what when.
    fn is(&self, url: &str, publisher: &str, title: &str, published: Option<Unit>) -> bool {
        let same_url = !url.is_empty() && self.text("url") == url;
        let same_words = self.text("title") == title && self.text("publisher") == publisher;
        same_url || same_words && self.published == published
    }

    fn is_the_same(&self, other: &NewSource) -> bool {
        let text = |column| other.text(column);
        self.is(text("url"), text("publisher"), text("title"), other.published)
    }

    pub fn propose_id(&self, data: &Dataset) -> String {
        match &self.id {
            Some(id) => id.clone(),
            None => data.propose_source(self.text("publisher"), self.published),
        }
    }
}

impl AddSource {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = Asker::new(context.err.is_styled());
        let new = match (&self.from_bibtex, &self.from_csl) {
            (Some(file), _) => self.references(file, bibtex)?,
            (_, Some(file)) => self.references(file, csl)?,
            _ => vec![self.one(asker.as_ref())?],
        };
        let listed = self.from_bibtex.is_some() || self.from_csl.is_some();
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let question = self.sure.question();
        job.change(context, |ground, read| {
            Ok(Plan { question, ..plan_sources(ground, read, &new, listed)? })
        })
    }

    /// One source, from options and from answers.
    fn one(&self, asker: Option<&Asker>) -> Result<NewSource, Failure> {
        let whole = self.publisher.is_some() && self.title.is_some();
        match asker {
            Some(asker) if !whole => ask(asker, self),
            None if !whole => {
                let needed =
                    [("--publisher", self.publisher.is_none()), ("--title", self.title.is_none())];
                Err(missing(&needed, "a source needs a publisher and a title").into())
            }
            _ => self.as_said(),
        }
    }

    fn as_said(&self) -> Result<NewSource, Failure> {
        let published = date(self.published.as_deref())?;
        let accessed = date(self.accessed.as_deref())?;
        let mut texts = self.texts();
        texts.push(("accessed", accessed.map_or(String::new(), |unit| unit.to_string())));
        Ok(NewSource { id: self.id.clone(), published, texts, doubts: Vec::new() })
    }

    fn texts(&self) -> Vec<(&'static str, String)> {
        let options = [
            ("kind", &self.kind),
            ("publisher", &self.publisher),
            ("author", &self.author),
            ("title", &self.title),
            ("container", &self.container),
            ("url", &self.url),
            ("archive_url", &self.archive_url),
            ("origin", &self.origin),
            ("licence", &self.licence),
            ("note", &self.note),
        ];
        options.into_iter().map(|(column, text)| (column, cell(text))).collect()
    }

    fn references(
        &self,
        file: &Path,
        read: fn(&str) -> Result<Vec<Reference>, Unreadable>,
    ) -> Result<Vec<NewSource>, Failure> {
        let name = file.display();
        let text = String::from_utf8(store::read(file)?).map_err(|_| {
            Unchanged::new(format!("{name} is not UTF-8")).hint("export it again as UTF-8")
        })?;
        let references = read(text.trim_start_matches('\u{feff}'))
            .map_err(|error| Unchanged::new(format!("{name}:{}: {}", error.line, error.reason)))?;
        if references.is_empty() {
            return Err(Unchanged::new(format!("there is no source in {name}")).into());
        }
        references.into_iter().map(|reference| self.referred(reference)).collect()
    }

    /// What the list says, and what the options say of all of its sources.
    fn referred(&self, reference: Reference) -> Result<NewSource, Failure> {
        let published = date(self.published.as_deref())?.or(reference.published);
        let accessed = date(self.accessed.as_deref())?.or(reference.accessed);
        let mut texts = self.texts();
        for (column, text) in [
            ("kind", reference.kind.to_string()),
            ("publisher", reference.publisher),
            ("author", reference.author),
            ("title", reference.title),
            ("container", reference.container),
            ("url", reference.url),
            ("archive_url", reference.archive_url),
        ] {
            let own = texts.iter_mut().find(|(known, own)| *known == column && own.is_empty());
            own.into_iter().for_each(|(_, own)| *own = text.clone());
        }
        texts.push(("accessed", accessed.map_or(String::new(), |unit| unit.to_string())));
        let key = &reference.key;
        let doubts = reference
            .doubts
            .iter()
            .filter(|doubt| self.published.is_none() || !doubt.contains("publication date"))
            .filter(|doubt| self.accessed.is_none() || !doubt.contains("access date"))
            .map(|doubt| format!("{key}: {doubt} could not be read and is left empty"));
        let doubts = doubts.collect();
        Ok(NewSource { id: None, published, texts, doubts })
    }
}

/// A date in the words of people.
pub fn date(text: Option<&str>) -> Result<Option<Unit>, Unchanged> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if let Ok(unit) = Unit::parse(text) {
        return Ok(Some(unit));
    }
    let years = Years::of_project(1);
    let setting = Setting { financial_years: Some(false), years, ..Setting::default() };
    let hint = "write a day, a month or a year: 2018-09-03, \"September 2018\", 2018";
    match period(text, &setting) {
        Reading::Understood(understood) if !understood.value.is_interval() => {
            Ok(Some(understood.value.first_unit()))
        }
        Reading::Ambiguous(ambiguous) => Err(choices(&ambiguous)),
        _ => Err(Unchanged::new(format!("`{text}` is not one date")).hint(hint)),
    }
}

/// The new rows at the end of the file. Of a list, those that are there already are passed over.
pub fn plan_sources(
    ground: &Groundwork,
    read: &Checked<Dataset>,
    new: &[NewSource],
    listed: bool,
) -> Result<Plan, Failure> {
    let data = &read.value;
    let editor = editor(ground, read, &SOURCES)?;
    let mut taken: Vec<String> = Vec::new();
    let mut added: Vec<&NewSource> = Vec::new();
    let (mut words, mut splices) = (String::new(), Vec::new());
    for source in new {
        let twin = || added.iter().zip(&taken).find(|(one, _)| one.is_the_same(source));
        match there_already(data, source).or_else(|| twin().map(|(_, id)| id.as_str())) {
            Some(there) if listed => {
                words += &format!("there already: {} ({there})\n", source.text("title"));
                continue;
            }
            // Two rows for one source would be two voices.
            Some(there) if source.id.is_none() => {
                return Err(Unchanged::new(format!("this source is there already: `{there}`"))
                    .hint("use it; or, if this is another one, give it an id of its own with --id")
                    .into());
            }
            _ => {}
        }
        let id = free_id(data, source, &taken)?;
        words += &format!("{id}: {}, {}\n", source.text("publisher"), source.text("title"));
        source.doubts.iter().for_each(|doubt| words += &format!("  {doubt}\n"));
        let published = source.published.map_or(String::new(), |unit| unit.to_string());
        let mut row = vec![("id", id.clone()), ("published", published)];
        row.extend(source.texts.iter().cloned());
        splices.push(editor.insert(RowSpot::End, &row).map_err(Unchanged::from)?);
        taken.push(id);
        added.push(source);
    }
    let edits = match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(DataFile::Sources.label(), splices)],
    };
    let words =
        words.lines().map(|line| format!("{}\n", crate::cli::screen::visible(line))).collect();
    judged_unused(ground, read, Plan { edits, words, ..Plan::default() })
}

fn there_already<'d>(data: &'d Dataset, new: &NewSource) -> Option<&'d str> {
    let mut sources = data.sources.iter();
    let same = sources.find(|one| new.is(&one.url, &one.publisher, &one.title, one.published));
    same.map(|source| source.id)
}

fn free_id(data: &Dataset, source: &NewSource, taken: &[String]) -> Result<String, Unchanged> {
    let proposed = source.propose_id(data);
    let is_taken =
        |id: &str| data.knows(DataFile::Sources, id) || taken.iter().any(|known| known == id);
    if !is_taken(&proposed) {
        return Ok(proposed);
    }
    if source.id.is_some() {
        return Err(Unchanged::new(format!("the id `{proposed}` is taken by another source"))
            .hint("write another --id, or leave it out and one is proposed"));
    }
    let mut numbered = (2..).map(|number: usize| format!("{proposed}-{number}"));
    Ok(numbered.find(|id| !is_taken(id)).unwrap_or_default())
}

/// Asks for a source: for what the options do not say.
fn ask(asker: &Asker, typed: &AddSource) -> Result<NewSource, Failure> {
    let line = |question: &str, given: &Option<String>, needed: bool| match given {
        Some(given) => Ok(given.clone()),
        None => asker.line(question, "", |text| match text {
            "" if needed => Judged::Not("a source needs this".into()),
            text => Judged::Fine(text.into()),
        }),
    };
    let publisher = line("Publisher", &typed.publisher, true)?;
    let title = line("Title", &typed.title, true)?;
    let published = match &typed.published {
        Some(published) => published.clone(),
        None => asker.line("Published (may be empty)", "", judge_date)?,
    };
    let kind = match &typed.kind {
        Some(kind) => kind.clone(),
        None => KINDS[asker.pick("Kind", &KINDS.map(Item::new))?].to_string(),
    };
    let author = line("Author (may be empty)", &typed.author, false)?;
    let url = match &typed.url {
        Some(url) => url.clone(),
        None => asker.line("Address (may be empty)", "", |text| match text {
            "" => Judged::Fine(String::new()),
            text if text.starts_with("http://") || text.starts_with("https://") => {
                Judged::Fine(text.into())
            }
            _ => Judged::Not("it begins with https:// or http://".into()),
        })?,
    };
    let mut texts = typed.texts();
    for (column, text) in [
        ("publisher", publisher),
        ("title", title),
        ("kind", kind),
        ("author", author),
        ("url", url),
    ] {
        texts.retain(|(known, _)| *known != column);
        texts.push((column, text));
    }
    let accessed = date(typed.accessed.as_deref())?;
    texts.push(("accessed", accessed.map_or(String::new(), |unit| unit.to_string())));
    Ok(NewSource {
        id: typed.id.clone(),
        published: date(Some(&published))?,
        texts,
        doubts: Vec::new(),
    })
}

fn judge_date(text: &str) -> Judged {
    match date(Some(text)) {
        Ok(None) => Judged::Fine(String::new()),
        Ok(Some(unit)) => Judged::Fine(sourceline::locale::EN_GB.date(unit)),
        Err(refusal) => Judged::Not(refusal.in_short()),
    }
}

/// A new source on the way to a figure.
pub fn ask_for_one(asker: &Asker) -> Result<NewSource, Failure> {
    ask(asker, &AddSource::default())
}
