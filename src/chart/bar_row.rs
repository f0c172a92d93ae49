//! A row of a panel of bars that lie across.

/// A row of such a panel: a number, or the word why there is none, with a name beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarRow {
    /// What its series is called, or its period where the panel has one series.
    pub name: String,
    /// What is said beside its bar, each with the figure that it is of: `1,750`, `provisional`.
    pub said: Vec<BesideBar>,
    /// The place of its layer in the panel.
    pub layer: usize,
    /// What it shows of that.
    pub shows: RowShows,
    /// The chart is about it more than about the others: its name is in bold.
    pub strong: bool,
    /// It does not continue the rows above it: a line parts them.
    pub apart: bool,
    /// What is aimed at for the same days, by its place among the targets of the layer.
    pub target: Option<usize>,
}

/// Words beside a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideBar {
    /// The id of the figure that they are of.
    pub figure: String,
    /// A number, or what is to be known of it.
    pub text: String,
    /// It is the number of the bar, and not what is aimed at or how sure it is.
    pub is_value: bool,
    /// In bold.
    pub strong: bool,
}

/// What a row shows of its layer, by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowShows {
    /// One of its points.
    Point(usize),
    /// One of its targets.
    Target(usize),
    /// A period without a number.
    Gap(usize),
    /// No figure: periods between those of the rows above and below.
    Missing,
}
