//! The axis of values: which range it shows and where its ticks lie. Ticks are exact decimals;
//! only positions are floating numbers.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::glyph::arrow::{ARROW, ARROW_ON_BAR};
use super::style::HEADROOM;
use super::unfit::Unfit;
use crate::chart::{Body, Layer, Panel, Point, Scale, Stand};
use crate::figure::{Quantity, UnitForm, Way};
use crate::locale::Language;

/// A range of values, linear or logarithmic, with its ticks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ValueAxis {
    /// The lowest and the highest value shown; on a log scale their logarithms.
    low: f64,
    high: f64,
    log: bool,
    pub ticks: Vec<ValueTick>,
    /// The tick the marks stand on: zero, or the lowest.
    pub base: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct ValueTick {
    pub value: f64,
    pub label: String,
}

/// A decimal as a position.
pub(super) fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

/// What a panel has to show.
#[derive(Clone, Copy, Debug)]
struct ValuesShown {
    min: Decimal,
    max: Decimal,
    /// How many decimals the numbers have.
    scale: u32,
}

/// How many steps a linear axis has at most, and how many ticks a log axis.
const STEPS: usize = 5;
const LOG_TICKS: usize = 10;
/// The pixels that a step, or a tick of a log axis, has at least.
const ROOM: f64 = 24.0;
/// Labels of ticks that are nearer than this touch.
const TOUCHING: f64 = 16.0;

impl ValueAxis {
    pub fn new(panel: &Panel, plot_height: f64, language: &Language) -> Result<ValueAxis, Unfit> {
        let say = |value| language.tick(panel.unit, value, panel.unit_told);
        let extent = ValuesShown::of(panel);
        let log = panel.scale == Scale::Log;
        let Some(all) = extent else {
            return Ok(ValueAxis::empty());
        };
        let extent = all.of_a_whole(panel);
        if log && extent.min <= Decimal::ZERO {
            return Err(Unfit::NotPositive { figure: lowest(panel) });
        }
        let room = ((plot_height / ROOM) as usize).max(2);
        let ticks = |more: (i64, i64)| {
            let values = if log {
                log_ticks(&extent, more.1, LOG_TICKS.min(room))
            } else {
                linear_ticks(panel.scale, &extent, more, STEPS.min(room))
            };
            ValueAxis::over((values, panel.unit), log, &all, say)
        };
        let axis = ticks((0, 0));
        let more = axis.short_of_room(panel, &extent, plot_height);
        if more == (0, 0) {
            return Ok(axis);
        }
        let mut roomy = ticks(more);
        // Where the next step would be zero, half of the way there.
        if panel.scale == Scale::Loose && more.0 > 0 && axis.low > 0.0 && roomy.low >= axis.low {
            roomy.low /= 2.0;
        }
        if panel.scale == Scale::Loose && more.1 > 0 && axis.high < 0.0 && roomy.high <= axis.high {
            roomy.high /= 2.0;
        }
        Ok(roomy)
    }

    /// Linear, and zero is not on it.
    pub fn leaves_out_zero(&self) -> bool {
        !self.log && (self.low > 0.0 || self.high < 0.0)
    }

    /// Which ticks have room in a plot of this height: all, or every second or third where their
    /// labels would touch. Zero stays.
    pub fn roomy(&self, plot_height: f64) -> impl Iterator<Item = bool> + use<> {
        let at = |tick: &ValueTick| self.share(tick.value) * plot_height;
        let at: Vec<f64> = self.ticks.iter().map(at).collect();
        let zero = self.ticks.iter().position(|tick| tick.value == 0.0).unwrap_or(0);
        let count = at.len();
        let kept = |every: usize| (zero % every..count).step_by(every);
        let apart = |every: &usize| {
            let pairs = kept(*every).zip(kept(*every).skip(1));
            pairs.into_iter().all(|(low, high)| at[high] - at[low] >= TOUCHING)
        };
        let every = (1..).find(apart).unwrap_or(1);
        (0..count).map(move |index| index % every == zero % every)
    }

