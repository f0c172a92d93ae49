//! The words and marks of every picture: present, apart, inside, dark enough, and in their place.

use std::collections::BTreeMap;

use crate::common;
use crate::common::picture::{Colour, Picture, Shape, judge_picture};
use crate::common::{Faults, drawn};
use sourceline::chart::{
    Against, Arrangement, Body, Chart, Hue, Joins, Layer, MOST_SERIES, Panel, Point, ThemeName,
};
use sourceline::draw::scene::{Area, Form, Role, Spot};
use sourceline::draw::theme::Theme;

#[test]
fn nothing_overlaps_or_leaves_the_picture_and_every_text_can_be_read() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let told = |what| format!("{}: {what}", case.name);
        judge_picture(&Picture::read(&drawn.svg), &told, &mut faults);
    }
    faults.none();
}

#[test]
fn no_text_lies_on_a_mark() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let picture = Picture::read(&drawn.svg);
        let marks: Vec<&Shape> = picture
            .shapes
            .iter()
            .filter(|shape| shape.figure.is_some() && matches!(&*shape.element, "circle" | "rect"))
            .collect();
        for text in &picture.texts {
            let around = text.around(1.0);
            for mark in &marks {
                // The number of a part stands within it.
                let within = mark.element == "rect"
                    && mark.figure == text.figure
                    && mark.around.contains(&around);
                faults.check(within || !around.overlaps(&mark.around), || {
                    let figure = mark.figure.as_deref().unwrap_or_default();
                    format!("{}: {:?} lies on the mark of {figure}", case.name, text.content)
                });
            }
        }
    }
    faults.none();
}

#[test]
fn no_line_is_drawn_through_a_label() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let strokes = drawn.scene.shapes.iter().filter(|shape| {
            matches!(shape.role, Role::Line | Role::Leader | Role::Break | Role::Event)
        });
        let strokes: Vec<(Spot, Spot)> = strokes.flat_map(|shape| segments(&shape.form)).collect();
        for (_, text) in drawn.scene.texts(&[Role::Label, Role::EventLabel, Role::Gap]) {
            // From the top of a capital to the baseline: a leader may start right under it.
            let (top, bottom) = (text.at.y - 0.72 * text.size, text.at.y);
            let around = Area { top, bottom, ..text.area(1.0) };
            for (from, to) in &strokes {
                faults.check(!crosses(*from, *to, &around), || {
                    format!("{}: a line runs through {:?}", case.name, text.content)
                });
            }
        }
    }
    faults.none();
}

fn segments(form: &Form) -> Vec<(Spot, Spot)> {
    match form {
        Form::Line(from, to) => vec![(*from, *to)],
        Form::Polyline(spots) => spots.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        _ => Vec::new(),
    }
}

/// Is some part of the segment inside the area? Told by walking along it in small steps.
fn crosses(from: Spot, to: Spot, area: &Area) -> bool {
    let steps = ((to.x - from.x).hypot(to.y - from.y) * 2.0).ceil().max(1.0);
    (0..=steps as u32).any(|step| {
        let share = f64::from(step) / steps;
        let (x, y) = (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        area.left < x && x < area.right && area.top < y && y < area.bottom
    })
}

#[test]
fn contrast_is_that_of_the_accessibility_guidelines() {
    let of = |text| Colour::parse(text).expect("a colour");
    assert_eq!(of("#000000").contrast(of("#ffffff")), 21.0);
    assert!((of("#767676").contrast(of("#ffffff")) - 4.54).abs() < 0.01);
    assert_eq!(Colour::parse("#fff"), None);
}

#[test]
fn every_mark_stands_out_from_what_it_lies_on() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let picture = Picture::read(&drawn.svg);
        for shape in picture.shapes.iter().filter(|shape| shape.figure.is_some() || shape.dashed) {
            let ratio = contrast(&picture, shape);
            // One line of many that stand back may lie on another of the same grey.
            let on_its_like = (ratio - 1.0).abs() < 0.01 && is_grey(shape);
            faults.check(ratio >= 3.0 || on_its_like, || {
                format!("{}: {shape:?} has a contrast of {ratio:.2}", case.name)
            });
        }
    }
    faults.none();
}

/// Has it the grey of what stands back?
fn is_grey(shape: &Shape) -> bool {
    let rest = ThemeName::ALL.map(|theme| Theme::named(theme).rest);
    let rest = rest.map(|rest| Colour(rest.0.into(), rest.1.into(), rest.2.into()));
    let ink = shape.fill.or(shape.stroke).map(|paint| paint.colour);
    let near = |one: Colour| {
        let part = |one: f64, other: f64| (one * 255.0 - other).abs() < 0.5;
        ink.is_some_and(|ink| part(ink.0, one.0) && part(ink.1, one.1) && part(ink.2, one.2))
    };
    rest.into_iter().any(near)
}

