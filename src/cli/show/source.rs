//! One source: what it is, where it can be read, what it states and passes on.

use serde_json::json;
use sourceline::dataset::DataFile;
use sourceline::figure::{FigureKey, SourceKey};

use super::findings::{Findings, TextLine};
use super::history;
use super::trace::Inquiry;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

impl Inquiry<'_> {
    pub fn source(&self, key: SourceKey) -> Result<Findings, Failure> {
        let data = self.data();
        let source = data.source(key);
        let history = history::history(self, DataFile::Sources, source.id);
        let figures: Vec<FigureKey> =
            data.rows().filter(|figure| data.figure(*figure).source == key).collect();
        let said_here = |figure: &FigureKey| {
            let first = data.first_voice(data.figure(*figure));
            first == Some(key) && data.figure(*figure).source != key
        };
        let passed_on: Vec<FigureKey> = data.rows().filter(said_here).collect();
        let place = data.place_of_source(key, "id");
        let mut text = vec![TextLine::Head(source.title.to_string())];
        let mut tell = |label: &'static str, said: String| {
            if !said.is_empty() {
                text.push(TextLine::Labelled(label, said));
            }
        };
        tell("source", format!("{}, in {} line {}", self.cited(key), place.file, place.line));
        tell("kind", source.kind.to_string());
        self.addresses(key).into_iter().for_each(|(label, said)| tell(label, said));
        tell("licence", source.licence.to_string());
        tell("passes on", source.origin.map_or(String::new(), |origin| self.cited(origin)));
        tell("note", source.note.to_string());
        let ids = || figures.iter().chain(&passed_on).map(|key| &*data.figure(*key).id);
        let charts = self.on_charts.with_any(ids());
        tell("on charts", charts.join(", "));
        let embedded = self.embedded(&charts)?;
        text.extend(TextLine::of_documents(&embedded));
        for (head, keys) in
            [("What it states", &figures), ("What others pass on from it", &passed_on)]
        {
            if !keys.is_empty() {
                text.extend([TextLine::Blank, TextLine::Head(head.to_string())]);
            }
            for key in keys {
                let figure = data.figure(*key);
                let title = &data.series(figure.series).title;
                let said = format!("{title}, {}: {}", self.period(*key), self.value(*key));
                text.push(TextLine::Plain(format!("{} ({said})", figure.id)));
            }
        }
        text.extend(history::text(&history));
        Ok(Findings {
            details: vec![
                ("what", json!("source")),
                ("id", json!(source.id)),
                ("kind", json!(*source.kind)),
                ("publisher", json!(*source.publisher)),
                ("author", json!(*source.author)),
                ("title", json!(*source.title)),
                ("container", json!(*source.container)),
                ("published", json!(source.published.map(|unit| unit.to_string()))),
                ("url", json!(*source.url)),
                ("archive_url", json!(*source.archive_url)),
                ("accessed", json!(source.accessed.map(|unit| unit.to_string()))),
                ("origin", json!(source.origin.map(|origin| data.source(origin).id))),
                ("licence", json!(*source.licence)),
                ("note", json!(*source.note)),
                ("charts", json!(charts)),
                ("embedded_in", json!(embedded)),
                ("history", history::json(&history)),
            ],
            figures: figures.into_iter().chain(passed_on).collect(),
            before: (&[], Vec::new()),
            text,
            exit: Exit::Fine,
        })
    }
}
