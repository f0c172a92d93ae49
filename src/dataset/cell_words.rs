//! The words of cells and titles, so that one is known in the other.

/// The words of a text in lower case, without the marks around them.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let within =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '/');
    let words = text.split(move |letter: char| !within(letter) && !matches!(letter, '.' | ','));
    let words = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// `boxes` and `box` are one word, as far as a title goes.
pub fn stem(word: &str) -> &str {
    word.trim_end_matches('s').trim_end_matches('e')
}
