//! What is asked for whatever is found in a document, and what is answered.

use super::found::{FoundAlternative, FoundPicture, FoundSize, FoundWords};
use super::typed::FoundExpression;
use crate::embed::OwnPart;

/// What takes the place of an expression.
pub enum ExpressionFilling {
    /// Words of the sentence.
    Words(String),
    /// A chart, and its name.
    Picture(String, Box<NewPicture>),
}

/// What is drawn now, in the forms that are asked for.
#[derive(Clone, Debug)]
pub struct NewPicture {
    /// The text of the SVG.
    pub svg: String,
    /// The PNG, where there is one.
    pub png: Option<Vec<u8>>,
    /// The PDF, where the document is one.
    pub pdf: Option<Vec<u8>>,
}

/// Asked for what is in the document; nothing is to stay as it is.
pub trait Newer {
    /// In place of a chart.
    fn picture(&mut self, found: &FoundPicture) -> Option<NewPicture>;
    /// In place of what `embed` wrote beside one.
    fn words(&mut self, found: &FoundWords) -> Option<OwnPart>;
    /// In place of what a page says of one to those who do not see it.
    fn alternative(&mut self, found: &FoundAlternative) -> Option<String>;
    /// In place of the height that a page gives one.
    fn height(&mut self, found: &FoundSize) -> Option<u32>;
    /// In place of what a person typed between braces, or of what was filled in there; else why there is
    /// nothing.
    fn expression(&mut self, found: &FoundExpression) -> Result<Option<ExpressionFilling>, String>;
}
