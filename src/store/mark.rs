//! By what a file is known again without reading it.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Who writes a file, or puts another in its place, gives it another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileMark {
    size: u64,
    written: Option<SystemTime>,
    number: u64,
}

impl FileMark {
    /// None where there is no such file.
    pub fn of(path: &Path) -> Option<FileMark> {
        let there = fs::metadata(path).ok()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&there);
        #[cfg(not(unix))]
        let number = 0;
        Some(FileMark { size: there.len(), written: there.modified().ok(), number })
    }
}
