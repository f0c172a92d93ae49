//! The little LaTeX that a BibTeX file has in its texts, as plain characters.

use unicode_normalization::char::compose;

use crate::dataset::encoding::breaks_line;

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

/// The text of a field that is no prose, an address or a date: `~` stands for itself.
pub fn verbatim(field: &str) -> String {
    unescaped(field).replace(['{', '}'], "").trim().to_string()
}

/// The same with its braces.
pub fn unescaped(field: &str) -> String {
    const WRITTEN: [(&str, &str); 12] = [
        ("\\textasciitilde{}", "~"),
        ("\\textasciitilde", "~"),
        ("$\\sim$", "~"),
        ("\\~{}", "~"),
        ("{\\_}", "_"),
        ("\\~", "~"),
        ("\\_", "_"),
        ("\\%", "%"),
        ("\\&", "&"),
        ("\\#", "#"),
        ("\\$", "$"),
        ("\\url", ""),
    ];
    WRITTEN.iter().fold(field.to_string(), |text, (from, to)| text.replace(from, to))
}

/// A text as the value of a field.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\\' => out += "\\textbackslash{}",
            '{' => out += "\\textbraceleft{}",
            '}' => out += "\\textbraceright{}",
            '~' => out += "\\textasciitilde{}",
            '^' => out += "\\textasciicircum{}",
            '%' | '&' | '#' | '_' | '$' => out.extend(['\\', letter]),
            // Two of them would be another character.
            '-' | '`' | '\'' if before == letter => {
                out += "{}";
                out.push(letter);
            }
            other => out.push(if breaks_line(other) { ' ' } else { other }),
        }
        before = letter;
    }
    out
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
    match compose(letter, mark) {
        Some(composed) => out.push(composed),
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
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textasciicircum", "^"),
    ("textquotedbl", "\""),
    ("textless", "<"),
    ("textgreater", ">"),
    ("textbar", "|"),
    ("S", "§"),
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

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn commands_become_characters() {
        for (latex, expected) in [
            (r"Rise of 700\% in {{NCA}} referrals", "Rise of 700% in NCA referrals"),
            (r"Jos\'{e} \'{A}lvarez and {\v{S}}t\v{e}p\'an", "José Álvarez and Štěpán"),
            (r"p\^{w}er, \'w and \v{\i}", "pŵer, ẃ and ǐ"),
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
