//! The days that a panel shows, and what stays free beside them; stacked panels have them in common.

use super::calendar::Calendar;
use super::mark::frame;
use super::plot::is_named;
use super::scene::Area;
use super::style::Style;
use super::text::{self, Face};
use super::time_axis::{DaysShown, TimeAxis};
use super::unfit::Unfit;
use super::value_axis::ValueAxis;
use crate::chart::{Against, Body, Chart, Label, Layer, Panel, Point, Ticks, joined};

/// What stacked panels have in common, so that a day stands below the same day, and a tick below
/// the same tick.
#[derive(Clone)]
pub(super) struct Shared {
    pub extent: DaysShown,
    pub inset: (f64, f64),
    calendars: Vec<Calendar>,
}

impl Shared {
    /// By what the panel's time is told: with all panels that count in the same periods; a panel
    /// of instants takes on the years of another.
    pub fn calendar(&self, panel: &Panel) -> Calendar {
        let alike = self.calendars.iter().find(|calendar| calendar.kind == panel.ticks);
        let of_years = self.calendars.iter().find(|calendar| calendar.is_of_years());
        match (panel.ticks, of_years, alike) {
            (Ticks::Instants | Ticks::Scattered, Some(years), _) => years.for_instants(),
            (_, _, Some(alike)) => alike.clone(),
            _ => Calendar::of(panel),
        }
    }
}

pub(super) fn shared(chart: &Chart, style: &Style) -> Result<Option<Shared>, Unfit> {
    let mut shared: Option<Shared> = None;
    let area = Area { left: 0.0, top: 0.0, right: style.inside(), bottom: style.plot };
    for panel in chart.panels.iter().filter(|panel| panel.form == Against::Time) {
        let extent = TimeAxis::extent(panel)?;
        let values = ValueAxis::new(panel, style.plot, style.small.language)?;
        let inset = inset(panel, &values, area, style);
        let all = shared.get_or_insert(Shared { extent, inset, calendars: Vec::new() });
        all.extent = union(all.extent, extent);
        all.inset = (all.inset.0.max(inset.0), all.inset.1.max(inset.1));
        let calendar = Calendar::of(panel);
        match all.calendars.iter_mut().find(|other| other.kind == calendar.kind) {
            Some(other) => other.add(&calendar),
            None => all.calendars.push(calendar),
        }
    }
    Ok(shared.filter(|_| chart.panels.len() > 1))
}

/// What stays free at the left for the values of the grid, and at the right for names of lines.
pub(super) fn inset(panel: &Panel, values: &ValueAxis, area: Area, style: &Style) -> (f64, f64) {
    let bars = panel.layers.iter().all(|layer| layer.mark.traits().body == Body::Bar);
    let room = if panel.says_every_value() { 0.0 } else { frame::room(values, style) };
    let left = room + if bars { 2.0 } else { BEFORE };
    let width = |text: &str, face: Face| text::reserved(text, face);
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
        if layer.names_parts() {
            // One above the other where there is room for no more.
            return Some(width(&layer.name, style.below).max(value(label)) + 20.0);
        }
        (named || apart).then(|| value(label) + name + 12.0)
    });
    // The label above the last mark has half its width to the right.
    let last = panel.layers.iter().filter_map(|layer| layer.points.last());
    let last = last.filter(|point| point.label.required).max_by(|a, b| a.at.total_cmp(&b.at));
    let half = last.map_or(0.0, |point| value(&point.label) / 2.0 - 4.0).min(52.0);
    let right = after.fold(if bars { 4.0 } else { half.max(14.0) }, f64::max);
    let left = left.min(area.width() * 0.4);
    // The label that finds no room there goes elsewhere: the days are what is to be seen. The names of
    // parts have nowhere else to go.
    let beside = if bars { 2.0 } else { BEFORE };
    let parts = panel.layers.iter().any(Layer::names_parts);
    let free = if parts { FREE_FOR_PARTS } else { FREE };
    let most = free * (area.width() - left + beside) - beside;
    (left, right.min(most.max(8.0)))
}

/// What stays free before the first dot.
const BEFORE: f64 = 12.0;
/// The most of the axis that stays free at both of its ends.
const FREE: f64 = 0.09;
const FREE_FOR_PARTS: f64 = 0.3;

fn union(one: DaysShown, other: DaysShown) -> DaysShown {
    let (start, end) = (one.start.min(other.start), one.end.max(other.end));
    DaysShown { start, end, shortest: one.shortest.min(other.shortest) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::fixtures;

    #[test]
    fn the_days_have_nine_tenths_of_the_axis_whatever_is_said_at_its_end() {
        let style = Style::default();
        let panels =
            [fixtures::threat(), fixtures::arrests(), fixtures::ncmec(), fixtures::lines()];
        for panel in panels.iter().flat_map(|chart| &chart.panels) {
            let values = ValueAxis::new(panel, style.plot, style.small.language).unwrap();
            for right in [300.0, 480.0, 680.0, 1240.0] {
                let area = Area { left: 0.0, top: 0.0, right, bottom: style.plot };
                let (left, free) = inset(panel, &values, area, &style);
                let axis = right - frame::room(&values, &style).min(left);
                let days = right - left - free;
                assert!(days >= 0.9 * axis, "{days} of {axis} pixels for {}", panel.title);
            }
        }
    }
}
