//! One figure, traced to who said it: for people, for spreadsheets and for programs.

use serde_json::{Value, json};
use sourceline::dataset::{Dataset, Files, Observation};
use sourceline::figure::{FigureKey, Source, SourceKey};
use sourceline::locale::EN_GB;
use sourceline::store::Folder;

use super::charts::OnCharts;
use crate::cli::drawing::Easel;
use crate::cli::embedded_in::embedded_in;
use crate::cli::failure::Failure;
use sourceline::export::figure_words;
use sourceline::export::figure_words::figure_in_words;

/// What is asked, and all that can be looked at for an answer.
pub struct Inquiry<'a> {
    pub project: &'a Folder,
    pub files: &'a Files,
    pub easel: Easel<'a>,
    pub on_charts: OnCharts,
    /// So wide is the text.
    pub columns: usize,
}

/// The columns of a figure, by the names that every format gives them.
pub const COLUMNS: &[&str] = &[
    "figure",
    "series",
    "period",
    "quantity",
    "status",
    "rank",
    "source",
    "publisher",
    "title",
    "published",
    "url",
    "archive_url",
    "accessed",
    "said_first_by",
    "stated",
    "period_stated",
    "locator",
    "calculated",
    "superseded_by",
    "repeats",
    "agrees_with",
    "differs_from",
    "drawn_on",
    "told_on",
    "note",
];

impl<'a> Inquiry<'a> {
    pub fn data(&self) -> &'a Dataset<'a> {
        self.easel.studio.data
    }

    /// A cell for each of the columns.
    pub fn row(&self, key: FigureKey) -> Vec<Value> {
        let data = self.data();
        let figure = data.figure(key);
        let source = self.source_of(key);
        let said = |of: fn(&Source) -> String| {
            json!(source.map(|key| of(data.source(key))).unwrap_or_default())
        };
        let id = |key: Option<FigureKey>| key.map_or("", |key| &*data.figure(key).id).to_string();
        let ids = |keys: Vec<FigureKey>| {
            json!(keys.iter().map(|key| &*data.figure(*key).id).collect::<Vec<_>>())
        };
        let others = self.others(key);
        vec![
            json!(*figure.id),
            json!(data.series(figure.series).id),
            json!(figure.period.to_string()),
            json!(figure_in_words(data, key)),
            json!(figure.status.to_string()),
            json!(figure.rank.word()),
            said(|source| source.id.to_string()),
            said(|source| source.publisher.to_string()),
            said(|source| source.title.to_string()),
            said(|source| source.published.map(|unit| unit.to_string()).unwrap_or_default()),
            said(|source| source.url.to_string()),
            said(|source| source.archive_url.to_string()),
            said(|source| source.accessed.map(|unit| unit.to_string()).unwrap_or_default()),
            json!(self.first(key).map_or("", |first| data.source(first).id)),
            json!(*figure.stated),
            json!(*figure.period_stated),
            json!(*figure.locator),
            json!(figure.claim.formula().map(|formula| formula.to_string()).unwrap_or_default()),
            json!(id(figure.superseded_by)),
            json!(id(figure.repeats)),
            ids(others.agreeing),
            ids(others.differing),
            json!(self.on_charts.drawn(&figure.id)),
            json!(self.on_charts.told(&figure.id)),
            json!(*figure.note),
        ]
    }

    /// Who states it; nobody states what we worked out of a whole series.
    pub fn source_of(&self, key: FigureKey) -> Option<SourceKey> {
        let data = self.data();
        data.has_row(key).then(|| data.figure(key).source)
    }

    /// Who said it first, where that is another.
    pub fn first(&self, key: FigureKey) -> Option<SourceKey> {
        let data = self.data();
        let figure = data.figure(key);
        data.first_voice(figure).filter(|first| *first != figure.source)
    }

