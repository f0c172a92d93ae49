//! Lines of text across the page.

use super::scene::{Anchor, Colour, Form, Paint, Role, Scene, Shape, Spot, Text};
use super::style::Style;
use super::text::{Face, Line};

impl Scene {
    /// Writes a line of text.
    pub(super) fn write(
        &mut self,
        role: Role,
        line: Line,
        at: Spot,
        anchor: Anchor,
        face: Face,
        colour: Colour,
    ) {
        let Line { content, width, reserved, runs, .. } = line;
        let (size, bold) = (face.size, face.bold);
        let text = Text { content, at, anchor, size, bold, width, reserved, runs };
        self.shapes.push(Shape::new(role, Form::Text(text), Paint::fill(colour)));
    }
}

/// The width a line may have: it may run into the margin in a wider font, not over the edge.
pub(super) fn room(style: &Style) -> f64 {
    style.width - 4.0 - style.margin
}

pub(super) fn write(
    role: Role,
    line: &Line,
    x: f64,
    y: f64,
    face: Face,
    style: &Style,
    scene: &mut Scene,
) {
    let theme = &style.theme;
    let strong = matches!(role, Role::Title | Role::PanelTitle);
    let colour = if strong { theme.ink } else { theme.muted };
    scene.write(role, line.clone(), Spot { x, y }, Anchor::Start, face, colour);
}
