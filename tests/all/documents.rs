//! One chart in every kind of document: found, judged, told stale with the old and the new value.
//! Documents that other programs wrote are tried by `.ci/hosts`, by hand.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use base64::Engine;
use serde_json::Value;
use sourceline::documents::{self, FoundCharts, Unlooked};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::common::Faults;
use crate::common::folder::project;

/// What is printed and the exit code.
pub fn sourceline(folder: &Path, words: &[&str]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    let output = command.current_dir(folder).args(words).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (told, output.status.code().unwrap_or(-1))
}

pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("in memory");
    }
    archive.finish().expect("in memory").into_inner()
}

pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

pub fn slides(svg: &[u8], png: &[u8]) -> Vec<u8> {
    let presentation = format!(
        "<p:presentation xmlns:p=\"p\" xmlns:r=\"{OFFICE}\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"b\"/>\
         <p:sldId id=\"257\" r:id=\"a\"/></p:sldIdLst></p:presentation>"
    );
    let relations = |all: &[(&str, &str)]| {
        let each = all.iter().map(|(id, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/image\" Target=\"{target}\"/>")
        });
        format!("<Relationships xmlns=\"r\">{}</Relationships>", each.collect::<String>())
    };
    let slide = format!(
        "<p:sld xmlns:p=\"p\" xmlns:a=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><p:pic><p:nvPicPr>\
         <p:cNvPr id=\"4\" name=\"nests\" descr=\"Old words\"/></p:nvPicPr><p:blipFill>\
         <a:blip r:embed=\"x1\"><a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\">\
         <asvg:svgBlip xmlns:asvg=\"s\" r:embed=\"x2\"/></a:ext></a:extLst></a:blip></p:blipFill>\
         <p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"6858000\" cy=\"4000000\"/></a:xfrm></p:spPr>\
         </p:pic></p:sld>"
    );
    packed(&[
        ("[Content_Types].xml", b"<Types xmlns=\"t\"/>"),
        ("ppt/presentation.xml", presentation.as_bytes()),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[("a", "slides/slide1.xml"), ("b", "slides/slide2.xml")]).as_bytes(),
        ),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
        (
            "ppt/slides/_rels/slide1.xml.rels",
            relations(&[("x1", "../media/image1.png"), ("x2", "/ppt/media/image2.svg")]).as_bytes(),
        ),
        ("ppt/slides/slide2.xml", b"<p:sld xmlns:p=\"p\"/>"),
        ("ppt/media/image1.png", png),
        ("ppt/media/image2.svg", svg),
    ])
}

/// The content of a text document, with what a frame shows.
fn content(images: &str) -> String {
    format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:draw=\"d\" \
         xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><text:p>Words</text:p><text:p>\
         <draw:frame draw:name=\"nests\" svg:width=\"19cm\" svg:height=\"9cm\">{images}\
         <svg:desc>Old words</svg:desc></draw:frame></text:p></office:body></office:document-content>"
    )
}

pub fn open_document(svg: &[u8], png: &[u8]) -> Vec<u8> {
    let images =
        "<draw:image xlink:href=\"Pictures/1.svg\"/><draw:image xlink:href=\"Pictures/2.png\"/>";
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content(images).as_bytes()),
        ("Pictures/1.svg", svg),
        ("Pictures/2.png", png),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

/// As `html-minifier-terser` leaves it: attributes without quotation marks where that is allowed, and
/// names in small letters.
fn minified(svg: &str) -> String {
    let mut page = svg.replace("viewBox=", "viewbox=").replace("/>", ">");
    for name in ["width", "height", "x", "y", "fill", "role"] {
        let mut out = String::new();
        let start = format!(" {name}=\"");
        let mut rest = page.as_str();
        while let Some(at) = rest.find(&start) {
            let (before, after) = rest.split_at(at);
            let (value, after) = after[start.len()..].split_once('"').expect("it is closed");
            out += before;
            out += &format!(" {name}={value}");
            rest = after;
        }
        page = out + rest;
    }
    // What holds nothing is closed in an SVG, whatever stands at its end.
    for name in ["rect", "line", "circle", "path", "polyline", "polygon"] {
        let parts: Vec<&str> = page.split(&format!("<{name} ")).collect();
        page = parts
            .iter()
            .enumerate()
            .map(|(at, part)| match at {
                0 => part.to_string(),
                _ => format!("<{name} {}", part.replacen('>', &format!("></{name}>"), 1)),
            })
            .collect();
    }
    page
}

