//! A chart in words: what to show, resolved against the data. Values are decimals, positions are
//! days, texts are final; there is no pixel here and no file.
//!
//! [`Chart`] is a waist: `spec` and `resolve` lead to it, `draw` and `embed` lead away from it.

mod bar_row;
mod brief;
mod chart_spec;
mod citation;
mod claim;
pub mod first_spec;
pub mod first_stack;
pub mod first_title;
pub mod first_ways;
mod foot;
pub mod headline;
mod house_font;
mod house_style;
mod hue;
mod in_plot;
mod in_words;
mod judge;
mod key;
mod label;
mod layer;
pub mod lengths;
mod look;
mod mark;
pub mod mentions;
mod numbered;
mod panel;
mod quote;
mod resolve;
mod runs;
mod short_hash;
mod sign;
pub mod spec;
mod stamp;
mod tone;
mod waist;
mod words;

pub use bar_row::{BarRow, BesideBar, RowShows};
pub(crate) use brief::{LabelRoom, shorter, with_spare_labels};
pub use chart_spec::ChartSpec;
pub use citation::Citation;
pub use claim::{ClaimRow, Standing};
pub use foot::{are_numbered, source_lines};
pub use house_font::{FontFault, HouseFont, Weighs};
pub use house_style::{HouseStyle, TypeSize};
pub use hue::Hue;
pub(crate) use in_plot::{said_in_plot, with_words_in_plot};
pub use key::{KeyEntry, key, key_of_parts};
pub(crate) use label::joined;
#[cfg(test)]
pub(crate) use label::parts;
pub use label::{Label, LabelPart, MayGo, Says};
pub use layer::{Connector, Dash, Gap, Join, Layer, Point, RivalMark, Stand};
pub use lengths::PictureLengths;
pub use look::{Cites, HouseRules, Look, Size, ThemeName, Wanted};
pub use mark::{Body, Joins, Mark};
pub(crate) use numbered::with_numbered_events;
pub use panel::{Against, Break, EventMark, Panel, Scale, Ticks};
pub use quote::{Quotation, false_beside, in_full, quote, quote_within};
pub(crate) use quote::{cited, rounded, spoken};
pub use resolve::{resolve, resolve_spec, unheld_words};
pub(crate) use runs::extend;
pub use runs::{Run, Runs, StandsFor};
pub(crate) use short_hash::short_hash;
pub use sign::{Sign, Signs, Why};
pub use stamp::{Stamp, StampedFigure};
pub use waist::{ALT_LIMIT, Arrangement, Chart, InPlot, MOST_SERIES};
pub use words::engine::is_meant;
pub use words::no_answer::NoAnswer;
