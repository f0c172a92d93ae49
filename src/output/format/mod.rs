//! The files that a chart can become. A format is a file here with its row, and a line in the
//! list: the row says whatever others ask of it, and how its bytes are made.

mod alt;
mod csv;
mod md;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod png;
mod row;
mod svg;
#[cfg(test)]
mod tests;

pub use self::csv::CSV;
pub use self::md::document;
#[cfg(feature = "pdf")]
pub use self::pdf::PDF;
#[cfg(feature = "png")]
pub use self::png::PNG;
pub use self::row::Format;
pub use self::svg::SVG;

/// Every format this program was built for, in the order in which help tells them.
pub static ALL: &[&Format] = &[
    &SVG,
    #[cfg(feature = "png")]
    &PNG,
    #[cfg(feature = "pdf")]
    &PDF,
    &alt::ALT,
    &md::MD,
    &CSV,
];

/// The format of a word, if the program was built for it.
pub fn named(word: &str) -> Option<&'static Format> {
    ALL.iter().copied().find(|format| format.word == word)
}
