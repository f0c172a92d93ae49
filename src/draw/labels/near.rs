//! The places right beside a mark, a line, an upright or a spot of the base line.

use super::ground::Ground;
use super::marks::Doubt;
use super::wish::{ASIDE, LabelSide, MARGIN, Upright};
use super::words::Block;
use crate::draw::scene::{Anchor, Area, Spot};

/// Between a mark and a label above or below it.
const ABOVE: f64 = 3.0;
/// How far a label that lies to one side reaches over the middle of its mark.
const FLUSH: f64 = 4.0;

/// A free place at a mark.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub area: Area,
    pub anchor: Anchor,
    pub doubt: Doubt,
}

/// The best free place at a mark but for so many, and how many were passed over. One that crosses
/// a grid line counts as two places later, and one that might be another mark's as more.
pub(super) fn sides_free(
    block: &Block,
    around: Area,
    centre: Spot,
    sides: &[LabelSide],
    ground: &Ground,
    margin: f64,
    skip: usize,
) -> (Option<Near>, usize) {
    let mut free: Vec<(usize, Near)> = Vec::new();
    for (rank, side) in sides.iter().enumerate() {
        if skip == 0 && free.iter().any(|(cost, ..)| *cost <= rank) {
            break;
        }
        let (area, anchor) = at_side(*side, block, around, centre, ground.region);
        if ground.free(&area, margin) {
            let doubt = ground.marks.doubt(&block.text_within(&area, anchor), &around);
            let grid = if ground.crosses_grid(&area) { 2 } else { 0 };
            let other = [0, 3, 6, 12][doubt as usize];
            free.push((rank + grid + other, Near { area, anchor, doubt }));
        }
    }
    free.sort_by_key(|(cost, ..)| *cost);
    (free.get(skip).map(|(_, near)| *near), skip.min(free.len()))
}

fn at_side(
    side: LabelSide,
    block: &Block,
    around: Area,
    centre: Spot,
    region: Area,
) -> (Area, Anchor) {
    use LabelSide::*;
    let (width, height) = (block.width, block.height);
    let top = match side {
        Above | AboveRight | AboveLeft | AboveStart | AboveEnd => around.top - ABOVE - height,
        Below | BelowRight | BelowLeft | BelowStart | BelowEnd => around.bottom + ABOVE,
        Right | Left => centre.y - height / 2.0,
        RightAbove | LeftAbove => centre.y - height - 1.0,
        RightBelow | LeftBelow => centre.y + 1.0,
    };
    let (left, anchor) = match side {
        Above | Below => (centre.x - width / 2.0, Anchor::Middle),
        AboveRight | BelowRight => (centre.x - FLUSH, Anchor::Start),
        AboveLeft | BelowLeft => (centre.x + FLUSH - width, Anchor::End),
        AboveStart | BelowStart => (around.left, Anchor::Start),
        AboveEnd | BelowEnd => (around.right - width, Anchor::End),
        Right | RightAbove | RightBelow => (around.right + ASIDE, Anchor::Start),
        Left | LeftAbove | LeftBelow => (around.left - ASIDE - width, Anchor::End),
    };
    // Near an edge a label above or below slides inwards as long as it stays over its mark.
    let left = match side {
        Above | Below => {
            let inside = left.min(region.right - width).max(region.left);
            inside.clamp(centre.x - width + 6.0, (centre.x - 6.0).max(centre.x - width + 6.0))
        }
        _ => left,
    };
    (Area { left, top, right: left + width, bottom: top + height }, anchor)
}

/// Above or below the line, from its middle outwards; beside it where it is steep.
pub(super) fn along(
    block: &Block,
    from: Spot,
    to: Spot,
    ground: &Ground,
) -> Option<(Area, Anchor)> {
    let (width, height) = (block.width, block.height);
    let slope = if to.x == from.x { f64::INFINITY } else { (to.y - from.y) / (to.x - from.x) };
    let steep = slope.abs() > 0.45;
    for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] {
        let at = Spot { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        for above in [true, false] {
            let (left, top, anchor) = if steep {
                let before = above == (slope < 0.0);
                let left = if before { at.x - 7.0 - width } else { at.x + 7.0 };
                let top = if above { at.y - height } else { at.y };
                (left, top, if before { Anchor::End } else { Anchor::Start })
            } else {
                let away = 7.0 + slope.abs() * width / 2.0;
                let top = if above { at.y - away - height } else { at.y + away };
                (at.x - width / 2.0, top, Anchor::Middle)
            };
            let area = Area { left, top, right: left + width, bottom: top + height };
            if ground.free(&area, MARGIN) {
                return Some((area, anchor));
            }
        }
    }
    None
}

