//! Which caveats of a number a sentence says in words of its own.

use super::heard::{HeardWord, SaidCaveat};

/// Does a sentence name the caveat, and not deny it: `a provisional`, but not `no longer
/// provisional` nor `more than expected`? Looser words such as `may` and `small` name none: a month
/// and a village would take the caveat away.
pub fn names_caveat(words: &[HeardWord], caveat: SaidCaveat) -> bool {
    const DENIALS: [&str; 9] =
        ["not", "no", "longer", "non", "never", "without", "than", "as", "previously"];
    let says = |some: &[&str]| {
        words.iter().enumerate().any(|(at, word)| {
            let denied = at > 0 && DENIALS.contains(&words[at - 1].text.as_str());
            some.contains(&word.text.as_str()) && !denied
        })
    };
    match caveat {
        SaidCaveat::Target => {
            says(&["target", "targets", "targeted", "aim", "aims", "aimed", "goal"])
        }
        SaidCaveat::Forecast => says(&[
            "forecast",
            "forecasts",
            "forecasted",
            "expected",
            "expects",
            "projected",
            "projection",
            "projections",
            "predicted",
            "predicts",
            "prediction",
        ]),
        SaidCaveat::Provisional => says(&["provisional", "provisionally", "preliminary"]),
        SaidCaveat::Estimate => {
            says(&["estimate", "estimates", "estimated", "estimation", "estimations"])
        }
        SaidCaveat::Unreliable => says(&["reliability", "unreliable", "uncertain", "indicative"]),
        SaidCaveat::Disputed => {
            let sayers = ["sources", "figures", "accounts", "counts", "estimates", "reports"];
            says(&["disputed", "contested", "disagree", "dispute"])
                || says(&sayers) && says(&["differ", "differing", "vary"])
        }
    }
}
