//! The colours of a house: which may be, which would be near those that may not, and a theme with them.

use super::contrast::ratio;
use super::sight::{APART, Sight, least_apart, unlike};
use super::{Pair, Theme};
use crate::chart::{HouseStyle, MOST_SERIES, ThemeName};
use crate::draw::scene::Colour;

/// The least contrast of marks, and of words, against the page.
const SEEN: f64 = 3.0;
const READ: f64 = 4.5;

/// Why a colour may not be one of the house.
#[derive(Clone, Debug, PartialEq)]
pub enum ColourFault {
    /// It hardly stands out from the page: by this ratio.
    Faint(f64),
    /// Someone takes it for one of those before it: which, who, and how far they are apart.
    Alike(usize, Sight, f64),
}

/// What is wrong with the colours of a house, each with its place, and the nearest colour that would
/// do there, if there is one.
pub fn faults(colours: &[[u8; 3]]) -> Vec<(usize, ColourFault, Option<[u8; 3]>)> {
    let all: Vec<Colour> = colours.iter().map(|rgb| colour(*rgb)).collect();
    let mut found = Vec::new();
    for (at, own) in all.iter().enumerate() {
        if let Some(fault) = fault(*own, &all[..at]) {
            found.push((at, fault, nearest(*own, &all[..at])));
        }
    }
    found
}

fn colour([red, green, blue]: [u8; 3]) -> Colour {
    Colour(red, green, blue)
}

fn fault(own: Colour, before: &[Colour]) -> Option<ColourFault> {
    let page = Theme::named(ThemeName::Light).background;
    let contrast = ratio(own, page);
    if contrast < SEEN {
        return Some(ColourFault::Faint(contrast));
    }
    before.iter().enumerate().find_map(|(at, other)| {
        let (who, far) = least_apart(own, *other);
        (far < APART).then_some(ColourFault::Alike(at, who, far))
    })
}

/// Of all colours of some tone, light and strength the one most like it that does.
fn nearest(own: Colour, before: &[Colour]) -> Option<[u8; 3]> {
    let (hue, strength, light) = tones(own);
    let mut best: Option<(f64, Colour)> = None;
    for turn in (-90..=90).step_by(10) {
        for less in 0..=5 {
            for step in 0..=50 {
                let strength = if less == 0 { strength } else { f64::from(less) / 5.0 };
                let light = if step == 0 { light } else { f64::from(step) / 50.0 };
                let tried = of_tones(hue + f64::from(turn), strength, light);
                let far = unlike(own, tried);
                let nearer = best.is_none_or(|(least, _)| far < least);
                if nearer && fault(tried, before).is_none() {
                    best = Some((far, tried));
                }
            }
        }
    }
    best.map(|(_, Colour(red, green, blue))| [red, green, blue])
}

/// Hue in degrees, saturation and lightness.
fn tones(Colour(red, green, blue): Colour) -> (f64, f64, f64) {
    let [r, g, b] = [red, green, blue].map(|part| f64::from(part) / 255.0);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let (light, spread) = ((most + least) / 2.0, most - least);
    if spread == 0.0 {
        return (0.0, 0.0, light);
    }
    let strength = spread / (1.0 - (2.0 * light - 1.0).abs());
    let hue = match most {
        _ if most == r => (g - b) / spread,
        _ if most == g => (b - r) / spread + 2.0,
        _ => (r - g) / spread + 4.0,
    };
    (60.0 * hue, strength, light)
}

fn of_tones(hue: f64, strength: f64, light: f64) -> Colour {
    let spread = (1.0 - (2.0 * light - 1.0).abs()) * strength;
    let part = |shift: f64| {
        let place = (hue / 60.0 + shift).rem_euclid(6.0);
        let share = (2.0 - (place - 3.0).abs()).clamp(0.0, 1.0);
        let value = light - spread / 2.0 + spread * (1.0 - share);
        (value.clamp(0.0, 1.0) * 255.0).round() as u8
    };
    Colour(part(0.0), part(4.0), part(2.0))
}

impl Theme {
    /// With the colours of a house first, in the light theme; then with those of its own that nobody
    /// takes for one of them.
    pub(in crate::draw) fn of_house(mut self, name: ThemeName, house: &HouseStyle) -> Theme {
        if name != ThemeName::Light || house.colours.is_empty() {
            return self;
        }
        let own: Vec<Colour> = house.colours.iter().map(|rgb| colour(*rgb)).collect();
        let words = |mark: Colour| Pair { mark, text: self.readable(mark) };
        let mut all: Vec<Pair> = own.iter().map(|colour| words(*colour)).collect();
        let apart = |pair: &Pair| own.iter().all(|one| least_apart(*one, pair.mark).1 >= APART);
        let (far, near): (Vec<Pair>, Vec<Pair>) = self.palette.iter().copied().partition(apart);
        all.extend(far.into_iter().chain(near));
        self.palette.copy_from_slice(&all[..MOST_SERIES]);
        self
    }

    /// The same colour, as much darker as words must be.
    fn readable(&self, mark: Colour) -> Colour {
        let black = Colour(0, 0, 0);
        let darker = (0..=50).map(|step| black.over(mark, f64::from(step) / 50.0));
        let reads = |colour: &Colour| {
            ratio(*colour, self.background) >= READ && ratio(*colour, self.band) >= READ
        };
        darker.into_iter().find(reads).unwrap_or(self.ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_does_and_is_like_what_was_asked() {
        for colours in [
            vec![[0xff, 0xe0, 0x00]],
            vec![[0xff, 0xff, 0xff]],
            vec![[0x12, 0x43, 0x6d], [0x12, 0x43, 0x70]],
            vec![[0xd0, 0x30, 0x30], [0x60, 0x70, 0x20]],
            vec![[0x80, 0x16, 0x50], [0x3d, 0x3d, 0x3d]],
        ] {
            let found = faults(&colours);
            let [(at, _, Some(other))] = &found[..] else { panic!("{colours:?}: {found:?}") };
            let mut mended = colours.clone();
            mended[*at] = *other;
            assert_eq!(faults(&mended), [], "{colours:?} {other:?}");
        }
        let official =
            [[0x12, 0x43, 0x6d], [0x28, 0xa1, 0x97], [0x80, 0x16, 0x50], [0xf4, 0x6a, 0x25]];
        assert_eq!(faults(&official), []);
    }

    #[test]
    fn a_tone_is_the_colour_it_was_read_from() {
        for rgb in [[0x12, 0x43, 0x6d], [0xf4, 0x6a, 0x25], [0x3d, 0x3d, 0x3d], [0, 255, 0]] {
            let (hue, strength, light) = tones(colour(rgb));
            assert_eq!(of_tones(hue, strength, light), colour(rgb));
        }
    }

    #[test]
    fn the_words_of_a_house_can_be_read_and_its_colours_come_first() {
        let house = HouseStyle { colours: vec![[0xc9, 0x6e, 0x00]], ..HouseStyle::default() };
        let theme = Theme::named(ThemeName::Light).of_house(ThemeName::Light, &house);
        assert_eq!(theme.palette[0].mark, Colour(0xc9, 0x6e, 0x00));
        for pair in theme.palette {
            assert!(ratio(pair.text, theme.background) >= READ, "{pair:?}");
            assert!(ratio(theme.words_on(pair.mark), pair.mark) >= READ, "{pair:?}");
        }
        let dark = Theme::named(ThemeName::Dark);
        assert_eq!(dark.clone().of_house(ThemeName::Dark, &house), dark);
    }
}
