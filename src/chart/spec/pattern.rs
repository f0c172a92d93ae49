//! Patterns of ids: `recorded-crime-*`.

/// Stands for any letters, or none.
pub const ANY: char = '*';

/// Does a pattern fit an id?
pub fn fits(pattern: &str, id: &str) -> bool {
    let Some((first, rest)) = pattern.split_once(ANY) else { return pattern == id };
    let Some(mut left) = id.strip_prefix(first) else { return false };
    let (between, last) = rest.rsplit_once(ANY).unwrap_or(("", rest));
    for part in between.split(ANY) {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_letters_or_none() {
        for (pattern, id, fit) in [
            ("a-*", "a-b", true),
            ("a-*", "a-", true),
            ("a-*", "a", false),
            ("*", "a", true),
            ("**", "a", true),
            ("*-b", "a-b", true),
            ("*-b", "a-b-c", false),
            ("a*a", "a", false),
            ("a*a", "aa", true),
            ("a-*-c", "a-b-c", true),
            ("a-*-c", "a-c", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "acb", false),
            ("a*bc*c", "abc", false),
            ("*b*", "abc", true),
            ("a", "a", true),
            ("a", "ab", false),
        ] {
            assert_eq!(fits(pattern, id), fit, "{pattern} {id}");
        }
    }
}
