//! Periods that share days: what may be drawn of them, and as what.

use super::board::Board;
use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use crate::chart::mark::{Body, Joins};
use crate::figure::{Sequence, Tie};
use crate::problem::Rule;

/// So many figures are named that may be left out.
const NAMED: usize = 12;

/// Bars side by side, and a line, look as if no day were told twice. Windows that overlap by one
/// step, and totals that run on from one day, stand as dots at their ends, where a line may join
/// them.
pub fn no_day_told_twice(desk: &mut Desk, board: &Board) {
    for shown in &board.shown {
        let (nature, mark) = (desk.data.series(shown.series).nature, shown.mark());
        if shown.sequence.reaches_back() {
            if mark.body != Body::Dot {
                reaches_back(desk, shown);
            }
            continue;
        }
        let once = match (mark.body, mark.joins) {
            (Body::Bar | Body::Row, _) => nature.tie() != Tie::Step,
            (_, Joins::Points) => nature.tells_days_once(),
            _ => false,
        };
        if once {
            apart(desk, shown);
        }
    }
}

/// Tells of bars and spans of periods that reach back.
fn reaches_back(desk: &mut Desk, shown: &Shown) {
    let word = shown.mark().word;
    let mut pairs = shown.observed.windows(2);
    let Some([one, next]) = pairs.find(|pair| pair[0].span().overlaps(pair[1].span())) else {
        return;
    };
    let said = |one: &Observed| desk.period(shown.series, one.period);
    let (message, way) = match shown.sequence {
        Sequence::Running(_) => (
            format!(
                "{} of `{}` includes {}, and {word} would look like counts of their own",
                said(next),
                shown.layer.series,
                said(one)
            ),
            None,
        ),
        _ => (
            format!(
                "{} and {} overlap in `{}`, and {word} would look as if each told of days of its own",
                said(one),
                said(next),
                shown.layer.series
            ),
            thinned(desk, shown),
        ),
    };
    let mut hint = "write mark = \"line\" or \"points\"".to_string();
    if let Some(way) = way {
        hint = format!("{hint}; or {way}");
    }
    desk.error(Rule::OverlappingMarks, &shown.spec.mark.bytes, message, hint);
}

/// What to leave out so that no two overlap: the last stays, and each before it that ends before
/// the next that stays. `None` where one alone would stay.
fn thinned(desk: &Desk, shown: &Shown) -> Option<String> {
    let all: Vec<&Observed> = shown.observed.iter().chain(&shown.gaps).collect();
    let mut all: Vec<&Observed> = all.into_iter().rev().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.span()));
    let mut kept: Option<&Observed> = None;
    let mut left_out = Vec::new();
    let mut staying = 0;
    for one in all {
        match kept {
            Some(kept) if one.span().overlaps(kept.span()) => left_out.extend(one.claims.iter()),
            _ => (kept, staying) = (Some(one), staying + 1),
        }
    }
    left_out.reverse();
    (staying > 1).then(|| match left_out.len() > NAMED {
        true => "give those that do not overlap a series of their own".to_string(),
        false => {
            let ids = left_out.iter().map(|key| format!("\"{}\"", desk.data.figure(*key).id));
            format!(
                "leave out those that share days, as without = [{}]",
                ids.collect::<Vec<_>>().join(", ")
            )
        }
    })
}

/// Tells of the first two periods that share days.
fn apart(desk: &mut Desk, shown: &Shown) {
    let mut longest = 0;
    for at in 1..shown.observed.len() {
        let (one, next) = (&shown.observed[longest], &shown.observed[at]);
        if one.span().overlaps(next.span()) {
            let why = match desk.data.series(shown.series).nature.tie() {
                Tie::Date => "nobody can say which of the two levels came first",
                _ => "bars or a line would tell of the same days twice",
            };
            let message = format!(
                "{} and {} overlap in `{}`, and {why}",
                desk.period(shown.series, one.period),
                desk.period(shown.series, next.period),
                shown.layer.series
            );
            let ids = [one, next].map(|one| &desk.data.figure(one.figure).id);
            let hint = format!(
                "leave one out, as without = [\"{}\"] or [\"{}\"], or write mark = \"points\"",
                ids[0], ids[1]
            );
            desk.error(Rule::OverlappingMarks, &shown.spec.subject.id().bytes, message, hint);
            return;
        }
        if next.span().end > one.span().end {
            longest = at;
        }
    }
}
