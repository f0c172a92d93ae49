//! What the labels of a panel must not cover: everything already drawn, and each other.

use std::rc::Rc;

use super::found::PlacedLabel;
use super::marks::Marks;
use crate::draw::occupied::{Band, Occupied};
use crate::draw::scene::{Area, Colour, Form, Role, Shape, Spot};

/// What the labels of one panel must not cover.
#[derive(Clone)]
pub(in crate::draw) struct Ground {
    pub(super) region: Area,
    pub(super) solid: Occupied,
    lines: Occupied,
    grid: Vec<f64>,
    pub(super) marks: Rc<Marks>,
    pub(super) bands: Vec<Area>,
}

impl Ground {
    /// Of the shapes already drawn in a panel.
    pub fn of(shapes: &[Shape], region: Area, paper: Colour) -> Ground {
        let empty = Occupied::new(region);
        let mut ground = Ground {
            region,
            lines: empty.clone(),
            solid: empty,
            grid: Vec::new(),
            marks: Rc::new(marks(shapes, region, paper)),
            bands: Vec::new(),
        };
        for shape in shapes {
            ground.take(shape);
        }
        ground
    }

    fn take(&mut self, shape: &Shape) {
        match (shape.role, &shape.form) {
            (Role::Grid, Form::Line(from, _)) => self.grid.push(from.y),
            (Role::Band, Form::Rect(area)) => self.bands.push(*area),
            // A number in a band would be read as one of its.
            (Role::Band, Form::Polygon(corners)) => {
                for slice in slices(corners) {
                    self.lines.fill(&slice);
                }
            }
            (Role::Band | Role::Backing, _) => {}
            (_, Form::Text(text)) => self.solid.fill(&text.reserve()),
            (Role::Line, Form::Polyline(spots)) => {
                for pair in spots.windows(2) {
                    self.lines.stroke(pair[0], pair[1], 4.0);
                }
            }
            // A leader line may cross it.
            (Role::Mark, _) if is_tiny(shape) => {
                self.lines.fill(&shape.area());
            }
            (Role::Mark, _) => {
                self.solid.fill(&shape.area().grown(0.5));
            }
            // A label on the other side of a break would seem to be of what is there.
            (Role::Break, Form::Line(from, to)) => self.solid.stroke(*from, *to, 2.0),
            (_, Form::Line(from, to)) => self.lines.stroke(*from, *to, 2.0),
            _ => {}
        }
    }

    pub(super) fn free(&self, area: &Area, margin: f64) -> bool {
        let wide = Area { left: area.left - margin, right: area.right + margin, ..*area };
        self.region.contains(area) && self.solid.free(&wide) && self.lines.free(&wide)
    }

    /// What is taken between two heights, solid or not.
    pub(super) fn band(&self, top: f64, bottom: f64) -> Band {
        self.solid.band(top, bottom).and(&self.lines.band(top, bottom))
    }

    pub(super) fn keep(&mut self, found: &PlacedLabel) {
        self.solid.fill(&found.area);
        if let Some((from, to)) = found.leader {
            self.solid.stroke(from, to, 2.0);
        }
    }

    pub(super) fn crosses_grid(&self, area: &Area) -> bool {
        self.grid.iter().any(|y| area.top + 1.0 < *y && *y < area.bottom - 1.0)
    }
}

/// How wide a slice is, in pixels.
const SLICE: f64 = 4.0;

/// Upright slices of a band.
fn slices(corners: &[Spot]) -> Vec<Area> {
    let sides = || corners.iter().zip(corners.iter().cycle().skip(1));
    let within = |x: f64| {
        let crossed = sides().filter(move |(one, other)| {
            let (left, right) = (one.x.min(other.x), one.x.max(other.x));
            left <= x && x <= right && left < right
        });
        crossed.map(move |(one, other)| one.y + (other.y - one.y) * (x - one.x) / (other.x - one.x))
    };
    let (left, right) =
        corners.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), one| {
            (left.min(one.x), right.max(one.x))
        });
    let count = ((right - left) / SLICE).ceil().max(0.0) as usize;
    let slice = |at: usize| {
        let from = left + at as f64 * SLICE;
        let to = (from + SLICE).min(right);
        let ys = within(from).chain(within(to));
        let (top, bottom) = ys.fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), y| {
            (top.min(y), bottom.max(y))
        });
        Area { left: from, right: to, top, bottom }
    };
    (0..count).map(slice).filter(|area| area.top < area.bottom).collect()
}

/// A tiny dot is a part of its line.
fn is_tiny(shape: &Shape) -> bool {
    matches!(shape.form, Form::Circle { radius, .. } if radius < 2.0)
}

/// The marks that can be told apart, the shapes of a figure as one.
fn marks(shapes: &[Shape], region: Area, paper: Colour) -> Marks {
    let mut marks = Marks::new(region, paper);
    let mut own: Vec<&Shape> = Vec::new();
    for shape in shapes.iter().filter(|shape| shape.role == Role::Mark && !is_tiny(shape)) {
        if own.last().is_some_and(|last| last.figure != shape.figure) {
            marks.take(&own);
            own.clear();
        }
        own.push(shape);
    }
    marks.take(&own);
    marks
}
