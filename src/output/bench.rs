//! One chart while its files are made; what two of them need is made once.

#[cfg(any(feature = "png", feature = "pdf"))]
use std::cell::OnceCell;

#[cfg(any(feature = "png", feature = "pdf"))]
use super::glyph::place_of;
use super::rendering::Rendering;
use crate::dataset::Dataset;
#[cfg(any(feature = "png", feature = "pdf"))]
use crate::encode::font::{Fonts, Unset};
use crate::export;
#[cfg(any(feature = "png", feature = "pdf"))]
use crate::problem::{Place, Problem, Rule};

/// A drawn chart, and what its files are made with.
pub struct Bench<'k> {
    pub data: &'k Dataset<'k>,
    pub drawing: &'k Rendering,
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fonts: &'k Fonts,
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub tree: OnceCell<usvg::Tree>,
}

impl Bench<'_> {
    /// What is drawn, as data.
    pub fn rows(&self) -> Vec<export::DataRow> {
        export::rows(&self.drawing.chart, self.data)
    }

    /// The picture with its texts laid out.
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fn laid_out(&self) -> Result<&usvg::Tree, Box<Problem>> {
        if let Some(tree) = self.tree.get() {
            return Ok(tree);
        }
        let tree = self.fonts.lay_out(&self.drawing.svg).map_err(|unset| match unset {
            Unset::Glyph(missing) => {
                let place = place_of(&missing.character, self.drawing, self.data);
                let hint = "write it in other letters, or name a folder of fonts that have it: --fonts DIR, or \
                            `fallback_fonts` in sourceline.toml";
                Box::new(Rule::MissingGlyph.at(place, missing.to_string()).hint(hint))
            }
            other => self.problem(Rule::Unpainted, other),
        })?;
        Ok(self.tree.get_or_init(|| tree))
    }

    /// What is wrong with a picture as a whole.
    #[cfg(any(feature = "png", feature = "pdf"))]
    pub fn problem(&self, rule: Rule, message: impl ToString) -> Box<Problem> {
        let spec = &self.drawing.spec;
        let start = Place::in_text(&spec.label, &spec.text, 0..0);
        Box::new(rule.at(start, message.to_string()))
    }
}
