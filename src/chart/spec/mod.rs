//! What `charts/NAME.toml` says: the words and marks an author asks for, each with its place in
//! the text. Nothing here knows the data.

mod lines;
mod pattern;
mod read;
mod values;

use std::ops::Range;

use crate::chart::lengths::PictureLengths;
use crate::chart::look::{Cites, Size, ThemeName, Wanted};
use crate::chart::mark::Mark;
use crate::chart::waist::Arrangement;
use crate::figure::{Per, Period};

pub use pattern::fits;

/// What the series of the chart is called in a spec that draws one for each of several.
pub const EACH: &str = "each";

/// A whole spec, as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The series for each of which there is a chart of its own; in the spec each is called [`EACH`].
    pub each: Option<IdsSpec>,
    /// What the chart shows.
    pub title: TypedText,
    /// In the place of the computed one.
    pub subtitle: Option<TypedText>,
    /// Notes after the computed ones.
    pub notes: Vec<TypedText>,
    /// In the place of the computed alternative text.
    pub alt: Option<TypedText>,
    /// How the panels lie; without bytes where the spec does not say.
    pub layout: At<Arrangement>,
    /// `true` where each panel has a value axis of its own, also beside others of the same unit.
    pub free_scales: At<bool>,
    /// Title and subtitle stay out of the picture; a caption is to say them.
    pub bare: bool,
    /// `None` leaves it to whoever draws.
    pub size: Option<At<Size>>,
    /// `None` leaves it to whoever draws.
    pub theme: Option<At<ThemeName>>,
    /// In pixels; a size of its own.
    pub width: Option<At<u32>>,
    /// In pixels.
    pub height: Option<At<u32>>,
    /// `None` leaves it to the project.
    pub cites: Option<At<Cites>>,
    /// Which points have a label.
    pub labels: LabelChoice,
    /// Ids of figures that are not to be drawn.
    pub without: Vec<TypedText>,
    /// Ids of the series and figures that keep their colours while all else is grey; empty where
    /// nothing is.
    pub emphasis: Vec<TypedText>,
    /// In the order of the spec.
    pub panels: Vec<PanelSpec>,
}

/// Which points have a label, beside those that a reader would be misled without: forecasts,
/// targets, disputed figures, both sides of a break, and the last of a line that it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelChoice {
    /// All where they are few; else first, last, highest, lowest, and the figures of the title.
    #[default]
    Usual,
    /// Every one.
    All,
    /// The first and the last.
    Ends,
    /// No other.
    None,
}

/// A text and the bytes it was read from, quotes included.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedText {
    /// Without the quotes.
    pub text: String,
    /// Its place in the spec.
    pub bytes: Range<usize>,
}

/// Something with the bytes it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// What was read.
    pub value: T,
    /// Its place in the spec.
    pub bytes: Range<usize>,
}

/// What stands under `[[panels]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelSpec {
    /// What the panel shows.
    pub title: Option<TypedText>,
    /// `true` for a log scale.
    pub log: At<bool>,
    /// `false` for an axis that need not begin at zero.
    pub zero: At<bool>,
    /// The first period to be shown.
    pub from: Option<At<Period>>,
    /// The last period to be shown.
    pub to: Option<At<Period>>,
    /// The one period that bars across show of several series.
    pub period: Option<At<Period>>,
    /// What bars across are sorted by.
    pub order: Option<At<RowOrder>>,
    /// The id of the series that stacked bars add up to.
    pub total: Option<TypedText>,
    /// Ids of events.
    pub events: Vec<TypedText>,
    /// Ids of figures that the others are held against.
    pub references: Vec<TypedText>,
    /// What stands beside marks, in the author's words.
    pub annotations: Vec<AnnotationSpec>,
    /// What the panel draws, a line of the spec each.
    pub series: Vec<SeriesSpec>,
    /// In place of series.
    pub claims: Option<ClaimsSpec>,
    /// The place of the panel in the spec.
    pub bytes: Range<usize>,
}

/// Words beside the mark of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnotationSpec {
    /// The id of the series.
    pub series: TypedText,
    /// The period of the figure.
    pub period: At<Period>,
    /// What stands there.
    pub text: TypedText,
}

/// Who states what of one series and period.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimsSpec {
    /// The id of the series.
    pub series: TypedText,
    /// The period that the claims are about.
    pub period: At<Period>,
    /// What the rows are sorted by.
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

/// What the rows of bars across are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOrder {
    /// The highest first.
    Value,
    /// The earliest first.
    Time,
    /// As the spec lists its series.
    Listed,
}

/// A line of `series`.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesSpec {
    /// What is drawn.
    pub subject: Subject,
    /// How it is drawn.
    pub mark: At<Mark>,
    /// What a rate is to be converted to.
    pub per: Option<At<Per>>,
    /// What it is called, in the place of its title.
    pub name: Option<TypedText>,
}

/// What a line of `series` draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The figures of a series.
    Series(TypedText),
    /// Those of every series that a pattern fits, each drawn alike.
    Fitting(IdsSpec),
    /// The series whose figures are what those of the others add up to.
    Total(TypedText),
    /// One figure that the others are held against.
    Reference(TypedText),
    /// One change figure, between two periods of the series `on`.
    Change {
        /// The id of the change figure.
        figure: TypedText,
        /// The id of the series whose level changed.
        on: TypedText,
    },
}

/// The series that a pattern of ids fits.
#[derive(Clone, Debug, PartialEq)]
pub struct IdsSpec {
    /// An id in which `*` stands for any letters, or none.
    pub pattern: TypedText,
    /// Ids, and patterns of ids, that are not meant.
    pub except: Vec<TypedText>,
}

impl IdsSpec {
    /// Is the series of this id meant?
    pub fn fits(&self, id: &str) -> bool {
        fits(&self.pattern.text, id) && !self.except.iter().any(|one| fits(&one.text, id))
    }
}

impl Subject {
    /// The id that a problem of this line points at.
    pub fn id(&self) -> &TypedText {
        match self {
            Subject::Series(id) | Subject::Total(id) => id,
            Subject::Fitting(ids) => &ids.pattern,
            Subject::Reference(figure) => figure,
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
            lengths: PictureLengths {
                width: self.width.as_ref().map(|width| width.value),
                height: self.height.as_ref().map(|height| height.value),
            },
        }
    }
}
