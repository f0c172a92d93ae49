//! An argument that is one of several known words.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// What each word stands for, in the order in which the help tells them.
pub fn one_of<T: Clone + Send + Sync + 'static>(
    known: impl IntoIterator<Item = (&'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    with_help(known.into_iter().map(|(word, one)| (word, None, one)).collect())
}

/// The same, where help says of each what it is.
pub fn one_of_told<T: Clone + Send + Sync + 'static>(
    known: impl IntoIterator<Item = (&'static str, &'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    with_help(known.into_iter().map(|(word, what, one)| (word, Some(what), one)).collect())
}

fn with_help<T: Clone + Send + Sync + 'static>(
    known: Vec<(&'static str, Option<&'static str>, T)>,
) -> impl TypedValueParser<Value = T> {
    let value = |(word, what, _): &(&'static str, Option<&'static str>, T)| {
        let value = PossibleValue::new(*word);
        if let Some(what) = *what { value.help(what) } else { value }
    };
    let values: Vec<PossibleValue> = known.iter().map(value).collect();
    PossibleValuesParser::new(values).map(move |typed| {
        let found = known.iter().find(|(word, ..)| *word == typed);
        found.expect("only known words get here").2.clone()
    })
}
