//! JSON-LD in the words of schema.org: which of its things the page is about.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::json::text_of;
use super::super::kind::of_page_type;
use super::tags::unmarked;

type Thing = Map<String, Value>;

/// The things that a page describes.
#[derive(Default)]
pub(super) struct LinkedThings {
    things: Vec<Thing>,
    /// Those that have a name and are called by an address: others point at them.
    by_id: BTreeMap<String, Thing>,
    /// Blocks that are no JSON: the byte each begins at, and why.
    pub broken: Vec<(usize, String)>,
}

impl LinkedThings {
    pub fn of(blocks: &[(usize, String)]) -> LinkedThings {
        let mut all = LinkedThings::default();
        for (at, block) in blocks {
            match parsed(block) {
                Ok(value) => {
                    all.index(&value);
                    all.gather(value);
                }
                Err(reason) => all.broken.push((*at, reason)),
            }
        }
        all
    }

    /// Things stand alone, in lists, below `@graph`, and as what a page is mainly about.
    fn gather(&mut self, value: Value) {
        match value {
            Value::Array(values) => values.into_iter().for_each(|value| self.gather(value)),
            Value::Object(mut thing) => {
                let inner = thing.remove("@graph");
                let main = ["mainEntity", "mainEntityOfPage"].map(|name| match thing.get(name) {
                    Some(about @ (Value::Object(_) | Value::Array(_))) => Some(about.clone()),
                    _ => None,
                });
                if !thing.is_empty() {
                    self.things.push(thing);
                }
                inner.into_iter().chain(main.into_iter().flatten()).for_each(|it| self.gather(it));
            }
            _ => {}
        }
    }

    fn index(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.index(value)),
            Value::Object(thing) => {
                let id = text_of(thing.get("@id"));
                if !id.is_empty() && thing.contains_key("name") {
                    self.by_id.entry(id).or_insert_with(|| thing.clone());
                }
                thing.values().for_each(|value| self.index(value));
            }
            _ => {}
        }
    }

    /// What the page is: an article before a page, and of several the one with this address. Also
    /// whether it had to be chosen among others.
    pub fn main(&self, is_here: impl Fn(&str) -> bool) -> (Option<&Thing>, bool) {
        let ranked = self.things.iter().map(|thing| (rank(thing), thing));
        let best = ranked.clone().map(|(rank, _)| rank).max().unwrap_or(0);
        if best == 0 {
            return (None, false);
        }
        let of_rank: Vec<&Thing> =
            ranked.filter(|(rank, _)| *rank == best).map(|(_, thing)| thing).collect();
        let here = of_rank.iter().find(|thing| addresses(thing).iter().any(|it| is_here(it)));
        let titles = of_rank.iter().map(|thing| text(thing, "headline")).collect::<Vec<_>>();
        let is_chosen = here.is_none() && titles.iter().any(|title| *title != titles[0]);
        (here.or(of_rank.first()).copied(), is_chosen)
    }

    /// The things of a type, such as `WebSite`.
    pub fn of_type(&self, wanted: &str) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(move |thing| types(thing).iter().any(|own| own == wanted))
    }

    /// Who or what stands there by name, and whether it is a person, as far as it is said.
    pub fn named(&self, thing: &Thing, property: &str) -> Vec<(String, Option<bool>)> {
        let values = match thing.get(property) {
            Some(Value::Array(values)) => values.iter().collect(),
            Some(value) => vec![value],
            None => Vec::new(),
        };
        let named = values.into_iter().map(|value| match value {
            Value::Object(thing) => self.name_of(thing),
            // A name, or what is called so elsewhere.
            other => match text_of(Some(other)) {
                id if self.by_id.contains_key(&id) => self.name_of(&self.by_id[&id]),
                address if address.contains("://") => (String::new(), None),
                name => (unmarked(&name), None),
            },
        });
        named.filter(|(name, _)| !name.is_empty()).collect()
    }

    fn name_of(&self, thing: &Thing) -> (String, Option<bool>) {
        let other = self.by_id.get(&text_of(thing.get("@id")));
        let name = [Some(thing), other].into_iter().flatten().map(|thing| text(thing, "name"));
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let kinds = [Some(thing), other].into_iter().flatten().flat_map(types);
        let kinds: Vec<String> = kinds.collect();
        let is_person = match kinds.is_empty() {
            true => None,
            false => Some(kinds.iter().any(|kind| kind == "Person")),
        };
        (name, is_person)
    }
}

