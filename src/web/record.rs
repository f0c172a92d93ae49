//! What was written into the folder of a site: by which it is known which files are ours, and which
//! of them are left over.

use std::collections::BTreeMap;

use crate::output::register::hash;

/// The name of the file, in the folder of the site.
pub const RECORD: &str = ".sourceline-site";

const HEAD: &str =
    "# What `sourceline site` wrote here. What somebody else made or edited it leaves alone.\n";

/// The files of a site by their paths, each with hashes of what may be in it: while it is written two,
/// so that a run that is ended leaves nothing that is taken for somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteRecord(BTreeMap<String, Vec<String>>);

impl SiteRecord {
    /// From the text of the file; what is no line of it is passed over, so that the file it was of
    /// is taken for somebody else's.
    pub fn parse(text: &str) -> SiteRecord {
        let mut record = SiteRecord::default();
        for (hash, path) in text.lines().filter_map(|line| line.split_once(' ')) {
            if hash.len() == 32 && is_plain(path) {
                record.0.entry(path.to_string()).or_default().push(hash.to_string());
            }
        }
        record
    }

    /// As the file says it.
    pub fn text(&self) -> String {
        let lines = self
            .0
            .iter()
            .flat_map(|(path, hashes)| hashes.iter().map(move |hash| format!("{hash} {path}\n")));
        HEAD.to_string() + &lines.collect::<String>()
    }

    /// That these bytes may be in a file.
    pub fn enter(&mut self, path: &str, bytes: &[u8]) {
        let hashes = self.0.entry(path.to_string()).or_default();
        let hash = hash(bytes);
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }

    /// Did we write these bytes into this file?
    pub fn knows(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|hashes| hashes.contains(&hash(bytes)))
    }

    /// All paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// That the file is not ours.
    pub fn forget(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// What was said of a file before goes on to hold.
    pub fn keep(&mut self, path: &str, earlier: &SiteRecord) {
        for hash in earlier.0.get(path).into_iter().flatten() {
            let hashes = self.0.entry(path.to_string()).or_default();
            if !hashes.contains(hash) {
                hashes.push(hash.clone());
            }
        }
    }
}

/// A file below the folder, and no other: a record may be a stranger's.
fn is_plain(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(part) && !path.contains('\\') && !(cfg!(windows) && path.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_entered_is_known_again_and_nothing_else() {
        let mut record = SiteRecord::default();
        record.enter("a b/index.html", b"one");
        record.enter("a b/index.html", b"two");
        record.enter("feed.xml", b"one");
        let read = SiteRecord::parse(&record.text());
        assert_eq!(read, record);
        assert!(read.knows("a b/index.html", b"one") && read.knows("a b/index.html", b"two"));
        assert!(!read.knows("feed.xml", b"two") && !read.knows("a", b"one"));
    }

    #[test]
    fn a_record_of_a_stranger_names_no_file_elsewhere() {
        let hash = "0".repeat(32);
        for path in ["../a", "/a", "a/../../b", "a//b", "..", "C:\\a", ""] {
            let read = SiteRecord::parse(&format!("{hash} {path}\n"));
            assert_eq!(read.paths().count(), 0, "{path}");
        }
        assert_eq!(SiteRecord::parse("rubbish\n12 a\n"), SiteRecord::default());
    }
}
