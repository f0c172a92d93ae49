//! What a spec names by a pattern of ids becomes a line for each series that the pattern fits.

use super::desk::Desk;
use super::{reference, stacks};
use crate::chart::mark::Body;
use crate::chart::spec::{EACH, IdsSpec, SeriesSpec, Spec, Subject, TypedText, fits};
use crate::dataset::Dataset;
use crate::nearest::nearest;
use crate::problem::Rule;

/// The spec without patterns, and with the series of its chart where it has one for each of several. A
/// pattern that fits nothing is told, and leaves no line.
pub fn expanded(desk: &mut Desk, mut spec: Spec) -> Option<Spec> {
    if let Some(each) = spec.each.clone() {
        let own = own_series(desk, &spec, &each)?;
        named(&mut spec).filter(|id| id.text == EACH).for_each(|id| id.text = own.to_string());
    }
    for panel in &mut spec.panels {
        let lines = std::mem::take(&mut panel.series).into_iter();
        panel.series = lines.flat_map(|line| lines_of(desk, line)).collect();
        // Beside rows it is refused.
        let rows = panel.series.iter().any(|line| line.mark.value.traits().body == Body::Row);
        let held_against = panel.references.iter().filter(|_| !rows);
        panel.series.extend(held_against.filter_map(|id| reference::line(desk, id)));
        panel.series.extend(stacks::whole(panel.total.as_ref(), &panel.series));
    }
    Some(spec)
}

/// The series of this chart, and what is wrong with how the spec asks for it.
fn own_series<'a>(desk: &mut Desk<'a>, spec: &Spec, each: &IdsSpec) -> Option<&'a str> {
    let bytes = &each.pattern.bytes;
    if !is_plainly_of(desk, each) && fitting(desk, each).is_empty() {
        return None;
    }
    if desk.data.find_series(EACH).is_some() {
        let message = "`each` is the id of a series, and here stands for that of the chart";
        let hint = "`sourceline rename series each NEW` gives the series another id";
        desk.error(Rule::WrongValue, bytes, message, hint);
        return None;
    }
    if named(&mut spec.clone()).all(|id| id.text != EACH) {
        let count = meant(desk.data, each).count();
        let message =
            format!("no panel shows `each`, so the {count} charts would be one and the same");
        let hint =
            "write { id = \"each\", mark = \"line\" } where the series of the chart is meant";
        desk.error(Rule::MissingKey, bytes, message, hint);
        return None;
    }
    if desk.each.is_none() {
        let count = meant(desk.data, each).count();
        let message = format!("there is a chart for each of {count} series, and none is named");
        desk.error(Rule::WrongValue, bytes, message, "name one of the charts: NAME-ID");
    }
    desk.each
}

/// Is the chart of one of those series, and is nothing wrong with how they are asked for, as can be
/// seen without a look at all series? Each of the charts of a spec asks.
fn is_plainly_of(desk: &Desk, each: &IdsSpec) -> bool {
    let known = |id: &str| desk.data.find_series(id).is_some();
    let own = desk.each.is_some_and(|own| known(own) && each.fits(own));
    let takes_away = |one: &TypedText| known(&one.text) && fits(&each.pattern.text, &one.text);
    own && each.except.iter().all(takes_away)
}

/// The ids of series that the panels of a spec name, and what it emphasises.
fn named(spec: &mut Spec) -> impl Iterator<Item = &mut TypedText> {
    let shown = spec.panels.iter_mut().flat_map(|panel| {
        let claims = panel.claims.iter_mut().map(|claims| &mut claims.series);
        let lines = panel.series.iter_mut().filter_map(|line| match &mut line.subject {
            Subject::Series(id) | Subject::Change { on: id, .. } => Some(id),
            Subject::Fitting(_) | Subject::Reference(_) | Subject::Total(_) => None,
        });
        let annotated = panel.annotations.iter_mut().map(|one| &mut one.series);
        claims.chain(lines).chain(annotated).chain(&mut panel.total)
    });
    shown.chain(&mut spec.emphasis)
}

fn lines_of(desk: &mut Desk, line: SeriesSpec) -> Vec<SeriesSpec> {
    let Subject::Fitting(ids) = &line.subject else { return vec![line] };
    let bytes = &ids.pattern.bytes;
    let named = |id: &str| TypedText { text: id.to_string(), bytes: bytes.clone() };
    let fitting = fitting(desk, ids).into_iter();
    fitting.map(|id| SeriesSpec { subject: Subject::Series(named(id)), ..line.clone() }).collect()
}

/// The ids that are meant, in the order of the data. That there is none is told, and so is an
/// exception that takes nothing away.
fn fitting<'a>(desk: &mut Desk<'a>, ids: &IdsSpec) -> Vec<&'a str> {
    let data = desk.data;
    let whole = IdsSpec { except: Vec::new(), ..ids.clone() };
    let pattern = &ids.pattern;
    let all: Vec<&str> = meant(data, &whole).collect();
    if all.is_empty() {
        let message = format!("no series has an id that `{}` fits", pattern.text);
        let hint = match like(data, &pattern.text) {
            Some(like) => format!("did you mean `{like}`?"),
            None => "`sourceline list series` names them all".to_string(),
        };
        desk.error(Rule::UnknownSeries, &pattern.bytes, message, hint);
        return Vec::new();
    }
    for one in &ids.except {
        if !all.iter().any(|id| fits(&one.text, id)) {
            let message = format!("`{}` fits none of what `{}` fits", one.text, pattern.text);
            let hint = match nearest(&one.text, all.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "leave it out of `except`".to_string(),
            };
            desk.error(Rule::UnknownSeries, &one.bytes, message, hint);
        }
    }
    let left: Vec<&str> = meant(data, ids).collect();
    if left.is_empty() {
        let message = format!("`except` leaves nothing of what `{}` fits", pattern.text);
        desk.error(Rule::UnknownSeries, &pattern.bytes, message, "take something out of `except`");
    }
    left
}

/// The ids that a pattern fits, in the order of the data.
pub fn meant<'d>(data: &'d Dataset, ids: &IdsSpec) -> impl Iterator<Item = &'d str> {
    data.series.iter().map(|series| series.id).filter(|id| ids.fits(id))
}

/// The pattern that was probably meant: ids that begin or end alike.
fn like(data: &Dataset, typed: &str) -> Option<String> {
    let begins = |id: &str| {
        id.match_indices('-').map(|(at, _)| format!("{}*", &id[..=at])).collect::<Vec<_>>()
    };
    let ends = |id: &str| {
        id.match_indices('-').map(|(at, _)| format!("*{}", &id[at..])).collect::<Vec<_>>()
    };
    let ids = || data.series.iter().map(|series| series.id);
    let known: Vec<String> = match (typed.starts_with('*'), typed.ends_with('*')) {
        (true, false) => ids().flat_map(ends).collect(),
        (false, true) => ids().flat_map(begins).collect(),
        _ => Vec::new(),
    };
    let whole = || ids().map(|id| format!("{id}*"));
    let known: Vec<String> = known.into_iter().chain(whole()).collect();
    nearest(typed, known.iter().map(String::as_str)).map(str::to_string)
}
