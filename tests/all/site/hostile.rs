//! Texts that programs take for more than texts, in every cell and typed text of a project: on the pages of
//! its site each is read as it is written, and is nothing else.

use std::path::Path;
use std::{env, fs};

use html5gum::{Token, Tokenizer};
use rayon::prelude::*;
use sourceline::ProjectTexts;

use super::links::is_plain;
use super::{files, run};
use crate::common::Faults;
use crate::naughty::project::{PLACES, Place, with};
use crate::naughty::texts::texts;
use crate::naughty::{self, drawn, together};

/// Some of all kinds, or those that SOURCELINE_NAUGHTY asks for, and what is made to get out of the very
/// elements that these pages have.
fn tried() -> Vec<String> {
    let some: Vec<(String, String)> = match env::var_os("SOURCELINE_NAUGHTY") {
        Some(_) => naughty::tried(),
        None => texts().into_iter().step_by(60).collect(),
    };
    let some = some.into_iter().map(|(_, text)| text);
    let own = [
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></caption></pre><base href=//evil.example/>",
        "]]><!-- </summary> -->",
        "javascript:alert(1)",
        "{{ 7 * 7 }} ${alert(1)} %3Cscript%3E",
    ];
    some.chain(own.map(String::from)).collect()
}

#[test]
fn hostile_texts_are_texts_on_every_page() {
    let faults: Vec<Faults> = tried().par_iter().map(|text| everywhere(text)).collect();
    faults.into_iter().fold(Faults::default(), Faults::with).none();
}

/// In as many places at once as take it.
fn everywhere(text: &str) -> Faults {
    let (mut taken, mut faults) = (Vec::new(), Faults::default());
    together(&PLACES, &mut |places| {
        let takes = drawn(places, text, |_, _| ()).is_ok();
        taken.extend(places.iter().filter(|_| takes).cloned());
        takes
    });
    together(&taken, &mut |places| {
        let takes = drawn(places, text, |_, _| ()).is_ok();
        if takes {
            published(places, text, &mut faults);
        }
        takes
    });
    faults
}

fn published(places: &[Place], text: &str, faults: &mut Faults) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (project, site) = (folder.path().join("project"), folder.path().join("site"));
    write(&with(places, text), &project);
    let output = run(&project, &site, &[], &[("GIT_CEILING_DIRECTORIES", "/")]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    // PNG and PDF may have no letter for it; the library has judged all else.
    if told.contains("error[") {
        let letters = told.contains("error[missing-glyph]") || told.contains("error[un");
        faults.check(letters, || format!("{text:?} in {places:?}: {told}"));
        return;
    }
    let all = files(&site);
    let pages = || all.iter().filter(|(path, _)| path.ends_with(".html"));
    pages().for_each(|(path, bytes)| is_plain(path, bytes, faults));
    let said = [
        ("series/nests.html", Place::Cell("series", "note")),
        ("series/nests.html", Place::Cell("figures", "stated")),
        ("sources/club.html", Place::Cell("sources", "title")),
        ("sources/club.html", Place::Cell("sources", "note")),
        ("tried/index.html", Place::Typed("title")),
    ];
    // A cell that shows nothing is an empty one; the title of a chart is refused with that reason.
    let as_title = drawn(&[Place::Typed("title")], text, |_, _| ());
    let shows_nothing = as_title
        .is_err_and(|told| told.iter().any(|problem| problem.message.contains("shows nothing")));
    let said = said.into_iter().filter(|_| !shows_nothing);
    for (path, place) in said.filter(|(_, place)| places.contains(place)) {
        let read = words(&read(&all[path]));
        faults.check(read.contains(&words(text)), || {
            format!("{path} does not say {text:?} of {place:?}")
        });
    }
    let index = String::from_utf8_lossy(&all["assets/search-index.js"]).into_owned();
    let list =
        index.trim().strip_prefix("window.sitePages = ").and_then(|rest| rest.strip_suffix(';'));
    let list: Option<Vec<serde_json::Value>> =
        list.and_then(|list| serde_json::from_str(list).ok());
    faults.check(list.is_some_and(|list| list.len() > 4), || {
        format!("{text:?}: the index is no list")
    });
}

pub fn write(texts: &ProjectTexts, project: &Path) {
    let put = |path: &str, bytes: &[u8]| {
        let path = project.join(path);
        fs::create_dir_all(path.parent().expect("it has one")).expect("made");
        fs::write(path, bytes).expect("written");
    };
    put("data/figures.csv", &texts.data.figures);
    put("data/series.csv", &texts.data.series);
    put("data/sources.csv", &texts.data.sources);
    put("data/events.csv", texts.data.events.as_deref().unwrap_or_default());
    for (name, spec) in &texts.charts {
        put(&format!("charts/{name}.toml"), spec.as_bytes());
    }
    put("sourceline.toml", b"themes = [\"light\"]\nsizes = [\"report\"]\n");
}

/// What a reader of a page reads.
fn read(page: &[u8]) -> String {
    let text = std::str::from_utf8(page).expect("a page is UTF-8");
    let strings = Tokenizer::new(text).filter_map(|token| match token {
        Ok(Token::String(said)) => Some(String::from_utf8_lossy(&said).into_owned()),
        _ => None,
    });
    strings.collect::<Vec<_>>().join("")
}

/// Blanks are alike in a page.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
