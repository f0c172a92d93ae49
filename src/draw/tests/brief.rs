//! What labels leave to the foot, of charts made by hand.

use crate::chart::{
    Chart, KeyEntry, LabelPart, LabelRoom, MayGo, Point, Says, Sign, StandsFor, shorter,
};
use crate::draw::fixtures;
use crate::figure::Side;

fn points(chart: &Chart) -> impl Iterator<Item = &Point> {
    chart.panels.iter().flat_map(|panel| &panel.layers).flat_map(|layer| &layer.points)
}

#[test]
fn what_a_label_no_longer_says_the_foot_says() {
    let mut chart = fixtures::threat();
    for (at, layer) in chart.panels[0].layers.iter_mut().enumerate() {
        layer.name = format!("people of kind {at}");
        let below = fixtures::below(Says::Name, &layer.name);
        layer.points.iter_mut().for_each(|point| point.label.below.clone_from(&below));
    }
    let brief: Vec<Chart> = shorter(&chart, &[], LabelRoom::Least).collect();
    // There are no bars.
    assert_eq!(brief.len(), 2);
    assert!(points(&brief[0]).all(|point| point.label.cite.is_none()));
    let told = |brief: &Chart| brief.told[0].to_string();
    assert!(told(&brief[0]).starts_with("Figures by source: "), "{}", told(&brief[0]));
    assert!(told(&brief[1]).starts_with("(A)\u{a0}"), "{}", told(&brief[1]));
    for (before, after) in [(&chart, &brief[0]), (&brief[0], &brief[1])] {
        let texts = |chart: &Chart| -> Vec<String> {
            points(chart).map(|point| point.label.text().into_owned()).collect()
        };
        assert_eq!(texts(before), texts(after));
    }
}

#[test]
fn the_numbers_that_the_foot_says_are_those_of_their_sources() {
    let brief = shorter(&fixtures::threat(), &[], LabelRoom::Little).next().unwrap();
    let line = &brief.told[0];
    assert_eq!(
        line.to_string().replace('\u{a0}', " "),
        "Figures by source: at least 20,000 [1]; about 80,000 [2]; at least 300,000 [3]; \
         550,000 to 850,000 [4, 5]; at most 700,000, 400,000 (350,000 to 480,000) [6]."
    );
    for run in line.runs() {
        if let StandsFor::Source(at) = run.stands_for {
            assert_eq!(line.as_str()[run.bytes.clone()], (at + 1).to_string());
        }
    }
}

#[test]
fn the_shape_of_a_bar_says_what_its_label_no_longer_does() {
    let mut chart = fixtures::arrests();
    let point = &mut chart.panels[0].layers[0].points[1];
    let quantity = Side::AtLeast.of(fixtures::number("297"));
    point.label = fixtures::label(&quantity, "");
    point.quantity = quantity;
    let meaning = "at least".to_string();
    let key = [KeyEntry { signs: vec![Sign::AtLeastBar], hue: None, meaning }];
    let last = shorter(&chart, &key, LabelRoom::Least).last().unwrap();
    assert_eq!(last.panels[0].layers[0].points[1].label.text(), "297");
    let dots = |chart: &Chart| chart.panels[1].layers[0].points[0].label.text().into_owned();
    assert_eq!(dots(&last), dots(&chart));
    assert_eq!(dots(&chart), "about 375");
}

/// Whatever words a name holds: they are not those of the other parts.
#[test]
fn words_of_doubt_stay_beside_the_mark() {
    let name = "Census 2011: provisional forecasts of people";
    let part = |says, text: &str| LabelPart::new(says, text, ", ");
    let mut chart = fixtures::threat();
    let layer = &mut chart.panels[0].layers[0];
    layer.name = name.to_string();
    for point in &mut layer.points {
        point.label.cite = None;
        point.label.below = vec![
            part(Says::Period, "2011"),
            part(Says::Name, name),
            part(Says::Unit { named: false }, "men"),
            part(Says::Status, "forecast"),
            part(Says::Status, "provisional"),
        ];
    }
    let brief = shorter(&chart, &[], LabelRoom::Least).last().unwrap();
    for point in points(&brief) {
        let below: Vec<&str> = point.label.below.iter().map(|part| &*part.text).collect();
        assert_eq!(below, ["2011", "men", "forecast", "provisional"]);
        assert_eq!(point.label.cite(), "(A)");
    }
}

#[test]
fn what_may_go_nowhere_is_in_every_variant() {
    for (name, chart) in fixtures::all() {
        let kept = |chart: &Chart| -> Vec<String> {
            let required = points(chart).filter(|point| point.label.required);
            let parts =
                required.flat_map(|point| point.label.value.iter().chain(&point.label.below));
            let stays = |part: &&LabelPart| part.says.may_go() == MayGo::Nowhere;
            parts.filter(stays).map(|part| part.text.clone()).collect()
        };
        for brief in shorter(&chart, &[], LabelRoom::Least) {
            assert_eq!(kept(&brief), kept(&chart), "{name}");
        }
    }
}

#[test]
fn what_averages_are_of_goes_to_the_foot_with_the_series_it_is_of() {
    let mut chart = fixtures::threat();
    let again = chart.panels[0].layers[0].clone();
    chart.panels[0].layers.push(again);
    for (at, layer) in chart.panels[0].layers.iter_mut().enumerate() {
        layer.name = format!("Kind {at}");
        for point in &mut layer.points {
            point.label.ends = None;
            point.label.value = vec![
                LabelPart::new(Says::Number, "2", ""),
                LabelPart::new(Says::Per, "a month", " "),
                LabelPart::new(Says::Total { told: "24 for 2020".into() }, "(24 in all)", " "),
            ];
        }
    }
    let brief = shorter(&chart, &[], LabelRoom::Little).next().unwrap();
    assert!(points(&brief).all(|point| point.label.text() == "2"));
    let told: Vec<String> = brief.told.iter().map(ToString::to_string).collect();
    let expected = chart.panels[0].layers.iter().map(|layer| {
        let all = vec!["24 for 2020"; layer.points.len()].join("; ");
        format!("In all, {}: {all}.", layer.name)
    });
    assert_eq!(told, expected.collect::<Vec<String>>());
}
