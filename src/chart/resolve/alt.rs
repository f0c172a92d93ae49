//! One sentence of a chart, for a page that shows it.

use rust_decimal::Decimal;

use super::board::{BarRows, Board, Claims};
use super::emphasis::Emphasis;
use super::observed::Observed;
use super::shown::Shown;
use super::teller::Teller;
use crate::chart::bar_row::RowShows;
use crate::chart::layer::Point;
use crate::chart::waist::ALT_LIMIT;
use crate::locale::{Language, words};

/// What each series comes to: its highest and its latest value, or the preferred one of claims.
///
/// What is emphasised comes first.
pub fn values(teller: &Teller, boards: &[Board], emphasis: Option<&Emphasis>) -> Vec<String> {
    let named = boards.iter().map(|board| board.shown.len()).sum::<usize>() > 1;
    let ends = boards.iter().flat_map(|board| match board.rows.as_ref() {
        Some(rows) if rows.period.is_some() => rowed(teller, board, rows),
        _ => {
            let behind = |shown: &&Shown| emphasis.is_some_and(|one| !one.colours(shown.series));
            let mut all: Vec<&Shown> = board.shown.iter().collect();
            all.sort_by_key(behind);
            all.into_iter().filter_map(|shown| ends(teller, shown, named)).collect::<Vec<_>>()
        }
    });
    let claims = boards.iter().filter_map(|board| board.claims.as_ref());
    ends.chain(claims.filter_map(|claims| preferred(teller, claims))).collect()
}

/// At most [`ALT_LIMIT`] characters: the title, what is counted and as many of the values as they
/// hold, and what is unusual about the scale.
pub fn alt(
    language: &Language,
    values: &[String],
    (title, subtitle): (&str, &str),
    scale: Option<&str>,
) -> String {
    let says = &language.description;
    let opening = says.chart(words::sentence(title));
    let subject = words::clause(subtitle);
    for kept in (0..=values.len()).rev() {
        for subject in [Some(subject.as_str()), None] {
            let clauses = subject.into_iter().filter(|subject| !subject.is_empty());
            let clauses = clauses.chain(values[..kept].iter().map(String::as_str));
            let mut said = clauses.collect::<Vec<&str>>().join("; ");
            if kept < values.len() && !said.is_empty() {
                said.push_str(says.and_more());
            }
            let said = match said.is_empty() {
                true => opening.clone(),
                false => format!("{opening} {}", words::sentence(&words::capital(&said))),
            };
            let sentence = with_scale(said, scale);
            if sentence.chars().count() <= ALT_LIMIT {
                return sentence;
            }
        }
    }
    with_scale(shortened(language, title), scale)
}

/// Who does not see a picture is told of its scale as well.
pub fn with_scale(said: String, scale: Option<&str>) -> String {
    let known = |scale: &&str| !said.to_lowercase().contains(&scale.to_lowercase());
    match scale.filter(known) {
        Some(scale) => format!("{} {}", words::sentence(&said), words::sentence(scale)),
        None => said,
    }
}

/// `Kent 4,120`, from the first row.
fn rowed(teller: &Teller, board: &Board, rows: &BarRows) -> Vec<String> {
    let said = rows.ordered(board).into_iter().filter_map(|(at, shows)| {
        let shown = &board.shown[at];
        let RowShows::Point(point) = shows else { return None };
        let point = &shown.layer.points[point];
        let number = teller.tone_of(shown.series).sentence(&point.quantity, point.derived);
        let number = match teller.caveat(point) {
            Some(word) => format!("{number} ({word})"),
            None => number,
        };
        Some(format!("{} {number}", rows.names.each.get(at)?))
    });
    said.collect()
}

/// `highest 16 in 2014, latest 12 in 2017`, or `10,384 in 2012 and 82,109 in 2017`, after the name of the series where there are several.
fn ends(teller: &Teller, shown: &Shown, named: bool) -> Option<String> {
    let points = &shown.layer.points;
    let say = |point: &Point, observed: &Observed| {
        let number = teller.tone_of(shown.series).sentence(&point.quantity, point.derived);
        let averaged = shown.per.filter(|_| shown.is_averaged());
        let number = teller.language().averaged(number, averaged);
        let when = teller.when(shown.series, observed.period);
        let said = teller.says().number_when(number, when);
        match teller.caveat(point) {
            Some(word) => format!("{said} ({word})"),
            None => said,
        }
    };
    let said = |at: usize| say(&points[at], &shown.observed[at]);
    let target = shown.layer.targets.last().zip(shown.targets.last());
    let target = target.map(|(point, observed)| teller.says().target(say(point, observed)));
    let values = match points.len() {
        0 => target.clone()?,
        1 => said(0),
        many => {
            let broken = shown.observed[1..].iter().any(|observed| !observed.breaks.is_empty());
            match (broken, highest(points).filter(|_| many > 2)) {
                (true, _) => teller.says().broken_first_and_last(said(0), said(many - 1)),
                (_, None) => teller.says().first_and_last(said(0), said(many - 1)),
                (_, Some(at)) if at == many - 1 => teller.says().highest_is_latest(said(at)),
                (_, Some(at)) => teller.says().highest_then_latest(said(at), said(many - 1)),
            }
        }
    };
    let values = match target.filter(|_| !points.is_empty()) {
        Some(target) => format!("{values}{}{target}", teller.language().small.comma()),
        None => values,
    };
    Some(if named { format!("{}: {values}", teller.called(shown)) } else { values })
}

/// The place of the highest value, the last where several are as high; none where a range or a bound
/// may be higher.
fn highest(points: &[Point]) -> Option<usize> {
    let value = |point: &Point| point.quantity.value().filter(|_| point.quantity.open().is_none());
    let values: Vec<Decimal> = points.iter().map(value).collect::<Option<_>>()?;
    (0..values.len()).max_by_key(|at| (values[*at], *at))
}

/// `3 sources, the preferred one with 346`.
fn preferred(teller: &Teller, claims: &Claims) -> Option<String> {
    let figure = teller.figure(claims.preferred()?);
    let said = teller.tone_of(claims.series).label(figure.quantity()?, figure.is_derived());
    let numbers =
        claims.standing().into_iter().filter(|key| teller.figure(*key).quantity().is_some());
    Some(match teller.voices(&numbers.collect::<Vec<_>>()).sources.len() {
        0 | 1 => said,
        many => teller.says().sources_preferred(many, said),
    })
}

/// As much of a text as one sentence holds.
fn shortened(language: &Language, text: &str) -> String {
    let opening = language.description.chart("").trim_end().to_string();
    let mut sentence = opening.clone();
    for word in text.split_whitespace() {
        let length = sentence.chars().count() + word.chars().count();
        if length + 2 >= ALT_LIMIT {
            let room = ALT_LIMIT.saturating_sub(sentence.chars().count() + 2);
            if sentence == opening {
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
