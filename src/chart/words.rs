//! Rule 8: words may compute. Between `{{` and `}}` stand the functions latest, first, value,
//! times, change, difference and sources; everything else is typed, and its digits are judged by
//! [`literal`](super::literal).

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use minijinja::value::{Rest, Value};
use minijinja::{Environment, ErrorKind};
use rust_decimal::Decimal;

use super::spec::Text;
use super::tone::Tone;
use crate::figure::{Day, FigureKey, Kind, Nature, Period, Quantity, Side, Sided, Status};
use crate::locale::numbers::{self, Towards};
use crate::locale::{dates, words};
use crate::nearest::nearest;

/// One number that words may use.
#[derive(Clone, Debug)]
pub struct Known {
    pub period: Period,
    pub figure: FigureKey,
    pub quantity: Quantity,
    pub derived: bool,
    pub status: Status,
    /// How many sources state it.
    pub sources: usize,
}

/// What words may say of one series, in time.
#[derive(Clone, Debug)]
pub struct Column {
    pub id: String,
    pub nature: Nature,
    pub known: Vec<Known>,
    /// The day that a break lies before, and its reason.
    pub breaks: Vec<(Day, String)>,
    /// How many sources state any of it.
    pub sources: usize,
}

/// Why a function has no answer, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer {
    pub message: String,
    pub hint: String,
}

fn no_answer<T>(message: impl Into<String>, hint: impl Into<String>) -> Result<T, NoAnswer> {
    Err(NoAnswer { message: message.into(), hint: hint.into() })
}

/// A text of the spec with its functions worked out.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub parts: Vec<Part>,
    /// The figures behind the numbers.
    pub figures: Vec<FigureKey>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Typed by the author. `exact` says that the bytes are those of the text, letter by letter.
    Typed {
        text: String,
        bytes: Range<usize>,
        exact: bool,
    },
    Computed(String),
    /// The number of sources of the chart, which is known only in the end.
    Sources,
}

impl Written {
    pub fn has_typed_digits(&self) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Typed { text, .. } => text.chars().any(char::is_numeric),
            _ => false,
        })
    }

    pub fn text(&self, sources: usize) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Typed { text, .. } | Part::Computed(text) => text.clone(),
            Part::Sources => sources.to_string(),
        });
        parts.collect()
    }
}

/// Writes texts. `look` gives what is known of a series by its id.
pub struct Writer<'w> {
    /// The whole spec.
    spec: &'w str,
    financial_month: u32,
    look: &'w dyn Fn(&str) -> Result<Column, NoAnswer>,
    /// Made when the first function is met.
    engine: OnceCell<Engine>,
}

/// Where a text goes wrong.
pub type Mistake = (Range<usize>, NoAnswer);

