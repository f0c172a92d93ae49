//! A count over a year is higher than one over a month: marks whose heights are read may not stand
//! for counts over different lengths, whatever they look like and whatever their units are.

use super::board::{Board, Change};
use super::convert::usual_per;
use super::desk::Desk;
use super::shown::Shown;
use crate::chart::mark::Body;
use crate::chart::spec::SeriesSpec;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{FigureKey, Per, Period, Sequence, SeriesKey, Span, Tie};
use crate::locale::EN_GB;
use crate::problem::Rule;

/// So many figures are named that may be left out.
const NAMED: usize = 3;
/// Of more figures nobody looks for the few that differ.
const MANY: usize = 100;

/// Counts of one series that are drawn as they are stated.
struct Counts<'b> {
    series: SeriesKey,
    spec: &'b SeriesSpec,
    /// Totals that run on from one day.
    running: bool,
    /// In time; with their figures where these may be left out.
    counted: Vec<(Period, Option<FigureKey>)>,
}

impl Counts<'_> {
    fn spans(&self) -> impl Iterator<Item = Span> + Clone {
        self.counted.iter().map(|(period, _)| period.span())
    }
}

/// Tells of counts over different lengths within a panel. Running totals may stand as dots at their
/// ends: that each is longer than the last is what they are.
pub fn counts_of_one_length(desk: &mut Desk, board: &Board) {
    let shown = board.shown.iter().filter_map(|shown| stated(desk, shown));
    let ends = board.changes.iter().filter_map(|change| ends(desk, change));
    let all: Vec<Counts> = shown.chain(ends).collect();
    if board.shown.iter().all(|shown| shown.mark().body == Body::Dot)
        && all.iter().all(|one| one.running)
    {
        return;
    }
    // a change has no averages
    let averages = usual_per(all.iter().flat_map(Counts::spans));
    let averages = averages.filter(|_| board.changes.is_empty());
    let several = all.len() > 1;
    let mut known: Vec<(SeriesKey, Period)> = Vec::new();
    for counts in &all {
        let own = counts.counted.iter().map(|(period, _)| (counts.series, *period));
        let own: Vec<(SeriesKey, Period)> = own.collect();
        let both: Vec<(SeriesKey, Period)> = known.iter().chain(&own).copied().collect();
        let odd = |some: &[(SeriesKey, Period)]| {
            let odd = first_of_another_length(some.iter().map(|(_, period)| period.span()));
            odd.map(|odd| (some[0], some[odd].1))
        };
        // of its own there may be no panel that could hold it
        match odd(&own).or_else(|| odd(&both)) {
            Some((first, odd)) => {
                tell(desk, counts, first, odd, averages.map(|per| (per, several)))
            }
            None => known = both,
        }
    }
}

/// What a layer shows of counts that are not averages. Bars are as wide as each other: also averages
/// over different lengths have no slots of their own.
fn stated<'b>(desk: &Desk, shown: &'b Shown) -> Option<Counts<'b>> {
    let counted = shown.drawn().map(|one| (one.period, Some(one.figure))).collect();
    let counts = Counts { series: shown.series, spec: shown.spec, running: false, counted };
    // a target may be of another period
    let from = |day| counts.spans().all(|span| span.start == day);
    let running = matches!(shown.sequence, Sequence::Running(day) if from(day));
    let counts = Counts { running, ..counts };
    let sums = desk.data.series(shown.series).nature.tie() == Tie::Sum;
    let averages = shown.conversion.is_some() && !shown.mark().body.is_bar();
    // what runs on is refused such marks anyway
    let refused = shown.sequence.reaches_back() && shown.mark().body != Body::Dot;
    (sums && !averages && !refused).then_some(counts)
}

/// The ends of a change that no other layer draws.
fn ends<'b>(desk: &Desk, change: &'b Change) -> Option<Counts<'b>> {
    let period = desk.data.figure(change.figure).period;
    let drawn = |end: &Period| change.layer.points.iter().any(|point| point.span == end.span());
    let units = [period.first_unit(), period.last_unit()].map(Period::of).into_iter();
    let counted = units.filter(drawn).map(|end| (end, None)).collect();
    let sums = desk.data.series(change.on).nature.tie() == Tie::Sum;
    sums.then_some(Counts { series: change.on, spec: change.spec, running: false, counted })
}

fn tell(
    desk: &mut Desk,
    counts: &Counts,
    (other, first): (SeriesKey, Period),
    odd: Period,
    averages: Option<(Per, bool)>,
) {
    let own = desk.data.series(counts.series).id;
    let [odd_said, first_said] =
        [(counts.series, odd), (other, first)].map(|(series, period)| desk.period(series, period));
    let both = match other == counts.series {
        true => format!("`{own}` counts over {first_said} and over {odd_said}"),
        false => {
            let other = desk.data.series(other).id;
            format!("`{own}` counts over {odd_said} beside `{other}` over {first_said}")
        }
    };
    let message = format!(
        "{both}, and the heights of counts over different lengths of time may not be compared"
    );
    let mut ways: Vec<String> = Vec::new();
    ways.extend(averages.map(|(per, several)| {
        let (word, said) = (per.word(), EN_GB.per(per));
        let each = if several { "the mark of each" } else { "its mark" };
        match counts.spec.mark.value.traits().body {
            Body::Bar | Body::Row => {
                let of = if several { " for each" } else { "" };
                format!("write mark = \"spans\" and per = \"{word}\"{of}, which draws averages {said}, as wide as their periods")
            }
            _ => format!("write per = \"{word}\" beside {each}, which draws averages {said}"),
        }
    }));
    ways.extend(
        others(desk, counts).map(|ids| format!("leave out what differs, as without = [{ids}]")),
    );
    ways.push(match other == counts.series {
        true => "give each length a series and a panel of its own".to_string(),
        false => "give it a panel of its own".to_string(),
    });
    desk.error(Rule::MixedPeriods, &counts.spec.mark.bytes, message, ways.join("; or "));
}

