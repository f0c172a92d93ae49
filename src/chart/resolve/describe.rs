//! The chart in sentences, for those who do not see it, and one sentence of it for a page that
//! shows it. Every number is one that the chart shows or tells, with every digit it has.

use super::board::{Board, Change, Claims};
use super::observed::Observed;
use super::shown::Shown;
use super::teller::Teller;
use crate::chart::layer::Point;
use crate::chart::tone::Tone;
use crate::chart::waist::ALT_LIMIT;
use crate::figure::{Claim as Stated, Grain, Kind, Nature, Period, Quantity, Sided};
use crate::locale::{dates, words};

/// So many stretches without figures are named one by one.
const GAPS_NAMED: usize = 4;

/// What it shows, unit, place, period; first and last, highest and lowest; gaps, breaks and
/// disputes; the number of sources.
pub fn description(
    teller: &Teller,
    boards: &[Board],
    scale: Option<&str>,
    sources: usize,
) -> String {
    let mut sentences = Vec::new();
    let mut told = Vec::new();
    for board in boards {
        if let Some(title) = board.title().filter(|_| boards.len() > 1) {
            sentences.push(words::sentence(&format!("Panel: {title}")));
        }
        for shown in &board.shown {
            layer(teller, shown, &mut sentences);
        }
        for change in &board.changes {
            changed(teller, change, &mut sentences);
        }
        if let Some(claims) = &board.claims {
            claimed(teller, claims, &mut sentences);
        }
        for (key, event) in &board.events {
            if !told.contains(key) {
                told.push(*key);
                sentences.push(format!("Event: {}.", event.label));
            }
        }
        for event in &board.far {
            if !told.contains(&event.key) {
                told.push(event.key);
                sentences.push(format!("Event, not drawn: {}.", event.label));
            }
        }
    }
    sentences.extend(scale.map(words::sentence));
    sentences.push(match sources {
        1 => "The chart has 1 source.".to_string(),
        _ => format!("The chart has {sources} sources."),
    });
    sentences.join(" ")
}

fn layer(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let series = teller.series(shown.series);
    let unit = if series.nature.is_percent() { "percent" } else { &series.unit };
    let mut what = vec![format!("{}: {unit}", series.title)];
    if let Some(per) = shown.per {
        what[0].push_str(&format!(" {}", words::per(per)));
    }
    what.push(words::place(&series.geography).to_string());
    what.extend(window(teller, shown));
    what.retain(|part| !part.is_empty());
    sentences.push(words::sentence(&what.join(", ")));
    let points = &shown.layer.points;
    let said = |at: usize| value(teller, shown, at);
    match points.len() {
        0 => {}
        1 => sentences.push(format!("{}.", words::capital(&said(0)))),
        2 => sentences.push(format!("First {}, last {}.", said(0), said(1))),
        many => {
            sentences.push(format!("First {}, last {}.", said(0), said(many - 1)));
            extremes(teller, shown, sentences);
            let all: Vec<String> = (1..many - 1).map(said).collect();
            sentences.push(format!("Between them {}.", all.join("; ")));
        }
    }
    for gap in &shown.gaps {
        let word = &shown.layer.gaps.iter().find(|known| known.span == gap.span());
        let word = word.map(|gap| gap.word.as_str()).unwrap_or_default();
        sentences.push(format!("No number {}: {word}.", when(teller, gap.period)));
    }
    missing(teller, shown, sentences);
    for figure in shown.superseded.iter().map(|key| teller.undrawn(*key)) {
        let said = figure
            .quantity()
            .map(|quantity| teller.tone_of(shown.series).full(quantity, figure.is_derived()));
        let said = said.unwrap_or_default();
        sentences.push(format!(
            "Not drawn, as superseded with nothing in its place: {said} {}.",
            when(teller, figure.period)
        ));
    }
    for observed in shown.observed.iter().skip(1) {
        for key in &observed.breaks {
            let (period, reason) = teller.broken(*key);
            let period = teller.period(period);
            sentences.push(words::sentence(&format!("A break lies before {period}: {reason}")));
        }
    }
    for observed in &shown.observed {
        sentences.extend(dispute(teller, observed, teller.tone_of(shown.series)));
    }
}

