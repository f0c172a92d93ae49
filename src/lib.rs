//! Curated figures, each with its source and its date, drawn as honest charts.
//!
//! The rooms, in the order in which data passes through them. But for [`store`], nothing
//! here opens a file; nothing reads a clock or prints: that is the command line's part.
//!
//! - [`problem`]: something wrong with what a person wrote, as a value with its place.
//! - [`nearest`]: the known name that a person meant.
//! - [`figure`]: the nouns, among them quantities with bounds and periods of days.
//! - [`locale`]: what readers meet in words, numbers and dates, through one value for a language.
//! - [`reading`]: what people write, read as a quantity or a period.
//! - [`references`]: what reference managers export, read as sources.
//! - [`dataset`]: text to linked figures, and figures to observations.
//! - [`check`]: what must hold of a data set, a file for each rule.
//! - [`chart`]: a spec and a data set to a chart in words, without a pixel.
//! - [`draw`]: a chart to a scene of plain shapes.
//! - [`encode`]: a scene to bytes.
//! - [`embed`]: a chart to what a document needs to hold it, a file for each kind of document.
//! - [`export`]: a chart and its figures to data for other programs.
//! - [`output`]: which files a chart becomes, what they are called and their bytes.
//! - [`store`]: the disk; finds a project, reads, locks and writes it.
#![forbid(unsafe_code)]
pub mod chart;
pub mod check;
pub mod dataset;
pub mod draw;
pub mod embed;
pub mod encode;
pub mod export;
pub mod figure;
pub mod locale;
pub mod nearest;
pub mod output;
pub mod problem;
pub mod reading;
pub mod references;
#[cfg(feature = "store")]
pub mod store;
