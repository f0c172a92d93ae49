//! Which colour what is drawn has: no theme yet, no shade.

/// One of the palette, the ink of a whole, or the grey of what the spec does not emphasise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// By its place, counted from zero.
    Palette(usize),
    /// What others are parts of.
    Ink,
    /// What stands back.
    Grey,
}

impl Default for Hue {
    fn default() -> Hue {
        Hue::Palette(0)
    }
}
