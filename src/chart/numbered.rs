//! Events by number: where the names of more events than fit would make a chart tall, each has a
//! number at its line or band, and the foot says what it stands for.

use super::panel::EventMark;
use super::runs::{Runs, StandsFor};
use super::waist::Chart;

/// The name of one event says more at its line than a number.
const FEWEST: usize = 2;

/// The chart with its events numbered in the order of their days, if it names several.
pub fn with_numbered_events(chart: &Chart) -> Option<Chart> {
    let drawn = chart.panels.iter().flat_map(|panel| &panel.events);
    let mut named: Vec<&EventMark> = Vec::new();
    for event in drawn.filter(|event| !event.label.is_empty()) {
        if !named.iter().any(|known| known.event == event.event) {
            named.push(event);
        }
    }
    if named.len() < FEWEST {
        return None;
    }
    named.sort_by_key(|event| (event.span.start, event.span.end));
    let says = &chart.language.foot;
    let entries = named.iter().enumerate().map(|(at, event)| {
        let name = format!("{} {}", event.label, event.cite);
        says.numbered(at + 1, name.trim_end())
    });
    let told = says.events_by_number(entries.collect::<Vec<String>>().join("; "));
    let mut numbered = chart.clone();
    for event in numbered.panels.iter_mut().flat_map(|panel| &mut panel.events) {
        let at = named.iter().position(|known| known.event == event.event);
        if let Some(at) = at.filter(|_| !event.label.is_empty()) {
            event.label = (at + 1).to_string();
            event.cite.clear();
            event.numbered = true;
        }
    }
    numbered.told.insert(0, Runs::whole(told, StandsFor::Between));
    Some(numbered)
}
