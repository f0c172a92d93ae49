//! The few bytes in every output that say which chart, which figures and which inputs it was
//! drawn from, and what stands where in it: fields with `;` between them, of letters that need no
//! escape anywhere. Ids are told from the one before: `nests-2020=90:AbCd,8*2=118:AbCe` are
//! `nests-2020` and `nests-2022`, what they say and where they stand.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};
use serde::Deserialize;

use super::imprint::{Imprint, LastingTraits, MarkPlace};
use super::intricate::is_intricate;
use crate::chart::{Look, PictureLengths, Size, ThemeName};
use crate::draw::scene::Stamp;
use crate::figure::Unit;

/// The attribute of the root of an SVG that holds the stamp; programs that drop metadata keep it.
pub const ATTRIBUTE: &str = "data-sourceline";

/// The tag of the marked point in the content of the page of a PDF that has the stamp as its property.
pub const PAGE_TAG: &str = "Sourceline";

/// Stands before the day as of which a picture was drawn, among the words of its look.
const AS_OF: &str = "asof";

/// Says, among the words of its look, that a picture has no title of its own.
const BARE: &str = "bare";

/// Stands before the family that a picture is set in, last among the words of its look.
const FONT: &str = "font";

/// The version of this form of stamps. The first was JSON.
const FORM: &str = "2";

/// The stamp of a picture in one line.
pub fn write(stamp: &Stamp, imprint: &Imprint) -> String {
    let mut out = String::with_capacity(160 + 16 * stamp.figures.len());
    let plain = Look::default();
    let look = [
        (stamp.look.size != plain.size).then(|| stamp.look.size.word()),
        (stamp.look.theme != plain.theme).then(|| stamp.look.theme.word()),
    ];
    let mut look: Vec<String> = look.into_iter().flatten().map(String::from).collect();
    let PictureLengths { width, height } = stamp.look.lengths;
    look.extend(width.map(|pixels| format!("{pixels}pxw")));
    look.extend(height.map(|pixels| format!("{pixels}pxh")));
    look.extend(stamp.as_of.map(|day| format!("{AS_OF}{day}")));
    look.extend(stamp.bare.then(|| BARE.to_string()));
    let traits = &imprint.traits;
    out.push_str(FORM);
    for text in [&*stamp.project, &stamp.chart, &look.join("+")] {
        out.push(';');
        escape(&mut out, text);
    }
    if !stamp.font.is_empty() {
        let mut family = String::new();
        escape(&mut family, &stamp.font);
        let _ = write!(out, "+{FONT}{}", family.replace('+', "%2b"));
    }
    let (x, y) = traits.sum;
    let _ = write!(out, ";{};", imprint.drawing);
    escape(&mut out, &stamp.inputs);
    let _ = write!(out, ";{};{};{},{x},{y};", imprint.picture, traits.looks, traits.count);
    let mut before = "";
    for (at, id) in stamp.figures.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let shared = shared(before, id);
        if shared > 0 {
            let _ = write!(out, "{shared}*");
        }
        escape(&mut out, &id[shared..]);
        out.push('=');
        escape(&mut out, stamp.said.get(at).map_or("", String::as_str));
        if let Some(place) = imprint.places.get(at).copied().flatten() {
            out.push(':');
            let round = place.size.0 == place.size.1;
            let ends = [place.middle, place.size];
            let numbers = ends[..if round { 1 } else { 2 }].iter().flat_map(|(x, y)| [*x, *y]);
            numbers.for_each(|number| two_letters(&mut out, number));
        }
        before = id;
    }
    out
}

/// The stamp that the text of an SVG carries.
pub fn carried(svg: &str) -> Option<(Stamp, Option<Imprint>)> {
    if is_intricate(svg) {
        return None;
    }
    let options = ParsingOptions { allow_dtd: true, ..Default::default() };
    of_root(Document::parse_with_options(svg, options).ok()?.root_element())
}

/// What the root says, or what stands in its metadata among what others wrote there, such as RDF or
/// where a picture comes from.
pub fn of_root(root: Node) -> Option<(Stamp, Option<Imprint>)> {
    if let Some(found) = root.attribute(ATTRIBUTE).and_then(read) {
        return Some(found);
    }
    // A comment between two halves of a text does not end it.
    let own = |node: Node| -> String {
        node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
    };
    let metadata = root.descendants().filter(|node| node.tag_name().name() == "metadata");
    let mut within = metadata.flat_map(|node| node.descendants()).filter(Node::is_element);
    within.find_map(|node| read(&own(node)))
}

