//! What `charts/NAME.toml` says: the words and marks an author asks for, each with its place in
//! the text. Nothing here knows the data.

mod read;
mod values;

use std::ops::Range;

use crate::chart::look::{Size, ThemeName, Wanted};
use crate::chart::mark::Mark;
use crate::chart::waist::Arrangement;
use crate::figure::{Per, Period};

#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    pub title: TypedText,
    pub subtitle: Option<TypedText>,
    pub notes: Vec<TypedText>,
    pub alt: Option<TypedText>,
    pub layout: At<Arrangement>,
    /// Title and subtitle stay out of the picture; a caption is to say them.
    pub bare: bool,
    pub size: Option<At<Size>>,
    pub theme: Option<At<ThemeName>>,
    /// In pixels.
    pub height: Option<At<u32>>,
    /// Ids of figures that are not to be drawn.
    pub without: Vec<TypedText>,
    pub panels: Vec<PanelSpec>,
}

/// A text and the bytes it was read from, quotes included.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedText {
    pub text: String,
    pub bytes: Range<usize>,
}

/// Something with the bytes it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    pub value: T,
    pub bytes: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PanelSpec {
    pub title: Option<TypedText>,
    /// `true` for a log scale.
    pub log: At<bool>,
    pub zero: At<bool>,
    pub from: Option<At<Period>>,
    pub to: Option<At<Period>>,
    pub events: Vec<TypedText>,
    pub series: Vec<SeriesSpec>,
    /// In place of series.
    pub claims: Option<ClaimsSpec>,
    pub bytes: Range<usize>,
}

/// Who states what of one series and period.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimsSpec {
    pub series: TypedText,
    pub period: At<Period>,
    pub order: Order,
}

/// What the rows of a panel of claims are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The highest first.
    #[default]
    Value,
    /// The first published first.
    Published,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeriesSpec {
    pub subject: Subject,
    pub mark: At<Mark>,
    pub per: Option<At<Per>>,
    pub name: Option<TypedText>,
}

/// What a line of `series` draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The figures of a series.
    Series(TypedText),
    /// One change figure, between two periods of the series `on`.
    Change { figure: TypedText, on: TypedText },
}

impl Subject {
    /// The id that a problem of this line points at.
    pub fn id(&self) -> &TypedText {
        match self {
            Subject::Series(id) => id,
            Subject::Change { figure, .. } => figure,
        }
    }
}

impl Spec {
    /// What it says of its look.
    pub fn wanted(&self) -> Wanted {
        Wanted {
            size: self.size.as_ref().map(|size| size.value),
            theme: self.theme.as_ref().map(|theme| theme.value),
            height: self.height.as_ref().map(|height| height.value),
        }
    }
}
