//! What a change brings that was not wrong before.

use std::collections::HashMap;

use crate::dataset::edit::Splice;
use crate::problem::Problem;

/// The problems after a change that were not there before it. `changes` gives what was changed in
/// a file, in the order of its text.
pub fn brought<'s>(
    before: &[Problem],
    after: Vec<Problem>,
    changes: impl Fn(&str) -> &'s [Splice],
) -> Vec<Problem> {
    let moved = |problem: &Problem| {
        let at = moved(problem.place.bytes.start, changes(&problem.place.file))?;
        Some((problem.rule, problem.place.file.clone(), at))
    };
    let mut known: HashMap<_, usize> = HashMap::new();
    before.iter().filter_map(moved).for_each(|key| *known.entry(key).or_default() += 1);
    let mut brought = after;
    brought.retain(|problem| {
        let key = (problem.rule, problem.place.file.clone(), problem.place.bytes.start);
        match known.get_mut(&key) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
    });
    brought
}

/// Where a byte is after the changes; `None` if it gave way to others.
fn moved(at: usize, changes: &[Splice]) -> Option<usize> {
    let mut moved = at;
    for splice in changes {
        if at < splice.at.start {
            break;
        }
        if at < splice.at.end {
            return None;
        }
        moved = moved - splice.at.len() + splice.with.len();
    }
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::dataset::Files;
    use crate::dataset::edit::apply;

    #[test]
    fn what_was_wrong_before_is_not_told_again() {
        let sources = b"id,publisher,title,published\na,A,,soon\nb,B,B,2019\n";
        let splices = [Splice { at: 29..29, with: b"c,C,,2018\n".to_vec() }];
        let read = |sources: Vec<u8>| {
            let files = Files { sources, ..Files::default() };
            check(&files, 4).problems
        };
        let (before, after) = (read(sources.to_vec()), read(apply(sources, &splices)));
        let told = brought(&before, after, |file| match file {
            "data/sources.csv" => &splices,
            _ => &[],
        });
        let told: Vec<_> =
            told.iter().map(|p| (p.rule.name(), p.place.line, p.place.column)).collect();
        assert_eq!(told, [("missing-cell", 2, 5)]);
    }
}
