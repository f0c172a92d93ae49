//! The texts of `tests/naughty.txt` in every cell and every typed text, and what becomes of each in
//! everything that is written: it arrives where a reader reads it back, or it is refused; it is never
//! markup, never another place, never another direction of digits. A run tries every twenty-fourth,
//! SOURCELINE_NAUGHTY=1 all of them, SOURCELINE_NAUGHTY=nothing those of that kind.

mod forms;
pub mod project;
mod readers;
pub mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::slice;
use std::sync::LazyLock;

use rayon::prelude::*;
use sourceline::export::data::{DataSource, Writes};
use sourceline::export::variables::{self, Notation};
use sourceline::output::format::{self, Format};
use sourceline::references::ListFormat;
use sourceline::{Project, ProjectChart, ProjectError, embed, export};

use crate::common::Faults;
use crate::hostile;
use project::{PLACES, Place, with};
use readers::{Shape, turned};
use texts::texts;

/// Those of this run.
pub fn tried() -> Vec<(String, String)> {
    let said = env::var("SOURCELINE_NAUGHTY").unwrap_or("24".into());
    match said.parse() {
        Ok(step) => texts().into_iter().step_by(step).collect(),
        Err(_) => texts().into_iter().filter(|(kind, _)| *kind == said).collect(),
    }
}

#[test]
fn there_are_at_least_five_hundred_of_many_kinds() {
    let texts = texts();
    let kinds: BTreeSet<&String> = texts.iter().map(|(kind, _)| kind).collect();
    let different: BTreeSet<&String> = texts.iter().map(|(_, text)| text).collect();
    assert!(different.len() >= 500 && kinds.len() >= 12, "{} of {kinds:?}", different.len());
}

#[test]
fn naughty_texts_arrive_or_are_refused_and_are_never_more_than_texts() {
    let faults: Vec<Faults> = tried()
        .par_iter()
        .map(|(kind, text)| {
            let mut faults = Faults::default();
            let start: String = text.chars().take(40).collect();
            everywhere(&format!("{kind} {start:?}"), text, &mut faults);
            faults
        })
        .collect();
    faults.into_iter().fold(Faults::default(), Faults::with).none();
}

/// Documents have a picture of pixels in them, which takes its time: a run without a word tries a third of
/// its texts there.
fn in_every_form(text: &str) -> bool {
    env::var_os("SOURCELINE_NAUGHTY").is_some() || text.len().is_multiple_of(3)
}

/// In as many places at once as take it.
fn everywhere(what: &str, text: &str, faults: &mut Faults) {
    let mut taken = Vec::new();
    together(&PLACES, &mut |places| match drawn(places, text, |_, _| ()) {
        Ok(()) => {
            taken.extend_from_slice(places);
            true
        }
        Err(told) => {
            let silent = told.is_empty() || told.iter().any(|problem| problem.message.is_empty());
            assert!(!silent, "{what} in {places:?}: refused without a word");
            false
        }
    });
    // Some do not go together, such as a name in a unit: those are looked at apart.
    together(&taken, &mut |places| {
        let looked =
            drawn(places, text, |project, chart| judge(what, text, project, chart, faults));
        if looked.is_ok() && in_every_form(text) {
            forms::judge(what, places, text, faults);
        }
        let alone = looked.is_ok() || places.len() > 1;
        faults.check(alone, || format!("{what}: taken once and not again"));
        looked.is_ok()
    });
}

/// Tries all at once, and where that fails each half by itself, down to single ones.
pub fn together(places: &[Place], tried: &mut dyn FnMut(&[Place]) -> bool) {
    if places.is_empty() || tried(places) || places.len() == 1 {
        return;
    }
    let (one, other) = places.split_at(places.len() / 2);
    together(one, tried);
    together(other, tried);
}

/// The chart with the text in these places, if none refuses it.
pub fn drawn(
    places: &[Place],
    text: &str,
    look: impl FnOnce(&Project, &ProjectChart),
) -> Result<(), Vec<sourceline::problem::Problem>> {
    let texts = with(places, text);
    let told = |error| match error {
        ProjectError::Problems(problems) => problems,
        ProjectError::NoChart { .. } => unreachable!("it has one chart"),
    };
    let project = Project::read(&texts).map_err(told)?;
    let chart = project.chart("tried").map_err(told)?;
    look(&project, &chart);
    Ok(())
}

