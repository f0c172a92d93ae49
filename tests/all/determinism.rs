//! The same inputs give the same bytes: on any number of threads, in any folder, language and
//! time zone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{invented, projects};

/// What `render` writes for the project in `folder`, by the name of the file.
fn rendered(folder: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a temporary folder");
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.current_dir(elsewhere.path()).envs(environment.iter().copied());
    command.args(["render", "--project"]).arg(folder).arg("--out").arg(out.path());
    let output = command.output().expect("the program starts");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", folder.display());
    let entries = fs::read_dir(out.path()).expect("a folder can be read");
    let files = entries.map(|entry| {
        let path = entry.expect("a folder can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(&path).expect("a file can be read"))
    });
    files.collect()
}

#[test]
fn threads_language_and_time_zone_change_nothing() {
    for project in projects() {
        let plain = rendered(&project.folder, &[]);
        assert_eq!(plain.len(), project.cases.len(), "{}", project.name);
        for case in &project.cases {
            let drawn = case.drawn.as_ref().unwrap_or_else(|told| panic!("{}: {told}", case.name));
            let written = &plain[&format!("{}.svg", case.name)];
            assert!(written == drawn.svg.as_bytes(), "{} differs from the library's", case.name);
        }
        let settings: [&[(&str, &str)]; 5] = [
            &[("RAYON_NUM_THREADS", "1")],
            &[("RAYON_NUM_THREADS", "2")],
            &[("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8"), ("LANGUAGE", "de")],
            &[("TZ", "Pacific/Kiritimati"), ("SOURCE_DATE_EPOCH", "1")],
            &[("LC_ALL", "C"), ("TZ", "America/St_Johns"), ("COLUMNS", "20"), ("NO_COLOR", "1")],
        ];
        for environment in settings {
            assert!(rendered(&project.folder, environment) == plain, "{environment:?}");
        }
    }
}

#[test]
fn the_folder_changes_nothing() {
    let project = invented();
    let copy = tempfile::tempdir().expect("a temporary folder");
    let folder = copy.path().join("a folder with spaces & ümlauts");
    for part in ["data", "charts"] {
        fs::create_dir_all(folder.join(part)).expect("a folder can be made");
        for entry in fs::read_dir(project.folder.join(part)).expect("a folder can be read") {
            let path = entry.expect("a folder can be read").path();
            let name = path.file_name().expect("a file has a name");
            fs::copy(&path, folder.join(part).join(name)).expect("a file can be copied");
        }
    }
    assert!(rendered(&folder, &[]) == rendered(&project.folder, &[]));
}
