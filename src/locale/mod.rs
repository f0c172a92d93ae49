//! How things are said: numbers, dates and the small words around them, in British English.
//! Strings only: nothing here knows a data set, a chart or a pixel.

pub mod dates;
pub mod numbers;
pub mod words;
