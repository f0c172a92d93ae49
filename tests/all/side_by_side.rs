//! Panels beside one another: one axis where they count the same, and told where they do not; what is
//! counted, and what was withdrawn.

use std::path::Path;

use crate::common::read_files;
use sourceline::chart::{Chart, resolve};
use sourceline::dataset::Dataset;

/// The chart of a spec about bicycles and trams.
#[track_caller]
fn chart(head: &str, panels: &[&str]) -> Chart {
    chart_of(head, panels, |text| text)
}

/// The same where the figures say something else.
#[track_caller]
fn chart_of(head: &str, panels: &[&str], change: impl Fn(String) -> String) -> Chart {
    let mut files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/data"));
    files.figures = change(String::from_utf8(files.figures).unwrap()).into_bytes();
    let data = Dataset::read(&files, 4).value;
    let panels: Vec<String> = panels.iter().map(|panel| format!("[[panels]]\n{panel}\n")).collect();
    let text = format!("{head}\n{}", panels.concat());
    let checked = resolve("c", "charts/c.toml", &text, &data, "test");
    checked.value.unwrap_or_else(|| panic!("{text}\n{:?}", checked.problems))
}

const ONE: &str = r#"series = [{ id = "bikes", mark = "points" }]"#;
const OTHER: &str = r#"series = [{ id = "shop-01", mark = "points" }]"#;
const TRAMS: &str = r#"series = [{ id = "trams", mark = "points" }]"#;
const MONTHLY: &str = r#"series = [{ id = "trams-monthly", mark = "points" }]"#;

/// How many layers of other panels each has on its axis.
fn beside(chart: &Chart) -> Vec<usize> {
    chart.panels.iter().map(|panel| panel.beside.len()).collect()
}

#[test]
fn panels_of_one_measure_share_their_axis_unless_the_spec_says_otherwise() {
    let shared = chart("title = \"T\"", &[ONE, OTHER]);
    assert_eq!(
        (beside(&shared), shared.subtitle.contains("The scales differ")),
        (vec![1, 1], false)
    );
    let free = chart("title = \"T\"\nscales = \"free\"", &[ONE, OTHER]);
    assert_eq!((beside(&free), free.subtitle.contains("The scales differ")), (vec![0, 0], true));
    let unlike = chart("title = \"T\"", &[ONE, &format!("scale = \"log\"\n{OTHER}")]);
    assert_eq!(
        (beside(&unlike), unlike.subtitle.contains("The scales differ")),
        (vec![0, 0], true)
    );
}

#[test]
fn a_year_beside_a_month_says_so_and_why_they_are_apart() {
    let apart = chart("title = \"T\"", &[TRAMS, MONTHLY]);
    assert_eq!(beside(&apart), [0, 0]);
    assert!(apart.subtitle.contains("The scales differ"), "{}", apart.subtitle);
    assert_eq!(apart.panels[0].title, "Tram rides, a year");
    assert_eq!(apart.panels[1].title, "Tram rides a month");
    let notes: Vec<String> = apart.notes.iter().map(ToString::to_string).collect();
    assert!(notes[0].starts_with("The panels are not comparable. Guesses of a"));
    assert!(notes[1].starts_with("Tram rides: Rides that the gates counted in a calendar year."));
}

#[test]
fn a_chart_of_one_series_says_what_is_counted() {
    let one = chart("title = \"T\"", &[TRAMS]);
    let said = "Rides that the gates counted in a calendar year";
    assert!(one.subtitle.ends_with(said), "{}", one.subtitle);
    assert!(one.description.contains("Children ride free."), "{}", one.description);
}

#[test]
fn a_typed_subtitle_keeps_unit_and_place() {
    let typed = chart("title = \"T\"\nsubtitle = \"By the gates\"", &[TRAMS]);
    assert_eq!(typed.subtitle, "By the gates, rides, Exampleton");
    let full = chart("title = \"T\"\nsubtitle = \"Rides in Exampleton\"", &[TRAMS]);
    assert_eq!(full.subtitle, "Rides in Exampleton");
}

#[test]
fn what_was_withdrawn_is_told_with_its_reason() {
    let told = chart("title = \"T\"", &[ONE]);
    let notes: Vec<String> = told.notes.iter().map(ToString::to_string).collect();
    let said = "Withdrawn: 81,000 for 2019 (Channel 4 Gazette). Taken back in the next issue.";
    assert!(notes.iter().any(|note| note == said), "{notes:?}");
}

#[test]
fn what_took_the_place_of_a_withdrawn_figure_is_called_by_what_it_says_and_not_by_its_id() {
    let named = |text: String| {
        let lines = text.lines().enumerate().map(|(at, line)| match (at, line) {
            (0, header) => format!("{header},superseded_by\n"),
            (_, line) if line.contains("Taken back in the next issue.") => {
                let why = "Superseded by bikes-2019: counted again. Of bikes-2019-paper no word.";
                format!("{},bikes-2019\n", line.replace("Taken back in the next issue.", why))
            }
            (_, line) => format!("{line},\n"),
        });
        lines.collect()
    };
    let told = chart_of("title = \"T\"", &[ONE], named);
    let notes: Vec<String> = told.notes.iter().map(ToString::to_string).collect();
    let note = notes.iter().find(|note| note.starts_with("Withdrawn")).expect("it is told");
    let said = "Withdrawn: 81,000 for 2019 (Channel 4 Gazette). Superseded by 82,109 for 2019 (";
    assert!(note.starts_with(said), "{note}");
    assert!(note.ends_with("): counted again. Of bikes-2019-paper no word."), "{note}");
}
