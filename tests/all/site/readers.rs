//! What others read of a site: html-validate, axe-core in Chromium, xmllint, and programs that follow
//! feeds and gather data sets.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use roxmltree::{Document, Node};
use serde_json::Value;

use super::links::{Element, elements};
use super::{PUBLISHED, files};
use crate::common::Faults;
use crate::common::outside::is_here;

fn here(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).to_string_lossy().into_owned()
}

fn pages() -> Vec<String> {
    files(&PUBLISHED.site).into_keys().filter(|path| path.ends_with(".html")).collect()
}

/// All that a program says, if it says anything is wrong.
fn said_by(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    match output.status.success() && output.stdout.is_empty() {
        true => String::new(),
        false => {
            let [out, err] =
                [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
            format!("{out}{err}{}", output.status)
        }
    }
}

#[test]
fn html_validate_finds_nothing() {
    let program = here("target/pages/node_modules/.bin/html-validate");
    if !is_here(&[&program]) {
        return;
    }
    let config = here("tests/site/html-validate.json");
    let mut command = Command::new(program);
    command.args(["--config", &config, "--formatter", "text"]).current_dir(&PUBLISHED.site);
    assert_eq!(said_by(command.args(pages())), "");
}

#[test]
fn axe_finds_nothing_light_and_dark_narrow_and_wide_and_the_search_finds() {
    let tools = here("target/pages");
    if !is_here(&["node", "chromium", &format!("{tools}/node_modules/axe-core/axe.min.js")]) {
        return;
    }
    let site = PUBLISHED.site.to_string_lossy().into_owned();
    let mut command = Command::new("node");
    command.args([&here("tests/site/read.mjs"), &tools, &site, "nests"]);
    command.args(["index.html", "nests/index.html", "nests/embed.html", "changes.html"]);
    command.args(pages().iter().filter(|path| path.starts_with("series")));
    command.args(pages().iter().filter(|path| path.starts_with("sources")).take(2));
    assert_eq!(said_by(&mut command), "");
}

#[test]
fn each_page_has_one_heading_of_its_own_a_language_and_headings_in_order() {
    let mut faults = Faults::default();
    let mut titles = BTreeSet::new();
    for (path, bytes) in files(&PUBLISHED.site).iter().filter(|(path, _)| path.ends_with(".html")) {
        let elements = elements(bytes);
        let level =
            |one: &Element| one.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = elements.iter().filter_map(level).collect();
        let ordered = levels.windows(2).all(|two| two[1] <= two[0] + 1);
        let one = levels.iter().filter(|level| **level == 1).count() == 1;
        faults.check(one && ordered && levels[0] == 1, || format!("{path}: {levels:?}"));
        let language =
            elements.iter().any(|one| one.name == "html" && one.attributes.contains_key("lang"));
        faults.check(language, || format!("{path} has no language"));
        let tables = elements.iter().filter(|one| one.name == "table").count();
        let captions = elements.iter().filter(|one| one.name == "caption").count();
        faults
            .check(tables == captions, || format!("{path}: {tables} tables, {captions} captions"));
        let scoped = |one: &&Element| one.name == "th" && !one.attributes.contains_key("scope");
        faults.check(!elements.iter().any(|one| scoped(&one)), || {
            format!("{path}: <th> without scope")
        });
        let text = String::from_utf8_lossy(bytes).into_owned();
        let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        let framed = path.ends_with("embed.html");
        let own = title.is_some_and(|title| framed || titles.insert(title.to_string()));
        faults.check(own, || format!("{path}: {title:?} is the title of another page"));
    }
    faults.none();
}

fn named<'d>(node: Node<'d, 'd>, name: &str) -> Vec<Node<'d, 'd>> {
    node.children()
        .filter(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))
        .collect()
}

