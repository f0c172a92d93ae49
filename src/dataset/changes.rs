//! What became of the figures between two states of the data.

use std::collections::{HashMap, HashSet};

use super::Dataset;
use crate::figure::{Figure, FigureKey, Rank, SeriesKey};

/// What became of one figure. Keys are of the state that they are said to be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureChange {
    /// One that was not there; of the new state.
    Added(FigureKey),
    /// Its source, or another, has another number for the same: old and new.
    Revised(FigureKey, FigureKey),
    /// What the row says of the same source is another: a slip of ours, or of its status.
    Corrected(FigureKey, FigureKey),
    /// What we worked out came to another number, as its inputs did.
    WorkedOutAnew(FigureKey, FigureKey),
    /// It counts no more, and nothing took its place; of the old state.
    Withdrawn(FigureKey),
}

/// All of them, in the order of the new state; what was withdrawn comes last. A figure that only has
/// another id, or says the same in other words, is none.
pub fn figure_changes(before: &Dataset, after: &Dataset) -> Vec<FigureChange> {
    let mut changes = Vec::new();
    // Old figures of which something was told, or that only have another id.
    let mut settled: HashSet<FigureKey> = HashSet::new();
    let mut successors: HashMap<FigureKey, FigureKey> = HashMap::new();
    for (_, figure) in after.figures() {
        if let (Rank::Superseded, Some(by)) = (figure.rank, figure.superseded_by)
            && let Some(old) = before.find_figure(&figure.id)
            && before.figure(old).rank != Rank::Superseded
        {
            successors.insert(last_successor(after, by), old);
        }
    }
    let series = renamed_series(before, after);
    let renamed = renamed(before, after, &series);
    for (key, figure) in after.figures() {
        if figure.rank == Rank::Superseded {
            continue;
        }
        let same = before.find_figure(&figure.id).or_else(|| renamed.get(&key).copied());
        let same = same.filter(|old| before.figure(*old).rank != Rank::Superseded);
        settled.extend(same);
        if let Some(old) = successors.get(&key).copied() {
            settled.insert(old);
            changes.push(FigureChange::Revised(old, key));
            continue;
        }
        let Some(old) = same else {
            changes.push(FigureChange::Added(key));
            continue;
        };
        let (was, is) = (SaidByRow::then(before, old, &series), SaidByRow::of(after, key));
        if was == is {
            continue;
        }
        let source = |data: &Dataset, figure: &Figure| data.source(figure.source).id.to_string();
        changes.push(match figure.is_derived() && before.figure(old).is_derived() {
            true => FigureChange::WorkedOutAnew(old, key),
            false if source(before, before.figure(old)) == source(after, figure) => {
                FigureChange::Corrected(old, key)
            }
            false => FigureChange::Revised(old, key),
        });
    }
    let gone = before
        .figures()
        .filter(|(key, figure)| figure.rank != Rank::Superseded && !settled.contains(key));
    changes.extend(gone.map(|(key, _)| FigureChange::Withdrawn(key)));
    changes
}

/// What a figure says, whatever it is called and whoever says so.
#[derive(Debug, PartialEq, Eq, Hash)]
struct SaidByRow {
    series: String,
    unit: String,
    period: String,
    number: String,
    status: String,
}

impl SaidByRow {
    fn of(data: &Dataset, key: FigureKey) -> SaidByRow {
        let figure = data.figure(key);
        SaidByRow {
            series: data.series(figure.series).id.to_string(),
            unit: data.series(figure.series).unit.to_string(),
            period: figure.period.to_string(),
            number: figure.quantity().map(|quantity| quantity.to_string()).unwrap_or_default(),
            status: figure.status.to_string(),
        }
    }

    /// The same of the old state, with its series called as it is now.
    fn then(data: &Dataset, key: FigureKey, series: &HashMap<SeriesKey, String>) -> SaidByRow {
        let said = SaidByRow::of(data, key);
        let now = series.get(&data.figure(key).series).cloned();
        SaidByRow { series: now.unwrap_or(said.series), ..said }
    }
}

/// Series that only have another id, each with that: the old one is gone, and a new one counts the same.
fn renamed_series(before: &Dataset, after: &Dataset) -> HashMap<SeriesKey, String> {
    let keys = |data: &Dataset| (0..data.series.len() as u32).map(SeriesKey);
    let counts = |data: &Dataset, key: SeriesKey| {
        let one = data.series(key);
        [&*one.title, &*one.unit, &*one.geography, &*one.counted_by].map(str::to_string)
    };
    let new = keys(after).filter(|key| before.find_series(after.series(*key).id).is_none());
    let mut new: HashMap<_, SeriesKey> = new.map(|key| (counts(after, key), key)).collect();
    let gone = keys(before).filter(|key| after.find_series(before.series(*key).id).is_none());
    let found = gone.filter_map(|key| Some((key, new.remove(&counts(before, key))?)));
    found.map(|(old, new)| (old, after.series(new).id.to_string())).collect()
}