/// Every container, filled with the chart `nests` as it is drawn now.
fn fill(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let run = |words: &[&str]| {
        let (told, code) = sourceline(folder, words);
        assert_eq!(code, 0, "{words:?}: {told}");
        told
    };
    run(&["render", "nests", "--format", "svg,png,pdf", "--out", "docs/linked"]);
    run(&["embed", "nests", "--for", "word", "--out", "docs"]);
    let inline = run(&["embed", "nests", "--inline"]);
    let linked =
        |ending: &str| fs::read(folder.join(format!("docs/linked/nests.{ending}"))).unwrap();
    let (svg, png, pdf) = (linked("svg"), linked("png"), linked("pdf"));
    let text = String::from_utf8(svg.clone()).unwrap();
    let base64 = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let percent: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let write =
        |name: &str, bytes: &[u8]| fs::write(folder.join("docs").join(name), bytes).unwrap();
    write("alone.svg", &svg);
    write("alone.png", &png);
    write("alone.pdf", &pdf);
    let metadata = "<metadata><r:RDF xmlns:r=\"r\">Words of others</r:RDF><c xmlns=\"c\">2</c>";
    let stamp = text.split("data-sourceline=\"").nth(1).unwrap().split('"').next().unwrap();
    let rewritten = text.replacen(&format!(" data-sourceline=\"{stamp}\""), "", 1).replacen(
        "<title>",
        &format!("{metadata}<s xmlns=\"s\">{stamp}</s></metadata><title>"),
        1,
    );
    write("metadata.svg", rewritten.as_bytes());
    write("slides.pptx", &slides(&svg, &png));
    write("text.odt", &open_document(&svg, &png));
    let flat = content(&format!(
        "<draw:image><office:binary-data>{}</office:binary-data></draw:image>",
        base64(&png)
    ));
    write("flat.fodt", flat.as_bytes());
    let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\n<img src=\"../i/a.svg\"/></body></html>";
    let book = packed(&[
        ("mimetype", b"application/epub+zip"),
        ("OEBPS/t/one.xhtml", page.as_bytes()),
        ("OEBPS/i/a.svg", &svg),
    ]);
    write("book.epub", &book);
    write("nested.zip", &packed(&[("in/a.zip", &packed(&[("b.epub", &book)]))]));
    write("inline.html", inline.as_bytes());
    write("small.html", format!("<p>Words\n{}</p>", minified(&text)).as_bytes());
    write("hidden.html", format!("<!-- {text} --><p>none</p>").as_bytes());
    let own = format!("<img\nsrc='data:image/svg+xml;base64,{}'>", base64(&svg));
    write("base64.html", own.as_bytes());
    write("percent.html", format!("<img src=data:image/svg+xml,{percent}>").as_bytes());
    write("linked.html", b"<p>\n<picture><img src=linked/nests.svg?v=2></picture>");
    write("code.md", format!("```html\n{text}\n```\n\n`![a](linked/nests.svg)`\n").as_bytes());
    write("linked.md", b"Words\n\n![Chart: one](linked/nests.svg \"t\")\n");
    write("inline.qmd", format!("---\ntitle: a\n---\n\n{text}\n").as_bytes());
    write("note.ipynb", &notebook(&text, &base64(&png)));
    write(
        "paper.tex",
        b"% \\includegraphics{linked/none}\n\\includegraphics[width=1em]{linked/nests}\n",
    );
    write("paper.typ", b"// image(\"linked/none.svg\")\n#figure(image(\"linked/nests.svg\"))\n");
    vec![
        ("alone.pdf", ""),
        ("alone.png", ""),
        ("alone.svg", ""),
        ("base64.html", "line 1"),
        ("book.epub", "OEBPS/t/one.xhtml, line 2"),
        ("flat.fodt", "paragraph 2"),
        ("inline.html", "line 2"),
        ("inline.qmd", "line 5"),
        ("linked.html", "line 2, linked/nests.svg"),
        ("linked.md", "line 3, linked/nests.svg"),
        ("linked/nests.pdf", ""),
        ("linked/nests.png", ""),
        ("linked/nests.svg", ""),
        ("metadata.svg", ""),
        ("nested.zip", "in/a.zip, b.epub, OEBPS/t/one.xhtml, line 2"),
        ("nests.docx", "paragraph 1"),
        ("note.ipynb", "cell 1, line 1, linked/nests.svg"),
        ("note.ipynb", "cell 2"),
        ("paper.tex", "line 2, linked/nests.pdf"),
        ("paper.typ", "line 2, linked/nests.svg"),
        ("percent.html", "line 1"),
        ("slides.pptx", "slide 2"),
        ("small.html", "line 2"),
        ("text.odt", "paragraph 2"),
    ]
}

