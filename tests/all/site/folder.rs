//! What `site` does in a folder where somebody keeps files, and what it leaves behind.

use std::fs;
use std::path::Path;

use super::{files, revised, run};
use crate::common::folder::project;

fn text(output: &std::process::Output) -> String {
    let [out, err] =
        [&output.stdout, &output.stderr].map(|it| String::from_utf8_lossy(it).into_owned());
    out + &err
}

#[test]
fn what_somebody_else_made_or_edited_stays() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    let site = out.path();
    fs::create_dir(site.join("nests")).expect("made");
    fs::write(site.join("nests/index.html"), "my own page").expect("written");
    fs::write(site.join("letter.txt"), "mine").expect("written");
    let output = run(project.path(), site, &[], &[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output));
    assert!(text(&output).contains("made or edited by somebody else"), "{}", text(&output));
    let read = |path: &str| fs::read_to_string(site.join(path)).expect("it is there");
    assert_eq!(
        (read("nests/index.html"), read("letter.txt")),
        ("my own page".into(), "mine".into())
    );
    // So it is with a page that was ours and was edited, also where its chart is gone.
    let edited = read("boxes/index.html") + "edited";
    fs::write(site.join("boxes/index.html"), &edited).expect("written");
    fs::remove_file(project.path().join("charts/boxes.toml")).expect("removed");
    let output = run(project.path(), site, &[], &[]);
    assert_eq!((output.status.code(), read("boxes/index.html")), (Some(1), edited));
    assert!(!site.join("boxes/embed.html").exists());
    let output = run(project.path(), site, &["--force"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert_ne!(read("nests/index.html"), "my own page");
    assert_eq!(read("letter.txt"), "mine");
}

#[test]
fn a_site_is_written_neither_around_the_project_nor_into_what_git_keeps() {
    let project = project();
    fs::create_dir(project.path().join(".git")).expect("made");
    for out in [".git", ".git/site", "..", "."] {
        let out = project.path().join(out);
        let before = files(project.path()).len();
        let output = run(project.path(), &out, &[], &[]);
        assert_eq!(output.status.code(), Some(2), "{}: {}", out.display(), text(&output));
        assert_eq!(files(project.path()).len(), before);
    }
}

#[test]
fn pages_of_charts_that_are_gone_are_taken_away() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    let (all, few) = (out.path().join("all"), out.path().join("few"));
    assert!(run(project.path(), &all, &[], &[]).status.success());
    fs::remove_file(project.path().join("charts/boxes.toml")).expect("removed");
    let dry = run(project.path(), &all, &["--dry-run"], &[]);
    assert!(text(&dry).contains("would be taken away") && all.join("boxes").exists());
    assert!(run(project.path(), &all, &[], &[]).status.success());
    assert!(run(project.path(), &few, &[], &[]).status.success());
    assert!(!all.join("boxes").exists());
    assert!(files(&all) == files(&few));
}

#[test]
fn a_chart_with_an_error_keeps_its_pages_and_the_others_are_made() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    assert!(run(project.path(), out.path(), &[], &[]).status.success());
    let spec = project.path().join("charts/boxes.toml");
    let good = fs::read_to_string(&spec).expect("it can be read");
    fs::write(&spec, format!("colour = \"red\"\n{good}")).expect("written");
    let output = run(project.path(), out.path(), &[], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("charts/boxes.toml:1"), "{}", text(&output));
    assert!(out.path().join("boxes/index.html").exists());
    fs::write(&spec, good).expect("written");
    assert!(run(project.path(), out.path(), &[], &[]).status.success());
    let index = fs::read_to_string(out.path().join("index.html")).expect("it is there");
    assert!(index.contains("boxes/index.html"));
}

#[test]
fn a_run_that_was_ended_leaves_nothing_that_is_taken_for_somebody_elses() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    assert!(run(project.path(), out.path(), &[], &[]).status.success());
    let record = out.path().join(".sourceline-site");
    let before = fs::read_to_string(&record).expect("it is there");
    let figures = project.path().join("data/figures.csv");
    let told = fs::read_to_string(&figures).expect("it can be read");
    fs::write(figures, revised(&told)).expect("written");
    assert!(run(project.path(), out.path(), &[], &[]).status.success());
    let after = fs::read_to_string(&record).expect("it is there");
    assert_ne!(before, after);
    // As it stands while a page is written: both the old and the new may be there.
    let both: String =
        after.lines().chain(before.lines().skip(1)).map(|line| format!("{line}\n")).collect();
    fs::write(&record, both).expect("written");
    let output = run(project.path(), out.path(), &[], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert_eq!(fs::read_to_string(&record).expect("it is there"), after);
}

#[test]
fn nothing_is_written_among_the_files_of_the_project() {
    let project = project();
    let before = files(project.path());
    for inside in ["", "data", "charts", "data/site", "charts/pages"] {
        for words in [&[][..], &["--force"], &["--dry-run"]] {
            let output = run(project.path(), &project.path().join(inside), words, &[]);
            assert_eq!(output.status.code(), Some(2), "{inside}: {}", text(&output));
            assert!(text(&output).contains("name a folder for the site alone"), "{inside}");
        }
    }
    assert!(files(project.path()) == before);
}

#[test]
fn a_chart_whose_pages_would_lie_where_others_lie_is_refused_with_another_name() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    let charts = project.path().join("charts");
    fs::rename(charts.join("boxes.toml"), charts.join("feed.xml.toml")).expect("renamed");
    let output = run(project.path(), out.path(), &[], &[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output));
    assert!(text(&output).contains("charts/feed.xml-chart.toml"), "{}", text(&output));
    assert_eq!(files(out.path()).len(), 0);
    // What only has the name of a folder goes beside what is in it.
    fs::rename(charts.join("feed.xml.toml"), charts.join("series.toml")).expect("renamed");
    assert!(run(project.path(), out.path(), &[], &[]).status.success());
    assert!(out.path().join("series/index.html").exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), out.path().join("nests")).expect("linked");
    let output = run(project.path(), out.path(), &[], &[]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output));
    assert_eq!(fs::read_dir(elsewhere.path()).expect("read").count(), 0);
    // Nor is a record of somebody else a way out.
    let kept = elsewhere.path().join("kept.txt");
    fs::write(&kept, "mine").expect("written");
    let out = tempfile::tempdir().expect("a folder");
    let stranger: &Path = out.path();
    let hash = "0cc175b9c0f1b6a831c399e269772661";
    let lines = format!("{hash} ../kept.txt\n{hash} {}\n", kept.display());
    fs::write(stranger.join(".sourceline-site"), lines).expect("written");
    assert!(run(project.path(), stranger, &[], &[]).status.success());
    assert_eq!(fs::read_to_string(&kept).expect("it stays"), "mine");
}
