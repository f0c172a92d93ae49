//! How a chart is to look, in words. What they are in pixels and colours is `draw`'s affair.

/// What a picture is for, and so how wide it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// A page of a report, or a web page.
    #[default]
    Report,
    /// A phone, or a column of two.
    Narrow,
    /// A screen that a room looks at.
    Slide,
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeName {
    #[default]
    Light,
    Dark,
    /// Greys, for paper.
    Print,
}

impl Size {
    pub const ALL: [Size; 3] = [Size::Report, Size::Narrow, Size::Slide];

    pub fn named(word: &str) -> Option<Size> {
        Size::ALL.into_iter().find(|one| one.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Size::Report => "report",
            Size::Narrow => "narrow",
            Size::Slide => "slide",
        }
    }
}

impl ThemeName {
    pub const ALL: [ThemeName; 3] = [ThemeName::Light, ThemeName::Dark, ThemeName::Print];

    pub fn named(word: &str) -> Option<ThemeName> {
        ThemeName::ALL.into_iter().find(|one| one.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            ThemeName::Light => "light",
            ThemeName::Dark => "dark",
            ThemeName::Print => "print",
        }
    }
}

/// The look of one picture. Pictures of a chart in several looks are twins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    pub size: Size,
    pub theme: ThemeName,
}

/// What a spec says of its look; the rest is for the project to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub size: Option<Size>,
    pub theme: Option<ThemeName>,
    /// In pixels, as a page layout may dictate it.
    pub height: Option<u32>,
}

impl Wanted {
    /// With what the project says where the spec is silent.
    pub fn or(self, other: Look) -> Look {
        Look { size: self.size.unwrap_or(other.size), theme: self.theme.unwrap_or(other.theme) }
    }
}
