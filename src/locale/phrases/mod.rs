//! Which phrases a language must have, a file for each group. What they say in British English
//! stands in `en_gb.rs`.

mod answers;
mod dates;
mod description;
mod foot;
mod key;
mod labels;
mod notes;
mod pages;
mod small;
mod statuses;
mod subtitle;
mod table;
mod units;
mod website;

pub use answers::Answers;
pub use dates::Dates;
pub use description::Description;
pub use foot::Foot;
pub use key::Key;
pub use labels::Labels;
pub use notes::Notes;
pub use pages::Pages;
pub use small::Small;
pub use statuses::Statuses;
pub use subtitle::Subtitle;
pub use table::Table;
pub use units::Units;
pub use website::Website;
