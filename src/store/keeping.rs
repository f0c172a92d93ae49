//! A document in place of another, which is kept beside it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::StoreError;
use super::links::refuse_links;
use super::write::{FileStanding, put, standing, write_new};

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
    let (kept, is_new) = keep(folder, name, old)?;
    if let Err(error) = put(folder, name, new, false) {
        if is_new {
            // What could not be used is no copy that somebody asked for.
            let _ = fs::remove_file(folder.join(&kept));
        }
        return Err(error);
    }
    Ok(kept)
}

/// The name under which it is kept: the first that is free, or that holds the same already. Is it new?
fn keep(folder: &Path, name: &str, old: &[u8]) -> Result<(String, bool), StoreError> {
    let names = (1..=MOST_COPIES).map(|at| match at {
        1 => format!("{name}.before"),
        at => format!("{name}.before-{at}"),
    });
    for one in names {
        let path = folder.join(&one);
        // Whoever else takes the name at the same moment keeps it, and the next one is tried.
        match write_new(&path, old) {
            Ok(()) => return Ok((one, true)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StoreError::Keep(path, error)),
        }
        if path.is_file() && standing(&path, old)? == FileStanding::Same {
            return Ok((one, false));
        }
    }
    let there = io::Error::new(ErrorKind::AlreadyExists, "so many copies of it are there already");
    Err(StoreError::Keep(folder.join(format!("{name}.before")), there))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::thread;

    use super::*;

    #[test]
    fn what_several_keep_at_once_is_all_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let texts: Vec<String> = (0..16).map(|at| format!("text {at}")).collect();
        thread::scope(|scope| {
            for text in &texts {
                scope.spawn(|| keep(folder.path(), "a.docx", text.as_bytes()).expect("kept"));
            }
        });
        let entries = fs::read_dir(folder.path()).expect("listed").flatten();
        let kept: BTreeSet<String> =
            entries.map(|entry| fs::read_to_string(entry.path()).expect("a text")).collect();
        assert_eq!(kept, texts.into_iter().collect());
    }

    #[test]
    fn a_copy_that_is_there_is_neither_written_over_nor_written_twice() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.md.before"), "by hand").expect("written");
        let kept = |old: &str| keep(folder.path(), "a.md", old.as_bytes()).expect("kept");
        assert_eq!(kept("one"), ("a.md.before-2".to_string(), true));
        assert_eq!(kept("one"), ("a.md.before-2".to_string(), false));
        assert_eq!(fs::read(folder.path().join("a.md.before")).expect("a text"), b"by hand");
    }
}
