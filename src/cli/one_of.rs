//! An argument that is one of several known words.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What each word stands for, in the order in which the help tells them.
pub fn one_of<T: Clone + Send + Sync + 'static>(
    known: impl IntoIterator<Item = (&'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    let known: Vec<(&'static str, T)> = known.into_iter().collect();
    let words: Vec<&'static str> = known.iter().map(|(word, _)| *word).collect();
    PossibleValuesParser::new(words).map(move |typed| {
        let found = known.iter().find(|(word, _)| *word == typed);
        found.expect("only known words get here").1.clone()
    })
}
