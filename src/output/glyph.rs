//! Where a character stands that no font has: the place to mend is a cell, not a picture.

use super::rendering::Rendering;
use crate::dataset::Dataset;
use crate::problem::Place;

/// Where the author wrote a character: in the spec, or in a cell of what the chart draws.
pub fn place_of(character: &str, drawing: &Rendering, data: &Dataset) -> Place {
    let (label, text) = (&drawing.spec.label, &*drawing.spec.text);
    if let Some(at) = text.find(character) {
        return Place::in_text(label, text, at..at + character.len());
    }
    let found = in_data(character, drawing, data);
    found.unwrap_or_else(|| Place::in_text(label, text, 0..0))
}

fn in_data(character: &str, drawing: &Rendering, data: &Dataset) -> Option<Place> {
    let chart = &drawing.chart;
    let has = |text: &str| text.contains(character);
    let figures = || chart.stamp.figures.iter().filter_map(|id| data.find_figure(id));
    let in_figures = figures().find_map(|key| {
        let figure = data.figure(key);
        let cells = [("note", &figure.note), ("stated", &figure.stated)];
        let (column, _) = cells.into_iter().find(|(_, text)| has(text))?;
        Some(data.place_of_figure(key, column))
    });
    let in_series = || {
        figures().find_map(|key| {
            let key = data.figure(key).series;
            let series = data.series(key);
            let cells = [
                ("title", &series.title),
                ("unit", &series.unit),
                ("base", &series.base),
                ("geography", &series.geography),
                ("counted_by", &series.counted_by),
                ("definition", &series.definition),
                ("note", &series.note),
            ];
            let (column, _) = cells.into_iter().find(|(_, text)| has(text))?;
            Some(data.place_of_series(key, column))
        })
    };
    let in_sources = || {
        let voices = figures().flat_map(|key| {
            let figure = data.figure(key);
            [Some(figure.source), data.first_voice(figure)].into_iter().flatten()
        });
        voices.into_iter().find_map(|key| {
            let source = data.source(key);
            let cells = [
                ("publisher", &source.publisher),
                ("author", &source.author),
                ("title", &source.title),
                ("container", &source.container),
            ];
            let (column, _) = cells.into_iter().find(|(_, text)| has(text))?;
            Some(data.place_of_source(key, column))
        })
    };
    let in_events = || {
        let panels = chart.panels.iter();
        let events = panels.flat_map(|panel| &panel.events);
        events
            .filter_map(|event| data.find_event(&event.event))
            .find_map(|key| has(&data.event(key).label).then(|| data.place_of_event(key, "label")))
    };
    in_series().or_else(in_sources).or_else(in_events).or(in_figures)
}