/// The days from the first to the last period: `2012 to 2017`.
fn window(teller: &Teller, shown: &Shown) -> Option<String> {
    let periods = || shown.observed.iter().chain(&shown.gaps).map(|observed| observed.period);
    let first = periods().min_by_key(|period| period.span())?;
    let last = periods().max_by_key(|period| period.span())?;
    let (from, to) = (teller.period(first), teller.period(last));
    if from == to {
        return Some(from);
    }
    // of a run of months only the outer end
    let from = from.split(" to ").next().unwrap_or_default();
    let to = to.rsplit(" to ").next().unwrap_or_default();
    let year = if from.ends_with(char::is_numeric) {
        String::new()
    } else {
        format!(" {}", first.span().start.year())
    };
    Some(format!("{from}{year} to {to}"))
}

/// `about 80,000 in September 2018`.
fn value(teller: &Teller, shown: &Shown, at: usize) -> String {
    let (point, observed) = (&shown.layer.points[at], &shown.observed[at]);
    let mut text = teller.tone_of(shown.series).full(&point.quantity, point.derived);
    text.push(' ');
    text.push_str(&when(teller, observed.period));
    let worked_out = match shown.conversion {
        _ if !point.derived => None,
        Some(_) => Some("converted"),
        None => Some("worked out"),
    };
    let words: Vec<&str> = worked_out.into_iter().chain(caveat(point)).collect();
    if !words.is_empty() {
        text.push_str(&format!(" ({})", words.join(", ")));
    }
    text
}

/// What no value may be said without.
fn caveat(point: &Point) -> Option<&'static str> {
    match point.forecast {
        true => Some("forecast"),
        false => point.provisional.then_some("provisional"),
    }
}

/// `in 2017`, `on 30 June 2021`, `for April to September 2020`.
fn when(teller: &Teller, period: Period) -> String {
    let mut said = teller.period(period);
    let preposition = match teller.kind(period) {
        Kind::Day if period.first_unit().grain() == Grain::Day => "on ",
        Kind::Months(_) | Kind::Days => "for ",
        _ => "in ",
    };
    said.insert_str(0, preposition);
    said
}

/// The highest and the lowest of each stretch between breaks, among exact and about values of
/// one kind of period.
fn extremes(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let mut start = 0;
    let ends: Vec<usize> = (1..shown.observed.len())
        .filter(|at| !shown.observed[*at].breaks.is_empty())
        .chain([shown.observed.len()])
        .collect();
    let whole = ends.len() == 1;
    for end in ends {
        let (from, to) = (start, end);
        start = end;
        let compared: Vec<usize> =
            (from..to).filter(|at| comparable(&shown.layer.points[*at])).collect();
        let kinds = compared.iter().map(|at| kind(teller, &shown.observed[*at]));
        let flow = teller.series(shown.series).nature == Nature::Flow;
        if compared.len() < 3 || (flow && !all_equal(kinds)) {
            continue;
        }
        let number =
            |at: &usize| Sided::of(&shown.layer.points[*at].quantity).map(|one| one.number);
        // the first of equals
        let highest = compared.iter().rev().max_by_key(|at| number(at));
        let lowest = compared.iter().min_by_key(|at| number(at));
        let (Some(highest), Some(lowest)) = (highest, lowest) else { continue };
        if number(highest) == number(lowest) {
            continue;
        }
        let said = |at: &usize| value(teller, shown, *at);
        let both = format!("ighest {}, lowest {}.", said(highest), said(lowest));
        sentences.push(match whole {
            true => format!("H{both}"),
            false => {
                let [first, last] =
                    [from, to - 1].map(|at| teller.period(shown.observed[at].period));
                format!("From {first} to {last}: h{both}")
            }
        });
    }
}

