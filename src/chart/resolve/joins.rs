//! Rule 4: which points a line may join.

use super::observed::Observed;
use super::unjoined::Obstacle;
use crate::chart::layer::{Dash, Join, Point};
use crate::dataset::Dataset;
use crate::figure::{Frequency, Nature, Quantity, Sequence, Tie};

/// What a line may join.
#[derive(Debug, Default)]
pub struct Links {
    /// The pairs of neighbours that a line may join.
    pub lines: Vec<Join>,
    /// Those between whose bounds a band may lie.
    pub bands: Vec<Join>,
    /// What stands between each other pair of neighbours, by the place of the earlier.
    pub obstacles: Vec<(usize, Obstacle)>,
}

/// The pairs of neighbours that a line or a band may join. Never across a break, a missing period
/// or one without a number, never between periods of another frequency unless they are windows that
/// overlap by one step or totals that run on, and a line never to a bound, which is no value.
pub fn links(
    data: &Dataset,
    (nature, sequence): (Nature, Sequence),
    observed: &[Observed],
    gaps: &[Observed],
    points: &[Point],
) -> Links {
    let mut links = Links::default();
    for (at, pair) in observed.windows(2).enumerate() {
        let (one, next) = (&points[at], &points[at + 1]);
        let join = Join { from: at, to: at + 1, dash: dash(one, next) };
        if let Some(apart) = apart(nature, sequence, [&pair[0], &pair[1]], gaps) {
            links.obstacles.push((at, apart));
            continue;
        }
        let notes = [&pair[0], &pair[1]].map(|one| &*data.figure(one.figure).note);
        if alike(one, next, notes) {
            links.bands.push(join);
        }
        match no_value(one).or_else(|| no_value(next)) {
            Some(obstacle) => links.obstacles.push((at, obstacle)),
            None => links.lines.push(join),
        }
    }
    links
}

/// What lies between the days of two neighbours.
fn apart(
    nature: Nature,
    sequence: Sequence,
    [one, next]: [&Observed; 2],
    gaps: &[Observed],
) -> Option<Obstacle> {
    if !next.breaks.is_empty() {
        return Some(Obstacle::Break);
    }
    if let Some(gap) = gaps.iter().find(|gap| lies_between(gap, one, next)) {
        return Some(Obstacle::NoNumber(gap.period));
    }
    let (own, its) = (one.span(), next.span());
    if sequence.reaches_back() {
        return (!sequence.follows(its, own)).then_some(Obstacle::Missing);
    }
    let of_days = !matches!(nature.tie(), Tie::Date | Tie::Step);
    if of_days && own.overlaps(its) {
        return Some(Obstacle::Overlap);
    }
    if Frequency::shared([own, its]).is_none() {
        return Some(Obstacle::Unlike);
    }
    let follows = match nature.tie() {
        Tie::Date => true,
        Tie::Step => one.period.last_unit().span() == next.period.first_unit().span(),
        Tie::Sum | Tie::Average | Tie::Whole => own.end.next() == its.start,
    };
    match follows {
        true => None,
        false if own.overlaps(its) => Some(Obstacle::Overlap),
        false => Some(Obstacle::Missing),
    }
}

fn lies_between(gap: &Observed, one: &Observed, next: &Observed) -> bool {
    one.span() <= gap.span() && gap.span() <= next.span()
}

/// An interval block has no one value that a line could lead to, and a bound is only an end of
/// where it lies.
fn no_value(point: &Point) -> Option<Obstacle> {
    match point.quantity {
        Quantity::Range { .. } => Some(Obstacle::Range),
        _ => point.quantity.open().map(|_| Obstacle::Bound),
    }
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
