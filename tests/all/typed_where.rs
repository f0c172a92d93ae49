//! Expressions in documents where none can be filled in, or where what is filled in would not be seen.

use std::fs;

use crate::common::Faults;
use crate::common::folder::project;
use crate::documents::{packed, sourceline};
use crate::typed::{part, run, unpacked_bytes, word};

const CHART: &str = "{{ chart nests }}";
const LATEST: &str = "{{ latest(“swift-nests”) }}";
/// Of a program of templates, and of one who explains.
const OF_OTHERS: &str =
    "{{ page.title }} {{ chart }} {{ value }} {{ chart.nests }} {{ chart other }} {{";

fn open_document() -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\
         <text:p>{OF_OTHERS}</text:p><text:h>{{{{<text:s/>chart <text:span>nests</text:span> }}}}</text:h>\
         <text:p>Of {LATEST}</text:p></office:text></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn what_is_typed_where_nothing_is_filled_in_is_told_where_it_stands() {
    let folder = project();
    let folder = folder.path();
    let page = format!(
        "<p>{OF_OTHERS}</p>\n<pre>{CHART}</pre><p><code>{CHART}</code> <b>{CHART}</b>\n<!-- {CHART} -->\n\
         <script>{CHART}</script><p>Of {}",
        LATEST.replace(['“', '”'], "&quot;")
    );
    let flat = "<office:document xmlns:office=\"o\" xmlns:text=\"t\"><text:p>{{ chart nests }}</text:p>\
        <text:p>{{ latest('swift-nests') }}</text:p></office:document>";
    let cells = serde_json::json!({"cells": [
        {"cell_type": "code", "source": CHART},
        {"cell_type": "markdown", "source": ["Text\n", "\n", CHART, "\n", LATEST]},
    ]});
    let texts: [(&str, Vec<u8>, [&str; 2], &str); 8] = [
        (
            "a.md",
            format!("{OF_OTHERS}\n\n`{CHART}`\n\n```\n{CHART}\n```\n\n{CHART}\n\n{{{{ latest(\"swift-nests\")\n}}}}\n")
                .into_bytes(),
            ["line 9", "line 11"],
            "--for markdown",
        ),
        ("a.html", page.into_bytes(), ["line 2", "line 4"], "--for html"),
        ("a.odt", open_document(), ["paragraph 2", "paragraph 3"], "--for word"),
        ("a.fodt", flat.as_bytes().to_vec(), ["paragraph 1", "paragraph 2"], "--for word"),
        (
            "a.tex",
            format!("% {CHART}\n{{{{\\bf bold}}}} 100\\% {CHART}\n\n{LATEST}\n").into_bytes(),
            ["line 2", "line 4"],
            "--for latex",
        ),
        (
            "a.typ",
            format!("// {CHART}\nhttps://a.org {CHART}\n{LATEST}\n").into_bytes(),
            ["line 2", "line 3"],
            "--for typst",
        ),
        ("a.ipynb", cells.to_string().into_bytes(), ["cell 2, line 3", "cell 2, line 4"], "--for markdown"),
        (
            "a.epub",
            packed(&[
                ("mimetype", b"application/epub+zip"),
                ("b/c.xhtml", format!("<p>{CHART}</p>\n<p>{LATEST}</p>").as_bytes()),
            ]),
            ["b/c.xhtml, line 1", "b/c.xhtml, line 2"],
            "--for word",
        ),
    ];
    let mut faults = Faults::default();
    for (name, bytes, [of_chart, of_words], host) in &texts {
        fs::write(folder.join(name), bytes).expect("written");
        let (told, code) = sourceline(folder, &["verify", name, "--format", "json"]);
        let rows: serde_json::Value = serde_json::from_str(&told).expect(name);
        let rows = rows["charts"].as_array().or(rows.as_array()).cloned().unwrap_or_default();
        let places: Vec<&str> =
            rows.iter().map(|row| row["place"].as_str().unwrap_or_default()).collect();
        let gives = if host.ends_with("word") { "writes a document to" } else { "prints what to" };
        let said = told.contains(&format!("`sourceline embed nests {host}` {gives}"))
            && told.contains("only docx and pptx are filled in: write “141 (sources differ)”");
        if places != [*of_chart, *of_words] || code != 1 || !said {
            faults.say(format!("{name}: {code} {told}"));
        }
        let (told, code) = sourceline(folder, &["update", name]);
        let updated = matches!(*name, "a.md" | "a.html" | "a.odt");
        let said = told.contains(&format!("  {of_chart}, {CHART}: stays as it was typed"));
        if updated && (!said || code != 1 || !told.starts_with("unchanged")) {
            faults.say(format!("update {name}: {code} {told}"));
        }
        if fs::read(folder.join(name)).expect("read") != *bytes {
            faults.say(format!("{name} was written"));
        }
    }
    faults.none();
}

