//! Levels of one series where the period of one lies within that of another, such as 31 March 2020
//! and 2020: two observations, and a reader must know where they differ.

use std::collections::HashSet;

use super::desk::Desk;
use super::disputes::Other;
use super::observed::{Observed, observed};
use crate::figure::nesting::nested;
use crate::figure::{FigureKey, Period, SeriesKey, Span, Tie};

/// What is drawn, and those around or within its period that say something else.
pub struct Differing {
    /// As drawn; of two that are, the longer one.
    pub period: Period,
    /// Does its period hold theirs? Else they hold it.
    pub holds: bool,
    /// Each with its period, in time.
    pub others: Vec<(Period, Other)>,
}

/// The levels that are drawn of a series, each with those that differ from it.
pub fn differing(desk: &Desk, series: SeriesKey, drawn: &[FigureKey]) -> Vec<Differing> {
    let data = desk.data;
    if data.series(series).nature.tie() != Tie::Date {
        return Vec::new();
    }
    let mut all = observed(data, series, &desk.without);
    all.retain(|one| data.figure(one.figure).quantity().is_some());
    let spans: Vec<Span> = all.iter().map(Observed::span).collect();
    let drawn: HashSet<FigureKey> = drawn.iter().copied().collect();
    let mut told: Vec<Differing> = Vec::new();
    for (outer, inner) in
        nested(&spans).into_iter().map(|(outer, inner)| (&all[outer], &all[inner]))
    {
        let holds = drawn.contains(&outer.figure);
        let (one, other) = if holds { (outer, inner) } else { (inner, outer) };
        if !drawn.contains(&one.figure) || !data.differ(outer.figure, inner.figure) {
            continue;
        }
        let Some(said) = said(desk, other) else { continue };
        match told.last_mut().filter(|known| known.holds == holds && known.period == one.period) {
            Some(known) => known.others.push((other.period, said)),
            None => told.push(Differing {
                period: one.period,
                holds,
                others: vec![(other.period, said)],
            }),
        }
    }
    told
}

/// The preferred number of an observation, and who states it.
fn said(desk: &Desk, observed: &Observed) -> Option<Other> {
    let figure = desk.data.figure(observed.figure);
    let quantity = figure.quantity()?.clone();
    let same = |key: &FigureKey| desk.data.figure(*key).quantity() == Some(&quantity);
    let figures = observed.claims.iter().copied().filter(same).collect();
    Some(Other { quantity, derived: figure.is_derived(), figures })
}

#[cfg(test)]
mod tests {
    use crate::chart::resolve;
    use crate::dataset::{Dataset, Files};
    use crate::problem::Rule;

    fn files(figures: &str) -> Files {
        let rows = figures.split(' ').enumerate().map(|(at, figure)| {
            let (period, value) = figure.split_once('=').expect("period=value");
            format!("f-{at},a,{period},{value},{}\n", if at == 0 { "one" } else { "two" })
        });
        Files {
            figures: format!("id,series,period,value,source\n{}", rows.collect::<String>()).into(),
            series: "id,title,unit,nature\na,Homes,homes,stock\n".into(),
            sources: "id,publisher,title\none,One,T\ntwo,Two,T\n".into(),
            events: None,
        }
    }

    /// The notes of differing levels.
    fn told(figures: &str, panel: &str) -> Vec<String> {
        let files = files(figures);
        let data = Dataset::read(&files, 4).value;
        let spec = format!(
            "title = \"T\"\ncitations = \"numbers\"\n[[panels]]\n{panel}series = [{{ id = \"a\", mark = \"points\" }}]\n"
        );
        let chart = resolve("c", "charts/c.toml", &spec, &data, "p").value.expect("a chart");
        let around = |text: &str| text.starts_with("Within") || text.starts_with("Around");
        let notes: Vec<String> = chart.notes.iter().map(|note| note.to_string()).collect();
        notes.into_iter().filter(|note| around(note)).collect()
    }

    #[test]
    fn a_level_within_the_period_of_another_is_told_where_they_differ() {
        for (figures, panel, expected) in [
            (
                "2020=4200 2020-03-31=4150",
                "",
                &["Within 2020 another figure is for 31 March 2020: 4,150 (Two [2])."][..],
            ),
            ("2020=4200 2020-03-31=4200", "", &[]),
            (
                "2020-03-31=4150 2020=4200",
                "to = \"2020-06\"\n",
                &["Around 31 March 2020 another figure is for 2020: 4,200 (Two [2])."],
            ),
            (
                "2020=4200 2020-Q1=4100 2020-12=4300",
                "",
                &[
                    "Within 2020 other figures are for Q1 2020: 4,100 (Two [1]) and for December 2020: 4,300 (Two [1]).",
                ],
            ),
            (
                "2020-06=4200 2020-06-30=4100",
                "",
                &["Within June 2020 another figure is for 30 June 2020: 4,100 (Two [2])."],
            ),
            ("2020=4200 2021-03-31=4100", "", &[]),
            ("2020/2021=4200 2020-01/2021-12=4100", "", &[]),
        ] {
            assert_eq!(told(figures, panel), expected, "{figures}");
        }
    }

    #[test]
    fn no_line_leads_through_a_level_and_another_within_its_period() {
        let files = files("2020=4200 2020-03-31=4150");
        let data = Dataset::read(&files, 4).value;
        let spec = "title = \"T\"\n[[panels]]\nseries = [{ id = \"a\", mark = \"line\" }]\n";
        let problems = resolve("c", "charts/c.toml", spec, &data, "p").problems;
        assert_eq!(problems[0].rule, Rule::OverlappingMarks);
        assert!(problems[0].message.ends_with("nobody can say which of the two levels came first"));
    }
}
