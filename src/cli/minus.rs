//! `-5%` and `-£66,000` among the arguments, which are values and no options.

use std::ffi::OsString;

/// A minus that no parser of options looks for.
const MINUS: char = '\u{2212}';

/// The arguments, with that minus before each value that begins with a hyphen; but for plain
/// numbers, which are known for values, and what follows an option.
pub fn kept_apart(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut kept: Vec<OsString> = Vec::new();
    for argument in arguments {
        let follows_option =
            kept.last().and_then(|last| last.to_str()).is_some_and(|last| last.starts_with("--"));
        let value = argument.to_str().and_then(|text| text.strip_prefix('-')).filter(|rest| {
            let first = rest.chars().next();
            let number = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            !number && first.is_some_and(|first| first.is_ascii_digit() || ".£$€¥₹".contains(first))
        });
        match value.filter(|_| !follows_option) {
            Some(value) => kept.push(format!("{MINUS}{value}").into()),
            None => kept.push(argument),
        }
    }
    kept
}

/// The value as it was typed.
pub fn typed(value: &str) -> Result<String, std::convert::Infallible> {
    Ok(match value.strip_prefix(MINUS) {
        Some(rest) => format!("-{rest}"),
        None => value.to_string(),
    })
}
