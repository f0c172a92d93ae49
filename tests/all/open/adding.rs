//! Figures that are added, revised and edited on pages: by the same words as on the command line, and nothing
//! but what was shown.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Answer, Served};
use crate::common::Faults;
use crate::common::folder::project;
use crate::site::links::elements;

pub fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let fields = fields.iter().map(|(name, text)| format!("{name}={}", encoded(text)));
    fields.collect::<Vec<_>>().join("&")
}

/// What is typed of a figure, with what else the form sends.
fn typed<'t>(
    period: &'t str,
    value: &'t str,
    more: &[(&'t str, &'t str)],
) -> Vec<(&'t str, &'t str)> {
    let own =
        [("series", "swift-nests"), ("source", "club-2024"), ("period", period), ("value", value)];
    own.into_iter().chain(more.iter().copied()).collect()
}

/// The value of a hidden field.
pub fn hidden(answer: &Answer, name: &str) -> Option<String> {
    elements(&answer.body).into_iter().find_map(|element| {
        let own = element.attributes.get("name").is_some_and(|own| own == name);
        element.attributes.get("value").filter(|_| own).cloned()
    })
}

/// Looks, and saves what is shown.
fn save(served: &Served, fields: &[(&str, &str)]) -> Answer {
    let shown = served.post("/add/said", &form(fields));
    let agreed = hidden(&shown, "agreed").unwrap_or_else(|| panic!("{}", shown.text()));
    let more = [("agreed", agreed.as_str()), ("do", "save")];
    let all: Vec<(&str, &str)> = fields.iter().copied().chain(more).collect();
    served.post("/add", &form(&all))
}

pub fn command(project: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.args(words).arg("--project").arg(project).output().expect("it starts")
}

pub fn figures(project: &Path) -> String {
    fs::read_to_string(project.join("data/figures.csv")).expect("it can be read")
}

#[test]
fn what_was_understood_is_said_back_and_what_would_be_written_is_shown() {
    let folder = project();
    let served = Served::begin(folder.path());
    let mut faults = Faults::default();
    for (fields, said) in [
        (
            typed("2019", "about 150", &[]),
            vec![
                "= 2019",
                "= about 150",
                "the first figure of swift-nests for this period",
                ">Save<",
            ],
        ),
        (typed("2024", "141", &[]), vec!["it would count twice"]),
        (typed("2024", "90 (provisional)", &[]), vec!["differs from", "provisional"]),
        (
            typed("2019", "1 million", &[]),
            vec!["data-write=\"sure=exact\"", "data-write=\"sure=about\""],
        ),
        (typed("2019", "1 million", &[("sure", "about")]), vec!["= about 1", ">Save<"]),
        (typed("2019", "many", &[]), vec!["class=\"said wrong\" id=\"said-value\""]),
        (typed("2019", "", &[]), vec!["Still to say: the value"]),
        (vec![("series", "swift-nest")], vec!["there is no series `swift-nest`", "swift-nests"]),
        (typed("2019", "150", &[("status", "q")]), vec!["class=\"said wrong\" id=\"said-status\""]),
    ] {
        let answer = served.post("/add/said", &form(&fields));
        let text = answer.text();
        for said in said {
            faults.check(text.contains(said), || format!("{fields:?}: no {said} in {text}"));
        }
        // Without script the form says the same.
        let page = served.post("/add", &form(&fields)).text();
        let agreed = hidden(&answer, "agreed").is_none_or(|agreed| page.contains(&agreed));
        faults.check(agreed, || format!("{fields:?}: the page plans something else"));
    }
    let charts = served.post("/add/charts", &form(&typed("2019", "150", &[])));
    let pictures: Vec<String> = elements(&charts.body)
        .into_iter()
        .filter_map(|element| element.attributes.get("src").cloned())
        .collect();
    let shown: Vec<Vec<u8>> = pictures.iter().map(|way| served.get(way).body).collect();
    faults.check(shown.len() == 2 && shown[0] != shown[1], || charts.text());
    faults.check(shown.iter().all(|picture| picture.starts_with(b"<svg")), || "no SVG".into());
    faults.none();
}

