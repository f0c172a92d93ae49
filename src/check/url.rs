use crate::dataset::Dataset;
use crate::figure::SourceKey;
use crate::problem::{Problem, Rule};

/// # url (error)
///
/// An address is a web address, `https://` or `http://`, without blanks. Others do not lead a
/// reader to the source, and `javascript:` or `file:` would do harm on a page. A user name or a
/// password in front of the host would be published with every chart.
pub fn url(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, source) in data.sources.iter().enumerate() {
        for (column, address) in [("url", &source.url), ("archive_url", &source.archive_url)] {
            let Some(fault) = fault(address) else { continue };
            let place = data.place_of_source(SourceKey(at as u32), column);
            let shown = without_user(address).map(|(scheme, rest)| format!("{scheme}...@{rest}"));
            let shown = shown.as_deref().unwrap_or(address);
            let shown: String = shown.chars().filter(|c| !c.is_control()).take(80).collect();
            let message = format!("`{shown}` {fault}");
            problems.push(Rule::Url.at(place, message).hint(hint(address)));
        }
    }
    problems
}

fn fault(address: &str) -> Option<&'static str> {
    if address.is_empty() {
        return None;
    }
    let Some(rest) = after_scheme(address) else {
        return Some("is not an http or https address");
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match host {
        "" => Some("has no host"),
        _ if host.contains('@') => Some("has a user name in it, which would be published"),
        _ if address.contains(|c: char| c.is_whitespace() || c.is_control()) => Some("has blanks"),
        _ => None,
    }
}

fn after_scheme(address: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
    })
}

/// What stands before and after the user name and the password.
fn without_user(address: &str) -> Option<(&str, &str)> {
    let rest = after_scheme(address)?;
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let at = rest[..host].rfind('@')?;
    Some((&address[..address.len() - rest.len()], &rest[at + 1..]))
}

fn hint(address: &str) -> String {
    if let Some((scheme, rest)) = without_user(address) {
        return hint(&format!("{scheme}{rest}"));
    }
    let squeezed: String =
        address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let bare = squeezed.split_once("//").map_or(&*squeezed, |(_, rest)| rest);
    let likely = bare.contains('.') && !bare.contains(':');
    match after_scheme(&squeezed) {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') => format!("write {squeezed}"),
        _ if likely => format!("write https://{bare}"),
        _ => "write an address that begins with https://, or leave the cell empty".to_string(),
    }
}
