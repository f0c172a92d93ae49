//! A workbook of ours comes back on the page as on the command line: told cell by cell, and written as
//! a person says.

use std::fs;
use std::path::Path;

use super::Served;
use super::adding::{figures, hidden};
use super::importing::{look, sent};
use crate::brought_back::{Book, Cell, sourceline};
use crate::common::folder::project;
use crate::site::links::elements;

/// The name under which the workbook of a folder is held.
fn held(served: &Served, folder: &Path) -> String {
    let bytes = fs::read(folder.join("book.xlsx")).expect("it is there");
    let answer = sent(served, &[("file", Some("book.xlsx"), &bytes)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let way = answer.head.split("/import/look?table=").nth(1).expect("it leads on");
    way.split(['&', '\r']).next().expect("a name").to_string()
}

#[test]
fn a_workbook_of_ours_is_brought_back_as_the_command_does() {
    let change = |book: &mut Book| {
        *book.cell("figures", "swift-nests-2021", "value") = Cell::Number(105.0);
        book.remove("figures", "swift-boxes-2022");
    };
    let why = "one street was left out";
    for (changed, typed) in [
        ([("changed", "edit"), ("remove", "yes")], &["--edit", "--remove"][..]),
        ([("changed", "supersede"), ("why", why)], &["--supersede", "--why", why]),
    ] {
        let (by_page, by_command) = (project(), project());
        for folder in [&by_page, &by_command] {
            let mut book = Book::of(folder.path());
            change(&mut book);
            book.save(folder.path());
        }
        let before = figures(by_page.path());
        let served = Served::begin(by_page.path());
        let table = held(&served, by_page.path());
        let first = served.get(&format!("/import/look?table={table}&series="));
        let text = first.text();
        assert!(text.contains("swift-nests-2021: value: `105` instead of `104`"), "{text}");
        assert!(first.status == 200 && hidden(&first, "agreed").is_none(), "{text}");
        assert!(!text.contains("error:"), "what becomes of it is asked: {text}");
        for option in ["--edit", "--supersede", "--why", "--remove"] {
            assert!(!text.contains(option), "{option} is a field here: {text}");
        }
        let unsaid = look(&served, &[("table", &table), ("changed", "supersede")]);
        assert!(unsaid.status == 422 && unsaid.text().contains("“Why "), "{}", unsaid.text());
        let fields = [&[("table", table.as_str())], &changed[..]].concat();
        let shown = look(&served, &fields);
        let agreed = hidden(&shown, "agreed").unwrap_or_else(|| panic!("{}", shown.text()));
        let ticked = elements(&shown.body)
            .into_iter()
            .filter(|element| element.attributes.contains_key("checked"));
        assert!(ticked.count() > 0, "what was said stays said");
        assert_eq!(figures(by_page.path()), before, "nothing is written before it is saved");
        let save = [&fields[..], &[("agreed", agreed.as_str()), ("do", "save")]].concat();
        let other = save.iter().filter(|(name, _)| !["remove", "why"].contains(name));
        look(&served, &other.copied().collect::<Vec<_>>());
        assert_eq!(figures(by_page.path()), before, "that was not shown");
        let saved = look(&served, &save);
        assert_eq!(saved.status, 200, "{}", saved.text());
        let done = sourceline(by_command.path(), &[&["import", "book.xlsx"], typed].concat());
        assert!(done.status.success(), "{done:?}");
        assert_ne!(figures(by_page.path()), before);
        assert_eq!(figures(by_page.path()), figures(by_command.path()));
    }
}

#[test]
fn a_workbook_that_nobody_changed_has_nothing_to_save() {
    let folder = project();
    Book::of(folder.path());
    let served = Served::begin(folder.path());
    let table = held(&served, folder.path());
    let shown = served.get(&format!("/import/look?table={table}&series="));
    let text = shown.text();
    assert!(text.contains("nothing to change") && !text.contains(">Save<"), "{text}");
}
