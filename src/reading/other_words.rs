//! What is counted under one word and spoken of under another: exports are sold, and trains on time are
//! punctual.

/// Other words for what a title calls by this one, which stands after another.
pub fn other_words(before: &str, word: &str) -> &'static [&'static str] {
    match word {
        "export" | "exports" | "exported" => &["sell", "sells", "sold", "selling"],
        "import" | "imports" | "imported" => &["buy", "buys", "bought", "buying"],
        "arrivals" | "immigration" | "immigrants" => &[
            "arrive",
            "arrived",
            "arriving",
            "arrivals",
            "immigration",
            "immigrants",
            "come",
            "came",
        ],
        "departures" | "emigration" | "emigrants" => {
            &["leave", "left", "leaving", "departures", "emigration", "emigrants"]
        }
        "unemployment" | "unemployed" | "jobless" => {
            &["unemployment", "unemployed", "jobless", "joblessness"]
        }
        "time" if before == "on" => &["punctual", "punctuality"],
        "punctual" | "punctuality" => &["punctual", "punctuality"],
        "response" => &["wait", "waits", "waiting"],
        "lent" | "loans" => &["borrowed", "borrowing", "borrow"],
        _ => &[],
    }
}