#[test]
fn harmless_texts_are_taken_in_every_place() {
    for place in PLACES {
        let word = match place {
            Place::Cell(_, "url" | "archive_url") => "https://example.org/nests",
            _ => "Nests",
        };
        let taken = drawn(slice::from_ref(&place), word, |_, _| ());
        assert_eq!(taken, Ok(()), "{place:?}");
    }
}

/// What harmless texts make of each output.
static HARMLESS: LazyLock<BTreeMap<String, Shape>> = LazyLock::new(|| {
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    let one_by_one = PLACES.iter().map(|place| vec![place.clone()]);
    for places in one_by_one.chain([PLACES.to_vec(), Vec::new()]) {
        for word in ["Nests of swifts", "https://example.org/nests", "Counted once. Then again!"] {
            let _ = drawn(&places, word, |project, chart| {
                for (name, written) in outputs(project, chart) {
                    shapes.entry(name.clone()).or_default().extend(Shape::of(&name, &written));
                }
            });
        }
    }
    shapes
});

/// Every text that is written of a chart and of the data, by what it is called.
fn outputs(project: &Project, chart: &ProjectChart) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for host in embed::ALL.iter().filter(|host| !host.names_no_text() && host.word != "latex") {
        // Of what has a PDF beside it a character may be refused.
        let Ok(handed) = chart.hand_out(host, "charts/") else { continue };
        all.extend(handed.snippet.map(|snippet| (host.word.to_string(), snippet)));
    }
    let text = |format: &Format| {
        String::from_utf8(chart.file(format).expect("it is written")).expect("it is text")
    };
    for format in format::ALL {
        match format.word {
            "md" => all.push(("document".into(), text(format))),
            "csv" => all.push(("csv".into(), text(format))),
            _ => {}
        }
    }
    for notation in Notation::ALL {
        let written = variables::write(notation, &project.data);
        all.push((format!("variables-{}", notation.word()), written));
    }
    let source = DataSource { project: "tried", package: None, data: &project.data };
    for format in export::data::ALL {
        if let Writes::Text(write) = format.writes {
            all.push((format.word.to_string(), write(&source)));
        }
    }
    all
}

fn judge(what: &str, text: &str, project: &Project, chart: &ProjectChart, faults: &mut Faults) {
    hostile::judge(what, chart.svg(), faults);
    readers::picture(what, chart, faults);
    for (name, written) in outputs(project, chart) {
        let what = format!("{what} in {name}");
        let known = &HARMLESS[&name];
        for new in Shape::of(&name, &written).beyond(known) {
            faults.say(format!("{what}: makes {new}"));
        }
        // Of a table each cell is a text of its own, wherever it is shown.
        let line = (name != "csv").then(|| written.lines().find(|line| turned(line))).flatten();
        faults.check(line.is_none(), || format!("{what}: turns digits: {line:?}"));
        readers::arrives(&what, &name, &written, project, chart, faults);
    }
    readers::exports(what, text, project, faults);
    let listed = export::bibliography::references(&project.data, None);
    for list in ListFormat::WRITTEN {
        let written = list.write(&listed).expect("it is written");
        let again = list.read(&written).references;
        let same = again.len() == listed.len();
        faults.check(same, || format!("{what} in {}: {} entries", list.word(), again.len()));
        for (was, is) in listed.iter().zip(&again) {
            let flat = sourceline::encode::piece::one_line;
            let arrives = flat(&was.title) == flat(&is.title);
            faults.check(arrives, || {
                format!("{what} in {}: {:?} becomes {:?}", list.word(), was.title, is.title)
            });
        }
    }
    // Fonts may lack a character of it, which is told.
    // A picture of pixels holds no texts: one in sixteen is painted.
    let painted: &[&Format] = match text.len() % 16 {
        1 => &[&format::PDF, &format::PNG],
        _ => &[&format::PDF],
    };
    for format in painted {
        match chart.file(format) {
            Ok(bytes) => faults.check(!bytes.is_empty(), || format!("{what}: no {}", format.word)),
            Err(ProjectError::Problems(told)) if !told.is_empty() => {
                for problem in told {
                    let good = problem.hint.is_some() && !problem.message.contains("``");
                    faults.check(good, || format!("{what} in {}: {problem:?}", format.word));
                }
            }
            Err(_) => faults.say(format!("{what}: refused without a word")),
        }
    }
}
