//! What a page says of a picture in it, on the root of the SVG: how large it is shown, and the page's own names.

use roxmltree::{Document, Node};

use super::splice::{TextChanges, xml_escaped};

/// Names by which a page finds the picture, and says how it is shown.
const OF_THE_PAGE: [&str; 3] = ["id", "class", "style"];

/// The new picture with what the page says of the old one; as it is where one of them is no XML.
pub fn shown_as_before(old: &str, new: &str) -> String {
    let made = Document::parse(old).ok().zip(Document::parse(new).ok()).map(|(was, is)| {
        let (was, is) = (was.root_element(), is.root_element());
        let mut said: Vec<(&str, String)> = OF_THE_PAGE
            .iter()
            .filter_map(|name| Some((*name, was.attribute(*name)?.to_string())))
            .collect();
        let mut changes = TextChanges::default();
        if let Some(sizes) = sizes(was, is) {
            for node in ["width", "height"].iter().filter_map(|name| is.attribute_node(*name)) {
                // With the blank before it.
                changes.replace(node.range().start - 1..node.range().end, String::new());
            }
            said.extend(sizes);
        }
        let said: String = said
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", xml_escaped(value)))
            .collect();
        let behind_name = is.range().start + "<svg".len();
        if !said.is_empty() {
            changes.replace(behind_name..behind_name, said);
        }
        changes.made_in(new)
    });
    made.unwrap_or_else(|| new.to_string())
}

/// Width and height where the page shows the picture otherwise than it was drawn: the width stays, and the
/// height, where it is said, follows.
fn sizes(was: Node, is: Node) -> Option<Vec<(&'static str, String)>> {
    let [old_width, old_height] = drawn(was)?;
    let [new_width, new_height] = drawn(is)?;
    let pixels = |name: &str| was.attribute(name).map(|size| size.trim_end_matches("px").parse());
    if pixels("width") == Some(Ok(old_width)) && pixels("height") == Some(Ok(old_height)) {
        return None;
    }
    let width = was.attribute("width").map(|width| ("width", width.to_string()));
    let height = match (pixels("width"), was.attribute("height")) {
        (Some(Ok(width)), Some(_)) => Some(format!("{:.2}", width * new_height / new_width)),
        (_, Some("auto")) => Some("auto".to_string()),
        _ => None,
    };
    Some(width.into_iter().chain(height.map(|height| ("height", height))).collect())
}

/// By its view box.
fn drawn(root: Node) -> Option<[f64; 2]> {
    let view = root.attribute("viewBox")?;
    let mut numbers = view.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    Some([numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"360\" viewBox=\"0 0 720 360\"><g/></svg>";

    fn old(said: &str) -> String {
        format!("<svg {said} xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\"/>")
    }

    #[test]
    fn what_the_page_says_stays() {
        let plain = "width=\"720\" height=\"400\"";
        assert_eq!(shown_as_before(&old(plain), NEW), NEW);
        let kept =
            shown_as_before(&old(&format!("{plain} class=\"wide\" style=\"max-width:100%\"")), NEW);
        assert_eq!(kept, NEW.replace("<svg", "<svg class=\"wide\" style=\"max-width:100%\""));
    }

    #[test]
    fn the_width_stays_and_the_height_follows() {
        for (said, sizes) in [
            ("width=\"540\" height=\"300\"", " width=\"540\" height=\"270.00\""),
            ("width=\"100%\"", " width=\"100%\""),
            ("", ""),
            ("class=\"a&amp;b\"", " class=\"a&amp;b\""),
        ] {
            let expected = NEW
                .replace(" width=\"720\" height=\"360\"", "")
                .replace("<svg", &format!("<svg{sizes}"));
            assert_eq!(shown_as_before(&old(said), NEW), expected, "{said}");
        }
    }
}
