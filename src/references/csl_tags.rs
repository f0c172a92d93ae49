//! The few tags that CSL allows within a text.

use std::collections::BTreeMap;
use std::ops::Range;

const TAGS: [(&str, &str); 7] = [
    ("<i>", "</i>"),
    ("<b>", "</b>"),
    ("<sup>", "</sup>"),
    ("<sub>", "</sub>"),
    ("<span class=\"nocase\">", "</span>"),
    ("<span style=\"font-variant:small-caps;\">", "</span>"),
    ("<sc>", "</sc>"),
];

/// Without the few tags that CSL allows in a title. One without its other half is a word of the title, and
/// so are all where nothing else stands in it.
pub(super) fn plain(text: &str) -> String {
    let mut tags: Vec<Range<usize>> = Vec::new();
    let mut open: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for (at, _) in text.match_indices('<') {
        let starts = |tag: &str| text[at..].starts_with(tag);
        if let Some((start, end)) = TAGS.iter().find(|(start, _)| starts(start)) {
            open.entry(end).or_default().push(at..at + start.len());
        } else if let Some((_, end)) = TAGS.iter().find(|(_, end)| starts(end))
            && let Some(start) = open.get_mut(end).and_then(Vec::pop)
        {
            tags.extend([start, at..at + end.len()]);
        }
    }
    tags.sort_by_key(|tag| tag.start);
    let (mut words, mut from) = (String::new(), 0);
    for tag in tags {
        words += &text[from..tag.start];
        from = tag.end;
    }
    words += &text[from..];
    let words = if words.trim().is_empty() { text } else { &words };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same with its tags as words of the text, for whoever reads CSL: a stretch that no style writes in
/// capitals parts the bracket from the rest. As it is where nothing would be taken for a tag.
pub(super) fn as_words(text: &str) -> String {
    let same = text.split_whitespace().eq(plain(text).split_whitespace());
    let tags = || TAGS.iter().flat_map(|(start, end)| [*start, *end]);
    if same || text.trim().is_empty() {
        return text.to_string();
    }
    let (mut words, mut from) = (String::new(), 0);
    for (at, bracket) in text.match_indices('<') {
        if tags().any(|tag| text[at..].starts_with(tag)) {
            words += &text[from..at];
            words += "<span class=\"nocase\"><</span>";
            from = at + bracket.len();
        }
    }
    words + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::references::csl::csl;
    use proptest::prelude::*;

    #[test]
    fn tags_go_in_pairs_and_no_title_goes_with_them() {
        for (title, expected) in [
            ("A <i>wood</i>land <sc>bird</sc>", "A woodland bird"),
            ("<b>Nests <i>of</i></b> <span class=\"nocase\">swifts</span>", "Nests of swifts"),
            ("</b>", "</b>"),
            ("<b></b>", "<b></b>"),
            ("Numbers of <b> in pages", "Numbers of <b> in pages"),
            ("<i>Of <b> in</i> pages</b>", "Of in pages"),
            (" <i> </i> ", "<i> </i>"),
        ] {
            let written = serde_json::json!([{ "type": "report", "title": title }]);
            let read = csl(&written.to_string()).references;
            assert_eq!(read[0].title, expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_as_words_is_read_as_it_was(text in "(<i>|</i>|<b>|</b>|<sup>|</sup>|<span class=\"nocase\">|</span>|<|>|[a-c] ?){0,12}") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(plain(&as_words(&words)), words);
        }
    }
}
