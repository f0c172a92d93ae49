//! The colours of each theme.

use super::{Hatch, Marker, Theme, pair, rgb};
use crate::chart::ThemeName;

impl Theme {
    /// The theme of a name.
    pub fn named(name: ThemeName) -> Theme {
        match name {
            ThemeName::Light => LIGHT,
            ThemeName::Dark => DARK,
            ThemeName::Print => PRINT,
        }
    }
}

/// So that a copy in greys keeps the series of a page apart: navy and burgundy are one grey.
const SHAPES: [Marker; 6] = [
    Marker::Round,
    Marker::Square,
    Marker::Triangle,
    Marker::Diamond,
    Marker::Cross,
    Marker::Wedge,
];

/// Dark on white, with the palette of the UK Analysis Function.
pub(super) const LIGHT: Theme = Theme {
    background: rgb(0xffffff),
    ink: rgb(0x1d2433),
    muted: rgb(0x5b6475),
    grid: rgb(0xe3e6ec),
    axis: rgb(0x7f8898),
    rest: rgb(0x8e949d),
    band: rgb(0xeef1f5),
    palette: [
        pair(0x12436d, 0x12436d),
        pair(0x28a197, 0x13706a),
        pair(0x801650, 0x801650),
        pair(0xf46a25, 0xa8400c),
        pair(0x3d3d3d, 0x3d3d3d),
        pair(0xa285d1, 0x6b4aa0),
    ],
    markers: SHAPES,
    hatches: [Hatch::None; 6],
};

/// Light on near black, for pages that are dark: the hues of the light palette, in its order, as
/// bright as a dark ground asks for and unlike in brightness from one to the next.
pub(super) const DARK: Theme = Theme {
    background: rgb(0x14181f),
    ink: rgb(0xf2f4f8),
    muted: rgb(0xaab3c1),
    grid: rgb(0x2d3541),
    axis: rgb(0x7d8797),
    rest: rgb(0x6b7482),
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

/// Greys on white, for paper and the photocopier. Greys that lie close together on a screen are
/// one grey on a copy, so series differ by the shape of their markers and the hatching of their
/// bars. Never by dashes: a dash says that a figure is provisional or a forecast.
pub(super) const PRINT: Theme = Theme {
    background: rgb(0xffffff),
    ink: rgb(0x111111),
    muted: rgb(0x4d4d4d),
    grid: rgb(0xdcdcdc),
    axis: rgb(0x6e6e6e),
    rest: rgb(0x919191),
    band: rgb(0xf0f0f0),
    palette: [
        pair(0x1a1a1a, 0x1a1a1a),
        pair(0x757575, 0x4d4d4d),
        pair(0x404040, 0x333333),
        pair(0x848484, 0x4d4d4d),
        pair(0x2b2b2b, 0x1a1a1a),
        pair(0x5e5e5e, 0x404040),
    ],
    markers: SHAPES,
    hatches: [
        Hatch::None,
        Hatch::Rising,
        Hatch::Level,
        Hatch::Crossed,
        Hatch::Falling,
        Hatch::Upright,
    ],
};
