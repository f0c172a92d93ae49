//! ZIP archives: a part is unpacked only as far as is allowed, and kept no longer than it is read.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::found::Searcher;
use super::kind::text_of;
use super::limits::MOST_INTRICATE;
use super::unlooked::Unlooked;
use crate::references::xml::exceeds;

/// The parts of a package in memory.
pub struct DocumentParts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
}

/// Where a page of the document shows a picture: the parts of its forms, of which a program shows one.
pub struct ShownParts {
    pub place: String,
    pub parts: Vec<String>,
}

impl<'b> DocumentParts<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<DocumentParts<'b>, Unlooked> {
        let damaged = |error: zip::result::ZipError| Unlooked::Damaged(error.to_string());
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let names = archive.file_names().map(|name| name.map(|name| name.into_owned()));
        let mut names = names.collect::<Result<Vec<String>, _>>().map_err(damaged)?;
        names.retain(|name| !name.ends_with('/'));
        Ok(DocumentParts { archive, names })
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }

    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part.
    pub fn bytes(&mut self, name: &str, searcher: &mut Searcher) -> Result<Vec<u8>, Unlooked> {
        let damaged = |error: zip::result::ZipError| Unlooked::Damaged(error.to_string());
        let at = self.archive.index_for_name(name);
        let at = at.ok_or_else(|| Unlooked::Damaged(format!("there is no part {name}")))?;
        let raw = self.archive.by_index_raw(at).map_err(damaged)?;
        if raw.encrypted() {
            return Err(Unlooked::Locked);
        }
        let packing = raw.compression();
        if !matches!(packing, zip::CompressionMethod::Stored | zip::CompressionMethod::Deflated) {
            return Err(Unlooked::Packing(packing.to_string().to_lowercase()));
        }
        drop(raw);
        let part = self.archive.by_index(at).map_err(damaged)?;
        let mut bytes = Vec::new();
        let read = part.take(searcher.allowance.next_part()).read_to_end(&mut bytes);
        searcher.allowance.take(bytes.len())?;
        read.map_err(|error| Unlooked::Damaged(error.to_string()))?;
        Ok(bytes)
    }

    /// The text of a part, where it is there and can be read; else why not, as a remark.
    pub fn text(&mut self, name: &str, searcher: &mut Searcher) -> Option<String> {
        if !self.has(name) {
            return None;
        }
        let text = self.bytes(name, searcher).and_then(|bytes| {
            let text = text_of(&bytes)?;
            match exceeds(&text, MOST_INTRICATE, MOST_INTRICATE) {
                true => Err(Unlooked::Intricate),
                false => Ok(text.into_owned()),
            }
        });
        text.map_err(|why| searcher.found.remarks.push(format!("{name}: {why}"))).ok()
    }
}

/// The part that another names: `media/a.png` of `word/document.xml`, or `/word/media/a.png`.
pub fn resolved(from: &str, address: &str) -> String {
    let mut way: Vec<&str> = Vec::new();
    let whole = match address.strip_prefix('/') {
        Some(absolute) => absolute.to_string(),
        None => match from.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{address}"),
            None => address.to_string(),
        },
    };
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                way.pop();
            }
            step => way.push(step),
        }
    }
    way.join("/")
}
