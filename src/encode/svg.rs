//! The subset of SVG that every reader draws alike: few elements, presentation attributes in a
//! fixed order, numbers with two decimals, one line a text, no ids and no links.

use crate::draw::scene::{Anchor, Area, Colour, Form, Paint, Scene, Shape, Spot, Text};

use sha2::{Digest, Sha256};

use super::imprint::Imprint;
use super::stamp;
use crate::chart::short_hash;
use crate::dataset::encoding::breaks_line;

/// What texts are set in where a house says nothing else.
pub const FIRST_FONT: &str = "Arial";
/// Behind it, or behind that of a house.
const FONTS: &str = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

/// The font of a house, and those behind it.
pub(super) fn font_list(family: &str) -> String {
    let escaped = family.replace('\\', "\\\\").replace('\'', "\\'");
    format!("'{escaped}', {FONTS}")
}

/// Writes a scene as a file that stands alone.
pub fn encode(scene: &Scene) -> String {
    let mut svg = Svg { text: String::with_capacity(4096 + 160 * scene.shapes.len()) };
    svg.open(scene);
    let stamp_goes = svg.text.len();
    svg.head(scene);
    for shape in &scene.shapes {
        svg.shape(shape);
    }
    svg.text.push_str("</svg>\n");
    let stamp = format!(" {}=\"{}\"", stamp::ATTRIBUTE, stamp_of(scene, &svg.text));
    svg.text.insert_str(stamp_goes, &stamp);
    svg.text
}

/// The stamp in a picture that [`encode`] wrote, for the other formats.
pub fn stamp_in(svg: &str) -> &str {
    let after = svg.split_once(stamp::ATTRIBUTE).map_or("", |(_, after)| after);
    after.split('"').nth(1).unwrap_or_default()
}

fn stamp_of(scene: &Scene, svg: &str) -> String {
    let imprint = Imprint::of_scene(scene, short_hash(&Sha256::digest(svg), 8));
    stamp::write(&scene.stamp, &imprint)
}

struct Svg {
    text: String,
}

impl Svg {
    fn open(&mut self, scene: &Scene) {
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.number("width", scene.width);
        self.number("height", scene.height);
        self.raw(" viewBox=\"0 0 ");
        decimal(&mut self.text, scene.width);
        self.raw(" ");
        decimal(&mut self.text, scene.height);
        self.raw("\"");
        self.attribute("role", "img");
        self.attribute("aria-label", &scene.alt);
        self.attribute("lang", scene.lang);
        match scene.font {
            Some(font) => self.attribute("font-family", &font_list(&font.family)),
            None => self.attribute("font-family", FONTS),
        }
    }

    fn head(&mut self, scene: &Scene) {
        self.raw(">\n");
        self.element("title", &scene.title);
        self.element("desc", &scene.description);
        self.raw("<rect");
        self.number("width", scene.width);
        self.number("height", scene.height);
        self.colour("fill", scene.background);
        self.raw("/>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match &shape.form {
            Form::Rect(area) => {
                self.raw("<rect");
                self.area(area);
                self.finish(shape);
            }
            Form::Line(from, to) => {
                self.raw("<line");
                for (name, value) in [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)] {
                    self.number(name, value);
                }
                self.finish(shape);
            }
            Form::Polyline(spots) => {
                self.raw("<polyline");
                self.points(spots);
                self.finish(shape);
            }
            Form::Polygon(spots) => {
                self.raw("<polygon");
                self.points(spots);
                self.finish(shape);
            }
            Form::Circle { centre, radius } => {
                self.raw("<circle");
                self.number("cx", centre.x);
                self.number("cy", centre.y);
                self.number("r", *radius);
                self.finish(shape);
            }
            Form::Text(text) => self.line(text, shape),
        }
    }

    fn area(&mut self, area: &Area) {
        self.number("x", area.left);
        self.number("y", area.top);
        self.number("width", area.width());
        self.number("height", area.height());
    }

    fn points(&mut self, spots: &[Spot]) {
        self.raw(" points=\"");
        for (at, spot) in spots.iter().enumerate() {
            self.raw(if at == 0 { "" } else { " " });
            decimal(&mut self.text, spot.x);
            self.raw(",");
            decimal(&mut self.text, spot.y);
        }
        self.raw("\"");
    }

    fn line(&mut self, text: &Text, shape: &Shape) {
        self.raw("<text");
        self.number("x", text.at.x);
        self.number("y", text.at.y);
        self.number("font-size", text.size);
        if text.bold {
            self.attribute("font-weight", "bold");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.attribute("text-anchor", "middle"),
            Anchor::End => self.attribute("text-anchor", "end"),
        }
        if let Some(fill) = shape.paint.fill {
            self.colour("fill", fill);
        }
        self.figure(shape);
        self.raw(">");
        escape(&mut self.text, &text.content);
        self.raw("</text>\n");
    }

    fn finish(&mut self, shape: &Shape) {
        self.paint(&shape.paint);
        self.figure(shape);
        self.raw("/>\n");
    }

    fn paint(&mut self, paint: &Paint) {
        match paint.fill {
            Some(fill) => self.colour("fill", fill),
            None => self.attribute("fill", "none"),
        }
        if let Some(opacity) = paint.fill_opacity {
            self.number("fill-opacity", opacity);
        }
        let Some(stroke) = paint.stroke else { return };
        self.colour("stroke", stroke.colour);
        self.number("stroke-width", stroke.width);
        if let Some((dash, space)) = stroke.dash {
            self.raw(" stroke-dasharray=\"");
            decimal(&mut self.text, dash);
            self.raw(" ");
            decimal(&mut self.text, space);
            self.raw("\"");
        }
        if stroke.round {
            self.attribute("stroke-linecap", "round");
            self.attribute("stroke-linejoin", "round");
        }
    }

    fn figure(&mut self, shape: &Shape) {
        if let Some(figure) = &shape.figure {
            self.attribute("data-figure", figure);
        }
    }

    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn element(&mut self, name: &str, content: &str) {
        self.raw("<");
        self.raw(name);
        self.raw(">");
        escape(&mut self.text, content);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    fn name(&mut self, name: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.name(name);
        escape(&mut self.text, value);
        self.raw("\"");
    }

    fn number(&mut self, name: &str, value: f64) {
        self.name(name);
        decimal(&mut self.text, value);
        self.raw("\"");
    }

    fn colour(&mut self, name: &str, Colour(r, g, b): Colour) {
        self.name(name);
        self.raw("#");
        for byte in [r, g, b] {
            for digit in [byte >> 4, byte & 15] {
                self.text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
            }
        }
        self.raw("\"");
    }
}

