//! The limits that the README states for documents and folders, and for charts, with what is as large as
//! they are.

use std::fs::{self, File};
use std::io::Cursor;

use sourceline::documents::{FoundCharts, Unlooked};
use sourceline::store::files_below;
use zip::{ZipArchive, ZipWriter};

use crate::common::folder::project;
use crate::documents::{looked, packed, sourceline};
use crate::typed::{PLACE, run, shape, slide, word};

/// What is found in a document of Word, and what is told.
fn in_word(body: &str) -> FoundCharts {
    looked("a.docx", &word(body, "")).expect("it is looked into")
}

#[test]
fn expressions_of_a_page_and_letters_of_a_paragraph() {
    let paragraph = format!("<w:p>{}</w:p>", run("{{ latest(\"swift-nests\") }}"));
    let found = in_word(&paragraph.repeat(1_000));
    assert_eq!((found.expressions.len(), &found.remarks[..]), (1_000, &[][..]));
    let found = in_word(&paragraph.repeat(1_001));
    assert_eq!(found.expressions.len(), 1_000);
    let many = ["the text: it has more than 1,000 expressions in braces: take it apart"];
    assert_eq!(found.remarks, many);
    let long = |letters: usize| {
        let typed = "{{ latest(\"swift-nests\") }}";
        in_word(&format!(
            "<w:p>{}</w:p>",
            run(&(typed.to_string() + &"n".repeat(letters - typed.len())))
        ))
    };
    let found = long(10_000);
    assert_eq!((found.expressions.len(), &found.remarks[..]), (1, &[][..]));
    let found = long(10_001);
    let told = "paragraph 1: it has more than 10,000 letters, and its expressions in braces are not \
                looked at: take it apart";
    assert_eq!((found.expressions.len(), &found.remarks[..]), (0, &[told.to_string()][..]));
    // As long, and without braces.
    let plain = format!("<w:p>{}</w:p>{paragraph}", run(&"n".repeat(20_000)));
    assert_eq!(in_word(&plain).remarks, [""; 0]);
}

#[test]
fn what_is_beyond_is_not_unchanged() {
    let folder = project();
    let folder = folder.path();
    let long = format!("{{{{ chart nests }}}}{}", "n".repeat(10_000));
    fs::write(folder.join("a.docx"), word(&format!("<w:p>{}</w:p>", run(&long)), "")).unwrap();
    for command in ["verify", "update"] {
        let (told, code) = sourceline(folder, &[command, "a.docx"]);
        assert!(
            code == 2 && told.contains("paragraph 1: it has more than 10,000"),
            "{command}: {told}"
        );
    }
}

#[test]
fn expressions_of_a_box_of_a_slide() {
    let folder = project();
    let folder = folder.path();
    let typed = "<a:r><a:t>{{ latest(\"swift-nests\") }}</a:t></a:r>";
    let update = |count: usize| {
        let shapes = shape("", PLACE, "<a:bodyPr/>", &vec![typed; count]);
        fs::write(folder.join("a.pptx"), slide(&shapes)).unwrap();
        sourceline(folder, &["update", "a.pptx"])
    };
    let (told, code) = update(50);
    assert!(code == 0 && told.starts_with("updated a.pptx: 50 expressions"), "{code} {told}");
    assert_eq!(sourceline(folder, &["verify", "a.pptx"]).1, 0);
    let (told, code) = update(51);
    assert!(code == 2 && told.contains("more than 50 expressions in braces"), "{code} {told}");
}

#[test]
fn elements_inside_each_other_and_attributes() {
    let nested = |deep: usize| {
        // The document, its body, its paragraph and its run stand around them.
        let inside = "<w:r>".repeat(deep - 3) + &"</w:r>".repeat(deep - 3);
        in_word(&format!("<w:p>{inside}</w:p>")).remarks
    };
    let wide = |count: usize| {
        let attributes: String = (0..count).map(|at| format!(" a{at}=\"\"")).collect();
        in_word(&format!("<w:p{attributes}/>")).remarks
    };
    let told =
        ["word/document.xml: it has more than 256 elements inside each other, or attributes at \
                 one, and is not looked at"];
    assert_eq!((nested(256), nested(257)), (vec![], told.map(String::from).to_vec()));
    assert_eq!((wide(256), wide(257)), (vec![], told.map(String::from).to_vec()));
}

