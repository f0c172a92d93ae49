//! An argument that is one of several known words.

use std::ffi::OsStr;

use clap::Command;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::Error;

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

/// The same, where a word has others that mean it; which was typed is handed over.
pub fn one_of_or_also<T: Clone + Send + Sync + 'static>(
    known: Vec<(&'static str, &'static [&'static str], T)>,
) -> impl TypedValueParser<Value = (String, T)> {
    let value = |(word, also, _): &(&'static str, &'static [&'static str], T)| {
        PossibleValue::new(*word).aliases(also.iter())
    };
    let values: Vec<PossibleValue> = known.iter().map(value).collect();
    PossibleValuesParser::new(values).map(move |typed| {
        let found = known.iter().find(|(word, also, _)| *word == typed || also.contains(&&*typed));
        let one = found.expect("only known words get here").2.clone();
        (typed, one)
    })
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

/// Any word, so that a wrong one can be answered with what was likely meant; the help and a shell
/// know the list.
#[derive(Clone)]
pub struct AnyWord(pub fn() -> Vec<PossibleValue>);

impl TypedValueParser for AnyWord {
    type Value = String;

    fn parse_ref(
        &self,
        _: &Command,
        _: Option<&clap::Arg>,
        typed: &OsStr,
    ) -> Result<String, Error> {
        Ok(typed.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter()))
    }
}
