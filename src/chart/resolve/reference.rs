//! What the figures of a panel are held against: a target or a forecast over its own period, or any
//! other figure as a guide across the plot, which says its date, so that nobody takes it for a value
//! that goes on.

use super::apart::reason;
use super::desk::Desk;
use super::observed::Observed;
use super::shown::{Shown, Window};
use crate::chart::label::{LabelPart, Says};
use crate::chart::mark::Mark;
use crate::chart::spec::{At, PanelSpec, SeriesSpec, Subject, TypedText};
use crate::figure::frequency::first_of_another_length;
use crate::figure::{Figure, Per, Rank, Series, Tie};
use crate::locale::EN_GB;
use crate::problem::Rule;

/// The line that shows a figure which a spec refers to.
pub fn line(desk: &mut Desk, id: &TypedText) -> Option<SeriesSpec> {
    let figure = desk.data.figure(desk.figure(id)?);
    // A forecast of a stretch of time is as wide as that; all else a dot, or a level.
    let wide = figure.status.is_forecast()
        && !matches!(desk.data.series(figure.series).nature.tie(), Tie::Date | Tie::Step);
    let mark = if wide { Mark::Spans } else { Mark::Points };
    Some(SeriesSpec {
        subject: Subject::Reference(id.clone()),
        mark: At { value: mark, bytes: id.bytes.clone() },
        per: None,
        name: None,
    })
}

/// What is drawn of it; `None` where it cannot be, and the problem is told.
pub fn show<'a>(
    desk: &mut Desk<'a>,
    line: &'a SeriesSpec,
    (id, place): (&TypedText, usize),
    panel: &PanelSpec,
    shown: &[Shown],
) -> Option<Shown<'a>> {
    let data = desk.data;
    let figure = data.figure(desk.figure(id)?);
    can_be_held_against(desk, id, figure)?;
    let own = data.series(figure.series).id.to_string();
    let twin = |one: &&Shown| one.series == figure.series;
    let aimed = |one: &Shown| one.targets.iter().any(|one| data.figure(one.figure).id == figure.id);
    if shown.iter().filter(twin).any(aimed) {
        let message = format!("the target `{}` is drawn with its series already", id.text);
        desk.error(Rule::MixedPanel, &id.bytes, message, "leave it out of `reference`");
        return None;
    }
    let again = |one: &&Shown| one.is_reference() && one.spec.subject.id().text == id.text;
    if shown.iter().any(|one| again(&one)) {
        let message = format!("`{}` stands twice in `reference`", id.text);
        desk.error(Rule::MixedPanel, &id.bytes, message, "leave one out");
        return None;
    }
    if desk.without.iter().any(|key| data.figure(*key).id == figure.id) {
        let message = format!("`{}` stands in `without` and in `reference`", id.text);
        desk.error(Rule::NothingToDraw, &id.bytes, message, "leave it out of one of them");
        return None;
    }
    is_of_one_kind(desk, id, figure, shown)?;
    let asked = Window::of(panel);
    if lies_in_time(figure) && !asked.holds(figure.period) {
        let message = format!("the figure `{}` lies outside `from` and `to`", id.text);
        desk.error(Rule::NothingToDraw, &id.bytes, message, "leave it out, or widen the panel");
        return None;
    }
    let window = Window { from: None, to: None, only: Some(figure.period) };
    let series = TypedText { text: own, bytes: id.bytes.clone() };
    let mut all = super::marks::show(desk, line, &series, window, place)?;
    let is_own = |key| data.figure(key).id == figure.id;
    if !all.drawn().any(|one| is_own(one.figure)) {
        let drawn = all.drawn().next().map(|one| &*data.figure(one.figure).id);
        let message = format!("another figure is drawn in the place of `{}`", id.text);
        let hint = match drawn {
            Some(drawn) => format!("write {{ figure = \"{drawn}\" }}"),
            None => "name another figure".to_string(),
        };
        desk.error(Rule::NothingToDraw, &id.bytes, message, hint);
        return None;
    }
    stays_on_its_side(desk, id, figure, shown)?;
    match figure.status.is_target() {
        true => {
            all.observed.clear();
            all.layer.points.clear();
        }
        false => {
            all.targets.clear();
            all.layer.targets.clear();
        }
    }
    all.gaps.clear();
    all.layer.gaps.clear();
    all.layer.rivals.clear();
    if !lies_in_time(figure) {
        all.guides = std::mem::take(&mut all.observed);
        all.layer.guides = std::mem::take(&mut all.layer.points);
    }
    Some(all)
}

