//! Charts and the words beside them after another program saved the document, and where on a slide a
//! picture stands.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::beside::{body, change, run, with_body};
use crate::common::folder::project;
use crate::documents::packed;
use crate::typed::{part, shape, slide, unpacked_bytes};

/// The tag that stands in a body at a name.
fn tag_with<'t>(body: &'t str, name: &str) -> &'t str {
    let at = body.find(name).expect(name);
    let start = body[..at].rfind('<').expect("a tag");
    let end = at + body[at..].find('>').expect("it ends");
    &body[start..=end]
}

#[test]
fn a_bookmark_over_nothing_that_starts_twice_ends_the_words_all_the_same() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let bytes = fs::read(folder.join("nests.docx")).unwrap();
    let text = body(&bytes);
    let last = tag_with(&text, "sl_word_figures_end_").to_string();
    let other = last.replace("w:id=\"4\"", "w:id=\"9\"");
    assert_ne!(last, other);
    let doubled = text.replace(&last, &format!("{other}{last}"));
    fs::write(folder.join("nests.docx"), with_body(&bytes, &doubled)).unwrap();
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["update", "nests.docx"], 0);
    let now = body(&fs::read(folder.join("nests.docx")).unwrap());
    assert!(!now.contains("118") && now.contains(">119<"), "{now}");
    run(folder, &["verify", "nests.docx"], 0);

    // One that ends nowhere is told.
    let lost = text.replace(&last, "");
    fs::write(folder.join("nests.docx"), with_body(&bytes, &lost)).unwrap();
    for command in ["verify", "update", "verify"] {
        let told = run(folder, &[command, "nests.docx"], 2);
        assert!(
            told.contains("paragraph 4: the mark of `embed` before the description and figures"),
            "{command}: {told}"
        );
    }
}

const SPACES: &str = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"tb\" xmlns:draw=\"d\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

/// A body of Word as a word processor writes it in OpenDocument: bookmarks, paragraphs and tables.
fn as_open_document(node: Node, out: &mut String) {
    let name = |node: &Node| {
        node.attributes().find(|one| one.name() == "name").map(|one| one.value().to_string())
    };
    let around = match node.tag_name().name() {
        "p" if node.has_children() => "text:p",
        "p" => return out.push_str("<text:p/>"),
        "tbl" => "table:table",
        "tr" => "table:table-row",
        "tc" => "table:table-cell",
        "t" => {
            let words = node.text().unwrap_or_default();
            return out
                .push_str(&format!("<text:span>{}</text:span>", words.replace('&', "&amp;")));
        }
        "drawing" => {
            return out.push_str(
                "<draw:frame svg:width=\"19cm\" svg:height=\"9cm\">\
                 <draw:image xlink:href=\"Pictures/1.svg\"/></draw:frame>",
            );
        }
        "bookmarkStart" => {
            let name = name(&node).unwrap();
            return out.push_str(&format!("<text:bookmark-start text:name=\"{name}\"/>"));
        }
        "bookmarkEnd" => {
            let id = node.attributes().find(|one| one.name() == "id").unwrap().value();
            let start = node.document().descendants().find(|other| {
                other.tag_name().name() == "bookmarkStart"
                    && other.attributes().any(|one| one.name() == "id" && one.value() == id)
            });
            let name = name(&start.unwrap()).unwrap();
            return out.push_str(&format!("<text:bookmark-end text:name=\"{name}\"/>"));
        }
        _ => "",
    };
    if !around.is_empty() {
        out.push_str(&format!("<{around}>"));
    }
    node.children().for_each(|child| as_open_document(child, out));
    if !around.is_empty() {
        out.push_str(&format!("</{around}>"));
    }
}

fn text_of_office(inner: &str) -> String {
    format!(
        "<office:document-content {SPACES}><office:body><office:text>{inner}</office:text></office:body>\
         </office:document-content>"
    )
}

