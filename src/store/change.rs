//! A change to the files of a project: what it is planned on, the lock that those who change
//! something queue on, and the writing.

use crate::dataset::DataFile;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::time::Duration;

use super::links::{refuse_links_but_of_data, target_of};
use super::open_elsewhere::refuse_open_as;
use super::write::{clear_unfinished, make_folder_of, write};
use super::{Folder, StoreError, read};
use crate::dataset::Files;
use crate::dataset::edit::{Splice, apply, then};
use crate::output::catalogue::spec_label;

/// What a change is planned on.
#[derive(Default, PartialEq)]
pub struct Groundwork {
    /// As they lie on the disk.
    pub files: Files,
    /// The specs of the charts with their labels, where they were asked for.
    pub specs: Vec<(String, Vec<u8>)>,
}

/// The changes of one file, in the order of its text.
pub struct FileEdit {
    /// As messages name it: `data/figures.csv`.
    pub file: String,
    /// None overlaps another.
    pub splices: Vec<Splice>,
}

impl FileEdit {
    /// `file` is the label of the file, its path from the root.
    pub fn new(file: &str, splices: Vec<Splice>) -> FileEdit {
        FileEdit { file: file.to_string(), splices }
    }
}

/// Nobody else changes the data as long as there is this.
pub struct DataLock {
    _file: File,
}

impl Groundwork {
    /// A file that is not there yet is empty.
    pub fn text(&self, label: &str) -> &[u8] {
        self.found(label).unwrap_or_default()
    }

    /// Is there such a file?
    pub fn has(&self, label: &str) -> bool {
        self.found(label).is_some()
    }

    fn found(&self, label: &str) -> Option<&[u8]> {
        let mut specs = self.specs.iter();
        let spec = || Some(specs.find(|(spec, _)| spec == label)?.1.as_slice());
        self.files.text(label).or_else(spec)
    }

    /// The files with changes made to them, to plan further ones on.
    pub fn with(&self, edits: &[FileEdit]) -> Groundwork {
        let text = |label: &str| {
            let splices = edits.iter().find(|edit| edit.file == label);
            apply(self.text(label), splices.map_or(&[], |edit| &edit.splices))
        };
        let events = self.files.events.is_some()
            || edits.iter().any(|edit| edit.file == DataFile::Events.label());
        let files = Files {
            figures: text(DataFile::Figures.label()),
            series: text(DataFile::Series.label()),
            sources: text(DataFile::Sources.label()),
            events: events.then(|| text(DataFile::Events.label())),
        };
        let specs = self.specs.iter().map(|(label, _)| (label.clone(), text(label))).collect();
        Groundwork { files, specs }
    }

    /// One list of changes that does what two do, the second planned on what the first leaves.
    pub fn then(&self, first: &[FileEdit], second: Vec<FileEdit>) -> Vec<FileEdit> {
        if first.is_empty() {
            return second;
        }
        let of = |edits: &[FileEdit], file: &str| {
            let edit = edits.iter().find(|edit| edit.file == file);
            edit.map_or(Vec::new(), |edit| edit.splices.clone())
        };
        let left = first.iter().filter(|one| !second.iter().any(|edit| edit.file == one.file));
        let left: Vec<FileEdit> =
            left.map(|edit| FileEdit::new(&edit.file, edit.splices.clone())).collect();
        let both = second.into_iter().map(|FileEdit { file, splices }| {
            let length = self.text(&file).len();
            FileEdit { splices: then(length, &of(first, &file), &splices), file }
        });
        left.into_iter().chain(both).collect()
    }

    /// Every file with its label, for problems that point into them.
    pub fn texts(&self) -> Vec<(String, Vec<u8>)> {
        let specs = self.specs.iter().map(|(label, _)| label.as_str());
        let labels = DataFile::ALL.iter().map(|file| file.label()).chain(specs);
        labels.map(|label| (label.to_string(), self.text(label).to_vec())).collect()
    }

    /// The same without a copy of each.
    pub fn into_texts(self) -> Vec<(String, Vec<u8>)> {
        let Files { figures, series, sources, events } = self.files;
        let text = |file: DataFile, text: Vec<u8>| (file.label().to_string(), text);
        let files = [
            text(DataFile::Figures, figures),
            text(DataFile::Series, series),
            text(DataFile::Sources, sources),
            text(DataFile::Events, events.unwrap_or_default()),
        ];
        files.into_iter().chain(self.specs).collect()
    }
}

