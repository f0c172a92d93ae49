//! Hatching: lines cut to a rectangle, because patterns and clip paths are not drawn alike
//! everywhere.

use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot};
use crate::draw::theme::Hatch;

/// Between two lines, across them.
const PITCH: f64 = 4.5;
const WIDTH: f64 = 1.1;

/// Fills the rectangle drawn last with lines instead, where a series asks for them.
pub(in crate::draw) fn hatched(scene: &mut Scene, hatch: Hatch, colour: Colour, ground: Colour) {
    let Some(shape) = scene.shapes.last_mut().filter(|_| hatch != Hatch::None) else { return };
    let Form::Rect(area) = &mut shape.form else { return };
    *area = area.grown(-0.5_f64.min(area.width() / 2.0).min(area.height() / 2.0));
    let area = *area;
    shape.paint = Paint { fill: Some(ground), ..Paint::stroke(colour, 1.0) };
    draw(scene, hatch, area, colour);
}

/// Draws the lines of a hatching within an area.
pub(in crate::draw) fn draw(scene: &mut Scene, hatch: Hatch, area: Area, colour: Colour) {
    for (from, to) in lines(hatch, area) {
        let paint = Paint::stroke(colour, WIDTH);
        scene.shapes.push(Shape::new(Role::Mark, Form::Line(from, to), paint));
    }
}

/// Draws the lines of a hatching within four-sided fields that lie side by side.
pub(in crate::draw) fn draw_within(
    scene: &mut Scene,
    hatch: Hatch,
    fields: &[[Spot; 4]],
    colour: Colour,
) {
    let corners = || fields.iter().flatten();
    let Some(first) = corners().next() else { return };
    let dot = Area { left: first.x, right: first.x, top: first.y, bottom: first.y };
    let area = corners().fold(dot, |all, spot| Area {
        left: all.left.min(spot.x),
        right: all.right.max(spot.x),
        top: all.top.min(spot.y),
        bottom: all.bottom.max(spot.y),
    });
    for line in lines(hatch, area) {
        for (from, to) in fields.iter().filter_map(|field| cut(line, field)) {
            let paint = Paint::stroke(colour, WIDTH);
            scene.shapes.push(Shape::new(Role::Band, Form::Line(from, to), paint));
        }
    }
}

/// What of a line lies within a field without hollows.
fn cut((from, to): (Spot, Spot), field: &[Spot; 4]) -> Option<(Spot, Spot)> {
    let mean = |of: fn(&Spot) -> f64| field.iter().map(of).sum::<f64>() / 4.0;
    let centre = Spot { x: mean(|spot| spot.x), y: mean(|spot| spot.y) };
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for at in 0..4 {
        let (one, other) = (field[at], field[(at + 1) % 4]);
        let side = |spot: Spot| {
            (other.x - one.x) * (spot.y - one.y) - (other.y - one.y) * (spot.x - one.x)
        };
        let inside = side(centre).signum();
        let (near, far) = (side(from) * inside, side(to) * inside);
        match (near < 0.0, far < 0.0) {
            (true, true) => return None,
            (true, false) => start = start.max(near / (near - far)),
            (false, true) => end = end.min(near / (near - far)),
            (false, false) => {}
        }
    }
    let along = |share: f64| Spot {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
    };
    (end > start).then(|| (along(start), along(end)))
}

fn lines(hatch: Hatch, area: Area) -> Vec<(Spot, Spot)> {
    match hatch {
        Hatch::None => Vec::new(),
        Hatch::Level => steps(area.top, area.bottom)
            .map(|y| (Spot { x: area.left, y }, Spot { x: area.right, y }))
            .collect(),
        Hatch::Upright => steps(area.left, area.right)
            .map(|x| (Spot { x, y: area.top }, Spot { x, y: area.bottom }))
            .collect(),
        Hatch::Falling => slanted(area),
        Hatch::Rising => slanted(area).into_iter().map(|line| mirrored(line, area)).collect(),
        Hatch::Crossed => {
            let falling = slanted(area);
            let rising = falling.iter().map(|line| mirrored(*line, area));
            falling.iter().copied().chain(rising).collect()
        }
    }
}

/// Places between two edges, as far from one as from the other.
fn steps(from: f64, to: f64) -> impl Iterator<Item = f64> {
    let count = ((to - from) / PITCH).floor().clamp(0.0, 2_000.0);
    let first = from + ((to - from) - (count - 1.0).max(0.0) * PITCH) / 2.0;
    (0..count as u32).map(move |at| first + PITCH * f64::from(at))
}

/// Lines that fall to the right by as much as they run, cut to the area.
fn slanted(area: Area) -> Vec<(Spot, Spot)> {
    let (width, height) = (area.width(), area.height());
    let pitch = PITCH * std::f64::consts::SQRT_2;
    let count = ((width + height) / pitch).ceil().clamp(0.0, 2_000.0) as u32;
    let line = |at: u32| {
        // Where it would leave the left edge, counted down from the top.
        let start = height - pitch * (f64::from(at) + 0.5);
        let (from, to) = ((-start).max(0.0), (height - start).min(width));
        let spot = |along: f64| Spot { x: area.left + along, y: area.top + start + along };
        (to > from).then(|| (spot(from), spot(to)))
    };
    (0..count).filter_map(line).collect()
}

fn mirrored((from, to): (Spot, Spot), area: Area) -> (Spot, Spot) {
    let flip = |spot: Spot| Spot { x: area.left + area.right - spot.x, ..spot };
    (flip(from), flip(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Hatch; 6] =
        [Hatch::None, Hatch::Rising, Hatch::Falling, Hatch::Level, Hatch::Upright, Hatch::Crossed];

    proptest! {
        #[test]
        fn no_line_leaves_its_area(
            left in 0.0..100.0f64,
            top in 0.0..100.0f64,
            width in 0.0..200.0f64,
            height in 0.0..200.0f64,
        ) {
            let area = Area { left, top, right: left + width, bottom: top + height };
            for (from, to) in ALL.into_iter().flat_map(|hatch| lines(hatch, area)) {
                for spot in [from, to] {
                    let dot = Area { left: spot.x, right: spot.x, top: spot.y, bottom: spot.y };
                    prop_assert!(area.grown(1e-9).contains(&dot), "{:?} {:?}", spot, area);
                }
            }
        }
    }

    #[test]
    fn the_hatching_of_a_band_stays_within_it() {
        let spot = |x: f64, y: f64| Spot { x, y };
        let field = [spot(0.0, 90.0), spot(60.0, 40.0), spot(60.0, 10.0), spot(0.0, 60.0)];
        for hatch in &ALL[1..] {
            let mut scene = Scene::new(100.0, 100.0, Colour(255, 255, 255));
            draw_within(&mut scene, *hatch, &[field], Colour(0, 0, 0));
            assert!(scene.shapes.len() > 3, "{hatch:?}");
            for shape in &scene.shapes {
                let Form::Line(from, to) = shape.form else { panic!("{shape:?}") };
                for end in [from, to] {
                    let low = 90.0 - end.x * 50.0 / 60.0;
                    assert!(end.y < low + 1e-6 && end.y > low - 30.0 - 1e-6, "{hatch:?} {end:?}");
                }
            }
        }
    }

    #[test]
    fn a_bar_of_some_size_shows_its_hatching() {
        let area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 12.0 };
        for hatch in &ALL[1..] {
            assert!(lines(*hatch, area).len() >= 2, "{hatch:?}");
        }
    }
}
