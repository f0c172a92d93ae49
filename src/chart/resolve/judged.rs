//! What the judge of typed words knows of a chart: its figures, its dates and its names.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::board::Board;
use super::citations::Citations;
use super::desk::Desk;
use super::observed::{Observed, observed};
use crate::chart::judge::{AsSaid, Counted, DrawnFigure, Happened, Rival, WordJudge};
use crate::chart::layer::Point;
use rust_decimal::Decimal;

use crate::figure::{FigureKey, Nature, Period, SeriesKey, Unit};
use crate::reading::{HeardKind, HeardSense, counted_noun, other_words};

/// What the author of a chart may type. `words` are the figures behind computed numbers.
pub fn judge(
    desk: &Desk,
    boards: &[Board],
    citations: &Citations,
    words: &[FigureKey],
) -> WordJudge {
    let data = desk.data;
    let mut judge = WordJudge::new(data.language);
    let mut series: Vec<SeriesKey> = Vec::new();
    for (panel, board) in boards.iter().enumerate() {
        for shown in &board.shown {
            series.push(shown.series);
            let names = [Some(shown.called(desk)), board.spec.title.as_ref().map(|one| &*one.text)];
            let others = board.shown.iter().filter(|other| other.series != shown.series);
            let others = others.map(|other| data.series(other.series).title.to_lowercase());
            let others: Vec<String> = others.flat_map(|title| words_of(&title)).collect();
            let names = names.into_iter().flatten();
            let mut counted = counted(desk, shown.series, panel, names, &others);
            for (observed, point) in shown.drawn().zip(shown.layer.marks()) {
                counted.told.push(drawn(desk, shown.series, observed, point));
            }
            counted.per = shown.per.or(counted.per);
            let claims = shown.drawn().flat_map(|one| one.claims.iter());
            counted.sources.extend(claims.map(|key| data.figure(*key).source));
            in_time(&mut counted);
            for key in data.breaks_of(shown.series) {
                let figure = data.figure(key);
                judge
                    .happened
                    .push(Happened::of(figure.break_reason(), vec![figure.period.span()]));
            }
            judge.counted.push(counted);
            for observed in shown.drawn().chain(&shown.gaps) {
                judge.dates.period(observed.period, data.years(shown.series));
            }
        }
        for change in &board.changes {
            let stated = data.figure(change.figure);
            series.extend([change.on, stated.series]);
            judge.dates.period(stated.period, data.years(change.on));
            let mut level = counted(desk, change.on, panel, [], &[]);
            for point in &change.layer.points {
                let figure = change.behind(desk, point);
                let period = match (&change.worked_out, figure == change.figure) {
                    (Some(end), true) => end.period,
                    _ => data.figure(figure).period,
                };
                level.told.push(told(
                    desk,
                    change.on,
                    (figure, period),
                    &point.quantity,
                    point.derived,
                ));
            }
            let mut known = judge.counted.iter_mut();
            let known = known.find(|one| one.panel == panel && one.id == level.id);
            match known {
                Some(known) => known.told.append(&mut level.told),
                None => judge.counted.push(level),
            }
            let mut own = counted(desk, stated.series, panel, [], &[]);
            if let Some(quantity) = stated.quantity() {
                let figure = (change.figure, stated.period);
                own.told.push(told(desk, stated.series, figure, quantity, stated.is_derived()));
            }
            judge.counted.push(own);
            judge.counted.iter_mut().for_each(in_time);
        }
        if let Some(claims) = &board.claims {
            series.push(claims.series);
            judge.dates.period(claims.period, data.years(claims.series));
            let mut counted = counted(desk, claims.series, panel, [], &[]);
            for key in claims.figures() {
                let figure = data.figure(key);
                if let Some(quantity) = figure.quantity() {
                    let derived = figure.is_derived();
                    let one = (key, figure.period);
                    counted.told.push(told(desk, claims.series, one, quantity, derived));
                }
            }
            judge.counted.push(counted);
        }
        let shown = board.shown.first();
        let years = shown.map_or(data.years, |shown| data.years(shown.series));
        let window = [&board.spec.from, &board.spec.to].into_iter().flatten();
        window.for_each(|at| judge.dates.period(at.value, years));
        for event in board.all_events().map(|key| data.event(key)) {
            judge.dates.period(event.date, data.years);
            judge.names.cells.push(event.label.to_string());
            judge.happened.push(Happened::of(&event.label, vec![event.date.span()]));
        }
    }
    let mut worked_out = BTreeSet::new();
    for figure in words.iter().filter(|key| worked_out.insert(**key)) {
        let figure = data.figure(*figure);
        judge.dates.period(figure.period, data.years(figure.series));
        series.push(figure.series);
    }
    judge.dates.things.extend(judge.counted.iter().flat_map(|one| one.units.clone()));
    let mut named = BTreeSet::new();
    for key in series.iter().copied().filter(|key| named.insert(*key)) {
        judge.names.cells.push(data.series(key).title.to_string());
        judge.names.units.push(data.series(key).unit.to_string());
    }
    for source in citations.sources() {
        if let Some(source) = data.find_source(source).map(|key| data.source(key)) {
            let names = [&source.publisher, &source.title, &source.container];
            judge.names.sources.extend(names.map(|name| name.to_string()));
            source.published.into_iter().for_each(|unit| judge.dates.publication(unit));
        }
    }
    add_other_words(&mut judge.counted);
    add_places(&mut judge.counted);
    for one in &mut judge.counted {
        let Some(key) = data.find_series(&one.id) else { continue };
        let others = series.iter().filter(|other| data.incomparable(key, **other).is_some());
        one.apart = others.map(|other| data.series(*other).id.to_string()).collect();
    }
    judge.names.counted = Arc::clone(data.units());
    judge.names.sayers = Arc::clone(data.sayers());
    judge
}

