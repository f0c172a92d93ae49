//! What a line must not tear apart: `3 September`, `September 2018`, `20 million`, `[2]` and the
//! name before it. A line that ended between them would be misread.

use super::{Language, Piece};

impl Language {
    /// Do two words that follow one another belong together? `before` may be several that do.
    pub fn belong(&self, before: &str, after: &str) -> bool {
        let last = before.rsplit(' ').next().unwrap_or(before);
        // A source's number stays with what it is the source of, and in a list of sources with its
        // name.
        if is_cite(last) && last == before {
            return true;
        }
        if is_cite(after.trim_end_matches([')', ',', ';', '.', ':'])) {
            return !before.ends_with([';', ':']);
        }
        let plain = after.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let number = last.chars().all(|letter| {
            let marks = [self.numerals.group, self.numerals.decimal];
            letter.is_ascii_digit() || marks.iter().any(|mark| mark.contains(letter))
        });
        let is_month =
            |word: &str| self.months.contains(&word) || self.short_months.contains(&word);
        match () {
            () if number && is_month(plain) => last.len() <= 2,
            () if number => self.is_scale(plain),
            () if is_month(last) => {
                plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit())
            }
            () => false,
        }
    }

    /// `million` and its like.
    fn is_scale(&self, word: &str) -> bool {
        let scales = [&self.small.million, &self.small.billion, &self.small.trillion];
        scales.iter().flat_map(|scale| scale.pieces()).any(|piece| match piece {
            Piece::Words(words) => words.trim() == word,
            _ => false,
        })
    }
}

/// `[2]`
fn is_cite(word: &str) -> bool {
    let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
