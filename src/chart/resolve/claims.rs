//! A panel of claims: what each source states of one series for one period, which of them is
//! drawn elsewhere, and how the others stand to it.

use crate::problem::Rule;

use super::board::Claims;
use super::citations::Citations;
use super::claimed::{remark, who};
use super::desk::Desk;
use crate::chart::claim::{ClaimRow, Standing};
use crate::chart::hue::Hue;
use crate::chart::panel::Against;
use crate::chart::spec::{ClaimsSpec, Order, TypedText};
use crate::figure::{Claim as Stated, Figure, FigureKey, Period, Quantity, SeriesKey, Tie};

/// Every figure of the series for the period; `None` where there is none, and the problem is told.
pub fn claims(desk: &mut Desk, spec: &ClaimsSpec) -> Option<Claims> {
    let series = desk.series(&spec.series)?;
    let data = desk.data;
    let change = data.series(series).nature.tie() == Tie::Step;
    let same = |figure: &Figure| {
        let [own, asked] = [figure.period, spec.period.value];
        let ends = [own.first_unit(), own.last_unit()].map(|unit| unit.span());
        figure.series == series
            && own.span() == asked.span()
            && (!change || ends == [asked.first_unit(), asked.last_unit()].map(|unit| unit.span()))
    };
    // Targets are set against each other, and never against what was counted.
    let lists = [data.observations_of(series), data.targets_of(series)];
    let lists = lists.map(|all| all.iter().filter(|one| same(data.figure(one.preferred))));
    let [observed, aimed] = lists.map(|list| list.collect::<Vec<_>>());
    let observed = if observed.is_empty() { aimed } else { observed }.into_iter();
    let mut rows: Vec<(FigureKey, Standing)> = Vec::new();
    let mut standing: Vec<FigureKey> = observed.flat_map(|one| data.claims(one)).copied().collect();
    standing.retain(|key| !desk.without.contains(key));
    let preferred = standing.first().copied();
    for key in &standing {
        let how = match preferred {
            _ if data.figure(*key).quantity().is_none() => Standing::Silent,
            Some(preferred) if preferred == *key => Standing::Preferred,
            Some(preferred) if data.differ(preferred, *key) => Standing::Differs,
            _ => Standing::Agrees,
        };
        rows.push((*key, how));
    }
    let superseded = data
        .superseded_within(series, spec.period.value.span())
        .filter(|key| same(data.figure(*key)))
        .map(|key| (key, Standing::Superseded));
    rows.extend(superseded);
    if rows.is_empty() {
        nothing(desk, series, &spec.series, &spec.period.bytes, spec.period.value);
        return None;
    }
    sort(desk, &mut rows, spec.order);
    let disputed = data.differs_somewhere(&standing);
    Some(Claims {
        series,
        period: spec.period.value,
        hue: Hue::default(),
        grey: Vec::new(),
        strong: Vec::new(),
        rows,
        disputed,
    })
}

fn nothing(
    desk: &mut Desk,
    series: SeriesKey,
    id: &TypedText,
    bytes: &std::ops::Range<usize>,
    asked: Period,
) {
    let message = format!("`{}` has no figure for {}", id.text, desk.period(series, asked));
    let number = asked.span().start.number();
    let nearest = desk
        .data
        .observations_of(series)
        .iter()
        .min_by_key(|one| (one.period.span().start.number() - number).abs());
    let hint = match nearest {
        Some(near) => format!("the nearest that it has is \"{}\"", near.period),
        None => "name another series".to_string(),
    };
    desk.error(Rule::NothingToDraw, bytes, message, hint);
}

/// What has no number and what is superseded stands at the foot; equals in the order in which
/// they were published.
fn sort(desk: &Desk, rows: &mut [(FigureKey, Standing)], order: Order) {
    let data = desk.data;
    let published = |key: &FigureKey| {
        let date = data.source(data.figure(*key).source).published;
        (date.is_none(), date.map(|date| date.span()), *key)
    };
    let low = |standing: Standing| match standing {
        Standing::Preferred | Standing::Agrees | Standing::Differs => 0,
        Standing::Silent => 1,
        Standing::Superseded => 2,
    };
    rows.sort_by(|(a, one), (b, other)| {
        let value = |key: &FigureKey| data.figure(*key).quantity().and_then(Quantity::middle);
        let by_value = || match order {
            Order::Value => value(b).cmp(&value(a)),
            Order::Published => std::cmp::Ordering::Equal,
        };
        let by_place = low(*one).cmp(&low(*other));
        by_place.then_with(by_value).then_with(|| published(a).cmp(&published(b)))
    });
}

/// What the chart shows of the claims.
pub fn form(desk: &Desk, claims: &Claims, citations: &Citations) -> Against {
    let data = desk.data;
    let tone = claims.tone(desk);
    let label = |figure: &Figure| match (&figure.claim, figure.quantity()) {
        (Stated::Absent(absence), _) => desk.data.language.absence(*absence).to_string(),
        (_, Some(quantity)) => tone.label(quantity, figure.is_derived()),
        (_, None) => String::new(),
    };
    let figures = || claims.figures().map(|key| data.figure(key));
    // Two numbers that differ must not look the same once they are rounded.
    let alike = figures().any(|one| {
        figures().any(|other| label(one) == label(other) && one.quantity() != other.quantity())
    });
    let said = |figure: &Figure| match figure.quantity() {
        Some(quantity) if alike => tone.full(quantity, figure.is_derived()),
        _ => label(figure),
    };
    let claims_of = claims.rows.iter().map(|(key, standing)| {
        let figure = data.figure(*key);
        ClaimRow {
            figure: figure.id.to_string(),
            quantity: figure.quantity().cloned(),
            derived: figure.is_derived(),
            forecast: figure.status.is_forecast(),
            standing: *standing,
            hue: if claims.grey.contains(key) { Hue::Grey } else { claims.hue },
            strong: claims.strong.contains(key),
            who: who(desk, claims, figure),
            cite: citations.mark(data, *key),
            remark: remark(desk, figure, *standing),
            said: said(figure),
        }
    });
    Against::Claims(claims_of.collect())
}
