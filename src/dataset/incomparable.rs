//! Which series may not be compared, and why.

use std::collections::BTreeSet;

use super::Dataset;
use crate::figure::SeriesKey;

/// Two series that may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomparable<'d> {
    /// The one whose row says so.
    pub bearer: SeriesKey,
    /// Why: the note of that row; may be empty.
    pub reason: &'d str,
}

impl Dataset<'_> {
    /// Whether two series may not be compared: on one axis, under one name, by `times`, `change` or
    /// `difference`, or in words of growth. Said of one it holds for both, and for what is worked out
    /// from them whole; not for a third that one of them may not be compared with. `None` where
    /// nothing forbids it.
    pub fn incomparable(&self, one: SeriesKey, other: SeriesKey) -> Option<Incomparable<'_>> {
        if one == other || self.indexes.apart.is_empty() {
            return None;
        }
        self.apart(&self.made_of(one), &self.made_of(other))
    }

    /// The first two of several that may not be compared.
    pub fn first_incomparable(
        &self,
        all: &BTreeSet<SeriesKey>,
    ) -> Option<(SeriesKey, SeriesKey, Incomparable<'_>)> {
        if self.indexes.apart.is_empty() {
            return None;
        }
        let all: Vec<_> = all.iter().map(|key| (*key, self.made_of(*key))).collect();
        all.iter().enumerate().find_map(|(at, (one, made))| {
            let before = all[..at].iter();
            before
                .into_iter()
                .find_map(|(other, parts)| Some((*other, *one, self.apart(parts, made)?)))
        })
    }

    /// Of what two are made of.
    fn apart(
        &self,
        left: &BTreeSet<SeriesKey>,
        right: &BTreeSet<SeriesKey>,
    ) -> Option<Incomparable<'_>> {
        [(left, right), (right, left)].into_iter().find_map(|(bearers, others)| {
            let said = |bearer: &&SeriesKey| {
                others.iter().any(|key| self.indexes.apart.says(**bearer, *key))
            };
            // what is made of a series is compared with it by its formula
            let bearer = *bearers.iter().filter(|one| !others.contains(one)).find(said)?;
            Some(Incomparable { bearer, reason: &self.series(bearer).note })
        })
    }

    /// A series and all that it is worked out from.
    fn made_of(&self, key: SeriesKey) -> BTreeSet<SeriesKey> {
        let (mut found, mut open) = (BTreeSet::new(), vec![key]);
        while let Some(key) = open.pop() {
            if found.insert(key)
                && let Some(formula) = &self.series(key).formula
            {
                let inputs = formula.figures().into_iter();
                open.extend(inputs.filter_map(|id| self.find_series(id)));
            }
        }
        found
    }
}
