//! Bytes to a file, whole or not at all, and only where they differ from what is there.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;

use super::StoreError;
use super::error::is_held;
use super::links::{refuse_links, target_of};
use super::read::no_file;

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

/// Writes a file below a folder where it differs, and its folder if need be; tells how it stood
/// before. A link on the way from that folder is not followed.
pub fn put(
    folder: &Path,
    file: impl AsRef<Path>,
    bytes: &[u8],
    dry_run: bool,
) -> Result<FileStanding, StoreError> {
    let put = put_over(folder, file, bytes, dry_run, |_| Ok(true))?;
    Ok(put.expect("whatever stands there may be written over"))
}

/// The same where what stands there and differs may be written over; nothing if it may not.
pub fn put_over(
    folder: &Path,
    file: impl AsRef<Path>,
    bytes: &[u8],
    dry_run: bool,
    may: impl FnOnce(&Path) -> Result<bool, StoreError>,
) -> Result<Option<FileStanding>, StoreError> {
    let path = folder.join(&file);
    refuse_links(folder, &file)?;
    let standing = standing(&path, bytes).map_err(|error| {
        let file = path.ancestors().skip(1).find(|folder| folder.is_file());
        file.map_or(error, |file| StoreError::NoFolder(file.to_path_buf()))
    })?;
    if standing == FileStanding::Differs && !may(&path)? {
        return Ok(None);
    }
    if standing != FileStanding::Same && !dry_run {
        make_folder_of(&path)?;
        write_derived(&path, bytes).map_err(|error| StoreError::Write(path, error))?;
    }
    Ok(Some(standing))
}

/// A new file, whole or not at all, unless there is one.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
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
        Ok(there) if !there.is_file() || there.len() != bytes.len() as u64 => {
            Ok(FileStanding::Differs)
        }
        Ok(_) if fs::read(path)? == bytes => Ok(FileStanding::Same),
        Ok(_) => Ok(FileStanding::Differs),
    }
}

/// What is not finished yet is called so, beside the file that it will be.
const UNFINISHED: [&str; 2] = [".sourceline-", ".part"];

/// Whoever writes a file is done with it after this.
const LONGEST_WRITING: Duration = Duration::from_secs(60);

/// No two clocks of machines that share a disk differ by more.
const CLOCKS_DIFFER: Duration = Duration::from_secs(24 * 60 * 60);

/// Replaces a file or makes a new one. Its mode is kept, and a link stays a link: what it points
/// to is written, or made if it is not there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (file, target) = unfinished(path, bytes)?;
    file.as_file().sync_all()?;
    put_in_place(file, &target)
}

/// The same for what can be made again: it is not waited for the disk. A power cut may cost the file,
/// and the next run compares it and writes it again.
fn write_derived(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (file, target) = unfinished(path, bytes)?;
    put_in_place(file, &target)
}

/// On Windows nobody may have open what is replaced. A command beside this one, or what looks for viruses,
/// has it open for a moment, and so it is tried again; Excel holds it for longer.
fn put_in_place(mut file: NamedTempFile, target: &Path) -> io::Result<()> {
    let mut pauses = (0..8).map(|time| Duration::from_millis(10 << time));
    loop {
        let failed = match file.persist(target) {
            Ok(_) => return Ok(()),
            Err(failed) => failed,
        };
        let is_held = is_held(&failed.error, cfg!(windows));
        let Some(pause) = pauses.next().filter(|_| is_held) else { return Err(failed.error) };
        thread::sleep(pause);
        file = failed.file;
    }
}

/// A file where there is none of that name, whole or not at all, whatever others do meanwhile.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link that points to nothing has the name too.
    if fs::symlink_metadata(path).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let (file, _) = unfinished(path, bytes)?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// The bytes in a file beside the one that they are for, and where that is.
fn unfinished(path: &Path, bytes: &[u8]) -> io::Result<(NamedTempFile, PathBuf)> {
    let target = target_of(path);
    let there = fs::metadata(&target).ok();
    if there.as_ref().is_some_and(|there| there.permissions().readonly()) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is read-only"));
    }
    if let Some(what) = there.as_ref().and_then(|there| no_file(there.file_type())) {
        return Err(io::Error::other(format!("it is {what}, not a file")));
    }
    let folder = target.parent().filter(|folder| *folder != Path::new(""));
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED[0]).suffix(UNFINISHED[1]);
    // As any new file: whoever is to read it, the person has told the system.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Some(there) = &there {
        keep_mode(file.as_file(), there)?;
    }
    file.write_all(bytes)?;
    Ok((file, target))
}

/// The owner too, where that is allowed: before the mode, whose highest bits go with the owner.
#[cfg(unix)]
fn keep_mode(file: &File, there: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    match fchown(file, Some(there.uid()), Some(there.gid())) {
        Err(error) if error.kind() != ErrorKind::PermissionDenied => return Err(error),
        _ => {}
    }
    file.set_permissions(there.permissions())
}

#[cfg(not(unix))]
fn keep_mode(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Is a file of this name not what it will be called?
pub(super) fn is_unfinished(name: &OsStr) -> bool {
    let [begins, ends] = UNFINISHED;
    name.to_str().is_some_and(|name| name.starts_with(begins) && name.ends_with(ends))
}

/// Is nobody writing any more what was last written then? Of a clock that went wrong the date may lie ahead.
fn is_past_writing(written: SystemTime, now: SystemTime) -> bool {
    match now.duration_since(written) {
        Ok(age) => age > LONGEST_WRITING,
        Err(ahead) => ahead.duration() > CLOCKS_DIFFER,
    }
}

/// Takes away what a program that was ended left unfinished in a folder.
pub(super) fn clear_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if !is_unfinished(&entry.file_name()) {
            continue;
        }
        let Ok(there) = entry.metadata() else { continue };
        let is_left = there.modified().is_ok_and(|at| is_past_writing(at, SystemTime::now()));
        if there.is_file() && is_left {
            // If it stays, the next run tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}
