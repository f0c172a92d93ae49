//! The looks that a command is told to draw, in place of those of the spec and the settings.

use clap::Args;
use sourceline::chart::{Size, ThemeName};

use super::one_of::one_of;

#[derive(Args, Clone, Debug, Default)]
pub struct AskedLooks {
    /// The sizes to draw: report, narrow, slide
    #[arg(long, value_name = "SIZE", value_delimiter = ',', hide_possible_values = true,
        value_parser = one_of(Size::ALL.map(|size| (size.word(), size))))]
    pub size: Vec<Size>,
    /// The themes to draw in: light, dark, print
    #[arg(long, value_name = "THEME", value_delimiter = ',', hide_possible_values = true,
        value_parser = one_of(ThemeName::ALL.map(|theme| (theme.word(), theme))))]
    pub theme: Vec<ThemeName>,
}
