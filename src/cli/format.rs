//! The files that a chart can become.

use clap::ValueEnum;

/// A new one is a line here, its ending, and its bytes in `kit.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// NAME.svg, the picture
    Svg,
    /// NAME.png, the picture in pixels
    #[cfg(feature = "png")]
    Png,
    /// NAME.pdf, the picture for print, with the data attached
    #[cfg(feature = "pdf")]
    Pdf,
    /// NAME.alt.txt, one sentence for those who do not see the picture
    Alt,
    /// NAME.md, the description, the figures, the notes and the sources
    Md,
    /// NAME.csv, the drawn data
    Csv,
}

impl Format {
    pub fn all() -> Vec<Format> {
        Format::value_variants().to_vec()
    }

    pub fn word(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            #[cfg(feature = "png")]
            Format::Png => "png",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            Format::Alt => "alt",
            Format::Md => "md",
            Format::Csv => "csv",
        }
    }

    /// What a file of this format is called; `stem` is the name of the chart.
    pub fn file(self, stem: &str) -> String {
        match self {
            Format::Alt => format!("{stem}.alt.txt"),
            other => format!("{stem}.{}", other.word()),
        }
    }

    /// Is it the picture, of which a chart has one for each look? The rest is the same for all.
    pub fn is_picture(self) -> bool {
        !matches!(self, Format::Alt | Format::Md | Format::Csv)
    }

    /// Takes long enough for a person to notice.
    pub fn is_heavy(self) -> bool {
        !matches!(self, Format::Svg | Format::Alt | Format::Md | Format::Csv)
    }
}
