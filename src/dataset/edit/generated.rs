//! Files in every manner of writing, changed: nothing else of them changes.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::tests::table;
use super::*;
use crate::dataset::layout::FIGURES;

/// How a generated file is written down.
#[derive(Clone, Debug)]
struct Manner {
    ending: &'static str,
    mark: bool,
    last_ending: bool,
    quotes: Vec<bool>,
    blank_after: Vec<bool>,
}

fn manner() -> impl Strategy<Value = Manner> {
    let bits = |count| proptest::collection::vec(any::<bool>(), count);
    (select(vec!["\n", "\r\n", "\r"]), any::<bool>(), any::<bool>(), bits(97), bits(13)).prop_map(
        |(ending, mark, last_ending, quotes, blank_after)| Manner {
            ending,
            mark,
            last_ending,
            quotes,
            blank_after,
        },
    )
}

fn columns() -> impl Strategy<Value = Vec<&'static str>> {
    let optional: Vec<&str> =
        FIGURES.columns.iter().copied().filter(|c| !MUST.contains(c)).chain(["remarks"]).collect();
    let count = optional.len();
    subsequence(optional, 0..=count).prop_map(|chosen| [&MUST[..], &chosen].concat()).prop_shuffle()
}

const MUST: [&str; 5] = ["id", "series", "period", "value", "source"];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z0-9-]{1,8}",
        "[a-zA-Zé£ 表,;\"'=\\t]{0,12}",
        "[a-z]{0,3}(\n|\r\n|\r)[a-z\",]{0,5}",
    ]
}

fn write(columns: &[&str], rows: &[Vec<String>], manner: &Manner) -> String {
    let mut bits = manner.quotes.iter().cycle();
    let mut line = |cells: Vec<&str>| {
        let quote = |text: &str| match *bits.next().unwrap() || needs_quotes(text, b',') {
            true => quoted(text),
            false => text.to_string(),
        };
        cells.into_iter().map(quote).collect::<Vec<_>>().join(",")
    };
    let mut text = if manner.mark { "\u{feff}".to_string() } else { String::new() };
    text += &line(columns.to_vec());
    for (row, blank) in rows.iter().zip(manner.blank_after.iter().cycle()) {
        text += &manner.ending.repeat(1 + usize::from(*blank));
        text += &line(row.iter().map(String::as_str).collect());
    }
    text + if manner.last_ending { manner.ending } else { "" }
}

fn read(text: &[u8]) -> Vec<Vec<String>> {
    let table = table(&FIGURES, text);
    let editor = Editor::new(&table, None);
    let mut rows = table.rows();
    let mut read = Vec::new();
    while let Some(row) = rows.read() {
        assert_eq!(row.faults, []);
        read.push(row.cells.iter().map(|cell| editor.says(*cell).into_owned()).collect());
    }
    read
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_row_into_any_file_touches_nothing_else(
        columns in columns(),
        table in proptest::collection::vec(proptest::collection::vec(cell(), FIGURES.columns.len() + 1), 0..12),
        new in proptest::collection::vec(cell(), FIGURES.columns.len() + 1),
        manner in manner(),
        which in any::<proptest::sample::Index>(),
        after in any::<bool>(),
    ) {
        let named = |number: usize, cells: &[String]| -> Vec<String> {
            let id = |(column, text): (&&str, &String)| match *column {
                "id" => format!("row-{number}"),
                _ => text.clone(),
            };
            columns.iter().zip(cells).map(id).collect()
        };
        let rows: Vec<Vec<String>> = table.iter().enumerate().map(|(n, row)| named(n, row)).collect();
        let text = write(&columns, &rows, &manner);
        prop_assert_eq!(&read(text.as_bytes()), &rows);

        let mut new = named(99, &new);
        let remarks = columns.iter().position(|column| *column == "remarks");
        remarks.into_iter().for_each(|position| new[position].clear());
        let cells: Vec<(&'static str, String)> =
            columns.iter().copied().zip(new.clone()).filter(|(column, _)| *column != "remarks").collect();
        let file = super::tests::table(&FIGURES, text.as_bytes());
        let editor = Editor::new(&file, None);
        let (spot, place) = match rows.len() {
            0 => (RowSpot::End, 0),
            count => {
                let place = which.index(count);
                let start = editor.find("id", &format!("row-{place}"))[0];
                if after { (RowSpot::After(start), place + 1) } else { (RowSpot::Before(start), place) }
            }
        };
        let splice = editor.insert(spot, &cells).unwrap();
        prop_assert!(splice.at.is_empty());
        let changed = apply(text.as_bytes(), std::slice::from_ref(&splice));
        prop_assert_eq!(&changed[..splice.at.start], &text.as_bytes()[..splice.at.start]);
        prop_assert_eq!(&changed[splice.at.start + splice.with.len()..], &text.as_bytes()[splice.at.start..]);

        let mut expected = rows.clone();
        expected.insert(place, new);
        prop_assert_eq!(read(&changed), expected);

        let file = super::tests::table(&FIGURES, &changed);
        let grown = Editor::new(&file, None);
        let undone = apply(&changed, &[grown.remove(grown.find("id", "row-99")[0])]);
        prop_assert_eq!(String::from_utf8(undone).unwrap(), text);
    }

    #[test]
    fn any_cell_changed_changes_nothing_else(
        columns in columns(),
        table in proptest::collection::vec(proptest::collection::vec(cell(), FIGURES.columns.len() + 1), 1..8),
        text in cell(),
        manner in manner(),
        which in any::<proptest::sample::Index>(),
        column in any::<proptest::sample::Index>(),
    ) {
        let mut rows: Vec<Vec<String>> = table.iter().map(|row| row[..columns.len()].to_vec()).collect();
        let id = columns.iter().position(|column| *column == "id").unwrap();
        rows.iter_mut().enumerate().for_each(|(n, row)| row[id] = format!("row-{n}"));
        let before = write(&columns, &rows, &manner);
        let file = super::tests::table(&FIGURES, before.as_bytes());
        let editor = Editor::new(&file, None);
        let (row, position) = (which.index(rows.len()), column.index(columns.len()));
        prop_assume!(position != id && columns[position] != "remarks");
        let start = editor.find("id", &format!("row-{row}"))[0];
        let splice = editor.set(start, columns[position], &text).unwrap();
        prop_assert_eq!(splice.is_none(), rows[row][position] == text);
        let changed = apply(before.as_bytes(), splice.as_slice());
        rows[row][position] = text;
        prop_assert_eq!(read(&changed), rows);
    }
}
