//! Why a line joins nothing at all.

use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{Frequency, Period, Span};
use crate::locale::EN_GB;
use crate::problem::Rule;

/// What keeps a line from leading from one figure to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// A break lies between them.
    Break,
    /// Between them lies a period of which a source says that it has no number.
    NoNumber(Period),
    /// Their periods are of different lengths, or start elsewhere in a year or a week.
    Unlike,
    /// Their periods share days.
    Overlap,
    /// Of the days between them there is no figure.
    Missing,
    /// One of them is a bound.
    Bound,
    /// One of them is a range.
    Range,
}

/// So many periods are named.
const NAMED: usize = 4;
/// Every second to every tenth, in words.
const ORDINALS: [&str; 9] =
    ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Advises on a series whose line leads nowhere: it looks as if the picture had lost it.
pub fn advise(desk: &mut Desk, shown: &Shown, obstacles: &[(usize, Obstacle)]) {
    let reasons = match shown.observed.len() {
        0 if !shown.targets.is_empty() => vec!["it has nothing but targets here".to_string()],
        0 => vec!["no figure of it has a number here".to_string()],
        1 => vec!["it has one figure alone here".to_string()],
        _ => reasons(desk, shown, obstacles),
    };
    let message =
        format!("no two figures of `{}` may be joined: {}", shown.layer.series, reasons.join("; "));
    let place = desk.place(&shown.spec.mark.bytes);
    desk.problems.push(Rule::NothingJoined.at(place, message).hint("write mark = \"points\""));
}

/// One for each kind of obstacle.
fn reasons(desk: &Desk, shown: &Shown, obstacles: &[(usize, Obstacle)]) -> Vec<String> {
    let mut told: Vec<std::mem::Discriminant<Obstacle>> = Vec::new();
    let mut reasons = Vec::new();
    for (_, obstacle) in obstacles {
        let kind = std::mem::discriminant(obstacle);
        if !told.contains(&kind) {
            told.push(kind);
            let alike: Vec<&(usize, Obstacle)> =
                obstacles.iter().filter(|(_, one)| std::mem::discriminant(one) == kind).collect();
            let all = alike.len() == obstacles.len();
            reasons.push(reason(desk, shown, &alike, all));
        }
    }
    reasons
}

/// Of obstacles of one kind, and whether there is no other.
fn reason(desk: &Desk, shown: &Shown, alike: &[&(usize, Obstacle)], all: bool) -> String {
    let pair = |at: usize| [&shown.observed[at], &shown.observed[at + 1]];
    let (at, obstacle) = *alike[0];
    let said = |one: &Observed| desk.period(shown.series, one.period);
    let [one, next] = pair(at).map(said);
    let several = alike.len() > 1;
    match obstacle {
        Obstacle::Break if several => "breaks lie between them".to_string(),
        Obstacle::Break => format!("a break lies between {one} and {next}"),
        Obstacle::NoNumber(_) => {
            let silent = alike.iter().filter_map(|(_, obstacle)| match obstacle {
                Obstacle::NoNumber(period) => Some(desk.period(shown.series, *period)),
                _ => None,
            });
            let silent: Vec<String> = silent.collect();
            match silent.len() > NAMED {
                true => format!("{} periods between them have no number", silent.len()),
                false => format!("between them there is no number for {}", EN_GB.list(&silent)),
            }
        }
        Obstacle::Unlike => {
            let spans = pair(at).map(Observed::span);
            match (first_of_another_length(spans), Frequency::of(spans[0])) {
                (Some(_), _) => {
                    format!("the periods are of different lengths, as {one} and {next}")
                }
                (None, Frequency::Days { .. }) => {
                    format!("the periods start on different days of the week, as {one} and {next}")
                }
                (None, _) => {
                    format!("the periods start in different months, as {one} and {next}")
                }
            }
        }
        Obstacle::Overlap => format!("the periods share days, as {one} and {next}"),
        Obstacle::Missing => match regular(shown, alike).filter(|_| all && several) {
            Some(regular) => format!("it has a figure for {regular} only"),
            None if all && several => "periods without a figure lie between them".to_string(),
            None => format!("periods without a figure lie between {one} and {next}"),
        },
        Obstacle::Bound => {
            let is_bound = |point: &&crate::chart::layer::Point| point.quantity.open().is_some();
            let bound = shown.layer.points.iter().position(|point| is_bound(&point));
            match shown.layer.points.iter().filter(is_bound).count() {
                count if count == shown.layer.points.len() => {
                    "all of them are bounds, and a line leads from value to value".to_string()
                }
                _ => format!(
                    "a line stops at a bound, as the figure for {} is",
                    bound.map_or(one, |bound| said(&shown.observed[bound]))
                ),
            }
        }
        Obstacle::Range => {
            let points = shown.layer.points.iter();
            let range =
                points.zip(&shown.observed).find(|(point, _)| point.quantity.value().is_none());
            let range = range.map_or(one, |(_, observed)| said(observed));
            format!("the figure for {range} is a range, which has no one value")
        }
    }
}