    /// A linear axis from zero for these numbers, lying from left to right.
    pub fn across(
        numbers: impl Iterator<Item = Decimal>,
        panel: &Panel,
        language: &Language,
    ) -> ValueAxis {
        let mut extent = None;
        numbers.for_each(|number| ValuesShown::take(&mut extent, number));
        let Some(extent) = extent else { return ValueAxis::empty() };
        let values = linear_ticks(Scale::Linear, &extent, (0, 0), STEPS);
        let say = |value| language.tick(panel.unit, value, panel.unit_told);
        ValueAxis::over((values, panel.unit), false, &extent, say)
    }

    fn empty() -> ValueAxis {
        ValueAxis { low: 0.0, high: 1.0, log: false, ticks: vec![], base: 0.0 }
    }

    /// How many steps more the lowest and the highest marks need for their arrows and labels.
    fn short_of_room(&self, panel: &Panel, extent: &ValuesShown, plot_height: f64) -> (i64, i64) {
        let (mut below, mut above) = (0, 0);
        let whole = panel.unit.is_percent() && extent.max <= Decimal::ONE_HUNDRED;
        let floor = extent.min < Decimal::ZERO || self.leaves_out_zero();
        for layer in panel.layers.iter().chain(&panel.beside) {
            // The label of a part stands within it.
            let within = |point: &&Point| matches!(point.stand, Stand::OnParts(_));
            for point in layer.marks().filter(|point| !within(point)) {
                let numbers = point.quantity.numbers();
                let (Some(low), Some(high)) = (numbers.first(), numbers.last()) else { continue };
                let (up, down) = arrows(&point.quantity, layer.mark.traits().body);
                let lines = if point.label.below.is_empty() { 1.0 } else { 2.0 };
                let label = 4.0 + LABEL * lines;
                let over = (1.0 - self.share(float(*high))) * plot_height;
                if over + HEADROOM < label + up && !(whole && up == 0.0) {
                    above = 1;
                }
                if floor && self.share(float(*low)) * plot_height < label.min(20.0) + down {
                    below = 1;
                }
            }
        }
        (below, above)
    }

    fn over(
        (values, unit): (Vec<Decimal>, UnitForm),
        log: bool,
        extent: &ValuesShown,
        say: impl Fn(Decimal) -> String,
    ) -> ValueAxis {
        let place = |value: f64| if log { value.ln() } else { value };
        // £7.50, £10.00, £12.50
        let pence = unit.has_cents() && values.iter().any(|value| value.normalize().scale() > 0);
        let tick = |value: &Decimal| {
            let mut shown = value.normalize();
            if pence && !shown.is_zero() && shown.scale() < 2 {
                shown.rescale(2);
            }
            ValueTick { value: float(*value), label: say(shown) }
        };
        let ticks: Vec<ValueTick> = values.iter().map(tick).collect();
        let first = ticks.first().map_or(f64::INFINITY, |tick| tick.value);
        let last = ticks.last().map_or(f64::NEG_INFINITY, |tick| tick.value);
        let (low, high) = (first.min(float(extent.min)), last.max(float(extent.max)));
        let base = if !log && low < 0.0 && high >= 0.0 { 0.0 } else { low };
        ValueAxis { low: place(low), high: place(high), log, ticks, base }
    }

    /// How far up a value lies, from 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        let place = if self.log { value.ln() } else { value };
        (place - self.low) / (self.high - self.low)
    }

    /// The lowest and the highest value shown.
    pub fn shown(&self) -> Range<f64> {
        let value = |place: f64| if self.log { place.exp() } else { place };
        value(self.low)..value(self.high)
    }

    /// Is the value within what the axis shows?
    pub fn shows(&self, value: f64) -> bool {
        (-1e-9..=1.0 + 1e-9).contains(&self.share(value))
    }
}

impl Ranged for &ValueAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (start, end): (i32, i32)) -> i32 {
        (f64::from(start) + self.share(*value) * f64::from(end - start)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|tick| tick.value).collect()
    }

    fn range(&self) -> Range<f64> {
        self.shown()
    }
}

impl ValuesShown {
    fn take(extent: &mut Option<ValuesShown>, number: Decimal) {
        let own = ValuesShown { min: number, max: number, scale: number.normalize().scale() };
        *extent = Some(extent.map_or(own, |all| ValuesShown {
            min: all.min.min(own.min),
            max: all.max.max(own.max),
            scale: all.scale.max(own.scale),
        }));
    }

