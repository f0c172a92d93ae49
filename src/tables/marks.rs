//! What publishers write beside a number to say what is special about it: letters of SDMX and
//! Eurostat, symbols of British statistics in square brackets, and what stands for no number.

use crate::figure::Status;

/// What one mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// As it is written.
    pub code: &'static str,
    /// Our letter for it, if there is one.
    pub letter: Option<char>,
    /// What it says in words.
    pub words: &'static str,
}

const fn mark(code: &'static str, letter: Option<char>, words: &'static str) -> Mark {
    Mark { code, letter, words }
}

/// The one table of marks. Small letters are those of Eurostat and of the UK Analysis Function,
/// capitals those of SDMX (CL_OBS_STATUS); a mark that is written in the other case only is found
/// as well.
pub const MARKS: &[Mark] = &[
    mark("A", None, "a normal value"),
    mark("b", Some('b'), "a break in the series"),
    mark("c", Some('c'), "confidential"),
    mark("d", None, "the definition differs"),
    mark("e", Some('e'), "an estimate"),
    mark("f", Some('f'), "a forecast"),
    mark("G", None, "experimental"),
    mark("H", Some('x'), "not available: a holiday or weekend"),
    mark("i", None, "see the publisher's notes"),
    mark("I", Some('e'), "imputed by the publisher"),
    mark("J", None, "a derogation"),
    mark("K", None, "includes data of another category"),
    mark("L", Some('x'), "not available: not collected"),
    mark("low", None, "a low figure that rounds to nothing"),
    mark("M", Some('z'), "cannot exist"),
    mark("n", None, "not significant"),
    mark("ns", None, "not statistically significant"),
    mark("O", Some('x'), "missing"),
    mark("p", Some('p'), "provisional"),
    mark("Q", Some('c'), "suppressed"),
    mark("r", Some('r'), "revised"),
    mark("s", Some('e'), "an estimate by Eurostat"),
    mark("S", None, "a strike or another special event"),
    mark("u", Some('u'), "low reliability"),
    mark("V", None, "not validated"),
    mark("W", None, "includes data of another category"),
    mark("x", Some('x'), "not available"),
    mark("z", Some('z'), "not applicable"),
];

/// Words that columns of marks write out.
const WORDS: &[(&str, &str)] = &[
    ("normal", "A"),
    ("normal value", "A"),
    ("final", "A"),
    ("actual", "A"),
    ("break", "b"),
    ("break in series", "b"),
    ("break in time series", "b"),
    ("time series break", "b"),
    ("confidential", "c"),
    ("definition differs", "d"),
    ("estimate", "e"),
    ("estimated", "e"),
    ("estimated value", "e"),
    ("forecast", "f"),
    ("forecast value", "f"),
    ("projection", "f"),
    ("imputed", "I"),
    ("missing", "O"),
    ("missing value", "O"),
    ("provisional", "p"),
    ("provisional value", "p"),
    ("prov", "p"),
    ("preliminary", "p"),
    ("vorläufig", "p"),
    ("vorläufiger wert", "p"),
    ("vorläufiges ergebnis", "p"),
    ("provisoire", "p"),
    ("donnée provisoire", "p"),
    ("provvisorio", "p"),
    ("dato provvisorio", "p"),
    ("voorlopig", "p"),
    ("voorlopig cijfer", "p"),
    ("dato provisional", "p"),
    ("suppressed", "Q"),
    ("revised", "r"),
    ("restated", "r"),
    ("re-stated", "r"),
    ("low reliability", "u"),
    ("unreliable", "u"),
    ("not available", "x"),
    ("nd", "x"),
    ("not applicable", "z"),
    ("not significant", "n"),
];

impl Mark {
    /// The mark of a code or a word for one; brackets around it do not matter.
    pub fn find(text: &str) -> Option<&'static Mark> {
        let text = text.trim().trim_matches(['[', ']', '(', ')']).trim();
        let exact = MARKS.iter().find(|mark| mark.code == text);
        // `a` is the first footnote, and no `A`.
        let loose = || {
            let mut same = MARKS.iter().filter(|mark| mark.code.eq_ignore_ascii_case(text));
            same.find(|mark| mark.code != "A")
        };
        let worded = || {
            let (_, code) = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text))?;
            MARKS.iter().find(|mark| mark.code == *code)
        };
        exact.or_else(loose).or_else(worded)
    }
}