/// The stamp of a picture, and what is known of its drawing: `None` of the first form of stamps.
/// Neither if it is no stamp, or of a form that is not known yet.
pub fn read(text: &str) -> Option<(Stamp, Option<Imprint>)> {
    let text = text.trim();
    if text.starts_with('{') {
        return Some((read_json(text)?, None));
    }
    let fields: Vec<&str> = text.split(';').collect();
    let [FORM, project, chart, look, drawing, inputs, picture, looks, sums, figures] = fields[..]
    else {
        return None;
    };
    let mut numbers = sums.split(',').map(|number| number.parse::<i64>().ok());
    let mut next = || numbers.next().flatten();
    let traits = LastingTraits {
        looks: looks.to_string(),
        count: usize::try_from(next()?).ok()?,
        sum: (next()?, next()?),
    };
    let mut stamp = Stamp {
        project: plain(project)?,
        chart: plain(chart)?,
        inputs: plain(inputs)?,
        ..Stamp::default()
    };
    read_look(look, &mut stamp)?;
    let mut imprint = Imprint {
        drawing: drawing.parse().ok()?,
        picture: picture.to_string(),
        traits,
        places: Vec::new(),
    };
    for figure in figures.split(',').filter(|figure| !figure.is_empty()) {
        let (id, rest) = figure.split_once('=')?;
        let (said, place) = match rest.split_once(':') {
            Some((said, place)) => (said, Some(read_place(place)?)),
            None => (rest, None),
        };
        let id = match id.split_once('*') {
            Some((shared, rest)) => {
                let before = stamp.figures.last()?;
                before.get(..shared.parse().ok()?)?.to_string() + &plain(rest)?
            }
            None => plain(id)?,
        };
        stamp.figures.push(id);
        stamp.said.push(plain(said)?);
        imprint.places.push(place);
    }
    Some((stamp, Some(imprint)))
}

/// How many bytes two ids begin with alike, whole letters only.
fn shared(one: &str, other: &str) -> usize {
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let alike = alike.map(|(letter, _)| letter.len_utf8()).sum();
    // One letter takes no more room than the number.
    if alike > 2 { alike } else { 0 }
}

/// What means nothing in XML, JSON and this form stands as it is; all else as `%20`.
fn escape(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'~' | b'/' | b'(' | b')' | b'@' | b'+' => {
                out.push(char::from(byte));
            }
            other => {
                let _ = write!(out, "%{other:02x}");
            }
        }
    }
}

