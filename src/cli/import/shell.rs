//! Words of a command line as a shell takes them, so that what is printed does what it says when it is pasted.

use crate::cli::screen::is_hidden;

/// An option and its value.
pub fn said_as(option: &str, value: &str) -> String {
    shell_line(&dashed(&[option.to_string(), value.to_string()]))
}

/// Options of which no value is said.
pub const FLAGS: [&str; 9] = [
    "--new-series",
    "--years-as-columns",
    "--series-as-columns",
    "--day-first",
    "--month-first",
    "--skip-unread",
    "--skip-totals",
    "--skip-conflicts",
    "--supersede",
];

/// The same words, each value that begins with a dash, such as the column `- of which men`, joined to its option
/// by an equals sign: alone it would be taken for another option.
pub fn dashed(words: &[String]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut is_awaited = false;
    for word in words {
        match joined.last_mut().filter(|_| is_awaited && word.starts_with('-')) {
            Some(option) => *option = format!("{option}={word}"),
            None => joined.push(word.clone()),
        }
        is_awaited = !is_awaited
            && word.starts_with("--")
            && !word.contains('=')
            && !FLAGS.contains(&word.as_str());
    }
    joined
}

/// A word as a shell takes it.
pub fn shell(word: &str) -> String {
    let plain = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '-' | '_' | '.' | '/' | '=' | ':' | ',' | '%' | '+' | '@')
    };
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_string();
    }
    if word.contains(is_hidden) {
        return escaped(word);
    }
    if !word.contains('\'') {
        return format!("'{word}'");
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// The same of one with characters in it that move the cursor, hide or turn words round: they are shown,
/// and what is copied from the screen is what was meant.
fn escaped(word: &str) -> String {
    let letter = |letter: char| match letter {
        '\'' | '\\' => format!("\\{letter}"),
        hidden if is_hidden(hidden) => format!("\\U{:08X}", u32::from(hidden)),
        plain => plain.to_string(),
    };
    format!("$'{}'", word.chars().map(letter).collect::<String>())
}

/// Words as a shell takes them.
pub fn shell_line(words: &[String]) -> String {
    words.iter().map(|word| shell(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_a_shell() {
        assert_eq!(shell("Area=England"), "Area=England");
        assert_eq!(shell("Net £m"), "'Net £m'");
        assert_eq!(shell("it's"), "'it'\\''s'");
        assert_eq!(shell("it's\u{202e}\\"), r"$'it\'s\U0000202E\\'");
    }

    #[test]
    fn what_begins_with_a_dash_is_joined_to_its_option() {
        let words = [
            "--new-series",
            "--title",
            "- Income",
            "--where",
            "-Age=16",
            "--unit",
            "--mark",
            "--per",
            "day",
        ];
        let words: Vec<String> = words.map(str::to_string).into();
        let expected = [
            "--new-series",
            "--title=- Income",
            "--where=-Age=16",
            "--unit=--mark",
            "--per",
            "day",
        ];
        assert_eq!(dashed(&words), expected);
        assert_eq!(dashed(&dashed(&words)), expected);
        assert_eq!(dashed(&words[..1]), &words[..1]);
    }
}
