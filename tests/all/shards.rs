//! Parts of the charts, each drawn by a process of its own, are together all charts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::common::projects;

fn started(project: &Path, words: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.arg(words[0]).arg("--project").arg(project).args(&words[1..]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

fn done(project: &Path, words: &[&str]) -> Output {
    started(project, words).wait_with_output().expect("the program ends")
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder can be read");
    let files = entries.map(|entry| {
        let path = entry.expect("a folder can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(&path).expect("a file can be read"))
    });
    files.collect()
}

/// The project of this repository, which has the most charts of those that are shipped.
fn project() -> &'static Path {
    let shipped = projects().iter().max_by_key(|project| project.cases.len());
    &shipped.expect("there is a project").folder
}

#[test]
fn the_parts_of_several_processes_are_together_all_files() {
    let [whole, parts] = [(); 2].map(|()| tempfile::tempdir().expect("a temporary folder"));
    let folders = [&whole, &parts].map(|folder| folder.path().to_str().expect("a plain path"));
    let [all, union] = folders;
    assert!(done(project(), &["render", "--out", all]).status.success());
    let shards = ["1/3", "2/3", "3/3"];
    let children =
        shards.map(|part| started(project(), &["render", "--out", union, "--shard", part]));
    for child in children {
        let output = child.wait_with_output().expect("the program ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(files(whole.path()) == files(parts.path()));
    assert!(done(project(), &["render", "--check", "--out", union]).status.success());
    // What one part wrote is missing without it, and only that part finds it so.
    let second = done(project(), &["render", "--out", union, "--shard", "2/3"]);
    let second = String::from_utf8_lossy(&second.stdout).into_owned();
    let own = second.lines().find_map(|line| line.strip_prefix("unchanged")).expect("a file");
    fs::remove_file(own.trim()).expect("a file can be removed");
    let missing = shards.map(|part| {
        let check = ["render", "--check", "--out", union, "--shard", part];
        done(project(), &check).status.code()
    });
    assert_eq!(missing, [Some(0), Some(1), Some(0)]);
}

#[test]
fn the_parts_of_check_tell_together_what_check_tells() {
    let told = |words: &[&str]| -> Vec<String> {
        let output = done(project(), &[&["check", "--format", "json"], words].concat());
        let all: Vec<serde_json::Value> =
            serde_json::from_slice(&output.stdout).expect("it is JSON");
        all.iter().map(ToString::to_string).collect()
    };
    let mut whole = told(&[]);
    let mut parts: Vec<String> =
        ["1/4", "2/4", "3/4", "4/4"].iter().flat_map(|part| told(&["--shard", part])).collect();
    whole.sort();
    parts.sort();
    assert_eq!(whole, parts);
}
