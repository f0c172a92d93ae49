//! Why a command was not carried out: there is no such file, no such name, no room on the disk; or
//! what was asked for would be wrong.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use sourceline::nearest::ask;

use super::exit::Exit;
use super::refusal::Refusal;
use super::screen::{Screen, visible};

#[derive(Debug)]
pub enum Failure {
    /// What was asked for may not be had; all else could not be done.
    Refused(Refusal),
    /// There is no project in the folder that was asked for, nor, if none was, in this or above.
    NoProject {
        folder: PathBuf,
        asked: bool,
    },
    Read(PathBuf, io::Error),
    Write(PathBuf, io::Error),
    /// What was named as a folder is a file.
    NoFolder(PathBuf),
    /// Nothing may be changed in the folder of the data.
    Lock(PathBuf, io::Error),
    /// A spreadsheet holds the file, and would overwrite what is changed in it now.
    InUse {
        file: String,
        by: String,
        mark: PathBuf,
    },
    /// Another program writes the file again and again.
    Restless(String),
    /// Something could not be written, and so nothing was.
    Unchanged(Box<Failure>),
    /// Some of the files were written, and then one could not be.
    Halfway {
        written: Vec<String>,
        failure: Box<Failure>,
    },
    /// The person did not go on.
    Cancelled,
    /// A name that is not in the project.
    Unknown {
        what: &'static str,
        name: String,
        likely: Vec<String>,
        /// The command that tells which names there are.
        list: &'static str,
    },
    /// What was typed makes no sense together.
    Usage(String),
    /// The words for the person could not be written.
    Print(io::Error),
}

impl Failure {
    pub fn exit(&self) -> Exit {
        match self {
            Failure::Refused(_) => Exit::Problems,
            _ => Exit::Unable,
        }
    }

    /// Is it the folder itself that cannot be used, and not a file in it?
    pub fn is_about(&self, folder: &Path) -> bool {
        match self {
            Failure::NoFolder(_) => true,
            Failure::Write(path, _) => path == folder,
            _ => false,
        }
    }

    pub fn print(&self, screen: &mut Screen) {
        if let Failure::Refused(refusal) = self {
            refusal.print_problems(screen);
        }
        let title = screen.bold_red("error");
        screen.say(format_args!("{title}: {self}\n"));
        if let Some(hint) = self.hint() {
            screen.say(format_args!("  = help: {}\n", visible(&hint)));
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Failure::Refused(refusal) => refusal.hint.clone(),
            Failure::NoProject { asked: false, .. } => Some(
                "change into a folder of the project, or name it with --project DIR; `sourceline \
                 init DIR` begins one"
                    .to_string(),
            ),
            Failure::NoProject { asked: true, .. } => Some(
                "name the folder that holds data/ and charts/; `sourceline init DIR` begins a project"
                    .to_string(),
            ),
            Failure::NoFolder(_) => Some("name a folder; it is made if it is not there".into()),
            Failure::Unknown { likely, list, .. } => {
                Some(ask(likely).unwrap_or_else(|| format!("`{list}` names them all")))
            }
            Failure::Write(_, error) if is_held(error, cfg!(windows)) => Some(HELD.to_string()),
            Failure::Unchanged(failure) => Some(match failure.hint() {
                Some(hint) => format!("{hint}; nothing was changed"),
                None => "nothing was changed".to_string(),
            }),
            Failure::Lock(..) | Failure::Restless(_) => Some("nothing was changed".to_string()),
            Failure::InUse { mark, .. } => Some(format!(
                "close it there and try again; nothing was changed. If it is not open, delete {}",
                shown(mark)
            )),
            Failure::Halfway { .. } => {
                Some("mend the cause and give the same command again: it goes on from here".into())
            }
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(refusal) => f.write_str(&visible(&refusal.message)),
            Failure::NoProject { folder, asked: true } => {
                write!(f, "there is no data/figures.csv in {}", shown(folder))
            }
            Failure::NoProject { folder, asked: false } => {
                write!(f, "there is no data/figures.csv in {} or any folder above", shown(folder))
            }
            Failure::Read(path, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "there is no {}", shown(path))
            }
            Failure::Read(path, error) => {
                write!(f, "could not read {}: {}", shown(path), reason(error))
            }
            Failure::Write(path, error) => {
                write!(f, "could not write {}: {}", shown(path), reason(error))
            }
            Failure::NoFolder(path) => write!(f, "{} is a file, not a folder", shown(path)),
            Failure::Lock(path, error) => {
                write!(f, "could not lock {}: {}", shown(path), reason(error))
            }
            Failure::InUse { file, by, .. } => {
                write!(f, "{} is open in LibreOffice{by}", shown(Path::new(file)))
            }
            Failure::Restless(file) => {
                let file = shown(Path::new(file));
                write!(f, "{file} is written by another program again and again")
            }
            Failure::Halfway { written, failure } => {
                write!(f, "{failure}; written before that: {}", written.join(", "))
            }
            Failure::Unchanged(failure) => failure.fmt(f),
            Failure::Cancelled => f.write_str("stopped; nothing was written"),
            Failure::Unknown { what, name, .. } => {
                write!(f, "there is no {what} `{}`", visible(name))
            }
            Failure::Usage(message) => f.write_str(message),
            Failure::Print(error) => write!(f, "could not print: {}", reason(error)),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

fn shown(path: &Path) -> String {
    format!("`{}`", visible(&path.to_string_lossy()))
}

const HELD: &str = "another program may have it open, such as Excel: close it there and try again";

/// Does another program hold the file? Windows says so with one of three numbers (access denied,
/// sharing violation, lock violation); elsewhere a file that is open can be replaced.
fn is_held(error: &io::Error, windows: bool) -> bool {
    windows && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// The words of the system without its number, and not as a sentence: this one goes on.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_a_spreadsheet_holds_on_windows_is_known_by_its_number() {
        for (number, held) in [(5, true), (32, true), (33, true), (2, false), (112, false)] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!(is_held(&error, true), held, "{number}");
            assert!(!is_held(&error, false), "{number} means something else elsewhere");
        }
        let ours = io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only");
        assert!(!is_held(&ours, true), "a read-only file is not open anywhere");
    }
}
