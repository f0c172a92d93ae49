//! Which notes words in the plot may say, and in which words.

use super::desk::Desk;
use crate::chart::label::{LabelPart, Says};
use crate::chart::panel::Panel;
use crate::chart::waist::InPlot;
use crate::figure::FigureKey;

/// More letters do not stand beside a mark.
pub const MOST: usize = 50;

/// A note, by its place, and what would be said in its place beside the marks of which figures.
pub type SaidBeside = (usize, Vec<(FigureKey, String)>);

/// Puts the words where they would stand, of each note for which that is possible: each of its figures
/// has one mark or break in the chart, and no more than so many letters.
pub fn in_plot(desk: &Desk, panels: &mut [Panel], notes: Vec<SaidBeside>) -> Vec<InPlot> {
    let mut all = Vec::new();
    for (note, said) in notes {
        let places = said.iter().map(|(key, words)| {
            let figure = &*desk.data.figure(*key).id;
            (figure.to_string(), has_room(panels, figure, words))
        });
        let places: Vec<(String, bool)> = places.collect();
        if places.is_empty() || !places.iter().all(|(_, room)| *room) {
            continue;
        }
        let figures: Vec<String> = places.into_iter().map(|(figure, _)| figure).collect();
        for (figure, (_, words)) in figures.iter().zip(said) {
            put(desk, panels, figure, words);
        }
        let mut breaks = panels.iter().flat_map(|panel| &panel.breaks);
        let of_breaks = breaks.any(|stop| figures.contains(&stop.figure));
        all.push(InPlot { note, figures, of_breaks });
    }
    all
}

fn has_room(panels: &[Panel], figure: &str, words: &str) -> bool {
    let breaks = panels.iter().flat_map(|panel| &panel.breaks);
    let breaks = breaks.filter(|stop| stop.figure == figure).map(|_| 0);
    let rivals = panels.iter().flat_map(|panel| &panel.layers).flat_map(|layer| &layer.rivals);
    let rivals = rivals.filter(|rival| rival.figure == figure);
    // What has no label has nothing that words could be added to.
    let rivals = rivals.map(|rival| match rival.label.value.is_empty() {
        true => MOST,
        false => rival.label.text().chars().count() + 1,
    });
    let taken: Vec<usize> = breaks.chain(rivals).collect();
    matches!(taken[..], [taken] if taken + words.chars().count() <= MOST)
}

fn put(desk: &Desk, panels: &mut [Panel], figure: &str, words: String) {
    for panel in panels {
        for stop in panel.breaks.iter_mut().filter(|stop| stop.figure == figure) {
            stop.reason.clone_from(&words);
        }
        let rivals = panel.layers.iter_mut().flat_map(|layer| &mut layer.rivals);
        for rival in rivals.filter(|rival| rival.figure == figure) {
            let comma = desk.data.language.small.comma();
            rival.who = vec![LabelPart::new(Says::Status, words.as_str(), comma)];
        }
    }
}
