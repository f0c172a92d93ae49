//! What is said beside a number of how final it is: `1,003 [r]`, `300 (provisional)`.

use super::text::plain;
use crate::figure::Status;

/// Words for a letter of the status.
const STATUS_WORDS: &[(&str, char)] = &[
    ("provisional", 'p'),
    ("preliminary", 'p'),
    ("prov", 'p'),
    ("revised", 'r'),
    ("rev", 'r'),
    ("forecast", 'f'),
    ("projected", 'f'),
    ("expected", 'f'),
    ("projection", 'f'),
    ("estimated", 'e'),
    ("estimate", 'e'),
    ("est", 'e'),
    ("target", 't'),
    ("break in series", 'b'),
    ("break in the series", 'b'),
    ("series break", 'b'),
    ("break", 'b'),
    ("low reliability", 'u'),
    ("unreliable", 'u'),
    ("confidential", 'c'),
    ("suppressed", 'c'),
    ("not available", 'x'),
    ("not applicable", 'z'),
];

/// Words that stand beside a number without brackets.
const BARE: [&str; 6] =
    ["provisional", "preliminary", "revised", "forecast", "projected", "expected"];

/// A text without the marks and words of a status at its ends, and that status. Letters count in
/// square brackets, `(p)` and `(r)` in round ones too; why there is no number only where there is
/// none. `(estimated)` stays: it also says how sure a round number is.
///
/// ```
/// use sourceline::reading::with_status;
///
/// let (number, status) = with_status("1,003 [r]");
/// assert_eq!((number.as_str(), status.to_string()), ("1,003", "r".to_string()));
/// ```
pub fn with_status(text: &str) -> (String, Status) {
    let mut letters = String::new();
    let mut rest = text.trim().to_string();
    let mut estimated = false;
    while let Some((outer, found, word)) = last(&rest).or_else(|| first(&rest)) {
        let absent = found.chars().any(|letter| "cxz".contains(letter));
        let with = format!("{letters}{found}");
        if Status::parse(&with).is_err() || absent && !outer.is_empty() {
            break;
        }
        estimated |= word && found == "e";
        (rest, letters) = (outer, with);
    }
    let status = Status::parse(&letters).unwrap_or_default();
    let rest = if estimated { format!("{rest} (estimated)") } else { rest };
    (rest, status)
}

/// A status as a person types it: its letters, `pr`, or words for them, `provisional, revised`. What
/// is neither, or says a letter twice, is the error.
pub fn typed_status(text: &str) -> Result<Status, String> {
    let plain = plain(text);
    if let Ok(status) = Status::parse(&plain) {
        return Ok(status);
    }
    let mut letters = String::new();
    for part in plain.split([',', ';', '/', '+']).flat_map(|part| part.split(" and ")) {
        let part = part.trim();
        let words = match letter(part) {
            Some(_) => vec![part],
            None => part.split_whitespace().collect(),
        };
        for word in words {
            let more = letter(word).map_or(word.to_string(), String::from);
            letters += &more;
            Status::parse(&letters).map_err(|_| word.to_string())?;
        }
    }
    Status::parse(&letters).map_err(String::from)
}

/// What is left, the letters, and whether a word said them.
type Stripped = (String, String, bool);

fn last(text: &str) -> Option<Stripped> {
    if let Some(open) = text.strip_suffix(']').and_then(|_| text.rfind('[')) {
        return inside(&text[open + 1..text.len() - 1], true, &text[..open]);
    }
    if let Some(open) = text.strip_suffix(')').and_then(|_| text.rfind('(')) {
        return inside(&text[open + 1..text.len() - 1], false, &text[..open]);
    }
    let (before, word) = text.rsplit_once([' ', ','])?;
    bare(word, before)
}

fn first(text: &str) -> Option<Stripped> {
    if let Some((inner, rest)) = text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return inside(inner, true, rest);
    }
    if let Some((inner, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        return inside(inner, false, rest);
    }
    let (word, rest) = text.split_once(' ')?;
    if word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") {
        let (word, rest) = rest.split_once(' ')?;
        return bare(word, rest);
    }
    bare(word, rest)
}

