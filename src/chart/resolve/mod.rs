//! Spec and data set to chart: what to show becomes points, links, labels, notes and sources.
//! No pixel, no plotters.

mod change;
mod citations;
mod combine;
pub(crate) mod convert;
mod desk;
mod joins;
mod key;
mod labels;
mod lookup;
mod marks;
mod observed;
mod panels;

use crate::chart::spec::Spec;
use crate::chart::{Break, Chart, Layer, Mark, Panel, Stamp};
use crate::dataset::Dataset;
use crate::figure::FigureKey;
use crate::problem::{Checked, has_errors};
use citations::Citations;
use desk::Desk;
use lookup::Find as _;
use panels::Board;

/// The chart that the text of a spec asks for. `name` is that of the spec, `file` the label that
/// problems carry, `project` the name of the project. There is no chart if anything is an error.
pub fn resolve(
    name: &str,
    file: &str,
    text: &str,
    data: &Dataset,
    project: &str,
) -> Checked<Option<Chart>> {
    let Checked { value: spec, problems } = Spec::read(file, text);
    let mut desk = Desk { data, file, text, problems, without: Vec::new() };
    let chart = spec.as_ref().map(|spec| chart(&mut desk, spec, name, project));
    let mut problems = desk.problems;
    problems.sort_by_key(|problem| problem.place.bytes.start);
    let chart = chart.filter(|_| !has_errors(&problems));
    Checked { value: chart, problems }
}

fn chart<'a>(desk: &mut Desk<'a>, spec: &'a Spec, name: &str, project: &str) -> Chart {
    leave_out(desk, spec);
    let mut boards: Vec<Board> =
        spec.panels.iter().map(|panel| panels::panel(desk, panel)).collect();
    let breaks = breaks(desk, &boards);
    colour(&mut boards);
    name_layers(desk, &mut boards);
    let mut citations = Citations::default();
    cite(desk, &boards, &mut citations);
    label(desk, &mut boards, &citations);
    let layers: Vec<&Layer> = boards.iter().flat_map(layers_of).collect();
    let key = key::key(&layers, breaks.iter().any(|breaks| !breaks.is_empty()));
    let panels = boards.into_iter().zip(breaks).map(|(board, breaks)| panel(desk, board, breaks));
    Chart {
        name: name.to_string(),
        title: spec.title.text.clone(),
        subtitle: String::new(),
        arrangement: spec.layout,
        panels: panels.collect(),
        key,
        notes: Vec::new(),
        sources: citations.into_list(),
        alt: String::new(),
        description: String::new(),
        stamp: Stamp { project: project.to_string(), chart: name.to_string(), ..Stamp::default() },
    }
}

/// The figures that `without` names.
fn leave_out(desk: &mut Desk, spec: &Spec) {
    for id in &spec.without {
        let figure = desk.figure(id);
        desk.without.extend(figure);
    }
}

/// The breaks of each panel.
fn breaks(desk: &Desk, boards: &[Board]) -> Vec<Vec<Break>> {
    let of = |board: &Board| {
        let shown = board.shown.iter();
        shown.flat_map(|s| joins::breaks(desk.data, &s.observed, &s.layer.points)).collect()
    };
    boards.iter().map(of).collect()
}

/// One colour a series in the whole chart; a change has that of its level.
fn colour(boards: &mut [Board]) {
    let mut known = Vec::new();
    for board in boards {
        for shown in &mut board.shown {
            shown.layer.colour = place(&mut known, shown.series);
        }
        for change in &mut board.changes {
            change.layer.colour = place(&mut known, change.on);
        }
    }
}

fn place<T: PartialEq>(known: &mut Vec<T>, one: T) -> usize {
    known.iter().position(|other| *other == one).unwrap_or_else(|| {
        known.push(one);
        known.len() - 1
    })
}

