//! Pictures of the fixtures, and what must hold of every picture, whatever the chart.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rust_decimal::Decimal;

use super::fixtures::{self, layer, month, panel_of, point, year};
use super::scene::{Area, Form, Role, Shape, Spot};
use super::theme::contrast::ratio;
use super::*;
use crate::chart::*;
use crate::encode::svg;
use crate::figure::{Interval, Kind, Quantity};

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

fn looks() -> impl Iterator<Item = Look> {
    let themes = |size| ThemeName::ALL.map(|theme| Look { size, theme });
    Size::ALL.into_iter().flat_map(themes)
}

/// Lawful, or refused with a height in which it is.
fn lawful_as(chart: &Chart, look: Look) -> Result<(), TestCaseError> {
    match draw(chart, &Style::new(look, None)) {
        Ok(scene) => lawful(chart, &scene),
        Err(Unfit::TooLow { needed, .. }) => {
            match draw(chart, &Style::new(look, Some(needed as u32))) {
                Ok(scene) => lawful(chart, &scene),
                Err(unfit) => Err(TestCaseError::fail(unfit.to_string())),
            }
        }
        Err(unfit) => Err(TestCaseError::fail(unfit.to_string())),
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
    for height in [420, 480, 555, 900] {
        assert_eq!(size(Size::Report, Some(height)), (720.0, f64::from(height)));
    }
}

#[test]
fn a_height_that_holds_too_little_names_what_does_not_fit() {
    let chart = fixtures::threat();
    let told = |height| draw(&chart, &Style::new(Look::default(), Some(height)));
    let Err(Unfit::TooLow { height, needed, what }) = told(200) else { panic!() };
    assert_eq!((height, what.as_str()), (200.0, "the plot between title and sources"));
    let scene = told(needed as u32).unwrap();
    assert_eq!(scene.height, needed);
    lawful(&chart, &scene).unwrap();
    let low = Style::new(Look::default(), Some(330));
    let labels = fixtures::all().into_iter().filter(|(_, chart)| {
        matches!(draw(chart, &low), Err(Unfit::TooLow { what, .. }) if what.starts_with("the label `"))
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
    let quantities = values.iter().map(|text| Quantity::Exact(fixtures::number(text)));
    fixtures::panel(Scale::Linear, quantities.collect())
}

#[test]
fn nothing_outside_the_range_is_moved_to_the_edge() {
    let mut panel = exact(&["1", "2", "3"]);
    panel.to = Some(year(2002).end);
    let unfit = draw(&one(panel), &Style::default()).unwrap_err();
    assert_eq!(unfit, Unfit::Outside { what: "f2".into() });
    let mut panel = exact(&["1"]);
    panel.events = vec![EventMark {
        event: "e".into(),
        span: year(2010),
        label: "An event".into(),
        cite: String::new(),
    }];
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
fn no_arrow_runs_below_zero_or_into_its_bar() {
    let quantity = |text: &str| Quantity::AtMost(fixtures::number(text));
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
    let least = |text: &str| Quantity::AtLeast(fixtures::number(text));
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
        chart.notes = vec!["A note.".into()];
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
        chart.notes = vec![words.clone()];
        chart.key = fixtures::key(&[(Sign::Exact, &words), (Sign::Break, &words)]);
        chart.sources.iter_mut().for_each(|source| source.text = words.clone());
        for panel in &mut chart.panels {
            panel.title = words.clone();
            let span = panel.layers[0].points[0].span;
            panel.events = vec![EventMark {
                event: words.clone(),
                span,
                label: words.clone(),
                cite: words.clone(),
            }];
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
                    point.label.text = words.clone();
                    point.label.below = words.clone();
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

/// What must hold of every picture.
fn lawful(chart: &Chart, scene: &Scene) -> Result<(), TestCaseError> {
    let canvas = Area { left: 0.0, top: 0.0, right: scene.width, bottom: scene.height };
    for shape in &scene.shapes {
        let area = shape.area();
        prop_assert!(canvas.contains(&area), "{:?} leaves the picture", shape);
    }
    let texts = scene.shapes.iter().filter_map(|shape| match &shape.form {
        Form::Text(text) => Some((text.reserve(), text.content.as_str())),
        _ => None,
    });
    let mut texts: Vec<(Area, &str)> = texts.collect();
    texts.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
    for (at, (area, content)) in texts.iter().enumerate() {
        prop_assert!(canvas.contains(area), "`{}` leaves the picture", content);
        let rest = texts[at + 1..].iter().take_while(|(other, _)| other.top < area.bottom);
        for (other, with) in rest {
            let clear = !area.overlaps(&other.grown(-0.01));
            prop_assert!(clear, "`{}` overlaps `{}`", content, with);
        }
    }
    for point in chart.panels.iter().flat_map(|p| &p.layers).flat_map(|l| &l.points) {
        let own =
            |(shape, _): &(&Shape, &scene::Text)| shape.figure.as_ref() == Some(&point.figure);
        let labelled = scene.texts(&[Role::Label]).any(|label| own(&label));
        prop_assert!(labelled || !point.label.required, "{} has no label", point.figure);
        let marked = |shape: &Shape| {
            shape.role == Role::Mark && shape.figure.as_ref() == Some(&point.figure)
        };
        prop_assert!(scene.shapes.iter().any(marked), "{} has no mark", point.figure);
    }
    uncovered(scene)?;
    legible(scene)?;
    in_order(chart, scene)
}

/// No word lies on a mark or on what joins marks.
fn uncovered(scene: &Scene) -> Result<(), TestCaseError> {
    let words = [Role::GridLabel, Role::TickLabel, Role::EventLabel, Role::Gap, Role::Label];
    for (_, text) in scene.texts(&words) {
        // From the top of a capital to the base line.
        let (top, bottom) = (text.at.y - 0.72 * text.size, text.at.y);
        let area = Area { top, bottom, ..text.area(1.0) };
        for shape in scene.shapes.iter().filter(|s| matches!(s.role, Role::Mark | Role::Line)) {
            let clear = match &shape.form {
                Form::Polyline(spots) => {
                    spots.windows(2).all(|pair| !crosses(pair[0], pair[1], &area))
                }
                Form::Line(from, to) => !crosses(*from, *to, &area),
                _ => !shape.area().overlaps(&area),
            };
            prop_assert!(clear, "`{}` lies on {:?}", text.content, shape);
        }
    }
    Ok(())
}

/// Does some part of a line lie within the area?
fn crosses(from: Spot, to: Spot, area: &Area) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let across = (from.x, to.x - from.x, area.left, area.right);
    let along = (from.y, to.y - from.y, area.top, area.bottom);
    for (start, by, low, high) in [across, along] {
        if by == 0.0 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / by, (high - start) / by);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    enter < leave
}

/// Words and marks stand out from the ground, and no text is small.
fn legible(scene: &Scene) -> Result<(), TestCaseError> {
    for shape in &scene.shapes {
        let colours = [shape.paint.fill, shape.paint.stroke.map(|stroke| stroke.colour)];
        let best = colours.into_iter().flatten().map(|colour| ratio(colour, scene.background));
        let best = best.fold(1.0, f64::max);
        let least = match (&shape.form, shape.role) {
            (Form::Text(text), _) => {
                prop_assert!(text.size >= 12.0, "{:?} is small", text);
                4.5
            }
            (_, Role::Mark | Role::Line | Role::Key | Role::Event | Role::Break) => 3.0,
            _ => 1.0,
        };
        prop_assert!(best >= least, "{:?} is faint: {:.2}", shape, best);
    }
    Ok(())
}

/// Dots lie to the right of those before them and above those with smaller values: none has been
/// moved to an edge.
fn in_order(chart: &Chart, scene: &Scene) -> Result<(), TestCaseError> {
    for panel in &chart.panels {
        let mut dots: Vec<(f64, f64, f64, f64)> = Vec::new();
        for point in panel.layers.iter().flat_map(|layer| &layer.points) {
            let own = scene.shapes.iter().filter(|s| s.figure.as_ref() == Some(&point.figure));
            let centre = own.into_iter().find_map(|shape| match shape.form {
                Form::Circle { centre, .. } => Some(centre),
                _ => None,
            });
            let value = point.quantity.value().map(value_axis::float);
            if let (Some(centre), Some(value)) = (centre, value) {
                dots.push((point.at, value, centre.x, centre.y));
            }
        }
        let mut by = |time: bool| {
            let key =
                |dot: &(f64, f64, f64, f64)| if time { (dot.0, dot.2) } else { (dot.1, -dot.3) };
            dots.sort_by(|a, b| key(a).0.total_cmp(&key(b).0));
            dots.windows(2).all(|pair| key(&pair[0]).1 <= key(&pair[1]).1 + 0.011)
        };
        prop_assert!(by(true) && by(false), "dots are out of order");
        // Days are to scale: any two spans of time are as their widths.
        dots.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let (Some(&first), Some(&last)) = (dots.first(), dots.last()) {
            for dot in &dots {
                let expected = (dot.0 - first.0) * (last.2 - first.2);
                let found = (dot.2 - first.2) * (last.0 - first.0);
                let days = (last.0 - first.0).max(1.0);
                prop_assert!((expected - found).abs() <= 0.03 * days, "{:?} is not to scale", dot);
            }
        }
    }
    Ok(())
}

/// How the values of a generated series lie.
#[derive(Clone, Copy, Debug)]
enum Lie {
    Anywhere,
    Clustered,
    Equal,
    Rising,
    Falling,
    WideLog,
    Negative,
    /// Every second series falls where the others rise.
    Crossing,
}

#[derive(Clone, Copy, Debug)]
enum Say {
    Exact,
    Mixed,
    Ranges,
    AtLeast,
    AtMost,
    Intervals,
}

#[derive(Clone, Debug)]
struct Plan {
    lie: Lie,
    say: Say,
    mark: Mark,
    points: usize,
    layers: usize,
    monthly: bool,
    cites: bool,
    names: bool,
    small: bool,
    seeds: Vec<u32>,
}

fn plan() -> impl Strategy<Value = Plan> {
    use Lie::*;
    let lie = prop::sample::select(vec![
        Anywhere, Clustered, Equal, Rising, Falling, WideLog, Negative, Crossing,
    ]);
    let say = prop::sample::select(vec![
        Say::Exact,
        Say::Mixed,
        Say::Ranges,
        Say::AtLeast,
        Say::AtMost,
        Say::Intervals,
    ]);
    let mark = prop::sample::select(vec![Mark::Line, Mark::Points, Mark::Bars, Mark::Spans]);
    let points = prop_oneof![1usize..=12, 1usize..=12, 13usize..=200];
    let seeds = prop::collection::vec(0u32..10_000, 64);
    (lie, say, mark, points, 1usize..=6, any::<(bool, bool, bool, bool)>(), seeds).prop_map(
        |(lie, say, mark, points, layers, (monthly, cites, names, small), seeds)| {
            // Bars of many series in one period would be hairs.
            let layers = if mark == Mark::Bars { layers.min(2) } else { layers };
            Plan { lie, say, mark, points, layers, monthly, cites, names, small, seeds }
        },
    )
}

fn value(plan: &Plan, layer: usize, at: usize) -> i64 {
    let seed = i64::from(plan.seeds[(at * 7 + layer * 13) % plan.seeds.len()]);
    match plan.lie {
        Lie::Anywhere => seed * 10 + 1,
        Lie::Clustered => 5_000 + seed % 40,
        Lie::Equal => 4_321,
        Lie::Rising => 100 + 50 * at as i64 + seed % 50,
        Lie::Falling => 20_000 - 90 * at as i64 + seed % 50,
        Lie::WideLog => 10_i64.pow(1 + (seed % 9) as u32) + seed,
        Lie::Negative => seed - 5_000,
        Lie::Crossing if layer.is_multiple_of(2) => 1_000 + 9_000 * share(plan, at) / 100,
        Lie::Crossing => 10_000 - 9_000 * share(plan, at) / 100 + 40 * layer as i64,
    }
}

/// How far along a point is, in percent.
fn share(plan: &Plan, at: usize) -> i64 {
    (100 * at / plan.points) as i64
}

fn quantity(plan: &Plan, layer: usize, at: usize) -> Quantity {
    let number = value(plan, layer, at);
    let (low, high) =
        (Decimal::from(number - number.abs() / 5), Decimal::from(number + number.abs() / 5));
    let number = Decimal::from(number);
    let say = match plan.say {
        Say::Mixed => [Say::Exact, Say::Ranges, Say::AtLeast, Say::AtMost, Say::Intervals][at % 5],
        say => say,
    };
    match say {
        Say::Ranges => Quantity::Range { low, high },
        Say::AtLeast => Quantity::AtLeast(number),
        Say::AtMost => Quantity::AtMost(number),
        Say::Intervals => Quantity::Interval(Box::new(Interval {
            value: number,
            low,
            high,
            about: at.is_multiple_of(2),
        })),
        Say::Exact | Say::Mixed => Quantity::Exact(number),
    }
}

fn build(plan: &Plan) -> Chart {
    let layers = (0..plan.layers).map(|number| {
        let points: Vec<Point> = (0..plan.points)
            .map(|at| {
                let span = if plan.monthly {
                    month(2000 + (at / 12) as i32, 1 + (at % 12) as u32)
                } else {
                    year(1900 + at as i32)
                };
                let cite = if plan.cites { format!("[{}]", at % 9 + 1) } else { String::new() };
                let quantity = quantity(plan, number, at);
                let mut point = point(&format!("f{number}-{at}"), span, quantity, &cite);
                let ends = at == 0 || at + 1 == plan.points;
                point.label.required = plan.points <= 12 || ends || at == plan.points / 2;
                point.label.priority = if ends { 9 } else { 1 };
                if plan.names && plan.layers > 1 && (ends || plan.mark == Mark::Points) {
                    point.label.below = format!("the series number {number}");
                }
                point
            })
            .collect();
        let mut layer = layer(plan.mark, number, points);
        layer.name = format!("series {number}");
        layer
    });
    let kind = if plan.monthly { Kind::Month } else { Kind::Year };
    let log = matches!(plan.lie, Lie::WideLog) && plan.mark != Mark::Bars;
    let scale = if log { Scale::Log } else { Scale::Linear };
    let layers = layers.collect();
    let mut panel = panel_of("A panel", scale, Ticks::Periods(kind), layers);
    if plan.seeds[0].is_multiple_of(3) {
        let span = panel.layers[0].points[plan.points / 2].span;
        let day = crate::figure::Span { start: span.start, end: span.start };
        let span = if plan.seeds[1].is_multiple_of(2) { day } else { span };
        let label = "Something happens, then".to_string();
        panel.events = vec![EventMark { event: "e".into(), span, label, cite: String::new() }];
    }
    let mut chart = one(panel);
    if plan.small {
        let whole = chart.panels.remove(0);
        let panel = |layer: &Layer| Panel { layers: vec![layer.clone()], ..whole.clone() };
        chart.panels = whole.layers.iter().map(panel).collect();
        chart.arrangement = Arrangement::SmallMultiples;
    }
    chart.key = fixtures::key(&[(Sign::Range, "range as stated"), (Sign::AtLeast, "at least")]);
    chart
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn no_label_collides_or_is_missing_whatever_the_chart(plan in plan()) {
        let looks: Vec<Look> = looks().collect();
        let look = looks[plan.seeds[2] as usize % looks.len()];
        lawful_as(&build(&plan), look)?;
    }
}

/// `SOURCELINE_CASES=5000` looks longer, and each time at other charts; otherwise they are always
/// the same, so that a run tells of the change it tries and of nothing else.
fn asked_cases() -> Option<u32> {
    std::env::var("SOURCELINE_CASES").ok().and_then(|text| text.parse().ok())
}

fn cases() -> u32 {
    asked_cases().unwrap_or(32)
}

fn seed() -> RngSeed {
    if asked_cases().is_some() { RngSeed::Random } else { RngSeed::Fixed(2017) }
}
