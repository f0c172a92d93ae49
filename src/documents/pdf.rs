//! PDF: what the content of a page or a form says at a marked point, for each figure; then the
//! information of a figure as LaTeX keeps it, and that of the document, as our own files have it. Of a file
//! with several pages the information of the whole says nothing, for a program that joins files keeps that
//! of one of them. What is too long for a string there is a file that is attached, and strings in the content.

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;

use super::allowance::Allowance;
use super::found::{CarriedStamp, FormSays};
use super::unlooked::Unlooked;
use crate::encode::stamp;

/// What our own files say they were made with.
const CREATOR: &str = "sourceline";

/// What a file says of itself, once for each figure.
pub fn says(bytes: &[u8], allowance: &mut Allowance) -> Result<Vec<FormSays>, Unlooked> {
    let PdfTexts { texts, attached, in_pages } = PdfTexts::of(bytes, allowance)?;
    if texts.last().is_some_and(|plain| memmem::find(&plain.bytes, b"/Encrypt").is_some()) {
        return Err(Unlooked::Locked);
    }
    let pages: usize = texts.iter().map(|text| pages(&text.bytes)).sum();
    let figures: BTreeSet<usize> =
        texts.iter().flat_map(|text| references(&text.bytes, b"/PTEX.InfoDict")).collect();
    let mut found: Vec<CarriedStamp> = Vec::new();
    let mut enter = |said: &str| {
        if let Some((stamp, imprint)) = stamp::read(said)
            && found.iter().all(|known| known.stamp != stamp)
        {
            found.push(CarriedStamp { kind: "PDF", stamp, imprint, title: None });
        }
    };
    in_pages.iter().for_each(|said| enter(said));
    attached.iter().filter_map(|file| std::str::from_utf8(file).ok()).for_each(&mut enter);
    for text in &texts {
        for at in memmem::find_iter(&text.bytes, b"/Keywords") {
            let is_figure = text.object_at(at).is_some_and(|own| figures.contains(&own));
            if pages > 1 && !is_figure {
                continue;
            }
            let Some(said) = string_at(&text.bytes[at + b"/Keywords".len()..]) else { continue };
            enter(&said);
        }
    }
    let mut says: Vec<FormSays> =
        found.into_iter().map(|stamp| FormSays::Stamp(Box::new(stamp))).collect();
    if says.is_empty() {
        says.push(FormSays::Nothing);
    }
    Ok(says)
}

/// What stands for the figures in it, and its titles.
pub fn said_of_figures(bytes: &[u8], allowance: &mut Allowance) -> Vec<String> {
    let Ok(PdfTexts { texts, .. }) = PdfTexts::of(bytes, allowance) else { return Vec::new() };
    let after = |text: &[u8], key: &[u8]| -> Vec<String> {
        let found = memmem::find_iter(text, key);
        found.filter_map(|at| string_at(&text[at + key.len()..])).collect()
    };
    let said = |text: &PdfText| [after(&text.bytes, b"/Alt"), after(&text.bytes, b"/Title")];
    texts.iter().flat_map(said).flatten().collect()
}

/// Is it a picture of ours as it was written? Whoever changes a file gives it another second identifier (ISO
/// 32000-2, 14.4) or appends what is new to it; whoever takes a page into another document names that as its
/// maker.
pub fn is_as_written(bytes: &[u8], allowance: &mut Allowance) -> Result<bool, Unlooked> {
    let PdfTexts { texts, .. } = PdfTexts::of(bytes, allowance)?;
    let pages: usize = texts.iter().map(|text| pages(&text.bytes)).sum();
    let says = |text: &[u8], key: &[u8], what: &str| {
        let mut said = memmem::find_iter(text, key).map(|at| string_at(&text[at + key.len()..]));
        said.any(|said| said.as_deref() == Some(what))
    };
    let made_here = texts.iter().any(|text| says(&text.bytes, b"/Creator", CREATOR));
    let outside = texts.last().map_or(&[][..], |text| text.bytes.as_slice());
    let once = memmem::find_iter(outside, b"startxref").count() == 1;
    Ok(made_here && once && pages == 1 && has_one_identifier(outside))
}

/// Is `/ID [(a) (b)]` twice the same?
fn has_one_identifier(text: &[u8]) -> bool {
    let Some(at) = memmem::rfind(text, b"/ID") else { return false };
    let Some(list) = text[at + 3..].trim_ascii_start().strip_prefix(b"[") else { return false };
    let Some(end) = list.iter().position(|byte| *byte == b']') else { return false };
    let both = list[..end].trim_ascii();
    let (first, second) = both.split_at(both.len() / 2);
    !both.is_empty() && first.trim_ascii() == second.trim_ascii()
}

