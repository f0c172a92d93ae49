//! Pictures of the fixtures, and of charts that have nothing, too much or the impossible.

mod advances;
mod brief;
mod generated;
mod in_plot;
mod keys;
mod lawful;

use super::fixtures::{self, layer, panel_of, point, year};
use super::scene::{Area, Form, Role, Shape};
use super::*;
use crate::chart::*;
use crate::encode::svg;
use crate::figure::{Frequency, Side};
use lawful::{lawful, lawful_as, looks};

#[test]
fn every_fixture_can_be_drawn() {
    for (name, chart) in fixtures::all() {
        for look in looks() {
            lawful_as(&chart, look).unwrap_or_else(|told| panic!("{name}, {look:?}: {told}"));
        }
        let scene = draw(&chart, &Style::default()).unwrap();
        let svg = svg::encode(&scene);
        roxmltree::Document::parse(&svg).unwrap();
        if let Some(folder) = std::env::var_os("SOURCELINE_PICTURES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), svg).unwrap();
        }
    }
}

#[test]
fn each_size_is_as_wide_as_it_says_and_a_fixed_height_is_kept() {
    let chart = fixtures::referrals();
    let size = |size, height| {
        let look = Look { size, ..Look::default() };
        let scene = draw(&chart, &Style::new(look, height)).unwrap();
        (scene.width, scene.height)
    };
    assert_eq!(size(Size::Report, None).0, 720.0);
    assert_eq!(size(Size::Narrow, None).0, 360.0);
    assert_eq!(size(Size::Slide, None), (1280.0, 720.0));
    assert_eq!(size(Size::Card, None), (1200.0, 630.0));
    assert_eq!(size(Size::Square, None), (1080.0, 1080.0));
    assert_eq!(size(Size::Tall, None), (1080.0, 1350.0));
    for height in [420, 480, 555, 900] {
        assert_eq!(size(Size::Report, Some(height)), (720.0, f64::from(height)));
    }
}

#[test]
fn a_plot_is_no_higher_than_what_it_shows_asks_for() {
    let height = |values: &[&str]| {
        let mut panel = exact(values);
        panel.layers[0].mark = Mark::Bars;
        // Where every bar has its label there is no grid to be measured.
        let first = &mut panel.layers[0].points[0].label;
        (first.required, first.must) = (false, false);
        let scene = draw(&one(panel), &Style::default()).unwrap();
        let lines = scene.shapes.iter().filter_map(|shape| match shape.form {
            Form::Line(from, _) if matches!(shape.role, Role::Grid | Role::Axis) => Some(from.y),
            _ => None,
        });
        let lines: Vec<f64> = lines.collect();
        lines.iter().fold(0.0, |a: f64, b| a.max(*b))
            - lines.iter().fold(9e9, |a: f64, b| a.min(*b))
    };
    let many = ["1", "2", "3", "4", "5", "6", "7"];
    let heights = [2, 4, 6, 7].map(|count| height(&many[..count]));
    assert!(heights[0] <= 186.0 && heights.is_sorted() && heights[3] >= 250.0, "{heights:?}");
}

#[test]
fn a_height_that_holds_too_little_names_what_does_not_fit() {
    let chart = fixtures::threat();
    let told = |height| draw(&chart, &Style::new(Look::default(), Some(height)));
    let Err(Unfit::TooLow { height, needed, what }) = told(200) else { panic!() };
    assert_eq!((height, &what), (200.0, &Crowded::Plot));
    assert_eq!(what.to_string(), "the plot between title and sources");
    let scene = told(needed as u32).unwrap();
    assert_eq!(scene.height, needed);
    lawful(&chart, &scene).unwrap();
    let labels = fixtures::all().into_iter().filter(|(_, chart)| {
        [300, 310, 320, 330].into_iter().any(|height| {
            let low = draw(chart, &Style::new(Look::default(), Some(height)));
            matches!(low, Err(Unfit::TooLow { what: Crowded::Label(_), .. }))
        })
    });
    assert!(labels.count() > 0);
}

