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
