//! Verbs by their endings, where nothing else tells them from nouns.

/// `arrested`, `seen`, and those that end in neither: the form behind `has`.
pub fn is_participle(word: &str) -> bool {
    word.ends_with("ed")
        || word.ends_with("en")
        || matches!(word, "grown" | "gone" | "sunk" | "shrunk")
}

/// `arrested`, `carried`.
pub fn ends_as_a_past(word: &str) -> bool {
    word.ends_with("ed")
}

/// `arrested`, `arresting`.
pub fn tells_an_act(word: &str) -> bool {
    ends_as_a_past(word) || word.ends_with("ing")
}

/// Does it say that something goes on: `falling`?
pub fn goes_on(word: &str) -> bool {
    word.ends_with("ing")
}
