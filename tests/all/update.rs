//! `update` on one chart in every document that it writes: the chart is current afterwards and all
//! else is as it was.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::common::Faults;
use crate::common::folder::project;
use crate::documents::{OFFICE, open_document, packed, slides, sourceline};
use base64::Engine;
use zip::ZipArchive;

/// The parts of a package in order, each with its time and what is unpacked of it.
fn parts(bytes: &[u8]) -> Vec<(String, String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let all = (0..archive.len()).map(|at| {
        let mut part = archive.by_index(at).expect("a part");
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).expect("whole");
        let name = part.name().expect("a name").into_owned();
        (name, format!("{:?} {:?}", part.last_modified(), part.compression()), inside)
    });
    all.collect()
}

fn change_a_figure(folder: &Path) {
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    fs::write(&figures, text.replace("2022,118", "2022,119")).unwrap();
}

fn filled(folder: &Path) -> Vec<&'static str> {
    let run = |words: &[&str]| {
        let (told, code) = sourceline(folder, words);
        assert_eq!(code, 0, "{words:?}: {told}");
        told
    };
    run(&["embed", "nests", "--for", "word", "--out", "."]);
    run(&["render", "nests", "--format", "svg,png", "--out", "out"]);
    let inline = run(&["embed", "nests", "--inline"]);
    let inline = inline.split("wrote").next().unwrap();
    let (svg, png) = (
        fs::read(folder.join("out/nests.svg")).unwrap(),
        fs::read(folder.join("out/nests.png")).unwrap(),
    );
    let text = String::from_utf8(svg.clone()).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("a.svg", &svg);
    write("a.png", &png);
    write("a.pptx", &slides(&svg, &png));
    write("a.odt", &open_document(&svg, &png));
    write("a.html", format!("\u{feff}<!-- <svg> --><p>Before\r\n{inline}<p>After").as_bytes());
    let percent: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
    write("b.html", format!("<p>Before<img src='data:image/svg+xml,{percent}'>After").as_bytes());
    let png = base64::engine::general_purpose::STANDARD.encode(&png);
    let png = format!("url(data:image/png;base64,{png})");
    let styled = format!(
        "<style>.a {{ background: {png} }}\n.b {{ content: {png} }}</style><p style='background:{png}'>"
    );
    write("c.html", styled.as_bytes());
    write("a.md", format!("# Words\n\n`<svg>`\n\n{}\nAfter\n", text.trim_end()).as_bytes());
    vec!["nests.docx", "a.svg", "a.png", "a.pptx", "a.odt", "a.html", "b.html", "c.html", "a.md"]
}

#[test]
fn a_stale_chart_is_replaced_and_all_else_stays() {
    let folder = project();
    let folder = folder.path();
    let documents = filled(folder);
    let mut faults = Faults::default();
    let update = |name: &str, more: &[&str]| {
        let words = [&["update", name][..], more].concat();
        sourceline(folder, &words)
    };
    for name in &documents {
        let (told, code) = update(name, &[]);
        faults.check(code == 0 && told.starts_with("unchanged"), || format!("{name}: {told}"));
    }
    change_a_figure(folder);
    for name in &documents {
        let before = fs::read(folder.join(name)).unwrap();
        let (told, code) = update(name, &["--dry-run"]);
        let right = code == 0 && told.contains("would update") && told.contains("118 is now 119");
        faults.check(right, || format!("{name}: {told}"));
        faults.check(fs::read(folder.join(name)).unwrap() == before, || format!("{name}: written"));
        let (told, code) = update(name, &[]);
        faults.check(code == 0 && told.contains("updated"), || format!("{name}: {code} {told}"));
        let kept = fs::read(folder.join(format!("{name}.before"))).unwrap();
        faults.check(kept == before, || format!("{name}: the document as it was is not kept"));
        let (told, code) = sourceline(folder, &["verify", name]);
        faults.check(code == 0, || format!("{name}: {told}"));
        let after = fs::read(folder.join(name)).unwrap();
        if !before.starts_with(b"PK") {
            continue;
        }
        let (before, after) = (parts(&before), parts(&after));
        faults.check(before.len() == after.len(), || format!("{name}: other parts"));
        for (old, new) in before.iter().zip(&after) {
            // What `embed` wrote beside the picture says the same as that.
            let is_words = name == &"nests.docx" && old.0 == "word/document.xml";
            let is_picture = old.0.ends_with("svg") || old.0.ends_with("png") || is_words;
            faults.check((&old.0, &old.1) == (&new.0, &new.1), || format!("{name}: {}", old.0));
            faults.check((old.2 == new.2) != is_picture, || {
                format!("{name}: {} is not as it ought to be", old.0)
            });
        }
    }
    let html = fs::read_to_string(folder.join("a.html")).unwrap();
    assert!(html.starts_with("\u{feff}<!-- <svg> --><p>Before\r\n<figure"), "{html}");
    assert!(html.ends_with("<p>After") && html.matches("<svg").count() == 2, "{html}");
    assert!(!html.contains(">118<") && html.contains("<td>119</td>"), "{html}");
    assert!(html.contains("<svg style=\"max-width:100%;height:auto\""), "{html}");
    faults.none();
}

