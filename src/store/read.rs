//! Files as they are on the disk. Only what is a file is read, for a pipe may never end, and never
//! more than a limit.

use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::Path;

use super::StoreError;
use crate::dataset::MAX_FILE_BYTES;

/// The bytes of a file, but of one over the limit no more than tells so.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_within(path, MAX_FILE_BYTES)
}

/// All bytes of a file; one over the limit is refused, for a part of it would be taken for the whole.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, StoreError> {
    whole(path, read(path)?)
}

/// The same of what a person names, which may also be what another program writes into a pipe.
pub fn read_named(path: &Path) -> Result<Vec<u8>, StoreError> {
    whole(path, take(path, MAX_FILE_BYTES, true)?)
}

fn whole(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, StoreError> {
    match bytes.len() > MAX_FILE_BYTES {
        true => Err(StoreError::TooLarge(path.to_path_buf())),
        false => Ok(bytes),
    }
}

/// What a person names, but of one over this limit no more than tells so.
pub fn read_named_within(path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
    take(path, most, true)
}

/// The bytes of a file, but of one over this limit no more than tells so.
pub fn read_within(path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
    take(path, most, false)
}

fn take(path: &Path, most: usize, piped: bool) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::Read(path.to_path_buf(), error);
    // Judged before it is opened, which would wait for whoever writes into a pipe.
    let there = fs::metadata(path).map_err(failed)?;
    match no_file(there.file_type()) {
        Some(PIPE) if piped && !is_own_pipe(path) => {
            return Err(StoreError::NamedPipe(path.to_path_buf()));
        }
        Some(what) if !piped || what != PIPE => {
            return Err(StoreError::NoFile(path.to_path_buf(), what));
        }
        _ => {}
    }
    // Enough to see that it is over its limit, whatever its size.
    let most = most as u64 + 1;
    let size = there.len().min(most);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    File::open(path).map_err(failed)?.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

const PIPE: &str = "a pipe";
/// It cannot be opened as a file, so that nobody waits for it.
pub(super) const SOCKET: &str = "a socket";

/// A pipe that whoever started this program has opened for it. Into one that lies in a folder nobody
/// may ever write.
fn is_own_pipe(path: &Path) -> bool {
    let Some(text) = path.to_str() else { return false };
    let number = ["/dev/fd/", "/proc/self/fd/"].iter().find_map(|start| text.strip_prefix(start));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    text == "/dev/stdin" || number.is_some_and(is_number)
}

/// What it is instead of a file.
pub(super) fn no_file(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some(PIPE);
        }
        if kind.is_socket() {
            return Some(SOCKET);
        }
        if kind.is_char_device() || kind.is_block_device() {
            return Some("a device");
        }
    }
    Some(if kind.is_dir() { "a folder" } else { "something else" })
}

/// Is there something of this name, be it a link to nothing?
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The fonts of a folder in the order of their names, so that any machine takes the same.
pub fn fonts_of(folder: &Path) -> Result<Vec<Vec<u8>>, StoreError> {
    let failed = |error| StoreError::Read(folder.to_path_buf(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if ending.is_some_and(|ending| matches!(&*ending, "ttf" | "otf" | "ttc" | "otc")) {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}
