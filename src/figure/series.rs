//! A series: what is counted. Only figures of one series may ever be joined by a line.

use super::formula::Formula;
use super::nature::Nature;
use super::series_list::listed;
use super::text::CellText;
use super::unit_form::{UnitForm, UnitSign};

/// One row of `series.csv`.
#[derive(Clone, Debug)]
pub struct Series<'t> {
    /// As figures and specs name it.
    pub id: &'t str,
    /// What is counted, in a few words.
    pub title: CellText<'t>,
    /// What the numbers are numbers of: `people`, `£`, `percent`.
    pub unit: CellText<'t>,
    /// What its numbers are said with: see [`Series::form_of`]. Read once, for each number is said
    /// with it.
    pub form: UnitForm,
    /// How its numbers belong to their periods.
    pub nature: Nature,
    /// What a rate is per; nothing else has one.
    pub per: Option<Per>,
    /// On what a growth is, said after "on": `a year earlier`; nothing else has one.
    pub base: CellText<'t>,
    /// The place that the numbers are about.
    pub geography: CellText<'t>,
    /// Who counts.
    pub counted_by: CellText<'t>,
    /// What is counted and what is not; the first sentence may be a subtitle.
    pub definition: CellText<'t>,
    /// How it is worked out whole, if it is: arithmetic over ids of series.
    pub formula: Option<Box<Formula>>,
    /// The month in which its years start, from 1, where that is not the project's.
    pub year_starts: Option<u32>,
    /// The ids of series that it may not be compared with, or `*` for all others; its note says
    /// why. It holds both ways: see `Dataset::incomparable`.
    pub not_comparable_with: CellText<'t>,
    /// May its numbers be said per another stretch of time?
    pub convertible: bool,
    /// What a reader must know of all its figures.
    pub note: CellText<'t>,
}

impl Series<'_> {
    /// What it says that it may not be compared with: ids, or `*`.
    pub fn apart_from(&self) -> impl Iterator<Item = &str> {
        listed(&self.not_comparable_with)
    }

    /// What the numbers of a unit and a nature are said with: a percentage with its sign, others as
    /// their unit says.
    pub fn form_of(unit: &str, nature: Nature) -> UnitForm {
        let form = UnitForm::of(unit);
        match nature.is_percent() && form.sign != Some(UnitSign::Points) {
            true => UnitForm::PERCENT,
            false => form,
        }
    }
}

/// The stretches of time, each with its word in the `per` column.
macro_rules! stretches {
    ($($(#[$doc:meta])* $name:ident: $word:literal;)*) => {
        /// What a rate is per.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Per { $($(#[$doc])* $name,)* }

        impl Per {
            /// In the order in which messages list them.
            pub const ALL: [Per; [$($word),*].len()] = [$(Per::$name),*];

            /// The word in the `per` column.
            pub fn word(self) -> &'static str {
                match self { $(Per::$name => $word,)* }
            }
        }
    };
}

stretches! {
    /// Seven days.
    Week: "week";
    /// A calendar month.
    Month: "month";
    /// Three calendar months.
    Quarter: "quarter";
    /// Twelve calendar months.
    Year: "year";
}

impl Per {
    /// The stretch of time of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Per> {
        Per::ALL.into_iter().find(|per| per.word() == word)
    }
}
