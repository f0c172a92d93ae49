//! The limits that the README states, with data as large as they are.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::common::folder::project;
use crate::common::read_files;
use sourceline::chart::spec::Spec;
use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::problem::{Problem, Rule};
use sourceline::references::ListFormat;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The small project with one file of it changed.
fn problems(change: impl Fn(&mut Files)) -> Vec<Problem> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/project/data");
    let mut files = read_files(&data);
    change(&mut files);
    check(&files, 4).problems
}

#[test]
fn two_million_rows_are_read_and_no_more() {
    let mut rows = String::from("id,date,label\n");
    for row in 0..=2_000_000 {
        rows += &format!("event-{row},2017,Storm\n");
    }
    let found = problems(|files| files.events = Some(rows.clone().into_bytes()));
    assert_eq!(found.len(), 1, "{:?}", found.first());
    assert_eq!(found[0].place.to_string(), "data/events.csv:2000002:1 (A2000002)");
    assert_eq!(found[0].message, "the file has more than the 2000000 rows that are read");
}

#[test]
fn a_cell_of_64_kib_is_read_and_no_longer_one() {
    let with_note = |length: usize| {
        let note = "n".repeat(length);
        let row = format!("more,swift-boxes,2021-06-30,39,,,exact,,,council-2024,,,,,{note}\n");
        problems(|files| files.figures.extend_from_slice(row.as_bytes()))
    };
    assert_eq!(with_note(64 * 1024), []);
    let found = with_note(64 * 1024 + 1);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule, found[0].place.line), (Rule::Limit, 11));
}

/// What the program says in a folder, and how it ends.
fn sourceline(folder: &Path, words: &[&str]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    let output = command.args(words).current_dir(folder).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code().unwrap())
}

/// The file takes no room on a disk that leaves holes out.
fn hollow(path: &Path, bytes: u64) {
    let file = File::options().create(true).truncate(false).write(true).open(path).unwrap();
    file.set_len(bytes).unwrap();
}

#[test]
fn a_file_over_512_mib_is_refused() {
    let folder = project();
    let folder = folder.path();
    let table = folder.join("table.csv");
    hollow(&table, (512 << 20) + 1);
    for words in [&["import", "table.csv"][..], &["add", "source", "--from-bibtex", "table.csv"]] {
        let (said, code) = sourceline(folder, words);
        let refusal = "could not read `table.csv`: it has more than the 512 MiB that are read";
        assert!(code == 2 && said.contains(refusal), "{words:?} {code}: {said}");
    }
    hollow(&folder.join("data/figures.csv"), (512 << 20) + 1);
    let (said, code) = sourceline(folder, &["check"]);
    assert_eq!(code, 1, "{said}");
    let refusal = "error[limit]: the file has more than the 536870912 bytes that are read";
    assert!(said.contains(refusal), "{said}");
}

#[test]
fn specs_and_settings_of_256_kib_and_a_package_of_4_mib_are_read_and_no_larger_ones() {
    let folder = project();
    let folder = folder.path();
    let padded = |label: &str, filler: &str, bytes: usize| {
        let path = folder.join(label);
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, text.clone() + &filler.repeat(bytes - text.len())).unwrap();
        let told = sourceline(folder, &["check"]);
        fs::write(&path, text).unwrap();
        told
    };
    for (label, filler, most) in [
        ("charts/boxes.toml", "\n", 256 << 10),
        ("sourceline.toml", "\n", 256 << 10),
        ("data/datapackage.json", " ", 4 << 20),
    ] {
        let (said, code) = padded(label, filler, most);
        assert_eq!(code, 0, "{label}: {said}");
        let (said, code) = padded(label, filler, most + 1);
        let refusal =
            format!("error[limit]: the file has more than the {most} bytes that are read");
        assert!(code == 1 && said.contains(&refusal), "{label} {code}: {said}");
    }
}

