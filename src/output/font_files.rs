//! `font` and `font_bold` of `[style]`: where in the project the font of the house lies.

use std::ops::Range;
use std::path::{Component, Path};

use toml::Spanned;
use toml::de::DeValue;

use super::site_settings::{SettingMistake, mistake};
use crate::chart::{HouseFont, Weighs};

/// Of one file.
pub(crate) const MAX_FONT_BYTES: usize = 32 << 20;

const BOTH: &str =
    "write font = \"fonts/House-Regular.ttf\" and font_bold = \"fonts/House-Bold.ttf\"";

/// The paths of the two files, from the root of the project, and where in the settings they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFiles {
    regular: (String, Range<usize>),
    bold: (String, Range<usize>),
}

impl FontFiles {
    /// The files, unless one of them is missing.
    pub(super) fn of(
        regular: Option<&Spanned<DeValue>>,
        bold: Option<&Spanned<DeValue>>,
    ) -> Result<Option<FontFiles>, SettingMistake> {
        match (regular, bold) {
            (None, None) => Ok(None),
            (Some(regular), Some(bold)) => {
                let (regular, bold) = (path(regular)?, path(bold)?);
                Ok(Some(FontFiles { regular, bold }))
            }
            (Some(one), None) => {
                Err(mistake(one.span(), "`font` is there without `font_bold`", BOTH))
            }
            (None, Some(one)) => {
                Err(mistake(one.span(), "`font_bold` is there without `font`", BOTH))
            }
        }
    }

    /// Both paths, the regular one first.
    pub fn paths(&self) -> [&str; 2] {
        [&self.regular.0, &self.bold.0]
    }

    /// The font in the files, whose bytes `read` gives or says why there are none.
    pub(super) fn read(
        &self,
        mut read: impl FnMut(&str) -> Result<Vec<u8>, String>,
    ) -> Result<&'static HouseFont, SettingMistake> {
        let mut bytes = |key: &str, (path, at): &(String, Range<usize>)| {
            let within = |bytes: Vec<u8>| match bytes.len() > MAX_FONT_BYTES {
                true => {
                    Err(format!("it has more than the {} MiB that are read", MAX_FONT_BYTES >> 20))
                }
                false => Ok(bytes),
            };
            read(path)
                .and_then(within)
                .map_err(|why| mistake(at.clone(), &format!("`{key}` cannot be read: {why}"), BOTH))
        };
        let (regular, bold) = (bytes("font", &self.regular)?, bytes("font_bold", &self.bold)?);
        HouseFont::read(&regular, &bold).map_err(|(which, fault)| {
            let (key, (path, at)) = match which {
                Weighs::Regular => ("font", &self.regular),
                Weighs::Bold => ("font_bold", &self.bold),
            };
            mistake(at.clone(), &format!("`{key}` is `{path}`: {fault}"), fault.hint())
        })
    }

    /// Where the first of them stands in the settings.
    pub(super) fn at(&self) -> Range<usize> {
        self.regular.1.clone()
    }
}

/// A path that means the same file wherever the project lies.
fn path(value: &Spanned<DeValue>) -> Result<(String, Range<usize>), SettingMistake> {
    let typed = value.get_ref().as_str().unwrap_or_default();
    let plain = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
    let within = !typed.contains('\\') && Path::new(typed).components().all(plain);
    match !typed.is_empty() && within {
        true => Ok((typed.to_string(), value.span())),
        false => {
            let message =
                "the file of a font lies in the project, so that whoever has that can draw";
            Err(mistake(value.span(), message, BOTH))
        }
    }
}
