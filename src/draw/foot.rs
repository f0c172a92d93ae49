//! The notes and the sources, below the key. What protects a reader always stands there; what else
//! there is to say stands there while the foot is short. On a picture that is wide and low they stand
//! in two columns, so that the plot has the room.

use super::scene::{Role, Scene};
use super::style::Style;
use super::text::{self, Line, Wrapping};
use super::writing::{room, write};
use crate::chart::{Chart, Runs, StandsFor};

/// Between one note and the next.
pub(super) const PARAGRAPH: f64 = 3.0;
/// Between two columns.
const GUTTER: f64 = 24.0;
/// So many lines are not parted.
const FEW: usize = 2;

pub(super) struct Foot {
    columns: Vec<Vec<(Role, Vec<Line>)>>,
    /// From the left side of one column to that of the next.
    step: f64,
}

impl Foot {
    /// `above` is about how high all else is.
    pub fn plan(chart: &Chart, style: &Style, above: f64) -> Foot {
        let told = chart.told.iter().map(|told| (Role::KeyLabel, told));
        let sources = sources_within(chart, style);
        let all_notes = notes_within(chart, style, &sources, budget(style, above));
        let notes = (!all_notes.is_empty()).then_some((Role::Note, &all_notes));
        let sources = (!sources.is_empty()).then_some((Role::Source, &sources));
        let house = Runs::whole(&chart.house.organisation, StandsFor::Between);
        let house = (!house.is_empty()).then_some((Role::Note, &house));
        let texts: Vec<(Role, &Runs)> = told.chain(notes).chain(sources).chain(house).collect();
        let set = |room: f64| -> Vec<(Role, Vec<Line>)> {
            let wrap = |text: &Runs| text::wrap_runs(text, style.foot, room, Wrapping::Full);
            texts.iter().map(|(role, text)| (*role, wrap(text))).collect()
        };
        let whole = set(room(style));
        let lines: usize = whole.iter().map(|(_, lines)| lines.len()).sum();
        if !style.low || lines <= FEW {
            return Foot { columns: vec![whole], step: 0.0 };
        }
        let (left, right) = parted(set(column(style)), style.foot_pitch());
        Foot { columns: vec![left, right], step: step(style) }
    }

    pub fn is_empty(&self) -> bool {
        self.columns.iter().all(Vec::is_empty)
    }

    /// Writes from this baseline on; gives the lowest baseline.
    pub fn write(&self, top: f64, style: &Style, scene: &mut Scene) -> f64 {
        let mut lowest = f64::NEG_INFINITY;
        for (at, column) in self.columns.iter().enumerate() {
            let (x, mut y) = (style.margin + self.step * at as f64, top);
            for (role, lines) in column {
                for line in lines {
                    write(*role, line, x, y, style.foot, style, scene);
                    lowest = f64::max(lowest, y);
                    y += style.foot_pitch();
                }
                y += PARAGRAPH;
            }
        }
        // Where nothing is said the line above is the last.
        if lowest.is_finite() { lowest } else { top - style.foot_pitch() - PARAGRAPH }
    }
}

/// How many lines a picture says below its plot, the key among them, and which share of its height
/// they may take where that is more.
fn budget(style: &Style, above: f64) -> usize {
    let (lines, share) = match () {
        () if style.low => (2, 0.0),
        () if style.brief => (5, 0.25),
        () => (4, 0.15),
    };
    let height = match style.height {
        Some(height) => height * share,
        None => above * share / (1.0 - share),
    };
    lines.max(((height - AROUND) / style.foot_pitch()).max(0.0) as usize)
}

/// Above and below the lines of a foot.
const AROUND: f64 = 24.0;

