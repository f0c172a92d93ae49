//! Hatching: lines cut to a rectangle, because patterns and clip paths are not drawn alike
//! everywhere.

use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot};
use crate::draw::theme::Hatch;

/// Between two lines, across them.
const PITCH: f64 = 4.5;
const WIDTH: f64 = 1.1;

/// Draws the lines of a hatching within an area.
pub(in crate::draw) fn draw(scene: &mut Scene, hatch: Hatch, area: Area, colour: Colour) {
    for (from, to) in lines(hatch, area) {
        let paint = Paint::stroke(colour, WIDTH);
        scene.shapes.push(Shape::new(Role::Mark, Form::Line(from, to), paint));
    }
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
    fn a_bar_of_some_size_shows_its_hatching() {
        let area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 12.0 };
        for hatch in &ALL[1..] {
            assert!(lines(*hatch, area).len() >= 2, "{hatch:?}");
        }
    }
}
