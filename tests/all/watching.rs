//! `render --watch`, driven as a person would: files are saved as editors save them, in any order, and what
//! lies there in the end is what a full run draws. Nothing here asks how long it takes.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::common::folder;

const PATIENCE: Duration = Duration::from_secs(120);

/// A project in a folder of its own, that is watched.
struct Watched {
    _folder: TempDir,
    root: PathBuf,
    program: Child,
    lines: Receiver<String>,
}

impl Watched {
    fn begin(words: &[&str]) -> Watched {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("swifts");
        folder::copy(&here("tests/cli/project"), &root);
        Watched::of(folder, root, words)
    }

    fn of(folder: TempDir, root: PathBuf, words: &[&str]) -> Watched {
        // What it says of problems comes by the other way, and in order with the rest only so.
        let mut command = Command::new("sh");
        let words = [&["render", "--watch"], words].concat();
        command.args(["-c", "exec \"$0\" \"$@\" 2>&1", env!("CARGO_BIN_EXE_sourceline")]);
        command.args(words).current_dir(&root).stdout(Stdio::piped());
        let mut program = command.spawn().unwrap();
        let (to, lines) = channel();
        let said = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || said.lines().try_for_each(|line| to.send(line.unwrap())));
        Watched { _folder: folder, root, program, lines }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Waits until this is said, and nothing more is to be said; all that was said by then.
    fn told(&self, part: &str) -> String {
        let until = Instant::now() + PATIENCE;
        let mut told = String::new();
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    told += &(line.clone() + "\n");
                    if line.starts_with("Waiting") && told.contains(part) {
                        return told;
                    }
                }
                Err(_) => panic!("`{part}` is never said:\n{told}"),
            }
        }
    }

    /// Waits until the pictures are those of a full run over what lies there now.
    fn settled(&self, after: &str) {
        let fresh = tempfile::tempdir().unwrap();
        let root = fresh.path().join("swifts");
        for part in ["data", "charts"] {
            whole_files(&self.root.join(part), &root.join(part));
        }
        if let Ok(settings) = fs::read(self.path("sourceline.toml")) {
            fs::write(root.join("sourceline.toml"), settings).unwrap();
        }
        pictures(&root)
            .keys()
            .for_each(|name| fs::remove_file(root.join("charts").join(name)).unwrap());
        done(&root, &["render"]);
        let full = pictures(&root);
        let until = Instant::now() + PATIENCE;
        loop {
            let there = pictures(&self.root);
            let other: Vec<&String> = full
                .iter()
                .filter(|(name, bytes)| there.get(*name) != Some(bytes))
                .map(|(name, _)| name)
                .collect();
            if other.is_empty() {
                return;
            }
            assert!(
                Instant::now() < until,
                "{other:?} are not those of a full run after:\n{after}What was said:\n{}",
                self.lines.try_iter().collect::<Vec<_>>().join("\n")
            );
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn sourceline(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.current_dir(folder).args(words);
    command
}

fn done(folder: &Path, words: &[&str]) -> Output {
    sourceline(folder, words).output().unwrap()
}

fn pictures(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(root.join("charts")) else { return BTreeMap::new() };
    let names = entries.flatten().map(|entry| entry.file_name().into_string().unwrap());
    let pictures = names.filter(|name| name.ends_with(".svg") && !name.starts_with('.'));
    pictures
        .filter_map(|name| Some((name.clone(), fs::read(root.join("charts").join(&name)).ok()?)))
        .collect()
}

/// Without what is being written at this moment.
fn whole_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let names = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().file_name());
    for name in names.filter(|name| !name.to_string_lossy().starts_with('.')) {
        fs::copy(from.join(&name), to.join(&name)).unwrap();
    }
}

/// How a program puts new bytes in the place of a file.
#[derive(Clone, Copy, Debug)]
enum Saving {
    /// Emptied and written.
    InPlace,
    /// A new file is renamed over it.
    Renamed,
    /// The old one is moved away first, and deleted in the end.
    MovedAway,
    /// Deleted and made again.
    Again,
}

const SAVINGS: [Saving; 4] = [Saving::InPlace, Saving::Renamed, Saving::MovedAway, Saving::Again];