/// The notes one after the other, as sentences are: a line of its own for each would be tall. Those
/// that protect nobody only as long as all is within so many lines.
fn notes_within(chart: &Chart, style: &Style, sources: &Runs, lines: usize) -> Runs {
    let key = 1;
    let told: usize = chart.told.iter().map(|told| self::lines(told, style)).sum();
    let lines = lines.saturating_sub(key + told + self::lines(sources, style));
    let mut told: Vec<bool> = (0..chart.notes.len()).map(|at| chart.protects(at)).collect();
    chart.said_in_plot.iter().for_each(|at| told[*at] = false);
    let joined = |told: &[bool]| {
        let mut all = Runs::default();
        for (note, _) in chart.notes.iter().zip(told).filter(|(_, told)| **told) {
            all.between(if all.is_empty() { "" } else { " " });
            all.append(note);
        }
        all
    };
    for at in &chart.spare {
        told[*at] = true;
        told[*at] = self::lines(&joined(&told), style) <= lines;
    }
    joined(&told)
}

/// What is said of the sources: as much as stands in as few lines as the least does, in a column
/// where there may be two.
fn sources_within(chart: &Chart, style: &Style) -> Runs {
    let room = if style.low { column(style) } else { room(style) };
    let mut best: Option<(usize, Runs)> = None;
    for line in crate::chart::source_lines(chart) {
        let lines = lines_in(&line, style, room);
        if best.as_ref().is_none_or(|(least, _)| lines < *least) {
            best = Some((lines, line));
        }
        // Fewer there are not, and the next says less.
        if lines <= 1 {
            break;
        }
    }
    best.map(|(_, line)| line).unwrap_or_default()
}

/// From one column to the next, and the width that a line of one may have.
fn step(style: &Style) -> f64 {
    (style.inside() + GUTTER) / 2.0
}

fn column(style: &Style) -> f64 {
    step(style) - GUTTER + 4.0
}

/// How many lines a text takes.
fn lines(text: &Runs, style: &Style) -> usize {
    lines_in(text, style, room(style))
}

fn lines_in(text: &Runs, style: &Style, room: f64) -> usize {
    if text.is_empty() {
        return 0;
    }
    text::wrap_runs(text, style.foot, room, Wrapping::Full).len()
}

/// The lines of what must be said below a chart, key apart, and how many are meant to be. What the
/// picture says in its plot is not among them.
pub fn foot_lines(chart: &Chart, style: &Style, scene: &Scene) -> (usize, usize) {
    let sources = sources_within(chart, style);
    let runs = || scene.texts(&[Role::Note]).flat_map(|(_, text)| &text.runs);
    let below = |note: usize| runs().any(|run| run.stands_for == StandsFor::Note(note));
    let beside = chart.in_plot.iter().map(|one| one.note).filter(|note| !below(*note));
    let said_in_plot = beside.collect();
    let chart = Chart { said_in_plot, ..chart.clone() };
    let must = notes_within(&chart, style, &sources, 0);
    let needed = lines(&must, style) + lines(&sources, style);
    (needed, budget(style, 0.85 * scene.height))
}

type Column = Vec<(Role, Vec<Line>)>;

