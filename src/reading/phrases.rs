//! What stands before and after a number: `about`, `or so`, `a rise of`.

use super::sides;
use super::tokens::Cursor;
use crate::figure::Side::{self, About, AtLeast, AtMost, MoreThan};

/// What a phrase says about the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseSense {
    Qualifies(Side),
    Exactly,
    /// About, if the number is round.
    Estimate,
    /// About, if the series is a rate: an average per month is a rounded one.
    Average,
    Change(Direction),
    /// `no change`: it moved, and nobody says which way.
    Movement,
    /// `rose to 334`: a level, whatever the movement was.
    Level,
    /// Says nothing of the number: `a total of`, `only`.
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

use Direction::{Down, Up};
use PhraseSense::{Average, Change, Estimate, Exactly, Level, Movement, Nothing, Qualifies};

/// The longest that fits counts, so `just over` wins over `just`, and `up to` over `up`.
const BEFORE: &[(&str, PhraseSense)] = &[
    ("about", Qualifies(About)),
    ("around", Qualifies(About)),
    ("round about", Qualifies(About)),
    ("roundabout", Qualifies(About)),
    ("somewhere around", Qualifies(About)),
    ("some", Qualifies(About)),
    ("approximately", Qualifies(About)),
    ("approx", Qualifies(About)),
    ("abt", Qualifies(About)),
    ("roughly", Qualifies(About)),
    ("very roughly", Qualifies(About)),
    ("almost exactly", Qualifies(About)),
    ("rounded to", Qualifies(About)),
    ("circa", Qualifies(About)),
    ("ca", Qualifies(About)),
    ("c", Qualifies(About)),
    ("close to", Qualifies(About)),
    ("near", Qualifies(About)),
    ("near to", Qualifies(About)),
    ("perhaps", Qualifies(About)),
    ("maybe", Qualifies(About)),
    ("in the vicinity of", Qualifies(About)),
    ("in the neighbourhood of", Qualifies(About)),
    ("in the neighborhood of", Qualifies(About)),
    ("around about", Qualifies(About)),
    ("somewhere near", Qualifies(About)),
    ("just about", Qualifies(About)),
    ("somewhere in the region of", Qualifies(About)),
    ("in the region of", Qualifies(About)),
    ("of the order of", Qualifies(About)),
    ("in the order of", Qualifies(About)),
    ("on the order of", Qualifies(About)),
    ("something like", Qualifies(About)),
    ("more or less", Qualifies(About)),
    ("~", Qualifies(About)),
    ("estimated", Estimate),
    ("an estimated", Estimate),
    ("estimated at", Estimate),
    ("estimated to be", Estimate),
    ("an estimate of", Estimate),
    ("estimate of", Estimate),
    ("est", Estimate),
    ("thought to be", Estimate),
    ("believed to be", Estimate),
    ("average of", Average),
    ("an average of", Average),
    ("on average", Average),
    ("average", Average),
    ("averaging", Average),
    ("averaged", Average),
    ("exactly", Exactly),
    ("precisely", Exactly),
    ("=", Exactly),
    ("at", Level),
    ("a mere", Nothing),
    ("mere", Nothing),
    ("total", Nothing),
    ("a total of", Nothing),
    ("total of", Nothing),
    ("in total", Nothing),
    ("in all", Nothing),
    ("a record", Nothing),
    ("record", Nothing),
    ("only", Nothing),
    ("just", Nothing),
    ("a further", Change(Up)),
    ("further", Change(Up)),
    ("an additional", Change(Up)),
    ("additional", Change(Up)),
    ("another", Change(Up)),
    ("an extra", Change(Up)),
    ("extra", Change(Up)),
    ("there were", Nothing),
    ("there are", Nothing),
    ("were", Nothing),
    ("was", Nothing),
    ("has", Nothing),
    ("have", Nothing),
    ("had", Nothing),
    ("currently", Nothing),
    ("is", Nothing),
    ("are", Nothing),
    ("there was", Nothing),
    ("there is", Nothing),
    ("now", Nothing),
    ("a rate of", Nothing),
    ("at a rate of", Nothing),
    ("rate of", Nothing),
    ("by", Nothing),
    ("of", Nothing),
    ("a", Nothing),
    ("an", Nothing),
    ("a high of", Level),
    ("high of", Level),
    ("new high of", Level),
    ("record high of", Level),
    ("all time high of", Level),
    ("low of", Level),
    ("new low of", Level),
    ("record low of", Level),
    ("all time low of", Level),
    ("peak of", Level),
    ("new record of", Level),
    ("record of", Level),
    ("reached", Level),
    ("reaching", Level),
    ("reaches", Level),
    ("hit", Level),
    ("hitting", Level),
    ("peaked at", Level),
    ("stood at", Level),
    ("stands at", Level),
    ("stand at", Level),
    ("remained at", Level),
    ("stayed at", Level),
    ("settled at", Level),
    ("running at", Level),
    ("totalled", Level),
    ("totaled", Level),
    ("totalling", Level),
    ("totaling", Level),
    ("numbered", Level),
    ("amounted to", Level),
    ("came to", Level),
    ("slowed to", Level),
    ("eased to", Level),
    ("edged up to", Level),
    ("edged down to", Level),
    ("rise of", Change(Up)),
    ("rise", Change(Up)),
    ("increase of", Change(Up)),
    ("increase", Change(Up)),
    ("growth of", Change(Up)),
    ("jump of", Change(Up)),
    ("surge of", Change(Up)),
    ("gain of", Change(Up)),
    ("net increase of", Change(Up)),
    ("net gain of", Change(Up)),
    ("fall of", Change(Down)),
    ("drop of", Change(Down)),
    ("decrease of", Change(Down)),
    ("decline of", Change(Down)),
    ("reduction of", Change(Down)),
    ("contraction of", Change(Down)),
    ("dip of", Change(Down)),
    ("slump of", Change(Down)),
    ("loss of", Change(Down)),
    ("cut of", Change(Down)),
    ("net loss of", Change(Down)),
    ("net decrease of", Change(Down)),
];

