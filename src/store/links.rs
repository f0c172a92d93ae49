//! Symbolic links. Those of the data are followed, be it out of the project to a disk that several
//! people share, and told; nothing else is written through one, for a link comes along with what a
//! stranger sends and may point anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use super::way::{absolute, in_full};
use super::{Folder, StoreError};
use crate::dataset::DataFile;
use crate::output::catalogue::spec_label;
use crate::problem::{Place, Problem, Rule};

/// Refuses a file below a folder to which a link leads on the way from there. The folder itself may
/// be one: it was named, or is where the project was found.
pub(super) fn refuse_links(base: &Path, file: impl AsRef<Path>) -> Result<(), StoreError> {
    match link_on_the_way(base, file.as_ref()) {
        Some((path, _)) => Err(StoreError::Link(path)),
        None => Ok(()),
    }
}

/// The same, but for the data of a project, whose links are followed.
pub(super) fn refuse_links_but_of_data(root: &Path, file: &str) -> Result<(), StoreError> {
    match DataFile::ALL.iter().any(|data| data.label() == file) {
        true => Ok(()),
        false => refuse_links(root, file),
    }
}

/// The first link on the way to a file, and how much of the way leads to it.
fn link_on_the_way(base: &Path, file: &Path) -> Option<(PathBuf, PathBuf)> {
    let mut way = PathBuf::new();
    for part in file {
        way.push(part);
        let path = base.join(&way);
        if fs::symlink_metadata(&path).ok()?.is_symlink() {
            return Some((path, way));
        }
    }
    None
}

/// What a link points to in the end, be it that there is no such file: the system does not resolve
/// that. A circle of links ends.
pub(super) fn target_of(path: &Path) -> PathBuf {
    link_steps(path).pop().unwrap_or_else(|| path.to_path_buf())
}

/// What a link points to, what that points to, and so on; nothing for what is no link.
pub(super) fn link_steps(path: &Path) -> Vec<PathBuf> {
    let mut steps: Vec<PathBuf> = Vec::new();
    while steps.len() < 32 {
        let at = steps.last().map_or(path, PathBuf::as_path);
        let Ok(link) = fs::read_link(at) else { break };
        let next = at.parent().unwrap_or(Path::new("")).join(link);
        steps.push(next);
    }
    steps
}

impl Folder {
    /// The folder of the charts, to write into, which is no link out of the project.
    pub fn charts(&self) -> Result<PathBuf, StoreError> {
        refuse_links(&self.root, "charts")?;
        Ok(self.root.join("charts"))
    }

    /// Refuses a file or folder that was named to be written where a link on the way lies in the project and
    /// leads out of it: it may have come along with the project, and nobody who named it need know.
    pub fn refuse_links_out(&self, named: &Path) -> Result<(), StoreError> {
        let root = absolute(&self.root);
        let mut way = PathBuf::new();
        for part in named {
            way.push(part);
            if !fs::symlink_metadata(&way).is_ok_and(|there| there.is_symlink()) {
                continue;
            }
            let lies_in = way
                .parent()
                .is_some_and(|parent| absolute(&Path::new(".").join(parent)).starts_with(&root));
            let target = absolute(&in_full(&target_of(&way))?);
            if lies_in && !target.starts_with(&root) {
                return Err(StoreError::LinkOut(way, target));
            }
        }
        Ok(())
    }

    /// Every link that leads to the data or the specs, which is worth knowing: each once.
    pub fn links(&self) -> Result<Vec<Problem>, StoreError> {
        let data = DataFile::ALL.iter().map(|file| file.label().to_string());
        let specs = self.specs()?.into_iter().map(|name| spec_label(&name));
        let mut told: Vec<PathBuf> = Vec::new();
        let mut problems = Vec::new();
        for label in data.chain(specs) {
            let Some((path, way)) = link_on_the_way(&self.root, label.as_ref()) else { continue };
            if told.contains(&way) {
                continue;
            }
            let target = fs::read_link(&path).unwrap_or_default();
            let message = format!("this is a link to `{}`", target.to_string_lossy());
            let hint = match label.starts_with("data/") {
                true => {
                    "what it points to is read and changed; whoever is sent the project does not \
                     get it"
                }
                false => {
                    "what it points to is read, and nothing is written through it; whoever is \
                     sent the project does not get it"
                }
            };
            let place = Place { file: way.to_string_lossy().into_owned(), ..Place::default() };
            problems.push(Rule::Linked.at(place, message).hint(hint));
            told.push(way);
        }
        Ok(problems)
    }
}
