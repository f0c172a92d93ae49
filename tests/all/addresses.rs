//! Every file and every source that a snippet, a sidecar or a page of ours names is found by who
//! reads it: names of charts and folders, and addresses of sources, that have letters with a meaning
//! in HTML, in Markdown or in an address.

use std::fs;
use std::path::Path;
use std::process::Command;

use html5gum::{Token, Tokenizer};
use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::common::Faults;

/// The name of a chart and of a folder.
const NAMES: [&str; 5] =
    ["a%20b #1", "half (50%) & more", "what? a|b", "[x] ~y~ *z*", "café ü; 'q'"];

const ADDRESS: &str = "https://example.org/a|b?q=(1)&x=[2]~*c*#d";

/// A project with the one chart, of this name.
fn project(folder: &Path, chart: &str) {
    let run = |words: &[&str]| {
        let output = sourceline(folder, words);
        assert!(output.1, "{words:?}: {}", output.0);
    };
    run(&["init", "."]);
    let charts = folder.join("charts");
    fs::rename(charts.join("example.toml"), charts.join(format!("{chart}.toml"))).unwrap();
    let sources = folder.join("data/sources.csv");
    let text = fs::read_to_string(&sources).unwrap();
    let with_address = text.replace(",2024-03,,,", &format!(",2024-03,{ADDRESS},,"));
    assert_ne!(text, with_address);
    fs::write(sources, with_address).unwrap();
    run(&["check"]);
}

fn sourceline(folder: &Path, words: &[&str]) -> (String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    let output = command.current_dir(folder).args(words).output().expect("it runs");
    let told = [output.stdout, output.stderr].concat();
    (String::from_utf8_lossy(&told).into_owned(), output.status.success())
}

/// Where a page points to.
fn named_in_html(text: &str) -> Vec<String> {
    let tags = Tokenizer::new(text).filter_map(|Ok(token)| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    });
    let names = tags.flat_map(|tag| {
        let wanted = |name: &[u8]| matches!(name, b"src" | b"href" | b"srcset");
        let found = tag.attributes.into_iter().filter(move |(name, _)| wanted(name));
        found.map(|(_, value)| String::from_utf8_lossy(&value.value).into_owned())
    });
    names.collect()
}

/// Where a text in Markdown points to, the HTML in it included.
fn named_in_markdown(text: &str) -> Vec<String> {
    let mut named = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Image { dest_url, .. } | Tag::Link { dest_url, .. }) => {
                named.push(dest_url.into_string());
            }
            Event::Html(html) | Event::InlineHtml(html) => named.extend(named_in_html(&html)),
            _ => {}
        }
    }
    named
}

#[test]
fn every_file_and_source_that_is_named_is_found() {
    let mut faults = Faults::default();
    for name in NAMES {
        let place = tempfile::tempdir().unwrap();
        project(place.path(), name);
        let out = format!("to {name}");
        let (told, fine) = sourceline(place.path(), &["bundle", "--out", &out]);
        assert!(fine, "{told}");
        let out = place.path().join(out);
        let mut looked = 0;
        for file in fs::read_dir(&out).unwrap() {
            let file = file.unwrap().path();
            let text = || fs::read_to_string(&file).unwrap();
            let named = match file.extension().and_then(|ending| ending.to_str()) {
                Some("html") => named_in_html(&text()),
                Some("md" | "qmd") => named_in_markdown(&text()),
                _ => continue,
            };
            // What lies in the page itself is nowhere else.
            for address in named.into_iter().filter(|address| !address.starts_with("data:")) {
                looked += 1;
                let path = percent_decode_str(&address).decode_utf8().unwrap().into_owned();
                let found =
                    path == ADDRESS || !address.contains("://") && out.join(&path).is_file();
                faults.check(found, || format!("{}: {address} is nowhere", file.display()));
            }
        }
        assert!(looked > 20, "{name}: {looked}");
    }
    faults.none();
}

/// The snippet names the picture by the way to its folder.
#[test]
fn a_picture_in_another_folder_is_found() {
    let mut faults = Faults::default();
    for name in NAMES {
        let place = tempfile::tempdir().unwrap();
        project(place.path(), "one");
        for host in ["html", "strict-html", "github", "markdown", "pandoc", "quarto"] {
            let (told, fine) =
                sourceline(place.path(), &["embed", "one", "--for", host, "--out", name]);
            assert!(fine, "{told}");
            let snippet: String = told
                .lines()
                .filter(|line| !line.starts_with("wrote") && !line.starts_with("unchanged"))
                .map(|line| format!("{line}\n"))
                .collect();
            let named = match host {
                "html" | "strict-html" => named_in_html(&snippet),
                _ => named_in_markdown(&snippet),
            };
            let files: Vec<&String> = named.iter().filter(|one| !one.contains("://")).collect();
            faults.check(!files.is_empty(), || format!("{name}, {host}: names nothing\n{snippet}"));
            for address in files {
                let path = percent_decode_str(address).decode_utf8().unwrap();
                let found = place.path().join(&*path).is_file();
                faults.check(found, || format!("{name}, {host}: {address} is nowhere"));
            }
        }
    }
    faults.none();
}

/// Every row of a table has as many cells as its head.
#[test]
fn a_bar_in_an_address_ends_no_cell() {
    let place = tempfile::tempdir().unwrap();
    project(place.path(), "one");
    let (told, fine) = sourceline(place.path(), &["render", "--format", "md"]);
    assert!(fine, "{told}");
    let text = fs::read_to_string(place.path().join("charts/one.md")).unwrap();
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push((0, Vec::new())),
            Event::End(TagEnd::Table) => break,
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().0 += 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(row) = rows.last_mut() {
                    row.1.push(percent_decode_str(&dest_url).decode_utf8().unwrap().into_owned());
                }
            }
            _ => {}
        }
    }
    assert!(rows.len() > 4, "{text}");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    for (row, line) in rows[1..].iter().zip(&lines[2..]) {
        assert_eq!(row.1, [ADDRESS], "{line}");
        // A cell too many is dropped by the reader.
        let bars = line.replace("\\|", "").matches('|').count();
        assert_eq!(bars, rows[0].0 + 1, "{line}");
    }
}
