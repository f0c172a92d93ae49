//! From a text with functions to what is written.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use super::caveats::{Around, with_caveats};
use super::compare::compare;
use super::engine::{Call, Engine, TOKEN, usage};
use super::known::{KnownNumber, KnownSeries};
use super::no_answer::{NoAnswer, no_answer};
use super::placed::{InSpec, closing};
use super::written::{Worded, WordedPart};
use crate::chart::spec::TypedText;
use crate::chart::tone::Tone;
use crate::dataset::period_hint::typed_period_hint;
use crate::figure::{FigureKey, Frequency, Period, PeriodError, Quantity, Side, Span, Tie};
use crate::locale::Language;
use crate::nearest::nearest;

/// Writes texts. `look` gives what is known of a series by its id, and `said_by` the figure in whose
/// row a source, named by its id, says some words.
pub struct TextWriter<'w> {
    /// The whole spec.
    spec: &'w str,
    language: &'static Language,
    look: &'w dyn Fn(&str) -> Result<KnownSeries, NoAnswer>,
    said_by: &'w dyn Fn(&str, &str) -> Result<FigureKey, NoAnswer>,
    /// Made when the first function is met.
    engine: OnceCell<Engine>,
    /// What was looked up already: each by what it was asked for.
    known: RefCell<Vec<(String, Rc<KnownSeries>)>>,
}

fn unclosed<T>() -> Result<T, NoAnswer> {
    no_answer("`{{` is not closed", "write }} after the function")
}

/// Where a text goes wrong.
pub type Mistake = (Range<usize>, NoAnswer);

