//! The outline of a dot, its middle where the value is. A shape other than a circle is a little
//! larger, or it would not be known.

use crate::draw::scene::{Area, Form, Paint, Role, Shape, Spot};
use crate::draw::theme::Marker;

/// The box around a dot.
pub(in crate::draw) fn around(marker: Marker, centre: Spot, radius: f64) -> Area {
    Shape::new(Role::Mark, outline(marker, centre, radius), Paint::default()).area()
}

pub(in crate::draw) fn outline(marker: Marker, centre: Spot, radius: f64) -> Form {
    let polygon = |corners: &[(f64, f64)]| {
        let spot =
            |(x, y): &(f64, f64)| Spot { x: centre.x + x * radius, y: centre.y + y * radius };
        Form::Polygon(corners.iter().map(spot).collect())
    };
    match marker {
        Marker::Round => Form::Circle { centre, radius },
        Marker::Square => polygon(&[(-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1)]),
        Marker::Triangle => polygon(&[(0.0, -1.7), (1.5, 0.9), (-1.5, 0.9)]),
        Marker::Wedge => polygon(&[(0.0, 1.7), (1.5, -0.9), (-1.5, -0.9)]),
        Marker::Diamond => polygon(&[(0.0, -1.65), (1.45, 0.0), (0.0, 1.65), (-1.45, 0.0)]),
        Marker::Cross => {
            let (far, near) = (1.5, 0.55);
            polygon(&[
                (-near, -far),
                (near, -far),
                (near, -near),
                (far, -near),
                (far, near),
                (near, near),
                (near, far),
                (-near, far),
                (-near, near),
                (-far, near),
                (-far, -near),
                (-near, -near),
            ])
        }
    }
}
