//! Curated figures, each with its source and its date, drawn as honest charts.
//!
//! A chart from texts in memory; [`store`] reads them from a disk.
//!
//! ```
//! use sourceline::dataset::Files;
//! use sourceline::{Project, ProjectTexts};
//!
//! let texts = ProjectTexts {
//!     name: "swifts".into(),
//!     data: Files {
//!         series: "id,title,unit,nature\nnests,Swift nests,nests,stock\n".into(),
//!         sources: "id,kind,publisher,title\ncount,report,Anytown Council,Annual count\n".into(),
//!         figures: "id,series,period,value,source\n\
//!                   nests-2023,nests,2023-06-30,41,count\n\
//!                   nests-2024,nests,2024-06-30,52,count\n"
//!             .into(),
//!         events: None,
//!     },
//!     charts: vec![(
//!         "nests".into(),
//!         "title = \"Nests of swifts\"\n[[panels]]\n\
//!          series = [{ id = \"nests\", mark = \"points\" }]\n"
//!             .into(),
//!     )],
//!     ..ProjectTexts::default()
//! };
//! let project = Project::read(&texts)?;
//! let chart = project.chart("nests")?;
//! assert!(chart.svg().contains("data-figure=\"nests-2024\""));
//! # #[cfg(feature = "png")]
//! assert!(chart.png()?.starts_with(b"\x89PNG"));
//! let snippet = chart.hand_out(&sourceline::embed::HTML, "")?.snippet;
//! assert!(snippet.is_some_and(|snippet| snippet.contains("nests.svg")));
//! # Ok::<(), sourceline::ProjectError>(())
//! ```
//!
//! The rooms, in the order in which data passes through them. But for [`store`], nothing
//! here opens a file; nothing reads a clock or prints: that is the command line's part.
//!
//! - [`problem`]: something wrong with what a person wrote, as a value with its place.
//! - [`nearest`]: the known name that a person meant.
//! - [`figure`]: the nouns, among them quantities with bounds and periods of days.
//! - [`locale`]: what readers meet in words, numbers and dates, through one value for a language.
//! - [`reading`]: what people write, read as a quantity or a period.
//! - [`dataset`]: text to linked figures, and figures to observations.
//! - [`references`]: what reference managers export and what saved pages say, read as sources, and
//!   sources written as lists.
//! - [`check`]: what must hold of a data set, a file for each rule.
//! - [`tables`]: what others publish, as cells to import from.
//! - [`chart`]: a spec and a data set to a chart in words, without a pixel.
//! - [`draw`]: a chart to a scene of plain shapes.
//! - [`encode`]: a scene to bytes.
//! - [`embed`]: a chart to what a document needs to hold it, a file for each kind of document.
//! - [`export`]: a chart and its figures to data for other programs.
//! - [`output`]: which files a chart becomes, what they are called and their bytes.
//! - [`documents`]: documents of other programs to the charts in them, and back with newer ones.
//! - [`store`]: the disk; finds a project, reads, locks and writes it.
//! - [`web`]: a project as pages for any web server.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
pub mod chart;
pub mod check;
pub mod dataset;
#[cfg(feature = "documents")]
pub mod documents;
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
pub mod tables;
pub mod web;

pub use output::project::{Project, ProjectChart, ProjectError, ProjectTexts};

/// The example of the README is held to be true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
