//! Bytes to a file, whole or not at all, and only where they differ from what is there.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::StoreError;

/// What a file is beside the bytes that ought to be in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStanding {
    /// It holds those bytes.
    Same,
    /// It holds others.
    Differs,
    /// There is none.
    Missing,
}

/// Writes a file where it differs, and its folder if need be; tells how it stood before.
pub fn put(path: &Path, bytes: &[u8], dry_run: bool) -> Result<FileStanding, StoreError> {
    let standing = standing(path, bytes).map_err(|error| {
        let file = path.ancestors().skip(1).find(|folder| folder.is_file());
        file.map_or(error, |file| StoreError::NoFolder(file.to_path_buf()))
    })?;
    if standing != FileStanding::Same && !dry_run {
        make_folder_of(path)?;
        write(path, bytes).map_err(|error| StoreError::Write(path.to_path_buf(), error))?;
    }
    Ok(standing)
}

/// A new file, whole or not at all, unless there is one.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    make_folder_of(path)?;
    if fs::symlink_metadata(path).is_ok() {
        let there = io::Error::new(ErrorKind::AlreadyExists, "there is one already");
        return Err(StoreError::Write(path.to_path_buf(), there));
    }
    write(path, bytes).map_err(|error| StoreError::Write(path.to_path_buf(), error))
}

pub(super) fn make_folder_of(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| StoreError::Write(folder.to_path_buf(), error))
}

/// How a file stands to the bytes that ought to be in it.
pub fn standing(path: &Path, bytes: &[u8]) -> Result<FileStanding, StoreError> {
    compare(path, bytes).map_err(|error| StoreError::Read(path.to_path_buf(), error))
}

fn compare(path: &Path, bytes: &[u8]) -> io::Result<FileStanding> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(FileStanding::Missing),
        Err(error) => Err(error),
        Ok(there) if there.len() != bytes.len() as u64 => Ok(FileStanding::Differs),
        Ok(_) if fs::read(path)? == bytes => Ok(FileStanding::Same),
        Ok(_) => Ok(FileStanding::Differs),
    }
}

/// Replaces a file or makes a new one. Its mode is kept, and a link stays a link: what it points
/// to is written, or made if it is not there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut target = path.to_path_buf();
    // A link to a file that is not there cannot be resolved by the system; a circle of them ends.
    for _ in 0..32 {
        match fs::read_link(&target) {
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => break,
        }
    }
    if fs::metadata(&target).is_ok_and(|there| there.permissions().readonly()) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let mut file = AtomicWriteFile::open(&target)?;
    file.write_all(bytes)?;
    file.commit()
}
