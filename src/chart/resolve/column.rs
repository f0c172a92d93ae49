//! What computed words may say of a series.

use super::board::Board;
use super::breaks::reason;
use super::citations::inputs;
use super::desk::Desk;
use super::observed::{Observed, observed, targets};
use crate::chart::words::known::{KnownNumber, KnownSeries};
use crate::chart::words::no_answer::NoAnswer;
use crate::figure::FigureKey;
use crate::nearest::{ask, likely};

/// What words may say of a series: what the chart draws of it; all of it where it draws none.
pub fn column(desk: &Desk, boards: &[Board], id: &str) -> Result<KnownSeries, NoAnswer> {
    let Some(key) = desk.data.find_series(id) else {
        let known = desk.data.series.iter().map(|series| (series.id, series.title.to_string()));
        return Err(NoAnswer {
            message: format!("there is no series `{id}`"),
            hint: ask(&likely(id, known))
                .unwrap_or_else(|| "the ids stand in data/series.csv".to_string()),
        });
    };
    let mut shown_of = boards.iter().flat_map(|board| &board.shown).filter(|one| one.series == key);
    let called = shown_of.next().map(|shown| shown.called(desk).to_string());
    let own = desk.data.series(key);
    let (nature, form) = (desk.data.series(key).nature, desk.data.series(key).form);
    let mut known: Vec<KnownNumber> = Vec::new();
    let mut aimed: Vec<KnownNumber> = Vec::new();
    let mut claims: Vec<FigureKey> = Vec::new();
    for shown in boards.iter().flat_map(|board| &board.shown).filter(|one| one.series == key) {
        for (observed, point) in shown.drawn().zip(shown.layer.marks()) {
            claims.extend(observed.claims.iter());
            let list = if observed.target { &mut aimed } else { &mut known };
            list.push(KnownNumber {
                quantity: point.quantity.clone(),
                derived: point.derived,
                averaged: shown.per.filter(|_| shown.is_averaged()),
                ..stated(desk, observed).ok_or_else(|| no_number(id))?
            });
        }
    }
    if known.is_empty() && aimed.is_empty() {
        let all = targets(desk.data, key, &desk.without);
        claims.extend(all.iter().flat_map(|one| one.claims.iter()));
        aimed.extend(all.iter().filter_map(|one| stated(desk, one)));
        let all = observed(desk.data, key, &desk.without);
        claims.extend(all.iter().flat_map(|one| one.claims.iter()));
        known.extend(all.iter().filter_map(|one| stated(desk, one)));
    }
    known.sort_by_key(|known| known.period.span());
    aimed.sort_by_key(|known| known.period.span());
    let sources = desk.data.voices(&claims).sources.len();
    let breaks = desk.data.breaks_of(key).into_iter();
    let breaks = breaks.map(|key| (desk.data.figure(key).period.span().start, reason(desk, key)));
    Ok(KnownSeries {
        id: id.to_string(),
        called: called.unwrap_or_else(|| own.title.to_string()),
        place: desk.data.language.place(&own.geography).to_string(),
        nature,
        form,
        naming: desk.data.naming(key),
        known,
        targets: aimed,
        breaks: breaks.collect(),
        sources,
    })
}

fn no_number(id: &str) -> NoAnswer {
    let message = format!("`{id}` has no number");
    NoAnswer { message, hint: "name another series".to_string() }
}

fn stated(desk: &Desk, observed: &Observed) -> Option<KnownNumber> {
    let figure = desk.data.figure(observed.figure);
    Some(KnownNumber {
        period: observed.period,
        figure: observed.figure,
        quantity: figure.quantity()?.clone(),
        derived: figure.is_derived(),
        averaged: None,
        status: figure.status,
        estimate: inputs(desk.data, observed.figure)
            .into_iter()
            .any(|key| desk.data.figure(key).status.is_estimate()),
        disputed: observed.disputed,
        sources: desk.data.voices(observed.claims.iter()).sources.len(),
    })
}
