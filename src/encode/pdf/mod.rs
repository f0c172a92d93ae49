//! SVG -> PDF: tagged, PDF/A-3a and PDF/UA-1 at once, with real text, links and the data.
//!
//! The tree is walked here rather than handed to `krilla-svg`, which sets glyph by glyph and
//! knows one picture only: so a line of text stays one run, the title, the notes and the sources
//! are read out as text of their own, and each source is a link.

mod in_page;
mod pen;
mod tags;

use std::fmt;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, ValidationError};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::geom::{Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Data, Document, SerializeSettings};
use usvg::Tree;

use crate::draw::passages::Passage;
use crate::locale::Language;

/// Points of the page to one pixel of the SVG.
const SCALE: f32 = 0.75;

/// What a PDF says besides its picture.
#[derive(Clone, Copy, Debug)]
pub struct PdfWords<'a> {
    /// What its words are said in.
    pub language: &'a Language,
    /// The title of the document.
    pub title: &'a str,
    /// What stands for the picture where it cannot be seen.
    pub alt: &'a str,
    /// What is read out on its own, in reading order. What lies in none of them belongs to the
    /// picture.
    pub passages: &'a [Passage],
    /// The table behind the chart.
    pub data: Attachment<'a>,
    /// Which chart, figures and inputs it was drawn from.
    pub stamp: &'a str,
}

/// The drawn data, as a file within the file.
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a> {
    /// The name of the file within.
    pub name: &'a str,
    /// Its text.
    pub csv: &'a str,
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unprinted {
    /// The picture has no size that a page could have.
    Size,
    /// A font that cannot be embedded.
    Font,
    /// What the standards do not allow.
    Standard(Vec<String>),
    /// What the writer says.
    Encoding(String),
}

impl fmt::Display for Unprinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unprinted::Size => write!(f, "the picture has no size that a PDF page can have"),
            Unprinted::Font => write!(f, "a font cannot be embedded in the PDF"),
            Unprinted::Standard(breaches) => {
                write!(f, "the PDF would break PDF/A-3a or PDF/UA-1: {}", breaches.join("; "))
            }
            Unprinted::Encoding(message) => write!(f, "the PDF cannot be written: {message}"),
        }
    }
}

impl std::error::Error for Unprinted {}

/// The bytes of a PDF: one page, tagged, with the data attached. Refused where a standard would be
/// broken.
pub fn encode(tree: &Tree, words: &PdfWords<'_>) -> Result<Vec<u8>, Unprinted> {
    let (width, height) = (tree.size().width() * SCALE, tree.size().height() * SCALE);
    let settings = PageSettings::from_wh(width, height).ok_or(Unprinted::Size)?;
    let mut document = Document::new_with(both_standards());
    document.set_metadata(metadata(words));
    document.set_outline(outline(words));
    document.embed_file(attachment(words));
    if is_long(words.stamp) {
        document.embed_file(stamp(words.stamp));
    }
    let mut page = document.start_page_with(settings);
    let drawn = pen::draw(&mut page, tree, words.passages)?;
    let tags = tags::tree(&mut page, drawn, words, Rect::from_xywh(0.0, 0.0, width, height));
    page.finish();
    document.set_tag_tree(tags);
    let written = document.finish().map_err(unprinted)?;
    if words.stamp.is_empty() {
        return Ok(written);
    }
    Ok(in_page::mark(&written, words.stamp).expect("`krilla` writes one page with its content"))
}

fn both_standards() -> SerializeSettings {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("both standards are for PDF 1.7");
    SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() }
}

fn metadata(words: &PdfWords<'_>) -> Metadata {
    let metadata = Metadata::new()
        .title(words.title.to_string())
        .description(words.alt.to_string())
        .language(words.language.tag.to_string())
        .creator("sourceline".to_string())
        .creation_date(no_date());
    match words.stamp {
        stamp if stamp.is_empty() || is_long(stamp) => metadata,
        stamp => metadata.keywords(vec![stamp.to_string()]),
    }
}

/// PDF/A has no strings over 32,767 bytes. A stamp is made of ASCII.
fn is_long(stamp: &str) -> bool {
    stamp.len() > 32_000
}

/// What a keyword cannot hold is a file within the file.
fn stamp(stamp: &str) -> EmbeddedFile {
    EmbeddedFile {
        path: "sourceline-stamp.txt".to_string(),
        mime_type: MimeType::new("text/plain"),
        description: Some("sourceline-stamp".to_string()),
        association_kind: AssociationKind::Supplement,
        data: Data::from(stamp.as_bytes().to_vec()),
        modification_date: Some(no_date()),
        compress: Some(true),
        location: None,
    }
}

/// The standards ask for a date. The same inputs must give the same bytes, so it says nothing.
fn no_date() -> DateTime {
    DateTime::new(2000).month(1).day(1).hour(0).minute(0).second(0).utc_offset_hour(0)
}

fn outline(words: &PdfWords<'_>) -> Outline {
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(words.title.to_string(), top));
    outline
}

fn attachment(words: &PdfWords<'_>) -> EmbeddedFile {
    let data = &words.data;
    EmbeddedFile {
        path: data.name.to_string(),
        mime_type: MimeType::new("text/csv"),
        description: Some(words.language.pages.attachment().to_string()),
        association_kind: AssociationKind::Data,
        data: Data::from(data.csv.as_bytes().to_vec()),
        modification_date: Some(no_date()),
        compress: Some(true),
        location: None,
    }
}

