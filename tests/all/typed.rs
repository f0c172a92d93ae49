//! `{{ latest("s") }}` and `{{ chart c }}` typed into documents of Word and PowerPoint: filled in, told
//! stale, brought up to date, and nothing else touched.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use roxmltree::Document;
use zip::ZipArchive;

use crate::common::Faults;
use crate::common::folder::project;
use crate::documents::{OFFICE, packed, sourceline};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SLIDES: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// A document of Word with this between `<w:body>` and `</w:body>`, and a header.
pub fn word(body: &str, header: &str) -> Vec<u8> {
    let names = format!(
        "xmlns:w=\"{WORD}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"{OFFICE}\""
    );
    let page = format!(
        "<w:document {names}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\"/></w:sectPr>\
         </w:body></w:document>"
    );
    let header = format!("<w:hdr {names}>{header}</w:hdr>");
    let package = "http://schemas.openxmlformats.org/package/2006";
    let kinds = format!(
        "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"PNG\" ContentType=\"image/png\"/></Types>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{OFFICE}/header\" Target=\"header1.xml\"/></Relationships>"
    );
    packed(&[
        ("[Content_Types].xml", kinds.as_bytes()),
        ("word/document.xml", page.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/header1.xml", header.as_bytes()),
        (
            "word/comments.xml",
            format!("<w:comments {names}><w:p><w:r><w:t>{{{{ a</w:t></w:r></w:p></w:comments>")
                .as_bytes(),
        ),
        ("docProps/app.xml", b"<Properties/>"),
    ])
}

pub fn slide(shapes: &str) -> Vec<u8> {
    let presentation = format!(
        "<p:presentation xmlns:p=\"{SLIDES}\" xmlns:r=\"{OFFICE}\"><p:sldIdLst><p:sldId id=\"256\" \
         r:id=\"a\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>"
    );
    let page = |inside: &str| {
        format!(
            "<p:sld xmlns:p=\"{SLIDES}\" xmlns:a=\"{DRAWING}\"><p:cSld><p:spTree>{inside}</p:spTree>\
             </p:cSld></p:sld>"
        )
    };
    let relations = |id: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"r\"><Relationship Id=\"{id}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let layout = "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Body\"/><p:nvPr><p:ph idx=\"1\"/></p:nvPr>\
        </p:nvSpPr><p:spPr><a:xfrm><a:off x=\"100000\" y=\"200000\"/><a:ext cx=\"4000000\" cy=\"4000000\"/>\
        </a:xfrm></p:spPr></p:sp>";
    packed(&[
        ("[Content_Types].xml", b"<Types xmlns=\"t\"/>"),
        ("ppt/presentation.xml", presentation.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relations("a", "slides/slide1.xml").as_bytes()),
        ("ppt/slides/slide1.xml", page(shapes).as_bytes()),
        (
            "ppt/slides/_rels/slide1.xml.rels",
            relations("rId1", "../slideLayouts/slideLayout1.xml").as_bytes(),
        ),
        ("ppt/slideLayouts/slideLayout1.xml", page(layout).as_bytes()),
    ])
}

/// A shape with these paragraphs; `place` is its transform, or what it takes the place of.
pub fn shape(about: &str, place: &str, body: &str, paragraphs: &[&str]) -> String {
    let each: String = paragraphs.iter().map(|one| format!("<a:p>{one}</a:p>")).collect();
    let (holder, place) = match place.starts_with("<p:ph") {
        true => (place, ""),
        false => ("", place),
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"Box\"{about}/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>\
         {place}</p:spPr><p:txBody>{body}{each}</p:txBody></p:sp>"
    )
}

pub fn part(folder: &Path, document: &str, name: &str) -> String {
    let bytes = fs::read(folder.join(document)).expect("it is there");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("a text");
    Document::parse(&text).expect("well-formed");
    text
}

/// The words of a part, a line for each paragraph.
fn lines(text: &str) -> Vec<String> {
    let document = Document::parse(text).expect("well-formed");
    let paragraphs = document.descendants().filter(|node| node.tag_name().name() == "p");
    let words = |node: roxmltree::Node| {
        let texts = node.descendants().filter(|inner| inner.tag_name().name() == "t");
        texts.filter_map(|inner| inner.text()).collect::<String>()
    };
    paragraphs.map(words).collect()
}

fn unpacked(folder: &Path, document: &str) -> Vec<(String, Vec<u8>)> {
    unpacked_bytes(&fs::read(folder.join(document)).expect("it is there"))
}

pub fn unpacked_bytes(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let all = (0..archive.len()).map(|at| {
        let mut part = archive.by_index(at).expect("a part");
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).expect("whole");
        (part.name().expect("a name").into_owned(), inside)
    });
    all.collect()
}

