//! What `verify` says after an edit that leaves the project without errors.

use std::fs;
use std::path::Path;

use crate::common::Faults;
use crate::common::folder::copy;
use crate::verify::{gallery, verify};

/// A copy of a project of the gallery, edited; what is said of its approved picture.
fn edited(name: &str, edit: impl Fn(&Path)) -> (String, i32) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = folder.path().join(name);
    copy(&gallery(name), &project);
    edit(&project);
    let picture = gallery(name).join("charts").join(format!("{name}.svg"));
    let (told, exit) = verify(&project, &picture);
    (told.replace(&format!(" {}", picture.display()), ""), exit)
}

fn change(path: &Path, edit: impl Fn(&str) -> String) {
    let before = fs::read_to_string(path).expect("it is there");
    let after = edit(&before);
    assert_ne!(before, after, "{}", path.display());
    fs::write(path, after).expect("it can be written");
}

fn after(name: &str, file: &str, edit: impl Fn(&str) -> String) -> (String, i32) {
    edited(name, |project| change(&project.join(file), &edit))
}

const FIGURES: &str = "data/figures.csv";
const SOURCES: &str = "data/sources.csv";

type HarmlessEdit = (&'static str, &'static str, fn(&str) -> String);
type Edit = (&'static str, &'static str, fn(&str) -> String, &'static str);

#[test]
fn what_would_look_or_read_otherwise_is_stale() {
    let edits: [Edit; 11] = [
        (
            "line",
            FIGURES,
            |csv| csv.replace(",4480,", ",4481,"),
            "30 June 2014: 4,480 is now 4,481, Example Network Survey, 3 October 2022",
        ),
        (
            "line",
            FIGURES,
            |csv| {
                csv.replace(",value,", ",qualifier,value,")
                    .replace("-30,", "-30,,")
                    .replace("-30,,fast", "-30,fast")
                    .replace(",,4480,", ",about,4480,")
            },
            "30 June 2014: 4,480 is now about 4,480, Example Network Survey, 3 October 2022",
        ),
        (
            "break",
            FIGURES,
            |csv| csv.replace("1395,,", "1395,p,"),
            "2011: 1,395 is now 1,395, provisional, Exampleton City Council, 9 March 2021",
        ),
        (
            "break",
            FIGURES,
            |csv| csv.replace("by telephone", "by letter"),
            "words: was “reports by telephone are”, is “reports by letter are”",
        ),
        (
            "break",
            FIGURES,
            |csv| csv.trim_end().to_string() + "\nnoise-2021,noise,2021,2810,,noise-desk,\n",
            "noise-2021: new on the chart",
        ),
        // As `revise` writes it: the old row stays, and is told as withdrawn.
        (
            "line",
            FIGURES,
            |csv| {
                let rows = csv.trim_end().lines().map(|row| match row {
                    row if row.starts_with("id,") => format!("{row},rank,superseded_by\n"),
                    row if row.contains(",4480,") => {
                        let new = row.replace("-2014-", "-new-2014-").replace(",4480,", ",4490,");
                        let id = new.split(',').next().unwrap_or_default();
                        format!("{row},superseded,{id}\n{new},,\n")
                    }
                    row => format!("{row},,\n"),
                });
                rows.collect()
            },
            "30 June 2014: 4,480 is now 4,490, Example Network Survey, 3 October 2022",
        ),
        (
            "side-by-side",
            FIGURES,
            |csv| csv.replace(",21850,", ",21851,"),
            "Trains that ran, 2017: 21,850 is now 21,851, Example Rail Office",
        ),
        (
            "break",
            FIGURES,
            |csv| csv.lines().filter(|line| !line.contains("2012")).collect::<Vec<_>>().join("\n"),
            "noise-2012: gone from the data",
        ),
        (
            "break",
            SOURCES,
            |csv| csv.replace("City Council", "Town Council"),
            "words: was “… Reports by residents, Exampleton City Council, 9 March 2021.”, is “… Reports by residents, \
             Exampleton Town Council, 9 March 2021.”",
        ),
        ("break", "data/series.csv", |csv| csv.replace(",reports,", ",complaints,"), "words: was"),
        (
            "break",
            "charts/break.toml",
            |toml| toml.replace("in two ways", "in both ways"),
            "title: was “Reports of noise, counted in two ways”, is “Reports of noise, counted in both ways”",
        ),
    ];
    let mut faults = Faults::default();
    for (name, file, edit, said) in edits {
        let (told, exit) = after(name, file, edit);
        let is_told = told.starts_with("stale\n") && told.contains(&format!("\n  {said}"));
        faults.check(exit == 1 && is_told, || format!("{name}: no “{said}” in {told}"));
    }
    faults.none();
}

#[test]
fn what_no_reader_meets_leaves_a_copy_current() {
    let edits: [HarmlessEdit; 7] = [
        ("break", FIGURES, |csv| {
            csv.replace("1395,,noise-desk,", "1395,,noise-desk,to be read again")
        }),
        ("break", FIGURES, |csv| csv.replace("noise-2011,noise", "\"noise-2011\",\"noise\"")),
        ("break", FIGURES, |csv| {
            let (head, rows) = csv.split_once('\n').expect("there is a header");
            let mut rows: Vec<&str> = rows.lines().collect();
            rows.reverse();
            format!("{head}\n{}\n", rows.join("\n"))
        }),
        ("break", SOURCES, |csv| {
            csv.replace(",url", ",url,licence").replace("/noise-desk", "/noise-desk,CC0")
        }),
        ("break", SOURCES, |csv| csv.replace("https://example.org", "https://example.com")),
        ("break", "charts/break.toml", |toml| format!("# To be drawn each year.\n{toml}")),
        ("line", "data/series.csv", |csv| {
            csv.replace("counted_by\n", "counted_by,note\n")
                .replace("Network Survey\n", "Network Survey,Ask them in May.\n")
        }),
    ];
    let mut faults = Faults::default();
    for (name, file, edit) in edits {
        let (told, exit) = after(name, file, edit);
        faults.check(exit == 0 && told.starts_with("current\n"), || format!("{name}: {told}"));
    }
    faults.none();
}

/// The id of a source stands in no picture.
#[test]
fn a_source_renamed_leaves_a_copy_current() {
    let (told, exit) = edited("break", |project| {
        for file in [FIGURES, SOURCES] {
            change(&project.join(file), |csv| csv.replace("noise-desk", "council-2021"));
        }
    });
    assert!(exit == 0 && told.starts_with("current\n"), "{told}");
}

/// A series may bear the name of a chart; a copy of the chart is not held against what is drawn of that.
#[test]
fn a_chart_with_an_error_in_its_spec_cannot_be_told() {
    let (told, exit) =
        after("break", "charts/break.toml", |toml| toml.replace("\"noise\"", "\"noises\""));
    assert_eq!(exit, 2, "{told}");
    assert!(told.contains("the chart `break` cannot be drawn now"), "{told}");
}
