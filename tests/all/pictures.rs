//! The pictures in the programs that people will open them with: that they are read at all.
//! Whether they are painted right is for `renderers`.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

use crate::common::outside::is_here;
use crate::common::{drawn, projects};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

fn project_pictures() -> impl Iterator<Item = (&'static str, &'static str)> {
    projects()[0].cases.iter().map(|case| {
        let drawn = case.drawn.as_ref().unwrap_or_else(|told| panic!("{}: {told}", case.name));
        (&*case.name, &*drawn.svg)
    })
}

#[test]
fn resvg_draws_every_picture() {
    let mut drawn = 0;
    for (name, svg) in project_pictures() {
        let tree =
            Tree::from_str(svg, &options()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).expect("the picture has a size");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        assert_eq!(size.width(), 720, "{name}");
        assert!(inked(&pixels) > 0.01, "{name} is blank");
        drawn += 1;
    }
    assert_eq!(drawn, 7, "the project has seven charts");
}

/// usvg drops text without a word where it has no serif and no sans-serif family.
fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for font in ["Regular", "Bold"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
        let file = format!("{folder}/LiberationSans-{font}.ttf");
        fonts.load_font_data(std::fs::read(file).expect("the font can be read"));
    }
    fonts.set_sans_serif_family("Liberation Sans");
    fonts.set_serif_family("Liberation Sans");
    Options { fontdb: Arc::new(fonts), ..Options::default() }
}

/// The share of the pixels that are not white.
fn inked(pixels: &Pixmap) -> f64 {
    let white = |pixel: &[u8]| pixel.iter().all(|part| *part == 255);
    let dark = pixels.data().chunks_exact(4).filter(|pixel| !white(pixel)).count();
    dark as f64 / f64::from(pixels.width() * pixels.height())
}

#[test]
fn rsvg_convert_draws_every_picture() {
    let Some(pictures) = by_librsvg() else { return };
    for ((_, case, drawn), png) in drawn().zip(pictures) {
        let name = &case.name;
        let pixels = Pixmap::decode_png(png).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(f64::from(pixels.width()), drawn.scene.width, "{name}");
        assert!(inked(&pixels) > 0.01, "{name} is blank");
    }
}

/// Every picture in pixels, in the order of `drawn`; `None` where the program is missing.
pub fn by_librsvg() -> Option<&'static [Vec<u8>]> {
    static PNGS: LazyLock<Option<Vec<Vec<u8>>>> = LazyLock::new(|| {
        drawn()
            .map(|(_, _, drawn)| outside("rsvg-convert", &["--format=png"], &drawn.svg))
            .collect()
    });
    PNGS.as_deref()
}

#[test]
fn xmllint_finds_nothing_wrong() {
    for (_, _, drawn) in drawn() {
        if outside("xmllint", &["--noout", "-"], &drawn.svg).is_none() {
            return;
        }
    }
}

/// What a program makes of the picture; `None` where it is missing.
fn outside(program: &str, arguments: &[&str], svg: &str) -> Option<Vec<u8>> {
    if !is_here(&[program]) {
        return None;
    }
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input is a pipe");
    let text = svg.to_string();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends").expect("it reads its input");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{program}: {complaint}");
    Some(output.stdout)
}
