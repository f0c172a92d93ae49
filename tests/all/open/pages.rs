//! What the pages show, and that nothing on them is more than it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use rayon::prelude::*;

use super::Served;
use crate::common::Faults;
use crate::common::folder::project;
use crate::naughty::project::{PLACES, with};
use crate::site::hostile::write;
use crate::site::links::{Element, elements};

const INDEX: &str = "/charts/index.html";

/// Of every page.
const SCRIPTS: usize = 4;

/// Every page and file that is reached from the first one, by its way; without what is only taken away where
/// the pages alone matter.
fn reached(served: &Served, pages_alone: bool, faults: &mut Faults) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut ahead) = (BTreeMap::new(), vec![INDEX.to_string()]);
    let mut known = BTreeSet::from([INDEX.to_string()]);
    while let Some(path) = ahead.pop() {
        let answer = served.get(&path);
        faults.check(answer.status == 200, || format!("{path}: {}", answer.status));
        let head = answer.head.to_lowercase();
        let policy = head.lines().find(|line| line.starts_with("content-security-policy:"));
        let strict = policy.is_some_and(|policy| {
            policy.contains("default-src 'none'") && !policy.contains("unsafe-")
        });
        faults.check(strict, || format!("{path}: {policy:?}"));
        faults
            .check(head.contains("x-content-type-options: nosniff"), || format!("{path}: {head}"));
        if head.contains("text/html") {
            for element in elements(&answer.body) {
                is_plain(&path, &element, faults);
                for address in addresses(&element) {
                    let own = element.name == "a" && !element.attributes.contains_key("download");
                    let way = resolved(&path, &address).filter(|_| own || !pages_alone);
                    if let Some(way) = way.filter(|way| known.insert(way.clone())) {
                        ahead.push(way);
                    }
                }
            }
        }
        if head.contains("text/html") || !pages_alone {
            found.insert(path, answer.body);
        }
    }
    found
}

/// No code is written into a page and nothing comes from elsewhere.
fn is_plain(path: &str, element: &Element, faults: &mut Faults) {
    let inline = element.attributes.keys().any(|name| name.starts_with("on") || name == "style");
    let elsewhere = ["src", "srcset", "action", "hx-get", "hx-post"]
        .iter()
        .any(|name| element.attributes.get(*name).is_some_and(|way| way.contains("//")));
    let names = ["iframe", "object", "embed", "base", "style", "svg"];
    let bare = element.name == "script" && !element.attributes.contains_key("src");
    let odd = inline || elsewhere || bare || names.contains(&element.name.as_str());
    faults.check(!odd, || format!("{path}: <{}> {:?}", element.name, element.attributes));
}

fn addresses(element: &Element) -> Vec<String> {
    let of = |name: &str| element.attributes.get(name).cloned();
    let set = of("srcset").unwrap_or_default();
    let set = set.split(',').filter_map(|one| one.split_whitespace().next().map(String::from));
    [of("href"), of("src")].into_iter().flatten().chain(set.collect::<Vec<_>>()).collect()
}

/// The way of an address on a page, if it is one of ours.
fn resolved(page: &str, address: &str) -> Option<String> {
    let address = address.split('#').next().unwrap_or_default();
    if address.is_empty() || address.contains(':') {
        return None;
    }
    if address.starts_with('/') {
        return Some(address.to_string());
    }
    let mut parts: Vec<&str> = page.split('?').next()?.split('/').skip(1).collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(format!("/{}", parts.join("/")))
}

#[test]
fn every_link_of_every_page_leads_somewhere_and_nothing_on_it_is_code() {
    let folder = project();
    let served = Served::begin(folder.path());
    let mut faults = Faults::default();
    let found = reached(&served, false, &mut faults);
    for path in ["/import", "/new", "/review", "/spec?chart=nests"] {
        faults.check(found.contains_key(path), || format!("nothing leads to {path}"));
    }
    for (path, begins) in [
        ("/charts/nests/nests.svg", &b"<svg"[..]),
        ("/charts/nests/nests-narrow-dark.svg", b"<svg"),
        ("/charts/nests/nests.png", b"\x89PNG"),
        ("/charts/nests/nests.pdf", b"%PDF"),
        ("/charts/nests/nests.docx", b"PK"),
        ("/charts/series/swift-nests.html", b"<!DOCTYPE"),
        ("/charts/datapackage.json", b"{"),
    ] {
        let bytes = found.get(path);
        let fits = bytes.is_some_and(|bytes| bytes.starts_with(begins));
        faults.check(fits, || format!("{path} is not there or something else"));
    }
    faults.none();
}

