//! Light on near black, for pages that are dark: the hues of the light palette, in its order, as
//! bright as a dark ground asks for and unlike in brightness from one to the next.

use super::{Hatch, Marker, Theme, pair, rgb};

pub const DARK: Theme = Theme {
    background: rgb(0x14181f),
    ink: rgb(0xf2f4f8),
    muted: rgb(0xaab3c1),
    grid: rgb(0x2d3541),
    axis: rgb(0x7d8797),
    band: rgb(0x262d38),
    palette: [
        pair(0x5aa5ea, 0x7ab9f2),
        pair(0x5fd4c0, 0x5fd4c0),
        pair(0xe0659f, 0xee8dba),
        pair(0xffae66, 0xffae66),
        pair(0xe8ebf0, 0xe8ebf0),
        pair(0x9d86dc, 0xb7a5ee),
    ],
    markers: [Marker::Round; 6],
    hatches: [Hatch::None; 6],
};
