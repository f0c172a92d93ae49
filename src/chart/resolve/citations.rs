//! Who is cited, in order of first appearance, and under which number.

use std::collections::HashSet;

use crate::chart::citation::Citation;
use crate::chart::label::{LabelPart, Says};
use crate::dataset::Dataset;
use crate::figure::{EventKey, FigureKey, Source, SourceKey};
use crate::locale::words;

/// The sources of a chart. First everything that is shown is [cited](Citations::cite), then the
/// numbers are known: a chart whose figures have a single source has none.
#[derive(Default)]
pub struct Citations {
    /// Labels and notes say the numbers.
    shown: bool,
    list: Vec<Citation>,
    /// The place in `list` of each source, as said first by whom.
    known: Vec<(CitedVoice, usize)>,
    /// The places in `list` of the sources of figures.
    of_figures: Vec<usize>,
    /// Every event, with the place of its source.
    events: Vec<(EventKey, Option<usize>)>,
}

/// A source, and who said it first where that is another publisher.
type CitedVoice = (SourceKey, Option<SourceKey>);

impl Citations {
    /// Counts the source of a figure in; a figure that is worked out stands for its inputs.
    pub fn cite(&mut self, data: &Dataset, figure: FigureKey) {
        each_voice(data, &[figure], |voice| {
            let at = self.add(data, voice);
            if !self.of_figures.contains(&at) {
                self.of_figures.push(at);
            }
        });
    }

    /// Counts an event in, and its source if the data names one.
    pub fn cite_event(&mut self, data: &Dataset, event: EventKey) {
        if self.events.iter().all(|(known, _)| *known != event) {
            let at = data.event(event).source.map(|source| self.add(data, (source, None)));
            self.events.push((event, at));
        }
    }

    /// The number of the source of an event.
    pub fn mark_event(&self, data: &Dataset, event: EventKey) -> String {
        let source = data.event(event).source.filter(|_| self.are_numbered());
        let place = source.and_then(|source| self.place((source, None)));
        place.map(|at| format!("[{}]", at + 1)).unwrap_or_default()
    }

    fn are_numbered(&self) -> bool {
        self.shown && self.are_several()
    }

    /// Have the figures more than one source?
    pub fn are_several(&self) -> bool {
        self.of_figures.len() > 1
    }

    /// Whether they are said by their numbers.
    pub fn shown(self, shown: bool) -> Citations {
        Citations { shown, ..self }
    }

    /// The places in `list` of the sources of these figures, each once.
    pub fn places(&self, data: &Dataset, list: &[Citation], figures: &[FigureKey]) -> Vec<usize> {
        let mut places = Vec::new();
        each_voice(data, figures, |voice| {
            let own = self.place(voice).map(|at| &self.list[at].text);
            let place = own.and_then(|own| list.iter().position(|one| one.text == *own));
            places.extend(place.filter(|place| !places.contains(place)));
        });
        places
    }

    fn place(&self, voice: CitedVoice) -> Option<usize> {
        self.known.iter().find(|(known, _)| *known == voice).map(|(_, at)| *at)
    }

    fn add(&mut self, data: &Dataset, voice: CitedVoice) -> usize {
        if let Some(at) = self.place(voice) {
            return at;
        }
        let text = text(data, voice);
        let same = self.list.iter().position(|citation| citation.text == text);
        let at = same.unwrap_or_else(|| {
            let source = data.source(voice.0);
            let (source, url) = (source.id.to_string(), source.url.to_string());
            let by = &data.source(voice.1.unwrap_or(voice.0)).publisher;
            let name = |publisher| words::name(publisher).into_owned();
            let relay = voice.1.is_some().then(|| name(&data.source(voice.0).publisher));
            let publisher = name(by);
            let only_of = String::new();
            let publication = publication(data.source(voice.0), voice.1.is_some());
            let cited = Citation { source, text, publication, publisher, relay, url, only_of };
            self.list.push(cited);
            self.list.len() - 1
        });
        self.known.push((voice, at));
        at
    }

    /// `[2]` or `[2, 5]`; empty where the figures have a single source.
    pub fn mark(&self, data: &Dataset, figure: FigureKey) -> String {
        self.part(data, figure).map_or(String::new(), |part| part.text)
    }