fn comparable(point: &Point) -> bool {
    matches!(&point.quantity, Quantity::One { side, .. } if side.open().is_none())
        && !point.forecast
}

fn kind(teller: &Teller, observed: &Observed) -> Kind {
    teller.kind(observed.period)
}

fn all_equal<T: PartialEq>(mut items: impl Iterator<Item = T>) -> bool {
    let first = items.next();
    items.all(|item| Some(&item) == first.as_ref())
}

/// Where periods are missing between two that follow each other.
fn missing(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let nature = teller.series(shown.series).nature;
    if !matches!(nature, Nature::Flow | Nature::Share | Nature::Ratio) {
        return;
    }
    let mut missing = Vec::new();
    for pair in shown.observed.windows(2) {
        let (after, before) = (pair[0].span().end.next(), pair[1].span().start);
        let told =
            shown.gaps.iter().any(|gap| after <= gap.span().start && gap.span().end < before);
        if after < before && !told {
            let [one, next] = [&pair[0], &pair[1]].map(|one| teller.period(one.period));
            missing.push(format!("between {one} and {next}"));
        }
    }
    match missing.len() {
        0 => {}
        1..=GAPS_NAMED => sentences.push(format!("No figures {}.", missing.join(", nor "))),
        _ => sentences.push("There are no figures for the periods between.".to_string()),
    }
}

fn dispute(teller: &Teller, observed: &Observed, tone: Tone) -> Option<String> {
    let others = teller.others(observed);
    let said: Vec<String> =
        others.iter().map(|other| tone.full(&other.quantity, other.derived)).collect();
    let figures = if said.len() == 1 { "another figure is" } else { "other figures are" };
    let period = teller.period(observed.period);
    (!said.is_empty()).then(|| format!("Disputed: for {period} {figures} {}.", words::list(&said)))
}

/// Who states what, as the rows stand.
fn claimed(teller: &Teller, claims: &Claims, sentences: &mut Vec<String>) {
    let series = teller.series(claims.series);
    let unit = if series.nature.is_percent() { "percent" } else { &series.unit };
    let mut what = vec![format!("{}: {unit}", series.title)];
    if let Some(per) = series.per {
        what[0].push_str(&format!(" {}", words::per(per)));
    }
    what.push(words::place(&series.geography).to_string());
    what.push(teller.period(claims.period));
    what.retain(|part| !part.is_empty());
    sentences.push(words::sentence(&what.join(", ")));
    let tone = teller.tone_of(claims.series);
    for (key, standing) in &claims.rows {
        let figure = teller.figure(*key);
        let said = match figure.quantity() {
            Some(quantity) => tone.full(quantity, figure.is_derived()),
            None => match &figure.claim {
                Stated::Absent(absence) => format!("no number, {}", absence.word()),
                _ => "no number".to_string(),
            },
        };
        let remark = teller.remark(figure, *standing);
        let remark = if remark.is_empty() { remark } else { format!(" ({remark})") };
        sentences.push(format!("{}: {said}{remark}.", teller.who(claims, figure)));
    }
    let differ = if claims.disputed { "Not all figures agree." } else { "The figures agree." };
    let numbers =
        claims.standing().into_iter().filter(|key| teller.figure(*key).quantity().is_some());
    sentences.extend((numbers.count() > 1).then(|| differ.to_string()));
}

