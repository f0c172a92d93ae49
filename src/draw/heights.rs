//! How high a plot is before its labels ask for more.

use super::style::Style;
use crate::chart::{Panel, Scale};

/// The height of what stands alone in its row, in a report: two bars ask for less than a line of ten
/// years, and a picture is no higher than what it shows. On a log scale every decade asks for its
/// own, and where there is little width labels need the height.
pub(super) fn height_wanted(panel: &Panel, style: &Style) -> f64 {
    if style.brief || style.height.is_some() || panel.scale == Scale::Log {
        return style.plot;
    }
    let marks: usize = panel.layers.iter().map(|layer| layer.marks().count()).sum();
    let share = match marks {
        0..=2 => 0.7,
        3 | 4 => 0.8,
        5 | 6 => 0.9,
        _ => 1.0,
    };
    (style.plot * share).round()
}
