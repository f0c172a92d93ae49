//! What a picture says of itself: how large it is, and what it says to those who do not see it.

use roxmltree::Document;

use super::png_texts;
use crate::encode::intricate::is_intricate;

/// Told where there is none.
pub const NO_PNG: &str = "this program was built without PNG, and the document needs one";

/// The alternative text of an SVG.
pub fn alternative_of(svg: &str) -> Option<String> {
    let document = parsed(svg)?;
    document.root_element().attribute("aria-label").map(str::to_string)
}

fn parsed(svg: &str) -> Option<Document<'_>> {
    (!is_intricate(svg)).then(|| Document::parse(svg).ok())?
}

/// How high a picture is to its width.
pub fn shape_of(bytes: &[u8]) -> Option<f64> {
    let (wide, high) = size_of(bytes)?;
    Some(high / wide).filter(|shape| shape.is_normal())
}

/// Width and height of a picture.
pub fn size_of(bytes: &[u8]) -> Option<(f64, f64)> {
    if let Some((b"IHDR", data)) = png_texts::chunks(bytes).next() {
        let number = |at: usize| {
            let four = data.get(at..at + 4)?;
            Some(f64::from(u32::from_be_bytes([four[0], four[1], four[2], four[3]])))
        };
        return Some((number(0)?, number(4)?));
    }
    let document = parsed(str::from_utf8(bytes).ok()?)?;
    let said = |name: &str| {
        let text = document.root_element().attribute(name)?;
        text.trim_end_matches("px").parse::<f64>().ok()
    };
    Some((said("width")?, said("height")?))
}
