//! The ways in which series that nobody has described yet may be drawn, each as a first spec.

use crate::chart::first_spec::{FirstLines, called, first_spec, panels, quoted, written};
use crate::chart::first_stack::first_stack;
use crate::chart::mark::Mark;
use crate::dataset::Dataset;
use crate::figure::SeriesKey;

/// A way of drawing series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstWay {
    /// The marks that suit, as [`first_spec`] has them.
    Suited,
    /// One mark for all.
    Marked(Mark),
    /// Parts of a whole, on each other.
    Stacked,
    /// The latest period that all have, a row for each series; of one series a row for each period.
    Rows,
    /// Who states what of the last period of which several say something.
    Claims,
    /// A panel for each series, on the same axes.
    Multiples,
    /// A panel for each series, with axes of their own.
    Panels,
}

impl FirstWay {
    /// Every one, the plainest first.
    pub const ALL: [FirstWay; 10] = [
        FirstWay::Suited,
        FirstWay::Marked(Mark::Line),
        FirstWay::Marked(Mark::Bars),
        FirstWay::Stacked,
        FirstWay::Marked(Mark::Spans),
        FirstWay::Marked(Mark::Points),
        FirstWay::Rows,
        FirstWay::Claims,
        FirstWay::Multiples,
        FirstWay::Panels,
    ];

    /// What is typed for it.
    pub fn word(self) -> &'static str {
        match self {
            FirstWay::Suited => "suited",
            FirstWay::Marked(mark) => mark.word(),
            FirstWay::Stacked => Mark::StackedBars.word(),
            FirstWay::Rows => Mark::BarsAcross.word(),
            FirstWay::Claims => "claims",
            FirstWay::Multiples => "small-multiples",
            FirstWay::Panels => "panels",
        }
    }

    /// The spec, where the series can be described so; whether they can be drawn so is another
    /// question.
    pub fn spec(self, data: &Dataset, series: &[SeriesKey], title: Option<&str>) -> Option<String> {
        let shared = panels(data, series);
        let lines = FirstLines::default();
        Some(match self {
            FirstWay::Suited => first_spec(data, series, title),
            FirstWay::Marked(mark) => {
                let lines = FirstLines { mark: Some(mark), ..lines };
                written(data, &shared, title, &lines)
            }
            FirstWay::Stacked => {
                let stack = first_stack(data, series)?;
                let total = stack.total.map(|key| quoted(data.series(key).id));
                let within = total.map_or(String::new(), |id| format!("total = {id}\n"));
                let lines = FirstLines { mark: Some(Mark::StackedBars), within, ..lines };
                let alike = panels(data, &stack.parts).len() == 1;
                alike.then(|| written(data, &[stack.parts], title, &lines))?
            }
            FirstWay::Rows => {
                let within = match series.len() {
                    1 => String::new(),
                    _ => format!("period = {}\n", quoted(&last_of_all(data, series)?)),
                };
                let lines = FirstLines { mark: Some(Mark::BarsAcross), within, ..lines };
                written(data, &shared, title, &lines)
            }
            FirstWay::Claims => claims(data, series, title)?,
            FirstWay::Multiples => {
                let above = "layout = \"small-multiples\"\n".to_string();
                let lines = FirstLines { above, ..lines };
                let alike = shared.len() == 1 && series.len() > 1;
                alike.then(|| written(data, &shared, title, &lines))?
            }
            FirstWay::Panels => {
                let each: Vec<Vec<SeriesKey>> = series.iter().map(|key| vec![*key]).collect();
                let above = "layout = \"stacked\"\n".to_string();
                let lines = FirstLines { above, ..lines };
                (series.len() == 2).then(|| written(data, &each, title, &lines))?
            }
        })
    }
}

/// The last period that each of them has a number for.
fn last_of_all(data: &Dataset, series: &[SeriesKey]) -> Option<String> {
    let (first, others) = series.split_first()?;
    let has = |key: SeriesKey, period: &crate::figure::Period| {
        let mut all = data.observations_of(key).iter();
        all.any(|one| one.period.span() == period.span())
    };
    let all = data.observations_of(*first).iter();
    let shared = all.filter(|one| others.iter().all(|key| has(*key, &one.period)));
    shared.max_by_key(|one| one.period.span()).map(|one| one.period.to_string())
}

fn claims(data: &Dataset, series: &[SeriesKey], title: Option<&str>) -> Option<String> {
    let [key] = series else { return None };
    let several = data.observations_of(*key).iter().filter(|one| data.claims(one).len() > 1);
    let last = several.max_by_key(|one| one.period.span())?;
    let title = title.map_or_else(|| called(data, &[*key]), str::to_string);
    Some(format!(
        "title = {}\n\n[[panels]]\nclaims = {{ series = {}, period = {} }}\n",
        quoted(&title),
        quoted(data.series(*key).id),
        quoted(&last.period.to_string())
    ))
}
