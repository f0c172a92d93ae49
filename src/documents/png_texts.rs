//! The texts of a PNG, in whichever of its three ways they are written: a program that writes a
//! picture anew may choose another. The pixels are not looked at.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::found::{CarriedStamp, FormSays};
use crate::encode::stamp;

pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// No stamp and no title is longer, unpacked.
const LONGEST: u64 = 1 << 20;

/// What a picture says of itself.
pub fn says(bytes: &[u8]) -> FormSays {
    let texts: Vec<(String, String)> = texts(bytes).collect();
    let of = |keyword: &'static str| texts.iter().filter(move |(known, _)| known == keyword);
    let mut read = of("sourceline").filter_map(|(_, text)| stamp::read(text));
    match read.next() {
        Some((stamp, imprint)) => FormSays::Stamp(Box::new(CarriedStamp {
            kind: "PNG",
            stamp,
            imprint,
            title: of("Title").next().map(|(_, text)| text.clone()),
        })),
        None => FormSays::Nothing,
    }
}

/// Each with its keyword.
fn texts(bytes: &[u8]) -> impl Iterator<Item = (String, String)> {
    chunks(bytes).filter_map(|(kind, data)| {
        let (keyword, rest) = split(data)?;
        let bytes = match kind {
            b"tEXt" => rest.to_vec(),
            b"zTXt" => inflated(rest.strip_prefix(&[0])?)?,
            b"iTXt" => {
                let (packed, rest) = rest.split_first()?;
                let (_, rest) = split(rest.get(1..)?)?;
                let (_, text) = split(rest)?;
                if *packed == 1 { inflated(text)? } else { text.to_vec() }
            }
            _ => return None,
        };
        Some((String::from_utf8_lossy(keyword).into_owned(), String::from_utf8(bytes).ok()?))
    })
}

/// What stands before the first byte of zero, and after it.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    ZlibDecoder::new(bytes).take(LONGEST + 1).read_to_end(&mut out).ok()?;
    (out.len() as u64 <= LONGEST).then_some(out)
}

/// Each with its kind, up to where the file ends or is damaged.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes.strip_prefix(SIGNATURE).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let (data, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        rest = after.get(4..).unwrap_or_default();
        Some((kind, data))
    })
}
