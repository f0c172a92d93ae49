//! Names of those who count or publish, found by their words.

use std::collections::HashMap;

/// Each name once, in the order of the alphabet.
#[derive(Debug, Default)]
pub struct Sayers {
    names: Vec<Sayer>,
    /// Which names have a word, and as their how manyth.
    by_word: HashMap<String, Vec<(u32, u32)>>,
}

#[derive(Debug)]
struct Sayer {
    name: String,
    /// In small letters.
    words: Vec<String>,
}

impl Sayers {
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Sayers {
        let mut names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        let mut all = Sayers::default();
        for (at, name) in names.into_iter().enumerate() {
            let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
            for (place, word) in words.iter().enumerate() {
                let found = all.by_word.entry(word.clone()).or_default();
                found.push((at as u32, place as u32));
            }
            all.names.push(Sayer { name: name.to_string(), words });
        }
        all
    }

    /// Does a name have this word, in small letters?
    pub fn have(&self, word: &str) -> bool {
        self.by_word.contains_key(word)
    }

    /// Every name that has this word, in order, with its words from there on. A name that has it
    /// twice is there twice.
    pub fn beginning_at(&self, word: &str) -> impl Iterator<Item = (&str, &[String])> {
        let places = self.by_word.get(word).into_iter().flatten();
        places.map(|(name, place)| {
            let Sayer { name, words } = &self.names[*name as usize];
            (name.as_str(), &words[*place as usize..])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Sayers;

    #[test]
    fn a_name_is_found_by_each_of_its_words() {
        let names = ["The Gazette", "", "Council of Wex", "The Gazette", "Wex wex"];
        let sayers = Sayers::of(names.into_iter());
        let from = |word: &str| -> Vec<String> {
            let found = sayers.beginning_at(word);
            found.map(|(name, words)| format!("{name}: {}", words.join(" "))).collect()
        };
        assert_eq!(from("wex"), ["Council of Wex: wex", "Wex wex: wex wex", "Wex wex: wex"]);
        assert_eq!(from("gazette"), ["The Gazette: gazette"]);
        assert!(sayers.have("of") && !sayers.have("Wex") && from("").is_empty());
    }
}
