//! How a shape shows what is to be known of its number: hollow where it is not exact, dashed where
//! it is not final. What is drawn and what the key explains follow from the same value.

use crate::chart::{ClaimRow, Point, Sign, Signs, Why};
use crate::figure::{Quantity, Side, Way};

/// How dots, bars, spans and blocks are filled and outlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draw) enum Finish {
    Filled,
    /// Less of its colour, in a dashed outline.
    Tinted,
    Hollow,
    /// Hollow, in a dashed outline.
    Dashed,
}

impl Finish {
    pub fn is_hollow(self) -> bool {
        matches!(self, Finish::Hollow | Finish::Dashed)
    }

    pub fn is_dashed(self) -> bool {
        matches!(self, Finish::Tinted | Finish::Dashed)
    }
}

/// Why a shape may not be filled.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::draw) struct Caveat {
    rough: Option<Side>,
    derived: bool,
    forecast: bool,
    provisional: bool,
}

impl Caveat {
    pub fn of(point: &Point) -> Caveat {
        Caveat {
            rough: rough(&point.quantity),
            derived: point.derived,
            forecast: point.forecast,
            provisional: point.provisional,
        }
    }

    /// Of a dot, or of an interval block: that it is provisional say its label and its line.
    pub fn of_dot(point: &Point) -> Caveat {
        Caveat { provisional: false, ..Caveat::of(point) }
    }

    pub fn of_claim(claim: &ClaimRow) -> Caveat {
        Caveat {
            rough: claim.quantity.as_ref().and_then(rough),
            derived: claim.derived,
            forecast: claim.forecast,
            provisional: false,
        }
    }

    pub fn finish(self) -> Finish {
        let hollow = self.rough.is_some() || self.derived || self.forecast;
        match (hollow, self.forecast || self.provisional) {
            (false, false) => Finish::Filled,
            (false, true) => Finish::Tinted,
            (true, false) => Finish::Hollow,
            (true, true) => Finish::Dashed,
        }
    }

    /// Reports what was drawn for a number with this finish.
    pub fn report(self, quantity: &Quantity, family: &Family, signs: &mut Signs) {
        let finish = self.finish();
        let of_range = matches!(quantity, Quantity::Range { .. });
        match quantity {
            Quantity::One { side, .. } => match side.open() {
                Some(Way::Up) => signs.add_for(family.up, Why::Said(*side)),
                Some(Way::Down) => signs.add_for(family.down, Why::Said(*side)),
                None if finish == Finish::Filled => signs.extend(family.exact),
                None => {}
            },
            Quantity::Range { .. } => signs.extend([family.range]),
            Quantity::Interval(_) => signs.extend([family.interval]),
        }
        if finish == Finish::Filled && !of_range {
            signs.extend(family.filled);
        }
        if finish == Finish::Tinted {
            signs.extend(family.tinted);
        }
        let (hollow, dashed) = if of_range { family.hollow_range } else { family.hollow };
        match (self.derived, self.rough) {
            (true, _) => signs.add_for(hollow, Why::WorkedOut),
            (false, Some(side)) => signs.add_for(hollow, Why::Said(side)),
            (false, None) => {}
        }
        if finish == Finish::Dashed && self.forecast {
            signs.add_for(dashed, Why::Forecast);
        }
        if finish == Finish::Dashed && self.provisional {
            signs.add_for(dashed, Why::Provisional);
        }
    }
}

/// The signs of one kind of shape.
pub(in crate::draw) struct Family {
    exact: Option<Sign>,
    /// For any number that is neither hollow nor dashed.
    filled: Option<Sign>,
    up: Sign,
    down: Sign,
    range: Sign,
    interval: Sign,
    tinted: Option<Sign>,
    /// In a whole outline, and in a dashed one.
    hollow: (Sign, Sign),
    hollow_range: (Sign, Sign),
}

pub(in crate::draw) const DOT: Family = Family {
    exact: Some(Sign::Exact),
    filled: None,
    up: Sign::AtLeast,
    down: Sign::AtMost,
    range: Sign::Range,
    interval: Sign::Interval,
    tinted: None,
    hollow: (Sign::Hollow, Sign::Dashed),
    hollow_range: BLOCK,
};
/// In a band.
pub(in crate::draw) const BANDED: Family =
    Family { range: Sign::Band, interval: Sign::IntervalBand, ..DOT };
/// Beside those who claim it.
pub(in crate::draw) const ACROSS: Family = Family {
    up: Sign::AtLeastAcross,
    down: Sign::AtMostAcross,
    range: Sign::RangeAcross,
    interval: Sign::IntervalAcross,
    ..DOT
};
pub(in crate::draw) const BAR: Family = Family {
    exact: None,
    up: Sign::AtLeastBar,
    down: Sign::AtMostBar,
    range: Sign::RangeBar,
    interval: Sign::IntervalBar,
    tinted: Some(Sign::TintedBar),
    hollow: BLOCK,
    ..DOT
};
pub(in crate::draw) const BAR_ACROSS: Family = Family {
    up: Sign::AtLeastBarAcross,
    down: Sign::AtMostBarAcross,
    interval: Sign::IntervalBarAcross,
    ..BAR
};
pub(in crate::draw) const SPAN: Family = Family {
    filled: Some(Sign::Span),
    range: Sign::RangeSpan,
    interval: Sign::Interval,
    tinted: Some(Sign::TintedSpan),
    hollow: (Sign::HollowSpan, Sign::DashedSpan),
    hollow_range: (Sign::HollowSpan, Sign::DashedSpan),
    ..BAR
};
const BLOCK: (Sign, Sign) = (Sign::HollowBar, Sign::DashedBar);

fn rough(quantity: &Quantity) -> Option<Side> {
    quantity.side().filter(|side| side.is_rough())
}
