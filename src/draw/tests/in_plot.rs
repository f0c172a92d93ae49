//! What a note says stands in the plot or in the foot, never in both and never in neither.

use super::one;
use crate::chart::*;
use crate::draw::fixtures::{below, layer, panel_of, point, year, years};
use crate::draw::scene::Role;
use crate::draw::{Scene, Style, draw};
use crate::figure::{Day, Frequency, Side};

/// Three years of a line with a break before the last, and another figure for the second.
fn chart(high: &str) -> Chart {
    let mut line = layer(Mark::Line, 0, years("a", 2018, &["100", "120", "90"]));
    line.links.pop();
    let quantity = Side::Exact.of(high.parse().unwrap());
    let mut label = point("rival", year(2019), quantity.clone(), "").label;
    (label.required, label.must) = (false, false);
    let who = below(Says::Status, "another source: Office");
    let (figure, of) = ("rival".to_string(), "a-2019".to_string());
    line.points[1].disputed = true;
    line.rivals = vec![RivalMark { figure, of, quantity, label, who }];
    let mut panel = panel_of("", Scale::Linear, Ticks::Periods(Frequency::YEAR), vec![line]);
    panel.breaks = vec![Break {
        figure: "a-2020".into(),
        at: f64::from(Day::new(2020, 1, 1).unwrap().number()),
        reason: "a new register".into(),
        label: String::new(),
        required: false,
    }];
    let mut chart = one(panel);
    chart.notes = Runs::notes([
        "For 2019 another source says so (Office).",
        "Counted differently from 2020: a new register.",
        "Another note.",
    ]);
    let in_plot = |note, figure: &str, of_breaks| InPlot {
        note,
        figures: vec![figure.to_string()],
        of_breaks,
    };
    chart.in_plot = vec![in_plot(0, "rival", false), in_plot(1, "a-2020", true)];
    chart
}

/// What stands in the plot, and what in the foot.
fn said(scene: &Scene) -> [String; 2] {
    let all = |roles: &[Role]| {
        let words = scene.texts(roles).map(|(_, text)| text.content.clone());
        words.collect::<Vec<String>>().join(" ")
    };
    [all(&[Role::Label, Role::EventLabel]), all(&[Role::Note])]
}

#[test]
fn what_has_room_in_the_plot_is_not_in_the_foot() {
    for size in Size::ALL {
        let mut chart = chart("180");
        chart.wanted.size = Some(size);
        let scene = draw(&chart, &Style::of(&chart)).unwrap();
        let [plot, foot] = said(&scene);
        assert!(plot.contains("another source: Office"), "{size:?}: {plot}");
        assert!(plot.replace('\u{a0}', " ").contains("a new register"), "{size:?}: {plot}");
        assert_eq!(foot, "Another note.", "{size:?}");
        assert!(scene.description.contains("For 2019 another source says so (Office)."));
        assert!(scene.description.contains("Counted differently from 2020: a new register."));
    }
}

#[test]
fn what_has_none_there_is_in_the_foot() {
    // It would be covered by the figure that is drawn.
    let near = chart("121");
    let [plot, foot] = said(&draw(&near, &Style::of(&near)).unwrap());
    assert!(!plot.contains("Office") && plot.contains("a new register"), "{plot}");
    assert!(foot.contains("says so (Office)") && !foot.contains("Counted"), "{foot}");
    // A note is said there as a whole or not at all.
    let mut half = chart("180");
    half.in_plot[0].figures.push("of no mark".into());
    let [plot, foot] = said(&draw(&half, &Style::of(&half)).unwrap());
    assert!(!plot.contains("Office") && plot.contains("a new register"), "{plot}");
    assert!(foot.contains("says so (Office)") && !foot.contains("Counted"), "{foot}");
}

#[test]
fn what_stands_in_the_plot_makes_no_foot_long() {
    let lines = |high: &str| {
        let mut chart = chart(high);
        chart.notes = Runs::notes([
            format!("For 2019 another source says so ({}).", "Office ".repeat(40)),
            "Counted differently from 2020: a new register.".to_string(),
            "Another note.".to_string(),
        ]);
        let style = Style::of(&chart);
        crate::draw::foot_lines(&chart, &style, &draw(&chart, &style).unwrap()).0
    };
    // Beside the figure that is drawn, and covered by it.
    assert!(lines("180") + 1 < lines("121"), "{} {}", lines("180"), lines("121"));
}
