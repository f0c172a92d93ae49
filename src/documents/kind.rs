//! Which kind of document some bytes are.

use std::borrow::Cow;

use super::limits::MOST_TEXT_BYTES;
use super::png_texts::SIGNATURE;
use super::unlooked::Unlooked;

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// A picture of shapes.
    Svg,
    /// A picture of pixels.
    Png,
    /// Pages.
    Pdf,
    /// A ZIP archive: of Word, PowerPoint, Excel, OpenDocument, EPUB or of any files.
    Package,
    /// OpenDocument in one text.
    FlatOpenDocument,
    /// A web page.
    Html,
    /// Of Jupyter.
    Notebook,
    /// Markdown, also of Quarto and R.
    Markdown,
    /// LaTeX.
    Tex,
    /// Typst.
    Typst,
}

/// Endings in small letters, each with what is written in it.
const ENDINGS: [(&str, DocumentKind); 37] = [
    ("svg", DocumentKind::Svg),
    ("png", DocumentKind::Png),
    ("pdf", DocumentKind::Pdf),
    ("docx", DocumentKind::Package),
    ("docm", DocumentKind::Package),
    ("dotx", DocumentKind::Package),
    ("dotm", DocumentKind::Package),
    ("pptx", DocumentKind::Package),
    ("pptm", DocumentKind::Package),
    ("ppsx", DocumentKind::Package),
    ("potx", DocumentKind::Package),
    ("xlsx", DocumentKind::Package),
    ("xlsm", DocumentKind::Package),
    ("odt", DocumentKind::Package),
    ("ott", DocumentKind::Package),
    ("odp", DocumentKind::Package),
    ("otp", DocumentKind::Package),
    ("ods", DocumentKind::Package),
    ("odg", DocumentKind::Package),
    ("epub", DocumentKind::Package),
    ("zip", DocumentKind::Package),
    ("fodt", DocumentKind::FlatOpenDocument),
    ("fodp", DocumentKind::FlatOpenDocument),
    ("fods", DocumentKind::FlatOpenDocument),
    ("html", DocumentKind::Html),
    ("htm", DocumentKind::Html),
    ("xhtml", DocumentKind::Html),
    ("ipynb", DocumentKind::Notebook),
    ("md", DocumentKind::Markdown),
    ("markdown", DocumentKind::Markdown),
    ("qmd", DocumentKind::Markdown),
    ("rmd", DocumentKind::Markdown),
    ("mdx", DocumentKind::Markdown),
    ("myst", DocumentKind::Markdown),
    ("tex", DocumentKind::Tex),
    ("ltx", DocumentKind::Tex),
    ("typ", DocumentKind::Typst),
];

/// What the compound files of an old Office begin with; one with a password is such a file too.
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

impl DocumentKind {
    /// By what it begins with, or else by its name.
    pub fn of(name: &str, bytes: &[u8]) -> Result<DocumentKind, Unlooked> {
        let named = DocumentKind::named(name);
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Ok(DocumentKind::Package);
        }
        if bytes.starts_with(SIGNATURE) {
            return Ok(DocumentKind::Png);
        }
        if bytes.starts_with(b"%PDF-") {
            return Ok(DocumentKind::Pdf);
        }
        if bytes.starts_with(OLD_OFFICE) {
            return Err(Unlooked::OldOffice);
        }
        match named {
            Some(DocumentKind::Package) => Err(Unlooked::Damaged("it is no ZIP archive".into())),
            Some(DocumentKind::Png) => Err(Unlooked::Damaged("it is no PNG".into())),
            Some(DocumentKind::Pdf) => Err(Unlooked::Damaged("it is no PDF".into())),
            Some(text) => Ok(text),
            None if is_svg(bytes) => Ok(DocumentKind::Svg),
            None => Err(Unlooked::Unknown),
        }
    }

    /// By the ending of its name.
    pub fn named(name: &str) -> Option<DocumentKind> {
        let ending = name.rsplit_once('.')?.1.to_lowercase();
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
    }

    /// A picture of its own, which no other stands in.
    pub fn is_picture(self) -> bool {
        matches!(self, DocumentKind::Svg | DocumentKind::Png | DocumentKind::Pdf)
    }

    pub(super) fn holds_others(self) -> bool {
        !self.is_picture()
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && start.contains("<svg")
}

/// The letters of a text.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, Unlooked> {
    if bytes.len() > MOST_TEXT_BYTES {
        return Err(Unlooked::LargeText);
    }
    let text = str::from_utf8(bytes).map_err(|_| Unlooked::Letters)?;
    Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)))
}
