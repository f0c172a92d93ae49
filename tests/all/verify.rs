//! Copies of pictures, doctored one by one: each is told, and by its figure where it has one. Copies
//! that other programs wrote anew are not called altered; pictures of older stamps are still read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::outside::is_here;
use sourceline::encode::copy::PictureCopy;
use sourceline::encode::imprint::{DRAWING, LastingTraits};
use sourceline::encode::{compare, piece, stamp, svg};

use crate::common::{Faults, drawn};

pub fn gallery(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery").join(name)
}

/// The word, the reasons, and the exit code.
pub fn verify(project: &Path, copy: &Path) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.args(["--project".as_ref(), project.as_os_str(), "verify".as_ref(), copy.as_os_str()]);
    let output = command.output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    // What chart it is, in which look, is told behind the path.
    let row = format!("  {}", copy.display());
    let told = match told.split_once(&row) {
        Some((word, rest)) => {
            let (_, reasons) = rest.split_once('\n').expect("the row ends");
            format!("{word} {}\n{reasons}", copy.display())
        }
        None => told,
    };
    (told, output.status.code().unwrap_or(-1))
}

/// Every picture of the gallery, read back, is what its scene says.
#[test]
fn every_picture_is_read_back_as_it_was_drawn() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let copy = PictureCopy::read(&drawn.svg).expect("an SVG").expect("with a stamp");
        faults.check(copy.strange.is_empty(), || format!("{}: {:?}", case.name, copy.strange));
        let pieces = piece::pieces(&drawn.scene);
        let found = compare::faults(&pieces, &copy.pieces);
        faults.check(found.is_empty(), || {
            let first = found.first().map(|fault| match fault {
                compare::PieceFault::Missing(at) => format!("{:?}", pieces[*at]),
                compare::PieceFault::Moved(at, other)
                | compare::PieceFault::Repainted(at, other) => {
                    format!("{:?} {:?}", pieces[*at], copy.pieces[*other])
                }
                _ => String::new(),
            });
            format!("{}: {} faults, {:?} {first:?}", case.name, found.len(), found.first())
        });
        let (_, imprint) = stamp::read(svg::stamp_in(&drawn.svg)).expect("a stamp");
        let imprint = imprint.expect("of this form");
        let traits = LastingTraits::of(copy.head(), &copy.pieces);
        faults.check(imprint.traits.agrees(&traits), || {
            format!("{}: {:?} is {traits:?}", case.name, imprint.traits)
        });
    }
    faults.none();
}

/// Six charts of different marks.
pub const CHARTS: [&str; 6] = ["line", "bars", "interval", "band", "points", "claims"];

