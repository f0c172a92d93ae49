//! What documents of an office are packed in, and how words stand in their XML.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::export::escape::html as xml_text;

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

/// Escaped, and without what XML forbids.
pub fn xml(text: &str) -> String {
    let legal = |character: char| !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    xml_text(&text.chars().filter(|character| legal(*character)).collect::<String>())
}
