//! CHART -> SNIPPET or document, a file a host: the picture, its alternative text, a caption, the
//! sources and, where the host has a place for them, the figures. Strings only; the files they name
//! are written by others. A host is a file here with its row, and a line in the list.

mod github;
mod host;
mod html;
#[cfg(feature = "pdf")]
mod latex;
mod markdown;
mod own;
mod pandoc;
mod piece;
mod quarto;
#[cfg(feature = "pdf")]
mod typst;
#[cfg(feature = "png")]
mod word;

pub use self::github::GITHUB;
#[cfg(feature = "png")]
pub use self::host::{BothForms, MakeDocument};
pub use self::host::{Gives, Host, NamedFiles};
pub use self::html::HTML;
#[cfg(feature = "pdf")]
pub use self::latex::LATEX;
pub use self::markdown::MARKDOWN;
pub use self::own::{
    FIGURES, MarkForm, MarkSays, OwnMark, OwnPart, SOURCES, TITLE, chart_tag, in_namespace,
    words_hash, words_of,
};
pub use self::piece::{Embedded, PictureFile, Pictures, Twin};
pub use self::quarto::QUARTO;
#[cfg(feature = "pdf")]
pub use self::typst::TYPST;
#[cfg(feature = "png")]
pub use self::word::WORD;

/// Every host this program was built for, in the order in which help tells them.
pub static ALL: &[&Host] = &[
    &HTML,
    &MARKDOWN,
    &GITHUB,
    &QUARTO,
    &pandoc::PANDOC,
    #[cfg(feature = "pdf")]
    &LATEX,
    #[cfg(feature = "pdf")]
    &TYPST,
    #[cfg(feature = "png")]
    &WORD,
];
