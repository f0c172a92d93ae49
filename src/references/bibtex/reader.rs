//! The syntax of BibTeX files: entries, their fields, and the abbreviations that stand in them.

use std::collections::HashMap;

use super::super::Unreadable;
use crate::problem::Lines;

/// A value with abbreviations in it has so many bytes at most, and all that a file's stand for so
/// many: a few that name each other twice would fill any memory.
const LONGEST: usize = 64 * 1024;
const ALL: usize = 64 * LONGEST;
/// An entry has so many fields at most.
const MOST_FIELDS: usize = 1_000;
/// A file is looked through for the ends of so many entries that are never closed, and no further.
const MOST_UNCLOSED: usize = 100;

/// One entry as it is written.
pub(super) struct BibEntry {
    /// In small letters.
    pub kind: String,
    pub key: String,
    /// Where it begins, from 1.
    pub line: usize,
    /// As written, without the outer braces; names in small letters.
    pub fields: Vec<(String, String)>,
    /// Abbreviations in its values that the file does not define.
    pub undefined: Vec<String>,
}

impl BibEntry {
    /// The value of a field as written; empty where there is none.
    pub fn raw(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    }
}

/// Goes through a file from entry to entry.
pub(super) struct BibReader<'t> {
    text: &'t str,
    lines: Lines<'t>,
    at: usize,
    /// The abbreviations that the file defines, in small letters.
    strings: HashMap<String, String>,
    /// How many bytes were put in for them.
    put_in: usize,
    /// How many bytes were passed over for the end of what is never closed.
    in_vain: usize,
    undefined: Vec<String>,
}