#[test]
fn a_picture_that_is_out_of_date_is_marked_and_drawn_anew() {
    let folder = project();
    let served = Served::begin(folder.path());
    let (stale, none) = ("The file on the disk is out of date", "Not drawn on the disk yet");
    assert!(served.get(INDEX).text().contains(none));
    assert_eq!(served.post("/draw", "").status, 303);
    let first = served.get(INDEX).text();
    assert!(!first.contains(stale) && !first.contains(none), "{first}");
    let picture = folder.path().join("charts/nests.svg");
    let figures = folder.path().join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("it can be read");
    fs::write(&figures, crate::site::revised(&text)).expect("it can be written");
    for page in [INDEX, "/charts/nests/index.html"] {
        assert!(served.get(page).text().contains(stale), "{page}");
    }
    assert!(served.get("/charts/nests/index.html").text().contains(">97<"));
    let answer = served.post("/draw", "chart=nests");
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(!served.get("/charts/nests/index.html").text().contains(stale));
    let drawn = fs::read(&picture).expect("it is there");
    assert_eq!(served.get("/charts/nests/nests.svg").body, drawn);
}

#[test]
fn errors_are_told_at_their_line_and_nothing_else_is_shown() {
    let folder = project();
    let served = Served::begin(folder.path());
    let spec = folder.path().join("charts/nests.toml");
    let text = fs::read_to_string(&spec).expect("it can be read");
    fs::write(&spec, text.replace("id = \"swift-nests\"", "id = \"swift-nest\""))
        .expect("it can be written");
    let page = served.get("/charts/nests/index.html").text();
    assert!(page.contains("<mark>&quot;swift-nest&quot;</mark>"), "{page}");
    assert!(page.contains("charts/nests.toml:") && page.contains("nests"), "{page}");
    assert!(served.get(INDEX).text().contains("It cannot be drawn"));
    let figures = folder.path().join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("it can be read");
    fs::write(&figures, text.replace("2020,96", "2020,9o6")).expect("it can be written");
    for page in [
        INDEX,
        "/charts/nests/index.html",
        "/charts/series.html",
        "/charts/series/swift-nests.html",
    ] {
        let text = served.get(page).text();
        assert!(text.contains("<mark>9o6</mark>"), "{page}: {text}");
    }
    assert_eq!(served.get("/charts/nests/nests.svg").status, 404);
}

#[test]
fn what_was_done_is_taken_back_once_and_only_if_it_is_what_was_shown() {
    let folder = project();
    let served = Served::begin(folder.path());
    let figures = folder.path().join("data/figures.csv");
    let before = fs::read(&figures).expect("it can be read");
    let edit = |value: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sourceline"));
        command.args(["edit", "swift-nests-2020", "--note", value, "--project"]).arg(folder.path());
        let output = command.output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let last = || {
        let page = served.get("/undo").text();
        let seal = page.split("name=\"last\" value=\"").nth(1).expect("there is something");
        seal.split('"').next().expect("it ends").to_string()
    };
    edit("One.");
    let one = last();
    edit("Two.");
    let refused = served.post("/undo", &format!("last={one}"));
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("something else was done since"), "{}", refused.text());
    assert_eq!(served.post("/undo", &format!("last={}", last())).status, 200);
    assert_eq!(served.post("/undo", &format!("last={}", last())).status, 200);
    assert!(fs::read(&figures).expect("it can be read") == before);
}

