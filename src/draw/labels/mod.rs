//! Where labels stand. Each says beside what it wants to be; places near its mark are tried in
//! order, then places further off with a leader line. A label never covers a mark, a line, an
//! axis label or another label, even in a wider font.

mod after;
mod far;
mod find;
mod found;
mod ground;
mod marks;
mod near;
mod settle;
mod wish;
mod words;

use super::scene::{Anchor, Area, Form, Paint, Role, Run, Scene, Shape, Spot, StandsFor, Text};
use super::style::Style;
use after::after;
use find::Search;
use found::{Finding, Placed, PlacedLabel};
pub(super) use ground::Ground;
use marks::Doubt;
use settle::settle;
pub(super) use wish::{Effort, LabelSide, Missing, Out, Upright, WantedPlace, Wish};
pub(super) use words::LabelWords;

/// Places every label and draws it.
pub(super) fn place(
    mut wishes: Vec<Wish>,
    mut ground: Ground,
    effort: Effort,
    style: &Style,
    scene: &mut Scene,
) -> Result<(), Missing> {
    wishes.sort_by_key(|wish| std::cmp::Reverse((wish.required, wish.priority)));
    let mut placed = place_required(&wishes, &mut ground, effort, style)?;
    place_groups(&wishes, &mut ground, effort, style, &mut placed);
    for (wish, found) in &placed {
        match wish.words.ringed {
            true => draw_ring(wish, found, style, scene),
            false if let WantedPlace::Within { backed, .. } = wish.place => {
                if backed {
                    let paint = Paint::fill(scene.background);
                    let chip = Shape::new(Role::Backing, Form::Rect(found.area.grown(1.0)), paint);
                    scene.shapes.push(chip);
                }
            }
            false => draw_ground(found, &ground, style, scene),
        }
    }
    for (wish, found) in placed {
        draw_words(wish, found, scene);
    }
    Ok(())
}

/// The required labels, one after the other. One that finds no place goes first, and all the
/// others are placed again; each time it fails anew it passes over one more of its places, which
/// were in another's way.
fn place_required<'w, 'c>(
    wishes: &'w [Wish<'c>],
    ground: &mut Ground,
    effort: Effort,
    style: &Style,
) -> Result<Placed<'w, 'c>, Missing> {
    let mut fails = vec![0; wishes.len()];
    let mut order: Vec<usize> = (0..wishes.len()).filter(|at| wishes[*at].required).collect();
    let empty = ground.solid.clone();
    let near = Effort { anywhere: false, ..effort };
    let further = effort.anywhere.then_some(effort);
    let mut missing = None;
    for effort in [Some(near), further].into_iter().flatten() {
        for _ in 0..RETRIES {
            let mut placed = Vec::with_capacity(wishes.len() + 1);
            let mut after = after(wishes, ground, style);
            let mut failed = Vec::new();
            for (place, at) in order.iter().enumerate() {
                let wish = &wishes[*at];
                let ended = after.iter_mut().find(|(index, _)| index == at);
                let ended = ended.and_then(|(_, found)| found.take());
                let fits = |found: &PlacedLabel| {
                    ground.free(&found.area, 0.0) && !is_in_doubt(wish, found, ground)
                };
                let found = ended.filter(fits).map(Finding::from);
                let skip = u32::saturating_sub(fails[*at], 1);
                let search = || Search::new(ground, effort, style, skip).find(wish);
                match found.or_else(search) {
                    Some(found) => keep(wish, found, ground, &mut placed),
                    None => failed.push(place),
                }
                if failed.len() > HOPELESS {
                    break;
                }
            }
            let Some(first) = failed.first().copied() else {
                settle(&mut placed, ground, &empty, effort, style);
                return Ok(placed);
            };
            let wish = &wishes[order[first]];
            missing = Some(wish);
            ground.solid.clone_from(&empty);
            // What has no place before all others has none in any order.
            if first == 0
                || failed.len() > HOPELESS
                || wish.words.wide(style.below).height > ground.region.height()
            {
                break;
            }
            fails[order[first]] += 1;
            order[..=first].rotate_right(1);
        }
    }
    Err(missing.map_or_else(Missing::default, |wish| Missing {
        words: wish.words.text(),
        height: wish.words.wide(style.below).height,
    }))
}