/// A page shows a picture smaller, and finds it by a name of its own.
#[test]
fn the_height_that_a_page_gives_a_picture_follows_it() {
    let folder = project();
    let folder = folder.path();
    sourceline(folder, &["render", "nests", "--format", "svg,png", "--out", "m"]);
    let svg = fs::read_to_string(folder.join("m/nests.svg")).expect("it is there");
    let said = |name: &str| -> f64 {
        let start = svg.find(&format!(" {name}=\"")).expect("it says it") + name.len() + 3;
        svg[start..].split('"').next().and_then(|digits| digits.parse().ok()).expect("a number")
    };
    let half = |width: f64| (width * said("height") / said("width")).round() as u32;
    let page = |small: u32, large: u32, png: u32| {
        format!(
            "<img alt=a width=\"360\" height=\"{small}\" src=\"m/nests.svg\">\n<picture><source srcset=\"m/nests.svg\" \
             height='{large}' width='720'><img src=\"m/nests.png\" width=500 height={png} alt=b></picture>\n\
             <img src=\"m/other.png\" width=5 height=9><img src=\"m/nests.svg\" width=\"100%\" height=9 alt=c>\n"
        )
    };
    let right = page(half(360.0), half(720.0), half(500.0));
    for name in ["a.html", "a.md"] {
        fs::write(folder.join(name), page(half(360.0) + 1, 9, 9)).expect("written");
    }
    fs::write(folder.join("m/other.png"), "no chart").expect("written");
    let (told, _) = sourceline(folder, &["verify", "a.html"]);
    let remark = format!("its height (line 2) is 9, and {} at its width", half(720.0));
    assert!(told.contains("current") && told.contains(&remark), "{told}");
    assert!(!told.contains("line 1) is"), "a pixel more is no other shape: {told}");
    for name in ["a.html", "a.md"] {
        let (told, _) = sourceline(folder, &["update", name]);
        assert!(told.contains("line 2, height: was 9, is"), "{told}");
        let now = fs::read_to_string(folder.join(name)).expect("it is there");
        assert_eq!(
            now,
            right.replacen(&half(360.0).to_string(), &(half(360.0) + 1).to_string(), 1),
            "{name}"
        );
        let (told, _) = sourceline(folder, &["verify", name]);
        assert!(!told.contains("its height"), "{told}");
    }
}

#[test]
fn a_pdf_is_replaced_while_it_is_one_chart_as_it_was_written() {
    let folder = project();
    let folder = folder.path();
    let render = |more: &[&str]| {
        let words = [&["render", "nests", "--format", "pdf", "--out", "out"], more].concat();
        let (told, code) = sourceline(folder, &words);
        assert_eq!(code, 0, "{told}");
    };
    render(&[]);
    render(&["--size", "narrow", "--theme", "dark"]);
    sourceline(folder, &["embed", "nests", "--for", "latex", "--bare", "--out", "out"]);
    let names = ["nests.pdf", "nests-narrow-dark.pdf", "nests.bare.pdf"];
    let read = |name: &str| fs::read(folder.join(name)).expect("it is there");
    for (at, name) in names.iter().enumerate() {
        fs::write(folder.join(format!("{at}.pdf")), read(&format!("out/{name}"))).expect("written");
    }
    // As programs leave it that add something at the end, or write it anew.
    let whole = read("0.pdf");
    let more =
        [&whole[..], b"1 0 obj\n<</Type/Annot>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"];
    fs::write(folder.join("added.pdf"), more.concat()).expect("written");
    let text = String::from_utf8_lossy(&whole).into_owned();
    let id =
        text.rsplit("/ID[(").next().and_then(|rest| rest.split(')').next()).expect("it has one");
    let both = (format!("({id})({id})"), format!("({id})({})", "A".repeat(id.len())));
    let at = whole.windows(both.0.len()).rposition(|there| there == both.0.as_bytes());
    let mut other = whole.clone();
    other.splice(
        at.expect("both are there")..,
        [both.1.as_bytes(), &whole[at.unwrap() + both.0.len()..]].concat(),
    );
    fs::write(folder.join("anew.pdf"), other).expect("written");

    let (told, code) = sourceline(folder, &["update", "0.pdf", "1.pdf", "2.pdf"]);
    assert!(code == 0 && told.matches("unchanged").count() == 3, "{told}");
    change_a_figure(folder);
    let (told, code) = sourceline(folder, &["update", "0.pdf", "1.pdf", "2.pdf"]);
    assert!(code == 0 && told.matches("updated").count() == 3, "{told}");
    assert!(told.contains("nests: 2022: 118 is now 119"), "{told}");
    let (told, code) = sourceline(folder, &["verify", "0.pdf", "1.pdf", "2.pdf"]);
    assert!(code == 0 && told.matches("current").count() == 3, "{told}");
    // They are what is drawn now, look and title and all.
    render(&["--force"]);
    render(&["--size", "narrow", "--theme", "dark"]);
    sourceline(folder, &["embed", "nests", "--for", "latex", "--bare", "--out", "out"]);
    for (at, name) in names.iter().enumerate() {
        assert!(read(&format!("{at}.pdf")) == read(&format!("out/{name}")), "{name}");
    }
    for name in ["added.pdf", "anew.pdf"] {
        let before = read(name);
        let (told, code) = sourceline(folder, &["update", name]);
        assert!(code == 2 && told.contains("went through another program"), "{name}: {told}");
        assert!(read(name) == before, "{name}");
    }
}

