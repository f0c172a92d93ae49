//! Which chart, which figures and which inputs: what lets a stale copy be told from a fresh one.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::chart::Stamp;
use crate::dataset::Dataset;
use crate::figure::{EventKey, FigureKey, SeriesKey, SourceKey};

/// What a chart has read of the data.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Drawn or told of.
    pub shown: BTreeSet<FigureKey>,
    /// Read to decide what is drawn.
    pub read: BTreeSet<FigureKey>,
    pub series: BTreeSet<SeriesKey>,
    pub events: BTreeSet<EventKey>,
}

/// The stamp over the text of the spec and every row that was read. The rows are taken in the
/// order of their ids, so that sorting a file changes nothing.
pub fn stamp(data: &Dataset, project: &str, chart: &str, spec: &str, mut inputs: Inputs) -> Stamp {
    let mut figures: Vec<&str> = inputs.shown.iter().map(|key| data.figure(*key).id).collect();
    figures.sort_unstable();
    inputs.read.extend(&inputs.shown);
    inputs.series.extend(inputs.read.iter().map(|key| data.figure(*key).series));
    let sources = sources(data, &inputs);
    let mut hash = Sha256::new();
    feed(&mut hash, "spec", spec);
    rows(&mut hash, "figure", inputs.read.iter().map(|k| (data.figure(*k).id, data.row_text(*k))));
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
        inputs: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

/// The sources of the figures and events, and those that they relay.
fn sources(data: &Dataset, inputs: &Inputs) -> BTreeSet<SourceKey> {
    let figures = inputs.read.iter().map(|key| data.figure(*key));
    let mut waiting: Vec<SourceKey> =
        figures.flat_map(|figure| [Some(figure.source), figure.origin]).flatten().collect();
    waiting.extend(inputs.events.iter().filter_map(|key| data.event(*key).source));
    let mut sources = BTreeSet::new();
    while let Some(key) = waiting.pop() {
        if sources.insert(key) {
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
