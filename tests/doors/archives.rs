//! Archives: workbooks to import, documents with charts in them.

use std::io::{Cursor, Write};

use sourceline::documents;
use sourceline::tables::meaning::TableGuess;
use sourceline::tables::own_workbook::OwnWorkbook;
use sourceline::tables::{self, Asked, PublishedTable};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::files;
use super::pictures::{NewerPicture, SVG};

/// Between the parts of an archive, and between the name of a part and its bytes.
const PART: u8 = 0;
const NAME: u8 = 1;

fn packed(parts: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        // A name that was there, or that is none, is left out.
        if archive.start_file(String::from_utf8_lossy(name), options).is_ok() {
            archive.write_all(bytes).expect("in memory");
        }
    }
    archive.finish().expect("in memory").into_inner()
}

const TYPES: &[u8] =
    b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const RELATIONS: &[u8] = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &[u8] =
    b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
    <sheet name=\"figures\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>";
const BOOK_RELATIONS: &[u8] = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"t\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"u\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";

/// Sheet, shared strings and styles of a workbook of Excel, or the content of an OpenDocument.
pub fn workbooks(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == PART);
    let [sheet, strings, styles] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let excel = packed(&[
        (b"[Content_Types].xml", TYPES),
        (b"_rels/.rels", RELATIONS),
        (b"xl/workbook.xml", BOOK),
        (b"xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        (b"xl/worksheets/sheet1.xml", sheet),
        (b"xl/sharedStrings.xml", strings),
        (b"xl/styles.xml", styles),
    ]);
    let open = packed(&[
        (b"mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (b"content.xml", sheet),
    ]);
    for workbook in [excel, open] {
        imported(&workbook);
    }
}

fn imported(workbook: &[u8]) {
    match tables::read("table.xlsx", workbook, &Asked::default()) {
        Ok(grid) => drop(TableGuess::of(&PublishedTable::of(grid))),
        Err(problem) => assert!(!problem.message.is_empty()),
    }
    drop(OwnWorkbook::read(workbook));
}

pub fn workbooks_seeds() -> Vec<Vec<u8>> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let sheet = format!(
        "<worksheet {main}><dimension ref=\"A1:C3\"/><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>\
         <sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>2020</t>\
         </is></c><c r=\"C1\" s=\"1\"><v>43831</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>1\
         </v></c><c r=\"B2\" s=\"0\"><f>SUM(B3)</f><v>1.25E3</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c></row>\
         <row><c t=\"b\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>\
         </worksheet>\0<sst {main}><si><t>Year</t></si><si><r><t>Nes</t></r><r><t>ts</t></r></si></sst>\0\
         <styleSheet {main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-809]d mmm yyyy;@\"/></numFmts>\
         <cellXfs><xf numFmtId=\"4\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    );
    let open = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
        <table:table table:name=\"T\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
        office:value-type=\"float\" office:value=\"12.5\" table:number-columns-repeated=\"3\"><text:p>12.5\
        </text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>\
        </office:document-content>";
    vec![sheet.into_bytes(), open.as_bytes().to_vec()]
}

/// Bytes that say they are an archive.
pub fn archives(bytes: &[u8]) {
    imported(bytes);
    document("report.docx", bytes);
}

pub fn archives_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests", &[".xlsx", ".ods", ".docx", ".pptx", ".odt", ".zip"]);
    seeds.extend(packages_seeds().iter().map(|parts| package(parts)));
    seeds
}

/// A good archive with odd parts.
pub fn packages(bytes: &[u8]) {
    document("report.docx", &package(bytes));
}

fn package(bytes: &[u8]) -> Vec<u8> {
    let part = |part: &'_ [u8]| -> (Vec<u8>, Vec<u8>) {
        let at = part.iter().position(|byte| *byte == NAME).unwrap_or(part.len());
        (part[..at].to_vec(), part.get(at + 1..).unwrap_or_default().to_vec())
    };
    let parts: Vec<(Vec<u8>, Vec<u8>)> = bytes.split(|byte| *byte == PART).map(part).collect();
    let parts: Vec<(&[u8], &[u8])> =
        parts.iter().map(|(name, bytes)| (&name[..], &bytes[..])).collect();
    packed(&parts)
}

