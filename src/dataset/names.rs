//! What the ids in other tables lead to, and how often each row is named.

use std::sync::Arc;

use hashbrown::HashMap;

use super::cells::shown;
use super::data_file::DataFile;
use super::ids::Known;
use super::scan::Cell;
use super::sheet::Sheet;
use super::table::{Row, Table};
use crate::nearest::nearest;
use crate::problem::{Gathered, Rule};

/// A table that cells refer to, and how often each of its rows is referred to.
pub struct Target<'a, 't> {
    pub names: Arc<[&'t str]>,
    keys: Arc<HashMap<&'t str, u32>>,
    pub uses: Vec<u32>,
    pub sheet: &'a Sheet<'t>,
}

pub struct Names<'a, 't> {
    pub series: Target<'a, 't>,
    pub sources: Target<'a, 't>,
}

impl Names<'_, '_> {
    /// The same names, to be used on another thread.
    pub fn unused(&self) -> Self {
        Names { series: self.series.unused(), sources: self.sources.unused() }
    }

    pub fn count_uses_of(&mut self, other: &Names) {
        self.series.count_uses_of(&other.series);
        self.sources.count_uses_of(&other.sources);
    }
}

impl<'a, 't> Target<'a, 't> {
    pub fn new(names: Vec<&'t str>, sheet: &'a Sheet<'t>) -> Target<'a, 't> {
        let keys: HashMap<_, _> =
            names.iter().enumerate().map(|(key, name)| (*name, key as u32)).collect();
        Target { uses: vec![0; names.len()], names: names.into(), keys: keys.into(), sheet }
    }

    pub fn unused(&self) -> Self {
        let (names, keys) = (Arc::clone(&self.names), Arc::clone(&self.keys));
        Target { uses: vec![0; names.len()], names, keys, sheet: self.sheet }
    }

    fn find(&self, id: &str) -> Known {
        match self.keys.get(id) {
            Some(key) => Known::Key(*key),
            None if self.sheet.ids.is_broken(id) => Known::Broken,
            None => Known::Unknown,
        }
    }

    /// What a cell of a row names. A name that is not there is told of by this rule.
    pub fn refer(
        &mut self,
        row: &Row,
        column: usize,
        rule: Rule,
        left: &mut usize,
        problems: &mut Gathered,
    ) -> Link {
        match (row.plain(column), row.cell(column)) {
            (None, _) => Link::Broken,
            (Some(id), Some(cell)) if !id.is_empty() => {
                self.link(row.table, cell, id, rule, left, problems)
            }
            _ => Link::Empty,
        }
    }

    /// The same for an id in this cell; `left` is how many names may still be compared.
    pub fn link(
        &mut self,
        table: &Table,
        cell: Cell,
        id: &str,
        rule: Rule,
        left: &mut usize,
        problems: &mut Gathered,
    ) -> Link {
        match self.find(id) {
            Known::Key(key) => {
                self.uses[key as usize] += 1;
                return Link::To(key);
            }
            Known::Unknown if self.sheet.table.readable && !id.trim().is_empty() => {}
            _ => return Link::Broken,
        }
        let file = self.sheet.table.layout.file;
        let (noun, label) = (file.noun(), file.label());
        let hint = match self.nearest(id, left) {
            Some(near) => {
                self.uses[near] += 1;
                format!("write `{}`, or add {} to {label}", self.names[near], shown(id))
            }
            None => {
                format!("add {} to {label}, or write the id of one that is there", shown(id))
            }
        };
        let why = match file {
            DataFile::Series => "so it is not known what is counted",
            _ => "so nobody can trace who said it",
        };
        let message = format!("there is no {noun} {}, {why}", shown(id));
        let place = table.place(cell.start..cell.end);
        problems.push(rule.at(place, message).hint(hint));
        Link::Broken
    }

    fn nearest(&self, id: &str, left: &mut usize) -> Option<usize> {
        *left = left.checked_sub(self.names.len())?;
        let near = nearest(id, self.names.iter().copied())?;
        self.names.iter().position(|name| *name == near)
    }

    pub fn count_uses_of(&mut self, other: &Target) {
        for (uses, more) in self.uses.iter_mut().zip(&other.uses) {
            *uses += more;
        }
    }

    /// Counts as a use whatever it is that a row names that cannot be read.
    pub fn use_what_is_named(&mut self, row: &Row) {
        for cell in row.cells {
            let raw = row.table.raw(cell.start..cell.end);
            let likely: String =
                raw.chars().filter(|c| c.is_ascii_graphic() && *c != '"').collect();
            if let Known::Key(key) = self.find(&likely) {
                self.uses[key as usize] += 1;
            }
        }
    }
}

/// What a cell with an id leads to.
pub enum Link {
    Empty,
    To(u32),
    /// Nowhere, and that has been told.
    Broken,
}

impl Link {
    pub fn key(&self) -> Option<u32> {
        match self {
            Link::To(key) => Some(*key),
            _ => None,
        }
    }
}
