//! Folders of pictures and pages that are written into, where a program that was ended may have left what it
//! had not finished.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::write::clear_unfinished;

/// The folders that were looked through: each of them once, when something is first written into it.
#[derive(Default)]
pub struct SweptFolders(Mutex<BTreeSet<PathBuf>>);

impl SweptFolders {
    /// Takes away what was left beside a file that was written.
    pub fn sweep_beside(&self, file: &Path) {
        let Some(folder) = file.parent() else { return };
        let mut swept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !swept.contains(folder) {
            swept.insert(folder.to_path_buf());
            drop(swept);
            let here = folder == Path::new("");
            clear_unfinished(if here { Path::new(".") } else { folder });
        }
    }
}
