//! The bytes of a file as text: lists are UTF-8, saved pages in what they say.

use html5gum::{Token, Tokenizer};

use super::Unreadable;
use crate::dataset::encoding::windows_1252;

/// A page says its encoding within so many bytes.
const HEAD: usize = 4096;

/// The text of a list or a saved page. UTF-8, and UTF-16 with its mark; a page may say in a
/// `<meta>` that it is in Windows-1252 or one of the two Latin alphabets of western Europe.
pub fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    let whole = |reason: String| Unreadable { line: 1, key: String::new(), reason };
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf_16(rest, u16::from_le_bytes).map_err(whole),
        [0xfe, 0xff, rest @ ..] => return utf_16(rest, u16::from_be_bytes).map_err(whole),
        _ => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.trim_start_matches('\u{feff}').to_string());
    }
    if bytes.starts_with(b"%PDF") {
        return Err(whole("this is a PDF; save the page that it was found on as HTML".into()));
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let is_page = head.trim_start().starts_with('<');
    match declared(&head).as_str() {
        _ if !is_page => Err(whole("it is not UTF-8; export it again as UTF-8".into())),
        "windows-1252" | "cp1252" | "x-cp1252" | "iso-8859-1" | "iso8859-1" | "latin1"
        | "latin-1" | "us-ascii" | "ascii" => Ok(single_bytes(bytes, windows_1252)),
        "iso-8859-15" | "iso8859-15" | "latin9" | "latin-9" => Ok(single_bytes(bytes, latin_9)),
        // Some letters are broken; whoever needs them is told.
        "utf-8" | "utf8" => Ok(String::from_utf8_lossy(bytes).into_owned()),
        "" => Err(whole(match head.trim_start().starts_with("<?xml") {
            true => {
                "it is not UTF-8 and does not say what else it is; export it again as UTF-8".into()
            }
            false => "it is not UTF-8 and does not say what else it is; save the page again as \
                      UTF-8, or write <meta charset=windows-1252> as its first line"
                .into(),
        })),
        other => {
            Err(whole(format!("it is in `{other}`, which is not read; save the page as UTF-8")))
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let units = bytes.chunks(2).map(|pair| unit([pair[0], *pair.get(1).unwrap_or(&0)]));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map_err(|_| "it begins as UTF-16 and is not; save it again as UTF-8".into())
}

fn single_bytes(bytes: &[u8], letter: fn(u8) -> Option<char>) -> String {
    bytes.iter().map(|byte| letter(*byte).unwrap_or('\u{fffd}')).collect()
}

/// Latin-1 but for eight letters.
fn latin_9(byte: u8) -> Option<char> {
    Some(match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        other => char::from(other),
    })
}

/// `<meta charset=…>`, or what stands in its place in older pages and in XML.
fn declared(head: &str) -> String {
    if let Some(declaration) = head.trim_start().strip_prefix("<?xml")
        && let Some((_, said)) =
            declaration.split("?>").next().and_then(|one| one.split_once("encoding"))
    {
        let quoted = said.trim_start_matches([' ', '=']).trim_start();
        return quoted
            .trim_matches(['"', '\'', ' '])
            .split(['"', '\''])
            .next()
            .unwrap_or_default()
            .to_lowercase();
    }
    for token in Tokenizer::new(head).flatten() {
        let Token::StartTag(tag) = token else { continue };
        let said = |name: &str| {
            let value = tag.attributes.get(name.as_bytes());
            value.map_or(String::new(), |value| String::from_utf8_lossy(value).to_lowercase())
        };
        let content = said("content");
        let in_content = content.split_once("charset=").map(|(_, name)| name.to_string());
        let charset = match (tag.name.as_slice(), said("charset").trim()) {
            (b"meta", "") => in_content.unwrap_or_default(),
            (b"meta", charset) => charset.to_string(),
            _ => String::new(),
        };
        if !charset.is_empty() {
            return charset.trim_matches(['"', '\'', ' ', ';']).to_string();
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_in_what_they_say() {
        for (bytes, expected) in [
            (&b"<meta charset=\"windows-1252\">\xa35m \x96 \x92"[..], "£5m – ’"),
            (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-15'>\xa4", "€"),
            (b"<meta charset=utf-8>\xa3", "\u{fffd}"),
            (b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><xml>\xa3", "£"),
            (b"<?xml version='1.0' encoding = 'windows-1252' ?><html>\x96", "–"),
            (b"\xef\xbb\xbf<p>\xc2\xa3", "<p>£"),
            (b"\xff\xfe<\0p\0>\0\xa3\0", "<p>£"),
        ] {
            let text = text_of(bytes).expect("it is read");
            assert!(text.ends_with(expected), "{text}");
        }
        for (bytes, told) in [
            (&b"<html>\xa3"[..], "does not say"),
            (b"<meta charset=shift_jis>\x83", "`shift_jis`"),
            (b"TY  - \xa3", "export it again as UTF-8"),
            (b"%PDF-1.7 \xa3", "a PDF"),
        ] {
            let error = text_of(bytes).expect_err("it is refused");
            assert!(error.reason.contains(told), "{}", error.reason);
        }
    }
}
