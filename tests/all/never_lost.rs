//! Whatever happens to a process that adds a row, the file is the old one or the new one.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::common::folder::project;
use crate::unprivileged::unprivileged;

fn figures(folder: &Path) -> PathBuf {
    folder.join("data/figures.csv")
}

fn add(folder: &Path, period: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.current_dir(folder).stdin(Stdio::null());
    command.args(["add", "swift-boxes", period, "50", "--source", "council-2024"]);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn assert_refused(output: &Output, says: &[&str]) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    for words in says {
        assert!(said.contains(words), "`{words}` is not in: {said}");
    }
}

/// The day that many days after 1 January 2001, as a file says it.
fn day(number: usize) -> String {
    let day = sourceline::figure::Day::new(2001, 1, 1).unwrap().number() + number as i32;
    sourceline::figure::Day::from_number(day).unwrap().to_string()
}

#[test]
fn fifty_processes_add_twenty_rows_each_and_none_is_lost() {
    const PROCESSES: usize = 50;
    const ROWS: usize = 20;
    let folder = project();
    std::thread::scope(|scope| {
        for process in 0..PROCESSES {
            let folder = folder.path();
            scope.spawn(move || {
                for row in 0..ROWS {
                    let output = add(folder, &day(row * PROCESSES + process)).output().unwrap();
                    assert!(output.status.success(), "{}", text(&output.stderr));
                }
            });
        }
    });
    let written = fs::read_to_string(figures(folder.path())).unwrap();
    let periods: Vec<&str> = written
        .lines()
        .filter(|line| line.starts_with("swift-boxes-20"))
        .map(|line| line.split(',').nth(2).unwrap())
        .collect();
    assert_eq!(periods.len(), PROCESSES * ROWS + 2);
    assert!(periods.is_sorted(), "{periods:?}");
    assert_eq!(periods.iter().collect::<BTreeSet<_>>().len(), periods.len());
    let check = Command::new(env!("CARGO_BIN_EXE_sourceline"))
        .arg("check")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", text(&check.stdout));
}

#[test]
fn a_process_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let folder = project();
    let path = figures(folder.path());
    let mut rows = fs::read_to_string(&path).unwrap();
    for row in 0..2000 {
        rows += &format!(
            "ballast-{row},swift-nests,{},5,,,exact,,,club-2022,,,,superseded,\n",
            day(row)
        );
    }
    fs::write(&path, &rows).unwrap();
    let started = Instant::now();
    assert!(add(folder.path(), "1999").output().unwrap().status.success());
    // The moments are spread from the start of a process to twice as long as it takes to the new
    // file. How long that is changes with what else the machine does: each kill corrects it.
    let mut longest = started.elapsed();
    let (mut old, mut new) = (0, 0);
    let mut random = 20_260_131_u64;
    for moment in 0..200 {
        let before = fs::read(&path).unwrap();
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut child = add(folder.path(), &day(moment))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(longest.mul_f64((random >> 40) as f64 / f64::from(1 << 24)));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = fs::read(&path).unwrap();
        match after == before {
            true => {
                longest = longest.mul_f64(1.1);
                old += 1;
            }
            false => {
                longest = longest.div_f64(1.1);
                let row = format!(
                    "swift-boxes-{0},swift-boxes,{0},50,,,exact,,,council-2024,,,,,\n",
                    day(moment)
                );
                assert_eq!(text(&after).replacen(&row, "", 1), text(&before));
                assert_eq!(after.len(), before.len() + row.len());
                new += 1;
            }
        }
    }
    assert!(old > 50 && new > 50, "{old} old, {new} new: the moments are not spread");
    // Whoever was killed held no lock for ever.
    assert!(add(folder.path(), "1998").output().unwrap().status.success());
    // Nor left a log that tells of what never was.
    while undo(folder.path()) != "there is nothing to take back\n" {}
    assert_eq!(fs::read_to_string(&path).unwrap(), rows);
}

/// Takes back the last command; gives what is said.
fn undo(folder: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    let output = command.arg("undo").current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn what_many_add_at_once_and_take_back_at_once_leaves_every_byte_as_it_was() {
    let folder = project();
    let before = fs::read(figures(folder.path())).unwrap();
    let eight = |work: &(dyn Fn(usize) + Sync)| {
        std::thread::scope(|scope| (0..8).for_each(|one| drop(scope.spawn(move || work(one)))));
    };
    eight(&|one| assert!(add(folder.path(), &day(one)).output().unwrap().status.success()));
    eight(&|_| assert!(undo(folder.path()).starts_with("takes back: sourceline add swift-boxes")));
    assert_eq!(undo(folder.path()), "there is nothing to take back\n");
    assert_eq!(fs::read(figures(folder.path())).unwrap(), before);
}

#[test]
fn where_the_log_cannot_be_written_the_row_is_and_that_is_told() {
    let folder = project();
    fs::write(folder.path().join(".sourceline"), "a file in its place").unwrap();
    let output = add(folder.path(), "2020").output().unwrap();
    assert!(output.status.success());
    let told = text(&output.stderr);
    assert!(told.contains("`sourceline undo` cannot take this back: could not"), "{told}");
    assert!(fs::read_to_string(figures(folder.path())).unwrap().contains("swift-boxes-2020,"));
}

#[test]
fn a_full_disk_leaves_the_old_file_and_says_so() {
    let folder = project();
    let before = fs::read(figures(folder.path())).unwrap();
    let limited = |script: &str| {
        Command::new("sh")
            .args([
                "-c",
                &format!("{script} exec \"$0\" add swift-boxes 2020 50 --source council-2024"),
            ])
            .arg(env!("CARGO_BIN_EXE_sourceline"))
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    assert_refused(
        &limited("trap '' XFSZ; ulimit -f 1;"),
        &["could not write", "data/figures.csv", "file too large", "nothing was changed"],
    );
    assert_eq!(fs::read(figures(folder.path())).unwrap(), before);
    // Where the system ends the process at once, it is the old file, too.
    assert!(!limited("ulimit -f 1;").status.success());
    assert_eq!(fs::read(figures(folder.path())).unwrap(), before);
    assert!(limited("").status.success());
}

#[test]
fn a_folder_that_may_not_be_written_is_left_alone_and_named() {
    let folder = project();
    let data = folder.path().join("data");
    let before = fs::read(figures(folder.path())).unwrap();
    const ROW: [&str; 6] = ["add", "swift-boxes", "2020", "50", "--source", "council-2024"];
    fs::set_permissions(&data, fs::Permissions::from_mode(0o555)).unwrap();
    let output = unprivileged(folder.path()).args(ROW).output().unwrap();
    assert_refused(&output, &["could not lock", "permission denied", "nothing was changed"]);
    // The lock may be there from a time when the folder could be written.
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(data.join(".sourceline.lock"), "").unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o555)).unwrap();
    let output = unprivileged(folder.path()).args(ROW).output().unwrap();
    assert_refused(&output, &["could not write", "permission denied", "nothing was changed"]);
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(fs::read(figures(folder.path())).unwrap(), before);
}