#[test]
fn a_font_of_32_mib_is_read_and_no_larger_one() {
    let folder = project();
    let folder = folder.path();
    let files = ["Regular", "Bold"].map(|weight| {
        let name = format!("LiberationSans-{weight}.ttf");
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts").join(&name);
        fs::copy(own, folder.join(&name)).unwrap();
        name
    });
    let [font, bold] = &files;
    let settings = format!("[style]\nfont = '{font}'\nfont_bold = '{bold}'\n");
    fs::write(folder.join("sourceline.toml"), settings).unwrap();
    hollow(&folder.join(font), 32 << 20);
    let (said, code) = sourceline(folder, &["check"]);
    assert_eq!(code, 0, "{said}");
    hollow(&folder.join(font), (32 << 20) + 1);
    let (said, code) = sourceline(folder, &["check"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("has more than the 32 MiB that are read"), "{said}");
}

#[test]
fn a_recipe_of_256_kib_is_read_and_no_larger_one() {
    let folder = project();
    let folder = folder.path();
    let table = "period,value\n2001,5\n";
    fs::write(folder.join("table.csv"), table).unwrap();
    let import = ["import", "table.csv", "--series", "swift-nests", "--source", "club-2024"];
    let columns = ["--period-column", "period", "--value-column", "value", "--keep", "nests"];
    let (said, code) = sourceline(folder, &[&import[..], &columns].concat());
    assert_eq!(code, 0, "{said}");
    let path = folder.join("imports/nests.toml");
    let recipe = fs::read_to_string(&path).unwrap();
    let padded = |bytes: usize| {
        fs::write(&path, recipe.clone() + &"\n".repeat(bytes - recipe.len())).unwrap();
        sourceline(folder, &["import", "nests"])
    };
    assert_eq!(padded(256 << 10).1, 0);
    let (said, code) = padded((256 << 10) + 1);
    assert!(code != 0 && said.contains("262144 bytes"), "{code}: {said}");
}

/// Each such row has too few cells, and all but one an id that is taken.
#[test]
fn of_many_problems_those_that_are_not_held_are_counted_and_told() {
    let folder = project();
    let folder = folder.path();
    let figures = folder.join("data/figures.csv");
    let text = fs::read_to_string(&figures).unwrap() + &"x\n".repeat(6_000);
    fs::write(&figures, text).unwrap();
    let (said, code) = sourceline(folder, &["check"]);
    assert_eq!(code, 1);
    for words in ["and 5,990 more; `--all`", "and 5,989 more; `--all`", ": 11999 errors"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (json, code) = sourceline(folder, &["check", "--format", "json"]);
    assert_eq!(code, 1);
    let all: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let places = all.iter().map(|one| (one["rule"].to_string(), one["line"].as_u64()));
    assert_eq!((all.len(), places.collect::<BTreeSet<_>>().len()), (11_999, 11_999));
    let (said, _) = sourceline(folder, &["check", "--all"]);
    assert_eq!(said.matches("\nerror[").count() + 1, 11_999);
    let (said, _) = sourceline(folder, &["fix"]);
    assert!(said.contains("11999 errors stay"), "{said}");
}

/// Adds these rows to the figures.
fn with_rows(rows: &str) -> Vec<Problem> {
    problems(|files| files.figures.extend_from_slice(rows.as_bytes()))
}

#[test]
fn a_number_of_28_digits_is_read_and_no_longer_one() {
    let with = |digits: usize| {
        let number = "7".repeat(digits);
        with_rows(&format!("more,swift-boxes,2021-06-30,{number},,,exact,,,council-2024,,,,,\n"))
    };
    assert_eq!(with(28), []);
    let found = with(29);
    assert!(found.len() == 1 && found[0].message.contains("28 digits"), "{found:?}");
}

#[test]
fn a_formula_of_256_figures_and_64_brackets_is_read_and_no_larger_one() {
    let with = |formula: String| {
        with_rows(&format!("more,swift-boxes,2021-06-30,,,,about,,{formula},council-2024,,,,,\n"))
    };
    let sum = |count: usize| format!("[swift-boxes-2022]{}", " + 1".repeat(count - 1));
    let nested =
        |deep: usize| format!("{}[swift-boxes-2022]{}", "(".repeat(deep), ")".repeat(deep));
    let told = |found: Vec<Problem>| found.into_iter().map(|one| one.message).collect::<Vec<_>>();
    assert_eq!(told(with(sum(256))), [""; 0]);
    assert_eq!(told(with(nested(64))), [""; 0]);
    let longer = "the formula cannot be read: there are more than 256 numbers and figures";
    assert_eq!(told(with(sum(257))), [longer]);
    let deeper = "the formula cannot be read: brackets nest deeper than 64";
    assert_eq!(told(with(nested(65))), [deeper]);
}

#[test]
fn a_result_stands_on_4000_figures_and_no_more() {
    // Each reads the one before it, which is counted with all that it stands on.
    let with = |steps: usize| {
        let day = |at: usize| format!("{}-{:02}-01", 1500 + at / 12, 1 + at % 12);
        let row = |at: usize| {
            let input =
                if at == 0 { "swift-boxes-2022".into() } else { format!("step-{}", at - 1) };
            let start = format!("step-{at},swift-boxes,{},,,,about,,", day(at));
            format!("{start}[{input}] + 1,council-2024,,,,,\n")
        };
        let found = with_rows(&(0..steps).map(row).collect::<String>());
        found.into_iter().filter(|one| one.rule == Rule::TooMany).collect::<Vec<_>>()
    };
    assert_eq!(with(4_000), []);
    let found = with(4_002);
    assert_eq!(found.len(), 1, "{:?}", found.first());
    assert_eq!((found[0].rule, found[0].place.line), (Rule::TooMany, 4_011));
    let told = "the formula stands on 4001 figures through other formulas, more than the 4000 that are followed";
    assert_eq!(found[0].message, told);
}

#[test]
fn a_row_of_a_table_has_16384_cells_and_no_more() {
    let folder = project();
    let folder = folder.path();
    let import = |cells: usize| {
        let head: String = (2..=cells).map(|at| format!(",column {at}")).collect();
        let row = ",".repeat(cells - 2);
        let table = format!("period{head}\n2001,5{row}\n2002,6{row}\n");
        fs::write(folder.join("table.csv"), table).unwrap();
        let words = ["import", "table.csv", "--series", "swift-nests", "--source", "club-2024"];
        let columns = ["--period-column", "period", "--value-column", "column 2", "--dry-run"];
        sourceline(folder, &[&words[..], &columns].concat())
    };
    let (said, code) = import(16_384);
    assert_eq!(code, 0, "{said}");
    let (said, code) = import(16_385);
    assert!(code != 0 && said.contains("more than 16384 cells"), "{code}: {said}");
}

/// A workbook of LibreOffice with one sheet, and so many blanks behind it.
fn workbook(path: &Path, table: &str, blanks: usize) {
    let urn = "urn:oasis:names:tc:opendocument:xmlns";
    let names = ["office", "table", "text"].map(|name| format!(" xmlns:{name}='{urn}:{name}:1.0'"));
    let content = format!(
        "<office:document-content{}><office:body><office:spreadsheet><table:table table:name='a'>{table}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        names.concat()
    );
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    let plain = SimpleFileOptions::default();
    zip.start_file("mimetype", plain.compression_method(CompressionMethod::Stored)).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("content.xml", plain.compression_level(Some(1))).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    let many = vec![b' '; 1 << 20];
    let mut left = blanks.saturating_sub(content.len());
    while left > 0 {
        zip.write_all(&many[..left.min(many.len())]).unwrap();
        left -= left.min(many.len());
    }
    zip.finish().unwrap();
}

#[test]
fn a_sheet_of_5_million_cells_and_a_workbook_of_400_mib_are_read_and_no_larger_ones() {
    let folder = project();
    let folder = folder.path();
    let cell = |many: usize| {
        let value = "office:value-type='float' office:value='5'";
        format!(
            "<table:table-cell table:number-columns-repeated='{many}' {value}><text:p>5</text:p></table:table-cell>"
        )
    };
    let row = |rows: usize, cells: usize| {
        let cells = cell(cells);
        format!("<table:table-row table:number-rows-repeated='{rows}'>{cells}</table:table-row>")
    };
    let path = folder.join("table.ods");
    let import = || sourceline(folder, &["import", "table.ods", "--period-column", "away"]);
    let (unknown, limit) = ("has no column `away`", "the workbook is larger than is read");
    workbook(&path, &row(500_000, 10), 0);
    let (said, code) = import();
    assert!(code == 1 && said.contains(unknown) && !said.contains(limit), "{code}: {said}");
    workbook(&path, &(row(500_000, 10) + &row(1, 1)), 0);
    let (said, code) = import();
    assert!(code == 1 && said.contains(limit), "{code}: {said}");
    // The mimetype is not unpacked.
    workbook(&path, &row(5, 10), 400 << 20);
    let (said, code) = import();
    assert!(code == 1 && said.contains(unknown) && !said.contains(limit), "{code}: {said}");
    workbook(&path, &row(5, 10), (400 << 20) + 1);
    let (said, code) = import();
    assert!(code == 1 && said.contains(limit), "{code}: {said}");
}

#[test]
fn an_svg_of_32_mib_is_looked_into_and_no_larger_one() {
    let folder = project();
    let folder = folder.path();
    assert_eq!(sourceline(folder, &["render", "boxes"]).1, 0);
    let svg = fs::read_to_string(folder.join("charts/boxes.svg")).unwrap();
    let verify = |bytes: usize| {
        fs::write(folder.join("copy.svg"), svg.clone() + &" ".repeat(bytes - svg.len())).unwrap();
        sourceline(folder, &["verify", "copy.svg"])
    };
    let (said, code) = verify(32 << 20);
    assert_eq!(code, 0, "{said}");
    let (said, code) = verify((32 << 20) + 1);
    assert!(code == 2 && said.contains("32 MiB"), "{code}: {said}");
}

#[test]
fn a_page_of_64_mib_is_read_and_no_larger_one() {
    let page = |bytes: usize| {
        let start = "<!doctype html><html><head><title>Swifts</title></head><body>";
        ListFormat::Page
            .read(&format!("{start}{}", "n".repeat(bytes - start.len())))
            .references
            .len()
    };
    assert_eq!((page(64 << 20), page((64 << 20) + 1)), (1, 0));
}

#[test]
fn a_thousand_figures_of_one_period_are_held_against_each_other_and_no_more() {
    let with = |count: usize| {
        let row =
            |at: usize| format!("more-{at},swift-boxes,2023,39,,,exact,,,council-2024,,,,,\n");
        let rows: String = (0..count).map(row).collect();
        let found = problems(|files| files.figures.extend_from_slice(rows.as_bytes()));
        found.into_iter().filter(|one| one.rule == Rule::TooMany).collect::<Vec<Problem>>()
    };
    assert_eq!(with(1_000), []);
    let found = with(1_001);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place.line, 1_011);
    let told = "`swift-boxes` has 1001 figures for 2023, more than the 1000 that are read";
    assert_eq!(found[0].message, told);
}

#[test]
fn a_hundred_panels_series_events_and_notes_are_read_and_no_more() {
    let told = |text: String| {
        let problems = Spec::read("charts/c.toml", &text).problems;
        problems.iter().map(|one| format!("{} {}", one.rule, one.message)).collect::<Vec<_>>()
    };
    let panel = "[[panels]]\nseries = [{ id = \"swift-boxes\", mark = \"points\" }]\n";
    let panels = |count: usize| told(format!("title = \"T\"\n{}", panel.repeat(count)));
    let series = |count: usize| {
        let one = "{ id = \"swift-boxes\", mark = \"points\" },";
        told(format!("title = \"T\"\n[[panels]]\nseries = [{}]\n", one.repeat(count)))
    };
    let events = |count: usize| {
        let all = "\"storm\",".repeat(count);
        told(format!("title = \"T\"\n{panel}events = [{all}]\n"))
    };
    let many = |key: &str| {
        vec![format!("too-many `{key}` has 101 entries, more than the 100 that are read")]
    };
    assert_eq!((panels(100), panels(101)), (vec![], many("panels")));
    assert_eq!((series(100), series(101)), (vec![], many("series")));
    assert_eq!((events(100), events(101)), (vec![], many("events")));
    let notes = |count: usize, length: usize| {
        let all = format!("\"{}\",", "n".repeat(length)).repeat(count);
        told(format!("title = \"T\"\nnotes = [{all}]\n{panel}"))
    };
    assert_eq!((notes(100, 1_000), notes(101, 1)), (vec![], many("notes")));
    let long = "too-many `notes` has 1001 characters, more than the 1000 that are read";
    assert_eq!(notes(1, 1_001), [long]);
}

/// What `add source` says of a list.
fn listed(folder: &Path, name: &str, text: &str) -> String {
    fs::write(folder.join(name), text).unwrap();
    sourceline(folder, &["add", "source", "--from", name, "--dry-run"]).0
}

#[test]
fn an_entry_of_bibtex_has_1000_fields_and_no_more() {
    let folder = project();
    let entry = |fields: usize| {
        let more: String = (2..fields).map(|at| format!(", field{at} = {{a}}")).collect();
        let text = format!("@report{{a, title = {{Nests}}, publisher = {{Club}}{more}}}\n");
        listed(folder.path(), "list.bib", &text)
    };
    let refusal = "the entry has more than 1000 fields";
    assert!(!entry(1_000).contains(refusal), "{}", entry(1_000));
    assert!(entry(1_001).contains(refusal), "{}", entry(1_001));
}

#[test]
fn elements_of_endnote_stand_64_deep_with_100_attributes_and_no_more() {
    let folder = project();
    let list = |deep: usize, attributes: usize| {
        let many: String = (0..attributes).map(|at| format!(" a{at}=''")).collect();
        // Around them stand `xml`, `records` and `record`; a text stands in the innermost.
        let (open, close) = ("<a>".repeat(deep - 4), "</a>".repeat(deep - 4));
        let text =
            format!("<xml><records><record><b{many}/>{open}T{close}</record></records></xml>");
        listed(folder.path(), "list.xml", &text)
    };
    let (deeper, more) = ("more than 64 deep", "more than 100 attributes");
    let within = list(64, 100);
    assert!(!within.contains(deeper) && !within.contains(more), "{within}");
    assert!(list(65, 100).contains(deeper), "{}", list(65, 100));
    assert!(list(64, 101).contains(more), "{}", list(64, 101));
}

#[test]
fn a_text_of_a_spec_has_1000_characters_and_no_more() {
    let folder = project();
    let folder = folder.path();
    let chart = folder.join("charts/boxes.toml");
    let spec = fs::read_to_string(&chart).unwrap();
    let noted = |letters: usize| {
        let note = format!("notes = [\"{}\"]\n{spec}", "a".repeat(letters));
        fs::write(&chart, note).unwrap();
        sourceline(folder, &["check"]).0
    };
    let refusal = "has 1001 characters, more than the 1000 that are read";
    assert!(!noted(1_000).contains("that are read"), "{}", noted(1_000));
    assert!(noted(1_001).contains(refusal), "{}", noted(1_001));
}

#[test]
fn ten_thousand_tags_of_a_page_are_looked_at_and_no_more() {
    let folder = project();
    let page = |tags: usize| {
        let more = "<meta name='a' content='b'>".repeat(tags - 2);
        let text = format!(
            "<!DOCTYPE html><html><head><title>Nests</title><meta name='citation_title' content='Nests'>\
             <meta name='citation_publisher' content='Club'>{more}</head><body></body></html>"
        );
        fs::write(folder.path().join("page.html"), text).unwrap();
        sourceline(folder.path(), &["add", "source", "--from-html", "page.html", "--dry-run"]).0
    };
    let refusal = "what stands behind 10000 tags of one kind is not looked at";
    assert!(!page(10_000).contains(refusal), "{}", page(10_000));
    assert!(page(10_001).contains(refusal), "{}", page(10_001));
}
