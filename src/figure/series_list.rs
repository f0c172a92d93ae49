//! Ids of series in one cell, with blanks, commas or semicolons between them, of which no id has any.

fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | ';')
}

/// The ids of a cell, in order; `*` is one of them where it stands there.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_between).filter(|id| !id.is_empty())
}

/// The same list with another id in the place of one; what stands between them stays.
pub fn relisted(text: &str, old: &str, new: &str) -> String {
    let parts = text.split_inclusive(is_between).map(|part| {
        let id = part.trim_end_matches(is_between);
        match id == old {
            true => format!("{new}{}", &part[id.len()..]),
            false => part.to_string(),
        }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_what_stands_between_its_ids() {
        assert_eq!(listed("a, b;c  d").collect::<Vec<_>>(), ["a", "b", "c", "d"]);
        assert_eq!(relisted("a, a-b;a", "a", "c"), "c, a-b;c");
        assert_eq!(listed(" ").next(), None);
    }
}
