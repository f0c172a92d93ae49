//! What `embed` writes beside a picture: `verify` holds it against the picture, `update` brings it up
//! to date, and words of a person stay.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::common::folder::project;
use crate::documents::{packed, sourceline};

pub fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {text}");
    fs::write(&path, text.replace(from, to)).unwrap();
}

pub fn run(folder: &Path, words: &[&str], code: i32) -> String {
    let (told, found) = sourceline(folder, words);
    assert_eq!(found, code, "{words:?}: {told}");
    told
}

pub fn body(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The document with another body.
pub fn with_body(bytes: &[u8], text: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "word/document.xml" {
            inside = text.as_bytes().to_vec();
        }
        parts.push((name, inside));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

/// Pages whose pictures are files of their own, which `render` brings up to date alone.
#[test]
fn words_beside_a_picture_that_is_current_are_stale_by_themselves() {
    let folder = project();
    let folder = folder.path();
    for (host, bare) in [("html", false), ("html", true), ("github", false), ("github", true)] {
        let mut words = vec!["embed", "nests", "--for", host, "--path", "charts/"];
        words.extend(bare.then_some("--bare"));
        let snippet = run(folder, &words, 0);
        let snippet = snippet
            .lines()
            .filter(|line| !line.ends_with("nests.svg") && !line.ends_with("nests.bare.svg"))
            .collect::<Vec<_>>()
            .join("\r\n");
        let name = format!("{host}-{bare}.{}", if host == "html" { "html" } else { "md" });
        fs::write(folder.join(&name), format!("Before\r\n\r\n{snippet}\r\n\r\nAfter 118")).unwrap();
        let told = run(folder, &["verify", &name], 0);
        assert!(told.starts_with("current"), "{told}");
    }
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["embed", "nests", "--for", "html", "--bare"], 0);
    run(folder, &["render", "nests"], 0);
    for name in ["html-false.html", "html-true.html", "github-false.md", "github-true.md"] {
        let told = run(folder, &["verify", name], 1);
        assert!(
            told.starts_with("stale") && told.contains("description and figures beside it"),
            "{told}"
        );
        let before = fs::read_to_string(folder.join(name)).unwrap();
        let told = run(folder, &["update", name, "--dry-run"], 0);
        assert!(told.contains("would update"), "{told}");
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), before);
        let told = run(folder, &["update", name], 0);
        assert!(told.contains("words beside charts"), "{told}");
        let after = fs::read_to_string(folder.join(name)).unwrap();
        assert!(
            after.ends_with("\r\n\r\nAfter 118") && after.matches("118").count() == 1,
            "{after}"
        );
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count(), "{name}");
        run(folder, &["verify", name], 0);
        assert!(run(folder, &["update", name], 0).starts_with("unchanged"));
    }
}

#[test]
fn a_row_more_in_a_table_of_word_looks_like_the_others() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let report = folder.join("nests.docx");
    // Of a house, whose styles have other names, and cut up as word processors do.
    let bytes = fs::read(&report).unwrap();
    let house = body(&bytes)
        .replace("\"Caption\"", "\"House2\"")
        .replace("\"TableGrid\"", "\"HouseTable\"")
        .replace("<w:t xml:space=\"preserve\">118</w:t></w:r>",
            "<w:t>1</w:t></w:r><w:proofErr/><w:r><w:rPr><w:i/></w:rPr><w:t>18</w:t></w:r>")
        .replace("<w:p><w:pPr><w:pStyle w:val=\"Picture\"/>",
            "<w:p><w:r><w:t>Own words of 118.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Picture\"/>");
    fs::write(&report, with_body(&bytes, &house)).unwrap();
    run(folder, &["verify", "nests.docx"], 0);
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["add", "swift-nests", "2019", "80", "--source", "club-2022", "--yes"], 0);
    let told = run(folder, &["verify", "nests.docx"], 1);
    assert!(told.contains("118 is now 119"), "{told}");
    let told = run(folder, &["update", "nests.docx"], 0);
    assert!(told.contains("chart and the words beside it"), "{told}");
    assert!(told.contains("paragraph 5, description and figures"), "{told}");
    let now = body(&fs::read(&report).unwrap());
    roxmltree::Document::parse(&now).unwrap();
    assert!(now.contains("Own words of 118.") && now.matches("118").count() == 1, "{now}");
    assert!(now.contains("House2") && !now.contains("\"Caption\""), "{now}");
    assert_eq!(now.matches("<w:tr>").count(), house.matches("<w:tr>").count() + 1, "{now}");
    assert!(now.contains(">80<"), "{now}");
    let told = run(folder, &["verify", "nests.docx"], 0);
    assert!(told.starts_with("current"), "{told}");
    // A row less, and more notes than before.
    run(folder, &["undo"], 0);
    run(folder, &["add", "swift-nests", "2020", "199", "--source", "gazette-2024", "--yes"], 0);
    run(folder, &["update", "nests.docx"], 0);
    let now = body(&fs::read(&report).unwrap());
    roxmltree::Document::parse(&now).unwrap();
    assert_eq!(now.matches("<w:tr>").count(), house.matches("<w:tr>").count(), "{now}");
    assert!(!now.contains(">80<") && now.contains("at least 150"), "{now}");
    run(folder, &["verify", "nests.docx"], 0);
    assert!(run(folder, &["update", "nests.docx"], 0).starts_with("unchanged"));
}

