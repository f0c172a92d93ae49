//! An argument that is a format of a chart's files.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sourceline::output::format::{self, Format};

/// By the words of the formats, each with what it is.
pub fn parser() -> impl TypedValueParser<Value = &'static Format> {
    let help = |format: &&Format| {
        PossibleValue::new(format.word).help(format!("NAME.{}, {}", format.ending, format.what))
    };
    PossibleValuesParser::new(format::ALL.iter().map(help))
        .map(|word| format::named(&word).expect("only known words get here"))
}