impl<'w> Writer<'w> {
    pub fn new(
        spec: &'w str,
        financial_month: u32,
        look: &'w dyn Fn(&str) -> Result<Column, NoAnswer>,
    ) -> Writer<'w> {
        Writer { spec, financial_month, look, engine: OnceCell::new() }
    }

    /// Works a text out. What has no answer is left out of it, and told.
    pub fn write(&self, text: &Text) -> (Written, Vec<Mistake>) {
        let (mut written, mut mistakes) = (Written::default(), Vec::new());
        let source = Source::new(self.spec, text);
        let mut at = 0;
        while let Some(opened) = text.text[at..].find("{{").map(|found| at + found) {
            self.typed(&source, at..opened, &mut written, &mut mistakes);
            let Some(closed) = closing(&text.text, opened + 2) else {
                let bytes = source.bytes(opened..opened + 2).0;
                let reason = no_answer::<()>("`{{` is not closed", "write }} after the function");
                mistakes.extend(reason.err().map(|reason| (bytes, reason)));
                return (written, mistakes);
            };
            let (bytes, _) = source.bytes(opened..closed + 2);
            match self.evaluate(&text.text[opened + 2..closed], &bytes) {
                Ok(mut more) => {
                    written.parts.append(&mut more.parts);
                    written.figures.append(&mut more.figures);
                }
                Err(reason) => mistakes.push((bytes, reason)),
            }
            at = closed + 2;
        }
        self.typed(&source, at..text.text.len(), &mut written, &mut mistakes);
        (written, mistakes)
    }

    fn typed(
        &self,
        source: &Source,
        range: Range<usize>,
        written: &mut Written,
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
            written.parts.push(Part::Typed { text: text.to_string(), bytes, exact });
        }
    }

    fn evaluate(&self, expression: &str, bytes: &Range<usize>) -> Result<Written, NoAnswer> {
        let engine = self.engine.get_or_init(Engine::new);
        let (text, calls) = engine.run(expression.trim())?;
        let mut written = Written::default();
        let mut typed = String::new();
        let flush = |typed: &mut String, parts: &mut Vec<Part>| {
            if !typed.is_empty() {
                let text = std::mem::take(typed);
                parts.push(Part::Typed { text, bytes: bytes.clone(), exact: false });
            }
        };
        for letter in text.chars() {
            let token = (letter as u32).checked_sub(TOKEN).map(|at| at as usize);
            let Some(call) = token.and_then(|at| calls.get(at)) else {
                typed.push(letter);
                continue;
            };
            flush(&mut typed, &mut written.parts);
            let (part, figures) = self.answer(call)?;
            written.parts.push(part);
            written.figures.extend(figures);
        }
        flush(&mut typed, &mut written.parts);
        Ok(written)
    }

    fn answer(&self, call: &Call) -> Result<(Part, Vec<FigureKey>), NoAnswer> {
        let arguments: Vec<&str> = call.arguments.iter().map(String::as_str).collect();
        if call.name == "sources" && arguments.is_empty() {
            return Ok((Part::Sources, Vec::new()));
        }
        let usage = usage(call.name);
        let series = |id: &str| (self.look)(id);
        let (text, figures) = match (call.name, &arguments[..]) {
            ("latest", [id]) => self.end(&series(id)?, true)?,
            ("first", [id]) => self.end(&series(id)?, false)?,
            ("value", [id, period]) => {
                let column = series(id)?;
                let known = self.at(&column, period)?;
                (said(&column, known), vec![known.figure])
            }
            ("sources", [id]) => (series(id)?.sources.to_string(), Vec::new()),
            ("sources", [id, period]) => {
                let column = series(id)?;
                (self.at(&column, period)?.sources.to_string(), Vec::new())
            }
            ("times" | "change" | "difference", [id, from, to]) => {
                let column = series(id)?;
                let (from, to) = (self.at(&column, from)?, self.at(&column, to)?);
                {
                    let said = self.compare(call.name, &column, from, to)?;
                    let caveat = caveat(&[from.status, to.status]);
                    (format!("{said}{caveat}"), vec![from.figure, to.figure])
                }
            }
            _ => {
                let message = format!("`{}` is given {} words", call.name, arguments.len());
                return no_answer(message, format!("write {usage}"));
            }
        };
        Ok((Part::Computed(text), figures))
    }

    /// The last or the first number, by the start of its period and then its end. A forecast is
    /// no latest figure.
    fn end(&self, column: &Column, last: bool) -> Result<(String, Vec<FigureKey>), NoAnswer> {
        let stated = column.known.iter().filter(|known| !known.status.is_forecast());
        let order = |known: &&Known| known.period.span();
        let found = if last { stated.max_by_key(order) } else { stated.min_by_key(order) };
        match found {
            Some(known) => Ok((said(column, known), vec![known.figure])),
            None => no_answer(format!("`{}` has no number", column.id), "name another series"),
        }
    }

    fn at<'c>(&self, column: &'c Column, period: &str) -> Result<&'c Known, NoAnswer> {
        let wanted = match Period::parse(period) {
            Ok(wanted) => wanted,
            Err(error) => return no_answer(format!("`{period}` {error}"), error.hint()),
        };
        let ends = |period: Period| (period.first_unit().span(), period.last_unit().span());
        let same = |known: &&Known| {
            known.period.span() == wanted.span()
                && (column.nature != Nature::Change || ends(known.period) == ends(wanted))
        };
        if let Some(known) = column.known.iter().find(same) {
            return Ok(known);
        }
        let periods: Vec<String> =
            column.known.iter().map(|known| known.period.to_string()).collect();
        let hint = match nearest(period, periods.iter().map(String::as_str)) {
            Some(near) => format!("the nearest is \"{near}\""),
            None => match &periods[..] {
                [] => "it has none".to_string(),
                [first, .., last] => format!("it has periods from \"{first}\" to \"{last}\""),
                [one] => format!("it has \"{one}\""),
            },
        };
        no_answer(format!("`{}` has no number for {period}", column.id), hint)
    }

    fn compare(
        &self,
        function: &str,
        column: &Column,
        from: &Known,
        to: &Known,
    ) -> Result<String, NoAnswer> {
        self.comparable(column, from, to)?;
        let number = |known: &Known| match Sided::of(&known.quantity) {
            Some(found) => Ok(found),
            None => no_answer(
                format!("the figure for {} is a range, which has no one value", self.said(known)),
                "say both ends, as {{ value(\"series\", \"period\") }} does",
            ),
        };
        let (base, reached) = (number(from)?, number(to)?);
        let both_ways = || {
            no_answer(
                format!(
                    "{} and {} are two bounds, so nobody knows which way it went",
                    words::quantity(&from.quantity, |number, _| numbers::full(number)),
                    words::quantity(&to.quantity, |number, _| numbers::full(number)),
                ),
                "compare figures that are exact, or about",
            )
        };
        if function == "difference" {
            let difference = in_range(reached.minus(base))?;
            let Some(side) = difference.side else { return both_ways() };
            let derived = from.derived || to.derived;
            return Ok(difference_said(column.nature, difference.number, side, derived));
        }
        if base.number <= Decimal::ZERO || reached.number < Decimal::ZERO {
            return no_answer(
                format!("{function} needs numbers above zero"),
                "write {{ difference(\"series\", \"from\", \"to\") }}",
            );
        }
        let quotient = in_range(reached.over(base))?;
        let Some(side) = quotient.side else { return both_ways() };
        let quotient = quotient.number;
        if function == "times" {
            let mut rounded = numbers::significant(quotient, 2, towards(side)).normalize();
            if rounded != quotient && rounded.mantissa().unsigned_abs() < 10 {
                // `about 3.0 times`: the second figure is told also where it is nothing.
                rounded.rescale(rounded.scale() + 1);
            }
            return Ok(format!("{} times", qualified(side, rounded, quotient, "")));
        }
        let percent = in_range(
            quotient.checked_sub(Decimal::ONE).and_then(|n| n.checked_mul(Decimal::ONE_HUNDRED)),
        )?;
        let rounded = percent.round_dp_with_strategy(0, towards(side).strategy()).normalize();
        Ok(qualified(side, rounded, percent, "%"))
    }

    /// Not across a break, and no count of a month against one of a year.
    fn comparable(&self, column: &Column, from: &Known, to: &Known) -> Result<(), NoAnswer> {
        let (first, last) = match from.period.span() <= to.period.span() {
            true => (from.period.span(), to.period.span()),
            false => (to.period.span(), from.period.span()),
        };
        let between =
            column.breaks.iter().find(|(day, _)| first.start < *day && *day <= last.start);
        if let Some((_, reason)) = between {
            let reason = reason.trim_end_matches('.');
            return no_answer(
                format!("a break lies between {} and {}: {reason}", self.said(from), self.said(to)),
                "compare figures on one side of the break",
            );
        }
        let kind = |known: &Known| known.period.kind(self.financial_month);
        let different = kind(from) != kind(to) || kind(from) == Kind::Days;
        if column.nature == Nature::Flow && different {
            return no_answer(
                format!("{} and {} are periods of different kind", self.said(from), self.said(to)),
                "compare counts over the same kind of period",
            );
        }
        Ok(())
    }

    fn said(&self, known: &Known) -> String {
        dates::period(known.period, self.financial_month)
    }
}