impl<'w> TextWriter<'w> {
    pub fn new(
        spec: &'w str,
        language: &'static Language,
        look: &'w dyn Fn(&str) -> Result<KnownSeries, NoAnswer>,
        said_by: &'w dyn Fn(&str, &str) -> Result<FigureKey, NoAnswer>,
    ) -> TextWriter<'w> {
        let known = RefCell::default();
        TextWriter { spec, language, look, said_by, engine: OnceCell::new(), known }
    }

    /// Works a text out. What has no answer is left out of it, and told.
    pub fn write(&self, text: &TypedText) -> (Worded, Vec<Mistake>) {
        let (mut written, mut mistakes) = (Worded::default(), Vec::new());
        let source = InSpec::new(self.spec, text);
        let around = Around::of(&text.text);
        let mut at = 0;
        while let Some(opened) = text.text[at..].find("{{").map(|found| at + found) {
            self.typed(&source, at..opened, &mut written, &mut mistakes);
            let Some(closed) = closing(&text.text, opened + 2) else {
                let bytes = source.bytes(opened..opened + 2).0;
                mistakes.extend(unclosed::<()>().err().map(|reason| (bytes, reason)));
                return (written, mistakes);
            };
            let (bytes, _) = source.bytes(opened..closed + 2);
            match self.evaluate(&text.text[opened + 2..closed], &bytes, (&around, opened)) {
                Ok(more) => written.append(more),
                Err(reason) => mistakes.push((bytes, reason)),
            }
            at = closed + 2;
        }
        self.typed(&source, at..text.text.len(), &mut written, &mut mistakes);
        (written, mistakes)
    }

    /// The answer of the one function whose braces open here.
    pub fn answer_at(&self, text: &TypedText, opened: usize) -> Result<Worded, NoAnswer> {
        let Some(closed) = closing(&text.text, opened + 2) else { return unclosed() };
        let around = Around::of(&text.text);
        let bytes = InSpec::new(self.spec, text).bytes(opened..closed + 2).0;
        self.evaluate(&text.text[opened + 2..closed], &bytes, (&around, opened))
    }

    /// The whole text, and which of its parts are the answer of the function whose braces open here.
    /// What has no answer, or is another program's, is left out.
    pub fn write_around(&self, text: &TypedText, opened: usize) -> (Worded, Range<usize>) {
        let (mut written, mut own) = (Worded::default(), 0..0);
        let source = InSpec::new(self.spec, text);
        let mut at = 0;
        while let Some(start) = text.text[at..].find("{{").map(|found| at + found) {
            self.typed(&source, at..start, &mut written, &mut Vec::new());
            let Some(closed) = closing(&text.text, start + 2) else { return (written, own) };
            if let Ok(more) = self.answer_at(text, start) {
                let first = written.parts.len();
                written.append(more);
                own = if start == opened { first..written.parts.len() } else { own };
            }
            at = closed + 2;
        }
        self.typed(&source, at..text.text.len(), &mut written, &mut Vec::new());
        (written, own)
    }

    fn typed(
        &self,
        source: &InSpec,
        range: Range<usize>,
        written: &mut Worded,
        mistakes: &mut Vec<Mistake>,
    ) {
        let text = &source.text[range.clone()];
        for sign in ["{%", "{#", "}}"] {
            if let Some(found) = text.find(sign).map(|found| range.start + found) {
                let (bytes, _) = source.bytes(found..found + 2);
                let message = format!("`{sign}` has no meaning here");
                let hint = "only {{ function(\"series\") }} is understood".to_string();
                mistakes.push((bytes, NoAnswer { message, hint }));
            }
        }
        if !text.is_empty() {
            let (bytes, exact) = source.bytes(range);
            written.parts.push(WordedPart::Typed { text: text.to_string(), bytes, exact });
        }
    }

    fn evaluate(
        &self,
        expression: &str,
        bytes: &Range<usize>,
        place: (&Around, usize),
    ) -> Result<Worded, NoAnswer> {
        let engine = self.engine.get_or_init(Engine::new);
        let (text, calls) = engine.run(expression.trim())?;
        let mut written = Worded::default();
        let mut typed = String::new();
        let flush = |typed: &mut String, parts: &mut Vec<WordedPart>| {
            if !typed.is_empty() {
                let text = std::mem::take(typed);
                parts.push(WordedPart::Typed { text, bytes: bytes.clone(), exact: false });
            }
        };
        for letter in text.chars() {
            let token = (letter as u32).checked_sub(TOKEN).map(|at| at as usize);
            let Some(call) = token.and_then(|at| calls.get(at)) else {
                typed.push(letter);
                continue;
            };
            flush(&mut typed, &mut written.parts);
            let (part, figures) = self.answer(call, place)?;
            if let ("latest" | "first" | "value" | "target", [figure]) = (call.name, &figures[..]) {
                written.values.push((written.parts.len(), *figure));
            }
            if figures.is_empty() {
                written.counts.push(written.parts.len());
            }
            if let Some(ends) = self.ends_of(call) {
                written.compared.push((written.parts.len(), ends));
            }
            written.parts.push(part);
            written.figures.extend(figures);
        }
        flush(&mut typed, &mut written.parts);
        Ok(written)
    }

    /// What is known of a series, looked up once.
    fn series(&self, id: &str) -> Result<Rc<KnownSeries>, NoAnswer> {
        let known = self.known.borrow().iter().find(|(asked, _)| asked == id).cloned();
        if let Some((_, known)) = known {
            return Ok(known);
        }
        let found = Rc::new((self.look)(id)?);
        self.known.borrow_mut().push((id.to_string(), Rc::clone(&found)));
        Ok(found)
    }

    /// The days of the two figures that a function compares.
    fn ends_of(&self, call: &Call) -> Option<[Span; 2]> {
        let compares = matches!(call.name, "times" | "change" | "rise" | "fall" | "difference");
        let [id, from, to] = &call.arguments[..] else { return None };
        let column = self.series(id).ok().filter(|_| compares)?;
        let days = |period: &str| Some(self.at(&column, period).ok()?.period.span());
        Some([days(from)?, days(to)?])
    }

    fn answer(
        &self,
        call: &Call,
        place: (&Around, usize),
    ) -> Result<(WordedPart, Vec<FigureKey>), NoAnswer> {
        let arguments: Vec<&str> = call.arguments.iter().map(String::as_str).collect();
        if call.name == "sources" && arguments.is_empty() {
            return Ok((WordedPart::Sources, Vec::new()));
        }
        let usage = usage(call.name);
        let series = |id: &str| self.series(id);
        let (text, figures) = match (call.name, &arguments[..]) {
            ("latest" | "first", [id]) => {
                let column = series(id)?;
                let known = end(&column, call.name == "latest")?;
                (self.said(&column, known, place), vec![known.figure])
            }
            ("value", [id, period]) => {
                let column = series(id)?;
                let known = self.at(&column, period)?;
                (self.said(&column, known, place), vec![known.figure])
            }
            ("period" | "latest_period", [id]) => {
                let column = series(id)?;
                let known = end(&column, true)?;
                (self.language.period(known.period, column.naming), vec![known.figure])
            }
            ("period", [id, period]) => {
                let column = series(id)?;
                let known = self.at(&column, period)?;
                (self.language.period(known.period, column.naming), vec![known.figure])
            }
            ("target", [id, period]) => {
                let column = series(id)?;
                let known = self.aim(&column, period)?;
                let aimed = self.language.answers.target_of(self.number(&column, known));
                let counted =
                    KnownNumber { status: known.status.without_target(), ..known.clone() };
                let said = with_caveats(self.language, aimed, &column, &[&counted], place);
                (said, vec![known.figure])
            }
            ("said", [source, words]) => {
                let figure = (self.said_by)(source, words)?;
                (self.language.answers.quoted(words.trim()), vec![figure])
            }
            ("name", [id]) => (series(id)?.called.clone(), Vec::new()),
            ("place", [id]) => (place_of(&*series(id)?)?, Vec::new()),
            ("sources", [id]) => (series(id)?.sources.to_string(), Vec::new()),
            ("sources", [id, period]) => {
                let column = series(id)?;
                (self.at(&column, period)?.sources.to_string(), Vec::new())
            }
            ("times" | "change" | "rise" | "fall" | "difference", [id, from, to]) => {
                let column = series(id)?;
                let (from, to) = (self.at(&column, from)?, self.at(&column, to)?);
                let said = compare(self.language, call.name, &column, from, to)?;
                let said = with_caveats(self.language, said, &column, &[from, to], place);
                (said, vec![from.figure, to.figure])
            }
            _ => {
                let message = format!("`{}` is given {} words", call.name, arguments.len());
                return no_answer(message, format!("write {usage}"));
            }
        };
        Ok((WordedPart::Computed(text), figures))
    }

    /// What was counted in a period or, where nothing was, what is aimed at for it.
    fn at<'c>(&self, column: &'c KnownSeries, period: &str) -> Result<&'c KnownNumber, NoAnswer> {
        if let Some(last) = is_an_end(period) {
            return end(column, last);
        }
        let all: Vec<&KnownNumber> = column.known.iter().chain(&column.targets).collect();
        let message = || format!("`{}` has no number for {period}", column.id);
        among(&all, column, period, message)
    }

    fn aim<'c>(&self, column: &'c KnownSeries, period: &str) -> Result<&'c KnownNumber, NoAnswer> {
        let wanted = match is_an_end(period) {
            Some(true) => column.targets.last(),
            Some(false) => column.targets.first(),
            None => None,
        };
        if let Some(known) = wanted {
            return Ok(known);
        }
        let all: Vec<&KnownNumber> = column.targets.iter().collect();
        among(&all, column, period, || format!("`{}` has no target for {period}", column.id))
    }

    fn said(&self, column: &KnownSeries, known: &KnownNumber, place: (&Around, usize)) -> String {
        let mut number = self.number(column, known);
        // `about {{ latest("s") }}`: the author has said it
        if let Quantity::One { side, value } = known.quantity
            && side != Side::Exact
            && place.0.side_before(place.1) == Some(side)
        {
            let tone = Tone::new(self.language, column.nature, column.form);
            let bare = tone.label(&Side::Exact.of(value), known.derived);
            number = if number.ends_with(&bare) { bare } else { number };
        }
        with_caveats(self.language, number, column, &[known], place)
    }

    fn number(&self, column: &KnownSeries, known: &KnownNumber) -> String {
        let tone = Tone::new(self.language, column.nature, column.form);
        let said = tone.sentence(&known.quantity, known.derived);
        self.language.averaged(said, known.averaged)
    }
}

