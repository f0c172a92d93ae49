//! The pictures of a chart, and what they are called.

use super::catalogue::Catalogue;
use super::looks::Looks;
use crate::chart::{Chart, ChartSpec, Look};
use crate::draw::Scene;
use crate::problem::{Checked, Place, Rule};

/// A chart with one of its pictures.
#[derive(Clone)]
pub struct Rendering {
    /// The chart in words.
    pub chart: Chart,
    /// The chart laid out.
    pub scene: Scene,
    /// The picture.
    pub svg: String,
    /// Where it is described.
    pub spec: ChartSpec,
    /// What its files are called, but for the ending.
    pub stem: String,
    /// The look it was drawn in.
    pub look: Look,
    /// All that the chart is drawn in.
    pub looks: Looks,
    /// Of the pictures of a chart, the one beside which its words and its data go.
    pub leads: bool,
}

impl Rendering {
    /// `NAME.svg`, and not a twin of it.
    pub fn is_plain(&self) -> bool {
        self.look == self.looks.plain
    }
}

/// The pictures of one chart, and the names of those that could not be drawn.
#[derive(Default)]
pub struct Renderings {
    /// One for each look.
    pub drawn: Vec<Rendering>,
    /// Why there is none in some look, a sentence each.
    pub undrawn: Vec<String>,
}

impl Renderings {
    /// Without the twins that are called as another chart is, which are problems.
    pub fn apart_from(self, catalogue: &Catalogue) -> Checked<Renderings> {
        let Renderings { drawn, mut undrawn } = self;
        let mut problems = Vec::new();
        let (taken, drawn): (Vec<Rendering>, Vec<Rendering>) = drawn
            .into_iter()
            .partition(|own| !own.is_plain() && catalogue.find(&own.stem).is_some());
        for Rendering { stem, chart, .. } in taken {
            let label = catalogue.find(&stem).map(|other| other.label.as_str());
            let place = Place::in_text(label.unwrap_or_default(), "", 0..0);
            let name = &chart.name;
            let message = format!("`{stem}` is also what a twin of the chart `{name}` is called");
            let hint = "give this chart another name";
            problems.push(Rule::Twin.at(place, message).hint(hint));
            undrawn.push(stem);
        }
        Checked { value: Renderings { drawn, undrawn }, problems }
    }
}
