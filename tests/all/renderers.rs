//! Every picture in the programs that people open it with: librsvg, resvg, Inkscape, LibreOffice
//! and Chromium. What each paints lies within two pixels of the boxes of the scene, and every text
//! begins and ends where it was measured to. In DejaVu Sans, which runs a seventh wider, no text
//! lies upon another or leaves the picture.
//!
//! Each test needs its program, and fonts for the letters that our own lacks.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::common::ink::{self, Pixels};
use crate::common::outside::is_here;
use crate::common::picture::{Area, Picture};
use crate::common::{Drawn, Faults, drawn};
use crate::pictures::by_librsvg;
use resvg::tiny_skia::{IntRect, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use sourceline::draw::scene::Role;
use tempfile::TempDir;

const OWN_FONTS: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/LiberationSans-Regular.ttf"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/LiberationSans-Bold.ttf"),
];
/// For Arabic and Hebrew, and for Chinese, as Debian has them.
const FONTS: [&str; 3] = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
];

/// Every picture under a name of its own, in a folder of its own.
struct Pictures {
    folder: TempDir,
    all: Vec<(String, &'static Drawn)>,
}

impl Pictures {
    /// `None` where one of these programs or the fonts are missing.
    fn written_for(programs: &[&str]) -> Option<Pictures> {
        if !is_here(&[programs, &FONTS].concat()) {
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let named = drawn().map(|(project, case, drawn)| {
            let name = format!("{}-{}", project.name, case.name);
            fs::write(folder.path().join(format!("{name}.svg")), &drawn.svg)
                .expect("a picture can be written");
            (name, drawn)
        });
        let all = named.collect();
        Some(Pictures { folder, all })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The names of the files, for a program that reads many.
    fn files(&self) -> impl Iterator<Item = String> {
        self.all.iter().map(|(name, _)| format!("{name}.svg"))
    }

    /// What a program painted of each, in `NAME.png`, against the scene it was drawn from. Its texts
    /// may be astray by so much of their width.
    fn judge(&self, astray: f64) {
        let mut faults = Faults::default();
        for (name, drawn) in &self.all {
            match fs::read(self.path().join(format!("{name}.png"))) {
                Err(error) => faults.say(format!("{name}: {error}")),
                Ok(png) => judge(name, drawn, &png, astray, &mut faults),
            }
        }
        faults.none();
    }
}

fn judge(name: &str, drawn: &Drawn, png: &[u8], astray: f64, faults: &mut Faults) {
    let painted = Pixmap::decode_png(png).expect("it is a PNG");
    for fault in ink::faults_of(&drawn.scene, &Pixels::of(painted), astray) {
        faults.say(format!("{name}: {fault}"));
    }
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {told}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn librsvg_paints_within_the_boxes() {
    if !is_here(&FONTS) {
        return;
    }
    let Some(pictures) = by_librsvg() else { return };
    let mut faults = Faults::default();
    for ((_, case, drawn), png) in drawn().zip(pictures) {
        judge(&case.name, drawn, png, 0.0, &mut faults);
    }
    faults.none();
}

#[test]
fn resvg_paints_within_the_boxes() {
    if !is_here(&FONTS) {
        return;
    }
    let options = options();
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        for fault in ink::faults(&drawn.scene, &painted(&drawn.svg, &options)) {
            faults.say(format!("{}: {fault}", case.name));
        }
    }
    faults.none();
}

#[test]
fn what_is_painted_elsewhere_is_found() {
    let options = own_fonts();
    let has =
        |svg: &str| ["<circle cx=", "text-anchor=\"end\""].iter().all(|one| svg.contains(one));
    let (_, _, drawn) = drawn().find(|(_, _, one)| has(&one.svg)).expect("there is a picture");
    let faults = |svg: &str| ink::faults(&drawn.scene, &painted(svg, &options)).len();
    assert_eq!(faults(&drawn.svg), 0);
    let title = format!(">{}</text>", drawn.scene.texts(&[Role::Title]).next().unwrap().1.content);
    for (from, to) in [
        ("<circle cx=\"", "<circle cx=\"6"),
        ("text-anchor=\"end\"", "text-anchor=\"start\""),
        (&*title, "></text>"),
        ("font-size=\"12.00\"", "font-size=\"13.00\""),
    ] {
        assert!(drawn.svg.contains(from), "{from}");
        assert!(faults(&drawn.svg.replace(from, to)) > 0, "{from}");
    }
}

/// Plain letters that our own font lacks were once set in bold ones, for being found first.
#[test]
#[cfg(feature = "png")]
fn a_fallback_font_is_as_heavy_as_the_text() {
    use sourceline::encode::font::Fonts;
    if !is_here(&FONTS) {
        return;
    }
    let [plain, bold] = [0, 1].map(|at| fs::read(FONTS[at]).expect("it is installed"));
    let width = |fonts: Vec<Vec<u8>>, weight: &str| {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='20'>\
             <text y='15' font-weight='{weight}'>المكتبة البلدية</text></svg>"
        );
        Fonts::new(None, fonts).lay_out(&svg).expect("it is set").root().bounding_box().width()
    };
    for (weight, first, then) in [("400", &plain, &bold), ("700", &bold, &plain)] {
        let alone = width(vec![first.clone()], weight);
        assert_eq!(width(vec![then.clone(), first.clone()], weight), alone);
        assert_ne!(width(vec![then.clone()], weight), alone);
    }
}

fn painted(svg: &str, options: &Options) -> Pixels {
    let tree = Tree::from_str(svg, options).expect("resvg reads it");
    let size = tree.size().to_int_size();
    let mut painted = Pixmap::new(size.width(), size.height()).expect("it has a size");
    resvg::render(&tree, Transform::identity(), &mut painted.as_mut());
    Pixels::of(painted)
}

fn own_fonts() -> Options<'static> {
    with_fonts(&OWN_FONTS)
}

/// Also with those for the letters that our own lack.
fn options() -> Options<'static> {
    with_fonts(&[&OWN_FONTS[..], &FONTS].concat())
}

