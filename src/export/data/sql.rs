//! SQL text for SQLite: tables with keys, links and checks. SQLite keeps a number as 64 bits, so
//! that one of more than 15 digits is rounded; each column of numbers has a twin `NAME_text`, which
//! keeps every digit.

use std::fmt::Write as _;

use super::format::{DataFormat, DataSource, Writes};
use super::records::{FieldKind, RecordCell, RecordField, Records, records};

/// SQL.
pub static SQL: DataFormat = DataFormat {
    word: "sql",
    what: "the same as tables with keys, for sqlite3 and Datasette",
    writes: Writes::Text(write),
};

fn write(source: &DataSource) -> String {
    let project = source.project.escape_default();
    let mut text = format!(
        "-- {project}, written by sourceline from the data; do not edit.\n\
         -- sqlite3 new.db < this.sql\n\
         -- value, low and high count as numbers; value_text, low_text and high_text keep every digit.\n\
         PRAGMA foreign_keys = ON;\nBEGIN;\n"
    );
    let tables = records(source.data);
    // All of them first: a link may be to a table that comes later.
    tables.iter().for_each(|table| create(&mut text, table));
    for table in tables {
        let names: Vec<String> =
            columns(&table.fields).map(|(field, twin)| column_name(field, twin)).collect();
        let into = format!("INSERT INTO {} ({}) VALUES (", name(table.name), names.join(", "));
        for row in table.rows {
            text += &into;
            for (place, (field, cell)) in table.fields.iter().zip(&row).enumerate() {
                if place > 0 {
                    text += ", ";
                }
                text += &literal(cell);
                match cell {
                    RecordCell::Number(number) => {
                        let _ = write!(text, ", '{number}'");
                    }
                    _ if field.kind == FieldKind::Number => text += ", NULL",
                    _ => {}
                }
            }
            text += ");\n";
        }
    }
    text += "COMMIT;\n";
    text
}

/// Every field, and after one of numbers its twin.
fn columns(fields: &[RecordField]) -> impl Iterator<Item = (&RecordField, bool)> {
    let twins = |field: &RecordField| if field.kind == FieldKind::Number { 2 } else { 1 };
    fields.iter().flat_map(move |field| (0..twins(field)).map(move |at| (field, at == 1)))
}

fn column_name(field: &RecordField, twin: bool) -> String {
    if twin { name(&format!("{}_text", field.name)) } else { name(field.name) }
}

fn create(text: &mut String, table: &Records) {
    let key = table.fields[0].name;
    let mut lines: Vec<String> = columns(&table.fields)
        .map(|(field, twin)| match twin {
            true => format!("{} TEXT", column_name(field, true)),
            false => column(field, field.name == key),
        })
        .collect();
    for field in &table.fields {
        let column = name(field.name);
        if let Some(other) = field.names {
            let key = if other == "observations" { "figure" } else { "id" };
            lines.push(format!(
                "FOREIGN KEY ({column}) REFERENCES {} ({}) DEFERRABLE INITIALLY DEFERRED",
                name(other),
                name(key)
            ));
        }
        if !field.words.is_empty() {
            let words: Vec<String> = field.words.iter().map(|word| quoted(word)).collect();
            lines.push(format!("CHECK ({column} IN ({}))", words.join(", ")));
        }
    }
    if table.fields.iter().any(|field| field.name == "low") {
        lines.push("CHECK (\"low\" <= \"high\")".into());
    }
    let _ = writeln!(text, "CREATE TABLE {} (\n  {}\n);", name(table.name), lines.join(",\n  "));
}

fn column(field: &RecordField, is_key: bool) -> String {
    let column = name(field.name);
    let kind = match field.kind {
        FieldKind::Text | FieldKind::Day => "TEXT",
        FieldKind::Number => "NUMERIC",
        FieldKind::Whole | FieldKind::Flag => "INTEGER",
    };
    let key = match (is_key, field.required) {
        (true, _) => " PRIMARY KEY NOT NULL",
        (false, true) => " NOT NULL",
        (false, false) => "",
    };
    format!("{column} {kind}{key}")
}

fn literal(cell: &RecordCell) -> String {
    match cell {
        RecordCell::Nothing => "NULL".into(),
        RecordCell::Text(text) => quoted(text),
        RecordCell::Number(number) => number.to_string(),
        RecordCell::Whole(number) => number.to_string(),
        RecordCell::Flag(yes) => u8::from(*yes).to_string(),
    }
}

fn name(text: &str) -> String {
    format!("\"{text}\"")
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
