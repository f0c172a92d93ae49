//! The words of a sentence that say which way numbers went, which was the highest, and that there
//! was none.

use super::heard::{Heard, HeardSense, HeardStretch, HeardWord, Pause};
use super::heard_dates::dates_follow;
use super::heard_denied::found;
use super::heard_moves::way_of;
use super::heard_ranks::is_most_since;
use super::number_words::is_number_word;
use crate::figure::Way::{self, Down, Up};

/// Does a word of a multiple say that it became less, so that more of it is less? `more than
/// halved`; not `more than half as many`.
pub fn halves(word: &str) -> bool {
    word.starts_with("halv")
}

/// Verbs of movement before `up` and `down`.
const GOES: [&str; 29] = [
    "went", "goes", "go", "going", "gone", "came", "come", "comes", "coming", "edged", "edging",
    "edges", "crept", "creeping", "creeps", "shot", "shooting", "ticked", "ticking", "inched",
    "inching", "picked", "picking", "nudged", "brought", "pushed", "driven", "moved", "point",
];

/// Does a word join two clauses? `between 2016 and 2020` is one.
pub(super) fn joins_clauses(word: &str, next: Option<&str>) -> bool {
    match word {
        "and" => next.is_some_and(|next| dates_follow(next) != Some(true)),
        // `before easing to 322`, `after falling to 250`
        "before" | "after" => next.is_some_and(|next| next.ends_with("ing") && next != "spring"),
        _ => matches!(word, "while" | "whereas" | "but" | "although" | "though" | "yet" | "then"),
    }
}

/// `another 300`, `lost 140`: more or fewer of something, or a level all the same.
pub(super) fn is_loosely_more(word: &str) -> bool {
    matches!(
        word,
        "another"
            | "further"
            | "additional"
            | "extra"
            | "added"
            | "gained"
            | "lost"
            | "cut"
            | "reduced"
    )
}

