//! What a series has to show once the figures an author leaves out are gone.

use std::borrow::Cow;

use crate::dataset::{Dataset, Observation};
use crate::figure::{Day, FigureKey, Period, SeriesKey, Span};

/// An observation as the chart sees it.
#[derive(Clone, Debug)]
pub struct Observed<'a> {
    pub period: Period,
    /// The figure to draw.
    pub figure: FigureKey,
    /// All figures of it that are not left out, the one to draw first.
    pub claims: Cow<'a, [FigureKey]>,
    pub disputed: bool,
    /// It is what is aimed at.
    pub target: bool,
    /// The figures that say a break lies between this observation and the one drawn before it.
    pub breaks: Vec<FigureKey>,
}

impl Observed<'_> {
    pub fn span(&self) -> Span {
        self.period.span()
    }
}

/// The targets of a series, in time.
pub fn targets<'a>(
    data: &'a Dataset<'a>,
    series: SeriesKey,
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    let targets = seen(data, data.targets_of(series), without).into_iter();
    targets.map(|observed| Observed { target: true, ..observed }).collect()
}

/// The observations of a series, in time.
pub fn observed<'a>(
    data: &'a Dataset<'a>,
    series: SeriesKey,
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    seen(data, data.observations_of(series), without)
}

fn seen<'a>(
    data: &'a Dataset<'a>,
    observations: &'a [Observation],
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    let mut list = Vec::new();
    for observation in observations {
        let all = data.claims(observation);
        let claims = remaining(all, without);
        let Some(figure) = claims.first().copied() else { continue };
        let disputed = match &claims {
            Cow::Borrowed(_) => observation.disputed,
            Cow::Owned(claims) => data.differs_somewhere(claims),
        };
        let period = data.figure(figure).period;
        list.push(Observed { period, figure, claims, disputed, target: false, breaks: Vec::new() });
    }
    list
}

/// The superseded figures of a series for days of which it has no other, in time.
pub fn superseded_alone(data: &Dataset, series: SeriesKey) -> Vec<FigureKey> {
    let mut alone: Vec<FigureKey> =
        data.superseded_of(series).filter(|key| data.figure(*key).quantity().is_some()).collect();
    if alone.is_empty() {
        return alone;
    }
    let spans = || data.observations_of(series).iter().map(|one| one.period.span());
    let starts: Vec<Day> = spans().map(|span| span.start).collect();
    // The latest day up to which the first of them reach.
    let ends = spans().map(|span| span.end).scan(None, |latest: &mut Option<Day>, end| {
        *latest = Some(latest.map_or(end, |latest| latest.max(end)));
        *latest
    });
    let ends: Vec<Day> = ends.collect();
    alone.retain(|key| {
        let span = data.figure(*key).period.span();
        let before = starts.partition_point(|start| *start <= span.end);
        before == 0 || ends[before - 1] < span.start
    });
    alone
}

/// Puts the breaks of a series between the observations that are drawn. A break lies before the
/// period of the figure that tells of it, and stays there when that figure is not drawn.
pub fn set_breaks(data: &Dataset, series: SeriesKey, observed: &mut [Observed]) {
    for key in data.breaks_of(series) {
        let start = data.figure(key).period.span().start;
        let at = observed.partition_point(|one| one.span().start < start);
        if at > 0
            && let Some(next) = observed.get_mut(at)
        {
            next.breaks.push(key);
        }
    }
}

fn remaining<'a>(claims: &'a [FigureKey], without: &[FigureKey]) -> Cow<'a, [FigureKey]> {
    if claims.iter().any(|key| without.contains(key)) {
        let kept = claims.iter().copied().filter(|key| !without.contains(key));
        return Cow::Owned(kept.collect());
    }
    Cow::Borrowed(claims)
}

#[cfg(test)]
mod tests {
    use crate::chart::{Chart, Mark, resolve};
    use crate::dataset::{Dataset, Files};
    use crate::figure::Status;

    const FIGURES: &str = "id,series,period,value,status,formula,source\n\
        a-20,a,2020,10,,,one\na-21,a,2021,20,,,one\na-t20,a,2020,15,t,,two\na-t30,a,2030,500,t,,two\n\
        a-t31,a,2031,,e,[a-t30] * 2,two\na-22,a,2022,,e,[a-21] / [a-t30] * 100,one\nb-t,b,2030,7,t,,two\n";

    fn files() -> Files {
        Files {
            figures: FIGURES.into(),
            series: "id,title,unit,nature\na,As,people,flow\nb,Bs,people,flow\n".into(),
            sources: "id,publisher,title,published\none,One,T,2023\ntwo,Two,T,2019\n".into(),
            events: None,
        }
    }

