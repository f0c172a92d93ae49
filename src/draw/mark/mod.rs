//! How each mark is drawn, a file a mark. A mark draws its shapes through plotters and says which
//! labels it wants beside them; it knows no label's place and no other mark.

mod band;
mod bars;
mod change;
mod dot;
pub(super) mod event;
pub(super) mod frame;
pub(super) mod gap;
pub(super) mod guide;
mod line;
mod points;
pub(super) mod repeat;
pub(super) mod ring;
pub(super) mod rival;
mod spans;
mod stacked;
mod stroke;
pub(super) mod target;

use super::labels::Wish;
use super::plot::Canvas;
use crate::chart::Mark;

/// The two steps in which a mark draws a layer of its panel, given by its place there.
pub(super) struct Drawing {
    /// What the dots of all layers lie on: bars, lines.
    pub below: DrawStep,
    /// Dots and what is like them.
    pub above: DrawStep,
}

type DrawStep = for<'c> fn(&Canvas<'_, 'c>, usize, &mut Vec<Wish<'c>>);

/// The table of marks.
pub(super) fn drawing(mark: Mark) -> Drawing {
    match mark {
        Mark::Points => Drawing { below: nothing, above: points::draw },
        Mark::Line => Drawing { below: line::draw_strokes, above: line::draw_points },
        Mark::Bars => Drawing { below: bars::draw, above: nothing },
        Mark::StackedBars => Drawing { below: stacked::draw, above: nothing },
        // Its panel has no axis of time to draw it on.
        Mark::BarsAcross => Drawing { below: nothing, above: nothing },
        Mark::Spans => Drawing { below: nothing, above: spans::draw },
        Mark::Change => Drawing { below: change::draw_strokes, above: change::draw_points },
    }
}

fn nothing<'c>(_: &Canvas<'_, 'c>, _: usize, _: &mut Vec<Wish<'c>>) {}