fn with_fonts(files: &[&str]) -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for file in files {
        fonts.load_font_data(fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}")));
    }
    fonts.set_sans_serif_family("Liberation Sans");
    fonts.set_serif_family("Liberation Sans");
    Options { fontdb: Arc::new(fonts), ..Options::default() }
}

#[test]
fn inkscape_paints_within_the_boxes() {
    let Some(pictures) = Pictures::written_for(&["inkscape"]) else { return };
    let mut command = Command::new("inkscape");
    command.current_dir(pictures.path()).env("HOME", pictures.path());
    run(command.arg("--export-type=png").args(pictures.files()));
    pictures.judge(0.0);
}

/// By way of PDF, because LibreOffice rounds the width of every letter to a pixel of the screen.
/// It also places a text that is set from its middle or end astray, by up to 4% of its width: it
/// measures it on whole pixels when it reads the picture.
#[test]
fn libreoffice_paints_within_the_boxes() {
    let Some(pictures) = Pictures::written_for(&["soffice", "pdftoppm"]) else { return };
    let profile = format!("-env:UserInstallation=file://{}/profile", pictures.path().display());
    let mut command = Command::new("soffice");
    command.current_dir(pictures.path()).args([&profile, "--headless", "--convert-to", "pdf"]);
    run(command.args(pictures.files()));
    for (name, _) in &pictures.all {
        let mut command = Command::new("pdftoppm");
        command.current_dir(pictures.path()).args(["-png", "-r", "96", "-singlefile"]);
        run(command.args([format!("{name}.pdf"), name.clone()]));
    }
    pictures.judge(0.04);
}

