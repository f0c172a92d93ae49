//! Words that say by themselves which way something went.

use memchr::memmem;

use crate::figure::Way::{self, Down, Up};

const UP: &str = "rise rises rose risen rising increase increases increased increasing \
    grow grows grew grown growing growth jump jumps jumped jumping leap leaps leapt leaped leaping \
    soar soars soared soaring surge surges surged surging climb climbs climbed climbing \
    rocketed rocketing skyrocketed skyrocketing spiked spiking swelled swollen expanded expanding \
    rebound rebounds rebounded rebounding recover recovers recovered recovering \
    bounced bouncing escalated escalating ballooned ballooning mushroomed";

const DOWN: &str = "fall falls fell fallen falling drop drops dropped dropping decrease decreases \
    decreased decreasing decline declines declined declining shrink shrinks shrank shrunk shrinking \
    contracted contracting slip slips slipped slipping slid slides sliding sank sink sinks sinking \
    dip dips dipped dipping slump slumps slumped slumping tumble tumbles tumbled tumbling \
    plunge plunges plunged plunging plummet plummets plummeted plummeting collapse collapses \
    collapsed collapsing halving dwindle dwindles dwindled dwindling ease eases eased easing ebbed \
    diminished diminishing dived nosedived receded receding waned waning subsided subsiding";

/// The way that a word says.
pub(super) fn way_of(word: &str) -> Option<Way> {
    let has = |list: &str| {
        let list = list.as_bytes();
        let ends = |at: usize| list.get(at + word.len()).is_none_or(|next| *next == b' ');
        let whole = |at: usize| (at == 0 || list[at - 1] == b' ') && ends(at);
        memmem::find_iter(list, word).any(whole)
    };
    match () {
        () if has(UP) => Some(Up),
        () if has(DOWN) => Some(Down),
        () => None,
    }
}

/// The way that a rate of change itself went, where a word says so: `growth slowed`.
pub fn pace_of(word: &str) -> Option<Way> {
    match word {
        "quickened" | "quickens" | "quickening" | "accelerated" | "accelerates"
        | "accelerating" => Some(Up),
        "slowed" | "slows" | "slowing" | "cooled" | "cools" | "cooling" | "moderated"
        | "decelerated" => Some(Down),
        _ => None,
    }
}

/// The side of a balance that a word names: a surplus lies above zero, a deficit below.
pub fn side_of_a_balance(word: &str) -> Option<Way> {
    match word {
        "surplus" | "surpluses" | "profit" | "profits" | "profitable" => Some(Way::Up),
        "deficit" | "deficits" | "shortfall" | "gap" | "loss" | "losses" => Some(Way::Down),
        _ => None,
    }
}

/// Whether a word says what adds to a balance or what takes from it: exports and imports, those who come
/// and those who leave.
pub fn flow_of(word: &str) -> Option<Way> {
    match word {
        "export" | "exports" | "exported" | "sold" | "sells" | "sell" | "arrived" | "arrivals"
        | "came" | "come" | "joined" | "immigrants" | "immigration" | "earned" | "earns"
        | "births" | "born" => Some(Way::Up),
        "import" | "imports" | "imported" | "bought" | "buys" | "buy" | "left" | "departed"
        | "departures" | "emigrants" | "emigration" | "leave" | "spent" | "spends" | "deaths"
        | "died" => Some(Way::Down),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_movement_say_one_way() {
        for word in UP.split_whitespace() {
            assert_eq!(way_of(word), Some(Up), "{word}");
        }
        for word in DOWN.split_whitespace() {
            assert_eq!(way_of(word), Some(Down), "{word}");
        }
        for word in
            ["visits", "changed", "cut", "gained", "rose-tinted", "ease rise", "", "creased"]
        {
            assert_eq!(way_of(word), None, "{word}");
        }
    }
}
