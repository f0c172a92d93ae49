//! What must hold of every picture, whatever the chart.

use proptest::prelude::*;

use crate::chart::*;
use crate::draw::scene::{Area, Form, Role, Shape, Spot};
use crate::draw::theme::contrast::ratio;
use crate::draw::value_axis::float;
use crate::draw::{Scene, Style, Unfit, draw};

pub fn looks() -> impl Iterator<Item = Look> {
    let themes = |size| ThemeName::ALL.map(|theme| Look::new(size, theme));
    Size::ALL.into_iter().flat_map(themes)
}

/// Lawful, or refused with a height in which it is.
pub fn lawful_as(chart: &Chart, look: Look) -> Result<(), TestCaseError> {
    let style = Style::new(look, None);
    match draw(chart, &style) {
        Ok(scene) if style.height.is_none() => lawful(chart, &scene),
        Ok(scene) => lawful_in_a_height(chart, &scene),
        Err(Unfit::TooLow { needed, .. }) => {
            match draw(chart, &Style::new(look, Some(needed as u32))) {
                Ok(scene) => lawful_in_a_height(chart, &scene),
                Err(unfit) => Err(TestCaseError::fail(unfit.to_string())),
            }
        }
        Err(unfit) => Err(TestCaseError::fail(unfit.to_string())),
    }
}

/// What must hold of every picture that is as high as it needs to be.
pub fn lawful(chart: &Chart, scene: &Scene) -> Result<(), TestCaseError> {
    for point in chart.panels.iter().flat_map(|p| &p.layers).flat_map(|l| &l.points) {
        let labelled = is_labelled(scene, &point.figure);
        prop_assert!(labelled || !point.label.required, "{} has no label", point.figure);
    }
    lawful_in_a_height(chart, scene)
}

fn is_labelled(scene: &Scene, figure: &str) -> bool {
    scene.texts(&[Role::Label]).any(|(shape, _)| shape.figure.as_deref() == Some(figure))
}

/// What must hold of every picture, of a given height too, where labels that need not be there go.
fn lawful_in_a_height(chart: &Chart, scene: &Scene) -> Result<(), TestCaseError> {
    let canvas = Area { left: 0.0, top: 0.0, right: scene.width, bottom: scene.height };
    for shape in &scene.shapes {
        let area = shape.area();
        prop_assert!(canvas.contains(&area), "{:?} leaves the picture", shape);
    }
    let texts = scene.shapes.iter().filter_map(|shape| match &shape.form {
        Form::Text(text) => Some((text.reserve(), text.content.as_str())),
        _ => None,
    });
    let mut texts: Vec<(Area, &str)> = texts.collect();
    texts.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
    for (at, (area, content)) in texts.iter().enumerate() {
        prop_assert!(canvas.contains(area), "`{}` leaves the picture", content);
        let rest = texts[at + 1..].iter().take_while(|(other, _)| other.top < area.bottom);
        for (other, with) in rest {
            let clear = !area.overlaps(&other.grown(-0.01));
            prop_assert!(clear, "`{}` overlaps `{}`", content, with);
        }
    }
    for point in chart.panels.iter().flat_map(|p| &p.layers).flat_map(|l| &l.points) {
        let labelled = is_labelled(scene, &point.figure);
        prop_assert!(labelled || !point.label.must, "{} has no label", point.figure);
        let marked = |shape: &Shape| {
            shape.role == Role::Mark && shape.figure.as_ref() == Some(&point.figure)
        };
        prop_assert!(scene.shapes.iter().any(marked), "{} has no mark", point.figure);
    }
    let events = chart.panels.iter().flat_map(|panel| &panel.events);
    let named = events.filter(|event| !event.label.is_empty()).count();
    let lines = scene.texts(&[Role::EventLabel]).count();
    prop_assert!(lines >= named, "{} events have {} labels", named, lines);
    for ring in scene.shapes.iter().filter(|shape| shape.role == Role::EventLabel) {
        let Form::Circle { centre, .. } = ring.form else { continue };
        let own = |area: &Area| {
            (area.left..area.right).contains(&centre.x)
                && (area.top..area.bottom).contains(&centre.y)
        };
        let other = texts.iter().find(|(area, _)| !own(area) && area.overlaps(&ring.area()));
        prop_assert!(other.is_none(), "{:?} overlaps {:?}", ring, other);
    }
    uncovered(scene)?;
    legible(scene)?;
    in_order(chart, scene)
}

