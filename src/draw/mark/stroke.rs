//! Strokes that join points, whether of values or of the ends of a band.

use crate::chart::{Dash, Join, Sign};
use crate::draw::plot::Canvas;

/// Links that follow one another and look alike.
pub(super) fn runs(links: &[Join]) -> impl Iterator<Item = &[Join]> {
    links.chunk_by(|one, next| one.to == next.from && one.dash == next.dash)
}

/// How a stroke shows that one of its ends is not final. A forecast has a sign of its own.
pub(super) fn dashes(canvas: &Canvas, dash: Dash) -> Option<(f64, f64)> {
    match dash {
        Dash::Solid => None,
        Dash::Provisional => {
            canvas.report(|signs| signs.add(Sign::Provisional));
            Some((6.0, 4.0))
        }
        Dash::Forecast => Some((2.0, 4.0)),
    }
}
