//! A small project that shows every text there is, with one in some of its places.

use sourceline::ProjectTexts;
use sourceline::dataset::Files;

/// A column of a file, or a key of the spec.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    Cell(&'static str, &'static str),
    Typed(&'static str),
}

use Place::{Cell, Typed};

pub const PLACES: [Place; 28] = [
    Cell("series", "title"),
    Cell("series", "unit"),
    Cell("series", "geography"),
    Cell("series", "counted_by"),
    Cell("series", "definition"),
    Cell("series", "note"),
    Cell("sources", "kind"),
    Cell("sources", "publisher"),
    Cell("sources", "author"),
    Cell("sources", "title"),
    Cell("sources", "container"),
    Cell("sources", "url"),
    Cell("sources", "archive_url"),
    Cell("sources", "licence"),
    Cell("sources", "note"),
    Cell("figures", "stated"),
    Cell("figures", "period_stated"),
    Cell("figures", "locator"),
    Cell("figures", "note"),
    Cell("events", "label"),
    Cell("events", "note"),
    Typed("title"),
    Typed("subtitle"),
    Typed("notes"),
    Typed("alt"),
    Typed("name"),
    Typed("panel"),
    Typed("annotation"),
];

type Row = &'static [(&'static str, &'static str)];

/// The rows of a file; the first of them is the one that is changed.
const SERIES: &[Row] = &[
    &[
        ("id", "nests"),
        ("title", "Nests"),
        ("unit", "nests"),
        ("nature", "flow"),
        ("geography", "Anytown"),
        ("counted_by", "Bird Club"),
        ("definition", "What was found."),
        ("note", "Some streets."),
    ],
    &[("id", "boxes"), ("title", "Boxes"), ("unit", "boxes"), ("nature", "flow")],
];
const SOURCES: &[Row] = &[
    &[
        ("id", "club"),
        ("kind", "report"),
        ("publisher", "Bird Club"),
        ("author", "R. Finch"),
        ("title", "Swifts"),
        ("container", "Birds"),
        ("published", "2023-02"),
        ("url", "https://example.org/a"),
        ("archive_url", "https://example.org/b"),
        ("licence", "CC0"),
        ("note", "Once a year."),
    ],
    &[
        ("id", "paper"),
        ("kind", "news"),
        ("publisher", "Gazette"),
        ("title", "Swifts are back"),
        ("published", "2023-03"),
        ("url", "https://example.org/c"),
        ("origin", "club"),
    ],
];
const FIGURES: &[Row] = &[
    &[
        ("id", "nests-2020"),
        ("series", "nests"),
        ("period", "2020"),
        ("value", "120"),
        ("status", "b"),
        ("source", "club"),
        ("rank", "preferred"),
        ("locator", "table A"),
        ("note", "Counted by another club."),
    ],
    &[
        ("id", "nests-2019"),
        ("series", "nests"),
        ("period", "2019"),
        ("value", "100"),
        ("source", "paper"),
    ],
    &[
        ("id", "nests-2020-paper"),
        ("series", "nests"),
        ("period", "2020"),
        ("value", "150"),
        ("source", "paper"),
    ],
    &[
        ("id", "nests-2021"),
        ("series", "nests"),
        ("period", "2021"),
        ("value", "130"),
        ("source", "club"),
    ],
    &[
        ("id", "boxes-2021"),
        ("series", "boxes"),
        ("period", "2021"),
        ("value", "40"),
        ("source", "club"),
    ],
];
const EVENTS: &[Row] = &[&[
    ("id", "storm"),
    ("date", "2020-06"),
    ("label", "A storm"),
    ("source", "club"),
    ("note", "In June."),
]];

/// The project with the text in these places.
pub fn with(places: &[Place], text: &str) -> ProjectTexts {
    let file = |name: &str, rows: &[Row]| {
        let mut columns: Vec<&str> = Vec::new();
        let own = places.iter().filter_map(|place| match place {
            Cell(file, column) if *file == name => Some(*column),
            _ => None,
        });
        let own: Vec<&str> = own.collect();
        for column in rows.iter().flat_map(|row| row.iter().map(|cell| cell.0)).chain(own.clone()) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&columns).expect("memory takes it");
        for (at, row) in rows.iter().enumerate() {
            let said =
                |column: &&str| row.iter().find(|cell| cell.0 == *column).map_or("", |cell| cell.1);
            let cell = |column| if at == 0 && own.contains(column) { text } else { said(column) };
            writer.write_record(columns.iter().map(cell)).expect("memory takes it");
        }
        writer.into_inner().expect("memory takes it")
    };
    let typed = |key: &str, otherwise: &str| {
        let text = if places.contains(&Typed(TYPED[key_at(key)])) { text } else { otherwise };
        serde_json::to_string(text).expect("a text can be quoted")
    };
    let mut spec = format!("title = {}\n", typed("title", "Nests of swifts"));
    for key in ["subtitle", "alt"] {
        if places.contains(&Typed(TYPED[key_at(key)])) {
            spec += &format!("{key} = {}\n", typed(key, ""));
        }
    }
    if places.contains(&Typed("notes")) {
        spec += &format!("notes = [{}]\n", typed("notes", ""));
    }
    let name = match places.contains(&Typed("name")) {
        true => format!(", name = {}", typed("name", "")),
        false => String::new(),
    };
    let panel = match places.contains(&Typed("panel")) {
        true => format!("title = {}\n", typed("panel", "")),
        false => String::new(),
    };
    let annotation = match places.contains(&Typed("annotation")) {
        true => {
            let text = typed("annotation", "");
            format!("annotate = [{{ series = \"nests\", period = \"2021\", text = {text} }}]\n")
        }
        false => String::new(),
    };
    spec += &format!(
        "[[panels]]\n{panel}{annotation}events = [\"storm\"]\n\
         series = [{{ id = \"nests\", mark = \"line\"{name} }}]\n\
         [[panels]]\nseries = [{{ id = \"boxes\", mark = \"points\" }}]\n"
    );
    ProjectTexts {
        name: "tried".into(),
        data: Files {
            figures: file("figures", FIGURES),
            series: file("series", SERIES),
            sources: file("sources", SOURCES),
            events: Some(file("events", EVENTS)),
        },
        charts: vec![("tried".into(), spec)],
        ..ProjectTexts::default()
    }
}

const TYPED: [&str; 7] = ["title", "subtitle", "notes", "alt", "name", "panel", "annotation"];

fn key_at(key: &str) -> usize {
    TYPED.iter().position(|typed| *typed == key).expect("it is typed")
}
