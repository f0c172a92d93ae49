//! Letters that stand where a digit is meant, as hands and scanners write them: `10O`, `5OO`, `l2`.

/// A number with such a letter at it or in it.
pub(super) struct LetterDigit {
    letter: char,
    digit: char,
    /// Every such letter as its digit: `100` of `10O`.
    pub digits: String,
    /// Without the letters: `10`.
    pub without: String,
}

impl LetterDigit {
    /// `at` is what the text should be: a number, a period.
    pub fn reason(&self, at: &str) -> String {
        let LetterDigit { letter, digit, .. } = self;
        format!("`{letter}` at the {at} is a letter, where the digit {digit} may be meant")
    }

    /// Both ways to write it, or the one there is.
    pub fn hint(&self, digits: &str, without: Option<&str>) -> String {
        let without =
            without.map_or(String::new(), |text| format!(", or {text} without the letter"));
        format!("{digits} if it is the digit {}{without}", self.digit)
    }
}

/// The first of the letters, where they are the only ones of a number. No footnote is marked by one: none
/// can be told from the digit that it looks like.
pub(super) fn letter_digit(text: &str) -> Option<LetterDigit> {
    let text = text.trim();
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let letter = letters().next()?;
    let digit = digit_of(letter)?;
    let mut others = text.chars().filter(|other| !other.is_alphabetic());
    let are_alike = letters().all(|letter| digit_of(letter).is_some());
    let is_number = others.all(|other| other.is_ascii_digit() || MARKS.contains(other));
    let without: String = text.chars().filter(|letter| !letter.is_alphabetic()).collect();
    let without = without.trim().to_string();
    if !are_alike || !is_number || !without.contains(|digit: char| digit.is_ascii_digit()) {
        return None;
    }
    // A blank before the last letter parts no thousands.
    let last = text.char_indices().next_back().filter(|(_, last)| last.is_alphabetic());
    let (head, tail) = last.map_or((text, ""), |(at, _)| (text[..at].trim_end(), &text[at..]));
    let digits = [head, tail].concat().chars().map(|c| digit_of(c).unwrap_or(c)).collect();
    Some(LetterDigit { letter, digit, digits, without })
}

/// What may stand in a number beside its digits.
const MARKS: &str = ",. '\u{a0}\u{2009}\u{202f}£$€%+-/\u{2212}";

fn digit_of(letter: char) -> Option<char> {
    match letter {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::letter_digit;

    #[test]
    fn letters_in_place_of_digits() {
        for (text, digits, without) in [
            ("10O", "100", "10"),
            ("1O0", "100", "10"),
            ("5OO", "500", "5"),
            ("1,00o", "1,000", "1,00"),
            ("l2", "12", "2"),
            ("2 I", "21", "2"),
            ("£1O", "£10", "£1"),
            ("3O%", "30%", "3%"),
        ] {
            let found = letter_digit(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((&*found.digits, &*found.without), (digits, without), "{text}");
        }
        for text in ["", "O", "lO", "100", "10 OK", "10a", "10 oI apples", "[O] 1", "10Ω"] {
            assert!(letter_digit(text).is_none(), "{text}");
        }
    }
}
