//! Problems for people, with the line each is about, and for programs.

use std::borrow::Cow;

use annotate_snippets::renderer::Renderer;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Snippet};
use serde::Serialize;
use sourceline::locale::EN_GB;
use sourceline::problem::{Level, Place, Problem, Rule, Unheld};
use sourceline::store::FileStanding;

use super::exit::Exit;
use super::screen::{Screen, visible};

/// How wide an excerpt may be where nobody says how wide the terminal is.
const WIDTH: usize = 100;

/// So many problems of one rule are printed, and of the others how many there are.
const TOLD: usize = 10;

/// What becomes of the problems of a rule after the first ten.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// They are printed as well.
    Printed,
    /// It is told how many there are, and what prints them, if anything does.
    Counted(&'static str),
}

/// The problems of the project.
pub const BY_CHECK: Rest = Rest::Counted("; `sourceline check --all` prints them");

/// Prints problems with the line each is about; `text_of` gives the bytes of a labelled file.
pub fn print<'t>(
    problems: &[Problem],
    rest: Rest,
    text_of: impl FnMut(&str) -> Option<Cow<'t, [u8]>>,
    screen: &mut Screen,
) {
    print_held(problems, &Unheld::default(), rest, text_of, screen);
}

/// The same where these are not all that there are.
pub fn print_held<'t>(
    problems: &[Problem],
    unheld: &Unheld,
    rest: Rest,
    mut text_of: impl FnMut(&str) -> Option<Cow<'t, [u8]>>,
    screen: &mut Screen,
) {
    let renderer = if screen.is_styled() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(screen.width().unwrap_or(WIDTH).max(40));
    let mut open: (&str, Option<Cow<[u8]>>) = ("", None);
    let mut counts = vec![0; Rule::ALL.len()];
    for problem in problems {
        if screen.is_closed() {
            return;
        }
        let count = &mut counts[problem.rule as usize];
        *count += 1;
        if *count > TOLD && rest != Rest::Printed {
            continue;
        }
        if open.0 != problem.place.file {
            open = (&problem.place.file, text_of(&problem.place.file));
        }
        // What is about a file as such shows no line of it.
        let excerpt = (problem.place.line > 0).then_some(()).and(open.1.as_deref());
        let excerpt = excerpt.and_then(|bytes| MarkedLine::of(&problem.place, bytes));
        let report = group(problem, excerpt.as_ref());
        screen.say(format_args!("{}\n\n", renderer.render(&[report])));
    }
    let Rest::Counted(how) = rest else { return };
    let counts = counts.iter().zip(Rule::ALL).map(|(held, rule)| held + unheld.of(*rule));
    for (rule, count) in Rule::ALL.iter().zip(counts).filter(|(_, count)| *count > TOLD) {
        let level = match rule.level() {
            Level::Error => screen.bold_red("error"),
            Level::Advice => screen.yellow("advice"),
        };
        let more = EN_GB.full((count - TOLD).into());
        screen.say(format_args!("{level}[{rule}]: and {more} more{how}\n\n"));
    }
}

fn group<'p>(problem: &'p Problem, excerpt: Option<&'p MarkedLine>) -> Group<'p> {
    let level = match problem.level() {
        Level::Error => Title::ERROR,
        Level::Advice => Title::WARNING.with_name("advice"),
    };
    let place = &problem.place;
    let title = level.primary_title(visible(&problem.message)).id(problem.rule.name());
    let group = match excerpt {
        Some(excerpt) => {
            let span = AnnotationKind::Primary.span(excerpt.span.clone());
            let cell = place.cell.as_ref().map(|cell| format!("cell {cell}"));
            let snippet =
                Snippet::source(&excerpt.line).path(visible(&place.file)).line_start(place.line);
            title.element(snippet.annotation(span.label(cell)))
        }
        None if place.line > 0 => title
            .element(Origin::path(visible(&place.file)).line(place.line).char_column(place.column)),
        None => title.element(Origin::path(visible(&place.file))),
    };
    match &problem.hint {
        Some(hint) => group.element(Title::HELP.message(visible(hint))),
        None => group,
    }
}

/// The line of a problem, made fit to be shown, and what to underline in it.
struct MarkedLine {
    line: String,
    span: std::ops::Range<usize>,
}