fn change_the_latest(folder: &Path) {
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).expect("figures");
    let new = text.replace("2024,141,", "2024,143,").replace("141 nests", "143 nests");
    fs::write(&figures, new).expect("written");
}

pub fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn update(folder: &Path, document: &str) -> (String, i32) {
    sourceline(folder, &["update", document])
}

/// As Word leaves it behind: in pieces, with marks of proofing and quotes that it turned.
const IN_PIECES: &str = "<w:p><w:r w:rsidR=\"1\"><w:t xml:space=\"preserve\">Of </w:t></w:r>\
    <w:commentRangeStart w:id=\"1\"/><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>{</w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
    <w:r><w:t>{lat</w:t></w:r><w:bookmarkStart w:id=\"3\" w:name=\"b\"/><w:r><w:t>est(“swift</w:t><w:noBreakHyphen/>\
    <w:t>nests”</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:bookmarkEnd w:id=\"3\"/><w:r><w:rPr><w:i/></w:rPr>\
    <w:t xml:space=\"preserve\">)}} nests, {{ First(\"swift-nests\") }} &amp; more</w:t></w:r><w:commentRangeEnd w:id=\"1\"/>\
    <w:del w:id=\"9\"><w:r><w:delText>{{ gone</w:delText></w:r></w:del></w:p>";

#[test]
fn what_is_typed_into_word_becomes_words_and_charts_and_goes_stale_with_them() {
    let folder = project();
    let folder = folder.path();
    let in_box = |inner: &str| format!("<w:txbxContent><w:p>{inner}</w:p></w:txbxContent>");
    let chart = run("{{ chart nests }}");
    let text_box = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx=\"2182880\" cy=\"9\"/>\
         {}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict>\
         </mc:Fallback></mc:AlternateContent></w:r></w:p>",
        in_box(&chart),
        in_box(&chart)
    );
    let table = format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc><w:p>{}</w:p>\
         </w:tc><w:tc><w:p>{chart}</w:p></w:tc></w:tr></w:tbl>",
        run("{{ latest(\"swift-boxes\") }}")
    );
    let body = format!(
        "{IN_PIECES}<w:p><w:pPr/>{chart}</w:p>{table}{text_box}<w:p>{}</w:p>",
        run("{{ client_name }} and {% if %}")
    );
    let header = format!("<w:p>{}</w:p>", run("By {{ period(\"swift-nests\") }}"));
    fs::write(folder.join("a.docx"), word(&body, &header)).expect("written");
    let before = unpacked(folder, "a.docx");
    let (told, code) = sourceline(folder, &["verify", "a.docx"]);
    assert!(
        code == 1 && told.contains("`sourceline update` writes “141 (sources differ)”"),
        "{told}"
    );
    let (told, code) = update(folder, "a.docx");
    assert!(code == 0 && told.starts_with("updated a.docx: 7 expressions"), "{told}");
    assert!(told.contains("paragraph 7, {{ client_name }}: names nothing of ours"), "{told}");
    let after = unpacked(folder, "a.docx");
    let both = before.iter().zip(&after);
    assert!(both.clone().all(|(old, new)| old.0 == new.0), "the order stays");
    let changed: Vec<&str> =
        both.filter(|(old, new)| old.1 != new.1).map(|(old, _)| old.0.as_str()).collect();
    let expected = [
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/header1.xml",
    ];
    assert_eq!(changed, expected);
    let text = part(folder, "a.docx", "word/document.xml");
    let said = lines(&text);
    assert_eq!(said[0], "Of 141 (sources differ) nests, 96 & more");
    assert!(
        text.contains("<w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">141"),
        "{text}"
    );
    assert!(
        text.contains("<w:tag w:val=\"sl:")
            && text.contains(":latest(&quot;swift-nests&quot;)\"/>"),
        "{text}"
    );
    for kept in
        ["<w:tab/>", "<w:delText>{{ gone", "<w:bookmarkEnd w:id=\"3\"/>", "<w:commentRangeEnd"]
    {
        assert_eq!(text.matches(kept).count(), 1, "{kept}: {text}");
    }
    assert!(said.contains(&"{{ client_name }} and {% if %}".to_string()), "{said:?}");
    // As wide as the picture is, or as the page, its cell or its box.
    let wide: Vec<&str> =
        text.split("<wp:extent cx=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(wide, ["5731510", "2402840", "2182880", "2000000", "2000000"], "{text}");
    assert!(text.contains("name=\"nests\" descr=\"Chart: "), "{text}");
    assert_eq!(lines(&part(folder, "a.docx", "word/header1.xml")), ["By 2024"]);
    let kinds = part(folder, "a.docx", "[Content_Types].xml");
    assert!(kinds.contains("Extension=\"svg\"") && !kinds.contains("\"png\""), "{kinds}");
    let (told, code) = sourceline(folder, &["verify", "a.docx"]);
    assert!(code == 0 && told.matches("current").count() == 7, "{told}");
    // From now on it is looked at without being named, and nothing takes it for a page of a bundle.
    let register = fs::read_to_string(folder.join("embedded.toml")).expect("it is there");
    assert!(register.ends_with("[[file]]\npath = \"a.docx\"\n"), "{register}");
    let (of_all, code) = sourceline(folder, &["verify"]);
    assert_eq!((&of_all, code), (&told, 0));
    let (out, code) = sourceline(folder, &["render", "--check"]);
    assert!(!out.contains("a.docx") && code < 2, "{out}");
    let bytes = fs::read(folder.join("a.docx")).expect("it is there");
    let (told, code) = update(folder, "a.docx");
    assert!(code == 0 && told.starts_with("unchanged"), "{told}");
    assert_eq!(fs::read(folder.join("a.docx")).expect("it is there"), bytes);

    change_the_latest(folder);
    let (told, code) = sourceline(folder, &["verify", "a.docx"]);
    let stale = "latest(\"swift-nests\")\n  was “141 (sources differ)”, is “143 (sources differ)”";
    assert!(code == 1 && told.contains(stale), "{told}");
    let (told, code) = update(folder, "a.docx");
    assert!(code == 0 && told.contains("3 charts, 1 expression"), "{told}");
    let text = part(folder, "a.docx", "word/document.xml");
    assert_eq!(lines(&text)[0], "Of 143 (sources differ) nests, 96 & more");
    let (told, code) = sourceline(folder, &["verify", "a.docx"]);
    assert_eq!(code, 0, "{told}");

    // A number by hand stays, and is told.
    let by_hand = text.replacen(">143 (sources differ)<", ">150<", 1);
    let parts = unpacked(folder, "a.docx");
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| match name.as_str() {
            "word/document.xml" => (name.as_str(), by_hand.as_bytes()),
            _ => (name.as_str(), &bytes[..]),
        })
        .collect();
    fs::write(folder.join("a.docx"), packed(&parts)).expect("written");
    let told_by_hand = "“150” was written by hand, and the data says “143 (sources differ)”";
    for command in ["verify", "update"] {
        let (told, code) = sourceline(folder, &[command, "a.docx"]);
        assert!(code == 1 && told.contains(told_by_hand), "{command}: {told}");
    }
}

