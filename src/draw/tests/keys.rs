//! The key explains the shapes that are drawn, and no others.

use super::one;
use crate::chart::*;
use crate::draw::fixtures::{self, layer, number, panel_of, point, year};
use crate::draw::scene::{Form, Role, Shape};
use crate::draw::{Scene, Style, draw};
use crate::figure::{Frequency, Interval, Quantity, Side};

fn drawn(mark: Mark, quantities: Vec<Quantity>, change: impl Fn(&mut Layer)) -> Scene {
    let years = quantities.into_iter().enumerate();
    let points =
        years.map(|(at, quantity)| point(&format!("f{at}"), year(2001 + at as i32), quantity, ""));
    let mut layer = layer(mark, 0, points.collect());
    change(&mut layer);
    let panel = panel_of("", Scale::Linear, Ticks::Periods(Frequency::YEAR), vec![layer]);
    draw(&one(panel), &Style::default()).unwrap()
}

fn exact(values: &[&str]) -> Vec<Quantity> {
    values.iter().map(|value| Side::Exact.of(number(value))).collect()
}

fn key_of(scene: &Scene) -> Vec<(Vec<Sign>, String)> {
    key(&crate::locale::EN_GB, &scene.signs)
        .into_iter()
        .map(|entry| (entry.signs, entry.meaning))
        .collect()
}

fn dashed(scene: &Scene, role: Role) -> Vec<&Shape> {
    let dashed = |shape: &&Shape| shape.paint.stroke.is_some_and(|stroke| stroke.dash.is_some());
    scene.shapes.iter().filter(|shape| shape.role == role).filter(dashed).collect()
}

#[test]
fn a_provisional_dot_brings_no_dashed_line_into_the_key() {
    for mark in [Mark::Points, Mark::Line] {
        let scene = drawn(mark, exact(&["3", "4", "5"]), |layer| {
            layer.points[1].provisional = true;
            layer.links.clear();
        });
        assert_eq!(key_of(&scene), [], "{mark:?}");
    }
    let scene = drawn(Mark::Line, exact(&["3", "4", "5"]), |layer| {
        layer.points[2].provisional = true;
        layer.links[1].dash = Dash::Provisional;
    });
    assert_eq!(key_of(&scene), [(vec![Sign::Provisional], "provisional".into())]);
    assert_eq!(dashed(&scene, Role::Line).len(), 1);
}

#[test]
fn bars_and_spans_that_are_not_final_are_dashed_boxes_in_the_key() {
    for (mark, not_final) in [
        (Mark::Bars, [Sign::TintedBar, Sign::DashedBar]),
        (Mark::Spans, [Sign::TintedSpan, Sign::DashedSpan]),
    ] {
        for (forecast, sign) in not_final.iter().rev().enumerate() {
            let scene = drawn(mark, exact(&["3", "4"]), |layer| {
                let last = &mut layer.points[1];
                (last.forecast, last.provisional) = (forecast == 0, forecast == 1);
            });
            assert!(scene.signs.has(*sign), "{:?}", scene.signs);
            assert!(!scene.signs.has(Sign::Provisional));
            let (keys, marks) = (dashed(&scene, Role::Key), dashed(&scene, Role::Mark));
            assert_eq!((keys.len(), marks.len()), (1, 1), "{mark:?}");
            let (Form::Rect(small), Form::Rect(large)) = (&keys[0].form, &marks[0].form) else {
                panic!("{keys:?} {marks:?}")
            };
            let lies = |area: &crate::draw::scene::Area| area.width() > area.height();
            assert_eq!(lies(small), mark == Mark::Spans);
            assert_eq!(lies(large), mark == Mark::Spans);
            assert_eq!(keys[0].paint.fill_opacity, marks[0].paint.fill_opacity);
        }
    }
}

