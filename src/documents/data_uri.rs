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

/// The path of a file beside the document; nothing where it lies elsewhere in the world, is known
/// only to the program that fills a template, or is no picture that may carry a stamp.
pub fn local(address: &str) -> Option<String> {
    let address = address.trim();
    if TEMPLATE.iter().any(|mark| address.contains(mark)) {
        return None;
    }
    let typed = address.split(['?', '#']).next()?;
    let path = percent_decode_str(typed).decode_utf8().ok()?.replace('\\', "/");
    let is_elsewhere = path.is_empty()
        || path.starts_with('/')
        || typed.split(['/', '\\']).next().is_some_and(|first| first.contains(':'));
    let kind = DocumentKind::named(&path);
    (!is_elsewhere && kind.is_some_and(|kind| kind.is_picture())).then_some(path)
}

/// What begins something to be filled in: Jinja, Liquid and Hugo, ERB and PHP, shells and scripts.
const TEMPLATE: [&str; 5] = ["{{", "{%", "<%", "<?", "${"];

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_file_beside_the_document_is_one_whose_place_is_known() {
        for beside in
            ["a.svg", " img/a%20b.svg?v=2#top ", "../a.png", "img\\a.pdf", "a{1}.svg", "a%3Ab.svg"]
        {
            assert!(local(beside).is_some(), "{beside}");
        }
        for elsewhere in [
            "",
            "/a.svg",
            "https://example.org/a.svg",
            "//example.org/a.svg",
            "c:/a.svg",
            "a.jpg",
            "{{ site.url }}/a.svg",
            "{% static 'a.svg' %}",
            "<%= root %>/a.svg",
            "<?php echo $root ?>a.svg",
            "${base}/a.svg",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }
}
