//! A line of `series` in the spec: its observations become points and gaps.

use super::convert::{Conversion, reaches, usual_per};
use super::desk::Desk;
use super::labels::label;
use super::observed::{Observed, observed, set_breaks, superseded_alone, targets};
use super::rivals::rivals;
use super::shown::{Shown, Window};
use crate::chart::hue::Hue;
use crate::chart::label::{Label, LabelPart, Says, averaged};
use crate::chart::layer::{Gap, Layer, Point, Stand};
use crate::chart::mark::Body;
use crate::chart::spec::{SeriesSpec, TypedText};
use crate::dataset::Dataset;
use crate::figure::{
    Claim, Day, FigureKey, Frequency, Nature, Per, Period, Sequence, Series, SeriesKey, Span, Tie,
};
use crate::locale::Language;
use crate::problem::Rule;

/// The points and gaps of a series; `None` where it cannot be drawn, and the problem is told.
pub fn show<'a>(
    desk: &mut Desk<'a>,
    spec: &'a SeriesSpec,
    id: &TypedText,
    window: Window,
    place: usize,
) -> Option<Shown<'a>> {
    let key = desk.series(id)?;
    let data = desk.data;
    let series = data.series(key);
    takes_per(desk, spec, series)?;
    let mut all = observed(data, key, &desk.without);
    all.extend(targets(data, key, &desk.without));
    let mut superseded = superseded_alone(data, key);
    // what stands at its last day is within where that day is
    let by_end = |period: Period| window.holds_day(period.span().end);
    let ending: Vec<Span> =
        all.iter().filter(|one| !one.target && by_end(one.period)).map(Observed::span).collect();
    let ends =
        spec.mark.value.traits().body == Body::Dot && sequence(data, key, &ending).reaches_back();
    let holds = |period: Period| if ends { by_end(period) } else { window.holds(period) };
    superseded.retain(|key| holds(data.figure(*key).period));
    let (inside, outside): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|observed| holds(observed.period));
    let (targets, inside): (Vec<_>, Vec<_>) = inside.into_iter().partition(|one| one.target);
    let drawn: Vec<Span> = inside.iter().map(Observed::span).collect();
    let sequence = sequence(data, key, &drawn);
    let (mut observed, gaps) = split(desk, inside);
    set_breaks(data, key, &mut observed);
    if observed.is_empty() && gaps.is_empty() && targets.is_empty() {
        let message = match window.only {
            Some(only) => {
                format!("the series `{}` has no figure for {}", id.text, desk.period(key, only))
            }
            None => format!("the series `{}` has no figure to draw here", id.text),
        };
        let left_out = |figure: &FigureKey| {
            let one = data.figure(*figure);
            one.series == key && holds(one.period)
        };
        let message = match desk.without.iter().any(left_out) {
            true => format!("{message}: `without` leaves it out"),
            false => message,
        };
        let hint = match () {
            () if !superseded.is_empty() => {
                "its figures are superseded; add to data/figures.csv what is in their place"
            }
            () if window.only.is_some() => {
                "leave it out, with `except` where a pattern names it; or write another `period`"
            }
            () if !outside.is_empty() => "its figures lie outside `from` and `to`",
            () if data.as_known.is_some() => {
                "none of it had been published by then: the chart is drawn as of a later day only"
            }
            () => "leave the series out, or add a figure to data/figures.csv",
        };
        desk.error_about(Rule::NothingToDraw, id, message, hint);
        return None;
    }
    let conversion = conversion(desk, spec, series, &observed)?;
    let mut points = Vec::with_capacity(observed.len());
    for observed in &observed {
        points.push(point(desk, observed, sequence, conversion, id)?);
    }
    let mut aimed = Vec::with_capacity(targets.len());
    for observed in &targets {
        aimed.push(point(desk, observed, sequence, conversion, id)?);
    }
    let rivals = observed.iter().flat_map(|one| rivals(desk, one, conversion)).collect();
    let gap = |gap: &Observed| Gap {
        figure: data.figure(gap.figure).id.to_string(),
        span: shown_days(sequence, gap.span()),
        word: gap_word(data.language, &data.figure(gap.figure).claim),
        cite: String::new(),
    };
    let per = conversion.map(Conversion::to).or(series.per);
    let layer = Layer {
        series: series.id.to_string(),
        per,
        name: String::new(),
        hue: Hue::default(),
        mark: spec.mark.value,
        points,
        targets: aimed,
        guides: Vec::new(),
        rivals,
        links: Vec::new(),
        bands: Vec::new(),
        gaps: gaps.iter().map(gap).collect(),
        connector: None,
    };
    let frequency = Frequency::shared(observed.iter().map(Observed::span));
    let shortfalls = data.shortfalls(key).iter();
    let shortfalls = shortfalls.filter(|one| window.holds(one.period)).cloned().collect();
    let alone_below = None;
    Some(Shown {
        alone_below,
        apart: None,
        spec,
        series: key,
        place,
        frequency,
        sequence,
        per,
        conversion,
        observed,
        targets,
        guides: Vec::new(),
        gaps,
        // The spec names the period, and the subtitle says it.
        outside: if window.only.is_some() { Vec::new() } else { outside },
        superseded,
        shortfalls,
        layer,
    })
}

