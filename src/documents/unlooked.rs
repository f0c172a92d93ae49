//! Why a document cannot be looked at.

use std::fmt;

use crate::references::xml::MOST_OF_A_TAG;

use super::limits::{
    MOST_BYTES, MOST_DEPTH, MOST_INTRICATE, MOST_PART_BYTES, MOST_PARTS, MOST_TEXT_BYTES,
    MOST_UNPACKED,
};

/// Why a document cannot be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlooked {
    /// No kind that is known.
    Unknown,
    /// Of an old Office, or locked by a password.
    OldOffice,
    /// Locked by a password.
    Locked,
    /// Packed in a way that is not read.
    Packing(String),
    /// It breaks the rules of its kind.
    Damaged(String),
    /// Not in UTF-8.
    Letters,
    /// More bytes than are looked at.
    Large,
    /// A text with more bytes than are looked at.
    LargeText,
    /// A text with more elements inside each other, or attributes at one, than are looked at.
    Intricate,
    /// A page of which a tag has more attributes than are looked at.
    Overfull,
    /// A part with more bytes than are looked at.
    LargePart,
    /// More bytes in all, unpacked, than are looked at.
    LargeInAll,
    /// More parts than are looked at.
    ManyParts(usize),
    /// In more other documents than are looked into.
    TooDeep,
}

impl fmt::Display for Unlooked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = |bytes: u64| bytes >> 20;
        match self {
            Unlooked::Unknown => write!(
                f,
                "it is no document that is looked into: those are SVG, PNG, PDF, Word (docx), PowerPoint \
                 (pptx), OpenDocument (odt, odp), EPUB, ZIP, HTML, Markdown, Quarto, Jupyter, LaTeX and Typst"
            ),
            Unlooked::OldOffice => write!(
                f,
                "it is of an old Office (doc, ppt) or locked by a password; save it as docx or pptx \
                 without one"
            ),
            Unlooked::Locked => write!(f, "it is locked by a password; save it without one"),
            Unlooked::Packing(how) => {
                write!(f, "it is packed by {how}, which is not read; zip it again by `deflate`")
            }
            Unlooked::Damaged(why) => write!(f, "it is damaged ({why})"),
            Unlooked::Letters => write!(f, "it is not in UTF-8; save it as that"),
            Unlooked::Large => {
                write!(f, "it has more than {} MiB, and is not looked at", mib(MOST_BYTES as u64))
            }
            Unlooked::LargeText => {
                let most = mib(MOST_TEXT_BYTES as u64);
                write!(f, "its text has more than {most} MiB, and is not looked at")
            }
            Unlooked::Intricate => write!(
                f,
                "it has more than {MOST_INTRICATE} elements inside each other, or attributes at one, \
                 and is not looked at"
            ),
            Unlooked::Overfull => write!(
                f,
                "a tag of it has more than {MOST_OF_A_TAG} attributes, and it is not looked at"
            ),
            Unlooked::LargePart => {
                write!(f, "it has more than {} MiB, and is not looked at", mib(MOST_PART_BYTES))
            }
            Unlooked::LargeInAll => {
                let most = mib(MOST_UNPACKED);
                write!(f, "unpacked, it has more than {most} MiB; what is beyond is not looked at")
            }
            Unlooked::ManyParts(parts) => {
                write!(f, "it has {parts} parts; a document has at most {MOST_PARTS}")
            }
            Unlooked::TooDeep => {
                write!(f, "it lies in more than {MOST_DEPTH} other documents, and is not looked at")
            }
        }
    }
}
