//! The folder in which git keeps what was. Git opens what it finds there, and waits without end for a
//! pipe into which nobody writes: so that is looked for before git is asked.

use std::fs;
use std::path::{Path, PathBuf};

use super::read::{SOCKET, no_file, read_within};

/// So many entries are looked at.
const MOST: usize = 100_000;
/// No file that names a folder is longer.
const LONGEST_WAY: usize = 64 << 10;

/// What git would wait for in the repository of a project, and what it is instead of a file.
pub fn not_readable(project: &Path) -> Option<(PathBuf, &'static str)> {
    let project = fs::canonicalize(project).ok()?;
    let entry =
        project.ancestors().map(|at| at.join(".git")).find(|at| fs::metadata(at).is_ok())?;
    if let Some(found) = judged(&entry) {
        return Some(found);
    }
    let folder = if entry.is_dir() { entry } else { named_by(&entry)? };
    // A work tree beside another has its own `HEAD`, and the rest lies in the folder of the other.
    let shared = fs::metadata(folder.join("commondir")).is_ok_and(|at| at.is_file());
    let shared = shared.then(|| read_way(&folder.join("commondir"), &folder)).flatten();
    [Some(folder), shared].into_iter().flatten().find_map(|folder| {
        let own = entries(&folder).find_map(|at| judged(&at));
        own.or_else(|| within(folder.join("refs")))
    })
}

/// Where a file of the name `.git` says that it is kept.
fn named_by(file: &Path) -> Option<PathBuf> {
    read_way(file, file.parent()?)
}

/// The folder that a file names, from the one it speaks of.
fn read_way(file: &Path, from: &Path) -> Option<PathBuf> {
    let text = String::from_utf8(read_within(file, LONGEST_WAY).ok()?).ok()?;
    let way = text.strip_prefix("gitdir:").unwrap_or(&text).trim();
    Some(from.join(way))
}

/// What lies in a folder and below it.
fn within(folder: PathBuf) -> Option<(PathBuf, &'static str)> {
    let (mut folders, mut left) = (vec![folder], MOST);
    while let Some(folder) = folders.pop() {
        for at in entries(&folder) {
            left = left.checked_sub(1)?;
            match judged(&at) {
                Some(found) => return Some(found),
                None if fs::symlink_metadata(&at).is_ok_and(|at| at.is_dir()) => folders.push(at),
                None => {}
            }
        }
    }
    None
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// What it is, if it is neither a file nor a folder, nor a socket, as git has one for who watches the files.
fn judged(at: &Path) -> Option<(PathBuf, &'static str)> {
    let kind = fs::metadata(at).ok()?.file_type();
    let what = no_file(kind).filter(|what| !kind.is_dir() && *what != SOCKET)?;
    Some((at.to_path_buf(), what))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::net::UnixListener;

    use super::not_readable;

    #[test]
    fn who_watches_the_files_for_git_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let git = folder.path().join(".git");
        std::fs::create_dir_all(git.join("refs/heads")).unwrap();
        std::fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        let _watching = UnixListener::bind(git.join("fsmonitor--daemon.ipc")).unwrap();
        assert_eq!(not_readable(folder.path()), None);
    }
}
