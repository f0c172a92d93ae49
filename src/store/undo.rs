//! What commands wrote, so that it can be taken back: `.sourceline/undo/`, a file for each command.
//! It is no cache: nothing but [`Folder::take_back`] takes a file out. Each is written before the
//! files that it tells of, so that whatever ends a program in between, what is there is what was
//! before, or what is told here.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::change::FileEdit;
use super::links::{refuse_links, refuse_links_but_of_data};
use super::write::{create, make_folder_of, write};
use super::{Folder, Groundwork, StoreError, read};
use crate::dataset::edit::{Splice, apply};
use crate::output::settings::Settings;

const LOG: &str = ".sourceline/undo";

/// Of a longer file no copy is kept to tell what has changed in it since.
const LONGEST_COPY: usize = 4 << 20;

/// What one command wrote.
#[derive(Debug, Serialize, Deserialize)]
pub struct Deed {
    /// The command as it was typed.
    pub command: String,
    /// Seconds since the beginning of 1970, in UTC.
    pub at: u64,
    /// The files in the order in which they were written.
    pub files: Vec<DeedFile>,
    /// Which run of the program wrote, where it may have written more than once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    run: Option<u64>,
    /// Those in the log, the first one first.
    #[serde(skip)]
    numbers: Vec<u64>,
    /// The bytes that the log needs for it.
    #[serde(skip)]
    pub size: u64,
}

/// What one command wrote into one file.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeedFile {
    /// As messages name it: `data/figures.csv`.
    pub file: String,
    /// The digest of the bytes before; `None` where there was no such file.
    before: Option<String>,
    /// The digest of the bytes that were written.
    after: String,
    /// What makes of these what was before.
    back: Vec<Backward>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Backward {
    from: usize,
    to: usize,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
    /// Of what is not UTF-8, two digits a byte.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    hex: String,
}

/// A file that a project begins with.
#[derive(Debug)]
pub struct FirstFile {
    /// Its path from the root.
    pub file: String,
    /// What is there now.
    pub before: Option<Vec<u8>>,
    /// What is to be.
    pub text: Vec<u8>,
}

/// How a file stands to what a command wrote into it.
#[derive(Debug)]
pub enum DeedStands {
    /// As the command left it: its bytes, and those from before, `None` where it was not there.
    AsLeft {
        /// What is there.
        now: Vec<u8>,
        /// What was there.
        before: Option<Vec<u8>>,
    },
    /// As before the command, be it that it never got so far.
    AsBefore,
    /// Neither: somebody else has changed it.
    Changed {
        /// `None` where it is gone.
        now: Option<Vec<u8>>,
        /// What the command left, where that is still known.
        left: Option<Vec<u8>>,
    },
}