/// Within a band if it is wide enough, else beside it or its line. It may be told to keep off the
/// bands of other events, and within its own.
pub(super) fn upright(
    block: &Block,
    strip: &Upright,
    ground: &Ground,
    off: bool,
    own: bool,
) -> Option<(Area, Anchor)> {
    let Upright { left, right, top, bottom, beside: (before, after) } = *strip;
    let after = (after && !own).then_some((right + ASIDE, Anchor::Start));
    let before = (before && !own).then_some((left - ASIDE - block.width, Anchor::End));
    let mut places = within(block, left, right);
    places.extend(after.into_iter().chain(before));
    let is_own = |band: &Area| band.left <= left + 0.5 && band.right >= right - 0.5;
    let mut y = top;
    while y + block.height <= bottom {
        for (x, anchor) in places.iter().copied() {
            let area = Area { left: x, top: y, right: x + block.width, bottom: y + block.height };
            let text = block.text_within(&area, anchor);
            let clear = |band: &Area| is_own(band) || !band.overlaps(&text);
            // What lies between would seem to be what is named.
            let (from, to) =
                if text.left >= right { (right, text.left) } else { (text.right - 1.0, left) };
            let between = Area { left: from + 2.0, right: to - 2.0, ..area };
            let next = between.width() <= 0.0 || ground.free(&between, 0.0);
            if next && ground.free(&area, 0.0) && (!off || ground.bands.iter().all(clear)) {
                return Some((area, anchor));
            }
        }
        y += 4.0;
    }
    None
}

/// Over the top of a band or its line.
pub(super) fn above(block: &Block, strip: &Upright, ground: &Ground) -> Option<(Area, Anchor)> {
    let slack = (ground.region.right - block.width).max(ground.region.left);
    let left = (strip.left + strip.right - block.width) / 2.0;
    let left = left.clamp(ground.region.left, slack);
    let mut bottom = strip.top - 6.0;
    while bottom - block.height >= ground.region.top {
        let area = Area { left, top: bottom - block.height, right: left + block.width, bottom };
        if ground.free(&area, 0.0) {
            return Some((area, Anchor::Middle));
        }
        bottom -= 4.0;
    }
    None
}

/// Right on top of a line, or of a band somewhere along it; in the row above those that are.
pub(super) fn atop(
    block: &Block,
    strip: &Upright,
    ground: &Ground,
    row: u32,
) -> Option<(Area, Anchor)> {
    const STEP: f64 = 3.0;
    let middle = (strip.left + strip.right - block.width) / 2.0;
    let reach = f64::max(strip.right - strip.left, block.width - 2.0 * STEP) / 2.0;
    let bottom = strip.top - 1.5 * STEP - f64::from(row) * block.height;
    let steps = (reach / STEP) as i32;
    let offsets = (0..=steps).flat_map(|step| [f64::from(-step), f64::from(step)]);
    let mut areas = offsets.map(|offset| {
        let left = middle + offset * STEP;
        Area { left, top: bottom - block.height, right: left + block.width, bottom }
    });
    areas.find(|area| ground.free(area, 0.0)).map(|area| (area, Anchor::Start))
}

/// From the left end of a band to its right, in steps; in the middle where it is hardly as wide.
fn within(block: &Block, left: f64, right: f64) -> Vec<(f64, Anchor)> {
    const STEP: f64 = 12.0;
    if right - left < block.measured + 8.0 {
        return Vec::new();
    }
    let slack = right - left - block.width - 8.0;
    if slack < 0.0 {
        return vec![((left + right) / 2.0 - block.width / 2.0, Anchor::Middle)];
    }
    let steps = (slack / STEP) as u32;
    (0..=steps).map(|step| (left + 4.0 + f64::from(step) * STEP, Anchor::Start)).collect()
}

pub(super) fn over(block: &Block, spot: Spot, ground: &Ground) -> Option<Area> {
    let left = spot.x - block.width / 2.0;
    let left = left.min(ground.region.right - block.width).max(ground.region.left);
    let mut bottom = spot.y - 3.0;
    while bottom - block.height >= ground.region.top {
        let area = Area { left, top: bottom - block.height, right: left + block.width, bottom };
        if ground.free(&area, 0.0) {
            return Some(area);
        }
        bottom -= 6.0;
    }
    None
}
