//! What is only said again is no new figure: where the column `repeats` says so, or a level is quoted
//! as one and the same range at several dates, it is one mark with a tail, and one label says until
//! when it was repeated.

use super::board::Board;
use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use crate::chart::hue::Hue;
use crate::chart::label::{Label, LabelPart, Says};
use crate::chart::layer::{Layer, Point};
use crate::chart::mark::{Body, Joins};
use crate::dataset::Dataset;
use crate::figure::{Quantity, Tie};

/// Finds what only repeats the point before it. Nothing joins them but their tail.
pub fn find(desk: &Desk, boards: &mut [Board]) {
    for shown in boards.iter_mut().flat_map(|board| &mut board.shown) {
        if shown.mark().body != Body::Dot {
            continue;
        }
        let mut first = 0;
        for at in 1..shown.observed.len() {
            match is_repeated(desk.data, shown, first, at) {
                true => shown.layer.points[at].repeats = true,
                false => first = at,
            }
        }
        let Layer { points, links, bands, .. } = &mut shown.layer;
        links.retain(|link| !points[link.to].repeats);
        bands.retain(|band| !points[band.to].repeats);
    }
}

/// Does a point only say again what the first of its run says? Not beyond a break or a period that is
/// said to have no number, and not where sources differ on it.
fn is_repeated(data: &Dataset, shown: &Shown, first: usize, at: usize) -> bool {
    let [of, own] = [&shown.observed[first], &shown.observed[at]];
    let [one, other] = [&shown.layer.points[first], &shown.layer.points[at]];
    let gap = |gap: &Observed| of.span() <= gap.span() && gap.span() <= own.span();
    !other.disputed
        && own.breaks.is_empty()
        && !shown.gaps.iter().any(gap)
        && is_alike(one, other)
        && (is_named(data, &shown.observed[first..at], own)
            || is_same_range(data, shown, [one, other]))
}

/// One mark stands for both.
fn is_alike(one: &Point, other: &Point) -> bool {
    let ways = [one, other].map(|point| point.quantity.open());
    let how = |point: &Point| (point.derived, point.forecast, point.provisional);
    how(one) == how(other)
        && one.quantity.numbers() == other.quantity.numbers()
        && ways[0] == ways[1]
}

/// Does its row name one of those before it?
fn is_named(data: &Dataset, before: &[Observed], own: &Observed) -> bool {
    let named = data.figure(own.figure).repeats;
    named.is_some_and(|named| before.iter().any(|one| one.claims.contains(&named)))
}

/// A level that is quoted as a range has not been estimated anew when it is quoted in the same words. What
/// an author joins is taken as it is meant.
fn is_same_range(data: &Dataset, shown: &Shown, [one, other]: [&Point; 2]) -> bool {
    data.series(shown.series).nature.tie() == Tie::Date
        && shown.mark().joins == Joins::Nothing
        && matches!(one.quantity, Quantity::Range { .. })
        && one.quantity == other.quantity
}

/// Makes one label of those of a run, at its first point: what any of them says, and until when it
/// was repeated.
pub fn label(desk: &Desk, boards: &mut [Board]) {
    let labels = &desk.data.language.labels;
    let comma = desk.data.language.small.comma();
    for shown in boards.iter_mut().flat_map(|board| &mut board.shown) {
        let mut end = shown.layer.points.len();
        for at in (0..end).rev() {
            if shown.layer.points[at].repeats {
                continue;
            }
            if at + 1 < end {
                let until = desk.period(shown.series, shown.observed[end - 1].period);
                let (own, run) = shown.layer.points[at..end].split_first_mut().expect("not empty");
                run.iter_mut().for_each(|point| take_in(&mut own.label, &mut point.label));
                let says = LabelPart::new(Says::Repeated, labels.repeated_to(until), comma);
                own.label.below.push(says);
                own.label.ends = None;
                // It is emphasised if one of those who say it is.
                let hue = run.iter().map(|point| point.hue).find(|hue| *hue != Hue::Grey);
                own.hue = hue.filter(|_| own.hue == Hue::Grey).unwrap_or(own.hue);
            }
            end = at;
        }
    }
}

fn take_in(own: &mut Label, other: &mut Label) {
    let other = std::mem::take(other);
    own.required |= other.required;
    own.must |= other.must;
    own.strong |= other.strong;
    own.priority = own.priority.max(other.priority);
    // The last of a series says what it is called, and all of it how sure they are.
    let remarks = own.below.extract_if(.., |part| part.says == Says::Remark);
    let remarks: Vec<LabelPart> = remarks.collect();
    own.below.retain(|part| part.says == Says::Period);
    own.below.extend(other.below.into_iter().filter(|part| part.says != Says::Period));
    own.below.extend(remarks);
    match (&mut own.cite, other.cite) {
        (Some(own), Some(other)) => join_sources(own, &other),
        (None, Some(other)) => own.cite = Some(other),
        (_, None) => {}
    }
}