#[test]
fn words_between_bookmarks_of_open_document_follow() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let parts = unpacked_bytes(&fs::read(folder.join("nests.docx")).unwrap());
    let svg = &parts.iter().find(|(name, _)| name.ends_with(".svg")).unwrap().1;
    let text = body(&fs::read(folder.join("nests.docx")).unwrap());
    let mut inner = String::from("<text:p>Own words of 118 and 141.</text:p>");
    as_open_document(Document::parse(&text).unwrap().root_element(), &mut inner);
    // As it is, and with the last bookmark lost.
    let end = tag_with(&inner, "bookmark-end text:name=\"sl_word_figures_end_").to_string();
    let start = end.replace("-end text", "-start text");
    let lost = inner.replace(&end, "").replace(&start, "");
    for (name, inner) in [("a.odt", &inner), ("b.odt", &lost)] {
        let whole = packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", text_of_office(inner).as_bytes()),
            ("Pictures/1.svg", svg),
        ]);
        fs::write(folder.join(name), whole).unwrap();
    }
    run(folder, &["verify", "a.odt"], 0);
    let told = run(folder, &["verify", "b.odt"], 2);
    assert!(told.contains("has no end any more"), "{told}");
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    change(folder, "data/sources.csv", "2022-11,", "2022-12,");
    run(folder, &["add", "swift-nests", "2019", "80", "--source", "club-2022", "--yes"], 0);
    let told = run(folder, &["update", "a.odt"], 0);
    assert!(told.contains("paragraph 5, description and figures"), "{told}");
    let now = part(folder, "a.odt", "content.xml");
    assert!(now.contains("Own words of 118 and 141.") && now.matches("118").count() == 1, "{now}");
    assert!(now.contains(">80<") && now.contains(">119<"), "{now}");
    assert!(
        now.contains("xlink:href=\"https://example.org/swifts-2022\">Anytown Bird Club, December")
    );
    run(folder, &["verify", "a.odt"], 0);
    assert!(run(folder, &["update", "a.odt"], 0).starts_with("unchanged"));
}

#[test]
fn notes_come_and_go_between_bookmarks_of_open_document() {
    let folder = project();
    let folder = folder.path();
    // One has a note of its own, the other none.
    for chart in ["nests", "boxes"] {
        notes_follow(folder, chart);
    }
}

fn notes_follow(folder: &Path, chart: &str) {
    let spec_path = folder.join(format!("charts/{chart}.toml"));
    let made = |name: &str| {
        run(folder, &["embed", chart, "--for", "word", "--out", "."], 0);
        let docx = fs::read(folder.join(format!("{chart}.docx"))).unwrap();
        let parts = unpacked_bytes(&docx);
        let svg = &parts.iter().find(|(name, _)| name.ends_with(".svg")).unwrap().1;
        let mut inner = String::from("<text:p>Own words.</text:p>");
        as_open_document(Document::parse(&body(&docx)).unwrap().root_element(), &mut inner);
        inner += "<text:p>Own words behind.</text:p>";
        let whole = packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", text_of_office(&inner).as_bytes()),
            ("Pictures/1.svg", svg),
        ]);
        fs::write(folder.join(name), whole).unwrap();
        // What stands on the page, a paragraph a line.
        inner.replace("</text:p>", "\n")
    };
    let spec = fs::read_to_string(&spec_path).unwrap();
    let noted = |notes: &str| format!("notes = [{notes}]\n{spec}");
    let states = ["", "'Counted once.', 'Counted from the street.'", "'Counted once.'"];
    for (at, from) in states.iter().enumerate() {
        for (to, state) in states.iter().enumerate() {
            fs::write(&spec_path, noted(from)).unwrap();
            made("a.odt");
            fs::write(&spec_path, noted(state)).unwrap();
            let told = run(folder, &["update", "a.odt"], 0);
            assert_eq!(told.starts_with("unchanged"), at == to, "{told}");
            run(folder, &["verify", "a.odt"], 0);
            let words = |text: &str| {
                let text: String = text
                    .split('<')
                    .filter_map(|part| part.split_once('>'))
                    .map(|(_, words)| words)
                    .collect();
                text.lines().filter(|line| !line.is_empty()).map(String::from).collect::<Vec<_>>()
            };
            let now = part(folder, "a.odt", "content.xml").replace("</text:p>", "\n");
            let fresh = format!("<>{}", made("b.odt"));
            assert_eq!(words(&now), words(&fresh), "from {from} to {state}");
        }
    }
}

