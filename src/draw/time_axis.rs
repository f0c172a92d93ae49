//! The axis of time, to scale in days. A tick of a period is centred under it; a tick of an
//! instant stands at the first day of a year, month or quarter.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};

use super::backend::UNITS;
use super::calendar::Calendar;
use super::text::Face;
use super::time_ticks::{Room, TimeTick, day, ladder};
use super::unfit::Unfit;
use crate::chart::{Body, Panel, Ticks};
use crate::figure::{Day, Span};

/// A range of days with its ticks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TimeAxis {
    /// In days; the end is the first moment not shown.
    pub start: f64,
    pub end: f64,
    /// The pixels left free before the first day and after the last.
    pub inset: (f64, f64),
    pub ticks: Vec<TimeTick>,
    /// Where small marks cross the base line: at the ticks, or where years meet if the ticks are
    /// of years and the periods shorter.
    pub notches: Vec<f64>,
}

/// The days a panel has to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DaysShown {
    pub start: f64,
    pub end: f64,
    /// The shortest time that a point is about, in days: ticks are no finer.
    pub shortest: i32,
}

impl TimeAxis {
    /// The days a panel has to show.
    pub fn extent(panel: &Panel) -> Result<DaysShown, Unfit> {
        let (start, end) = TimeAxis::days(panel)?;
        let points = panel.layers.iter().flat_map(|layer| &layer.points);
        let points = points.chain(panel.layers.iter().flat_map(|layer| &layer.targets));
        let shortest = points.map(|point| point.span.days()).min().unwrap_or(1);
        Ok(DaysShown { start, end, shortest })
    }

    fn days(panel: &Panel) -> Result<(f64, f64), Unfit> {
        let (mut start, mut end) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut take = |from: f64, to: f64| {
            start = start.min(from);
            end = end.max(to);
        };
        let whole = matches!(panel.ticks, Ticks::Periods(_));
        for layer in &panel.layers {
            for point in &layer.points {
                if !point.at.is_finite() {
                    return Err(Unfit::NotANumber { what: point.figure.clone() });
                }
                take(point.at, point.at);
                // A bar has its slot, a span its width; what stands at its end reaches back too far.
                let ends = (point.at - point.span.middle()).abs() >= 1.0;
                if whole && !ends || matches!(layer.mark.traits().body, Body::Bar | Body::Span) {
                    let (from, to) = edges(point.span);
                    take(from, to);
                }
            }
            let targets = layer.targets.iter().map(|point| point.span);
            for span in targets.chain(layer.gaps.iter().map(|gap| gap.span)) {
                let (from, to) = edges(span);
                take(from, to);
            }
            if let Some(connector) = &layer.connector {
                for at in [connector.from.0, connector.to.0] {
                    if !at.is_finite() {
                        return Err(Unfit::NotANumber { what: connector.figure.clone() });
                    }
                    take(at, at);
                }
            }
        }
        for event in &panel.events {
            let (from, to) = edges(event.room);
            match event.span.days() {
                1 => take(event.span.middle(), event.span.middle()),
                _ => take(from, to),
            }
        }
        for stop in &panel.breaks {
            if !stop.at.is_finite() {
                return Err(Unfit::NotANumber { what: stop.figure.clone() });
            }
            take(stop.at, stop.at);
        }
        if let Some(from) = panel.from {
            start = f64::from(from.number());
        }
        if let Some(to) = panel.to {
            end = f64::from(to.number()) + 1.0;
        }
        if start > end && (panel.from.is_some() && panel.to.is_some()) {
            return Err(Unfit::Reversed);
        }
        if start > end {
            // Nothing to show but at most one end: a year from there.
            return Ok(match (panel.from, panel.to) {
                (Some(_), _) => (start, start + 365.0),
                (_, Some(_)) => (end - 365.0, end),
                _ => (0.0, 0.0),
            });
        }
        Ok(if end - start < 1.0 { around(start, end) } else { (start, end) })
    }