/// `[2]` and `[5]` are `[2, 5]`.
fn join_sources(own: &mut LabelPart, other: &LabelPart) {
    let (Says::Sources(places), Says::Sources(more)) = (&mut own.says, &other.says) else { return };
    let new: Vec<usize> = more.iter().copied().filter(|place| !places.contains(place)).collect();
    places.extend(new);
    let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    own.text = format!("[{}]", numbers.join(", "));
}

#[cfg(test)]
mod tests {
    use crate::chart::{Chart, Layer, resolve};
    use crate::dataset::{Dataset, Files};

    /// The layer of one series, and what the chart says of it.
    fn drawn(rows: &str, nature: &str, series: &str) -> (Layer, Chart) {
        let head = "id,series,period,value,low,high,qualifier,status,source,repeats,note\n";
        let files = Files {
            figures: format!("{head}{rows}").into(),
            series: format!("id,title,unit,nature\na,As,people,{nature}\n").into(),
            sources: "id,publisher,title,published\none,One,T,2015\ntwo,Two,T,2024\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = format!("title = 'As'\n[[panels]]\nseries = [{{ id = 'a', {series} }}]\n");
        let chart = resolve("x", "charts/x.toml", &spec, &data, "p").value.expect("it is a chart");
        (chart.panels[0].layers[0].clone(), chart)
    }

    fn repeating(layer: &Layer) -> Vec<&str> {
        let points = layer.points.iter().filter(|point| point.repeats);
        points.map(|point| &*point.figure).collect()
    }

    const RANGES: &str = "a,a,2018-05,,5,9,,,one,,\nb,a,2019-05,,5,9,,,one,,\n\
        c,a,2020-05,,5,9,,,two,,\nd,a,2021-05,,5,8,,,two,,\n";

    #[test]
    fn equal_ranges_of_a_level_are_one_mark_with_one_label() {
        let (layer, chart) = drawn(RANGES, "stock", "mark = 'points'");
        assert_eq!(repeating(&layer), ["b", "c"]);
        let label = |at: usize| {
            let label = &layer.points[at].label;
            format!("{}|{}", label.text(), crate::chart::joined(&label.below))
        };
        assert_eq!(label(0), "5 to 9|repeated to May 2020");
        assert_eq!([label(1), label(2), label(3)], ["|", "|", "5 to 8|"]);
        let told = "5 to 9 in May 2018 is only repeated in May 2019 and in May 2020.";
        assert!(chart.description.contains(told), "{}", chart.description);
        assert!(["b", "c"].iter().all(|id| chart.stamp.figures.contains(&id.to_string())));
        // A band is what its author asked for.
        assert!(repeating(&drawn(RANGES, "stock", "mark = 'line'").0).is_empty());
    }

    #[test]
    fn equal_counts_and_numbers_are_counted_each_time() {
        let ranges = RANGES.replace("-05", "");
        assert!(repeating(&drawn(&ranges, "flow", "mark = 'points'").0).is_empty());
        let counts = "a,a,2018,5,,,,,one,,\nb,a,2019,5,,,,,one,,\n";
        for nature in ["stock", "flow"] {
            for mark in ["points", "line"] {
                let series = format!("mark = '{mark}'");
                assert!(repeating(&drawn(counts, nature, &series).0).is_empty(), "{nature}");
            }
        }
    }

    #[test]
    fn what_the_column_names_is_repeated_and_a_line_leads_round_it() {
        let rows = "a,a,2018,5,,,about,,one,,\nb,a,2019,5,,,about,,two,a,\n\
            c,a,2020,5,,,about,,two,b,\nd,a,2021,5,,,about,,two,,\ne,a,2022,5,,,more_than,,two,d,\n";
        for mark in ["points", "line"] {
            let (layer, _) = drawn(rows, "stock", &format!("mark = '{mark}'"));
            // A bound looks otherwise, and stands by itself.
            assert_eq!(repeating(&layer), ["b", "c"], "{mark}");
            let ends = layer.links.iter().map(|link| (link.from, link.to));
            let ends: Vec<(usize, usize)> = ends.collect();
            assert_eq!(ends, if mark == "line" { vec![(2, 3)] } else { vec![] });
        }
    }

    #[test]
    fn a_break_a_gap_and_a_dispute_end_a_run() {
        for (rows, left) in [
            (RANGES.replace("b,a,2019-05,,5,9,,,", "b,a,2019-05,,5,9,,b,"), vec!["c"]),
            (format!("{RANGES}x,a,2018-11,,,,,x,one,,\n"), vec!["c"]),
            (format!("{RANGES}x,a,2019-05,,4,9,,,one,,\n"), vec!["c"]),
            (RANGES.replace("c,a,2020-05,,5,9,,,", "c,a,2020-05,,5,9,,p,"), vec!["b"]),
        ] {
            let (layer, _) = drawn(&rows, "stock", "mark = 'points'");
            assert_eq!(repeating(&layer), left, "{rows}");
        }
    }
}
