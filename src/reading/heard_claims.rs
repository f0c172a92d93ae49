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
    converges diverged diverges twice thrice unprecedented double doubles doubling triple triples \
    tripling quadrupled quadruples halved halves halving trebled trebles outweighed outweighs offset \
    offsets spared escaped bucked bucks tailed snapped snaps ended extends extended \
    rallied rallies sagged sags crashed crashes boomed booms strengthened strengthens weakened weakens \
    nudged crept creeps inched inches edged edges picked levelled stuck worst best busier quieter";

/// How often, of a thing that happens in time.
const OFTEN: &str =
    "never always consistently invariably steadily repeatedly seldom rarely continually continuously";

/// Words in `-est` that are no superlative, and those that say only when.
const NO_SUPERLATIVES: &str = "latest nearest interest forest rest test west request requests quest \
    harvest guest arrest protest invest suggest contest honest modest manifest conquest digest vest \
    nest chest crest zest pest request divest detest attest behest earliest northwest southwest midwest \
    unrest inquest bequest tempest infest ingest molest arrest priest oldest youngest newest eldest";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// The words of a text that claim something of numbers. Numbers themselves are none.
pub fn claims(text: &HeardText) -> Vec<Range<usize>> {
    let heard = text.heard.iter().filter(|one| match &one.says {
        HeardSense::Moves(_) | HeardSense::Extreme(..) | HeardSense::Steepest(..) => true,
        HeardSense::Level => true,
        HeardSense::Number(_) | HeardSense::Whole(_) | HeardSense::None | HeardSense::Portion(_) => {
            false
        }
    });
    let heard = heard.filter(|one| !one.denied && !is_a_name(text, one.words.start));
    let mut found: Vec<Range<usize>> = heard.map(|one| one.words.clone()).collect();
    for (at, word) in text.words.iter().enumerate() {
        let word = word.text.as_str();
        let superlative = word.len() > 4 && word.ends_with("est") && !has(NO_SUPERLATIVES, word);
        let claims = superlative || has(CLAIMS, word) || has(OFTEN, word) || compares(text, at);
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
    let word = |at: usize| text.words.get(at).map_or("", |word| word.text.as_str());
    let before = at.checked_sub(1).map_or("", word);
    const LEADS: &str = "this that these those such early late recent further any which what its their";
    has(NOUNS, word(at)) && has(LEADS, before)
        || matches!(before, "broken" | "break" | "breaks" | "set" | "made" | "sum" | "sums" | "add")
            && matches!(word(at), "down" | "up")
}

/// `deeper than in 2019`, `more visits than`; no number: `more than 300`.
fn compares(text: &HeardText, at: usize) -> bool {
    let word = |at: usize| text.words.get(at).map_or("", |word| word.text.as_str());
    let own = word(at);
    let comparative = matches!(own, "more" | "less" | "fewer")
        || own.len() > 4 && own.ends_with("er") && !matches!(own, "rather" | "other");
    let number = |at: usize| {
        let near = |one: &Heard| (at..at + 2).contains(&one.words.start);
        text.heard.iter().any(|one| matches!(one.says, HeardSense::Number(_)) && near(one))
    };
    let than = (at + 1..at + 5).find(|at| word(*at) == "than");
    comparative && than.is_some_and(|than| !number(than + 1))
}