#[test]
fn a_series_that_a_document_names_is_told_of_when_its_name_changes_or_goes() {
    let folder = project();
    let folder = folder.path();
    let typed =
        run("{{ latest(“swift-boxes”) }} and {{ latest('swift-nests') }}, {{ chart nests }}");
    fs::write(folder.join("a.docx"), word(&format!("<w:p>{typed}</w:p>"), "")).expect("written");
    let (told, code) = update(folder, "a.docx");
    assert!(code == 0 && told.starts_with("updated a.docx: 3 expressions"), "{told}");
    let (told, code) = sourceline(folder, &["rename", "series", "swift-boxes", "boxes"]);
    let expected = "a.docx, paragraph 1: type {{ latest(\"boxes\") }} in place of what {{ latest(\"swift-boxes\") }} filled in\n";
    assert!(code == 0 && told.contains(expected), "{told}");
    assert_eq!(told.matches("a.docx").count(), 1, "{told}");
    let (told, code) = sourceline(folder, &["verify"]);
    assert!(code == 2 && told.contains("swift-boxes"), "{told}");
    // What is typed so is filled in.
    let typed = run("{{ latest(\"boxes\") }}");
    fs::write(folder.join("a.docx"), word(&format!("<w:p>{typed}</w:p>"), "")).expect("written");
    let (told, code) = update(folder, "a.docx");
    assert!(code == 0 && told.starts_with("updated a.docx: 1 expression"), "{told}");

    // A series without figures may go; the document that names it is told.
    let row = ["add", "series", "--title", "Eggs", "--unit", "eggs", "--nature", "flow", "--yes"];
    assert_eq!(sourceline(folder, &row).1, 0);
    let typed = run("{{ missing(\"eggs\") }}");
    fs::write(folder.join("b.docx"), word(&format!("<w:p>{typed}</w:p>"), "")).expect("written");
    let register = fs::read_to_string(folder.join("embedded.toml")).expect("it is there");
    let more = "\n[[file]]\npath = \"b.docx\"\n";
    fs::write(folder.join("embedded.toml"), register + more).expect("written");
    let (told, code) = sourceline(folder, &["remove", "eggs"]);
    let expected =
        "b.docx, paragraph 1: {{ missing(\"eggs\") }} is not brought up to date any more\n";
    assert!(code == 0 && told.contains(expected), "{told}");
}

