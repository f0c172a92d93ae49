//! DOCUMENTS -> the charts in them: every picture with a stamp, be it a file, a part of a package or
//! a few letters in a page, and where in the document it stands; and back with newer ones. A file for each kind of document.
//! Takes bytes; asks whoever calls for the files that a document names. Nothing is fetched.

mod addresses_in_styles;
mod allowance;
mod alternatives;
mod book;
mod data_uri;
mod fixed_lines;
mod found;
mod kind;
mod limits;
mod new_parts;
mod newer;
mod notebook;
mod office;
mod office_words;
mod open_document;
mod open_words;
mod own_words;
mod package;
mod part_change;
mod pdf;
mod picture_facts;
mod plain_words;
mod png_texts;
mod prose;
mod refresh;
mod relations;
mod repack;
mod said_of_pictures;
mod search;
mod shape_words;
mod sizes_in_page;
mod slide_room;
mod splice;
mod svg_in_page;
mod tokens_of_page;
mod typed;
mod typed_elsewhere;
mod typed_room;
mod typed_runs;
mod typed_slide;
mod typed_word;
mod unlooked;
mod web;
mod within;

pub use self::found::{
    CarriedStamp, FileBeside, FormSays, FoundAlternative, FoundCharts, FoundForm, FoundPicture,
    FoundSize, FoundWords, is_said_alike,
};
pub use self::kind::DocumentKind;
pub use self::limits::{MOST_BYTES, MOST_DEPTH, MOST_PART_BYTES, MOST_PARTS, MOST_TEXT_BYTES};
pub use self::newer::{ExpressionFilling, NewPicture, Newer};
pub use self::own_words::without_tags;
pub use self::picture_facts::{alternative_of, shape_of};
pub use self::plain_words::{PlainParagraph, plain_paragraphs, plain_words};
pub use self::refresh::{Refreshed, refreshed};
pub use self::said_of_pictures::said_of_pictures;
pub use self::search::{find, is_known_by_stamp};
pub use self::typed::{FilledWords, FoundExpression};
pub use self::unlooked::Unlooked;