fn said(column: &Column, known: &Known) -> String {
    let said = Tone::of(column.nature).sentence(&known.quantity, known.derived);
    format!("{said}{}", caveat(&[known.status]))
}

/// What a number must not be said without: ` (forecast)`.
pub(crate) fn caveat(statuses: &[Status]) -> &'static str {
    let any = |is: fn(Status) -> bool| statuses.iter().any(|status| is(*status));
    match (any(Status::is_forecast), any(Status::is_provisional)) {
        (true, _) => " (forecast)",
        (_, true) => " (provisional)",
        _ => "",
    }
}

fn in_range<N>(number: Option<N>) -> Result<N, NoAnswer> {
    match number {
        Some(number) => Ok(number),
        None => no_answer("the result has too many digits", "compare other figures"),
    }
}

fn towards(side: Side) -> Towards {
    match side {
        Side::AtLeast => Towards::Lower,
        Side::AtMost => Towards::Upper,
        Side::Exact | Side::About => Towards::Nearest,
    }
}

/// A result with its qualifier; what rounding changed is about.
fn qualified(side: Side, rounded: Decimal, result: Decimal, unit: &str) -> String {
    let side = if side == Side::Exact && rounded != result { Side::About } else { side };
    words::quantity(&side.qualify(rounded), |number, _| format!("{}{unit}", numbers::full(number)))
}

