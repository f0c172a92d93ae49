//! From a drawn chart to the bytes of its files.

use super::bench::Bench;
use super::drawing::Drawing;
use super::format::Format;
use crate::dataset::Dataset;
#[cfg(feature = "png")]
use crate::embed::{Piece, word};
#[cfg(any(feature = "png", feature = "pdf"))]
use crate::encode::font::Fonts;
use crate::export;
use crate::problem::Problem;

/// What the files of all charts have in common.
pub struct Kit<'a> {
    data: &'a Dataset<'a>,
    #[cfg(any(feature = "png", feature = "pdf"))]
    fonts: Fonts,
}

impl<'a> Kit<'a> {
    /// `fallback` holds whole font files, for the characters that the fonts of PNG and PDF lack.
    #[cfg_attr(not(any(feature = "png", feature = "pdf")), allow(unused_variables))]
    pub fn new(data: &'a Dataset<'a>, fallback: Vec<Vec<u8>>) -> Kit<'a> {
        Kit {
            data,
            #[cfg(any(feature = "png", feature = "pdf"))]
            fonts: Fonts::new(fallback),
        }
    }

    /// What is drawn, as data: a row for each figure.
    pub fn rows(&self, drawing: &Drawing) -> Vec<export::Row> {
        export::rows(&drawing.chart, self.data)
    }

    /// The document for Word, and what it is called. It is a problem of the spec or of the data if
    /// there is no font for a character.
    #[cfg(feature = "png")]
    pub fn word(
        &self,
        drawing: &Drawing,
        piece: &Piece<'_>,
    ) -> Result<(String, Vec<u8>), Box<Problem>> {
        let bench = self.bench(drawing);
        let picture = word::Picture { svg: &drawing.svg, png: &(super::format::PNG.make)(&bench)? };
        let document = word::document(piece, picture);
        let document = document.map_err(|error| bench.problem("unpacked", error))?;
        Ok((format!("{}.docx", drawing.stem), document))
    }

    /// The files of a picture in these formats, with their names. What is the same for all looks
    /// comes with the leading picture alone and has their common name. A problem of one format, such
    /// as a character that no font has, is one of all.
    pub fn files(
        &self,
        drawing: &Drawing,
        formats: &[&Format],
    ) -> Result<Vec<(String, Vec<u8>)>, Box<Problem>> {
        let bench = self.bench(drawing);
        let own = formats.iter().filter(|format| drawing.leads || format.has_looks);
        let stem = |format: &Format| match format.has_looks {
            true => &drawing.stem,
            false => &drawing.chart.name,
        };
        own.map(|format| Ok((format.file(stem(format)), (format.make)(&bench)?))).collect()
    }

    fn bench<'k>(&'k self, drawing: &'k Drawing) -> Bench<'k> {
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
