//! Every rule's example, as `sourceline explain` prints it: the mistaken files are told of by that
//! rule and no other, the right ones by none.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::checks::{base, unescaped};
use crate::common::read_files;
use sourceline::chart::resolve;
use sourceline::check::check;
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::{Part, Problem, Rule};
use tempfile::TempDir;

/// What no few lines could show.
const WITHOUT: [Rule; 10] = [
    Rule::TooMany,
    Rule::Limit,
    Rule::NoTable,
    Rule::Unreadable,
    Rule::Linked,
    Rule::LeftOver,
    Rule::FontLicence,
    Rule::Unpainted,
    Rule::Unprinted,
    Rule::Unpacked,
];

/// What `check` alone says of a spec that can be drawn.
const BY_PROGRAM: [Rule; 6] = [
    Rule::Unfit,
    Rule::LongTitle,
    Rule::LongFoot,
    Rule::TwoFacts,
    Rule::NoFinding,
    Rule::OnlyDiffers,
];

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/data");
    let files = read_files(&folder);
    let bicycles = Dataset::read(&files, 4).value;
    let mut amiss = Vec::new();
    for rule in Rule::ALL {
        let Some(example) = rule.example() else {
            assert!(WITHOUT.contains(rule), "{rule} has no example");
            continue;
        };
        if *rule == Rule::MissingGlyph && !cfg!(feature = "png") {
            continue;
        }
        let broken = |parts: &[Part]| -> BTreeSet<String> {
            let all = |ends: &str| parts.iter().all(|part| part.file.ends_with(ends));
            if all(".csv") {
                named(&check(&data(parts), 4).problems)
            } else if all(".toml") && parts.len() == 1 && !BY_PROGRAM.contains(rule) {
                by_spec(&parts[0], &bicycles).unwrap_or_else(|| by_program(*rule, parts, &folder))
            } else {
                by_program(*rule, parts, &folder)
            }
        };
        // What a right one does not give stays as it was; but for the name of a chart.
        let right = match matches!(rule, Rule::Twin | Rule::OneChart) {
            true => example.right.clone(),
            false => {
                let given = |part: &&Part| example.right.iter().all(|own| own.file != part.file);
                example.wrong.iter().filter(given).chain(&example.right).cloned().collect()
            }
        };
        let told = (broken(&example.wrong), broken(&right));
        if told != (BTreeSet::from([rule.to_string()]), BTreeSet::new()) {
            amiss.push(format!("{rule}: {told:?}"));
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

fn named(problems: &[Problem]) -> BTreeSet<String> {
    problems.iter().map(|problem| problem.rule.to_string()).collect()
}

/// The small data set of the cases, with these files in it.
fn data(parts: &[Part]) -> Files {
    let mut files = base();
    for part in parts {
        let bytes = unescaped(part.text);
        match part.file.as_str() {
            "data/figures.csv" => files.figures = bytes,
            "data/series.csv" => files.series = bytes,
            "data/sources.csv" => files.sources = bytes,
            "data/events.csv" => files.events = Some(bytes),
            other => panic!("{other} is no data file"),
        }
    }
    files
}

/// `None` where only drawing would tell.
fn by_spec(part: &Part, data: &Dataset) -> Option<BTreeSet<String>> {
    if !part.file.starts_with("charts/") {
        return None;
    }
    let checked = resolve("bicycles", &part.file, part.text, data, "test");
    (!checked.problems.is_empty()).then(|| named(&checked.problems))
}

/// What `sourceline check` says of these files, or `render` of a picture in pixels.
fn by_program(rule: Rule, parts: &[Part], data: &Path) -> BTreeSet<String> {
    let project = TempDir::new().unwrap();
    let folder = |name: &str| project.path().join(name);
    fs::create_dir(folder("data")).unwrap();
    fs::create_dir(folder("charts")).unwrap();
    for file in fs::read_dir(data).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder("data").join(file.file_name())).unwrap();
    }
    for part in parts {
        let is_spec = part.file.starts_with("charts/");
        let bytes = if is_spec { part.text.into() } else { unescaped(part.text) };
        fs::write(folder(&part.file), bytes).unwrap();
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
        let output = command.current_dir(project.path()).args(words).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    if rule == Rule::MissingGlyph {
        let said = run(&["render", "--format", "png"]);
        let named = said.lines().filter_map(|line| line.strip_prefix("error[")?.split(']').next());
        return named.map(String::from).collect();
    }
    let said: serde_json::Value =
        serde_json::from_str(&run(&["check", "--format", "json"])).unwrap();
    let own = |problem: &&serde_json::Value| parts.iter().any(|part| problem["file"] == part.file);
    let problems = said.as_array().unwrap().iter().filter(own);
    problems.map(|problem| problem["rule"].as_str().unwrap().to_string()).collect()
}
