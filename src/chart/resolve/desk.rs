//! What every step of resolving has at hand: the data, the text of the spec, and the problems
//! found so far.

use std::ops::Range;

use crate::chart::spec::{EACH, TypedText};
use crate::chart::tone::Tone;
use crate::dataset::{DataFile, Dataset};
use crate::figure::{EventKey, FigureKey, Period, SeriesKey};
use crate::nearest::{ask, likely};
use crate::problem::{Place, Problem, Rule};

pub struct Desk<'a> {
    pub data: &'a Dataset<'a>,
    pub file: &'a str,
    pub text: &'a str,
    pub problems: Vec<Problem>,
    /// The figures that the author leaves out.
    pub without: Vec<FigureKey>,
    /// The series of this chart, where the spec has one for each of several.
    pub each: Option<&'a str>,
    /// Words that nothing can be held against are looked for.
    pub holds_words: bool,
}

impl<'a> Desk<'a> {
    pub fn error(
        &mut self,
        rule: Rule,
        bytes: &Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let place = self.place(bytes);
        self.problems.push(rule.at(place, message).hint(hint));
    }

    /// The same for a series that the spec names; where a pattern fits it, the hint says how it is
    /// taken out.
    pub fn error_about(
        &mut self,
        rule: Rule,
        id: &TypedText,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let hint = match self.is_pattern(&id.bytes) {
            true => format!("put it into `except` beside `ids`: except = [\"{}\"]", id.text),
            false => hint.into(),
        };
        self.error(rule, &id.bytes, message, hint);
    }

    /// The id that is meant by one that a spec names.
    pub fn meant<'i>(&self, id: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.each.filter(|_| id == EACH).unwrap_or(id)
    }

    /// Does a pattern of ids stand here?
    pub fn is_pattern(&self, bytes: &Range<usize>) -> bool {
        self.text.get(bytes.clone()).is_some_and(|typed| typed.contains('*'))
    }

    /// Where in the spec these bytes stand.
    pub fn place(&self, bytes: &Range<usize>) -> Place {
        Place::in_text(self.file, self.text, bytes.clone())
    }

    /// The key of a series that the spec names; a name that is not known is a problem.
    pub fn series(&mut self, id: &TypedText) -> Option<SeriesKey> {
        let data = self.data;
        let found = data.find_series(&id.text);
        if found.is_none() && id.text == EACH {
            let message = "there is no series `each`, and no [each] that says what it stands for";
            let hint = "write [each] and below it ids = \"...-*\", above [[panels]]";
            self.error(Rule::UnknownSeries, &id.bytes, message, hint);
            return None;
        }
        let ids = || data.series.iter().map(|series| series.id);
        self.known(found, DataFile::Series, id, ids)
    }

    pub fn figure(&mut self, id: &TypedText) -> Option<FigureKey> {
        let data = self.data;
        let found = data.find_figure(&id.text);
        let ids = || data.figures.iter().map(|figure| &*figure.id);
        self.known(found, DataFile::Figures, id, ids)
    }

    pub fn event(&mut self, id: &TypedText) -> Option<EventKey> {
        let data = self.data;
        let found = data.find_event(&id.text);
        let ids = || data.events.iter().map(|event| event.id);
        self.known(found, DataFile::Events, id, ids)
    }

    fn known<K, I: Iterator<Item = &'a str>>(
        &mut self,
        found: Option<K>,
        file: DataFile,
        id: &TypedText,
        ids: impl Fn() -> I,
    ) -> Option<K> {
        // What was not known on the day as of which a chart is drawn is left out of it.
        if found.is_none() && !self.data.is_not_known_yet(file, &id.text) {
            let rule = match file {
                DataFile::Figures => Rule::UnknownFigure,
                DataFile::Series => Rule::UnknownSeries,
                DataFile::Sources => Rule::UnknownSource,
                DataFile::Events => Rule::UnknownEvent,
            };
            let near = likely(&id.text, ids().map(|id| (id, String::new())));
            let hint = ask(&near).unwrap_or_else(|| format!("the ids stand in {}", file.label()));
            self.error(rule, &id.bytes, format!("there is no {} `{}`", file.noun(), id.text), hint);
        }
        found
    }

    /// A period of a series in words.
    pub fn period(&self, series: SeriesKey, period: Period) -> String {
        self.data.language.period(period, self.data.naming(series))
    }

    /// How the numbers of a series are said.
    pub fn tone(&self, series: SeriesKey) -> Tone {
        Tone::of(self.data.language, self.data.series(series))
    }
}
