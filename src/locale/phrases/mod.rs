//! Which phrases a language must have, a file for each group. What they say in British English
//! stands in `en_gb.rs`.

mod dates;
mod small;

pub use dates::Dates;
pub use small::Small;
