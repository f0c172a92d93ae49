//! What people write for a nature, and what they may mean by it.

use crate::figure::Nature;
use crate::locale::EN_GB;
use crate::nearest::nearest;

use Nature::{Change, Flow, Growth, Net, Rate, Ratio, Share, Stock};

/// Other words for natures, each with those it may be.
const OTHERS: &[(&[&str], &[Nature])] = &[
    (
        &[
            "count",
            "counts",
            "number",
            "numbers",
            "total",
            "totals",
            "sum",
            "quantity",
            "cumulative",
        ],
        &[Flow, Stock],
    ),
    (&["amount", "money", "value", "spending"], &[Flow, Stock, Net]),
    (&["level", "population", "snapshot", "headcount", "census", "point"], &[Stock]),
    (&["event", "events", "cases"], &[Flow]),
    (&["average", "mean", "median"], &[Rate, Ratio]),
    (
        &["percent", "percentage", "per cent", "%", "proportion", "fraction"],
        &[Share, Growth, Change],
    ),
    (&["index", "price", "score", "temperature", "density"], &[Ratio]),
    (&["inflation", "growth rate", "percentage growth"], &[Growth]),
    (&["increase", "decrease", "rise", "fall", "difference"], &[Change, Growth, Net]),
    (&["balance", "deficit", "surplus", "net flow", "migration"], &[Net]),
    (&["target", "forecast"], &[Flow, Stock]),
];

/// What to write instead of a word that is no nature.
pub fn nature_hint(word: &str) -> String {
    let word = word.trim().to_lowercase();
    let said = OTHERS.iter().find(|(words, _)| words.contains(&word.as_str()));
    let told = |nature: &Nature| format!("`{}` for {}", nature.word(), nature.about());
    let all = |natures: &[Nature]| {
        let told: Vec<String> = natures.iter().map(told).collect();
        format!("write {}", EN_GB.choice(&told))
    };
    match (said, nearest(&word, Nature::ALL.into_iter().map(Nature::word))) {
        (Some((_, natures)), _) => all(natures),
        (None, Some(near)) => format!("write `{near}`"),
        (None, None) => all(&Nature::ALL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_nature_leads_to_those_it_may_be() {
        let count = nature_hint("Count");
        assert_eq!(
            count,
            "write `flow` for a count over the whole period or `stock` for a level at a date"
        );
        assert_eq!(
            nature_hint("inflation"),
            "write `growth` for a published rate of change in percent, on a stated base"
        );
        assert_eq!(nature_hint("stok"), "write `stock`");
        assert!(nature_hint("blue").contains("`net` for"));
        for (words, natures) in OTHERS {
            assert!(!natures.is_empty());
            assert!(words.iter().all(|word| Nature::parse(word).is_none()), "{words:?}");
        }
    }
}