#[test]
fn what_a_page_says_of_a_picture_in_it_stays() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    let start = page.find("<svg style").unwrap();
    let (before, picture) = page.split_at(start);
    let (width, height) = (said(picture, "width"), said(picture, "height"));
    let smaller = picture
        .replacen(
            "<svg style=\"max-width:100%;height:auto\"",
            "<svg class=\"wide\" id=\"nests\"",
            1,
        )
        .replacen(&format!(" width=\"{width}\" height=\"{height}\""), " width=\"540\"", 1);
    fs::write(folder.join("a.html"), format!("{before}{smaller}")).unwrap();
    let (told, code) = sourceline(folder, &["verify", "a.html"]);
    assert_eq!(code, 0, "{told}");
    change_a_figure(folder);
    let (told, code) = sourceline(folder, &["update", "a.html"]);
    assert!(code == 0 && told.contains("updated"), "{told}");
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    let picture = &page[page.find("<svg id").expect("the page's own names stay")..];
    let root = &picture[..picture.find('>').unwrap()];
    assert!(root.contains(" class=\"wide\"") && root.contains(" width=\"540\""), "{root}");
    assert!(!root.contains(" height="), "it would be distorted: {root}");
    let (told, code) = sourceline(folder, &["verify", "a.html"]);
    assert_eq!(code, 0, "{told}");
}

/// What the first element says of itself.
fn said(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once(&format!(" {name}=\"")).unwrap();
    rest.split_once('"').unwrap().0.to_string()
}

#[test]
fn the_alternative_text_follows_and_one_by_hand_stays() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    let spec = folder.join("charts/nests.toml");
    let text = fs::read_to_string(&spec).unwrap();
    fs::write(&spec, text.replace("2020", "2021")).unwrap();
    let (told, code) = sourceline(folder, &["update", "nests.docx", "a.odt"]);
    assert_eq!(code, 0, "{told}");
    // Where a person finds it, not the name of a part.
    let hand = "\n  paragraph 2: its alternative text was written by hand and stays";
    assert!(told.contains(hand), "{told}");
    let svg = fs::read(folder.join("a.svg")).unwrap();
    let png = fs::read(folder.join("a.png")).unwrap();
    let word = "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:p=\"p\" xmlns:r=\"R\"><w:p/><w:p/><w:p>\
                <p:pic><p:cNvPr descr=\"By hand\"/><a:blip r:embed=\"x1\"/></p:pic></w:p></w:document>"
        .replace("\"R\"", &format!("\"{OFFICE}\""));
    let relations = "<R><Relationship Id=\"x1\" Target=\"media/a.png\"/></R>";
    let part = |page: &str| {
        packed(&[
            ("[Content_Types].xml", b"<Types xmlns=\"t\"/>"),
            (&format!("word/{page}.xml"), word.as_bytes()),
            (&format!("word/_rels/{page}.xml.rels"), relations.as_bytes()),
            ("word/media/a.png", &png),
        ])
    };
    fs::write(folder.join("b.docx"), part("document")).unwrap();
    fs::write(folder.join("c.docx"), part("header2")).unwrap();
    fs::write(folder.join("d.pptx"), slides(&svg, &png)).unwrap();
    let (told, code) = sourceline(folder, &["update", "b.docx", "c.docx", "d.pptx"]);
    assert_eq!(code, 0, "{told}");
    for place in ["paragraph 3", "header, paragraph 3", "slide 2"] {
        let hand = format!("\n  {place}: its alternative text was written by hand and stays");
        assert!(told.contains(&hand), "{place}: {told}");
    }
    let document = |name: &str, part: &str| {
        let all = parts(&fs::read(folder.join(name)).unwrap());
        String::from_utf8(all.into_iter().find(|one| one.0 == part).unwrap().2).unwrap()
    };
    let word = document("nests.docx", "word/document.xml");
    assert_eq!(word.matches("as in 2021. Swift").count(), 2, "{word}");
    assert!(document("a.odt", "content.xml").contains("Old words"));
}

