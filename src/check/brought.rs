//! What a change brings that was not wrong before.

use std::collections::HashMap;

use super::{check_handing, check_holding};
use crate::dataset::Files;
use crate::dataset::edit::Splice;
use crate::problem::{Hold, Problem, Rule};

/// The problems after a change that were not there before it. `changes` gives what was changed in
/// a file, in the order of its text.
pub fn brought<'s>(
    before: &[Problem],
    after: Vec<Problem>,
    changes: impl Fn(&str) -> &'s [Splice],
) -> Vec<Problem> {
    let mut known = KnownProblems::default();
    before.iter().for_each(|problem| known.note(problem, &changes));
    let mut brought = after;
    brought.retain(|problem| known.lacks(problem));
    brought
}

/// The same for files of which not all problems are held: `before` has up to `most` of each rule in
/// a file. Where there are more, the files are read again, so that none but what is new is held.
pub fn brought_holding<'s>(
    (files, before): (&Files, &[Problem]),
    after: &Files,
    financial_month: u32,
    most: usize,
    changes: impl Fn(&str) -> &'s [Splice],
) -> Vec<Problem> {
    let mut known = KnownProblems::default();
    match before.len() < most {
        true => before.iter().for_each(|problem| known.note(problem, &changes)),
        false => {
            let mut note = |problem: Problem| known.note(&problem, &changes);
            let kept = check_handing(files, financial_month, 0, &mut note).problems;
            kept.into_iter().for_each(note);
        }
    }
    let (read, unheld) = check_holding(after, financial_month, Hold::First(most));
    let mut brought = read.problems;
    if unheld.is_empty() {
        brought.retain(|problem| known.lacks(problem));
        return brought;
    }
    brought.clear();
    let mut gather = |problem: Problem| brought.extend(known.lacks(&problem).then_some(problem));
    let kept = check_handing(after, financial_month, 0, &mut gather).problems;
    kept.into_iter().for_each(gather);
    crate::dataset::sort(&mut brought);
    brought
}

/// Where the cells start of which each rule tells, in the text after the change, and how often: what
/// tells problems apart and takes little memory.
#[derive(Default)]
struct KnownProblems {
    files: Vec<String>,
    cells: HashMap<(Rule, usize, usize), usize>,
}

impl KnownProblems {
    fn note<'s>(&mut self, problem: &Problem, changes: &impl Fn(&str) -> &'s [Splice]) {
        let file = self.file(&problem.place.file);
        for at in starts(problem) {
            if let Some(at) = moved(at, changes(&problem.place.file)) {
                *self.cells.entry((problem.rule, file, at)).or_default() += 1;
            }
        }
    }

    /// Is it none of those? One that tells of several cells is new if one of them is.
    fn lacks(&mut self, problem: &Problem) -> bool {
        let file = self.file(&problem.place.file);
        let new = |at: &usize| match self.cells.get_mut(&(problem.rule, file, *at)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        };
        starts(problem).filter(new).count() > 0
    }

    fn file(&mut self, name: &str) -> usize {
        self.files.iter().position(|known| known == name).unwrap_or_else(|| {
            self.files.push(name.to_string());
            self.files.len() - 1
        })
    }
}

/// Where all the cells start of which a problem tells.
fn starts(problem: &Problem) -> impl Iterator<Item = usize> {
    [problem.place.bytes.start].into_iter().chain(problem.also.iter().copied())
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
    use crate::problem::Rule;

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

    #[test]
    fn a_number_written_as_a_float_is_known_from_before_when_the_first_is_gone() {
        let figures = b"id,series,period,value,low,high,qualifier,source\na,s,2009,5.0,,,,x\n\
            b,s,2010,6.0,,,,x\nc,s,2011,,7.0,8.0,range,x\n";
        let series = b"id,title,unit,nature\ns,S,cases,flow\n";
        let read = |figures: Vec<u8>| {
            let (series, sources) = (series.to_vec(), b"id,publisher,title\nx,X,X\n".to_vec());
            let problems = check(&Files { figures, series, sources, events: None }, 4).problems;
            problems.into_iter().filter(|one| one.rule == Rule::Float).collect::<Vec<_>>()
        };
        let before = read(figures.to_vec());
        assert_eq!((before.len(), before[0].also.len()), (1, 3));
        let start = "id,series,period,value,low,high,qualifier,source\n".len();
        let gone = [Splice { at: start..start + "a,s,2009,5.0,,,,x\n".len(), with: Vec::new() }];
        let after = read(apply(figures, &gone));
        assert_eq!((after.len(), after[0].place.line), (1, 2));
        assert!(brought(&before, after, |_| &gone).is_empty());
        let more = [Splice { at: start..start, with: b"d,s,2008,4.0,,,,x\n".to_vec() }];
        let after = read(apply(figures, &more));
        assert_eq!(brought(&before, after, |_| &more).len(), 1);
    }

    #[test]
    fn what_was_told_with_others_before_is_not_new_where_it_is_told_alone() {
        let figures = b"id,series,period,value,source\na,s,2009-09,1,x\nb,s,2009-10,1,x\n\
            c,s,2010-10,1,x\nd,s,2010-11,1,x\ne,s,2011-12,1,x\nf,s,2011-11,1,x\n";
        let read = |figures: Vec<u8>| {
            let problems = check(&Files { figures, ..Files::default() }, 4).problems;
            problems.into_iter().filter(|one| one.rule == Rule::Period).collect::<Vec<_>>()
        };
        let before = read(figures.to_vec());
        assert_eq!((before.len(), before[0].also.len()), (1, 2));
        let told = |old: &str, new: &str| {
            let at = String::from_utf8_lossy(figures).find(old).unwrap();
            let splices = [Splice { at: at..at + old.len(), with: new.into() }];
            let after = read(apply(figures, &splices));
            brought(&before, after, |_| &splices)
                .into_iter()
                .map(|one| one.place.line)
                .collect::<Vec<_>>()
        };
        assert_eq!(told("b,s,2009-10", "b,s,2009-10-01/2009-10-31"), [0; 0]);
        assert_eq!(told("b,s,2009-10,1,x\n", ""), [0; 0]);
        // Beside a whole year nothing is settled any more, and each is told.
        assert_eq!(told("a,s,2009-09", "a,s,2009"), [0; 0]);
        assert_eq!(told("a,s,2009-09,1,x\n", "a,s,2009-09,1,x\ng,s,2008-09,1,x\n"), [3]);
    }
}
