//! A chart described on a page: series are chosen, then one of the ways in which they may be drawn, then its spec is
//! the text that a person would have written, edited beside its picture.

mod editor;
mod functions;
mod marking;
mod sheet;
mod spec_words;
mod typed;
mod written;

pub use self::editor::{drawn, edit_link, marked, new_page, spec_page};
pub use self::sheet::page;
pub use self::written::save;
