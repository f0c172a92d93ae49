//! Where a project is, what it is called and what lies in it.

use crate::dataset::DataFile;
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::StoreError;
use super::read::{is_there, read, read_within};
use crate::dataset::Files;
use crate::dataset::direction::{is_direction, turning};
use crate::dataset::encoding::{breaks_line, is_no_character};
use crate::dataset::merge::merge_marks;
use crate::output::catalogue::spec_label;
use crate::output::font_files::MAX_FONT_BYTES;
use crate::output::settings::{self, Settings};
use crate::problem::{Place, Problem, Rule};

const PACKAGE: &str = "data/datapackage.json";

/// Of a spec, a recipe and the settings, which are written by hand.
const MAX_TEXT_BYTES: usize = 256 << 10;
/// Of the package.
const MAX_PACKAGE_BYTES: usize = 4 << 20;

/// The name of a spec, and its text or why that cannot be read.
pub type SpecText = (String, Result<String, Vec<Problem>>);

/// A project on the disk.
#[derive(PartialEq)]
pub struct Folder {
    /// The folder that holds `data`.
    pub root: PathBuf,
    /// The name in the data package; the folder's, if there is none.
    pub name: String,
    /// Those of `sourceline.toml`, or the usual ones.
    pub settings: Settings,
    /// What is wrong with the settings and the data package.
    pub problems: Vec<Problem>,
    /// Which run of the program writes, so that `undo` takes back at once what a command wrote in
    /// several steps; `None` takes back step by step.
    pub run: Option<u64>,
}

impl Folder {
    /// The folder that was asked for, or the nearest from here upwards that holds figures.
    pub fn find(asked: Option<&Path>) -> Result<Folder, StoreError> {
        let start = match asked {
            Some(folder) => folder.to_path_buf(),
            None => std::env::current_dir().map_err(|error| StoreError::Read(".".into(), error))?,
        };
        // What is there and no file is told where it is read.
        let holds = |folder: &Path| is_there(&folder.join(DataFile::Figures.label()));
        let found = match asked {
            Some(folder) => holds(folder).then_some(folder),
            None => start.ancestors().find(|folder| holds(folder)),
        };
        match found {
            Some(root) => Folder::open(root.to_path_buf()),
            None => Err(StoreError::NoProject { folder: start, asked: asked.is_some() }),
        }
    }

    fn open(root: PathBuf) -> Result<Folder, StoreError> {
        let mut problems = Vec::new();
        let settings = match read_text(&root, settings::FILE, MAX_TEXT_BYTES, &mut problems)? {
            Some(text) => {
                let mut settings = Settings::parse(&text, &mut problems);
                let file = |path: &str| {
                    let read = read_within(&root.join(path), MAX_FONT_BYTES);
                    read.map_err(|error| error.to_string())
                };
                settings.read_font(&text, file, &mut problems);
                settings
            }
            None => Settings::default(),
        };
        let package = read_text(&root, PACKAGE, MAX_PACKAGE_BYTES, &mut problems)?;
        let name = package.and_then(|text| package_name(&text, &mut problems));
        let name = name.unwrap_or_else(|| folder_name(&root));
        Ok(Folder { root, name, settings, problems, run: None })
    }

    /// The four files as they are on the disk.
    pub fn files(&self) -> Result<Files, StoreError> {
        let needed = |file: DataFile| read(&self.root.join(file.label()));
        let events = match needed(DataFile::Events) {
            Err(error) if error.is_missing() => None,
            events => Some(events?),
        };
        let (figures, series, sources) =
            (needed(DataFile::Figures)?, needed(DataFile::Series)?, needed(DataFile::Sources)?);
        Ok(Files { figures, series, sources, events })
    }

    /// The text of `data/datapackage.json`, if there is one.
    pub fn package(&self) -> Option<String> {
        let bytes = read_within(&self.root.join(PACKAGE), MAX_PACKAGE_BYTES).ok()?;
        decode(PACKAGE, bytes, MAX_PACKAGE_BYTES).ok()
    }

    /// The names of the specs, sorted. A spec may have several charts: see
    /// [`crate::output::catalogue`].
    pub fn specs(&self) -> Result<Vec<String>, StoreError> {
        self.named("charts", "toml")
    }

    /// The names of the recipes for imports, sorted.
    pub fn recipes(&self) -> Result<Vec<String>, StoreError> {
        self.named("imports", "toml")
    }

