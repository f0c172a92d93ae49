//! What lasts of a chart: the stamp in the content of a page, whoever takes that page into another document; the
//! words of a picture whose stamp a program has dropped; and documents as git keeps them.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::beside::{body, change, run};
use crate::common::folder::project;
use crate::documents::packed;

fn find(bytes: &[u8], words: &str, from: usize) -> Option<usize> {
    bytes[from..].windows(words.len()).position(|some| some == words.as_bytes()).map(|at| from + at)
}

/// What the page of a PDF paints.
fn content(pdf: &[u8]) -> String {
    let mut from = 0;
    while let Some(at) = find(pdf, "stream\n", from) {
        from = at + "stream\n".len();
        let mut bytes = Vec::new();
        if ZlibDecoder::new(&pdf[from..]).read_to_end(&mut bytes).is_ok()
            && find(&bytes, "/Sourceline", 0).is_some()
        {
            return bytes.iter().map(|byte| char::from(*byte)).collect();
        }
    }
    panic!("the page has no stamp");
}

/// Two pages and no information: the first paints a form, the other nothing.
fn of_two_pages(content: &str, packed: bool) -> Vec<u8> {
    let content: Vec<u8> = content.chars().map(|letter| letter as u8).collect();
    let (filter, content) = match packed {
        true => {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
            packed.write_all(&content).expect("in memory");
            ("/Filter /FlateDecode", packed.finish().expect("in memory"))
        }
        false => ("", content),
    };
    let start = format!(
        "%PDF-1.5\n1 0 obj\n<< /Type /Page >>\nendobj\n2 0 obj\n<< /Type /Page >>\nendobj\n3 0 obj\n\
         << /Type /XObject /Subtype /Form {filter} /Length {} >>\nstream\n",
        content.len()
    );
    [start.as_bytes(), &content, b"\nendstream\nendobj\ntrailer\n<< /Root 9 0 R >>\n"].concat()
}

#[test]
fn the_stamp_of_a_pdf_goes_with_its_page() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["render", "nests", "--format", "pdf"], 0);
    let pdf = fs::read(folder.join("charts/nests.pdf")).unwrap();
    let painted = content(&pdf);
    assert!(painted.starts_with("/Sourceline<</Stamp[("), "{painted}");
    let spaced = painted.replacen("<</Stamp[(", " << /Stamp [ (", 1);
    let again = painted.clone() + &painted;
    let forms =
        [("a", &painted, true), ("b", &painted, false), ("c", &spaced, true), ("d", &again, true)];
    for (name, content, packed) in forms {
        fs::write(folder.join(format!("{name}.pdf")), of_two_pages(content, packed)).unwrap();
    }
    let without = painted.split_once("DP\n").unwrap().1;
    fs::write(folder.join("none.pdf"), of_two_pages(without, true)).unwrap();
    let names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"];
    for name in names {
        let told = run(folder, &["verify", name], 0);
        assert_eq!(told.matches("nests").count(), 1, "{name}: {told}");
    }
    run(folder, &["verify", "none.pdf"], 2);
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    for name in names {
        let told = run(folder, &["verify", name], 1);
        assert!(told.contains("118 is now 119"), "{name}: {told}");
    }
}

#[test]
fn every_object_of_a_stamped_pdf_is_where_its_table_says() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["render", "nests", "--format", "pdf"], 0);
    let pdf = fs::read(folder.join("charts/nests.pdf")).unwrap();
    let ascii = |at: usize| -> String { pdf[at..].iter().map(|byte| char::from(*byte)).collect() };
    let start = ascii(find(&pdf, "startxref\n", 0).unwrap());
    let table: usize = start.lines().nth(1).unwrap().parse().unwrap();
    let table = ascii(table);
    assert!(table.starts_with("xref\n"), "{table}");
    let rows = table.lines().skip(2).take_while(|line| !line.starts_with("trailer"));
    let mut count = 0;
    for (number, row) in rows.enumerate().filter(|(_, row)| row.contains(" n")) {
        let at: usize = row[..10].parse().unwrap();
        assert_eq!(find(&pdf, &format!("{number} 0 obj"), at), Some(at), "{row}");
        count += 1;
    }
    assert!(count > 20);
}

#[test]
fn a_picture_without_a_stamp_is_named_by_its_words() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["render", "nests"], 0);
    let svg = fs::read_to_string(folder.join("charts/nests.svg")).unwrap();
    let attribute = |name: &str| {
        let (_, rest) = svg.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_string()
    };
    let (stamp, alt) = (attribute("data-sourceline"), attribute("aria-label"));
    let bare = svg.replace(&stamp, "");
    // Nothing but the texts, as some optimisers leave it; and as it was a year ago.
    let texts: Vec<&str> = bare.lines().filter(|line| line.contains("<text")).collect();
    let texts = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", texts.join("\n"));
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("a.svg", &bare);
    write("b.svg", &texts);
    write("c.html", &format!("<p>x</p><img src=\"https://example.org/a.png\" alt=\"{alt}\">"));
    write("d.md", &format!("![{}](https://example.org/a.png)\n", alt.replace("96", "95")));
    write("e.html", &format!("<p>x</p>{texts}"));
    write("f.pdf", &format!("%PDF-1.4\n1 0 obj\n<< /S /Figure /Alt ({alt}) >>\nendobj\n"));
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let bytes = fs::read(folder.join("nests.docx")).unwrap();
    // Saved with pictures that carry none.
    let document = body(&bytes);
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/media/image1.svg", texts.as_bytes()),
    ];
    fs::write(folder.join("g.docx"), packed(&parts)).unwrap();
    for name in ["a.svg", "b.svg", "c.html", "d.md", "e.html", "f.pdf", "g.docx"] {
        let told = run(folder, &["verify", name], 2);
        assert!(told.contains("looks like the chart `nests`"), "{name}: {told}");
    }
    // A page about it is none, nor is another picture.
    let title = bare.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    write(
        "h.html",
        &format!("<title>{title}</title><p>{title}</p><img src=\"data:,\" alt=\"swifts\">"),
    );
    let told = run(folder, &["verify", "h.html"], 2);
    assert!(!told.contains("looks like"), "{told}");
    // The stamp says more.
    let told = run(folder, &["verify", "nests.docx"], 0);
    assert!(!told.contains("looks like"), "{told}");
}

