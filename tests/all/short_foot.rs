//! How the charts of the project come out: what stands below a plot is short, and says once what
//! it says.

use crate::common::drawn;
use crate::common::measures::{Measures, measured};
use sourceline::chart::{Chart, Size};

/// Each of the project with its name.
fn own() -> impl Iterator<Item = (&'static str, &'static Chart)> {
    let own = drawn().filter(|(project, ..)| project.folder.join("Cargo.toml").exists());
    own.map(|(_, case, drawn)| (&*case.name, &drawn.chart))
}

fn measures(size: Size) -> Vec<(&'static str, Measures)> {
    own().map(|(name, chart)| (name, measured(chart, size).expect("it has room"))).collect()
}

fn mean_foot(all: &[(&str, Measures)]) -> f64 {
    all.iter().map(|(_, one)| one.foot).sum::<f64>() / all.len() as f64
}

/// What protects a reader takes what it takes; these are the shares that are left.
#[test]
fn the_foot_takes_a_small_share_of_a_picture() {
    let (report, narrow) = (measures(Size::Report), measures(Size::Narrow));
    assert_eq!(report.len(), 7);
    assert!(mean_foot(&report) < 17.0, "{}", mean_foot(&report));
    assert!(mean_foot(&narrow) < 24.0, "{}", mean_foot(&narrow));
    for (all, most) in [(&report, 20.0), (&narrow, 30.2)] {
        let wordy =
            all.iter().filter(|(name, _)| ["iwf-reports", "threat-estimates"].contains(name));
        for (name, one) in wordy {
            assert!(one.foot < most, "{name}: {}", one.foot);
        }
    }
}

#[test]
fn pictures_are_no_higher_than_they_need_be_and_labels_stand_near_their_marks() {
    for (name, one) in measures(Size::Report) {
        assert!(one.height <= 640.0 || name == "iwf-reports", "{name}: {}", one.height);
        assert!(one.longest <= 40.0 && one.leaders <= 3, "{name}: {}", one.longest);
        assert!(one.labels >= 3, "{name}: {}", one.labels);
    }
    for (name, one) in measures(Size::Narrow) {
        assert!(one.height <= 700.0 || name != "threat-estimates", "{}", one.height);
        assert!(one.longest <= 40.0 && one.numbers == 0, "{name}: {}", one.longest);
    }
}

#[test]
fn a_series_a_period_and_a_publisher_are_named_once() {
    let notes = |wanted: &str| -> Vec<String> {
        let (_, chart) = own().find(|(name, _)| *name == wanted).expect("it is there");
        chart.notes.iter().map(ToString::to_string).collect()
    };
    let of_iwf = notes("iwf-reports");
    let says = |start: &str| of_iwf.iter().any(|note| note.starts_with(start));
    assert!(says("Reports confirmed: for 2011 other sources say 13,161 ("), "{of_iwf:?}");
    assert!(says("Withdrawn: 361,026 for 2021 (Reports assessed). Same page,"), "{of_iwf:?}");
    assert!(says("Counted differently from 2014: from April 2014 it includes what"), "{of_iwf:?}");
    let broken = of_iwf.iter().filter(|note| note.starts_with("Counted differently"));
    assert_eq!(broken.count(), 1, "{of_iwf:?}");
    // The subtitle says which.
    let of_threat = notes("threat-estimates");
    let said = "The marks count different things, so none are joined.";
    assert!(of_threat.iter().any(|note| note == said), "{of_threat:?}");
}