/// What it holds is found, and it is brought up to date.
pub fn document(name: &str, bytes: &[u8]) {
    match documents::find(name, bytes, &mut |_| None) {
        Ok(found) => {
            for picture in &found.pictures {
                assert!(!picture.forms.is_empty(), "a picture in no form");
            }
            let _ = found.words.iter().filter(|words| words.are_untouched()).count();
            for typed in &found.expressions {
                assert!(typed.paragraph[typed.at..].starts_with("{{ "), "it stands elsewhere");
                assert!(typed.told().starts_with(&typed.place));
            }
        }
        Err(why) => assert!(!why.to_string().is_empty()),
    }
    match documents::refreshed(name, bytes, &mut NewerPicture) {
        Ok(done) if done.pictures + done.words + done.heights + done.filled == 0 => {
            assert!(done.bytes == bytes, "nothing is newer, and {name} differs");
        }
        Ok(done) => drop(documents::find(name, &done.bytes, &mut |_| None)),
        Err(why) => assert!(!why.is_empty()),
    }
    drop(documents::plain_words(name, bytes));
}

pub fn packages_seeds() -> Vec<Vec<u8>> {
    let joined = |parts: &[(&str, &str)]| {
        let part = |(name, text): &(&str, &str)| format!("{name}\u{1}{text}");
        parts.iter().map(part).collect::<Vec<_>>().join("\0").into_bytes()
    };
    let relations = |target: &str| {
        format!(
            "<Relationships xmlns=\"r\"><Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/\
             officeDocument/2006/relationships/image\" Target=\"{target}\"/></Relationships>"
        )
    };
    let frame = "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:wp=\"p\"><w:body><w:p><w:r><w:drawing>\
        <wp:inline><wp:extent cx=\"6858000\" cy=\"4000000\"/><wp:docPr id=\"1\" descr=\"Old words\"/>\
        <a:blip r:embed=\"x\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
        <a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip xmlns:asvg=\"s\" \
        r:embed=\"x\"/></a:ext></a:extLst></a:blip></wp:inline></w:drawing></w:r></w:p></w:body></w:document>";
    let word = joined(&[
        ("[Content_Types].xml", "<Types xmlns=\"t\"><Default Extension=\"svg\"/></Types>"),
        ("word/document.xml", frame),
        ("word/_rels/document.xml.rels", &relations("media/image1.svg")),
        ("word/media/image1.svg", &SVG),
    ]);
    let slide = frame.replace("w:document", "p:sld").replace("w:", "p:");
    let slides = joined(&[
        ("[Content_Types].xml", "<Types xmlns=\"t\"/>"),
        ("ppt/slides/slide1.xml", &slide),
        ("ppt/slides/_rels/slide1.xml.rels", &relations("/ppt/media/image2.svg")),
        ("ppt/media/image2.svg", &SVG),
    ]);
    let open = joined(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:draw=\"d\" \
             xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><text:p><draw:frame svg:width=\"19cm\" \
             svg:height=\"9cm\"><draw:image xlink:href=\"Pictures/1.svg\"/><svg:desc>Old</svg:desc></draw:frame>\
             </text:p></office:body></office:document-content>",
        ),
        ("Pictures/1.svg", &SVG),
    ]);
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let typed_word = joined(&[
        ("[Content_Types].xml", "<Types xmlns=\"t\"/>"),
        (
            "word/document.xml",
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:ind w:left=\"720\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>\
             <w:t xml:space=\"preserve\">Of {{ lat</w:t></w:r><w:proofErr/><w:r><w:t>est(“a”) }} b</w:t></w:r><w:sdt>\
             <w:sdtPr><w:tag w:val=\"sl:0123456789:first(&quot;a&quot;)\"/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r>\
             </w:sdtContent></w:sdt></w:p><w:tbl><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr><w:tc><w:p><w:r>\
             <w:t>{{ chart a }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:w=\"9\" w:h=\"9\"/></w:sectPr>\
             </w:body></w:document>",
        ),
        ("word/_rels/document.xml.rels", "<Relationships xmlns=\"r\"/>"),
    ]);
    let typed_slide = joined(&[
        ("[Content_Types].xml", "<Types xmlns=\"t\"/>"),
        (
            "ppt/slides/slide1.xml",
            &format!(
                "<p:sld xmlns:p=\"p\" xmlns:a=\"{main}\"><p:sp><p:nvSpPr><p:cNvPr id=\"1\" descr=\"{{{{ first() }}}} = 1\"/>\
                 </p:nvSpPr><p:txBody><a:p><a:r><a:t>Of 1, {{{{ latest() }}}}</a:t></a:r></a:p></p:txBody></p:sp><p:sp>\
                 <p:nvSpPr><p:cNvPr id=\"2\"/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"1\" y=\"1\"/><a:ext cx=\"9\" cy=\"9\"/>\
                 </a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>{{{{ chart a }}}}</a:t></a:r></a:p></p:txBody></p:sp></p:sld>"
            ),
        ),
    ]);
    vec![word, slides, open, typed_word, typed_slide]
}
