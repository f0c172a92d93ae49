//! One figure: what it says, who says so, what else is said, where it is drawn, what became of it.

use serde_json::json;
use sourceline::dataset::DataFile;
use sourceline::figure::{FigureKey, Formula, Rank};

use super::findings::{Findings, TextLine};
use super::history;
use super::trace::{Inquiry, OtherClaims};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

impl Inquiry<'_> {
    pub fn figure(&self, key: FigureKey) -> Result<Findings, Failure> {
        let data = self.data();
        let figure = data.figure(key);
        let series = data.series(figure.series);
        let place = data.place_of_figure(key, "id");
        // What has no row has the history of the formula that makes it.
        let (file, row) = match data.has_row(key) {
            true => (DataFile::Figures, &*figure.id),
            false => (DataFile::Series, series.id),
        };
        let history = history::history(self, file, row);
        let uses = self.worked_out_of(key);
        let head = format!("{}, {}: {}", series.title, self.period(key), self.value(key));
        let mut text = vec![TextLine::Head(head)];
        let told = self.behind(key).into_iter();
        text.extend(told.map(|(label, said)| TextLine::Labelled(label, said)));
        let mut tell = |label: &'static str, said: String| {
            if !said.is_empty() {
                text.push(TextLine::Labelled(label, said));
            }
        };
        let (drawn, told) = (self.on_charts.drawn(&figure.id), self.on_charts.told(&figure.id));
        tell("drawn on", drawn.join(", "));
        tell("told of on", told.join(", "));
        if drawn.is_empty() && told.is_empty() {
            tell("charts", "none shows it".to_string());
        }
        let charts = self.on_charts.with_any(std::iter::once(&*figure.id));
        let embedded = self.embedded(&charts)?;
        text.extend(TextLine::of_documents(&embedded));
        text.extend(history::text(&history));
        let used: Vec<&str> = uses.iter().map(|key| &*data.figure(*key).id).collect();
        Ok(Findings {
            details: vec![
                ("what", json!("figure")),
                ("id", json!(*figure.id)),
                ("value_in_words", json!(self.value(key))),
                ("period_in_words", json!(self.period(key))),
                ("file", json!(place.file)),
                ("line", json!(place.line)),
                ("used_for", json!(used)),
                ("embedded_in", json!(embedded)),
                ("history", history::json(&history)),
            ],
            figures: vec![key],
            before: (&[], Vec::new()),
            text,
            exit: Exit::Fine,
        })
    }

    /// Its row, where it comes from and what stands beside it, a label and a text each.
    pub fn behind(&self, key: FigureKey) -> Vec<(&'static str, String)> {
        let data = self.data();
        let figure = data.figure(key);
        let place = data.place_of_figure(key, "id");
        let row = format!("{}, in {} line {}", figure.id, place.file, place.line);
        let series = data.series(figure.series).id.to_string();
        let mut told = vec![("figure", row), ("series", series)];
        told.extend(self.provenance(key));
        told.extend([("note", figure.note.to_string()), ("rank", self.rank(key))]);
        told.extend(figure.repeats.map(|other| ("repeats", self.in_short(other))));
        let OtherClaims { agreeing, differing } = self.others(key);
        let uses = self.worked_out_of(key);
        for (label, others) in
            [("agrees with", agreeing), ("differs from", differing), ("used for", uses)]
        {
            told.extend(others.iter().map(|other| (label, self.in_short(*other))));
        }
        told.retain(|(_, text)| !text.is_empty());
        told
    }

    /// What is worked out of a figure.
    fn worked_out_of(&self, key: FigureKey) -> Vec<FigureKey> {
        let data = self.data();
        let id = &*data.figure(key).id;
        let uses = |formula: &Formula| formula.figures().into_iter().any(|input| *input == *id);
        let all = data.figures().filter(|(_, figure)| figure.claim.formula().is_some_and(uses));
        all.map(|(key, _)| key).collect()
    }

    fn rank(&self, key: FigureKey) -> String {
        let figure = self.data().figure(key);
        match (figure.rank, figure.superseded_by) {
            (Rank::Superseded, Some(by)) => format!("superseded by {}", self.in_short(by)),
            (Rank::Superseded, None) => "superseded: kept, and never drawn".to_string(),
            (Rank::Preferred, _) => "preferred".to_string(),
            (Rank::Unranked, _) => String::new(),
        }
    }
}
