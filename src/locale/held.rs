//! What a line must not tear apart: `3 September`, `September 2018`, `20 million`, `[2]` and the
//! name before it. A line that ended between them would be misread.

use super::Language;

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
        let number = last.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let is_month =
            |word: &str| self.months.contains(&word) || self.short_months.contains(&word);
        match () {
            () if number && is_month(plain) => last.len() <= 2,
            () if number => matches!(plain, "million" | "billion" | "trillion"),
            () if is_month(last) => {
                plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit())
            }
            () => false,
        }
    }
}

/// `[2]`
fn is_cite(word: &str) -> bool {
    let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