impl Deed {
    /// No other has the same.
    pub fn seal(&self) -> String {
        let text = serde_json::to_vec(self).expect("numbers and texts are written as JSON");
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Folder {
    /// What commands wrote, the last one first.
    pub fn deeds(&self) -> Result<Vec<Deed>, StoreError> {
        let mut numbers = self.numbers()?;
        let mut deeds = Vec::new();
        while let Some(deed) = self.last_of(&mut numbers)? {
            deeds.push(deed);
        }
        Ok(deeds)
    }

    /// What the last command wrote that wrote anything.
    pub fn last_deed(&self) -> Result<Option<Deed>, StoreError> {
        self.last_of(&mut self.numbers()?)
    }

    /// The last of these, with what the same run wrote into other files right before.
    fn last_of(&self, numbers: &mut Vec<u64>) -> Result<Option<Deed>, StoreError> {
        let Some(last) = numbers.pop() else { return Ok(None) };
        let mut deed = self.deed(last)?;
        while let Some(before) = numbers.last().filter(|_| deed.run.is_some()) {
            let Ok(step) = self.deed(*before) else { break };
            let into = |file: &DeedFile| deed.files.iter().any(|one| one.file == file.file);
            if step.run != deed.run || step.files.iter().any(into) {
                break;
            }
            numbers.pop();
            deed.files.splice(0..0, step.files);
            deed.numbers.splice(0..0, step.numbers);
            deed.size += step.size;
            deed.at = step.at;
        }
        Ok(Some(deed))
    }

    /// How a file of a deed stands now.
    pub fn stands(&self, file: &DeedFile) -> Result<DeedStands, StoreError> {
        let now = match read(&self.root.join(&file.file)) {
            Err(error) if error.is_missing() => None,
            bytes => Some(bytes?),
        };
        let digest = now.as_deref().map(digest);
        if digest == file.before {
            return Ok(DeedStands::AsBefore);
        }
        match now {
            Some(now)
                if digest.as_ref() == Some(&file.after)
                    && file.back.last().is_none_or(|piece| piece.to <= now.len()) =>
            {
                let before = file.before.as_ref().map(|_| apply(&now, &file.splices()));
                Ok(DeedStands::AsLeft { now, before })
            }
            now => {
                let left = read(&self.copy(&file.file)).ok();
                let left = left.filter(|left| self::digest(left) == file.after);
                Ok(DeedStands::Changed { now, left })
            }
        }
    }

    /// Makes the files what they were before, as far as they stand as the command left them, and
    /// takes the deed out of the log. None of them may have been changed since.
    pub fn take_back(&self, deed: &Deed) -> Result<(), StoreError> {
        // The last first: whatever refers to another file was written after it.
        for file in deed.files.iter().rev() {
            let path = self.root.join(&file.file);
            refuse_links_but_of_data(&self.root, &file.file)?;
            let failed = |error| StoreError::Write(path.clone(), error);
            match self.stands(file)? {
                DeedStands::AsLeft { before: Some(before), .. } => {
                    write(&path, &before).map_err(failed)?;
                    self.keep_copy(&file.file, &before);
                }
                DeedStands::AsLeft { before: None, .. } => {
                    fs::remove_file(&path).map_err(failed)?;
                    self.drop_copy(&file.file);
                }
                DeedStands::AsBefore => {}
                DeedStands::Changed { .. } => {
                    let changed = io::Error::other("it was changed in between");
                    return Err(failed(changed));
                }
            }
        }
        deed.numbers.iter().rev().try_for_each(|number| self.forget(*number))
    }

    /// Tells the log what is about to be written; gives the number of the deed.
    pub(super) fn note(
        &self,
        ground: &Groundwork,
        edits: &[FileEdit],
        texts: &[Vec<u8>],
        command: &str,
    ) -> Result<u64, StoreError> {
        let file = |(edit, text): (&FileEdit, &Vec<u8>)| {
            let before = ground.text(&edit.file);
            DeedFile {
                file: edit.file.clone(),
                before: ground.has(&edit.file).then(|| digest(before)),
                after: digest(text),
                back: back(before, &edit.splices),
            }
        };
        self.log_deed(edits.iter().zip(texts).map(file).collect(), command)
    }

    /// Writes the first files of a project, and more of one that is there. Gives the reason where
    /// that cannot be taken back.
    pub fn begin(
        root: &Path,
        files: &[FirstFile],
        command: &str,
    ) -> Result<Option<StoreError>, StoreError> {
        let folder = Folder {
            root: root.to_path_buf(),
            name: String::new(),
            settings: Settings::default(),
            problems: Vec::new(),
            run: None,
        };
        let deed = |first: &FirstFile| {
            let old = first.before.as_deref().unwrap_or_default();
            let whole = [Splice { at: 0..old.len(), with: first.text.clone() }];
            DeedFile {
                file: first.file.clone(),
                before: first.before.as_deref().map(digest),
                after: digest(&first.text),
                back: back(old, &whole),
            }
        };
        for first in files {
            refuse_links_but_of_data(root, &first.file)?;
        }
        let noted = folder.log_deed(files.iter().map(deed).collect(), command);
        for FirstFile { file, before, text } in files {
            let path = root.join(file);
            match before {
                None => create(&path, text)?,
                Some(_) => write(&path, text).map_err(|error| StoreError::Write(path, error))?,
            }
        }
        Ok(noted.err())
    }

    fn log_deed(&self, files: Vec<DeedFile>, command: &str) -> Result<u64, StoreError> {
        let number = self.numbers()?.last().map_or(1, |last| last + 1);
        let deed = Deed {
            command: command.to_string(),
            at: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            files,
            run: self.run,
            numbers: vec![number],
            size: 0,
        };
        let ignore = self.root.join(".sourceline/.gitignore");
        if fs::symlink_metadata(&ignore).is_err() {
            self.log(&ignore, b"*\n")?;
        }
        let text = serde_json::to_vec(&deed).expect("numbers and texts are written as JSON");
        self.log(&self.path_of(number), &text)?;
        Ok(number)
    }

    /// A copy of what a command left, to tell later what has changed since. Without one, that is
    /// told of the whole file only.
    pub(super) fn keep_copy(&self, file: &str, text: &[u8]) {
        let path = self.copy(file);
        let kept = text.len() <= LONGEST_COPY && self.log(&path, text).is_ok();
        if !kept {
            self.drop_copy(file);
        }
    }

    fn drop_copy(&self, file: &str) {
        let path = self.copy(file);
        if self.refuse_linked(&path).is_ok() {
            let _ = fs::remove_file(path);
        }
    }

    /// A deed that is undone, or of which nothing came.
    pub(super) fn forget(&self, number: u64) -> Result<(), StoreError> {
        let path = self.path_of(number);
        fs::remove_file(&path).map_err(|error| StoreError::Write(path, error))
    }

    fn log(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.refuse_linked(path)?;
        make_folder_of(path)?;
        write(path, bytes).map_err(|error| StoreError::Write(path.to_path_buf(), error))
    }

    fn refuse_linked(&self, path: &Path) -> Result<(), StoreError> {
        refuse_links(&self.root, path.strip_prefix(&self.root).unwrap_or(path))
    }

    /// Where the log and its copies lie.
    pub(super) fn logs(&self) -> [PathBuf; 4] {
        let left = |folder: &str| self.root.join(LOG).join("left").join(folder);
        [self.root.join(LOG), left(""), left("data"), left("charts")]
    }

    fn deed(&self, number: u64) -> Result<Deed, StoreError> {
        let path = self.path_of(number);
        let failed = |error| StoreError::Read(path.clone(), error);
        let bytes = read(&path)?;
        let strange = || {
            let reason = "it is not as it was written; without it, `sourceline undo` goes on with \
                          the command before";
            failed(io::Error::new(ErrorKind::InvalidData, reason))
        };
        let deed: Deed = serde_json::from_slice(&bytes).map_err(|_| strange())?;
        let ours = |one: &DeedFile| is_ours(Path::new(&one.file));
        let in_order = |one: &DeedFile| {
            one.back.iter().try_fold(0, |done, piece| {
                (done <= piece.from && piece.from <= piece.to).then_some(piece.to)
            })
        };
        match deed.files.iter().all(|one| ours(one) && in_order(one).is_some()) {
            true => Ok(Deed { numbers: vec![number], size: bytes.len() as u64, ..deed }),
            false => Err(strange()),
        }
    }

    /// The numbers of the deeds, in order.
    fn numbers(&self) -> Result<Vec<u64>, StoreError> {
        let folder = self.root.join(LOG);
        self.refuse_linked(&folder)?;
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| StoreError::Read(folder.clone(), error))?,
        };
        let mut numbers = Vec::new();
        for entry in entries {
            let name = entry.map_err(|error| StoreError::Read(folder.clone(), error))?.file_name();
            let name = name.to_string_lossy().into_owned();
            let number = name.strip_suffix(".json").filter(|number| number.len() == 8);
            numbers.extend(number.and_then(|number| number.parse::<u64>().ok()));
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn path_of(&self, number: u64) -> PathBuf {
        self.root.join(format!("{LOG}/{number:08}.json"))
    }

    fn copy(&self, file: &str) -> PathBuf {
        self.root.join(LOG).join("left").join(file)
    }
}

impl DeedFile {
    fn splices(&self) -> Vec<Splice> {
        let with = |piece: &Backward| match piece.hex.is_empty() {
            true => piece.text.clone().into_bytes(),
            false => {
                let digits = piece.hex.as_bytes().chunks(2);
                let byte = |pair: &[u8]| {
                    u8::from_str_radix(&String::from_utf8_lossy(pair), 16).unwrap_or_default()
                };
                digits.map(byte).collect()
            }
        };
        let splice = |piece: &Backward| Splice { at: piece.from..piece.to, with: with(piece) };
        self.back.iter().map(splice).collect()
    }
}

/// A number that no other run of the program has.
pub fn new_run() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // Of runs that start in one moment each has another process.
    (now.as_micros() as u64) << 16 ^ u64::from(std::process::id())
}

/// Is it a file that commands write? Whoever brings a log along may reach no other by it, such as
/// those of git, and none beyond the project.
fn is_ours(file: &Path) -> bool {
    let plain = |part: Component| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    let ending = file.extension().and_then(|ending| ending.to_str());
    let git = [".gitignore", ".gitattributes"].map(Path::new);
    git.contains(&file)
        || file.components().all(plain) && matches!(ending, Some("csv" | "toml" | "json" | "md"))
}

fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What makes of the changed text what it was before.
fn back(before: &[u8], splices: &[Splice]) -> Vec<Backward> {
    let mut joined: Vec<(usize, usize, Vec<u8>)> = Vec::new();
    // How many bytes stand before a place in the text that is made.
    let (mut made, mut done) = (0, 0);
    for splice in splices {
        made += splice.at.start - done;
        done = splice.at.end;
        let (from, to) = (made, made + splice.with.len());
        made = to;
        let old = &before[splice.at.clone()];
        match joined.last_mut() {
            Some((_, end, text)) if *end == from => {
                *end = to;
                text.extend_from_slice(old);
            }
            _ => joined.push((from, to, old.to_vec())),
        }
    }
    let piece = |(from, to, old): (usize, usize, Vec<u8>)| match String::from_utf8(old) {
        Ok(text) => Backward { from, to, text, hex: String::new() },
        Err(error) => Backward { from, to, text: String::new(), hex: hex(error.as_bytes()) },
    };
    joined.into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_spliced_is_taken_back_to_the_byte() {
        let splice = |at: std::ops::Range<usize>, with: &[u8]| Splice { at, with: with.to_vec() };
        let before = b"id,n\na,1\r\nb,\xe92\n";
        for splices in [
            vec![splice(0..0, b"x")],
            vec![splice(5..10, b""), splice(15..15, b"c,3\n")],
            vec![splice(7..8, b"10"), splice(10..10, b"n\n"), splice(10..10, b"m\n")],
            vec![splice(0..15, b"other")],
        ] {
            let after = apply(before, &splices);
            let file = DeedFile {
                file: "x".into(),
                before: None,
                after: String::new(),
                back: back(before, &splices),
            };
            let told = serde_json::to_string(&file).unwrap();
            let file: DeedFile = serde_json::from_str(&told).unwrap();
            assert_eq!(apply(&after, &file.splices()), before, "{told}");
        }
        let rows: Vec<Splice> = (0..1000).map(|_| splice(5..5, b"r,1\n")).collect();
        assert_eq!(back(before, &rows).len(), 1, "many rows at one place are one piece");
    }
}