#[test]
fn what_is_saved_is_what_the_command_writes_and_undo_takes_it_back() {
    let (by_page, by_command) = (project(), project());
    let before = figures(by_page.path());
    let served = Served::begin(by_page.path());
    let more = [
        ("status", "provisional"),
        ("locator", "p. 3"),
        ("note", "A note, \"quoted\"."),
        ("stated", "150 or so"),
    ];
    let saved = save(&served, &typed("2019", "about 150", &more));
    assert_eq!(saved.status, 200, "{}", saved.text());
    let words = [
        "add",
        "swift-nests",
        "2019",
        "about 150",
        "--source",
        "club-2024",
        "--status",
        "provisional",
        "--locator",
        "p. 3",
        "--note",
        "A note, \"quoted\".",
        "--stated",
        "150 or so",
    ];
    let output = command(by_command.path(), &words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(figures(by_page.path()), figures(by_command.path()));
    let listed =
        String::from_utf8_lossy(&command(by_page.path(), &["undo", "--list"]).stdout).into_owned();
    assert!(listed.contains("sourceline add --source=club-2024"), "{listed}");
    let last = hidden(&saved, "last").expect("there is a way back");
    assert_eq!(served.post("/undo", &form(&[("last", &last)])).status, 200);
    assert_eq!(figures(by_page.path()), before);
}

#[test]
fn nothing_is_saved_but_what_was_shown() {
    let folder = project();
    let served = Served::begin(folder.path());
    let fields = typed("2019", "150", &[]);
    let shown = served.post("/add/said", &form(&fields));
    let agreed = hidden(&shown, "agreed").expect("it can be saved");
    let more = [("agreed", agreed.as_str()), ("do", "save")];
    let all: Vec<(&str, &str)> = fields.iter().copied().chain(more).collect();
    // What is of another series changes nothing of it.
    assert!(
        command(
            folder.path(),
            &["add", "swift-boxes", "2023-06-30", "50", "--source", "club-2024"]
        )
        .status
        .success()
    );
    let other = ["add", "swift-nests", "2019", "170", "--source", "gazette-2024"];
    assert!(command(folder.path(), &other).status.success());
    let before = figures(folder.path());
    let refused = served.post("/add", &form(&all));
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("no longer what was shown"), "{}", refused.text());
    assert_eq!(figures(folder.path()), before);
    // The page shows what would be written now, and that can be saved.
    assert!(refused.text().contains("differs from"), "{}", refused.text());
    assert_eq!(save(&served, &fields).status, 200);
    assert_eq!(figures(folder.path()).lines().count(), before.lines().count() + 1);
}

