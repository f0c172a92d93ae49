//! A label that has found its place.

use super::wish::Wish;
use super::words::Block;
use crate::draw::scene::{Anchor, Area, Spot};

/// A label that has found its place.
pub(super) struct PlacedLabel {
    pub block: Block,
    pub area: Area,
    pub anchor: Anchor,
    pub leader: Option<(Spot, Spot)>,
}

pub(super) type Placed<'w, 'c> = Vec<(&'w Wish<'c>, PlacedLabel)>;

/// What a label came to: one block, or two at the ends of an interval.
pub(super) struct Finding(pub PlacedLabel, pub Option<PlacedLabel>);

impl From<PlacedLabel> for Finding {
    fn from(found: PlacedLabel) -> Finding {
        Finding(found, None)
    }
}

impl PlacedLabel {
    pub fn near(block: Block, (area, anchor): (Area, Anchor)) -> PlacedLabel {
        PlacedLabel { block, area, anchor, leader: None }
    }
}