/// So many years before the first and after the last of a series are dates of a sentence, too.
const YEARS_BESIDE: i32 = 5;

/// What a sentence outside of any chart may say of some series: all that was counted of them.
pub fn judge_of(desk: &Desk, series: &[SeriesKey]) -> WordJudge {
    let data = desk.data;
    let mut judge = WordJudge::new(data.language);
    for key in series {
        let mut own = counted(desk, *key, 0, [], &[]);
        for one in observed(data, *key, &[]) {
            let figure = data.figure(one.figure);
            let Some(quantity) = figure.quantity() else { continue };
            let stated = (one.figure, one.period);
            own.told.push(told(desk, *key, stated, quantity, figure.is_derived()));
            judge.dates.period(one.period, data.years(*key));
        }
        in_time(&mut own);
        let ends = own.told.first().zip(own.told.last());
        let years = ends.map(|(first, last)| {
            first.span.start.year() - YEARS_BESIDE..=last.span.end.year() + YEARS_BESIDE
        });
        let years = years.into_iter().flatten().filter_map(Unit::year);
        years.for_each(|year| judge.dates.date(year));
        judge.dates.things.extend(own.units.clone());
        judge.names.cells.push(data.series(*key).title.to_string());
        judge.counted.push(own);
    }
    judge
}

/// Other words for what a series counts, where no other series is called so.
fn add_other_words(all: &mut [Counted]) {
    let mut free_words = Vec::new();
    for at in 0..all.len() {
        let (id, words) = (all[at].id.clone(), std::mem::take(&mut all[at].also));
        let free = |word: &&str| !all.iter().any(|one| one.id != id && one.is_named(word));
        free_words.push(words.into_iter().filter(free).map(str::to_string).collect::<Vec<_>>());
    }
    for (one, words) in all.iter_mut().zip(free_words) {
        one.called.extend(words);
    }
}

/// Where a chart shows several places, each names its own series.
fn add_places(all: &mut [Counted]) {
    let places: Vec<Vec<String>> =
        all.iter().map(|one| words_of(&one.place.to_lowercase())).collect();
    for (at, one) in all.iter_mut().enumerate() {
        let own = |word: &&String| {
            word.len() > 2
                && places
                    .iter()
                    .enumerate()
                    .any(|(other, words)| other != at && !words.is_empty() && !words.contains(word))
                && !COMMON.contains(&word.as_str())
        };
        let free: Vec<String> = places[at].iter().filter(own).cloned().collect();
        one.called.extend(free);
    }
}

fn in_time(counted: &mut Counted) {
    counted.told.sort_by_key(|told| told.span);
}

/// A series, with nothing told of it yet.
fn counted<'n>(
    desk: &Desk,
    key: SeriesKey,
    panel: usize,
    names: impl IntoIterator<Item = &'n str>,
    beside: &[String],
) -> Counted {
    let series = desk.data.series(key);
    let units = words_of(&counted_noun(&series.unit).to_lowercase());
    let mut called = words_of(&series.title.to_lowercase());
    let own = called.clone();
    names.into_iter().for_each(|name| called.extend(words_of(&name.to_lowercase())));
    // `Exports and imports`, over both: what another of them is called is no word for this one
    called.retain(|word| own.contains(word) || !beside.contains(word));
    let place = words_of(&series.geography.to_lowercase());
    called
        .retain(|word| word.len() > 2 && !place.contains(word) && !COMMON.contains(&word.as_str()));
    let before = std::iter::once("").chain(own.iter().map(String::as_str));
    let also = before.zip(&own).flat_map(|(before, word)| other_words(before, word)).copied();
    let prices = own.iter().any(|word| matches!(word.as_str(), "price" | "prices" | "costs"));
    let rates = (series.nature == Nature::Growth && prices).then_some("inflation");
    let also = also.chain(rates).collect();
    let titled = called.iter().filter(|word| own.contains(word)).cloned().collect();
    let breaks = desk.data.breaks_of(key).into_iter();
    let breaks = breaks.map(|key| desk.data.figure(key).period.span().start).collect();
    Counted {
        id: series.id.to_string(),
        form: series.form,
        nature: series.nature,
        per: series.per,
        sources: Vec::new(),
        panel,
        units,
        called,
        titled,
        also,
        definition: series.definition.to_string(),
        place: series.geography.to_string(),
        balance: balance(&series.title.to_lowercase()).filter(|_| series.nature == Nature::Net),
        told: Vec::new(),
        breaks,
        apart: Vec::new(),
    }
}

