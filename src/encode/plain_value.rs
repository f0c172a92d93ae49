//! Values of attributes and of declarations that every program understands alike. What a browser takes
//! and another program drops, or reads as something else, is not judged here but told: `display="NONE"`
//! hides in a browser alone.

use std::collections::HashSet;

/// Properties with numbers, with the attributes that say places and sizes.
const NUMBERS: &str = "opacity fill-opacity stroke-opacity stroke-width stroke-miterlimit stroke-dashoffset \
    font-size width height x y x1 y1 x2 y2 cx cy r rx ry";
/// What svgo writes in place of a longer number, and what a person types.
const COLOURS: &str = "none currentColor black white azure beige bisque brown coral gold gray green indigo ivory \
    khaki linen maroon navy olive orange orchid peru pink plum purple red salmon sienna silver snow tan teal \
    tomato violet wheat";
const TRANSFORMS: &str = "matrix translate scale rotate skewX skewY";

pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Of an attribute or a property, as it stands: without blanks around it.
pub(super) fn is_plain(name: &str, value: &str) -> bool {
    match name {
        "display" => is_in("inline block none", value),
        "visibility" => is_in("visible hidden collapse", value),
        "fill" | "stroke" | "color" => is_colour(value),
        "transform" => is_transform(value),
        "stroke-dasharray" => value == "none" || are_numbers(value, &[' ', ',']),
        "font-family" => !value.contains(['(', '\\', ';']) && !value.contains("/*"),
        "points" => are_numbers(value, &[' ', ',', '\n', '\t', '\r']),
        "d" => value.chars().all(|one| one.is_ascii_alphanumeric() || " ,.-+\n\t\r".contains(one)),
        // A text may have a place for each of its letters.
        "x" | "y" => are_numbers(value, &[' ', ',']),
        name if is_in(NUMBERS, name) => is_number(value),
        _ => value
            .chars()
            .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || "-.".contains(one)),
    }
}

/// Has each property of a `style=` attribute a plain value, and no property two?
pub(super) fn has_plain_style(style: &str, properties: &str) -> bool {
    let mut seen: HashSet<&str> = HashSet::new();
    style.split(';').filter(|one| !one.trim().is_empty()).all(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let (property, value) = (property.trim(), value.trim());
        let is_first = seen.insert(property);
        let is_plain = is_in(properties, property) && is_plain(property, value);
        is_first && (is_plain || property.starts_with("-inkscape-"))
    })
}

/// Does the `style=` of a picture in a page say only how large the page shows it, as a whole?
pub(super) fn fits_its_column(style: &str) -> bool {
    style.split(';').filter(|one| !one.trim().is_empty()).all(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let value = value.trim();
        match property.trim() {
            "max-width" | "width" => is_shown_size(value),
            "height" => value == "auto",
            "display" => value == "block",
            _ => false,
        }
    })
}

/// A width or height of which something is seen.
pub(super) fn is_shown_size(value: &str) -> bool {
    let has_digit = value.starts_with(|first: char| matches!(first, '1'..='9'));
    value == "auto" || (has_digit && is_number(value))
}

fn are_numbers(value: &str, between: &[char]) -> bool {
    value.split(between).filter(|one| !one.is_empty()).all(is_number)
}

/// `12`, `-.5`, `1e-3`, `3.6px`, `50%`.
fn is_number(value: &str) -> bool {
    let digits = |text: &str| text.chars().all(|one| one.is_ascii_digit() || one == '.');
    let units = ["px", "pt", "pc", "mm", "cm", "in", "%"];
    let number = units.iter().find_map(|unit| value.strip_suffix(unit)).unwrap_or(value);
    number.parse::<f64>().is_ok_and(f64::is_finite)
        && number.split(['e', 'E']).all(|part| digits(part.trim_start_matches(['-', '+'])))
}

fn is_colour(value: &str) -> bool {
    let parts = value.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')'));
    match (value.strip_prefix('#'), parts) {
        (Some(digits), _) => {
            matches!(digits.len(), 3 | 6) && digits.chars().all(|one| one.is_ascii_hexdigit())
        }
        (_, Some(parts)) => {
            let mut numbers = parts.split(',').map(|part| part.trim().parse::<u8>());
            numbers.clone().count() == 3 && numbers.all(|number| number.is_ok())
        }
        _ => is_in(COLOURS, value),
    }
}

fn is_transform(value: &str) -> bool {
    let mut rest = value.trim_matches([' ', '\n']);
    while !rest.is_empty() {
        let Some((name, more)) = rest.split_once('(') else { return false };
        let Some((numbers, more)) = more.split_once(')') else { return false };
        let plain = numbers.chars().all(|one| one.is_ascii_digit() || " ,.-+eE\n".contains(one));
        if !is_in(TRANSFORMS, name) || !plain {
            return false;
        }
        rest = more.trim_start_matches([' ', ',', '\n']);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shown_as_large_as_its_column() {
        for style in
            ["max-width:100%;height:auto", " width : 100% ; height: auto;", "display:block"]
        {
            assert!(fits_its_column(style), "{style}");
        }
        for style in ["height:10px", "max-width:0", "opacity:0", "max-width:100%;clip-path:none"] {
            assert!(!fits_its_column(style), "{style}");
        }
    }

    #[test]
    fn what_programs_read_alike_is_plain() {
        for (name, value) in [
            ("display", "inline"),
            ("fill", "#fff"),
            ("fill", "rgb(18,67, 109)"),
            ("fill", "tan"),
            ("opacity", ".5"),
            ("r", "3.6px"),
            ("x", "1 2.5,3"),
            ("stroke-dasharray", "4,3"),
            ("transform", "translate(3 -4.5) matrix(1,0,0,1,0,1e-3)"),
            ("transform", "scale(.5)rotate(90)"),
            ("font-family", "Arial, 'Liberation Sans', sans-serif"),
            ("d", "M1-.5a3 3 0 106 0z"),
            ("text-anchor", "middle"),
        ] {
            assert!(is_plain(name, value), "{name}={value}");
        }
    }

    #[test]
    fn what_programs_may_read_otherwise_is_not() {
        for (name, value) in [
            ("display", "NONE"),
            ("display", " none "),
            ("display", "contents"),
            ("visibility", "Hidden"),
            ("opacity", " 0 "),
            ("opacity", "1x"),
            ("opacity", "calc(0)"),
            ("opacity", "inf"),
            ("fill", "canvas"),
            ("fill", "#12436d00"),
            ("fill", "#12436d!bogus"),
            ("fill", "rgb(18 67 109 / 0)"),
            ("transform", "none"),
            ("transform", "translateY(20px)"),
            ("transform", "translate(0 20px)"),
            ("transform", "translate(0,20)foo"),
            ("stroke-dasharray", "0 100bogus"),
            ("points", "1,2 x"),
            ("font-family", "var(--x)"),
        ] {
            assert!(!is_plain(name, value), "{name}={value}");
        }
        let properties = "fill opacity";
        assert!(has_plain_style("fill:#fff; opacity: 1;-inkscape-x:'A, B'", properties));
        for style in
            ["fill:#fff;fill:#000", "opacity:0!important", "f\\69ll:#fff", "opacity", "r:0"]
        {
            assert!(!has_plain_style(style, properties), "{style}");
        }
    }
}
