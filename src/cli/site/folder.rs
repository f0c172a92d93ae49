//! The folder of a site: which files in it are ours, written where they differ and taken away where
//! nothing makes them any more.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sourceline::store::{
    FileStanding, Folder, StoreError, SweptFolders, put, put_over, read, take_away,
};
use sourceline::web::{RECORD, SiteFile, SiteRecord};

use crate::cli::failure::Failure;
use crate::cli::outputs::Force;
use crate::cli::screen::visible;

/// Where a site goes.
pub struct SiteFolder {
    folder: PathBuf,
    before: SiteRecord,
    now: SiteRecord,
    made: BTreeSet<String>,
    swept: SweptFolders,
    told: SiteTold,
    force: bool,
    dry_run: bool,
}

/// What became of the files.
#[derive(Default)]
pub struct SiteTold {
    pub written: usize,
    pub same: usize,
    pub taken: usize,
    /// What somebody else made or edited, as a person is told.
    pub others: Vec<String>,
}

impl SiteFolder {
    /// A folder that is not one of the project's own.
    pub fn open(
        project: &Folder,
        folder: &Path,
        force: Force,
        dry_run: bool,
    ) -> Result<SiteFolder, Failure> {
        if project.is_own(folder) {
            return Err(Failure::Usage(format!(
                "the project itself lies in `{}`, and a site is not written among its files: name a \
                 folder for the site alone",
                visible(&folder.to_string_lossy())
            )));
        }
        project.refuse_links_out(folder)?;
        let before = match read(&folder.join(RECORD)) {
            Err(error) if error.is_missing() => SiteRecord::default(),
            bytes => SiteRecord::parse(&String::from_utf8_lossy(&bytes?)),
        };
        Ok(SiteFolder {
            folder: folder.to_path_buf(),
            before,
            now: SiteRecord::default(),
            made: BTreeSet::new(),
            swept: SweptFolders::default(),
            told: SiteTold::default(),
            force: force.is_given(),
            dry_run,
        })
    }

    /// Writes files where they differ from what stands there, if that is ours. That they may be there is
    /// recorded before they are.
    pub fn write(&mut self, files: Vec<SiteFile>) -> Result<(), Failure> {
        for file in &files {
            self.now.enter(&file.path, &file.bytes);
            self.made.insert(file.path.clone());
        }
        let mut meanwhile = self.now.clone();
        self.before.paths().for_each(|path| meanwhile.keep(path, &self.before));
        self.record(&meanwhile)?;
        let stood: Vec<Result<Option<FileStanding>, StoreError>> =
            files.par_iter().map(|file| self.put(file)).collect();
        for (file, stood) in files.iter().zip(stood) {
            match stood? {
                Some(FileStanding::Same) => self.told.same += 1,
                Some(_) => self.told.written += 1,
                None => {
                    self.now.forget(&file.path);
                    self.told.others.push(self.named(&file.path));
                }
            }
        }
        Ok(())
    }

    fn put(&self, file: &SiteFile) -> Result<Option<FileStanding>, StoreError> {
        let may = |there: &Path| Ok(self.force || self.is_ours(there, &file.path)?);
        let stood = put_over(&self.folder, &file.path, &file.bytes, self.dry_run, may)?;
        if matches!(stood, Some(FileStanding::Differs | FileStanding::Missing)) && !self.dry_run {
            self.swept.sweep_beside(&self.folder.join(&file.path));
        }
        Ok(stood)
    }

    /// Nothing is lost of an empty file, and what is no file is not written over in any case.
    fn is_ours(&self, there: &Path, path: &str) -> Result<bool, StoreError> {
        match read(there) {
            Err(StoreError::NoFile(..)) => Ok(true),
            bytes => {
                let bytes = bytes?;
                Ok(bytes.is_empty() || self.before.knows(path, &bytes))
            }
        }
    }

    /// Takes away what was written before and is made no more, but for that of these charts.
    pub fn clear(&mut self, but_for: &[String]) -> Result<(), Failure> {
        let gone: Vec<String> = self.before.paths().map(String::from).collect();
        for path in gone.into_iter().filter(|path| !self.made.contains(path)) {
            let chart = path.split_once('/').map_or("", |(chart, _)| chart);
            if but_for.iter().any(|name| name == chart) {
                self.now.keep(&path, &self.before);
                continue;
            }
            let may = |bytes: &[u8]| self.before.knows(&path, bytes);
            match take_away(&self.folder, &path, self.dry_run, may)? {
                Some(true) => self.told.taken += 1,
                Some(false) => self.told.others.push(self.named(&path)),
                None => {}
            }
        }
        Ok(())
    }

    pub fn finish(self) -> Result<SiteTold, Failure> {
        self.record(&self.now)?;
        Ok(self.told)
    }

    fn record(&self, record: &SiteRecord) -> Result<(), Failure> {
        put(&self.folder, RECORD, record.text().as_bytes(), self.dry_run)?;
        Ok(())
    }

    fn named(&self, path: &str) -> String {
        self.folder.join(path).to_string_lossy().into_owned()
    }
}
