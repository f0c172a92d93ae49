//! How the house is built, held to its plan: which room uses which, circles of files, the length
//! of a file, and one name for one thing.

mod source;
mod uses;
mod wordless;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::common::Faults;
use source::source;
use uses::{circles, uses};

/// The rooms of `src/` in the order in which data passes through them. `lib` is the front door.
const ROOMS: [&str; 22] = [
    "problem",
    "nearest",
    "figure",
    "locale",
    "reading",
    "dataset",
    "references",
    "check",
    "tables",
    "chart",
    "draw",
    "encode",
    "export",
    "embed",
    "output",
    "documents",
    "lib",
    "store",
    "web",
    "page",
    "cli",
    "main",
];

/// `draw` for `src/draw/scene.rs`.
fn room(file: &Path) -> &str {
    let part = file.components().nth(1).expect("a file is in src");
    let name = part.as_os_str().to_str().expect("a room has a plain name");
    name.strip_suffix(".rs").unwrap_or(name)
}

#[test]
fn no_room_uses_one_that_is_listed_after_it() {
    let mut faults = Faults::default();
    let place = |file| ROOMS.iter().position(|name| *name == room(file));
    for file in source().lines.keys() {
        faults.check(place(file).is_some(), || format!("{} is in no known room", file.display()));
    }
    // The tests of a room may look at what becomes of what it makes.
    for one in uses(source()).iter().filter(|one| !one.of_tests) {
        let item = one.item;
        faults.check(place(item.file) <= place(one.file), || {
            let (file, line, of) = (one.file.display(), one.line, item.file.display());
            format!("{file}:{line} uses `{}` of {of}", item.name)
        });
    }
    faults.none();
}

/// `store/` is the one room of the disk; `main.rs` has none of it.
#[test]
fn nobody_but_the_store_touches_the_disk() {
    let mut faults = Faults::default();
    let asking = ["exists", "is_file", "is_dir", "canonicalize", "metadata", "read_dir"];
    for module in source().modules.values().filter(|module| !module.of_tests) {
        if room(&module.file) == "store" {
            continue;
        }
        let imports = module.imports.iter().map(|import| &import.path);
        for named in imports.chain(&module.named) {
            let path: Vec<&str> = named.path.iter().map(String::as_str).collect();
            let touches = matches!(path[..], ["std", "fs", ..] | [.., "env", "current_dir"]);
            faults.check(!touches, || {
                format!("{}:{} names `{}`", module.file.display(), named.line, path.join("::"))
            });
        }
    }
    for file in source().lines.keys().filter(|file| room(file) != "store") {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
            .expect("it can be read");
        let of_program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (at, line) in of_program.lines().enumerate() {
            let asks = asking.iter().any(|what| line.contains(&format!(".{what}()")));
            faults.check(!asks, || format!("{}:{} asks the disk", file.display(), at + 1));
        }
    }
    faults.none();
}

#[test]
fn circles_of_files_are_few_and_small() {
    let circles = circles(&uses(source()));
    let told: Vec<String> = circles.iter().map(|circle| format!("{circle:#?}")).collect();
    let large = circles.iter().filter(|circle| circle.len() > 3).count();
    assert!(circles.len() <= 4 && large == 0, "{} circles:\n{}", told.len(), told.join("\n"));
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let mut faults = Faults::default();
    for (file, lines) in &source().lines {
        faults.check(*lines <= 500, || format!("{}: {lines} lines", file.display()));
    }
    faults.none();
}

#[test]
fn no_type_name_stands_for_two_things() {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for module in source().modules.values().filter(|module| !module.of_tests) {
        for item in module.items.iter().filter(|item| item.is_type) {
            let place = format!("{}:{}", module.file.display(), item.line);
            places.entry(&item.name).or_default().push(place);
        }
    }
    let mut faults = Faults::default();
    for (name, places) in places {
        faults.check(places.len() == 1, || format!("{name}: {}", places.join(", ")));
    }
    faults.none();
}

#[test]
fn every_file_belongs_to_the_program_or_its_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Faults::default();
    let known: BTreeSet<_> = source().lines.keys().map(|file| root.join(file)).collect();
    for file in files(&root.join("src")) {
        faults.check(known.contains(&file), || format!("{} is no module", file.display()));
    }
    let list = fs::read_to_string(root.join("tests/all/main.rs")).expect("it can be read");
    for entry in fs::read_dir(root.join("tests/all")).expect("it can be read") {
        let path = entry.expect("it can be read").path();
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let listed = name == "main" || list.contains(&format!("mod {name};"));
        faults.check(listed, || format!("{} is not run: tests/all/main.rs lacks it", name));
    }
    faults.none();
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be read");
    let paths = entries.map(|entry| entry.expect("a folder can be read").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
