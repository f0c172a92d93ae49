//! The dialogue of `sourceline add`, driven in a pseudo-terminal as a person would. What the
//! window shows is what a terminal would make of it.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::folder::project;
use crate::window::Window;

/// Every file of the project.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false if path.ends_with(".sourceline.lock") => {}
            false => found.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
    found.sort();
    found
}

const QUESTIONS: [(&str, &str); 5] = [
    ("Series:", "boxes"),
    ("Source:", "gaz back"),
    ("Period:", "last year"),
    ("Value:", "about 60"),
    ("own words", ""),
];

#[test]
fn a_figure_is_added_in_five_answers_and_a_yes() {
    let folder = project();
    let mut window = Window::open(folder.path(), &["add"], 80, 24);
    for (question, answer) in QUESTIONS {
        window.answer(question, answer);
    }
    window.wait("Add it? [y/n]");
    let shown = window.text();
    for said in [
        "swift-boxes-2023: Nest boxes for swifts",
        "2023: about 60 boxes",
        "the first figure of swift-boxes for this period",
        "passes on club-2024",
        "charts that change: boxes",
    ] {
        assert!(shown.contains(said), "{said} is not in\n{shown}");
    }
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let figures = fs::read_to_string(folder.path().join("data/figures.csv")).unwrap();
    let row =
        "swift-boxes-2023,swift-boxes,2023,60,,,about,,,gazette-2024,,about 60,last year,,,\n";
    assert!(figures.contains(row), "{figures}");
}

#[test]
fn what_is_typed_is_judged_at_once_and_what_is_ambiguous_is_asked() {
    let folder = project();
    let mut window =
        Window::open(folder.path(), &["add", "swift-nests", "--source", "club-2022"], 100, 24);
    window.wait("Period:");
    window.press("soon");
    window.wait("! `soon` is not a period");
    window.press("\r");
    window.wait("! `soon` is not a period");
    window.press("\u{15}2009/10");
    window.wait("= what is `2009/10`: the financial year, or the month?");
    window.press("\r");
    window.wait("financial year April 2009");
    window.press("\r");
    window.wait("Value:");
    window.press("20000");
    window.wait("= is `20000` precise, or rounded?");
    window.press("\r");
    window.wait("about 20,000");
    window.press("\u{1b}[B\r");
    window.answer("own words", "ab");
    window.wait("Add it?");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let figures = fs::read_to_string(folder.path().join("data/figures.csv")).unwrap();
    assert!(
        figures.contains(
            "swift-nests-2009,swift-nests,2009-04/2010-03,20000,,,about,,,club-2022,,ab,2009/10,,,\n"
        ),
        "{figures}"
    );
}

#[test]
fn a_new_source_is_added_on_the_way() {
    let folder = project();
    let mut window = Window::open(folder.path(), &["add"], 80, 30);
    window.answer("Series:", "share");
    window.wait("Source:");
    window.press("zzz");
    window.wait("a new source");
    window.press("\r");
    window.answer("Publisher:", "Anytown Gazette");
    window.answer("Title:", "Boxes, boxes");
    window.answer("Published (may be empty):", "May 2025");
    window.answer("Kind:", "news");
    window.answer("Author (may be empty):", "");
    window.wait("Address (may be empty):");
    window.press("ftp");
    window.wait("! it begins with https:// or http://");
    window.press("\u{7f}\u{7f}\u{7f}\r");
    window.answer("Period:", "last year");
    window.answer("Value:", "a third");
    window.answer("own words", "");
    window.wait("Add it?");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    assert!(
        read("data/sources.csv")
            .contains("gazette-2025-05,news,Anytown Gazette,,\"Boxes, boxes\",,2025-05,,,,,,\n")
    );
    assert!(
        read("data/figures.csv").contains("swift-share-2024-gazette,swift-share,2024,33"),
        "{}",
        read("data/figures.csv")
    );
}