#[test]
fn the_sentence_says_what_need_not_be_said_again() {
    let folder = project();
    let folder = folder.path();
    let body = format!(
        "<w:p>{}</w:p>",
        run("Sources differ: {{ latest(\"swift-nests\") }} nests are disputed.")
    );
    fs::write(folder.join("a.docx"), word(&body, "<w:p/>")).expect("written");
    let (told, code) = update(folder, "a.docx");
    assert_eq!(code, 0, "{told}");
    let said = lines(&part(folder, "a.docx", "word/document.xml"));
    assert_eq!(said, ["Sources differ: 141 nests are disputed."]);
    // Read back with the expression in its place, it says the same.
    let (told, code) = sourceline(folder, &["verify", "a.docx"]);
    assert_eq!(code, 0, "{told}");
}

#[test]
fn what_a_sentence_says_falsely_beside_a_number_is_told() {
    let folder = project();
    let folder = folder.path();
    let latest = "{{ latest(\"swift-nests\") }}";
    let mut faults = Faults::default();
    for (words, wanted) in [
        // The latest is of 2024.
        ("In 2022 we counted NOW nests.", "`2022` stands beside 141"),
        ("In 2026, we counted NOW nests.", "`2026` stands beside 141"),
        ("Nests fell to NOW in 2024.", "contradict `fell`"),
        ("The number of nests has fallen, to NOW.", "contradict `fallen`"),
        ("A record low of NOW nests was counted.", "contradict `record`"),
        // True, or of other things.
        ("In 2024 we counted NOW nests.", ""),
        ("Nests rose to NOW, the most so far.", ""),
        ("In 2022 we moved house, and now count NOW nests.", ""),
        ("Since 2019 our costs fell, and we count NOW nests.", ""),
        ("As donations fell we still counted NOW nests.", ""),
        ("We planted 2,000 trees and lost half of our staff beside NOW nests.", ""),
        ("Hopes rose and fell. NOW nests were counted.", ""),
    ] {
        let body = format!("<w:p>{}</w:p>", run(&words.replace("NOW", latest)));
        fs::write(folder.join("a.docx"), word(&body, "<w:p/>")).expect("written");
        for command in ["update", "verify", "update"] {
            let (told, code) = sourceline(folder, &[command, "a.docx"]);
            let right = match wanted {
                "" => code == 0 && !told.contains("beside it"),
                _ => code == 1 && told.contains(wanted),
            };
            faults.check(right, || format!("{command}, {words}: {code}: {told}"));
        }
    }
    faults.none();
}