#[test]
fn a_picture_of_another_shape_keeps_its_width() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    let spec = folder.join("charts/nests.toml");
    let text = fs::read_to_string(&spec).unwrap();
    fs::write(&spec, format!("height = 600\n{text}")).unwrap();
    for name in ["nests.docx", "a.pptx", "a.odt"] {
        let page = ["word/document.xml", "ppt/slides/slide1.xml", "content.xml"];
        let read = || {
            let all = parts(&fs::read(folder.join(name)).unwrap());
            let page = all.into_iter().find(|one| page.contains(&&*one.0)).unwrap();
            String::from_utf8(page.2).unwrap()
        };
        let numbers = |text: &str, what: &str| -> Vec<f64> {
            let start = format!(" {what}=\"");
            let starts = text.split(&start).skip(1);
            let digits = |one: &str| {
                one.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect::<String>()
            };
            starts.filter_map(|one| digits(one).parse().ok()).collect()
        };
        let names = if name == "a.odt" { ["svg:width", "svg:height"] } else { ["cx", "cy"] };
        let before = read();
        let (told, code) = sourceline(folder, &["update", name]);
        assert_eq!(code, 0, "{name}: {told}");
        let after = read();
        assert_eq!(numbers(&before, names[0]), numbers(&after, names[0]), "{name}");
        let (old, new) = (numbers(&before, names[1]), numbers(&after, names[1]));
        assert!(old.len() == new.len() && !old.is_empty(), "{name}");
        for (old, new) in old.iter().zip(&new) {
            assert!((new / old - 600.0 / 446.0).abs() < 0.02, "{name}: {old} became {new}");
        }
    }
}

#[test]
fn what_is_signed_open_tracked_or_altered_is_left() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    change_a_figure(folder);
    let before = fs::read(folder.join("nests.docx")).unwrap();
    let left = |name: &str, why: &str, code: i32| {
        let bytes = fs::read(folder.join(name)).unwrap();
        let (told, found) = sourceline(folder, &["update", name]);
        assert!(told.contains(why) && found == code, "{name}: {found} {told}");
        assert_eq!(fs::read(folder.join(name)).unwrap(), bytes, "{name}");
        assert!(!folder.join(format!("{name}.before")).exists(), "{name}");
    };
    for mark in [".~lock.nests.docx#", "~$sts.docx", "~$nests.docx"] {
        fs::write(folder.join(mark), ",Ann,,,;").unwrap();
        left("nests.docx", "is open in", 2);
        fs::remove_file(folder.join(mark)).unwrap();
    }
    let all = parts(&before);
    let repacked = |change: &dyn Fn(&str, &[u8]) -> Vec<u8>, more: &[(&str, &[u8])]| {
        let changed: Vec<(String, Vec<u8>)> =
            all.iter().map(|(name, _, bytes)| (name.clone(), change(name, bytes))).collect();
        let mut parts: Vec<(&str, &[u8])> =
            changed.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        parts.extend(more);
        crate::documents::packed(&parts)
    };
    let same = |_: &str, bytes: &[u8]| bytes.to_vec();
    fs::write(folder.join("signed.docx"), repacked(&same, &[("_xmlsignatures/a.xml", b"<a/>")]))
        .unwrap();
    left("signed.docx", "it is signed", 2);
    let in_document = |from: &'static str, to: &'static str| {
        move |name: &str, bytes: &[u8]| match name {
            "word/document.xml" => {
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                assert!(text.contains(from), "{text}");
                text.replace(from, to).into_bytes()
            }
            _ => bytes.to_vec(),
        }
    };
    let tracked = |name: &str, bytes: &[u8]| {
        let opened =
            in_document("<w:r><w:drawing>", "<w:ins w:id=\"1\"><w:r><w:drawing>")(name, bytes);
        in_document("</w:drawing></w:r>", "</w:drawing></w:r></w:ins>")(name, &opened)
    };
    fs::write(folder.join("tracked.docx"), repacked(&tracked, &[])).unwrap();
    left("tracked.docx", "tracked changes", 2);
    let svg = fs::read_to_string(folder.join("a.svg")).unwrap();
    fs::write(folder.join("altered.svg"), svg.replace(">118<", ">811<")).unwrap();
    left("altered.svg", "altered by hand", 1);
    left("data/figures.csv", "no document", 2);
    left("out/../data/series.csv", "no document", 2);
}

