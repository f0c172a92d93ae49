//! Files as they are on the disk.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::StoreError;
use crate::dataset::MAX_FILE_BYTES;

/// Enough of a file for the reader to see that it is over its limit, whatever its size.
const MOST_BYTES: u64 = MAX_FILE_BYTES as u64 + 1;

/// The bytes of a file, but of one over the limit no more than tells so.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::Read(path.to_path_buf(), error);
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len().min(MOST_BYTES);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
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