#[test]
fn words_of_named_shapes_follow_on_slides_of_open_document() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "powerpoint", "--out", "."], 0);
    let deck = "nests-slide.bare.pptx";
    let svg = part(folder, deck, "ppt/media/chart.svg");
    let mut shapes = String::new();
    for name in ["ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"] {
        let text = part(folder, deck, name);
        let document = Document::parse(&text).unwrap();
        for node in document.descendants().filter(|node| node.tag_name().name() == "sp") {
            let about = node.descendants().find(|node| node.tag_name().name() == "cNvPr").unwrap();
            let mut inner = String::new();
            as_open_document(node, &mut inner);
            shapes += &format!(
                "<draw:custom-shape draw:name=\"{}\">{inner}</draw:custom-shape>",
                about.attribute("name").unwrap()
            );
        }
    }
    // As LibreOffice calls a slide after its title.
    let named = |svg: &str| {
        let title = svg.split("<title>").nth(1).unwrap().split('<').next().unwrap();
        format!("draw:name=\"{}\"", title.chars().take(63).collect::<String>())
    };
    let page = format!(
        "<draw:page {}><draw:frame svg:width=\"19cm\" svg:height=\"9cm\"><draw:image \
         xlink:href=\"Pictures/1.svg\"/></draw:frame>{shapes}</draw:page>",
        named(&svg)
    );
    let whole = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.presentation"),
        ("content.xml", text_of_office(&page).as_bytes()),
        ("Pictures/1.svg", svg.as_bytes()),
    ]);
    fs::write(folder.join("a.odp"), whole).unwrap();
    run(folder, &["verify", "a.odp"], 0);
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    run(folder, &["add", "swift-nests", "2020", "199", "--source", "gazette-2024", "--yes"], 0);
    let spec = "charts/nests.toml";
    let title = fs::read_to_string(folder.join(spec)).unwrap();
    let title = title.lines().find(|line| line.starts_with("title")).unwrap().to_string();
    change(
        folder,
        spec,
        &title,
        "title = \"Nests of swifts in the towers & roofs of Anytown, as two clubs have counted them\"",
    );
    run(folder, &["update", "a.odp"], 0);
    let now = part(folder, "a.odp", "content.xml");
    let svg = part(folder, "a.odp", "Pictures/1.svg");
    assert!(svg.contains("towers &amp; roofs"), "{svg}");
    assert!(
        now.contains(
            "draw:name=\"Nests of swifts in the towers &amp; roofs of Anytown, as two clubs \""
        ),
        "{now}"
    );
    assert!(!now.contains("118") && now.contains("119 in 2022") && now.contains("199"), "{now}");
    run(folder, &["verify", "a.odp"], 0);
}

#[test]
fn an_alternative_text_in_a_book_follows_its_picture() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["render", "nests", "--format", "svg,png,alt", "--out", "out"], 0);
    let png = fs::read(folder.join("out/nests.png")).unwrap();
    let alt = fs::read_to_string(folder.join("out/nests.alt.txt")).unwrap();
    let page = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>\n<img src=\"../media/file%200.png\" alt=\"{}\" \
         /></p></body></html>",
        alt.trim()
    );
    let whole = packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container/>"),
        ("EPUB/text/a.xhtml", page.as_bytes()),
        ("EPUB/media/file 0.png", &png),
    ]);
    fs::write(folder.join("a.epub"), whole).unwrap();
    run(folder, &["verify", "a.epub"], 0);
    change(folder, "data/figures.csv", "2024,141", "2024,142");
    let told = run(folder, &["update", "a.epub"], 0);
    assert!(told.contains("EPUB/text/a.xhtml, line 2, alternative text"), "{told}");
    let now = part(folder, "a.epub", "EPUB/text/a.xhtml");
    assert!(now.contains("latest 142 in 2024") && !now.contains("141"), "{now}");
    run(folder, &["verify", "a.epub"], 0);
}

/// Left, top, width and height of all pictures of the slide, and how they are turned.
fn pictures(folder: &Path) -> Vec<([i64; 4], String)> {
    let text = part(folder, "a.pptx", "ppt/slides/slide1.xml");
    let document = Document::parse(&text).unwrap();
    let all = document.descendants().filter(|node| node.tag_name().name() == "pic");
    let place = |picture: Node| {
        let within = |name: &str| picture.descendants().find(|node| node.tag_name().name() == name);
        let number = |node: &str, side: &str| -> i64 {
            let node = picture
                .descendants()
                .find(|one| one.tag_name().name() == "xfrm")
                .unwrap()
                .children()
                .find(|one| one.tag_name().name() == node)
                .unwrap();
            node.attribute(side).unwrap().parse().unwrap()
        };
        let turned = within("xfrm").unwrap().attribute("rot").unwrap_or_default().to_string();
        ([number("off", "x"), number("off", "y"), number("ext", "cx"), number("ext", "cy")], turned)
    };
    all.map(place).collect()
}