fn changed(teller: &Teller, change: &Change, sentences: &mut Vec<String>) {
    let figure = teller.figure(change.figure);
    let level = teller.series(change.on);
    if let (Some(connector), true) = (&change.layer.connector, figure.quantity().is_some()) {
        let period = dates::from_to(figure.period);
        let stated = if figure.is_derived() { "Change" } else { "Stated change" };
        let label = connector.label.text();
        sentences.push(format!("{stated} in {} from {period}: {label}.", level.title));
    }
    let tone = teller.tone(level.nature);
    for point in &change.layer.points {
        let unit = [figure.period.first_unit(), figure.period.last_unit()]
            .into_iter()
            .find(|unit| unit.span() == point.span);
        let Some(unit) = unit else { continue };
        let number = tone.full(&point.quantity, point.derived);
        let note = if point.derived { " (worked out)" } else { "" };
        let when = when(teller, Period::of(unit));
        sentences.push(format!("{} {when}{note}.", words::capital(&number)));
    }
    for end in &change.ends {
        sentences.extend(dispute(teller, end, tone));
    }
    sentences.extend(dispute(teller, &change.observed, teller.tone(Nature::Change)));
}

/// One sentence of at most [`ALT_LIMIT`] characters: what it shows, with the first and the last
/// value of as many series as it holds.
pub fn alt(teller: &Teller, boards: &[Board], title: &str, subtitle: &str) -> String {
    let shown: Vec<&Shown> = boards.iter().flat_map(|board| &board.shown).collect();
    let named = shown.len() > 1;
    let mut parts: Vec<String> =
        shown.iter().filter_map(|shown| ends(teller, shown, named)).collect();
    let claims = boards.iter().filter_map(|board| board.claims.as_ref());
    parts.extend(claims.filter_map(|claims| preferred(teller, claims)));
    let subject = subtitle.trim_end_matches('.').replace(". ", ", ");
    for kept in (0..=parts.len()).rev() {
        let mut sentence = format!("Chart: {subject}");
        if kept > 0 {
            sentence.push_str(&format!("; {}", parts[..kept].join("; ")));
        }
        if kept < parts.len() {
            sentence.push_str("; and more");
        }
        sentence.push('.');
        if sentence.chars().count() <= ALT_LIMIT {
            return sentence;
        }
    }
    shortened(title)
}

/// `10,384 in 2012 and 82,109 in 2017`, after the name of the series where there are several.
fn ends(teller: &Teller, shown: &Shown, named: bool) -> Option<String> {
    let points = &shown.layer.points;
    let said = |at: usize| {
        let number =
            teller.tone_of(shown.series).sentence(&points[at].quantity, points[at].derived);
        let when = when(teller, shown.observed[at].period);
        match caveat(&points[at]) {
            Some(word) => format!("{number} {when} ({word})"),
            None => format!("{number} {when}"),
        }
    };
    let values = match points.len() {
        0 => return None,
        1 => said(0),
        many => {
            let broken = shown.observed[1..].iter().any(|observed| !observed.breaks.is_empty());
            let and = if broken { "and, after a break," } else { "and" };
            format!("{} {and} {}", said(0), said(many - 1))
        }
    };
    Some(if named { format!("{}: {values}", teller.called(shown)) } else { values })
}

/// `3 sources, the preferred one with 346`.
fn preferred(teller: &Teller, claims: &Claims) -> Option<String> {
    let figure = teller.figure(claims.preferred()?);
    let said = teller.tone_of(claims.series).label(figure.quantity()?, figure.is_derived());
    let numbers =
        claims.standing().into_iter().filter(|key| teller.figure(*key).quantity().is_some());
    Some(match teller.voices(&numbers.collect::<Vec<_>>()).sources.len() {
        0 | 1 => said,
        many => format!("{many} sources, preferred {said}"),
    })
}

/// As much of a text as one sentence holds.
fn shortened(text: &str) -> String {
    let mut sentence = String::from("Chart:");
    for word in text.split_whitespace() {
        let length = sentence.chars().count() + word.chars().count();
        if length + 2 >= ALT_LIMIT {
            let room = ALT_LIMIT.saturating_sub(sentence.chars().count() + 2);
            if sentence == "Chart:" {
                sentence.push(' ');
                sentence.extend(word.chars().take(room));
            }
            sentence.push('…');
            return sentence;
        }
        sentence.push(' ');
        sentence.push_str(word);
    }
    words::sentence(&sentence)
}
