//! The shapes that occur in a chart, and what each means.

use crate::chart::{Layer, Mark, Point, Sign};
use crate::figure::Quantity;

/// Explains only what occurs; a plain dot only where there are hollow ones to tell it from.
pub fn key(layers: &[&Layer], has_breaks: bool) -> Vec<(Sign, String)> {
    let mut signs: Vec<Sign> = Vec::new();
    let (mut dots, mut bars) = (Hollow::default(), Hollow::default());
    for layer in layers {
        let seen = if layer.mark == Mark::Bars { &mut bars } else { &mut dots };
        for point in &layer.points {
            let about = matches!(point.quantity, Quantity::About(_));
            let hollow = point.derived || about;
            seen.about |= about && !point.derived;
            seen.derived |= point.derived;
            signs.extend(signs_of(layer.mark, point, hollow));
        }
        if layer.connector.is_some() {
            signs.push(Sign::Change);
        }
    }
    if has_breaks {
        signs.push(Sign::Break);
    }
    signs.sort();
    signs.dedup();
    if !signs.contains(&Sign::Hollow) {
        signs.retain(|sign| *sign != Sign::Exact);
    }
    let text = |sign| match sign {
        Sign::Hollow => dots.meaning(),
        Sign::HollowBar => bars.meaning(),
        other => meaning(other),
    };
    signs.into_iter().map(|sign| (sign, text(sign).to_string())).collect()
}

/// Why some marks are hollow.
#[derive(Default)]
struct Hollow {
    about: bool,
    derived: bool,
}

impl Hollow {
    fn meaning(&self) -> &'static str {
        match (self.about, self.derived) {
            (true, true) => "about, or worked out",
            (true, false) => "about",
            _ => "worked out",
        }
    }
}

fn signs_of(mark: Mark, point: &Point, hollow: bool) -> Vec<Sign> {
    let bars = mark == Mark::Bars;
    let mut signs = match (&point.quantity, bars) {
        (Quantity::Range { .. }, _) => vec![Sign::Range],
        (Quantity::AtLeast(_), true) => vec![Sign::AtLeastBar],
        (Quantity::AtLeast(_), false) => vec![Sign::AtLeast],
        (Quantity::AtMost(_), true) => vec![Sign::AtMostBar],
        (Quantity::AtMost(_), false) => vec![Sign::AtMost],
        (Quantity::Interval(_), _) => vec![Sign::Interval],
        (Quantity::Exact(_), false) if !hollow => vec![Sign::Exact],
        _ => Vec::new(),
    };
    if hollow {
        signs.push(if bars { Sign::HollowBar } else { Sign::Hollow });
    }
    if point.forecast {
        signs.push(Sign::Forecast);
    }
    if point.provisional {
        signs.push(Sign::Provisional);
    }
    signs
}

fn meaning(sign: Sign) -> &'static str {
    match sign {
        Sign::Exact => "exact",
        Sign::Hollow | Sign::HollowBar => "about",
        Sign::AtLeast | Sign::AtLeastBar => "at least",
        Sign::AtMost | Sign::AtMostBar => "at most",
        Sign::Range => "range as stated",
        Sign::Interval => "estimate with its stated interval",
        Sign::Forecast => "forecast",
        Sign::Provisional => "provisional",
        Sign::Change => "change as stated, not values in between",
        Sign::Break => "break: not comparable across it",
    }
}
