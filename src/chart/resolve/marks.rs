//! A line of `series` in the spec: its observations become points and gaps.

use super::convert::Conversion;
use super::desk::Desk;
use super::labels::label;
use super::observed::{Observed, observed, set_breaks, superseded_alone};
use super::shown::{Shown, Window};
use crate::chart::layer::{Gap, Layer, Point};
use crate::chart::spec::{SeriesSpec, TypedText};
use crate::figure::{Claim, Frequency, Nature, Series, Tie};
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
    let conversion = conversion(desk, spec, series)?;
    let all = observed(data, key, &desk.without);
    let mut superseded = superseded_alone(data, key);
    superseded.retain(|key| window.holds(data.figure(*key).period));
    let (inside, outside): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|observed| window.holds(observed.period));
    let (mut observed, gaps) = split(desk, inside);
    set_breaks(data, key, &mut observed);
    if observed.is_empty() && gaps.is_empty() {
        let message = format!("the series `{}` has no figure to draw here", id.text);
        let hint = match () {
            () if !superseded.is_empty() => {
                "its figures are superseded; add to data/figures.csv what is in their place"
            }
            () if !outside.is_empty() => "its figures lie outside `from` and `to`",
            () => "leave the series out, or add a figure to data/figures.csv",
        };
        desk.error(Rule::NothingToDraw, &id.bytes, message, hint);
        return None;
    }
    let mut points = Vec::with_capacity(observed.len());
    for observed in &observed {
        points.push(point(desk, observed, series.nature, conversion, id)?);
    }
    let gap = |gap: &Observed| Gap {
        figure: data.figure(gap.figure).id.to_string(),
        span: gap.span(),
        word: gap_word(data.language, &data.figure(gap.figure).claim),
        cite: String::new(),
    };
    let per = conversion.map(|conversion| conversion.to).or(series.per);
    let layer = Layer {
        series: series.id.to_string(),
        per,
        name: String::new(),
        colour: 0,
        mark: spec.mark.value,
        points,
        links: Vec::new(),
        bands: Vec::new(),
        gaps: gaps.iter().map(gap).collect(),
        connector: None,
    };
    let frequency = Frequency::shared(observed.iter().map(Observed::span));
    let alone_below = None;
    Some(Shown {
        alone_below,
        apart: None,
        spec,
        series: key,
        place,
        frequency,
        per,
        conversion,
        observed,
        gaps,
        outside,
        superseded,
        layer,
    })
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

/// What the spec asks to convert; the outer `None` is a problem that was told.
fn conversion(desk: &mut Desk, spec: &SeriesSpec, series: &Series) -> Option<Option<Conversion>> {
    let Some(per) = &spec.per else { return Some(None) };
    let Some(from) = series.per.filter(|_| series.nature.tie() == Tie::Average) else {
        let message = format!(
            "`{}` is a {}, and only a rate can be said per {}",
            series.id,
            series.nature.word(),
            per.value.word()
        );
        let hint = "leave `per` out; a count is not converted into a rate, nor a rate into a count";
        desk.error(Rule::Conversion, &per.bytes, message, hint);
        return None;
    };
    Some((from != per.value).then_some(Conversion { from, to: per.value }))
}

fn point(
    desk: &mut Desk,
    observed: &Observed,
    nature: Nature,
    conversion: Option<Conversion>,
    id: &TypedText,
) -> Option<Point> {
    let figure = desk.data.figure(observed.figure);
    let stated = figure.quantity()?;
    let quantity = match conversion {
        None => Some(stated.clone()),
        Some(conversion) => conversion.apply(stated),
    };
    let Some(quantity) = quantity else {
        let message = format!("the figure `{}` is too long to be converted", figure.id);
        desk.error(Rule::Conversion, &id.bytes, message, "leave `per` out");
        return None;
    };
    let derived = figure.is_derived() || conversion.is_some();
    let tone = desk.tone(nature);
    let span = observed.span();
    Some(Point {
        figure: figure.id.to_string(),
        span,
        at: span.middle(),
        label: label(tone, &quantity, derived),
        quantity,
        derived,
        forecast: figure.status.is_forecast(),
        provisional: figure.status.is_provisional(),
        disputed: observed.disputed,
    })
}
