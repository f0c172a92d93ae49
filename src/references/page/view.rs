//! A page as it is asked: what its tags say, and what it is about.

use serde_json::{Map, Value};

use super::linked::{LinkedThings, text};
use super::tags::{PageTags, unmarked};

/// What somebody says, and in which tag.
#[derive(Clone, Debug)]
pub(super) struct TagSays {
    pub text: String,
    pub tag: String,
}

impl TagSays {
    pub fn new(text: &str, tag: &str) -> TagSays {
        TagSays { text: text.to_string(), tag: tag.to_string() }
    }
}

/// The page with what was made of its JSON-LD.
pub(super) struct PageView {
    pub tags: PageTags,
    pub linked: LinkedThings,
    /// What the page is about, as JSON-LD has it.
    pub main: Map<String, Value>,
}

impl PageView {
    /// What these tags say, in the order of the names.
    pub fn metas(&self, names: &[&str]) -> Vec<TagSays> {
        let of = |name: &&str| {
            let name = name.to_string();
            let said = self.tags.metas.iter().filter(move |(own, _)| *own == name);
            said.map(|(own, value)| TagSays::new(&unmarked(value), own)).collect::<Vec<_>>()
        };
        let said = names.iter().flat_map(of);
        said.filter(|said| !said.text.is_empty()).collect()
    }

    /// The first of these that the thing says which the page is about.
    pub fn linked_text(&self, properties: &[&str]) -> Option<TagSays> {
        let said = properties.iter().map(|property| {
            TagSays::new(&text(&self.main, property), &format!("JSON-LD {property}"))
        });
        said.into_iter().find(|said| !said.text.is_empty())
    }

    pub fn linked_names(&self, property: &str) -> Vec<(String, Option<bool>)> {
        self.linked.named(&self.main, property)
    }
}