const STYLES: &str = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Body\"><w:pPr><w:spacing w:after=\"60\" w:line=\"280\" \
    w:lineRule=\"exact\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Lead\"><w:basedOn w:val=\"Body\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Loose\"><w:basedOn w:val=\"Body\"/><w:pPr><w:spacing w:line=\"360\" \
    w:lineRule=\"auto\"/></w:pPr></w:style></w:styles>";

/// A body between whose lines a chart would be cut off: in the document as it was, the properties of each
/// paragraph; in the one that was updated, what these became.
const LINES: [(&str, &str); 7] = [
    ("", "<w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"),
    ("<w:pPr/>", "<w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"),
    (
        "<w:pPr><w:pStyle w:val=\"Lead\"/><w:keepNext/><w:jc w:val=\"center\"/><w:rPr><w:b/></w:rPr></w:pPr>",
        "<w:pPr><w:pStyle w:val=\"Lead\"/><w:keepNext/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:jc w:val=\"center\"/><w:rPr><w:b/></w:rPr></w:pPr>",
    ),
    (
        "<w:pPr><w:pStyle w:val=\"Loose\"/><w:spacing w:before=\"120\" w:line=\"200\" w:lineRule=\"exact\"/></w:pPr>",
        "<w:pPr><w:pStyle w:val=\"Loose\"/><w:spacing w:before=\"120\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>",
    ),
    ("<w:pPr><w:pStyle w:val=\"Loose\"/></w:pPr>", "<w:pPr><w:pStyle w:val=\"Loose\"/></w:pPr>"),
    ("<w:pPr><w:spacing w:line=\"300\"/></w:pPr>", "<w:pPr><w:spacing w:line=\"300\"/></w:pPr>"),
    (
        "<w:pPr><w:keepNext/></w:pPr>",
        "<w:pPr><w:keepNext/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>",
    ),
];

#[test]
fn lines_of_a_fixed_height_cut_no_chart_off() {
    let folder = project();
    let folder = folder.path();
    let body: String =
        LINES.iter().map(|(about, _)| format!("<w:p>{about}{}</w:p>", run(CHART))).collect();
    let beside = format!("<w:p>{}</w:p>", run(&format!("See {CHART}")));
    fs::write(folder.join("a.docx"), with_styles(&format!("{body}{beside}"))).expect("written");
    let (told, code) = sourceline(folder, &["update", "a.docx"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(told.matches("its paragraph has single spacing now").count(), 5, "{told}");
    assert!(told.contains("paragraph 8: its paragraph has lines of a fixed height"), "{told}");
    let text = part(folder, "a.docx", "word/document.xml");
    let mut rest = text.as_str();
    for (about, expected) in LINES {
        let start = format!("<w:p>{expected}<w:r><w:drawing ");
        let at = rest.find("<w:p>").expect("a paragraph");
        assert!(rest[at..].starts_with(&start), "{about}: {}", &rest[at..][..400]);
        rest = &rest[at + start.len()..];
    }
}

/// A document with this body and the styles of a house template.
fn with_styles(body: &str) -> Vec<u8> {
    let mut parts = unpacked_bytes(&word(body, ""));
    parts.push(("word/styles.xml".into(), STYLES.as_bytes().to_vec()));
    let each: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&each)
}