fn difference_said(nature: Nature, difference: Decimal, side: Side, derived: bool) -> String {
    let tone = Tone::of(nature).without_percent();
    let rounded = tone.rounded(&side.qualify(difference), derived);
    let value = rounded.value().unwrap_or(difference);
    let said = |side: Side| tone.label(&side.qualify(value), false);
    let in_full = numbers::is_spoken_in_full(value);
    let side = match side == Side::Exact && (value != difference || !in_full) {
        true => Side::About,
        false => side,
    };
    let points = if nature.is_percent() { " percentage points" } else { "" };
    format!("{}{points}", said(side))
}

/// Where the words of a text stand in the spec.
struct Source<'w> {
    text: &'w str,
    bytes: Range<usize>,
    /// The byte of the spec at which the text starts, if it stands there letter by letter.
    start: Option<usize>,
}

impl<'w> Source<'w> {
    fn new(spec: &str, text: &'w Text) -> Source<'w> {
        let raw = spec.get(text.bytes.clone()).unwrap_or_default();
        let start = raw.find(&text.text).map(|found| text.bytes.start + found);
        Source { text: &text.text, bytes: text.bytes.clone(), start }
    }

    fn bytes(&self, range: Range<usize>) -> (Range<usize>, bool) {
        match self.start {
            Some(start) => (start + range.start..start + range.end, true),
            None => (self.bytes.clone(), false),
        }
    }
}

/// Where the `}}` stands that closes an expression: not one inside quotes.
fn closing(text: &str, from: usize) -> Option<usize> {
    let mut places = bare(&text[from..]).map(|(at, _)| from + at);
    places.find(|at| text[*at..].starts_with("}}"))
}

/// The letters outside quotes, each with its place.
fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut escaped) = (None, false);
    text.char_indices().filter(move |(_, letter)| match quote {
        Some(_) if escaped => {
            escaped = false;
            false
        }
        Some(open) => {
            escaped = *letter == '\\';
            quote = (*letter != open).then_some(open);
            false
        }
        None => {
            quote = matches!(letter, '"' | '\'').then_some(*letter);
            quote.is_none()
        }
    })
}

const FUNCTIONS: [&str; 7] =
    ["latest", "first", "value", "times", "change", "difference", "sources"];

fn usage(function: &str) -> &'static str {
    match function {
        "latest" => "{{ latest(\"series\") }}",
        "first" => "{{ first(\"series\") }}",
        "value" => "{{ value(\"series\", \"2017\") }}",
        "times" => "{{ times(\"series\", \"2012\", \"2017\") }}",
        "change" => "{{ change(\"series\", \"2012\", \"2017\") }}",
        "difference" => "{{ difference(\"series\", \"2012\", \"2017\") }}",
        _ => "{{ sources() }}, {{ sources(\"series\") }} or {{ sources(\"series\", \"2017\") }}",
    }
}

/// So many letters may stand between `{{` and `}}`.
const LONGEST: usize = 500;

/// The letters that stand for the answers of the calls: the first of a plane nobody writes in.
const TOKEN: u32 = 0x10_0000;

struct Call {
    name: &'static str,
    arguments: Vec<String>,
}

type Calls = Arc<Mutex<Vec<Call>>>;

/// minijinja with our functions. They only note down that they were called, and stand for their
/// answer by one letter; the answers need the data, which the engine may not borrow.
struct Engine {
    environment: Environment<'static>,
    calls: Calls,
}