/// No word lies on a mark or on what joins marks.
fn uncovered(scene: &Scene) -> Result<(), TestCaseError> {
    let words = [Role::GridLabel, Role::TickLabel, Role::EventLabel, Role::Gap, Role::Label];
    for (label, text) in scene.texts(&words) {
        // From the top of a capital to the base line.
        let (top, bottom) = (text.at.y - 0.72 * text.size, text.at.y);
        let area = Area { top, bottom, ..text.area(1.0) };
        let within = own_body(scene, label);
        // What lies below a ground of the page's colour is not seen.
        let backed = scene.shapes.iter().rposition(|shape| match &shape.form {
            Form::Rect(ground) => shape.role == Role::Backing && ground.contains(&area),
            _ => false,
        });
        let seen = scene.shapes[backed.unwrap_or(0)..].iter();
        let others = seen.filter(|shape| !within.is_some_and(|own| own == *shape));
        for shape in others.filter(|s| matches!(s.role, Role::Mark | Role::Line)) {
            let clear = match &shape.form {
                Form::Polyline(spots) => {
                    spots.windows(2).all(|pair| !crosses(pair[0], pair[1], &area))
                }
                Form::Line(from, to) => !crosses(*from, *to, &area),
                _ => !shape.area().overlaps(&area),
            };
            prop_assert!(clear, "`{}` lies on {:?}", text.content, shape);
        }
    }
    Ok(())
}

/// The part of a whole within which a label of it stands, if it does.
fn own_body<'s>(scene: &'s Scene, label: &Shape) -> Option<&'s Shape> {
    let Form::Text(text) = &label.form else { return None };
    let holds = |shape: &&Shape| match &shape.form {
        Form::Rect(area) => {
            shape.role == Role::Mark
                && shape.figure == label.figure
                && area.grown(0.8).contains(&text.reserve())
        }
        _ => false,
    };
    scene.shapes.iter().find(holds)
}

/// Does some part of a line lie within the area?
fn crosses(from: Spot, to: Spot, area: &Area) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let across = (from.x, to.x - from.x, area.left, area.right);
    let along = (from.y, to.y - from.y, area.top, area.bottom);
    for (start, by, low, high) in [across, along] {
        if by == 0.0 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / by, (high - start) / by);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    enter < leave
}

/// Words and marks stand out from the ground, and no text is small.
fn legible(scene: &Scene) -> Result<(), TestCaseError> {
    for shape in &scene.shapes {
        let colours = [shape.paint.fill, shape.paint.stroke.map(|stroke| stroke.colour)];
        let ground = own_body(scene, shape).and_then(|own| {
            let share = own.paint.fill_opacity.unwrap_or(1.0);
            Some(own.paint.fill?.over(scene.background, share))
        });
        let ground = ground.unwrap_or(scene.background);
        let best = colours.into_iter().flatten().map(|colour| ratio(colour, ground));
        let best = best.fold(1.0, f64::max);
        let least = match (&shape.form, shape.role) {
            (Form::Text(text), _) => {
                prop_assert!(text.size >= 12.0, "{:?} is small", text);
                4.5
            }
            (_, Role::Mark | Role::Line | Role::Key | Role::Event | Role::Break) => 3.0,
            _ => 1.0,
        };
        prop_assert!(best >= least, "{:?} is faint: {:.2}", shape, best);
    }
    Ok(())
}

/// Dots lie to the right of those before them and above those with smaller values: none has been
/// moved to an edge.
fn in_order(chart: &Chart, scene: &Scene) -> Result<(), TestCaseError> {
    for panel in &chart.panels {
        let mut dots: Vec<(f64, f64, f64, f64)> = Vec::new();
        for point in panel.layers.iter().flat_map(|layer| &layer.points) {
            let own = scene.shapes.iter().filter(|s| s.figure.as_ref() == Some(&point.figure));
            let centre = own.into_iter().find_map(|shape| match shape.form {
                Form::Circle { centre, .. } => Some(centre),
                _ => None,
            });
            let value = point.quantity.value().map(float);
            if let (Some(centre), Some(value)) = (centre, value) {
                dots.push((point.at, value, centre.x, centre.y));
            }
        }
        let mut by = |time: bool| {
            let key =
                |dot: &(f64, f64, f64, f64)| if time { (dot.0, dot.2) } else { (dot.1, -dot.3) };
            dots.sort_by(|a, b| key(a).0.total_cmp(&key(b).0));
            dots.windows(2).all(|pair| key(&pair[0]).1 <= key(&pair[1]).1 + 0.011)
        };
        prop_assert!(by(true) && by(false), "dots are out of order");
        // Days are to scale: any two spans of time are as their widths.
        dots.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let (Some(&first), Some(&last)) = (dots.first(), dots.last()) {
            for dot in &dots {
                let expected = (dot.0 - first.0) * (last.2 - first.2);
                let found = (dot.2 - first.2) * (last.0 - first.0);
                let days = (last.0 - first.0).max(1.0);
                prop_assert!((expected - found).abs() <= 0.03 * days, "{:?} is not to scale", dot);
            }
        }
    }
    Ok(())
}
