//! A period without a number: the word why, over its place at the base line; never zero.

use crate::chart::Layer;
use crate::draw::labels::{LabelWords, WantedPlace, Wish};
use crate::draw::plot::Canvas;
use crate::draw::scene::{Role, Spot};
use crate::draw::time_axis::edges;

pub(in crate::draw) fn ask<'c>(canvas: &Canvas, layer: &'c Layer, wishes: &mut Vec<Wish<'c>>) {
    for gap in &layer.gaps {
        let (from, to) = edges(gap.span);
        let base = canvas.plot.values.base;
        let (left, right) = (canvas.spot(from, base), canvas.spot(to, base));
        wishes.push(Wish {
            figure: Some(&gap.figure),
            role: Role::Gap,
            colour: canvas.style.theme.muted,
            words: LabelWords::plain(
                &gap.word,
                &gap.cite,
                canvas.style.small,
                (right.x - left.x).max(40.0),
            ),
            place: WantedPlace::Over(Spot { x: (left.x + right.x) / 2.0, y: left.y }),
            required: true,
            priority: u8::MAX,
            group: 0,
        });
    }
}
