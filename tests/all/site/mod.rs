//! The site of a project: that all of it is there and in order, for people and for programs, that it is
//! the same everywhere, and that nothing of anybody else is touched.

mod folder;
pub mod hostile;
pub mod links;
mod readers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::common::folder::copy;
use tempfile::TempDir;

/// What `site` says, in another folder than that of the project.
pub fn run(project: &Path, out: &Path, words: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.arg("site").arg("--project").arg(project).arg("--out").arg(out).args(words);
    command.envs(environment.iter().copied()).output().expect("the program starts")
}

/// Every file below a folder, by its path from there.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder can be read") {
            let path = entry.expect("a folder can be read").path();
            if path.is_dir() {
                gather(root, &path, found);
            } else {
                let name = path.strip_prefix(root).expect("it is below").to_string_lossy();
                found.insert(name.replace('\\', "/"), fs::read(&path).expect("it can be read"));
            }
        }
    }
    let mut found = BTreeMap::new();
    gather(folder, folder, &mut found);
    found
}

const SETTINGS: &str = "[site]\naddress = \"https://example.org/charts\"\ntitle = \"Swifts & others\"\n\
    contact = \"swifts@example.org\"\nlicence = \"CC BY 4.0\"\n";

/// The small project with its own address and some history, and its site; made once.
pub struct Published {
    _folder: TempDir,
    pub project: PathBuf,
    pub site: PathBuf,
}

pub static PUBLISHED: LazyLock<Published> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (project, site) = (folder.path().join("project"), folder.path().join("site"));
    with_history(&project);
    let output = run(&project, &site, &[], &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Published { _folder: folder, project, site }
});

/// A copy of the small project in a repository of two days: a figure that is revised, a spec that is new.
pub fn with_history(project: &Path) {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/project"), project);
    fs::write(project.join("sourceline.toml"), SETTINGS).expect("it can be written");
    let spec = project.join("charts/boxes.toml");
    let text = fs::read(&spec).expect("it can be read");
    fs::remove_file(&spec).expect("it can be removed");
    git(project, &["init", "--quiet"], "2026-01-05");
    commit(project, "2026-01-05");
    fs::write(&spec, text).expect("it can be written");
    let figures = project.join("data/figures.csv");
    let told = fs::read_to_string(&figures).expect("it can be read");
    let revised = revised(&told);
    fs::write(figures, revised).expect("it can be written");
    commit(project, "2026-02-06");
}

/// Another number of nests in 2020, and in the words of its source.
pub fn revised(figures: &str) -> String {
    let revised =
        figures.replace("2020,96,,,exact,,,club-2022,,96", "2020,97,,,exact,,,club-2022,,97");
    assert_ne!(figures, revised, "the figure is gone");
    revised
}

pub fn commit(project: &Path, day: &str) {
    git(project, &["add", "."], day);
    git(project, &["commit", "--quiet", "--message", "<b>Secret & words</b>"], day);
}

fn git(project: &Path, words: &[&str], day: &str) {
    let date = format!("{day}T12:00:00Z");
    let mut command = Command::new("git");
    command.arg("-C").arg(project).args(["-c", "user.name=Ada Secret"]);
    command.args(["-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]).args(words);
    command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
    let output = command.output().expect("git starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn folders_languages_and_time_zones_change_nothing() {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let project = elsewhere.path().join("another & folder");
    with_history(&project);
    let environment =
        [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("RAYON_NUM_THREADS", "1")];
    let out = elsewhere.path().join("out");
    assert!(run(&project, &out, &[], &environment).status.success());
    assert!(files(&PUBLISHED.site) == files(&out), "the bytes depend on the machine");
}

#[test]
fn a_second_run_writes_nothing() {
    let before = times(&PUBLISHED.site);
    let output = run(&PUBLISHED.project, &PUBLISHED.site, &[], &[]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains(": 0 written"), "{said}");
    assert_eq!(before, times(&PUBLISHED.site));
}

fn times(site: &Path) -> BTreeMap<String, std::time::SystemTime> {
    let time = |path: &str| fs::metadata(site.join(path)).and_then(|there| there.modified());
    files(site).into_keys().map(|path| (path.clone(), time(&path).expect("it has one"))).collect()
}

#[test]
fn what_changed_is_told_and_who_changed_it_is_not() {
    let all = files(&PUBLISHED.site);
    let text = |path: &str| String::from_utf8_lossy(&all[path]).into_owned();
    let changes = text("changes.html");
    let (first, last) = ("id=\"day-2026-01-05\"", "id=\"day-2026-02-06\"");
    assert!(changes.find(last) < changes.find(first), "the last comes first");
    for (page, said) in [
        ("changes.html", "96 nests"),
        ("changes.html", "97 nests"),
        ("nests/index.html", "97 nests"),
        ("boxes/index.html", "The chart is new."),
        ("index.html", "As of 6 February 2026, revision "),
        ("feed.xml", "corrected: 96 nests → 97 nests"),
    ] {
        assert!(text(page).contains(said), "{page} does not say {said}");
    }
    for (path, bytes) in &all {
        let said = String::from_utf8_lossy(bytes);
        assert!(!said.contains("Secret") && !said.contains("ada@"), "{path} says who");
    }
}

#[test]
fn what_is_not_committed_is_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (project, out) = (folder.path().join("project"), folder.path().join("out"));
    with_history(&project);
    let spec = project.join("charts/boxes.toml");
    let text = fs::read_to_string(&spec).expect("it can be read");
    fs::write(&spec, format!("{text}\n# Another word.\n")).expect("it can be written");
    assert!(run(&project, &out, &[], &[]).status.success());
    let index = fs::read_to_string(out.join("index.html")).expect("it is there");
    assert!(index.contains("with changes that are not committed yet"));
}

#[test]
fn without_a_repository_nothing_is_said_of_history() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (project, out) = (folder.path().join("project"), folder.path().join("out"));
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/project"), &project);
    let output = run(&project, &out, &[], &[("GIT_CEILING_DIRECTORIES", "/")]);
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
    let all = files(&out);
    assert!(!all.contains_key("changes.html") && !all.contains_key("feed.xml"));
    // Without an address there is nothing that needs one.
    assert!(!all.contains_key("sitemap.xml") && !all.contains_key("nests/nests-card.png"));
    for (path, bytes) in all.iter().filter(|(path, _)| path.ends_with(".html")) {
        let said = String::from_utf8_lossy(bytes);
        assert!(!said.contains("changes.html") && !said.contains("revision "), "{path}");
    }
}
