//! Charts of every frequency: each bar in its slot within the plot, each tick a period that exists.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rust_decimal::Decimal;

use super::{Style, draw, one};
use crate::chart::*;
use crate::draw::calendar::Calendar;
use crate::draw::fixtures::{layer, panel_of, point};
use crate::draw::scene::{Form, Role};
use crate::draw::time_axis::TimeAxis;
use crate::figure::{Day, Frequency, Side, Span};

/// How long the periods are, and the first day of the first.
fn frequencies() -> Vec<(Frequency, Day)> {
    let day = |year, month, day| Day::new(year, month, day).expect("a date");
    let months =
        |months, month, on| (Frequency::Months { months, month, day: on }, day(1960, month, on));
    let days = |days, on| (Frequency::Days { days, weekday: None }, day(2020, 1, on));
    let weeks = (1..=7).flat_map(|on| [7, 14, 28].map(|count| days(count, on)));
    let parts = [1, 2, 3, 4, 6].map(|count| months(count, 1, 1));
    let years = [
        (12, 1, 1),
        (12, 4, 1),
        (12, 9, 1),
        (12, 7, 1),
        (12, 4, 6),
        (24, 1, 1),
        (60, 1, 1),
        (60, 4, 1),
        (6, 4, 1),
    ];
    let years = years.map(|(count, month, on)| months(count, month, on));
    weeks.chain([days(1, 1)]).chain(parts).chain(years).collect()
}

fn spans(frequency: Frequency, first: Day, count: usize) -> Vec<Span> {
    let first = frequency.starting(first);
    std::iter::successors(first, |span| frequency.next(*span)).take(count).collect()
}

fn panel(mark: Mark, spans: &[Span], series: usize) -> Panel {
    let layers = (0..series).map(|number| {
        let points = spans.iter().enumerate().map(|(at, span)| {
            let value = 200_000 + (at * 7919 + number * 104_729) % 100_000;
            let quantity = Side::Exact.of(Decimal::from(value));
            let mut point = point(&format!("f{number}-{at}"), *span, quantity, "");
            point.label.required = at == 0 || at + 1 == spans.len();
            point
        });
        layer(mark, number, points.collect())
    });
    let ticks = Frequency::shared(spans.iter().copied()).filter(|one| one.months() == Some(12));
    let ticks = ticks.map_or(Ticks::Instants, Ticks::Periods);
    panel_of("", Scale::Linear, ticks, layers.collect())
}

fn config() -> ProptestConfig {
    let cases = std::env::var("SOURCELINE_CASES").ok();
    let cases = cases.map_or(24, |text| text.parse().expect("a whole number"));
    let rng_seed = RngSeed::Fixed(2017);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bars_stay_in_the_plot_and_ticks_name_what_exists(
        (frequency, first) in prop::sample::select(frequencies()),
        mark in prop::sample::select(vec![Mark::Bars, Mark::Spans, Mark::Line, Mark::Points]),
        size in prop::sample::select(Size::ALL.to_vec()),
        count in 1usize..=60,
        series in 1usize..=4,
    ) {
        let spans = spans(frequency, first, count);
        let panel = panel(mark, &spans, series);
        let edge = |day: Day| f64::from(day.number());
        let (start, end) = (edge(spans[0].start), edge(spans[count - 1].end) + 1.0);
        let style = Style::new(Look { size, ..Look::default() }, None);
        let extent = TimeAxis::extent(&panel).unwrap();
        let calendar = Calendar::of(&panel);
        let axis = TimeAxis::new(extent, &calendar, (60.0, 4.0), style.inside(), style.small);
        let slots = matches!(mark, Mark::Bars | Mark::Spans);
        prop_assert!(!slots || (axis.start, axis.end) == (start, end));
        prop_assert!(!slots || !axis.ticks.is_empty());
        for tick in &axis.ticks {
            let own = spans.iter().any(|span| (span.middle() - tick.at).abs() < 1.0);
            let part = !slots || tick.of_year || frequency.days() < 40.0;
            prop_assert!(own || part, "{tick:?} is no period");
            let beyond = (start - tick.at).max(tick.at - end);
            prop_assert!(count == 1 || beyond <= 0.03 * (end - start), "{tick:?} lies beyond");
        }
        let scene = match draw(&one(panel), &style) {
            Ok(scene) => scene,
            Err(crate::draw::Unfit::TooLow { .. }) => return Ok(()),
            Err(unfit) => return Err(TestCaseError::fail(unfit.to_string())),
        };
        let frame = scene.shapes.iter().filter(|shape| shape.role == Role::Axis);
        let right = frame.map(|shape| shape.area().right).fold(0.0, f64::max);
        let bars = || scene.shapes.iter().filter(|shape| {
            shape.role == Role::Mark && matches!(shape.form, Form::Rect(_))
        });
        if mark == Mark::Bars {
            prop_assert!(bars().count() >= count * series);
            for bar in bars() {
                prop_assert!(bar.area().right <= right + 0.1, "{bar:?} leaves the plot");
                let hit = scene.texts(&[Role::GridLabel]).find(|(_, text)| text.area(1.0).overlaps(&bar.area()));
                prop_assert!(hit.is_none(), "{bar:?} covers {hit:?}");
            }
        }
    }
}

