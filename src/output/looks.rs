//! Which pictures of a chart there are, the plain one and its twins, and what their files are
//! called. A name depends on what the spec and the settings say, never on the command line: the
//! same file is always the same picture.

use crate::chart::{Look, PictureLengths, Size, ThemeName, Wanted};
use crate::dataset::Dataset;

/// The looks of one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// That of `NAME.svg`.
    pub plain: Look,
    sizes: Vec<Size>,
    themes: Vec<ThemeName>,
}

impl Looks {
    /// In the sizes and themes of a project. A spec that names its size or its width has no other,
    /// and the same with its theme.
    pub fn of(wanted: Wanted, sizes: &[Size], themes: &[ThemeName]) -> Looks {
        let sizes = match wanted.is_sized() {
            true => vec![wanted.size.unwrap_or_default()],
            false => sizes.to_vec(),
        };
        let themes = wanted.theme.map_or_else(|| themes.to_vec(), |theme| vec![theme]);
        let plain = Look::new(
            sizes.first().copied().unwrap_or_default(),
            themes.first().copied().unwrap_or_default(),
        );
        Looks { plain, sizes, themes }
    }

    /// Every picture that is to be there, the plain one first.
    pub fn all(&self) -> Vec<Look> {
        product(&self.sizes, &self.themes)
    }

    /// All in these sizes and themes; where one of them is empty, in those that are to be there.
    pub fn asked(&self, sizes: &[Size], themes: &[ThemeName]) -> Vec<Look> {
        let sizes = if sizes.is_empty() { &self.sizes } else { sizes };
        let themes = if themes.is_empty() { &self.themes } else { themes };
        product(sizes, themes)
    }

    /// The same as wide and as high as a command asks. A width is in the place of the size.
    pub fn measured(
        &self,
        lengths: PictureLengths,
        sizes: &[Size],
        themes: &[ThemeName],
    ) -> Vec<Look> {
        let sizes = if lengths.width.is_some() { &[Size::default()] } else { sizes };
        let asked = self.asked(sizes, themes).into_iter();
        asked.map(|look| Look { lengths, ..look }).collect()
    }

    /// The plain one and, of those that are to be there, its twins for dark and narrow pages.
    pub fn for_pages(&self) -> Vec<Look> {
        let mut looks = self.all();
        looks.retain(|look| *look == self.plain || self.serves_pages(*look));
        looks
    }

    /// Is it a twin for a page that is dark, narrow or both?
    pub fn serves_pages(&self, look: Look) -> bool {
        look != self.plain
            && (look.theme == self.plain.theme || self.is_dark(look))
            && (look.size == self.plain.size || self.is_narrow(look))
    }

    /// All, and the twins for dark and narrow pages whether they are to be there or not, unless
    /// the spec names its look.
    pub fn for_handing_on(&self, wanted: Wanted) -> Vec<Look> {
        let (mut sizes, mut themes) = (self.sizes.clone(), self.themes.clone());
        if !wanted.is_sized() && !sizes.contains(&Size::Narrow) {
            sizes.push(Size::Narrow);
        }
        if wanted.theme.is_none() && !themes.contains(&ThemeName::Dark) {
            themes.push(ThemeName::Dark);
        }
        product(&sizes, &themes)
    }

    /// Is it the dark twin of a picture that is not?
    pub fn is_dark(&self, look: Look) -> bool {
        look.theme == ThemeName::Dark && self.plain.theme != ThemeName::Dark
    }

    /// Is it for a narrow page, beside one that is not?
    pub fn is_narrow(&self, look: Look) -> bool {
        look.size == Size::Narrow && self.plain.size != Size::Narrow
    }

    /// What the files of a picture are called, but for the ending: `NAME-narrow-dark`, and where a
    /// command says how long it is `NAME-640px-wide`.
    pub fn stem(&self, name: &str, look: Look) -> String {
        let mut stem = name.to_string();
        let words = [
            (look.size.word(), look.size != self.plain.size),
            (look.theme.word(), look.theme != self.plain.theme),
        ];
        for (word, _) in words.into_iter().filter(|(_, differs)| *differs) {
            stem.push('-');
            stem.push_str(word);
        }
        let PictureLengths { width, height } = look.lengths;
        for (pixels, way) in [(width, "wide"), (height, "high")] {
            stem.extend(pixels.map(|pixels| format!("-{pixels}px-{way}")));
        }
        stem
    }