#[test]
fn chromium_paints_within_the_boxes() {
    let Some(pictures) = Pictures::written_for(&["chromium"]) else { return };
    let mut faults = Faults::default();
    for page in pictures.all.chunks(COLUMNS * ROWS) {
        let height = |column: &[(String, &Drawn)]| -> f64 {
            column.iter().map(|(_, drawn)| drawn.scene.height.ceil()).sum()
        };
        let tallest = page.chunks(ROWS).map(height).fold(0.0, f64::max);
        let mut body = String::new();
        for (at, column) in page.chunks(ROWS).enumerate() {
            let left = at * COLUMN;
            body += &format!("<div style=\"position:absolute;left:{left}px;width:{COLUMN}px\">");
            for (_, drawn) in column {
                let height = drawn.scene.height.ceil();
                body += &format!("<div style=\"height:{height}px\">{}</div>\n", drawn.svg);
            }
            body += "</div>";
        }
        let shot = pictures.path().join("page.png");
        chromium(
            pictures.path(),
            &body,
            &[
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                &format!("--window-size={},{}", COLUMNS * COLUMN, tallest + 200.0),
                &format!("--screenshot={}", shot.display()),
            ],
        );
        let shot = Pixmap::load_png(&shot).expect("it is a PNG");
        for (at, column) in page.chunks(ROWS).enumerate() {
            let mut top = 0.0;
            for (name, drawn) in column {
                let (width, height) = (drawn.scene.width.ceil(), drawn.scene.height.ceil());
                let (left, down) = ((at * COLUMN) as i32, top as i32);
                let part = IntRect::from_xywh(left, down, width as u32, height as u32);
                let part = part.and_then(|part| shot.clone_rect(part));
                top += height;
                let part = part.expect("the page is as large as was asked");
                for fault in ink::faults(&drawn.scene, &Pixels::of(part)) {
                    faults.say(format!("{name}: {fault}"));
                }
            }
        }
    }
    faults.none();
}

/// As many pictures on one page as Chromium paints at once: in columns, wider than any picture.
const COLUMNS: usize = 3;
const ROWS: usize = 10;
const COLUMN: usize = 1400;

/// Positions are those of the narrower font; what is asked is that the slack is enough.
#[test]
fn a_wider_font_fits_too() {
    let Some(pictures) = Pictures::written_for(&["chromium"]) else { return };
    let mut faults = Faults::default();
    let body: String = pictures.all.iter().map(|(_, drawn)| in_dejavu(&drawn.svg)).collect();
    let script = "<script>document.body.textContent = JSON.stringify([...document.querySelectorAll('svg')]
        .map((svg) => [...svg.querySelectorAll('text')].map((text) => text.getComputedTextLength())))</script>";
    let html = chromium(pictures.path(), &(body + script), &["--dump-dom"]);
    let json = html.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>"));
    let widths: Vec<Vec<f64>> =
        serde_json::from_str(json.expect("a page has a body").0).expect("it is JSON");
    assert_eq!(widths.len(), pictures.all.len());
    for ((name, drawn), widths) in pictures.all.iter().zip(widths) {
        for fault in crowded(&Picture::read(&drawn.svg), &widths) {
            faults.say(format!("{name}: {fault}"));
        }
    }
    faults.none();
}

fn in_dejavu(svg: &str) -> String {
    let (before, rest) = svg.split_once("font-family=\"").expect("the font is named");
    let (_, after) = rest.split_once('"').expect("and its name ends");
    format!("{before}font-family=\"'DejaVu Sans'\"{after}")
}

/// Texts of these widths that lie upon one another, or outside.
fn crowded(picture: &Picture, widths: &[f64]) -> Vec<String> {
    assert_eq!(picture.texts.len(), widths.len());
    let areas: Vec<Area> =
        picture.texts.iter().zip(widths).map(|(text, width)| text.as_wide_as(*width)).collect();
    let mut faults = Vec::new();
    for (at, (text, one)) in picture.texts.iter().zip(&areas).enumerate() {
        if one.left < 0.0 || one.right > picture.width {
            let by = (-one.left).max(one.right - picture.width);
            faults.push(format!("{:?} leaves the picture by {by:.1}", text.content));
        }
        for (other, area) in picture.texts.iter().zip(&areas).skip(at + 1) {
            if one.overlaps(area) {
                let by = one.right.min(area.right) - one.left.max(area.left);
                let (one, other) = (&text.content, &other.content);
                faults.push(format!("{one:?} and {other:?} overlap by {by:.1}"));
            }
        }
    }
    faults
}

/// A page in Chromium; what it prints, if it is asked to.
fn chromium(folder: &Path, body: &str, arguments: &[&str]) -> String {
    let page = folder.join("page.html");
    let style = "body { margin: 0 } svg { display: block }";
    let html = format!("<!DOCTYPE html>\n<meta charset=\"utf-8\"><style>{style}</style>\n{body}");
    fs::write(&page, html).expect("a page can be written");
    let mut command = Command::new("chromium");
    command.args(["--headless", "--no-sandbox", "--disable-gpu"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    run(command.args(arguments).arg(format!("file://{}", page.display())))
}