/// Periods of so many months, or days, each ending so much after the last, or all from one day on.
fn reaching_back() -> Vec<Vec<Span>> {
    let day = |year, month| Day::new(year, month, 1).expect("a date");
    let months = |months| Frequency::Months { months, month: 1, day: 1 };
    let days = |days| Frequency::Days { days, weekday: None };
    let windows = |length: Frequency, step: Frequency, count: usize| {
        let starts = std::iter::successors(step.starting(day(2009, 4)), |span| step.next(*span));
        starts.take(count).filter_map(|step| length.starting(step.start)).collect::<Vec<Span>>()
    };
    let running = |step: Frequency, count: usize| {
        let ends = std::iter::successors(step.starting(day(2009, 4)), |span| step.next(*span));
        ends.take(count).map(|step| Span { start: day(2009, 4), ..step }).collect::<Vec<Span>>()
    };
    let mut all = Vec::new();
    for count in [1, 2, 3, 7, 24, 60] {
        for (length, step) in [
            (months(12), months(3)),
            (months(12), months(1)),
            (months(12), months(6)),
            (months(3), months(1)),
            (months(24), months(12)),
            (days(364), days(7)),
            (days(28), days(7)),
            (days(7), days(1)),
        ] {
            all.push(windows(length, step, count));
            all.push(running(step, count));
        }
    }
    all
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_stands_at_its_last_day_has_its_tick_there_and_no_empty_days_before(
        spans in prop::sample::select(reaching_back()),
        mark in prop::sample::select(vec![Mark::Line, Mark::Points]),
        size in prop::sample::select(Size::ALL.to_vec()),
        series in 1usize..=4,
    ) {
        let mut panel = panel(mark, &spans, series);
        panel.ticks = Ticks::Ends;
        let last = |span: &Span| Span { start: span.end, end: span.end }.middle();
        for point in panel.layers.iter_mut().flat_map(|layer| &mut layer.points) {
            point.at = last(&point.span);
        }
        let style = Style::new(Look { size, ..Look::default() }, None);
        let extent = TimeAxis::extent(&panel).unwrap();
        let axis =
            TimeAxis::new(extent, &Calendar::of(&panel), (60.0, 30.0), style.inside(), style.small);
        if spans.len() > 1 {
            let ends = (last(&spans[0]), last(&spans[spans.len() - 1]));
            prop_assert_eq!((axis.start, axis.end), ends);
        }
        prop_assert!(!axis.ticks.is_empty() && (spans.len() < 2 || axis.ticks.len() > 1));
        for tick in &axis.ticks {
            prop_assert!(spans.iter().any(|span| last(span) == tick.at), "{:?}", tick);
        }
        match draw(&one(panel), &style) {
            Ok(_) | Err(crate::draw::Unfit::TooLow { .. }) => {}
            Err(unfit) => return Err(TestCaseError::fail(unfit.to_string())),
        }
    }
}