/// New figures whose ids were not there, each with one that says the same from the same source and
/// whose id is not there any more.
fn renamed(
    before: &Dataset,
    after: &Dataset,
    series: &HashMap<SeriesKey, String>,
) -> HashMap<FigureKey, FigureKey> {
    let source =
        |data: &Dataset, key: FigureKey| data.source(data.figure(key).source).id.to_string();
    let then = |key| (SaidByRow::then(before, key, series), source(before, key));
    let now = |key| (SaidByRow::of(after, key), source(after, key));
    let gone = before.figures().filter(|(_, figure)| after.find_figure(&figure.id).is_none());
    let mut gone: HashMap<_, FigureKey> = gone.map(|(key, _)| (then(key), key)).collect();
    let new = after.figures().filter(|(_, figure)| before.find_figure(&figure.id).is_none());
    new.filter_map(|(key, _)| Some((key, gone.remove(&now(key))?))).collect()
}

/// The end of a chain of figures that took each other's place.
fn last_successor(data: &Dataset, first: FigureKey) -> FigureKey {
    let mut at = first;
    for _ in 0..data.figures.len() {
        match (data.figure(at).rank, data.figure(at).superseded_by) {
            (Rank::Superseded, Some(next)) => at = next,
            _ => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    const SERIES: &str = "id,title,unit,nature\na,A,b,flow\nr,R,b,flow\n";
    const SOURCES: &str = "id,publisher,title\ns,S,Once\nt,T,Again\n";
    const HEAD: &str = "id,series,period,value,status,formula,source,rank,superseded_by,note\n";

    fn files(rows: &str) -> Files {
        Files {
            figures: format!("{HEAD}{rows}").into(),
            series: SERIES.into(),
            sources: SOURCES.into(),
            events: None,
        }
    }

    /// With another id and unit of the series `a`.
    fn files_of(rows: &str, series: &str, unit: &str) -> Files {
        let rows = rows.replace(",a,", &format!(",{series},"));
        let series = SERIES.replace("\na,A,b,", &format!("\n{series},A,{unit},"));
        Files { series: series.into(), ..files(&rows) }
    }

    fn told(before: &str, after: &str) -> Vec<String> {
        between(&files(before), &files(after))
    }

    fn between(before: &Files, after: &Files) -> Vec<String> {
        let (before, after) = (Dataset::read(before, 4), Dataset::read(after, 4));
        assert_eq!((before.problems.len(), after.problems.len()), (0, 0), "{:?}", after.problems);
        let (before, after) = (before.value, after.value);
        let id = |data: &Dataset, key: FigureKey| data.figure(key).id.to_string();
        let changes = figure_changes(&before, &after).into_iter();
        let told = changes.map(|change| match change {
            FigureChange::Added(new) => format!("added {}", id(&after, new)),
            FigureChange::Revised(old, new) => {
                format!("revised {} {}", id(&before, old), id(&after, new))
            }
            FigureChange::Corrected(_, new) => format!("corrected {}", id(&after, new)),
            FigureChange::WorkedOutAnew(_, new) => format!("anew {}", id(&after, new)),
            FigureChange::Withdrawn(old) => format!("withdrawn {}", id(&before, old)),
        });
        told.collect()
    }

    #[test]
    fn each_change_is_told_once_and_what_says_the_same_is_none() {
        let before = "a1,a,2019,10,,,s,,,\na2,a,2020,20,p,,s,,,\na3,a,2021,30,,,s,,,\n\
            a4,a,2022,40,,,s,,,\nr1,r,2019,,,[a1] * 2,s,,,\n";
        assert_eq!(told(before, before), Vec::<String>::new());
        // Another order, another note, another id.
        let same = "r1,r,2019,,,[a1] * 2,s,,,\na1,a,2019,10,,,s,,,Odd\nb2,a,2020,20,p,,s,,,\n\
            a3,a,2021,30,,,s,,,\na4,a,2022,40,,,s,,,\n";
        assert_eq!(told(before, same), Vec::<String>::new());
        let after = "a1,a,2019,11,,,s,,,\na2,a,2020,20,,,s,,,\na3,a,2021,30,,,s,superseded,a6,\n\
            a6,a,2021,33,,,t,,,\na4,a,2022,40,,,s,superseded,,\na7,a,2023,50,,,t,,,\n\
            r1,r,2019,,,[a1] * 2,s,,,\n";
        let all = [
            "corrected a1",
            "corrected a2",
            "revised a3 a6",
            "added a7",
            "anew r1",
            "withdrawn a4",
        ];
        assert_eq!(told(before, after), all);
        // Another id of the series; then another unit.
        let called = |series: &str, unit: &str| files_of(before, series, unit);
        assert_eq!(between(&files(before), &called("b", "b")), Vec::<String>::new());
        assert_eq!(between(&files(before), &called("a", "c")).len(), 4);
        // Two steps at once, a row that is gone, another source in the same row.
        let two = "a1,a,2019,10,,,t,,,\na2,a,2020,21,p,,t,,,\na3,a,2021,30,,,s,superseded,a6,\n\
            a6,a,2021,33,,,t,superseded,a8,\na8,a,2021,34,,,t,,,\nr1,r,2019,,,[a1] * 2,s,,,\n";
        assert_eq!(told(before, two), ["revised a2 a2", "revised a3 a8", "withdrawn a4"]);
    }
}