#[test]
fn parts_and_documents_in_each_other() {
    let names: Vec<String> = (0..10_000).map(|at| format!("{at}.txt")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(looked("a.zip", &packed(&parts)), Ok(FoundCharts::default()));
    let mut deep = packed(&[("a.svg", b"<svg/>")]);
    for _ in 0..3 {
        deep = packed(&[("a.zip", &deep)]);
    }
    assert_eq!(looked("a.zip", &deep).map(|found| found.remarks), Ok(vec![]));
}

#[test]
fn bytes_of_a_text_a_part_and_all_parts() {
    let text = |bytes: usize| looked("a.md", "n".repeat(bytes).as_bytes());
    assert_eq!(text(32 << 20), Ok(FoundCharts::default()));
    assert_eq!(text((32 << 20) + 1), Err(Unlooked::LargeText));
    // Packed once, and taken over under many names.
    let part = packed(&[("a.png", &vec![b' '; 64 << 20])]);
    let with = |count: usize| {
        let mut part = ZipArchive::new(Cursor::new(&part[..])).expect("an archive");
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..count {
            let same = part.by_index(0).expect("a part");
            archive.raw_copy_file_rename(same, format!("{at}.png")).expect("in memory");
        }
        let archive = archive.finish().expect("in memory").into_inner();
        looked("a.zip", &archive).map(|found| found.remarks)
    };
    assert_eq!(with(16), Ok(vec![]));
    assert_eq!(with(17), Err(Unlooked::LargeInAll));
}

#[test]
fn bytes_of_a_document() {
    let folder = project();
    let folder = folder.path();
    let verify = |bytes: u64| {
        let file = File::create(folder.join("a.png")).unwrap();
        file.set_len(bytes).unwrap();
        sourceline(folder, &["verify", "a.png"]).0
    };
    assert!(!verify(256 << 20).contains("MiB"));
    assert!(verify((256 << 20) + 1).contains("it has more than 256 MiB, and is not looked at"));
}

#[test]
fn files_of_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..100_000 {
        File::create(folder.path().join(format!("{at}.md"))).unwrap();
    }
    let found = || files_below(folder.path(), &|name| name.ends_with(".md")).unwrap().unwrap();
    assert_eq!((found().files.len(), found().more), (100_000, false));
    File::create(folder.path().join("more.md")).unwrap();
    assert_eq!((found().files.len(), found().more), (100_000, true));
}

#[test]
fn panels_of_small_multiples() {
    let folder = project();
    let folder = folder.path();
    let append = |name: &str, rows: String| {
        let path = folder.join("data").join(name);
        let text = fs::read_to_string(&path).unwrap() + &rows;
        fs::write(path, text).unwrap();
    };
    let ids: Vec<String> = (0..13).map(|at| format!("boxes-{at}")).collect();
    append(
        "series.csv",
        ids.iter().map(|id| format!("{id},{id} put up,boxes,stock,,{id},Council,,\n")).collect(),
    );
    let figures = ids.iter().flat_map(|id| {
        (2020..2023).map(move |year| {
            format!("{id}-{year},{id},{year}-06-30,39,,,exact,,,council-2024,,,,,\n")
        })
    });
    append("figures.csv", figures.collect());
    let check = |count: usize| {
        let series: String = ids[..count]
            .iter()
            .map(|id| format!("{{ id = \"{id}\", mark = \"line\" }},"))
            .collect();
        let spec = format!(
            "title = \"Boxes\"\nlayout = \"small-multiples\"\n[[panels]]\nseries = [{series}]\n"
        );
        fs::write(folder.join("charts/many.toml"), spec).unwrap();
        sourceline(folder, &["render", "many", "--out", "out"])
    };
    let (told, code) = check(12);
    assert_eq!(code, 0, "{told}");
    let (told, code) = check(13);
    assert!(code == 1 && told.contains("12"), "{code} {told}");
}