#[test]
fn a_figure_is_revised_once_what_would_be_written_was_shown() {
    let (by_page, by_command) = (project(), project());
    let served = Served::begin(by_page.path());
    let fields =
        typed("2022", "119", &[("supersedes", "swift-nests-2022"), ("why", "counted again")]);
    let with = |more: &[(&'static str, &str)]| {
        let all: Vec<(&str, &str)> = fields.iter().copied().chain(more.iter().copied()).collect();
        served.post("/add", &form(&all))
    };
    let before = figures(by_page.path());
    let shown = with(&[("do", "revise")]);
    assert!(shown.text().contains("in place of swift-nests-2022"), "{}", shown.text());
    assert_eq!(figures(by_page.path()), before);
    let agreed = hidden(&shown, "agreed").expect("it can be saved");
    assert_eq!(with(&[("agreed", &agreed), ("do", "save-revision")]).status, 200);
    let words = [
        "revise",
        "swift-nests",
        "2022",
        "119",
        "--source",
        "club-2024",
        "--supersedes",
        "swift-nests-2022",
        "--why",
        "counted again",
    ];
    assert!(command(by_command.path(), &words).status.success());
    assert_eq!(figures(by_page.path()), figures(by_command.path()));
    assert_eq!(with(&[("do", "revise")]).status, 422, "it is superseded already");
}

#[test]
fn what_changed_in_a_row_since_it_was_shown_is_shown_again() {
    let folder = project();
    let served = Served::begin(folder.path());
    let fields =
        typed("2022", "119", &[("supersedes", "swift-nests-2022"), ("why", "counted again")]);
    let with = |more: &[(&'static str, &str)]| {
        let all: Vec<(&str, &str)> = fields.iter().copied().chain(more.iter().copied()).collect();
        served.post("/add", &form(&all))
    };
    let shown = with(&[("do", "revise")]);
    let agreed = hidden(&shown, "agreed").expect("it can be saved");
    // No word of the plan tells of this cell, and it stands in a row that is written.
    let other = ["edit", "swift-nests-2022", "--locator", "p. 9"];
    assert!(command(folder.path(), &other).status.success());
    let before = figures(folder.path());
    let refused = with(&[("agreed", &agreed), ("do", "save-revision")]);
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(figures(folder.path()), before);
    let agreed = hidden(&with(&[("do", "revise")]), "agreed").expect("it can be saved now");
    assert_eq!(with(&[("agreed", &agreed), ("do", "save-revision")]).status, 200);
}

#[test]
fn a_series_and_a_source_are_added_on_the_way() {
    let folder = project();
    let served = Served::begin(folder.path());
    let fields = [
        ("title", "Swift chicks"),
        ("unit", "chicks"),
        ("nature", "flow"),
        ("geography", "Anytown"),
    ];
    let answer = served.post("/add/series", &form(&fields));
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(answer.head.contains("/add?series=swift%2Dchicks"), "{}", answer.head);
    let fields = [
        ("publisher", "Anytown Bird Club"),
        ("title", "Chicks"),
        ("published", "May 2025"),
        ("kind", "report"),
    ];
    let answer = served.post("/add/source", &form(&fields));
    assert_eq!(answer.status, 303, "{}", answer.text());
    let source = answer.head.split("/add?source=").nth(1).and_then(|rest| rest.lines().next());
    let source = source.expect("it says which").replace("%2D", "-");
    let figure = [
        ("series", "swift-chicks"),
        ("source", source.as_str()),
        ("period", "2024"),
        ("value", "212"),
    ];
    assert_eq!(save(&served, &figure).status, 200);
    let wrong = [("publisher", "X"), ("title", "Y"), ("published", "someday"), ("kind", "report")];
    let answer = served.post("/add/source", &form(&wrong));
    assert_eq!(answer.status, 422);
    assert!(
        answer.text().contains("someday") && answer.text().contains("value=\"Y\""),
        "{}",
        answer.text()
    );
}

fn edit(served: &Served, column: &str, before: &str, text: &str) -> Answer {
    let fields =
        [("id", "swift-nests-2020"), ("column", column), ("before", before), ("text", text)];
    served.post("/edit", &form(&fields))
}

#[test]
fn a_cell_is_edited_in_place_and_its_error_stands_at_it() {
    let folder = project();
    let served = Served::begin(folder.path());
    let page = served.get("/charts/series/swift-nests.html");
    let of = |answer: &Answer, id: &str| {
        let found = elements(&answer.body)
            .into_iter()
            .find(|element| element.attributes.get("id").is_some_and(|own| own == id));
        found.unwrap_or_else(|| panic!("no {id} in {}", answer.text())).attributes
    };
    let value = "cell-value-swift-nests-2020";
    assert_eq!(of(&page, value)["value"], "96");
    let saved = edit(&served, "value", "96", "97");
    assert_eq!((saved.status, of(&saved, value)["value"].as_str()), (200, "97"));
    assert!(figures(folder.path()).contains("swift-nests,2020,97,"));
    let before = figures(folder.path());
    let wrong = edit(&served, "value", "97", "nine");
    let told = edit(&served, "value", "97", "lots");
    assert_eq!(told.status, 422, "{}", told.text());
    let cell = of(&told, value);
    assert_eq!((cell["value"].as_str(), cell["aria-invalid"].as_str()), ("lots", "true"));
    assert!(told.text().contains(&format!("id=\"{}\"", cell["aria-describedby"])));
    let changed = figures(folder.path()) != before;
    assert_eq!(changed, wrong.status == 200, "{}", wrong.text());
    // Somebody else was faster.
    let late = edit(&served, "note", "An older note.", "Mine.");
    assert_eq!(late.status, 422);
    assert!(late.text().contains("somebody else"), "{}", late.text());
    assert!(!figures(folder.path()).contains("Mine."));
    for (column, text) in [
        ("source", "nobody"),
        ("status", "q"),
        ("period", "soon"),
        ("superseded_by", "x"),
        ("id", "x"),
    ] {
        let answer = edit(&served, column, "", text);
        assert!([404, 422].contains(&answer.status), "{column}: {}", answer.status);
    }
}

/// Each adds figures of its own periods, at the same time; all arrive.
#[test]
fn two_pages_and_a_command_line_at_once_lose_nothing() {
    const EACH: usize = 12;
    let folder = project();
    let before = figures(folder.path()).lines().count();
    let served = Served::begin(folder.path());
    let (served, root) = (&served, folder.path());
    thread::scope(|scope| {
        for page in 0..2 {
            scope.spawn(move || {
                for at in 0..EACH {
                    let period = format!("{}", 1900 + page * 20 + at);
                    let fields = typed(&period, "77", &[]);
                    let answer = save(served, &fields);
                    assert_eq!(answer.status, 200, "{}", answer.text());
                }
            });
        }
        scope.spawn(move || {
            for at in 0..EACH {
                let period = format!("{}", 1960 + at);
                let output =
                    command(root, &["add", "swift-nests", &period, "77", "--source", "club-2024"]);
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            }
        });
    });
    assert_eq!(figures(folder.path()).lines().count(), before + 3 * EACH);
}

#[test]
fn whoever_ends_it_in_the_middle_of_a_save_leaves_the_old_or_the_new() {
    for wait in [0, 3, 10, 20, 40] {
        let folder = project();
        let before = figures(folder.path());
        let served = Served::begin(folder.path());
        let fields = typed("2019", "150", &[]);
        let shown = served.post("/add/said", &form(&fields));
        let agreed = hidden(&shown, "agreed").expect("it can be saved");
        let more = [("agreed", agreed.as_str()), ("do", "save")];
        let all = form(&fields.iter().copied().chain(more).collect::<Vec<_>>());
        thread::scope(|scope| {
            let saving = scope.spawn(|| served.post("/add", &all));
            thread::sleep(Duration::from_millis(wait));
            served.kill();
            let _ = saving.join();
        });
        let after = figures(folder.path());
        let new = after.lines().count() == before.lines().count() + 1
            && after.contains(",swift-nests,2019,150,");
        assert!(after == before || new, "{wait}: {after}");
    }
}

#[test]
fn a_page_is_told_when_the_files_change_and_of_nothing_else() {
    let folder = project();
    let served = Served::begin(folder.path());
    let state = || {
        let page = served.get("/charts/index.html");
        let main = elements(&page.body).into_iter().find(|element| element.name == "main");
        main.expect("there is one").attributes["data-state"].clone()
    };
    let now = state();
    let (told, waited) = thread::scope(|scope| {
        let waiting = scope.spawn(|| served.get(&format!("/changed?state={now}")));
        thread::sleep(Duration::from_millis(700));
        assert!(!waiting.is_finished(), "nothing changed");
        let begun = Instant::now();
        let figures = folder.path().join("data/figures.csv");
        let text = fs::read_to_string(&figures).expect("it can be read");
        fs::write(&figures, crate::site::revised(&text)).expect("it can be written");
        (waiting.join().expect("it ends"), begun.elapsed())
    });
    assert_eq!((told.status, told.text()), (200, state()));
    assert_ne!(told.text(), now);
    assert!(waited < Duration::from_secs(5), "{waited:?}");
}

/// A page has fields and links where a terminal has options and commands.
#[test]
fn what_is_refused_is_told_with_the_names_of_the_page() {
    let folder = project();
    let served = Served::begin(folder.path());
    let mut faults = Faults::default();
    let ways = [("/add/said", ""), ("/add", "look"), ("/add", "revise")];
    for (fields, (path, does), said) in [
        (typed("2019", "1 million", &[]), ways[1], "write “Exact” or “Rounded” beside it"),
        (typed("2019", "1 million p", &[("stated", "")]), ways[1], ""),
        (typed("2024", "141", &[]), ways[0], "or say with “Page or paragraph” where"),
        (
            typed("2019", "150", &[("id", "swift-nests-2022")]),
            ways[0],
            "“The id of the new figure”: swift-nests-2019",
        ),
        (vec![("series", "swift-nest")], ways[0], "“A new series” adds a new one"),
        (
            vec![("series", "swift-nests"), ("source", "nobody")],
            ways[0],
            "“A new source” adds a new one",
        ),
        (
            typed("2022", "119", &[("supersedes", "swift-nests-2022")]),
            ways[2],
            "“Why that is no longer right”",
        ),
        (
            typed("2018", "119", &[("why", "x")]),
            ways[2],
            "“Add a figure” adds one; “In place of” names",
        ),
    ] {
        let all: Vec<(&str, &str)> = fields.iter().copied().chain([("do", does)]).collect();
        let text = served.post(path, &form(&all)).text();
        faults.check(text.contains(said), || format!("{fields:?}: no {said} in {text}"));
        faults.check(!text.contains(" --") && !text.contains("`sourceline"), || {
            format!("{fields:?}: {text}")
        });
    }
    let growth = [("title", "Growth"), ("unit", "percent"), ("nature", "growth")];
    let text = served.post("/add/series", &form(&growth)).text();
    let said = text.contains("“On what base”: a year earlier")
        && text.contains("“On what base” is missing")
        && !text.contains("terminal");
    faults.check(said, || text);
    let text = served.post("/add/said", &form(&[("repeats", "zz")])).text();
    let said = text.contains("there is no figure `zz`") && !text.contains("`sourceline");
    faults.check(said, || text);
    let text = served.post("/add/series", &form(&[])).text();
    let said = text.contains("“Title”, “Unit” and “Nature” are missing") && !text.contains(" --");
    faults.check(said, || text);
    let text = served.post("/add/source", &form(&[])).text();
    let said = text.contains("“Publisher” and “Title” are missing") && !text.contains("terminal");
    faults.check(said, || text);
    faults.none();
}