#[test]
fn what_has_no_answer_is_told_where_it_stands_and_nothing_is_written() {
    let folder = project();
    let folder = folder.path();
    let link = |inner: &str| format!("<w:hyperlink>{}</w:hyperlink>", run(inner));
    let field = |about: &str| {
        format!(
            "<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
            run("{{ chart nests }}")
        )
    };
    let paragraph = |inside: String| format!("<w:p>{inside}</w:p>");
    let plain = |text: &str| paragraph(run(text));
    let long = format!("{{{{ said(\"club-2022\", \"{}\") }}}}", "a ".repeat(80));
    let mut faults = Faults::default();
    for (body, wanted) in [
        (
            plain("It rose to {{ lates(\"swift-nests\") }} in all."),
            "paragraph 1: “It rose to {{ lates(\"swift-nests\") }} in all.”: `lates(\"swift-nests\")` names no function that is known; did you mean {{ latest(\"series\") }}?",
        ),
        (plain("{{ latest(\"swift-nest\") }}"), "swift-nests"),
        (plain("{{ swift-nests }}"), "write latest(\"swift-nests\")"),
        (plain("{{ chart nest }}"), "there is no chart `nest`; did you mean `nests`?"),
        (plain("{{ chart }}"), "write {{ chart NAME }}"),
        (plain("{{ latest(\"swift-nests\")"), "`{{` is not closed"),
        (plain("{{ rise(\"swift-nests\", \"2022\", \"2020\") }}"), "backwards"),
        (plain(&long), "said"),
        (paragraph(run("{{ latest(") + &link("\"swift-nests\") }}")), "half in a link"),
        (paragraph(format!("<w:ins>{}</w:ins>", run("{{ chart nests }}"))), "tracked changes"),
        (
            paragraph(
                run("{{ chart ")
                    + "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>"
                    + &run("nests }}"),
            ),
            "tracked changes",
        ),
        (field("<w:text/>"), "form field"),
        (field("<w:dataBinding/>"), "form field"),
        (
            paragraph("<w:r><w:t xml:space=\"preserve\">{{ chart </w:t><w:drawing/><w:t>nests }}</w:t></w:r>".into()),
            "something else stands between",
        ),
    ] {
        fs::write(folder.join("a.docx"), word(&body, &plain("{{ period(\"swift-nests\") }}")))
            .expect("written");
        let before = fs::read(folder.join("a.docx")).expect("it is there");
        let (told, code) = update(folder, "a.docx");
        let right = code == 2 && told.starts_with("left a.docx") && told.contains(wanted);
        faults.check(right, || format!("{wanted}: {code} {told}"));
        let after = fs::read(folder.join("a.docx")).expect("it is there");
        faults.check(before == after, || format!("{wanted}: written"));
    }
    // All of them at once.
    let body = plain("{{ lates(\"a\") }}") + &plain("{{ chart b }}");
    fs::write(folder.join("a.docx"), word(&body, "<w:p/>")).expect("written");
    let (told, _) = update(folder, "a.docx");
    faults.check(told.contains("\n  paragraph 1: ") && told.contains("\n  paragraph 2: "), || {
        told.clone()
    });
    faults.none();
}

pub const PLACE: &str =
    "<a:xfrm><a:off x=\"1000000\" y=\"500000\"/><a:ext cx=\"3000000\" cy=\"369332\"/></a:xfrm>";

