//! Texts that are true today and would not be after the next figure: what is the latest is worked out,
//! and its period typed.

use std::collections::BTreeMap;

use super::across::WordedText;
use super::board::Board;
use super::desk::Desk;
use super::observed::{Observed, observed};
use crate::chart::judge::WordJudge;
use crate::figure::{SeriesKey, Span};
use crate::problem::Rule;

/// Tells of a typed period beside the latest figure of a series. The first texts, title and subtitle,
/// are read as one.
pub fn tell(
    desk: &mut Desk,
    boards: &[Board],
    judge: &WordJudge,
    texts: &[(WordedText, Vec<&str>)],
    headline: usize,
) {
    let mut spans: BTreeMap<SeriesKey, Option<Span>> = BTreeMap::new();
    for (at, ((typed, worded), calls)) in texts.iter().enumerate() {
        if let Some(said) = judge.relative_date(worded) {
            let message = format!("`{said}` will be said of another one once it is over");
            let id = boards.iter().flat_map(|board| &board.shown).next();
            let id = id.map_or("...", |shown| desk.data.series(shown.series).id);
            let hint = format!("write {{{{ period(\"{id}\") }}}}, or the period itself");
            desk.error(Rule::TypedPeriod, &typed.bytes, message, hint);
            continue;
        }
        if calls.iter().any(|call| is_a_period(call)) {
            continue;
        }
        let together = if at < headline { &texts[..headline] } else { &texts[at..=at] };
        let of_latest = together.iter().flat_map(|(_, calls)| calls);
        let of_latest = of_latest.filter(|call| names_latest(call));
        let mut latest: Vec<(SeriesKey, Span)> = Vec::new();
        for series in of_latest.filter_map(|call| desk.data.find_series(quoted(call)?)) {
            let span = spans.entry(series).or_insert_with(|| last_span(desk, boards, series));
            latest.extend(span.map(|span| (series, span)));
        }
        latest.dedup();
        let Some((series, date)) = judge.staying_date(worded, &latest) else { continue };
        let id = desk.data.series(series).id;
        let message = format!(
            "`{date}` is typed beside the latest figure of `{id}`, and would stay when a newer one is added"
        );
        let hint = format!(
            "write {{{{ period(\"{id}\") }}}} for it, or {{{{ value(\"{id}\", ...) }}}} of that period"
        );
        desk.error(Rule::TypedPeriod, &typed.bytes, message, hint);
    }
}

/// `{{ latest("s") }}`, `{{ times("s", "2012", "latest") }}`.
fn names_latest(call: &str) -> bool {
    name(call) == "latest" || call.split(['"', '\'']).any(|argument| argument == "latest")
}

fn is_a_period(call: &str) -> bool {
    matches!(name(call), "period" | "latest_period")
}

/// Of the function that is called.
fn name(call: &str) -> &str {
    call.trim_start_matches('{').split('(').next().unwrap_or_default().trim()
}

/// The first argument.
fn quoted(call: &str) -> Option<&str> {
    call.split(['"', '\'']).nth(1)
}

/// As the chart draws it, and else as the data has it. What is forecast or aimed at is not the latest.
fn last_span(desk: &Desk, boards: &[Board], series: SeriesKey) -> Option<Span> {
    let shown = boards.iter().flat_map(|board| &board.shown).find(|one| one.series == series);
    let counted =
        |one: &&Observed| !one.target && !desk.data.figure(one.figure).status.is_forecast();
    let drawn = shown.and_then(|shown| shown.observed.iter().rfind(counted));
    let all = observed(desk.data, series, &desk.without);
    let all = || all.iter().filter(counted).max_by_key(|one| (one.span().end, one.span().start));
    drawn.or_else(all).map(Observed::span)
}
