//! The places further off, with a leader line back to the mark.

use std::iter::successors;

use super::find::{LeaderLimits, STRAIGHT, Search};
use super::found::PlacedLabel;
use super::wish::{MARGIN, Out};
use super::words::Block;
use crate::draw::scene::{Anchor, Area, Spot};

impl Search<'_> {
    /// A free place further off, the nearest first, with a leader line that crosses no label or
    /// mark. The leader starts at `centre`, outside the box `around` the mark. Where it may leave
    /// only up or down, straight is better than near.
    pub fn far(
        &self,
        block: Block,
        around: Area,
        centre: Spot,
        out: Out,
        limits: LeaderLimits,
    ) -> Option<PlacedLabel> {
        let straight: &[(f64, f64)] = match out {
            Out::Any => &[],
            Out::Up => &[(0.0, -1.0)],
            Out::Down => &[(0.0, 1.0)],
        };
        let mut second = None;
        let mut found = |ways: &[(f64, f64)], distance: f64, straight: bool| {
            ways.iter().filter(|(_, dy)| out.allows(*dy)).find_map(|way| {
                let off = self.off(&block, around, centre, *way, distance, straight);
                let (area, anchor, leader) = off?;
                // The leader says whose it is; but no other mark should lie right beside it.
                let text = block.text_within(&area, anchor).grown(BESIDE);
                let plain = !self.ground.marks.touches(&text, &around);
                if !plain && (limits.plain || second.is_some()) || self.passes() {
                    return None;
                }
                // Right above its own bar a label is plainly that of it.
                let close = straight && distance <= CLOSE && plain;
                let leader = (!close).then_some(leader);
                let found = PlacedLabel { block: block.clone(), area, anchor, leader };
                if plain {
                    return Some(found);
                }
                second = Some(found);
                None
            })
        };
        let mut distance: f64 = 12.0;
        while !straight.is_empty() && distance <= limits.reach.min(STRAIGHT) {
            if let Some(found) = found(straight, distance, true) {
                return Some(found);
            }
            distance += 4.0;
        }
        distance = 12.0;
        while !limits.straight && distance <= limits.reach {
            if let Some(found) = found(&DIRECTIONS, distance, limits.straight) {
                return Some(found);
            }
            distance *= 1.22;
        }
        second
    }

    fn off(
        &self,
        block: &Block,
        around: Area,
        centre: Spot,
        (dx, dy): (f64, f64),
        distance: f64,
        straight: bool,
    ) -> Option<(Area, Anchor, (Spot, Spot))> {
        let edge = if dy < 0.0 { around.top } else { around.bottom };
        let at = Spot {
            x: centre.x + dx * (around.width() / 2.0 + distance),
            y: centre.y + dy.abs() * (edge - centre.y) + dy * distance,
        };
        let top = at.y - block.height * (1.0 - dy) / 2.0;
        let anchors = if straight { &[Anchor::Middle] } else { anchors(dx) };
        anchors.iter().find_map(|anchor| {
            let left = at.x - block.width * anchor.share();
            let (right, bottom) = (left + block.width, top + block.height);
            let area = Area { left, top, right, bottom };
            if !self.ground.free(&area, MARGIN) {
                return None;
            }
            let leader = leader(around, centre, &area, *anchor, block);
            let clear = !is_level(leader) && self.ground.solid.clear(leader.0, leader.1);
            clear.then_some((area, *anchor, leader))
        })
    }

    /// The nearest free spot of the whole panel whose leader line crosses nothing; in despair,
    /// whatever it crosses. Only where the search has come that far.
    pub fn anywhere(
        &self,
        block: Block,
        around: Area,
        centre: Spot,
        out: Out,
    ) -> Option<PlacedLabel> {
        if !self.effort.anywhere {
            return None;
        }
        let (ground, region) = (self.ground, self.ground.region);
        let (across, down) = ((block.width / 8.0).max(6.0), (block.height / 6.0).max(4.0));
        let steps = |from: f64, by: f64, to: f64| {
            successors(Some(from), move |at| Some(at + by)).take_while(move |at| *at <= to)
        };
        // The nearest rows first, so that most of the others need no look.
        let aside = |top: f64| (top + top + block.height) / 2.0 - centre.y;
        let rows = steps(region.top, down, region.bottom - block.height);
        let mut rows: Vec<f64> = rows.filter(|top| out.allows(aside(*top))).collect();
        rows.sort_by(|one, other| aside(*one).abs().total_cmp(&aside(*other).abs()));
        let (mut clear, mut any): (Option<Spare>, Option<Spare>) = (None, None);
        for top in rows {
            // No place of this row or a later one is as near as the best.
            let bottom = top + block.height;
            let off = (top + bottom) / 2.0 - centre.y;
            let best = clear.as_ref().or(any.as_ref().filter(|_| self.effort.desperate));
            if best.is_some_and(|best| best.distance < off.powi(2)) {
                break;
            }
            let band = ground.band(top, bottom);
            let mut taken = region.left;
            for left in steps(region.left, across, region.right - block.width) {
                let right = left + block.width;
                let spare = Spare::of(Area { left, top, right, bottom }, centre);
                let wanted = match (&clear, &any) {
                    (Some(clear), _) => spare.is_before(clear),
                    (None, Some(any)) => !self.effort.desperate || spare.is_before(any),
                    (None, None) => true,
                };
                // What was in the way of the last place is in the way of this one too.
                if !wanted || left < taken {
                    continue;
                }
                if let Some(past) = band.taken(left, right) {
                    taken = past;
                    continue;
                }
                let leader = leader(around, centre, &spare.area, Anchor::Middle, &block);
                if !is_level(leader) && ground.solid.clear(leader.0, leader.1) {
                    clear = Some(spare);
                } else if any.as_ref().is_none_or(|any| spare.is_before(any)) {
                    any = Some(spare);
                }
            }
        }
        let area = clear.or(any.filter(|_| self.effort.desperate))?.area;
        let leader = leader(around, centre, &area, Anchor::Middle, &block);
        Some(PlacedLabel { block, area, anchor: Anchor::Middle, leader: Some(leader) })
    }
}