/// They are defined by every style.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl<'t> BibReader<'t> {
    pub fn new(text: &'t str) -> BibReader<'t> {
        BibReader {
            text,
            lines: Lines::of(text),
            at: 0,
            strings: HashMap::new(),
            put_in: 0,
            in_vain: 0,
            undefined: Vec::new(),
        }
    }

    /// The next entry that is a reference, or why it cannot be read; what stands between entries
    /// is comment.
    pub fn next_entry(&mut self) -> Option<Result<BibEntry, Unreadable>> {
        loop {
            self.at += self.text[self.at..].find('@')?;
            let start = self.at;
            self.at += 1;
            let kind = self.word().to_lowercase();
            self.blanks();
            let close = match self.peek() {
                Some('{') => '}',
                Some('(') => ')',
                _ => continue,
            };
            let mut key = String::new();
            match self.group(&kind, close, start, &mut key) {
                Ok(Some(entry)) => return Some(Ok(entry)),
                Ok(None) => {}
                Err(error) => {
                    if self.in_vain > MOST_UNCLOSED * self.text.len().max(LONGEST) {
                        self.at = self.text.len();
                        let reason = "so many entries before this one are never closed that the rest of the file is not read";
                        return Some(Err(Unreadable::at(&self.lines, start, reason)));
                    }
                    self.at = self.next_start(start + 1);
                    // It has run into the next one.
                    let error = match error.line >= self.lines.line(self.at) {
                        true => self.unclosed(start),
                        false => error,
                    };
                    return Some(Err(Unreadable { key, ..error }));
                }
            }
        }
    }

    /// What stands in the brackets of an entry; nothing if it is no reference.
    fn group(
        &mut self,
        kind: &str,
        close: char,
        start: usize,
        key: &mut String,
    ) -> Result<Option<BibEntry>, Unreadable> {
        let open = self.at;
        self.at += 1;
        match kind {
            "comment" | "preamble" => {
                self.at = open;
                self.skip_group(close)?;
                Ok(None)
            }
            "string" => {
                let fields = self.fields(close, open)?;
                for (name, value) in fields {
                    self.strings.entry(name).or_insert(value);
                }
                Ok(None)
            }
            _ => {
                self.blanks();
                let end = self.text[self.at..].find([',', close]).map(|found| self.at + found);
                let end = end.ok_or_else(|| self.unclosed(open))?;
                *key = self.text[self.at..end].trim().to_string();
                if key.contains(['=', '{', '"']) {
                    key.clear();
                    return Err(Unreadable::at(
                        &self.lines,
                        open,
                        "the entry has no key, as in `@book{key, title = {…}}`",
                    ));
                }
                self.at = end;
                self.undefined.clear();
                let fields = self.fields(close, open)?;
                Ok(Some(BibEntry {
                    kind: kind.to_string(),
                    key: key.clone(),
                    line: self.lines.line(start),
                    fields,
                    undefined: std::mem::take(&mut self.undefined),
                }))
            }
        }
    }

    /// Where the next line begins with an entry, so that one which is not closed does not take
    /// the others with it.
    fn next_start(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(found) = self.text[at..].find('\n') {
            at += found + 1;
            let rest = self.text[at..].trim_start_matches([' ', '\t']);
            let word =
                rest.strip_prefix('@').map(|rest| rest.trim_start_matches(char::is_alphabetic));
            if word.is_some_and(|after| after.trim_start().starts_with(['{', '('])) {
                return at;
            }
        }
        self.text.len()
    }

    fn fields(&mut self, close: char, open: usize) -> Result<Vec<(String, String)>, Unreadable> {
        let mut fields = Vec::new();
        loop {
            self.blanks();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(found) if found == close => {
                    self.at += 1;
                    return Ok(fields);
                }
                Some(_) => {
                    let name = self.word().to_lowercase();
                    self.blanks();
                    if name.is_empty() || self.peek() != Some('=') {
                        let reason = "a field is expected here, as in `title = {…},`";
                        return Err(Unreadable::at(&self.lines, self.at, reason));
                    }
                    self.at += 1;
                    if fields.len() == MOST_FIELDS {
                        let reason = format!("the entry has more than {MOST_FIELDS} fields");
                        return Err(Unreadable::at(&self.lines, open, reason));
                    }
                    fields.push((name, self.value(open)?));
                }
                None => return Err(self.unclosed(open)),
            }
        }
    }

    /// Pieces joined with `#`: in braces, in quotes, a number, or an abbreviation.
    fn value(&mut self, open: usize) -> Result<String, Unreadable> {
        let mut value = String::new();
        loop {
            self.blanks();
            match self.peek() {
                Some('{') => {
                    let start = self.at;
                    self.skip_group('}')?;
                    value.push_str(&self.text[start + 1..self.at - 1]);
                }
                Some('"') => value.push_str(self.quoted(open)?),
                Some(_) => {
                    let word = self.word();
                    if word.is_empty() {
                        let reason = "a value is expected here, as in `title = {…},`";
                        return Err(Unreadable::at(&self.lines, self.at, reason));
                    }
                    let known = self.strings.get(&word.to_lowercase());
                    let stands_for = known.map_or(word, String::as_str);
                    if known.is_none() && !is_known_to_all(word) {
                        self.undefined.push(word.to_string());
                    }
                    self.put_in += stands_for.len();
                    if value.len() + stands_for.len() > LONGEST || self.put_in > ALL {
                        let reason = format!("with `{word}` written out the text is too long");
                        return Err(Unreadable::at(&self.lines, self.at, reason));
                    }
                    value.push_str(stands_for);
                }
                None => return Err(self.unclosed(open)),
            }
            self.blanks();
            if self.peek() != Some('#') {
                return Ok(value);
            }
            self.at += 1;
        }
    }

    fn quoted(&mut self, open: usize) -> Result<&'t str, Unreadable> {
        let start = self.at + 1;
        let mut depth = 0i32;
        let mut escaped = false;
        for (offset, letter) in self.text[start..].char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                '"' if depth == 0 => {
                    self.at = start + offset + 1;
                    return Ok(&self.text[start..start + offset]);
                }
                _ => {}
            }
        }
        Err(self.unclosed(open))
    }

    /// Passes over a group whose brackets lie inside each other.
    fn skip_group(&mut self, close: char) -> Result<(), Unreadable> {
        let open = self.peek().unwrap_or('{');
        let mut depth = 0;
        let mut escaped = false;
        for (offset, letter) in self.text[self.at..].char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                letter if letter == open => depth += 1,
                letter if letter == close => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += offset + letter.len_utf8();
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        Err(self.unclosed(self.at))
    }

    fn unclosed(&mut self, open: usize) -> Unreadable {
        self.in_vain += self.text.len() - open;
        Unreadable::at(&self.lines, open, "what begins here is never closed")
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Passes over blanks, and over remarks: what follows `%` to the end of its line.
    fn blanks(&mut self) {
        loop {
            let rest = self.text[self.at..].trim_start();
            self.at = self.text.len() - rest.len();
            if !rest.starts_with('%') {
                return;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn word(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let ends = |c: char| c.is_whitespace() || "{}()=,#\"@%".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

/// Numbers, and the names of months.
fn is_known_to_all(word: &str) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
}