fn save(file: &Path, text: &str, how: Saving) {
    let beside = file.with_extension("new~");
    match how {
        Saving::InPlace => fs::write(file, text).unwrap(),
        Saving::Renamed => {
            fs::write(&beside, text).unwrap();
            fs::rename(&beside, file).unwrap();
        }
        Saving::MovedAway => {
            let old = file.with_extension("old~");
            fs::rename(file, &old).unwrap();
            fs::write(file, text).unwrap();
            fs::remove_file(&old).unwrap();
        }
        Saving::Again => {
            fs::remove_file(file).unwrap();
            fs::write(file, text).unwrap();
        }
    }
}

/// The folder as it is, changed beside, is put in its own place.
fn replace(folder: &Path, change: impl FnOnce(&Path)) {
    let [new, old] = ["new", "old"].map(|ending| folder.with_extension(ending));
    match folder.join("data").is_dir() {
        true => ["data", "charts"]
            .iter()
            .for_each(|part| whole_files(&folder.join(part), &new.join(part))),
        false => whole_files(folder, &new),
    }
    change(&new);
    fs::rename(folder, &old).unwrap();
    fs::rename(&new, folder).unwrap();
    fs::remove_dir_all(&old).unwrap();
}

const FIGURES: &str = "data/figures.csv";
const NESTS: &str = "charts/nests.toml";

#[test]
fn what_is_saved_is_drawn_however_it_is_saved() {
    let watched = Watched::begin(&[]);
    watched.told("2 charts: 2 written");
    for how in SAVINGS {
        let text = watched.text(FIGURES).replace("2020,9", "2020,10");
        save(&watched.path(FIGURES), &text, how);
        watched.settled(&format!("{how:?} of the figures"));
        let text = watched.text(NESTS).replace("title = '", "title = 'So: ");
        save(&watched.path(NESTS), &text, how);
        watched.settled(&format!("{how:?} of a spec"));
    }
}

#[test]
fn problems_are_told_and_gone_when_they_are_mended() {
    let watched = Watched::begin(&[]);
    watched.told("2 written");
    let (figures, nests) = (watched.text(FIGURES), watched.text(NESTS));
    let saved = |file: &str, text: &str| save(&watched.path(file), text, Saving::Renamed);
    // In the data nothing is drawn.
    saved(FIGURES, &figures.replace("swift-nests,2021", "swift-nets,2021"));
    assert!(watched.told("nothing was drawn").contains("`swift-nets`"));
    saved(FIGURES, &figures);
    watched.told("2 charts: 2 unchanged");
    // In a spec the other charts are drawn, and it is told each time as long as it is there.
    saved(NESTS, &nests.replace("bars", "barz"));
    assert!(watched.told("1 not drawn").contains("`barz`"));
    saved(FIGURES, &figures.replace(",40,", ",44,"));
    assert!(watched.told("wrote         charts/boxes.svg").contains("`barz`"));
    saved(NESTS, &nests);
    assert!(!watched.told("2 charts: 2 unchanged").contains("barz"));
    // A file that is not there is waited for.
    fs::rename(watched.path("data"), watched.path("elsewhere")).unwrap();
    watched.told("there is no data/figures.csv");
    fs::rename(watched.path("elsewhere"), watched.path("data")).unwrap();
    watched.told("2 charts: 2 unchanged");
}

#[test]
fn only_what_a_save_changes_is_written_and_a_picture_comes_back() {
    let watched = Watched::begin(&[]);
    watched.told("2 written");
    let boxes = || fs::metadata(watched.path("charts/boxes.svg")).unwrap().modified().unwrap();
    let before = boxes();
    let nests = watched.text(NESTS).replace("title = '", "title = 'So: ");
    save(&watched.path(NESTS), &nests, Saving::Renamed);
    watched.told("wrote         charts/nests.svg\n2 charts: 1 unchanged, 1 written\n");
    fs::remove_file(watched.path("charts/nests.svg")).unwrap();
    watched.told("wrote         charts/nests.svg\n2 charts: 1 unchanged, 1 written\n");
    // Neither who reads nor who saves the same again is answered.
    save(&watched.path(NESTS), &nests, Saving::Renamed);
    fs::remove_file(watched.path("charts/boxes.svg")).unwrap();
    let told = watched.told("wrote         charts/boxes.svg");
    assert_eq!(told.matches("Waiting").count(), 1, "{told}");
    assert!(boxes() > before);
}

