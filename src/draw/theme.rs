//! Colours. A theme is its inks, its greys and a palette; a test computes every contrast ratio.

use super::scene::Colour;

/// The colours of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub background: Colour,
    /// Titles and labels.
    pub ink: Colour,
    /// Subtitle, axes' labels, notes and sources.
    pub muted: Colour,
    pub grid: Colour,
    /// Base lines, tick marks and event lines.
    pub axis: Colour,
    /// An event known only to a month or a year.
    pub band: Colour,
    pub palette: [Pair; 6],
}

/// The colour of a series: one for its marks, and a darker twin for its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub mark: Colour,
    pub text: Colour,
}

const fn rgb(hex: u32) -> Colour {
    Colour((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn pair(mark: u32, text: u32) -> Pair {
    Pair { mark: rgb(mark), text: rgb(text) }
}

impl Theme {
    /// Dark on white, with the palette of the UK Analysis Function.
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
    };

    /// The colours of a series, by its place in the palette.
    pub fn pair(&self, at: usize) -> Pair {
        self.palette[at % self.palette.len()]
    }
}

#[cfg(test)]
pub(super) mod contrast {
    use super::Colour;

    fn luminance(Colour(r, g, b): Colour) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    /// The contrast ratio of WCAG 2, from 1 to 21.
    pub fn ratio(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_and_mark_stands_out() {
        for theme in [Theme::LIGHT] {
            let least = |colour: Colour, least: f64, ground: Colour| {
                let ratio = contrast::ratio(colour, ground);
                assert!(ratio >= least, "{colour:?} on {ground:?}: {ratio:.2}");
            };
            for ground in [theme.background, theme.band] {
                least(theme.ink, 4.5, ground);
                least(theme.muted, 4.5, ground);
                for pair in theme.palette {
                    least(pair.text, 4.5, ground);
                }
            }
            least(theme.axis, 3.0, theme.background);
            for pair in theme.palette {
                least(pair.mark, 3.0, theme.background);
            }
        }
        assert!((contrast::ratio(Colour(0, 0, 0), Colour(255, 255, 255)) - 21.0).abs() < 1e-9);
    }
}
