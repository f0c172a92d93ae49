//! New sources as rows at the end of the file.

use std::collections::{HashMap, HashSet};

use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SOURCES;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::Unit;
use sourceline::problem::Checked;
use sourceline::store::{FileEdit, Groundwork};

use crate::cli::change::{Plan, editor, judged_unused};
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::refusal::Unchanged;
use crate::cli::screen::visible;

/// A source with every doubt removed, but for an id that was not given.
#[derive(Clone, Debug, Default)]
pub struct NewSource {
    pub id: Option<String>,
    pub published: Option<Unit>,
    /// The other cells.
    pub texts: Vec<(&'static str, String)>,
    /// What the list calls it.
    pub key: String,
    /// What the list calls the source that it passes on.
    pub origin: String,
    /// What a list says and could not be taken over whole.
    pub doubts: Vec<String>,
    /// Fields of the list that say something for which there is no column.
    pub unheld: Vec<String>,
    /// Of a page: the columns that it fills, each with the tag that says so.
    pub found: Vec<(&'static str, String)>,
}

impl NewSource {
    pub fn text(&self, column: &str) -> &str {
        let found = self.texts.iter().find(|(known, _)| *known == column);
        found.map_or("", |(_, text)| text.as_str())
    }

    fn called(&self) -> SourceCalled<'_> {
        let text = |column| self.text(column);
        SourceCalled { url: text("url"), words: (text("publisher"), text("title"), self.published) }
    }

    pub fn propose_id(&self, data: &Dataset) -> String {
        match &self.id {
            Some(id) => id.clone(),
            None => data.propose_source(self.text("publisher"), self.published),
        }
    }
}

/// Publisher, title and date.
type SourceWords<'s> = (&'s str, &'s str, Option<Unit>);

/// What a source is known by: its address, or who published what when.
#[derive(Clone, Copy)]
struct SourceCalled<'s> {
    url: &'s str,
    words: SourceWords<'s>,
}

/// Sources by what they are known by, each with its number; of those that are alike the first.
#[derive(Default)]
struct SourcesCalled<'s> {
    urls: HashMap<(Option<&'s str>, &'s str), usize>,
    words: HashMap<(Option<&'s str>, SourceWords<'s>), usize>,
}

impl<'s> SourcesCalled<'s> {
    /// Of the project.
    fn of(data: &'s Dataset) -> SourcesCalled<'s> {
        let mut all = SourcesCalled::default();
        for (at, source) in data.sources.iter().enumerate() {
            let words = (&*source.publisher, &*source.title, source.published);
            all.add(None, SourceCalled { url: &source.url, words }, at);
        }
        all
    }

    /// `own` is the id that it was given, where only one with the same is looked for.
    fn add(&mut self, own: Option<&'s str>, called: SourceCalled<'s>, at: usize) {
        if !called.url.is_empty() {
            self.urls.entry((own, called.url)).or_insert(at);
        }
        self.words.entry((own, called.words)).or_insert(at);
    }

    fn find(&self, own: Option<&'s str>, called: SourceCalled<'s>) -> Option<usize> {
        let by_url = self.urls.get(&(own, called.url)).copied();
        let by_words = self.words.get(&(own, called.words)).copied();
        by_url.into_iter().chain(by_words).min()
    }
}

/// What becomes of one source of a list, and what it is called in the project.
struct PlacedSource<'n> {
    source: &'n NewSource,
    id: String,
    is_new: bool,
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
    let placed = placed(data, new, listed)?;
    let mut keys: HashMap<&str, &str> = HashMap::new();
    for one in &placed {
        keys.entry(&one.source.key).or_insert(&one.id);
    }
    let (mut words, mut splices) = (String::new(), Vec::new());
    for one in &placed {
        let source = one.source;
        if !one.is_new {
            words += &format!("there already: {} ({})\n", source.text("title"), one.id);
            continue;
        }
        words += &format!("{}: {}, {}\n", one.id, source.text("publisher"), source.text("title"));
        words += &said_where(source);
        source.doubts.iter().for_each(|doubt| words += &format!("  {doubt}\n"));
        let published = source.published.map_or(String::new(), |unit| unit.to_string());
        let mut row = vec![("id", one.id.clone()), ("published", published)];
        row.extend(source.texts.iter().cloned());
        match origin(data, &keys, source) {
            Ok(None) => {}
            Ok(Some(id)) => row.push(("origin", id)),
            Err(key) => {
                words += &format!(
                    "  {}: it passes on `{key}`, which is neither in the list nor in the project\n",
                    source.key
                );
            }
        }
        splices.push(editor.insert(RowSpot::End, &row).map_err(Unchanged::from)?);
    }
    words += &left_out(placed.iter().filter(|one| one.is_new).map(|one| one.source));
    let edits = match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(DataFile::Sources.label(), splices)],
    };
    let words = words.lines().map(|line| format!("{}\n", visible(line))).collect();
    judged_unused(ground, read, Plan { edits, words, ..Plan::default() })
}

