//! Rows that follow each other, read by themselves, and two such stretches made one.

use super::cells::shown;
use super::ids::Ids;
use super::table::Table;
use crate::problem::{Gathered, Problem, Rule};

/// The hash of the id and the start of a row that cannot be used: there may be millions of them.
type BrokenRow = (u64, u32);

/// So many rows are moved at once from one stretch to another.
const BLOCK: usize = if cfg!(test) { 256 } else { 4096 };

/// What rows that follow each other are read into.
pub struct Stretch<T> {
    /// The rows before `items` of a stretch that another takes on: it frees each block that it has
    /// moved, so that no row is held twice for longer.
    blocks: Option<Vec<Vec<T>>>,
    items: Vec<T>,
    pub ids: Ids,
    broken: Vec<BrokenRow>,
    pub count: usize,
}

impl<T> Stretch<T> {
    pub fn with_capacity(rows: usize) -> Stretch<T> {
        let ids = Ids::with_capacity(rows);
        let items = Vec::with_capacity(rows);
        Stretch { blocks: None, items, ids, broken: Vec::new(), count: 0 }
    }

    /// For the second half of the rows that this one has room for.
    pub fn beside(&self) -> Stretch<T> {
        let rows = self.items.capacity() / 2 + 1;
        let ids = self.ids.beside(rows);
        let items = Vec::with_capacity(BLOCK);
        Stretch { blocks: Some(Vec::new()), items, ids, broken: Vec::new(), count: 0 }
    }

    /// Another row, which becomes this.
    pub fn push(&mut self, item: T, id_of: impl Fn(&T) -> &str, start: usize) {
        self.ids.add(id_of(&item), start);
        if let Some(blocks) = &mut self.blocks
            && self.items.len() == BLOCK
        {
            blocks.push(std::mem::replace(&mut self.items, Vec::with_capacity(BLOCK)));
        }
        self.items.push(item);
    }

    /// Another row that cannot be used.
    pub fn push_broken(&mut self, id: &str, start: usize) {
        if !id.is_empty() {
            self.broken.push((self.ids.hash(id), start as u32));
        }
    }

    /// The rows that follow, which were read beside these.
    pub fn append(&mut self, mut later: Stretch<T>) {
        for block in later.blocks.into_iter().flatten() {
            self.items.extend(block);
        }
        self.items.append(&mut later.items);
        self.ids.append(later.ids);
        self.broken.append(&mut later.broken);
        self.count += later.count;
    }

    /// Makes the ids known and takes the rows out whose id is taken.
    pub fn settle(
        self,
        table: &Table,
        id_of: impl Fn(&T) -> &str + Copy,
        problems: &mut Gathered,
    ) -> (Vec<T>, Ids) {
        let Stretch { items: mut all, mut ids, broken, .. } = self;
        for (hash, start) in &broken {
            ids.add_broken(*hash, *start as usize);
        }
        let duplicates = ids.settle(|key| id_of(&all[key as usize]));
        for one in &duplicates {
            problems.push(taken(table, &one.id, one.start, one.first));
        }
        for (hash, start) in broken {
            let start = start as usize;
            // Few have an id that another has: only theirs are read again.
            if !ids.may_be_taken(hash, start) {
                continue;
            }
            let id = table.likely_id(&table.record(start).0);
            if let Some(first) = ids.earlier(&id, start, |key| id_of(&all[key as usize])) {
                problems.push(taken(table, &id, start, first));
            }
        }
        let mut keys: Vec<u32> = duplicates.iter().map(|one| one.key).collect();
        keys.sort_unstable();
        if !keys.is_empty() {
            ids.take_out(&mut all, &keys, id_of);
        }
        (all, ids)
    }
}

fn taken(table: &Table, id: &str, start: usize, first: usize) -> Problem {
    let noun = table.layout.file.noun();
    let line = table.place(first..first + 1).line;
    let message = format!(
        "the id {} is taken by the {noun} in line {line}, and nothing could tell the two apart",
        shown(id)
    );
    let hint = "give this row another id, or delete it if it is the same row twice";
    Rule::DuplicateId.at(table.cell_place(start, 0), message).hint(hint)
}
