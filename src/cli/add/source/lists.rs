//! Sources from what reference managers and others export.

use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::dataset::source_id_of;
use sourceline::references::{ListFormat, Listed, Reference, Unreadable, text_of};
use sourceline::store;

use super::ask::needed;
use super::plan::NewSource;
use crate::cli::ask::Asker;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::said::{SaidSource, date};
use crate::cli::screen::{Screen, visible};

/// The file of a list, and how it is taken.
#[derive(Args, Default)]
pub struct Lists {
    /// Add the sources of a file in any of the formats below, known by what is in it
    #[arg(long, value_name = "FILE", group = "list")]
    from: Option<PathBuf>,
    /// Add the sources of a BibTeX or BibLaTeX file
    #[arg(long, value_name = "FILE", group = "list")]
    from_bibtex: Option<PathBuf>,
    /// Add the sources of a CSL-JSON file
    #[arg(long, value_name = "FILE", group = "list")]
    from_csl: Option<PathBuf>,
    /// Add the sources of a RIS file
    #[arg(long, value_name = "FILE", group = "list")]
    from_ris: Option<PathBuf>,
    /// Add the sources of an EndNote XML file
    #[arg(long, value_name = "FILE", group = "list")]
    from_endnote: Option<PathBuf>,
    /// Add a saved web page, of at most 64 MiB, by what its tags say of it; nothing is fetched
    #[arg(long, value_name = "FILE", group = "list")]
    from_html: Option<PathBuf>,
    /// Let the keys of the list be the ids
    #[arg(long, requires = "list")]
    keep_keys: bool,
    /// Leave out the entries of a list that cannot be taken, and add the others
    #[arg(long, requires = "list")]
    skip_unread: bool,
}

impl Lists {
    /// The file, and its format where the option says it.
    pub fn file(&self) -> Option<(&Path, Option<ListFormat>)> {
        let files = [
            (&self.from, None),
            (&self.from_bibtex, Some(ListFormat::BibTex)),
            (&self.from_csl, Some(ListFormat::Csl)),
            (&self.from_ris, Some(ListFormat::Ris)),
            (&self.from_endnote, Some(ListFormat::EndNote)),
            (&self.from_html, Some(ListFormat::Page)),
        ];
        files.into_iter().find_map(|(file, format)| Some((file.as_deref()?, format)))
    }

    /// The sources of a list, and what is told of those that are left out.
    pub fn sources(
        &self,
        file: &Path,
        format: Option<ListFormat>,
        (said, id): (&SaidSource, Option<&str>),
        asker: Option<&Asker>,
        screen: &mut Screen,
    ) -> Result<(Vec<NewSource>, String), Failure> {
        let name = file.display();
        let text = text_of(&store::read_named(file)?)
            .map_err(|error| Unchanged::new(format!("{name}: {}", error.reason)))?;
        let format = match format.or_else(|| ListFormat::of(&text)) {
            Some(format) => format,
            None => {
                return Err(Unchanged::new(format!(
                    "{name} is in none of the formats that are read"
                ))
                .hint(format!("read are {}", ListFormat::names()))
                .into());
            }
        };
        let Listed { references, mut unread } = format.read(&text);
        if references.is_empty() && unread.is_empty() {
            return Err(Unchanged::new(format!("there is no source in {name}")).into());
        }
        let own = [
            ("--id", id.is_some()),
            ("--title", said.title.is_some()),
            ("--author", said.author.is_some()),
        ];
        if let Some((option, _)) = own.iter().find(|(_, is_said)| *is_said)
            && references.len() > 1
        {
            let many = references.len();
            return Err(Unchanged::new(format!(
                "{option} is of one source, and {name} has {many}"
            ))
            .hint("leave it out; `sourceline edit` changes single sources")
            .into());
        }
        let mut new = Vec::new();
        let only = references.len() == 1 && unread.is_empty();
        for reference in references {
            let (line, key) = (reference.line, called(&reference));
            let mut source = self.referred(reference, said)?;
            source.id = id.map(str::to_string).or(source.id);
            if let Some(asker) = asker.filter(|_| only) {
                ask_what_lacks(asker, &name.to_string(), &mut source)?;
            }
            match lacks(&source) {
                None => new.push(source),
                Some(reason) => unread.push(Unreadable { line, key, reason }),
            }
        }
        let told = self.left_out(&file.display().to_string(), &new, unread, asker, screen)?;
        Ok((new, told))
    }

