//! A stated change, drawn as a dashed connector between two periods of its level series.

use crate::problem::Rule;

use super::board::{Change, WorkedOut};
use super::desk::Desk;
use super::labels::label;
use super::observed::{Observed, observed};
use super::shown::{Shown, Window};
use super::step::StatedStep;
use crate::chart::hue::Hue;
use crate::chart::label::{Label, LabelPart, Says};
use crate::chart::layer::{Connector, Layer, Point, Stand};
use crate::chart::spec::{SeriesSpec, TypedText};
use crate::chart::tone::Tone;
use crate::figure::agreement::agree;
use crate::figure::{FigureKey, Frequency, Period, Quantity, SeriesKey, Sided, Tie, UnitForm};
use crate::locale::numbers::Towards;

/// One end of the connector.
struct ChangeEnd<'a> {
    period: Period,
    known: Option<Observed<'a>>,
}

/// Resolves a change mark; `None` where it cannot be drawn, and the problem is told. `shown` are
/// the layers of the same panel, whose points are not drawn twice.
pub fn change<'a>(
    desk: &mut Desk<'a>,
    spec: &'a SeriesSpec,
    (figure_id, on): (&TypedText, &TypedText),
    window: Window,
    place: usize,
    shown: &[Shown],
) -> Option<Change<'a>> {
    let (key, level) = (desk.figure(figure_id), desk.series(on));
    let (key, level) = (key?, level?);
    let data = desk.data;
    let figure = data.figure(key);
    let stated = suitable(desk, key, level, figure_id, on)?;
    let all = observed(data, level, &desk.without);
    let ends = [figure.period.first_unit(), figure.period.last_unit()].map(|unit| {
        let period = Period::of(unit);
        let known = all.iter().find(|one| {
            one.span() == period.span() && data.figure(one.figure).quantity().is_some()
        });
        ChangeEnd { period, known: known.cloned() }
    });
    same_kind(desk, level, &ends, &all, figure_id, on)?;
    let outside = ends.iter().find(|end| !window.holds(end.period));
    if let Some(end) = outside {
        let message =
            format!("the change reaches to {}, outside the panel", desk.period(level, end.period));
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, "widen `from` and `to`");
        return None;
    }
    let (tone, change) = (desk.tone(level), desk.tone(figure.series));
    let form = data.series(figure.series).form;
    let step = StatedStep { stated: &stated, form };
    let values = values(desk, &ends, step, figure_id)?;
    let derived = ends
        .each_ref()
        .map(|end| end.known.as_ref().is_some_and(|known| data.figure(known.figure).is_derived()));
    let contradicted = match ends.iter().all(|end| end.known.is_some()) {
        true => contradiction(&values, step, derived, [tone, change]),
        false => None,
    };
    let mut points = Vec::new();
    let (mut drawn_ends, mut worked_out) = (Vec::new(), None);
    for (at, end) in ends.iter().enumerate() {
        let quantity = values[at].clone();
        let Some(known) = &end.known else {
            let other = data.figure(ends[1 - at].known.as_ref()?.figure);
            let other = tone.rounded(other.quantity()?, other.is_derived());
            let change = change.rounded(&stated, figure.is_derived());
            let rounded = StatedStep { stated: &change, form };
            let arithmetic = rounded.arithmetic(data.language, at == 0, &other)?;
            worked_out =
                Some(WorkedOut { period: end.period, quantity: quantity.clone(), arithmetic });
            points.push(end_point(&figure.id, end.period, quantity, true, false, tone));
            continue;
        };
        let figure = data.figure(known.figure);
        let drawn = shown.iter().flat_map(|shown| &shown.layer.points);
        if drawn.clone().any(|point| *point.figure == *figure.id) {
            continue;
        }
        let derived = figure.is_derived();
        let mut point = end_point(&figure.id, end.period, quantity, derived, known.disputed, tone);
        point.forecast = figure.status.is_forecast();
        point.provisional = figure.status.is_provisional();
        points.push(point);
        drawn_ends.push(known.clone());
    }
    let at = |at: usize| Some((ends[at].period.span().middle(), Sided::of(&values[at])?.number));
    let connector = Connector {
        figure: figure.id.to_string(),
        from: at(0)?,
        to: at(1)?,
        label: connector_label(change, &stated, figure.is_derived()),
    };
    let layer = Layer {
        series: data.series(level).id.to_string(),
        per: data.series(level).per,
        name: spec.name.as_ref().map(|name| name.text.clone()).unwrap_or_default(),
        hue: Hue::default(),
        mark: spec.mark.value,
        points,
        targets: Vec::new(),
        guides: Vec::new(),
        rivals: Vec::new(),
        links: Vec::new(),
        bands: Vec::new(),
        gaps: Vec::new(),
        connector: Some(connector),
    };
    let observed = observed(data, figure.series, &desk.without)
        .into_iter()
        .find(|observed| observed.claims.contains(&key))?;
    Some(Change {
        place,
        spec,
        on: level,
        figure: key,
        observed,
        ends: drawn_ends,
        worked_out,
        contradicted,
        layer,
    })
}

