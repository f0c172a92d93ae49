//! A range of a sheet, as spreadsheets write it: `B4:H30`, `B:D`, `4:30`, `B4:`.

use std::ops::Range;

/// Rows from 1 and columns from 0, as `B4:H30` means them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRange {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

impl CellRange {
    /// `None` where a text is no range.
    pub fn read(text: &str) -> Option<CellRange> {
        let (from, to) = text.trim().split_once(':')?;
        let ((first_column, first_row), (last_column, last_row)) = (corner(from)?, corner(to)?);
        let rows = first_row.unwrap_or(1)..last_row.map_or(usize::MAX, |row| row + 1);
        let columns = first_column.unwrap_or(0)..last_column.map_or(usize::MAX, |at| at + 1);
        let has_start = first_row.is_some() || first_column.is_some();
        (has_start && !rows.is_empty() && !columns.is_empty())
            .then_some(CellRange { rows, columns })
    }
}

/// The column and the row of `$B$4`, `B` or `4`; of nothing, neither.
fn corner(text: &str) -> Option<(Option<usize>, Option<usize>)> {
    let plain = text.trim().replace('$', "").to_ascii_uppercase();
    let (letters, digits) =
        plain.split_at(plain.bytes().take_while(u8::is_ascii_alphabetic).count());
    if letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().fold(0, |all, letter| all * 26 + usize::from(letter - b'A') + 1);
    let row = match digits {
        "" => None,
        digits => Some(digits.parse::<usize>().ok().filter(|row| *row > 0)?),
    };
    Some((column.checked_sub(1), row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_spreadsheets_write_them() {
        let read = |text: &str| CellRange::read(text).map(|range| (range.rows, range.columns));
        assert_eq!(read("B4:H30"), Some((4..31, 1..8)));
        assert_eq!(read("$b$4:$aa$30"), Some((4..31, 1..27)));
        assert_eq!(read("B:D"), Some((1..usize::MAX, 1..4)));
        assert_eq!(read("4:30"), Some((4..31, 0..usize::MAX)));
        assert_eq!(read("B4:"), Some((4..usize::MAX, 1..usize::MAX)));
        for wrong in ["B4", ":", "", "H30:B4", "B0:C3", "4B:5C", "ABCD1:E2", ":B4", "B4:C5:D6"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
