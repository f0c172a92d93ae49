//! Texts that are not in UTF-8, read as what a person says they are; nothing is guessed from bytes.

use crate::dataset::encoding::{double_encoded, is_utf16, mended, no_text, windows_1252};
use crate::problem::{Place, Problem, Rule};

/// How the letters of a text are kept, where it is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// What Excel saves as plain CSV in western Europe and America.
    Windows1252,
    /// UTF-8 that a program took for Windows-1252 and saved again as UTF-8, so that `£` became `Â£`.
    Utf8AsWindows1252,
}

/// The text in UTF-8. What is no such text is a problem: a workbook, or what is UTF-8 already, of
/// which each letter with an accent would become two others. `label` is what problems call it.
pub fn in_utf8(label: &str, bytes: &[u8], as_: TextEncoding) -> Result<Vec<u8>, Box<Problem>> {
    let refused = |message: String| {
        let place = Place::in_text(label, "", 0..0);
        Box::new(Rule::NotUtf8.at(place, message).hint("leave the encoding out"))
    };
    if as_ == TextEncoding::Utf8AsWindows1252 {
        return match double_encoded(bytes) {
            Some(_) if no_text(bytes).is_none() && !is_utf16(bytes) => {
                Ok(mended(bytes).into_bytes())
            }
            _ => Err(refused("nothing in the file is UTF-8 that was read as Windows-1252".into())),
        };
    }
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
        let twice = |text: &str| in_utf8("x.csv", text.as_bytes(), TextEncoding::Utf8AsWindows1252);
        assert_eq!(twice("Year,Â£m\n2019â€“20,5\n").unwrap(), "Year,£m\n2019–20,5\n".as_bytes());
        assert!(twice("Year,£m\n").unwrap_err().message.starts_with("nothing in the file"));
    }
}
