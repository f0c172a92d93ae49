//! Where the pages of a site lead to, read by a parser that is not ours.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};
use percent_encoding::percent_decode_str;

use super::{PUBLISHED, files};
use crate::common::Faults;

/// An element of a page with its attributes.
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

pub fn elements(page: &[u8]) -> Vec<Element> {
    let text = std::str::from_utf8(page).expect("a page is UTF-8");
    let tokens = Tokenizer::new(text).map(|token| token.expect("it is text"));
    let word = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let starts = tokens.filter_map(|token| match token {
        Token::StartTag(tag) => Some(Element {
            name: word(&tag.name),
            attributes: tag
                .attributes
                .iter()
                .map(|(name, value)| (word(name), word(value)))
                .collect(),
        }),
        Token::Error(error) => panic!("the page is not in order: {error:?}"),
        _ => None,
    });
    starts.collect()
}

/// Every address in the attributes of an element.
pub fn addresses(element: &Element) -> impl Iterator<Item = &str> {
    let named = ["href", "src", "srcset", "content"].into_iter();
    let is_address = |name: &str, value: &str| name != "content" || value.starts_with("http");
    named.filter_map(move |name| {
        let value = element.attributes.get(name)?.as_str();
        is_address(name, value).then_some(value)
    })
}

#[test]
fn every_relative_link_leads_somewhere_and_every_page_is_reached() {
    let all = files(&PUBLISHED.site);
    let ids: BTreeMap<&str, BTreeSet<String>> = all
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            let ids =
                elements(bytes).into_iter().filter_map(|one| one.attributes.get("id").cloned());
            (path.as_str(), ids.collect())
        })
        .collect();
    let (mut faults, mut reached) = (Faults::default(), BTreeSet::new());
    for page in ids.keys() {
        let elements = elements(&all[*page]);
        for address in elements.iter().flat_map(addresses) {
            if ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start)) {
                continue;
            }
            let (file, place) = address.split_once('#').unwrap_or((address, ""));
            let file = match file {
                "" => page.to_string(),
                file => resolved(page, file),
            };
            faults.check(all.contains_key(&file), || format!("{page} leads to {address}"));
            let known =
                ids.get(file.as_str()).is_none_or(|ids| place.is_empty() || ids.contains(place));
            faults.check(known, || format!("{page}: there is no #{place} in {file}"));
            reached.insert(file);
        }
    }
    // What is linked to, but for what other sites and programs ask for by its name.
    for path in all.keys() {
        let asked =
            ["embed.html", "-card.png", "sitemap.xml", ".bib", ".csl.json", ".sourceline-site"];
        let named = path.ends_with(".svg") || asked.iter().any(|end| path.ends_with(end));
        faults.check(named || reached.contains(path), || format!("nothing leads to {path}"));
    }
    faults.none();
}

/// From the root of the site.
fn resolved(page: &str, address: &str) -> String {
    let mut parts: Vec<String> = page.split('/').map(String::from).collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop().expect("it stays in the site")),
            part => parts.push(percent_decode_str(part).decode_utf8_lossy().into_owned()),
        }
    }
    parts.join("/")
}

#[test]
fn pages_load_nothing_from_elsewhere_and_run_nothing_of_their_own() {
    let mut faults = Faults::default();
    for (path, bytes) in files(&PUBLISHED.site).iter().filter(|(path, _)| path.ends_with(".html")) {
        is_plain(path, bytes, &mut faults);
    }
    faults.none();
}

/// Whatever its texts say, a page runs nothing that stands in it, loads nothing from elsewhere and leads to
/// addresses on the web alone.
pub fn is_plain(path: &str, page: &[u8], faults: &mut Faults) {
    let elements = elements(page);
    for Element { name, attributes } in &elements {
        let own = !matches!(
            name.as_str(),
            "style" | "object" | "embed" | "base" | "form" | "iframe" | "svg"
        );
        faults.check(own, || format!("{path} has <{name}>"));
        let data = attributes.get("type").is_some_and(|kind| kind == "application/ld+json");
        let linked = name != "script" || data || attributes.contains_key("src");
        faults.check(linked, || format!("{path} has a script in it"));
        for (attribute, value) in attributes {
            let runs = attribute.starts_with("on") || attribute == "style";
            faults.check(!runs, || format!("{path}: {attribute} of <{name}>"));
            let sheet = attributes.get("rel").is_some_and(|rel| rel == "stylesheet");
            let leads = attribute == "href" || matches!(attribute.as_str(), "src" | "srcset");
            let loads = leads && (attribute != "href" || sheet);
            faults.check(!loads || !value.contains(':'), || format!("{path} loads {value}"));
            let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
            let known = ["", "http", "https", "mailto"].contains(&scheme.to_lowercase().as_str());
            faults.check(!leads || known, || format!("{path} leads to {value}"));
        }
    }
    let policy = elements.iter().find_map(|element| {
        let is = element.attributes.get("http-equiv")? == "Content-Security-Policy";
        element.attributes.get("content").filter(|_| is).cloned()
    });
    let policy = policy.unwrap_or_default();
    let strict = policy.starts_with("default-src 'none'") && !policy.contains("unsafe");
    let scripts = policy.contains("script-src") == (path == "index.html");
    faults.check(strict && scripts, || format!("{path}: {policy:?}"));
}