/// The figure states a change of one number, and the level is something that can change.
fn suitable(
    desk: &mut Desk,
    key: FigureKey,
    level: SeriesKey,
    figure_id: &TypedText,
    on: &TypedText,
) -> Option<Quantity> {
    let data = desk.data;
    let figure = data.figure(key);
    let nature = data.series(figure.series).nature;
    if nature.tie() != Tie::Step {
        let message =
            format!("`{}` belongs to a {}, not to a change", figure_id.text, nature.noun());
        let hint = "name a figure of a series of nature change";
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, hint);
        return None;
    }
    if data.series(level).nature.tells_changes() {
        let message = format!("`{}` is itself a change", on.text);
        desk.error(Rule::ChangeMark, &on.bytes, message, "name the series whose level changed");
        return None;
    }
    let (own, of_level) = (data.series(figure.series), data.series(level));
    let facts = [
        ("the place", &own.geography, &of_level.geography),
        ("who counts", &own.counted_by, &of_level.counted_by),
    ];
    let differs = facts.iter().find(|(_, own, other)| {
        !own.is_empty() && !other.is_empty() && !own.eq_ignore_ascii_case(other)
    });
    if let Some((what, own, other)) = differs {
        let message = format!(
            "`{}` is a change of other figures than `{}`: {what} differs, {} and {}",
            figure_id.text, on.text, &***own, &***other
        );
        let hint = "name the series whose level changed, or say the change in a note";
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, hint);
        return None;
    }
    let in_points = data.series(figure.series).form == UnitForm::POINTS;
    if in_points && !data.series(level).form.is_percent() {
        let message = format!(
            "`{}` is in percentage points, and `{}` is not in percent",
            figure_id.text, on.text
        );
        let hint =
            "name the series of the share that changed, or a figure whose change is in percent";
        desk.error(Rule::ChangeMark, &on.bytes, message, hint);
        return None;
    }
    if figure.rank == crate::figure::Rank::Superseded || desk.without.contains(&key) {
        let message = format!("the figure `{}` is superseded or left out", figure_id.text);
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, "name another figure");
        return None;
    }
    let quantity = figure.quantity();
    if quantity.and_then(Sided::of).is_none() || !figure.period.is_interval() {
        let message = format!(
            "the figure `{}` has no one number for the change between two dates",
            figure_id.text
        );
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, "name a figure that has one");
        return None;
    }
    quantity.cloned()
}

/// Both ends must be the kind of period that the level series has.
fn same_kind(
    desk: &mut Desk,
    level: SeriesKey,
    ends: &[ChangeEnd; 2],
    all: &[Observed],
    figure_id: &TypedText,
    on: &TypedText,
) -> Option<()> {
    let known = |end: &&ChangeEnd| {
        all.iter().any(|observed| Frequency::shared([observed.span(), end.period.span()]).is_some())
    };
    let other = ends.iter().find(|end| !known(end));
    if let Some(end) = other.filter(|_| !all.is_empty()) {
        let message = format!(
            "the change `{}` has an end in {}, a {}, and no period of `{}` is one",
            figure_id.text,
            desk.period(level, end.period),
            length_word(end.period.frequency()),
            on.text
        );
        let hint = "name a change between two periods of the kind the series has";
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, hint);
        return None;
    }
    if ends.iter().all(|end| end.known.is_none()) {
        let [from, to] = ends.each_ref().map(|end| desk.period(level, end.period));
        let message = format!("`{}` has no figure for {from} and none for {to}", on.text);
        let hint = "a change needs one of its ends in the data";
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, hint);
        return None;
    }
    Some(())
}