/// The fields that no column holds, once for all sources.
fn left_out<'n>(sources: impl Iterator<Item = &'n NewSource>) -> String {
    let mut fields: Vec<(&str, usize)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for name in sources.flat_map(|source| &source.unheld) {
        let place = *places.entry(name).or_insert(fields.len());
        match fields.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => fields.push((name, 1)),
        }
    }
    let named: Vec<String> = fields
        .iter()
        .map(|(name, count)| match count {
            1 => format!("`{name}`"),
            many => format!("`{name}` ({many} times)"),
        })
        .collect();
    match named.is_empty() {
        true => String::new(),
        false => format!("left out, as no column holds it: {}\n", named.join(", ")),
    }
}

/// What is in each column that a page fills, and in which tag it stands.
fn said_where(source: &NewSource) -> String {
    let date = source.published.map_or(String::new(), |unit| unit.to_string());
    let columns = SOURCES.columns.iter();
    let found = columns.flat_map(|column| source.found.iter().filter(|it| it.0 == *column));
    let lines = found.map(|(column, tag)| {
        let cell = if *column == "published" { &date } else { source.text(column) };
        format!("  {:<12} {cell}  [{tag}]\n", format!("{column}:"))
    });
    let said: String = lines.collect();
    let is_open = |column: &&str| match *column {
        "published" => date.is_empty(),
        column => source.text(column).is_empty(),
    };
    let open: Vec<&str> = ["kind", "published", "url"].into_iter().filter(is_open).collect();
    match open.is_empty() || said.is_empty() {
        true => said,
        false => format!("{said}  not found: {}\n", open.join(", ")),
    }
}

fn placed<'n>(
    data: &Dataset,
    new: &'n [NewSource],
    listed: bool,
) -> Result<Vec<PlacedSource<'n>>, Failure> {
    let known = SourcesCalled::of(data);
    let mut added = SourcesCalled::default();
    let mut placed: Vec<PlacedSource> = Vec::new();
    let mut taken = TakenIds::default();
    for source in new {
        let called = source.called();
        let there = known.find(None, called).map(|at| data.sources[at].id.to_string());
        // Under keys of their own they are meant to be two.
        let own = source.id.as_deref().filter(|_| listed);
        let twin = || added.find(own, called).map(|at: usize| placed[at].id.clone());
        match there.or_else(twin) {
            Some(id) if listed => placed.push(PlacedSource { source, id, is_new: false }),
            // Two rows for one source would be two voices.
            Some(there) if source.id.is_none() => {
                return Err(Unchanged::new(format!("this source is there already: `{there}`"))
                    .hint(
                        Hint::new(
                            "use it; or, if this is another one, give it an id of its own with ",
                        )
                        .option("--id"),
                    )
                    .into());
            }
            _ => {
                let id = taken.free_id(data, source, listed)?;
                added.add(None, called, placed.len());
                if source.id.is_some() {
                    added.add(source.id.as_deref(), called, placed.len());
                }
                placed.push(PlacedSource { source, id, is_new: true });
            }
        }
    }
    Ok(placed)
}

/// The id of the source that one passes on, by what the list calls it; that name, if nothing is
/// called so.
fn origin(
    data: &Dataset,
    keys: &HashMap<&str, &str>,
    source: &NewSource,
) -> Result<Option<String>, String> {
    let key = &source.origin;
    if key.is_empty() || !source.text("origin").is_empty() {
        return Ok(None);
    }
    let in_list = keys.get(key.as_str()).map(|id| id.to_string());
    let known = || data.knows(DataFile::Sources, key).then(|| key.clone());
    in_list.or_else(known).map(Some).ok_or_else(|| key.clone())
}

/// The ids of new sources, and of those that share one the number of the last.
#[derive(Default)]
struct TakenIds<'n> {
    ids: HashSet<String>,
    numbers: HashMap<String, usize>,
    /// What the data would call one of a publisher and a date.
    proposed: HashMap<(&'n str, Option<Unit>), String>,
}

impl<'n> TakenIds<'n> {
    fn free_id(
        &mut self,
        data: &Dataset,
        source: &'n NewSource,
        listed: bool,
    ) -> Result<String, Unchanged> {
        let proposed = match &source.id {
            Some(id) => id.clone(),
            None => self
                .proposed
                .entry((source.text("publisher"), source.published))
                .or_insert_with(|| source.propose_id(data))
                .clone(),
        };
        let is_taken = |id: &str| data.knows(DataFile::Sources, id) || self.ids.contains(id);
        let id = if !is_taken(&proposed) {
            proposed
        } else if source.id.is_some() && !listed {
            return Err(Unchanged::new(format!("the id `{proposed}` is taken by another source"))
                .hint(
                    Hint::new("write another ")
                        .option("--id")
                        .words(", or leave it out and one is proposed"),
                ));
        } else {
            let number = self.numbers.entry(proposed.clone()).or_insert(1);
            loop {
                *number += 1;
                let id = format!("{proposed}-{number}");
                if !is_taken(&id) {
                    break id;
                }
            }
        };
        self.ids.insert(id.clone());
        Ok(id)
    }
}
