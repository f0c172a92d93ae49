//! What the key says of the signs that were drawn: the one table of what each means.

use super::hue::Hue;
use super::label::{Label, Says};
use super::layer::Layer;
use super::panel::Panel;
use super::sign::{Sign, Signs, Why};
use crate::locale::Language;

/// What the key says of a shape, or of several that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// The shapes that mean it, as samples.
    pub signs: Vec<Sign>,
    /// Or the colour of a layer that is called so.
    pub hue: Option<Hue>,
    /// In words, as a reader sees it.
    pub meaning: String,
}

/// What the key says: the same of a dot and a bar once, and a plain dot only where there are hollow
/// ones to tell it from.
pub fn key(language: &Language, drawn: &Signs) -> Vec<KeyEntry> {
    let mut signs = drawn.each();
    if !drawn.has(Sign::Hollow) {
        signs.retain(|(sign, _)| *sign != Sign::Exact);
    }
    let wide = signs.iter().map(|(sign, _)| *sign).find(|sign| WIDE.contains(sign));
    let mut key: Vec<KeyEntry> = Vec::new();
    for (sign, whys) in signs {
        let mut meaning = meaning(language, sign, &whys);
        if Some(sign) == wide && sign != Sign::Span {
            meaning = language.key.also(meaning, language.key.span());
        }
        match key.iter_mut().find(|entry| entry.meaning == meaning) {
            Some(entry) => entry.signs.push(sign),
            None => key.push(KeyEntry { signs: vec![sign], hue: None, meaning }),
        }
    }
    key
}

/// What the parts of a whole are called, where no label beside them says it.
pub fn key_of_parts(panel: &Panel) -> Vec<KeyEntry> {
    let named = |label: &Label| label.below.iter().any(|part| part.says == Says::Name);
    let stacks = panel.layers.iter().filter(|layer| layer.mark.traits().stacks);
    let unsaid = stacks.filter(|layer| {
        let last = layer.points.last().map(|point| &point.label);
        !layer.name.is_empty() && !last.is_some_and(named)
    });
    let entry = |layer: &Layer| KeyEntry {
        signs: Vec::new(),
        hue: Some(layer.hue),
        meaning: layer.name.clone(),
    };
    unsaid.map(entry).collect()
}

/// Shapes as wide as a period; the first of them says so.
const WIDE: [Sign; 5] =
    [Sign::Span, Sign::HollowSpan, Sign::RangeSpan, Sign::DashedSpan, Sign::TintedSpan];

fn meaning(language: &Language, sign: Sign, whys: &[Why]) -> String {
    let says = &language.key;
    let one = match sign {
        Sign::Exact => says.exact(),
        Sign::Range | Sign::RangeBar | Sign::RangeSpan | Sign::RangeAcross => says.range(),
        Sign::Interval | Sign::IntervalBar | Sign::IntervalAcross | Sign::IntervalBarAcross => {
            says.interval()
        }
        Sign::Change => says.change(),
        Sign::Span => says.span(),
        Sign::Band => says.band(),
        Sign::IntervalBand => says.interval_band(),
        Sign::Break => says.series_break(),
        Sign::Disputed | Sign::DisputedRange | Sign::DisputedBar => says.disputed(),
        Sign::Rival => says.rival(),
        Sign::RivalRange => says.rival_range(),
        Sign::Repeated => says.repeated(),
        Sign::Target => language.statuses.target(),
        Sign::Provisional | Sign::TintedBar | Sign::TintedSpan => language.statuses.provisional(),
        Sign::AtLeast
        | Sign::AtLeastBar
        | Sign::AtLeastAcross
        | Sign::AtLeastBarAcross
        | Sign::AtMost
        | Sign::AtMostBar
        | Sign::AtMostAcross
        | Sign::AtMostBarAcross
        | Sign::Hollow
        | Sign::HollowBar
        | Sign::HollowSpan
        | Sign::Dashed
        | Sign::DashedBar
        | Sign::DashedSpan => {
            let whys = whys.iter().map(|why| reason(language, *why));
            return whys.collect::<Vec<_>>().join(says.or());
        }
    };
    one.to_string()
}

fn reason(language: &Language, why: Why) -> String {
    match why {
        Why::Said(side) => language.small.side(side, String::new()).trim().to_string(),
        Why::WorkedOut => language.key.worked_out().to_string(),
        Why::Forecast => language.statuses.forecast().to_string(),
        Why::Provisional => language.statuses.provisional().to_string(),
    }
}