fn box_at(about: &str, [left, top, wide, high]: [i64; 4]) -> String {
    format!(
        "<a:xfrm{about}><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>"
    )
}

const GROWS: &str = "<a:bodyPr wrap=\"none\"><a:spAutoFit/></a:bodyPr>";
const CHART: &str = "<a:r><a:t>{{ chart nests }}</a:t></a:r>";

#[test]
fn a_chart_on_a_slide_keeps_to_its_box_and_covers_no_other() {
    let folder = project();
    let folder = folder.path();
    let words = shape(
        "",
        &box_at("", [5_000_000, 300_000, 3_000_000, 3_000_000]),
        "<a:bodyPr/>",
        &["<a:r><a:t>Words</a:t></a:r>"],
    );
    let below = shape(
        "",
        &box_at("", [400_000, 2_500_000, 8_000_000, 400_000]),
        "<a:bodyPr/>",
        &["<a:r><a:t>Foot</a:t></a:r>"],
    );
    let group = |inside: &str| {
        format!(
            "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1000000\" cy=\"1000000\"/>\
             <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"4000000\" cy=\"4000000\"/></a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
        )
    };
    let typed = |about: &str, place: [i64; 4]| shape("", &box_at(about, place), GROWS, &[CHART]);
    // As python-pptx makes them, with a size of their own.
    let drawn = [500_000, 500_000, 3_200_000, 1_000_000];
    for (shapes, within, turned, told_of) in [
        (typed("", drawn) + &words, [500_000, 500_000, 3_700_000, 6_858_000], "", ""),
        (typed("", drawn) + &words + &below, [500_000, 500_000, 3_700_000, 2_500_000], "", ""),
        // As large as one line of words: nobody drew it.
        (
            typed("", [500_000, 500_000, 1_900_000, 369_332]) + &words,
            [500_000, 500_000, 5_000_000, 6_858_000],
            "",
            "",
        ),
        (
            typed(" rot=\"900000\"", drawn),
            [500_000, 500_000, 3_700_000, 1_500_000],
            "900000",
            "cm wide in its box",
        ),
        (
            group(&typed("", drawn)),
            [500_000, 500_000, 3_700_000, 1_500_000],
            "",
            "cm wide in its box",
        ),
    ] {
        fs::write(folder.join("a.pptx"), slide(&shapes)).unwrap();
        let told = run(folder, &["update", "a.pptx"], 0);
        let all = pictures(folder);
        let ([left, top, wide, high], rot) = &all[0];
        let inside = *left >= within[0]
            && *top >= within[1]
            && left + wide <= within[2]
            && top + high <= within[3];
        assert!(all.len() == 1 && inside && rot == turned, "{within:?}: {all:?}");
        // A growing box has all of one side that is free.
        assert!(*wide > 1_500_000, "{all:?}");
        assert_eq!(told.contains("cm wide"), !told_of.is_empty(), "{told}");
    }
}

