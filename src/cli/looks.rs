//! The looks that a command is told to draw, in place of those of the spec and the settings.

use clap::Args;
use sourceline::chart::lengths::PictureSide;
use sourceline::chart::{Look, PictureLengths, Size, ThemeName};
use sourceline::output::looks::Looks;

use super::one_of::one_of;

#[derive(Args, Clone, Debug, Default)]
pub struct AskedLooks {
    #[arg(long, value_name = "SIZE", value_delimiter = ',', hide_possible_values = true,
        help = told("sizes to draw", Size::words()), value_parser = one_of(Size::words()))]
    pub size: Vec<Size>,
    #[arg(long, value_name = "THEME", value_delimiter = ',', hide_possible_values = true,
        help = told("themes to draw in", ThemeName::words()), value_parser = one_of(ThemeName::words()))]
    pub theme: Vec<ThemeName>,
    /// Draw it as wide as this instead: 84mm, 8.4cm, 3.3in or pixels, from 300 on. The file is
    /// called NAME-317px-wide.svg
    #[arg(long, value_name = "LENGTH", value_parser = width, conflicts_with = "size")]
    pub width: Option<u32>,
    /// Draw it as high as this: 120mm or pixels, from 100 on
    #[arg(long, value_name = "LENGTH", value_parser = height)]
    pub height: Option<u32>,
}

impl AskedLooks {
    /// Is there anything that the spec and the settings are not asked for?
    pub fn is_asked(&self) -> bool {
        let lengths = self.width.is_some() || self.height.is_some();
        lengths || !self.size.is_empty() || !self.theme.is_empty()
    }

    /// Of those of a chart.
    pub fn of(&self, looks: &Looks) -> Vec<Look> {
        let lengths = PictureLengths { width: self.width, height: self.height };
        looks.measured(lengths, &self.size, &self.theme)
    }
}

fn width(text: &str) -> Result<u32, String> {
    length(text, PictureSide::Width)
}

fn height(text: &str) -> Result<u32, String> {
    length(text, PictureSide::Height)
}

fn length(text: &str, side: PictureSide) -> Result<u32, String> {
    side.read(text).map_err(|error| format!("it {error}; write {}", side.advice()))
}

fn told<T>(what: &str, known: Vec<(&'static str, T)>) -> String {
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    format!("The {what}: {}", words.join(", "))
}
