//! What may not be compared, in forms that are no plain dots: targets, spans, averages, formulas.

use std::path::Path;

use crate::common::read_files;
use sourceline::chart::resolve;
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::{Problem, Rule};

/// Trams, and what may not be compared with them: an aim of others, and what a newspaper counts.
fn files() -> Files {
    let mut files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/data"));
    files.series.extend_from_slice(
        b"trams-aim,Tram rides that a plan aims at,rides,flow,,Exampleton,Example Plan,,trams,,The plan counts other lines.\n",
    );
    files.figures.extend_from_slice(
        b"aim-2020,trams-aim,2020,9000,,,,t,,shops-report,,,,,\n\
          aim-2021,trams-aim,2021,9900,,,,t,,shops-report,,,,,\n",
    );
    files
}

fn told(head: &str, panels: &[&str]) -> Vec<Problem> {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let panels: Vec<String> =
        panels.iter().map(|series| format!("[[panels]]\nseries = [{series}]\n")).collect();
    let text = format!("{head}\n{}", panels.concat());
    resolve("c", "charts/c.toml", &text, &data, "test").problems
}

#[track_caller]
fn refused(head: &str, panels: &[&str], reason: &str) {
    let problems = told(head, panels);
    let is_told =
        |problem: &Problem| problem.rule == Rule::NotCompared && problem.message.contains(reason);
    assert!(problems.iter().any(is_told), "{head} {panels:?}: {problems:?}");
}

#[track_caller]
fn accepted(head: &str, panels: &[&str]) {
    let problems = told(head, panels);
    assert!(!problems.iter().any(|one| one.rule == Rule::NotCompared), "{problems:?}");
}

const PLAN: &str = "The plan counts other lines";
const PAPER: &str = "never beside what the gates counted";

#[test]
fn a_target_stands_on_no_axis_of_what_it_is_not_compared_with() {
    let trams = r#"{ id = "trams", mark = "points" }"#;
    let aim = r#"{ id = "trams-aim", mark = "points" }"#;
    refused("title = \"T\"", &[&format!("{trams}, {aim}")], PLAN);
    refused("title = \"T\"\nlayout = \"small-multiples\"", &[&format!("{trams}, {aim}")], PLAN);
    accepted("title = \"T\"", &[trams, aim]);
    for title in [
        r#"From {{ first("trams") }} rides to a target of {{ target("trams-aim", "2021") }}"#,
        r#"From {{ first("trams") }} rides to {{ value("trams-aim", "2021") }}"#,
        r#"{{ latest("trams") }} rides, fewer than the {{ target("trams-aim", "2021") }}"#,
    ] {
        refused(&format!("title = '{title}'"), &[trams, aim], PLAN);
    }
}

#[test]
fn spans_of_what_is_not_compared_stand_apart() {
    let trams = r#"{ id = "trams", mark = "spans" }"#;
    let guessed = r#"{ id = "trams-guessed", mark = "spans" }"#;
    refused("title = \"T\"", &[&format!("{trams}, {guessed}")], PAPER);
    accepted("title = \"T\"", &[trams, guessed]);
}

/// What a yearly count comes to a month is no count of a month.
#[test]
fn an_average_of_a_total_is_compared_no_more_than_the_total() {
    let trams = r#"{ id = "trams", mark = "points", per = "month" }"#;
    let monthly = r#"{ id = "trams-monthly", mark = "points" }"#;
    refused("title = \"T\"", &[&format!("{trams}, {monthly}")], PAPER);
    accepted("title = \"T\"", &[trams, monthly]);
    let title = r#"From {{ first("trams") }} to {{ latest("trams-monthly") }} a month"#;
    refused(&format!("title = '{title}'"), &[trams, monthly], PAPER);
}

/// A formula of a series reads what was counted, never what is aimed at.
#[test]
fn a_series_worked_out_of_counts_takes_no_target() {
    let mut files = files();
    let text = String::from_utf8(files.series.clone()).expect("it is UTF-8");
    let head = text.lines().next().expect("a header").replace(",note", ",note,formula");
    let rows: Vec<String> = text.lines().skip(1).map(|row| format!("{row},")).collect();
    let made = "made,Both,rides,flow,,Exampleton,Example Trams,,,,,[shop-01] + [aims]\n\
                aims,Aims,bicycles,flow,,Exampleton,Example Shops,,,,,\n";
    let made = made.replace(",rides,", ",bicycles,");
    files.series = format!("{head}\n{}\n{made}", rows.join("\n")).into_bytes();
    files.figures.extend_from_slice(b"aims-2018,aims,2018,300,,,,t,,shops-report,,,,,\n");
    let checked = sourceline::check::check(&files, 4);
    let of = |problem: &&Problem| problem.rule == Rule::FormulaPeriod;
    let told = checked.problems.iter().find(of).map(|problem| problem.message.clone());
    let told = told.expect("there is no figure to add");
    assert!(told.contains("`made` has no figure for 2018: `aims` has no figure"), "{told}");
}

/// An event is no figure: what its label says of numbers is judged as a text of the data.
#[test]
fn an_event_beside_what_is_not_compared_changes_nothing() {
    let events = "title = \"T\"";
    let trams = r#"{ id = "trams", mark = "points" }]
events = ["bridge"
"#;
    let guessed = r#"{ id = "trams-guessed", mark = "points" }"#;
    accepted(events, &[trams, guessed]);
    refused(events, &[&format!("{guessed}, {trams}")], PAPER);
}