/// What the marks of a cell come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Our letters.
    pub letters: String,
    /// What has no letter of ours, in words.
    pub words: Vec<String>,
}

/// What is said of a mark: what it means, unless the source says it in words itself.
fn told(text: &str, code: &str, words: &str) -> String {
    let text = text.trim().trim_matches(['[', ']', '(', ')']).trim();
    match text.eq_ignore_ascii_case(code) {
        true => format!("Marked {code} in the source: {words}."),
        false => format!("Marked {text} in the source."),
    }
}

impl Marked {
    /// Adds a mark, known or not.
    fn add(&mut self, text: &str) {
        match Mark::find(text) {
            Some(Mark { code: "A", .. }) => {}
            Some(Mark { letter: Some(letter), code, words }) => {
                if !self.letters.contains(*letter) {
                    self.letters.push(*letter);
                }
                if !code.starts_with(*letter) {
                    self.words.push(told(text, code, words));
                }
            }
            Some(Mark { letter: None, code, words }) => self.words.push(told(text, code, words)),
            None => self.words.push(format!("Marked {} in the source.", text.trim())),
        }
    }

    /// The marks of a cell of a column of marks: `A`, `p`, `bep`, `[r] [p]`, `b, e`, `provisional`.
    pub fn of_column(cell: &str) -> Marked {
        let mut marked = Marked::default();
        let cell = cell.trim();
        if cell.is_empty() {
            return marked;
        }
        if Mark::find(cell).is_some() {
            marked.add(cell);
            return marked;
        }
        let parts: Vec<&str> = cell
            .split([' ', ',', ';', '/', '[', ']', '|'])
            .filter(|part| !part.trim().is_empty())
            .collect();
        if parts.iter().all(|part| Mark::find(part).is_some()) {
            parts.iter().for_each(|part| marked.add(part));
        } else if letters_of(cell).is_some() {
            cell.char_indices().for_each(|(at, letter)| {
                marked.add(&cell[at..at + letter.len_utf8()]);
            });
        } else {
            marked.add(cell);
        }
        marked
    }

    /// A letter glued to a number or a year: of a footnote more often than of a status, but for
    /// what is provisional or revised.
    pub fn of_footnote(letter: &str) -> Marked {
        match letter {
            "p" | "r" => Marked::of_column(letter),
            _ => Marked {
                letters: String::new(),
                words: vec![format!("Marked {letter} in the source.")],
            },
        }
    }

    /// The grades of Statistics Canada, where `E` is no estimate and `F` no forecast.
    pub fn of_statistics_canada(cell: &str) -> Marked {
        let (letter, words) = match cell.trim() {
            "A" => ("", "its quality is excellent"),
            "B" => ("", "its quality is very good"),
            "C" => ("", "its quality is good"),
            "D" => ("", "its quality is acceptable"),
            "E" => ("u", "use with caution"),
            "F" => ("x", "too unreliable to be published"),
            "0s" => ("", "it rounds to nothing and is none"),
            "x" => ("c", ""),
            "..." => ("z", ""),
            "." | ".." => ("x", ""),
            other => return Marked::of_column(other),
        };
        let mut marked = Marked { letters: letter.to_string(), words: Vec::new() };
        if !words.is_empty() {
            marked.words.push(format!("Marked {} in the source: {words}.", cell.trim()));
        }
        marked
    }

    /// Do the letters say that there is no number?
    pub fn is_absent(&self) -> bool {
        Status::parse(&self.letters).is_ok_and(|status| status.absence().is_some())
    }

    /// Of a number that is not there, for which no letter says why: its marks become words.
    pub fn in_place_of_a_number(mut self) -> Marked {
        let letters = std::mem::replace(&mut self.letters, "x".to_string());
        self.tell(letters.chars());
        self
    }

    /// Of a number that is there all the same: what says that there is none becomes words.
    pub fn without_absence(&mut self) {
        let absent: Vec<char> = self.letters.chars().filter(|c| "cxz".contains(*c)).collect();
        self.letters.retain(|letter| !absent.contains(&letter));
        self.tell(absent.into_iter());
    }

    /// Of a number that is not there, with the letter that says why: what others say of numbers
    /// becomes words.
    pub fn with_absence_alone(&mut self) {
        let absent = self.letters.chars().find(|letter| "cxz".contains(*letter));
        let letters =
            std::mem::replace(&mut self.letters, absent.map_or(String::new(), String::from));
        self.tell(letters.chars().filter(|letter| Some(*letter) != absent));
    }