    /// The observation that it is a claim of.
    pub fn observation(&self, key: FigureKey) -> Option<&'a Observation> {
        let data = self.data();
        let series = data.figure(key).series;
        let all = data.observations_of(series).iter().chain(data.targets_of(series));
        all.into_iter().find(|one| data.claims(one).contains(&key))
    }

    /// What else is said of its series and period.
    pub fn others(&self, key: FigureKey) -> OtherClaims {
        let data = self.data();
        let claims = self.observation(key).map(|one| data.claims(one)).unwrap_or_default();
        let others = claims.iter().copied().filter(|other| *other != key);
        let (differing, agreeing) = others.partition(|other| data.differ(key, *other));
        OtherClaims { agreeing, differing }
    }

    /// `82,109 referrals`.
    pub fn value(&self, key: FigureKey) -> String {
        figure_words::value(self.data(), key)
    }

    /// `2017`, `2009/10`, `2012 to 2017`.
    pub fn period(&self, key: FigureKey) -> String {
        figure_words::period(self.data(), key)
    }

    /// `National Crime Agency, “Title”, 3 September 2018 (nca-2018)`.
    pub fn cited(&self, key: SourceKey) -> String {
        let source = self.data().source(key);
        let mut parts = vec![source.publisher.to_string()];
        if !source.author.is_empty() {
            parts.push(source.author.to_string());
        }
        parts.push(format!("“{}”", source.title));
        if !source.container.is_empty() {
            parts.push(source.container.to_string());
        }
        parts.extend(source.published.map(|date| EN_GB.published(date)));
        format!("{} ({})", parts.join(", "), source.id)
    }

    /// `nca-2017-wq: 82,109 referrals, Home Office, 9 January 2019`.
    pub fn in_short(&self, key: FigureKey) -> String {
        let data = self.data();
        let mut parts = vec![self.value(key)];
        if let Some(source) = self.source_of(key).map(|key| data.source(key)) {
            parts.push(source.publisher.to_string());
            parts.extend(source.published.map(|date| EN_GB.published(date)));
        }
        format!("{}: {}", data.figure(key).id, parts.join(", "))
    }

    /// What is to be told of where a figure is from, a label and a text each.
    pub fn provenance(&self, key: FigureKey) -> Vec<(&'static str, String)> {
        let data = self.data();
        let figure = data.figure(key);
        let mut told = Vec::new();
        let mut tell = |label: &'static str, text: String| {
            if !text.is_empty() {
                told.push((label, text));
            }
        };
        if let Some(source) = self.source_of(key) {
            tell("source", self.cited(source));
            self.addresses(source).into_iter().for_each(|(label, text)| tell(label, text));
        }
        if let Some(first) = self.first(key) {
            tell("first said by", self.cited(first));
            tell("at", data.source(first).url.to_string());
        }
        let quoted =
            |text: &str| if text.is_empty() { String::new() } else { format!("“{text}”") };
        tell("in its words", quoted(&figure.stated));
        tell("of the time", quoted(&figure.period_stated));
        tell("stands at", figure.locator.to_string());
        if let Some(formula) = figure.claim.formula() {
            tell("calculated", formula.to_string());
            for input in formula.figures() {
                tell(
                    "from",
                    data.find_figure(input).map_or(String::new(), |key| self.in_short(key)),
                );
            }
        }
        tell("status", figure.status.words().collect::<Vec<_>>().join(", "));
        told
    }

    /// The documents in which any of these charts stands.
    pub fn embedded(&self, charts: &[String]) -> Result<Vec<String>, Failure> {
        let charts: Vec<&str> = charts.iter().map(String::as_str).collect();
        embedded_in(self.project, &charts)
    }

    /// Where a source can be read.
    pub fn addresses(&self, key: SourceKey) -> Vec<(&'static str, String)> {
        let source = self.data().source(key);
        let accessed = source.accessed.map_or(String::new(), |date| EN_GB.date(date));
        let address = match (source.url.is_empty(), accessed.is_empty()) {
            (false, false) => format!("{} (read {accessed})", source.url),
            _ => source.url.to_string(),
        };
        let all = [("address", address), ("archived at", source.archive_url.to_string())];
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// The other figures of an observation.
pub struct OtherClaims {
    pub agreeing: Vec<FigureKey>,
    pub differing: Vec<FigureKey>,
}