/// Does a label after the end of a line, with no leader to it, seem to be another mark's?
fn is_in_doubt(wish: &Wish, found: &PlacedLabel, ground: &Ground) -> bool {
    let WantedPlace::After { around, listed: false, .. } = wish.place else { return false };
    let text = found.block.text_within(&found.area, found.anchor);
    found.leader.is_none() && ground.marks.doubt(&text, &around) > Doubt::Slight
}

/// Where more labels than this find no place, another order is no help.
const HOPELESS: usize = 3;
/// How often the labels are placed anew before the chart grows.
const RETRIES: usize = 12;

fn draw_ground(found: &PlacedLabel, ground: &Ground, style: &Style, scene: &mut Scene) {
    if let Some((from, to)) = found.leader {
        let paint = Paint::stroke(style.theme.axis, 1.0);
        scene.shapes.push(Shape::new(Role::Leader, Form::Line(from, to), paint));
    }
    if ground.crosses_grid(&found.area) {
        let width = found.block.measured;
        let left = found.area.left + (found.area.width() - width) * found.anchor.share();
        let area = Area { left: left - 2.0, right: left + width + 2.0, ..found.area };
        let inside = |band: &Area| band.left <= area.left && area.right <= band.right;
        let banded = ground.bands.iter().any(inside);
        let paint = Paint::fill(if banded { style.theme.band } else { scene.background });
        scene.shapes.push(Shape::new(Role::Backing, Form::Rect(area), paint));
    }
}

fn draw_ring(wish: &Wish, found: &PlacedLabel, style: &Style, scene: &mut Scene) {
    let (centre, radius) = (found.area.middle(), found.area.height() / 2.0 - 1.0);
    let paint = Paint { fill: Some(scene.background), ..Paint::stroke(style.theme.axis, 1.0) };
    scene.shapes.push(Shape::new(wish.role, Form::Circle { centre, radius }, paint));
}

fn draw_words(wish: &Wish, found: PlacedLabel, scene: &mut Scene) {
    let anchor = if wish.words.ringed { Anchor::Middle } else { found.anchor };
    let x = found.area.left + found.area.width() * anchor.share();
    for piece in found.block.pieces {
        let bytes = 0..piece.line.content.len();
        let runs = match piece.aside {
            true => vec![Run { bytes, stands_for: StandsFor::Aside }],
            false => Vec::new(),
        };
        let text = Text {
            content: piece.line.content,
            at: Spot { x: x + piece.right, y: found.area.top + piece.down },
            anchor,
            size: piece.face.size,
            bold: piece.face.bold,
            width: piece.line.width,
            reserved: piece.line.reserved,
            runs,
        };
        let mut shape = Shape::new(wish.role, Form::Text(text), Paint::fill(wish.colour));
        shape.figure = wish.figure.map(str::to_string);
        scene.shapes.push(shape);
    }
}

/// Labels that may be left out: all of a group, or none, so that no reader wonders why one point
/// has its number and the next has not.
fn place_groups<'w, 'c>(
    wishes: &'w [Wish<'c>],
    ground: &mut Ground,
    effort: Effort,
    style: &Style,
    placed: &mut Placed<'w, 'c>,
) {
    let optional = || wishes.iter().filter(|wish| !wish.required);
    let mut groups: Vec<usize> = optional().map(|wish| wish.group).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let members = || optional().filter(|wish| wish.group == group);
        if members().count() > MOST_OPTIONAL {
            continue;
        }
        let before = (ground.solid.clone(), placed.len());
        for wish in members() {
            let Some(found) = Search::new(ground, effort, style, 0).find(wish) else {
                ground.solid = before.0;
                placed.truncate(before.1);
                break;
            };
            keep(wish, found, ground, placed);
        }
    }
}

fn keep<'w, 'c>(
    wish: &'w Wish<'c>,
    found: Finding,
    ground: &mut Ground,
    placed: &mut Placed<'w, 'c>,
) {
    for found in [Some(found.0), found.1].into_iter().flatten() {
        ground.keep(&found);
        placed.push((wish, found));
    }
}

/// More labels than this are never shown where they may be left out.
const MOST_OPTIONAL: usize = 40;
