//! What the key says of the signs that were drawn: the one table of what each means.

use super::sign::{Sign, Signs, Why};

/// What the key says of a shape, or of several that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    pub signs: Vec<Sign>,
    pub meaning: String,
}

/// What the key says: the same of a dot and a bar once, and a plain dot only where there are hollow
/// ones to tell it from.
pub fn key(drawn: &Signs) -> Vec<KeyEntry> {
    let mut signs = drawn.each();
    if !drawn.has(Sign::Hollow) {
        signs.retain(|(sign, _)| *sign != Sign::Exact);
    }
    let wide = signs.iter().map(|(sign, _)| *sign).find(|sign| WIDE.contains(sign));
    let mut key: Vec<KeyEntry> = Vec::new();
    for (sign, whys) in signs {
        let mut meaning = meaning(sign, &whys);
        if Some(sign) == wide && sign != Sign::Span {
            meaning = format!("{meaning}, {AS_WIDE}");
        }
        match key.iter_mut().find(|entry| entry.meaning == meaning) {
            Some(entry) => entry.signs.push(sign),
            None => key.push(KeyEntry { signs: vec![sign], meaning }),
        }
    }
    key
}

/// Shapes as wide as a period; the first of them says so.
const WIDE: [Sign; 5] =
    [Sign::Span, Sign::HollowSpan, Sign::RangeSpan, Sign::DashedSpan, Sign::TintedSpan];
const AS_WIDE: &str = "from the first to the last day of its period";

fn meaning(sign: Sign, whys: &[Why]) -> String {
    let one = match sign {
        Sign::Exact => "exact",
        Sign::Range | Sign::RangeSpan | Sign::RangeAcross => "range as stated",
        Sign::Interval | Sign::IntervalBar | Sign::IntervalAcross => {
            "estimate with its stated interval"
        }
        Sign::Change => "change as stated, not values in between",
        Sign::Span => AS_WIDE,
        Sign::Band => "ranges as stated, one after the other",
        Sign::IntervalBand => "estimates with their stated intervals",
        Sign::Break => "break: not comparable across it",
        Sign::Provisional | Sign::TintedBar | Sign::TintedSpan => "provisional",
        Sign::AtLeast
        | Sign::AtLeastBar
        | Sign::AtLeastAcross
        | Sign::AtMost
        | Sign::AtMostBar
        | Sign::AtMostAcross
        | Sign::Hollow
        | Sign::HollowBar
        | Sign::HollowSpan
        | Sign::Dashed
        | Sign::DashedBar
        | Sign::DashedSpan => {
            return whys.iter().map(|why| reason(*why)).collect::<Vec<_>>().join(", or ");
        }
    };
    one.to_string()
}

fn reason(why: Why) -> String {
    match why {
        Why::Said(side) => side.plain("").trim_end().to_string(),
        Why::WorkedOut => "worked out".to_string(),
        Why::Forecast => "forecast".to_string(),
        Why::Provisional => "provisional".to_string(),
    }
}
