//! Charts of the shipped data that would mislead: each is refused, with the reason.

use std::path::Path;

use crate::common::read_files;
use sourceline::chart::resolve;
use sourceline::dataset::Dataset;
use sourceline::problem::Rule;

/// A chart with this title and these panels must be refused by a rule, in words that hold others.
#[track_caller]
fn refused(head: &str, panels: &[&str], rule: Rule, reason: &str) {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let data = Dataset::read(&files, 4).value;
    let panels: Vec<String> =
        panels.iter().map(|series| format!("[[panels]]\nseries = [{series}]\n")).collect();
    let text = format!("{head}\n{}", panels.concat());
    let checked = resolve("c", "charts/c.toml", &text, &data, "test");
    let said: Vec<String> = checked
        .problems
        .iter()
        .filter(|problem| problem.rule == rule)
        .map(|problem| problem.message.clone())
        .collect();
    assert!(checked.value.is_none(), "{text}");
    assert!(said.iter().any(|one| one.contains(reason)), "{text}\n{:?}", checked.problems);
}

#[test]
fn arrests_of_a_year_are_not_set_against_those_of_a_month() {
    let panels = [
        r#"{ id = "ceop-arrests-own", mark = "points" }"#,
        r#"{ id = "arrests-monthly", mark = "points" }"#,
    ];
    let reason = "not on one axis with yearly counts";
    for head in [
        r#"title = 'From {{ first("ceop-arrests-own") }} arrests in a year to {{ latest("arrests-monthly") }} a month: arrests are up fifty-fold'"#,
        r#"title = "From 192 arrests in a year to about 1,000 a month""#,
        "title = \"192 arrests in 2012/13\"\nsubtitle = \"About 1,000 a month in 2026: five times as many\"",
        "title = \"Arrests\"\nnotes = [\"Arrests grew to about 1,000 a month. They had been 192.\"]",
    ] {
        refused(head, &panels, Rule::NotCompared, reason);
    }
}

#[test]
fn images_known_before_the_database_are_not_its_first_point() {
    let panel =
        r#"{ id = "known-images", mark = "points" }, { id = "caid-images", mark = "points" }"#;
    let reason = "Never the first point of a CAID chart";
    refused("title = \"Images\"", &[panel], Rule::NotCompared, reason);
    let small = "title = \"Images\"\nlayout = \"small-multiples\"";
    refused(small, &[panel], Rule::NotCompared, reason);
}

#[test]
fn three_estimates_of_a_threat_are_not_all_called_people() {
    let panel = r#"
        { id = "threat-online", mark = "points", name = "people" },
        { id = "threat-minimum", mark = "points", name = "people" },
        { id = "threat-range", mark = "points", name = "people" }"#;
    refused("title = \"Threat\"", &[panel], Rule::OneName, "nobody can tell which is which");
}

#[test]
fn monthly_arrests_are_not_multiplied_by_twelve() {
    let panel = r#"{ id = "arrests-monthly", mark = "points", per = "year" }"#;
    refused("title = \"Arrests\"", &[panel], Rule::Conversion, "never multiplied by twelve");
}

#[test]
fn reports_did_not_fall_across_a_break() {
    let panel = r#"{ id = "ncmec-reports", mark = "line" }"#;
    let reason = "a break lies between them";
    for head in [
        r#"title = 'Reports fell from {{ value("ncmec-reports", "2023") }} to {{ value("ncmec-reports", "2024") }}'"#,
        r#"title = "Reports fell from 36.2 million to 20.5 million""#,
    ] {
        let head =
            format!("without = [\"ncmec-1998\", \"ncmec-1998-text\", \"ncmec-1998-doj\"]\n{head}");
        refused(&head, &[panel], Rule::AcrossABreak, reason);
    }
}
