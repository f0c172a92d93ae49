//! Every door through which bytes come in from outside, as a function of bytes that panics where
//! something does not hold. `tests/all/doors.rs` tries each for a while in every run; `fuzz/` does so
//! for as long as somebody likes.
//!
//! What a night finds becomes a file in `tests/doors/found/NAME/`, which every run opens first.

mod archives;
mod data;
mod drawn;
mod lists;
mod pictures;
mod requests;
mod written;

use std::fs;
use std::path::{Path, PathBuf};

/// One way in.
pub struct Door {
    pub name: &'static str,
    /// Opens it, and holds what is behind it to what is promised.
    pub open: fn(&[u8]),
    /// What is known to pass through it.
    seeds: fn() -> Vec<Vec<u8>>,
}

pub const DOORS: &[Door] = &[
    Door { name: "figures", open: data::figures, seeds: data::figures_seeds },
    Door { name: "series", open: data::series, seeds: data::series_seeds },
    Door { name: "sources", open: data::sources, seeds: data::sources_seeds },
    Door { name: "events", open: data::events, seeds: data::events_seeds },
    Door { name: "mend", open: data::mend, seeds: data::figures_seeds },
    Door { name: "edit", open: data::edit, seeds: data::edit_seeds },
    Door { name: "formulas", open: data::formulas, seeds: data::formulas_seeds },
    Door { name: "specs", open: written::specs, seeds: written::specs_seeds },
    Door { name: "settings", open: written::settings, seeds: written::settings_seeds },
    Door { name: "words", open: written::words, seeds: written::words_seeds },
    Door { name: "quantities", open: written::quantities, seeds: written::quantities_seeds },
    Door { name: "periods", open: written::periods, seeds: written::periods_seeds },
    Door { name: "bibtex", open: lists::bibtex, seeds: lists::bibtex_seeds },
    Door { name: "csl", open: lists::csl, seeds: lists::csl_seeds },
    Door { name: "ris", open: lists::ris, seeds: lists::ris_seeds },
    Door { name: "endnote", open: lists::endnote, seeds: lists::endnote_seeds },
    Door { name: "html", open: lists::html, seeds: lists::html_seeds },
    Door { name: "tables", open: lists::tables, seeds: lists::tables_seeds },
    Door { name: "workbooks", open: archives::workbooks, seeds: archives::workbooks_seeds },
    Door { name: "archives", open: archives::archives, seeds: archives::archives_seeds },
    Door { name: "packages", open: archives::packages, seeds: archives::packages_seeds },
    Door { name: "documents", open: pictures::documents, seeds: pictures::documents_seeds },
    Door { name: "verify", open: pictures::verify, seeds: pictures::verify_seeds },
    Door { name: "draw", open: drawn::draw, seeds: drawn::draw_seeds },
    Door { name: "requests", open: requests::requests, seeds: requests::requests_seeds },
];

impl Door {
    /// What it failed at before.
    pub fn found(&self) -> Vec<Vec<u8>> {
        files(&format!("tests/doors/found/{}", self.name), &[""])
    }

    /// What to begin with.
    pub fn first(&self) -> Vec<Vec<u8>> {
        let mut seeds = (self.seeds)();
        seeds.retain(|seed| seed.len() <= LARGEST);
        seeds
    }
}

/// As large as a seed may be: mutations of a small one say more in the same time.
const LARGEST: usize = 48 * 1024;

/// The files below a folder of the project with one of these endings, in the order of their names.
fn files(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    below(&project().join(folder), &mut paths);
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending))
    });
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a file of the project")).collect()
}

/// The project, from whichever of the two packages that this is a part of.
fn project() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("tests/doors").is_dir()).expect("the doors are in a project")
}

fn below(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder of the project").path();
        match path.is_dir() {
            true => below(&path, paths),
            false => paths.push(path),
        }
    }
}

/// One cell of each line of texts with tabs between cells, without remarks.
fn lines(texts: &[Vec<u8>], cell: usize) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for text in texts {
        let text = String::from_utf8_lossy(text);
        let said = text.lines().filter(|line| !line.starts_with('#'));
        lines.extend(said.filter_map(|line| Some(line.split('\t').nth(cell)?.as_bytes().to_vec())));
    }
    lines
}