impl Folder {
    /// The files as they are now, the specs of the charts only where they are wanted.
    pub fn ground(&self, specs: bool) -> Result<Groundwork, StoreError> {
        let names = if specs { self.specs()? } else { Vec::new() };
        let spec = |name: String| {
            let label = spec_label(&name);
            let bytes = read(&self.root.join(&label))?;
            Ok((label, bytes))
        };
        let specs = names.into_iter().map(spec).collect::<Result<_, StoreError>>()?;
        Ok(Groundwork { files: self.files()?, specs })
    }

    /// Writes what the edits make of the ground, file by file, for a command that was typed so.
    /// Gives the reason where that could not be told to the log, so that it cannot be taken back.
    pub fn write(
        &self,
        ground: &Groundwork,
        edits: &[FileEdit],
        command: &str,
    ) -> Result<Option<StoreError>, StoreError> {
        for edit in edits {
            refuse_links_but_of_data(&self.root, &edit.file)
                .map_err(|error| StoreError::Unchanged(Box::new(error)))?;
        }
        let text = |edit: &FileEdit| apply(ground.text(&edit.file), &edit.splices);
        let texts: Vec<Vec<u8>> = edits.iter().map(text).collect();
        let noted = self.note(ground, edits, &texts, command);
        let mut written: Vec<String> = Vec::new();
        for (edit, text) in edits.iter().zip(&texts) {
            let path = self.root.join(&edit.file);
            let put = make_folder_of(&path)
                .and_then(|()| write(&path, text).map_err(|error| StoreError::Write(path, error)));
            if let Err(error) = put {
                let error = Box::new(error);
                if let (true, Ok(number)) = (written.is_empty(), noted) {
                    // Nothing came of it; if it stays, it is known to be nothing.
                    let _ = self.forget(number);
                }
                return Err(match written.is_empty() {
                    true => StoreError::Unchanged(error),
                    false => StoreError::Halfway { written, error },
                });
            }
            written.push(edit.file.clone());
        }
        if noted.is_ok() {
            edits.iter().zip(&texts).for_each(|(edit, text)| self.keep_copy(&edit.file, text));
        }
        Ok(noted.err())
    }

    /// Waits until nobody else changes the data; tells by `waiting` if it takes a while. The lock is
    /// a file of its own: the data files are replaced, and whoever waits for one of them would hold
    /// the old one.
    pub fn lock<E: From<StoreError>>(
        &self,
        waiting: impl FnOnce() -> Result<(), E>,
    ) -> Result<DataLock, E> {
        let path = self.root.join("data/.sourceline.lock");
        let failed = |error| StoreError::Lock(path.clone(), error);
        // What is no file of ours is not opened: a pipe would keep us waiting.
        if fs::symlink_metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(failed(io::Error::other("it is not a file")).into());
        }
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let file = match opened {
            // Somebody else's, which may be held all the same.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                File::open(&path).map_err(|_| error)
            }
            opened => opened,
        };
        let file = file.map_err(failed)?;
        for _ in 0..200 {
            match file.try_lock() {
                Ok(()) => return Ok(self.locked(file)),
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
                // A disk that knows no locks: the files are compared before they are written.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(self.locked(file));
                }
                Err(TryLockError::Error(error)) => return Err(failed(error).into()),
            }
        }
        waiting()?;
        file.lock().map_err(failed)?;
        Ok(self.locked(file))
    }

    /// Whoever has the lock puts away what others were ended over.
    fn locked(&self, file: File) -> DataLock {
        let own = ["", "data", "charts", "imports"].map(|folder| self.root.join(folder));
        let data = DataFile::ALL.map(|file| self.root.join(file.label()));
        let linked = data.iter().filter(|path| path.is_symlink()).map(|path| target_of(path));
        let linked = linked.filter_map(|path| Some(path.parent()?.to_path_buf()));
        own.into_iter()
            .chain(linked)
            .chain(self.logs())
            .for_each(|folder| clear_unfinished(&folder));
        DataLock { _file: file }
    }

    /// Does another program have a file of the project open?
    pub fn refuse_if_in_use(&self, label: &str) -> Result<(), StoreError> {
        refuse_open_as(&self.root.join(label), label)
    }
}
