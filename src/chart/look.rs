//! How a chart is to look, in words. What they are in pixels and colours is `draw`'s affair.

use crate::chart::house_style::HouseStyle;
use crate::chart::lengths::PictureLengths;

/// The words of a list, each a row: its name here and its word in specs, settings and commands.
macro_rules! words {
    ($(#[$about:meta])* $list:ident { $( $(#[$doc:meta])* $name:ident = $word:literal, )* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list { $( $(#[$doc])* $name, )* }

        impl $list {
            /// In the order in which help tells them.
            pub const ALL: [$list; [$( $word ),*].len()] = [$( $list::$name ),*];

            /// What a word stands for.
            pub fn named(word: &str) -> Option<$list> {
                $list::ALL.into_iter().find(|one| one.word() == word)
            }

            /// As it is written.
            pub fn word(self) -> &'static str {
                match self { $( $list::$name => $word, )* }
            }

            /// Each with its word.
            pub fn words() -> Vec<(&'static str, $list)> {
                $list::ALL.iter().map(|one| (one.word(), *one)).collect()
            }
        }
    };
}

words! {
    /// What a picture is for, and so how wide it is. Its measures are in `draw/style.rs`.
    Size {
        /// A page of a report, or a web page.
        #[default]
        Report = "report",
        /// A phone, or a column of two.
        Narrow = "narrow",
        /// A screen that a room looks at.
        Slide = "slide",
        /// The preview of a link, and a picture in a message.
        Card = "card",
        /// A post.
        Square = "square",
        /// A post on a phone held upright.
        Tall = "tall",
    }
}

words! {
    /// How a picture says from which source a figure is.
    Cites {
        /// By the source line alone; which figure has which is in the description and the table.
        #[default]
        Line = "line",
        /// By the number of its source at each figure.
        Numbers = "numbers",
    }
}

/// What a project settles for every chart, and a spec may settle otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseRules {
    /// How figures are cited.
    pub cites: Cites,
    /// Where the charts of the project are found, `https://example.org/charts`; may be empty.
    pub address: String,
    /// How its pictures look.
    pub style: HouseStyle,
}

impl HouseRules {
    /// Where a chart is found; empty where nobody says.
    pub(super) fn address_of(&self, chart: &str) -> String {
        match self.address.trim_end_matches('/') {
            "" => String::new(),
            charts => format!("{charts}/{chart}"),
        }
    }
}

words! {
    /// The colours; which they are is in `draw/theme/palettes.rs`.
    ThemeName {
        /// Dark on white.
        #[default]
        Light = "light",
        /// Light on near black, for pages that are dark.
        Dark = "dark",
        /// Greys, for paper.
        Print = "print",
    }
}

impl Size {
    /// What a picture of it is called in a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Size::Square => "square picture",
            Size::Tall => "tall picture",
            Size::Report | Size::Narrow | Size::Slide | Size::Card => self.word(),
        }
    }
}

/// The look of one picture. Pictures of a chart in several looks are twins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// For which place it is measured.
    pub size: Size,
    /// In which colours.
    pub theme: ThemeName,
    /// What a command asks for in the place of the lengths of its size.
    pub lengths: PictureLengths,
}

impl Look {
    /// As long and as wide as its size is.
    pub fn new(size: Size, theme: ThemeName) -> Look {
        Look { size, theme, lengths: PictureLengths::default() }
    }
}

/// What a spec says of its look; the rest is for the project to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// `None` leaves it to whoever draws.
    pub size: Option<Size>,
    /// `None` leaves it to whoever draws.
    pub theme: Option<ThemeName>,
    /// As a page layout may dictate it.
    pub lengths: PictureLengths,
}

impl Wanted {
    /// With what the project says where the spec is silent.
    pub fn or(self, other: Look) -> Look {
        Look::new(self.size.unwrap_or(other.size), self.theme.unwrap_or(other.theme))
    }

    /// Is it said how wide the picture is? A width is a size of its own.
    pub fn is_sized(self) -> bool {
        self.size.is_some() || self.lengths.width.is_some()
    }
}
