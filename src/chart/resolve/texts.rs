//! The author's words: worked out against what the chart shows, and their digits judged.

use super::across::{self, WordedText};
use super::board::Board;
use super::citations::Citations;
use super::column::column;
use super::desk::Desk;
use super::judged::judge;
use super::said::said_by;
use super::staying;
use crate::chart::judge::{LabelOf, Scope, TypedFault, WordJudge};
use crate::chart::spec::{AnnotationSpec, Spec, Subject, TypedText};
use crate::chart::waist::ALT_LIMIT;
use crate::chart::words::placed::closing;
use crate::chart::words::writer::TextWriter;
use crate::chart::words::written::{Worded, WordedPart};
use crate::figure::FigureKey;
use crate::locale::EN_GB;
use crate::problem::Rule;

/// Every text of the spec, worked out.
pub struct SpecTexts<'a> {
    pub title: Worded,
    pub subtitle: Option<Worded>,
    pub notes: Vec<Worded>,
    pub alt: Option<Worded>,
    /// The title of each panel; the name of its one series where there are several panels.
    pub panels: Vec<Worded>,
    /// What stands beside marks, each with its panel.
    pub annotations: Vec<(Worded, usize)>,
    /// The figures behind computed numbers.
    pub figures: Vec<FigureKey>,
    /// Each with its panel and its series.
    names: Vec<(Worded, usize, Option<&'a str>)>,
    spec: &'a Spec,
}

