//! `embedded.toml`, beside the settings: read, and changed while nobody else changes it.

use std::io;
use std::path::Path;

use super::folder::read_text;
use super::way::{absolute, in_full};
use super::write::put;
use super::{Folder, StoreError};
use crate::dataset::DataFile;
use crate::output::register::{FILE, Register, WrittenFile};
use crate::output::settings;
use crate::problem::Problem;

/// Room for some hundred thousand files.
const MAX_REGISTER_BYTES: usize = 16 << 20;

impl Folder {
    /// What was written to stand elsewhere, or what is wrong with the file that says so.
    pub fn register(&self) -> Result<Result<Register, Vec<Problem>>, StoreError> {
        let mut problems = Vec::new();
        let text = read_text(&self.root, FILE, MAX_REGISTER_BYTES, &mut problems)?;
        if !problems.is_empty() {
            return Ok(Err(problems));
        }
        Ok(Register::parse(&text.unwrap_or_default()).map_err(|problem| vec![*problem]))
    }

    /// Enters files, and forgets paths. What others have entered meanwhile stays.
    pub fn change_register(
        &self,
        written: Vec<WrittenFile>,
        forgotten: &[String],
    ) -> Result<(), StoreError> {
        let _lock = self.lock(|| Ok::<(), StoreError>(()))?;
        let mut register = self.register()?.map_err(|problems| {
            let why = problems.into_iter().next().map(|problem| problem.message);
            StoreError::Write(self.root.join(FILE), io::Error::other(why.unwrap_or_default()))
        })?;
        written.into_iter().for_each(|file| register.enter(file));
        for path in forgotten {
            register.forget(path);
        }
        put(&self.root, FILE, register.text().as_bytes(), false)?;
        Ok(())
    }

    /// Is this the project itself or a folder around it, within a folder in which its own files lie, or
    /// one of git? It need not be there yet.
    pub fn is_own(&self, folder: &Path) -> bool {
        let Ok(full) = in_full(folder) else { return false };
        let (full, root) = (absolute(&full), absolute(&self.root));
        let within = |name: &str| full.starts_with(absolute(&root.join(name)));
        root.starts_with(&full)
            || full.iter().any(|part| part == ".git")
            || ["data", "charts", "imports", ".sourceline"].into_iter().any(within)
            || self.holds_data(folder)
    }

    /// Is a file of this name one of the project's own, or would it lie among those? It need not be there yet.
    pub fn is_own_file(&self, file: &Path) -> bool {
        const AT_ROOT: [&str; 3] = [settings::FILE, FILE, "README.md"];
        let beside = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let Ok(full) = in_full(file) else { return false };
        let full = absolute(&full);
        self.is_own(file)
            || self.holds_data(beside.unwrap_or(Path::new(".")))
            || AT_ROOT.iter().any(|name| full == absolute(&absolute(&self.root).join(name)))
    }

    /// Does a file of the data lie in this folder, be it by a link?
    pub fn holds_data(&self, folder: &Path) -> bool {
        let Ok(folder) = std::fs::canonicalize(folder) else { return false };
        let files = DataFile::ALL.iter().map(|file| self.root.join(file.label()));
        files
            .filter_map(|file| std::fs::canonicalize(file).ok())
            .any(|file| file.parent() == Some(&folder))
    }

    /// Does a file lie among those that the system clears away, though the project does not? Nobody
    /// looks for it later.
    pub fn is_passing(&self, file: &Path) -> bool {
        let temporary = absolute(&std::env::temp_dir());
        let lies =
            |path: &Path| in_full(path).is_ok_and(|path| absolute(&path).starts_with(&temporary));
        lies(file) && !lies(&self.root)
    }
}
