//! How things are said: numbers, dates and the small words around them, in British English.
//! From the nouns of `figure` to strings: nothing here knows a data set, a chart or a pixel.

pub mod dates;
pub mod numbers;
pub mod words;