fn notebook(svg: &str, png: &str) -> Vec<u8> {
    let lines: Vec<&str> = svg.split_inclusive('\n').collect();
    let book = serde_json::json!({"cells": [
        {"cell_type": "markdown", "source": ["![a](linked/nests.svg)"]},
        {"cell_type": "code", "source": "", "outputs": [
            {"data": {"image/svg+xml": lines, "image/png": png}},
        ]},
    ]});
    book.to_string().into_bytes()
}

/// Document, place, chart, verdict and reasons.
fn told(folder: &Path) -> (Vec<[String; 5]>, i32) {
    let (text, code) = sourceline(folder, &["verify", "docs", "--format", "json"]);
    let rows: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let row = |row: &Value| {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_string();
        let document = text("document").replace("docs/", "");
        [document, text("place"), text("chart"), text("verdict"), row["reasons"].to_string()]
    };
    let mut rows: Vec<[String; 5]> = rows.as_array().unwrap().iter().map(row).collect();
    let mut without = Vec::new();
    rows.retain(|row| {
        let is_chart = row[3] != "no chart";
        without.extend((!is_chart).then(|| row[0].clone()));
        is_chart
    });
    assert_eq!(without, ["code.md", "hidden.html"]);
    (rows, code)
}

#[test]
fn a_chart_is_found_in_every_document_and_told_stale_with_both_values() {
    let folder = project();
    let folder = folder.path();
    let places = fill(folder);
    let mut faults = Faults::default();
    let mut hold = |state: &str, verdict: &str, reason: &str, expected: i32| {
        let (rows, code) = told(folder);
        let found: Vec<(&str, &str)> =
            rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        let mut all = places.clone();
        all.sort_unstable();
        let mut sorted = found.clone();
        sorted.sort_unstable();
        faults.check(sorted == all, || format!("{state}: {found:#?}"));
        faults.check(code == expected, || format!("{state}: exits with {code}"));
        for row in &rows {
            let right = row[2] == "nests" && row[3] == verdict && row[4].contains(reason);
            faults.check(right, || format!("{state}: {row:?}"));
        }
    };
    hold("fresh", "current", "", 0);
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    let unrelated = text.replace("2022-06-30,40,", "2022-06-30,41,");
    assert_ne!(unrelated, text);
    fs::write(&figures, unrelated).unwrap();
    hold("another row changed", "current", "", 0);
    fs::write(&figures, text.replace("2022,118", "2022,119")).unwrap();
    hold("a figure changed", "stale", "2022: 118 is now 119", 1);
    faults.none();
}

pub fn looked(name: &str, bytes: &[u8]) -> Result<FoundCharts, Unlooked> {
    documents::find(name, bytes, &mut |_| None)
}

