//! The pages as a person has them: in Chromium, by the keyboard alone, light and dark, narrow and wide.

use std::path::Path;
use std::process::Command;

use super::Served;
use crate::common::folder::project;
use crate::common::outside::is_here;

fn here(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).to_string_lossy().into_owned()
}

#[test]
fn axe_finds_nothing_and_the_jobs_are_done_by_the_keyboard_alone() {
    let tools = here("target/pages");
    if !is_here(&["node", "chromium", &format!("{tools}/node_modules/axe-core/axe.min.js")]) {
        return;
    }
    let folder = project();
    let git = |words: &[&str]| {
        let own = ["-c", "user.name=Ada Finch", "-c", "user.email=ada@example.org"];
        let done = Command::new("git").current_dir(folder.path()).args(own).args(words).output();
        assert!(done.expect("git starts").status.success(), "{words:?}");
    };
    git(&["init", "-q", "."]);
    git(&["add", "data", "charts"]);
    git(&["commit", "-qm", "Add the swifts"]);
    let served = Served::begin(folder.path());
    let mut command = Command::new("node");
    command
        .args([&here("tests/open/read.mjs"), &tools, &served.first_address()])
        .arg(folder.path());
    let output = command.output().expect("node starts");
    let [out, err] =
        [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    assert!(output.status.success() && out.is_empty(), "{out}{err}");
}
