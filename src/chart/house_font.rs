//! The font of a house: two files of one family. The letters of an SVG are measured in it, so that
//! nothing collides where a reader has it; PNG and PDF are set in it.

use std::fmt;
use std::sync::Mutex;

use sha2::{Digest, Sha256};
use ttf_parser::{Face, Permissions, fonts_in_collection, name_id};

use super::short_hash::short_hash;

/// Those that follow each other without a gap are looked up at once.
const LATIN: std::ops::Range<u32> = 0x20..0x180;

/// A family in its two weights. As each line of a picture knows what it is set in, a font once read is
/// kept until the program ends; the same files are kept once.
pub struct HouseFont {
    /// As programs that draw an SVG look for it.
    pub family: String,
    /// Of both files, in a few letters, for the stamp.
    pub hash: String,
    regular: FontFile,
    bold: FontFile,
}

/// One file, and how far its letters advance.
struct FontFile {
    bytes: &'static [u8],
    face: Face<'static>,
    /// In font units; 0 where there is no glyph.
    latin: Vec<u16>,
}

/// Which of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighs {
    /// The file of `font`.
    Regular,
    /// The file of `font_bold`.
    Bold,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontFault {
    /// No font that can be read.
    NoFont,
    /// Several fonts in one file.
    Collection,
    /// One file for all weights, of which each program picks its own.
    Variable,
    /// It slants.
    Italic,
    /// No name to look for.
    Nameless,
    /// Letters, digits or signs that charts are made of and it lacks.
    Lacks(String),
    /// The bold file belongs to another family than the regular one.
    OtherFamily(String, String),
    /// The bold file is no heavier than the regular one.
    NotHeavier,
}

impl fmt::Display for FontFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FontFault::NoFont => write!(f, "it is no font that can be read"),
            FontFault::Collection => write!(f, "it holds several fonts"),
            FontFault::Variable => {
                write!(f, "it is a variable font, which programs set in different weights")
            }
            FontFault::Italic => write!(f, "it is italic, and texts stand upright"),
            FontFault::Nameless => write!(f, "it names no family"),
            FontFault::Lacks(letters) => write!(f, "it lacks `{letters}`"),
            FontFault::OtherFamily(bold, regular) => {
                write!(f, "it is of the family `{bold}`, and `font` of `{regular}`")
            }
            FontFault::NotHeavier => write!(f, "it is no heavier than that of `font`"),
        }
    }
}

impl FontFault {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            FontFault::NoFont => "name a file that ends in .ttf or .otf",
            FontFault::Collection => "name a file of one font",
            FontFault::Variable => {
                "name the static files of the family; most downloads have them in a folder `static`"
            }
            FontFault::Italic | FontFault::Nameless => "name the upright file of the family",
            FontFault::Lacks(_) => "name a font that has all letters of English and the digits",
            FontFault::OtherFamily(..) => "name the bold file of the same family",
            FontFault::NotHeavier => "name the regular file in `font`, the bold one in `font_bold`",
        }
    }
}

static KNOWN: Mutex<Vec<&'static HouseFont>> = Mutex::new(Vec::new());

impl HouseFont {
    /// The family of two files, or which of them is none and why.
    pub fn read(regular: &[u8], bold: &[u8]) -> Result<&'static HouseFont, (Weighs, FontFault)> {
        let mut known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let same = |font: &&&HouseFont| (font.regular.bytes, font.bold.bytes) == (regular, bold);
        if let Some(font) = known.iter().find(same) {
            return Ok(font);
        }
        let [family, other] = [(Weighs::Regular, regular), (Weighs::Bold, bold)]
            .map(|(which, bytes)| family_of(bytes).map_err(|fault| (which, fault)));
        let ((family, light), (other, heavy)) = (family?, other?);
        if family != other {
            return Err((Weighs::Bold, FontFault::OtherFamily(other, family)));
        }
        if heavy <= light {
            return Err((Weighs::Bold, FontFault::NotHeavier));
        }
        let hash =
            short_hash(&Sha256::new().chain_update(regular).chain_update(bold).finalize(), 8);
        let [regular, bold] = [regular, bold].map(|bytes| FontFile::kept(bytes.to_vec()));
        let font = HouseFont { family, hash, regular, bold };
        let font: &'static HouseFont = Box::leak(Box::new(font));
        known.push(font);
        Ok(font)
    }

    /// How far a letter advances, as a share of the size of the type; `None` where there is no glyph,
    /// and another font is used.
    pub fn advance(&self, letter: char, bold: bool) -> Option<f64> {
        let file = if bold { &self.bold } else { &self.regular };
        let units = match LATIN.contains(&u32::from(letter)) {
            true => file.latin[(u32::from(letter) - LATIN.start) as usize],
            false => advance(&file.face, letter),
        };
        (units > 0).then(|| f64::from(units) / f64::from(file.face.units_per_em()))
    }

    /// The whole files, the regular one first.
    pub fn files(&self) -> [&'static [u8]; 2] {
        [self.regular.bytes, self.bold.bytes]
    }

    /// Do the files say that a document may not carry them?
    pub fn is_restricted(&self) -> bool {
        let restricted = |file: &FontFile| file.face.permissions() == Some(Permissions::Restricted);
        restricted(&self.regular) || restricted(&self.bold)
    }
}

impl PartialEq for HouseFont {
    fn eq(&self, other: &HouseFont) -> bool {
        self.files() == other.files()
    }
}

impl Eq for HouseFont {}

impl fmt::Debug for HouseFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.family, self.hash)
    }
}

impl FontFile {
    fn kept(bytes: Vec<u8>) -> FontFile {
        let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
        let face = Face::parse(bytes, 0).expect("it was read before");
        let latin =
            LATIN.map(|code| char::from_u32(code).map_or(0, |letter| advance(&face, letter)));
        FontFile { bytes, latin: latin.collect(), face }
    }
}

fn advance(face: &Face, letter: char) -> u16 {
    face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0)
}

/// The family of a file and how heavy it is.
fn family_of(bytes: &[u8]) -> Result<(String, u16), FontFault> {
    if fonts_in_collection(bytes).is_some() {
        return Err(FontFault::Collection);
    }
    let face = Face::parse(bytes, 0).map_err(|_| FontFault::NoFont)?;
    if face.is_variable() {
        return Err(FontFault::Variable);
    }
    if face.is_italic() || face.is_oblique() {
        return Err(FontFault::Italic);
    }
    let named = |id: u16| {
        let names = face.names().into_iter().filter(|name| name.name_id == id && name.is_unicode());
        let texts = names.filter_map(|name| name.to_string());
        texts.into_iter().find(|text| !text.trim().is_empty())
    };
    let family = named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY));
    // It is written into every picture, between quotation marks.
    let plain = |family: &String| family.chars().all(|letter| !letter.is_control());
    let family = family.filter(plain).ok_or(FontFault::Nameless)?;
    // What the words and numbers of a chart in English are made of.
    let needed = (' '..='~').chain(['–', '’', '“', '”', '£', '−', '…']);
    let lacking: String = needed.filter(|letter| advance(&face, *letter) == 0).collect();
    if !lacking.is_empty() {
        return Err(FontFault::Lacks(lacking));
    }
    Ok((family, face.weight().to_number()))
}