/// `every second year`, where one of so many periods has a figure throughout.
fn regular(shown: &Shown, alike: &[&(usize, Obstacle)]) -> Option<String> {
    let steps = alike.iter().map(|(at, _)| {
        let [one, next] = [at, &(at + 1)].map(|at| shown.observed[*at].span());
        step(one, next)
    });
    let steps: Option<Vec<usize>> = steps.collect();
    let first = *steps.as_ref()?.first()?;
    let alike = steps?.iter().all(|step| *step == first);
    let unit = match Frequency::of(shown.observed.first()?.span()) {
        Frequency::Months { months: 12, .. } => "year",
        Frequency::Months { months: 6, .. } => "half-year",
        Frequency::QUARTER => "quarter",
        Frequency::Months { months: 1, .. } => "month",
        Frequency::Days { days: 7, .. } => "week",
        Frequency::Days { days: 1, .. } => "day",
        _ => return None,
    };
    let nth = ORDINALS.get(first.checked_sub(2)?)?;
    alike.then(|| format!("every {nth} {unit}"))
}

/// How many periods lie from one to another of its kind, the other counted in.
fn step(one: Span, other: Span) -> Option<usize> {
    let frequency = Frequency::shared([one, other])?;
    let mut span = one;
    (1..=ORDINALS.len() + 1).find(|_| {
        let next = frequency.next(span);
        span = next.unwrap_or(span);
        next == Some(other)
    })
}

#[cfg(test)]
mod tests {
    use crate::dataset::{Dataset, Files};
    use crate::problem::Rule;