    /// The look of the picture whose files are called so, whatever the settings say is to be there.
    pub fn look_of(&self, name: &str, stem: &str) -> Option<Look> {
        let mut rest = stem.strip_prefix(name)?;
        let mut lengths = PictureLengths::default();
        for (length, way) in [(&mut lengths.height, "high"), (&mut lengths.width, "wide")] {
            let said = rest.strip_suffix(way).and_then(|rest| rest.strip_suffix("px-"));
            if let Some((before, pixels)) = said.and_then(|said| said.rsplit_once('-')) {
                *length = Some(pixels.parse().ok()?);
                rest = before;
            }
        }
        let of_words = product(&Size::ALL, &ThemeName::ALL).into_iter();
        let mut named = of_words.map(|look| Look { lengths, ..look });
        named.find(|look| {
            // A width is in the place of the size.
            let sized = lengths.width.is_none() || look.size == Size::default();
            sized && self.stem(name, *look) == *stem
        })
    }
}

/// What the files of a chart are called, but for looks and endings: of one that is drawn as of some day
/// it says so, that it takes the place of no other.
pub fn file_name(chart: &str, data: &Dataset) -> String {
    match &data.as_known {
        Some(known) => format!("{chart}-as-of-{}", known.day),
        None => chart.to_string(),
    }
}

/// Each once, in the order given.
fn product(sizes: &[Size], themes: &[ThemeName]) -> Vec<Look> {
    let mut looks = Vec::new();
    for size in sizes {
        for theme in themes {
            let look = Look::new(*size, *theme);
            if !looks.contains(&look) {
                looks.push(look);
            }
        }
    }
    looks
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [Size; 2] = [Size::Report, Size::Narrow];
    const THEMES: [ThemeName; 3] = [ThemeName::Light, ThemeName::Dark, ThemeName::Print];

    fn stems(looks: &Looks, of: Vec<Look>) -> Vec<String> {
        of.into_iter().map(|look| looks.stem("a", look)).collect()
    }

    #[test]
    fn names_say_what_differs_from_the_first_of_the_settings() {
        let looks = Looks::of(Wanted::default(), &SIZES, &THEMES);
        assert_eq!(
            stems(&looks, looks.all()),
            ["a", "a-dark", "a-print", "a-narrow", "a-narrow-dark", "a-narrow-print"]
        );
        assert_eq!(stems(&looks, looks.for_pages()), ["a", "a-dark", "a-narrow", "a-narrow-dark"]);
        let asked = looks.asked(&[Size::Slide], &[ThemeName::Light]);
        assert_eq!(stems(&looks, asked), ["a-slide"]);
    }

    #[test]
    fn what_a_look_is_called_says_which_it_is() {
        let plain = [Look::default(), Look::new(Size::Slide, ThemeName::Dark)];
        let lengths = [(None, None), (Some(640), None), (None, Some(300)), (Some(317), Some(200))];
        for plain in plain {
            let looks = Looks { plain, sizes: vec![plain.size], themes: vec![plain.theme] };
            for (width, height) in lengths {
                let lengths = PictureLengths { width, height };
                let sizes = if width.is_some() { &[Size::default()] } else { &Size::ALL[..] };
                for look in looks.measured(lengths, sizes, &ThemeName::ALL) {
                    let stem = looks.stem("a-dark", look);
                    assert_eq!(looks.look_of("a-dark", &stem), Some(look), "{stem}");
                }
            }
            for other in [
                "a-dark.snippet",
                "a-dark-as-of-2019-06-30",
                "a-dark-x",
                "a-dark-9px-wide-9px-wide",
            ] {
                assert_eq!(looks.look_of("a-dark", other), None, "{other}");
            }
        }
    }

    #[test]
    fn a_spec_speaks_for_its_own_chart() {
        let wanted = Wanted { size: Some(Size::Slide), ..Wanted::default() };
        let looks = Looks::of(wanted, &SIZES, &THEMES);
        assert_eq!(stems(&looks, looks.all()), ["a", "a-dark", "a-print"]);
        assert_eq!(stems(&looks, looks.for_handing_on(wanted)), ["a", "a-dark", "a-print"]);
    }
}
