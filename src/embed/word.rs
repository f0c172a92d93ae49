//! Word: a small document with the picture as SVG and, for older programs, as PNG, its
//! alternative text, a caption that Word numbers, the sources and the figures; ready to copy.

use std::fmt::Write as _;

use super::escaped::xml;
use super::host::{BothForms, Gives, Host, NamedFiles};
use super::own::{self, OwnPart};
use super::package::packed;
use super::piece::Embedded;
use super::placed::{PIXEL, PlacedPicture};
use crate::chart::{Citation, are_numbered};
use crate::export::DataRow;
use crate::locale::Language;
use crate::locale::phrases::Pages;

/// Word.
pub static WORD: Host = Host {
    word: "word",
    also: &["docx", "doc", "odt", "rtf"],
    ending: "docx",
    used_for: Some(Pages::for_docx),
    names: NamedFiles::Svg,
    gives: Gives::Document(document),
    own: Some(own),
    inline: None,
};

/// English Metric Units: the width between the margins of A4.
const TEXT_WIDTH: f64 = 5_731_510.0;

fn document(piece: &Embedded<'_>, picture: BothForms<'_>) -> Result<Vec<u8>, String> {
    let body = body(piece);
    let relations = relations(piece);
    let core = core(piece);
    let styles = STYLES.replace("LANGUAGE", piece.chart.language.tag);
    let parts: [(&str, &[u8]); 8] = [
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE_RELATIONS.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/media/chart.png", picture.png),
        ("word/media/chart.svg", picture.svg.as_bytes()),
    ];
    packed(&parts)
}

fn body(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let mut text = String::from(DOCUMENT_START);
    paragraph(&mut text, "Picture", &drawing(piece));
    let pages = &chart.language.pages;
    let title = bookmarked(1, &title(piece));
    let caption = pages.figure_caption.marked_up(run, &[&NUMBER, &title]);
    paragraph(&mut text, "Caption", &caption);
    let sources = own_sources(piece, &linked_by_relation);
    paragraph(&mut text, "ChartSource", &bookmarked(2, &sources));
    text.push_str(&figures(piece).in_paragraphs("3", "4"));
    text.push_str(DOCUMENT_END);
    text
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    vec![title(piece), own_sources(piece, &linked_by_field), figures(piece)]
}

fn bookmarked(id: usize, part: &OwnPart) -> String {
    let (name, markup) = (part.mark.bookmark(), &part.markup);
    format!(
        "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{markup}<w:bookmarkEnd w:id=\"{id}\"/>"
    )
}

fn title(piece: &Embedded<'_>) -> OwnPart {
    let chart = piece.chart;
    let mut text = run(&chart.title);
    if chart.bare && !chart.subtitle.is_empty() {
        let _ = write!(text, "<w:r><w:br/></w:r>{}", run(&chart.subtitle));
    }
    let what = if chart.bare { own::TITLE } else { own::NAME };
    OwnPart::of(chart, WORD.word, what, text)
}

fn own_sources(piece: &Embedded<'_>, link: &dyn Fn(usize, &Citation) -> String) -> OwnPart {
    OwnPart::of(piece.chart, WORD.word, own::SOURCES, sources(piece, link))
}

/// The description, the table and the notes.
fn figures(piece: &Embedded<'_>) -> OwnPart {
    let chart = piece.chart;
    let pages = &chart.language.pages;
    let mut text = String::new();
    paragraph(&mut text, "Caption", &run(pages.what_it_shows()));
    for line in chart.description.lines().filter(|line| !line.trim().is_empty()) {
        paragraph(&mut text, "Normal", &run(line));
    }
    for group in piece.rows.chunk_by(|a, b| a.panel == b.panel) {
        if !group[0].panel.is_empty() {
            paragraph(&mut text, "Caption", &run(&group[0].panel));
        }
        text.push_str(&table(chart.language, group));
    }
    if !chart.notes.is_empty() {
        paragraph(&mut text, "Caption", &run(pages.notes()));
        chart.notes.iter().for_each(|note| paragraph(&mut text, "Normal", &run(note.as_str())));
    }
    OwnPart::of(chart, WORD.word, own::FIGURES, text)
}

