//! How a chart is to look, in words. What they are in pixels and colours is `draw`'s affair.

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

/// The look of one picture. Pictures of a chart in several looks are twins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// For which place it is measured.
    pub size: Size,
    /// In which colours.
    pub theme: ThemeName,
}

/// What a spec says of its look; the rest is for the project to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// `None` leaves it to whoever draws.
    pub size: Option<Size>,
    /// `None` leaves it to whoever draws.
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