    /// An axis over these days, with ticks as a plot of this many pixels has room for.
    pub fn new(
        extent: DaysShown,
        calendar: &Calendar,
        inset: (f64, f64),
        pixels: f64,
        face: Face,
    ) -> TimeAxis {
        let DaysShown { start, end, shortest } = extent;
        let pixels = pixels - inset.0 - inset.1;
        let room = Room { start, end, inset, pixels, face, shortest };
        let ticks = if end > start { ladder(calendar, &room) } else { Vec::new() };
        let of_years = ticks.first().is_some_and(|tick| tick.of_year);
        let meet = calendar.is_finer_than_years() && of_years;
        let notches = if meet { room.years() } else { Vec::new() };
        let notches = match notches.as_slice() {
            [] => ticks.iter().map(|tick| tick.at).collect(),
            _ => notches,
        };
        TimeAxis { start, end, inset, ticks, notches }
    }

    /// Is this moment within what the axis shows?
    pub fn shows(&self, at: f64) -> bool {
        (self.start - 1e-6..=self.end + 1e-6).contains(&at)
    }
}

impl Ranged for &TimeAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, at: &f64, (start, end): (i32, i32)) -> i32 {
        let (left, right) =
            (f64::from(start) + self.inset.0 * UNITS, f64::from(end) - self.inset.1 * UNITS);
        let share =
            if self.end > self.start { (at - self.start) / (self.end - self.start) } else { 0.5 };
        (left + share * (right - left)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|tick| tick.at).collect()
    }

    fn range(&self) -> Range<f64> {
        self.start..self.end
    }
}

/// The first moment of a span and the first after it.
pub(super) fn edges(span: Span) -> (f64, f64) {
    (f64::from(span.start.number()), f64::from(span.end.number()) + 1.0)
}