/// `rose to 334`, and not `rose by 334`.
pub(super) fn tells_a_level(words: &[HeardWord]) -> bool {
    words.iter().any(|word| matches!(word.text.as_str(), "to" | "at" | "reached" | "hit" | "from"))
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

/// What moved, and which way.
pub(super) fn movements(words: &[HeardWord]) -> Vec<Heard> {
    let mut list = Vec::new();
    for at in 0..words.len() {
        let (word, next) = (text(words, at), text(words, at + 1));
        // `grew shorter`
        const LESS: [&str; 11] = [
            "shorter", "smaller", "lower", "weaker", "quieter", "cheaper", "poorer", "thinner",
            "fewer", "less", "slower",
        ];
        let known = way_of(word).filter(|_| !LESS.contains(&next));
        // `got longer`, `became fewer`
        let became = at > 0
            && matches!(
                text(words, at - 1),
                "got" | "gets" | "getting" | "became" | "become" | "becoming" | "grew" | "grown"
            );
        let number = next.starts_with(|letter: char| letter.is_ascii_digit());
        let points =
            matches!(next, "from" | "on" | "by" | "sharply" | "slightly" | "again" | "since");
        let verb = at > 0 && GOES.contains(&text(words, at - 1));
        let verb = verb
            || at > 0
                && matches!(text(words, at - 1), "was" | "were" | "is" | "are")
                && matches!(next, "in" | "during" | "this" | "last");
        let way = match word {
            "longer" | "higher" | "larger" | "bigger" | "busier" if became => Some(Up),
            "shorter" | "lower" | "smaller" | "fewer" | "quieter" | "rarer" if became => Some(Down),
            "up" if at > 0 && is_made_up(text(words, at - 1)) => None,
            "up" if verb || points || number && next != "to" => Some(Up),
            "down" if verb || points || number => Some(Down),
            // `are down to 31`
            "up" | "down" if is_for_so_long(words, at) => {
                Some(if word == "up" { Up } else { Down })
            }
            "gained" | "lost" if of_every_stretch(words, at) || is_since(words, at) => {
                Some(if word == "gained" { Up } else { Down })
            }
            "up" | "down" if is_of_a_headline(words, at) => {
                Some(if word == "up" { Up } else { Down })
            }
            "down" if next == "to" && begins_a_number(text(words, at + 2)) => Some(Down),
            "above" if is_of_a_level(words, at) => Some(Up),
            "below" if is_of_a_level(words, at) => Some(Down),
            "more" | "higher" | "greater" | "larger" | "bigger" | "longer" | "busier"
                if compares(words, at) =>
            {
                Some(Up)
            }
            "fewer" | "less" | "lower" | "smaller" | "shorter" | "quieter"
                if compares(words, at) =>
            {
                Some(Down)
            }
            "more" | "fewer" if of_every_stretch(words, at) || is_all_of_a_list(words, at) => {
                Some(if word == "more" { Up } else { Down })
            }
            "larger" | "bigger" | "higher" | "greater" if of_every_stretch(words, at) => Some(Up),
            "smaller" | "lower" if of_every_stretch(words, at) => Some(Down),
            "cut" | "slashed" if was_cut(words, at) => Some(Down),
            _ => known,
        };
        if let Some(way) = way {
            list.push(found(words, at..at + 1, HeardSense::Moves(way)));
        }
    }
    list
}

/// `made up 3.6% of farmland`
pub(super) fn is_made_up(verb: &str) -> bool {
    matches!(verb, "make" | "makes" | "made" | "making")
}

/// `Permits up every year`, `are down year after year`, `up for the fourth year running`: no part of
/// another verb, as of `set up every year`.
fn is_of_a_headline(words: &[HeardWord], at: usize) -> bool {
    const PHRASAL: &str = "set sets make makes made making take takes took taken taking sign signs \
        signed signing open opens opened opening shut shuts close closes closed closing break \
        breaks broke broken cut cuts lay lays laid pick picks back backs clean cleaned speed sped \
        catch caught end ends ended add adds added sum summed line lined put puts follow followed \
        start starts started give gives gave given hold holds held keep keeps kept bring brings \
        build builds built come comes came write wrote written look looks looked turn turns \
        turned shake shook stand stood top topped free freed grow grew show shows showed split \
        use used eat ate wind wound draw drew drawn drawing call called calls settle settled";
    let before = at.checked_sub(1).map_or("", |before| text(words, before));
    let next = |ahead: usize| text(words, at + ahead);
    let goes_on = words.get(at + 1).is_some_and(|next| next.pause == Pause::Nothing);
    let stretched = |word: &str| HeardStretch::of(word).is_some();
    let many = |word: &str| word.strip_suffix('s').is_some_and(stretched);
    let runs = |at: usize| {
        next(at) == "running" || (next(at), next(at + 1), next(at + 2)) == ("in", "a", "row")
    };
    let follows = match next(1) {
        word if is_number_word(word) && many(next(2)) => runs(3),
        "every" | "each" => stretched(next(2)),
        "for" if next(2) == "a" || next(2) == "the" => stretched(next(4)) || stretched(next(5)),
        "for" => matches!(next(2), "years" | "months" | "weeks" | "quarters"),
        word if stretched(word) => matches!(next(2), "after" | "on"),
        _ => false,
    };
    goes_on && follows && !before.is_empty() && !PHRASAL.split_whitespace().any(|one| one == before)
}

/// `up for five weeks running`
fn is_for_so_long(words: &[HeardWord], at: usize) -> bool {
    let stretch = text(words, at + 3);
    text(words, at + 1) == "for"
        && is_number_word(text(words, at + 2))
        && stretch.strip_suffix('s').and_then(HeardStretch::of).is_some()
}

fn begins_a_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '£')
}

/// `More pupils, fewer schools`: a clause of no other words in a list of such.
fn is_all_of_a_list(words: &[HeardWord], at: usize) -> bool {
    let alone = |at: usize| {
        let leads = words[at].pause >= Pause::Clause;
        let rest = words[at + 1..].iter().take_while(|word| word.pause == Pause::Nothing);
        let plain = |word: &HeardWord| {
            word.text.chars().all(char::is_alphabetic)
                && !matches!(word.text.as_str(), "than" | "of" | "and" | "or" | "to")
        };
        let rest: Vec<&HeardWord> = rest.collect();
        leads && (1..=3).contains(&rest.len()) && rest.into_iter().all(plain)
    };
    let listed =
        |one: &usize| matches!(text(words, *one), "more" | "fewer" | "less") && alone(*one);
    listed(&at) && (0..words.len()).filter(listed).count() > 1
}

/// `more visitors each year`, and not `more than 700 arrests each month`.
fn of_every_stretch(words: &[HeardWord], at: usize) -> bool {
    let reach = at + 2..words.len().min(at + 5);
    let mut near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    text(words, at + 1) != "than"
        && near.any(|one| {
            matches!(text(words, one), "each" | "every")
                && HeardStretch::of(text(words, one + 1)).is_some()
        })
}