/// The few figures that are not as long as most of their series.
fn others(desk: &Desk, counts: &Counts) -> Option<String> {
    if counts.counted.len() > MANY {
        return None;
    }
    let like =
        |one: Period, other: Period| first_of_another_length([one.span(), other.span()]).is_none();
    let alike = |one: Period| counts.counted.iter().filter(|(other, _)| like(one, *other)).count();
    let usual = counts.counted.iter().map(|(period, _)| *period).max_by_key(|one| alike(*one));
    let usual = usual.filter(|usual| 2 * alike(*usual) > counts.counted.len())?;
    let odd = counts.counted.iter().filter(|(period, _)| !like(usual, *period));
    let ids: Option<Vec<String>> =
        odd.map(|(_, key)| Some(format!("\"{}\"", desk.data.figure((*key)?).id))).collect();
    ids.filter(|ids| (1..=NAMED).contains(&ids.len()) && ids.len() < counts.counted.len())
        .map(|ids| ids.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::chart::resolve;
    use crate::dataset::{Dataset, Files};
    use crate::problem::Rule;

    const SERIES: &str = "id,title,unit,nature,per\na,As,people,flow,\nb,Bs,homes,flow,\n\
        n,Ns,people,net,\nr,Rs,people,rate,month\nc,Cs,percent,change,\n";

    /// What a panel of these lines is refused for, with the hint; empty if it is drawn.
    fn refused(figures: &str, panel: &str) -> String {
        let rows = figures.split(' ').enumerate().map(|(at, figure)| {
            let (id, period) = figure.split_once('=').expect("id=period");
            format!("f-{at},{id},{period},1200,s\n")
        });
        let files = Files {
            figures: format!("id,series,period,value,source\n{}", rows.collect::<String>()).into(),
            series: SERIES.into(),
            sources: "id,publisher,title\ns,S,T\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = format!("title = \"T\"\n[[panels]]\nseries = [{panel}]\n");
        let resolved = resolve("c", "charts/c.toml", &spec, &data, "p");
        let mixed = |rule: Rule| rule == Rule::MixedPeriods;
        let told = resolved.problems.iter().filter(|problem| mixed(problem.rule));
        told.filter_map(|problem| problem.hint.clone()).collect::<Vec<String>>().join(" | ")
    }

    fn line(id: &str, mark: &str) -> String {
        format!("{{ id = \"{id}\", mark = \"{mark}\" }}")
    }

    #[test]
    fn counts_over_different_lengths_are_refused_as_every_mark_and_in_every_unit() {
        let year_and_half = "a=2019 a=2020 a=2021 a=2022-01/2022-06";
        let rest = "leave out what differs, as without = [\"f-3\"]; or give each length a series and a \
            panel of its own";
        let expected = format!(
            "write per = \"month\" beside its mark, which draws averages a month; or {rest}"
        );
        for mark in ["points", "line", "spans"] {
            assert_eq!(refused(year_and_half, &line("a", mark)), expected, "{mark}");
        }
        let as_spans = format!(
            "write mark = \"spans\" and per = \"month\", which draws averages a month, as wide as their \
             periods; or {rest}"
        );
        let averages = "{ id = \"a\", mark = \"bars\", per = \"month\" }";
        for bars in [&*line("a", "bars"), averages] {
            assert_eq!(refused(year_and_half, bars), as_spans, "{bars}");
        }
        let of_two = [line("a", "points"), line("b", "points")].join(", ");
        let own_panel = "write per = \"month\" beside the mark of each, which draws averages a month; \
            or give it a panel of its own";
        assert_eq!(refused("a=2019 b=2019-01", &of_two), own_panel);
        assert_eq!(refused("n=2019 n=2020-01", &line("n", "bars")).split(';').count(), 2);
        assert_eq!(refused("a=2019~ a=2020-01~", &line("a", "points")).split(';').count(), 2);
        let same_start = refused("a=2020 a=2020/2021", &line("a", "points"));
        assert_eq!(same_start.split(';').count(), 2, "two are no running totals");
        let day = refused("a=2019 a=2020-01-01", &line("a", "points"));
        assert_eq!(day, "give each length a series and a panel of its own");
    }

    #[test]
    fn what_is_of_one_length_or_no_count_is_drawn() {
        for (figures, panel) in [
            ("a=2019 a=2020 a=2020-04/2021-03 a=2021-01/2021-12", line("a", "points")),
            ("a=2020-01 a=2020-02", line("a", "spans")),
            ("r=2019 r=2020-01", line("r", "points")),
            ("a=2010/2011 a=2010/2012 a=2010/2013", line("a", "points")),
            ("a=2019 a=2020-01", "{ id = \"a\", mark = \"spans\", per = \"month\" }".to_string()),
            ("a=2021-02-01/2021-02-28 a=2021-03-01/2021-03-28", line("a", "bars")),
        ] {
            assert_eq!(refused(figures, &panel), "", "{figures}");
        }
        let running = "a=2010/2011 a=2010/2012 a=2010/2013";
        let of_two = [line("a", "points"), line("b", "points")].join(", ");
        assert_eq!(refused(&format!("{running} b=2010 b=2010/2011 b=2010/2012"), &of_two), "");
        assert_ne!(refused(&format!("{running} b=2010 b=2011"), &of_two), "");
    }
}
