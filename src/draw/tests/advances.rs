//! The table of widths is that of the fonts.

use crate::draw::advances::{LATIN, OTHERS};

/// The table as it is generated: `SOURCELINE_BLESS=1 cargo test the_table` writes it.
fn generated() -> String {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/LiberationSans");
    let font = |path: String| std::fs::read(path).unwrap();
    let fonts = ["-Regular.ttf", "-Bold.ttf"].map(|name| font(format!("{own}{name}")));
    let faces = [0, 1].map(|at| ttf_parser::Face::parse(&fonts[at], 0).unwrap());
    // Of Debian's fonts-dejavu-core; the table is left alone where that is not installed.
    let wider = "/usr/share/fonts/truetype/dejavu/DejaVuSans";
    let wider = [".ttf", "-Bold.ttf"].map(|name| std::fs::read(format!("{wider}{name}")));
    let wider = wider
        .each_ref()
        .map(|bytes| bytes.as_ref().ok().map(|bytes| ttf_parser::Face::parse(bytes, 0).unwrap()));
    let advance = |face: &ttf_parser::Face, code: u32| {
        let glyph = face.glyph_index(char::from_u32(code)?)?;
        face.glyph_hor_advance(glyph)
    };
    let listed = |code: u32| match code.checked_sub(0x20) {
        Some(at) if (at as usize) < LATIN.len() => LATIN[at as usize],
        _ => OTHERS
            .iter()
            .find(|(known, _)| u32::from(*known) == code)
            .map_or([0; 4], |(_, four)| *four),
    };
    let wide = |at: usize, code: u32| match &wider[at] {
        Some(face) => advance(face, code).unwrap_or(0),
        None => listed(code)[2 + at],
    };
    let four = |code: u32| {
        let [a, b] = [0, 1].map(|at| advance(&faces[at], code).unwrap_or(0));
        [a, b, wide(0, code), wide(1, code)]
    };
    let mut text = String::from(
        "//! How far each character advances in Liberation Sans Regular and Bold, and in DejaVu Sans\n\
         //! and its bold, in font units; 0 where there is no glyph. Generated: a test derives it from\n\
         //! the fonts again.\n\n\
         pub(super) const UNITS_PER_EM: u16 = 2048;\n\n\
         /// From U+0020 to U+017F.\n#[rustfmt::skip]\n\
         pub(super) static LATIN: [[u16; 4]; 0x160] = [",
    );
    for code in 0x20..0x180u32 {
        text.push_str(if code % 4 == 0 { "\n    " } else { " " });
        text.push_str(&format!("{:?},", four(code)));
    }
    text.push_str(
        "\n];\n\n/// Greek, Cyrillic, Hebrew; punctuation, currencies, arrows, letters and signs.\n#[rustfmt::skip]\n",
    );
    let ranges = [
        0x0384..=0x03ce,
        0x0400..=0x045f,
        0x0490..=0x0491,
        0x05d0..=0x05f4,
        0x2010..=0x2027,
        0x202f..=0x203a,
        0x2044..=0x2044,
        0x2070..=0x208e,
        0x20a0..=0x20bf,
        0x2116..=0x2122,
        0x2150..=0x215e,
        0x2190..=0x2195,
        0x2202..=0x2265,
    ];
    let others: Vec<_> = ranges
        .into_iter()
        .flatten()
        .map(|code| (code, four(code)))
        .filter(|(_, four)| four[..2] != [0, 0])
        .collect();
    text.push_str(&format!("pub(super) static OTHERS: [(u16, [u16; 4]); {}] = [", others.len()));
    for (at, (code, four)) in others.iter().enumerate() {
        text.push_str(if at % 2 == 0 { "\n    " } else { " " });
        text.push_str(&format!("(0x{code:04x}, {four:?}),"));
    }
    text.push_str("\n];\n");
    text
}

#[test]
fn the_table_is_that_of_the_fonts() {
    let path = format!("{}/src/draw/advances.rs", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("SOURCELINE_BLESS").is_some() {
        std::fs::write(&path, generated()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), generated());
}