#[test]
fn it_ends_as_one_asks_and_leaves_nothing_half_done() {
    let mut watched = Watched::begin(&["nests", "--format", "svg,csv"]);
    watched.told("2 files: 2 written");
    let pid = watched.program.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let until = Instant::now() + PATIENCE;
    while watched.program.try_wait().unwrap().is_none() {
        assert!(Instant::now() < until, "Ctrl-C does not end it");
        thread::sleep(Duration::from_millis(10));
    }
    let entries = fs::read_dir(watched.path("charts")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert_eq!(names, ["boxes.toml", "nests.csv", "nests.svg", "nests.toml"]);
}

#[test]
fn what_is_wrong_from_the_start_ends_it_as_without_watching() {
    let folder = folder::project();
    for words in
        [&["render", "nest"][..], &["render", "--project", "data"], &["render", "--fonts", "none"]]
    {
        let [once, watching] = [words.to_vec(), [words, &["--watch"]].concat()]
            .map(|words| done(folder.path(), &words));
        assert_eq!(once.status.code(), Some(2), "{words:?}");
        assert_eq!(
            (watching.status.code(), &watching.stderr),
            (Some(2), &once.stderr),
            "{words:?}"
        );
    }
}

/// The same numbers from the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % most as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Does something to the project that people and their programs do; says what.
fn edit(root: &Path, dice: &mut Dice) -> String {
    let number = 90 + dice.below(80);
    let how = dice.one(&SAVINGS);
    let figures = fs::read_to_string(here("tests/cli/project").join(FIGURES)).unwrap();
    let nests = fs::read_to_string(here("tests/cli/project").join(NESTS)).unwrap();
    let file = |name: &str| root.join(name);
    // A file that is not there is made.
    let put = |name: &str, text: &str, how: Saving| match file(name).exists() {
        true => save(&file(name), text, how),
        false => fs::write(file(name), text).unwrap(),
    };
    let with = figures.replace("2021,104", &format!("2021,{number}"));
    match dice.below(12) {
        0 | 1 => {
            put(FIGURES, &with, how);
            format!("{FIGURES} {how:?} with {number}")
        }
        2 => {
            put(FIGURES, &with.replace("swift-boxes-2022,", "swift-nests-2021,"), how);
            format!("{FIGURES} {how:?} with one id twice")
        }
        3 | 4 => {
            let word = dice.one(&["So", "Indeed", "Now", "Again"]);
            put(NESTS, &nests.replace("title = '", &format!("title = '{word}: ")), how);
            format!("{NESTS} {how:?} with {word} in its title")
        }
        5 => {
            put(NESTS, &nests.replace("title", "titel"), how);
            format!("{NESTS} {how:?} with an error")
        }
        6 => {
            let name = format!("charts/more-{}.toml", number % 3);
            put(&name, &nests.replace("bars", dice.one(&["points", "line"])), how);
            format!("{name} {how:?}")
        }
        7 => {
            let _ = fs::remove_file(file("charts/more-1.toml"));
            let _ = fs::remove_file(file("charts/nests.svg"));
            "charts/more-1.toml and charts/nests.svg deleted".into()
        }
        8 => {
            replace(&file("charts"), |new| {
                fs::write(new.join("nests.toml"), nests.replace("2020", "2022")).unwrap();
                let _ = fs::remove_file(new.join("boxes.svg"));
            });
            "charts/ replaced".into()
        }
        9 => {
            replace(&file("data"), |new| fs::write(new.join("figures.csv"), &with).unwrap());
            format!("data/ replaced, with {number}")
        }
        10 => {
            let theme = dice.one(&["light", "dark", "print"]);
            put("sourceline.toml", &format!("themes = [\"{theme}\"]\n"), how);
            format!("sourceline.toml {how:?} with {theme}")
        }
        _ => {
            let _ = fs::remove_file(file("sourceline.toml"));
            replace(root, |new| fs::write(new.join(FIGURES), &with).unwrap());
            format!("the project replaced, with {number} and no sourceline.toml")
        }
    }
}

#[test]
fn any_sequence_of_edits_ends_with_what_a_full_run_gives() {
    let seed = std::env::var("SOURCELINE_SEED").ok().and_then(|seed| seed.parse().ok());
    for seed in seed.map_or(vec![1, 2, 3], |seed| vec![seed]) {
        let watched = Watched::begin(&[]);
        watched.told("2 written");
        let mut dice = Dice(seed);
        let mut after = format!("SOURCELINE_SEED={seed}\n");
        for _ in 0..12 {
            // Several at once, or some while the last is still being drawn.
            for _ in 0..=dice.below(3) {
                after += &(edit(&watched.root, &mut dice) + "\n");
            }
            watched.settled(&after);
        }
    }
}
