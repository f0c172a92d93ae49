//! The way from the folder we are in to another.

use std::path::{Component, Path, PathBuf};

use super::StoreError;

/// How a document in the folder we are in names a file of that folder: `report/figures/`. Not every
/// name can be written there.
pub fn way_to(folder: &Path) -> Result<String, StoreError> {
    let here = std::env::current_dir().map_err(|error| StoreError::Read(".".into(), error))?;
    let parts = between(&absolute(&here), &absolute(&here.join(folder)));
    if parts.iter().any(|part| part.contains(['\\', char::REPLACEMENT_CHARACTER])) {
        return Err(StoreError::Unnameable(folder.to_path_buf()));
    }
    Ok(parts.into_iter().map(|part| part + "/").collect())
}

/// How a file is named from the root of a project, wherever it lies: `../report/referrals.svg`.
pub fn way_from(root: &Path, file: &Path) -> Result<String, StoreError> {
    Ok(between(&absolute(&in_full(root)?), &absolute(&in_full(file)?)).join("/"))
}

/// The folders up and down again from one place to another.
fn between(here: &Path, there: &Path) -> Vec<String> {
    let shared = here.components().zip(there.components()).take_while(|(a, b)| a == b).count();
    let up = (shared..here.components().count()).map(|_| "..".to_string());
    let down = there.components().skip(shared);
    up.chain(down.map(|part| part.as_os_str().to_string_lossy().into_owned())).collect()
}

/// How a file is named from the root of a project; in full where it lies elsewhere.
pub fn from_root(root: &Path, file: &Path) -> Result<String, StoreError> {
    let (root, file) = (absolute(&in_full(root)?), absolute(&in_full(file)?));
    Ok(match file.strip_prefix(&root) {
        Ok(within) => {
            let parts = within.components().map(|part| part.as_os_str().to_string_lossy());
            parts.collect::<Vec<_>>().join("/")
        }
        Err(_) => file.to_string_lossy().into_owned(),
    })
}

/// From the top, whether or not the folder we are in is still there where that is not asked.
pub(super) fn in_full(path: &Path) -> Result<PathBuf, StoreError> {
    if path.is_absolute() {
        return Ok(path.to_path_buf());
    }
    let here = std::env::current_dir().map_err(|error| StoreError::Read(".".into(), error))?;
    Ok(here.join(path))
}

/// Without links, as far as the path exists, and without `.` and `..`.
pub(super) fn absolute(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => absolute(parent).join(name),
        (Some(parent), Some(Component::ParentDir)) => {
            let parent = absolute(parent);
            parent.parent().map_or(parent.clone(), Path::to_path_buf)
        }
        (Some(parent), Some(Component::CurDir)) => absolute(parent),
        _ => path.to_path_buf(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_told_from_the_folder_we_are_in() {
        assert_eq!(way_to(Path::new(".")).unwrap(), "");
        assert_eq!(way_to(Path::new("report/figures")).unwrap(), "report/figures/");
        assert_eq!(way_to(Path::new("src/../new")).unwrap(), "new/");
        assert_eq!(way_to(Path::new("../new")).unwrap(), "../new/");
        #[cfg(unix)]
        assert!(way_to(Path::new("a\\b")).is_err());
        let way = |root: &str, file: &str| way_from(Path::new(root), Path::new(file)).unwrap();
        assert_eq!(way(".", "charts/a.md"), "charts/a.md");
        assert_eq!(way("data/..", "../report/a.svg"), "../report/a.svg");
    }
}
