//! Names of people and bodies, as BibTeX and BibLaTeX write them.

use super::super::latex::plain;

/// `Bell, Ann and Dunn, Carl` as `Ann Bell`, `Carl Dunn`; a name in braces is kept whole.
pub(super) fn people(author: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for name in parted(author, "and") {
        match (name.trim(), people.last_mut()) {
            ("", _) => {}
            ("others", Some(last)) => *last += " et al.",
            ("others", None) => {}
            (name, _) => people.push(in_full(name)),
        }
    }
    people.retain(|name| !name.is_empty());
    people
}

/// The first author, if it is no person: BibTeX keeps such a name in braces.
pub(super) fn corporate(author: &str) -> String {
    let first = parted(author, "and").first().map_or("", |name| name.trim());
    if is_whole(first) { plain(first) } else { String::new() }
}

/// Is it one group in braces?
fn is_whole(name: &str) -> bool {
    let mut depth = 0i32;
    let closes_first = name.char_indices().position(|(_, letter)| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth == 0
    });
    name.starts_with('{') && closes_first == name.chars().count().checked_sub(1)
}

fn in_full(name: &str) -> String {
    let parts = split(name, ',');
    if !is_whole(name) && parts.iter().any(|part| named_part(part, "family").is_some()) {
        return extended(&parts);
    }
    plain(&match parts[..] {
        [family, given] => format!("{given} {family}"),
        [family, junior, given] => format!("{given} {family} {junior}"),
        _ => name.to_string(),
    })
}

/// `family=Bell, given=Ann, prefix=van`: the extended format of biber.
fn extended(parts: &[&str]) -> String {
    let said = |name| parts.iter().find_map(|part| named_part(part, name)).unwrap_or_default();
    let said = ["given", "prefix", "family", "suffix"].map(said);
    plain(&said.join(" "))
}

fn named_part(part: &str, name: &str) -> Option<String> {
    let (own, value) = part.split_once('=')?;
    (own.trim().trim_matches('"') == name).then(|| value.trim().trim_matches('"').to_string())
}

/// At a word that stands outside of all braces.
fn parted<'t>(text: &'t str, at_word: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0i32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 && letter.is_whitespace() && at >= start => {
                let rest = &text[at + letter.len_utf8()..];
                let word = rest
                    .strip_prefix(at_word)
                    .is_some_and(|after| after.starts_with(char::is_whitespace));
                if word {
                    parts.push(&text[start..at]);
                    start = at + letter.len_utf8() + at_word.len();
                }
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// At a sign that stands outside of all braces.
fn split(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0i32, 0);
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == sign && depth == 0 {
            parts.push(text[start..at].trim());
            start = at + letter.len_utf8();
        }
    }
    parts.push(text[start..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_form() {
        for (written, expected) in [
            ("Bell, Ann and Dunn, Carl", "Ann Bell|Carl Dunn"),
            ("Ann Bell and others", "Ann Bell et al."),
            ("van der Berg, Jan", "Jan van der Berg"),
            ("King, Jr., Martin Luther", "Martin Luther King Jr."),
            ("{Home Office} and {Trade and Industry}", "Home Office|Trade and Industry"),
            ("family=Berg, given=Jan, prefix=van der, useprefix=true", "Jan van der Berg"),
            ("given=Simon, family={de la Tour} and Bell, Ann", "Simon de la Tour|Ann Bell"),
            (r#"M{\"u}ller, J{\o}rn"#, "Jørn Müller"),
            ("{{National Crime Agency}}", "National Crime Agency"),
            ("", ""),
            ("others", ""),
        ] {
            assert_eq!(people(written).join("|"), expected, "{written}");
        }
        assert_eq!(corporate("{Home Office} and Bell, Ann"), "Home Office");
        assert_eq!(corporate("{de} Bell, {Ann}"), "");
        assert_eq!(corporate("Bell, Ann"), "");
    }
}