/// Verbs of movement. With `to` or `above` after them, what follows is a level.
const MOVES: &[(&str, Direction)] = &[
    ("up", Up),
    ("went up", Up),
    ("rose", Up),
    ("rise", Up),
    ("rises", Up),
    ("risen", Up),
    ("rising", Up),
    ("increased", Up),
    ("increase", Up),
    ("increases", Up),
    ("increasing", Up),
    ("grew", Up),
    ("grow", Up),
    ("grows", Up),
    ("grown", Up),
    ("growing", Up),
    ("jumped", Up),
    ("leapt", Up),
    ("soared", Up),
    ("surged", Up),
    ("climbed", Up),
    ("gained", Up),
    ("expanded", Up),
    ("shot up", Up),
    ("added", Up),
    ("edged up", Up),
    ("crept up", Up),
    ("down", Down),
    ("went down", Down),
    ("fell", Down),
    ("fall", Down),
    ("falls", Down),
    ("fallen", Down),
    ("falling", Down),
    ("dropped", Down),
    ("drop", Down),
    ("drops", Down),
    ("decreased", Down),
    ("decrease", Down),
    ("declined", Down),
    ("decline", Down),
    ("declines", Down),
    ("reduced", Down),
    ("cut", Down),
    ("lost", Down),
    ("shrank", Down),
    ("shrunk", Down),
    ("contracted", Down),
    ("slipped", Down),
    ("slid", Down),
    ("sank", Down),
    ("dipped", Down),
    ("slumped", Down),
    ("tumbled", Down),
    ("plunged", Down),
    ("plummeted", Down),
    ("edged down", Down),
];

/// What the longest phrase before a number says; of what moves past a number, two things.
pub(super) fn before(cursor: &mut Cursor) -> Option<(PhraseSense, Option<PhraseSense>)> {
    let mut trial = *cursor;
    if cursor.starts_with_words("some of").is_some() {
        return None;
    }
    if cursor.starts_with_words("up to").is_none() && trial.take_longest(MOVES).is_some() {
        let to = trial.take("to");
        let passed = ["above", "past", "beyond", "through", "below", "beneath", "under"]
            .iter()
            .any(|word| trial.starts_with_words(word).is_some());
        let through = trial.take("through");
        if to || passed {
            *cursor = trial;
            return Some((Level, through.then_some(Qualifies(MoreThan))));
        }
    }
    let mut moved = *cursor;
    let direction = moved.take_longest(MOVES);
    let mut said = *cursor;
    let phrase = said.take_longest(BEFORE);
    let mut beside = *cursor;
    let side = sides::take_side(&mut beside);
    let found = [
        direction.map(|direction| (Change(direction), moved)),
        phrase.map(|phrase| (phrase, said)),
        side.map(|side| (Qualifies(side), beside)),
    ];
    let (sense, taken) = found.into_iter().flatten().min_by_key(|(_, at)| at.rest().len())?;
    *cursor = taken;
    Some((sense, None))
}

