//! Which chart, which figures and which inputs: what lets a stale copy be told from a fresh one.

use sha2::{Digest, Sha256};

use super::look::Look;
use crate::dataset::Dataset;
use crate::figure::{EventKey, FigureKey, SeriesKey, SourceKey};

/// Which chart, which figures and which inputs a picture was drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The name of the project.
    pub project: String,
    /// The name of the spec.
    pub chart: String,
    /// The ids of every figure drawn or told of, sorted.
    pub figures: Vec<String>,
    /// SHA-256 in hexadecimal digits over the spec and every row the chart read.
    pub inputs: String,
    /// Twins differ in nothing but this.
    pub look: Look,
}

/// What a chart has read of the data, each as often as it was read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Drawn or told of.
    pub shown: Vec<FigureKey>,
    /// Read to decide what is drawn.
    pub read: Vec<FigureKey>,
    pub series: Vec<SeriesKey>,
    pub events: Vec<EventKey>,
}

fn once<K: Ord>(mut keys: Vec<K>) -> Vec<K> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The stamp over the text of the spec and every row that was read. The rows are taken in the
/// order of their ids, so that sorting a file changes nothing.
pub fn stamp(data: &Dataset, project: &str, chart: &str, spec: &str, mut inputs: Inputs) -> Stamp {
    inputs.shown = once(inputs.shown);
    let mut figures: Vec<&str> = inputs.shown.iter().map(|key| &*data.figure(*key).id).collect();
    figures.sort_unstable();
    inputs.read.extend(&inputs.shown);
    inputs.read = once(inputs.read);
    inputs.series.extend(inputs.read.iter().map(|key| data.figure(*key).series));
    inputs.series = once(inputs.series);
    inputs.events = once(inputs.events);
    let sources = sources(data, &inputs);
    let mut hash = Sha256::new();
    feed(&mut hash, "spec", spec);
    rows(
        &mut hash,
        "figure",
        inputs.read.iter().map(|k| (&*data.figure(*k).id, data.row_text(*k))),
    );
    rows(
        &mut hash,
        "series",
        inputs.series.iter().map(|k| (data.series(*k).id, data.series_text(*k))),
    );
    rows(&mut hash, "source", sources.iter().map(|k| (data.source(*k).id, data.source_text(*k))));
    rows(
        &mut hash,
        "event",
        inputs.events.iter().map(|k| (data.event(*k).id, data.event_text(*k))),
    );
    Stamp {
        project: project.to_string(),
        chart: chart.to_string(),
        figures: figures.into_iter().map(str::to_string).collect(),
        inputs: hexadecimal(&hash.finalize()),
        look: Look::default(),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The sources of the figures and events, and those that they relay.
fn sources(data: &Dataset, inputs: &Inputs) -> Vec<SourceKey> {
    let figures = inputs.read.iter().map(|key| data.figure(*key));
    let mut waiting: Vec<SourceKey> =
        figures.flat_map(|figure| [Some(figure.source), figure.origin]).flatten().collect();
    waiting.extend(inputs.events.iter().filter_map(|key| data.event(*key).source));
    waiting = once(waiting);
    let mut sources = Vec::new();
    while let Some(key) = waiting.pop() {
        if !sources.contains(&key) {
            sources.push(key);
            waiting.extend(data.source(key).origin);
        }
    }
    sources
}

fn rows<'r>(hash: &mut Sha256, kind: &str, rows: impl Iterator<Item = (&'r str, &'r str)>) {
    let mut rows: Vec<(&str, &str)> = rows.collect();
    rows.sort_unstable();
    for (_, text) in rows {
        feed(hash, kind, text);
    }
}

/// Each text with its kind and length, so that no two lists of texts are hashed alike.
fn feed(hash: &mut Sha256, kind: &str, text: &str) {
    hash.update(kind.as_bytes());
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}
