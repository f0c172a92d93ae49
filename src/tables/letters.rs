//! Texts that are not in UTF-8, read as what a person says they are; nothing is guessed from bytes.

use crate::dataset::encoding::{is_utf16, no_text, windows_1252};
use crate::problem::{Place, Problem, Rule};

/// How the letters of a text are kept, where it is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// What Excel saves as plain CSV in western Europe and America.
    Windows1252,
}

/// The text in UTF-8. What is no such text is a problem: a workbook, or what is UTF-8 already, of
/// which each letter with an accent would become two others. `label` is what problems call it.
pub fn in_utf8(label: &str, bytes: &[u8], as_: TextEncoding) -> Result<Vec<u8>, Box<Problem>> {
    let TextEncoding::Windows1252 = as_;
    let refused = |message: String| {
        let place = Place::in_text(label, "", 0..0);
        Box::new(Rule::NotUtf8.at(place, message).hint("leave the encoding out"))
    };
    if let Some(what) = no_text(bytes) {
        return Err(refused(format!("the file is {what}, and no text in Windows-1252")));
    }
    if is_utf16(bytes) {
        return Err(refused("the file is UTF-16, not Windows-1252".into()));
    }
    if str::from_utf8(bytes).is_ok() && !bytes.is_ascii() {
        return Err(refused("the file is UTF-8, not Windows-1252".into()));
    }
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        let Some(letter) = windows_1252(*byte) else {
            let place = Place::in_text(label, &text, text.len()..text.len());
            let message = format!("the byte 0x{byte:02X} is no letter of Windows-1252");
            return Err(Box::new(Rule::NotUtf8.at(place, message).hint(
                "save the file as UTF-8 in the program that it comes from (in Excel: CSV UTF-8)",
            )));
        };
        text.push(letter);
    }
    Ok(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_read_where_it_is_said_and_is_so() {
        let read = |bytes: &[u8]| in_utf8("x.csv", bytes, TextEncoding::Windows1252);
        let text = read(b"Ann\xe9e,Co\xfbt\n2017,\x805 \x96 6\n").unwrap();
        assert_eq!(str::from_utf8(&text).unwrap(), "Année,Coût\n2017,€5 – 6\n");
        assert_eq!(read(b"Year,Cost\n").unwrap(), b"Year,Cost\n");
        for (bytes, told) in [
            (&b"Ann\xc3\xa9e\n"[..], "the file is UTF-8"),
            (b"\xef\xbb\xbfYear\n", "the file is UTF-8"),
            (b"\xff\xfeY\0", "the file is UTF-16"),
            (b"PK\x03\x04", "a workbook"),
            (b"Year\n\xe9\x81\n", "the byte 0x81"),
        ] {
            let problem = read(bytes).unwrap_err();
            assert!(problem.message.contains(told), "{problem:?}");
        }
        assert_eq!(read(b"Year\n\xe9\x81\n").unwrap_err().place.line, 2);
    }
}