#[test]
fn what_is_typed_on_a_slide_becomes_words_and_a_picture_in_the_place_of_its_box() {
    let folder = project();
    let folder = folder.path();
    let words = "<a:r><a:rPr b=\"1\"/><a:t>Nests: {{ latest(</a:t></a:r><a:r><a:t>“swift-nests”) }} in \
        {{ period(\"swift-nests\") }}.</a:t></a:r>";
    let chart = "<a:r><a:t>{{ chart nests }}</a:t></a:r>";
    let shapes =
        shape(" descr=\"A box\"", PLACE, "<a:bodyPr/>", &[words, "<a:r><a:t>And more</a:t></a:r>"])
            + &shape("", "<p:ph idx=\"1\"/>", "<a:bodyPr/>", &[chart])
            + &shape("", PLACE, "<a:bodyPr><a:spAutoFit/></a:bodyPr>", &[chart]);
    fs::write(folder.join("a.pptx"), slide(&shapes)).expect("written");
    let (told, code) = update(folder, "a.pptx");
    assert!(code == 0 && told.contains("4 expressions"), "{told}");
    let text = part(folder, "a.pptx", "ppt/slides/slide1.xml");
    assert_eq!(lines(&text)[0], "Nests: 141 (sources differ) in 2024.");
    assert!(text.contains("<a:rPr b=\"1\"/><a:t>141 (sources differ)</a:t>"), "{text}");
    let kept = "descr=\"A box&#10;{{ latest(&quot;swift-nests&quot;) }} = 141 (sources differ)&#10;\
        {{ period(&quot;swift-nests&quot;) }} = 2024\"";
    assert!(text.contains(kept), "{text}");
    assert_eq!(
        text.matches("<p:cNvPr id=\"7\" name=\"nests\" descr=\"Chart: ").count(),
        2,
        "{text}"
    );
    // In the middle of the place that its layout has, and as wide as a box that is as high as its words.
    assert!(
        text.contains("<a:off x=\"100000\" y=\"972222\"/><a:ext cx=\"4000000\" cy=\"2455556\"/>"),
        "{text}"
    );
    assert!(
        text.contains("<a:off x=\"1000000\" y=\"500000\"/><a:ext cx=\"3000000\" cy=\"1841667\"/>"),
        "{text}"
    );
    let (told, code) = sourceline(folder, &["verify", "a.pptx"]);
    assert!(code == 0 && told.matches("current").count() == 4, "{told}");
    let (told, _) = update(folder, "a.pptx");
    assert!(told.starts_with("unchanged"), "{told}");

    // PowerPoint joins runs that look alike.
    let joined = "<a:r><a:t>Nests: 141 (sources differ) in 2024.</a:t></a:r>";
    let shapes = shape(&format!(" {kept}"), PLACE, "<a:bodyPr/>", &[joined]);
    fs::write(folder.join("b.pptx"), slide(&shapes)).expect("written");
    let (told, code) = sourceline(folder, &["verify", "b.pptx"]);
    assert_eq!(code, 0, "{told}");
    change_the_latest(folder);
    let (told, code) = update(folder, "b.pptx");
    assert!(
        code == 0 && told.contains("was “141 (sources differ)”, is “143 (sources differ)”"),
        "{told}"
    );
    let text = part(folder, "b.pptx", "ppt/slides/slide1.xml");
    assert_eq!(lines(&text), ["Nests: 143 (sources differ) in 2024."]);
    assert!(text.contains("}} = 143 (sources differ)&#10;"), "{text}");

    // What nobody finds any more is told, and what is kept stays.
    let other = shape(
        &format!(" {kept}"),
        PLACE,
        "<a:bodyPr/>",
        &["<a:r><a:t>Some 140 in 2024</a:t></a:r>"],
    );
    fs::write(folder.join("b.pptx"), slide(&other)).expect("written");
    let before = fs::read(folder.join("b.pptx")).expect("it is there");
    for command in ["verify", "update"] {
        let (told, code) = sourceline(folder, &[command, "b.pptx"]);
        assert!(code == 1 && told.contains("changed by hand or taken away"), "{command}: {told}");
    }
    assert_eq!(fs::read(folder.join("b.pptx")).expect("it is there"), before);
}

#[test]
fn a_chart_beside_other_words_on_a_slide_is_refused() {
    let folder = project();
    let folder = folder.path();
    for (place, words, wanted) in [
        (PLACE, "See {{ chart nests }}", "type it alone in one"),
        ("", "{{ chart nests }}", "its box has no place of its own"),
    ] {
        let shapes = shape("", place, "<a:bodyPr/>", &[&format!("<a:r><a:t>{words}</a:t></a:r>")]);
        fs::write(folder.join("a.pptx"), slide(&shapes)).expect("written");
        let before = fs::read(folder.join("a.pptx")).expect("it is there");
        let (told, code) = update(folder, "a.pptx");
        assert!(code == 2 && told.contains("slide 1: ") && told.contains(wanted), "{told}");
        assert_eq!(fs::read(folder.join("a.pptx")).expect("it is there"), before);
    }
}
