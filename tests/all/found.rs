//! Charts that other programs put where they are not looked for at first sight: in streams of objects of a PDF,
//! in folders that LaTeX is told of, within another drawing of a page, in a checkout with other ends of lines.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::common::Faults;
use crate::common::folder::project;
use crate::documents::sourceline;

fn change_the_latest(folder: &Path) {
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("figures");
    fs::write(&figures, text.replace("2022,118", "2022,119")).expect("written");
}

/// The stamp of a PDF, as its information says it.
fn keywords(pdf: &[u8]) -> String {
    let text = String::from_utf8_lossy(pdf);
    let (_, rest) = text.split_once("/Keywords").expect("they are there");
    let rest = rest.trim_start();
    rest[..rest.find("\n/").or(rest.find("/Creat")).expect("something follows")].trim().to_string()
}

/// A PDF of which the objects lie in one stream, each with its number.
fn in_stream(objects: &[(usize, String)]) -> Vec<u8> {
    let (mut head, mut body) = (String::new(), String::new());
    for (number, object) in objects {
        head += &format!("{number} {} ", body.len());
        body += &format!("{object} ");
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(format!("{head}{body}").as_bytes()).expect("in memory");
    let packed = packed.finish().expect("in memory");
    let start = format!(
        "%PDF-1.5\n1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n2 0 obj\n<< /Type /ObjStm /N {} \
         /First {} /Filter /FlateDecode /Length {} >>\nstream\n",
        objects.len(),
        head.len(),
        packed.len()
    );
    [start.as_bytes(), &packed, b"\nendstream\nendobj\ntrailer\n<< /Root 9 0 R >>\n"].concat()
}

#[test]
fn a_chart_in_a_stream_of_objects_of_a_pdf_is_found() {
    let folder = project();
    let folder = folder.path();
    sourceline(folder, &["render", "--format", "pdf"]);
    let pdf = fs::read(folder.join("charts/nests.pdf")).expect("it is drawn");
    let stamp = format!("<< /Creator (a) /Keywords {} >>", keywords(&pdf));
    let page = |at: usize| (at, "<< /Type /Page >>".to_string());
    // As of one page, as of LaTeX with two, and one of two whose information is of one of them.
    fs::write(folder.join("one.pdf"), in_stream(&[page(5), (6, stamp.clone())])).expect("written");
    let figure = (8, "<< /Type /XObject /PTEX.InfoDict 7 0 R >>".to_string());
    let whole = [page(5), page(6), (7, stamp.clone()), figure];
    fs::write(folder.join("two.pdf"), in_stream(&whole)).expect("written");
    fs::write(folder.join("joined.pdf"), in_stream(&whole[..3])).expect("written");
    let mut faults = Faults::default();
    for (name, said, code) in
        [("one.pdf", "current", 0), ("two.pdf", "current", 0), ("joined.pdf", "no stamp", 2)]
    {
        let (told, exit) = sourceline(folder, &["verify", name]);
        faults.check(told.contains(said) && exit == code, || format!("{name}: {exit} {told}"));
    }
    change_the_latest(folder);
    let (told, exit) = sourceline(folder, &["verify", "two.pdf"]);
    faults.check(told.contains("118 is now 119") && exit == 1, || told);
    faults.none();
}

#[test]
fn latex_is_told_in_which_folders_its_pictures_lie() {
    let folder = project();
    let folder = folder.path();
    sourceline(folder, &["render", "--out", "img", "--format", "svg,pdf,png"]);
    change_the_latest(folder);
    let mut faults = Faults::default();
    for (paths, picture, found) in [
        ("\\graphicspath{{img/}}", "nests", true),
        ("\\graphicspath{{no/} {img/}}", "nests.png", true),
        ("\\graphicspath\n{ {img/} }", "nests.pdf", true),
        ("% \\graphicspath{{img/}}", "nests", false),
        ("\\graphicspath{{img/}}\n\\graphicspath{{no/}}", "nests", false),
        ("", "img/nests", true),
    ] {
        let text =
            format!("\\usepackage{{graphicx}}{paths}\n\\includegraphics[width=3cm]{{{picture}}}");
        fs::write(folder.join("a.tex"), text).expect("written");
        let (told, exit) = sourceline(folder, &["verify", "a.tex"]);
        let (stale, code) = (told.contains("118 is now 119"), if found { 1 } else { 2 });
        faults
            .check((stale, exit) == (found, code), || format!("{paths} {picture}: {exit} {told}"));
    }
    faults.none();
}

#[test]
fn a_picture_within_a_drawing_of_a_page_is_found() {
    let folder = project();
    let folder = folder.path();
    sourceline(folder, &["render"]);
    change_the_latest(folder);
    let mut faults = Faults::default();
    for image in [
        "<image href='charts/nests.svg' width=72 />",
        "<g><image xlink:href=\"charts/nests.svg\"></image></g>",
    ] {
        fs::write(folder.join("a.html"), format!("<p>\n<svg viewBox='0 0 9 9'>\n{image}</svg>"))
            .expect("written");
        let (told, exit) = sourceline(folder, &["verify", "a.html"]);
        let found = told.contains("line 3, charts/nests.svg") && told.contains("118 is now 119");
        faults.check(found && exit == 1, || format!("{image}: {exit} {told}"));
    }
    faults.none();
}

/// A checkout of git with `core.autocrlf`, but for what `.gitattributes` keeps.
#[test]
fn other_ends_of_lines_are_no_edits() {
    let folder = project();
    let folder = folder.path();
    sourceline(folder, &["render", "--all", "--out", "out"]);
    let texts =
        ["nests.csv", "nests.alt.txt", "nests.md"].map(|name| folder.join("out").join(name));
    for path in &texts {
        let text = fs::read_to_string(path).expect("it is written");
        fs::write(path, text.replace('\n', "\r\n")).expect("written");
    }
    let mut faults = Faults::default();
    let (told, exit) = sourceline(folder, &["verify"]);
    faults.check(!told.contains("altered") && exit == 0, || told);
    change_the_latest(folder);
    let (told, exit) = sourceline(folder, &["verify"]);
    faults.check(!told.contains("altered") && exit == 1, || told);
    let (told, exit) = sourceline(folder, &["render", "--all", "--out", "out"]);
    faults.check(!told.contains("somebody else") && exit == 0, || told);
    for path in &texts {
        let text = fs::read_to_string(path).expect("it is there");
        faults.check(!text.contains('\r'), || format!("{path:?} is as it was"));
    }
    fs::write(&texts[0], "mine\r\n").expect("written");
    fs::write(&texts[1], "mine\r\n").expect("written");
    let (told, exit) = sourceline(folder, &["render", "--all", "--out", "out"]);
    let kept =
        told.contains("2 files were made or edited by somebody else, and stay: move them away");
    faults.check(kept && exit == 1, || format!("{exit} {told}"));
    faults.none();
}

/// A spec that has the name of a series: without it nothing stands for its chart.
#[test]
fn no_series_takes_the_place_of_a_chart_of_its_name() {
    let folder = project();
    let folder = folder.path();
    let spec = folder.join("charts/swift-nests.toml");
    let text = "title = \"Nests and boxes\"\n\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"bars\" }]\n\
                [[panels]]\nseries = [{ id = \"swift-boxes\", mark = \"points\" }]\n";
    fs::write(&spec, text).expect("written");
    sourceline(folder, &["render"]);
    fs::copy(folder.join("charts/swift-nests.svg"), folder.join("a.svg")).expect("copied");
    sourceline(folder, &["render", "swift-nests", "--format", "png", "--out", "out"]);
    fs::copy(folder.join("out/swift-nests.png"), folder.join("a.png")).expect("copied");
    let mut faults = Faults::default();
    let broken = text.replace("\"points\"", "\"pints\"");
    for (spec_now, said) in [
        (Some(broken.as_str()), "the chart `swift-nests` cannot be drawn now"),
        (Some("title = "), "the chart `swift-nests` cannot be drawn now"),
        (None, "there is no chart `swift-nests` any more"),
    ] {
        match spec_now {
            Some(text) => fs::write(&spec, text).expect("written"),
            None => fs::remove_file(&spec).expect("it was there"),
        }
        for name in ["a.svg", "a.png"] {
            let before = fs::read(folder.join(name)).expect("it is there");
            let (told, exit) = sourceline(folder, &["verify", name]);
            faults
                .check(told.contains(said) && exit == 2, || format!("{spec_now:?}: {exit} {told}"));
            let (told, exit) = sourceline(folder, &["update", name]);
            let same = fs::read(folder.join(name)).expect("it is there") == before;
            faults.check(same && exit == 1 && told.contains(said), || {
                format!("{spec_now:?}: {exit} {told}")
            });
        }
    }
    // What was drawn of the series alone is of it still.
    sourceline(folder, &["render", "--series", "swift-nests", "--out", "alone"]);
    change_the_latest(folder);
    let (told, exit) = sourceline(folder, &["verify", "alone/swift-nests.svg"]);
    faults.check(told.contains("118 is now 119") && exit == 1, || told);
    faults.none();
}
