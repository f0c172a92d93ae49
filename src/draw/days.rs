//! The days that a panel shows, and what stays free beside them; stacked panels have them in common.

use super::mark::frame;
use super::plot::is_named;
use super::scene::Area;
use super::style::Style;
use super::text::{self, Face};
use super::time_axis::{DaysShown, TimeAxis};
use super::unfit::Unfit;
use super::value_axis::ValueAxis;
use crate::chart::{Against, Body, Chart, Label, Panel, Point, joined};

/// What stacked panels have in common, so that a day stands below the same day.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    pub extent: DaysShown,
    pub inset: (f64, f64),
}

pub(super) fn shared(chart: &Chart, style: &Style) -> Result<Option<Shared>, Unfit> {
    let mut shared: Option<Shared> = None;
    let area = Area { left: 0.0, top: 0.0, right: style.inside(), bottom: style.plot };
    for panel in chart.panels.iter().filter(|panel| panel.form == Against::Time) {
        let extent = TimeAxis::extent(panel)?;
        let inset =
            inset(panel, &ValueAxis::new(panel, style.plot, style.small.language)?, area, style);
        let all = shared.unwrap_or(Shared { extent, inset });
        shared = Some(Shared {
            extent: union(all.extent, extent),
            inset: (all.inset.0.max(inset.0), all.inset.1.max(inset.1)),
        });
    }
    if let Some(Shared { extent, inset }) = &mut shared {
        // Where the ticks of one panel ask for more, all of them have it.
        for panel in chart.panels.iter().filter(|panel| panel.form == Against::Time) {
            let axis = time_axis(panel, *extent, *inset, area, style);
            let (start, end) = (axis.start, axis.end);
            *extent = union(*extent, DaysShown { start, end, ..*extent });
        }
        extent.fixed = (true, true);
    }
    Ok(shared.filter(|_| chart.panels.len() > 1))
}

pub(super) fn time_axis(
    panel: &Panel,
    extent: DaysShown,
    inset: (f64, f64),
    area: Area,
    style: &Style,
) -> TimeAxis {
    let financial = financial_month(panel);
    TimeAxis::new(extent, panel.ticks, financial, inset, area.width(), style.small)
}

/// What stays free at the left for the values of the grid, and at the right for names of lines.
pub(super) fn inset(panel: &Panel, values: &ValueAxis, area: Area, style: &Style) -> (f64, f64) {
    let bars = panel.layers.iter().all(|layer| layer.mark.traits().body == Body::Bar);
    let left = frame::room(values, style) + if bars { 2.0 } else { 12.0 };
    let width = |text: &str, face: Face| text::reserved(text, face.size, face.bold);
    let value =
        |label: &Label| width(&label.text(), style.label) + width(label.cite(), style.label);
    let after = panel.layers.iter().filter_map(|layer| {
        let [before @ .., last] = layer.points.as_slice() else { return None };
        let label = &last.label;
        let named = is_named(panel, layer);
        // Close after a break there is room on one side only.
        let cut = |before: &Point| panel.breaks.iter().any(|stop| stop.at > before.at);
        let apart = before.last().is_some_and(cut) && label.required;
        let name = if named { width(&joined(&label.below), style.below) + 20.0 } else { 0.0 };
        (named || apart).then(|| value(label) + name + 12.0)
    });
    // The label above the last mark has half its width to the right.
    let last = panel.layers.iter().filter_map(|layer| layer.points.last());
    let last = last.filter(|point| point.label.required).max_by(|a, b| a.at.total_cmp(&b.at));
    let half = last.map_or(0.0, |point| value(&point.label) / 2.0 - 4.0).min(52.0);
    let right = after.fold(if bars { 4.0 } else { half.max(14.0) }, f64::max);
    (left.min(area.width() * 0.4), right.min(area.width() * 0.3))
}

fn union(one: DaysShown, other: DaysShown) -> DaysShown {
    let fixed = (one.fixed.0 || other.fixed.0, one.fixed.1 || other.fixed.1);
    let (start, end) = (one.start.min(other.start), one.end.max(other.end));
    DaysShown { start, end, fixed, shortest: one.shortest.min(other.shortest) }
}

/// The month in which the years of twelve months start that the panel shows.
fn financial_month(panel: &Panel) -> u32 {
    let points = panel.layers.iter().flat_map(|layer| &layer.points).map(|point| point.span);
    let gaps = panel.layers.iter().flat_map(|layer| &layer.gaps).map(|gap| gap.span);
    let mut years = points.chain(gaps).filter(|span| span.whole_months() == Some(12));
    years.find(|span| span.start.month() != 1).map_or(4, |span| span.start.month())
}
