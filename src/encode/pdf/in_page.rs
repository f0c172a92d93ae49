//! The stamp in the content of the page: a marked point with properties of its own (ISO 32000-2, 14.6.2).
//! Whoever takes the page into another document takes its content, and so the stamp, for each figure
//! its own; what is said of the document as a whole stays behind.
//!
//! `krilla` has no marked points, so this is done to what it has written: the content begins with the
//! point, and the places of all objects behind it move.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use memchr::memmem;

use crate::encode::stamp::PAGE_TAG;

/// PDF/A has no string over 32,767 bytes; a longer stamp is several.
const LONGEST_STRING: usize = 16_000;

/// A PDF of one page with the stamp in its content; nothing where it is not written as expected.
pub fn mark(pdf: &[u8], stamp: &str) -> Option<Vec<u8>> {
    let page = memmem::find(pdf, b"<</Type/Page/")?;
    let contents = page + memmem::find(&pdf[page..], b"/Contents ")? + b"/Contents ".len();
    let number: String = pdf[contents..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .map(|b| *b as char)
        .collect();
    let begins = format!("\n{number} 0 obj\n");
    let start = memmem::find(pdf, begins.as_bytes())? + begins.len();
    let packed = start + memmem::find(&pdf[start..], b"stream\n")? + b"stream\n".len();
    let length: usize = {
        let head = &pdf[start..packed];
        let at = memmem::find(head, b"/Length ")? + b"/Length ".len();
        let digits = head[at..].iter().take_while(|byte| byte.is_ascii_digit());
        digits.map(|b| *b as char).collect::<String>().parse().ok()?
    };
    let end = packed + length;
    let mut content = point(stamp).into_bytes();
    ZlibDecoder::new(pdf.get(packed..end)?).read_to_end(&mut content).ok()?;
    let mut written = ZlibEncoder::new(Vec::new(), Compression::default());
    written.write_all(&content).ok()?;
    let content = written.finish().ok()?;
    let mut marked = pdf[..start].to_vec();
    let head = format!("<</Length {}/Filter/FlateDecode>>\nstream\n", content.len());
    marked.extend_from_slice(head.as_bytes());
    marked.extend_from_slice(&content);
    let longer = marked.len() as i64 - end as i64;
    move_places(&mut marked, &pdf[end..], start, longer)?;
    Some(marked)
}

/// The point as the content says it. A stamp is of letters that need no escape.
fn point(stamp: &str) -> String {
    let strings = stamp.as_bytes().chunks(LONGEST_STRING);
    let strings = strings.map(|part| format!("({})", String::from_utf8_lossy(part)));
    format!("/{PAGE_TAG}<</Stamp[{}]>>DP\n", strings.collect::<String>())
}

/// What stands behind the content, with the table of the places of all objects as they are now.
fn move_places(marked: &mut Vec<u8>, rest: &[u8], start: usize, longer: i64) -> Option<()> {
    let table = memmem::rfind(rest, b"\nxref\n")? + 1;
    marked.extend_from_slice(&rest[..table]);
    let place = marked.len();
    let text = str::from_utf8(&rest[table..]).ok()?;
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if line == "startxref\n" {
            lines.next()?;
            marked.extend_from_slice(format!("startxref\n{place}\n").as_bytes());
            continue;
        }
        match line.strip_suffix(" 00000 n\r\n") {
            Some(at) => {
                let at: i64 = at.parse().ok()?;
                let at = if at > start as i64 { at + longer } else { at };
                marked.extend_from_slice(format!("{at:010}{}", &line[10..]).as_bytes());
            }
            None => marked.extend_from_slice(line.as_bytes()),
        }
    }
    Some(())
}
