//! A last look at the labels that had to move away from their marks: where one other label is in
//! the way, and has another place beside its own mark, it makes room.

use super::find::{BOTTOM_END, Search, TOP_END, foot, top};
use super::found::{Placed, PlacedLabel};
use super::ground::Ground;
use super::marks::Doubt;
use super::near::sides_free;
use super::wish::{Effort, LabelSide, MARGIN, WantedPlace, Wish};
use crate::draw::occupied::Occupied;
use crate::draw::scene::{Area, Spot};
use crate::draw::style::Style;

/// `empty` is what is taken by marks and axes alone.
pub(super) fn settle(
    placed: &mut Placed,
    ground: &mut Ground,
    empty: &Occupied,
    effort: Effort,
    style: &Style,
) {
    if placed.iter().all(|(_, found)| found.leader.is_none()) {
        return;
    }
    let mut bare = ground.clone();
    bare.solid.clone_from(empty);
    for own in 0..placed.len() {
        if placed[own].1.leader.is_some()
            && let Some((mine, other)) = make_room(placed, own, &bare, effort, style)
        {
            placed[own].1 = mine;
            if let Some((at, theirs)) = other {
                placed[at].1 = theirs;
            }
        }
    }
    ground.solid.clone_from(empty);
    placed.iter().for_each(|(_, found)| ground.keep(found));
}

/// A place beside its mark for one label, and the new place of the label that was there.
fn make_room(
    placed: &Placed,
    own: usize,
    bare: &Ground,
    effort: Effort,
    style: &Style,
) -> Option<(PlacedLabel, Option<(usize, PlacedLabel)>)> {
    let (around, centre, sides) = beside(&placed[own])?;
    let block = match placed[own].0.place {
        WantedPlace::Ends { .. } => placed[own].1.block.clone(),
        _ => placed[own].0.words.wide(style.below),
    };
    for skip in 0..sides.len() {
        let (place, _) = sides_free(&block, around, centre, sides, bare, MARGIN, skip);
        let near = place?;
        if near.doubt > Doubt::Slight {
            continue;
        }
        let mine = PlacedLabel::near(block.clone(), near.at());
        let mut in_the_way = (0..placed.len())
            .filter(|at| *at != own && meets(&placed[*at].1, &mine.area.grown(MARGIN)));
        let other = match (in_the_way.next(), in_the_way.next()) {
            (None, _) => return Some((mine, None)),
            (Some(other), None) if moves(placed, other) => other,
            _ => continue,
        };
        let mut ground = bare.clone();
        let rest = (0..placed.len()).filter(|at| *at != own && *at != other);
        rest.for_each(|at| ground.keep(&placed[at].1));
        ground.keep(&mine);
        if let Some(theirs) = Search::new(&ground, effort, style, 0).near(placed[other].0) {
            return Some((mine, Some((other, theirs))));
        }
    }
    None
}

/// Where a label stands beside its own mark; one of an end of an interval, where that is.
fn beside((wish, found): &(&Wish, PlacedLabel)) -> Option<(Area, Spot, &'static [LabelSide])> {
    match wish.place {
        WantedPlace::Beside { around, centre, sides, .. } => Some((around, centre, sides)),
        WantedPlace::Level { around, sides } => Some((around, around.middle(), sides)),
        WantedPlace::Ends { around } => Some(match found.area.middle().y < around.middle().y {
            true => (around, top(around), TOP_END),
            false => (around, foot(around), BOTTOM_END),
        }),
        _ => None,
    }
}

/// Does a label, or the box around its leader line, meet an area?
fn meets(found: &PlacedLabel, area: &Area) -> bool {
    let leader = found.leader.map(|(from, to)| Area {
        left: from.x.min(to.x) - 1.0,
        right: from.x.max(to.x) + 1.0,
        top: from.y.min(to.y) - 1.0,
        bottom: from.y.max(to.y) + 1.0,
    });
    found.area.overlaps(area) || leader.is_some_and(|leader| leader.overlaps(area))
}

/// One that stands beside a mark, and alone there.
fn moves(placed: &Placed, at: usize) -> bool {
    let wish: &Wish = placed[at].0;
    let alone = matches!(wish.place, WantedPlace::Beside { .. } | WantedPlace::Level { .. });
    wish.required && alone
}