#[test]
fn a_file_that_changed_before_it_is_written_is_read_again() {
    let folder = project();
    let path = figures(folder.path());
    let lock = File::create(folder.path().join("data/.sourceline.lock")).unwrap();
    lock.lock().unwrap();
    let mut child =
        add(folder.path(), "2020").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    // It has planned its row, and waits for the lock.
    let mut said = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
    assert_eq!(said, "waiting for another sourceline to finish\n");
    let other =
        fs::read_to_string(&path).unwrap().replace("104 nests", "one hundred and four nests")
            + "swift-boxes-2021,swift-boxes,2021,48,,,exact,,,council-2024,,,,,\n";
    fs::write(folder.path().join("data/other"), &other).unwrap();
    fs::rename(folder.path().join("data/other"), &path).unwrap();
    lock.unlock().unwrap();
    assert!(child.wait().unwrap().success());
    let row = "swift-boxes-2020,swift-boxes,2020,50,,,exact,,,council-2024,,,,,\n";
    assert_eq!(fs::read_to_string(&path).unwrap().replacen(row, "", 1), other);
}

#[test]
fn a_file_replaced_again_and_again_is_never_mixed_with_another() {
    let folder = project();
    let path = figures(folder.path());
    let one = fs::read_to_string(&path).unwrap();
    let two = one.replace("104 nests", "nests: 104")
        + "swift-boxes-2021,swift-boxes,2021,48,,,exact,,,council-2024,,,,,\n";
    let row = "swift-boxes-2020,swift-boxes,2020,50,,,exact,,,council-2024,,,,,\n";
    let done = AtomicBool::new(false);
    /// Whatever becomes of the test, the other thread ends.
    struct End<'a>(&'a AtomicBool);
    impl Drop for End<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    std::thread::scope(|scope| {
        let _end = End(&done);
        scope.spawn(|| {
            for version in [&two, &one].iter().cycle() {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let beside = folder.path().join("data/beside");
                fs::write(&beside, version).unwrap();
                fs::rename(&beside, &path).unwrap();
                std::thread::sleep(Duration::from_micros(700));
            }
        });
        for _ in 0..60 {
            let output =
                add(folder.path(), "2020").args(["--id", "swift-boxes-2020"]).output().unwrap();
            let said = text(&output.stderr);
            let expected =
                ["again and again", "is taken by another"].iter().any(|one| said.contains(one));
            assert!(output.status.success() || expected, "{said}");
            let there = fs::read_to_string(&path).unwrap();
            let without = there.replacen(row, "", 1);
            assert!(without == one || without == two, "{there}");
        }
    });
}

#[test]
fn mode_owner_and_link_are_kept() {
    let folder = project();
    let (path, target) = (figures(folder.path()), folder.path().join("elsewhere.csv"));
    fs::rename(&path, &target).unwrap();
    symlink("../elsewhere.csv", &path).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    let _ = std::os::unix::fs::chown(&target, Some(65_534), Some(65_534));
    let before = fs::metadata(&target).unwrap();
    let output = add(folder.path(), "2020").output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    let after = fs::metadata(&target).unwrap();
    assert_eq!(
        (after.mode(), after.uid(), after.gid()),
        (before.mode(), before.uid(), before.gid())
    );
    assert!(fs::read_to_string(&target).unwrap().contains("swift-boxes-2020"));
}

#[test]
fn a_file_that_a_spreadsheet_has_open_is_left_to_it() {
    let folder = project();
    let before = fs::read(figures(folder.path())).unwrap();
    let mark = folder.path().join("data/.~lock.figures.csv#");
    fs::write(&mark, ",ann,desk,31.01.2026 10:00,file:///home/ann;").unwrap();
    let output = add(folder.path(), "2020").output().unwrap();
    assert_refused(
        &output,
        &["data/figures.csv` is open in LibreOffice, by ann", "close it there"],
    );
    assert_eq!(fs::read(figures(folder.path())).unwrap(), before);
    fs::remove_file(mark).unwrap();
    assert!(add(folder.path(), "2020").output().unwrap().status.success());
}
