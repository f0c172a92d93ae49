//! Rule 4: which points a line may join, and where a break stands.

use super::observed::Observed;
use crate::chart::layer::{Dash, Join, Point};
use crate::dataset::Dataset;
use crate::figure::{Frequency, Nature, Quantity, Tie};

/// The pairs of neighbours that a line may join, and those between whose bounds a band may lie.
/// Never across a break, a missing period or one without a number, and never between periods of
/// another frequency.
pub fn links(
    data: &Dataset,
    nature: Nature,
    observed: &[Observed],
    gaps: &[Observed],
    points: &[Point],
) -> (Vec<Join>, Vec<Join>) {
    let neighbours = observed.windows(2).enumerate();
    let joined: Vec<Join> = neighbours
        .filter(|(_, pair)| may_join(nature, &pair[0], &pair[1]))
        .filter(|(_, pair)| !gaps.iter().any(|gap| lies_between(gap, &pair[0], &pair[1])))
        .map(|(at, _)| Join { from: at, to: at + 1, dash: dash(&points[at], &points[at + 1]) })
        .collect();
    let lines = joined.iter().copied();
    let lines =
        lines.filter(|link| has_a_value(&points[link.from]) && has_a_value(&points[link.to]));
    let bands = joined.iter().copied().filter(|link| {
        let notes = [link.from, link.to].map(|at| &*data.figure(observed[at].figure).note);
        alike(&points[link.from], &points[link.to], notes)
    });
    (lines.collect(), bands.collect())
}

fn may_join(nature: Nature, one: &Observed, next: &Observed) -> bool {
    let alike = Frequency::shared([one.span(), next.span()]).is_some();
    let follows = match nature.tie() {
        Tie::Date => true,
        Tie::Step => one.period.last_unit().span() == next.period.first_unit().span(),
        Tie::Sum | Tie::Average | Tie::Whole => one.span().end.next() == next.span().start,
    };
    next.breaks.is_empty() && alike && follows
}

fn lies_between(gap: &Observed, one: &Observed, next: &Observed) -> bool {
    one.span() <= gap.span() && gap.span() <= next.span()
}

/// An interval block has no one value that a line could lead to.
fn has_a_value(point: &Point) -> bool {
    !matches!(point.quantity, Quantity::Range { .. })
}

/// Two ranges, or two intervals of the kind that the notes of their figures name.
fn alike(one: &Point, next: &Point, notes: [&str; 2]) -> bool {
    match (&one.quantity, &next.quantity) {
        (Quantity::Range { .. }, Quantity::Range { .. }) => true,
        (Quantity::Interval(_), Quantity::Interval(_)) => notes[0] == notes[1],
        _ => false,
    }
}

fn dash(one: &Point, next: &Point) -> Dash {
    match () {
        () if one.forecast || next.forecast => Dash::Forecast,
        () if one.provisional || next.provisional => Dash::Provisional,
        () => Dash::Solid,
    }
}
