//! Words that claim something of numbers, whether or not anybody here can hold it against them.

use std::ops::Range;

use super::heard::{Heard, HeardSense, HeardText};

/// Which way numbers went, how far, and how they stand to others.
const CLAIMS: &str = "worsened worsens worsening worse deteriorated deteriorates deteriorating \
    improved improves improving lengthened lengthens lengthening shortened shortens shortening \
    deepened deepens deepening widened widens widening narrowed narrows narrowing thinned thinning \
    emptied emptying deserted outpaced outpaces outpacing outstripped outstrips outnumbered outnumber \
    outnumbers overtook overtakes overtaken overtaking exceeded exceeds exceed exceeding eclipsed \
    eclipses surpassed surpasses surpassing topped tops trailed trails trailing lagged lags lagging \
    outperformed outperforms dominated dominates plateaued stalled stalls stagnated stagnates \
    stabilised stabilises steadied flattened flattens fluctuated fluctuates seesawed reversed reverses \
    regained regains erased erases erasing vanished vanishes disappeared disappears eroded erodes \
    drifted drifts swung swings averaged averages averaging accelerated accelerates accelerating \
    slowed slows slowing quickened quickens equalled equals matched matches mirrored mirrors converged \
    converges diverged diverges unprecedented double doubles doubling triple triples \
    tripling quadrupled quadruples halved halves halving trebled trebles outweighed outweighs offset \
    offsets spared escaped bucked bucks tailed snapped snaps extends extended \
    rallied rallies sagged sags crashed crashes boomed booms strengthened strengthens weakened weakens \
    nudged crept creeps inched inches edged edges picked levelled stuck worst best busier quieter \
    dwarfed dwarfs zigzags zigzagged clawed claws";

/// How often, of a thing that happens in time.
const OFTEN: &str = "never always consistently invariably steadily repeatedly seldom rarely continually continuously";

/// Words in `-est` that are no superlative, and those that say only when.
const NO_SUPERLATIVES: &str = "latest nearest interest forest rest test west request requests quest \
    harvest guest arrest protest invest suggest contest honest modest manifest conquest digest vest \
    nest chest crest zest pest divest detest attest behest earliest northwest southwest midwest \
    unrest inquest bequest tempest infest ingest molest arrest priest oldest youngest newest eldest";

fn word(text: &HeardText, at: usize) -> &str {
    text.words.get(at).map_or("", |word| word.text.as_str())
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// The words of a text that claim something of numbers. Numbers themselves are none.
pub fn claims(text: &HeardText) -> Vec<Range<usize>> {
    let heard = text.heard.iter().filter(|one| match &one.says {
        HeardSense::Moves(_) | HeardSense::Extreme(..) | HeardSense::Steepest(..) => true,
        HeardSense::Level => true,
        HeardSense::Number(_)
        | HeardSense::Whole(_)
        | HeardSense::None
        | HeardSense::Portion(_) => false,
    });
    let heard = heard.filter(|one| !one.denied && !is_a_name(text, one.words.start));
    let mut found: Vec<Range<usize>> = heard.map(|one| one.words.clone()).collect();
    for (at, word) in text.words.iter().enumerate() {
        let word = word.text.as_str();
        let superlative = word.len() > 4 && word.ends_with("est") && !has(NO_SUPERLATIVES, word);
        let claims = superlative
            || has(CLAIMS, word) && !passes_a_number(text, at)
            || has(OFTEN, word)
            || multiplies(text, at)
            || compares(text, at);
        if claims && !found.iter().any(|known| known.contains(&at)) {
            found.push(at..at + 1);
        }
    }
    found.sort_by_key(|one| one.start);
    found
}

/// `this rise`, `early growth`: what is spoken of, and no claim that there was one; `broken down`.
fn is_a_name(text: &HeardText, at: usize) -> bool {
    const NOUNS: &str =
        "rise rises growth fall falls increase increases decline declines drop drops dip dips";
    let word = |at: usize| word(text, at);
    let before = at.checked_sub(1).map_or("", word);
    const LEADS: &str =
        "this that these those such early late recent further any which what its their";
    has(NOUNS, word(at)) && has(LEADS, before)
        || matches!(before, "broken" | "break" | "breaks" | "set" | "made" | "sum" | "sums" | "add")
            && matches!(word(at), "down" | "up")
}

/// `topped 10 million`: its number is held as a bound.
fn passes_a_number(text: &HeardText, at: usize) -> bool {
    const PASSED: &str =
        "topped tops exceed exceeds exceeded surpassed surpasses averaged averages";
    let number = |one: &Heard| {
        matches!(one.says, HeardSense::Number(_)) && (at + 1..at + 4).contains(&one.words.start)
    };
    has(PASSED, &text.words[at].text) && text.heard.iter().any(number)
}

/// `twice as many`; not `counted twice`.
fn multiplies(text: &HeardText, at: usize) -> bool {
    let word = |at: usize| word(text, at);
    matches!(word(at), "twice" | "thrice") && matches!(word(at + 1), "as" | "the" | "its" | "their")
}

/// `deeper than in 2019`, `more visits than`; no number: `more than 300`.
fn compares(text: &HeardText, at: usize) -> bool {
    let word = |at: usize| word(text, at);
    let own = word(at);
    let comparative = matches!(own, "more" | "less" | "fewer")
        || own.len() > 4 && own.ends_with("er") && !matches!(own, "rather" | "other");
    let number = |at: usize| {
        let near = |one: &Heard| (at..at + 2).contains(&one.words.start);
        text.heard.iter().any(|one| matches!(one.says, HeardSense::Number(_)) && near(one))
    };
    let than = (at + 1..at + 5).find(|at| word(*at) == "than");
    let dated = |at: usize| matches!(word(at), "in" | "during" | "on" | "at" | "since" | "by");
    comparative && than.is_some_and(|than| dated(than + 1) || !number(than + 1))
}

#[cfg(test)]
mod tests {
    use super::super::sentence::sentence;
    use super::*;

    fn claimed(text: &str) -> Vec<String> {
        let heard = sentence(text);
        let word = |at: usize| heard.words[at].text.clone();
        claims(&heard)
            .into_iter()
            .map(|words| words.map(word).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn words_of_growth_rank_and_comparison_claim_something() {
        for (text, words) in [
            ("Delays worsened and queues lengthened", vec!["worsened", "lengthened"]),
            ("Visits rose to their highest", vec!["rose", "highest"]),
            ("The emptiest year, never so quiet", vec!["emptiest", "never"]),
            ("Deeper than in 2019", vec!["deeper"]),
            ("Twice as many as in 2019", vec!["twice"]),
        ] {
            assert_eq!(claimed(text), words, "{text}");
        }
    }

    #[test]
    fn what_only_sounds_alike_claims_nothing() {
        for text in [
            "Arrests in the latest year",
            "More than 300 visits",
            "A person may be counted twice",
            "Figures cannot be broken down by month",
            "They cannot show whether the number grew",
            "Officials also gave this rise",
            "Reports topped 10 million",
            "The forest west of the guest house",
        ] {
            assert_eq!(claimed(text), Vec::<String>::new(), "{text}");
        }
    }
}