/// `has gained dairy herds since 2018`
fn is_since(words: &[HeardWord], at: usize) -> bool {
    let reach = at + 2..words.len().min(at + 5);
    let mut near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    let plain = |at: usize| text(words, at).chars().all(char::is_alphabetic);
    near.find(|one| text(words, *one) == "since")
        .is_some_and(|since| (at + 1..since).all(|at| plain(at) && text(words, at) != "its"))
}

/// `has been cut`, and not `was cut off`.
fn was_cut(words: &[HeardWord], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| text(words, before));
    // `149,000 tonnes of wheat were cut`
    let by = matches!(text(words, at + 1), "to" | "by" | "from" | "sharply" | "again");
    let counted = (at.saturating_sub(6)..at)
        .any(|at| text(words, at).starts_with(|letter: char| letter.is_ascii_digit()));
    matches!(before, "was" | "were" | "been" | "being")
        && !matches!(text(words, at + 1), "off" | "short")
        && (by || !counted)
}

/// `above the level of 2019`, `below its 2019 level`, `below those of 2018/19`.
fn is_of_a_level(words: &[HeardWord], at: usize) -> bool {
    let reach = at + 1..words.len().min(at + 7);
    let near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    let near: Vec<&str> = near.map(|one| text(words, one)).collect();
    let year = |word: &&str| {
        word.starts_with(['1', '2'])
            && word.split(['/', '-', '–']).next().is_some_and(|year| year.len() == 4)
            && word.starts_with(|first: char| first.is_ascii_digit())
            && !word.contains([',', '.'])
    };
    const LEVELS: [&str; 13] = [
        "level", "levels", "figure", "total", "those", "that", "what", "peak", "mark", "count",
        "high", "low", "number",
    ];
    let first = near.first().is_some_and(|first| {
        LEVELS.contains(first) || matches!(*first, "the" | "its" | "their") || year(first)
    });
    first && near.iter().any(year) && near.iter().any(|word| LEVELS.contains(word))
}

/// `was unchanged`, `remained flat`.
pub(super) fn levels(words: &[HeardWord]) -> Vec<Heard> {
    let level = |at: &usize| {
        let before = at.checked_sub(1).map_or("", |before| text(words, before));
        let hardly = match text(words, *at) {
            "changed" | "altered" | "moved" | "budged" => {
                matches!(before, "barely" | "hardly" | "scarcely" | "little")
                    || before == "much" && *at > 1 && text(words, *at - 2) == "not"
            }
            "change" => matches!(before, "little" | "no" | "scant") && text(words, at + 1) != "to",
            _ => false,
        };
        let same =
            matches!(before, "stayed" | "remained" | "much" | "kept") && text(words, *at) == "the";
        if hardly || same && text(words, at + 1) == "same" {
            return true;
        }
        let verb = matches!(
            before,
            "was"
                | "were"
                | "remained"
                | "stayed"
                | "held"
                | "been"
                | "broadly"
                | "largely"
                | "almost"
                | "virtually"
                | "roughly"
                | "fairly"
                | "pretty"
                | "is"
                | "are"
                | "remain"
                | "remains"
        );
        verb && matches!(text(words, *at), "unchanged" | "flat" | "stable" | "steady" | "constant")
    };
    let places = (0..words.len()).filter(level);
    let heard = places.map(|at| {
        let here = found(words, at..at + 1, HeardSense::Level);
        // `hardly changed` denies nothing
        let lead = at.checked_sub(1).map_or("", |before| text(words, before));
        let hardly = matches!(lead, "barely" | "hardly" | "scarcely" | "little" | "much");
        Heard { denied: here.denied && !hardly, ..here }
    });
    heard.collect()
}

