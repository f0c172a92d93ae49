//! Where the marks of a panel lie, so that it can be asked whose a label seems to be.

use crate::draw::scene::{Area, Colour, Shape};

/// The boxes around marks, each with its colour.
#[derive(Clone)]
pub(super) struct Marks {
    all: Vec<(Area, Option<Colour>)>,
    /// By columns of so many pixels: which marks reach into each.
    columns: Vec<Vec<u32>>,
    left: f64,
    paper: Colour,
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

const COLUMN: f64 = 24.0;
/// How much further off a mark of another colour seems.
const TOLD: f64 = 3.0;
/// Marks further off than a label's own by more than this leave no doubt.
const CLEAR: f64 = 7.0;

impl Marks {
    pub fn new(region: Area, paper: Colour) -> Marks {
        let count = (region.width() / COLUMN).ceil().max(1.0) as usize;
        Marks { all: Vec::new(), columns: vec![Vec::new(); count], left: region.left, paper }
    }

    /// Takes the shapes of one figure.
    pub fn take(&mut self, shapes: &[&Shape]) {
        let Some((first, rest)) = shapes.split_first() else { return };
        let both = |one: Area, other: Area| Area {
            left: one.left.min(other.left),
            top: one.top.min(other.top),
            right: one.right.max(other.right),
            bottom: one.bottom.max(other.bottom),
        };
        let area = rest.iter().fold(first.area(), |area, shape| both(area, shape.area()));
        let ink = shapes.iter().find_map(|shape| shape.paint.ink(self.paper));
        let number = self.all.len() as u32;
        self.all.push((area, ink));
        for column in self.reached(&area) {
            self.columns[column].push(number);
        }
    }

    fn reached(&self, area: &Area) -> std::ops::RangeInclusive<usize> {
        let last = self.columns.len() - 1;
        let at = |x: f64| (((x - self.left) / COLUMN).max(0.0) as usize).min(last);
        at(area.left)..=at(area.right)
    }

    /// Those that may reach into an area; one may be given twice.
    fn about(&self, area: &Area) -> impl Iterator<Item = &(Area, Option<Colour>)> + use<'_> {
        let numbers = self.columns[self.reached(area)].iter().flatten();
        numbers.map(|number| &self.all[*number as usize])
    }

    /// Does a label at this place belong to another mark as much as to its own, or rather to that?
    pub fn doubt(&self, text: &Area, own: &Area) -> Doubt {
        // A mark under the end of a text is a little further off than one under its middle.
        let middle = |area: &Area| (area.left + area.right) / 2.0;
        let aside = text.bottom > own.top && text.top < own.bottom;
        let offset = if aside { 0.0 } else { (0.2 * (middle(own) - middle(text)).abs()).min(6.0) };
        let mine = gap(text, own) + offset;
        let own = own.grown(1.0);
        let colour = self.about(&own).find(|(mark, _)| own.contains(mark)).map(|mark| mark.1);
        let others = self.about(&text.grown(mine + CLEAR));
        // A label has the colour of its mark; but a text right beside another is read as that one's.
        let told = |other, gap: f64| match Some(other) == colour || (aside && gap < mine) {
            true => gap,
            false => gap + TOLD,
        };
        // Greys tell little: another place is better if there is one.
        let grey = |ink: Option<Colour>| ink.is_some_and(|Colour(r, g, b)| r == g && g == b);
        let alike = colour.is_some_and(grey);
        let claims = others
            .filter(|(mark, _)| !own.contains(mark))
            .map(|(mark, ink)| told(*ink, gap(text, mark)));
        match claims.fold(f64::INFINITY, f64::min) - mine {
            ahead if ahead < -4.0 => Doubt::Great,
            ahead if ahead <= 1.0 => Doubt::Some,
            ahead if (aside || alike) && ahead <= CLEAR => Doubt::Slight,
            _ => Doubt::None,
        }
    }

    /// Does an area touch a mark other than this one?
    pub fn touches(&self, area: &Area, own: &Area) -> bool {
        let own = own.grown(1.0);
        self.about(area).any(|(mark, _)| mark.overlaps(area) && !own.contains(mark))
    }
}

/// How far two boxes are apart.
fn gap(one: &Area, other: &Area) -> f64 {
    let across = (other.left - one.right).max(one.left - other.right).max(0.0);
    let down = (other.top - one.bottom).max(one.top - other.bottom).max(0.0);
    across.hypot(down)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::scene::{Form, Paint, Role};

    const PAPER: Colour = Colour(255, 255, 255);

    fn area(left: f64, top: f64, width: f64, height: f64) -> Area {
        Area { left, top, right: left + width, bottom: top + height }
    }

    fn marks(all: &[(Area, Colour)]) -> Marks {
        let mut marks = Marks::new(area(0.0, 0.0, 400.0, 200.0), PAPER);
        for (area, colour) in all {
            let shape = Shape::new(Role::Mark, Form::Rect(*area), Paint::fill(*colour));
            marks.take(&[&shape]);
        }
        marks
    }

    #[test]
    fn a_label_over_two_marks_of_one_colour_is_in_doubt() {
        let (ink, other) = (Colour(1, 2, 3), Colour(200, 0, 0));
        let (own, next) = (area(100.0, 50.0, 8.0, 8.0), area(130.0, 50.0, 8.0, 8.0));
        let above = area(64.0, 33.0, 80.0, 14.0);
        assert_eq!(marks(&[(own, ink)]).doubt(&above, &own), Doubt::None);
        assert_eq!(marks(&[(own, ink), (next, ink)]).doubt(&above, &own), Doubt::Some);
        assert_eq!(marks(&[(own, ink), (next, other)]).doubt(&above, &own), Doubt::None);
        // Two greys are hardly told apart.
        let (grey, pale) = (Colour(26, 26, 26), Colour(120, 120, 120));
        assert_eq!(marks(&[(own, grey), (next, pale)]).doubt(&above, &own), Doubt::Slight);
        // Right beside the other, whose mark is the larger, and its own.
        let (small, large) = (area(100.0, 60.0, 6.0, 6.0), area(99.0, 44.0, 9.0, 9.0));
        let both = marks(&[(small, ink), (large, other)]);
        assert_eq!(both.doubt(&area(112.0, 48.0, 40.0, 30.0), &small), Doubt::Some);
        // Right beside the other, far from its own.
        let aside = area(150.0, 47.0, 40.0, 14.0);
        assert_eq!(marks(&[(own, ink), (next, ink)]).doubt(&aside, &own), Doubt::Great);
    }
}