    /// The same as a part of a label.
    pub fn part(&self, data: &Dataset, figure: FigureKey) -> Option<LabelPart> {
        // What a series that is worked out whole is made of is told once.
        match data.series(data.figure(figure).series).formula.is_some() {
            true => None,
            false => self.part_of(data, &[figure]),
        }
    }

    /// `[2, 5]` for several figures together; empty where the figures have a single source.
    pub fn mark_all(&self, data: &Dataset, figures: &[FigureKey]) -> String {
        self.part_of(data, figures).map_or(String::new(), |part| part.text)
    }

    fn part_of(&self, data: &Dataset, figures: &[FigureKey]) -> Option<LabelPart> {
        if !self.are_numbered() {
            return None;
        }
        let mut places: Vec<usize> = Vec::new();
        each_voice(data, figures, |voice| {
            places.extend(self.place(voice).filter(|place| !places.contains(place)));
        });
        if places.is_empty() {
            return None;
        }
        let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
        Some(LabelPart::new(Says::Sources(places), format!("[{}]", numbers.join(", ")), " "))
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The ids of the sources.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|citation| citation.source.as_str())
    }

    /// The list, that of the figures first where it is the only one that needs no words.
    pub fn list(&self, data: &Dataset) -> Vec<Citation> {
        let numbered = self.are_numbered();
        let mut list = self.list.clone();
        if numbered {
            return list;
        }
        for (at, citation) in list.iter_mut().enumerate() {
            if self.of_figures.contains(&at) {
                continue;
            }
            let own = self.events.iter().filter(|(_, place)| *place == Some(at));
            let own: Vec<&str> = own.map(|(event, _)| &*data.event(*event).label).collect();
            citation.only_of = match self.events.len() {
                1 => data.language.foot.the_event().to_string(),
                _ => data.language.list(&own),
            };
        }
        list.sort_by_key(|citation| !citation.only_of.is_empty());
        list
    }
}

/// The kinds of sources that readers know by their titles.
const KNOWN_BY_TITLE: [&str; 4] = ["report", "statistics", "dataset", "parliament"];
/// A longer title would take the line for itself.
const LONGEST_TITLE: usize = 70;

fn publication(source: &Source, relayed: bool) -> String {
    let title = words::name(&source.title);
    let known = KNOWN_BY_TITLE.contains(&&*source.kind) && !relayed;
    let short = title.chars().count() <= LONGEST_TITLE;
    if known && short { title.into_owned() } else { String::new() }
}

/// A figure that is worked out is cited as the input that its row names; failing that, or having no
/// row, as all its inputs.
fn voices(data: &Dataset, key: FigureKey) -> Vec<CitedVoice> {
    let figure = data.figure(key);
    let inputs = inputs(data, key);
    let is_named =
        |input: &&FigureKey| data.has_row(key) && data.figure(**input).source == figure.source;
    let named = inputs.iter().find(is_named);
    match named {
        Some(input) => vec![voice(data, *input)],
        None if inputs.is_empty() => vec![(figure.source, None)],
        None => inputs.into_iter().map(|input| voice(data, input)).collect(),
    }
}

/// Those of some figures, one after the other.
fn each_voice(data: &Dataset, figures: &[FigureKey], mut with: impl FnMut(CitedVoice)) {
    for figure in figures {
        match data.figure(*figure).is_derived() {
            false => with(voice(data, *figure)),
            true => voices(data, *figure).into_iter().for_each(&mut with),
        }
    }
}

fn voice(data: &Dataset, key: FigureKey) -> CitedVoice {
    let figure = data.figure(key);
    let first = data.relays(figure).then(|| data.first_voice(figure)).flatten();
    (figure.source, first)
}

/// The stated figures that a derived one was worked out from, each once.
pub fn inputs(data: &Dataset, key: FigureKey) -> Vec<FigureKey> {
    let mut found = Vec::new();
    let mut waiting = vec![key];
    let mut seen = HashSet::new();
    while let Some(key) = waiting.pop() {
        if !seen.insert(key) {
            continue;
        }
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

/// `Home Office, 12 July 2019`; `NCA, reported by BBC News, June 2021` where another said it first.
fn text(data: &Dataset, (source, first): CitedVoice) -> String {
    let source = data.source(source);
    let publisher = words::name(&source.publisher);
    let said = match first {
        Some(first) => {
            let first = words::name(&data.source(first).publisher);
            data.language.foot.relayed_by(first, publisher)
        }
        None => publisher.into_owned(),
    };
    data.language.dated(&said, source.published)
}
