//! A line above a table that has commas and no quotes, and so fell into several cells.

/// The cells of a line, where a number with a comma in it (`per 100,000 people`) is one again.
pub fn with_whole_numbers(cells: &[&str]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for cell in cells {
        match whole.last_mut() {
            Some(before) if is_cut(before, cell) => *before = format!("{before},{cell}"),
            _ => whole.push(cell.to_string()),
        }
    }
    whole
}

/// Is a number cut between the two, before a group of three digits?
fn is_cut(before: &str, after: &str) -> bool {
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    // `1,000,000` was cut twice, and a year has four digits.
    let first = matches!(before.len() - start, 1..=3);
    // A number alone is a cell of its own.
    let in_words = |text: &str| text.contains(char::is_alphabetic);
    first && digits == 3 && (in_words(before) || in_words(after))
}

#[cfg(test)]
mod tests {
    use super::with_whole_numbers;

    #[test]
    fn a_number_that_a_comma_cut_is_whole_again_and_lists_stay_lists() {
        let cases: [(&[&str], &[&str]); 7] = [
            (&["Deaths per 100", "000 people"], &["Deaths per 100,000 people"]),
            (&["Rate per 1", "000", "000 people"], &["Rate per 1,000,000 people"]),
            (&["Cases per 100", "000"], &["Cases per 100,000"]),
            (&["Arrests in 2019", "200 towns"], &["Arrests in 2019", "200 towns"]),
            (&["Steel output", "thousand tonnes"], &["Steel output", "thousand tonnes"]),
            (&["Table 1", "2019"], &["Table 1", "2019"]),
            (&["12", "300"], &["12", "300"]),
        ];
        for (cells, whole) in cases {
            assert_eq!(with_whole_numbers(cells), whole, "{cells:?}");
        }
    }
}