/// Two decimals, always. What is not a number cannot get here; were it to, it is zero.
fn decimal(out: &mut String, value: f64) {
    let hundredths = if value.is_finite() { (value * 100.0).round() as i64 } else { 0 };
    if hundredths < 0 {
        out.push('-');
    }
    let size = hundredths.unsigned_abs();
    let mut digits = [0u8; 24];
    let mut at = digits.len();
    let mut rest = size / 100;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    for digit in &digits[at..] {
        out.push(char::from(*digit));
    }
    out.push('.');
    out.push(char::from(b'0' + (size / 10 % 10) as u8));
    out.push(char::from(b'0' + (size % 10) as u8));
}

/// Text that cannot become markup; a character that XML 1.0 does not know is replaced.
fn escape(out: &mut String, text: &str) {
    let plain =
        |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'>' | b'&' | b'"');
    let mut rest = text;
    while !rest.is_empty() {
        let run = rest.bytes().position(|byte| !plain(&byte)).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(run);
        out.push_str(plain);
        let mut letters = other.chars();
        if let Some(letter) = letters.next() {
            match letter {
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '&' => out.push_str("&amp;"),
                '"' => out.push_str("&quot;"),
                _ if breaks_line(letter) => out.push(' '),
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                    out.push('\u{fffd}');
                }
                _ => out.push(letter),
            }
        }
        rest = letters.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::scene::{Role, Stroke};
    use crate::encode::imprint::DRAWING;
    use proptest::prelude::*;

    #[test]
    fn numbers_have_two_decimals() {
        for (value, expected) in [
            (0.0, "0.00"),
            (-0.001, "0.00"),
            (12.345, "12.35"),
            (-7.5, "-7.50"),
            (1e6, "1000000.00"),
            (f64::NAN, "0.00"),
        ] {
            let mut out = String::new();
            decimal(&mut out, value);
            assert_eq!(out, expected);
        }
    }

    fn hostile(text: &str) -> Scene {
        let mut scene = Scene::new(100.0, 50.0, Colour(255, 255, 255));
        scene.title = text.into();
        scene.alt = text.into();
        scene.description = text.into();
        scene.stamp.project = text.into();
        scene.stamp.figures = vec![text.into()];
        let form = Form::Text(Text {
            content: text.into(),
            at: Spot { x: 1.0, y: 2.0 },
            anchor: Anchor::Middle,
            size: 12.0,
            bold: true,
            width: 3.0,
            reserved: 3.0,
            runs: Vec::new(),
        });
        let mut shape = Shape::new(Role::Label, form, Paint::fill(Colour(0, 0, 0)));
        shape.figure = Some(text.into());
        scene.shapes.push(shape);
        let paint = Paint {
            stroke: Some(Stroke { dash: Some((1.0, 2.0)), ..Stroke::new(Colour(1, 2, 3), 1.5) }),
            fill_opacity: Some(0.5),
            ..Paint::default()
        };
        let spots = vec![Spot { x: 0.0, y: 0.0 }, Spot { x: f64::INFINITY, y: 1.0 }];
        scene.shapes.push(Shape::new(Role::Mark, Form::Polygon(spots), paint));
        scene
    }

    fn is_harmless(text: &str) {
        let svg = encode(&hostile(text));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let names: Vec<&str> = document
            .descendants()
            .filter(|node| node.is_element())
            .map(|node| node.tag_name().name())
            .collect();
        assert_eq!(names, ["svg", "title", "desc", "rect", "text", "polygon"]);
        let known = |letter: char| match letter {
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            letter => letter,
        };
        let expected: String = text.chars().map(known).collect();
        let written = document.descendants().find(|node| node.has_tag_name("text")).unwrap();
        assert_eq!(written.text().unwrap_or(""), expected);
        assert_eq!(written.attribute("data-figure"), Some(expected.as_str()));
        assert_eq!(document.root_element().attribute("aria-label"), Some(expected.as_str()));
        let stamp = document.root_element().attribute(stamp::ATTRIBUTE).unwrap();
        assert_eq!(stamp, stamp_in(&svg));
        let (read, imprint) = stamp::read(stamp).unwrap();
        assert_eq!((&*read.project, &*read.figures[0]), (text, text));
        assert_eq!(imprint.unwrap().drawing, DRAWING);
    }

    #[test]
    fn hostile_text_stays_text() {
        for text in [
            "</text><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "' & ]]> <!-- --> <![CDATA[",
            "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}",
            "\u{202e}right to left\u{202c} \u{200f} שלום",
            "🙂👩‍👩‍👧",
            "a\nb\r\nc\td\u{2028}e\u{2029}f",
            "&#1; &lt; %lt; {{ x }}",
            &"x<".repeat(5_000),
        ] {
            is_harmless(text);
        }
    }

    proptest! {
        #[test]
        fn no_text_escapes(text in any::<String>()) {
            is_harmless(&text);
        }
    }
}
