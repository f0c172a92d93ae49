//! Small multiples: one panel of the spec is divided among its series, which must be alike enough
//! to share their axes.

use super::board::{Board, units};
use super::breaks;
use super::desk::Desk;
use crate::chart::panel::{Break, Panel};
use crate::chart::spec::Spec;
use crate::locale::EN_GB;
use crate::problem::Rule;

/// More panels than this are too many to compare.
const MOST: usize = 12;

/// What a chart of small multiples must be; the problems are told.
pub fn check(desk: &mut Desk, spec: &Spec, boards: &[Board]) {
    let bytes = &spec.layout.bytes;
    if spec.free_scales.value {
        let message =
            "small multiples are compared on one axis, and free scales would give each its own";
        let hint =
            "leave `scales` out, or leave `layout` out and give each series a panel of its own";
        desk.error(Rule::SmallMultiples, &spec.free_scales.bytes, message, hint);
    }
    let [panel] = &spec.panels[..] else {
        if let Some(second) = spec.panels.get(1) {
            let message = "small multiples are made of the series of one panel, and there are more";
            let hint = "list all series under one [[panels]], or leave `layout` out";
            desk.error(Rule::SmallMultiples, &second.bytes, message, hint);
        }
        return;
    };
    if panel.claims.is_some() {
        let message = "claims of one period cannot be divided into small multiples";
        desk.error(Rule::SmallMultiples, bytes, message, "leave `layout` out");
        return;
    }
    if boards.first().is_some_and(|board| board.rows.is_some()) {
        let message =
            "bars that lie across are rows already, and cannot be divided into small multiples";
        desk.error(
            Rule::SmallMultiples,
            bytes,
            message,
            "leave `layout` out, or write mark = \"bars\"",
        );
        return;
    }
    if let Some(line) = panel.series.iter().find(|line| line.mark.value.traits().stacks) {
        let message =
            "parts of a whole stand on each other, and cannot be divided into small multiples";
        let hint = "leave `layout` out, or write mark = \"bars\"";
        desk.error(Rule::SmallMultiples, &line.mark.bytes, message, hint);
        return;
    }
    if let Some(figure) = panel.references.first() {
        let message = "`reference` does not go with small multiples, each of which has one series";
        desk.error(Rule::SmallMultiples, &figure.bytes, message, "leave it out");
    }
    if let Some(title) = &panel.title {
        let message = "each small multiple has the name of its series as its title";
        let hint = "leave `title` out; `name` in a line of `series` gives a shorter one";
        desk.error(Rule::SmallMultiples, &title.bytes, message, hint);
    }
    let Some(board) = boards.first() else { return };
    let count = board.shown.len();
    if count > MOST {
        let id = board.shown[MOST].spec.subject.id();
        let message =
            format!("this is series {} of {count}, and {MOST} panels are the most", MOST + 1);
        let hint = "leave some out, or make two charts of them";
        desk.error(Rule::SmallMultiples, &id.bytes, message, hint);
    }
    if count == 1 && panel.series.len() == 1 {
        let message = "one series makes one panel";
        desk.error(Rule::SmallMultiples, bytes, message, "leave `layout` out, or add series");
    }
    let units = units(desk, board);
    if units.len() > 1 {
        let message =
            format!("small multiples share one value axis, and these count {}", EN_GB.list(&units));
        let hint = "leave `layout` out and give each unit a panel of its own";
        desk.error(Rule::MixedUnits, bytes, message, hint);
    }
    for change in &board.changes {
        if board.shown.iter().all(|shown| shown.series != change.on) {
            let id = change.spec.subject.id();
            let on = desk.data.series(change.on).id;
            let message = format!("the change belongs to `{on}`, which has no panel here");
            let hint = format!("add {{ id = \"{on}\", mark = \"points\" }}");
            desk.error(Rule::SmallMultiples, &id.bytes, message, hint);
        }
    }
}

/// What becomes of one series.
pub struct Multiple {
    series: String,
    title: String,
    breaks: Vec<Break>,
}

/// In the order of the spec.
pub fn parts(desk: &Desk, boards: &[Board]) -> Vec<Multiple> {
    let shown = boards.iter().flat_map(|board| &board.shown);
    shown
        .map(|shown| Multiple {
            series: shown.layer.series.clone(),
            title: shown.called(desk).to_string(),
            breaks: breaks::breaks(desk.data, &shown.observed, &shown.layer.points),
        })
        .collect()
}

/// A panel for each part. What happened is named in the first of them only.
pub fn divide(panels: Vec<Panel>, parts: Vec<Multiple>) -> Vec<Panel> {
    let Some(whole) = panels.into_iter().next() else { return Vec::new() };
    let panel = |(at, part): (usize, Multiple)| {
        let layers = whole.layers.iter().filter(|layer| layer.series == part.series);
        let mut panel = Panel {
            title: part.title,
            layers: layers.cloned().collect(),
            breaks: part.breaks,
            ..whole.clone()
        };
        if at > 0 {
            for event in &mut panel.events {
                (event.label, event.cite) = (String::new(), String::new());
            }
        }
        panel
    };
    parts.into_iter().enumerate().map(panel).collect()
}
