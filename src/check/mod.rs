//! What must hold of a data set: one file a rule, whose comment is its page of the manual. A rule
//! sees the whole data set and nothing else; it reads no file and knows no chart.
//!
//! What is wrong with a single cell or row is said where it is read, in [`dataset`](crate::dataset).

mod above_whole;
mod accessed_before;
mod adjoining_changes;
mod brought;
mod carried_over;
mod cause_word;
mod chain;
mod change_period;
mod converted;
mod crowded;
mod far_ends;
mod float;
mod formula_break;
mod fraction;
mod later_origin;
mod mixed_formula;
mod month_among_years;
mod negative;
pub mod new_figure;
mod not_comparable_with;
mod numbers;
mod origin_circle;
mod overlap;
mod percent_nature;
mod percent_unit;
mod period_inside;
mod period_stated_differs;
mod published_before;
mod repeated;
mod repeats;
mod same_series;
mod stated_differs;
mod superseded_by;
mod superseded_input;
mod ten_times;
mod two_preferred;
mod unexplained;
mod unfinished;
mod unranked_conflict;
mod unused;
mod url;

pub use brought::{brought, brought_holding};
pub use float::series_of_floats;
use std::sync::mpsc::sync_channel;
use std::thread;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Dataset, Files};
use crate::problem::{Checked, Gathered, Hold, Level, Problem, Rule, Unheld};

type Finder = fn(&Dataset) -> Vec<Problem>;

/// The one list: what breaks each rule. How bad that is, the rule says.
const FINDERS: &[(Rule, Finder)] = &[
    (Rule::PercentUnit, percent_unit::percent_unit),
    (Rule::PercentNature, percent_nature::percent_nature),
    (Rule::Negative, negative::negative),
    (Rule::AboveWhole, above_whole::above_whole),
    (Rule::Fraction, fraction::fraction),
    (Rule::Float, float::float),
    (Rule::ChangePeriod, change_period::change_period),
    (Rule::AdjoiningChanges, adjoining_changes::adjoining_changes),
    (Rule::StatedDiffers, stated_differs::stated_differs),
    (Rule::PeriodStatedDiffers, period_stated_differs::period_stated_differs),
    (Rule::TenTimes, ten_times::ten_times),
    (Rule::CarriedOver, carried_over::carried_over),
    (Rule::FarEnds, far_ends::far_ends),
    (Rule::Convertible, converted::converted),
    (Rule::NotComparableWith, not_comparable_with::not_comparable_with),
    (Rule::OriginCircle, origin_circle::origin_circle),
    (Rule::SupersededBy, superseded_by::superseded_by),
    (Rule::Repeats, repeats::repeats),
    (Rule::FormulaInput, superseded_input::superseded_input),
    (Rule::FormulaSum, mixed_formula::mixed_formula),
    (Rule::FormulaBreak, formula_break::formula_break),
    (Rule::TooMany, crowded::crowded),
    (Rule::TwoPreferred, two_preferred::two_preferred),
    (Rule::Url, url::url),
    (Rule::Overlap, overlap::overlap),
    (Rule::PeriodInside, period_inside::period_inside),
    (Rule::PublishedBefore, published_before::published_before),
    (Rule::Unfinished, unfinished::unfinished),
    (Rule::MonthAmongYears, month_among_years::month_among_years),
    (Rule::LaterOrigin, later_origin::later_origin),
    (Rule::AccessedBefore, accessed_before::accessed_before),
    (Rule::UnexplainedRank, unexplained::superseded),
    (Rule::UnexplainedBreak, unexplained::breaks),
    (Rule::SameSeries, same_series::same_series),
    (Rule::CauseWord, cause_word::cause_word),
    (Rule::Repeated, repeated::repeated),
    (Rule::UnrankedConflict, unranked_conflict::unranked_conflict),
    (Rule::UnusedSeries, unused::series),
    (Rule::UnusedSource, unused::sources),
];

/// Reads the files and puts every rule to them. The problems are in the order of the files.
pub fn check(files: &Files, financial_month: u32) -> Checked<Dataset<'_>> {
    judge(files, financial_month, |_| true, Hold::All).0
}

/// The same, and how many problems there are of each rule that are not held.
pub fn check_holding(
    files: &Files,
    financial_month: u32,
    hold: Hold,
) -> (Checked<Dataset<'_>>, Unheld) {
    judge(files, financial_month, |_| true, hold)
}

/// The same, and hands on each problem that is not held, as it is found.
pub fn check_handing<'t>(
    files: &'t Files,
    financial_month: u32,
    held: usize,
    tell: impl FnMut(Problem),
) -> Checked<Dataset<'t>> {
    let (to, from) = sync_channel(256);
    thread::scope(|scope| {
        let hold = Hold::Handing(held, to);
        let read = scope.spawn(move || check_holding(files, financial_month, hold).0);
        from.into_iter().for_each(tell);
        read.join().expect("what is read does not panic")
    })
}

/// The same without the rules that only advise, for those who draw and do not report.
pub fn errors(files: &Files, financial_month: u32) -> Checked<Dataset<'_>> {
    errors_holding(files, financial_month, Hold::All).0
}

/// The same, and how many problems there are of each rule that are not held.
pub fn errors_holding(
    files: &Files,
    financial_month: u32,
    hold: Hold,
) -> (Checked<Dataset<'_>>, Unheld) {
    judge(files, financial_month, |rule| rule.level() == Level::Error, hold)
}

/// To start threads takes longer than to judge fewer figures.
const WORTH_THREADS: usize = 50_000;

fn judge(
    files: &Files,
    financial_month: u32,
    minded: fn(Rule) -> bool,
    hold: Hold,
) -> (Checked<Dataset<'_>>, Unheld) {
    let (mut checked, mut rest) = Dataset::read_holding(files, financial_month, hold.clone());
    let data = &checked.value;
    let rules = FINDERS.iter().filter(|(rule, _)| minded(*rule));
    let rules: Vec<Finder> = rules.map(|(_, finder)| *finder).collect();
    let found = |rule: &Finder| {
        let mut gathered = Gathered::new(hold.clone());
        gathered.extend(rule(data));
        gathered.done()
    };
    let in_turn = data.figures.len() < WORTH_THREADS || matches!(hold, Hold::Handing(..));
    let more: Vec<(Vec<Problem>, Unheld)> = match in_turn {
        true => rules.iter().map(found).collect(),
        false => rules.par_iter().map(found).collect(),
    };
    for (problems, more) in more {
        checked.problems.extend(problems);
        rest.add(&more);
    }
    crate::dataset::sort(&mut checked.problems);
    (checked, rest)
}