    fn tell(&mut self, letters: impl Iterator<Item = char>) {
        // `Missing value` is told in the words of the source, and is no `x` there.
        let is_told = |letter: &char| {
            self.words.iter().any(|words| {
                let quoted =
                    words.strip_prefix("Marked ").and_then(|w| w.split_once(" in the source"));
                let mark = quoted.and_then(|(text, _)| Mark::find(text));
                mark.is_some_and(|mark| mark.letter == Some(*letter))
            })
        };
        let untold: Vec<char> = letters.filter(|letter| !is_told(letter)).collect();
        for letter in untold {
            let meaning = Status::all().into_iter().find(|(own, _)| *own == letter);
            let meaning = meaning.map_or("", |(_, meaning)| meaning);
            self.words.push(format!("Marked {letter} in the source: {meaning}."));
        }
    }

    /// Is there nothing to say?
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty() && self.words.is_empty()
    }

    /// Both together.
    pub fn and(mut self, more: Marked) -> Marked {
        for letter in more.letters.chars() {
            if !self.letters.contains(letter) {
                self.letters.push(letter);
            }
        }
        for words in more.words {
            if !self.words.contains(&words) {
                self.words.push(words);
            }
        }
        self
    }
}

/// `2` of `²`, `b` of `ᵇ`.
pub(super) fn plain_of_raised(c: char) -> Option<char> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱᵖʳˢ";
    const PLAIN: &str = "0123456789abcdefghiprs";
    RAISED.chars().position(|own| own == c).and_then(|at| PLAIN.chars().nth(at))
}

/// `bep`: several small letters of Eurostat in a row.
fn letters_of(text: &str) -> Option<&str> {
    // `12.5 m` and `12.5 k` have scales: only what is written so is a mark.
    let each = |letter: char| {
        letter.is_ascii_lowercase() && MARKS.iter().any(|mark| mark.code.chars().eq([letter]))
    };
    (!text.is_empty() && text.len() <= 4 && text.chars().all(each)).then_some(text)
}

/// Parts a cell of numbers into the number and the marks that are glued to it: `1003 [r]`,
/// `12.3 p`, `: c`, `1,234[2]`, `45*`. A cell without marks is left whole.
pub fn part(cell: &str) -> (&str, Marked) {
    let mut marked = Marked::default();
    let mut rest = cell.trim();
    let mut parts: Vec<&str> = Vec::new();
    loop {
        if let Some(before) = rest.strip_suffix([']', ')'])
            && let Some(open) = before.rfind(if rest.ends_with(']') { '[' } else { '(' })
            && is_bracketed_mark(&before[open + 1..], rest.ends_with(']'))
        {
            parts.push(before[open + 1..].trim());
            rest = before[..open].trim_end();
            continue;
        }
        let signs = ['*', '†', '‡', '§', '#'];
        if let Some(before) = rest.strip_suffix(signs)
            && before
                .trim_end()
                .ends_with(|last: char| last.is_alphanumeric() || signs.contains(&last))
        {
            parts.push(&rest[before.len()..]);
            rest = before.trim_end();
            continue;
        }
        let raised = |c: char| plain_of_raised(c).is_some() || matches!(c, '⁽' | '⁾');
        let before = rest.trim_end_matches(raised);
        let number = before.trim_end();
        let marks_number = number.ends_with(|last: char| last.is_ascii_digit() || raised(last));
        if before.len() < rest.len() && marks_number {
            parts.push(&rest[before.len()..]);
            rest = number;
            continue;
        }
        // `7344R`, `7,501P`: revised and provisional as some offices write them.
        if let Some(before) = rest.strip_suffix(['P', 'R'])
            && before.ends_with(|last: char| last.is_ascii_digit())
            && before.len() > 2
            && before.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        {
            parts.push(&rest[before.len()..]);
            rest = before;
            continue;
        }
        if let Some((before, letters)) = rest.rsplit_once(' ')
            && letters_of(letters).is_some()
            && before.trim_end().ends_with(|last: char| last.is_ascii_digit() || last == ':')
        {
            parts.push(letters);
            rest = before.trim_end();
            continue;
        }
        break;
    }
    for text in parts.iter().rev() {
        marked = marked.and(Marked::of_column(text));
    }
    (rest, marked)
}

