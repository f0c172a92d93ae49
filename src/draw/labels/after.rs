//! Names and values after the ends of lines, pushed apart where the ends lie close together.

use super::found::PlacedLabel;
use super::ground::Ground;
use super::wish::{ASIDE, WantedPlace, Wish};
use super::words::Block;
use crate::draw::scene::{Anchor, Area, Spot};
use crate::draw::style::Style;

/// Labels after the ends of lines, pushed apart in the order of the ends.
pub(super) fn after(
    wishes: &[Wish],
    ground: &Ground,
    style: &Style,
) -> Vec<(usize, Option<PlacedLabel>)> {
    let mut ends: Vec<(usize, Spot, Area, Block)> = Vec::new();
    let mut listed = false;
    for (at, wish) in wishes.iter().enumerate() {
        if let WantedPlace::After { around, centre, listed: one, .. } = wish.place {
            listed |= one;
            let room = ground.region.right - around.right - ASIDE - STEP;
            let inline = wish.words.inline(style.below);
            let block = match inline.width <= room {
                true => inline,
                false => wish.words.stacked(style.below, room),
            };
            // A name in pieces reads better whole, above or below the end of its line.
            if block.pieces.len() <= wish.words.wide(style.below).pieces.len() {
                ends.push((at, centre, around, block));
            }
        }
    }
    ends.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let wanted: Vec<(f64, f64)> =
        ends.iter().map(|(_, centre, _, block)| (centre.y, block.height + 2.0)).collect();
    let middles = apart(&wanted, ground.region.top, ground.region.bottom - 3.0);
    // In a column a name stands at its own part, however thin that is, or has a leader line.
    let is_moved = |centre: &Spot, around: &Area, middle: &f64| match listed {
        true => *middle < around.top || *middle > around.bottom,
        false => (middle - centre.y).abs() > 5.0,
    };
    // A column is flush, and no leader line in it leads past a name.
    let mut pairs = ends.iter().zip(&middles);
    let any = pairs.any(|((_, centre, around, _), middle)| is_moved(centre, around, middle));
    let aside = listed && any;
    let found = ends.into_iter().zip(middles).map(|((at, centre, around, block), middle)| {
        let moved = is_moved(&centre, &around, &middle);
        let left = around.right + ASIDE + if moved || aside { STEP } else { 0.0 };
        let top = middle - block.height / 2.0;
        let area = Area { left, top, right: left + block.width, bottom: top + block.height };
        let leader = moved.then(|| {
            let from = Spot { x: around.right + 2.0, y: centre.y };
            (from, Spot { x: left - 2.0, y: middle })
        });
        (at, Some(PlacedLabel { block, area, anchor: Anchor::Start, leader }))
    });
    found.collect()
}

/// How much further right a label stands that has a leader line.
const STEP: f64 = 10.0;

/// The middles of boxes in a column, each as near to where it wants to be as the others allow.
/// `wanted` is sorted, and gives each box's middle and height.
fn apart(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    // Runs of boxes that touch: the first box, the sum of the tops wanted, the count, the height.
    let mut runs: Vec<(usize, f64, f64, f64)> = Vec::new();
    let start = |run: &(usize, f64, f64, f64)| {
        (run.1 / run.2).clamp(top.min(bottom - run.3), (bottom - run.3).max(top))
    };
    for (at, (middle, height)) in wanted.iter().enumerate() {
        runs.push((at, middle - height / 2.0, 1.0, *height));
        while let [.., before, last] = runs.as_slice()
            && start(before) + before.3 > start(last)
        {
            let joined = (
                before.0,
                before.1 + last.1 - last.2 * before.3,
                before.2 + last.2,
                before.3 + last.3,
            );
            runs.truncate(runs.len() - 2);
            runs.push(joined);
        }
    }
    let mut middles = Vec::with_capacity(wanted.len());
    for (at, run) in runs.iter().enumerate() {
        let end = runs.get(at + 1).map_or(wanted.len(), |next| next.0);
        let mut y = start(run);
        for (_, height) in &wanted[run.0..end] {
            middles.push(y + height / 2.0);
            y += height;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn boxes_pushed_apart_keep_their_order_and_the_nearest_places(
            mut wanted in prop::collection::vec((0.0..300.0f64, 10.0..30.0f64), 0..8),
        ) {
            wanted.sort_by(|a, b| a.0.total_cmp(&b.0));
            let middles = apart(&wanted, 0.0, 300.0);
            prop_assert_eq!(middles.len(), wanted.len());
            for at in 0..middles.len() {
                let (middle, half) = (middles[at], wanted[at].1 / 2.0);
                prop_assert!(middle - half >= -1e-6 && middle + half <= 300.0 + 1e-6);
                if at > 0 {
                    let before = middles[at - 1] + wanted[at - 1].1 / 2.0;
                    prop_assert!(middle - half >= before - 1e-6, "{:?}", middles);
                }
            }
            let alone = wanted.len() == 1 && wanted[0].0 > 15.0 && wanted[0].0 < 285.0;
            prop_assert!(!alone || (middles[0] - wanted[0].0).abs() < 1e-6);
        }
    }
}