/// The words that only one side of `staff who joined less staff who left` has.
fn balance(title: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (gained, lost) = [" less ", " minus "].iter().find_map(|sign| title.split_once(sign))?;
    let (gained, lost) = (words_of(gained), words_of(lost));
    let only = |own: &[String], other: &[String]| {
        own.iter().filter(|word| !other.contains(word)).cloned().collect::<Vec<_>>()
    };
    Some((only(&gained, &lost), only(&lost, &gained)))
}

/// Words of titles that name no series.
const COMMON: [&str; 67] = [
    "source",
    "sources",
    "other",
    "stated",
    "year",
    "years",
    "month",
    "months",
    "earlier",
    "change",
    "number",
    "numbers",
    "total",
    "share",
    "people",
    "less",
    "from",
    "with",
    "sent",
    "that",
    "have",
    "than",
    "each",
    "held",
    "which",
    "their",
    "were",
    "against",
    "about",
    "after",
    "before",
    "over",
    "under",
    "into",
    "onto",
    "between",
    "among",
    "through",
    "this",
    "those",
    "figures",
    "the",
    "who",
    "and",
    "for",
    "not",
    "all",
    "any",
    "per",
    "its",
    "has",
    "had",
    "was",
    "are",
    "out",
    "off",
    "new",
    "one",
    "two",
    "end",
    "estimate",
    "estimates",
    "estimated",
    "how",
    "day",
    "week",
    "rate",
];

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_string).collect()
}

fn drawn(desk: &Desk, series: SeriesKey, observed: &Observed, point: &Point) -> DrawnFigure {
    let one = (observed.figure, observed.period);
    let mut told = told(desk, series, one, &point.quantity, point.derived);
    let same = |key: &&FigureKey| {
        desk.data.figure(**key).quantity().and_then(|one| one.value()) == point.quantity.value()
    };
    for key in observed.claims.iter().filter(same) {
        told.sayers.extend(sayers(desk, *key));
    }
    let others = observed.claims.iter().filter(|key| !same(key));
    told.rivals.extend(others.filter_map(|key| {
        let source = Some(desk.data.figure(*key).source);
        let all = source.into_iter().chain(desk.data.figure(*key).origin);
        let sayers = all.map(|key| desk.data.source(key).publisher.to_string()).collect();
        Some(Rival { quantity: desk.data.figure(*key).quantity()?.clone(), sayers })
    }));
    told
}

/// Who counted a figure, and who said it.
fn sayers(desk: &Desk, key: FigureKey) -> Vec<String> {
    let figure = desk.data.figure(key);
    let sources = [Some(figure.source), figure.origin].into_iter().flatten();
    let said = sources.map(|key| desk.data.source(key).publisher.to_string());
    said.chain([desk.data.series(figure.series).counted_by.to_string()]).collect()
}

/// The percents of a note.
fn percents(note: &str) -> Vec<Decimal> {
    if note.is_empty() {
        return Vec::new();
    }
    let heard = crate::reading::sentence(note).heard.into_iter();
    let percents = heard.filter_map(|heard| match heard.says {
        HeardSense::Number(number) if number.kind == HeardKind::Percent => Some(number.value),
        _ => None,
    });
    percents.collect()
}

fn told(
    desk: &Desk,
    series: SeriesKey,
    (figure, period): (FigureKey, Period),
    quantity: &crate::figure::Quantity,
    derived: bool,
) -> DrawnFigure {
    let tone = desk.tone(series);
    let status = desk.data.figure(figure).status;
    DrawnFigure {
        key: Some(figure),
        period: period.to_string(),
        called: desk.period(series, period),
        span: period.span(),
        quantities: vec![quantity.clone(), tone.rounded(quantity, derived)],
        said: AsSaid { tone, quantity: quantity.clone(), derived, status },
        status,
        sayers: sayers(desk, figure),
        noted: percents(&desk.data.figure(figure).note),
        rivals: Vec::new(),
    }
}
