//! Lines of text across the page.

use super::scene::{Anchor, Role, Scene, Spot};
use super::style::Style;
use super::text::{Face, Line};

/// The width a line may have. It may run into the margin in a wider font, not over the edge.
pub(super) fn room(face: Face, style: &Style) -> f64 {
    if face.bold { style.width - 4.0 - style.margin } else { style.inside() + 4.0 }
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