/// What the longest phrase after a number says.
pub(super) fn after(cursor: &mut Cursor) -> Option<PhraseSense> {
    let mut trial = *cursor;
    let found = if trial.take("(") { trial.take_longest(AFTER) } else { None };
    let found = found.filter(|_| trial.take(")"));
    if found.is_some() {
        *cursor = trial;
        return found;
    }
    cursor.take_longest(AFTER)
}

const AFTER: &[(&str, PhraseSense)] = &[
    ("+", Qualifies(AtLeast)),
    ("plus", Qualifies(AtLeast)),
    ("or more", Qualifies(AtLeast)),
    ("and more", Qualifies(AtLeast)),
    ("or over", Qualifies(AtLeast)),
    ("and over", Qualifies(AtLeast)),
    ("or above", Qualifies(AtLeast)),
    ("and above", Qualifies(AtLeast)),
    ("or higher", Qualifies(AtLeast)),
    ("and upwards", Qualifies(AtLeast)),
    ("and up", Qualifies(AtLeast)),
    ("and counting", Qualifies(AtLeast)),
    ("at least", Qualifies(AtLeast)),
    ("at the very least", Qualifies(AtLeast)),
    ("minimum", Qualifies(AtLeast)),
    ("at a minimum", Qualifies(AtLeast)),
    ("or less", Qualifies(AtMost)),
    ("or fewer", Qualifies(AtMost)),
    ("or under", Qualifies(AtMost)),
    ("or lower", Qualifies(AtMost)),
    ("at most", Qualifies(AtMost)),
    ("at the most", Qualifies(AtMost)),
    ("maximum", Qualifies(AtMost)),
    ("max", Qualifies(AtMost)),
    ("or so", Qualifies(About)),
    ("rounded", Qualifies(About)),
    ("or thereabouts", Qualifies(About)),
    ("odd", Qualifies(About)),
    ("ish", Qualifies(About)),
    ("approximately", Qualifies(About)),
    ("approx", Qualifies(About)),
    ("roughly", Qualifies(About)),
    ("more or less", Qualifies(About)),
    ("give or take", Qualifies(About)),
    ("estimated", Estimate),
    ("estimate", Estimate),
    ("est", Estimate),
    ("on average", Average),
    ("exactly", Exactly),
    ("precisely", Exactly),
    ("in total", Nothing),
    ("in all", Nothing),
    ("altogether", Nothing),
    ("overall", Nothing),
    ("change", Movement),
    ("changes", Movement),
    ("unchanged", Movement),
    ("extra", Change(Up)),
    ("additional", Change(Up)),
    ("further", Change(Up)),
    ("and rising", Qualifies(AtLeast)),
    ("or greater", Qualifies(AtLeast)),
    ("or upwards", Qualifies(AtLeast)),
    ("upwards", Qualifies(AtLeast)),
    ("and higher", Qualifies(AtLeast)),
    ("or below", Qualifies(AtMost)),
    ("and below", Qualifies(AtMost)),
    ("and under", Qualifies(AtMost)),
    ("and fewer", Qualifies(AtMost)),
    ("min", Qualifies(AtLeast)),
    ("increase", Change(Up)),
    ("increases", Change(Up)),
    ("rise", Change(Up)),
    ("growth", Change(Up)),
    ("jump", Change(Up)),
    ("surge", Change(Up)),
    ("up", Change(Up)),
    ("more", Change(Up)),
    ("higher", Change(Up)),
    ("greater", Change(Up)),
    ("decrease", Change(Down)),
    ("fall", Change(Down)),
    ("drop", Change(Down)),
    ("decline", Change(Down)),
    ("reduction", Change(Down)),
    ("cut", Change(Down)),
    ("down", Change(Down)),
    ("less", Change(Down)),
    ("fewer", Change(Down)),
    ("lower", Change(Down)),
];