fn plain(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (number, rest) = (part.get(..2)?, part.get(2..)?);
        bytes.push(u8::from_str_radix(number, 16).ok()?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}

fn read_look(words: &str, stamp: &mut Stamp) -> Option<()> {
    let look = &mut stamp.look;
    for word in words.split('+').filter(|word| !word.is_empty()) {
        if let Some(day) = word.strip_prefix(AS_OF) {
            stamp.as_of = Some(Unit::parse(day).ok()?.span().end);
            continue;
        }
        if word == BARE {
            stamp.bare = true;
            continue;
        }
        if let Some(family) = word.strip_prefix(FONT) {
            stamp.font = plain(family)?;
            continue;
        }
        match (Size::named(word), ThemeName::named(word), word.split_once("px")) {
            (Some(size), ..) => look.size = size,
            (_, Some(theme), _) => look.theme = theme,
            (.., Some((pixels, "w"))) => look.lengths.width = Some(pixels.parse().ok()?),
            (.., Some((pixels, "h"))) => look.lengths.height = Some(pixels.parse().ok()?),
            _ => return None,
        }
    }
    Some(())
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A number below 4096.
fn two_letters(out: &mut String, number: u16) {
    for six in [number >> 6 & 63, number & 63] {
        out.push(char::from(LETTERS[usize::from(six)]));
    }
}

fn read_place(text: &str) -> Option<MarkPlace> {
    let six = |letter: u8| LETTERS.iter().position(|known| *known == letter);
    let pairs = text.as_bytes().chunks(2);
    let number = |pair: &[u8]| match pair {
        [high, low] => u16::try_from(six(*high)? << 6 | six(*low)?).ok(),
        _ => None,
    };
    match pairs.map(number).collect::<Option<Vec<u16>>>()?[..] {
        [x, y] => Some(MarkPlace { middle: (x, y), size: (0, 0) }),
        [x, y, width, height] => Some(MarkPlace { middle: (x, y), size: (width, height) }),
        _ => None,
    }
}

#[derive(Deserialize)]
struct FirstForm {
    sourceline: u32,
    project: String,
    chart: String,
    figures: Vec<String>,
    inputs: String,
    size: Option<String>,
    theme: Option<String>,
}

fn read_json(json: &str) -> Option<Stamp> {
    let found: FirstForm = serde_json::from_str(json).ok()?;
    let FirstForm { sourceline, project, chart, figures, inputs, size, theme } = found;
    let look = Look::new(
        size.map_or(Some(Size::default()), |word| Size::named(&word))?,
        theme.map_or(Some(ThemeName::default()), |word| ThemeName::named(&word))?,
    );
    (sourceline == 1).then(|| Stamp { project, chart, figures, inputs, look, ..Stamp::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place((x, y): (u16, u16), size: (u16, u16)) -> Option<MarkPlace> {
        Some(MarkPlace { middle: (x, y), size })
    }

    fn imprint() -> Imprint {
        Imprint {
            drawing: 7,
            picture: "abc-_DEF".into(),
            traits: LastingTraits { looks: "01234567".into(), count: 3, sum: (-5, 4000) },
            places: vec![place((0, 4095), (9, 10)), None, place((64, 65), (0, 0))],
        }
    }

    #[test]
    fn a_stamp_is_one_short_line_with_the_number_of_its_drawing() {
        let stamp = Stamp {
            project: "a \"b\"\n".into(),
            chart: "c".into(),
            figures: ["nests-2020", "nests-2022", "x"].map(str::to_string).to_vec(),
            said: ["90", "about118/p", ""].map(str::to_string).to_vec(),
            inputs: "00ff".into(),
            look: Look::new(Size::Narrow, ThemeName::Dark),
            as_of: None,
            font: "House + Sons 'Sans'".into(),
            bare: true,
        };
        let text = write(&stamp, &imprint());
        assert_eq!(
            text,
            "2;a%20%22b%22%0a;c;narrow+dark+bare+fontHouse%20%2b%20Sons%20%27Sans%27;7;00ff;abc-_DEF;01234567;3,-5,4000;\
             nests-2020=90:AA__AJAK,9*2=about118/p,x=:BABB"
        );
        assert_eq!(read(&text), Some((stamp.clone(), Some(imprint()))));
        assert_eq!(read(&text.replace("dark", "pink")), None);
        assert_eq!(read(&text.replace("2;", "3;")), None);
        let lengths = PictureLengths { width: Some(317), height: Some(480) };
        let asked = Stamp { look: Look { lengths, ..stamp.look }, ..stamp.clone() };
        let text = write(&asked, &imprint());
        assert!(text.contains(";narrow+dark+317pxw+480pxh+bare+font"), "{text}");
        assert_eq!(read(&text), Some((asked, Some(imprint()))));
        let day = crate::figure::Day::new(2019, 6, 30);
        let then = Stamp { as_of: day, ..stamp.clone() };
        let text = write(&then, &imprint());
        assert!(text.contains(";narrow+dark+asof2019-06-30+bare+font"), "{text}");
        assert_eq!(read(&text), Some((then, Some(imprint()))));
        assert_eq!(read(&text.replace("06-30", "06-31")), None);
        let plain = Stamp { look: Look::default(), ..stamp };
        assert_eq!(read(&write(&plain, &imprint())), Some((plain, Some(imprint()))));
    }

    #[test]
    fn the_first_form_is_still_read() {
        let json = r#"{"sourceline":1,"project":"p","chart":"c","figures":["f","g"],"inputs":"00ff","theme":"dark"}"#;
        let (stamp, imprint) = read(json).unwrap();
        assert_eq!((stamp.figures.len(), &*stamp.inputs, imprint), (2, "00ff", None));
        assert_eq!(stamp.look.theme, ThemeName::Dark);
        for other in ["{}", "", &json.replace("dark", "pink"), &json.replace(":1", ":4")] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn whatever_ids_are_they_are_read_again(mut figures in proptest::collection::vec(any::<String>(), 0..5), said in any::<String>()) {
            figures.retain(|figure| !figure.is_empty());
            let stamp = Stamp {
                said: vec![said; figures.len()],
                figures,
                ..Stamp::default()
            };
            let imprint = Imprint { places: vec![None; stamp.figures.len()], ..imprint() };
            let text = write(&stamp, &imprint);
            prop_assert!(!text.contains(['"', '<', '>', '&', '\'']) && !text.contains(char::is_control));
            prop_assert_eq!(read(&text), Some((stamp, Some(imprint))));
        }

        #[test]
        fn nothing_that_is_read_is_a_panic(text in "2?;?[%a-z0-9;,*=:ö]*") {
            read(&text);
        }
    }
}
