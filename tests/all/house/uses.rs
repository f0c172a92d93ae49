//! Who uses whom: every path resolved to the file in which its item is defined.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::source::{Module, ModulePath, Named, Source};

/// Code at this place uses an item of that file.
pub struct Use<'s> {
    pub file: &'s Path,
    pub line: usize,
    pub of_tests: bool,
    pub item: Item<'s>,
}

#[derive(Clone, Copy)]
pub struct Item<'s> {
    pub file: &'s Path,
    pub name: &'s str,
}

enum Found<'s> {
    Module(ModulePath),
    Item(Item<'s>),
}

/// Every use of what another file defines.
pub fn uses(source: &Source) -> Vec<Use<'_>> {
    let mut uses = Vec::new();
    for (at, module) in &source.modules {
        // What is only passed on is used by those who import it.
        let imports = module.imports.iter().filter(|import| !import.passed_on);
        // A name of a module and of a function is both; the code says which it means.
        let imported = imports.map(|import| (&import.path, false));
        for (named, end) in imported.chain(module.named.iter().map(|named| (named, true))) {
            let found = resolve(source, at, &named.path, end, 0);
            let Some(Found::Item(item)) = found else { continue };
            if item.file != module.file {
                let (file, line) = (&*module.file, named.line);
                uses.push(Use { file, line, of_tests: module.of_tests, item });
            }
        }
    }
    uses
}

/// The circles of files that use each other, the largest first.
pub fn circles(uses: &[Use]) -> Vec<BTreeSet<PathBuf>> {
    let mut edges: BTreeMap<&Path, BTreeSet<&Path>> = BTreeMap::new();
    for one in uses.iter().filter(|one| !one.of_tests) {
        edges.entry(one.file).or_default().insert(one.item.file);
    }
    let reached: BTreeMap<&Path, BTreeSet<&Path>> =
        edges.keys().map(|from| (*from, reached(&edges, from))).collect();
    let reaches = |from: &Path, to: &Path| reached.get(from).is_some_and(|all| all.contains(to));
    let circles: BTreeSet<BTreeSet<PathBuf>> = edges
        .keys()
        .filter(|file| reaches(file, file))
        .map(|file| {
            let mates = reached[file].iter().filter(|other| reaches(other, file));
            mates.map(|mate| mate.to_path_buf()).collect()
        })
        .collect();
    let mut circles: Vec<_> = circles.into_iter().collect();
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

fn reached<'p>(
    edges: &BTreeMap<&'p Path, BTreeSet<&'p Path>>,
    from: &'p Path,
) -> BTreeSet<&'p Path> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        open.extend(edges.get(file).into_iter().flatten().filter(|next| found.insert(**next)));
    }
    found
}

/// Follows a path as the code of the module `at` means it, to its `end` or on the way to more;
/// nothing if it leads out of this crate.
fn resolve<'s>(
    source: &'s Source,
    at: &[String],
    path: &[String],
    end: bool,
    depth: usize,
) -> Option<Found<'s>> {
    // Imports that lead in a circle lead nowhere.
    if depth > 20 {
        return None;
    }
    let (first, rest) = path.split_first()?;
    let start = match first.as_str() {
        "crate" => Found::Module(at[..1].to_vec()),
        "self" if !rest.is_empty() => Found::Module(at.to_vec()),
        "super" => Found::Module(at.split_last()?.1.to_vec()),
        "sourceline" => Found::Module(vec![first.clone()]),
        name => lookup(source, at, name, end && rest.is_empty(), depth)?,
    };
    rest.iter().enumerate().try_fold(start, |found, (index, name)| match found {
        // A variant, or a function of a type.
        Found::Item(_) => Some(found),
        Found::Module(module) if name == "super" => {
            Some(Found::Module(module.split_last()?.1.to_vec()))
        }
        Found::Module(module) => {
            lookup(source, &module, name, end && index + 1 == rest.len(), depth)
        }
    })
}

/// The path of a glob may begin with what another glob brings, and each of them is tried: as steps
/// in depth they count so many, for all of them over and over would take for ever.
const GLOB: usize = 7;

/// What a name means in a module. A module and a function may have one name: at the end of a path
/// it is the function.
fn lookup<'s>(
    source: &'s Source,
    at: &[String],
    name: &str,
    last: bool,
    depth: usize,
) -> Option<Found<'s>> {
    let module: &Module = source.modules.get(at)?;
    let own = module.items.iter().find(|item| item.name == name);
    let own = own.map(|item| Found::Item(Item { file: &module.file, name: &item.name }));
    let child = module.children.iter().any(|child| child == name);
    let child = child.then(|| Found::Module([at, &[name.to_string()]].concat()));
    let imported = || {
        let mut found = module
            .imports
            .iter()
            .filter(|import| import.name == name)
            // `pub use quote::quote` beside `mod quote` does not lead to itself.
            .filter_map(|import| resolve(source, at, &import.path.path, last, depth + 1));
        found.next()
    };
    let through_globs = || {
        module.globs.iter().find_map(|glob| {
            let path = &glob.path.path;
            let Found::Module(from) = resolve(source, at, path, false, depth + GLOB)? else {
                return None;
            };
            if from == at { None } else { lookup(source, &from, name, last, depth + 1) }
        })
    };
    if last {
        own.or_else(imported).or(child).or_else(through_globs)
    } else {
        child.or(own).or_else(imported).or_else(through_globs)
    }
}

/// A path as written.
impl std::fmt::Display for Named {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.path.join("::"))
    }
}
