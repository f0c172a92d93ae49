//! The shapes that occur in a chart, and what each means.

use super::board::Claims;
use super::desk::Desk;
use crate::chart::layer::{Layer, Point};
use crate::chart::mark::Mark;
use crate::chart::sign::{KeyEntry, Sign};
use crate::figure::{Quantity, Way};

/// Explains only what occurs, and the same of a dot and a bar once; a plain dot only where there are
/// hollow ones to tell it from.
pub fn key(desk: &Desk, layers: &[&Layer], claims: &[&Claims], has_breaks: bool) -> Vec<KeyEntry> {
    let mut signs: Vec<Sign> = Vec::new();
    let (mut dots, mut bars, mut spans) = <(Hollow, Hollow, Hollow)>::default();
    for layer in layers {
        let seen = match layer.mark {
            Mark::Bars => &mut bars,
            Mark::Spans => &mut spans,
            Mark::Line | Mark::Points | Mark::Change => &mut dots,
        };
        for (point, banded) in layer.points.iter().zip(layer.banded()) {
            let about = point.quantity.is_rough();
            let hollow = point.derived || about;
            seen.about |= about && !point.derived;
            seen.derived |= point.derived;
            match (banded, &point.quantity) {
                (true, Quantity::Range { .. }) => signs.push(Sign::Band),
                (true, _) => signs.push(Sign::IntervalBand),
                (false, _) => signs.extend(signs_of(layer.mark, point, hollow)),
            }
        }
        if layer.connector.is_some() {
            signs.push(Sign::Change);
        }
    }
    for figure in claims.iter().flat_map(|claims| claims.figures()) {
        let figure = desk.data.figure(figure);
        let Some(quantity) = figure.quantity() else { continue };
        let about = quantity.is_rough();
        dots.about |= about && !figure.is_derived();
        dots.derived |= figure.is_derived();
        signs.extend(across(quantity, about || figure.is_derived()).into_iter().flatten());
        signs.extend(figure.status.is_forecast().then_some(Sign::Forecast));
    }
    if has_breaks {
        signs.push(Sign::Break);
    }
    signs.sort();
    signs.dedup();
    if !signs.contains(&Sign::Hollow) {
        signs.retain(|sign| *sign != Sign::Exact);
    }
    let wide = signs.iter().copied().find(|sign| WIDE.contains(sign));
    let text = |sign| {
        let text = match sign {
            Sign::Hollow => dots.meaning(),
            Sign::HollowBar => bars.meaning(),
            Sign::HollowSpan => spans.meaning(),
            other => meaning(other),
        };
        match Some(sign) == wide && sign != Sign::Span {
            true => format!("{text}, {}", meaning(Sign::Span)),
            false => text.to_string(),
        }
    };
    let mut key: Vec<KeyEntry> = Vec::new();
    for sign in signs {
        let meaning = text(sign);
        match key.iter_mut().find(|entry| entry.meaning == meaning) {
            Some(entry) => entry.signs.push(sign),
            None => key.push(KeyEntry { signs: vec![sign], meaning }),
        }
    }
    key
}

/// Shapes as wide as a period; the first of them says so.
const WIDE: [Sign; 3] = [Sign::Span, Sign::HollowSpan, Sign::RangeSpan];

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

/// What stands for a claim.
fn across(quantity: &Quantity, hollow: bool) -> [Option<Sign>; 2] {
    let sign = match quantity {
        Quantity::Range { .. } => Some(Sign::RangeAcross),
        Quantity::Interval(_) => Some(Sign::IntervalAcross),
        Quantity::One { side, .. } => match side.open() {
            Some(Way::Up) => Some(Sign::AtLeastAcross),
            Some(Way::Down) => Some(Sign::AtMostAcross),
            None => (!hollow).then_some(Sign::Exact),
        },
    };
    [sign, hollow.then_some(Sign::Hollow)]
}

fn signs_of(mark: Mark, point: &Point, hollow: bool) -> Vec<Sign> {
    let mut signs = match (&point.quantity, mark) {
        (Quantity::One { side, .. }, _) => one_number(mark, side.open(), hollow),
        (Quantity::Range { .. }, Mark::Spans) => vec![Sign::RangeSpan],
        (Quantity::Range { .. }, _) => vec![Sign::Range],
        (Quantity::Interval(_), Mark::Bars) => vec![Sign::IntervalBar],
        (Quantity::Interval(_), Mark::Spans) => vec![Sign::Span, Sign::Interval],
        (Quantity::Interval(_), _) => vec![Sign::Interval],
    };
    if hollow {
        signs.push(match mark {
            Mark::Bars => Sign::HollowBar,
            Mark::Spans => Sign::HollowSpan,
            Mark::Line | Mark::Points | Mark::Change => Sign::Hollow,
        });
    }
    if point.forecast {
        signs.push(match mark {
            Mark::Bars | Mark::Spans => Sign::ForecastBar,
            Mark::Line | Mark::Points | Mark::Change => Sign::Forecast,
        });
    }
    if point.provisional {
        signs.push(Sign::Provisional);
    }
    signs
}

fn one_number(mark: Mark, open: Option<Way>, hollow: bool) -> Vec<Sign> {
    match (open, mark) {
        (Some(Way::Up), Mark::Bars) => vec![Sign::AtLeastBar],
        (Some(Way::Up), Mark::Spans) => vec![Sign::Span, Sign::AtLeastBar],
        (Some(Way::Up), _) => vec![Sign::AtLeast],
        (Some(Way::Down), Mark::Bars) => vec![Sign::AtMostBar],
        (Some(Way::Down), Mark::Spans) => vec![Sign::Span, Sign::AtMostBar],
        (Some(Way::Down), _) => vec![Sign::AtMost],
        (None, Mark::Bars) => Vec::new(),
        (None, _) if hollow => Vec::new(),
        (None, Mark::Spans) => vec![Sign::Span],
        (None, Mark::Line | Mark::Points | Mark::Change) => vec![Sign::Exact],
    }
}

fn meaning(sign: Sign) -> &'static str {
    match sign {
        Sign::Exact => "exact",
        Sign::Hollow | Sign::HollowBar | Sign::HollowSpan => "about",
        Sign::AtLeast | Sign::AtLeastBar | Sign::AtLeastAcross => "at least",
        Sign::AtMost | Sign::AtMostBar | Sign::AtMostAcross => "at most",
        Sign::Range | Sign::RangeSpan | Sign::RangeAcross => "range as stated",
        Sign::Interval | Sign::IntervalBar | Sign::IntervalAcross => {
            "estimate with its stated interval"
        }
        Sign::Forecast | Sign::ForecastBar => "forecast",
        Sign::Provisional => "provisional",
        Sign::Change => "change as stated, not values in between",
        Sign::Span => "from the first to the last day of its period",
        Sign::Band => "ranges as stated, one after the other",
        Sign::IntervalBand => "estimates with their stated intervals",
        Sign::Break => "break: not comparable across it",
    }
}
