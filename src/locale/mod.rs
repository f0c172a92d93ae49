//! How things are said: numbers, dates and every word that a reader of a chart meets, through one
//! value that says the language. A language is a file and a line here.
//! From the nouns of `figure` to strings: nothing here knows a data set, a chart or a pixel.

pub mod dates;
mod en_gb;
mod en_gb_moves;
mod en_gb_website;
mod held;
mod language;
pub mod numbers;
mod orthography;
mod phrase;
pub mod phrases;
mod ticks;
mod units;
pub mod words;

pub use en_gb::{DRAFT, EN_GB};
pub use language::{Language, Numerals};
pub use orthography::Orthography;
pub use phrase::{Filling, Phrase, Piece, Plural};