/// Two columns about as high. A note goes on in the second
/// column only with two lines or more on either side.
fn parted(mut texts: Column, pitch: f64) -> (Column, Column) {
    let height = |lines: &[usize]| -> f64 {
        lines.iter().map(|lines| *lines as f64 * pitch + PARAGRAPH).sum()
    };
    let lines: Vec<usize> = texts.iter().map(|(_, lines)| lines.len()).collect();
    let mut best = (f64::INFINITY, lines.len(), 0);
    for (at, own) in lines.iter().enumerate() {
        for cut in (0..*own).filter(|cut| *cut == 0 || (*cut > 1 && own - cut > 1)) {
            let before = height(&lines[..at]) + cut as f64 * pitch;
            let after = height(&lines[at..]) - cut as f64 * pitch;
            // A whole note rather than a part of it where that costs no line.
            let cost = before.max(after) + if cut > 0 { pitch / 2.0 } else { 0.0 };
            if cost < best.0 && before >= after - 2.0 * pitch {
                best = (cost, at, cut);
            }
        }
    }
    let (_, at, cut) = best;
    let mut right = texts.split_off(at);
    if cut > 0
        && let Some((role, lines)) = right.first_mut()
    {
        let rest = lines.split_off(cut);
        texts.push((*role, std::mem::replace(lines, rest)));
    }
    (texts, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::fixtures;
    use crate::draw::scene::Form;

    #[test]
    fn columns_are_about_as_high_and_in_order() {
        let face = text::Face::plain(12.0, false);
        let line = |at: usize| Line::new(at.to_string(), face);
        for shape in [vec![1, 1], vec![4], vec![1, 5], vec![5, 1], vec![2, 1, 3, 1], vec![9, 9, 1]]
        {
            let mut next = 0;
            let mut text = |count: usize| {
                next += count;
                (Role::Note, (next - count..next).map(line).collect::<Vec<Line>>())
            };
            let texts: Column = shape.iter().map(|count| text(*count)).collect();
            let all: usize = shape.iter().sum();
            let (left, right) = parted(texts, 12.0);
            let lines =
                |column: &Column| column.iter().map(|(_, lines)| lines.len()).sum::<usize>();
            let said: Vec<&str> = left
                .iter()
                .chain(&right)
                .flat_map(|(_, lines)| lines)
                .map(|l| &*l.content)
                .collect();
            let wanted: Vec<String> = (0..all).map(|at| at.to_string()).collect();
            assert_eq!(said, wanted);
            assert!(lines(&left) + 2 >= lines(&right) && lines(&left) < all.max(2), "{shape:?}");
        }
    }

    #[test]
    fn what_protects_always_stands_and_the_rest_while_the_foot_is_short() {
        let words = |count: usize| format!("Note {count}: {}", "some words ".repeat(8));
        let foot = |protecting: usize, size| {
            let mut chart = fixtures::threat();
            chart.notes = Runs::notes((0..protecting + 2).map(words));
            chart.spare = vec![protecting, protecting + 1];
            chart.wanted.size = Some(size);
            let scene = crate::draw::draw(&chart, &Style::of(&chart)).unwrap();
            let notes = scene.texts(&[Role::Note]).map(|(_, text)| text.content.clone());
            notes.collect::<Vec<String>>().join(" ").matches("Note ").count()
        };
        use crate::chart::Size::{Narrow, Report, Slide};
        assert_eq!([foot(0, Report), foot(1, Report), foot(6, Report)], [1, 1, 6]);
        assert_eq!([foot(6, Narrow), foot(1, Slide), foot(6, Slide)], [6, 1, 6]);
    }

    #[test]
    fn on_a_slide_the_foot_stands_in_two_columns() {
        let mut chart = fixtures::threat();
        let note = |at: usize| format!("Note {at}: {}", "some words ".repeat(14));
        chart.notes = Runs::notes((0..6).map(note));
        let style = Style::of(&Chart {
            wanted: crate::chart::Wanted { size: Some(crate::chart::Size::Slide), ..chart.wanted },
            ..chart.clone()
        });
        let scene = crate::draw::draw(&chart, &style).unwrap();
        let notes: Vec<(f64, f64, f64)> = scene
            .shapes
            .iter()
            .filter(|shape| shape.role == Role::Note)
            .filter_map(|shape| match &shape.form {
                Form::Text(text) => Some((text.at.x, text.at.x + text.width, text.at.y)),
                _ => None,
            })
            .collect();
        let starts: std::collections::BTreeSet<i64> =
            notes.iter().map(|(left, ..)| *left as i64).collect();
        assert_eq!(starts.len(), 2, "{notes:?}");
        let second = *starts.last().unwrap() as f64;
        let over = |note: &&(f64, f64, f64)| note.0 < second - 1.0 && note.1 > second;
        assert_eq!(notes.iter().find(over), None);
    }
}
