//! The sizes that the tags of a page give the pictures they show, in pixels. A browser draws into a place of
//! that shape whatever the picture is by now; so the height of a newer picture has to stand there too.

use std::ops::Range;

use super::data_uri;
use super::found::{FoundSize, LineStarts};
use super::splice::TextChanges;
use super::tokens_of_page::start_tags;

/// Where one stands in a text.
pub struct SizeInPage {
    pub said: FoundSize,
    height: Range<usize>,
}

/// Those of the tags of a page that say both, in whole pixels.
pub fn in_tags(text: &str) -> Vec<SizeInPage> {
    let lines = LineStarts::of(text);
    let mut found = Vec::new();
    for tag in start_tags(text) {
        let address = match tag.name.as_slice() {
            b"img" => b"src".as_slice(),
            // Of several addresses each may be of another shape.
            b"source" => b"srcset".as_slice(),
            _ => continue,
        };
        let said = |name: &[u8]| str::from_utf8(&tag.attributes.get(name)?.value).ok();
        let pixels = |name: &[u8]| said(name)?.parse::<u32>().ok().filter(|pixels| *pixels > 0);
        let Some(address) = said(address) else { continue };
        let (Some(width), Some(height)) = (pixels(b"width"), pixels(b"height")) else { continue };
        let Some(attribute) = tag.attributes.get(b"height".as_slice()) else { continue };
        let digits = said(b"height").unwrap_or_default();
        let whole = attribute.span.start..attribute.span.end.min(text.len());
        let Some(at) = text.get(whole.clone()).and_then(|raw| raw.rfind(digits)) else { continue };
        let start = whole.start + at;
        let place = format!("line {}", lines.line(tag.span.start));
        let picture = match data_uri::local(address) {
            Some(file) => file,
            None if address.trim_start().starts_with("data:") => String::new(),
            None => continue,
        };
        found.push(SizeInPage {
            said: FoundSize { place, picture, width, height },
            height: start..start + digits.len(),
        });
    }
    found
}

impl SizeInPage {
    /// Puts another height in its place.
    pub fn replace(&self, height: u32, changes: &mut TextChanges) {
        changes.replace(self.height.clone(), height.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_found_where_they_stand() {
        let page = "<p>\n<img src=\"m/a%20b.svg\" height=\"436\" width='720' data-height=\"1\">\n\
                    <source srcset=c.svg width=340 height=620><img src=d.svg width=\"100%\" height=9>\
                    <source srcset=\"a.svg 1x, b.svg 2x\" width=1 height=2><img src=e.svg height=4>\
                    <img src=f.svg width=7 height=\"\u{a0}7\"><source src=g.svg width=1 height=2>\
                    <img src=\"https://example.org/h.svg\" width=1 height=2>\
                    <img src=\"data:image/svg+xml,x\" width=8 height=9>";
        let found = in_tags(page);
        let said = |one: &SizeInPage| {
            let FoundSize { place, picture, width, height } = &one.said;
            assert_eq!(page[one.height.clone()], height.to_string());
            format!("{place}: {picture} {width} {height}")
        };
        assert_eq!(
            found.iter().map(said).collect::<Vec<_>>(),
            ["line 2: m/a b.svg 720 436", "line 3: c.svg 340 620", "line 3:  8 9"]
        );
    }

    #[test]
    fn a_height_fits_to_a_pixel() {
        let size = |width, height| FoundSize {
            place: String::new(),
            picture: String::new(),
            width,
            height,
        };
        assert_eq!(size(720, 436).fitting(436.4 / 720.0), None);
        assert_eq!(size(720, 436).fitting(450.0 / 720.0), Some(450));
        assert_eq!(size(360, 218).fitting(450.0 / 720.0), Some(225));
        assert_eq!(size(360, 226).fitting(450.0 / 720.0), None);
    }
}
