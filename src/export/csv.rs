//! `NAME.csv`: the drawn data, tidy, one mark a row. Numbers are plain decimals, dates are days.

use rust_decimal::Decimal;

use super::{Row, escape};
use crate::chart::Standing;

const HEADER: &str = "panel,series,series_title,unit,per,geography,figure,period,from,to,value,low,\
                      high,qualifier,kind,status,disputed,standing,source,source_text,first_said_by,url";

pub fn write(rows: &[Row]) -> String {
    let mut text = String::from(HEADER);
    text.push('\n');
    for row in rows {
        let cells = cells(row);
        text.push_str(&cells.map(|cell| escape::csv(&cell)).join(","));
        text.push('\n');
    }
    text
}

fn cells(row: &Row) -> [String; 22] {
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
    ]
}