    fn chart(title: &str, mark: Mark) -> Result<Chart, Vec<String>> {
        let files = files();
        let data = Dataset::read(&files, 4).value;
        let series = format!("series = [{{ id = \"a\", mark = \"{}\" }}]", mark.word());
        let spec = format!("title = '{title}'\n[[panels]]\n{series}\n");
        let read = resolve("x", "charts/x.toml", &spec, &data, "p");
        let told = read.problems.iter().map(|problem| problem.message.clone()).collect();
        read.value.ok_or(told)
    }

    #[test]
    fn a_target_is_never_taken_for_what_was_counted() {
        for (title, said) in [
            ("{{ latest(\"a\") }}", "4"),
            ("{{ first(\"a\") }}", "10"),
            ("{{ value(\"a\", \"2020\") }}", "10"),
            ("{{ value(\"a\", \"2030\") }}", "500 (target)"),
            ("Against a {{ target(\"a\", \"2020\") }}", "Against a target of 15"),
            ("{{ difference(\"a\", \"2021\", \"2030\") }}", "480 (target)"),
        ] {
            assert_eq!(chart(title, Mark::Points).unwrap().title, said, "{title}");
        }
        let told = chart("{{ latest(\"b\") }}", Mark::Points).unwrap_err();
        assert_eq!(told, ["`b` has targets only, and a target is no latest or first figure"]);
        let told = chart("{{ target(\"a\", \"2021\") }}", Mark::Points).unwrap_err();
        assert_eq!(told, ["`a` has no target for 2021"]);
    }

    #[test]
    fn what_is_worked_out_from_targets_alone_is_a_target() {
        let files = files();
        let data = Dataset::read(&files, 4).value;
        let status = |id: &str| data.figure(data.find_figure(id).unwrap()).status;
        assert_eq!(status("a-t31"), Status::parse("et").unwrap());
        assert_eq!(status("a-22"), Status::parse("e").unwrap());
        let notes = chart("As", Mark::Points).unwrap().notes;
        let note =
            notes.iter().map(|note| note.to_string()).find(|note| note.contains("Calculated"));
        let note = note.unwrap();
        assert!(note.contains("500 (target)"), "{note}");
        assert!(note.contains("1,000 for 2031 (target)"), "{note}");
    }

    #[test]
    fn a_target_is_joined_to_nothing_disputes_nothing_and_always_says_its_word() {
        for mark in [Mark::Line, Mark::Points, Mark::Bars, Mark::Spans] {
            let chart = chart("As", mark).unwrap();
            let layer = &chart.panels[0].layers[0];
            let ids = |points: &[crate::chart::Point]| {
                points.iter().map(|point| point.figure.clone()).collect::<Vec<_>>()
            };
            assert_eq!(ids(&layer.points), ["a-20", "a-21", "a-22"]);
            assert_eq!(ids(&layer.targets), ["a-t20", "a-t30", "a-t31"]);
            assert!(layer.marks().all(|point| !point.disputed));
            let labels = layer.targets.iter().map(|point| point.label.text());
            assert!(labels.into_iter().all(|label| label.starts_with("target ")), "{mark:?}");
            assert!(chart.description.contains("Target: 15 in 2020; 500 in 2030"));
            assert!(chart.description.contains("Highest 20 in 2021"), "{}", chart.description);
            assert!(chart.stamp.figures.contains(&"a-t30".to_string()));
        }
    }

    #[test]
    fn a_target_over_another_length_stands_beside_no_count() {
        let files = Files {
            figures: FIGURES.replace("a-t30,a,2030,", "a-t30,a,2026/2030,").into(),
            ..files()
        };
        let data = Dataset::read(&files, 4).value;
        for mark in [Mark::Points, Mark::Bars, Mark::Spans] {
            let series = format!("series = [{{ id = \"a\", mark = \"{}\" }}]", mark.word());
            let spec = format!("title = 'As'\n[[panels]]\n{series}\n");
            let read = resolve("x", "charts/x.toml", &spec, &data, "p");
            let told = read.problems.iter().map(|problem| problem.message.clone());
            let told = told.collect::<Vec<String>>().join("\n");
            assert!(told.contains("counts over different lengths"), "{mark:?}: {told}");
        }
    }

    #[test]
    fn two_targets_of_one_period_are_told_as_such() {
        let figures = format!("{FIGURES}a-other,a,2020,13,t,,one\n");
        let files = Files { figures: figures.into(), ..files() };
        let data = Dataset::read(&files, 4).value;
        let spec = "title = 'As'\n[[panels]]\nseries = [{ id = 'a', mark = 'points' }]\n";
        let chart = resolve("x", "charts/x.toml", spec, &data, "p").value.unwrap();
        let notes: Vec<String> = chart.notes.iter().map(|note| note.to_string()).collect();
        let note = notes.iter().find(|note| note.contains("2020 (target)"));
        assert!(note.is_some_and(|note| note.contains("15")), "{notes:?}");
        let told = "for 2020 (target) another figure is 15";
        assert!(chart.description.contains(told), "{}", chart.description);
    }
}