#[test]
fn a_title_in_the_caption_follows_and_a_new_source_is_linked() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--bare", "--out", "."], 0);
    run(folder, &["verify", "nests.bare.docx"], 0);
    change(
        folder,
        "data/sources.csv",
        "https://example.org/swifts-2022",
        "https://example.org/a?b=1&c=2",
    );
    // The address of a source alone is not looked at in Word.
    run(folder, &["verify", "nests.bare.docx"], 0);
    change(folder, "data/sources.csv", "2022-11,", "2022-12,");
    change(folder, "charts/nests.toml", "2020", "2021");
    run(folder, &["verify", "nests.bare.docx"], 1);
    run(folder, &["update", "nests.bare.docx"], 0);
    let now = body(&fs::read(folder.join("nests.bare.docx")).unwrap());
    assert!(now.contains("as in 2021</w:t>"), "{now}");
    assert!(now.contains("HYPERLINK \"https://example.org/a?b=1&amp;c=2\""), "{now}");
    run(folder, &["verify", "nests.bare.docx"], 0);
}

#[test]
fn words_of_a_person_stay_and_are_told() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let page = run(folder, &["embed", "nests", "--inline"], 0);
    fs::write(folder.join("a.html"), page.replace("<td>118</td>", "<td>118 nests!</td>")).unwrap();
    let bytes = fs::read(folder.join("nests.docx")).unwrap();
    let text = body(&bytes).replace(">118<", ">118 nests!<");
    fs::write(folder.join("nests.docx"), with_body(&bytes, &text)).unwrap();
    // As long as the figures are those, they are the person's own, and told.
    let told = run(folder, &["verify", "nests.docx", "a.html"], 0);
    assert_eq!(told.matches("2022 118 nests! Anytown").count(), 2, "{told}");
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    fs::write(folder.join("a.html"), page.replace("118 nests!", "181")).unwrap();
    fs::write(folder.join("nests.docx"), with_body(&bytes, &text.replace("118 nests!", "181")))
        .unwrap();
    let told = run(folder, &["verify", "nests.docx", "a.html"], 1);
    assert_eq!(told.matches("altered").count(), 2, "{told}");
    fs::write(folder.join("a.html"), page).unwrap();
    fs::write(folder.join("nests.docx"), with_body(&bytes, &text)).unwrap();
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    let told = run(folder, &["update", "nests.docx", "a.html"], 1);
    assert_eq!(told.matches("description and figures: changed by hand").count(), 2, "{told}");
    assert!(body(&fs::read(folder.join("nests.docx")).unwrap()).contains("118 nests!"));
    assert!(fs::read_to_string(folder.join("a.html")).unwrap().contains("118 nests!"));
    let told = run(folder, &["verify", "nests.docx", "a.html"], 1);
    assert_eq!(told.matches("2022 118 nests!").count(), 2, "{told}");
}

#[test]
fn words_without_marks_are_told_and_left() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let page = run(folder, &["embed", "nests", "--inline"], 0);
    let linked = run(folder, &["embed", "nests", "--for", "html"], 0);
    let without = |text: &str| {
        let lines = text.lines().filter(|line| !line.contains("sourceline:"));
        lines.filter(|line| !line.ends_with("nests.svg")).collect::<Vec<_>>().join("\n")
    };
    fs::write(folder.join("a.html"), without(&page)).unwrap();
    fs::write(folder.join("b.html"), without(&linked)).unwrap();
    let bytes = fs::read(folder.join("nests.docx")).unwrap();
    let text = body(&bytes).replace("w:name=\"sl_", "w:name=\"other_");
    fs::write(folder.join("nests.docx"), with_body(&bytes, &text)).unwrap();
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["render", "nests"], 0);
    // What stood beside an older picture is older; a file of its own that is current says nothing of it.
    for (name, code) in [("a.html", 1), ("b.html", 0)] {
        let told = run(folder, &["update", name], code);
        assert!(told.contains("have no marks of `embed`"), "{name}: {told}");
    }
    // Of a document of an office it is told as long as they say what the chart said before.
    for _ in 0..2 {
        let told = run(folder, &["update", "nests.docx"], 1);
        assert!(told.contains("they say “… them 104 in 2021; 118 in 2022."), "{told}");
        let told = run(folder, &["verify", "nests.docx"], 1);
        assert!(
            told.contains("words beside it without marks of `embed` (paragraph 5): was"),
            "{told}"
        );
    }
    let bytes = fs::read(folder.join("nests.docx")).unwrap();
    let mended = with_body(&bytes, &body(&bytes).replace("118", "119"));
    fs::write(folder.join("nests.docx"), mended).unwrap();
    run(folder, &["verify", "nests.docx"], 0);
    // Where nothing stands beside it nothing is told.
    fs::write(folder.join("c.md"), "# Words\n\n![a](charts/nests.svg)\n").unwrap();
    let told = run(folder, &["update", "c.md"], 0);
    assert!(!told.contains("marks"), "{told}");
}
