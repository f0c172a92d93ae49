//! Notebooks of Jupyter: what a cell shows, what is attached to it and what it has printed.

use serde_json::Value;

use super::found::{FileBeside, FoundPicture, Searcher, joined};
use super::unlooked::Unlooked;
use super::{data_uri, prose, web};

/// Every chart of a notebook.
pub fn find(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    let book: Value =
        serde_json::from_str(text).map_err(|error| Unlooked::Damaged(error.to_string()))?;
    let mut found = Vec::new();
    let cells = book["cells"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (at, cell) in cells.iter().enumerate() {
        let mut own = Vec::new();
        let told = searcher.found.missing.len();
        let words = searcher.found.words.len();
        let typed = searcher.found.elsewhere.len();
        if cell["cell_type"] == "markdown" {
            own.extend(prose::markdown(searcher, &lines(&cell["source"]), beside)?);
        }
        let attached = cell["attachments"].as_object().into_iter().flat_map(|all| all.values());
        let printed = cell["outputs"].as_array().into_iter().flatten().map(|one| &one["data"]);
        for bundle in attached.chain(printed) {
            own.extend(of_bundle(searcher, bundle, beside)?);
        }
        own.iter_mut().for_each(|picture| {
            // A line of a cell is not one of the file.
            picture.place = joined(&format!("cell {}", at + 1), &picture.place);
        });
        for missing in &mut searcher.found.missing[told..] {
            *missing = format!("cell {}, {missing}", at + 1);
        }
        for words in &mut searcher.found.words[words..] {
            words.place = joined(&format!("cell {}", at + 1), &words.place);
        }
        for typed in &mut searcher.found.elsewhere[typed..] {
            typed.place = joined(&format!("cell {}", at + 1), &typed.place);
        }
        found.extend(own);
    }
    Ok(searcher.charts(found))
}

/// The same thing in several kinds, of which one is shown.
fn of_bundle(
    searcher: &mut Searcher,
    bundle: &Value,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    let mut forms = Vec::new();
    if !bundle["image/svg+xml"].is_null() {
        let svg = lines(&bundle["image/svg+xml"]);
        forms.extend(searcher.inner("", "", "in.svg", svg.as_bytes()));
    }
    let png = data_uri::base64(&lines(&bundle["image/png"]));
    if let Some(bytes) = png.filter(|bytes| !bytes.is_empty()) {
        forms.extend(searcher.inner("", "", "in.png", &bytes));
    }
    if !forms.is_empty() {
        let forms = forms.into_iter().flat_map(|picture| picture.forms).collect();
        return Ok(vec![FoundPicture { place: String::new(), forms, nested: false }]);
    }
    web::find(searcher, &lines(&bundle["text/html"]), beside)
}

/// A text, or its lines.
fn lines(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        _ => String::new(),
    }
}
