//! Which phrases a language must have, a file for each group. What they say in British English
//! stands in `en_gb.rs`.

mod answers;
mod dates;
mod foot;
mod pages;
mod small;
mod statuses;
mod table;

pub use answers::Answers;
pub use dates::Dates;
pub use foot::Foot;
pub use pages::Pages;
pub use small::Small;
pub use statuses::Statuses;
pub use table::Table;
