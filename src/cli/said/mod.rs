//! What options say of a row: the same for those who add it and for those who change it.

mod event;
mod series;
mod source;

pub use self::event::{SaidEvent, read_date};
pub use self::series::SaidSeries;
pub use self::source::{KINDS, SaidSource, date};

/// The columns of a row with what was typed for them, in the order in which they are asked for.
pub type TypedCells<'s> = Vec<(&'static str, &'s Option<String>)>;
