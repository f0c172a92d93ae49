//! Asks for a source, for what the options do not say.

use super::plan::NewSource;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::failure::Failure;
use crate::cli::said::{KINDS, SaidSource, date};

/// A new source on the way to a figure.
pub fn ask_for_one(asker: &Asker) -> Result<NewSource, Failure> {
    ask(asker, &SaidSource::default())
}

/// Asks for a source: for what the options do not say.
pub(super) fn ask(asker: &Asker, typed: &SaidSource) -> Result<NewSource, Failure> {
    let line = |question: &str, given: &Option<String>, is_needed: bool| match given {
        Some(given) => Ok(given.clone()),
        None if is_needed => needed(asker, question),
        None => asker.line(question, "", |text| Judged::Fine(text.into())),
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
    let published = date(Some(&published))?;
    Ok(NewSource { published, texts, ..NewSource::default() })
}

/// What no source may be without.
pub(super) fn needed(asker: &Asker, question: &str) -> Result<String, Failure> {
    asker.line(question, "", |text| match text {
        "" => Judged::Not("a source needs this".into()),
        text => Judged::Fine(text.into()),
    })
}

fn judge_date(text: &str) -> Judged {
    match date(Some(text)) {
        Ok(None) => Judged::Fine(String::new()),
        Ok(Some(unit)) => Judged::Fine(sourceline::locale::EN_GB.date(unit)),
        Err(refusal) => Judged::Not(refusal.in_short()),
    }
}
