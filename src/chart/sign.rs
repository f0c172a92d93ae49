//! The shapes that the key explains. Whoever draws one reports it, and why it is the shape it is.

use std::collections::BTreeSet;

use crate::figure::Side;

/// A shape that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A filled dot.
    Exact,
    /// A hollow dot: about, or worked out.
    Hollow,
    /// A dot with an open arrow up.
    AtLeast,
    /// A dot with an open arrow down.
    AtMost,
    /// A block from the lowest to the highest value.
    Range,
    /// A dot with whiskers to both ends.
    Interval,
    /// A hollow dot with a dashed outline.
    Dashed,
    /// A dashed line: one of its ends is provisional.
    Provisional,
    /// A line for a change that somebody states.
    Change,
    /// A line that stops at a dashed one.
    Break,
    /// A dashed level: what is aimed at.
    Target,
    /// A ring around a dot: other figures say otherwise.
    Disputed,
    /// A frame around a block: the same of a range.
    DisputedRange,
    /// A line beyond the end of a bar: the same of that.
    DisputedBar,
    /// A small open mark: what another figure says.
    Rival,
    /// Thin whiskers: the range that another figure says.
    RivalRange,
    /// The tail of a mark that others only repeat.
    Repeated,
    /// On bars; the first and the dashed ones also for interval blocks.
    HollowBar,
    /// With an open arrow at its end.
    AtLeastBar,
    /// With an open arrow down.
    AtMostBar,
    /// A block between two values, with no body down to zero.
    RangeBar,
    /// With whiskers at its end.
    IntervalBar,
    /// Hollow, with a dashed outline.
    DashedBar,
    /// Filled with less of its colour, with a dashed outline.
    TintedBar,
    /// From the first to the last day of a period.
    Span,
    /// About, or worked out.
    HollowSpan,
    /// From the lowest to the highest value.
    RangeSpan,
    /// Not yet final.
    DashedSpan,
    /// Not yet final, and filled faintly.
    TintedSpan,
    /// Ranges that follow one another in a line.
    Band,
    /// The stated intervals of estimates that a line joins.
    IntervalBand,
    /// Beside those who claim them, values lie from left to right.
    AtLeastAcross,
    /// With an open arrow to the left.
    AtMostAcross,
    /// A block from the lowest to the highest value.
    RangeAcross,
    /// With whiskers to both ends.
    IntervalAcross,
    /// A bar that lies across, with an open arrow beyond its end.
    AtLeastBarAcross,
    /// The end of such a bar, with an open arrow towards zero.
    AtMostBarAcross,
    /// With whiskers at its end.
    IntervalBarAcross,
}

/// Why a shape is not what it would be for an exact and final number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// What is said of the number.
    Said(Side),
    /// By us.
    WorkedOut,
    /// What is expected.
    Forecast,
    /// What may still be revised.
    Provisional,
}

/// The signs that were drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs(BTreeSet<(Sign, Option<Why>)>);

impl Signs {
    /// Reports a sign that says one thing only.
    pub fn add(&mut self, sign: Sign) {
        self.0.insert((sign, None));
    }

    /// Reports a sign, and why it was drawn.
    pub fn add_for(&mut self, sign: Sign, why: Why) {
        self.0.insert((sign, Some(why)));
    }

    /// Reports signs that say one thing only.
    pub fn extend(&mut self, signs: impl IntoIterator<Item = Sign>) {
        signs.into_iter().for_each(|sign| self.add(sign));
    }

    /// Was it drawn, for whatever reason?
    pub fn has(&self, sign: Sign) -> bool {
        self.0.iter().any(|(drawn, _)| *drawn == sign)
    }

    /// Without those that are as they are for nothing but what is said of their numbers, where
    /// words beside the marks say it too.
    pub fn unsaid(&self, in_words: impl Fn(Side) -> bool) -> Signs {
        let said = |why: &Option<Why>| matches!(why, Some(Why::Said(side)) if in_words(*side));
        let all = |sign: Sign| self.0.iter().filter(move |(own, _)| *own == sign);
        let kept = self.0.iter().filter(|(sign, _)| !all(*sign).all(|(_, why)| said(why)));
        Signs(kept.copied().collect())
    }

    /// Without these.
    pub fn without(mut self, some: &[Sign]) -> Signs {
        self.0.retain(|(sign, _)| !some.contains(sign));
        self
    }

    /// Each sign once, with every reason for it, in the order of [`Sign`].
    pub fn each(&self) -> Vec<(Sign, Vec<Why>)> {
        let mut each: Vec<(Sign, Vec<Why>)> = Vec::new();
        for (sign, why) in &self.0 {
            match each.last_mut().filter(|(last, _)| last == sign) {
                Some((_, whys)) => whys.extend(why),
                None => each.push((*sign, Vec::from_iter(*why))),
            }
        }
        each
    }
}
