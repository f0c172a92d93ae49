//! JSON with numbers as numbers: an object with one list for each table, of objects with all of its
//! columns. What is empty is `null`. Every digit is written, also those that a program which reads
//! numbers as floats of 64 bits cannot hold.

use std::fmt::Write as _;

use super::format::{DataFormat, DataSource, Writes};
use super::records::{RecordCell, records};

/// JSON.
pub static JSON: DataFormat = DataFormat {
    word: "json",
    what: "all tables and the observations, numbers as numbers",
    writes: Writes::Text(write),
};

fn write(source: &DataSource) -> String {
    let mut text = format!("{{\n  \"project\": {}", quoted(source.project));
    for table in records(source.data) {
        let _ = write!(text, ",\n  {}: [", quoted(table.name));
        let keys: Vec<String> = table.fields.iter().map(|field| quoted(field.name)).collect();
        let mut separator = "\n";
        for row in table.rows {
            let _ = write!(text, "{separator}    {{");
            separator = ",\n";
            for (place, (key, cell)) in keys.iter().zip(row).enumerate() {
                let comma = if place > 0 { ", " } else { "" };
                let _ = write!(text, "{comma}{key}: {}", value(cell));
            }
            text.push('}');
        }
        text.push_str("\n  ]");
    }
    text.push_str("\n}\n");
    text
}

fn value(cell: RecordCell) -> String {
    match cell {
        RecordCell::Nothing => "null".into(),
        RecordCell::Text(text) => quoted(&text),
        RecordCell::Number(number) => number.to_string(),
        RecordCell::Whole(number) => number.to_string(),
        RecordCell::Flag(yes) => yes.to_string(),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
