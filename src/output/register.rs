//! `embedded.toml`: which files were written to stand elsewhere, so that `verify` finds them again: where
//! each lies, of which chart it is and, of one that carries no stamp, a hash of its bytes, by which it is
//! known whether anybody else made or edited it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::dataset::merge::merge_marks;
use crate::export::escape::toml;
use crate::problem::{Place, Problem, Rule};

/// The name of the file.
pub const FILE: &str = "embedded.toml";

const HEAD: &str =
    "# What `sourceline` wrote for documents; `sourceline verify` looks at all of it.\n";

/// A file that was written.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct WrittenFile {
    /// From the root of the project, with `/` between its parts.
    pub path: String,
    /// Nothing where it is of several charts, or of whatever stands in it.
    #[serde(default)]
    pub chart: String,
    /// Of its bytes; nothing where it carries a stamp, by which it is known, or is somebody's own.
    #[serde(default)]
    pub hash: String,
}

impl WrittenFile {
    /// A document of somebody's own that charts or numbers were written into: it is of no one chart, and never
    /// written over.
    pub fn of_somebody(path: String) -> WrittenFile {
        WrittenFile { path, chart: String::new(), hash: String::new() }
    }

    /// Is it a document of somebody's own?
    pub fn is_of_somebody(&self) -> bool {
        self.chart.is_empty() && self.hash.is_empty()
    }

    /// Are these the bytes that were written, but perhaps for the ends of their lines, which a checkout of git
    /// may make others?
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.hash == hash(bytes) || self.hash == hash(&with_plain_ends(bytes))
    }

    /// One of the pages that `bundle` wrote: of several charts, and known by its bytes.
    pub fn is_of_bundle(&self) -> bool {
        self.chart.is_empty() && !self.hash.is_empty()
    }
}

/// All of them, each path once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register(BTreeMap<String, WrittenFile>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegisterText {
    #[serde(default)]
    file: Vec<WrittenFile>,
}

impl Register {
    /// From the text of the file.
    pub fn parse(text: &str) -> Result<Register, Box<Problem>> {
        if let Some(marks) = merge_marks(FILE, text.as_bytes()) {
            return Err(Box::new(marks));
        }
        let listed: RegisterText = toml::from_str(text).map_err(|error| {
            let place = Place::in_text(FILE, text, error.span().unwrap_or(0..0));
            let message = error.message().lines().next().unwrap_or_default().to_string();
            Box::new(Rule::Settings.at(place, message).hint(
                "below each [[file]] stand path, chart and hash; what is taken out here is only no longer looked at",
            ))
        })?;
        Ok(listed.file.into_iter().collect())
    }

    /// As the file says it, in the order of the paths.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_string();
        for file in self.files() {
            text += &format!("\n[[file]]\npath = {}\n", toml(&file.path));
            let more = [("chart", &file.chart), ("hash", &file.hash)];
            for (key, value) in more.into_iter().filter(|(_, value)| !value.is_empty()) {
                text += &format!("{key} = {}\n", toml(value));
            }
        }
        text
    }

    /// In the order of the paths.
    pub fn files(&self) -> impl Iterator<Item = &WrittenFile> {
        self.0.values()
    }

    /// The file of a path.
    pub fn find(&self, path: &str) -> Option<&WrittenFile> {
        self.0.get(path)
    }

    /// In the place of what was said of its path before.
    pub fn enter(&mut self, file: WrittenFile) {
        self.0.insert(file.path.clone(), file);
    }

    /// Is one of this path no longer among them?
    pub fn forget(&mut self, path: &str) -> bool {
        self.0.remove(path).is_some()
    }
}

impl FromIterator<WrittenFile> for Register {
    fn from_iter<I: IntoIterator<Item = WrittenFile>>(files: I) -> Register {
        Register(files.into_iter().map(|file| (file.path.clone(), file)).collect())
    }
}

/// By which the bytes of a file are known again: half of their SHA-256, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A text whose lines end as ours do.
pub fn with_plain_ends(text: &[u8]) -> Cow<'_, [u8]> {
    if memmem::find(text, b"\r\n").is_none() {
        return text.into();
    }
    let next = text.iter().skip(1).map(Some).chain([None]);
    let kept =
        text.iter().zip(next).filter(|(byte, next)| (**byte, *next) != (b'\r', Some(&b'\n')));
    kept.map(|(byte, _)| *byte).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written() -> impl Strategy<Value = WrittenFile> {
        (".{1,20}", ".{0,9}", "[0-9a-f]{0,32}").prop_map(|(path, chart, hash)| WrittenFile {
            path,
            chart,
            hash,
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(files in prop::collection::vec(written(), 0..6)) {
            let register: Register = files.into_iter().collect();
            prop_assert_eq!(Register::parse(&register.text()).unwrap(), register);
        }
    }

    #[test]
    fn the_last_word_on_a_path_counts_and_their_order_does_not() {
        let file = |path: &str, chart: &str| WrittenFile {
            path: path.into(),
            chart: chart.into(),
            hash: String::new(),
        };
        let mut register: Register = [file("b", "x"), file("a", "y")].into_iter().collect();
        register.enter(file("b", "z"));
        let told: Vec<&str> = register.files().map(|file| &*file.chart).collect();
        assert_eq!(told, ["y", "z"]);
        assert!(register.forget("a") && !register.forget("a"));
    }

    #[test]
    fn a_mistake_has_its_line() {
        let line = |text: &str| Register::parse(text).unwrap_err().place.line;
        assert_eq!(line("[[file]]\npath = 1\n"), 2);
        assert_eq!(line("[[file]]\npath = \"a\"\nhsh = \"b\"\n"), 3);
        assert_eq!(line("<<<<<<< ours\n=======\n>>>>>>> theirs\n"), 1);
    }
}