#[test]
fn the_same_chart_is_drawn_the_same() {
    for (_, chart) in fixtures::all() {
        let once = draw(&chart, &Style::default()).unwrap();
        assert_eq!(once, draw(&chart.clone(), &Style::default()).unwrap());
    }
}

fn one(panel: Panel) -> Chart {
    fixtures::chart("A title", "A subtitle", vec![panel])
}

fn exact(values: &[&str]) -> Panel {
    let quantities = values.iter().map(|text| Side::Exact.of(fixtures::number(text)));
    fixtures::panel(Scale::Linear, quantities.collect())
}

#[test]
fn nothing_outside_the_range_is_moved_to_the_edge() {
    let mut panel = exact(&["1", "2", "3"]);
    panel.to = Some(year(2002).end);
    let unfit = draw(&one(panel), &Style::default()).unwrap_err();
    assert_eq!(unfit, Unfit::Outside { what: "f2".into() });
    let mut panel = exact(&["1"]);
    panel.events = vec![fixtures::event("e", year(2010), "An event")];
    panel.to = Some(year(2005).end);
    let unfit = draw(&one(panel), &Style::default()).unwrap_err();
    assert_eq!(unfit, Unfit::Outside { what: "e".into() });
}

#[test]
fn a_reversed_range_is_refused() {
    let mut panel = exact(&["1"]);
    (panel.from, panel.to) = (Some(year(2005).start), Some(year(2001).end));
    assert_eq!(draw(&one(panel), &Style::default()).unwrap_err(), Unfit::Reversed);
}

#[test]
fn a_place_in_time_that_is_no_number_is_refused() {
    for at in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut panel = exact(&["1", "2"]);
        panel.layers[0].points[1].at = at;
        let unfit = draw(&one(panel), &Style::default()).unwrap_err();
        assert_eq!(unfit, Unfit::NotANumber { what: "f1".into() });
    }
}

#[test]
fn bars_need_a_scale_from_zero() {
    for scale in [Scale::Log, Scale::Loose] {
        let mut panel = exact(&["1", "2"]);
        (panel.scale, panel.layers[0].mark) = (scale, Mark::Bars);
        assert_eq!(draw(&one(panel), &Style::default()).unwrap_err(), Unfit::BarsNotFromZero);
    }
}

#[test]
fn bars_start_at_zero_and_end_at_their_value() {
    let mut panel = exact(&["10", "-5", "20"]);
    panel.layers[0].mark = Mark::Bars;
    let scene = draw(&one(panel), &Style::default()).unwrap();
    let bars: Vec<Area> =
        scene.shapes.iter().filter(|shape| shape.role == Role::Mark).map(Shape::area).collect();
    let (up, down) = (bars[2].height(), bars[1].height());
    assert!((up / down - 4.0).abs() < 0.01, "{up} {down}");
    assert_eq!(bars[0].bottom, bars[1].top);
}

#[test]
fn the_band_of_a_month_is_seen_among_many_years() {
    let first = point("f0", year(1950), Side::Exact.of(fixtures::number("3")), "");
    let last = point("f1", year(2020), Side::Exact.of(fixtures::number("4")), "");
    let kind = Ticks::Periods(Frequency::YEAR);
    let layers = vec![layer(Mark::Points, 0, vec![first, last])];
    let mut panel = panel_of("", Scale::Linear, kind, layers);
    let (span, label) = (fixtures::month(1984, 5), "A month".to_string());
    panel.events = vec![fixtures::event("e", span, &label)];
    let scene = draw(&one(panel), &Style::default()).unwrap();
    let band = scene.shapes.iter().find(|shape| shape.role == Role::Band).unwrap();
    assert!(band.area().width() > 4.9, "{band:?}");
}

