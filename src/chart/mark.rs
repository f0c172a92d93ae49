//! The marks: what a series may be drawn as, and what others must know of each. How it is drawn is
//! said in `draw::mark`.

use crate::figure::{Nature, Tie};
use crate::problem::Rule;

/// What others ask of a mark. Nobody asks which it is.
#[derive(Clone, Copy, Debug)]
pub struct Traits {
    /// What a spec calls it.
    pub word: &'static str,
    pub body: Body,
    pub joins: Joins,
    /// Its length is read, so that it starts at zero: never on a log scale, never on an axis
    /// without zero.
    pub from_zero: bool,
    /// Each of its signs is read by itself: series of several units may share a panel, and periods
    /// may share days.
    pub read_alone: bool,
    /// Those of one period are parts of a whole, and stand on each other where they add up.
    pub stacks: bool,
    refuses: fn(Nature) -> Option<Objection>,
}

/// What stands for one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A dot, or an interval block, in the middle of the period.
    Dot,
    /// A bar from zero, which shares the width of the period with those beside it.
    Bar,
    /// As wide as the period, from its first to its last day.
    Span,
    /// A bar from zero that lies across, in a row of its own with its name beside it.
    Row,
}

impl Body {
    /// Is its length read, so that what it counts must be of one length?
    pub fn is_bar(self) -> bool {
        matches!(self, Body::Bar | Body::Row)
    }
}

/// What a line of the mark leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// Each figure stands alone.
    Nothing,
    /// The points of its series, wherever they may be joined.
    Points,
    /// The two ends of a stated change; the mark takes the figure of one, and the series it is on.
    Ends,
}

/// Why a mark takes no series of some nature.
#[derive(Clone, Copy, Debug)]
pub struct Objection {
    pub rule: Rule,
    /// Said after "is a stock, ".
    pub why: &'static str,
    pub hint: &'static str,
}

/// The one list of marks.
macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident: $traits:expr;)*) => {
        /// How the figures of a layer are drawn.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Mark {
            $($(#[$doc])* $name,)*
        }

        impl Mark {
            /// Every one, in the order in which messages list them.
            pub const ALL: &[Mark] = &[$(Mark::$name),*];

            /// What others must know of it.
            pub fn traits(self) -> Traits {
                match self {
                    $(Mark::$name => $traits,)*
                }
            }
        }
    };
}

marks! {
    /// Dots on their own.
    Points: dots("points");
    /// Dots, and a line that joins those that may be.
    Line: Traits { joins: Joins::Points, read_alone: false, ..dots("line") };
    /// From zero to the value.
    Bars: Traits {
        body: Body::Bar, from_zero: true, read_alone: false, refuses: overlapping, ..dots("bars")
    };
    /// From zero to the value, from left to right: a row for each series of one period, or for each
    /// period of one series.
    BarsAcross: Traits {
        body: Body::Row, from_zero: true, read_alone: false, ..dots("bars-across")
    };
    /// The parts of a whole on each other, from zero to what they add up to.
    StackedBars: Traits {
        body: Body::Bar,
        from_zero: true,
        read_alone: false,
        stacks: true,
        refuses: without_parts,
        ..dots("stacked-bars")
    };
    /// From the first to the last day of each period, at the height of its value.
    Spans: Traits { body: Body::Span, refuses: without_width, ..dots("spans") };
    /// A stated change drawn between two periods of its level series. The points of its layer are
    /// only the ends that no other layer of the panel draws.
    Change: Traits { joins: Joins::Ends, ..dots("change") };
}

impl Mark {
    /// What a spec calls it.
    pub fn word(self) -> &'static str {
        self.traits().word
    }

    /// Why it takes no series of this nature; `None` where it does.
    pub fn refuses(self, nature: Nature) -> Option<Objection> {
        (self.traits().refuses)(nature)
    }
}

/// A mark of dots that are joined to nothing.
const fn dots(word: &'static str) -> Traits {
    Traits {
        word,
        body: Body::Dot,
        joins: Joins::Nothing,
        from_zero: false,
        read_alone: true,
        stacks: false,
        refuses: nothing,
    }
}

fn nothing(_: Nature) -> Option<Objection> {
    None
}

/// Bars of changes would overlap: each covers the days from one date to another.
fn overlapping(nature: Nature) -> Option<Objection> {
    let change = Objection {
        rule: Rule::BarMark,
        why: "a step from one date to another, and such bars would overlap",
        hint: AS_POINTS_OR_CHANGE,
    };
    (nature.tie() == Tie::Step).then_some(change)
}

/// Averages, changes and what may be below zero add up to nothing that could be seen as a whole.
fn without_parts(nature: Nature) -> Option<Objection> {
    let why = match nature.tie() {
        Tie::Average => "an average, and averages are no parts of a whole",
        Tie::Step => "a step from one date to another, and no part of a whole",
        Tie::Date | Tie::Sum | Tie::Whole if nature.has_parts() => return None,
        Tie::Date | Tie::Sum | Tie::Whole => {
            "a number that is no part of a whole: parts are shares of it, or counts"
        }
    };
    Some(Objection {
        rule: Rule::StackedBars,
        why,
        hint: "write mark = \"points\" or \"line\", and no `total`",
    })
}

/// Only what is counted or averaged over its whole period has a width to show.
fn without_width(nature: Nature) -> Option<Objection> {
    let (why, hint) = match nature.tie() {
        Tie::Date => (
            "a level at a date, and has no period for a span to cover",
            "write mark = \"points\" or \"line\"",
        ),
        Tie::Step => (
            "a step from one date to another, and has no period for a span to cover",
            AS_POINTS_OR_CHANGE,
        ),
        Tie::Sum | Tie::Average | Tie::Whole => return None,
    };
    Some(Objection { rule: Rule::SpanMark, why, hint })
}

const AS_POINTS_OR_CHANGE: &str =
    "write mark = \"points\", or draw it on its level series: mark = \"change\"";
