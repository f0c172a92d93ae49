//! The limits that the README states, with data as large as they are.
#![cfg(unix)]

use std::fs::File;
use std::path::Path;
use std::process::Command;

use crate::common::folder::project;
use crate::common::read_files;
use sourceline::chart::spec::Spec;
use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::problem::{Problem, Rule};

/// The small project with one file of it changed.
fn problems(change: impl Fn(&mut Files)) -> Vec<Problem> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/project/data");
    let mut files = read_files(&data);
    change(&mut files);
    check(&files, 4).problems
}

#[test]
fn two_million_rows_are_read_and_no_more() {
    let mut rows = String::from("id,date,label\n");
    for row in 0..=2_000_000 {
        rows += &format!("event-{row},2017,Storm\n");
    }
    let found = problems(|files| files.events = Some(rows.clone().into_bytes()));
    assert_eq!(found.len(), 1, "{:?}", found.first());
    assert_eq!(found[0].place.to_string(), "data/events.csv:2000002:1 (A2000002)");
    assert_eq!(found[0].message, "the file has more than the 2000000 rows that are read");
}

#[test]
fn a_cell_of_64_kib_is_read_and_no_longer_one() {
    let with_note = |length: usize| {
        let note = "n".repeat(length);
        let row = format!("more,swift-boxes,2021-06-30,39,,,exact,,,council-2024,,,,,{note}\n");
        problems(|files| files.figures.extend_from_slice(row.as_bytes()))
    };
    assert_eq!(with_note(64 * 1024), []);
    let found = with_note(64 * 1024 + 1);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule, found[0].place.line), (Rule::Limit, 11));
}

/// The file takes no room on a disk that leaves holes out.
#[test]
fn a_file_over_512_mib_is_refused() {
    let folder = project();
    let figures = File::options().write(true).open(folder.path().join("data/figures.csv")).unwrap();
    figures.set_len(600 * 1024 * 1024).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_sourceline"))
        .arg("check")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let refusal = "error[limit]: the file has more than the 536870912 bytes that are read";
    assert!(said.contains(refusal), "{said}");
}

#[test]
fn a_thousand_figures_of_one_period_are_held_against_each_other_and_no_more() {
    let with = |count: usize| {
        let row =
            |at: usize| format!("more-{at},swift-boxes,2023,39,,,exact,,,council-2024,,,,,\n");
        let rows: String = (0..count).map(row).collect();
        let found = problems(|files| files.figures.extend_from_slice(rows.as_bytes()));
        found.into_iter().filter(|one| one.rule == Rule::TooMany).collect::<Vec<Problem>>()
    };
    assert_eq!(with(1_000), []);
    let found = with(1_001);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place.line, 1_011);
    let told = "`swift-boxes` has 1001 figures for 2023, more than the 1000 that are read";
    assert_eq!(found[0].message, told);
}

#[test]
fn a_hundred_panels_series_events_and_notes_are_read_and_no_more() {
    let told = |text: String| {
        let problems = Spec::read("charts/c.toml", &text).problems;
        problems.iter().map(|one| format!("{} {}", one.rule, one.message)).collect::<Vec<_>>()
    };
    let panel = "[[panels]]\nseries = [{ id = \"swift-boxes\", mark = \"points\" }]\n";
    let panels = |count: usize| told(format!("title = \"T\"\n{}", panel.repeat(count)));
    let series = |count: usize| {
        let one = "{ id = \"swift-boxes\", mark = \"points\" },";
        told(format!("title = \"T\"\n[[panels]]\nseries = [{}]\n", one.repeat(count)))
    };
    let events = |count: usize| {
        let all = "\"storm\",".repeat(count);
        told(format!("title = \"T\"\n{panel}events = [{all}]\n"))
    };
    let many = |key: &str| {
        vec![format!("too-many `{key}` has 101 entries, more than the 100 that are read")]
    };
    assert_eq!((panels(100), panels(101)), (vec![], many("panels")));
    assert_eq!((series(100), series(101)), (vec![], many("series")));
    assert_eq!((events(100), events(101)), (vec![], many("events")));
    let notes = |count: usize, length: usize| {
        let all = format!("\"{}\",", "n".repeat(length)).repeat(count);
        told(format!("title = \"T\"\nnotes = [{all}]\n{panel}"))
    };
    assert_eq!((notes(100, 1_000), notes(101, 1)), (vec![], many("notes")));
    let long = "too-many `notes` has 1001 characters, more than the 1000 that are read";
    assert_eq!(notes(1, 1_001), [long]);
}
