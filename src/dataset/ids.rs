//! Which id is which row, without a copy of any id.

use std::collections::HashMap;
use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use rayon::slice::ParallelSliceMut;

/// The ids of one table. Rows that cannot be used still have theirs, so that nothing that names
/// them is reported as well.
#[derive(Debug, Default)]
pub struct Ids {
    /// Half of the hash of an id above its key, sorted: half the size of a hash table, and never
    /// grown while reading.
    hashed: Vec<u64>,
    hasher: DefaultHashBuilder,
    /// The hash of each, with the byte at which the first row of that id begins.
    broken: HashMap<u64, u32>,
    /// Where the rows of the keys begin.
    pub starts: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Key(u32),
    /// The id of a row that has been reported.
    Broken,
    Unknown,
}

/// A row whose id an earlier row has.
#[derive(Debug, PartialEq, Eq)]
pub struct Duplicate {
    pub id: String,
    /// Where the earlier row begins.
    pub first: usize,
    pub start: usize,
    pub key: u32,
}

impl Ids {
    pub fn with_capacity(rows: usize) -> Ids {
        Ids { hashed: Vec::with_capacity(rows), starts: Vec::with_capacity(rows), ..Ids::default() }
    }

    /// For rows that follow these.
    pub fn beside(&self, rows: usize) -> Ids {
        Ids { hasher: self.hasher.clone(), ..Ids::with_capacity(rows) }
    }

    /// Adds rows that follow these, read beside them: their keys move up.
    pub fn append(&mut self, later: Ids) {
        let moved = self.starts.len() as u64;
        self.hashed.extend(later.hashed.iter().map(|entry| entry + moved));
        self.starts.extend(later.starts);
    }

    /// Gives the next key to the row with this id that begins here.
    pub fn add(&mut self, id: &str, start: usize) {
        let key = self.starts.len() as u64;
        self.hashed.push((self.half_hash(id) << 32) | key);
        self.starts.push(start as u32);
    }

    /// A row that cannot be used and has an id of this hash begins here.
    pub fn add_broken(&mut self, hash: u64, start: usize) {
        self.broken.entry(hash).or_insert(start as u32);
    }

    /// Of an id that is known by nothing else.
    pub fn hash(&self, id: &str) -> u64 {
        self.hasher.hash_one(id)
    }

    fn half_hash(&self, id: &str) -> u64 {
        self.hash(id) >> 32
    }

    /// Is there perhaps another row before this one that has an id of this hash?
    pub fn may_be_taken(&self, hash: u64, start: usize) -> bool {
        let half = hash >> 32;
        let from = self.hashed.partition_point(|entry| entry >> 32 < half);
        self.hashed.get(from).is_some_and(|entry| entry >> 32 == half)
            || self.broken.get(&hash).is_some_and(|first| (*first as usize) < start)
    }

