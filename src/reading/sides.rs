//! Words before a number that say on which side of it the true one lies: `well over`, `a shade
//! under`, `no fewer than`.

use super::phrase_table::Phrases;
use super::tokens::Cursor;
use crate::figure::Side::{self, AtLeast, AtMost, JustOver, LessThan, MoreThan, Nearly};
use crate::figure::Way;

/// By how much.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Distance {
    /// So little that the number is near.
    Little,
    /// So much, or nobody says how much, that only the side is sure.
    Much,
}

use Distance::{Little, Much};

const DISTANCES: &[(&str, Distance)] = &[
    ("just", Little),
    ("only just", Little),
    ("slightly", Little),
    ("very slightly", Little),
    ("little", Little),
    ("a little", Little),
    ("a bit", Little),
    ("a shade", Little),
    ("a fraction", Little),
    ("a touch", Little),
    ("a tad", Little),
    ("a whisker", Little),
    ("a hair", Little),
    ("fractionally", Little),
    ("marginally", Little),
    ("narrowly", Little),
    ("barely", Little),
    ("hardly", Little),
    ("scarcely", Little),
    ("not much", Little),
    ("not a lot", Little),
    ("not far", Little),
    ("not many", Little),
    ("somewhere just", Little),
    ("well", Much),
    ("far", Much),
    ("much", Much),
    ("many", Much),
    ("very much", Much),
    ("considerably", Much),
    ("significantly", Much),
    ("substantially", Much),
    ("comfortably", Much),
    ("easily", Much),
    ("way", Much),
    ("some way", Much),
    ("a lot", Much),
    ("a good deal", Much),
    ("a great deal", Much),
    ("rather", Much),
    ("somewhat", Much),
    ("still", Much),
    ("even", Much),
    ("now", Much),
    ("always", Much),
    ("consistently", Much),
];

const WAYS: &[(&str, Way)] = &[
    ("over", Way::Up),
    ("above", Way::Up),
    ("more than", Way::Up),
    ("greater than", Way::Up),
    ("higher than", Way::Up),
    ("larger than", Way::Up),
    ("past", Way::Up),
    ("beyond", Way::Up),
    ("north of", Way::Up),
    ("in excess of", Way::Up),
    ("upwards of", Way::Up),
    ("upward of", Way::Up),
    ("exceeding", Way::Up),
    ("under", Way::Down),
    ("below", Way::Down),
    ("beneath", Way::Down),
    ("less than", Way::Down),
    ("fewer than", Way::Down),
    ("lower than", Way::Down),
    ("smaller than", Way::Down),
    ("short of", Way::Down),
    ("shy of", Way::Down),
    ("south of", Way::Down),
];

/// What needs no other word.
const WHOLE: &[(&str, Side)] = &[
    ("at least", AtLeast),
    ("at or above", AtLeast),
    ("at or over", AtLeast),
    ("at the least", AtLeast),
    ("at the very least", AtLeast),
    ("minimum", AtLeast),
    ("minimum of", AtLeast),
    ("a minimum of", AtLeast),
    ("min", AtLeast),
    ("≥", AtLeast),
    ("more than or equal to", AtLeast),
    ("greater than or equal to", AtLeast),
    ("equal to or more than", AtLeast),
    ("equal to or greater than", AtLeast),
    ("as few as", AtLeast),
    ("as little as", AtLeast),
    ("as low as", AtLeast),
    (">", MoreThan),
    ("exceed", MoreThan),
    ("exceeds", MoreThan),
    ("exceeded", MoreThan),
    ("topped", MoreThan),
    ("tops", MoreThan),
    ("topping", MoreThan),
    ("passed", MoreThan),
    ("crossed", MoreThan),
    ("crosses", MoreThan),
    ("broke through", MoreThan),
    ("surpassed", MoreThan),
    ("surpassing", MoreThan),
    ("at most", AtMost),
    ("at or below", AtMost),
    ("at or under", AtMost),
    ("at the most", AtMost),
    ("up to", AtMost),
    ("anything up to", AtMost),
    ("up to and including", AtMost),
    ("as many as", AtMost),
    ("as much as", AtMost),
    ("as high as", AtMost),
    ("maximum", AtMost),
    ("maximum of", AtMost),
    ("a maximum of", AtMost),
    ("max", AtMost),
    ("≤", AtMost),
    ("less than or equal to", AtMost),
    ("fewer than or equal to", AtMost),
    ("equal to or less than", AtMost),
    ("equal to or fewer than", AtMost),
    ("<", LessThan),
    ("fell short of", LessThan),
    ("falling short of", LessThan),
    ("falls short of", LessThan),
    ("nearly", Nearly),
    ("very nearly", Nearly),
    ("almost", Nearly),
    ("not quite", Nearly),
    ("shy of", Nearly),
    ("approaching", Nearly),
    ("nearing", Nearly),
    ("getting on for", Nearly),
    ("getting close to", Nearly),
    ("close on", Nearly),
    ("closing in on", Nearly),
    ("well nigh", Nearly),
    ("virtually", Nearly),
    ("practically", Nearly),
    ("all but", Nearly),
    ("the best part of", Nearly),
    ("not far off", Nearly),
];

static DISTANCE: Phrases<Distance, { DISTANCES.len() }> = Phrases::of(DISTANCES);
static WAY: Phrases<Way, { WAYS.len() }> = Phrases::of(WAYS);
static NO_OTHER_WORD: Phrases<Side, { WHOLE.len() }> = Phrases::of(WHOLE);

/// The longest of these that comes next.
pub(super) fn take_side(cursor: &mut Cursor) -> Option<Side> {
    let mut whole = *cursor;
    let found = whole.take_longest(&NO_OTHER_WORD);
    let mut trial = *cursor;
    let composed = compared(&mut trial);
    let (side, taken) = match (found, composed) {
        (Some(side), None) => (side, whole),
        (Some(side), Some(_)) if whole.rest().len() <= trial.rest().len() => (side, whole),
        (_, composed) => (composed?, trial),
    };
    *cursor = taken;
    Some(side)
}

/// `well over`, `a shade under`, `no more than`.
fn compared(cursor: &mut Cursor) -> Option<Side> {
    let mut denied = *cursor;
    if denied.take_any(&["no", "not"])
        && let Some(way) = way(&mut denied)
    {
        *cursor = denied;
        return Some(match way {
            Way::Up => AtMost,
            Way::Down => AtLeast,
        });
    }
    let little = cursor.take_longest(&DISTANCE) == Some(Little);
    Some(match (way(cursor)?, little) {
        (Way::Up, true) => JustOver,
        (Way::Down, true) => Nearly,
        (Way::Up, false) => MoreThan,
        (Way::Down, false) => LessThan,
    })
}

/// The way in which a comparison leads from its number.
pub(super) fn way(cursor: &mut Cursor) -> Option<Way> {
    cursor.take_longest(&WAY)
}
