//! What documents of an office are packed in.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts with their names, in this order.
pub fn packed(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, String> {
    pack(parts).map_err(|error| error.to_string())
}

fn pack(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // The same inputs give the same bytes: no time of day is kept.
        let options = SimpleFileOptions::default()
            .last_modified_time(zip::DateTime::default())
            .compression_method(zip::CompressionMethod::Deflated)
            .unix_permissions(0o644);
        archive.start_file(*name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
