//! What the author says beside marks: it becomes part of the label of the figure, which must then be
//! there.

use super::board::Board;
use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use super::texts::annotations;
use crate::chart::label::{LabelPart, Says};
use crate::chart::spec::{AnnotationSpec, Spec};
use crate::problem::{Rule, has_errors};

/// More letters do not stand beside a mark.
const MOST: usize = 50;

/// An annotation and the mark that it stands beside.
#[derive(Clone, Copy)]
pub struct Annotated {
    /// The places of its panel, its series in that, and its figure.
    board: usize,
    shown: usize,
    at: usize,
    /// That is what is aimed at.
    aimed: bool,
}

/// The marks that a spec annotates, in its order; one that no panel draws is told.
pub fn places(desk: &mut Desk, spec: &Spec, boards: &[Board]) -> Vec<Annotated> {
    let sound = !has_errors(&desk.problems);
    let mut found: Vec<Annotated> = Vec::new();
    for (board, one) in annotations(spec) {
        let Some(place) = place(desk, (board, &boards[board]), one, sound) else { continue };
        let twice = found.iter().any(|other| {
            (other.board, other.shown, other.at) == (board, place.shown, place.at)
                && other.aimed == place.aimed
        });
        if twice {
            let message = "this mark has an annotation already";
            desk.error(Rule::WrongValue, &one.period.bytes, message, "make one text of them");
        }
        found.push(place);
    }
    found
}

fn place(
    desk: &mut Desk,
    (at, board): (usize, &Board),
    one: &AnnotationSpec,
    sound: bool,
) -> Option<Annotated> {
    let series = desk.series(&one.series)?;
    let Some(place) = board.shown.iter().position(|shown| shown.series == series) else {
        if sound {
            let message = format!("this panel does not draw `{}`", one.series.text);
            let hint = "name a series of the panel, or put it under the [[panels]] that draws it";
            desk.error(Rule::WrongValue, &one.series.bytes, message, hint);
        }
        return None;
    };
    let shown = &board.shown[place];
    let period = one.period.value;
    let same = |observed: &Observed| observed.span() == period.span();
    if let Some(found) = shown.observed.iter().position(same) {
        return Some(Annotated { board: at, shown: place, at: found, aimed: false });
    }
    if let Some(found) = shown.targets.iter().position(same) {
        return Some(Annotated { board: at, shown: place, at: found, aimed: true });
    }
    if sound {
        let said = desk.period(series, period);
        let message = format!("`{}` has no figure for {said} in this panel", one.series.text);
        let hint = match nearest(shown, one) {
            Some(near) => format!("the nearest that it draws is \"{near}\""),
            None => "write the period of a figure that it draws".to_string(),
        };
        desk.error(Rule::WrongValue, &one.period.bytes, message, hint);
    }
    None
}

/// The period nearest to the one that was asked for, as the spec writes it.
fn nearest(shown: &Shown, one: &AnnotationSpec) -> Option<String> {
    let day = one.period.value.span().end.number();
    let drawn = shown.observed.iter().chain(&shown.targets);
    let near = drawn.min_by_key(|observed| (observed.span().end.number() - day).abs())?;
    Some(near.period.to_string())
}

/// Puts the texts, worked out, onto the labels of their marks; one that is too long is told.
pub fn annotate(
    desk: &mut Desk,
    spec: &Spec,
    boards: &mut [Board],
    places: &[Annotated],
    texts: &[String],
) {
    for ((place, text), (_, one)) in places.iter().zip(texts).zip(annotations(spec)) {
        let length = text.chars().count();
        if length > MOST {
            let message = format!("an annotation has {length} characters");
            let hint = format!("at most {MOST} stand beside a mark; say the rest in `notes`");
            desk.error(Rule::WrongValue, &one.text.bytes, message, hint);
        }
        let layer = &mut boards[place.board].shown[place.shown].layer;
        let points = if place.aimed { &mut layer.targets } else { &mut layer.points };
        let below = &mut points[place.at].label.below;
        below.push(LabelPart::new(Says::Remark, text.as_str(), desk.data.language.small.apart()));
    }
}

/// The same for those who do not see the picture: `2017: new law.`
pub fn told(desk: &Desk, boards: &[Board], places: &[Annotated], texts: &[String]) -> Vec<String> {
    let several = boards.iter().map(|board| board.shown.len()).sum::<usize>() > 1;
    let one = |(place, text): (&Annotated, &String)| {
        let shown = &boards[place.board].shown[place.shown];
        let observed = if place.aimed { &shown.targets } else { &shown.observed };
        let period = desk.period(shown.series, observed[place.at].period);
        let of = match several {
            true => format!("{}{}{period}", shown.called(desk), desk.data.language.small.comma()),
            false => period,
        };
        crate::locale::words::sentence(&desk.data.language.description.annotated(of, text))
    };
    places.iter().zip(texts).map(one).collect()
}