#[test]
fn a_light_colour_on_the_band_of_an_event_is_ringed() {
    for (colour, mark, ringed) in [
        (0, Mark::Line, false),
        (1, Mark::Line, true),
        (3, Mark::Line, true),
        (3, Mark::Bars, true),
        (2, Mark::Bars, false),
    ] {
        let mut panel = exact(&["3", "4", "3"]);
        let points = panel.layers.remove(0).points;
        let (span, label) = (points[1].span, "A year".to_string());
        panel.layers = vec![layer(mark, colour, points)];
        panel.events = vec![fixtures::event("e", span, &label)];
        let scene = draw(&one(panel), &Style::default()).unwrap();
        let at = |role: Role| {
            let own = |shape: &&Shape| shape.role == role && !matches!(shape.form, Form::Text(_));
            scene.shapes.iter().filter(own).map(|shape| shape.form.clone()).collect::<Vec<_>>()
        };
        let rings = at(Role::Backing);
        let drawn = [at(Role::Line), at(Role::Mark)].concat();
        let found = drawn.iter().any(|form| rings.contains(form));
        assert_eq!(found, ringed, "{mark:?} in colour {colour}");
    }
}

#[test]
fn no_arrow_runs_below_zero_or_into_its_bar() {
    let quantity = |text: &str| Side::AtMost.of(fixtures::number(text));
    for mark in [Mark::Points, Mark::Line, Mark::Spans] {
        let values = ["0", "1", "12", "40"].map(quantity).to_vec();
        let mut panel = fixtures::panel(Scale::Linear, values);
        panel.layers = vec![layer(mark, 0, panel.layers.remove(0).points)];
        let scene = draw(&one(panel), &Style::default()).unwrap();
        let base = scene.shapes.iter().filter(|shape| shape.role == Role::Axis);
        let base = base.map(|shape| shape.area().top).fold(f64::INFINITY, f64::min);
        for shape in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
            assert!(shape.area().bottom <= base + 5.0, "{mark:?}: {shape:?} below {base}");
        }
    }
    let least = |text: &str| Side::AtLeast.of(fixtures::number(text));
    let mut panel = fixtures::panel(Scale::Linear, ["-40", "-3", "25"].map(least).to_vec());
    panel.layers[0].mark = Mark::Bars;
    let scene = draw(&one(panel), &Style::default()).unwrap();
    let marks = || scene.shapes.iter().filter(|shape| shape.role == Role::Mark);
    for bar in marks().filter(|shape| matches!(shape.form, Form::Rect(_))) {
        let own = marks().filter(|one| one.figure == bar.figure && one.form != bar.form);
        let inside = |one: &&Shape| bar.area().grown(-0.5).overlaps(&one.area());
        assert_eq!(own.filter(inside).count(), 0, "{bar:?}");
    }
}

#[test]
fn lines_keep_their_width_and_marks_their_decimals() {
    let mut panel = exact(&["1", "3", "2"]);
    panel.layers = vec![layer(Mark::Line, 0, panel.layers.remove(0).points)];
    let scene = draw(&one(panel), &Style::default()).unwrap();
    let line = scene.shapes.iter().find(|shape| shape.role == Role::Line).unwrap();
    assert_eq!(line.paint.stroke.unwrap().width, 2.5);
    let Form::Polyline(spots) = &line.form else { panic!("{line:?}") };
    assert!(spots.iter().any(|spot| spot.x.fract() != 0.0), "{spots:?}");
}

