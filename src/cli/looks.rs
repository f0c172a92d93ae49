//! The looks that a command is told to draw, in place of those of the spec and the settings.

use clap::Args;
use sourceline::chart::{Size, ThemeName};

use super::one_of::one_of;

#[derive(Args, Clone, Debug, Default)]
pub struct AskedLooks {
    #[arg(long, value_name = "SIZE", value_delimiter = ',', hide_possible_values = true,
        help = told("sizes to draw", Size::words()), value_parser = one_of(Size::words()))]
    pub size: Vec<Size>,
    #[arg(long, value_name = "THEME", value_delimiter = ',', hide_possible_values = true,
        help = told("themes to draw in", ThemeName::words()), value_parser = one_of(ThemeName::words()))]
    pub theme: Vec<ThemeName>,
}

fn told<T>(what: &str, known: Vec<(&'static str, T)>) -> String {
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    format!("The {what}: {}", words.join(", "))
}