/// What may hold a stamp.
struct PdfTexts {
    /// Streams that hold objects, unpacked, and last what stands outside of streams.
    texts: Vec<PdfText>,
    /// Files of plain text.
    attached: Vec<Vec<u8>>,
    /// What marked points in the content of pages and forms say.
    in_pages: Vec<String>,
}

impl PdfTexts {
    fn of(bytes: &[u8], allowance: &mut Allowance) -> Result<PdfTexts, Unlooked> {
        let mut plain = Vec::new();
        let (mut texts, mut attached) = (Vec::new(), Vec::new());
        let mut in_pages = Vec::new();
        let mut from = 0;
        while let Some(at) = memmem::find(&bytes[from..], b"stream").map(|at| from + at) {
            let start = at + b"stream".len();
            let is_start =
                matches!(bytes.get(start), Some(b'\r' | b'\n')) && !bytes[..at].ends_with(b"end");
            if !is_start {
                plain.extend_from_slice(&bytes[from..start]);
                from = start;
                continue;
            }
            plain.extend_from_slice(&bytes[from..at]);
            let data = bytes[start..].strip_prefix(b"\r").unwrap_or(&bytes[start..]);
            let data = data.strip_prefix(b"\n").unwrap_or(data);
            let length = memmem::find(data, b"endstream").unwrap_or(data.len());
            let head =
                &bytes[memmem::rfind(&bytes[from..at], b"obj").map_or(from, |obj| from + obj)..at];
            let says = |key: &[u8]| memmem::find(head, key).is_some();
            let is_text = says(b"/EmbeddedFile") && says(b"/text#2Fplain");
            if is_text || says(b"/ObjStm") {
                let mut unpacked = Vec::new();
                let packed = ZlibDecoder::new(&data[..length]);
                let read = packed.take(allowance.next_part()).read_to_end(&mut unpacked);
                allowance.take(unpacked.len())?;
                match (read, is_text) {
                    (Err(_), _) => {}
                    (Ok(_), true) => attached.push(unpacked),
                    (Ok(_), false) => {
                        let first = numbers_after(head, b"/First").next();
                        texts.push(PdfText { bytes: unpacked, first });
                    }
                }
            } else if may_be_content(head) {
                let mut content = Vec::new();
                if says(b"/FlateDecode") || says(b"/Fl ") || says(b"/Fl/") {
                    // What was read of a stream that breaks off counts.
                    let packed = ZlibDecoder::new(&data[..length]);
                    let _ = packed.take(allowance.next_part()).read_to_end(&mut content);
                    allowance.take(content.len())?;
                    in_pages.extend(points(&content));
                } else {
                    in_pages.extend(points(&data[..length]));
                }
            }
            from = bytes.len() - data.len() + length;
        }
        plain.extend_from_slice(&bytes[from..]);
        texts.push(PdfText { bytes: plain, first: None });
        Ok(PdfTexts { texts, attached, in_pages })
    }
}

/// Is a stream with such a dictionary what is painted? That of a page says nothing of its kind, that of a
/// form does; pictures, fonts, profiles, tables and metadata have keys of their own.
fn may_be_content(head: &[u8]) -> bool {
    let says = |key: &&[u8]| memmem::find(head, key).is_some();
    let other: [&[u8]; 8] = [
        b"/Image",
        b"/Length1",
        b"/Type/XRef",
        b"/Metadata",
        b"/EmbeddedFile",
        b"/FunctionType",
        b"/ShadingType",
        b"/Alternate",
    ];
    !other.iter().any(says)
}

/// What the marked points in a content say: `/Sourceline<</Stamp[(...)]>>DP`, whatever blanks a program
/// that writes content anew puts between.
fn points(content: &[u8]) -> Vec<String> {
    let tag = [b"/", stamp::PAGE_TAG.as_bytes()].concat();
    let said = memmem::find_iter(content, &tag).filter_map(|at| {
        let rest = content[at + tag.len()..].trim_ascii_start().strip_prefix(b"<<")?;
        let rest = rest.trim_ascii_start().strip_prefix(b"/Stamp")?.trim_ascii_start();
        let mut rest = rest.strip_prefix(b"[").unwrap_or(rest);
        let mut said = String::new();
        while let Some((part, behind)) = string_and_rest(rest) {
            said.push_str(&part);
            rest = behind;
        }
        Some(said)
    });
    said.collect()
}

