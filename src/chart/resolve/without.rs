//! What a spec leaves out with `without`.

use super::board::Board;
use super::desk::Desk;
use crate::chart::spec::Spec;
use crate::figure::Rank;
use crate::problem::{Rule, has_errors};

/// The figures that `without` names.
pub fn leave_out(desk: &mut Desk, spec: &Spec) {
    for id in &spec.without {
        let Some(figure) = desk.figure(id) else { continue };
        if desk.data.figure(figure).rank == Rank::Superseded {
            let message = format!("the figure `{}` is superseded, and never drawn", id.text);
            desk.error(Rule::Without, &id.bytes, message, "take it out of `without`");
        }
        desk.without.push(figure);
    }
}

/// What is left out must be of a series that is there.
pub fn is_drawn(desk: &mut Desk, spec: &Spec, boards: &[Board]) {
    let shown = || boards.iter().flat_map(|board| &board.shown);
    let changes = || boards.iter().flat_map(|board| &board.changes);
    let claims = || boards.iter().filter_map(|board| board.claims.as_ref());
    for id in &spec.without {
        let Some(figure) = desk.data.find_figure(&id.text) else { continue };
        let series = desk.data.figure(figure).series;
        let drawn = shown().any(|shown| shown.series == series)
            || claims().any(|claims| claims.series == series)
            || changes().any(|change| {
                change.on == series || desk.data.figure(change.figure).series == series
            });
        let own = desk.data.series(series).id;
        let of_another = spec.each.as_ref().is_some_and(|each| each.fits(own));
        if !drawn && !of_another && !has_errors(&desk.problems) {
            let message = format!("the figure `{}` belongs to no series of this chart", id.text);
            desk.error(Rule::Without, &id.bytes, message, "take it out of `without`");
        }
    }
}
