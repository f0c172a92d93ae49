//! What words may say of a series.

use crate::figure::{Day, FigureKey, Naming, Nature, Per, Period, Quantity, Status, UnitForm};

/// One number that words may use.
#[derive(Clone, Debug)]
pub struct KnownNumber {
    pub period: Period,
    pub figure: FigureKey,
    pub quantity: Quantity,
    pub derived: bool,
    /// What it is per, where a count is drawn as an average.
    pub averaged: Option<Per>,
    pub status: Status,
    /// A source calls it an estimate, or what it is worked out of.
    pub estimate: bool,
    /// Sources say other numbers of it, or of what it is worked out of.
    pub disputed: bool,
    /// How many sources state it.
    pub sources: usize,
}

/// What words may say of one series, in time.
#[derive(Clone, Debug)]
pub struct KnownSeries {
    pub id: String,
    /// As the chart calls it, or else its title.
    pub called: String,
    /// Where it counts; empty where the data do not say.
    pub place: String,
    pub nature: Nature,
    /// What its numbers are said with.
    pub form: UnitForm,
    pub naming: Naming,
    pub known: Vec<KnownNumber>,
    /// What is aimed at, in time: told where its period is asked for and nothing was counted.
    pub targets: Vec<KnownNumber>,
    /// The day that a break lies before, and its reason.
    pub breaks: Vec<(Day, String)>,
    /// How many sources state any of it.
    pub sources: usize,
}