#[test]
fn what_changed_is_shown_as_the_command_writes_it() {
    let folder = project();
    let git = |words: &[&str]| {
        let own = ["-c", "user.name=Ada Finch", "-c", "user.email=ada@example.org"];
        let mut command = std::process::Command::new("git");
        let done = command.current_dir(folder.path()).args(own).args(words).output();
        assert!(done.expect("git starts").status.success(), "{words:?}");
    };
    let served = Served::begin(folder.path());
    let alone = served.get("/review");
    assert_eq!(alone.status, 200);
    assert!(alone.text().contains("no git repository"), "{}", alone.text());
    git(&["init", "-q", "."]);
    git(&["add", "data", "charts"]);
    git(&["commit", "-qm", "</script><b>Swifts</b>"]);
    let figures = folder.path().join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("it can be read");
    fs::write(&figures, crate::site::revised(&text)).expect("it can be written");
    let mut faults = Faults::default();
    let page = served.get("/review?since=HEAD");
    elements(&page.body).iter().for_each(|element| is_plain("/review", element, &mut faults));
    let pictures: Vec<Vec<u8>> = elements(&page.body)
        .iter()
        .filter(|element| element.name == "img")
        .map(|element| served.get(&element.attributes["src"]).body)
        .collect();
    faults.check(pictures.len() == 2 && pictures[0] != pictures[1], || page.text());
    faults.check(pictures.iter().all(|svg| svg.starts_with(b"<svg")), || "no SVG".into());
    let file = folder.path().join("review.html");
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_sourceline"))
        .args(["changes", "--since", "HEAD", "--out"])
        .arg(&file)
        .arg("--project")
        .arg(folder.path())
        .output()
        .expect("it starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let written = fs::read_to_string(&file).expect("it can be read");
    let tables = |text: &str| text.split("<table>").skip(1).map(String::from).collect::<Vec<_>>();
    let ends = |text: &String| text.split("</table>").next().unwrap_or_default().to_string();
    let (own, other) = (tables(&page.text()), tables(&written));
    faults.check(!own.is_empty() && own.iter().map(ends).eq(other.iter().map(ends)), || {
        format!("{own:?} {other:?}")
    });
    for text in [&written, &page.text()] {
        faults.check(!text.contains("<b>Swifts"), || text.clone());
    }
    let policy = written.contains("default-src 'none'; img-src data:; style-src 'sha256-");
    faults.check(policy && !written.contains("unsafe-"), || "no strict policy".into());
    let unknown = served.get("/review?since=%3Cb%3Enever");
    faults.check(unknown.status == 422 && !unknown.text().contains("<b>never"), || unknown.text());
    faults.none();
}

#[test]
fn what_lies_behind_each_mark_is_what_show_says_of_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let served = Served::begin(root);
    let page = served.get("/charts/referrals/index.html").text();
    let picture = served.get("/charts/referrals/referrals.bare.svg").text();
    let mut figures: Vec<&str> = picture.split("data-figure=\"").skip(1).collect();
    figures.iter_mut().for_each(|rest| *rest = rest.split('"').next().expect("it ends"));
    figures.sort_unstable();
    figures.dedup();
    assert!(figures.len() > 2, "{picture}");
    let mut faults = Faults::default();
    for id in figures {
        let own = page.split(&format!("id=\"mark-{id}\"")).nth(1);
        let own = own.and_then(|rest| rest.split("</dl>").next()).unwrap_or_default();
        let own = own.replace("&quot;", "\"").replace("&amp;", "&");
        let said = std::process::Command::new(env!("CARGO_BIN_EXE_sourceline"))
            .args(["show", id, "--format", "json", "--project"])
            .arg(root)
            .output()
            .expect("it starts");
        let said: serde_json::Value = serde_json::from_slice(&said.stdout).expect("it is JSON");
        let (figure, line) = (&said["figures"][0], said["line"].as_u64().unwrap_or_default());
        let text = |name: &str| figure[name].as_str().unwrap_or_default().to_string();
        let mut expected = vec![format!("line {line}"), text("publisher"), text("stated")];
        expected.push(text("said_first_by"));
        let url = text("url");
        expected.extend((!url.is_empty()).then(|| format!("href=\"{url}\"")));
        let others = figure["differs_from"].as_array().cloned().unwrap_or_default();
        expected.extend(others.iter().filter_map(|other| other.as_str().map(String::from)));
        for text in expected {
            faults.check(own.contains(&text), || format!("{id}: no {text} in {own}"));
        }
    }
    faults.none();
}

#[test]
fn where_a_chart_stands_is_told_with_whether_it_is_still_true() {
    let folder = project();
    let run = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sourceline"));
        let output = command.args(words).current_dir(folder.path()).output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let served = Served::begin(folder.path());
    let listed = || served.get("/embedded/nests").text();
    assert!(listed().contains("Nothing that was written"), "{}", listed());
    run(&["embed", "nests", "--for", "word", "--out", "."]);
    assert!(listed().contains("nests.docx") && listed().contains(">current<"), "{}", listed());
    let figures = folder.path().join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("it can be read");
    fs::write(&figures, crate::site::revised(&text)).expect("it can be written");
    assert!(listed().contains(">stale<") && listed().contains("97"), "{}", listed());
    let page = served.get("/charts/nests/index.html").text();
    assert!(page.contains("hx-get=\"/embedded/nests\""), "{page}");
    assert!(!served.get("/embedded/boxes").text().contains("nests.docx"));
}