/// Of the ink that shows best: a hollow mark is seen by its outline. What the same figure painted
/// before, such as a halo, counts as part of the mark and not of what it lies on.
fn contrast(picture: &Picture, shape: &Shape) -> f64 {
    let first = picture.shapes.iter().find(|other| {
        shape.figure.is_some() && other.figure == shape.figure && other.figure.is_some()
    });
    let (x, y) = shape.around.centre();
    let under: Colour = picture.behind(x, y, first.map_or(shape.order, |first| first.order));
    let inks = shape.fill.into_iter().chain(shape.stroke);
    let ratios = inks.map(|ink| ink.seen_on(under).contrast(under));
    let halo = shape.element != "line" && is_halo(picture, shape);
    if halo { f64::INFINITY } else { ratios.fold(0.0, f64::max) }
}

/// A shape in the colour of the paper under a mark that keeps it apart from its neighbours.
fn is_halo(picture: &Picture, shape: &Shape) -> bool {
    let paper = picture.shapes[0].fill;
    let of_paper = |paint: Option<common::picture::Paint>| paint.is_none() || paint == paper;
    let follows = picture.shapes.iter().any(|other| {
        other.order > shape.order
            && other.figure == shape.figure
            && other.around.holds(shape.around.centre().0, shape.around.centre().1)
    });
    of_paper(shape.fill) && of_paper(shape.stroke) && follows
}

#[test]
fn every_label_that_must_be_there_is_there() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let said = sayings(&Picture::read(&drawn.svg));
        let mut wanted: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let by_author_none = case.spec.lines().any(|line| line == "labels = \"none\"");
        for point in must_be_labelled(&drawn.chart) {
            // What a spec asks to have no label, and what need not be said to protect a reader.
            if by_author_none && !point.disputed && !point.forecast {
                continue;
            }
            let number = common::by_the_key(&drawn.chart, &drawn.scene, point);
            for mut words in words_of(point) {
                words.extend(number.clone());
                // `£642m` where labels are crowded
                let short = |word: &String| drawn.chart.language.with_short_scale(word);
                words.extend(words.iter().map(short).collect::<Vec<String>>());
                words.dedup();
                *wanted.entry(words).or_default() += 1;
            }
        }
        for connector in connectors(&drawn.chart) {
            *wanted.entry(vec![connector]).or_default() += 1;
        }
        for (either, wanted) in wanted {
            let fits = |said: &&String| either.iter().any(|label| says(said, label));
            let found = said.iter().filter(fits).count();
            faults.check(found >= wanted, || {
                format!("{}: {either:?} is there {found} times, not {wanted}", case.name)
            });
        }
    }
    faults.none();
}

/// What must be read of a point, each in any one of the ways listed: its value, or both ends of a
/// range, which an interval block shows by themselves or as one label.
fn words_of(point: &Point) -> Vec<Vec<String>> {
    let whole = point.label.text().into_owned();
    match &point.label.ends {
        Some((low, high)) => vec![vec![low.clone(), whole.clone()], vec![high.clone(), whole]],
        None => vec![vec![whole]],
    }
}

/// Every label from its first line on: a label may be set on several lines.
fn sayings(picture: &Picture) -> Vec<String> {
    let texts: Vec<&str> = picture.texts.iter().map(|text| &*text.content).collect();
    let from = |at: usize| {
        let text = texts[at..].iter().take(4).copied().collect::<Vec<_>>().join(" ");
        text.replace('\u{a0}', " ")
    };
    (0..texts.len()).map(from).collect()
}

fn says(said: &str, label: &str) -> bool {
    let rest = said.strip_prefix(&label.replace('\u{a0}', " "));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
}

fn connectors(chart: &Chart) -> impl Iterator<Item = String> {
    let layers = chart.panels.iter().flat_map(|panel| &panel.layers);
    layers.filter_map(|layer| layer.connector.as_ref()).map(|one| one.label.text().into_owned())
}

/// All bars of a panel of up to twelve labels, and up to four points of a small multiple; else the
/// first, the last, the highest, the lowest, the disputed, forecasts and both sides of a break. Of equals it is enough that one is labelled, and which one
/// is not our concern: a label is counted by its words.
fn must_be_labelled(chart: &Chart) -> Vec<&Point> {
    let mut wanted = Vec::new();
    let small = chart.arrangement == Arrangement::SmallMultiples;
    for panel in &chart.panels {
        for layer in &panel.layers {
            wanted.extend(must_be_labelled_of(panel, layer, small));
            wanted.extend(layer.targets.iter().filter(|point| !point.label.value.is_empty()));
        }
    }
    wanted
}

