//! The parts of a workbook, unpacked no further than is stated.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::fault::{MOST_BYTES, WorkbookFault};

/// A ZIP archive in memory.
pub struct WorkbookParts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'b> WorkbookParts<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<WorkbookParts<'b>, WorkbookFault> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| WorkbookFault::Broken(format!("its archive is damaged ({error})")))?;
        Ok(WorkbookParts { archive, left: MOST_BYTES })
    }

    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; `None` where there is none of this name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, WorkbookFault> {
        if !self.has(name) {
            return Ok(None);
        }
        let broken =
            |why: String| WorkbookFault::Broken(format!("its part {name} is damaged ({why})"));
        let part = self.archive.by_name(name).map_err(|error| broken(error.to_string()))?;
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| broken(error.to_string()))?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(WorkbookFault::TooLarge)?;
        let text = String::from_utf8(bytes).map_err(|_| broken("it is not UTF-8".into()))?;
        Ok(Some(text))
    }

    /// The text of a part without which there is no workbook.
    pub fn needed(&mut self, name: &str) -> Result<String, WorkbookFault> {
        self.text(name)?.ok_or_else(|| WorkbookFault::Broken(format!("its part {name} is missing")))
    }
}