/// How the periods that are drawn follow each other. Where they share days and are too few to tell,
/// it is as in the whole series; a level and a step from one date to another share none.
fn sequence(data: &Dataset, key: SeriesKey, drawn: &[Span]) -> Sequence {
    if !is_of_days(data.series(key).nature) {
        return Sequence::Mixed;
    }
    let (own, whole) = (Sequence::of(drawn), data.naming(key).sequence);
    let few = match own {
        Sequence::Single => true,
        Sequence::Mixed => drawn.windows(2).any(|pair| pair[0].overlaps(pair[1])),
        _ => false,
    };
    if few && whole.reaches_back() { whole } else { own }
}

/// Is a number true of all days of its period?
fn is_of_days(nature: Nature) -> bool {
    matches!(nature.tie(), Tie::Sum | Tie::Average | Tie::Whole)
}

/// The days on the axis of a period without a number: of one that reaches back only those that the
/// one before has not.
fn shown_days(sequence: Sequence, span: Span) -> Span {
    let days = match sequence {
        Sequence::Running(_) => 1,
        Sequence::Rolling { step, .. } => step.days() as i32,
        _ => return span,
    };
    let start = Day::from_number(span.end.number() + 1 - days).unwrap_or(span.start);
    Span { start: start.max(span.start), end: span.end }
}

/// Those with a number, and those without.
fn split<'a>(desk: &Desk, all: Vec<Observed<'a>>) -> (Vec<Observed<'a>>, Vec<Observed<'a>>) {
    let (mut observed, mut gaps) = (Vec::with_capacity(all.len()), Vec::new());
    for one in all {
        if desk.data.figure(one.figure).quantity().is_none() {
            gaps.push(one);
            continue;
        }
        observed.push(one);
    }
    (observed, gaps)
}

fn gap_word(language: &Language, claim: &Claim) -> String {
    match claim {
        Claim::Absent(absence) => language.absence(*absence).to_string(),
        _ => String::new(),
    }
}

/// Only a rate or a count may be said per a stretch of time; `None` is a problem that was told.
fn takes_per(desk: &mut Desk, spec: &SeriesSpec, series: &Series) -> Option<()> {
    let Some(per) = &spec.per else { return Some(()) };
    let why = match series.nature.tie() {
        Tie::Average | Tie::Sum => return Some(()),
        Tie::Date => "a level at a date is counted over no stretch of time",
        Tie::Step => "a change leads from one date to another, in one step",
        Tie::Whole => {
            "its number is no greater for a longer period, and no smaller for a shorter one"
        }
    };
    let message = format!(
        "`{}` is a {}, and only a rate or a count over a period can be said per {}",
        series.id,
        series.nature.noun(),
        per.value.word()
    );
    desk.error(Rule::Conversion, &per.bytes, message, format!("leave `per` out: {why}"));
    None
}

/// So many figures are named that may be left out.
const MOST_LEFT_OUT: usize = 12;

