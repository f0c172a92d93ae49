//! Whiskers: the interval that a source states around its estimate.

use plotters_backend::{BackendCoord, DrawingBackend};

use crate::draw::backend::{Pen, UNITS};
use crate::draw::scene::Scene;

/// Half the width of their ends.
pub(in crate::draw) const HALF_WHISKER: f64 = 4.5;

/// An upright line with an end across at either side.
pub(in crate::draw) fn whiskers(
    scene: &mut Scene,
    low: BackendCoord,
    high: BackendCoord,
    pen: &Pen,
) {
    let half = (HALF_WHISKER * UNITS) as i32;
    let end = |at: BackendCoord| ((at.0 - half, at.1), (at.0 + half, at.1));
    for (from, to) in [(low, high), end(low), end(high)] {
        scene.draw_line(from, to, pen).expect("a scene cannot fail");
    }
}
