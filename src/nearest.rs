//! The known name that a person probably meant.

/// The nearest of the known names, if it is near enough to be worth naming.
pub fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word: Vec<char> = word.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    let allowed = (word.len() / 3).max(1);
    let mut row = Vec::new();
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(word.len()) <= allowed + name.len() / 3)
        .map(|name| (distance(&word, name, &mut row), name))
        .filter(|(distance, name)| *distance <= allowed.max(name.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// What to write instead of a word that is not known: the nearest name, or how to find one.
pub fn did_you_mean<'n>(
    word: &str,
    known: impl IntoIterator<Item = &'n str>,
    otherwise: impl Into<String>,
) -> String {
    match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.into(),
    }
}

/// Longer words are compared by their beginning.
const LONGEST: usize = 128;

/// How many letters must be put in, taken out or changed, or swapped with their neighbour.
fn distance(word: &[char], name: &str, row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=word.len());
    let mut before: Vec<usize> = Vec::new();
    let mut last = None;
    for (line, letter) in name.chars().take(LONGEST).flat_map(char::to_lowercase).enumerate() {
        let above = row.clone();
        row[0] = line + 1;
        for (at, own) in word.iter().enumerate() {
            let changed = above[at] + usize::from(*own != letter);
            let mut best = changed.min(above[at + 1] + 1).min(row[at] + 1);
            if at > 0 && line > 0 && last == Some(*own) && word[at - 1] == letter {
                best = best.min(before[at - 1] + 1);
            }
            row[at + 1] = best;
        }
        (before, last) = (above, Some(letter));
    }
    row[word.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let known = ["nca-referrals", "nca-referrals-change", "caid-images", "scale"];
        assert_eq!(nearest("nca-referal", known), Some("nca-referrals"));
        assert_eq!(nearest("caid-iamges", known), Some("caid-images"));
        assert_eq!(nearest("SCALE", known), Some("scale"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("", known), None);
    }
}