impl MarkedLine {
    /// `None` if the place is not in the text, which may have been written since, or stands so far
    /// right that nobody would want to see its line.
    fn of(place: &Place, bytes: &[u8]) -> Option<MarkedLine> {
        let (before, from) = bytes.split_at_checked(place.bytes.start)?;
        let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let near = &before[before.len().saturating_sub(FARTHEST)..];
        let start = match near.iter().rposition(ends) {
            Some(at) => before.len() - near.len() + at + 1,
            None if near.len() < before.len() => return None,
            None => 0,
        };
        let start = if bytes[start..].starts_with(MARK) { start + MARK.len() } else { start };
        let from = &from[..from.len().min(FARTHEST)];
        let rest = &from[..from.iter().position(ends).unwrap_or(from.len())];
        // A place may be the first byte of a character.
        let mut end = place.bytes.len().min(rest.len());
        let is_cut =
            |end| str::from_utf8(&rest[..end]).is_err_and(|error| error.error_len().is_none());
        while end < rest.len() && is_cut(end) {
            end += 1;
        }
        let (marked, after) = rest.split_at(end);
        let before = shown(before.get(start..).unwrap_or_default());
        let marked = shown(marked);
        let span = before.len()..before.len() + marked.len();
        Some(MarkedLine { line: format!("{before}{marked}{}", shown(after)), span })
    }
}

/// How many bytes of a line are looked at on either side.
const FARTHEST: usize = 1 << 20;

/// The byte order mark is no character of the first line.
const MARK: &[u8] = "\u{feff}".as_bytes();

fn shown(bytes: &[u8]) -> String {
    visible(&String::from_utf8_lossy(bytes)).into_owned()
}

#[derive(Serialize)]
struct Record<'p> {
    file: &'p str,
    line: usize,
    column: usize,
    cell: Option<&'p str>,
    rule: &'p str,
    level: String,
    message: &'p str,
    hint: Option<&'p str>,
}

/// One array, an object a line.
pub struct JsonList<'s> {
    screen: &'s mut Screen,
    is_empty: bool,
}

impl JsonList<'_> {
    pub fn begin(screen: &mut Screen) -> JsonList<'_> {
        screen.say(format_args!("["));
        JsonList { screen, is_empty: true }
    }

    pub fn say(&mut self, problem: &Problem) {
        let place = &problem.place;
        let record = Record {
            file: &place.file,
            line: place.line,
            column: place.column,
            cell: place.cell.as_deref(),
            rule: problem.rule.name(),
            level: problem.level().to_string(),
            message: &problem.message,
            hint: problem.hint.as_deref(),
        };
        let json = serde_json::to_string(&record).expect("a record of words and numbers is JSON");
        self.screen.say(format_args!("{}\n  {json}", if self.is_empty { "" } else { "," }));
        self.is_empty = false;
    }

    pub fn end(self) {
        self.screen.say(format_args!("{}]\n", if self.is_empty { "" } else { "\n" }));
    }
}

/// `3 errors, 2 pieces of advice`.
pub fn summary(problems: &[Problem], unheld: &Unheld) -> String {
    let held = |level| problems.iter().filter(|problem| problem.level() == level).count();
    let of = |level| held(level) + unheld.at(level);
    let (errors, advice) = (of(Level::Error), of(Level::Advice));
    let errors = (errors > 0).then(|| count(errors, "error", "errors"));
    let advice = (advice > 0).then(|| count(advice, "piece of advice", "pieces of advice"));
    let parts: Vec<String> = errors.into_iter().chain(advice).collect();
    if parts.is_empty() { "no problems".to_string() } else { parts.join(", ") }
}

/// `1 chart`, `2 charts`.
pub fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Where a command shows what could be read although some of it could not: says so.
pub fn incomplete(problems: &[&[Problem]], unheld: &Unheld, screen: &mut Screen) -> Exit {
    let all = problems.iter().copied().flatten();
    let errors = all.filter(|problem| problem.level() == Level::Error).count();
    let errors = errors + unheld.at(Level::Error);
    if errors == 0 {
        return Exit::Fine;
    }
    let errors = count(errors, "error", "errors");
    let title = screen.bold_red("incomplete");
    screen.say(format_args!(
        "{title}: there are {errors} in the project; `sourceline check` tells\n"
    ));
    Exit::Problems
}

/// What became of a file that stood so before it was to be written.
pub fn written(standing: FileStanding, dry_run: bool) -> &'static str {
    match (standing, dry_run) {
        (FileStanding::Same, _) => "unchanged",
        (_, true) => "would write",
        (_, false) => "wrote",
    }
}
