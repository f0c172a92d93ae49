//! Whether a table calls what it counts as a series of the project is called.

use std::collections::HashSet;

use sourceline::figure::Series;

/// Words that tell no series from another.
const PLAIN: [&str; 14] =
    ["of", "in", "the", "and", "by", "to", "for", "a", "an", "on", "at", "number", "total", "all"];

/// Does the heading of a column, with what else the table says of its rows, have every word of the name
/// of the series, or is it the id? `Exports` is no `Net exports`, and `Deaths` no `Deaths in care homes`:
/// a name that is part of another may be that of another thing.
pub fn is_called(series: &Series, heading: &str, said: &[String]) -> bool {
    let own = words(heading);
    let said: HashSet<String> =
        own.iter().cloned().chain(said.iter().flat_map(|text| words(text))).collect();
    let places: HashSet<String> =
        words(&series.geography).into_iter().chain(words(&series.counted_by)).collect();
    let title = without_brackets(&series.title);
    let name: HashSet<String> = words(&title).difference(&places).cloned().collect();
    let id = words(series.id);
    let has = |name: &HashSet<String>| name.iter().all(|word| said.contains(word));
    let is_name = !name.is_empty() && has(&name);
    is_name || heading == series.id || id.len() > 1 && has(&id)
}

/// `Visits` of `Visits (example)`.
fn without_brackets(title: &str) -> String {
    let plain = title.split_once('(').map_or(title, |(before, _)| before);
    plain.trim_end().to_string()
}

/// The words that may tell a series from another, without the ending of a plural.
fn words(text: &str) -> HashSet<String> {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !PLAIN.contains(word));
    words.map(|word| word.trim_end_matches('s').to_string()).collect()
}
