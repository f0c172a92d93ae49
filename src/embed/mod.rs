//! CHART -> SNIPPET or document, a file a host: the picture, its alternative text, a caption, the
//! sources and, where the host has a place for them, the figures. Strings only; the files they name
//! are written by others. A host is a file here with its row, and a line in the list.

#[cfg(feature = "png")]
mod email;
mod escaped;
mod github;
mod host;
mod html;
#[cfg(feature = "pdf")]
mod latex;
mod markdown;
mod myst;
mod own;
#[cfg(feature = "png")]
mod package;
mod pandoc;
mod piece;
mod placed;
#[cfg(feature = "png")]
mod powerpoint;
mod quarto;
#[cfg(feature = "png")]
mod slide_parts;
#[cfg(feature = "pdf")]
mod typst;
#[cfg(feature = "png")]
mod word;

#[cfg(feature = "png")]
pub use self::email::EMAIL;
pub use self::github::GITHUB;
#[cfg(feature = "png")]
pub use self::host::{BothForms, MakeDocument};
pub use self::host::{Gives, Host, NamedFiles};
pub use self::html::{HTML, STRICT_HTML, picture};
#[cfg(feature = "pdf")]
pub use self::latex::LATEX;
pub use self::markdown::MARKDOWN;
pub use self::myst::MYST;
pub use self::own::{
    DOCUMENT, FIGURES, MarkForm, MarkSays, OwnMark, OwnPart, SOURCES, TITLE, chart_tag,
    in_namespace, words_hash, words_of,
};
pub use self::piece::{Embedded, PictureFile, Pictures, Twin};
pub use self::placed::{PIXEL, PlacedPicture};
#[cfg(feature = "png")]
pub use self::powerpoint::POWERPOINT;
pub use self::quarto::QUARTO;
#[cfg(feature = "pdf")]
pub use self::typst::TYPST;
#[cfg(feature = "png")]
pub use self::word::WORD;

/// Every host this program was built for, in the order in which help tells them.
pub static ALL: &[&Host] = &[
    &HTML,
    &STRICT_HTML,
    &MARKDOWN,
    &GITHUB,
    &QUARTO,
    &pandoc::PANDOC,
    &MYST,
    #[cfg(feature = "pdf")]
    &LATEX,
    #[cfg(feature = "pdf")]
    &TYPST,
    #[cfg(feature = "png")]
    &WORD,
    #[cfg(feature = "png")]
    &POWERPOINT,
    #[cfg(feature = "png")]
    &EMAIL,
];
