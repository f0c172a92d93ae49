//! From a drawn chart to the bytes of its files.

use super::bench::Bench;
use super::format::{self, Format};
use super::looks::file_name;
use super::rendering::Rendering;
use crate::chart::HouseStyle;
use crate::dataset::Dataset;
use crate::embed::{self, Embedded, Host};
#[cfg(feature = "png")]
use crate::embed::{BothForms, Gives};
#[cfg(any(feature = "png", feature = "pdf"))]
use crate::encode::font::Fonts;
use crate::export;
use crate::problem::Problem;
#[cfg(feature = "png")]
use crate::problem::Rule;

/// What a file is of a chart, as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartFile {
    /// A picture, or the words or the data of one.
    Format(&'static Format),
    /// A document with the picture in it.
    Document(&'static Host),
}

impl ChartFile {
    /// By the ending of its name, the longest that fits.
    pub fn named(name: &str) -> Option<ChartFile> {
        let formats = format::ALL.iter().map(|format| ChartFile::Format(format));
        let hosts = embed::ALL.iter().filter(|host| host.names_no_text());
        let all = formats.chain(hosts.map(|host| ChartFile::Document(host)));
        let fits = |file: &ChartFile| !file.stem(name).is_empty() && file.stem(name) != name;
        all.filter(fits).max_by_key(|file| file.ending().len())
    }

    fn ending(&self) -> &'static str {
        match self {
            ChartFile::Format(format) => format.ending,
            ChartFile::Document(host) => host.ending,
        }
    }

    /// Is there one for each look of the chart?
    pub fn has_looks(&self) -> bool {
        match self {
            ChartFile::Format(format) => format.has_looks,
            ChartFile::Document(_) => true,
        }
    }

    /// Takes long enough for a person to notice.
    pub fn is_heavy(&self) -> bool {
        match self {
            ChartFile::Format(format) => format.is_heavy,
            ChartFile::Document(_) => true,
        }
    }

    /// Its name without the ending; the whole where that is another.
    pub fn stem<'n>(&self, name: &'n str) -> &'n str {
        let stem = name.strip_suffix(self.ending()).and_then(|stem| stem.strip_suffix('.'));
        stem.unwrap_or(name)
    }
}

/// What the files of all charts have in common.
pub struct Kit<'a> {
    pub(super) data: &'a Dataset<'a>,
    #[cfg(any(feature = "png", feature = "pdf"))]
    fonts: Fonts,
}

impl<'a> Kit<'a> {
    /// `fallback` holds whole font files, for the characters that the fonts of PNG and PDF lack.
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fn new(data: &'a Dataset<'a>, house: &HouseStyle, fallback: Vec<Vec<u8>>) -> Kit<'a> {
        Kit { data, fonts: Fonts::new(house.font, fallback) }
    }

    /// Neither of the formats that need fonts is there.
    #[cfg(not(any(feature = "png", feature = "pdf")))]
    pub fn new(data: &'a Dataset<'a>, _: &HouseStyle, _: Vec<Vec<u8>>) -> Kit<'a> {
        Kit { data }
    }

    /// What is drawn, as data: a row for each figure.
    pub fn rows(&self, drawing: &Rendering) -> Vec<export::DataRow> {
        export::rows(&drawing.chart, self.data)
    }

    /// The document that a host is given, if it is, with its name.
    #[cfg(feature = "png")]
    pub(super) fn document(
        &self,
        host: &Host,
        drawing: &Rendering,
        piece: &Embedded<'_>,
    ) -> Result<Option<(String, Vec<u8>)>, Box<Problem>> {
        let Gives::Document(make) = host.gives else { return Ok(None) };
        let bench = self.bench(drawing);
        let png = (super::format::PNG.make)(&bench)?;
        let document = make(piece, BothForms { svg: &drawing.svg, png: &png });
        let document = document.map_err(|error| bench.problem(Rule::Unpacked, error))?;
        Ok(Some((host.file(&drawing.stem), document)))
    }

    /// A document needs the picture as PNG, too.
    #[cfg(not(feature = "png"))]
    pub(super) fn document(
        &self,
        _: &Host,
        _: &Rendering,
        _: &Embedded<'_>,
    ) -> Result<Option<(String, Vec<u8>)>, Box<Problem>> {
        Ok(None)
    }

    /// The files of a picture in these formats, with their names. What is the same for all looks
    /// comes with the leading picture alone and has their common name. A problem of one format, such
    /// as a character that no font has, is one of all.
    pub fn files(
        &self,
        drawing: &Rendering,
        formats: &[&Format],
    ) -> Result<Vec<(String, Vec<u8>)>, Box<Problem>> {
        let bench = self.bench(drawing);
        let own = formats.iter().filter(|format| drawing.leads || format.has_looks);
        let stem = |format: &Format| match format.has_looks {
            true => drawing.stem.clone(),
            false => file_name(&drawing.chart.name, self.data),
        };
        own.map(|format| Ok((format.file(&stem(format)), (format.make)(&bench)?))).collect()
    }

    /// The bytes of one file of a picture.
    pub fn file(&self, drawing: &Rendering, file: &ChartFile) -> Result<Vec<u8>, Box<Problem>> {
        match file {
            ChartFile::Format(format) => (format.make)(&self.bench(drawing)),
            ChartFile::Document(host) => {
                let made = self.hand_out(host, std::slice::from_ref(drawing), "")?;
                Ok(made.files.into_iter().flat_map(|(_, bytes)| bytes).collect())
            }
        }
    }

    fn bench<'k>(&'k self, drawing: &'k Rendering) -> Bench<'k> {
        Bench {
            data: self.data,
            drawing,
            #[cfg(any(feature = "png", feature = "pdf"))]
            fonts: &self.fonts,
            #[cfg(any(feature = "png", feature = "pdf"))]
            tree: Default::default(),
        }
    }
}
