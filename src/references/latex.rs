//! The little LaTeX that a BibTeX file has in its texts, as plain characters.

/// The text without braces and commands.
pub fn plain(latex: &str) -> String {
    let mut out = String::new();
    let mut rest = latex;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match next {
            '{' | '}' | '$' => {}
            '~' => out.push('\u{a0}'),
            '\\' => rest = command(rest, &mut out),
            '-' if rest.starts_with("--") => rest = instead(rest, 2, '—', &mut out),
            '-' if rest.starts_with('-') => rest = instead(rest, 1, '–', &mut out),
            '`' if rest.starts_with('`') => rest = instead(rest, 1, '“', &mut out),
            '\'' if rest.starts_with('\'') => rest = instead(rest, 1, '”', &mut out),
            other => out.push(other),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn instead<'t>(rest: &'t str, bytes: usize, character: char, out: &mut String) -> &'t str {
    out.push(character);
    &rest[bytes..]
}

/// What follows a backslash: an accent, the name of a character, or a sign that stands for itself.
fn command<'t>(rest: &'t str, out: &mut String) -> &'t str {
    let Some(first) = rest.chars().next() else { return rest };
    let after = &rest[first.len_utf8()..];
    if !first.is_ascii_alphabetic() {
        return match combining(first) {
            Some(mark) => accented(after, mark, out),
            None => {
                out.push(first);
                after
            }
        };
    }
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, after) = rest.split_at(length);
    if length == 1
        && let Some(mark) = combining(first)
    {
        return accented(after.trim_start(), mark, out);
    }
    if let Some((_, character)) = NAMED.iter().find(|(known, _)| *known == name) {
        out.push_str(character);
    }
    after.strip_prefix(' ').unwrap_or(after)
}

/// `\'e`, `\'{e}` and `\v{\i}`: the letter with its mark, composed where there is one character.
fn accented<'t>(rest: &'t str, mark: char, out: &mut String) -> &'t str {
    let inside = rest.strip_prefix('{').unwrap_or(rest);
    let inside = inside.strip_prefix('\\').unwrap_or(inside);
    let Some(letter) = inside.chars().next() else { return rest };
    let after = &inside[letter.len_utf8()..];
    match COMPOSED.iter().find(|(base, with, _)| *base == letter && *with == mark) {
        Some((_, _, composed)) => out.push(*composed),
        None => out.extend([letter, mark]),
    }
    if rest.starts_with('{') { after.strip_prefix('}').unwrap_or(after) } else { after }
}

fn combining(command: char) -> Option<char> {
    Some(match command {
        '\'' => '\u{301}',
        '`' => '\u{300}',
        '^' => '\u{302}',
        '"' => '\u{308}',
        '~' => '\u{303}',
        '=' => '\u{304}',
        '.' => '\u{307}',
        'c' => '\u{327}',
        'v' => '\u{30c}',
        'r' => '\u{30a}',
        'H' => '\u{30b}',
        'u' => '\u{306}',
        'k' => '\u{328}',
        _ => return None,
    })
}

const NAMED: &[(&str, &str)] = &[
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteleft", "‘"),
    ("textquoteright", "’"),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("textquotesingle", "'"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textellipsis", "…"),
    ("pounds", "£"),
    ("textsterling", "£"),
    ("texteuro", "€"),
    ("euro", "€"),
    ("textdollar", "$"),
    ("textasciitilde", "~"),
    ("textbackslash", "\\"),
    ("textunderscore", "_"),
    ("textregistered", "®"),
    ("texttrademark", "™"),
    ("textdegree", "°"),
    ("ss", "ß"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("i", "ı"),
    ("j", "ȷ"),
];

const COMPOSED: &[(char, char, char)] = &[
    ('a', '\u{301}', 'á'),
    ('e', '\u{301}', 'é'),
    ('i', '\u{301}', 'í'),
    ('o', '\u{301}', 'ó'),
    ('u', '\u{301}', 'ú'),
    ('y', '\u{301}', 'ý'),
    ('c', '\u{301}', 'ć'),
    ('n', '\u{301}', 'ń'),
    ('s', '\u{301}', 'ś'),
    ('z', '\u{301}', 'ź'),
    ('A', '\u{301}', 'Á'),
    ('E', '\u{301}', 'É'),
    ('I', '\u{301}', 'Í'),
    ('O', '\u{301}', 'Ó'),
    ('U', '\u{301}', 'Ú'),
    ('a', '\u{300}', 'à'),
    ('e', '\u{300}', 'è'),
    ('i', '\u{300}', 'ì'),
    ('o', '\u{300}', 'ò'),
    ('u', '\u{300}', 'ù'),
    ('E', '\u{300}', 'È'),
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('i', '\u{302}', 'î'),
    ('o', '\u{302}', 'ô'),
    ('u', '\u{302}', 'û'),
    ('w', '\u{302}', 'ŵ'),
    ('y', '\u{302}', 'ŷ'),
    ('a', '\u{308}', 'ä'),
    ('e', '\u{308}', 'ë'),
    ('i', '\u{308}', 'ï'),
    ('o', '\u{308}', 'ö'),
    ('u', '\u{308}', 'ü'),
    ('A', '\u{308}', 'Ä'),
    ('O', '\u{308}', 'Ö'),
    ('U', '\u{308}', 'Ü'),
    ('a', '\u{303}', 'ã'),
    ('n', '\u{303}', 'ñ'),
    ('o', '\u{303}', 'õ'),
    ('N', '\u{303}', 'Ñ'),
    ('c', '\u{327}', 'ç'),
    ('C', '\u{327}', 'Ç'),
    ('s', '\u{327}', 'ş'),
    ('c', '\u{30c}', 'č'),
    ('s', '\u{30c}', 'š'),
    ('z', '\u{30c}', 'ž'),
    ('r', '\u{30c}', 'ř'),
    ('e', '\u{30c}', 'ě'),
    ('C', '\u{30c}', 'Č'),
    ('S', '\u{30c}', 'Š'),
    ('Z', '\u{30c}', 'Ž'),
    ('a', '\u{30a}', 'å'),
    ('u', '\u{30a}', 'ů'),
    ('o', '\u{30b}', 'ő'),
    ('u', '\u{30b}', 'ű'),
    ('g', '\u{306}', 'ğ'),
    ('a', '\u{306}', 'ă'),
    ('a', '\u{328}', 'ą'),
    ('e', '\u{328}', 'ę'),
    ('a', '\u{304}', 'ā'),
    ('e', '\u{304}', 'ē'),
    ('o', '\u{304}', 'ō'),
    ('z', '\u{307}', 'ż'),
];

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn commands_become_characters() {
        for (latex, expected) in [
            (r"Rise of 700\% in {{NCA}} referrals", "Rise of 700% in NCA referrals"),
            (r"Jos\'{e} \'{A}lvarez and {\v{S}}t\v{e}p\'an", "José Álvarez and Štěpán"),
            (r#"M{\"u}ller \& S{\o}n"#, "Müller & Søn"),
            (r"2012{\textendash}2017, 1--2 --- ``said''", "2012–2017, 1–2 — “said”"),
            ("a\n   b \\_ c", "a b _ c"),
            (r"\emph{Police} chief", "Police chief"),
            (r"end \", "end"),
        ] {
            assert_eq!(plain(latex), expected, "{latex}");
        }
    }
}
