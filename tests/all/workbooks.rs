//! What is read of a workbook is what LibreOffice shows of it: each sheet is held to the text that
//! it exports as shown. Needs `soffice`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::outside::is_here;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use sourceline::tables::{Asked, Grid, Remark, read};

/// What LibreOffice makes of some files, in the kind `to`.
fn converted(files: &[PathBuf], to: &str, into: &Path) {
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", into.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(into)
        .args(files)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// All sheets, as shown, each a file of its own: `NAME-SHEET.csv`.
const AS_SHOWN: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

fn sheet_of(bytes: &[u8], sheet: &str) -> Grid {
    let asked = Asked { sheet: Some(sheet.into()), range: None };
    read("x", bytes, &asked).unwrap_or_else(|problem| panic!("{sheet}: {problem:?}"))
}

/// The cells with content, by line and text, without blanks and with none left out.
fn words(grid: &Grid) -> Vec<(usize, Vec<String>)> {
    let plain = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().concat();
    let filled = |row| grid.cells(row).map(plain).filter(|cell| !cell.is_empty()).collect();
    (0..grid.height()).map(|row| (grid.line(row), filled(row))).collect()
}

fn formats_of_public_tables() -> Vec<(&'static str, Vec<f64>)> {
    vec![
        ("General", vec![5.0, 0.1 + 0.2, 82109.0, -1.5, 1234567.891]),
        ("0", vec![1234.5, 0.0, 0.4]),
        ("0.00", vec![1.005, 12.0, -3.456]),
        ("#,##0", vec![1234567.0, 999.0, -1234.0]),
        ("#,##0.0", vec![12345.67, 0.05]),
        ("0%", vec![0.44, 1.0, -0.125]),
        ("0.0%", vec![0.4449]),
        ("0.00E+00", vec![3120000.0, 0.00042]),
        ("\"£\"#,##0.0\"m\"", vec![12.5, 1234.56]),
        ("[$£-809]#,##0.00", vec![1234.5, -2.0]),
        ("#,##0.0,,\"m\"", vec![12_500_000.0, 99_949_999.0]),
        ("#,##0,", vec![47_500.0]),
        ("#,##0;(#,##0);\"-\"", vec![5.0, -1234.0, 0.0]),
        ("#,##0_);[Red]\\(#,##0\\)", vec![5.0, -5.0]),
        ("_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", vec![5.0, -5.0, 0.0]),
        ("0\" [r]\"", vec![5.0, 12.6]),
        ("[<1]\"<1\";0", vec![0.5, 7.0]),
        ("+0.0;-0.0;0.0", vec![1.25, -1.0, 0.0]),
        ("d mmm yyyy", vec![43891.0, 61.0, 2958465.0]),
        ("mmm-yy", vec![43891.0]),
        ("mmm yyyy", vec![44000.0]),
        ("mmmm yyyy", vec![44000.0]),
        ("dd/mm/yyyy", vec![43891.0]),
        ("yyyy-mm-dd", vec![43891.0]),
        ("yyyy", vec![43891.0]),
        ("dddd d mmmm yyyy", vec![43891.0]),
        ("yyyy-mm-dd hh:mm", vec![43891.75]),
        ("h:mm AM/PM", vec![0.75, 0.25]),
        ("\"FY\"yyyy", vec![43891.0]),
        ("000", vec![7.0]),
    ]
}

#[test]
fn cells_show_what_libreoffice_shows() {
    if !is_here(&["soffice"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("shown").unwrap();
    for (row, (code, values)) in (0..).zip(formats_of_public_tables()) {
        let format = Format::new().set_num_format(code);
        sheet.write(row, 0, code).unwrap();
        for (column, value) in (1..).zip(values) {
            sheet.write_with_format(row, column, value, &format).unwrap();
        }
    }
    let path = folder.path().join("formats.xlsx");
    workbook.save(&path).unwrap();
    converted(std::slice::from_ref(&path), "ods", folder.path());
    let shown_folder = tempfile::tempdir().unwrap();
    converted(std::slice::from_ref(&path), AS_SHOWN, shown_folder.path());
    let shown = fs::read(shown_folder.path().join("formats-shown.csv")).unwrap();
    let shown =
        words(&read("x", &shown, &Asked { sheet: None, range: Some("A1:Z99".into()) }).unwrap());
    for kind in ["xlsx", "ods"] {
        let grid = sheet_of(&fs::read(path.with_extension(kind)).unwrap(), "shown");
        for ((own, cells), (other, shown)) in words(&grid).iter().zip(&shown) {
            // The code of the format stands as it is; a number in brackets is read as below zero.
            let read = |cell: &String| match cell.strip_prefix('(') {
                Some(rest) => format!("-{}", rest.trim_end_matches(')')),
                None => cell.clone(),
            };
            let shown: Vec<String> =
                shown[..1].iter().cloned().chain(shown[1..].iter().map(read)).collect();
            assert_eq!((own, cells), (other, &shown), "{kind}");
        }
        assert_eq!(grid.height(), shown.len(), "{kind}");
    }
}

/// A sheet with what publishers do to their tables.
fn publisher(sheet: &mut Worksheet) {
    let bold = Format::new().set_bold();
    let percent = Format::new().set_num_format("0%");
    sheet.merge_range(0, 0, 0, 4, "Table 1: Deaths by year and sex", &bold).unwrap();
    sheet.merge_range(2, 0, 3, 0, "Year", &bold).unwrap();
    sheet.merge_range(2, 1, 2, 2, "Men", &bold).unwrap();
    sheet.merge_range(2, 3, 2, 4, "Women", &bold).unwrap();
    for (column, name) in (1..).zip(["Number", "Share", "Number", "Share"]) {
        sheet.write(3, column, name).unwrap();
    }
    for (row, year) in (4..).zip(2019..2022) {
        sheet.write(row, 0, year).unwrap();
        for column in [1, 3] {
            sheet.write(row, column, f64::from(row) * 100.0 + f64::from(column)).unwrap();
            sheet.write_with_format(row, column + 1, 0.44, &percent).unwrap();
        }
    }
    let (plain, raised) =
        (Format::new(), Format::new().set_font_script(rust_xlsxwriter::FormatScript::Superscript));
    sheet.write_rich_string(6, 1, &[(&plain, "1,601"), (&raised, "2")]).unwrap();
    sheet.write(8, 0, "Source: Office of Examples").unwrap();
    sheet.insert_note(4, 1, &rust_xlsxwriter::Note::new("a comment is no figure")).unwrap();
}

#[test]
fn merged_headings_raised_marks_and_hidden_cells_are_read_as_seen() {
    if !is_here(&["soffice"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Cover").unwrap().write(0, 0, "About this workbook").unwrap();
    let sheet = workbook.add_worksheet().set_name("Table 1").unwrap();
    publisher(sheet);
    sheet.set_row_hidden(5).unwrap();
    let old = workbook.add_worksheet().set_name("Old").unwrap();
    old.write(0, 0, "Year").unwrap().write(0, 1, "Value").unwrap();
    old.write(1, 0, 2018).unwrap().write(1, 1, 5).unwrap();
    old.set_hidden(true);
    let path = folder.path().join("publisher.xlsx");
    workbook.save(&path).unwrap();
    converted(std::slice::from_ref(&path), "ods", folder.path());
    for kind in ["xlsx", "ods"] {
        let bytes = fs::read(path.with_extension(kind)).unwrap();
        let grid = read("x", &bytes, &Asked::default()).unwrap();
        assert_eq!(grid.sheet.as_deref(), Some("Table 1"), "{kind}");
        let outline = sourceline::tables::Outline::of(&grid);
        let columns = ["Year", "Men / Number", "Men / Share", "Women / Number", "Women / Share"];
        assert_eq!(outline.columns, columns, "{kind}");
        let body: Vec<_> =
            outline.body.clone().map(|row| grid.cells(row).collect::<Vec<_>>().join("|")).collect();
        assert_eq!(body, ["2019|401|44%|403|44%", "2021|1,601²|44%|603|44%"], "{kind}");
        assert_eq!(grid.stored(outline.body.start, 2), Some("0.44"), "{kind}");
        assert_eq!((outline.titles.len(), outline.notes.len()), (1, 1), "{kind}");
        let hidden = Remark::OtherSheet { name: "Old".into(), rows: 2, columns: 2, hidden: true };
        assert_eq!(grid.remarks, [Remark::HiddenRows(vec![6]), hidden], "{kind}");
    }
}

#[test]
fn a_sheet_is_named_or_found() {
    let mut workbook = Workbook::new();
    for name in ["Men", "Women"] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        publisher(sheet);
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let problem = read("x.xlsx", &bytes, &Asked::default()).unwrap_err();
    assert_eq!(
        problem.message,
        "2 sheets of the workbook hold a table: `Men` (7 rows, 5 columns), `Women` (7 rows, 5 columns)"
    );
    let asked = |sheet: &str, range: Option<&str>| Asked {
        sheet: Some(sheet.into()),
        range: range.map(str::to_string),
    };
    let part = read("x.xlsx", &bytes, &asked("women", Some("C4:E7"))).unwrap();
    // Below two lines of words that stand above the range, and speak of it.
    assert_eq!((part.height(), part.width(), part.letters(0)), (2 + 4, 3, "C".into()));
    assert_eq!(part.cell(2 + 1, 0), "44%");
    let wrong = read("x.xlsx", &bytes, &asked("Womn", None)).unwrap_err();
    assert!(wrong.hint.unwrap().contains("Women"));
    assert!(read("x.csv", b"a,b\n1,2\n", &asked("Men", None)).is_err());
}

#[test]
fn what_no_workbook_may_ask_for_is_refused() {
    let rule =
        |bytes: &[u8]| read("x.xlsx", bytes, &Asked::default()).unwrap_err().rule.to_string();
    // As many cells as a sheet has, of which one is filled and repeated.
    let content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
        <table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048576\">\
        <table:table-cell office:value-type=\"float\" office:value=\"1\" \
        table:number-columns-repeated=\"16384\"><text:p>1</text:p></table:table-cell>\
        </table:table-row></table:table></office:document-content>";
    assert_eq!(rule(&zipped("content.xml", content)), "limit");
    assert_eq!(
        rule(&zipped("content.xml", &content.replace("1048576", "99999999999999999999"))),
        "limit"
    );
    assert_eq!(rule(&zipped("content.xml", "<table><table-row>")), "no-table");
    assert_eq!(rule(&zipped("word/document.xml", "<document/>")), "no-table");
    assert_eq!(rule(b"PK\x03\x04 and no more"), "no-table");
    assert_eq!(rule(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "no-table");
}

fn zipped(name: &str, text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Damaged as files are on their way: a part of them is lost, doubled or other than it was.
#[test]
fn a_damaged_workbook_is_refused_and_never_the_end() {
    use std::io::{Cursor, Read, Write};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    let (mut read_well, mut refused) = (0, 0);
    for name in ["merged-titles.xlsx", "formats-open-document.ods", "hidden.xlsx"] {
        let bytes = fs::read(folder.join(name)).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut parts = Vec::new();
        for number in 0..archive.len() {
            let mut part = archive.by_index(number).unwrap();
            let mut text = Vec::new();
            part.read_to_end(&mut text).unwrap();
            parts.push((part.name().unwrap().into_owned(), text));
        }
        for _ in 0..150 {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (name, text) in &parts {
                let mut text = text.clone();
                let (from, length) = (next(text.len()), next(9));
                let to = (from + length).min(text.len());
                match next(5) {
                    0 => drop(text.drain(from..to)),
                    1 => text[from..to].fill(b'9'),
                    2 => text.extend_from_within(from..to),
                    _ => {}
                }
                zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
                zip.write_all(&text).unwrap();
            }
            let damaged = zip.finish().unwrap().into_inner();
            match read("x", &damaged, &Asked::default()) {
                Ok(grid) => read_well += usize::from(grid.height() > 0),
                Err(_) => refused += 1,
            }
            let mut cut = bytes.clone();
            let at = next(cut.len());
            cut[at] = cut[at].wrapping_add(1);
            cut.truncate(bytes.len() - next(3));
            let _ = read("x", &cut, &Asked::default());
        }
    }
    assert!(read_well > 20 && refused > 20, "{read_well} read and {refused} refused");
}