fn paragraph(text: &mut String, style: &str, inside: &str) {
    let _ = write!(text, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inside}</w:p>");
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", xml(words))
}

/// The picture, no wider than the text.
fn drawing(piece: &Embedded<'_>) -> String {
    let picture = &piece.pictures.svg;
    let (width, height) = (picture.width * PIXEL, picture.height * PIXEL);
    let scale = (TEXT_WIDTH / width).min(1.0);
    let (width, height) = ((width * scale).round() as i64, (height * scale).round() as i64);
    let placed = PlacedPicture {
        name: &piece.chart.name,
        alt: &piece.chart.alt,
        id: 1,
        png: "png",
        svg: "svg",
        at: (0, 0),
        size: (width, height),
    };
    format!("<w:r>{}</w:r>", placed.in_word())
}

/// Named among the relations of the document.
fn linked_by_relation(place: usize, citation: &Citation) -> String {
    format!("<w:hyperlink r:id=\"source{}\">{}</w:hyperlink>", place + 1, link_run(citation))
}

/// By a field, which needs no relation in the document that it is put into.
fn linked_by_field(_: usize, citation: &Citation) -> String {
    let url = xml(&citation.url.replace('\\', "%5C").replace('"', "%22"));
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \"{url}\" </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        link_run(citation)
    )
}

fn link_run(citation: &Citation) -> String {
    format!(
        "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r>",
        xml(&citation.text)
    )
}

fn sources(piece: &Embedded<'_>, link: &dyn Fn(usize, &Citation) -> String) -> String {
    let foot = &piece.chart.language.foot;
    let numbered = are_numbered(&piece.chart.sources);
    let mut text = String::new();
    for (place, citation) in piece.chart.sources.iter().enumerate() {
        let between = if place == 0 { "" } else { "; " };
        let link = match citation.url.as_str() {
            "" => run(&citation.text),
            _ => link(place, citation),
        };
        match citation.only_of.as_str() {
            _ if numbered => {
                text.push_str(&run(&format!("{between}[{}] ", place + 1)));
                text.push_str(&link);
            }
            "" => text.push_str(&link),
            events => {
                text.push_str(&run(between));
                text.push_str(&foot.for_events.marked_up(run, &[&run(events), &link]));
            }
        }
    }
    let line = if numbered { &foot.sources } else { &foot.source };
    line.marked_up(run, &[&text])
}

/// A column for each heading that has words below it, as wide as its words. A series is named once, in a
/// row of its own above its figures.
fn table(language: &Language, rows: &[DataRow]) -> String {
    // The first head is that of the series.
    let mut columns: Vec<Vec<String>> =
        language.table.heads().into_iter().skip(1).map(|head| vec![head.to_string()]).collect();
    for row in rows {
        let number = row.source.number.map_or(String::new(), |number| format!(" [{number}]"));
        let source = match row.source.first.as_str() {
            "" => row.source.text.clone(),
            first => language.table.relaying(&row.source.text, first),
        };
        let source = format!("{source}{number}");
        let said = [row.period.clone(), row.said.clone(), row.remarks(language), source];
        columns.iter_mut().zip(said).for_each(|(column, words)| column.push(words));
    }
    columns.retain(|column| column[1..].iter().any(|words| !words.is_empty()));
    let widths = widths(&columns);
    let mut text = String::from(TABLE_START);
    widths.iter().for_each(|wide| {
        let _ = write!(text, "<w:gridCol w:w=\"{wide}\"/>");
    });
    text.push_str("</w:tblGrid>");
    for at in 0..=rows.len() {
        if let Some(name) = named_above(rows, at) {
            let _ = write!(
                text,
                "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>\
                 <w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/></w:tcPr>",
                widths.iter().sum::<usize>(),
                columns.len()
            );
            cell_words(&mut text, name, "<w:pPr><w:keepNext/></w:pPr>", BOLD);
            text.push_str("</w:tc></w:tr>");
        }
        let about = if at == 0 { "<w:cantSplit/><w:tblHeader/>" } else { "<w:cantSplit/>" };
        let _ = write!(text, "<w:tr><w:trPr>{about}</w:trPr>");
        for (column, wide) in columns.iter().zip(&widths) {
            let _ = write!(text, "<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/></w:tcPr>");
            cell_words(&mut text, &column[at], "", if at == 0 { BOLD } else { "" });
            text.push_str("</w:tc>");
        }
        text.push_str("</w:tr>");
    }
    // Word wants a paragraph after a table.
    text.push_str("</w:tbl><w:p></w:p>");
    text
}

