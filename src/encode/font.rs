//! The fonts that PNG and PDF are set in, and the only way from an SVG to laid-out text.
//!
//! An SVG names its fonts and hopes; a PNG or a PDF carries them. So these two use the font of the
//! house and the bundled ones only, whatever a machine has installed, and a character they cannot show
//! is an error: a label that silently loses a letter is worse than none.

use std::fmt;
use std::sync::Arc;

use crate::chart::HouseFont;
use usvg::fontdb::{Database, FaceInfo, ID, Source, Style, Weight};
use usvg::{FallbackSelectionFn, FontResolver, Group, ImageHrefResolver, Node, Options, Tree};

static REGULAR: &[u8] = include_bytes!("../../assets/fonts/LiberationSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../assets/fonts/LiberationSans-Bold.ttf");
const FAMILY: &str = "Liberation Sans";

/// The font of the house, the bundled fonts and, behind them, those given for the characters they
/// lack.
#[derive(Clone, Debug)]
pub struct Fonts {
    database: Arc<Database>,
    regular: ID,
    bold: ID,
}

impl Fonts {
    /// `fallback` holds whole font files; of two that know a character the earlier is used.
    pub fn new(house: Option<&HouseFont>, fallback: Vec<Vec<u8>>) -> Fonts {
        let mut database = Database::new();
        let mut first =
            |bytes: &'static [u8]| database.load_font_source(Source::Binary(Arc::new(bytes)))[0];
        let bundled = [REGULAR, BOLD].map(&mut first);
        let [regular, bold] = house.map_or(bundled, |house| house.files().map(&mut first));
        // usvg drops a text without a word where either of the two families is unknown.
        database.set_serif_family(FAMILY);
        database.set_sans_serif_family(FAMILY);
        for file in fallback {
            database.load_font_source(Source::Binary(Arc::new(file)));
        }
        Fonts { database: Arc::new(database), regular, bold }
    }

    /// Lays out every text of an SVG, whatever fonts it names.
    pub fn lay_out(&self, svg: &str) -> Result<Tree, Unset> {
        let tree = self.tree(svg)?;
        match missing_glyph(tree.root()) {
            Some(missing) => Err(Unset::Glyph(missing)),
            None => Ok(tree),
        }
    }

    /// The same, whether or not there is a font for every character.
    pub(super) fn tree(&self, svg: &str) -> Result<Tree, Unset> {
        let (regular, bold) = (self.regular, self.bold);
        let options = Options {
            fontdb: self.database.clone(),
            font_resolver: FontResolver {
                select_font: Box::new(move |font, _| {
                    Some(if font.weight() >= 600 { bold } else { regular })
                }),
                select_fallback: fallback(),
            },
            // No file is opened here.
            image_href_resolver: ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        Tree::from_str(svg, &options).map_err(|error| Unset::Svg(error.to_string()))
    }
}

impl Default for Fonts {
    fn default() -> Fonts {
        Fonts::new(None, Vec::new())
    }
}

/// Why an SVG could not be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unset {
    /// No font has a character.
    Glyph(MissingGlyph),
    /// Not an SVG that can be read; our own encoder never writes one.
    Svg(String),
}

/// A character that no font has, and the line of text it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingGlyph {
    /// With the marks that combine with it.
    pub character: String,
    /// The line it stands in.
    pub line: String,
}

impl fmt::Display for Unset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unset::Glyph(missing) => missing.fmt(f),
            Unset::Svg(message) => write!(f, "the SVG cannot be read: {message}"),
        }
    }
}

impl fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no font has the character `{}` (", self.character)?;
        for (place, character) in self.character.chars().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(f, "{space}U+{:04X}", u32::from(character))?;
        }
        write!(f, ") in `{}`", self.line)
    }
}

impl std::error::Error for Unset {}

/// Of the fonts that have a letter the first that is upright and as heavy as the text; failing
/// that, the first.
fn fallback() -> FallbackSelectionFn<'static> {
    let first = FontResolver::default_fallback_selector();
    Box::new(move |letter, used, fonts| {
        let heavy = |weight: Weight| weight >= Weight::SEMIBOLD;
        let wanted = heavy(fonts.face(*used.first()?)?.weight);
        let alike = |face: &FaceInfo| heavy(face.weight) == wanted && face.style == Style::Normal;
        let others = fonts.faces().filter(|face| !alike(face)).map(|face| face.id);
        let unlike: Vec<ID> = used.iter().copied().chain(others).collect();
        first(letter, &unlike, fonts).or_else(|| first(letter, used, fonts))
    })
}

fn missing_glyph(group: &Group) -> Option<MissingGlyph> {
    group.children().iter().find_map(|node| match node {
        Node::Group(inner) => missing_glyph(inner),
        Node::Text(text) => {
            let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            let glyphs: Vec<_> = glyphs.collect();
            let at = glyphs.iter().position(|glyph| glyph.id.0 == 0)?;
            let line: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
            // Of a character that is set by several glyphs one of them says it.
            let near = glyphs[..=at].iter().rev().chain(&glyphs[at + 1..]);
            let character = near.map(|glyph| &glyph.text).find(|text| !text.is_empty());
            Some(MissingGlyph { character: character.unwrap_or(&line).clone(), line })
        }
        Node::Path(_) | Node::Image(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='20'>\
             <text x='1' y='9' font-family='Arial' font-weight='bold'>a plain line</text>\
             <text x='1' y='19' font-family='sans-serif'>{text}</text></svg>"
        )
    }

    #[test]
    fn every_character_the_bundled_fonts_have_is_laid_out() {
        assert!(Fonts::default().lay_out(&lines("£4.4 million – ≥ “x” ○ ½ Ж Ω")).is_ok());
    }

    #[test]
    fn a_character_of_several_glyphs_is_named() {
        for text in ["\u{d55c}", "\u{1f1ec}\u{1f1e7}"] {
            let Err(Unset::Glyph(missing)) = Fonts::default().lay_out(&lines(text)) else {
                panic!("laid out without the glyph");
            };
            assert!(!missing.character.is_empty(), "{text}: {missing}");
        }
    }

    #[test]
    fn a_character_no_font_has_is_named_with_its_line() {
        let Err(unset) = Fonts::default().lay_out(&lines("about 漢 twenty")) else {
            panic!("laid out without the glyph");
        };
        assert_eq!(
            unset.to_string(),
            "no font has the character `漢` (U+6F22) in `about 漢 twenty`"
        );
    }

    #[test]
    fn what_is_no_svg_is_said() {
        assert!(matches!(Fonts::default().lay_out("<svg"), Err(Unset::Svg(_))));
    }
}
