//! What git keeps of a project: its revisions, and its files as they were. The program `git` is run
//! with fixed words, and what a person types is handed on as a revision and nothing else.

use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

use super::git_folder;
use crate::dataset::{DataFile, Files, MAX_FILE_BYTES};
use crate::figure::Day;
use crate::output::settings;

/// The history of the folder of a project.
pub struct Revisions {
    root: PathBuf,
}

/// One of the states that git keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// All its letters.
    pub id: String,
    /// The day on which it was made, where its author was: `2026-11-29`.
    pub day: String,
    /// Who made it.
    pub author: String,
    /// The first line of what its author says of it.
    pub subject: String,
    /// Those it was made of: one, as a rule; of a merge several; of the first none.
    pub parents: Vec<String>,
}

/// Why there is nothing to be told of what was.
#[derive(Debug, PartialEq, Eq)]
pub enum NoRevision {
    /// The program is not on this machine.
    NoGit,
    /// The project lies in no repository.
    NoRepository,
    /// There is one, and nothing was committed yet.
    NothingCommitted,
    /// A clone of the last commits alone, which would take the first of them for the beginning.
    Shallow,
    /// Neither a revision nor a name of one.
    Unknown(String),
    /// Nothing had been committed by then; the first revision there is.
    NoneBefore(Box<Commit>),
    /// Something that git would open and wait for, and what it is instead of a file.
    NotReadable(PathBuf, &'static str),
    /// What git says.
    Failed(String),
}

/// What separates the parts of a line of the log.
const PARTS: &str = "--format=%H%x00%P%x00%as%x00%aN%x00%s";

impl Revisions {
    /// That of the repository in which a project lies.
    pub fn of(root: &Path) -> Result<Revisions, NoRevision> {
        if let Some((path, what)) = git_folder::not_readable(root) {
            return Err(NoRevision::NotReadable(path, what));
        }
        let revisions = Revisions { root: root.to_path_buf() };
        let inside = revisions.run(&["rev-parse", "--is-inside-work-tree"])?;
        if !inside.status.success() {
            let said = String::from_utf8_lossy(&inside.stderr).into_owned();
            return Err(match said.contains("not a git repository") {
                true => NoRevision::NoRepository,
                false => NoRevision::Failed(first_line(&said)),
            });
        }
        let shallow = revisions.run(&["rev-parse", "--is-shallow-repository"])?;
        if shallow.stdout.starts_with(b"true") {
            return Err(NoRevision::Shallow);
        }
        let head = revisions.run(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?;
        match head.status.success() {
            true => Ok(revisions),
            false => Err(NoRevision::NothingCommitted),
        }
    }

    /// The revision of a name that a person typed: `HEAD~3`, `v1.2`, `1a2b3c4`.
    pub fn named(&self, name: &str) -> Result<Commit, NoRevision> {
        let unknown = || NoRevision::Unknown(name.to_string());
        if name.is_empty() || name.starts_with('-') || name.contains(char::is_control) {
            return Err(unknown());
        }
        let commit = format!("{name}^{{commit}}");
        let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
        let id = self.run(&words)?;
        let id = String::from_utf8_lossy(&id.stdout).trim().to_string();
        if id.is_empty() { Err(unknown()) } else { self.one(&id).ok_or_else(unknown) }
    }

    /// The last that had been made when a day began.
    pub fn before(&self, day: Day) -> Result<Commit, NoRevision> {
        let until = format!("--before={day} 00:00:00");
        let found = self.run(&["rev-list", "-1", &until, "HEAD", "--"])?;
        let id = String::from_utf8_lossy(&found.stdout).trim().to_string();
        if let Some(revision) = Some(id).filter(|id| !id.is_empty()).and_then(|id| self.one(&id)) {
            return Ok(revision);
        }
        let roots = self.lines(&["rev-list", "--max-parents=0", "HEAD", "--"])?;
        let first = roots.iter().filter_map(|id| self.one(id)).min_by_key(|one| one.day.clone());
        Err(first
            .map_or(NoRevision::NothingCommitted, |first| NoRevision::NoneBefore(first.into())))
    }

    /// Those that changed a file or folder of the project, the last first; the parents of each are
    /// the next of them that did.
    pub fn of_path(&self, path: &str) -> Result<Vec<Commit>, NoRevision> {
        let words = ["log", "--parents", "--topo-order", PARTS, "HEAD", "--", path];
        Ok(self.lines(&words)?.iter().filter_map(|line| revision(line)).collect())
    }

    /// The last that changed what charts are made of.
    pub fn last_change(&self) -> Result<Option<Commit>, NoRevision> {
        let words =
            ["log", "-1", "--no-merges", PARTS, "HEAD", "--", "data", "charts", settings::FILE];
        Ok(self.lines(&words)?.iter().find_map(|line| revision(line)))
    }

    /// Those that changed what charts are made of, in the line of the branch that is checked out, the
    /// last first, and no more than so many. What lies between two of them is the difference of their
    /// states: what was merged came with the merge.
    pub fn of_inputs(&self, most: usize) -> Result<Vec<Commit>, NoRevision> {
        let most = format!("-{most}");
        let paths = ["data", "charts", settings::FILE];
        let words = ["log", "--first-parent", &most, PARTS, "HEAD", "--"];
        let lines = self.lines(&[&words[..], &paths[..]].concat())?;
        Ok(lines.iter().filter_map(|line| revision(line)).collect())
    }

    /// The names of all contents that a revision had in a folder of the project: path and name.
    pub fn contents(
        &self,
        revision: &str,
        folder: &str,
    ) -> Result<Vec<(String, String)>, NoRevision> {
        let folder = format!("{folder}/");
        let listed = self.run(&["ls-tree", "-z", revision, "--", &folder])?;
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        // `MODE KIND NAME` and, behind a tab, the path.
        let entry = |line: &str| {
            let (head, path) = line.split_once('\t')?;
            Some((path.to_string(), head.rsplit(' ').next()?.to_string()))
        };
        Ok(listed.split('\0').filter_map(entry).collect())
    }

    fn one(&self, id: &str) -> Option<Commit> {
        self.lines(&["log", "-1", PARTS, id, "--"]).ok()?.iter().find_map(|line| revision(line))
    }

    /// Reads files of revisions, one after the other.
    pub fn reader(&self) -> Result<RevisionReader, NoRevision> {
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(not_run)?;
        let ends = child.stdin.take().zip(child.stdout.take());
        let (asked, answers) = ends.expect("both ends are pipes");
        Ok(RevisionReader { child, asked: Some(asked), answers: BufReader::new(answers) })
    }

    /// The paths of the files that a folder of the project had, but for those no reader is asked for.
    pub fn names(&self, revision: &str, folder: &str) -> Result<Vec<String>, NoRevision> {
        let folder = format!("{folder}/");
        let words = ["ls-tree", "-z", "--name-only", revision, "--", &folder];
        let listed = String::from_utf8_lossy(&self.run(&words)?.stdout).into_owned();
        let names = listed.split('\0').filter(|name| !name.is_empty() && !name.contains('\n'));
        Ok(names.map(String::from).collect())
    }

    /// The paths of all files that a revision had under a path of the project, a file or a folder; links are
    /// none.
    pub fn files_under(&self, revision: &str, path: &str) -> Result<Vec<String>, NoRevision> {
        let listed = self.run(&["ls-tree", "-r", "-z", revision, "--", path])?;
        if !listed.status.success() {
            let said = String::from_utf8_lossy(&listed.stderr).into_owned();
            return Err(NoRevision::Failed(first_line(&said)));
        }
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        // `MODE KIND NAME` and, behind a tab, the path.
        let files = listed.split('\0').filter(|line| line.starts_with("100"));
        let paths = files.filter_map(|line| Some(line.split_once('\t')?.1.to_string()));
        Ok(paths.collect())
    }

    fn lines(&self, words: &[&str]) -> Result<Vec<String>, NoRevision> {
        let output = self.run(words)?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(NoRevision::Failed(first_line(&said)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).lines().map(String::from).collect())
    }

    fn run(&self, words: &[&str]) -> Result<Output, NoRevision> {
        self.command(words).stdin(Stdio::null()).output().map_err(not_run)
    }

    /// It runs no program of its own, asks nobody and fetches nothing.
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(&self.root)
            .args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"])
            .args(["-c", "core.fsmonitor=false", "-c", "log.showSignature=false"])
            .args(["-c", "protocol.allow=never", "-c", "color.ui=false"])
            .args(words)
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C");
        command
    }
}

/// Gives files as they were.
pub struct RevisionReader {
    child: Child,
    asked: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl RevisionReader {
    /// A file of the project, named from its root; `None` where the revision had none.
    pub fn file(&mut self, revision: &str, path: &str) -> Result<Option<Vec<u8>>, NoRevision> {
        let lost = |_| NoRevision::Failed("git has ended".into());
        if path.contains(char::is_control) {
            return Ok(None);
        }
        let asked = self.asked.as_mut().ok_or(NoRevision::NoGit)?;
        writeln!(asked, "{revision}:./{path}").and_then(|()| asked.flush()).map_err(lost)?;
        let mut head = String::new();
        self.answers.read_line(&mut head).map_err(lost)?;
        // `ID blob SIZE`, or a remark that there is none.
        let mut parts = head.trim_end().rsplitn(3, ' ');
        let (size, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let Some(size) = size.parse::<usize>().ok() else { return Ok(None) };
        if size > MAX_FILE_BYTES {
            let mut rest = (&mut self.answers).take(size as u64 + 1);
            std::io::copy(&mut rest, &mut std::io::sink()).map_err(lost)?;
            return Err(NoRevision::Failed(format!("{path} was too large to be read")));
        }
        // The line break behind it is none of it.
        let mut bytes = vec![0; size + 1];
        self.answers.read_exact(&mut bytes).map_err(lost)?;
        bytes.pop();
        Ok((kind == "blob").then_some(bytes))
    }

    /// The four files of a project.
    pub fn files(&mut self, revision: &str) -> Result<Option<Files>, NoRevision> {
        let mut file = |of: DataFile| self.file(revision, of.label());
        let figures = file(DataFile::Figures)?;
        let (series, sources) = (file(DataFile::Series)?, file(DataFile::Sources)?);
        let events = file(DataFile::Events)?;
        let needed = figures.zip(series).zip(sources);
        Ok(needed.map(|((figures, series), sources)| Files { figures, series, sources, events }))
    }
}

impl Drop for RevisionReader {
    fn drop(&mut self) {
        // It ends with what it is asked.
        self.asked = None;
        let _ = self.child.wait();
    }
}

fn not_run(error: std::io::Error) -> NoRevision {
    match error.kind() {
        std::io::ErrorKind::NotFound => NoRevision::NoGit,
        _ => NoRevision::Failed(super::reason(&error)),
    }
}

fn revision(line: &str) -> Option<Commit> {
    let mut parts = line.splitn(5, '\0').map(String::from);
    let mut next = || parts.next();
    let (id, parents) = (next()?, next()?);
    let (day, author, subject) = (next()?, next()?, next()?);
    // With `--parents` they stand behind the id, too.
    let id = id.split(' ').next()?.to_string();
    Some(Commit {
        id,
        day,
        author,
        subject,
        parents: parents.split(' ').filter(|id| !id.is_empty()).map(String::from).collect(),
    })
}

fn first_line(said: &str) -> String {
    let line = said.lines().next().unwrap_or_default();
    line.trim_start_matches("fatal: ").to_string()
}

impl Commit {
    /// Enough of its letters.
    pub fn short(&self) -> &str {
        self.id.get(..7).unwrap_or(&self.id)
    }
}

impl fmt::Display for NoRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoRevision::NoGit => f.write_str("the program `git`, which keeps it, is not here"),
            NoRevision::NoRepository => f.write_str("the project lies in no git repository"),
            NoRevision::NothingCommitted => {
                f.write_str("nothing of the project was committed to git yet")
            }
            NoRevision::Shallow => f.write_str(
                "the clone has the last commits alone; `git fetch --unshallow` brings the others",
            ),
            NoRevision::Unknown(name) => write!(f, "git knows no revision `{name}`"),
            NoRevision::NoneBefore(first) => {
                write!(f, "nothing had been committed by then: the first is of {}", first.day)
            }
            NoRevision::NotReadable(path, what) => write!(
                f,
                "{} is {what}, which git would open and wait for: it must be a file",
                path.display()
            ),
            NoRevision::Failed(said) => write!(f, "git says: {said}"),
        }
    }
}

impl std::error::Error for NoRevision {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_log_is_read_with_its_parents() {
        let line = ["aaa bbb", "bbb ccc", "2026-11-29", "Ada Finch", "Add \0 things"].join("\0");
        let read = revision(&line).unwrap();
        assert_eq!((read.id.as_str(), read.parents.len()), ("aaa", 2));
        assert_eq!((read.author.as_str(), read.subject.as_str()), ("Ada Finch", "Add \0 things"));
        assert_eq!(revision("aaa\0"), None);
    }

    #[test]
    fn a_name_that_is_an_option_is_no_revision() {
        let here = Revisions { root: ".".into() };
        for name in ["", "-1", "--all", "a\nb"] {
            assert_eq!(here.named(name), Err(NoRevision::Unknown(name.to_string())));
        }
    }
}
