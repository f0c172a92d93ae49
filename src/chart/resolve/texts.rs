//! The author's words: worked out against what the chart shows, and their digits judged.

use super::across::{self, WordedText};
use super::board::Board;
use super::citations::Citations;
use super::column::column;
use super::desk::Desk;
use crate::chart::literal::{self, Allowed};
use crate::chart::spec::{Spec, TypedText};
use crate::chart::waist::ALT_LIMIT;
use crate::chart::words::writer::TextWriter;
use crate::chart::words::written::{Worded, WordedPart};
use crate::figure::{FigureKey, SeriesKey};
use crate::problem::Rule;

/// Every text of the spec, worked out.
pub struct SpecTexts<'a> {
    pub title: Worded,
    pub subtitle: Option<Worded>,
    pub notes: Vec<Worded>,
    pub alt: Option<Worded>,
    /// The title of each panel; the name of its one series where there are several panels.
    pub panels: Vec<Worded>,
    /// The figures behind computed numbers.
    pub figures: Vec<FigureKey>,
    names: Vec<Worded>,
    spec: &'a Spec,
}

impl<'a> SpecTexts<'a> {
    /// Works all texts out. A function without an answer is a problem of the spec.
    pub fn write(desk: &mut Desk, spec: &'a Spec, boards: &[Board]) -> SpecTexts<'a> {
        let look = |id: &str| column(desk, boards, id);
        let writer = TextWriter::new(desk.text, desk.data.language, &look);
        let mut mistakes = Vec::new();
        let mut figures = Vec::new();
        let mut write = |text: &TypedText| {
            let (written, more) = writer.write(text);
            mistakes.extend(more);
            figures.extend(written.figures.iter().copied());
            written
        };
        let several = boards.len() > 1;
        let panels = boards.iter().map(|board| match (&board.spec.title, &board.shown[..]) {
            (Some(title), _) => write(title),
            (None, [one]) if several => computed(one.called(desk)),
            (None, _) => match board.claims.as_ref().filter(|_| several) {
                Some(claims) => {
                    let title = &desk.data.series(claims.series).title;
                    computed(&format!("{title}, {}", desk.period(claims.series, claims.period)))
                }
                None => Worded::default(),
            },
        });
        let panels = panels.collect();
        let lines = spec.panels.iter().flat_map(|panel| &panel.series);
        let names = lines.filter_map(|line| line.name.as_ref());
        let names = names.map(|name| Worded::of(typed(desk, name)));
        let names = names.collect();
        let mut texts = SpecTexts {
            title: write(&spec.title),
            subtitle: spec.subtitle.as_ref().map(&mut write),
            notes: spec.notes.iter().map(&mut write).collect(),
            alt: spec.alt.as_ref().map(&mut write),
            panels,
            figures: Vec::new(),
            names,
            spec,
        };
        texts.figures = figures;
        for (bytes, reason) in mistakes {
            desk.error(Rule::Words, &bytes, reason.message, reason.hint);
        }
        texts
    }

    /// Tells of digits that nobody but the author vouches for, and of an alternative text that
    /// is too long.
    pub fn judge(&self, desk: &mut Desk, boards: &[Board], citations: &Citations) {
        let headline = self.spec.subtitle.as_ref().zip(self.subtitle.as_ref());
        let headline: Vec<WordedText> =
            std::iter::once((&self.spec.title, &self.title)).chain(headline).collect();
        let panels = self.spec.panels.iter().zip(&self.panels);
        let panels = panels.filter_map(|(panel, text)| Some((panel.title.as_ref()?, text)));
        let others = self.spec.notes.iter().zip(&self.notes).chain(panels);
        let others: Vec<WordedText> =
            others.chain(self.spec.alt.as_ref().zip(self.alt.as_ref())).collect();
        across::judge(desk, boards, &headline, &others);
        let texts = [Some(&self.title), self.subtitle.as_ref(), self.alt.as_ref()];
        let texts = texts.into_iter().flatten().chain(&self.notes).chain(&self.panels);
        let texts = texts.chain(&self.names).filter(|text| text.may_type_a_number());
        let texts: Vec<&Worded> = texts.collect();
        let allowed = match texts.is_empty() {
            true => Allowed::nothing(desk.data.language.typed),
            false => allowed(desk, boards, citations, &self.figures),
        };
        let series = boards.iter().flat_map(|board| &board.shown).next();
        let id = series.map_or("series", |shown| &shown.layer.series);
        for (bytes, digits) in texts.iter().flat_map(|text| allowed.refused(text)) {
            let sign = literal::is_sign(&digits);
            let message = match digits.contains(char::is_numeric) {
                true => format!("`{digits}` is typed, and is no value, date or name of this chart"),
                false if sign => format!(
                    "`{digits}` stands before a number that is worked out, and brings its own sign"
                ),
                false => format!("`{digits}` makes another number of the one worked out before it"),
            };
            let hint = match sign {
                true => format!("take the `{digits}` out"),
                false => format!("let it be computed, as in {{{{ latest(\"{id}\") }}}}"),
            };
            desk.error(Rule::TypedNumber, &bytes, message, hint);
        }
        if let (Some(alt), Some(text)) = (&self.alt, &self.spec.alt) {
            let length = alt.text(citations.len()).chars().count();
            if length > ALT_LIMIT {
                let message = format!("`alt` has {length} characters");
                let hint =
                    format!("one sentence of at most {ALT_LIMIT}; the rest is in the description");
                desk.error(Rule::WrongValue, &text.bytes, message, hint);
            }
        }
    }
}

fn computed(text: &str) -> Worded {
    Worded::of(vec![WordedPart::Computed(text.to_string())])
}

/// A name is shown as it is typed: it cannot compute.
fn typed(desk: &Desk, name: &TypedText) -> Vec<WordedPart> {
    let raw = desk.text.get(name.bytes.clone()).unwrap_or_default();
    let start = raw.find(&name.text).map(|found| name.bytes.start + found);
    let (bytes, exact) = match start {
        Some(start) => (start..start + name.text.len(), true),
        None => (name.bytes.clone(), false),
    };
    vec![WordedPart::Typed { text: name.text.clone(), bytes, exact }]
}

/// What typed digits may be: the values, dates and names of the chart.
fn allowed(desk: &Desk, boards: &[Board], citations: &Citations, words: &[FigureKey]) -> Allowed {
    let data = desk.data;
    let mut allowed = Allowed::nothing(desk.data.language.typed);
    let mut series: Vec<SeriesKey> = Vec::new();
    for board in boards {
        for shown in &board.shown {
            series.push(shown.series);
            let tone = shown.tone(desk);
            let form = data.series(shown.series).form();
            for point in shown.layer.marks() {
                let drawn = [point.quantity.clone(), tone.rounded(&point.quantity, point.derived)];
                let numbers = drawn.iter().flat_map(|quantity| quantity.numbers());
                allowed.values.extend(numbers.map(|number| (number, form)));
            }
            for observed in shown.drawn().chain(&shown.gaps) {
                allowed.period(observed.period, data.years(shown.series));
            }
        }
        for change in &board.changes {
            series.extend([change.on, data.figure(change.figure).series]);
            allowed.period(data.figure(change.figure).period, data.years(change.on));
            let (level, stated) = (data.series(change.on).form(), data.figure(change.figure));
            for point in &change.layer.points {
                let tone = desk.tone(change.on);
                let rounded = tone.rounded(&point.quantity, point.derived);
                allowed.values.extend(rounded.numbers().into_iter().map(|n| (n, level)));
            }
            let form = data.series(stated.series).form();
            let rounded = stated
                .quantity()
                .map(|quantity| desk.tone(stated.series).rounded(quantity, stated.is_derived()));
            let numbers = rounded.into_iter().flat_map(|quantity| quantity.numbers());
            allowed.values.extend(numbers.map(|number| (number, form)));
        }
        if let Some(claims) = &board.claims {
            series.push(claims.series);
            allowed.period(claims.period, data.years(claims.series));
            let form = data.series(claims.series).form();
            for figure in claims.figures().map(|key| data.figure(key)) {
                let rounded = figure
                    .quantity()
                    .map(|quantity| claims.tone(desk).rounded(quantity, figure.is_derived()));
                let numbers = rounded.into_iter().flat_map(|quantity| quantity.numbers());
                allowed.values.extend(numbers.map(|number| (number, form)));
            }
        }
        let shown = board.shown.first();
        let years = shown.map_or(data.years, |shown| data.years(shown.series));
        let window = [&board.spec.from, &board.spec.to].into_iter().flatten();
        window.for_each(|at| allowed.period(at.value, years));
        for event in board.all_events().map(|key| data.event(key)) {
            allowed.period(event.date, data.years);
            allowed.names.push(event.label.to_string());
        }
    }
    for figure in words {
        allowed.period(data.figure(*figure).period, data.years(data.figure(*figure).series));
        series.push(data.figure(*figure).series);
    }
    let names = |key: &SeriesKey| {
        let series = data.series(*key);
        [series.title.to_string(), series.unit.to_string()]
    };
    allowed.names.extend(series.iter().flat_map(names));
    for source in citations.sources() {
        if let Some(source) = data.find_source(source).map(|key| data.source(key)) {
            let names = [&source.publisher, &source.title, &source.container];
            allowed.names.extend(names.map(|name| name.to_string()));
        }
    }
    allowed
}