#[test]
fn what_is_hollow_and_provisional_is_no_forecast() {
    let scene = drawn(Mark::Bars, exact(&["3", "4"]), |layer| {
        (layer.points[1].derived, layer.points[1].provisional) = (true, true);
    });
    let said = key_of(&scene);
    assert_eq!(said[0], (vec![Sign::HollowBar], "calculated".into()));
    assert_eq!(said[1], (vec![Sign::DashedBar], "provisional".into()));
}

#[test]
fn a_forecast_on_its_own_brings_no_filled_dot_into_the_key() {
    let quantities = vec![Side::About.of(number("3")), Side::Exact.of(number("4"))];
    let scene = drawn(Mark::Points, quantities, |layer| layer.points[1].forecast = true);
    let signs: Vec<Sign> = key_of(&scene).into_iter().flat_map(|(signs, _)| signs).collect();
    assert_eq!(signs, [Sign::Hollow, Sign::Dashed]);
}

#[test]
fn a_worked_out_block_is_a_hollow_block_in_the_key() {
    let range = || Quantity::Range { low: number("2"), high: number("5") };
    for (mark, hollow) in [
        (Mark::Points, Sign::HollowBar),
        (Mark::Line, Sign::HollowBar),
        (Mark::Bars, Sign::HollowBar),
        (Mark::Spans, Sign::HollowSpan),
    ] {
        let scene = drawn(mark, vec![range(), range()], |layer| layer.points[1].derived = true);
        let drawn = |sign| scene.signs.has(sign);
        assert!(drawn(hollow) && !drawn(Sign::Hollow), "{mark:?}: {:?}", scene.signs);
        let paper = Style::default().theme.background;
        let mut own = scene.shapes.iter().filter(|shape| shape.figure.as_deref() == Some("f1"));
        let is_hollow = |shape: &Shape| shape.paint.fill == Some(paper);
        assert!(own.any(is_hollow), "{mark:?}");
    }
}

#[test]
fn the_key_of_a_band_tells_of_the_hollow_dots_on_it() {
    let interval = |value: &str| {
        let value = number(value);
        let (low, high, about) = (value - number("1"), value + number("1"), false);
        Quantity::Interval(Box::new(Interval { value, low, high, about }))
    };
    let quantities = || vec![interval("3"), interval("4")];
    let plain = drawn(Mark::Line, quantities(), |_| {});
    assert!(!plain.signs.has(Sign::Hollow) && plain.signs.has(Sign::IntervalBand));
    let derived = drawn(Mark::Line, quantities(), |layer| layer.points[1].derived = true);
    assert!(derived.signs.has(Sign::Hollow));
}

#[test]
fn small_panels_and_fixed_heights_have_the_key_of_what_they_show() {
    for (name, chart) in fixtures::all() {
        let free = draw(&chart, &Style::default()).unwrap();
        let height = Some((free.height + 40.0) as u32);
        let fixed = draw(&chart, &Style::new(Look::default(), height)).unwrap();
        assert_eq!(free.signs, fixed.signs, "{name}");
        let slide = Style::new(Look { size: Size::Slide, ..Look::default() }, None);
        assert_eq!(free.signs, draw(&chart, &slide).unwrap().signs, "{name}");
    }
}

#[test]
fn the_key_shows_a_dot_in_every_shape_in_which_it_was_drawn() {
    let about = || vec![Side::About.of(number("3")), Side::About.of(number("4"))];
    let round = |colours: &[usize]| {
        let mut panel = fixtures::panel(Scale::Linear, about());
        let mut first = panel.layers.remove(0);
        // What every label says has no key.
        first.points[0].label = Label::default();
        let layer = |colour: &usize| {
            let mut own = first.clone();
            own.hue = Hue::Palette(*colour);
            own.points.iter_mut().for_each(|point| point.hue = own.hue);
            own
        };
        panel.layers = colours.iter().map(layer).collect();
        let chart = fixtures::chart("A title", "A subtitle", vec![panel]);
        let scene = draw(&chart, &Style::default()).unwrap();
        let own = scene.shapes.iter().filter(|shape| shape.role == Role::Key);
        own.map(|shape| matches!(shape.form, Form::Circle { .. })).collect::<Vec<bool>>()
    };
    assert_eq!(round(&[0]), [true]);
    assert_eq!(round(&[1]), [false]);
}