/// The year around a moment.
fn around(start: f64, end: f64) -> (f64, f64) {
    let year = day(start).year();
    let first = |year| Day::new(year, 1, 1).map(|day| f64::from(day.number()));
    match (first(year), first(year + 1)) {
        (Some(from), Some(to)) => (from.min(start), to.max(end)),
        _ => (start - 183.0, end + 183.0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::time_ticks::MOST;
    use super::*;
    use crate::figure::{Frequency, Years};
    use crate::locale::EN_GB;
    use proptest::prelude::*;

    fn at(text: &str) -> f64 {
        let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap());
        let (year, month, day) =
            (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        f64::from(Day::new(year as i32, month, day).unwrap().number())
    }

    const FACE: Face = Face::plain(12.0, false);

    fn extent(start: f64, end: f64) -> DaysShown {
        DaysShown { start, end, shortest: 1 }
    }

    fn calendar(kind: Ticks) -> Calendar {
        Calendar::new(kind, Years::of_project(4), Vec::new())
    }

    fn axis(kind: Ticks, from: &str, to: &str, pixels: f64) -> TimeAxis {
        let inset = (30.0, 30.0);
        TimeAxis::new(extent(at(from), at(to)), &calendar(kind), inset, pixels + 60.0, FACE)
    }

    fn labels(axis: &TimeAxis) -> String {
        axis.ticks.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn ticks_are_no_finer_than_the_periods() {
        use Ticks::{Instants, Periods};
        for (kind, from, to, pixels, expected) in [
            (
                Periods(Frequency::YEAR),
                "2012-01-01",
                "2018-01-01",
                320.0,
                "2012|2013|2014|2015|2016|2017",
            ),
            (Periods(Frequency::YEAR), "2012-01-01", "2014-01-01", 600.0, "2012|2013"),
            (Periods(Frequency::YEAR), "2012-01-01", "2013-01-01", 600.0, "2012"),
            (
                Periods(Frequency::YEAR),
                "1998-01-01",
                "2025-01-01",
                600.0,
                "2000|2005|2010|2015|2020",
            ),
            (
                Periods(Frequency::years_from(4)),
                "2006-04-01",
                "2013-04-01",
                600.0,
                "2006/07|2007/08|2008/09|2009/10|2010/11|2011/12|2012/13",
            ),
            (
                Periods(Frequency::years_from(4)),
                "2006-04-01",
                "2013-04-01",
                330.0,
                "06/07|07/08|08/09|09/10|10/11|11/12|12/13",
            ),
            (
                Periods(Frequency::years_from(4)),
                "2006-04-01",
                "2013-04-01",
                240.0,
                "2006/07|2008/09|2010/11|2012/13",
            ),
            (
                Periods(Frequency::QUARTER),
                "2017-01-01",
                "2018-01-01",
                600.0,
                "Q1 2017|Q2 2017|Q3 2017|Q4 2017",
            ),
            (
                Periods(Frequency::MONTH),
                "2017-01-01",
                "2017-07-01",
                600.0,
                "Jan 2017|Feb 2017|Mar 2017|Apr 2017|May 2017|Jun 2017",
            ),
            (Periods(Frequency::MONTH), "2016-05-01", "2024-02-01", 300.0, "2016|2018|2020|2022"),
            (Instants, "2014-12-15", "2021-06-30", 600.0, "2015|2016|2017|2018|2019|2020|2021"),
            (Instants, "2014-06-15", "2021-06-30", 600.0, "2015|2016|2017|2018|2019|2020|2021"),
            (
                Instants,
                "1841-06-15",
                "1911-06-30",
                600.0,
                "1840|1850|1860|1870|1880|1890|1900|1910",
            ),
            (
                Instants,
                "1512-06-15",
                "1911-06-30",
                400.0,
                "1550|1600|1650|1700|1750|1800|1850|1900",
            ),
            (Instants, "2019-12-15", "2021-06-30", 300.0, "Jan 2020|Jul 2020|Jan 2021|Jul 2021"),
            (Instants, "2020-03-02", "2020-03-12", 400.0, "3 Mar 2020|5 Mar|7 Mar|9 Mar|11 Mar"),
            (
                Instants,
                "2020-12-29",
                "2021-01-04",
                600.0,
                "29 Dec 2020|30 Dec 2020|31 Dec 2020|1 Jan 2021|2 Jan 2021|3 Jan 2021",
            ),
            (Instants, "2020-03-02", "2020-05-12", 300.0, "Apr 2020|May 2020"),
            (
                Periods(Frequency::MONTH),
                "2017-01-01",
                "2018-01-01",
                640.0,
                "Jan 2017|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
            ),
            (Instants, "1801-03-02", "2020-03-12", 300.0, "1800|1850|1900|1950|2000"),
        ] {
            let axis = axis(kind, from, to, pixels);
            assert_eq!(labels(&axis), expected, "{kind:?} {from} {to} {pixels}");
        }
    }

    #[test]
    fn ticks_are_no_finer_than_what_the_points_are_about() {
        let of = |shortest| {
            let extent = DaysShown { shortest, ..extent(at("2023-01-01"), at("2024-01-01")) };
            labels(&TimeAxis::new(extent, &calendar(Ticks::Instants), (20.0, 20.0), 600.0, FACE))
        };
        assert_eq!(of(365), "2023|2024");
        assert!(of(31).starts_with("Jan 2023|Mar"), "{}", of(31));
    }

    #[test]
    fn the_tick_of_a_day_stands_under_its_middle_and_no_tick_moves_an_end() {
        let days = axis(Ticks::Instants, "2020-03-02", "2020-03-12", 300.0);
        assert_eq!(days.ticks[0].at, at("2020-03-02") + 0.5);
        let (start, end) = (at("2018-06-30"), at("2022-07-01"));
        let axis = TimeAxis::new(
            extent(start, end),
            &calendar(Ticks::Instants),
            (20.0, 20.0),
            600.0,
            FACE,
        );
        assert_eq!(labels(&axis), "2019|2020|2021|2022");
        assert_eq!((axis.start, axis.end), (start, end));
    }

    #[test]
    fn no_tick_stands_before_the_one_of_the_first_moment() {
        for (kind, from, to, expected) in [
            (Ticks::Periods(Frequency::YEAR), "2016-01-01", "2023-01-01", "2016|2018|2020|2022"),
            (Ticks::Periods(Frequency::YEAR), "2017-01-01", "2024-01-01", "2018|2020|2022"),
            (Ticks::Instants, "2016-01-01", "2023-01-01", "2016|2018|2020|2022"),
        ] {
            let axis =
                TimeAxis::new(extent(at(from), at(to)), &calendar(kind), (90.0, 60.0), 340.0, FACE);
            assert_eq!(labels(&axis), expected, "{kind:?} {from}");
        }
    }

    #[test]
    fn a_tick_is_centred_under_its_period() {
        let years = axis(Ticks::Periods(Frequency::YEAR), "2012-01-01", "2014-01-01", 600.0);
        assert_eq!(years.ticks[0].at, at("2012-01-01") + 183.0);
        let instants = axis(Ticks::Instants, "2012-01-01", "2018-01-01", 600.0);
        assert_eq!(instants.ticks[0].at, at("2012-01-01"));
    }

    fn kind() -> impl Strategy<Value = Ticks> {
        prop::sample::select(vec![
            Ticks::Instants,
            Ticks::Scattered,
            Ticks::Periods(Frequency::YEAR),
            Ticks::Periods(Frequency::years_from(4)),
            Ticks::Periods(Frequency::QUARTER),
            Ticks::Periods(Frequency::MONTH),
            Ticks::Periods(Frequency::Months { months: 18, month: 1, day: 1 }),
            Ticks::Periods(Frequency::DAY),
            Ticks::Periods(Frequency::Days { days: 10, weekday: None }),
        ])
    }

    /// `2015`, `2009/10`, `09/10`, `Q3 2017`, `Jan 2017`, `Feb`, `2 Mar 2020` or `4 Mar`: whole
    /// numbers and months, never `2015.5`.
    fn is_said_as_people_say_it(label: &str) -> bool {
        let number =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let month = |word: &str| (1..=12).any(|at| EN_GB.short_month(at) == word);
        let year = |word: &str| match word.split_once('/') {
            Some((one, two)) => {
                let whole = one.parse().is_ok_and(|one: u32| (one + 1).to_string() == two);
                number(one) && number(two) && (two.len() == 2 || whole)
            }
            None => number(word),
        };
        match label.split(' ').collect::<Vec<_>>().as_slice() {
            [one] => year(one) || month(one),
            [one, two] if number(one) => one.len() <= 2 && month(two),
            [one, two] => (month(one) || one.starts_with('Q')) && year(two),
            [one, two, three] => number(one) && month(two) && number(three),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn no_tick_repeats_overlaps_or_lies_outside(
            kind in kind(),
            start in 1.0..3_600_000.0f64,
            days in 0.0..12.5f64,
            pixels in 60.0..1300.0f64,
        ) {
            let end = (start + days.exp()).min(3_652_059.0);
            prop_assume!(end > start);
            let axis = TimeAxis::new(extent(start, end), &calendar(kind), (0.0, 0.0), pixels, FACE);
            prop_assert!(!axis.ticks.is_empty() && axis.ticks.len() <= MOST);
            for tick in &axis.ticks {
                let beyond = (axis.start - tick.at).max(tick.at - axis.end);
                prop_assert!(beyond <= 0.03 * (end - start), "{:?}", axis);
            }
            let room = Room { start: axis.start, end: axis.end, inset: (0.0, 0.0), pixels, face: FACE, shortest: 1 };
            prop_assert!(room.holds(&axis.ticks), "{:?}", axis);
            prop_assert!((axis.start, axis.end) == (start, end));
            for tick in &axis.ticks {
                prop_assert!(is_said_as_people_say_it(&tick.label), "{:?}", tick);
            }
            for (at, tick) in axis.ticks.iter().enumerate() {
                prop_assert!(axis.ticks[..at].iter().all(|other| other.label != tick.label));
            }
        }

        #[test]
        fn positions_are_proportional_to_days(
            start in 600_000.0..800_000.0f64,
            days in 1.0..40_000.0f64,
            share in 0.0..1.0f64,
            inset in 0.0..80.0f64,
        ) {
            let extent = extent(start, start + days);
            let axis = TimeAxis::new(extent, &calendar(Ticks::Instants), (inset, 14.0), 680.0, FACE);
            let limits = (2000, 70_000);
            let x = |at: f64| f64::from((&axis).map(&at, limits));
            let (first, last) = (x(start), x(start + days));
            prop_assert_eq!(first, (2000.0 + inset * UNITS).round());
            prop_assert_eq!(last, 70_000.0 - 1400.0);
            let middle = x(start + days * share);
            prop_assert!((middle - (first + share * (last - first))).abs() <= 1.0);
        }
    }
}
