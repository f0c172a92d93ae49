//! Takes away what nobody needs any more.

use std::fs;
use std::path::Path;

use super::StoreError;
use super::links::refuse_links;
use super::read::read;

/// Takes away a file below a folder if what is in it may go, and the folders on the way that are then
/// empty; tells whether it did. A link on the way is not followed. Where there is none all is well.
pub fn take_away(
    folder: &Path,
    file: &str,
    dry_run: bool,
    may: impl FnOnce(&[u8]) -> bool,
) -> Result<Option<bool>, StoreError> {
    refuse_links(folder, file)?;
    let path = folder.join(file);
    let bytes = match read(&path) {
        Err(error) if error.is_missing() => return Ok(None),
        Err(StoreError::NoFile(..)) => return Ok(Some(false)),
        bytes => bytes?,
    };
    if !may(&bytes) {
        return Ok(Some(false));
    }
    if !dry_run {
        fs::remove_file(&path).map_err(|error| StoreError::Write(path.clone(), error))?;
        let above = path.ancestors().skip(1).take_while(|above| *above != folder);
        for above in above {
            // One that holds anything stays.
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
    }
    Ok(Some(true))
}