fn unprinted(error: KrillaError) -> Unprinted {
    match error {
        KrillaError::Validation(breaches) => {
            let mut words: Vec<String> = breaches.iter().map(|(breach, _)| said(breach)).collect();
            words.dedup();
            Unprinted::Standard(words)
        }
        other => Unprinted::Encoding(other.to_string()),
    }
}

/// The breaches that a chart and its fonts can cause; no other was ever seen.
fn said(breach: &ValidationError) -> String {
    match breach {
        ValidationError::ContainsNotDefGlyph(_, _, text) => format!("no font has `{text}`"),
        ValidationError::NoCodepointMapping(..) => "a glyph stands for no character".to_string(),
        ValidationError::InvalidCodepointMapping(_, _, character, _)
        | ValidationError::UnicodePrivateArea(_, _, character, _) => {
            format!("U+{:04X} is no public character", u32::from(*character))
        }
        ValidationError::TooLongString => {
            "a text that stands in the file as one, such as `alt`, has more than 32767 bytes"
                .to_string()
        }
        ValidationError::RestrictedLicense(_) => "a font forbids to be embedded".to_string(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::draw::passages::{PassageKind, PassageLine, PassageLink};
    use crate::draw::scene::Area;
    use crate::encode::font::Fonts;
    use crate::locale::EN_GB;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='80'>\
         <rect width='200' height='80' fill='#ffffff'/>\
         <text x='10' y='20' font-size='12' font-weight='bold'>An efficient office</text>\
         <circle cx='50' cy='40' r='4' fill='#12436d' fill-opacity='0.5'/>\
         <text x='10' y='70' font-size='12'>[1] NCA; [2] BBC</text></svg>";

    fn words(passages: &[Passage]) -> PdfWords<'_> {
        let data = Attachment { name: "chart.csv", csv: "a,b\n1,2\n" };
        PdfWords { language: &EN_GB, title: "Offices", alt: "One dot.", passages, data, stamp: "" }
    }

    const FIRST: Area = Area { left: 10.0, top: 8.0, right: 190.0, bottom: 24.0 };
    const LAST: Area = Area { left: 10.0, top: 58.0, right: 190.0, bottom: 74.0 };

    fn line(area: Area, bytes: Range<usize>) -> Vec<PassageLine> {
        vec![PassageLine { area, bytes }]
    }

    fn contains(bytes: &[u8], part: &str) -> bool {
        bytes.windows(part.len()).any(|window| window == part.as_bytes())
    }

    #[test]
    fn both_standards_are_kept_and_said() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let pdf = encode(&tree, &words(&[])).unwrap();
        assert!(contains(&pdf, "<pdfaid:part>3</pdfaid:part>"));
        assert!(contains(&pdf, "<pdfaid:conformance>A</pdfaid:conformance>"));
        assert!(contains(&pdf, "<pdfuaid:part>1</pdfuaid:part>"));
        assert!(contains(&pdf, "/Lang(en-GB)"));
        assert!(contains(&pdf, "chart.csv"));
        assert!(contains(&pdf, "/Alt(One dot.)"));
    }

    #[test]
    fn a_stamp_of_thousands_of_points_is_a_file_within() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let stamp = "nests-2020=90:AbCd,".repeat(5_000);
        let pdf = encode(&tree, &PdfWords { stamp: &stamp, ..words(&[]) }).unwrap();
        assert!(contains(&pdf, "sourceline-stamp.txt"));
        let pdf = encode(&tree, &PdfWords { stamp: "nests-2020=90", ..words(&[]) }).unwrap();
        assert!(!contains(&pdf, "sourceline-stamp.txt"));
        let alt = "a".repeat(40_000);
        let refused = encode(&tree, &PdfWords { alt: &alt, ..words(&[]) }).unwrap_err();
        assert!(refused.to_string().contains("more than 32767 bytes"), "{refused}");
    }

    #[test]
    fn the_same_inputs_give_the_same_bytes() {
        let once = || encode(&Fonts::default().lay_out(SVG).unwrap(), &words(&[])).unwrap();
        assert_eq!(once(), once());
    }

    #[test]
    fn each_source_of_a_shared_line_is_a_link_of_its_own() {
        let source = |url: &str, bytes| Passage {
            kind: PassageKind::Source(PassageLink { url: url.to_string(), name: url.to_string() }),
            lines: line(LAST, bytes),
        };
        let passages = [
            Passage { kind: PassageKind::Title, lines: line(FIRST, 0..usize::MAX) },
            source("https://nca.example/1", 0..7),
            source("https://bbc.example/2", 9..16),
        ];
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let pdf = encode(&tree, &words(&passages)).unwrap();
        assert!(contains(&pdf, "(https://nca.example/1)"));
        assert!(contains(&pdf, "(https://bbc.example/2)"));
        assert!(contains(&pdf, "/S/H1"));
    }

    #[test]
    fn a_run_breaks_where_another_text_begins() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let Some(usvg::Node::Text(text)) = tree.root().children().last() else { panic!("no text") };
        let passages = [Passage { kind: PassageKind::Note, lines: line(LAST, 9..16) }];
        let runs = pen::runs(text, &text.layouted()[0], &passages);
        let strings: Vec<_> = runs.into_iter().map(|run| run.string).collect();
        assert_eq!(strings, ["[1] NCA; ", "[2] BBC"]);
    }
}
