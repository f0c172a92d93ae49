//! Addresses of pictures: those that hold the picture, and those of files beside the document.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

use super::kind::DocumentKind;

/// As browsers read it, with or without `=` at the end.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The bytes of letters in base 64, whatever blanks stand between them.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64.decode(letters).ok()
}

/// The address that holds a picture.
pub fn write(kind: DocumentKind, bytes: &[u8]) -> String {
    let word = if kind == DocumentKind::Svg { "svg+xml" } else { "png" };
    format!("data:image/{word};base64,{}", BASE64.encode(bytes))
}

/// The picture in an address, with a name that says what it is.
pub fn read(address: &str) -> Option<(&'static str, Vec<u8>)> {
    let address = address.trim();
    let scheme = address.get(..5)?;
    let rest = scheme.eq_ignore_ascii_case("data:").then(|| &address[5..])?;
    let (kind, data) = rest.split_once(',')?;
    let kind = kind.to_lowercase();
    let name = match kind.split(';').next()?.trim() {
        "image/svg+xml" => "in.svg",
        "image/png" => "in.png",
        "application/pdf" => "in.pdf",
        _ => return None,
    };
    let plain: Vec<u8> = percent_decode_str(data).collect();
    let bytes = match kind.split(';').any(|word| word.trim() == "base64") {
        true => base64(str::from_utf8(&plain).ok()?)?,
        false => plain,
    };
    Some((name, bytes))
}

/// The path of a file beside the document; nothing where it lies elsewhere in the world, or is no
/// picture that may carry a stamp.
pub fn local(address: &str) -> Option<String> {
    let address = address.trim();
    let path = address.split(['?', '#']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?.replace('\\', "/");
    let is_elsewhere = path.is_empty()
        || path.starts_with('/')
        || path.split('/').next().is_some_and(|first| first.contains(':'));
    let kind = DocumentKind::named(&path);
    (!is_elsewhere && kind.is_some_and(|kind| kind.is_picture())).then_some(path)
}
