//! Greys on white, for paper and the photocopier. Greys that lie close together on a screen are
//! one grey on a copy, so series differ by the shape of their markers and the hatching of their
//! bars. Never by dashes: a dash says that a figure is provisional or a forecast.

use super::{Hatch, Marker, Theme, pair, rgb};

pub const PRINT: Theme = Theme {
    background: rgb(0xffffff),
    ink: rgb(0x111111),
    muted: rgb(0x4d4d4d),
    grid: rgb(0xdcdcdc),
    axis: rgb(0x6e6e6e),
    band: rgb(0xf0f0f0),
    palette: [
        pair(0x1a1a1a, 0x1a1a1a),
        pair(0x757575, 0x4d4d4d),
        pair(0x404040, 0x333333),
        pair(0x848484, 0x4d4d4d),
        pair(0x2b2b2b, 0x1a1a1a),
        pair(0x5e5e5e, 0x404040),
    ],
    markers: [
        Marker::Round,
        Marker::Square,
        Marker::Triangle,
        Marker::Diamond,
        Marker::Cross,
        Marker::Wedge,
    ],
    hatches: [
        Hatch::None,
        Hatch::Rising,
        Hatch::Level,
        Hatch::Crossed,
        Hatch::Falling,
        Hatch::Upright,
    ],
};
