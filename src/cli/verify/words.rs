//! What of a long text is otherwise, old and new, in few words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A part of a text that is otherwise, with some words around it.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangedWords {
    /// As it was; nothing but what stands around it where words were added.
    pub was: String,
    /// As it is.
    pub is: String,
}

/// Words on either side that say where a change is.
const AROUND: usize = 4;

/// Every part that is otherwise, in order. Changes with few words between them are one.
pub fn changed_words(was: &str, is: &str) -> Vec<ChangedWords> {
    let (was, is): (Vec<&str>, Vec<&str>) =
        (was.split_whitespace().collect(), is.split_whitespace().collect());
    let mut spans: Vec<[usize; 4]> = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &was, &is) {
        if matches!(change, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (change.old_range(), change.new_range());
        match spans.last_mut() {
            Some(last) if old.start - last[1] <= AROUND => (last[1], last[3]) = (old.end, new.end),
            _ => spans.push([old.start, old.end, new.start, new.end]),
        }
    }
    let part = |words: &[&str], start: usize, end: usize| {
        let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(words.len()));
        let before = if from > 0 { "… " } else { "" };
        let after = if to < words.len() { " …" } else { "" };
        format!("{before}{}{after}", words[from..to].join(" "))
    };
    let changed = spans.into_iter().map(|[old, old_end, new, new_end]| ChangedWords {
        was: part(&was, old, old_end),
        is: part(&is, new, new_end),
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_with_a_few_words_around_it() {
        let was = "Bees in Examplia: colonies, 2011 to 2022. First 90 in 2011, last 118 in 2022. Highest 118 in 2022.";
        let said = |is: &str| {
            let changed = changed_words(was, is).into_iter();
            changed.map(|ChangedWords { was, is }| format!("{was} | {is}")).collect::<Vec<_>>()
        };
        assert_eq!(said(was), Vec::<String>::new());
        assert_eq!(
            said(&was.replace("90", "91")),
            [
                "… 2011 to 2022. First 90 in 2011, last 118 … | … 2011 to 2022. First 91 in 2011, last 118 …"
            ]
        );
        assert_eq!(
            said(&was.replace("118", "119").replace("Bees", "Wasps")),
            [
                "Bees in Examplia: colonies, 2011 … | Wasps in Examplia: colonies, 2011 …",
                "… 90 in 2011, last 118 in 2022. Highest 118 in 2022. | … 90 in 2011, last 119 in 2022. Highest 119 in 2022.",
            ]
        );
        assert_eq!(
            said(&format!("{was} Log scale.")),
            ["… Highest 118 in 2022. | … Highest 118 in 2022. Log scale."]
        );
        assert_eq!(
            said(&was.replace(" Highest 118 in 2022.", "")),
            ["… last 118 in 2022. Highest 118 in 2022. | … last 118 in 2022."]
        );
    }
}