fn git(folder: &Path, words: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]);
    let output = command.args(["-c", "commit.gpgsign=false"]).args(words).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn documents_of_a_revision_are_held_against_the_data_of_today() {
    let folder = project();
    let folder = folder.path();
    git(folder, &["init", "--quiet"]);
    run(folder, &["render", "nests"], 0);
    run(folder, &["embed", "nests", "--for", "word", "--out", "reports"], 0);
    fs::write(folder.join("reports/a.md"), "![a](../charts/nests.svg)\n").unwrap();
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "--message", "one"]);
    git(folder, &["tag", "reports"]);
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["render"], 0);
    run(folder, &["update", "reports/nests.docx"], 0);
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "--message", "two"]);
    for (named, places) in [
        ("HEAD~1:reports/nests.docx", &["HEAD~1:reports/nests.docx"][..]),
        ("HEAD~1:reports", &["HEAD~1:reports/nests.docx", "HEAD~1:reports/a.md"]),
        ("HEAD~1", &["HEAD~1:reports/a.md", "HEAD~1:charts/nests.svg"]),
        // The tag, not the folder.
        ("reports:", &["reports:reports/nests.docx"]),
    ] {
        let told = run(folder, &["verify", named], 1);
        assert!(told.contains("118 is now 119"), "{named}: {told}");
        let are_told = places.iter().all(|place| told.contains(place));
        assert!(are_told, "{named}: {told}");
    }
    run(folder, &["verify", "HEAD:reports/nests.docx"], 0);
    // The folder, not the tag.
    let told = run(folder, &["verify", "reports"], 0);
    assert!(told.contains("reports/nests.docx") && !told.contains("reports:"), "{told}");
    for (named, said) in [
        ("HEAD~9", "git knows no revision `HEAD~9`"),
        ("HEAD:nothing.docx", "the revision has no such file or folder"),
    ] {
        let told = run(folder, &["verify", named], 2);
        assert!(told.contains(said), "{named}: {told}");
    }
}

#[test]
fn a_table_of_word_names_each_series_once() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let document = || body(&fs::read(folder.join("nests.docx")).unwrap());
    let rows = |text: &str| {
        let rows = text.split("<w:tr>").skip(1).map(|row| {
            let row = row.split("</w:tr>").next().unwrap();
            (row.matches("<w:tc>").count(), row.contains("<w:gridSpan"), row.contains("keepNext"))
        });
        rows.collect::<Vec<_>>()
    };
    let before = rows(&document());
    let names = before.iter().filter(|(cells, spans, keeps)| *cells == 1 && *spans && *keeps);
    assert_eq!(names.count(), 1, "{before:?}");
    assert!(before.iter().skip(2).all(|(cells, ..)| *cells == before[0].0), "{before:?}");
    assert_eq!(document().matches(">Swift nests in Anytown<").count(), 1);
    run(folder, &["add", "swift-nests", "2019", "80", "--source", "club-2022", "--yes"], 0);
    run(folder, &["update", "nests.docx"], 0);
    let after = rows(&document());
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!((after[1], after.iter().filter(|(cells, ..)| *cells == 1).count()), (before[1], 1));
    run(folder, &["verify", "nests.docx"], 0);
}

#[test]
fn what_lies_beside_a_picture_of_a_day_is_looked_at() {
    let folder = project();
    let folder = folder.path();
    let words = ["render", "nests", "--as-of", "2025-06-30", "--format", "svg,csv,alt,md"];
    run(folder, &[&words[..], &["--out", "then"]].concat(), 0);
    let told = run(folder, &["verify"], 0);
    for ending in ["csv", "alt.txt"] {
        let name = format!("then/nests-as-of-2025-06-30.{ending}");
        let row = told.lines().find(|line| line.contains(&name));
        assert!(row.is_some_and(|row| row.starts_with("current")), "{name}: {told}");
    }
    // What was known then has changed: a row of that time was put right.
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    let told = run(folder, &["verify"], 1);
    let row = told.lines().find(|line| line.contains("nests-as-of-2025-06-30.csv"));
    assert!(row.is_some_and(|row| row.starts_with("stale")), "{told}");
    fs::write(folder.join("then/nests-as-of-2025-06-30.alt.txt"), "mine\n").unwrap();
    let told = run(folder, &["verify"], 1);
    let row = told.lines().find(|line| line.contains("nests-as-of-2025-06-30.alt.txt"));
    assert!(row.is_some_and(|row| row.starts_with("altered")), "{told}");
}
