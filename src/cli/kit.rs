//! From a drawn chart to the bytes of its files; the steps are the library's.

#[cfg(any(feature = "png", feature = "pdf"))]
use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use sourceline::dataset::Dataset;
#[cfg(feature = "pdf")]
use sourceline::draw::passages::passages;
#[cfg(feature = "png")]
use sourceline::embed::{Piece, word};
#[cfg(feature = "pdf")]
use sourceline::encode::pdf;
#[cfg(feature = "png")]
use sourceline::encode::png;
#[cfg(any(feature = "png", feature = "pdf"))]
use sourceline::encode::{
    font::{Fonts, Unset},
    stamp,
};
use sourceline::export;
#[cfg(any(feature = "png", feature = "pdf"))]
use sourceline::problem::Place;
use sourceline::problem::Problem;

use super::drawing::Drawing;
use super::failure::Failure;
use super::format::Format;
#[cfg(any(feature = "png", feature = "pdf"))]
use super::glyph::place_of;
use super::project::Project;
#[cfg(any(feature = "png", feature = "pdf"))]
use super::project::spec_label;

/// Where PNG and PDF may look further.
#[derive(Args, Clone, Debug)]
pub struct FontFolder {
    /// A folder of fonts for the characters that the fonts of PNG and PDF lack
    #[cfg(any(feature = "png", feature = "pdf"))]
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// What every chart of a run has in common.
pub struct Kit<'a> {
    data: &'a Dataset<'a>,
    #[cfg(any(feature = "png", feature = "pdf"))]
    fonts: Fonts,
}

impl<'a> Kit<'a> {
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fn new(
        data: &'a Dataset<'a>,
        project: &Project,
        typed: &FontFolder,
    ) -> Result<Kit<'a>, Failure> {
        let settled = project.settings.fallback_fonts.as_ref();
        let folder =
            typed.fonts.clone().or_else(|| settled.map(|folder| project.root.join(folder)));
        Ok(Kit { data, fonts: Fonts::new(folder.as_deref().map_or(Ok(Vec::new()), font_files)?) })
    }

    #[cfg(not(any(feature = "png", feature = "pdf")))]
    pub fn new(data: &'a Dataset<'a>, _: &Project, _: &FontFolder) -> Result<Kit<'a>, Failure> {
        Ok(Kit { data })
    }

    pub fn rows(&self, drawing: &Drawing) -> Vec<export::Row> {
        export::rows(&drawing.chart, self.data)
    }

    /// The document for Word, and what it is called.
    #[cfg(feature = "png")]
    pub fn word(
        &self,
        drawing: &Drawing,
        piece: &Piece<'_>,
    ) -> Result<(String, Vec<u8>), Box<Problem>> {
        let bench = Bench { kit: self, drawing, tree: OnceCell::new() };
        let picture = word::Picture { svg: &drawing.svg, png: &bench.png()? };
        let document = word::document(piece, picture);
        let document = document.map_err(|error| bench.problem("unpacked", error))?;
        Ok((format!("{}.docx", drawing.stem), document))
    }

    /// The files of a chart in these formats, with their names. A problem of one format is one of all.
    pub fn files(
        &self,
        drawing: &Drawing,
        formats: &[Format],
    ) -> Result<Vec<(String, Vec<u8>)>, Box<Problem>> {
        let bench = Bench {
            kit: self,
            drawing,
            #[cfg(any(feature = "png", feature = "pdf"))]
            tree: OnceCell::new(),
        };
        // What is not the picture is the same for all looks, and has their common name.
        let own = formats.iter().filter(|format| drawing.leads || format.is_picture());
        let stem = |format: Format| match format.is_picture() {
            true => &drawing.stem,
            false => &drawing.chart.name,
        };
        own.map(|format| Ok((format.file(stem(*format)), bench.file(*format)?))).collect()
    }
}

/// One chart on the bench; what two formats need is made once.
struct Bench<'k> {
    kit: &'k Kit<'k>,
    drawing: &'k Drawing,
    #[cfg(any(feature = "png", feature = "pdf"))]
    tree: OnceCell<usvg::Tree>,
}

impl Bench<'_> {
    fn file(&self, format: Format) -> Result<Vec<u8>, Box<Problem>> {
        let Drawing { chart, svg, .. } = self.drawing;
        Ok(match format {
            Format::Svg => svg.clone().into_bytes(),
            #[cfg(feature = "png")]
            Format::Png => self.png()?,
            #[cfg(feature = "pdf")]
            Format::Pdf => self.pdf()?,
            Format::Alt => format!("{}\n", chart.alt).into_bytes(),
            Format::Md => {
                let picture = Format::Svg.file(&chart.name);
                let rows = self.kit.rows(self.drawing);
                export::markdown::document(chart, &rows, self.kit.data, &picture).into_bytes()
            }
            Format::Csv => export::csv::write(&self.kit.rows(self.drawing)).into_bytes(),
        })
    }

    #[cfg(feature = "png")]
    fn png(&self) -> Result<Vec<u8>, Box<Problem>> {
        let chart = &self.drawing.chart;
        let source: Vec<&str> = chart.sources.iter().map(|one| one.text.as_str()).collect();
        let words = png::Words {
            language: chart.language.tag,
            title: &chart.title,
            description: &chart.description,
            source: &source.join("; "),
            stamp: &stamp::write(&self.drawing.scene.stamp),
        };
        png::encode(self.tree()?, &words).map_err(|error| self.problem("unpainted", error))
    }

    #[cfg(feature = "pdf")]
    fn pdf(&self) -> Result<Vec<u8>, Box<Problem>> {
        let Drawing { chart, scene, .. } = self.drawing;
        let words = pdf::Words {
            language: chart.language,
            title: &chart.title,
            alt: &chart.alt,
            passages: &passages(chart, scene),
            data: pdf::Attachment {
                name: &Format::Csv.file(&chart.name),
                csv: &export::csv::write(&self.kit.rows(self.drawing)),
            },
            stamp: &stamp::write(&self.drawing.scene.stamp),
        };
        pdf::encode(self.tree()?, &words).map_err(|error| self.problem("unprinted", error))
    }

    #[cfg(any(feature = "png", feature = "pdf"))]
    fn tree(&self) -> Result<&usvg::Tree, Box<Problem>> {
        if let Some(tree) = self.tree.get() {
            return Ok(tree);
        }
        let tree = self.kit.fonts.lay_out(&self.drawing.svg).map_err(|unset| match unset {
            Unset::Glyph(missing) => {
                let place = place_of(&missing.character, self.drawing, self.kit.data);
                let hint = "write it in other letters, or give a folder of fonts with --fonts DIR";
                Box::new(Problem::error("missing-glyph", place, missing.to_string()).hint(hint))
            }
            other => self.problem("unpainted", other),
        })?;
        Ok(self.tree.get_or_init(|| tree))
    }

    #[cfg(any(feature = "png", feature = "pdf"))]
    fn problem(&self, rule: &'static str, message: impl ToString) -> Box<Problem> {
        let start = Place::in_text(&spec_label(&self.drawing.chart.name), &self.drawing.spec, 0..0);
        Box::new(Problem::error(rule, start, message.to_string()))
    }
}

/// The fonts of a folder in the order of their names, so that any machine takes the same.
#[cfg(any(feature = "png", feature = "pdf"))]
fn font_files(folder: &Path) -> Result<Vec<Vec<u8>>, Failure> {
    let failed = |error| Failure::Read(folder.to_path_buf(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if ending.is_some_and(|ending| matches!(&*ending, "ttf" | "otf" | "ttc" | "otc")) {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| super::project::read(path)).collect()
}
