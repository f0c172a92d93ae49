//! What a person typed between braces into a document, held against what the data says now.

use std::path::Path;

use sourceline::chart::{false_beside, is_meant, quote_within};
use sourceline::documents::{DocumentKind, FoundExpression};
use sourceline::nearest::{ask, likely};

use super::super::import::shell::shell;
use super::judge::{CopyJudge, IN_DISORDER, Verdict};

/// What can be said of an expression.
pub enum ExpressionVerdict {
    /// Another program's: it names nothing that is known here.
    OfOthers,
    /// A chart of this name belongs there.
    Chart(String),
    /// These words belong there, and do not stand there.
    Words(String),
    /// Other words belong there than somebody wrote by hand.
    ByHand(String),
    /// What stands there is right.
    Right,
    /// It has no answer: why not.
    Wrong(String),
}

pub struct ExpressionJudge<'a>(pub &'a CopyJudge<'a>);

impl ExpressionJudge<'_> {
    pub fn judge(&self, found: &FoundExpression) -> ExpressionVerdict {
        let words = &found.words;
        if let Some(name) = found.chart() {
            return match found.closed {
                true => self.chart(name),
                false => wrong("`{{` is not closed", "write }} after the name"),
            };
        }
        let names = self.0.names();
        let bare = words.trim_matches(['"', '\'']);
        if found.filled.is_none() && !is_meant(words) && !names.iter().any(|name| name == bare) {
            return ExpressionVerdict::OfOthers;
        }
        if !found.closed {
            return wrong("`{{` is not closed", "write }} after the function");
        }
        let now = match quote_within(&found.paragraph, found.at, self.0.data()) {
            Ok(quotation) => quotation.text,
            Err(reason) => return wrong(&reason.message, &reason.hint),
        };
        match &found.filled {
            Some(filled) if filled.text == now => ExpressionVerdict::Right,
            Some(filled) if filled.by_hand => ExpressionVerdict::ByHand(now),
            _ => ExpressionVerdict::Words(now),
        }
    }

    /// What is typed beside a number of ours, and is false of it.
    pub fn beside(&self, found: &FoundExpression) -> Vec<String> {
        if found.chart().is_some() {
            return Vec::new();
        }
        let faults = false_beside(&found.paragraph, found.at, self.0.data()).into_iter();
        faults
            .map(|fault| format!("beside it: {fault}; nobody mends that sentence but you"))
            .collect()
    }

    fn chart(&self, name: &str) -> ExpressionVerdict {
        let names = self.0.names();
        if name.is_empty() {
            return wrong("no chart is named", "write {{ chart NAME }}");
        }
        if !names.iter().any(|known| known == name) {
            let near = likely(name, names.iter().map(|name| (name.as_str(), String::new())));
            let hint = ask(&near).unwrap_or_else(|| "`sourceline list charts` tells them".into());
            return wrong(&format!("there is no chart `{name}`"), &hint);
        }
        ExpressionVerdict::Chart(name.to_string())
    }

    /// Of one that stands where none is filled in, in a document of this name; nothing where it may be another
    /// program's.
    pub fn elsewhere(&self, found: &FoundExpression, document: &Path) -> Option<String> {
        let instead = match self.0.is_in_order().then(|| self.judge(found))? {
            ExpressionVerdict::Chart(name) => {
                let (name, host) = (shell(&name), host(document));
                let gives = match host {
                    "word" => "writes a document to copy it from",
                    _ => "prints what to write there",
                };
                format!("`sourceline embed {name} --for {host}` {gives}")
            }
            ExpressionVerdict::Words(now) => format!("write “{now}”"),
            _ => return None,
        };
        Some(format!("stays as it was typed, for only docx and pptx are filled in: {instead}"))
    }

    /// For the table of `verify`; nothing of what others mean.
    pub fn told(&self, found: &FoundExpression) -> Option<Verdict> {
        if !self.0.is_in_order() {
            return Some(Verdict::Unknown(IN_DISORDER.into()));
        }
        let was = found.filled.as_ref().map(|filled| filled.text.as_str());
        Some(match (self.judge(found), was) {
            (ExpressionVerdict::OfOthers, _) => return None,
            (ExpressionVerdict::Right, _) => match self.beside(found) {
                told if told.is_empty() => Verdict::Current(told),
                told => Verdict::Stale(told),
            },
            (ExpressionVerdict::Words(now), was) => {
                let told = match was {
                    Some(was) => format!("was “{was}”, is “{now}”"),
                    None => format!("is not filled in yet: `sourceline update` writes “{now}”"),
                };
                Verdict::Stale(std::iter::once(told).chain(self.beside(found)).collect())
            }
            (ExpressionVerdict::Chart(_), _) => Verdict::Stale(vec![
                "is not filled in yet: `sourceline update` puts the chart there".into(),
            ]),
            (ExpressionVerdict::ByHand(now), was) => Verdict::Altered(vec![by_hand(was, &now)]),
            (ExpressionVerdict::Wrong(why), _) => Verdict::Unknown(why),
        })
    }
}

/// Told of words that somebody changed.
pub fn by_hand(was: Option<&str>, now: &str) -> String {
    match was.filter(|was| !was.is_empty()) {
        Some(was) => format!("“{was}” was written by hand, and the data says “{now}”"),
        None => format!(
            "what was filled in was changed by hand or taken away, and the data says “{now}”"
        ),
    }
}

/// What a document is written in, as `embed --for` calls it.
fn host(document: &Path) -> &'static str {
    match DocumentKind::named(&document.to_string_lossy()) {
        Some(DocumentKind::Html) => "html",
        Some(DocumentKind::Markdown | DocumentKind::Notebook) => "markdown",
        Some(DocumentKind::Tex) => "latex",
        Some(DocumentKind::Typst) => "typst",
        _ => "word",
    }
}

fn wrong(message: &str, hint: &str) -> ExpressionVerdict {
    ExpressionVerdict::Wrong(format!("{message}; {hint}"))
}
