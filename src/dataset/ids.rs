//! Which id is which row, without a copy of any id.

use std::collections::HashMap;

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// The ids of one table. Rows that cannot be used still have theirs, so that nothing that names
/// them is reported as well.
#[derive(Debug, Default)]
pub struct Ids {
    keys: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// With the byte at which the row begins.
    broken: HashMap<String, usize>,
    /// Where the rows of the keys begin.
    pub starts: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Key(u32),
    /// The id of a row that has been reported, which begins at this byte.
    Broken(usize),
    Unknown,
}

impl Ids {
    pub fn with_capacity(rows: usize) -> Ids {
        Ids {
            keys: HashTable::with_capacity(rows),
            starts: Vec::with_capacity(rows),
            ..Ids::default()
        }
    }

    pub fn hash(&self, id: &str) -> u64 {
        self.hasher.hash_one(id)
    }

    /// `name` gives the id of a key.
    pub fn find<'n>(&self, id: &str, name: impl Fn(u32) -> &'n str) -> Known {
        self.find_hashed(self.hash(id), id, name)
    }

    pub fn find_hashed<'n>(&self, hash: u64, id: &str, name: impl Fn(u32) -> &'n str) -> Known {
        match self.keys.find(hash, |key| name(*key) == id) {
            Some(key) => Known::Key(*key),
            None if self.broken.is_empty() => Known::Unknown,
            None => self.broken.get(id).map_or(Known::Unknown, |start| Known::Broken(*start)),
        }
    }

    /// The next key is that of the row at `start`.
    pub fn add<'n>(&mut self, hash: u64, start: usize, name: impl Fn(u32) -> &'n str) {
        let key = self.starts.len() as u32;
        let hasher = &self.hasher;
        self.keys.insert_unique(hash, key, |key| hasher.hash_one(name(*key)));
        self.starts.push(start as u32);
    }

    pub fn add_broken(&mut self, id: String, start: usize) {
        if !id.is_empty() {
            self.broken.entry(id).or_insert(start);
        }
    }

    /// Hands on the ids of broken rows.
    pub fn move_broken(&mut self, to: &mut Ids) {
        to.broken = std::mem::take(&mut self.broken);
    }
}
