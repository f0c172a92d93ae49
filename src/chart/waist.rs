//! A chart in words, whole: what leaves this room.

use super::citation::Citation;
use super::house_style::HouseStyle;
use super::look::Wanted;
use super::panel::Panel;
use super::runs::Runs;
use super::stamp::Stamp;
use crate::locale::Language;

/// So many series have colours, markers and hatchings of their own, in every theme.
pub const MOST_SERIES: usize = 6;

/// So many where the spec emphasises some of them and the others are grey.
pub const MOST_IN_GREY: usize = 45;

/// The longest that one sentence of alternative text may be, in characters.
pub const ALT_LIMIT: usize = 250;

/// Everything a reader of the chart is shown or told.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The name of the spec: `referrals` for `charts/referrals.toml`.
    pub name: String,
    /// What its words are said in, and whatever is made of it.
    pub language: &'static Language,
    /// What it shows.
    pub title: String,
    /// What is counted, in which unit, where, and what is unusual about the scale.
    pub subtitle: String,
    /// What is unusual about the scale, which the subtitle says too; a picture without one says it
    /// all the same.
    pub scale: Option<String>,
    /// How the panels lie.
    pub arrangement: Arrangement,
    /// Title and subtitle stay out of the picture, but for `scale`; a caption is to say them.
    pub bare: bool,
    /// What the spec says of its look.
    pub wanted: Wanted,
    /// At least one.
    pub panels: Vec<Panel>,
    /// One paragraph each: derivations, disputes, breaks, conversions, what was left out, and
    /// what the author adds.
    pub notes: Vec<Runs>,
    /// Why series that stand side by side are not compared, as the first of the notes say.
    pub apart: Vec<String>,
    /// Notes, by their places, that a picture leaves to its description and to the documents around
    /// it: arithmetic, how many sources state a figure, which dates are approximate.
    pub aside: Vec<usize>,
    /// Those that a picture says while its foot is short: what its series count, what else there is
    /// to know of its dates. The description has them all the same.
    pub spare: Vec<usize>,
    /// Notes in whose place words may stand in the plot, where there is room.
    pub in_plot: Vec<InPlot>,
    /// The places of those that such words say, so that the foot does not.
    pub said_in_plot: Vec<usize>,
    /// Labels and notes say the number of each source.
    pub numbered: bool,
    /// How the pictures of its project look.
    pub house: HouseStyle,
    /// Where the chart is found with all it has, `https://example.org/charts/nests`; may be empty.
    pub address: String,
    /// The figures that are drawn, each with the places of its sources in `sources`: of those that
    /// say otherwise, too.
    pub sources_of: Vec<(String, Vec<usize>)>,
    /// What the foot says in the place of labels that are crowded.
    pub told: Vec<Runs>,
    /// What the labels' numbers stand for, in order; the first is `[1]`. Where all figures have one
    /// source nothing has a number, and those after it are of events: see
    /// [`crate::chart::are_numbered`].
    pub sources: Vec<Citation>,
    /// One sentence for those who do not see the picture, of at most [`ALT_LIMIT`] characters; and
    /// what is unusual about the scale, where the author's sentence does not say it.
    pub alt: String,
    /// The long description.
    pub description: String,
    /// What the chart was made from.
    pub stamp: Stamp,
}

/// A note in whose place words may stand in the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPlot {
    /// Its place in [`Chart::notes`].
    pub note: usize,
    /// The figures beside whose marks the words stand: all of them, or the note says it.
    pub figures: Vec<String>,
    /// They are breaks.
    pub of_breaks: bool,
}

impl Chart {
    /// Must every picture say this note?
    pub fn protects(&self, note: usize) -> bool {
        !self.aside.contains(&note) && !self.spare.contains(&note)
    }

    /// The long description, with the notes that a picture leaves to it, or to words in its plot.
    pub fn described(&self) -> String {
        let in_plot = |at: &usize| self.in_plot.iter().any(|one| one.note == *at);
        let left = self.notes.iter().enumerate();
        let left = left.filter(|(at, _)| !self.protects(*at) || in_plot(at));
        let left = left.filter(|(_, note)| !self.description.contains(note.as_str()));
        let aside = left.map(|(_, note)| note);
        let aside = aside.map(|note| format!(" {}", note.as_str()));
        std::iter::once(self.description.clone()).chain(aside).collect()
    }
}

/// How the panels of a chart lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// One beside the other, or below it where there is no room.
    #[default]
    SideBySide,
    /// One above the other, on one time axis.
    Stacked,
    /// A small panel for each series, all on the same axes.
    SmallMultiples,
}
