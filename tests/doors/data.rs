//! The files of a project, and what changes them.

use sourceline::check;
use sourceline::dataset::edit::{Editor, RowSpot, apply};
use sourceline::dataset::layout::{self, Layout};
use sourceline::dataset::mend as mending;
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::Formula;
use sourceline::problem::{Checked, Problem};

use super::files;

const FIGURES: &[u8] = include_bytes!("../cli/project/data/figures.csv");
const SERIES: &[u8] = include_bytes!("../cli/project/data/series.csv");
const SOURCES: &[u8] = include_bytes!("../cli/project/data/sources.csv");
const EVENTS: &[u8] = include_bytes!("../cli/project/data/events.csv");

/// A small project that is in order.
pub fn project() -> Files {
    Files {
        figures: FIGURES.to_vec(),
        series: SERIES.to_vec(),
        sources: SOURCES.to_vec(),
        events: Some(EVENTS.to_vec()),
    }
}

/// Every problem says something, of a place that is there.
pub fn told(problems: &[Problem]) {
    for problem in problems {
        assert!(!problem.message.is_empty(), "a problem without a word: {problem:?}");
        assert!(!problem.place.file.is_empty() && problem.place.line > 0, "nowhere: {problem:?}");
    }
}

fn judged(files: &Files) {
    let checked = check::check(files, 4);
    told(&checked.problems);
    for key in checked.value.rows() {
        let figure = checked.value.figure(key);
        assert!(!figure.id.is_empty(), "a figure without an id");
    }
}

pub fn figures(bytes: &[u8]) {
    judged(&Files { figures: bytes.to_vec(), ..project() });
}

pub fn figures_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![FIGURES.to_vec()];
    seeds.extend(files("tests/charts/data", &["figures.csv"]));
    seeds.extend(files("tests/gallery", &["figures.csv"]));
    seeds.extend(cases("figures.csv"));
    seeds
}

/// What the cases of `tests/checks` have in a file.
fn cases(file: &str) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for case in files("tests/checks", &[".case"]) {
        let text = String::from_utf8_lossy(&case).into_owned();
        let parts = text.split("\n--- ").filter_map(|part| part.strip_prefix(file));
        seeds.extend(parts.map(|part| part.trim_start().as_bytes().to_vec()));
    }
    seeds
}

pub fn series(bytes: &[u8]) {
    judged(&Files { series: bytes.to_vec(), ..project() });
}

pub fn series_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![SERIES.to_vec()];
    seeds.extend(files("tests", &["series.csv"]));
    seeds.extend(cases("series.csv"));
    seeds
}

pub fn sources(bytes: &[u8]) {
    judged(&Files { sources: bytes.to_vec(), ..project() });
}

pub fn sources_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![SOURCES.to_vec()];
    seeds.extend(files("tests", &["sources.csv"]));
    seeds.extend(cases("sources.csv"));
    seeds
}

pub fn events(bytes: &[u8]) {
    judged(&Files { events: Some(bytes.to_vec()), ..project() });
}

pub fn events_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![EVENTS.to_vec()];
    seeds.extend(files("tests", &["events.csv"]));
    seeds
}

/// What is mended once needs no mending again.
pub fn mend(bytes: &[u8]) {
    let floats = ["a", "caid-images", "swift-nests"].map(String::from).into();
    for layout in layout::ALL {
        let once = mending::mend(layout, bytes, &floats);
        let again = mending::mend(layout, &once.text, &floats);
        assert!(again.text == once.text, "mended twice, {} differs", layout.file.label());
        assert_eq!(once.what.is_empty(), once.text == bytes, "what was mended is told");
    }
}

/// The first line says what is written where, the rest is the file.
pub fn edit(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let typed = String::from_utf8_lossy(&bytes[..end]);
    let figures = bytes.get(end + 1..).unwrap_or_default().to_vec();
    let files = Files { figures, ..project() };
    let read = Dataset::read(&files, 4);
    let layout = &layout::FIGURES;
    let Ok(editor) = Editor::of(&read, layout) else { return };
    let (column, text) = typed.split_once('=').unwrap_or(("note", &typed));
    let Some(column) = layout.columns.iter().find(|known| **known == column) else { return };
    let rows: Vec<usize> = read.value.rows().map(|key| row_of(&read, &editor, key)).collect();
    // One row in the middle and the last, as a person would.
    for row in rows.get(rows.len() / 2).into_iter().chain(rows.last()) {
        let before = cells(&editor, layout, *row);
        let Ok(Some(splice)) = editor.set(*row, column, text) else { continue };
        let after = apply(&files.figures, &[splice]);
        reread(&after, |editor| {
            let now = cells(editor, layout, *row);
            for ((column_now, said), was) in layout.columns.iter().zip(&now).zip(&before) {
                let expected = if column_now == column { text } else { was };
                assert_eq!(said, expected, "`{column_now}` of the row after `{column}` was set");
            }
        });
    }
    if let Ok(splice) = editor.insert(RowSpot::End, &[("id", "new".into()), (column, text.into())])
    {
        apply(&files.figures, &[splice]);
    }
    if !editor.has_column(column) {
        let wider = apply(&files.figures, &editor.add_column(column));
        reread(&wider, |editor| assert!(editor.has_column(column), "the column is added"));
    }
}

fn row_of(read: &Checked<Dataset>, editor: &Editor, key: sourceline::figure::FigureKey) -> usize {
    let id = read.value.figure(key).id.to_string();
    editor.find("id", &id).first().copied().unwrap_or_default()
}

fn cells(editor: &Editor, layout: &Layout, row: usize) -> Vec<String> {
    layout.columns.iter().map(|column| editor.cell(row, column).into_owned()).collect()
}

fn reread(figures: &[u8], look: impl Fn(&Editor)) {
    let files = Files { figures: figures.to_vec(), ..project() };
    let read = Dataset::read(&files, 4);
    if let Ok(editor) = Editor::of(&read, &layout::FIGURES) {
        look(&editor);
    }
}

pub fn edit_seeds() -> Vec<Vec<u8>> {
    let typed = ["note=Counted \"twice\", and once more", "value=97", "period_stated=", "rank=x"];
    let line = |file: &Vec<u8>| typed.map(|typed| [typed.as_bytes(), b"\n", file].concat());
    figures_seeds().iter().flat_map(line).collect()
}

/// What is read of a formula is said again the same way.
pub fn formulas(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    for read in [Formula::parse, Formula::parse_for_series] {
        match read(text) {
            Ok(formula) => drop(format!("{formula:?}")),
            Err(error) => assert!(!format!("{error:?}").is_empty()),
        }
    }
    // As a cell of a row, where it is also worked out.
    if !text.contains(['"', '\n', '\r', '\0']) {
        let row = format!("worked,swift-nests,2024,,,,exact,,\"{text}\",,,,,,\n");
        judged(&Files { figures: [FIGURES, row.as_bytes()].concat(), ..project() });
    }
}

pub fn formulas_seeds() -> Vec<Vec<u8>> {
    let texts = [
        "[swift-nests-2020] / (1 + 7.00)",
        "[swift-nests-2021] - [swift-nests-2020]",
        "index([swift-nests], \"2020\")",
        "-(((1)))*2/3+4-5",
        "[swift-nests-2020] * 99999999999999999999999999 / 0.0000000000000000000000001",
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}
