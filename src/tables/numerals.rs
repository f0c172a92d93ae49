//! What a comma and a point are among the digits of one column: decided once for all its cells.

/// What parts the whole from the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// What the cells of a column say of their marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkEvidence {
    /// A cell that can only be read with a decimal point.
    pub point: Option<String>,
    /// A cell that can only be read with a decimal comma.
    pub comma: Option<String>,
    /// `1,234`: thousands, or three decimals.
    pub open_comma: Option<String>,
    /// `1.234`: the same.
    pub open_point: Option<String>,
}

impl MarkEvidence {
    /// Looks at one more cell.
    pub fn add(&mut self, cell: &str) {
        if !cell.bytes().any(|byte| matches!(byte, b',' | b'.')) {
            return;
        }
        let keep = |place: &mut Option<String>| {
            if place.is_none() {
                *place = Some(cell.to_string());
            }
        };
        // Of `1,843 (1)` the number, and nothing of what stands behind it.
        let start = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(cell.len());
        let of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ",.'’".contains(c);
        let number = cell[start..].split(|c: char| !of_number(c)).next().unwrap_or_default();
        let digits = number.trim_matches(|c: char| !c.is_ascii_digit());
        let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
        let last = digits.rfind([',', '.']).map(|at| &digits[at..=at]);
        let mark = if commas > 0 { ',' } else { '.' };
        let grouped = digits.split(mark).skip(1).all(|group| group.len() == 3);
        match (commas, points, last) {
            // A date, or a list.
            (2.., 0, _) | (0, 2.., _) if !grouped => {}
            (0, 0, _) => {}
            (1.., 1.., Some(",")) => keep(&mut self.comma),
            (1.., 1.., _) => keep(&mut self.point),
            (2.., 0, _) => keep(&mut self.point),
            (0, 2.., _) => keep(&mut self.comma),
            (1, ..) if is_open(digits, ',') => keep(&mut self.open_comma),
            (1, ..) => keep(&mut self.comma),
            (_, 1, _) if is_open(digits, '.') => keep(&mut self.open_point),
            _ => keep(&mut self.point),
        }
    }

    /// The one convention of the column; `Err` with two cells that cannot both be read, or that
    /// leave open which it is. `None` where no cell asks.
    pub fn settled(&self) -> Result<Option<DecimalMark>, (String, String)> {
        let open = || self.open_comma.clone().or(self.open_point.clone());
        match (&self.point, &self.comma) {
            (Some(point), Some(comma)) => Err((point.clone(), comma.clone())),
            (Some(_), None) => Ok(Some(DecimalMark::Point)),
            (None, Some(_)) => Ok(Some(DecimalMark::Comma)),
            (None, None) => match (&self.open_comma, &self.open_point) {
                (Some(comma), Some(point)) => Err((comma.clone(), point.clone())),
                (None, Some(_)) => Err((open().unwrap_or_default(), String::new())),
                (Some(_), None) => Ok(Some(DecimalMark::Point)),
                (None, None) => Ok(None),
            },
        }
    }
}

/// One to three digits that do not begin with a nought, the mark, and three digits.
fn is_open(digits: &str, mark: char) -> bool {
    let Some((before, after)) = digits.split_once(mark) else { return false };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && after.len() == 3
        && plain(before)
        && plain(after)
}

impl DecimalMark {
    /// The text with the marks of its numbers as English writes them, without those of thousands.
    pub fn plain(self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let digit =
            |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        let (decimal, thousands) = match self {
            DecimalMark::Point => ('.', ','),
            DecimalMark::Comma => (',', '.'),
        };
        let put = |(at, letter): (usize, &char)| match *letter {
            mark if mark == decimal && digit(Some(at + 1)) => Some('.'),
            mark if mark == thousands && digit(at.checked_sub(1)) && digit(Some(at + 1)) => None,
            other => Some(other),
        };
        letters.iter().enumerate().filter_map(put).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> Result<Option<DecimalMark>, (String, String)> {
        let mut evidence = MarkEvidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        evidence.settled()
    }

    #[test]
    fn one_cell_settles_the_column() {
        assert_eq!(of(&["1042", "7"]), Ok(None));
        assert_eq!(of(&["1,042", "7"]), Ok(Some(DecimalMark::Point)));
        assert_eq!(of(&["1,042", "0,234"]), Ok(Some(DecimalMark::Comma)));
        assert_eq!(of(&["1,042", "12,5"]), Ok(Some(DecimalMark::Comma)));
        assert_eq!(of(&["1.042", "12.5"]), Ok(Some(DecimalMark::Point)));
        assert_eq!(of(&["1.042", "1.234.567"]), Ok(Some(DecimalMark::Comma)));
        assert_eq!(of(&["1,042.5"]), Ok(Some(DecimalMark::Point)));
        assert_eq!(of(&["1,843 (1)", "1,901"]), Ok(Some(DecimalMark::Point)));
        assert_eq!(of(&["1,843 to 2,901"]), Ok(Some(DecimalMark::Point)));
        assert_eq!(of(&["01.02.2020", "1,2,3"]), Ok(None));
        assert_eq!(of(&["£1.042,5"]), Ok(Some(DecimalMark::Comma)));
        assert!(of(&["1.042"]).is_err());
        assert!(of(&["12,5", "12.5"]).is_err());
        assert!(of(&["1,042", "1.042"]).is_err());
    }

    #[test]
    fn numbers_are_rewritten_and_words_are_not() {
        assert_eq!(DecimalMark::Comma.plain("about 1.234,5."), "about 1234.5.");
        assert_eq!(DecimalMark::Point.plain("1,234.5, say"), "1234.5, say");
    }
}