impl<'a> SpecTexts<'a> {
    /// Works all texts out. A function without an answer is a problem of the spec.
    pub fn write(desk: &mut Desk, spec: &'a Spec, boards: &[Board]) -> SpecTexts<'a> {
        let look = |id: &str| column(desk, boards, desk.meant(id));
        let said = |source: &str, words: &str| said_by(desk, source, words);
        let writer = TextWriter::new(desk.text, desk.data.language, &look, &said);
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
        let lines = spec.panels.iter().enumerate();
        let lines = lines.flat_map(|(at, panel)| panel.series.iter().map(move |line| (at, line)));
        let names = lines.filter_map(|(at, line)| {
            let id = match &line.subject {
                Subject::Series(id) => Some(id.text.as_str()),
                _ => None,
            };
            Some((at, line.name.as_ref()?, id))
        });
        let names = names.map(|(at, name, id)| (Worded::of(typed(desk, name)), at, id)).collect();
        let mut texts = SpecTexts {
            title: write(&spec.title),
            subtitle: spec.subtitle.as_ref().map(&mut write),
            notes: spec.notes.iter().map(&mut write).collect(),
            alt: spec.alt.as_ref().map(&mut write),
            annotations: annotations(spec).map(|(at, one)| (write(&one.text), at)).collect(),
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

    /// Tells of numbers and words that the figures of the chart do not bear out, and of an
    /// alternative text that is too long.
    pub fn judge(&self, desk: &mut Desk, boards: &[Board], citations: &Citations) {
        let headline = self.spec.subtitle.as_ref().zip(self.subtitle.as_ref());
        let headline: Vec<WordedText> =
            std::iter::once((&self.spec.title, &self.title)).chain(headline).collect();
        let panels = self.spec.panels.iter().zip(&self.panels);
        let panels = panels.filter_map(|(panel, text)| Some((panel.title.as_ref()?, text)));
        let beside = annotations(self.spec).map(|(_, one)| &one.text);
        let beside = beside.zip(self.annotations.iter().map(|(text, _)| text));
        let others = self.spec.notes.iter().zip(&self.notes).chain(panels).chain(beside);
        let others: Vec<WordedText> =
            others.chain(self.spec.alt.as_ref().zip(self.alt.as_ref())).collect();
        across::judge(desk, boards, &headline, &others);
        let chart = [Some(&self.title), self.subtitle.as_ref(), self.alt.as_ref()];
        let chart = chart.into_iter().flatten().chain(&self.notes).map(|text| (text, Scope::Chart));
        let panels = self.panels.iter().enumerate().map(|(at, text)| (text, Scope::Panel(at)));
        // What is said beside a mark is said of its series and period.
        let beside = annotations(self.spec).zip(&self.annotations);
        let beside = beside.map(|((at, one), (text, panel))| {
            let series = desk.data.find_series(&one.series.text);
            let of = series.and_then(|series| {
                let shown = boards[at].shown.iter().find(|shown| shown.series == series)?;
                let period = desk.period(series, one.period.value);
                let date = desk.data.language.description.in_period(period);
                let name = shown.called(desk);
                let at = name.len() + 1;
                Some((format!("{name} {date}, "), at..at + date.len()))
            });
            let text = of.map_or_else(|| text.clone(), |(words, date)| text.after(words, date));
            (text, *panel)
        });
        let beside: Vec<(Worded, usize)> = beside.collect();
        let names = self.names.iter().map(|(text, panel, _)| (text, Scope::Panel(*panel)));
        let names = names.chain(beside.iter().map(|(text, panel)| (text, Scope::Panel(*panel))));
        let texts = chart.chain(panels).chain(names).filter(|(text, _)| text.is_typed());
        let texts: Vec<(&Worded, Scope)> = texts.collect();
        if !texts.is_empty() || self.alt.is_some() {
            let judge = judge(desk, boards, citations, &self.figures);
            self.is_left_out(desk, &judge);
            let all = headline.iter().chain(&others).copied();
            let with_calls: Vec<_> = all.map(|text| (text, calls(&text.0.text))).collect();
            staying::tell(desk, boards, &judge, &with_calls, headline.len());
            let holds_words = desk.holds_words;
            let found = texts.into_iter().flat_map(|(text, scope)| {
                let objections = judge.objections(text, scope);
                match objections.is_empty() && holds_words {
                    true => judge.unheld(text, scope),
                    false => objections,
                }
            });
            let labels = self.labels().flat_map(|(text, of)| judge.mislabelled(text, of));
            for TypedFault { place, rule, message, hint } in found.chain(labels) {
                desk.error(rule, &place, message, hint);
            }
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

    /// What calls the chart, a panel or a series something, as far as the author typed it.
    fn labels(&self) -> impl Iterator<Item = (&Worded, LabelOf<'_>)> {
        let chart = self.subtitle.iter().chain(&self.alt).map(|text| (text, LabelOf::Chart));
        let panels = self.panels.iter().enumerate().map(|(at, text)| (text, LabelOf::Panel(at)));
        let lines = self.names.iter();
        let lines = lines.filter_map(|(text, at, id)| Some((text, LabelOf::Line(*at, (*id)?))));
        chart.chain(panels).chain(lines).filter(|(text, _)| text.is_typed())
    }

    /// Who does not see the picture is told the figures of its title.
    fn is_left_out(&self, desk: &mut Desk, judge: &WordJudge) {
        let (Some(alt), Some(text)) = (&self.alt, &self.spec.alt) else { return };
        let calls = calls(&self.spec.title.text);
        let left_out = judge.left_out(&self.title, &calls, alt);
        if left_out.is_empty() {
            return;
        }
        let said: Vec<String> = left_out.iter().map(|one| format!("`{}`", one.said)).collect();
        let message = format!(
            "the title says {}, and who is read `alt` instead of the picture is not told",
            EN_GB.list(&said)
        );
        let calls: Vec<&str> = left_out.iter().map(|one| one.call.as_str()).collect();
        desk.error(Rule::AltFigures, &text.bytes, message, format!("say {}", EN_GB.list(&calls)));
    }
}

/// What a spec says beside marks, each with its panel.
pub fn annotations(spec: &Spec) -> impl Iterator<Item = (usize, &AnnotationSpec)> {
    let panels = spec.panels.iter().enumerate();
    panels.flat_map(|(at, panel)| panel.annotations.iter().map(move |one| (at, one)))
}

/// The functions of a text, with their braces.
fn calls(text: &str) -> Vec<&str> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(opened) = text[at..].find("{{").map(|place| at + place) {
        let Some(closed) = closing(text, opened + 2) else { break };
        at = closed + 2;
        found.push(&text[opened..at]);
    }
    found
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