/// Objects as they are written.
struct PdfText {
    bytes: Vec<u8>,
    /// Where in a stream of objects the first begins, behind the numbers and places of all (ISO 32000-2,
    /// 7.5.7).
    first: Option<usize>,
}

impl PdfText {
    /// The number of the object in which something stands: outside of streams that of `12 0 obj`.
    fn object_at(&self, at: usize) -> Option<usize> {
        let Some(first) = self.first else {
            let start = memmem::rfind(&self.bytes[..at], b" obj")?;
            let head = &self.bytes[start.saturating_sub(32)..start];
            let mut words = head.rsplit(|byte| byte.is_ascii_whitespace());
            words.next()?;
            return str::from_utf8(words.next()?).ok()?.parse().ok();
        };
        let all: Vec<usize> = numbers(self.bytes.get(..first)?).collect();
        let begun = all.chunks_exact(2).filter(|two| two[1] <= at.saturating_sub(first));
        begun.max_by_key(|two| two[1]).map(|two| two[0])
    }
}

/// Whole numbers between blanks.
fn numbers(text: &[u8]) -> impl Iterator<Item = usize> {
    let words = text.split(|byte| !byte.is_ascii_digit()).filter(|word| !word.is_empty());
    words.map_while(|word| str::from_utf8(word).ok()?.parse().ok())
}

/// Those behind a key.
fn numbers_after<'t>(text: &'t [u8], key: &[u8]) -> impl Iterator<Item = usize> + 't {
    let at = memmem::find(text, key).map_or(text.len(), |at| at + key.len());
    numbers(&text[at..])
}

/// How many objects are pages.
fn pages(text: &[u8]) -> usize {
    let kinds = memmem::find_iter(text, b"/Type").filter(|at| {
        let rest = text[at + 5..].trim_ascii_start();
        rest.strip_prefix(b"/Page")
            .is_some_and(|after| after.first().is_none_or(|next| !next.is_ascii_alphanumeric()))
    });
    kinds.count()
}

/// The numbers of the objects that a key names.
fn references<'t>(text: &'t [u8], key: &'t [u8]) -> impl Iterator<Item = usize> + 't {
    memmem::find_iter(text, key).filter_map(move |at| numbers(&text[at + key.len()..]).next())
}

/// A string in brackets or in hexadecimal digits. Ours are of plain letters.
fn string_at(text: &[u8]) -> Option<String> {
    string_and_rest(text).map(|(said, _)| said)
}

/// And what stands behind it.
fn string_and_rest(text: &[u8]) -> Option<(String, &[u8])> {
    let text = text.trim_ascii_start();
    if let Some(inside) = text.strip_prefix(b"<") {
        let end = inside.iter().position(|byte| *byte == b'>')?;
        let digits: Vec<u8> = inside[..end].iter().copied().filter(u8::is_ascii_hexdigit).collect();
        let pair = |two: &[u8]| u8::from_str_radix(str::from_utf8(two).ok()?, 16).ok();
        let said = plain(digits.chunks(2).map(pair).collect::<Option<Vec<u8>>>()?)?;
        return Some((said, &inside[end + 1..]));
    }
    let inside = text.strip_prefix(b"(")?;
    let (mut said, mut depth) = (Vec::new(), 0);
    let mut bytes = inside.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b')' if depth == 0 => {
                let left = bytes.len();
                return Some((plain(said)?, &inside[inside.len() - left..]));
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'\\' => match bytes.next()? {
                // A line that goes on.
                b'\n' => continue,
                b'\r' => {
                    bytes.next_if_eq(&b'\n');
                    continue;
                }
                digit @ b'0'..=b'7' => {
                    let mut value = u32::from(digit - b'0');
                    for _ in 0..2 {
                        let Some(digit) = bytes.next_if(|byte| matches!(byte, b'0'..=b'7')) else {
                            break;
                        };
                        value = value * 8 + u32::from(digit - b'0');
                    }
                    said.push(value as u8);
                    continue;
                }
                other => {
                    said.push(other);
                    continue;
                }
            },
            _ => {}
        }
        said.push(byte);
    }
    None
}

/// In UTF-16 where it begins so.
fn plain(bytes: Vec<u8>) -> Option<String> {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
            String::from_utf16(&units.collect::<Vec<u16>>()).ok()
        }
        None => String::from_utf8(bytes).ok(),
    }
}