#[test]
fn a_line_stops_where_there_is_no_link() {
    let mut chart = fixtures::ncmec();
    chart.panels[0].layers[0].links.remove(9);
    let scene = draw(&chart, &Style::default()).unwrap();
    let lines: Vec<usize> = scene
        .shapes
        .iter()
        .filter(|shape| shape.role == Role::Line)
        .map(|shape| match &shape.form {
            Form::Polyline(spots) => spots.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(lines, [10, 16]);
}

#[test]
fn a_chart_of_nothing_is_still_a_page() {
    for panels in [vec![], vec![exact(&[])], vec![exact(&[]), exact(&["1"])]] {
        let mut chart = fixtures::chart("", "", panels);
        chart.notes = Runs::notes(["A note."]);
        lawful(&chart, &draw(&chart, &Style::default()).unwrap()).unwrap();
    }
}

#[test]
fn hostile_words_are_set_line_by_line_or_refused() {
    for words in [
        "</text><script>alert(1)</script>\"'&".to_string(),
        "\u{1}\u{202e}\u{200f}\u{0}\u{fffe}".to_string(),
        "🙂👩‍👩‍👧 ".repeat(40),
        "a".repeat(10_000),
        "word ".repeat(2_000),
        "\n\r\t\n".to_string(),
    ] {
        let mut chart = fixtures::referrals();
        (chart.title, chart.subtitle, chart.alt) = (words.clone(), words.clone(), words.clone());
        chart.notes = Runs::notes([&words]);
        let key = fixtures::key(&[(Sign::Exact, &words), (Sign::Break, &words)]);
        let (style, mut scene) =
            (Style::default(), draw(&fixtures::lines(), &Style::default()).unwrap());
        key::draw(&key, &style, scene.height, &mut scene);
        roxmltree::Document::parse(&svg::encode(&scene)).unwrap();
        chart.sources.iter_mut().for_each(|source| source.text = words.clone());
        for panel in &mut chart.panels {
            panel.title = words.clone();
            let span = panel.layers[0].points[0].span;
            panel.events =
                vec![EventMark { cite: words.clone(), ..fixtures::event(&words, span, &words) }];
            for layer in &mut panel.layers {
                layer.name = words.clone();
                let span = fixtures::year(2014);
                layer.gaps = vec![Gap {
                    figure: words.clone(),
                    span,
                    word: words.clone(),
                    cite: words.clone(),
                }];
                for point in &mut layer.points {
                    point.figure = words.clone();
                    point.label.value = vec![LabelPart::new(Says::Number, &words, "")];
                    point.label.below = fixtures::below(Says::Name, &words);
                }
            }
        }
        let Ok(scene) = draw(&chart, &Style::default()) else { continue };
        let svg = svg::encode(&scene);
        let document = roxmltree::Document::parse(&svg).unwrap();
        assert!(!document.descendants().any(|node| node.has_tag_name("script")));
        for text in document.descendants().filter(|node| node.has_tag_name("text")) {
            assert!(!text.text().unwrap_or("").contains('\n'));
        }
    }
}

#[test]
fn the_band_of_what_lasts_ends_with_the_plot_and_two_at_once_are_told_apart() {
    let days =
        |from: i32, to: i32| crate::figure::Span { start: year(from).start, end: year(to).end };
    let drawn = |events: &[(i32, i32)]| {
        let mut panel = exact(&["3", "4", "3", "5"]);
        let event = |(from, to): &(i32, i32)| {
            let mark = fixtures::event("e", days(*from, *to), &format!("From {from} to {to}"));
            EventMark { room: year(2002), ..mark }
        };
        panel.events = events.iter().map(event).collect();
        let chart = one(panel);
        let scene = draw(&chart, &Style::default()).unwrap();
        lawful(&chart, &scene).unwrap();
        scene
    };
    let at = |scene: &Scene, role: Role| -> Vec<Area> {
        scene.shapes.iter().filter(|shape| shape.role == role).map(Shape::area).collect()
    };
    let grid = |scene: &Scene| at(scene, Role::Grid)[0];
    for event in [(1990, 2040), (1990, 2002), (2003, 2040)] {
        let scene = drawn(&[event]);
        let band = at(&scene, Role::Band)[0];
        let grid = grid(&scene);
        assert!(
            grid.left - 0.1 <= band.left && band.right <= grid.right + 0.1,
            "{event:?} {band:?}"
        );
        assert!(at(&scene, Role::Event).is_empty(), "one band has no outline");
        let label = at(&scene, Role::EventLabel)[0];
        assert!(band.left <= label.right && label.left <= band.right, "{event:?}");
    }
    let scene = drawn(&[(1990, 2002), (2002, 2040)]);
    assert_eq!(at(&scene, Role::Event).len(), 2, "the end of the one and the start of the other");
}

#[test]
fn where_every_bar_says_its_value_there_is_no_grid() {
    let mut panel = exact(&["3", "5", "4"]);
    panel.layers[0].mark = Mark::Bars;
    let grid = |panel: &crate::chart::Panel| {
        let scene = draw(&one(panel.clone()), &Style::default()).unwrap();
        scene.shapes.iter().filter(|one| matches!(one.role, Role::Grid | Role::GridLabel)).count()
    };
    assert_eq!(grid(&panel), 0);
    panel.layers[0].points[1].label = crate::chart::Label::default();
    assert!(grid(&panel) > 2);
}

#[test]
fn labels_that_need_not_be_there_go_before_a_height_is_refused() {
    let values: Vec<String> = (0..200).map(|at| (1000 + 977 * at % 811).to_string()).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let mut panel = exact(&values);
    panel.layers[0].mark = Mark::Line;
    let style = Style::new(Look::default(), Some(260));
    assert!(draw(&one(panel.clone()), &style).is_err());
    for point in &mut panel.layers[0].points[1..199] {
        point.label.must = false;
    }
    let scene = draw(&one(panel), &style).unwrap();
    assert!(scene.texts(&[Role::Label]).count() < 200);
}

#[test]
fn events_whose_names_have_no_room_have_numbers_that_the_foot_names() {
    let mut chart = fixtures::lines();
    let event = |at: i32| {
        let day = crate::figure::Day::new(2016 + at / 2, 2 + 6 * (at % 2) as u32, 9).unwrap();
        let span = crate::figure::Span { start: day, end: day };
        fixtures::event(&format!("e{at}"), span, &format!("What happened as number {at}, on a day"))
    };
    let drawn = |chart: &Chart| {
        let scene = draw(chart, &Style::of(chart)).unwrap();
        let said =
            |role| scene.texts(&[role]).map(|(_, text)| text.content.clone()).collect::<Vec<_>>();
        (said(Role::EventLabel), said(Role::KeyLabel).join(" "), scene.height)
    };
    let alone = drawn(&chart).2;
    chart.panels[0].events = vec![event(1)];
    assert!(drawn(&chart).0.concat().contains("What happened"));
    // Numbered as they follow each other, whatever the order of the spec.
    chart.panels[0].events = (0..8).rev().map(event).collect();
    let (mut labels, foot, height) = drawn(&chart);
    labels.sort();
    assert_eq!(labels, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    let foot = foot.replace('\u{a0}', " ");
    assert!(foot.contains("(1) What happened as number 0") && foot.contains("(8) What"), "{foot}");
    assert!(height < alone + 120.0, "{height}, {alone}");
}

#[test]
fn dots_of_many_lines_that_stand_back_are_beads() {
    let radii = |behind: usize| -> Vec<f64> {
        let mut panel = exact(&["3", "5", "4"]);
        panel.layers[0].mark = Mark::Line;
        let link =
            |from| crate::chart::Join { from, to: from + 1, dash: crate::chart::Dash::Solid };
        panel.layers[0].links = (0..2).map(link).collect();
        let first = panel.layers[0].clone();
        for at in 0..behind {
            let mut layer = first.clone();
            layer.hue = crate::chart::Hue::Grey;
            for point in &mut layer.points {
                point.figure = format!("{}-{at}", point.figure);
                (point.hue, point.label) = (layer.hue, crate::chart::Label::default());
            }
            panel.layers.push(layer);
        }
        let scene = draw(&one(panel), &Style::default()).unwrap();
        let own = scene.shapes.iter().filter(|shape| shape.role == Role::Mark);
        let radius = |shape: &crate::draw::scene::Shape| match shape.form {
            crate::draw::scene::Form::Circle { radius, .. } => Some(radius),
            _ => None,
        };
        own.filter_map(radius).collect()
    };
    let least = |all: Vec<f64>| all.into_iter().fold(f64::INFINITY, f64::min);
    assert!(least(radii(4)) > 2.0);
    assert!(least(radii(20)) < 1.5);
    assert_eq!(radii(20).len(), 63, "each figure has a mark");
}