    /// Entries that cannot be taken stop the whole, unless somebody agrees to go on without.
    fn left_out(
        &self,
        name: &str,
        new: &[NewSource],
        mut unread: Vec<Unreadable>,
        asker: Option<&Asker>,
        screen: &mut Screen,
    ) -> Result<String, Failure> {
        if unread.is_empty() {
            return Ok(String::new());
        }
        unread.sort_by_key(|one| one.line);
        let told = |one: &Unreadable| match one.key.as_str() {
            "" => format!("{name}:{}: {}", one.line, one.reason),
            key => format!("{name}:{}: `{key}`: {}", one.line, one.reason),
        };
        let lines: Vec<String> =
            unread.iter().map(|one| visible(&told(one)).into_owned()).collect();
        let others = match new.len() {
            1 => "the other source".to_string(),
            many => format!("the other {many} sources"),
        };
        let left_out = lines.iter().map(|line| format!("left out: {line}\n")).collect::<String>();
        if self.skip_unread && !new.is_empty() {
            return Ok(left_out);
        }
        if let Some(asker) = asker.filter(|_| !new.is_empty()) {
            asker.say(&left_out)?;
            if asker.confirm(&format!("Go on with {others}?"))? {
                return Ok(String::new());
            }
            return Err(Failure::Cancelled);
        }
        let message = match &lines[..] {
            [one] => one.clone(),
            many => {
                many.iter().for_each(|line| screen.say(format_args!("{line}\n")));
                format!("{} entries of {name} cannot be taken", many.len())
            }
        };
        let needs = |what: &str| unread.iter().any(|one| one.reason.contains(what));
        let mut hints = Vec::new();
        match (needs(NO_PUBLISHER), needs(NO_TITLE) && unread.len() == 1 && new.is_empty()) {
            (true, true) => hints.push("say both with --publisher and --title".to_string()),
            (true, false) => {
                hints.push("--publisher NAME says it of all that have none".to_string());
            }
            (false, true) => hints.push("say it with --title".to_string()),
            (false, false) => {}
        }
        if !new.is_empty() {
            hints.push(format!("--skip-unread adds {others}"));
        }
        let refused = Unchanged::new(message);
        Err(match hints.is_empty() {
            true => refused,
            false => refused.hint(hints.join("; ")),
        }
        .into())
    }

    /// What the list says, and what the options say of all of its sources.
    fn referred(&self, reference: Reference, said: &SaidSource) -> Result<NewSource, Failure> {
        let published = date(said.published.as_deref())?.or(reference.published);
        let accessed = date(said.accessed.as_deref())?.or(reference.accessed);
        let mut texts = said.texts();
        let is_said = |column: &str| match column {
            "published" => said.published.is_some(),
            "accessed" => said.accessed.is_some(),
            _ => texts.iter().any(|(known, own)| *known == column && !own.is_empty()),
        };
        let key = &reference.key;
        let open = reference.doubts.iter().filter(|doubt| !is_said(doubt.column));
        let doubts = open.map(|doubt| match key.is_empty() {
            true => doubt.words.clone(),
            false => format!("{key}: {}", doubt.words),
        });
        let doubts = doubts.collect();
        let found = reference.found.iter().filter(|found| !is_said(found.column));
        let found = found.map(|found| (found.column, found.tag.clone())).collect();
        for (column, text) in [
            ("kind", reference.kind),
            ("publisher", reference.publisher),
            ("author", reference.author),
            ("title", reference.title),
            ("container", reference.container),
            ("url", reference.url),
            ("archive_url", reference.archive_url),
            ("licence", reference.licence),
            ("note", reference.note),
        ] {
            let own = texts.iter_mut().find(|(known, own)| *known == column && own.is_empty());
            own.into_iter().for_each(|(_, own)| *own = text.clone());
        }
        texts.push(("accessed", accessed.map_or(String::new(), |unit| unit.to_string())));
        let is_kept = self.keep_keys && !reference.key.is_empty();
        let kept = is_kept.then(|| source_id_of(&reference.key));
        Ok(NewSource {
            id: kept,
            published,
            texts,
            key: reference.key,
            origin: reference.origin,
            doubts,
            unheld: reference.unheld,
            found,
        })
    }
}

const NO_PUBLISHER: &str = "it has no publisher";
const NO_TITLE: &str = "no title";

/// What a source may not lack.
fn lacks(source: &NewSource) -> Option<String> {
    match (source.text("publisher").is_empty(), source.text("title").is_empty()) {
        (false, false) => None,
        (true, false) => Some(NO_PUBLISHER.to_string()),
        (false, true) => Some(format!("it has {NO_TITLE}")),
        (true, true) => Some(format!("{NO_PUBLISHER} and {NO_TITLE}")),
    }
}

/// Of a list of one source, such as a page, what no source may be without is asked for.
fn ask_what_lacks(asker: &Asker, name: &str, source: &mut NewSource) -> Result<(), Failure> {
    let Some(reason) = lacks(source) else { return Ok(()) };
    let said = ["title", "publisher", "url"].map(|column| source.text(column).to_string());
    let said = said.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    asker.say(&visible(&format!("{name}: {said}: {reason}\n")))?;
    for (column, question) in [("publisher", "Publisher"), ("title", "Title")] {
        if source.text(column).is_empty() {
            let answer = needed(asker, question)?;
            source.texts.retain(|(known, _)| *known != column);
            source.texts.push((column, answer));
        }
    }
    Ok(())
}

/// What an entry is called in a message.
fn called(reference: &Reference) -> String {
    if reference.key.is_empty() { reference.title.clone() } else { reference.key.clone() }
}
