//! What a folder of charts is counted with and cited by: its tables as a Frictionless Data Package, and its
//! sources as lists of references.

use serde_json::{Map, Value, json};

use crate::dataset::Dataset;
use crate::export::{bibliography, csv};
use crate::references::ListFormat;

/// What the tables of a folder are described in.
pub const PACKAGE: &str = "datapackage.json";
/// Its sources, for BibTeX.
pub const BIBTEX: &str = "sources.bib";
/// The same in CSL.
pub const CSL: &str = "sources.csl.json";

/// The figures of a chart, as a file.
pub struct PackedTable<'a> {
    /// Of the chart.
    pub name: &'a str,
    /// What the chart says.
    pub title: &'a str,
    /// Where it lies beside the package.
    pub path: String,
}

/// The files with their names; `cited` are the ids of the sources. `own` is what the project says of its data, such as their licence.
pub fn evidence(
    project: &str,
    own: Option<&str>,
    data: &Dataset,
    tables: &[PackedTable],
    cited: &[&str],
) -> [(String, Vec<u8>); 3] {
    let references = bibliography::references(data, Some(cited));
    let list = |format: ListFormat| format.write(&references).unwrap_or_default().into_bytes();
    [
        (PACKAGE.to_string(), package(project, own, tables)),
        (BIBTEX.to_string(), list(ListFormat::BibTex)),
        (CSL.to_string(), list(ListFormat::Csl)),
    ]
}

fn package(project: &str, own: Option<&str>, tables: &[PackedTable]) -> Vec<u8> {
    let own: Map<String, Value> =
        own.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let mut package = Map::new();
    package
        .insert("$schema".into(), "https://datapackage.org/profiles/2.0/datapackage.json".into());
    package.insert("name".into(), own.get("name").cloned().unwrap_or_else(|| project.into()));
    for key in ["licenses", "contributors", "homepage"] {
        package.extend(own.get(key).map(|value| (key.to_string(), value.clone())));
    }
    let resources = tables.iter().map(|table| {
        json!({
            // As the format wants it: small letters, digits and three signs.
            "name": table.name.to_lowercase().replace(|c: char| !c.is_alphanumeric() && !"-._".contains(c), "-"),
            "type": "table",
            "path": table.path,
            "title": table.title,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": { "fields": csv::fields(), "missingValues": [""] },
        })
    });
    package.insert("resources".into(), resources.collect());
    format!("{:#}\n", Value::Object(package)).into_bytes()
}