    /// Without what shares add up to beyond the whole of them, since each was rounded: the ticks end
    /// with the whole.
    fn of_a_whole(self, panel: &Panel) -> ValuesShown {
        let stacks = panel.layers.iter().any(|layer| layer.mark.traits().stacks);
        let each = || panel.layers.iter().flat_map(Layer::marks).map(|point| &point.quantity);
        let parts = || each().flat_map(Quantity::numbers).max() <= Some(Decimal::ONE_HUNDRED);
        match stacks && panel.unit.is_percent() && parts() {
            true => ValuesShown { max: self.max.min(Decimal::ONE_HUNDRED), ..self },
            false => self,
        }
    }

    fn of(panel: &Panel) -> Option<ValuesShown> {
        let mut extent: Option<ValuesShown> = None;
        let mut take = |number: Decimal| ValuesShown::take(&mut extent, number);
        for layer in panel.layers.iter().chain(&panel.beside) {
            layer.numbers().for_each(&mut take);
        }
        extent
    }
}

/// The pixels that an arrow takes above a mark, and below it.
fn arrows(quantity: &Quantity, body: Body) -> (f64, f64) {
    match (quantity.open(), body) {
        (None, _) => (0.0, 0.0),
        (Some(_), Body::Bar) if quantity.value().is_some_and(|value| value < Decimal::ZERO) => {
            (0.0, ARROW_ON_BAR)
        }
        (Some(_), Body::Bar) => (ARROW_ON_BAR, 0.0),
        (Some(Way::Up), _) => (ARROW, 0.0),
        (Some(Way::Down), _) => (0.0, ARROW),
    }
}

/// The height of a line of a label.
const LABEL: f64 = 15.0;

/// The figure with the lowest number.
fn lowest(panel: &Panel) -> String {
    let points = panel.layers.iter().flat_map(|layer| &layer.points);
    let low = |point: &&crate::chart::Point| point.quantity.numbers().into_iter().min();
    points.min_by_key(low).map(|point| point.figure.clone()).unwrap_or_default()
}

/// Round steps from zero, or from near the lowest value where the scale is loose, with `more`
/// steps below and above. Where it is loose and all values lie on one side of zero, so do they.
fn linear_ticks(
    scale: Scale,
    extent: &ValuesShown,
    more: (i64, i64),
    steps: usize,
) -> Vec<Decimal> {
    if scale == Scale::Loose && extent.max < Decimal::ZERO {
        let above = ValuesShown { min: -extent.max, max: -extent.min, scale: extent.scale };
        let ticks = linear_ticks(scale, &above, (more.1, more.0), steps);
        return ticks.into_iter().rev().map(|tick| -tick).collect();
    }
    let (mut min, mut max) = (extent.min, extent.max);
    let loose = scale == Scale::Loose && min > Decimal::ZERO;
    if !loose {
        (min, max) = (min.min(Decimal::ZERO), max.max(Decimal::ZERO));
    }
    let Some(step) = step(min, max, extent.scale, steps) else { return Vec::new() };
    let index = |number: Decimal, up: bool| {
        let share = number.checked_div(step)?;
        (if up { share.ceil() } else { share.floor() }).to_i64()
    };
    let (Some(first), Some(mut last)) = (index(min, false), index(max, true)) else {
        return Vec::new();
    };
    let mut first = if loose && first == last { first - 1 } else { first } - more.0;
    if loose {
        first = first.max(1);
    }
    last = last.max(first + 1) + more.1;
    (first..=last).filter_map(|n| step.checked_mul(Decimal::from(n))).collect()
}

/// 1, 2, 2.5 or 5 times a power of ten; no finer than the numbers themselves.
fn step(min: Decimal, max: Decimal, scale: u32, steps: usize) -> Option<Decimal> {
    let span = float(max) - float(min);
    let span = if span > 0.0 { span } else { float(max).abs() / 4.0 };
    let finest = Decimal::new(1, scale.min(28));
    if span == 0.0 {
        return Some(Decimal::ONE.min(finest).max(finest));
    }
    let raw = span / steps as f64;
    let power = raw.log10().floor() as i32;
    let sizes =
        [(10i64, power - 1), (20, power - 1), (25, power - 1), (50, power - 1), (10, power)];
    let steps = sizes.into_iter().filter_map(|(size, power)| scaled(size, power));
    let whole = |step: &Decimal| step.normalize().scale() <= scale;
    let mut fitting = steps.filter(|step| float(*step) >= raw * (1.0 - 1e-9)).filter(whole);
    fitting.next().or(Some(finest))
}