/// An article before a page, a page before what is only shown on it; 0 for what no page is.
fn rank(thing: &Thing) -> u8 {
    let of_type = |name: &String| match (of_page_type(name), name.as_str()) {
        ("", _) => 0,
        ("broadcast", "VideoObject" | "AudioObject" | "Clip") => 1,
        ("web", page) if page.ends_with("Page") => 2,
        ("web", _) => 3,
        _ => 4,
    };
    types(thing).iter().map(of_type).max().unwrap_or(0)
}

/// `NewsArticle`, also where it is written as `http://schema.org/NewsArticle`.
pub(super) fn types(thing: &Thing) -> Vec<String> {
    let last = |name: &str| name.rsplit(['/', ':', '#']).next().unwrap_or_default().to_string();
    match thing.get("@type") {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(last).collect(),
        Some(Value::String(name)) => vec![last(name)],
        _ => Vec::new(),
    }
}

/// Where a thing says that it stands; only for want of that, what it is called by.
pub(super) fn addresses(thing: &Thing) -> Vec<String> {
    let page = match thing.get("mainEntityOfPage") {
        Some(Value::Object(page)) => text_of(page.get("@id").or(page.get("url"))),
        other => text_of(other),
    };
    let mut all = vec![text_of(thing.get("url")), page];
    all.retain(|address| address.contains('/'));
    if all.is_empty() {
        all.extend(Some(text_of(thing.get("@id"))).filter(|id| id.contains("://")));
    }
    all
}

/// A text in one line, `{"@value": …}` too.
pub(super) fn text(thing: &Thing, property: &str) -> String {
    unmarked(&match thing.get(property) {
        Some(Value::Object(value)) => text_of(value.get("@value")),
        other => text_of(other),
    })
}

/// Some write line breaks into texts, or a comment about the whole.
fn parsed(block: &str) -> Result<Value, String> {
    let whole = block.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let whole = whole.replace("//<![CDATA[", "").replace("//]]>", "");
    let read = |text: &str| serde_json::from_str::<Value>(text.trim().trim_end_matches(';'));
    let cleaned = || whole.replace(|c: char| c.is_control(), " ");
    read(&whole).or_else(|error| read(&cleaned()).map_err(|_| error)).map_err(|error| {
        let reason = error.to_string();
        reason.split(" at line ").next().unwrap_or_default().to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(block: &str) -> LinkedThings {
        LinkedThings::of(&[(0, block.to_string())])
    }

    #[test]
    fn the_article_of_a_graph_with_names_from_elsewhere() {
        let all = of(r##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","@id":"https://x.org/a/","name":"A | X"},
            {"@type":["Article","BlogPosting"],"@id":"https://x.org/a/#article","headline":"A &#8211; B",
             "author":{"@id":"#ann"},"publisher":{"@id":"#org"}},
            {"@type":"Organization","@id":"#org","name":"X Trust"},
            {"@type":"Person","@id":"#ann","name":"Ann Bell"}]}"##);
        let (main, is_chosen) = all.main(|_| false);
        let main = main.expect("there is an article");
        assert_eq!((text(main, "headline").as_str(), is_chosen), ("A – B", false));
        assert_eq!(all.named(main, "publisher"), [("X Trust".to_string(), Some(false))]);
        assert_eq!(all.named(main, "author"), [("Ann Bell".to_string(), Some(true))]);
    }

    #[test]
    fn of_several_the_one_with_the_address_of_the_page() {
        let all = of(r#"[{"@type":"NewsArticle","headline":"One","url":"https://x.org/1"},
            {"@type":"http://schema.org/NewsArticle","headline":"Two",
             "mainEntityOfPage":{"@type":"WebPage","@id":"https://x.org/2"}}]"#);
        let headline = |all: &LinkedThings, here: &str| {
            let (main, is_chosen) = all.main(|address| address == here);
            (text(main.expect("there is one"), "headline"), is_chosen)
        };
        assert_eq!(headline(&all, "https://x.org/2"), ("Two".into(), false));
        assert_eq!(headline(&all, "https://x.org/3"), ("One".into(), true));
    }

    #[test]
    fn json_as_it_occurs() {
        for block in ["{\"name\": \"a\nb\"}", "<!-- {\"name\":\"a b\"} -->", "{\"name\":\"a b\"};"]
        {
            assert_eq!(text(&of(block).things[0], "name"), "a b", "{block}");
        }
        assert_eq!(of("{\"name\": }").broken.len(), 1);
        assert!(of("7").things.is_empty());
    }
}