fn locked(calls: &Calls) -> MutexGuard<'_, Vec<Call>> {
    calls.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Engine {
    fn new() -> Engine {
        let mut environment = Environment::empty();
        let calls: Calls = Arc::default();
        for name in FUNCTIONS {
            let noted = calls.clone();
            environment.add_function(name, move |arguments: Rest<Value>| {
                let arguments = arguments.iter().map(Value::to_string).collect();
                let mut calls = locked(&noted);
                calls.push(Call { name, arguments });
                let token = char::from_u32(TOKEN + calls.len() as u32 - 1);
                token.map(String::from).unwrap_or_default()
            });
        }
        Engine { environment, calls }
    }

    /// The text of an expression, with a letter for each call.
    fn run(&self, expression: &str) -> Result<(String, Vec<Call>), NoAnswer> {
        if expression.chars().count() > LONGEST {
            // Ten thousand joined parts are nested as deep, and end the stack when compiled.
            let start: String = expression.chars().take(40).collect();
            let message = format!("`{start}…` is longer than {LONGEST} letters");
            return no_answer(message, "write several {{ }}, each with one function");
        }
        if bare(expression).any(|(_, letter)| matches!(letter, '*' | '[')) {
            // A list repeated often enough fills any memory when it is written out.
            return no_answer(calculates(expression), hint_of_functions());
        }
        locked(&self.calls).clear();
        let value = self
            .environment
            .compile_expression_owned(expression.to_string())
            .and_then(|compiled| compiled.eval(()));
        let calls = std::mem::take(&mut *locked(&self.calls));
        match value {
            Ok(value) if value.is_undefined() || value.is_none() => {
                no_answer(format!("`{expression}` is not known"), hint_of_functions())
            }
            Ok(value) => Ok((value.to_string(), calls)),
            Err(error) => no_answer(refusal(expression, &error), hint(expression, &error)),
        }
    }
}

fn refusal(expression: &str, error: &minijinja::Error) -> String {
    if quoted(expression).is_some() {
        return format!("in `{expression}` the id stands without quotes");
    }
    match error.kind() {
        ErrorKind::UnknownFunction => format!("`{expression}` names no function that is known"),
        ErrorKind::InvalidOperation => calculates(expression),
        _ => format!(
            "`{expression}` cannot be read: {}",
            error.detail().unwrap_or("it is no function")
        ),
    }
}

/// `latest(caid-images)` and `caid-images` as they must be written, if that is what is wrong.
fn quoted(expression: &str) -> Option<String> {
    let plain = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "-_/~".contains(c))
    };
    let Some((name, rest)) = expression.trim().split_once('(') else {
        let expression = expression.trim();
        let is_id = plain(expression) && expression.contains('-');
        return (is_id && !expression.starts_with(|c: char| !c.is_alphabetic()))
            .then(|| format!("latest(\"{expression}\")"));
    };
    let name = FUNCTIONS.into_iter().find(|known| *known == name.trim())?;
    let given: Vec<&str> = rest.trim_end().strip_suffix(')')?.split(',').map(str::trim).collect();
    let bare = |one: &str| one.trim_matches(['"', '\'']).to_string();
    let all = given.iter().all(|one| plain(&bare(one)));
    let some = given.iter().any(|one| plain(one));
    let given: Vec<String> = given.iter().map(|one| format!("\"{}\"", bare(one))).collect();
    (all && some).then(|| format!("{name}({})", given.join(", ")))
}

fn hint(expression: &str, error: &minijinja::Error) -> String {
    if let Some(quoted) = quoted(expression) {
        return format!("write {quoted}");
    }
    let name = expression.split('(').next().unwrap_or_default().trim();
    match nearest(name, FUNCTIONS) {
        Some(near) if error.kind() == ErrorKind::UnknownFunction => {
            format!("did you mean {}?", usage(near))
        }
        _ => hint_of_functions(),
    }
}

fn calculates(expression: &str) -> String {
    format!("`{expression}` calculates with answers, which would lose their qualifiers")
}

fn hint_of_functions() -> String {
    format!("the functions are {}", words::list(&FUNCTIONS))
}
