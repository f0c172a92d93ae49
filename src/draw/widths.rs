//! How the width of a row is shared out among its panels.

use super::style::Style;
use super::text::{self, Face};
use super::time_axis::{DaysShown, TimeAxis};
use super::unfit::Unfit;
use crate::chart::{Against, Body, Panel, Point, Ticks};
use crate::figure::Frequency;

/// How wide a panel would like to be: bars as wide as their labels, other marks by their number
/// and the length of what is said of them.
pub(super) fn width_wanted(panel: &Panel, style: &Style) -> Result<f64, Unfit> {
    if panel.form != Against::Time {
        return Ok(480.0);
    }
    let width = |text: &str, face: Face| text::reserved(text, face) + 2.0;
    let bars = || panel.layers.iter().filter(|layer| layer.mark.traits().body == Body::Bar);
    if bars().next().is_none() {
        let points = panel.layers.iter().flat_map(|layer| &layer.points);
        let said = |point: &Point| {
            let label = &point.label;
            let value = width(&label.text(), style.label) + width(label.cite(), style.label);
            6.0 + if label.required { 0.08 * value } else { 0.0 }
        };
        return Ok(240.0 + points.map(said).sum::<f64>().min(320.0));
    }
    let DaysShown { start, end, .. } = TimeAxis::extent(panel)?;
    // A year has its own tick.
    let years = |frequency: Frequency| frequency.years().is_some_and(|(_, month)| month != 1);
    let financial = matches!(panel.ticks, Ticks::Periods(frequency) if years(frequency));
    let mut pitch: f64 = if financial { 52.0 } else { 40.0 };
    let mut days = f64::INFINITY;
    for layer in bars() {
        for point in &layer.points {
            // Its sources may stand below.
            pitch = pitch.max((width(&point.label.text(), style.label) + 4.0).min(74.0));
            days = days.min(f64::from(point.span.days()));
        }
        for gap in &layer.gaps {
            let word = text::longest_word(&gap.word, style.small);
            pitch = pitch.max((word + 2.0) / 1.2);
        }
    }
    let periods = ((end - start) / days).clamp(1.0, 40.0);
    Ok(60.0 + periods * pitch)
}
