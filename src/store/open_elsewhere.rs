//! Files that another program has open, and would write over.

use std::path::Path;

use super::StoreError;
use super::read::{is_there, read};

/// Refuses a document that LibreOffice or Word has open.
pub fn refuse_open(path: &Path) -> Result<(), StoreError> {
    let label = path.to_string_lossy();
    refuse_open_as(path, &label)?;
    // Word lays `~$NAME` beside it, with as much of the name as it has room for.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let shorter = name.char_indices().nth(2).map_or("", |(at, _)| &name[at..]);
    for rest in [&*name, shorter] {
        let mark = path.with_file_name(format!("~${rest}"));
        if is_there(&mark) {
            return Err(StoreError::InUse { file: label.to_string(), by: "Word".into(), mark });
        }
    }
    Ok(())
}

/// LibreOffice lays `.~lock.NAME#` beside a file that it has open, and says who has.
pub(super) fn refuse_open_as(path: &Path, label: &str) -> Result<(), StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = path.with_file_name(format!(".~lock.{name}#"));
    match read(&mark) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            let by = text.split(',').find(|part| !part.trim().is_empty());
            let by = by.map_or(String::new(), |by| format!(", by {}", by.trim()));
            let by = format!("LibreOffice{by}");
            Err(StoreError::InUse { file: label.to_string(), by, mark })
        }
        Err(_) => Ok(()),
    }
}
