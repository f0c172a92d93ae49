//! What a chart is about: the series and figures that the spec emphasises, which keep their colours
//! while all else is grey, and the labels in bold.

use super::board::{Board, measures};
use super::desk::Desk;
use crate::chart::claim::Standing;
use crate::chart::hue::Hue;
use crate::chart::spec::{Spec, TypedText};
use crate::chart::waist::MOST_SERIES;
use crate::figure::{FigureKey, SeriesKey};
use crate::locale::Language;
use crate::nearest::{ask, likely};
use crate::problem::{Rule, has_errors};

/// What a spec emphasises.
#[derive(Default)]
pub struct Emphasis {
    series: Vec<SeriesKey>,
    /// Figures by themselves, each with the series that it is drawn in.
    figures: Vec<(FigureKey, SeriesKey)>,
}

impl Emphasis {
    /// What the spec names, if it names anything; what no panel draws is told.
    pub fn of(desk: &mut Desk, spec: &Spec, boards: &[Board]) -> Option<Emphasis> {
        let mut emphasis = Emphasis::default();
        // What is wrong with a series is told there, and leaves it undrawn.
        let sound = !has_errors(&desk.problems);
        let drawn: Vec<SeriesKey> = boards.iter().flat_map(series_of).collect();
        let figures: Vec<(FigureKey, SeriesKey)> =
            boards.iter().flat_map(|board| figures_of(desk, board)).collect();
        for (at, id) in spec.emphasis.iter().enumerate() {
            if spec.emphasis[..at].iter().any(|other| other.text == id.text) {
                let message = format!("`{}` stands twice in `emphasis`", id.text);
                desk.error(Rule::WrongValue, &id.bytes, message, "leave one out");
                continue;
            }
            let series = desk.data.find_series(&id.text);
            if let Some(series) = series.filter(|series| drawn.contains(series)) {
                emphasis.series.push(series);
                continue;
            }
            let figure = desk.data.find_figure(&id.text);
            match figures.iter().find(|(own, _)| Some(*own) == figure) {
                Some(figure) => emphasis.figures.push(*figure),
                None if sound => not_drawn(desk, (&drawn, &figures), id),
                None => {}
            }
        }
        (!spec.emphasis.is_empty()).then_some(emphasis)
    }

    /// How many series stand back, where they are too many for each to have its name beside it.
    pub fn note(&self, language: &Language, boards: &[Board]) -> Option<String> {
        let crowded = boards.iter().filter(|board| is_crowded(board));
        let mut grey: Vec<SeriesKey> = crowded.flat_map(series_of).collect();
        grey.retain(|series| !self.colours(*series));
        grey.sort_unstable();
        grey.dedup();
        (!grey.is_empty()).then(|| language.notes.in_grey(grey.len()))
    }

    /// Does a series keep its colour, or one of its figures?
    pub fn colours(&self, series: SeriesKey) -> bool {
        self.has(series) || self.figures.iter().any(|(_, own)| *own == series)
    }

    /// Is a series emphasised as a whole?
    pub fn has(&self, series: SeriesKey) -> bool {
        self.series.contains(&series)
    }

    /// Is a figure emphasised, by itself or with its series?
    pub fn has_figure(&self, figure: FigureKey, series: SeriesKey) -> bool {
        self.has(series) || self.figures.contains(&(figure, series))
    }
}

/// Has a panel more series over time than there are colours? Not each has room for its name then.
pub fn is_crowded(board: &Board) -> bool {
    board.rows.is_none() && measures(board).count() > MOST_SERIES
}

/// What a panel draws, or whose claims it shows.
fn series_of(board: &Board) -> Vec<SeriesKey> {
    let drawn = measures(board).map(|(series, ..)| series);
    drawn.chain(board.claims.iter().map(|claims| claims.series)).collect()
}

/// What a panel has a mark for, each with the series in whose colour it is drawn.
fn figures_of(desk: &Desk, board: &Board) -> Vec<(FigureKey, SeriesKey)> {
    let shown = board.shown.iter().flat_map(|shown| {
        let own = shown.observed.iter().chain(&shown.targets);
        own.map(|observed| (observed.figure, shown.series))
    });
    let changes = board.changes.iter().flat_map(|change| {
        let ends = change.layer.points.iter().map(|point| change.behind(desk, point));
        ends.chain([change.figure]).map(|figure| (figure, change.on))
    });
    let claims = board.claims.iter();
    let claims = claims.flat_map(|claims| claims.figures().map(|figure| (figure, claims.series)));
    shown.chain(changes).chain(claims).collect()
}