    /// To be called when all rows are added, and before any is looked for. Gives the rows that
    /// have the id of an earlier one; `id_of` gives the id of a key.
    pub fn settle<'n>(&mut self, id_of: impl Fn(u32) -> &'n str) -> Vec<Duplicate> {
        self.hashed.par_sort_unstable();
        let mut duplicates = Vec::new();
        for pair in self.hashed.windows(2).filter(|pair| pair[0] >> 32 == pair[1] >> 32) {
            let key = pair[1] as u32;
            if let Some(first) = self.key(id_of(key), &id_of)
                && first != key
            {
                duplicates.push(self.duplicate(id_of(key), self.start(first), key));
            }
        }
        let keys = if self.broken.is_empty() { 0 } else { self.starts.len() as u32 };
        for key in 0..keys {
            let id = id_of(key);
            let broken = self.broken.get(&self.hash(id)).map(|broken| *broken as usize);
            if let Some(broken) = broken.filter(|broken| *broken < self.start(key))
                && self.key(id, &id_of) == Some(key)
            {
                duplicates.push(self.duplicate(id, broken, key));
            }
        }
        duplicates.sort_by_key(|duplicate| (duplicate.start, duplicate.first));
        duplicates.dedup_by_key(|duplicate| duplicate.start);
        duplicates
    }

    fn duplicate(&self, id: &str, first: usize, key: u32) -> Duplicate {
        Duplicate { id: id.to_string(), first, start: self.start(key), key }
    }

    fn start(&self, key: u32) -> usize {
        self.starts[key as usize] as usize
    }

    /// The row before this one that has its id, be it broken or not.
    pub fn earlier<'n>(
        &self,
        id: &str,
        start: usize,
        id_of: impl Fn(u32) -> &'n str,
    ) -> Option<usize> {
        let good = self.key(id, id_of).map(|key| self.start(key));
        let first = good
            .into_iter()
            .chain(self.broken.get(&self.hash(id)).map(|first| *first as usize))
            .min();
        first.filter(|first| *first < start)
    }

    pub fn find<'n>(&self, id: &str, id_of: impl Fn(u32) -> &'n str) -> Known {
        match self.key(id, id_of) {
            Some(key) => Known::Key(key),
            None if self.is_broken(id) => Known::Broken,
            None => Known::Unknown,
        }
    }

    pub fn is_broken(&self, id: &str) -> bool {
        !self.broken.is_empty() && self.broken.contains_key(&self.hash(id))
    }

    /// The first key of an id.
    fn key<'n>(&self, id: &str, id_of: impl Fn(u32) -> &'n str) -> Option<u32> {
        let hash = self.half_hash(id);
        let from = self.hashed.partition_point(|entry| entry >> 32 < hash);
        let same = self.hashed[from..].iter().take_while(|entry| *entry >> 32 == hash);
        same.map(|entry| *entry as u32).find(|key| id_of(*key) == id)
    }

    /// Takes rows out that cannot be used after all. Their ids stay known as broken, and later keys
    /// move up. `keys` is sorted.
    pub fn take_out<T>(&mut self, items: &mut Vec<T>, keys: &[u32], id_of: impl Fn(&T) -> &str) {
        for key in keys {
            let hash = self.hash(id_of(&items[*key as usize]));
            self.add_broken(hash, self.start(*key));
        }
        let stays = |key: u32| keys.binary_search(&key).is_err();
        let mut key = 0..;
        items.retain(|_| key.next().is_none_or(stays));
        let mut key = 0..;
        self.starts.retain(|_| key.next().is_none_or(stays));
        self.hashed.retain(|entry| stays(*entry as u32));
        for entry in &mut self.hashed {
            let gone = keys.partition_point(|key| *key < *entry as u32);
            *entry -= gone as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_and_taken_out() {
        let mut items = vec!["a", "b", "a", "c", "d"];
        let mut ids = Ids::with_capacity(5);
        for (at, id) in items.iter().enumerate() {
            ids.add(id, at * 10);
        }
        for (id, start) in [("c", 25), ("e", 60)] {
            ids.add_broken(ids.hash(id), start);
        }
        let duplicates = ids.settle(|key| items[key as usize]);
        let told: Vec<_> = duplicates.iter().map(|one| (&*one.id, one.first, one.key)).collect();
        assert_eq!(told, [("a", 0, 2), ("c", 25, 3)]);
        ids.take_out(&mut items, &[2, 3], |id| *id);
        assert_eq!(items, ["a", "b", "d"]);
        assert_eq!(ids.starts, [0, 10, 40]);
        let find = |id| ids.find(id, |key| items[key as usize]);
        assert_eq!(
            [find("a"), find("d"), find("c")],
            [Known::Key(0), Known::Key(2), Known::Broken]
        );
        assert_eq!(find("x"), Known::Unknown);
        assert_eq!(ids.earlier("a", 5, |key| items[key as usize]), Some(0));
    }
}