fn bare(word: &str, rest: &str) -> Option<Stripped> {
    let word = word.to_lowercase();
    let word = BARE.contains(&word.as_str()).then_some(word)?;
    Some((outside(rest), letter(&word)?.to_string(), true))
}

fn inside(inner: &str, square: bool, rest: &str) -> Option<Stripped> {
    let plain = plain(inner);
    let mut letters = String::new();
    let mut worded = false;
    for part in plain.split([',', ';', '/']).flat_map(|part| part.split(" and ")) {
        let part = part.trim().trim_end_matches('.');
        match letter(part) {
            Some(letter) => {
                worded = true;
                letters.push(letter);
            }
            None if square || ["p", "r"].contains(&part) => letters.push_str(part),
            None => return None,
        }
    }
    let known = !letters.is_empty() && Status::parse(&letters).is_ok();
    known.then(|| (outside(rest), letters, worded))
}

fn letter(word: &str) -> Option<char> {
    STATUS_WORDS.iter().find(|(known, _)| *known == word).map(|(_, letter)| *letter)
}

fn outside(rest: &str) -> String {
    rest.trim().trim_end_matches([',', ';', ':']).trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_typed_in_letters_or_in_words() {
        for (typed, letters) in [
            ("", ""),
            ("pr", "pr"),
            ("P", "p"),
            ("target", "t"),
            ("Provisional", "p"),
            ("provisional, revised", "pr"),
            ("provisional and revised", "pr"),
            ("estimate break", "be"),
            ("p, r", "pr"),
            ("low reliability", "u"),
            ("break in the series", "b"),
            ("not available", "x"),
        ] {
            assert_eq!(
                typed_status(typed).map(|status| status.to_string()).as_deref(),
                Ok(letters),
                "{typed}"
            );
        }
        for (letter, word) in Status::all() {
            assert_eq!(typed_status(word).map(|status| status.to_string()), Ok(letter.to_string()));
        }
        for (typed, fault) in
            [("q", "q"), ("revised r", "r"), ("final", "final"), ("p, odd", "odd")]
        {
            assert_eq!(typed_status(typed), Err(fault.to_string()));
        }
    }

    #[test]
    fn a_status_beside_a_number_is_taken_off_it() {
        for (text, number, letters) in [
            ("1003 [r]", "1003", "r"),
            ("1,003[r]", "1,003", "r"),
            ("300 (provisional)", "300", "p"),
            ("300 (Provisional and revised)", "300", "pr"),
            ("[e] 300", "300", "e"),
            ("300 [e][r]", "300", "er"),
            ("300 [e, r]", "300", "er"),
            ("300 [pr]", "300", "pr"),
            ("300 (p)", "300", "p"),
            ("provisional 300", "300", "p"),
            ("a provisional 300", "300", "p"),
            ("300, revised", "300", "r"),
            ("80,000 (estimated)", "80,000 (estimated)", "e"),
            ("80,000 (est.)", "80,000 (estimated)", "e"),
            ("[x]", "", "x"),
            ("(suppressed)", "", "c"),
            ("300 [x]", "300 [x]", ""),
            ("300 (e)", "300 (e)", ""),
            ("300 (2)", "300 (2)", ""),
            ("300 [note 2]", "300 [note 2]", ""),
            ("300 [rr]", "300 [rr]", ""),
            ("600 (500 to 700)", "600 (500 to 700)", ""),
            ("600 (500 to 700) [p]", "600 (500 to 700)", "p"),
            ("about 20 million", "about 20 million", ""),
            ("", "", ""),
            ("[", "[", ""),
            ("]", "]", ""),
        ] {
            let (rest, status) = with_status(text);
            assert_eq!((rest.as_str(), status.to_string().as_str()), (number, letters), "{text}");
        }
    }
}