/// A layer has a name where its panel shows more than one thing. The name stands below the label
/// of its last point; where units differ, every label names its unit.
fn name_layers(desk: &Desk, boards: &mut [Board]) {
    for board in boards {
        let several = board.shown.len() > 1;
        let units = panels::units(desk, board).len() > 1;
        for shown in &mut board.shown {
            let series = desk.data.series(shown.series);
            let name = shown.spec.name.as_ref().map_or(&*series.title, |name| &name.text);
            let last = shown.layer.points.len().saturating_sub(1);
            for (at, point) in shown.layer.points.iter_mut().enumerate() {
                let mut words = Vec::new();
                if several && at == last {
                    words.push(name);
                }
                if units
                    && !(at == last && name.to_lowercase().contains(&series.unit.to_lowercase()))
                {
                    words.push(&series.unit);
                }
                if point.forecast {
                    words.push("forecast");
                }
                if point.provisional {
                    words.push("provisional");
                }
                point.label.below = words.join(", ");
            }
            if several {
                shown.layer.name = name.to_string();
            }
        }
    }
}

/// Counts in every source of the chart, in order of first appearance.
fn cite(desk: &Desk, boards: &[Board], citations: &mut Citations) {
    for board in boards {
        for (figure, _) in board.shown.iter().flat_map(|shown| drawn(&shown.observed)) {
            citations.cite(desk.data, figure);
        }
        for change in &board.changes {
            for point in &change.layer.points {
                citations
                    .cite(desk.data, desk.data.find_figure(&point.figure).unwrap_or(change.figure));
            }
            citations.cite(desk.data, change.figure);
        }
    }
}

fn drawn<'o>(
    observed: &'o [observed::Observed<'_>],
) -> impl Iterator<Item = (FigureKey, &'o [FigureKey])> {
    observed.iter().map(|observed| (observed.figure, &*observed.claims))
}

/// Puts the numbers of the sources on the labels, and says which labels must be there.
fn label(desk: &Desk, boards: &mut [Board], citations: &Citations) {
    for board in boards {
        for shown in &mut board.shown {
            let figures = shown.observed.iter().map(|observed| observed.figure);
            for (point, figure) in shown.layer.points.iter_mut().zip(figures) {
                point.label.cite = citations.mark(desk.data, figure);
            }
            let observed = &shown.observed;
            let breaks = |at: usize| observed.get(at).is_some_and(|one| one.breaks.is_some());
            labels::rank(&mut shown.layer.points, |at| (at > 0 && breaks(at)) || breaks(at + 1));
        }
        for change in &mut board.changes {
            for point in &mut change.layer.points {
                let figure = desk.data.find_figure(&point.figure).unwrap_or(change.figure);
                point.label.cite = citations.mark(desk.data, figure);
            }
            labels::rank(&mut change.layer.points, |_| false);
            if let Some(connector) = &mut change.layer.connector {
                connector.label.cite = citations.mark(desk.data, change.figure);
            }
        }
    }
}

fn layers_of<'b>(board: &'b Board) -> impl Iterator<Item = &'b Layer> {
    let shown = board.shown.iter().map(|shown| &shown.layer);
    shown.chain(board.changes.iter().map(|change| &change.layer))
}

fn panel(desk: &Desk, board: Board, breaks: Vec<Break>) -> Panel {
    let percent = layers_of(&board).any(|layer| layer.mark != Mark::Change)
        && board.shown.iter().all(|shown| desk.data.series(shown.series).nature.is_percent());
    let (scale, ticks) = (panels::scale(&board), panels::ticks(desk, &board));
    let mut layers: Vec<(usize, Layer)> =
        board.shown.into_iter().map(|shown| (shown.place, shown.layer)).collect();
    layers.extend(board.changes.into_iter().map(|change| (change.place, change.layer)));
    layers.sort_by_key(|(place, _)| *place);
    Panel {
        title: board.spec.title.as_ref().map(|title| title.text.clone()).unwrap_or_default(),
        scale,
        from: board.spec.from.as_ref().map(|from| from.value.span().start),
        to: board.spec.to.as_ref().map(|to| to.value.span().end),
        percent,
        ticks,
        layers: layers.into_iter().map(|(_, layer)| layer).collect(),
        events: board.events.into_iter().map(|(_, event)| event).collect(),
        breaks,
    }
}
