//! What may not be compared stands on no common axis and under no common name, and two things of one
//! panel never bear the same name.

use super::board::{Board, coloured, measures};
use super::desk::Desk;
use super::shown::Shown;
use crate::chart::spec::TypedText;
use crate::dataset::Incomparable;
use crate::figure::SeriesKey;
use crate::problem::Rule;
use crate::reading::plain;

/// Two series that may not be compared.
#[derive(Clone, Copy, Debug)]
pub struct PairApart<'d> {
    pub one: SeriesKey,
    pub other: SeriesKey,
    pub why: Incomparable<'d>,
}

/// Every pair that the chart shows, in the order of the panels.
pub fn pairs<'a>(desk: &Desk<'a>, boards: &[Board]) -> Vec<PairApart<'a>> {
    let mut all: Vec<SeriesKey> = Vec::new();
    for series in boards.iter().flat_map(coloured) {
        if !all.contains(&series) {
            all.push(series);
        }
    }
    let data = desk.data;
    let with_later = all.iter().enumerate().flat_map(|(at, one)| {
        all[at + 1..].iter().filter_map(|other| {
            let why = data.incomparable(*one, *other)?;
            Some(PairApart { one: *one, other: *other, why })
        })
    });
    with_later.collect()
}

/// The reason of a message, without a full stop.
pub fn reason<'d>(why: &Incomparable<'d>) -> &'d str {
    why.reason.trim().trim_end_matches('.')
}

/// Within a panel all stands on one axis, and so do small multiples.
pub fn one_axis(desk: &mut Desk, board: &Board) {
    let data = desk.data;
    let mut all: Vec<(SeriesKey, &TypedText)> =
        measures(board).map(|(series, _, id)| (series, id)).collect();
    let changes = board.changes.iter();
    all.extend(changes.map(|one| (data.figure(one.figure).series, one.spec.subject.id())));
    for (at, (series, id)) in all.iter().enumerate() {
        let before = all[..at]
            .iter()
            .find_map(|(other, _)| data.incomparable(*other, *series).map(|why| (*other, why)));
        if let Some((other, why)) = before {
            let message = format!(
                "`{}` and `{}` stand on one axis and may not be compared: {}",
                data.series(other).id,
                data.series(*series).id,
                reason(&why)
            );
            let hint = "give it a panel of its own, under another [[panels]]; the chart then tells why they are apart";
            desk.error_about(Rule::NotCompared, id, message, hint);
        }
    }
}

/// No two things of a panel have one name, and no two that may not be compared in the whole chart.
pub fn names(desk: &mut Desk, boards: &[Board]) {
    let all: Vec<(usize, &Board, &Shown)> = boards
        .iter()
        .enumerate()
        .flat_map(|(at, board)| board.shown.iter().map(move |shown| (at, board, shown)))
        .collect();
    for (at, (panel, board, shown)) in all.iter().enumerate() {
        let own = as_read(shown.called(desk));
        let same =
            |other: &Shown| other.series != shown.series && as_read(other.called(desk)) == own;
        let Some((before, _, other)) = all[..at].iter().find(|(before, _, other)| {
            let kept = desk.data.incomparable(other.series, shown.series).is_some();
            (before == panel || kept) && same(other)
        }) else {
            continue;
        };
        let called = shown.called(desk).trim().to_string();
        let [one, two] = [other.series, shown.series].map(|key| desk.data.series(key).id);
        let message = match desk.data.incomparable(other.series, shown.series) {
            Some(why) => format!(
                "`{one}` and `{two}` are both called `{called}` and may not be compared: {}",
                reason(&why)
            ),
            None => format!(
                "`{one}` and `{two}` are both called `{called}`, so nobody can tell which is which"
            ),
        };
        let hint = "give each a `name` of its own that says what sets it apart";
        let title = board.spec.title.as_ref().filter(|_| shown.alone_below.is_some());
        let typed = shown.spec.name.as_ref().or(title).or(other.spec.name.as_ref());
        let bytes = typed.unwrap_or(shown.spec.subject.id()).bytes.clone();
        let rule = if before == panel { Rule::OneName } else { Rule::NotCompared };
        desk.error(rule, &bytes, message, hint);
    }
}

/// A name as readers tell it from others: whatever its capitals, blanks, dashes and full stop are.
fn as_read(name: &str) -> String {
    let name = plain(name).replace('–', "-").replace(' ', "");
    name.trim_end_matches(['.', ',', ':', ';']).to_string()
}
