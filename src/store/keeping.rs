//! A document in place of another, which is kept beside it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::StoreError;
use super::links::refuse_links;
use super::write::{FileStanding, put, standing};

/// So many copies of one document are kept beside it.
const MOST_COPIES: usize = 1_000;

/// Replaces a document of a folder and keeps what it was under a name that no other file has:
/// `NAME.before`, `NAME.before-2`. Gives that name. Where the document cannot be written nothing is kept.
pub fn replace_keeping(
    folder: &Path,
    name: &str,
    old: &[u8],
    new: &[u8],
) -> Result<String, StoreError> {
    refuse_links(folder, name)?;
    let (kept, is_new) = free_name(folder, name, old)?;
    put(folder, &kept, old, false)?;
    if let Err(error) = put(folder, name, new, false) {
        if is_new {
            // What could not be used is no copy that somebody asked for.
            let _ = fs::remove_file(folder.join(&kept));
        }
        return Err(error);
    }
    Ok(kept)
}

/// The first name that is free, or that holds the same already.
fn free_name(folder: &Path, name: &str, old: &[u8]) -> Result<(String, bool), StoreError> {
    let names = (1..=MOST_COPIES).map(|at| match at {
        1 => format!("{name}.before"),
        at => format!("{name}.before-{at}"),
    });
    for one in names {
        let path = folder.join(&one);
        if fs::symlink_metadata(&path).is_err() {
            return Ok((one, true));
        }
        if path.is_file() && standing(&path, old)? == FileStanding::Same {
            return Ok((one, false));
        }
    }
    let there = io::Error::new(ErrorKind::AlreadyExists, "so many copies of it are there already");
    Err(StoreError::Write(folder.join(format!("{name}.before")), there))
}
