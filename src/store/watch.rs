//! Waits until something changes on the disk. What and how is not handed on: whoever waited looks again,
//! so that a message that is lost, doubled or late makes no difference.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};
use std::{fs, io};

use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::links::link_steps;
use super::write::is_unfinished;
use super::{Folder, StoreError};
use crate::dataset::DataFile;
use crate::output::catalogue::spec_label;

/// Of the changes since it was made.
pub struct Watch {
    changes: Receiver<()>,
    /// Whoever drops it is told of nothing more.
    _watcher: RecommendedWatcher,
}

/// A save is often several changes: so long after the last nothing more belongs to it.
const SETTLED: Duration = Duration::from_millis(12);

/// Where changes do not end they are looked at all the same.
const LONGEST: Duration = Duration::from_millis(100);

impl Watch {
    /// Of what lies in these folders, not further below, be it that one is not there yet or is replaced by
    /// another.
    pub fn over(folders: &BTreeSet<PathBuf>) -> Result<Watch, StoreError> {
        let places = Places::of(folders);
        let watched = places.watched();
        let (change, changes) = sync_channel(1);
        let tells = move |event: notify::Result<notify::Event>| {
            if event.map_or(true, |event| is_change(&event.kind) && places.mind(&event)) {
                // Where one waits to be seen, another says no more.
                let _ = change.try_send(());
            }
        };
        let failed = |path: &Path, error| StoreError::Watch(path.to_path_buf(), why(error));
        let first = watched.first().cloned().unwrap_or_default();
        let mut watcher =
            notify::recommended_watcher(tells).map_err(|error| failed(&first, error))?;
        // Folders come before what lies in them: what is taken away meanwhile is told by the upper.
        for folder in &watched {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Err(error) if is_gone(&error) => {}
                watched => watched.map_err(|error| failed(folder, error))?,
            }
        }
        Ok(Watch { changes, _watcher: watcher })
    }

    /// Returns once something changed and the changes have settled.
    pub fn wait(self) {
        // Should the watcher end, there is nothing to wait for either.
        if self.changes.recv().is_err() {
            return;
        }
        let until = Instant::now() + LONGEST;
        while Instant::now() < until && self.changes.recv_timeout(SETTLED).is_ok() {}
    }
}

/// Whoever opens or reads a file changes nothing.
fn is_change(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

fn why(error: notify::Error) -> io::Error {
    match error.kind {
        ErrorKind::Io(error) => error,
        ErrorKind::MaxFilesWatch => io::Error::other("the system lets programs watch no more"),
        _ => io::Error::other(error.to_string()),
    }
}

/// What is watched, each folder by the one way to it that has no link.
#[derive(Default)]
struct Places {
    /// Whatever changes in these matters.
    folders: BTreeSet<PathBuf>,
    /// Of the folders above, these alone: by them a folder comes, goes or is replaced.
    entries: BTreeSet<PathBuf>,
}

impl Places {
    fn of(folders: &BTreeSet<PathBuf>) -> Places {
        let mut places = Places::default();
        for folder in folders {
            let folder = &std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
            for way in folder.ancestors() {
                let above = way.parent().and_then(|above| fs::canonicalize(above).ok());
                places
                    .entries
                    .extend(above.zip(way.file_name()).map(|(above, name)| above.join(name)));
                if let Ok(real) = fs::canonicalize(way) {
                    if way == folder {
                        places.folders.insert(real);
                    }
                    break;
                }
            }
        }
        places
    }

    fn watched(&self) -> BTreeSet<PathBuf> {
        let above = self.entries.iter().filter_map(|entry| entry.parent());
        self.folders.iter().cloned().chain(above.map(Path::to_path_buf)).collect()
    }

    /// Does it matter? What is told in other words than ours does. What is not finished yet does not:
    /// where a write fails again and again, nothing is tried because of that.
    fn mind(&self, event: &notify::Event) -> bool {
        let other = |path: &PathBuf| {
            let lies_in = |folder: &Path| path.parent() == Some(folder);
            path.file_name().is_some_and(is_unfinished)
                || !self.entries.contains(path)
                    && !self.folders.iter().any(|folder| lies_in(folder))
                    && self.entries.iter().filter_map(|entry| entry.parent()).any(lies_in)
        };
        event.need_rescan() || event.paths.is_empty() || !event.paths.iter().all(other)
    }
}

impl Folder {
    /// The folders in which something changes when a save changes the project: where links lead, those too.
    pub fn places(&self) -> BTreeSet<PathBuf> {
        let specs = self.specs().unwrap_or_default().into_iter().map(|name| spec_label(&name));
        let data = DataFile::ALL.iter().map(|data| data.label().to_string());
        let files = data.chain(specs).map(|label| self.root.join(label));
        let linked = files.flat_map(|file| link_steps(&file));
        let linked = linked.filter_map(|target| target.parent().map(Path::to_path_buf));
        let fonts = self.settings.font.iter().flat_map(|files| files.paths());
        let fonts = fonts.filter_map(|path| Some(self.root.join(path).parent()?.to_path_buf()));
        [self.root.clone(), self.root.join("data"), self.root.join("charts")]
            .into_iter()
            .chain(linked)
            .chain(fonts)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;

    fn told(folders: &[&Path], change: impl FnOnce()) -> bool {
        let watch =
            Watch::over(&folders.iter().map(|folder| folder.to_path_buf()).collect()).unwrap();
        change();
        let (done, waited) = mpsc::channel();
        thread::spawn(move || {
            watch.wait();
            let _ = done.send(());
        });
        waited.recv_timeout(Duration::from_secs(30)).is_ok()
    }

    #[test]
    fn what_changes_in_a_folder_is_told_however_it_is_saved() {
        let folder = tempfile::tempdir().unwrap();
        let (data, file) = (folder.path().join("data"), folder.path().join("data/a.csv"));
        assert!(told(&[&data], || fs::create_dir(&data).unwrap()), "it comes");
        assert!(told(&[&data], || fs::write(&file, "1").unwrap()), "a new file");
        assert!(told(&[&data], || fs::write(&file, "2").unwrap()), "written in place");
        let beside = folder.path().join("beside");
        fs::write(&beside, "3").unwrap();
        assert!(told(&[&data], || fs::rename(&beside, &file).unwrap()), "renamed over it");
        assert!(told(&[&data], || fs::remove_file(&file).unwrap()), "deleted");
        let other = folder.path().join("other");
        fs::create_dir(&other).unwrap();
        let replace = || {
            fs::rename(&data, folder.path().join("old")).unwrap();
            fs::rename(&other, &data).unwrap();
        };
        assert!(told(&[&data], replace), "the folder is replaced");
        assert!(told(&[&data], || fs::remove_dir(&data).unwrap()), "the folder goes");
        let below = data.join("below");
        assert!(told(&[&below], || fs::create_dir(&data).unwrap()), "what it will lie in comes");
    }

    #[test]
    fn what_is_read_and_what_lies_beside_a_folder_is_not_told() {
        let folder = tempfile::tempdir().unwrap();
        let (data, file) = (folder.path().join("data"), folder.path().join("data/a.csv"));
        fs::create_dir(&data).unwrap();
        fs::write(&file, "1").unwrap();
        let watch = Watch::over(&BTreeSet::from([data.clone()])).unwrap();
        fs::read(&file).unwrap();
        fs::read_dir(&data).unwrap().count();
        fs::write(folder.path().join("beside"), "1").unwrap();
        fs::write(data.join(".sourceline-x.part"), "1").unwrap();
        assert!(watch.changes.recv_timeout(Duration::from_millis(200)).is_err());
    }
}
