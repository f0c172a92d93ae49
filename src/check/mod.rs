//! What must hold of a data set: one file a rule, whose comment is its page of the manual. A rule
//! sees the whole data set and nothing else; it reads no file and knows no chart.
//!
//! What is wrong with a single cell or row is said where it is read, in [`dataset`](crate::dataset).

mod brought;
mod negative;
pub mod new_figure;
mod origin_circle;
mod overlap;
mod published_before;
mod repeated;
mod two_preferred;
mod unranked_conflict;
mod unused;
mod url;

pub use brought::brought;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Dataset, Files};
use crate::problem::{Checked, Problem};

type Finder = fn(&Dataset) -> Vec<Problem>;

/// What must be mended before anything is drawn.
const ERRORS: [Finder; 4] =
    [negative::negative, origin_circle::origin_circle, two_preferred::two_preferred, url::url];

/// What is worth a look.
const ADVICE: [Finder; 5] = [
    overlap::overlap,
    published_before::published_before,
    repeated::repeated,
    unranked_conflict::unranked_conflict,
    unused::unused,
];

/// Reads the files and puts every rule to them. The problems are in the order of the files.
pub fn check(files: &Files, financial_month: u32) -> Checked<Dataset<'_>> {
    judge(files, financial_month, ERRORS.iter().chain(&ADVICE))
}

/// The same without the rules that only advise, for those who draw and do not report.
pub fn errors(files: &Files, financial_month: u32) -> Checked<Dataset<'_>> {
    judge(files, financial_month, ERRORS.iter())
}

/// To start threads takes longer than to judge fewer figures.
const WORTH_THREADS: usize = 50_000;

fn judge<'t, 'r>(
    files: &'t Files,
    financial_month: u32,
    rules: impl Iterator<Item = &'r Finder>,
) -> Checked<Dataset<'t>> {
    let mut checked = Dataset::read(files, financial_month);
    let (data, rules) = (&checked.value, rules.collect::<Vec<_>>());
    let more: Vec<Vec<Problem>> = if data.figures.len() < WORTH_THREADS {
        rules.iter().map(|rule| rule(data)).collect()
    } else {
        rules.par_iter().map(|rule| rule(data)).collect()
    };
    checked.problems.extend(more.into_iter().flatten());
    crate::dataset::sort(&mut checked.problems);
    checked
}
