//! Who is cited, in order of first appearance, and under which number.

use std::collections::BTreeMap;

use crate::chart::Citation;
use crate::dataset::Dataset;
use crate::figure::{FigureKey, SourceKey};
use crate::locale::dates;

/// The sources of a chart. First everything that is shown is [cited](Citations::cite), then the
/// numbers are known: a chart with a single source has none.
#[derive(Default)]
pub struct Citations {
    list: Vec<Citation>,
    /// The place in `list` of each source, as said first by whom.
    known: BTreeMap<(SourceKey, Option<SourceKey>), usize>,
}

impl Citations {
    /// Counts the source of a figure in; a figure that is worked out stands for its inputs.
    pub fn cite(&mut self, data: &Dataset, figure: FigureKey) {
        for voice in voices(data, figure) {
            self.add(data, voice);
        }
    }

    fn add(&mut self, data: &Dataset, voice: (SourceKey, Option<SourceKey>)) -> usize {
        if let Some(at) = self.known.get(&voice) {
            return *at;
        }
        let text = text(data, voice);
        let same = self.list.iter().position(|citation| citation.text == text);
        let at = same.unwrap_or_else(|| {
            let source = data.source(voice.0);
            let (source, url) = (source.id.to_string(), source.url.to_string());
            self.list.push(Citation { source, text, url });
            self.list.len() - 1
        });
        self.known.insert(voice, at);
        at
    }

    /// `[2]` or `[2, 5]`; empty where the chart has a single source.
    pub fn mark(&self, data: &Dataset, figure: FigureKey) -> String {
        if self.list.len() < 2 {
            return String::new();
        }
        let mut numbers: Vec<usize> = Vec::new();
        for voice in voices(data, figure) {
            let number = self.known.get(&voice).map_or(0, |at| at + 1);
            if number > 0 && !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        match numbers.is_empty() {
            true => String::new(),
            false => format!("[{}]", numbers.join(", ")),
        }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The ids of the sources.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|citation| citation.source.as_str())
    }

    pub fn into_list(self) -> Vec<Citation> {
        self.list
    }
}

/// The source of a figure with its first voice, where that is another publisher's. A figure that
/// is worked out is cited as the input that its row names; failing that, as all its inputs.
fn voices(data: &Dataset, key: FigureKey) -> Vec<(SourceKey, Option<SourceKey>)> {
    let figure = data.figure(key);
    if !figure.is_derived() {
        return vec![voice(data, key)];
    }
    let inputs = inputs(data, key);
    let named = inputs.iter().find(|input| data.figure(**input).source == figure.source);
    match named {
        Some(input) => vec![voice(data, *input)],
        None if inputs.is_empty() => vec![(figure.source, None)],
        None => inputs.into_iter().map(|input| voice(data, input)).collect(),
    }
}

fn voice(data: &Dataset, key: FigureKey) -> (SourceKey, Option<SourceKey>) {
    let figure = data.figure(key);
    let first = data.relays(figure).then(|| data.first_voice(figure)).flatten();
    (figure.source, first)
}

/// The stated figures that a derived one was worked out from, each once.
pub fn inputs(data: &Dataset, key: FigureKey) -> Vec<FigureKey> {
    let mut found = Vec::new();
    let mut waiting = vec![key];
    let mut seen = Vec::new();
    while let Some(key) = waiting.pop() {
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        let Some(formula) = data.figure(key).claim.formula() else {
            found.push(key);
            continue;
        };
        let inputs: Vec<FigureKey> =
            formula.figures().into_iter().filter_map(|id| data.find_figure(id)).collect();
        waiting.extend(inputs.into_iter().rev());
    }
    found
}

/// `Home Office, 12 July 2019`; `NCA, relayed by BBC News, June 2021` where another said it first.
fn text(data: &Dataset, (source, first): (SourceKey, Option<SourceKey>)) -> String {
    let source = data.source(source);
    let mut text = match first {
        Some(first) => format!("{}, relayed by {}", data.source(first).publisher, source.publisher),
        None => source.publisher.to_string(),
    };
    match source.published {
        Some(date) => text.push_str(&format!(", {}", dates::published(date))),
        None => text.push_str(", undated"),
    }
    text
}