/// Each is taken somewhere.
const OWN: [&str; 5] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title></caption></pre><base href=//evil.example/>",
    "javascript:alert(1)",
    "' hx-get='/undo' hx-trigger='load",
];

#[test]
fn hostile_texts_are_texts_on_every_page() {
    // All that SOURCELINE_NAUGHTY asks for, where it does.
    let asked = env::var_os("SOURCELINE_NAUGHTY").map(|_| crate::naughty::tried());
    let asked = asked.into_iter().flatten().map(|(_, text)| text);
    let all: Vec<String> = OWN.map(String::from).into_iter().chain(asked).collect();
    let faults: Vec<Faults> = all.par_iter().map(|text| hostile(text)).collect();
    faults.into_iter().fold(Faults::default(), Faults::with).none();
}

fn hostile(text: &str) -> Faults {
    let mut faults = Faults::default();
    let (mut taken, mut pages) = (false, 0);
    crate::naughty::together(&PLACES, &mut |places| {
        let takes = crate::naughty::drawn(places, text, |_, _| ()).is_ok();
        if takes {
            taken = true;
            let folder = tempfile::tempdir().expect("a temporary folder");
            write(&with(places, text), folder.path());
            let served = Served::begin(folder.path());
            let found = reached(&served, true, &mut faults);
            let scripts =
                |bytes: &[u8]| elements(bytes).iter().filter(|one| one.name == "script").count();
            for (path, bytes) in &found {
                pages += 1;
                faults.check(scripts(bytes) == SCRIPTS, || {
                    format!("{path}: {} scripts", scripts(bytes))
                });
            }
        }
        takes
    });
    let nowhere = pages == 0 && (taken || OWN.contains(&text));
    faults.check(!nowhere, || format!("{text:?} was shown nowhere"));
    // In errors, too, and in the name of a file.
    let folder = project();
    let root: &Path = folder.path();
    let spec = root.join("charts/nests.toml");
    let told = fs::read_to_string(&spec).expect("it can be read");
    fs::write(&spec, told.replace("id = \"swift-nests\"", &format!("id = '''{text}'''")))
        .expect("written");
    let named = text.replace('/', "-");
    let _ = fs::copy(root.join("charts/boxes.toml"), root.join(format!("charts/{named}.toml")));
    let served = Served::begin(root);
    let found = reached(&served, true, &mut faults);
    faults.check(found.len() > 4, || format!("{text:?}: {} pages", found.len()));
    faults
}

#[test]
fn what_no_page_can_hold_is_on_none() {
    let folder = project();
    let spec = folder.path().join("charts/nests.toml");
    let text = fs::read_to_string(&spec).expect("it can be read");
    let odd = text.replace("id = \"swift-nests\"", "id = 'swift\u{1}nests\0'");
    fs::write(&spec, odd).expect("written");
    let served = Served::begin(folder.path());
    // An editor would save another text than the one that was there.
    let page = served.get("/spec?chart=nests");
    let textareas = elements(&page.body).iter().filter(|one| one.name == "textarea").count();
    assert!(page.status == 404 && textareas == 0, "{}", page.text());
    assert!(page.text().contains("control characters"), "{}", page.text());
    let typed = super::adding::form(&[
        ("text", "title = 'a\u{1}b\u{fffe}'"),
        ("name", "a\u{b}b"),
        ("do", "look"),
    ]);
    for path in ["/spec", "/add/said", "/import/look"] {
        let page = served.post(path, &typed);
        elements(&page.body);
        let held = !page.text().contains(['\u{1}', '\u{b}', '\u{fffe}']);
        assert!(held, "{path}: {}", page.text());
    }
}

#[test]
fn a_page_is_light() {
    let served = Served::begin(Path::new(env!("CARGO_MANIFEST_DIR")));
    let parts = ["site.css", "page.css", "page.js", "marks.js", "paste.js", "htmx.js"];
    let parts: usize =
        parts.iter().map(|part| served.get(&format!("/assets/{part}")).body.len()).sum();
    let page = served.get(INDEX).body.len();
    assert!(parts + page < 150_000, "{parts} and {page} bytes");
}
