//! Colours. A theme is its inks, its greys and a palette; a test computes every contrast ratio.

pub mod dots;
mod house;
mod palettes;
mod sight;

pub use dots::Marker;
pub use house::{ColourFault, faults};
pub use sight::Sight;

use super::scene::Colour;
use crate::chart::{Hue, MOST_SERIES};

/// The colours of one look, and what else tells series apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The page.
    pub background: Colour,
    /// Titles and labels.
    pub ink: Colour,
    /// Subtitle, axes' labels, notes and sources.
    pub muted: Colour,
    /// Lines at the ticks of a value axis.
    pub grid: Colour,
    /// Base lines, tick marks and event lines.
    pub axis: Colour,
    /// Marks that stand back, where others are emphasised.
    pub rest: Colour,
    /// An event known only to a month or a year.
    pub band: Colour,
    /// Of the series, in their order.
    pub palette: [Pair; MOST_SERIES],
    /// The dots of the series, in their order.
    pub markers: [Marker; MOST_SERIES],
    /// The hatching of the series' bars, in their order.
    pub hatches: [Hatch; MOST_SERIES],
}

/// The colour of a series: one for its marks, and one for its words that stands out more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// At least 3:1 against the page.
    pub mark: Colour,
    /// At least 4.5:1 against the page.
    pub text: Colour,
}

/// How the bars and blocks of a series are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatch {
    /// Evenly.
    None,
    /// From the lower left to the upper right.
    Rising,
    /// From the upper left to the lower right.
    Falling,
    /// From left to right.
    Level,
    /// From top to bottom.
    Upright,
    /// Rising and falling.
    Crossed,
}

const fn rgb(hex: u32) -> Colour {
    Colour((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn pair(mark: u32, text: u32) -> Pair {
    Pair { mark: rgb(mark), text: rgb(text) }
}

impl Theme {
    /// The colours of a series.
    pub fn pair(&self, hue: Hue) -> Pair {
        match hue {
            Hue::Palette(at) => self.palette[at % self.palette.len()],
            Hue::Ink => Pair { mark: self.ink, text: self.ink },
            Hue::Grey => Pair { mark: self.rest, text: self.muted },
        }
    }

    /// The colour of words on a colour: whichever stands out more.
    pub fn words_on(&self, colour: Colour) -> Colour {
        let mut all = [self.background, self.ink, rgb(0xffffff), rgb(0x000000)];
        // Of several that can be read the first: those of the theme before plain black and white.
        all.sort_by(|one, other| {
            let out = |ink: Colour| contrast::ratio(ink, colour).min(LEGIBLE);
            out(*other).total_cmp(&out(*one))
        });
        all[0]
    }

    /// The dot of a series.
    pub fn marker(&self, hue: Hue) -> Marker {
        match hue {
            Hue::Palette(at) => self.markers[at % self.markers.len()],
            Hue::Ink | Hue::Grey => Marker::Round,
        }
    }

    /// The hatching of a series.
    pub fn hatch(&self, hue: Hue) -> Hatch {
        match hue {
            Hue::Palette(at) => self.hatches[at % self.hatches.len()],
            Hue::Ink | Hue::Grey => Hatch::None,
        }
    }
}

/// The least contrast of words that all can read.
const LEGIBLE: f64 = 4.5;

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
    use crate::chart::ThemeName;

    fn least(colour: Colour, least: f64, ground: Colour) {
        let ratio = contrast::ratio(colour, ground);
        assert!(ratio >= least, "{colour:?} on {ground:?}: {ratio:.2}");
    }

    #[test]
    fn every_ink_and_mark_stands_out() {
        for theme in ThemeName::ALL.map(Theme::named) {
            for ground in [theme.background, theme.band] {
                least(theme.ink, 4.5, ground);
                least(theme.muted, 4.5, ground);
                for pair in theme.palette {
                    least(pair.text, 4.5, ground);
                }
            }
            least(theme.axis, 3.0, theme.background);
            least(theme.rest, 3.0, theme.background);
            for pair in theme.palette {
                least(pair.mark, 3.0, theme.background);
            }
        }
        assert!((contrast::ratio(Colour(0, 0, 0), Colour(255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    /// In the light theme they do not quite, where the palette is given: there they are ringed.
    #[test]
    fn marks_stand_out_from_the_band_of_an_event() {
        for theme in [palettes::DARK, palettes::PRINT] {
            theme.palette.iter().for_each(|pair| least(pair.mark, 3.0, theme.band));
        }
    }

    #[test]
    fn without_colour_no_two_series_look_alike() {
        for at in 0..MOST_SERIES {
            for other in 0..at {
                let [one, two] = [at, other].map(Hue::Palette);
                assert_ne!(palettes::PRINT.marker(one), palettes::PRINT.marker(two));
                assert_ne!(palettes::LIGHT.marker(one), palettes::LIGHT.marker(two));
                assert_ne!(palettes::PRINT.hatch(one), palettes::PRINT.hatch(two));
            }
        }
        let grey = |Colour(r, g, b): Colour| r == g && g == b;
        let all = palettes::PRINT.palette.iter().flat_map(|pair| [pair.mark, pair.text]);
        assert!(all.into_iter().all(grey));
    }
}
