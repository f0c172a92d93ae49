//! The dialogue of `sourceline import`, driven in a pseudo-terminal: what is asked, and that the
//! answers come to what the command of the first look does.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::folder::project;
use crate::window::Window;
use tempfile::TempDir;

fn table(folder: &TempDir, name: &str) {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    fs::copy(tables.join(name), folder.path().join(name)).unwrap();
}

fn data(folder: &TempDir) -> [String; 2] {
    ["figures", "series"]
        .map(|name| fs::read_to_string(folder.path().join(format!("data/{name}.csv"))).unwrap())
}

/// The files after the command that the first look prints.
fn as_the_look_has_it(name: &str) -> [String; 2] {
    let folder = project();
    table(&folder, name);
    let run = |script: &str| {
        let program = Path::new(env!("CARGO_BIN_EXE_sourceline")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("sh");
        let output =
            command.args(["-c", script]).env("PATH", path).current_dir(folder.path()).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let look = run(&format!("sourceline import {name}"));
    let (_, command) = look.split_once("this imports it:\n").expect("a command");
    run(command);
    data(&folder)
}

/// Answers the questions of a table, each with the words typed before Enter; then says yes.
fn answered(name: &str, answers: &[(&str, &str)]) -> [String; 2] {
    let folder = project();
    table(&folder, name);
    let mut window = Window::open(folder.path(), &["import", name], 100, 60);
    for (question, answer) in answers {
        window.answer(question, answer);
    }
    window.wait("Add it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    data(&folder)
}

#[test]
fn the_first_answers_import_a_table_as_its_first_look_does() {
    let answers = [
        ("Column of the periods", ""),
        ("Column of the numbers", ""),
        ("Series", ""),
        ("Title on charts", ""),
        ("Nature", ""),
        ("Unit, in the plural", ""),
        ("Source", ""),
    ];
    assert_eq!(answered("places.csv", &answers), as_the_look_has_it("places.csv"));
}

#[test]
fn what_a_table_leaves_open_is_asked_with_the_likeliest_answer_first() {
    let answers = [
        ("Column of the periods", ""),
        ("Column of the numbers", ""),
        ("Series", "a new series"),
        ("Title on charts", ""),
        ("Nature", ""),
        ("Unit, in the plural", ""),
        ("Source", ""),
        ("every date is the first day of a month", ""),
        ("may be precise or rounded", ""),
    ];
    assert_eq!(answered("dates.csv", &answers), as_the_look_has_it("dates.csv"));
}

#[test]
fn periods_across_need_no_columns() {
    let answers = [
        ("Series", ""),
        ("Title on charts", ""),
        ("Nature", ""),
        ("Unit, in the plural", ""),
        ("Source", ""),
    ];
    assert_eq!(answered("world-bank.csv", &answers), as_the_look_has_it("world-bank.csv"));
}

#[test]
fn another_answer_is_taken_in_place_of_the_guess() {
    let answers = [
        ("Column of the periods", ""),
        ("Column of the numbers", "Rate"),
        ("Series", "boxes"),
        ("Source", "club-2022"),
    ];
    let [figures, series] = answered("recipe.csv", &answers);
    assert!(
        figures.contains("swift-boxes-2001,swift-boxes,2001,1,,,exact,,,club-2022,"),
        "{figures}"
    );
    let fresh = project();
    assert_eq!(series, data(&fresh)[1]);
}

#[test]
fn stopping_at_any_question_of_an_import_writes_nothing() {
    for (stop, key) in [(0, "\u{3}"), (2, "\u{3}"), (3, "\u{1b}")] {
        let folder = project();
        table(&folder, "places.csv");
        let mut window = Window::open(folder.path(), &["import", "places.csv"], 100, 60);
        let questions =
            ["Column of the periods", "Column of the numbers", "Series", "Title on charts"];
        for question in &questions[..stop] {
            window.answer(question, "");
        }
        window.wait(questions[stop]);
        window.press(key);
        assert_ne!(window.end(), Some(0), "{}", window.text());
        assert_eq!(data(&folder), data(&project()));
    }
}