/// Of a line that stands back the end has a label, with its name, while there are no more series than
/// colours, and in any case what would mislead without.
fn must_be_labelled_behind<'c>(panel: &Panel, layer: &'c Layer) -> Vec<&'c Point> {
    let last = layer.points.len() - 1;
    let all = layer.points.iter().enumerate();
    let must = all.filter(|(at, point)| {
        let end = *at == last && panel.layers.len() <= MOST_SERIES;
        end || point.disputed || point.forecast
    });
    must.map(|(_, point)| point).collect()
}

fn must_be_labelled_of<'c>(panel: &Panel, layer: &'c Layer, small: bool) -> Vec<&'c Point> {
    let points = &layer.points;
    if points.is_empty() {
        return Vec::new();
    }
    if layer.mark.traits().stacks {
        return points.iter().filter(|point| point.disputed).collect();
    }
    let in_panel: usize = panel.layers.iter().map(|layer| layer.points.len()).sum();
    let bars = layer.mark.traits().body == Body::Bar;
    if bars && (if small { points.len() <= 4 } else { in_panel <= 12 }) {
        return points.iter().collect();
    }
    if layer.hue == Hue::Grey && layer.mark.traits().joins == Joins::Points {
        return must_be_labelled_behind(panel, layer);
    }
    let all = 0..points.len();
    let high = |at: usize| points[at].quantity.numbers().into_iter().max();
    let low = |at: usize| points[at].quantity.numbers().into_iter().min();
    // Of equals any one.
    let named = |at: usize| !points[at].label.value.is_empty();
    let ends = [0, points.len() - 1];
    let highest = all.clone().max_by_key(|at| (high(*at), named(*at), ends.contains(at)));
    let lowest = all.clone().min_by_key(|at| (low(*at), !named(*at), !ends.contains(at)));
    let mut wanted: Vec<usize> = ends.into_iter().chain(highest).chain(lowest).collect();
    for at in all {
        let after = panel.breaks.iter().any(|one| one.figure == points[at].figure);
        if after {
            wanted.extend(at.checked_sub(1));
        }
        if after || points[at].disputed || points[at].forecast {
            wanted.push(at);
        }
    }
    // What only repeats another is labelled there.
    for at in &mut wanted {
        while points[*at].repeats {
            *at -= 1;
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    wanted.into_iter().map(|at| &points[at]).collect()
}

#[test]
fn time_is_to_scale() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let picture = Picture::read(&drawn.svg);
        let panels: Vec<Vec<(f64, f64)>> = drawn
            .chart
            .panels
            .iter()
            .filter(over_time)
            .map(|panel| places(panel, &picture))
            .collect();
        let one_axis = drawn.chart.arrangement == Arrangement::Stacked;
        let axes = if one_axis { vec![panels.concat()] } else { panels };
        for mut places in axes {
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
            let days = last.0 - first.0;
            for (day, x) in &places {
                let share = if days > 0.0 { (day - first.0) / days } else { 0.0 };
                let wanted = first.1 + share * (last.1 - first.1);
                faults.check((x - wanted).abs() < 0.25, || {
                    format!("{}: day {day} stands at {x}, not at {wanted:.2}", case.name)
                });
            }
        }
    }
    faults.none();
}

/// Rows have no axis of time.
fn over_time(panel: &&Panel) -> bool {
    panel.form == Against::Time
}

/// The day of each point and where the middle of its mark stands. Bars that share a period stand
/// around its middle, not at it.
fn places(panel: &Panel, picture: &Picture) -> Vec<(f64, f64)> {
    let grouped =
        panel.layers.iter().filter(|layer| layer.mark.traits().body == Body::Bar).count() > 1;
    let layers = panel.layers.iter().filter(|layer| {
        layer.connector.is_none() && !(grouped && layer.mark.traits().body == Body::Bar)
    });
    let points = layers.flat_map(|layer| &layer.points);
    points
        .filter_map(|point| {
            let of_point = |shape: &&Shape| shape.figure.as_deref() == Some(&*point.figure);
            let mut marks = picture.shapes.iter().filter(of_point);
            let first = marks.clone().find(|shape| shape.element == "circle");
            let mark = first.or_else(|| marks.find(|shape| shape.element == "rect"))?;
            Some((point.at, mark.around.centre().0))
        })
        .collect()
}

#[test]
fn the_picture_with_uneven_days_is_among_them() {
    let (_, _, drawn) =
        drawn().find(|(_, case, _)| case.name == "uneven-days").expect("it is drawn");
    let picture = Picture::read(&drawn.svg);
    assert_eq!(places(&drawn.chart.panels[0], &picture).len(), 8);
}
