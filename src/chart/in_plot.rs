//! What a note says and words in the plot may say in its place: the reason of a break beside its line,
//! who says otherwise beside what they say. They are asked for first; where all that a note says has
//! found room, the foot leaves it out.

use super::label::joined;
use super::layer::RivalMark;
use super::panel::Break;
use super::waist::{Chart, InPlot};

impl Chart {
    /// What words in the plot say in the place of a note; nothing where they cannot.
    pub fn words_in_plot(&self, note: usize) -> Vec<String> {
        let told = self.in_plot.iter().filter(|one| one.note == note);
        let told: Vec<&String> = told.flat_map(|one| &one.figures).collect();
        let breaks = self.panels.iter().flat_map(|panel| &panel.breaks);
        let breaks = breaks.filter(|stop| told.contains(&&stop.figure));
        let breaks = breaks.filter(|stop| !stop.reason.is_empty()).map(|stop| stop.reason.clone());
        let rivals = self.panels.iter().flat_map(|panel| &panel.layers);
        let rivals = rivals.flat_map(|layer| &layer.rivals);
        let rivals = rivals.filter(|rival| told.contains(&&rival.figure));
        let who = rivals.filter(|rival| !rival.who.is_empty());
        breaks.chain(who.map(|rival| joined(&rival.who).into_owned())).collect()
    }
}

/// The chart with all such words as labels that may be left out; `None` where there are none.
pub fn with_words_in_plot(chart: &Chart) -> Option<Chart> {
    let all: Vec<&InPlot> = chart.in_plot.iter().collect();
    (!all.is_empty()).then(|| said(chart, &all, false))
}

/// The chart that says in the plot what has found room there, and in its foot all else; `None` where
/// nothing has.
pub fn said_in_plot(chart: &Chart, placed: impl Fn(&str, bool) -> bool) -> Option<Chart> {
    let whole = |one: &&InPlot| one.figures.iter().all(|figure| placed(figure, one.of_breaks));
    let told: Vec<&InPlot> = chart.in_plot.iter().filter(whole).collect();
    if told.is_empty() {
        return None;
    }
    let mut other = said(chart, &told, true);
    other.said_in_plot = told.iter().map(|one| one.note).collect();
    Some(other)
}

fn said(chart: &Chart, told: &[&InPlot], required: bool) -> Chart {
    let mut chart = chart.clone();
    let is_told = |figure: &String| told.iter().any(|one| one.figures.contains(figure));
    for stop in breaks_mut(&mut chart).filter(|stop| is_told(&stop.figure)) {
        (stop.label, stop.required) = (stop.reason.clone(), required);
    }
    for rival in rivals_mut(&mut chart).filter(|rival| is_told(&rival.figure)) {
        rival.label.below = rival.who.clone();
        (rival.label.required, rival.label.must) = (required, required);
    }
    chart
}

fn breaks_mut(chart: &mut Chart) -> impl Iterator<Item = &mut Break> {
    chart.panels.iter_mut().flat_map(|panel| &mut panel.breaks)
}

fn rivals_mut(chart: &mut Chart) -> impl Iterator<Item = &mut RivalMark> {
    let layers = chart.panels.iter_mut().flat_map(|panel| &mut panel.layers);
    layers.flat_map(|layer| &mut layer.rivals)
}