#[test]
fn a_file_that_a_page_shows_is_told() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    fs::write(folder.join("page.md"), "![a](out/nests.svg)\n").unwrap();
    change_a_figure(folder);
    let (told, code) = sourceline(folder, &["update", "page.md"]);
    assert!(told.contains("stale, a file of its own: update out/nests.svg"), "{told}");
    assert_eq!(code, 1);
}

#[test]
fn a_copy_takes_a_name_that_nothing_has_and_is_kept_only_where_the_document_was_written() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    let first = read("nests.docx");
    fs::write(folder.join("nests.docx.before"), "my notes").unwrap();
    change_a_figure(folder);
    let (told, code) = sourceline(folder, &["update", "nests.docx"]);
    assert!(code == 0 && told.contains("as it was: nests.docx.before-2"), "{code} {told}");
    assert_eq!(read("nests.docx.before"), b"my notes");
    assert_eq!(read("nests.docx.before-2"), first);
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    fs::write(&figures, text.replace("2022,119", "2022,121")).unwrap();
    let second = read("nests.docx");
    let mut rights = fs::metadata(folder.join("nests.docx")).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(folder.join("nests.docx"), rights).unwrap();
    let (told, code) = sourceline(folder, &["update", "nests.docx"]);
    assert!(code == 2 && told.contains("read-only"), "{code} {told}");
    assert_eq!(read("nests.docx"), second);
    assert!(!folder.join("nests.docx.before-3").exists());
    assert_eq!(read("nests.docx.before-2"), first);
}

#[test]
fn what_is_not_looked_into_is_told_and_is_not_unchanged() {
    let folder = project();
    let folder = folder.path();
    filled(folder);
    let svg = fs::read(folder.join("a.svg")).unwrap();
    let png = fs::read(folder.join("a.png")).unwrap();
    let all = parts(&slides(&svg, &png));
    let with = |name: &str, inside: &[u8]| {
        let mut parts: Vec<(&str, &[u8])> =
            all.iter().map(|(name, _, bytes)| (name.as_str(), bytes.as_slice())).collect();
        parts.push((name, inside));
        packed(&parts)
    };
    let mut locked = with("ppt/media/z.png", &png);
    // Both heads of the last part say that it is locked.
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(4).rposition(|four| four == mark).unwrap();
        locked[at + flags] |= 1;
    }
    let documents = [
        ("locked.pptx", locked, "it is locked by a password"),
        ("large.pptx", with("ppt/media/z.svg", &vec![b' '; (64 << 20) + 1]), "more than 64 MiB"),
        ("damaged.pptx", with("ppt/embeddings/z.docx", b"PK\x03\x04 and no more"), "it is damaged"),
    ];
    let mut faults = Faults::default();
    for (name, bytes, why) in &documents {
        fs::write(folder.join(name), bytes).unwrap();
        let (told, code) = sourceline(folder, &["update", name]);
        let start = format!("unchanged {name}, but not all of it was looked into:\n");
        let right = told.starts_with(&start) && told.matches(why).count() == 1 && code == 2;
        faults.check(right, || format!("{name}: {code} {told}"));
        let (told, verified) = sourceline(folder, &["verify", name]);
        faults.check(verified == code && told.contains(why), || format!("{verified} {told}"));
    }
    // An address in a page that holds a damaged picture, and a picture beside it.
    fs::write(folder.join("page.html"), "<img src='data:image/svg+xml,%FF'><img src='b.svg'>")
        .unwrap();
    fs::write(folder.join("b.svg"), b"\xff").unwrap();
    let (told, code) = sourceline(folder, &["update", "page.html"]);
    faults
        .check(code == 2 && told.matches("not in UTF-8").count() == 2, || format!("{code} {told}"));
    change_a_figure(folder);
    for (name, _, why) in &documents {
        let (told, code) = sourceline(folder, &["update", name]);
        // What is locked in part cannot be put together anew.
        let word = if *name == "locked.pptx" { "left" } else { "updated" };
        let right = told.starts_with(word) && told.contains(why) && code == 2;
        faults.check(right, || format!("{name}: {code} {told}"));
    }
    faults.none();
}