fn not_drawn(
    desk: &mut Desk,
    (series, figures): (&[SeriesKey], &[(FigureKey, SeriesKey)]),
    id: &TypedText,
) {
    let data = desk.data;
    let known = series.iter().map(|key| data.series(*key).id);
    let known = known.chain(figures.iter().map(|(key, _)| &*data.figure(*key).id));
    let near = likely(&id.text, known.map(|id| (id, String::new())));
    let message = format!("`{}` is no series or figure that this chart draws", id.text);
    let hint = ask(&near).unwrap_or_else(|| match series.first() {
        Some(first) => format!("name what it draws, such as \"{}\"", data.series(*first).id),
        None => "name what it draws".to_string(),
    });
    desk.error(Rule::WrongValue, &id.bytes, message, hint);
}

/// Says which labels are in bold: of what is emphasised; where nothing is, of the figures that the
/// title has worked with, else of the last of each series, and of the claim that is preferred.
pub fn strengthen(
    desk: &Desk,
    boards: &mut [Board],
    emphasis: Option<&Emphasis>,
    title: &[FigureKey],
) {
    let drawn = boards.iter().flat_map(|board| figures_of(desk, board));
    let titled = drawn.into_iter().any(|(figure, _)| title.contains(&figure));
    let strong = |figure: FigureKey, series: SeriesKey, last: bool| match emphasis {
        Some(emphasis) => emphasis.has_figure(figure, series),
        None if titled => title.contains(&figure),
        None => last,
    };
    for board in boards {
        for shown in &mut board.shown {
            let last = shown.layer.points.len().saturating_sub(1);
            let points = shown.layer.points.iter_mut().zip(&shown.observed).enumerate();
            for (at, (point, observed)) in points {
                point.label.strong = strong(observed.figure, shown.series, at == last);
            }
        }
        for change in &mut board.changes {
            let figures: Vec<FigureKey> =
                change.layer.points.iter().map(|point| change.behind(desk, point)).collect();
            for (point, figure) in change.layer.points.iter_mut().zip(figures) {
                point.label.strong = strong(figure, change.on, true);
            }
        }
        if let Some(claims) = &mut board.claims {
            let own = claims.rows.iter().filter(|(figure, standing)| match emphasis {
                Some(emphasis) => emphasis.has_figure(*figure, claims.series),
                None => *standing == Standing::Preferred,
            });
            claims.strong = own.map(|(figure, _)| *figure).collect();
        }
    }
}

/// Gives what is emphasised its colour, and all else the grey; without emphasis everything its colour.
pub fn colour(
    desk: &Desk,
    board: &mut Board,
    emphasis: Option<&Emphasis>,
    place: impl Fn(SeriesKey) -> usize,
) {
    let whole = |series: SeriesKey| match emphasis {
        Some(emphasis) if !emphasis.has(series) => Hue::Grey,
        _ => Hue::Palette(place(series)),
    };
    let own = |figure: FigureKey, series: SeriesKey| match emphasis {
        Some(emphasis) if !emphasis.has_figure(figure, series) => Hue::Grey,
        _ => Hue::Palette(place(series)),
    };
    for shown in &mut board.shown {
        shown.layer.hue = whole(shown.series);
        let total = shown.is_total();
        let ink = |hue: Hue| if total && hue != Hue::Grey { Hue::Ink } else { hue };
        shown.layer.hue = ink(shown.layer.hue);
        let points = shown.layer.points.iter_mut().zip(&shown.observed);
        let targets = shown.layer.targets.iter_mut().zip(&shown.targets);
        for (point, observed) in points.chain(targets) {
            point.hue = ink(own(observed.figure, shown.series));
        }
    }
    for change in &mut board.changes {
        change.layer.hue = own(change.figure, change.on);
        let figures: Vec<FigureKey> =
            change.layer.points.iter().map(|point| change.behind(desk, point)).collect();
        for (point, figure) in change.layer.points.iter_mut().zip(figures) {
            point.hue = own(figure, change.on);
        }
    }
    if let Some(claims) = &mut board.claims {
        claims.hue = Hue::Palette(place(claims.series));
        let grey = claims.rows.iter().map(|(figure, _)| *figure);
        claims.grey = grey.filter(|figure| own(*figure, claims.series) == Hue::Grey).collect();
    }
}
