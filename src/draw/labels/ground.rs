//! What the labels of a panel must not cover: everything already drawn, and each other.

use super::Found;
use crate::draw::occupied::Occupied;
use crate::draw::scene::{Area, Colour, Form, Role, Shape};

/// What the labels of one panel must not cover.
#[derive(Clone)]
pub(in crate::draw) struct Ground {
    pub(super) region: Area,
    pub(super) solid: Occupied,
    lines: Occupied,
    grid: Vec<f64>,
    /// Of every figure that can be told apart, and of events.
    marks: Vec<(Area, Option<Colour>)>,
    pub(super) bands: Vec<Area>,
    paper: Colour,
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
            marks: Vec::new(),
            bands: Vec::new(),
            paper,
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
            (Role::Band | Role::Backing, _) => {}
            (_, Form::Text(text)) => self.solid.fill(&text.reserve()),
            (Role::Line, Form::Polyline(spots)) => {
                for pair in spots.windows(2) {
                    self.lines.stroke(pair[0], pair[1], 4.0);
                }
            }
            // A tiny dot is a part of its line: a leader line may cross it.
            (Role::Mark, Form::Circle { radius, .. }) if *radius < 2.0 => {
                self.lines.fill(&shape.area());
            }
            (Role::Mark, _) => {
                self.marks.push((shape.area(), shape.paint.ink(self.paper)));
                self.solid.fill(&shape.area().grown(0.5));
            }
            (_, Form::Line(from, to)) => self.lines.stroke(*from, *to, 2.0),
            _ => {}
        }
    }

    pub(super) fn free(&self, area: &Area, margin: f64) -> bool {
        let wide = Area { left: area.left - margin, right: area.right + margin, ..*area };
        self.region.contains(area) && self.solid.free(&wide) && self.lines.free(&wide)
    }

    /// Does a label at this place belong to another mark as much as to its own, or rather to that?
    pub(super) fn doubt(&self, text: &Area, own: &Area) -> Doubt {
        // A mark under the end of a text is a little further off than one under its middle.
        let middle = |area: &Area| (area.left + area.right) / 2.0;
        let aside = text.bottom > own.top && text.top < own.bottom;
        let offset = if aside { 0.0 } else { (0.2 * (middle(own) - middle(text)).abs()).min(6.0) };
        let mine = gap(text, own) + offset;
        let own = own.grown(1.0);
        let colour = self.marks.iter().find(|(mark, _)| own.contains(mark)).map(|mark| mark.1);
        let others = self.marks.iter().filter(|(mark, _)| !own.contains(mark));
        // A label has the colour of its mark.
        let told = |other| if Some(other) == colour { 0.0 } else { TOLD };
        let nearest = others.map(|(mark, ink)| gap(text, mark) + told(*ink));
        let nearest = nearest.fold(f64::INFINITY, f64::min);
        match nearest - mine {
            ahead if ahead < -4.0 => Doubt::Great,
            ahead if ahead <= 1.0 => Doubt::Some,
            ahead if aside && ahead <= 7.0 => Doubt::Slight,
            _ => Doubt::None,
        }
    }

    /// Does an area touch a mark other than this one?
    pub(super) fn touches(&self, area: &Area, own: &Area) -> bool {
        let own = own.grown(1.0);
        self.marks.iter().any(|(mark, _)| mark.overlaps(area) && !own.contains(mark))
    }

    pub(super) fn keep(&mut self, found: &Found) {
        self.solid.fill(&found.area);
        if let Some((from, to)) = found.leader {
            self.solid.stroke(from, to, 2.0);
        }
    }

    pub(super) fn crosses_grid(&self, area: &Area) -> bool {
        self.grid.iter().any(|y| area.top + 1.0 < *y && *y < area.bottom - 1.0)
    }
}

/// Whose a label is, as its place tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    None,
    /// Another place is better, but no leader line.
    Slight,
    Some,
    Great,
}

/// How much further off a mark of another colour seems.
const TOLD: f64 = 3.0;

/// How far two boxes are apart.
fn gap(one: &Area, other: &Area) -> f64 {
    let across = (other.left - one.right).max(one.left - other.right).max(0.0);
    let down = (other.top - one.bottom).max(one.top - other.bottom).max(0.0);
    across.hypot(down)
}
