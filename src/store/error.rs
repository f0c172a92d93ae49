//! What could not be done on the disk.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::dataset::MAX_FILE_BYTES;

/// Why something was not read, or not written. A path may hold any character: whoever prints this
/// on a terminal makes it visible.
#[derive(Debug)]
pub enum StoreError {
    /// There is no project in the folder that was asked for, nor, if none was, in this or above.
    NoProject {
        /// Where it was looked for.
        folder: PathBuf,
        /// Was the folder named?
        asked: bool,
    },
    /// A file that cannot be read.
    Read(PathBuf, io::Error),
    /// A file that cannot be written.
    Write(PathBuf, io::Error),
    /// The copy of a document that is kept beside it cannot be.
    Keep(PathBuf, io::Error),
    /// What is read is no file, but this.
    NoFile(PathBuf, &'static str),
    /// There is more of it than is read.
    TooLarge(PathBuf),
    /// A pipe in a folder, into which perhaps nobody writes.
    NamedPipe(PathBuf),
    /// A folder of which the system does not tell what changes in it.
    Watch(PathBuf, io::Error),
    /// A link where something is to be written, or on the way there.
    Link(PathBuf),
    /// A link of the project on the way to what was named to be written, and what it points to out of it.
    LinkOut(PathBuf, PathBuf),
    /// No document can name this folder.
    Unnameable(PathBuf),
    /// What was named as a folder is a file.
    NoFolder(PathBuf),
    /// Nothing may be changed in the folder of the data.
    Lock(PathBuf, io::Error),
    /// Another program holds the file, and would overwrite what is changed in it now.
    InUse {
        /// As messages name it.
        file: String,
        /// Which program, and for whom.
        by: String,
        /// The file by which it says so.
        mark: PathBuf,
    },
    /// Something could not be written, and so nothing was.
    Unchanged(Box<StoreError>),
    /// Some of the files were written, and then one could not be.
    Halfway {
        /// As messages name them.
        written: Vec<String>,
        /// Why the next could not be.
        error: Box<StoreError>,
    },
}

impl StoreError {
    /// Is it the folder itself that cannot be used, and not a file in it?
    pub fn is_about(&self, folder: &Path) -> bool {
        match self {
            StoreError::NoFolder(_) => true,
            StoreError::Write(path, _) => path == folder,
            _ => false,
        }
    }

    /// Why a file cannot be read, for those who say which it is.
    pub fn why(&self) -> String {
        match self {
            StoreError::NoFile(_, what) => format!("it is {what}, not a file"),
            StoreError::NamedPipe(_) => NAMED_PIPE.to_string(),
            StoreError::TooLarge(_) => too_large(),
            StoreError::Read(_, error) => format!("it cannot be read: {}", reason(error)),
            other => other.to_string(),
        }
    }

    /// Is there no such file?
    pub fn is_missing(&self) -> bool {
        matches!(self, StoreError::Read(_, error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::NoProject { folder, asked: true } => {
                write!(f, "there is no data/figures.csv in {}", quoted(folder))
            }
            StoreError::NoProject { folder, asked: false } => {
                write!(f, "there is no data/figures.csv in {} or any folder above", quoted(folder))
            }
            StoreError::Read(path, _) if self.is_missing() => {
                write!(f, "there is no {}", quoted(path))
            }
            StoreError::Read(path, error) => {
                write!(f, "could not read {}: {}", quoted(path), reason(error))
            }
            StoreError::Write(path, error) => {
                write!(f, "could not write {}: {}", quoted(path), reason(error))
            }
            StoreError::Keep(path, error) if error.kind() == io::ErrorKind::InvalidFilename => {
                write!(
                    f,
                    "what it was is kept beside it as {}, and that name is too long: give the \
                     document a shorter one",
                    quoted(path)
                )
            }
            StoreError::Keep(path, error) => write!(
                f,
                "what it was cannot be kept beside it as {}: {}",
                quoted(path),
                reason(error)
            ),
            StoreError::NoFile(path, what) => {
                write!(f, "could not read {}: it is {what}, not a file", quoted(path))
            }
            StoreError::TooLarge(path) => {
                write!(f, "could not read {}: {}", quoted(path), too_large())
            }
            StoreError::NamedPipe(path) => {
                write!(f, "could not read {}: {NAMED_PIPE}", quoted(path))
            }
            StoreError::Watch(path, error) => {
                write!(f, "could not watch {}: {}", quoted(path), reason(error))
            }
            StoreError::Link(path) => {
                write!(
                    f,
                    "could not write {}: it is a link, which may point anywhere",
                    quoted(path)
                )
            }
            StoreError::LinkOut(path, _) => write!(
                f,
                "could not write {}: it is a link out of the project, which may have come with it",
                quoted(path)
            ),
            StoreError::Unnameable(path) => write!(
                f,
                "a document cannot name a file in {}: a part of the way there is not UTF-8, or has \
                 a backslash in its name",
                quoted(path)
            ),
            StoreError::NoFolder(path) => write!(f, "{} is a file, not a folder", quoted(path)),
            StoreError::Lock(path, error) => {
                write!(f, "could not lock {}: {}", quoted(path), reason(error))
            }
            StoreError::InUse { file, by, .. } => {
                write!(f, "{} is open in {by}", quoted(Path::new(file)))
            }
            StoreError::Unchanged(error) => error.fmt(f),
            StoreError::Halfway { written, error } => {
                write!(f, "{error}; written before that: {}", written.join(", "))
            }
        }
    }
}

fn too_large() -> String {
    format!("it has more than the {} MiB that are read", MAX_FILE_BYTES >> 20)
}

const NAMED_PIPE: &str = "it is a pipe, into which perhaps nobody ever writes; name /dev/stdin \
                          and let the other program write into that, as in `PROGRAM | sourceline …`";

impl std::error::Error for StoreError {}

/// With the one sign between folders that the system has.
fn quoted(path: &Path) -> String {
    let path: PathBuf = path.components().collect();
    format!("`{}`", path.to_string_lossy())
}

/// The words of the system without its number, and not as a sentence: this one goes on.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// Does another program hold the file? Windows says so with one of three numbers (access denied,
/// sharing violation, lock violation); elsewhere a file that is open can be replaced.
pub fn is_held(error: &io::Error, windows: bool) -> bool {
    windows && matches!(error.raw_os_error(), Some(5 | 32 | 33))
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