fn place_of(column: &KnownSeries) -> Result<String, NoAnswer> {
    match column.place.is_empty() {
        false => Ok(column.place.clone()),
        true => no_answer(
            format!("`{}` has no geography", column.id),
            "say where it counts in its row of data/series.csv, or leave the function out",
        ),
    }
}

/// `latest` or `first` in the place of a period: the last, or the first?
fn is_an_end(period: &str) -> Option<bool> {
    match period {
        "latest" => Some(true),
        "first" => Some(false),
        _ => None,
    }
}

/// The last or the first number, by the start of its period and then its end. A forecast is
/// no latest figure, and neither is a target.
fn end(column: &KnownSeries, last: bool) -> Result<&KnownNumber, NoAnswer> {
    let stated = column.known.iter().filter(|known| !known.status.is_forecast());
    let order = |known: &&KnownNumber| known.period.span();
    match if last { stated.max_by_key(order) } else { stated.min_by_key(order) } {
        Some(known) => Ok(known),
        None if !column.targets.is_empty() => no_answer(
            format!("`{}` has targets only, and a target is no latest or first figure", column.id),
            format!("write {}, with the period of the target", usage("value")),
        ),
        None => no_answer(format!("`{}` has no number", column.id), "name another series"),
    }
}

/// The year of a series that a text such as `2017/18` means, whenever its years start.
fn year_meant(all: &[&KnownNumber], error: &PeriodError) -> Option<Period> {
    let PeriodError::YearOrMonth { financial, .. } = error else { return None };
    let start = Period::parse(financial).ok()?.span().start.year();
    let is_year = |span: Span| Frequency::of(span).months() == Some(12);
    let own = all.iter().map(|known| known.period);
    let meant = |own: &Period| {
        let Span { start: first, end: last } = own.span();
        first.year() == start && last.year() == start + 1 && is_year(own.span())
    };
    own.into_iter().find(meant)
}

