//! The words for the countries of the United Kingdom, and those made of them.

use super::heard::{HeardText, Pause};
use super::heard_dates::same_place;

/// A country that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceWord {
    /// Its name.
    pub place: &'static str,
    /// So many words name it.
    pub words: usize,
    /// It is an adjective: `Welsh`.
    pub adjective: bool,
}

impl PlaceWord {
    /// Is it this place, or would one say it of this place too: `British` of Wales?
    pub fn is(&self, place: &str) -> bool {
        let britain = self.adjective && self.place == "Great Britain";
        let has = |name: &str| place.to_lowercase().contains(&name.to_lowercase());
        same_place(self.place, place)
            || same_place(place, self.place)
            || has(self.place)
            || britain
                && ["England", "Scotland", "Wales", "United Kingdom", "UK"].into_iter().any(has)
    }
}

/// The country that the word at this place names, unless it is part of a longer name: `NHS Wales`,
/// `the Welsh Government`.
pub fn place_word(sentence: &HeardText, text: &str, at: usize) -> Option<PlaceWord> {
    let word = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let capital = |at: usize| {
        let place = sentence.words.get(at).map(|word| &text[word.at.start..word.at.end]);
        place.is_some_and(|place| place.starts_with(char::is_uppercase))
    };
    let joined =
        |at: usize| sentence.words.get(at).is_some_and(|word| word.pause == Pause::Nothing);
    let (place, words, adjective) = match (word(at), word(at + 1)) {
        ("wales", _) => ("Wales", 1, false),
        ("scotland", _) => ("Scotland", 1, false),
        ("england", _) => ("England", 1, false),
        ("britain", _) => ("Great Britain", 1, false),
        ("great", "britain") => ("Great Britain", 2, false),
        ("uk", _) => ("United Kingdom", 1, false),
        ("united", "kingdom") => ("United Kingdom", 2, false),
        ("northern", "ireland") => ("Northern Ireland", 2, false),
        ("northern", "irish") => ("Northern Ireland", 2, true),
        ("welsh", _) => ("Wales", 1, true),
        ("scottish", _) => ("Scotland", 1, true),
        ("english", _) => ("England", 1, true),
        ("british", _) => ("Great Britain", 1, true),
        _ => return None,
    };
    // `NHS England`, `New England`, `Police Scotland`
    let before =
        at > 0 && joined(at) && capital(at - 1) && sentence.words[at].pause == Pause::Nothing;
    let starts = at == 1 || at > 1 && sentence.words[at - 1].pause == Pause::Sentence;
    let leads = matches!(
        at.checked_sub(1).map_or("", word),
        "in" | "across" | "of" | "for" | "all" | "the"
    );
    let named = before && !leads && !(starts && matches!(word(at - 1), "only" | "fewer" | "more"));
    let after = adjective && joined(at + words) && capital(at + words);
    (capital(at) && !named && !after).then_some(PlaceWord { place, words, adjective })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn a_country_is_named_by_its_noun_or_its_adjective() {
        for (said, places) in [
            ("Beds in Welsh night shelters", vec!["Wales"]),
            ("Beds in Wales and Northern Ireland", vec!["Wales", "Northern Ireland"]),
            ("The Welsh Government and NHS England count them", vec![]),
            ("Scottish food banks", vec!["Scotland"]),
            ("parcels across the UK", vec!["United Kingdom"]),
        ] {
            let heard = sentence(said);
            let all = (0..heard.words.len()).filter_map(|at| place_word(&heard, said, at));
            assert_eq!(all.map(|one| one.place).collect::<Vec<_>>(), places, "{said}");
        }
    }
}