/// `digits` times ten to the `power`, where a decimal can hold it.
fn scaled(digits: i64, power: i32) -> Option<Decimal> {
    if power < 0 {
        return Decimal::try_new(digits, power.unsigned_abs()).ok();
    }
    let ten = Decimal::TEN;
    (0..power).try_fold(Decimal::from(digits), |product, _| product.checked_mul(ten))
}

/// Decades where the values span several; 1, 2, 5 within few; most whole numbers within one, and
/// round steps within less. `more` steps on top.
fn log_ticks(extent: &ValuesShown, more: i64, most: usize) -> Vec<Decimal> {
    let (min, max) = (extent.min, extent.max);
    let decades = float(max).log10() - float(min).log10();
    let digits: &[i64] = match decades {
        ..=0.0 => &[1, 2, 5],
        ..=1.0 => &[1, 2, 3, 4, 5, 6, 8],
        ..=1.5 => &[1, 2, 3, 5],
        ..=2.4 => &[1, 2, 5],
        _ => &[1],
    };
    let grid: Vec<Decimal> = (-28..29)
        .flat_map(|power| digits.iter().map(move |digit| (*digit, power)))
        .filter_map(|(digit, power)| scaled(digit, power))
        .collect();
    let first = grid.iter().rposition(|tick| *tick <= min).unwrap_or(0);
    let last = grid.iter().position(|tick| *tick >= max).unwrap_or(grid.len() - 1);
    let last = (last.max(first + 1) + more as usize).min(grid.len() - 1);
    let ticks = &grid[first..=last];
    if decades > 0.0 && decades < 0.5 {
        let fine = linear_ticks(Scale::Loose, extent, (0, more), STEPS.min(most));
        if fine.first().is_some_and(|tick| *tick > Decimal::ZERO) && fine.len() > ticks.len() {
            return fine;
        }
    }
    let every = ticks.len().div_ceil(most);
    ticks.iter().copied().step_by(every).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::fixtures;
    use crate::figure::Side;
    use proptest::prelude::*;

    fn axis(scale: Scale, numbers: &[&str]) -> Result<ValueAxis, Unfit> {
        let numbers = numbers.iter().map(|text| Side::Exact.of(text.parse().unwrap()));
        ValueAxis::new(&fixtures::panel(scale, numbers.collect()), 260.0, &crate::locale::EN_GB)
    }

    fn labels(scale: Scale, numbers: &[&str]) -> Vec<String> {
        axis(scale, numbers).unwrap().ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn linear_ticks_are_round_and_start_at_zero() {
        for (numbers, expected) in [
            (&["10384", "82109"][..], "0|20,000|40,000|60,000|80,000|100,000"),
            (&["83", "513"], "0|200|400|600"),
            (&["1", "2"], "0|1|2"),
            (&["0"], "0|1"),
            (&["0.001", "0.0035"], "0|0.001|0.002|0.003|0.004"),
            (&["-3", "4"], "−4|−2|0|2|4"),
            (&["-26", "-4"], "−30|−20|−10|0"),
            (&["900000", "1100000"], "0|250,000|500,000|750,000|1 million|1.25 million"),
            (&["1200000000"], "0|250 million|500 million|750 million|1 billion|1.25 billion"),
            (&["79228162514264337593543950335"], "0|20,000 trillion"),
        ] {
            if numbers[0].len() < 20 {
                assert_eq!(labels(Scale::Linear, numbers).join("|"), expected, "{numbers:?}");
            } else {
                assert!(labels(Scale::Linear, numbers).len() > 2);
            }
        }
    }

    #[test]
    fn a_loose_axis_stays_near_its_values() {
        assert_eq!(labels(Scale::Loose, &["97", "103"]).join("|"), "96|98|100|102|104");
        assert_eq!(labels(Scale::Loose, &["5"]).join("|"), "4|5");
        assert_eq!(labels(Scale::Loose, &["-5"]).join("|"), "−6|−5|−4");
        assert_eq!(labels(Scale::Loose, &["-103", "-97"]).join("|"), "−104|−102|−100|−98|−96");
        // Across zero, at zero and beside it an axis is like any other.
        assert_eq!(labels(Scale::Loose, &["0", "500"]).join("|"), "0|100|200|300|400|500");
        assert_eq!(labels(Scale::Loose, &["-3", "4"]).join("|"), "−4|−2|0|2|4");
    }

    #[test]
    fn log_ticks_do_not_vanish_within_one_decade() {
        for (numbers, expected) in [
            (&["2000", "9000"][..], "2,000|3,000|4,000|5,000|6,000|8,000|10,000"),
            (&["2150", "4300"], "2,000|2,500|3,000|3,500|4,000|4,500"),
            (&["70", "1300"], "50|100|200|300|500|1,000|2,000"),
            (&["0.004", "0.03"], "0.004|0.005|0.006|0.008|0.01|0.02|0.03"),
            (&["4000", "4500"], "4,000|4,100|4,200|4,300|4,400|4,500"),
            (&["20"], "20|50"),
            (&["4560", "36210368"], "1,000|10,000|100,000|1 million|10 million|100 million"),
            (&["0.3", "40"], "0.2|0.5|1|2|5|10|20|50"),
        ] {
            assert_eq!(labels(Scale::Log, numbers).join("|"), expected, "{numbers:?}");
        }
        assert!(matches!(axis(Scale::Log, &["1", "0"]), Err(Unfit::NotPositive { .. })));
        assert!(labels(Scale::Log, &["0.0000000001", "1000000000000000"]).len() > 3);
    }

    #[test]
    fn ticks_whose_labels_would_touch_are_left_out_and_zero_is_not() {
        let axis = axis(Scale::Linear, &["-4100", "5851"]).unwrap();
        let left = |height: f64| {
            let labels = axis.ticks.iter().map(|tick| tick.label.as_str());
            let roomy = labels.zip(axis.roomy(height)).filter(|(_, roomy)| *roomy);
            roomy.map(|(label, _)| label).collect::<Vec<_>>().join("|")
        };
        assert_eq!(left(260.0), "−6,000|−4,000|−2,000|0|2,000|4,000|6,000");
        assert_eq!(left(60.0), "−4,000|0|4,000");
        assert_eq!(left(36.0), "−6,000|0|6,000");
        assert_eq!(left(12.0), "0");
    }

    #[test]
    fn an_open_arrow_has_room_above_it() {
        let panel = fixtures::panel(Scale::Linear, vec![Side::AtLeast.of(Decimal::from(600))]);
        let axis = ValueAxis::new(&panel, 260.0, &crate::locale::EN_GB).unwrap();
        assert!((1.0 - axis.share(600.0)) * 260.0 > 24.0, "{axis:?}");
    }

    proptest! {
        #[test]
        fn no_tick_repeats_and_every_value_lies_within(
            values in prop::collection::vec((-1_000_000_000_000i64..1_000_000_000_000, 0u32..12), 1..6),
            scale in 0..3,
        ) {
            let scale = [Scale::Linear, Scale::Loose, Scale::Log][scale as usize];
            let numbers: Vec<Decimal> = values
                .iter()
                .map(|(digits, decimals)| {
                    let digits = if scale == Scale::Log { digits.abs() + 1 } else { *digits };
                    Decimal::new(digits, *decimals)
                })
                .collect();
            let quantities = numbers.iter().map(|number| Side::Exact.of(*number)).collect();
            let axis = ValueAxis::new(&fixtures::panel(scale, quantities), 260.0, &crate::locale::EN_GB).unwrap();
            for number in &numbers {
                prop_assert!(axis.shows(float(*number)), "{} outside {:?}", number, axis);
            }
            prop_assert!(axis.ticks.len() >= 2, "{:?}", axis);
            prop_assert!(axis.ticks.len() <= 13, "{:?}", axis);
            for pair in axis.ticks.windows(2) {
                prop_assert!(pair[0].value < pair[1].value && pair[0].label != pair[1].label);
            }
            prop_assert!(scale != Scale::Linear || axis.shows(0.0));
            if scale == Scale::Loose {
                let zero = Decimal::ZERO;
                let above = numbers.iter().all(|number| *number > zero);
                let below = numbers.iter().all(|number| *number < zero);
                prop_assert_eq!(axis.leaves_out_zero(), above || below, "{:?}", axis);
            }
        }
    }
}
