//! A period without a number: the word why, over its place at the base line; never zero.

use super::Board;
use crate::chart::Layer;
use crate::draw::labels::{Place, Wish, Words};
use crate::draw::scene::{Role, Spot};
use crate::draw::time_axis::edges;

pub(in crate::draw) fn ask<'c>(board: &Board, layer: &'c Layer, wishes: &mut Vec<Wish<'c>>) {
    for gap in &layer.gaps {
        let (from, to) = edges(gap.span);
        let base = board.plot.values.base;
        let (left, right) = (board.spot(from, base), board.spot(to, base));
        wishes.push(Wish {
            figure: Some(&gap.figure),
            role: Role::Gap,
            colour: board.style.theme.muted,
            words: Words {
                text: &gap.word,
                cite: &gap.cite,
                below: "",
                ends: None,
                face: board.style.small,
                room: (right.x - left.x).max(40.0),
                narrow: false,
            },
            place: Place::Over(Spot { x: (left.x + right.x) / 2.0, y: left.y }),
            required: true,
            priority: u8::MAX,
            group: 0,
        });
    }
}