#[test]
fn a_range_and_a_number_of_another_figure_have_signs_of_their_own() {
    let range = Quantity::Range { low: number("40"), high: number("90") };
    let one = Side::Exact.of(number("90"));
    for (others, signs) in [
        (vec![&range], vec![Sign::RivalRange]),
        (vec![&one], vec![Sign::Rival]),
        (vec![&range, &one], vec![Sign::Rival, Sign::RivalRange]),
    ] {
        let scene = drawn(Mark::Points, exact(&["10", "12", "11"]), |layer| {
            let of = |(at, quantity): (usize, &&Quantity)| RivalMark {
                figure: format!("rival-{at}"),
                of: layer.points[at].figure.clone(),
                quantity: (*quantity).clone(),
                label: Label::default(),
                who: Vec::new(),
            };
            layer.rivals = others.iter().enumerate().map(of).collect();
        });
        let told = key_of(&scene).into_iter().filter(|(_, says)| says.contains("another figure"));
        assert_eq!(told.flat_map(|(signs, _)| signs).collect::<Vec<_>>(), signs);
    }
}

/// What the key says on the picture.
fn explained(scene: &Scene) -> Vec<String> {
    scene.texts(&[Role::KeyLabel]).map(|(_, text)| text.content.clone()).collect()
}

#[test]
fn what_the_label_of_every_mark_says_needs_no_key() {
    let range = |low, high| Quantity::Range { low: number(low), high: number(high) };
    let ranges = || vec![range("40", "90"), range("50", "95")];
    let all = drawn(Mark::Points, ranges(), |_| {});
    assert_eq!(explained(&all), [""; 0]);
    let some = drawn(Mark::Points, ranges(), |layer| layer.points[0].label = Label::default());
    assert_eq!(explained(&some), ["range as quoted"]);
    // One that is only repeated has no mark, and no label either.
    let about = || vec![Side::About.of(number("3")), Side::About.of(number("3"))];
    let repeated = drawn(Mark::Points, about(), |layer| {
        layer.points[1].repeats = true;
        layer.points[1].label = Label::default();
    });
    assert!(!explained(&repeated).contains(&"about".to_string()), "{:?}", explained(&repeated));
}

#[test]
fn a_label_that_need_not_be_there_and_is_speaks_for_the_key_too() {
    let about = || vec![Side::About.of(number("3")), Side::About.of(number("4"))];
    let scene = drawn(Mark::Points, about(), |layer| {
        layer.points.iter_mut().for_each(|point| point.label.required = false);
    });
    assert_eq!(scene.texts(&[Role::Label]).count(), 2);
    assert_eq!(explained(&scene), [""; 0]);
}

#[test]
fn a_change_says_at_its_line_that_it_has_no_values_between() {
    let connector = |below: Vec<LabelPart>| Connector {
        figure: "change".into(),
        from: (crate::figure::Day::new(2001, 7, 1).unwrap().number().into(), number("3")),
        to: (crate::figure::Day::new(2003, 7, 1).unwrap().number().into(), number("5")),
        label: Label {
            value: vec![LabelPart::new(Says::Number, "up about 70%", "")],
            below,
            required: true,
            ..Label::default()
        },
    };
    let said = |below: Vec<LabelPart>| {
        explained(&drawn(Mark::Change, exact(&["3", "4", "5"]), |layer| {
            layer.links.clear();
            layer.points.remove(1);
            layer.connector = Some(connector(below.clone()));
        }))
    };
    let words = "no values between";
    assert_eq!(said(vec![LabelPart::new(Says::Meaning, words, "")]), [""; 0]);
    assert_eq!(said(Vec::new()), ["change as quoted, not values in between"]);
}
