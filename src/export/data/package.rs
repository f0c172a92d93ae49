//! A Frictionless Data Package in one zip: `datapackage.json` and a CSV for each table, with types,
//! keys and links. What the project says of itself, such as its licence, is kept.

use std::io::{Cursor, Write as _};

use serde_json::{Map, Value, json};
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::format::{DataFormat, DataSource, Writes};
use super::records::{FieldKind, RecordCell, RecordField, Records, records};

/// The zip.
pub static DATAPACKAGE: DataFormat = DataFormat {
    word: "datapackage",
    what: "a zip with datapackage.json and a CSV for each table",
    writes: Writes::Bytes(|source| write(source).map_err(|error| error.to_string())),
};

/// What every project's columns mean is said once, in the data package of our own data.
const DESCRIBED: &str = include_str!("../../../data/datapackage.json");

fn write(source: &DataSource) -> Result<Vec<u8>, ZipError> {
    let described: Value = serde_json::from_str(DESCRIBED).expect("it is JSON");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .compression_method(zip::CompressionMethod::Deflated)
        .unix_permissions(0o644);
    let mut resources = Vec::new();
    for table in records(source.data) {
        resources.push(resource(&table, &described));
        let path = format!("{}.csv", table.name);
        let csv = csv(table);
        archive.start_file(path, options)?;
        archive.write_all(&csv)?;
    }
    let package = package(source, resources);
    archive.start_file("datapackage.json", options)?;
    archive.write_all(format!("{package:#}\n").as_bytes())?;
    Ok(archive.finish()?.into_inner())
}

/// What the project says of itself, with our resources.
fn package(source: &DataSource, resources: Vec<Value>) -> Value {
    let own: Option<Map<String, Value>> =
        source.package.and_then(|text| serde_json::from_str(text).ok());
    let mut package = own.unwrap_or_default();
    package
        .insert("$schema".into(), "https://datapackage.org/profiles/2.0/datapackage.json".into());
    package.entry("name").or_insert_with(|| source.project.into());
    package.insert("resources".into(), resources.into());
    Value::Object(package)
}

fn resource(table: &Records, described: &Value) -> Value {
    let own = described["resources"].as_array().expect("a list");
    let own = own.iter().find(|resource| resource["name"] == table.name);
    let keys: Vec<Value> =
        table.fields.iter().filter_map(|field| Some(link(table, field, field.names?))).collect();
    let fields: Vec<Value> = table
        .fields
        .iter()
        .enumerate()
        .map(|(place, field)| column(field, place == 0, own))
        .collect();
    let mut resource = json!({
        "name": table.name,
        "type": "table",
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": [table.fields[0].name],
            "foreignKeys": keys,
        },
    });
    for about in ["title", "description"] {
        if let Some(own) = own {
            resource[about] = own[about].clone();
        }
    }
    resource
}

fn column(field: &RecordField, is_key: bool, resource: Option<&Value>) -> Value {
    let kind = match field.kind {
        FieldKind::Text => "string",
        FieldKind::Number => "number",
        FieldKind::Whole => "integer",
        FieldKind::Flag => "boolean",
        FieldKind::Day => "date",
    };
    let mut column = json!({ "name": field.name, "type": kind });
    let own = resource.and_then(|resource| resource["schema"]["fields"].as_array());
    let own = own.and_then(|fields| fields.iter().find(|own| own["name"] == field.name));
    if let Some(description) = own.map(|own| &own["description"]) {
        column["description"] = description.clone();
    }
    let mut constraints = Map::new();
    if field.required {
        constraints.insert("required".into(), true.into());
    }
    if is_key {
        constraints.insert("unique".into(), true.into());
    }
    if !field.words.is_empty() {
        constraints.insert("enum".into(), field.words.clone().into());
    }
    if !constraints.is_empty() {
        column["constraints"] = constraints.into();
    }
    column
}

/// A table names itself by an empty text.
fn link(table: &Records, field: &RecordField, other: &str) -> Value {
    let resource = if other == table.name { "" } else { other };
    let key = if other == "observations" { "figure" } else { "id" };
    json!({
        "fields": [field.name],
        "reference": { "resource": resource, "fields": [key] },
    })
}

/// As it is: no text is changed for the sake of a spreadsheet.
fn csv(table: Records) -> Vec<u8> {
    let expected = "a row has as many cells as the header, and memory takes them";
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.fields.iter().map(|field| field.name)).expect(expected);
    for row in table.rows {
        let text = |cell: &RecordCell| match cell {
            RecordCell::Nothing => String::new(),
            RecordCell::Text(text) => text.to_string(),
            RecordCell::Number(number) => number.to_string(),
            RecordCell::Whole(number) => number.to_string(),
            RecordCell::Flag(yes) => yes.to_string(),
        };
        writer.write_record(row.iter().map(text)).expect(expected);
    }
    writer.into_inner().expect(expected)
}