/// The first of them for a period.
fn among<'c>(
    all: &[&'c KnownNumber],
    column: &KnownSeries,
    period: &str,
    message: impl Fn() -> String,
) -> Result<&'c KnownNumber, NoAnswer> {
    let wanted = match Period::parse(period) {
        Ok(wanted) => wanted,
        Err(error) => {
            let own = year_meant(all, &error).map(|own| format!("write \"{own}\""));
            let hint = own.unwrap_or_else(|| typed_period_hint(period, &error));
            return no_answer(format!("`{period}` {error}"), hint);
        }
    };
    let ends = |period: Period| (period.first_unit().span(), period.last_unit().span());
    let same = |known: &&&KnownNumber| {
        known.period.span() == wanted.span()
            && (column.nature.tie() != Tie::Step || ends(known.period) == ends(wanted))
    };
    if let Some(known) = all.iter().find(same) {
        return Ok(known);
    }
    let periods: Vec<String> = all.iter().map(|known| known.period.to_string()).collect();
    let hint = match nearest(period, periods.iter().map(String::as_str)) {
        Some(near) => format!("the nearest is \"{near}\""),
        None => match &periods[..] {
            [] => "it has none".to_string(),
            [first, .., last] => format!("it has periods from \"{first}\" to \"{last}\""),
            [one] => format!("it has \"{one}\""),
        },
    };
    no_answer(message(), hint)
}
