//! From a drawn chart to the bytes of its files.

use super::bench::Bench;
use super::format::Format;
use super::looks::file_name;
use super::rendering::Rendering;
use crate::dataset::Dataset;
#[cfg(feature = "png")]
use crate::embed::{BothForms, Gives};
use crate::embed::{Embedded, Host};
#[cfg(any(feature = "png", feature = "pdf"))]
use crate::encode::font::Fonts;
use crate::export;
use crate::problem::Problem;
#[cfg(feature = "png")]
use crate::problem::Rule;

/// What the files of all charts have in common.
pub struct Kit<'a> {
    data: &'a Dataset<'a>,
    #[cfg(any(feature = "png", feature = "pdf"))]
    fonts: Fonts,
}

impl<'a> Kit<'a> {
    /// `fallback` holds whole font files, for the characters that the fonts of PNG and PDF lack.
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fn new(data: &'a Dataset<'a>, fallback: Vec<Vec<u8>>) -> Kit<'a> {
        Kit { data, fonts: Fonts::new(fallback) }
    }

    /// Neither of the formats that need fonts is there.
    #[cfg(not(any(feature = "png", feature = "pdf")))]
    pub fn new(data: &'a Dataset<'a>, _: Vec<Vec<u8>>) -> Kit<'a> {
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
