//! Lists of references, as reference managers write them and as they are written for them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::read_files;
use sourceline::dataset::Dataset;
use sourceline::export::bibliography;
use sourceline::references::{ListFormat, Reference};

#[test]
fn every_shipped_source_is_written_and_read_as_the_same() {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let data = Dataset::read(&files, 4).value;
    let sources = bibliography::references(&data, None);
    assert_eq!(sources.len(), data.sources.len());
    for format in ListFormat::WRITTEN {
        let text = format.write(&sources).expect("it is a format that is written");
        let listed = ListFormat::of(&text).expect("it is known").read(&text);
        assert_eq!(listed.unread, []);
        let read = listed.references.into_iter().map(|one| Reference { line: 0, ..one });
        for (read, written) in read.zip(&sources) {
            assert_eq!(&read, written, "{}", format.word());
        }
    }
}

fn sourceline(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.current_dir(folder).args(words).output().expect("the program runs")
}

#[test]
fn the_shipped_sources_travel_to_another_project_and_are_known_there() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (format, name) in [("bibtex", "all.bib"), ("csl", "all.json"), ("ris", "all.ris")] {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("a folder");
        let sources = fs::read_to_string(shipped.join("data/sources.csv")).expect("they are there");
        let header = sources.lines().next().expect("a header");
        fs::write(data.join("sources.csv"), format!("{header}\n")).expect("it is written");
        fs::write(data.join("figures.csv"), "id,series,period,value,source\n")
            .expect("it is written");
        fs::write(data.join("series.csv"), "id,title,unit,nature\n").expect("it is written");
        let written = sourceline(shipped, &["export", "--for", format]);
        assert!(written.status.success());
        fs::write(folder.path().join(name), &written.stdout).expect("it is written");
        let words = ["add", "source", "--from", name, "--keep-keys"];
        let added = sourceline(folder.path(), &words);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        let now = fs::read_to_string(data.join("sources.csv")).expect("it is there");
        for (now, shipped) in now.lines().zip(sources.lines()) {
            assert_eq!(now, shipped, "{format}");
        }
        assert_eq!(now.lines().count(), sources.lines().count());
        let again = sourceline(folder.path(), &["add", "source", "--from", name]);
        let told = String::from_utf8_lossy(&again.stdout);
        assert_eq!(
            told.lines().filter(|line| line.starts_with("there already: ")).count(),
            sources.lines().count() - 1
        );
        assert!(told.ends_with("nothing to change\n"), "{told}");
    }
}