/// One change of an SVG: what it is called, and what becomes of the text.
pub type Doctor = (&'static str, fn(&str) -> String);

/// What the end tag follows, so that it lies above all else.
pub fn on_top(svg: &str, more: &str) -> String {
    svg.replace("</svg>", &format!("{more}</svg>"))
}

/// The first element of the kind that stands for a figure, changed.
pub fn first_mark(svg: &str, change: impl Fn(&str) -> String) -> String {
    let mut done = false;
    let lines = svg.lines().map(|line| {
        if !done && line.contains("data-figure") && !line.starts_with("<text") {
            done = true;
            return change(line);
        }
        line.to_string()
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

pub fn first_label(svg: &str, change: impl Fn(&str) -> String) -> String {
    let line = svg.lines().find(|line| line.starts_with("<text") && line.contains("data-figure"));
    let line = line.expect("there is a label");
    svg.replacen(line, &change(line), 1)
}

pub fn with_attribute(line: &str, attribute: &str) -> String {
    line.replacen(" data-figure", &format!(" {attribute} data-figure"), 1)
}

const DOCTORS: [Doctor; 38] = [
    ("a mark taken away", |svg| first_mark(svg, |_| String::new())),
    ("a mark hidden by display", |svg| {
        first_mark(svg, |line| with_attribute(line, "display=\"none\""))
    }),
    ("a mark hidden by visibility", |svg| {
        first_mark(svg, |line| with_attribute(line, "visibility=\"hidden\""))
    }),
    ("a mark hidden by opacity", |svg| {
        first_mark(svg, |line| with_attribute(line, "opacity=\"0\""))
    }),
    ("a mark veiled", |svg| first_mark(svg, |line| with_attribute(line, "opacity=\"0.3\""))),
    ("a mark hidden by style", |svg| {
        first_mark(svg, |line| with_attribute(line, "style=\"display:none\""))
    }),
    ("a mark made white by style", |svg| {
        first_mark(svg, |line| with_attribute(line, "style=\"fill:#fff;stroke:#fff\""))
    }),
    ("a mark moved by a transform", |svg| {
        first_mark(svg, |line| with_attribute(line, "transform=\"translate(0 40)\""))
    }),
    ("a mark moved by style", |svg| {
        first_mark(svg, |line| with_attribute(line, "style=\"transform:translateY(40px)\""))
    }),
    ("a mark made small", |svg| {
        first_mark(svg, |line| with_attribute(line, "transform=\"scale(.5)\""))
    }),
    ("a mark clipped by style", |svg| {
        first_mark(svg, |line| with_attribute(line, "style=\"clip-path:inset(50%)\""))
    }),
    ("a mark in a group that is moved", |svg| {
        first_mark(svg, |line| format!("<g transform=\"translate(0 30)\">{line}</g>"))
    }),
    ("a mark in a group that is hidden", |svg| {
        first_mark(svg, |line| format!("<g visibility=\"hidden\">{line}</g>"))
    }),
    ("a mark that stands for another", |svg| {
        first_mark(svg, |line| line.replace("data-figure=\"", "data-figure=\"other-"))
    }),
    ("a mark in a switch", |svg| first_mark(svg, |line| format!("<switch>{line}</switch>"))),
    ("a mark in another SVG", |svg| {
        first_mark(svg, |line| format!("<svg x=\"0\" y=\"20\">{line}</svg>"))
    }),
    ("a mark in defs", |svg| first_mark(svg, |line| format!("<defs>{line}</defs>"))),
    ("a mark behind the background", |svg| {
        let mark =
            svg.lines().find(|line| line.contains("data-figure") && !line.starts_with("<text"));
        let mark = mark.expect("there is a mark");
        let without = svg.replacen(&format!("{mark}\n"), "", 1);
        without.replacen("<rect", &format!("{mark}\n<rect"), 1)
    }),
    ("a label in other words", |svg| {
        first_label(svg, |line| line.replacen("</text>", "9</text>", 1))
    }),
    ("a label taken away", |svg| first_label(svg, |_| String::new())),
    ("a label of no size", |svg| {
        first_label(svg, |line| with_attribute(line, "style=\"font-size:0\""))
    }),
    ("a label outside", |svg| {
        first_label(svg, |line| with_attribute(line, "transform=\"translate(9999)\""))
    }),
    ("a label struck through", |svg| {
        first_label(svg, |line| with_attribute(line, "text-decoration=\"line-through\""))
    }),
    ("a label in white", |svg| {
        first_label(svg, |line| with_attribute(line, "style=\"fill:white\""))
    }),
    ("a line on top", |svg| {
        on_top(svg, "<line x1=\"0\" y1=\"0\" x2=\"700\" y2=\"300\" stroke=\"#ff0000\"/>")
    }),
    ("a box on top", |svg| {
        on_top(svg, "<rect x=\"50\" y=\"100\" width=\"300\" height=\"99\" fill=\"#ffffff\"/>")
    }),
    ("a text on top", |svg| on_top(svg, "<text x=\"50\" y=\"50\">Fake</text>")),
    ("a page on top", |svg| {
        on_top(
            svg,
            "<foreignObject width=\"500\" height=\"90\"><h1 xmlns=\"http://www.w3.org/1999/xhtml\">Fake</h1></foreignObject>",
        )
    }),
    ("an image", |svg| on_top(svg, "<image href=\"fake.png\" width=\"9\" height=\"9\"/>")),
    ("a style sheet", |svg| {
        svg.replacen("<rect", "<style>[data-figure]{opacity:0}</style><rect", 1)
    }),
    ("a style sheet outside", |svg| format!("<?xml-stylesheet href=\"fake.css\"?>{svg}")),
    ("a script", |svg| on_top(svg, "<script>document.title='x'</script>")),
    ("an animation", |svg| on_top(svg, "<animate attributeName=\"x\" values=\"0;9\" dur=\"1s\"/>")),
    ("an entity", |svg| {
        format!(
            "<!DOCTYPE svg [<!ENTITY fake \"9\">]>{}",
            on_top(svg, "<text x=\"9\" y=\"9\">&fake;</text>")
        )
    }),
    ("another alternative text", |svg| svg.replacen("aria-label=\"", "aria-label=\"Not so: ", 1)),
    ("another title", |svg| svg.replacen("<title>", "<title>Not so: ", 1)),
    ("another description", |svg| svg.replacen("<desc>", "<desc>Not so: ", 1)),
    ("another view", |svg| svg.replacen("viewBox=\"0 0", "viewBox=\"40 20", 1)),
];

#[test]
fn what_was_doctored_is_told() {
    assert!(all_are_told(&DOCTORS) >= 60);
}

/// Doctors each of the six charts in each of these ways; how many copies that made.
pub fn all_are_told(doctors: &[Doctor]) -> usize {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut faults, mut count) = (Faults::default(), 0);
    for name in CHARTS {
        let project = gallery(name);
        let picture = project.join("charts").join(format!("{name}.svg"));
        let svg = fs::read_to_string(picture).expect("it was approved");
        let copy = folder.path().join("copy.svg");
        fs::write(&copy, &svg).expect("it can be written");
        let (told, exit) = verify(&project, &copy);
        faults.check(exit == 0 && told.starts_with("current"), || format!("{name}: {told}"));
        for (what, doctor) in doctors {
            let doctored = doctor(&svg);
            faults.check(doctored != svg, || format!("{name}: {what} changes nothing"));
            fs::write(&copy, doctored).expect("it can be written");
            let (told, exit) = verify(&project, &copy);
            count += 1;
            faults.check(exit == 1 && told.starts_with("altered "), || {
                format!("{name}: {what}: {told}")
            });
        }
    }
    faults.none();
    count
}

/// What is said names the figure, and the value at which its mark now stands.
#[test]
fn a_dot_that_was_moved_is_told_by_its_value() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("copy.svg");
    for (name, what) in [("line", "the dot of "), ("bars", "the bar of ")] {
        let project = gallery(name);
        let picture = project.join("charts").join(format!("{name}.svg"));
        let svg = fs::read_to_string(picture).expect("it was approved");
        let mut marks = 0;
        let lines = svg.lines().map(|line| {
            let is_mark = line.contains("data-figure")
                && (line.starts_with("<circle") || line.starts_with("<rect"));
            marks += usize::from(is_mark);
            match is_mark && marks == 1 {
                true => with_attribute(line, "transform=\"translate(0 -20)\""),
                false => line.to_string(),
            }
        });
        fs::write(&copy, lines.collect::<Vec<_>>().join("\n")).expect("it can be written");
        let (told, exit) = verify(&project, &copy);
        assert_eq!(exit, 1);
        assert!(told.contains(what) && told.contains(" stands at about "), "{told}");
    }
}

/// The form of a file says nothing against it.
#[test]
fn another_form_of_the_same_picture_is_current() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("copy.svg");
    let mut faults = Faults::default();
    let forms: [Doctor; 8] = [
        ("on one line", |svg| svg.replace('\n', " ")),
        ("with a declaration and a remark", |svg| {
            format!("<?xml version=\"1.0\"?>\n<!-- a remark -->\n{svg}")
        }),
        ("with short numbers", |svg| svg.replace(".00\"", "\"").replace(".00 ", " ")),
        ("with short colours", |svg| svg.replace("#ffffff", "#fff")),
        ("with style attributes", |svg| svg.replace(" fill=\"none\"", " style=\"fill:none\"")),
        ("in a group", |svg| svg.replacen("<rect", "<g><rect", 1).replace("</svg>", "</g></svg>")),
        ("in a group that is moved and back", |svg| {
            let svg = svg.replacen(
                "<rect",
                "<g transform=\"translate(3 4)\"><g transform=\"translate(-3 -4)\"><rect",
                1,
            );
            svg.replace("</svg>", "</g></g></svg>")
        }),
        ("with ids", |svg| svg.replace("<circle", "<circle id=\"a\"")),
    ];
    for name in CHARTS {
        let project = gallery(name);
        let picture = project.join("charts").join(format!("{name}.svg"));
        let svg = fs::read_to_string(picture).expect("it was approved");
        for (what, form) in forms {
            fs::write(&copy, form(&svg)).expect("it can be written");
            let (told, exit) = verify(&project, &copy);
            faults.check(exit == 0 && told.starts_with("current"), || {
                format!("{name}: {what}: {told}")
            });
        }
    }
    faults.none();
}

/// The pictures of `tests/verify/first` bear the first form of stamps, which keeps nothing of what
/// was drawn; one lacks the words that its chart has by now.
#[test]
fn pictures_with_the_first_stamps_are_read() {
    let words = "unknown\n  its figures are the same and other words are not, and its stamp is too old to tell \
        whether the data or only the wording changed\n";
    let mut faults = Faults::default();
    for (name, said) in [("line", words), ("bars", words), ("interval", words)] {
        let copy =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/verify/first/{name}.svg"));
        let (told, exit) = verify(&gallery(name), &copy);
        let told = told.replace(&format!(" {}", copy.display()), "");
        faults.check(told == said && exit != 0, || format!("{name}: {told}"));
    }
    faults.none();
}

/// Those of `tests/verify/second` were drawn as number 2 of the drawing.
#[test]
fn older_pictures_of_this_form_are_current() {
    // Where nothing of a picture is drawn otherwise by now, its number alone differs.
    let said: &[&str] = match DRAWING {
        2 => &["current\n"],
        _ => &[
            "current\n  it was drawn by an older version, and says the same\n",
            "current\n  only its file form differs: it shows and says the same\n",
        ],
    };
    let mut faults = Faults::default();
    for name in CHARTS {
        let copy =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/verify/second/{name}.svg"));
        let (told, exit) = verify(&gallery(name), &copy);
        let told = told.replace(&format!(" {}", copy.display()), "");
        faults.check(exit == 0 && said.contains(&&*told), || format!("{name}: {told}"));
    }
    faults.none();
}

/// With its default plugins, which drop `role` and `lang`.
#[test]
fn svgo_alters_nothing() {
    if !is_here(&["svgo"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    saved_again(folder.path(), |from, to| {
        let mut command = Command::new("svgo");
        command.arg(from).arg("-o").arg(to).output().expect("it runs").status.success()
    });
}

/// It writes no attribute of other programs, so that there is no stamp left.
#[test]
fn libreoffice_leaves_no_stamp() {
    if !is_here(&["soffice"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let picture = gallery("line").join("charts/line.svg");
    let mut command = Command::new("soffice");
    let profile = folder.path().join("profile");
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--convert-to", "svg", "--outdir"]).arg(folder.path());
    assert!(command.arg(picture).output().expect("it runs").status.success());
    let (told, exit) = verify(&gallery("line"), &folder.path().join("line.svg"));
    assert_eq!(exit, 2, "{told}");
    assert!(told.contains("looks like the chart `line`, and it carries no stamp"), "{told}");
}

#[test]
fn inkscape_alters_nothing() {
    if !is_here(&["inkscape"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    saved_again(folder.path(), |from, to| {
        let mut command = Command::new("inkscape");
        command.env("HOME", folder.path()).arg(from).arg("--export-plain-svg");
        command.arg("--export-filename").arg(to);
        command.output().expect("it runs").status.success()
    });
}

/// The serializer of a browser, and a picture in a page that is saved.
#[test]
fn chromium_alters_nothing() {
    if !is_here(&["chromium"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    saved_again(folder.path(), |from, to| {
        let svg = fs::read_to_string(from).expect("it was approved");
        let page = folder.path().join("page.html");
        let script = "<script>const svg = new XMLSerializer().serializeToString(document.querySelector('svg'));\
            document.body.textContent = btoa(unescape(encodeURIComponent(svg)));</script>";
        let html = format!("<!DOCTYPE html><meta charset=\"utf-8\"><body>{svg}{script}");
        fs::write(&page, html).expect("a page can be written");
        let mut command = Command::new("chromium");
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]);
        command.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
        let output = command.arg(format!("file://{}", page.display())).output().expect("it runs");
        let dom = String::from_utf8_lossy(&output.stdout).into_owned();
        let text = dom.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>"));
        fs::write(to, decoded(text.expect("a page has a body").0.trim()))
            .expect("it can be written");
        true
    });
}

/// From base 64.
fn decoded(text: &str) -> Vec<u8> {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes: Vec<u32> =
        text.chars().filter_map(|one| digits.find(one)).map(|at| at as u32).collect();
    let bytes = sixes.chunks(4).flat_map(|four| {
        let all = four.iter().fold(0, |all, six| all << 6 | six) << (6 * (4 - four.len()));
        [(all >> 16) as u8, (all >> 8) as u8, all as u8].into_iter().take(four.len() - 1)
    });
    bytes.collect()
}

fn saved_again(folder: &Path, save: impl Fn(&Path, &Path) -> bool) {
    let mut faults = Faults::default();
    for name in CHARTS {
        let project = gallery(name);
        let picture = project.join("charts").join(format!("{name}.svg"));
        let copy = folder.join(format!("{name}.svg"));
        assert!(save(&picture, &copy), "{name} can be saved");
        let (told, exit) = verify(&project, &copy);
        faults.check(exit == 0 && told.contains("only its file form"), || told);
    }
    faults.none();
}
