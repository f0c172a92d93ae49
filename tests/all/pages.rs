//! Saved pages, `tests/pages/*.html`, and beside each what is found on it. To take over what is
//! found now, run with `APPROVE=1` and read what changed.

use std::fs;
use std::path::{Path, PathBuf};

use sourceline::references::{ListFormat, Reference, text_of};

#[test]
fn pages_say_what_is_written_beside_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(folder).expect("they are there");
    let mut pages: Vec<PathBuf> = files.map(|file| file.expect("it is read").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert!(pages.len() >= 10, "the pages are gone");
    let mut differing = Vec::new();
    for path in pages {
        let told = match text_of(&fs::read(&path).expect("it is read")) {
            Ok(text) => {
                assert_eq!(ListFormat::of(&text), Some(ListFormat::Page), "{}", path.display());
                let listed = ListFormat::Page.read(&text);
                assert_eq!((listed.unread.len(), listed.references.len()), (0, 1));
                told(&listed.references[0])
            }
            Err(error) => format!("refused: {}\n", error.reason),
        };
        let beside = path.with_extension("txt");
        if fs::read_to_string(&beside).is_ok_and(|known| known == told) {
            continue;
        }
        match std::env::var_os("APPROVE") {
            Some(_) => fs::write(&beside, &told).expect("it is written"),
            None => differing.push(format!("{}:\n{told}", path.display())),
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// Every cell that is not empty, with its tag, and what is told.
fn told(reference: &Reference) -> String {
    let date =
        |unit: Option<sourceline::figure::Unit>| unit.map_or(String::new(), |it| it.to_string());
    let cells = [
        ("kind", reference.kind.clone()),
        ("publisher", reference.publisher.clone()),
        ("author", reference.author.clone()),
        ("title", reference.title.clone()),
        ("container", reference.container.clone()),
        ("published", date(reference.published)),
        ("url", reference.url.clone()),
        ("archive_url", reference.archive_url.clone()),
        ("accessed", date(reference.accessed)),
        ("licence", reference.licence.clone()),
    ];
    let mut told = String::new();
    for (column, cell) in cells {
        let tag = reference.found.iter().find(|found| found.column == column);
        // What is written down was found somewhere, and nothing else was.
        assert_eq!(tag.is_none(), cell.is_empty(), "{column}: {cell}");
        if let Some(tag) = tag {
            told += &format!("{column}: {cell}\n    {}\n", tag.tag);
        }
    }
    for doubt in &reference.doubts {
        told += &format!("told: {}\n", doubt.words);
    }
    told
}
