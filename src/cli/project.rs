//! Where a project is, what it is called and what lies in it.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES};
use sourceline::dataset::{Dataset, Files, MAX_FILE_BYTES};
use sourceline::figure::SeriesKey;
use sourceline::nearest::likely;
use sourceline::problem::{Place, Problem};

use super::failure::Failure;
use super::settings::{self, Settings};

const PACKAGE: &str = "data/datapackage.json";
/// Enough of a file for the reader to see that it is over its limit, whatever its size.
const MOST_BYTES: u64 = MAX_FILE_BYTES as u64 + 1;

pub struct Project {
    pub root: PathBuf,
    /// The name in the data package; the folder's, if there is none.
    pub name: String,
    pub settings: Settings,
    /// What is wrong with the settings and the data package.
    pub problems: Vec<Problem>,
}

impl Project {
    /// The folder that was asked for, or the nearest from here upwards that holds figures.
    pub fn find(asked: Option<&Path>) -> Result<Project, Failure> {
        let start = match asked {
            Some(folder) => folder.to_path_buf(),
            None => std::env::current_dir().map_err(|error| Failure::Read(".".into(), error))?,
        };
        let found = match asked {
            Some(folder) => folder.join(FIGURES.label).is_file().then_some(folder),
            None => start.ancestors().find(|folder| folder.join(FIGURES.label).is_file()),
        };
        match found {
            Some(root) => Project::open(root.to_path_buf()),
            None => Err(Failure::NoProject { folder: start, asked: asked.is_some() }),
        }
    }

    fn open(root: PathBuf) -> Result<Project, Failure> {
        let mut problems = Vec::new();
        let settings = match read_text(&root, settings::FILE, &mut problems)? {
            Some(text) => Settings::parse(&text, &mut problems),
            None => Settings::default(),
        };
        let package = read_text(&root, PACKAGE, &mut problems)?;
        let name = package.and_then(|text| package_name(&text, &mut problems));
        let name = name.unwrap_or_else(|| folder_name(&root));
        Ok(Project { root, name, settings, problems })
    }

    /// The four files as they are on the disk.
    pub fn files(&self) -> Result<Files, Failure> {
        let needed = |file: &Layout| read(&self.root.join(file.label));
        let events = match needed(&EVENTS) {
            Err(Failure::Read(_, error)) if error.kind() == ErrorKind::NotFound => None,
            events => Some(events?),
        };
        let (figures, series, sources) = (needed(&FIGURES)?, needed(&SERIES)?, needed(&SOURCES)?);
        Ok(Files { figures, series, sources, events })
    }

    /// The names of the charts, sorted.
    pub fn charts(&self) -> Result<Vec<String>, Failure> {
        let folder = self.root.join("charts");
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| Failure::Read(folder.clone(), error))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| Failure::Read(folder.clone(), error))?.path();
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            if let Some(name) = stem.filter(|name| is_spec(&path) && !name.starts_with('.')) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// The charts a person names, each once; all of them if none is named.
    pub fn charts_named(&self, typed: &[String]) -> Result<Vec<String>, Failure> {
        let known = self.charts()?;
        if typed.is_empty() {
            return Ok(known);
        }
        let mut charts = Vec::new();
        for name in typed {
            let name = find_chart(name, &known)?;
            if !charts.contains(&name) {
                charts.push(name);
            }
        }
        Ok(charts)
    }

    /// The text of a chart's spec. What is not UTF-8 in it is told, and nothing else of it read.
    pub fn spec(&self, name: &str, problems: &mut Vec<Problem>) -> Result<Option<String>, Failure> {
        let label = spec_label(name);
        let bytes = read(&self.root.join(&label))?;
        Ok(decode(&label, bytes, problems))
    }

    /// What a problem's label stands for, to show the line it is about.
    pub fn text_of<'f>(&self, label: &str, files: Option<&'f Files>) -> Option<Cow<'f, [u8]>> {
        match files.and_then(|files| files.text(label)) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => read(&self.root.join(label)).ok().map(Cow::Owned),
        }
    }
}

/// What a chart's spec is called in problems, and where it is from the root.
pub fn spec_label(name: &str) -> String {
    format!("charts/{name}.toml")
}

/// The chart a person means by `referrals`, `referrals.svg` or `charts/referrals.toml`.
pub fn find_chart(typed: &str, known: &[String]) -> Result<String, Failure> {
    let path = Path::new(typed);
    let bare = match path.extension() {
        Some(extension) if extension == "toml" || extension == "svg" => path.file_stem(),
        _ => path.file_name(),
    };
    let name = bare.map_or(typed.into(), |bare| bare.to_string_lossy());
    match known.iter().find(|known| **known == typed || **known == *name) {
        Some(known) => Ok(known.clone()),
        None => Err(Failure::Unknown {
            what: "chart",
            name: typed.to_string(),
            likely: owned(likely(&name, known.iter().map(|name| (name.as_str(), String::new())))),
            list: "sourceline list charts",
        }),
    }
}

/// The series of an id that a person typed.
pub fn find_series(id: &str, data: &Dataset) -> Result<SeriesKey, Failure> {
    let known = || data.series.iter().map(|series| (series.id, series.title.to_string()));
    data.find_series(id).ok_or_else(|| Failure::Unknown {
        what: "series",
        name: id.to_string(),
        likely: owned(likely(id, known())),
        list: "sourceline list series",
    })
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(String::from).collect()
}

fn is_spec(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::Read(path.to_path_buf(), error);
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len().min(MOST_BYTES);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// The text of a file that need not be there.
fn read_text(
    root: &Path,
    label: &str,
    problems: &mut Vec<Problem>,
) -> Result<Option<String>, Failure> {
    match read(&root.join(label)) {
        Err(Failure::Read(_, error)) if error.kind() == ErrorKind::NotFound => Ok(None),
        bytes => Ok(decode(label, bytes?, problems)),
    }
}

fn decode(label: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Option<String> {
    String::from_utf8(bytes)
        .map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            let before = String::from_utf8_lossy(&error.as_bytes()[..at]);
            let mut place = Place::in_text(label, &before, at..at);
            place.bytes.end += 1;
            let message = format!("the byte 0x{byte:02X} here is not UTF-8");
            problems.push(
                Problem::error("encoding", place, message).hint("save the file again as UTF-8"),
            );
        })
        .ok()
}

#[derive(Deserialize)]
struct Package {
    name: Option<String>,
}

fn package_name(text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    match serde_json::from_str::<Package>(text) {
        Ok(package) => package.name,
        Err(error) => {
            let start: usize =
                text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let at = (start + error.column().saturating_sub(1)).min(text.len());
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_string();
            let place = Place::in_text(PACKAGE, text, at..at);
            problems.push(Problem::error("datapackage", place, message));
            None
        }
    }
}

fn folder_name(root: &Path) -> String {
    let absolute = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    absolute.file_name().map_or("project".into(), |name| name.to_string_lossy().into_owned())
}