    /// The names of all files beside the specs, sorted.
    pub fn chart_files(&self) -> Result<Vec<String>, StoreError> {
        let folder = self.root.join("charts");
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| StoreError::Read(folder.clone(), error))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(|error| StoreError::Read(folder.clone(), error))?.file_name();
            names.extend(name.into_string().ok().filter(|name| !name.starts_with('.')));
        }
        names.sort();
        Ok(names)
    }

    fn named(&self, folder: &str, ending: &str) -> Result<Vec<String>, StoreError> {
        let names = self.any_named(folder, ending)?;
        Ok(names.into_iter().filter_map(|name| name.into_string().ok()).collect())
    }

    /// Those too that are no text.
    fn any_named(&self, folder: &str, ending: &str) -> Result<Vec<OsString>, StoreError> {
        let folder = self.root.join(folder);
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| StoreError::Read(folder.clone(), error))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| StoreError::Read(folder.clone(), error))?.path();
            let stem = path.file_stem().map(OsStr::to_os_string);
            let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
            names.extend(stem.filter(|name| ends_in(&path, ending) && !hidden(name)));
        }
        names.sort();
        Ok(names)
    }

    /// Every spec by its name, with its text or with why that cannot be read; the others are read
    /// all the same.
    pub fn spec_texts(&self) -> Result<Vec<SpecText>, StoreError> {
        let refused = |name: &str, what: &str| {
            let place = Place { file: spec_label(name), ..Place::default() };
            let hint = "give it a name of letters, digits and hyphens";
            Err(vec![Rule::Unreadable.at(place, what).hint(hint)])
        };
        let text = |name: OsString| match name.into_string() {
            Ok(name) if name.contains(|c: char| c.is_control() || is_direction(c) || c == '\\') => {
                let what = "the name of this file has a character in it that moves the cursor, \
                            turns the direction of what follows, or is taken for a slash";
                let refused = refused(&name, what);
                (name, refused)
            }
            Ok(name) => {
                let text = self.text(&spec_label(&name));
                (name, text.map_err(|problem| vec![*problem]))
            }
            Err(name) => {
                let name = name.to_string_lossy().into_owned();
                let what = "the name of this file is not UTF-8, so that no chart is called so";
                let refused = refused(&name, what);
                (name, refused)
            }
        };
        Ok(self.any_named("charts", "toml")?.into_iter().map(text).collect())
    }

    /// The text of a spec or a recipe, or why it cannot be read.
    pub fn text(&self, label: &str) -> Result<String, Box<Problem>> {
        match read_within(&self.root.join(label), MAX_TEXT_BYTES) {
            Ok(bytes) => decode(label, bytes, MAX_TEXT_BYTES),
            Err(error) => {
                let place = Place { file: label.to_string(), ..Place::default() };
                Err(Box::new(Rule::Unreadable.at(place, error.why())))
            }
        }
    }

    /// What a problem's label stands for, to show the line it is about.
    pub fn text_of<'f>(&self, label: &str, files: Option<&'f Files>) -> Option<Cow<'f, [u8]>> {
        match files.and_then(|files| files.text(label)) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => read(&self.root.join(label)).ok().map(Cow::Owned),
        }
    }
}

fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension == ending)
}

/// The text of a file that need not be there.
pub(super) fn read_text(
    root: &Path,
    label: &str,
    most: usize,
    problems: &mut Vec<Problem>,
) -> Result<Option<String>, StoreError> {
    match read_within(&root.join(label), most) {
        Err(error) if error.is_missing() => Ok(None),
        bytes => Ok(decode(label, bytes?, most).map_err(|problem| problems.push(*problem)).ok()),
    }
}

fn decode(label: &str, bytes: Vec<u8>, most: usize) -> Result<String, Box<Problem>> {
    if bytes.len() > most {
        let place = Place { file: label.to_string(), ..Place::default() };
        let message = format!("the file has more than the {most} bytes that are read");
        return Err(Box::new(Rule::Limit.at(place, message)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        let before = String::from_utf8_lossy(&error.as_bytes()[..at]);
        let mut place = Place::in_text(label, &before, at..at);
        place.bytes.end += 1;
        let message = format!("the byte 0x{byte:02X} here is not UTF-8");
        Box::new(Rule::Encoding.at(place, message).hint("save the file again as UTF-8"))
    })
}

#[derive(Deserialize)]
struct Package {
    name: Option<String>,
}

fn package_name(text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    if let Some(marks) = merge_marks(PACKAGE, text.as_bytes()) {
        problems.push(marks);
        return None;
    }
    // It is passed on as it is.
    if let Ok(whole) = serde_json::from_str::<Value>(text)
        && let Some(unfit) = unfit_within(&whole)
    {
        let at = text.find(unfit).unwrap_or(0);
        let does = match unfit {
            turn if is_direction(turn) => "turns the direction of what follows",
            nothing if is_no_character(nothing) => "stands for no character",
            _ => "is a control character",
        };
        let message = format!("U+{:04X} {does}", u32::from(unfit));
        let place = Place::in_text(PACKAGE, text, at..at);
        problems.push(Rule::Datapackage.at(place, message).hint("leave it out"));
    }
    match serde_json::from_str::<Package>(text) {
        Ok(package) => package.name,
        Err(error) => {
            let start: usize =
                text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let at = (start + error.column().saturating_sub(1)).min(text.len());
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_string();
            let place = Place::in_text(PACKAGE, text, at..at);
            problems.push(Rule::Datapackage.at(place, message));
            None
        }
    }
}

/// What turns the direction in one of its texts, or cannot stand in a page.
fn unfit_within(value: &Value) -> Option<char> {
    match value {
        Value::String(text) => turning(text).or_else(|| text.chars().find(|c| is_unfit(*c))),
        Value::Array(values) => values.iter().find_map(unfit_within),
        Value::Object(entries) => {
            entries.iter().find_map(|(key, value)| turning(key).or_else(|| unfit_within(value)))
        }
        _ => None,
    }
}

fn is_unfit(letter: char) -> bool {
    is_no_character(letter) || letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}

/// Whoever handed the folder on may have called it anything.
fn folder_name(root: &Path) -> String {
    let absolute = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let name = absolute.file_name().unwrap_or_default().to_string_lossy();
    let name =
        name.replace(|letter| is_unfit(letter) || breaks_line(letter) || is_direction(letter), "");
    if name.is_empty() { "project".into() } else { name }
}