/// A target and a forecast are of days that the axis has; what was counted once may be of any.
fn lies_in_time(figure: &Figure) -> bool {
    figure.status.is_target() || figure.status.is_forecast()
}

/// Only what counts the same over the same length of time stands on the axis of the others.
fn is_of_one_kind(desk: &mut Desk, id: &TypedText, figure: &Figure, shown: &[Shown]) -> Option<()> {
    let data = desk.data;
    let Some(first) = shown.first() else { return Some(()) };
    let (own, known) = (data.series(figure.series), data.series(first.series));
    let unit = |series| data.language.unit_of(series).to_lowercase();
    let spans = first.drawn().map(Observed::span).chain([figure.period.span()]);
    let apart = shown.iter().find_map(|one| data.incomparable(one.series, figure.series));
    let message = match () {
        () if own.nature != known.nature => {
            format!("`{}` is a {} beside a {}", id.text, own.nature.noun(), known.nature.noun())
        }
        () if unit(own) != unit(known) || own.per != first.per => {
            let said = |series: &Series, per: Option<Per>| match per {
                Some(per) => format!("{} {}", EN_GB.unit_of(series), EN_GB.per(per)),
                None => EN_GB.unit_of(series).into_owned(),
            };
            let (own, first) = (said(own, own.per), said(known, first.per));
            format!("`{}` counts {own}, and the panel {first}", id.text)
        }
        () if apart.is_some() => {
            let why = apart.iter().map(reason).collect::<String>();
            format!("`{}` may not be compared with what the panel shows: {why}", id.text)
        }
        () if own.nature.tie() == Tie::Sum && first_of_another_length(spans).is_some() => {
            let period = desk.period(figure.series, figure.period);
            format!("`{}` counts over {period}, and the panel over another length", id.text)
        }
        () => return Some(()),
    };
    let hint = "leave it out of `reference`, or name a figure of the same kind";
    desk.error(Rule::MixedPanel, &id.bytes, message, hint);
    None
}

/// A guide runs across the whole panel: what lies behind a break of its series may not be held against it.
fn stays_on_its_side(
    desk: &mut Desk,
    id: &TypedText,
    figure: &Figure,
    shown: &[Shown],
) -> Option<()> {
    if lies_in_time(figure) {
        return Some(());
    }
    let data = desk.data;
    let own = desk.figure(id)?;
    let drawn = shown.iter().filter(|one| one.series == figure.series).flat_map(|one| one.drawn());
    let Some(behind) = drawn.into_iter().find_map(|one| data.break_between(own, one.figure)) else {
        return Some(());
    };
    let since = desk.period(figure.series, data.figure(behind).period);
    let message = format!(
        "the guide of `{}` would run across a break: the figures from {since} on and those before are not comparable",
        id.text
    );
    let hint = "name a figure of the side that the panel shows, or narrow the panel to its own with `from` or `to`";
    desk.error(Rule::MixedPanel, &id.bytes, message, hint);
    None
}

fn can_be_held_against(desk: &mut Desk, id: &TypedText, figure: &Figure) -> Option<()> {
    if figure.rank == Rank::Superseded {
        let message = format!("the figure `{}` is superseded, and is not drawn", id.text);
        let hint = "name the figure that stands in its place";
        desk.error(Rule::NothingToDraw, &id.bytes, message, hint);
        return None;
    }
    if figure.quantity().is_none() {
        let message = format!("the figure `{}` has no number", id.text);
        desk.error(Rule::NothingToDraw, &id.bytes, message, "name one that has a number");
        return None;
    }
    Some(())
}

/// Says of a guide when it was counted, what it is of where that is another series, and who says it.
pub fn dress(desk: &Desk, shown: &mut Shown, name: &str) {
    let (comma, period) = (desk.data.language.small.comma(), shown.series);
    for (point, observed) in shown.layer.guides.iter_mut().zip(&shown.guides) {
        let figure = desk.data.figure(observed.figure);
        let publisher = &*desk.data.source(figure.source).publisher;
        let period = desk.period(period, observed.period);
        let parts =
            [(Says::Period, period.as_str()), (Says::Name, name), (Says::Status, publisher)];
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        point.label.below = parts.map(|(says, text)| LabelPart::new(says, text, comma)).collect();
        let label = &mut point.label;
        (label.must, label.required, label.priority, label.ends) = (true, true, 5, None);
    }
}