#[test]
fn the_feed_has_what_a_feed_must_have() {
    let all = files(&PUBLISHED.site);
    let text = String::from_utf8_lossy(&all["feed.xml"]).into_owned();
    let document = Document::parse(&text).expect("it is XML");
    let feed = document.root_element();
    let entries = named(feed, "entry");
    assert_eq!(entries.len(), 2);
    let mut ids = BTreeSet::new();
    for one in std::iter::once(feed).chain(entries) {
        for needed in ["title", "id", "updated"] {
            let [found] = &named(one, needed)[..] else { panic!("{needed} is needed once") };
            let said = found.text().unwrap_or_default();
            assert!(!said.is_empty(), "{needed} is empty");
            match needed {
                "id" => assert!(said.starts_with("urn:uuid:") && ids.insert(said.to_string())),
                "updated" => assert!(said.starts_with("2026-") && said.ends_with("T00:00:00Z")),
                _ => {}
            }
        }
        let links = named(one, "link");
        assert!(links.iter().all(|link| {
            link.attribute("href").is_some_and(|to| to.starts_with("https://example.org/charts/"))
        }));
        assert!(links.iter().any(|link| link.attribute("rel") == Some("alternate")));
    }
    assert!(!named(feed, "author").is_empty());
    if is_here(&["xmllint"]) {
        for file in ["feed.xml", "sitemap.xml"] {
            let path = PUBLISHED.site.join(file);
            assert_eq!(said_by(Command::new("xmllint").arg("--noout").arg(path)), "");
        }
    }
}

#[test]
fn the_sitemap_has_every_page_once() {
    let all = files(&PUBLISHED.site);
    let text = String::from_utf8_lossy(&all["sitemap.xml"]).into_owned();
    let document = Document::parse(&text).expect("it is XML");
    let space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    let places = document.descendants().filter(|node| node.has_tag_name((space, "loc")));
    let places: Vec<&str> = places.filter_map(|node| node.text()).collect();
    let pages: BTreeSet<String> = pages()
        .into_iter()
        .filter(|path| !path.ends_with("embed.html"))
        .map(|path| format!("https://example.org/charts/{}", path.trim_end_matches("index.html")))
        .collect();
    assert_eq!(places.len(), pages.len());
    assert_eq!(places.into_iter().map(String::from).collect::<BTreeSet<_>>(), pages);
}

#[test]
fn programs_are_told_what_data_a_page_holds_and_others_how_to_show_it() {
    let all = files(&PUBLISHED.site);
    let mut sets = 0;
    for (path, bytes) in all.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let Some((_, rest)) = text.split_once("<script type=\"application/ld+json\">") else {
            continue;
        };
        let told = rest.split("</script>").next().expect("it ends");
        let told: Value =
            serde_json::from_str(told).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(told["@context"], "https://schema.org", "{path}");
        if told["@type"] != "Dataset" {
            continue;
        }
        sets += 1;
        for needed in ["name", "description", "license", "url", "creator"] {
            assert!(!told[needed].is_null(), "{path}: {needed}");
        }
        let said = told["description"].as_str().map(|said| said.chars().count());
        assert!(said.is_some_and(|count| (1..=5_000).contains(&count)), "{path}: {said:?}");
        if let Some(table) = told["distribution"][0]["contentUrl"].as_str() {
            let file =
                table.strip_prefix("https://example.org/charts/").expect("it is of the site");
            assert!(all.contains_key(file), "{path}: {table}");
        }
    }
    assert!(sets > 3, "{sets}");
    let chart = String::from_utf8_lossy(&all["nests/index.html"]).into_owned();
    let card =
        "<meta property=\"og:image\" content=\"https://example.org/charts/nests/nests-card.png\">";
    assert!(chart.contains(card));
    let png = &all["nests/nests-card.png"];
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    for (which, side) in [("width", side(16)), ("height", side(20))] {
        let said = format!("<meta property=\"og:image:{which}\" content=\"{side}\">");
        assert!(chart.contains(&said), "{said}");
    }
    assert_eq!(side(16) * 630, side(20) * 1200);
}