#[test]
fn forms_that_disagree_are_told() {
    let folder = project();
    let folder = folder.path();
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    let render = || sourceline(folder, &["render", "nests", "--format", "svg,png", "--out", "out"]);
    render();
    let old = fs::read(folder.join("out/nests.png")).unwrap();
    fs::write(&figures, text.replace("2022,118", "2022,119")).unwrap();
    render();
    let new = fs::read(folder.join("out/nests.svg")).unwrap();
    fs::write(folder.join("a.odt"), open_document(&new, &old)).unwrap();
    let (told, code) = sourceline(folder, &["verify", "a.odt"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("its SVG is current, its PNG is stale"), "{told}");
    assert!(told.contains("118 is now 119"), "{told}");
    let stampless = b"\x89PNG\r\n\x1a\n";
    fs::write(folder.join("a.odt"), open_document(&new, stampless)).unwrap();
    let (told, code) = sourceline(folder, &["verify", "a.odt"]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("Pictures/2.png, the same picture"), "{told}");
}

#[test]
fn what_cannot_be_looked_at_is_told_and_why() {
    assert_eq!(looked("a.docx", b"words"), Err(Unlooked::Damaged("it is no ZIP archive".into())));
    assert_eq!(looked("a.csv", b"a,b\n"), Err(Unlooked::Unknown));
    assert_eq!(looked("a.html", b"\xff\xfe<"), Err(Unlooked::Letters));
    assert_eq!(looked("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Unlooked::OldOffice));
    let book = packed(&[("a.svg", b"<svg/>")]);
    let cut = looked("a.zip", &book[..book.len() - 30]);
    assert!(matches!(cut, Err(Unlooked::Damaged(_))), "{cut:?}");
    let mut locked = book.clone();
    let central = locked.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[central + 8] |= 1;
    let found = looked("a.zip", &locked).unwrap();
    assert!(found.remarks[0].contains("locked by a password"), "{found:?}");
    let manifest = b"<m:manifest><m:encryption-data/></m:manifest>";
    let open = packed(&[("content.xml", b"<a/>"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(looked("a.odt", &open), Err(Unlooked::Locked));
}

#[test]
fn what_is_too_large_is_not_looked_at() {
    let nothing = vec![b' '; (64 << 20) + 1];
    let found = looked("a.zip", &packed(&[("a.svg", &nothing)])).unwrap();
    assert!(found.remarks[0].contains("more than 64 MiB"), "{found:?}");
    let names: Vec<String> = (0..10_001).map(|at| format!("{at}.txt")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(looked("a.zip", &packed(&parts)), Err(Unlooked::ManyParts(10_001)));
    let mut deep = packed(&[("a.svg", b"<svg/>")]);
    for _ in 0..4 {
        deep = packed(&[("a.zip", &deep)]);
    }
    let found = looked("a.zip", &deep).unwrap();
    assert!(found.remarks[0].contains("more than 3 other documents"), "{found:?}");
}

#[test]
fn of_a_part_256_elements_inside_each_other_or_attributes_at_one_are_looked_at_and_no_more() {
    let deep = |depth: usize| format!("{}{}", "<p>".repeat(depth), "</p>".repeat(depth));
    let wide = |many: usize| {
        let attributes: Vec<String> = (0..many).map(|at| format!("a{at}=\"\"")).collect();
        format!("<p {}/>", attributes.join(" "))
    };
    for (text, is_looked_at) in
        [(deep(256), true), (deep(257), false), (wide(256), true), (wide(257), false)]
    {
        for (name, page) in [("a.docx", "word/document.xml"), ("a.odt", "content.xml")] {
            let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
            let types = if name == "a.docx" { &[types][..] } else { &[] };
            let parts = [types, &[(page, text.as_bytes())]].concat();
            let found = looked(name, &packed(&parts)).unwrap();
            let told = found.remarks.iter().any(|told| told.contains("more than 256 elements"));
            assert_eq!(told, !is_looked_at, "{name}: {found:?}");
        }
    }
}

#[test]
fn a_page_whose_tag_has_more_than_a_hundred_attributes_is_not_looked_at() {
    for attribute in ["a=\"b\" ", "a=\"b\"/"] {
        for tag in ["p", "svg", "/p", "img"] {
            let page = format!("<!doctype html><title>P</title><{tag} {}>", attribute.repeat(101));
            assert_eq!(looked("a.html", page.as_bytes()), Err(Unlooked::Overfull));
            let few = format!("<!doctype html><title>P</title><{tag} {}>", attribute.repeat(100));
            assert!(looked("a.html", few.as_bytes()).is_ok());
        }
    }
}

#[test]
fn a_folder_without_a_chart_is_nothing_that_could_be_told() {
    let folder = project();
    let folder = folder.path();
    fs::create_dir(folder.join("reports")).unwrap();
    fs::write(folder.join("reports/plain.md"), "Words.\n").unwrap();
    let (told, code) = sourceline(folder, &["verify", "reports"]);
    assert!(
        code == 2 && told.contains("1 file holds no chart with a stamp: reports/plain.md"),
        "{code} {told}"
    );
    for at in 0..100 {
        fs::write(folder.join(format!("reports/more-{at}.md")), "Words.\n").unwrap();
    }
    let (told, code) = sourceline(folder, &["verify", "reports"]);
    assert!(code == 2 && told.contains("101 files hold") && told.contains("and 91 more"), "{told}");
    let (told, code) = sourceline(folder, &["verify", "reports", "--format", "csv"]);
    assert!(code == 2 && told.contains("reports/plain.md,,,,no chart,"), "{code} {told}");
    assert_eq!(told.lines().count(), 102, "{told}");
}

#[test]
fn links_to_pictures_that_are_not_there_are_told() {
    let missing = |name: &str, text: &str| looked(name, text.as_bytes()).unwrap().missing;
    let page = "<p>\n<picture><source srcset='a.svg'><img src=a.svg><img src=b.png></picture>\
                <img src='https://example.org/c.svg'><img src='/d.svg'><img src=data:image/png,x>";
    let told =
        ["line 2 links to a.svg, which is not there", "line 2 links to b.png, which is not there"];
    assert_eq!(missing("a.html", page), told);
    assert_eq!(missing("a.md", "`![a](a.svg)`\n![a](a.svg 't') ![a](b.png) ![](c.jpg)\n"), told);
    assert_eq!(missing("a.typ", "\n#image(\"a.svg\")\n"), told[..1]);
    assert_eq!(missing("a.tex", "\\includegraphics{a.pdf}\\includegraphics{b}"), [""; 0]);
    let book = r#"{"cells": [{"cell_type": "markdown", "source": ["\n", "![a](a.svg)"]}]}"#;
    assert_eq!(missing("a.ipynb", book), ["cell 1, line 2 links to a.svg, which is not there"]);
}

#[test]
fn a_page_names_pictures_in_styles_and_says_from_where_addresses_count() {
    let missing = |text: &str| looked("a.html", text.as_bytes()).unwrap().missing;
    let told = |line: usize, path: &str| format!("line {line} links to {path}, which is not there");
    let styles = "<style>\n.a { background: url(m/a.svg) }\n.b { content: url( 'b b.png' ) }\n</style>\n\
                  <p style='background-image:url(\"c.svg\")'><td background=d.png>\n\
                  <video poster=e.svg></video><input type=image src=f.svg>\
                  <script>let a = 'url(g.svg)';</script><!-- url(h.svg) -->url(i.svg)";
    let all =
        [(2, "m/a.svg"), (3, "b b.png"), (5, "c.svg"), (5, "d.png"), (6, "e.svg"), (6, "f.svg")];
    assert_eq!(missing(styles), all.map(|(line, path)| told(line, path)));
    let page = "<img src=a.svg><img src='/b.svg'><img src='data:image/png,x'>";
    for (base, expected) in [
        ("<base href=img/>", Some("img/a.svg")),
        ("<base target=_blank><base href=../m/index.html><base href=n/>", Some("../m/a.svg")),
        ("<base href=index.html>", Some("a.svg")),
        ("<base href='https://example.org/report/'>", None),
        ("<base href=/report/>", None),
    ] {
        let expected: Vec<String> = expected.map(|path| told(1, path)).into_iter().collect();
        assert_eq!(missing(&format!("{base}{page}")), expected, "{base}");
    }
}