#[test]
fn stopping_at_any_question_writes_nothing() {
    std::thread::scope(|scope| {
        for stop in 0..=QUESTIONS.len() {
            for key in ["\u{3}", "\u{4}", "\u{1b}"] {
                scope.spawn(move || stopped(stop, key));
            }
        }
    });
}

fn stopped(stop: usize, key: &str) {
    let folder = project();
    let before = files(folder.path());
    let mut window = Window::open(folder.path(), &["add"], 80, 24);
    for (question, answer) in &QUESTIONS[..stop] {
        window.answer(question, answer);
    }
    window.wait(QUESTIONS.get(stop).map_or("Add it?", |question| question.0));
    window.press(key);
    let code = window.end();
    assert!(code == Some(2), "{code:?} at question {stop}\n{}", window.text());
    assert!(window.text().contains("stopped; nothing was written"), "{}", window.text());
    assert!(!window.screen.screen().hide_cursor());
    assert_eq!(files(folder.path()), before);
}

#[test]
fn no_means_no() {
    let folder = project();
    let before = files(folder.path());
    let mut window = Window::open(folder.path(), &["add"], 80, 24);
    for (question, answer) in QUESTIONS {
        window.answer(question, answer);
    }
    window.wait("Add it?");
    window.press("n");
    assert_eq!(window.end(), Some(1));
    assert!(window.text().contains("nothing was written"), "{}", window.text());
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_narrow_window_shows_every_question_once_and_whole() {
    let folder = project();
    let mut window = Window::open(folder.path(), &["add"], 28, 9);
    let once = |window: &Window, text: &str| {
        assert_eq!(window.text().matches(text).count(), 1, "{text} in\n{}", window.text());
    };
    window.wait("Series:");
    window.press("\u{1b}[B\u{1b}[B\u{1b}[A");
    window.press("nests in the street");
    window.wait("! nothing is called so");
    once(&window, "Series:");
    window.press(&"\u{7f}".repeat(19));
    window.answer("Series:", "boxes");
    window.answer("Source:", "council");
    once(&window, "Source:");
    window.answer("Period:", "30 June 2023");
    window.wait("Value:");
    let long = "some 60 boxes, or so, on public buildings of the town";
    window.press(long);
    window.wait("of the town");
    once(&window, "Value:");
    window.press("\u{15}65");
    window.wait("= 65");
    window.press("\r");
    window.wait("The sour");
    window.press(long);
    window.wait("the town");
    window.press("\u{1}\u{1b}[C\u{1b}[C\u{5}\r");
    window.wait("Add it?");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let figures = fs::read_to_string(folder.path().join("data/figures.csv")).unwrap();
    assert!(
        figures.contains(&format!(
            "2023-06-30,65,,,exact,,,council-2024,,\"{long}\",30 June 2023,,,\n"
        )),
        "{figures}"
    );
}

const EVERY_ADD: [&[&str]; 5] = [
    &["add", "swift-boxes", "2023", "61", "--source", "council-2024"],
    &["add", "source", "--publisher", "Anytown Gazette", "--title", "More boxes"],
    &["add", "series", "--title", "Eggs", "--unit", "eggs", "--nature", "flow"],
    &["add", "event", "--date", "2023", "--label", "A storm"],
    &["add", "chart", "both", "--series", "swift-nests"],
];

#[test]
fn whatever_is_added_is_shown_and_asked_first_on_a_terminal() {
    for words in EVERY_ADD {
        let folder = project();
        let before = files(folder.path());
        let mut window = Window::open(folder.path(), words, 100, 30);
        window.wait("Add it? [y/n]");
        assert!(window.text().contains("\n+++ b/"), "{}", window.text());
        window.press("n");
        assert_eq!(window.end(), Some(1), "{words:?}\n{}", window.text());
        assert!(window.text().contains("nothing was written"), "{}", window.text());
        assert_eq!(files(folder.path()), before, "{words:?}");

        let mut window = Window::open(folder.path(), words, 100, 30);
        window.wait("Add it? [y/n]");
        window.press("y");
        assert_eq!(window.end(), Some(0), "{words:?}\n{}", window.text());
        let written = window.text();
        assert!(
            written.contains("changed data/") || written.contains("wrote charts/"),
            "{written}"
        );
        assert_eq!(written.matches("\n+++ b/").count(), 1, "{written}");
        assert_ne!(files(folder.path()), before, "{words:?}");

        let folder = project();
        let sure = [words, &["--yes"]].concat();
        let mut window = Window::open(folder.path(), &sure, 100, 30);
        assert_eq!(window.end(), Some(0), "{words:?}\n{}", window.text());
        assert!(!window.text().contains("Add it?"), "{}", window.text());
        assert_ne!(files(folder.path()), before, "{words:?}");
    }
}

#[test]
fn what_is_revised_is_asked_for_where_there_are_several_and_so_is_the_reason() {
    let folder = project();
    let mut window =
        Window::open(folder.path(), &["revise", "swift-nests", "2024", "142"], 100, 40);
    window.answer("Source:", "club-2024  ");
    window.answer("own words", "");
    window.wait("Which is no longer right:");
    window.wait("swift-nests-2024-gazette: at least 150 (gazette-2024)");
    window.press("\r");
    window.wait("Why is swift-nests-2024 no longer right:");
    window.press("\r");
    window.press("a street was left out");
    window.wait("= Superseded: a street");
    window.press("\r");
    window.wait("Add it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let figures = fs::read_to_string(folder.path().join("data/figures.csv")).unwrap();
    for row in [
        "141 nests,,superseded,swift-nests-2024-club,\
         Superseded by swift-nests-2024-club: a street was left out.\n",
        "swift-nests-2024-club,swift-nests,2024,142,,,exact,r,,club-2024,,,,preferred,,\n",
    ] {
        assert!(figures.contains(row), "{figures}");
    }
}

#[test]
fn every_cell_of_a_row_can_be_asked_for_with_what_it_says_now() {
    let folder = project();
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    let mut window = Window::open(folder.path(), &["edit", "series", "swift-boxes"], 100, 40);
    window.wait("title: Nest boxes for swifts");
    window.press("\u{15}Boxes for swifts\r");
    window.wait("unit: boxes");
    window.press("\r");
    window.wait("nature: stock");
    window.press("\u{15}stack");
    window.wait("! `stack` is no nature");
    window.press("\u{15}stock\r");
    for cell in ["per:", "base:", "geography: Anytown", "counted_by:", "definition:", "formula:"] {
        window.answer(cell, "");
    }
    window.answer("year_starts:", "");
    window.answer("not_comparable_with:", "");
    window.answer("convertible:", "");
    window.answer("note:", "Seen from the street.");
    window.wait("charts that change: boxes");
    window.wait("Change it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let row = "swift-boxes,Boxes for swifts,boxes,stock,,Anytown,Anytown Council,\
               Boxes on public buildings at a date.,Seen from the street.\n";
    assert!(read("data/series.csv").contains(row), "{}", read("data/series.csv"));

    let mut window = Window::open(folder.path(), &["edit"], 100, 40);
    window.answer("Figure:", "swift-boxes-2024");
    window.wait("Period: 2024-06-30");
    window.press("\r");
    window.wait("Value: between 55 and 60");
    window.press("\u{15}between 56 and 60\r");
    for cell in ["Source: council-2024", "said it first:", "own words:", "Where in the source:"] {
        window.answer(cell, "");
    }
    window.wait("Status:");
    window.press("q");
    window.wait("! `q` is none");
    window.press("\u{15}p");
    window.wait("= provisional");
    window.press("\r");
    window.answer("Rank:", "");
    window.wait("The figure that it repeats:");
    window.press("swift-boxes-22");
    window.wait("! there is no figure `swift-boxes-22`");
    window.press("\u{15}\r");
    window.answer("Note:", "");
    window.wait("Change it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let row = "swift-boxes-2024,swift-boxes,2024-06-30,,56,60,range,p,,council-2024,";
    assert!(read("data/figures.csv").contains(row), "{}", read("data/figures.csv"));

    let before = files(folder.path());
    let mut window = Window::open(folder.path(), &["edit", "event", "boxes-go-up"], 100, 40);
    for cell in ["date: 2022-03", "label: First boxes go up", "source: council-2024", "note:"] {
        window.answer(cell, "");
    }
    window.wait("nothing to change");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_key_asks_for_the_rest_before_anything_is_written() {
    let folder = project();
    let mut window = Window::open(folder.path(), &["add"], 100, 50);
    for (question, answer) in QUESTIONS {
        window.answer(question, answer);
    }
    window.wait("Add it? [y/n] m: status, page, note");
    window.press("m");
    window.wait("Status, as in p or provisional (may be empty):");
    window.press("x");
    window.wait("! c, x and z say why there is no number");
    window.press("\u{15}p");
    window.wait("= provisional");
    window.press("\r");
    window.answer("Page or paragraph (may be empty):", "page 4");
    window.answer("Note (may be empty):", "Boxes on churches, too.");
    window.wait("60,,,about,p,,");
    window.wait("m: status, page, note");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let figures = fs::read_to_string(folder.path().join("data/figures.csv")).unwrap();
    let row = "swift-boxes-2023,swift-boxes,2023,60,,,about,p,,gazette-2024,,about 60,last year,page 4,,\
               \"Boxes on churches, too.\"\n";
    assert!(figures.contains(row), "{figures}");
}

#[test]
fn a_revision_may_come_from_a_new_source_and_is_taken_back_as_one() {
    let folder = project();
    let mut before = files(folder.path());
    let mut window = Window::open(folder.path(), &["revise", "--reason", "recounted"], 100, 50);
    window.answer("Series:", "swift-nests");
    window.wait("Source:");
    window.press("zzz");
    window.wait("a new source");
    window.press("\r");
    window.answer("Publisher:", "Anytown Bird Club");
    window.answer("Title:", "Swifts recounted");
    window.answer("Published (may be empty):", "May 2025");
    window.answer("Kind:", "report");
    window.answer("Author (may be empty):", "");
    window.answer("Address (may be empty):", "");
    window.answer("Period:", "2020");
    window.answer("Value:", "99");
    window.answer("own words", "");
    window.wait("status r: its publisher revised it");
    window.wait("Add it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    let row = "swift-nests-2020-club,swift-nests,2020,99,,,exact,r,,club-2025-05,";
    assert!(read("data/figures.csv").contains(row), "{}", read("data/figures.csv"));
    assert!(read("data/figures.csv").contains("Superseded by swift-nests-2020-club: recounted."));
    assert!(read("data/sources.csv").contains("club-2025-05,report,Anytown Bird Club,"));

    let mut window = Window::open(folder.path(), &["undo"], 100, 50);
    window.wait("changed data/");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let mut after = files(folder.path());
    for files in [&mut before, &mut after] {
        files.retain(|(path, _)| !path.to_string_lossy().contains("/.sourceline/"));
    }
    assert_eq!(after, before);
}

#[test]
fn a_page_without_a_publisher_is_asked_for_it() {
    let folder = project();
    fs::write(folder.path().join("page.html"), "<html><title>Swifts in towns</title>").unwrap();
    let words = ["add", "source", "--from-html", "page.html"];
    let mut window = Window::open(folder.path(), &words, 100, 24);
    window.wait("page.html: Swifts in towns: it has no publisher");
    window.answer("Publisher:", "Swift Society");
    window.wait("Add it? [y/n]");
    window.press("y");
    assert_eq!(window.end(), Some(0), "{}", window.text());
    let sources = fs::read_to_string(folder.path().join("data/sources.csv")).unwrap();
    assert!(sources.contains(",Swift Society,,Swifts in towns,"), "{sources}");
}