/// `r`, `low`, `note 3`, `2`, `a`, but neither a number with a sign nor an interval.
fn is_bracketed_mark(text: &str, square: bool) -> bool {
    let text = text.trim();
    if Mark::find(text).is_some() {
        return true;
    }
    let short = text.len() <= 12 && !text.is_empty();
    let footnote = text.chars().all(|c| c.is_ascii_digit()) && text.len() <= 3;
    let letter = text.len() == 1 && text.chars().all(|c| c.is_ascii_alphabetic());
    if letter && !square && text.chars().all(|c| c.is_ascii_lowercase()) {
        return true;
    }
    let several = text.split([',', ' ']).filter(|part| !part.is_empty());
    let named = text.to_ascii_lowercase().starts_with("note");
    square
        && short
        && (footnote || letter || named || several.clone().all(|p| Mark::find(p).is_some()))
}

/// Does a cell stand for no number: `:`, `.`, `..`, `n/a`, `NaN`?
pub fn is_blank(cell: &str) -> bool {
    matches!(cell, "" | "." | "!" | "*" | "**" | "—") || crate::reading::no_number(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(cell: &str) -> (String, String, String) {
        let (rest, marked) = part(cell);
        (rest.to_string(), marked.letters, marked.words.join(" "))
    }

    #[test]
    fn marks_glued_to_a_number_are_taken_off() {
        for (cell, rest, letters) in [
            ("1003 [r]", "1003", "r"),
            ("1003[r][p]", "1003", "rp"),
            ("1,003 (p)", "1,003", "p"),
            ("12.3 p", "12.3", "p"),
            ("12.3 bep", "12.3", "bep"),
            (": c", ":", "c"),
            ("843 ¹", "843", ""),
            ("[c]", "", "c"),
            ("[x]", "", "x"),
            ("[r, p] ", "", "rp"),
            ("12.5 m", "12.5 m", ""),
            ("600 (500 to 700)", "600 (500 to 700)", ""),
            ("(5)", "(5)", ""),
            ("about 20 million", "about 20 million", ""),
            ("1,234 (a)", "1,234", ""),
            ("13 ³ ⁴", "13", ""),
            ("14ᵇ", "14", ""),
            ("7344R", "7344", "r"),
            ("7,501P", "7,501", "p"),
            ("5P", "5P", ""),
        ] {
            let (found, marks, _) = parted(cell);
            assert_eq!((found.as_str(), marks.as_str()), (rest, letters), "{cell}");
        }
        assert_eq!(
            parted("1,234[2]"),
            ("1,234".into(), String::new(), "Marked 2 in the source.".into())
        );
        assert_eq!(parted("45*").2, "Marked * in the source.");
        assert_eq!(
            parted("7 [low]").2,
            "Marked low in the source: a low figure that rounds to nothing."
        );
    }

    #[test]
    fn columns_of_marks_are_read_in_every_manner() {
        for (cell, letters) in [
            ("A", ""),
            ("P", "p"),
            ("O", "x"),
            ("M", "z"),
            ("Q", "c"),
            ("bep", "bep"),
            ("[r] [p]", "rp"),
            ("b,e", "be"),
            ("Provisional", "p"),
            ("", ""),
        ] {
            assert_eq!(Marked::of_column(cell).letters, letters, "{cell}");
        }
        assert_eq!(
            Marked::of_column("d").words,
            ["Marked d in the source: the definition differs."]
        );
        assert_eq!(Marked::of_column("see table 3").words, ["Marked see table 3 in the source."]);
        assert!(Marked::of_column("Q").is_absent() && !Marked::of_column("p").is_absent());
        assert!(is_blank(".") && is_blank("..") && is_blank("n/a") && !is_blank("0"));
    }

    #[test]
    fn grades_of_statistics_canada_are_no_letters_of_others() {
        for (cell, letters) in
            [("A", ""), ("E", "u"), ("F", "x"), ("x", "c"), ("..", "x"), ("p", "p"), ("r", "r")]
        {
            assert_eq!(Marked::of_statistics_canada(cell).letters, letters, "{cell}");
        }
        assert_eq!(
            Marked::of_statistics_canada("E").words,
            ["Marked E in the source: use with caution."]
        );
    }

    #[test]
    fn every_letter_of_the_table_is_one_of_ours() {
        for mark in MARKS {
            let known = mark.letter.is_none_or(|letter| Status::parse(&letter.to_string()).is_ok());
            assert!(known, "{mark:?}");
        }
    }
}
