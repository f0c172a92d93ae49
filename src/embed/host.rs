//! What is known of a host: where a chart is put.

use std::fmt;

use super::own::OwnPart;
use super::piece::Embedded;
use crate::locale::phrases::Pages;

/// Where a chart is put.
pub struct Host {
    /// What a command calls it; no two have the same.
    pub word: &'static str,
    /// Endings of documents that people name instead; no two hosts have the same.
    pub also: &'static [&'static str],
    /// What the file for it is called behind the stem of a chart and a dot; no two have the same.
    pub ending: &'static str,
    /// What that file is for, said to whoever is handed a folder of charts.
    pub used_for: Option<fn(&Pages) -> &'static str>,
    /// Which files the snippet names.
    pub names: NamedFiles,
    /// What is handed over.
    pub gives: Gives,
    /// The words that it writes between marks, by which they are brought up to date later.
    pub own: Option<fn(&Embedded) -> Vec<OwnPart>>,
    /// A snippet with the SVG itself in it, where the host takes one.
    pub inline: Option<fn(&Embedded, &str) -> String>,
}

/// The pictures that a snippet names, or that are in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedFiles {
    /// The SVG, and its twins for pages that are dark or narrow.
    Twins,
    /// The SVG, and its twin for pages that are dark.
    DarkTwin,
    /// The SVG alone.
    Svg,
    /// The PDF alone.
    Pdf,
    /// The SVG, or the PDF where a program cannot take that.
    SvgOrPdf,
    /// The SVG as large as a slide, which has its title.
    Slide,
}

/// What a host is given.
#[derive(Clone, Copy)]
pub enum Gives {
    /// A text to paste beside the files it names.
    Snippet(fn(&Embedded) -> String),
    /// A whole file with the picture in it.
    #[cfg(feature = "png")]
    Document(MakeDocument),
}

/// A document with the picture in both forms; the error says why it could not be packed.
#[cfg(feature = "png")]
pub type MakeDocument = fn(&Embedded, BothForms) -> Result<Vec<u8>, String>;

/// The picture itself, as SVG and, for older programs, as PNG.
#[cfg(feature = "png")]
#[derive(Clone, Copy, Debug)]
pub struct BothForms<'a> {
    /// The text of the SVG.
    pub svg: &'a str,
    /// The bytes of the PNG, for programs that take no SVG.
    pub png: &'a [u8],
}

impl Host {
    /// The snippet, unless the host is given a document.
    pub fn snippet(&self, piece: &Embedded) -> Option<String> {
        match self.gives {
            Gives::Snippet(write) => Some(write(piece)),
            #[cfg(feature = "png")]
            Gives::Document(_) => None,
        }
    }

    /// Is it given a document?
    pub fn names_no_text(&self) -> bool {
        !matches!(self.gives, Gives::Snippet(_))
    }

    /// What the file for it is called beside the other files of a chart.
    pub fn file(&self, stem: &str) -> String {
        format!("{stem}.{}", self.ending)
    }
}

impl PartialEq for Host {
    fn eq(&self, other: &Host) -> bool {
        self.word == other.word
    }
}

impl Eq for Host {}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}
