//! `NAME.csv`: the drawn data, tidy, one mark a row. Numbers are plain decimals, what was worked
//! out rounded as the chart says it; dates are days.

use rust_decimal::Decimal;
use serde_json::json;

use super::DataRow;
use crate::chart::Standing;

const HEADER: [&str; 25] = [
    "panel",
    "series",
    "series_title",
    "unit",
    "per",
    "geography",
    "figure",
    "period",
    "from",
    "to",
    "value",
    "low",
    "high",
    "qualifier",
    "kind",
    "status",
    "disputed",
    "standing",
    "source",
    "source_text",
    "first_said_by",
    "url",
    "definition",
    "not_comparable_with",
    "not_comparable_because",
];

/// Its columns, each with what a Frictionless Data Package says of what stands in it.
pub fn fields() -> Vec<serde_json::Value> {
    let field = |name: &&str| match *name {
        "value" | "low" | "high" => json!({ "name": name, "type": "number" }),
        "from" | "to" => json!({ "name": name, "type": "date" }),
        "disputed" => json!({
            "name": name, "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]
        }),
        _ => json!({ "name": name, "type": "string" }),
    };
    HEADER.iter().map(field).collect()
}

/// The table as CSV (RFC 4180, with line feeds), its header first.
pub fn write(rows: &[DataRow]) -> String {
    table(&HEADER, rows.iter().map(cells))
}

/// A header and rows, each with as many cells, as CSV.
pub fn table(
    header: &[&str],
    rows: impl IntoIterator<Item: IntoIterator<Item = String>>,
) -> String {
    let expected = "a row has as many cells as the header, and memory takes them";
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).expect(expected);
    for row in rows {
        writer.write_record(row.into_iter().map(harmless)).expect(expected);
    }
    let bytes = writer.into_inner().expect(expected);
    String::from_utf8(bytes).expect("cells are text")
}

/// A text that a spreadsheet would run is made a text again.
fn harmless(cell: String) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
        && Decimal::from_str_exact(&cell).is_err();
    if runs { format!("'{cell}") } else { cell }
}

fn cells(row: &DataRow) -> [String; HEADER.len()] {
    let qualifier = row.quantity.as_ref().map(|quantity| quantity.qualifier().word());
    let number = |number: Option<Decimal>| {
        number.map_or(String::new(), |number| number.normalize().to_string())
    };
    [
        row.panel.clone(),
        row.series.clone(),
        row.title.clone(),
        row.unit.clone(),
        row.per.map_or("", |per| per.word()).to_string(),
        row.geography.clone(),
        row.figure.clone(),
        row.written.clone(),
        row.from.to_string(),
        row.to.to_string(),
        number(row.value()),
        number(row.ends().map(|ends| ends.0)),
        number(row.ends().map(|ends| ends.1)),
        qualifier.unwrap_or_default().to_string(),
        row.kind.word().to_string(),
        row.status.clone(),
        if row.disputed { "yes" } else { "no" }.to_string(),
        row.standing.map_or("", Standing::word).to_string(),
        row.source.id.clone(),
        row.source.text.clone(),
        row.source.first.clone(),
        row.source.url.clone(),
        row.definition.clone(),
        row.apart_from.join(" "),
        row.apart_because.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_neither_split_nor_run() {
        let cells = ["a, \"b\"", "=1+1", "-12.5", ""].map(String::from);
        let expected = "a,b,c,d\n\"a, \"\"b\"\"\",'=1+1,-12.5,\n";
        assert_eq!(table(&["a", "b", "c", "d"], [cells]), expected);
    }
}