fn length_word(frequency: Frequency) -> &'static str {
    match (frequency, frequency.months()) {
        (Frequency::YEAR, _) => "year",
        (_, Some(12)) => "year from another month",
        (Frequency::QUARTER, _) => "quarter",
        (Frequency::MONTH, _) => "month",
        (Frequency::DAY, _) => "day",
        (_, Some(_)) => "run of months",
        (_, None) => "run of days",
    }
}

/// The quantities at both ends; one of them may have to be worked out.
fn values(
    desk: &mut Desk,
    ends: &[ChangeEnd; 2],
    step: StatedStep,
    figure_id: &TypedText,
) -> Option<[Quantity; 2]> {
    let data = desk.data;
    let quantity = |end: &ChangeEnd| {
        end.known.as_ref().and_then(|known| data.figure(known.figure).quantity().cloned())
    };
    let found = match (quantity(&ends[0]), quantity(&ends[1])) {
        (Some(from), Some(to)) => Some([from, to]),
        (Some(from), None) => step.reached(&from).map(|to| [from, to]),
        (None, Some(to)) => step.base(&to).map(|from| [from, to]),
        (None, None) => None,
    };
    let usable = found.filter(|both| both.iter().all(|quantity| Sided::of(quantity).is_some()));
    if usable.is_none() {
        let message = format!(
            "the ends of the change `{}` have no one number that it could lead from or to",
            figure_id.text
        );
        let hint = "a range, or two bounds in different directions, cannot carry a change";
        desk.error(Rule::ChangeMark, &figure_id.bytes, message, hint);
    }
    usable
}

/// `From 300 to 500 is up 67%, not down 50% as stated.`
fn contradiction(
    [from, to]: &[Quantity; 2],
    step: StatedStep,
    derived: [bool; 2],
    [tone, change]: [Tone; 2],
) -> Option<String> {
    let (stated, worked_out) = (step.stated, step.between(from, to)?);
    let strategy = Towards::of(worked_out.open()).strategy();
    let alike = |places: u32| {
        worked_out.map(|number| Some(number.round_dp_with_strategy(places, strategy).normalize()))
    };
    // A stated percentage is as precise as it is written.
    let written = Sided::of(stated)?.number.normalize().scale();
    if agree(stated, &worked_out) || agree(stated, &alike(written)?) {
        return None;
    }
    let places =
        if moved(change, &alike(0)?) == moved(change, stated) { written + 1 } else { written };
    let said = [tone.label(from, derived[0]), tone.label(to, derived[1])];
    Some(change.language().notes.contradicted(
        &said[0],
        &said[1],
        moved(change, &alike(places)?),
        moved(change, stated),
    ))
}

/// `up about 700%`, `down 30%`.
fn moved(tone: Tone, change: &Quantity) -> String {
    let down = Sided::of(change).is_some_and(|change| change.number.is_sign_negative());
    let size = if down { change.negative() } else { change.clone() };
    let says = &tone.language().labels;
    let size = tone.label(&size, false);
    if down { says.down(size) } else { says.up(size) }
}

fn end_point(
    figure: &str,
    period: Period,
    quantity: Quantity,
    derived: bool,
    disputed: bool,
    tone: Tone,
) -> Point {
    let span = period.span();
    Point {
        figure: figure.to_string(),
        span,
        at: span.middle(),
        label: label(tone, &quantity, derived),
        quantity,
        derived,
        forecast: false,
        provisional: false,
        disputed,
        repeats: false,
        stand: Stand::default(),
        hue: Hue::default(),
    }
}

/// `up about 700%`, `down 30%`.
fn connector_label(tone: Tone, stated: &Quantity, derived: bool) -> Label {
    let down = Sided::of(stated).is_some_and(|change| change.number.is_sign_negative());
    let size = match down {
        true => stated.negative(),
        false => stated.clone(),
    };
    let mut label = label(tone, &size, derived);
    let says = &tone.language().labels;
    let said = if down { says.down(label.text()) } else { says.up(label.text()) };
    label.value = vec![LabelPart::new(Says::Number, said, "")];
    let how = if derived { says.worked_out() } else { says.as_stated() };
    let (none, comma) = (says.none_between(), tone.language().small.comma());
    label.below =
        vec![LabelPart::new(Says::Status, how, ""), LabelPart::new(Says::Meaning, none, comma)];
    label.priority = 5;
    label
}
