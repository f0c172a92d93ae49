//! Dark on white, with the palette of the UK Analysis Function.

use super::{Hatch, Marker, Theme, pair, rgb};

pub const LIGHT: Theme = Theme {
    background: rgb(0xffffff),
    ink: rgb(0x1d2433),
    muted: rgb(0x5b6475),
    grid: rgb(0xe3e6ec),
    axis: rgb(0x7f8898),
    band: rgb(0xeef1f5),
    palette: [
        pair(0x12436d, 0x12436d),
        pair(0x28a197, 0x13706a),
        pair(0x801650, 0x801650),
        pair(0xf46a25, 0xa8400c),
        pair(0x3d3d3d, 0x3d3d3d),
        pair(0xa285d1, 0x6b4aa0),
    ],
    markers: [Marker::Round; 6],
    hatches: [Hatch::None; 6],
};