#[test]
fn what_a_picture_covers_that_became_higher_is_told() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let parts = unpacked_bytes(&fs::read(folder.join("nests.docx")).unwrap());
    let svg = &parts.iter().find(|(name, _)| name.ends_with(".svg")).unwrap().1;
    let deck = |top: &str, clip: &str, alt: &str| {
        let text = format!(
            "<office:document-content {SPACES} xmlns:style=\"s\" xmlns:fo=\"f\"><office:automatic-styles><style:style \
             style:name=\"gr1\"><style:graphic-properties fo:clip=\"{clip}\"/></style:style>\
             </office:automatic-styles><office:body><office:presentation><draw:page><draw:frame draw:style-name=\"gr1\" \
             svg:x=\"1cm\" svg:y=\"1cm\" svg:width=\"19cm\" svg:height=\"9cm\"><draw:image \
             xlink:href=\"Pictures/1.svg\"/><svg:desc>{alt}</svg:desc></draw:frame><draw:frame svg:x=\"2cm\" svg:y=\"{top}\" \
             svg:width=\"5cm\" svg:height=\"1cm\"/></draw:page></office:presentation></office:body>\
             </office:document-content>"
        );
        packed(&[("content.xml", text.as_bytes()), ("Pictures/1.svg", svg)])
    };
    let whole = "rect(0cm, 0cm, 0cm, 0cm)";
    fs::write(folder.join("a.odp"), deck("10.1cm", whole, "")).unwrap();
    fs::write(folder.join("b.odp"), deck("17cm", "rect(0cm, 1.2cm, 0cm, 0cm)", "media/nests.png"))
        .unwrap();
    change(folder, "charts/nests.toml", "title = ", "height = 600\ntitle = ");
    let told = run(folder, &["update", "a.odp"], 0);
    assert!(told.contains("slide 1: a chart is higher than it was, and covers"), "{told}");
    assert!(!told.contains("cropped") && !told.contains("by hand"), "{told}");
    let told = run(folder, &["update", "b.odp"], 0);
    assert!(!told.contains("covers") && told.contains("slide 1: a chart is cropped"), "{told}");
    // The name of a file is nobody's words.
    assert!(!told.contains("by hand"), "{told}");
    assert!(part(folder, "b.odp", "content.xml").contains("<svg:desc>Chart: "));
}

#[test]
fn a_table_of_word_has_columns_with_words_and_widths_and_whole_rows() {
    let folder = project();
    let folder = folder.path();
    let wide = |text: &str| {
        let document = Document::parse(text).unwrap();
        let columns = document.descendants().filter(|node| node.tag_name().name() == "gridCol");
        let wide = |node: Node| node.attributes().next().unwrap().value().parse().unwrap();
        columns.map(wide).collect::<Vec<u32>>()
    };
    run(folder, &["embed", "nests", "--for", "word", "--out", "."], 0);
    let text = body(&fs::read(folder.join("nests.docx")).unwrap());
    let columns = wide(&text);
    assert!(columns.len() == 4 && columns.iter().sum::<u32>() <= 9026, "{columns:?}");
    // Sources are longer than years.
    assert!(columns[3] > columns[0] && columns[0] > 500, "{columns:?}");
    assert_eq!(text.matches("<w:tr>").count(), text.matches("<w:cantSplit/>").count());
    assert!(text.contains(">Remarks<"));
    // Nothing is remarked on where no sources differ.
    change(folder, "data/figures.csv", "2024,150", "2024,141");
    change(folder, "data/figures.csv", "at_least", "exact");
    run(folder, &["update", "nests.docx"], 0);
    let text = body(&fs::read(folder.join("nests.docx")).unwrap());
    assert!(wide(&text).len() == 3 && !text.contains(">Remarks<"), "{text}");
    run(folder, &["verify", "nests.docx"], 0);
}

#[test]
fn what_stands_for_a_picture_of_open_document_is_no_title_beside_it() {
    let folder = project();
    let folder = folder.path();
    run(folder, &["render", "nests"], 0);
    let svg = fs::read_to_string(folder.join("charts/nests.svg")).unwrap();
    let (_, title) = svg.split_once("<title>").unwrap();
    let title = title.split_once("</title>").unwrap().0.to_string();
    let frame = format!(
        "<draw:frame svg:width=\"19cm\" svg:height=\"9cm\"><draw:image xlink:href=\"Pictures/1.svg\"/>\
         <svg:title>{title}</svg:title><svg:desc>{title}</svg:desc></draw:frame>"
    );
    let whole = |more: &str| {
        packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", text_of_office(&format!("<text:p>{frame}</text:p>{more}")).as_bytes()),
            ("Pictures/1.svg", svg.as_bytes()),
        ])
    };
    fs::write(folder.join("a.odt"), whole("")).unwrap();
    fs::write(folder.join("b.odt"), whole(&format!("<text:p>{title}</text:p>"))).unwrap();
    change(folder, "data/figures.csv", "2022,118", "2022,119");
    let told = run(folder, &["update", "a.odt"], 0);
    assert!(!told.contains("marks of `embed`"), "{told}");
    let told = run(folder, &["update", "b.odt"], 1);
    assert!(told.contains("marks of `embed`"), "{told}");
}