/// `fewer visits than in 2019`, and not `fewer than 300`.
fn compares(words: &[HeardWord], at: usize) -> bool {
    // `more slowly than in 2023`
    if text(words, at + 1).ends_with("ly") {
        return false;
    }
    let reach = at + 1..words.len().min(at + 14);
    let mut near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    near.find(|one| text(words, *one) == "than").is_some_and(|than| {
        let after = text(words, than + 1);
        let ago = (matches!(after, "a" | "the") || is_number_word(after))
            && HeardStretch::of(text(words, than + 2).trim_end_matches('s')).is_some()
            && text(words, than + 3) == "ago";
        let date = after.len() == 4 && after.bytes().all(|byte| byte.is_ascii_digit())
            || crate::figure::MONTHS.contains(&after);
        let shifted = matches!(after, "the" | "a")
            && HeardStretch::of(text(words, than + 2)).is_some()
            && matches!(text(words, than + 3), "before" | "earlier" | "previously")
            || after == "the" && text(words, than + 2) == "previous";
        // without a date it may be said of any of them
        let year = |word: &HeardWord| word.text.bytes().take_while(u8::is_ascii_digit).count() == 4;
        let newest = |word: &HeardWord| matches!(word.text.as_str(), "latest" | "last");
        let shifted = shifted && words.iter().any(|word| year(word) || newest(word));
        // `than it began`
        let began = matches!(after, "it" | "they")
            && matches!(text(words, than + 2), "began" | "started" | "opened");
        let those =
            matches!(after, "that" | "those") && matches!(text(words, than + 2), "of" | "in");
        let ends =
            those || after == "at" && matches!(text(words, than + 2), "the" | "end" | "start");
        date || ago
            || shifted
            || began
            || ends
            || matches!(after, "before" | "during")
            || after == "in" && text(words, than + 2) != "any"
    })
}

/// `no visits`, `none of the visits`.
pub(super) fn nothing(words: &[HeardWord]) -> Vec<Heard> {
    let mut list = Vec::new();
    for at in 0..words.len() {
        let next = text(words, at + 1);
        let none = match (text(words, at), next, text(words, at + 2)) {
            ("not", "a", "single") | ("not", "even", "one") => 3,
            // `one referral is not one person`
            ("not", "one", _) if words[at].pause > Pause::Nothing => 2,
            ("no" | "zero", "" | "more" | "fewer" | "less" | "one" | "longer" | "other", _) => 0,
            ("no" | "zero", ..) => 1,
            ("none", ..) => usize::from(says_nothing_else(words, at)),
            _ => 0,
        };
        if none > 0 && at + none <= words.len() {
            let here = Heard { denied: false, ..found(words, at..at + none, HeardSense::None) };
            list.push(here);
        }
    }
    list
}

/// `none of the visits was counted in 2020` says that there was none; `none of them was counted
/// twice` says something of those there are.
fn says_nothing_else(words: &[HeardWord], at: usize) -> bool {
    const COUNTED: [&str; 9] =
        ["counted", "recorded", "registered", "reported", "made", "seen", "found", "there", "at"];
    let rest: Vec<&str> = (at + 1..words.len())
        .take_while(|one| words[*one].pause == Pause::Nothing)
        .map(|one| text(words, one))
        .collect();
    let verb = rest.iter().position(|word| matches!(*word, "was" | "were" | "is" | "are"));
    let after = verb.map_or(&rest[..], |verb| &rest[verb + 1..]);
    // `late` is a date only before one: `late 2020`.
    let ends_late = matches!(after.last(), Some(&"late" | &"early"));
    let then = after.iter().find(|word| !COUNTED.contains(word));
    verb.is_none()
        || !ends_late && then.is_none_or(|word| *word == "all" || dates_follow(word) == Some(true))
}

/// The way that the words before a number say, which stands after `by`: `cut landfill by half`.
pub(super) fn way_before(words: &[HeardWord], at: usize) -> Option<Way> {
    const CUTS: [&str; 6] = ["cut", "cuts", "reduced", "reduces", "lowered", "lost"];
    let before = (at.saturating_sub(9)..at).rev();
    let mut near = before.take_while(|one| words[one + 1].pause == Pause::Nothing);
    near.find_map(|one| {
        let word = text(words, one);
        match word {
            "up" => Some(Up),
            "down" => Some(Down),
            _ if CUTS.contains(&word) => Some(Down),
            _ => way_of(word),
        }
    })
}

/// `most adults`, `a majority`: is it more than half, or less?
pub(super) fn portions(words: &[HeardWord]) -> Vec<Heard> {
    let mut list = Vec::new();
    for at in 0..words.len() {
        let before = at.checked_sub(1).map_or("", |before| text(words, before));
        let way = match text(words, at) {
            "most"
                if !(matches!(before, "the" | "at" | "second" | "third")
                    || words[at].pause == Pause::Sentence && is_most_since(words, at)) =>
            {
                Some(Up)
            }
            "majority" => Some(Up),
            "minority" => Some(Down),
            _ => None,
        };
        list.extend(way.map(|way| found(words, at..at + 1, HeardSense::Portion(way))));
    }
    list
}