/// A free spot, and how far its middle is from the mark.
struct Spare {
    distance: f64,
    area: Area,
}

impl Spare {
    fn of(area: Area, centre: Spot) -> Spare {
        let at = area.middle();
        Spare { distance: (at.x - centre.x).powi(2) + (at.y - centre.y).powi(2), area }
    }

    /// The nearer one; of two as near the upper, then the left one.
    fn is_before(&self, other: &Spare) -> bool {
        let key = |spare: &Spare| [spare.distance, spare.area.top, spare.area.left];
        key(self) < key(other)
    }
}

/// A label within so many pixels of a mark seems to be its label.
const BESIDE: f64 = 5.0;

/// So far straight above or below its mark it needs no leader line.
const CLOSE: f64 = 32.0;

/// A level leader line before a number reads as a minus.
fn is_level((from, to): (Spot, Spot)) -> bool {
    (to.y - from.y).abs() < 0.3 * (to.x - from.x).abs()
}

/// How a label that lies in a direction may stand to the end of its leader line.
fn anchors(dx: f64) -> &'static [Anchor] {
    match dx {
        dx if dx > 0.6 => &[Anchor::Start],
        dx if dx < -0.6 => &[Anchor::End],
        dx if dx > 0.3 => &[Anchor::Start, Anchor::Middle, Anchor::End],
        dx if dx < -0.3 => &[Anchor::End, Anchor::Middle, Anchor::Start],
        _ => &[Anchor::Middle, Anchor::Start, Anchor::End],
    }
}

/// Ten ways out, upwards first.
const DIRECTIONS: [(f64, f64); 10] = [
    (0.0, -1.0),
    (0.5, -0.87),
    (-0.5, -0.87),
    (0.87, -0.5),
    (-0.87, -0.5),
    (0.0, 1.0),
    (0.5, 0.87),
    (-0.5, 0.87),
    (0.87, 0.5),
    (-0.87, 0.5),
];

/// From the mark to the nearest spot of the text as it is measured, not of its slack.
fn leader(around: Area, centre: Spot, area: &Area, anchor: Anchor, block: &Block) -> (Spot, Spot) {
    let width = block.measured;
    let left = area.left + (area.width() - width) * anchor.share();
    let to = Spot {
        x: centre.x.clamp(left + 1.0, left + width - 1.0),
        y: centre.y.clamp(area.top + 1.0, area.bottom - 2.0),
    };
    // Where the way from the middle of the mark leaves the box around it.
    let near = around.grown(3.5);
    let (dx, dy) = (to.x - centre.x, to.y - centre.y);
    let share = |d: f64, low: f64, high: f64| match d {
        d if d > 0.0 => high / d,
        d if d < 0.0 => low / d,
        _ => f64::INFINITY,
    };
    let across = share(dx, near.left - centre.x, near.right - centre.x);
    let along = share(dy, near.top - centre.y, near.bottom - centre.y);
    let share = across.min(along).clamp(0.0, 1.0);
    (Spot { x: centre.x + dx * share, y: centre.y + dy * share }, to)
}