/// What the spec asks to convert; the outer `None` is a problem that was told.
fn conversion(
    desk: &mut Desk,
    spec: &SeriesSpec,
    series: &Series,
    observed: &[Observed],
) -> Option<Option<Conversion>> {
    let Some(per) = &spec.per else { return Some(None) };
    if !series.convertible && series.per != Some(per.value) {
        let why = match series.note.trim() {
            "" => String::new(),
            note => format!(": {}", note.trim_end_matches('.')),
        };
        let message = format!("`{}` may not be said per {}{why}", series.id, per.value.word());
        desk.error(Rule::Conversion, &per.bytes, message, "leave `per` out");
        return None;
    }
    if let Some(from) = series.per {
        let to = per.value;
        return Some((from != to).then_some(Conversion::Rate { from, to }));
    }
    let spans = || observed.iter().map(Observed::span);
    if let Some(short) = observed.iter().find(|one| !reaches(one.span(), per.value)) {
        let id = &desk.data.figure(short.figure).id;
        let message = format!(
            "`{id}` counts over {}, which is shorter than a {}, and an average would speak of days that nobody counted",
            desk.period(desk.data.figure(short.figure).series, short.period),
            per.value.word()
        );
        let hint = match usual_per(spans()) {
            Some(per) => format!("write per = \"{}\"", per.word()),
            None => {
                let short = observed.iter().filter(|one| !reaches(one.span(), per.value));
                let ids = short.flat_map(|one| one.claims.iter());
                let ids: Vec<String> =
                    ids.map(|key| format!("\"{}\"", desk.data.figure(*key).id)).collect();
                let stays = observed.iter().any(|one| reaches(one.span(), per.value));
                match ids.len() > MOST_LEFT_OUT || !stays {
                    true => "leave `per` out".to_string(),
                    false => format!(
                        "leave `per` out, or what is shorter, as without = [{}]",
                        ids.join(", ")
                    ),
                }
            }
        };
        desk.error(Rule::Conversion, &per.bytes, message, hint);
        return None;
    }
    Some(Some(Conversion::average(per.value, spans())))
}

fn point(
    desk: &mut Desk,
    observed: &Observed,
    sequence: Sequence,
    conversion: Option<Conversion>,
    id: &TypedText,
) -> Option<Point> {
    let figure = desk.data.figure(observed.figure);
    let stated = figure.quantity()?;
    let quantity = match conversion {
        None => Some(stated.clone()),
        Some(conversion) => conversion.apply(stated, observed.span()),
    };
    let Some(quantity) = quantity else {
        let message = format!("the figure `{}` is too long to be converted", figure.id);
        desk.error(Rule::Conversion, &id.bytes, message, "leave `per` out");
        return None;
    };
    let derived = figure.is_derived() || conversion.is_some();
    let tone = desk.tone(figure.series);
    let mut label = label(tone, &quantity, derived);
    if let Some(Conversion::Average { to, .. }) = conversion {
        // around an average its own interval is enough
        let all = match (stated.side(), stated.value()) {
            (Some(side), Some(value)) => tone.label(&side.of(value), figure.is_derived()),
            _ => tone.label(stated, figure.is_derived()),
        };
        average(desk, &mut label, to, all, desk.period(figure.series, observed.period));
    }
    let span = observed.span();
    let at = match sequence.reaches_back() {
        true => Span { start: span.end, end: span.end }.middle(),
        false => span.middle(),
    };
    Some(Point {
        figure: figure.id.to_string(),
        span,
        at,
        label,
        quantity,
        derived,
        forecast: figure.status.is_forecast(),
        provisional: figure.status.is_provisional(),
        disputed: observed.disputed,
        repeats: false,
        stand: Stand::default(),
        hue: Hue::default(),
    })
}

/// What an average is per and what it is of, beside it.
fn average(desk: &Desk, label: &mut Label, to: Per, all: String, period: String) {
    let language = desk.data.language;
    let told = language.notes.for_period(&all, period);
    let all = language.labels.in_all(all).replace(' ', "\u{a0}");
    let total = LabelPart::new(Says::Total { told }, all, " ");
    let per = language.per(to);
    if let Some((low, high)) = &mut label.ends {
        *low = language.answers.average(&*low, per);
        *high = format!("{} {}", language.answers.average(&*high, per), total.text);
    }
    label.value = averaged(std::mem::take(&mut label.value), per, total);
}
