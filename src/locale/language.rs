//! A language: everything that a reader of a chart is told in words, and how numbers and dates are
//! written. A chart, and whatever is made of it, is handed one value; nobody else knows a word.

use std::fmt;

use super::phrase::Plural;
use super::phrases::{
    Answers, Dates, Description, Foot, Key, Labels, Notes, Pages, Small, Statuses, Subtitle, Table,
    Units, Website,
};
use super::{EN_GB, Orthography, Phrase};

/// How the digits of numbers are set.
#[derive(Clone, Copy, Debug)]
pub struct Numerals {
    /// Between groups of three digits.
    pub group: &'static str,
    /// Before the fraction.
    pub decimal: &'static str,
    /// Before a number below zero.
    pub minus: &'static str,
}

macro_rules! language {
    ($($(#[$doc:meta])* $group:ident: $kind:ident,)*) => {
        /// One language. As a draft its phrases are templates, as [`Language::finished`] it says
        /// them.
        #[derive(Clone, Copy)]
        pub struct Language<T = Phrase> {
            /// As in `en-GB` (BCP 47).
            pub tag: &'static str,
            /// Which form of a noun goes with a number.
            pub plural: Plural,
            /// How numbers are written.
            pub numerals: Numerals,
            /// A noun of several things as of one, as far as its form says so; both in small
            /// letters.
            pub singular: fn(&str) -> &str,
            /// Within a title, before the name of a place.
            pub in_a_place: &'static str,
            /// How authors write in it.
            pub typed: Orthography,
            /// January first.
            pub months: [&'static str; 12],
            /// As an axis says them.
            pub short_months: [&'static str; 12],
            /// From one on: what stands as a word in a sentence.
            pub small_numbers: [&'static str; 9],
            /// Monday first.
            pub weekdays: [&'static str; 7],
            $($(#[$doc])* #[doc = concat!("The phrases of [`", stringify!($kind), "`].")]
            pub $group: $kind<T>,)*
        }

        impl Language<&'static str> {
            /// Ready to be spoken. Panics where a phrase has not the places that it should; in a
            /// constant that is an error of the compiler.
            pub const fn finished(self) -> Language {
                Language {
                    tag: self.tag,
                    plural: self.plural,
                    numerals: self.numerals,
                    singular: self.singular,
                    in_a_place: self.in_a_place,
                    typed: self.typed,
                    months: self.months,
                    short_months: self.short_months,
                    small_numbers: self.small_numbers,
                    weekdays: self.weekdays,
                    $($group: self.$group.finished(self.plural),)*
                }
            }

            /// Every word changed in one way: templates, and the names of months and weekdays.
            pub fn map(self, change: impl Fn(&'static str) -> &'static str) -> Self {
                Language {
                    months: self.months.map(&change),
                    short_months: self.short_months.map(&change),
                    small_numbers: self.small_numbers.map(&change),
                    weekdays: self.weekdays.map(&change),
                    $($group: self.$group.map(&change),)*
                    ..self
                }
            }
        }
    };
}

language! {
    /// Qualifiers, lists, scales.
    small: Small,
    /// Signs behind numbers, currencies.
    units: Units,
    dates: Dates,
    statuses: Statuses,
    labels: Labels,
    key: Key,
    subtitle: Subtitle,
    notes: Notes,
    /// The long description and the alternative text.
    description: Description,
    /// What computed words say.
    answers: Answers,
    /// The line of sources.
    foot: Foot,
    table: Table,
    /// Documents and pages around a chart.
    pages: Pages,
    /// The pages of a site.
    website: Website,
}

impl Default for &'static Language {
    fn default() -> &'static Language {
        &EN_GB
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Language {}
