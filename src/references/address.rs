//! Addresses, and the numbers that stand for one.

/// May it stand in a cell for addresses?
pub(super) fn is_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// `10.1000/1`, `doi:10.1000/1` or the whole address, as an address; empty if it is none.
pub(super) fn of_doi(text: &str) -> String {
    let text = text.trim();
    if is_address(text) {
        return text.to_string();
    }
    let bare = ["doi:", "DOI:", "doi.org/", "dx.doi.org/"]
        .iter()
        .fold(text, |rest, start| rest.strip_prefix(start).unwrap_or(rest).trim_start());
    let is_doi =
        bare.starts_with("10.") && bare.contains('/') && !bare.contains(char::is_whitespace);
    if is_doi { format!("https://doi.org/{bare}") } else { String::new() }
}

/// The number of an archive of papers, as an address; empty for one that is not known.
pub(super) fn of_eprint(archive: &str, number: &str) -> String {
    let number = number.trim();
    let start = match archive.trim().to_lowercase().as_str() {
        "arxiv" => "https://arxiv.org/abs/",
        "pubmed" | "pmid" => "https://pubmed.ncbi.nlm.nih.gov/",
        "pmc" | "pmcid" => "https://www.ncbi.nlm.nih.gov/pmc/articles/",
        "hdl" | "handle" => "https://hdl.handle.net/",
        "jstor" => "https://www.jstor.org/stable/",
        _ => return String::new(),
    };
    let number = number.strip_prefix("arXiv:").unwrap_or(number);
    let is_one_word = !number.is_empty() && !number.contains(char::is_whitespace);
    if is_one_word { format!("{start}{number}") } else { String::new() }
}

/// The first address in a text, without the marks that end a sentence.
pub(super) fn found_in(text: &str) -> &str {
    let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()
    else {
        return "";
    };
    let end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|');
    let found = text[start..].split(end).next().unwrap_or_default();
    within_braces(found).trim_end_matches(['.', ',', ';'])
}

/// Braces of an address are its own where they open in it: `https://example.org/a?b={c}`, and not
/// `{https://example.org}`.
fn within_braces(found: &str) -> &str {
    let mut open = Vec::new();
    for (at, letter) in found.char_indices() {
        match letter {
            '{' => open.push(at),
            '}' if open.pop().is_none() => return &found[..at],
            _ => {}
        }
    }
    open.first().map_or(found, |at| &found[..*at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_addresses() {
        for text in ["10.1000/1", "doi:10.1000/1", "DOI: 10.1000/1", "https://doi.org/10.1000/1"] {
            assert_eq!(of_doi(text), "https://doi.org/10.1000/1");
        }
        assert_eq!(of_doi("pending"), "");
        assert_eq!(of_eprint("arXiv", "arXiv:2101.00001"), "https://arxiv.org/abs/2101.00001");
        assert_eq!(of_eprint("mine", "7"), "");
    }

    #[test]
    fn an_address_ends_where_its_sentence_does() {
        assert_eq!(found_in("Available at https://example.org/a."), "https://example.org/a");
        assert_eq!(found_in("see {http://example.org/b}"), "http://example.org/b");
        assert_eq!(found_in("nowhere"), "");
        assert_eq!(found_in("https://example.org/a?c={d}&e=f"), "https://example.org/a?c={d}&e=f");
        assert_eq!(
            found_in("\\url{https://example.org/a?c={d}} too"),
            "https://example.org/a?c={d}"
        );
        assert_eq!(found_in("https://example.org/a{b"), "https://example.org/a");
        assert!(!is_address("www.example.org") && !is_address("https://a b"));
    }
}
