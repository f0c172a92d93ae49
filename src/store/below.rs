//! The files in a folder and in those below it.

use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Those that were asked for.
#[derive(Debug, Default)]
pub struct FilesBelow {
    /// In the order of their names, folder by folder.
    pub files: Vec<PathBuf>,
    /// Are there more than are looked at?
    pub more: bool,
}

/// So many are found at most.
const MOST: usize = 100_000;
/// Folders lie in so many others at most.
const DEEPEST: usize = 64;

/// The files in a folder and below whose names are `wanted`; `None` where it is no folder. Hidden
/// ones and those of packages are left out, and no link is followed.
pub fn files_below(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Option<FilesBelow>, StoreError> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let mut found = FilesBelow::default();
    gather(folder, wanted, 0, &mut found)?;
    Ok(Some(found))
}

fn gather(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    depth: usize,
    found: &mut FilesBelow,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::Read(folder.to_path_buf(), error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(failed)?;
        if name.starts_with('.') || name == "node_modules" {
            continue;
        }
        if kind.is_dir() {
            match depth < DEEPEST {
                true => gather(&entry.path(), wanted, depth + 1, found)?,
                false => found.more = true,
            }
        } else if kind.is_file() && wanted(&name) {
            match found.files.len() < MOST {
                true => found.files.push(entry.path()),
                false => found.more = true,
            }
        }
    }
    Ok(())
}