/// The series that begins with a row, counted from 1.
fn named_above(rows: &[DataRow], at: usize) -> Option<&str> {
    let name = rows.get(at.checked_sub(1)?)?.title.as_str();
    let before = at.checked_sub(2).map(|before| rows[before].title.as_str());
    (!name.is_empty() && before != Some(name)).then_some(name)
}

const BOLD: &str = "<w:rPr><w:b/></w:rPr>";

/// Twentieths of a point: about a letter, the room at both sides of a cell, and all of the table.
const LETTER: usize = 115;
const SIDES: usize = 230;
const TABLE_WIDTH: usize = 9026;

/// Every column has room for its longest word, and of the rest each as much as its words ask for.
fn widths(columns: &[Vec<String>]) -> Vec<usize> {
    let letters = |text: &str| text.chars().count() * LETTER;
    let most = |column: &Vec<String>, of: &dyn Fn(&String) -> usize| {
        column.iter().map(of).max().unwrap_or(0) + SIDES
    };
    let longest = |words: &String| words.split_whitespace().map(letters).max().unwrap_or(0);
    let least: Vec<usize> = columns.iter().map(|column| most(column, &longest)).collect();
    let asked: Vec<usize> =
        columns.iter().map(|column| most(column, &|words| letters(words))).collect();
    let (needed, wanted) = (least.iter().sum::<usize>(), asked.iter().sum::<usize>());
    let free = TABLE_WIDTH.saturating_sub(needed);
    let more = wanted.saturating_sub(needed).max(1);
    let share = |least: usize, asked: usize| match wanted <= TABLE_WIDTH {
        true => asked + asked * (TABLE_WIDTH - wanted) / wanted.max(1),
        false if free == 0 => least * TABLE_WIDTH / needed.max(1),
        false => least + (asked - least) * free / more,
    };
    least.iter().zip(&asked).map(|(least, asked)| share(*least, *asked)).collect()
}

fn cell_words(text: &mut String, words: &str, about: &str, look: &str) {
    let words = xml(words);
    let _ = write!(
        text,
        "<w:p>{about}<w:r>{look}<w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>"
    );
}

fn relations(piece: &Embedded<'_>) -> String {
    let mut text = String::from(RELATIONS_START);
    for (place, citation) in piece.chart.sources.iter().enumerate() {
        if !citation.url.is_empty() {
            let _ = write!(
                text,
                "<Relationship Id=\"source{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" \
                 TargetMode=\"External\"/>",
                place + 1,
                xml(&citation.url)
            );
        }
    }
    text.push_str("</Relationships>");
    text
}

pub fn core(piece: &Embedded<'_>) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:description>{}</dc:description><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        xml(&piece.chart.title),
        xml(&piece.chart.alt),
        piece.chart.language.tag
    )
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Counted by Word, so that it fits the report it is pasted into.
/// In the long way, since some readers leave out what stands in `w:fldSimple`.
const NUMBER: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText xml:space=\"preserve\"> SEQ Figure \\* ARABIC </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" \
    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Default Extension=\"png\" ContentType=\"image/png\"/>\
    <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-\
officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-\
officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" \
    ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

const PACKAGE_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"document\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/\
relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

const RELATIONS_START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"styles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"png\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
relationships/image\" Target=\"media/chart.png\"/>\
    <Relationship Id=\"svg\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
relationships/image\" Target=\"media/chart.svg\"/>";

const DOCUMENT_START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"><w:body>";

const DOCUMENT_END: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" \
    w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

const TABLE_START: &str = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>\
    <w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>";

const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" \
    w:cs=\"Arial\" w:eastAsia=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\"LANGUAGE\"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault>\
    </w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
    </w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Picture\"><w:name w:val=\"Picture\"/>\
    <w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/>\
    <w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ChartSource\"><w:name w:val=\"Chart source\"/>\
    <w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>\
    <w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>\
    <w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:color=\"8A93A3\"/></w:tblBorders></w:tblPr>\
    </w:style></w:styles>";