    /// What is said of a line through such figures: a period, a colon, a value, and what else there
    /// is in the row.
    fn said(nature: &str, figures: &str) -> String {
        let row = |(at, figure): (usize, &str)| {
            let (period, value) = figure.split_once(':').expect("a period and a value");
            format!("f{at},a,{period},{value},s\n")
        };
        let rows: String = figures.split(' ').enumerate().map(row).collect();
        let percent = nature == "share," || nature == "change,";
        let unit = if percent { "percent" } else { "people" };
        let files = Files {
            figures: format!(
                "id,series,period,value,low,high,qualifier,status,note,source\n{rows}"
            )
            .into(),
            series: format!("id,title,unit,nature,per\na,As,{unit},{nature}\n").into(),
            sources: "id,publisher,title,published\ns,One,T,2024\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4);
        assert_eq!(data.problems, [], "{rows}");
        let spec = "title = \"As\"\n[[panels]]\nseries = [{ id = \"a\", mark = \"line\" }]\n";
        let checked = crate::chart::resolve("a", "charts/a.toml", spec, &data.value, "p");
        assert!(checked.value.is_some(), "{figures}: {:?}", checked.problems);
        let told = checked.problems.iter().map(|problem| {
            assert_eq!((problem.rule, problem.place.line), (Rule::NothingJoined, 3));
            problem
                .message
                .strip_prefix("no two figures of `a` may be joined: ")
                .expect("so it begins")
        });
        told.collect::<Vec<&str>>().join("|")
    }

    #[test]
    fn a_line_that_joins_nothing_says_why() {
        let at_least = ":12,,,at_least,,";
        for (nature, figures, reason) in [
            ("flow,", "2019:1,,,,, 2020:2,,,,,", ""),
            ("flow,", "2019:1,,,,, 2021:1,,,,, 2022:2,,,,,", ""),
            ("flow,", "2019:1,,,,,", "it has one figure alone here"),
            ("flow,", "2019:,,,,x,", "no figure of it has a number here"),
            ("flow,", "2029:1,,,,t, 2030:2,,,,t,", "it has nothing but targets here"),
            (
                "flow,",
                "2014:1,,,,, 2016:1,,,,, 2018:2,,,,,",
                "it has a figure for every second year only",
            ),
            (
                "flow,",
                "2014-Q1:1,,,,, 2015-Q1:1,,,,, 2016-Q1:2,,,,,",
                "it has a figure for every fourth quarter only",
            ),
            (
                "share,",
                "2019-01-05/2019-01-11:1,,,,, 2019-01-19/2019-01-25:1,,,,, 2019-02-02/2019-02-08:2,,,,,",
                "it has a figure for every second week only",
            ),
            (
                "flow,",
                "2014:1,,,,, 2016:1,,,,, 2019:2,,,,,",
                "periods without a figure lie between them",
            ),
            (
                "flow,",
                "2011:1,,,,, 2021:2,,,,,",
                "periods without a figure lie between 2011 and 2021",
            ),
            (
                "flow,",
                "2018:1,,,,, 2019:,,,,x, 2020:2,,,,,",
                "between them there is no number for 2019",
            ),
            ("stock,", "2018:1,,,,, 2019:2,,,,b,Break:_new", "a break lies between 2018 and 2019"),
            (
                "rate,week",
                "2018:1,,,,, 2019-01:2,,,,,",
                "the periods are of different lengths, as 2018 and January 2019",
            ),
            ("change,", "2010/2011:1,,,,, 2011/2012:2,,,,,", ""),
            (
                "change,",
                "2010/2012:1,,,,, 2011/2013:2,,,,,",
                "the periods share days, as 2010 to 2012 and 2011 to 2013",
            ),
            (
                "rate,week",
                "2018:1,,,,, 2018-07/2019-06:2,,,,,",
                "the periods share days, as 2018 and year ending June 2019",
            ),
            (
                "flow,",
                "2018:1,,,,, 2019-04/2020-03:2,,,,,",
                "the periods start in different months, as 2018 and 2019/20",
            ),
            (
                "share,",
                "2018-01-01/2018-01-07:1,,,,, 2018-01-10/2018-01-16:2,,,,,",
                "the periods start on different days of the week, as week ending 7 January 2018 and week ending 16 January 2018",
            ),
            (
                "flow,",
                &format!("2018{at_least} 2019{at_least}"),
                "all of them are bounds, and a line leads from value to value",
            ),
            (
                "flow,",
                "2018:5,,,,, 2019:4,,,at_most,, 2020:3,,,,,",
                "a line stops at a bound, as the figure for 2019 is",
            ),
            (
                "flow,",
                "2018:5,,,,, 2019:4,,,less_than,, 2020:3,,,,,",
                "a line stops at a bound, as the figure for 2019 is",
            ),
            (
                "flow,",
                "2018:5,,,,, 2019:,3,4,range,,",
                "the figure for 2019 is a range, which has no one value",
            ),
            ("flow,", "2018:,2,4,range,, 2019:,3,4,range,,", ""),
            (
                "stock,",
                "2018:1,,,,, 2019:2,,,,b,Break:_new 2020:4,,,more_than,,",
                "a break lies between 2018 and 2019; a line stops at a bound, as the figure for 2020 is",
            ),
        ] {
            assert_eq!(said(nature, figures), reason, "{figures}");
        }
    }
}
