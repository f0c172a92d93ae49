//! What a line must not tear apart: `3 September`, `September 2018`, `20 million`, `[2]` and the
//! name before it. A line that ended between them would be misread.

use super::{Language, Piece};
use crate::figure::money;

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
        let number = self.is_number(last.trim_start_matches(['(', '−']));
        let money = money(last.trim_start_matches(['(', '−'])).map(|(_, size)| size);
        let is_month =
            |word: &str| self.months.contains(&word) || self.short_months.contains(&word);
        match () {
            () if number && is_month(plain) => last.len() <= 2,
            () if number => self.is_behind(plain),
            () if money == Some("") => after.starts_with(|next: char| next.is_ascii_digit()),
            () if money.is_some_and(|size| self.is_number(size)) => self.is_behind(plain),
            () if is_month(last) => {
                plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit())
            }
            () => false,
        }
    }

    fn is_number(&self, word: &str) -> bool {
        let marks = [self.numerals.group, self.numerals.decimal];
        word.chars()
            .all(|letter| letter.is_ascii_digit() || marks.iter().any(|mark| mark.contains(letter)))
    }

    /// What belongs to the number before it: `million` and its like, the first of the words
    /// `percentage points`.
    fn is_behind(&self, word: &str) -> bool {
        let scales = [&self.units.thousand, &self.small.million, &self.small.billion];
        let scales = scales.into_iter().chain([&self.small.trillion]);
        let scales = scales.flat_map(|scale| scale.pieces());
        scales.chain(self.units.points.pieces()).any(|piece| match piece {
            Piece::Words(words) => words.trim() == word,
            Piece::Forms(_, forms) => {
                forms.split('|').any(|form| form.split(' ').next() == Some(word))
            }
            Piece::Place(_) => false,
        })
    }
}

/// `[2]`
fn is_cite(word: &str) -> bool {
    let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
