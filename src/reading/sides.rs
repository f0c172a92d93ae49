//! Words before a number that say on which side of it the true one lies: `well over`, `a shade
//! under`, `no fewer than`.

use super::tokens::Cursor;
use crate::figure::Side::{self, AtLeast, AtMost, JustOver, LessThan, MoreThan, Nearly};
use crate::figure::Way;

/// So little that the number is near.
const LITTLE: &[&str] = &[
    "just",
    "only just",
    "slightly",
    "very slightly",
    "little",
    "a little",
    "a bit",
    "a shade",
    "a fraction",
    "a touch",
    "a tad",
    "a whisker",
    "a hair",
    "fractionally",
    "marginally",
    "narrowly",
    "barely",
    "hardly",
    "scarcely",
    "not much",
    "not a lot",
    "not far",
    "not many",
    "somewhere just",
];

/// So much, or nobody says how much, that only the side is sure.
const MUCH: &[&str] = &[
    "well",
    "far",
    "much",
    "many",
    "very much",
    "considerably",
    "significantly",
    "substantially",
    "comfortably",
    "easily",
    "way",
    "some way",
    "a lot",
    "a good deal",
    "a great deal",
    "rather",
    "somewhat",
    "still",
    "even",
    "now",
    "always",
    "consistently",
];

const UP: &[&str] = &[
    "over",
    "above",
    "more than",
    "greater than",
    "higher than",
    "larger than",
    "past",
    "beyond",
    "north of",
    "in excess of",
    "upwards of",
    "upward of",
    "exceeding",
];

const DOWN: &[&str] = &[
    "under",
    "below",
    "beneath",
    "less than",
    "fewer than",
    "lower than",
    "smaller than",
    "short of",
    "shy of",
    "south of",
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

/// The longest of these that comes next.
pub(super) fn take_side(cursor: &mut Cursor) -> Option<Side> {
    let mut whole = *cursor;
    let found = whole.take_longest(WHOLE);
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
    let little = take(cursor, LITTLE);
    if !little {
        take(cursor, MUCH);
    }
    Some(match (way(cursor)?, little) {
        (Way::Up, true) => JustOver,
        (Way::Down, true) => Nearly,
        (Way::Up, false) => MoreThan,
        (Way::Down, false) => LessThan,
    })
}

/// The way in which a comparison leads from its number.
pub(super) fn way(cursor: &mut Cursor) -> Option<Way> {
    match () {
        () if take(cursor, UP) => Some(Way::Up),
        () if take(cursor, DOWN) => Some(Way::Down),
        () => None,
    }
}

fn take(cursor: &mut Cursor, phrases: &[&str]) -> bool {
    let longest = phrases.iter().filter_map(|phrase| cursor.starts_with_words(phrase)).max();
    cursor.skip(longest.unwrap_or(0));
    longest.is_some()
}
