//! A data set as tables whose cells have a type: the four files with every column they may have,
//! the days of each period, the figures that are worked out, and the observations. Every format
//! writes these, so that all say the same.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::dataset::layout::{self, EVENTS, FIGURES, Layout, SERIES, SOURCES};
use crate::dataset::{DataFile, Dataset, Observation};
use crate::figure::{
    EventKey, Figure, FigureKey, Nature, Per, Qualifier, Quantity, Rank, SeriesKey, Span,
};

/// One table.
pub struct Records<'d> {
    /// What it is called: `figures`.
    pub name: &'static str,
    /// In the order of the cells of a row. The first is the key.
    pub fields: Vec<RecordField>,
    /// Made one by one: there may be millions.
    pub rows: Box<dyn Iterator<Item = Vec<RecordCell<'d>>> + 'd>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct RecordField {
    /// What it is called.
    pub name: &'static str,
    /// What its cells are.
    pub kind: FieldKind,
    /// No cell of it is empty.
    pub required: bool,
    /// The table whose keys it holds.
    pub names: Option<&'static str>,
    /// The words that it may hold; empty where it may hold others.
    pub words: Vec<&'static str>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words, an id, or a date that may be a year alone.
    Text,
    /// A decimal of up to 28 digits.
    Number,
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// A day, as `2018-09-03`.
    Day,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordCell<'d> {
    /// It is empty.
    Nothing,
    /// A text or a day.
    Text(Cow<'d, str>),
    /// With the noughts at the end of its decimals that the file has.
    Number(Decimal),
    /// A whole number.
    Whole(u64),
    /// Yes or no.
    Flag(bool),
}

impl<'d> RecordCell<'d> {
    fn text(text: impl Into<Cow<'d, str>>) -> RecordCell<'d> {
        let text = text.into();
        if text.is_empty() { RecordCell::Nothing } else { RecordCell::Text(text) }
    }
}

/// All of them, those first that others name.
pub fn records<'d>(data: &'d Dataset<'_>) -> Vec<Records<'d>> {
    vec![
        Records {
            name: SOURCES.file.name(),
            fields: fields(&SOURCES),
            rows: plain_rows(data, &SOURCES),
        },
        Records {
            name: SERIES.file.name(),
            fields: fields(&SERIES),
            rows: plain_rows(data, &SERIES),
        },
        events(data),
        figures(data),
        observations(data),
    ]
}

fn field(name: &'static str, kind: FieldKind) -> RecordField {
    let required = kind != FieldKind::Number;
    RecordField { name, kind, required, names: None, words: Vec::new() }
}

/// The columns of a file.
fn fields(layout: &'static Layout) -> Vec<RecordField> {
    let named = |column: &str| {
        let names = |other: &&&Layout| layout.columns_naming(other).any(|name| name == column);
        layout::ALL.iter().find(names).map(|other| other.file.name())
    };
    let field = |(place, name): (usize, &&'static str)| RecordField {
        name,
        kind: match *name {
            "value" | "low" | "high" => FieldKind::Number,
            "year_starts" => FieldKind::Whole,
            _ => FieldKind::Text,
        },
        required: layout.required.contains(&place),
        names: named(name),
        words: match *name {
            "nature" => Nature::ALL.map(Nature::word).to_vec(),
            "convertible" => vec!["no"],
            "per" => Per::ALL.map(Per::word).to_vec(),
            "qualifier" => Qualifier::all().map(Qualifier::word).collect(),
            "rank" => vec![Rank::Preferred.word(), Rank::Superseded.word()],
            _ => Vec::new(),
        },
    };
    layout.columns.iter().enumerate().map(field).collect()
}

fn days() -> [RecordField; 2] {
    [field("first_day", FieldKind::Day), field("last_day", FieldKind::Day)]
}

fn days_of(span: Span) -> [RecordCell<'static>; 2] {
    [span.start, span.end].map(|day| RecordCell::text(day.to_string()))
}

/// The rows of a file as it says them.
fn plain_rows<'d>(
    data: &'d Dataset<'_>,
    layout: &'static Layout,
) -> Box<dyn Iterator<Item = Vec<RecordCell<'d>>> + 'd> {
    let cell = |(column, text): (&&str, Cow<'d, str>)| match (*column, text.parse()) {
        ("year_starts", Ok(month)) => RecordCell::Whole(month),
        _ => RecordCell::text(text),
    };
    let row = move |texts: Vec<Cow<'d, str>>| layout.columns.iter().zip(texts).map(cell).collect();
    Box::new(data.texts(layout).map(row))
}

fn events<'d>(data: &'d Dataset<'_>) -> Records<'d> {
    let rows = plain_rows(data, &EVENTS).enumerate().map(|(key, mut row)| {
        row.extend(days_of(data.event(EventKey(key as u32)).date.span()));
        row
    });
    let fields = [fields(&EVENTS), days().to_vec()].concat();
    Records { name: EVENTS.file.name(), fields, rows: Box::new(rows) }
}

/// The rows of the file, and then the figures of series that are worked out whole.
fn figures<'d>(data: &'d Dataset<'_>) -> Records<'d> {
    let stated =
        data.texts(&FIGURES).map(|texts| texts.into_iter().map(RecordCell::text).collect());
    let without_row = (0..data.figures.len() as u32)
        .map(FigureKey)
        .filter(|key| !data.has_row(*key))
        .map(|key| derived_row(data, data.figure(key)));
    let observed = PreferredFigures::of(data);
    let rows = stated.chain(without_row).enumerate().map(move |(key, mut row): (usize, Vec<_>)| {
        let key = FigureKey(key as u32);
        let figure = data.figure(key);
        let mut set = |column: &str, cell| {
            row[FIGURES.column(column).expect("it is a column of figures")] = cell;
        };
        for (column, number) in numbers(figure) {
            set(column, number.map_or(RecordCell::Nothing, RecordCell::Number));
        }
        if let Some(quantity) = figure.quantity() {
            set("qualifier", RecordCell::text(quantity.qualifier().word()));
        }
        // What is worked out takes its status from its inputs, too.
        if figure.is_derived() {
            set("status", RecordCell::text(figure.status.to_string()));
        }
        row.extend(days_of(figure.period.span()));
        row.push(RecordCell::Flag(figure.is_derived()));
        row.push(observed.preferred(data, key));
        row
    });
    let mut fields = [fields(&FIGURES), days().to_vec()].concat();
    fields.push(field("worked_out", FieldKind::Flag));
    fields.push(RecordField {
        required: false,
        names: Some("observations"),
        ..field("observation", FieldKind::Text)
    });
    Records { name: FIGURES.file.name(), fields, rows: Box::new(rows) }
}

/// The cells of a figure that has no row: what it says itself, and no more.
fn derived_row<'d>(data: &'d Dataset<'_>, figure: &'d Figure<'_>) -> Vec<RecordCell<'d>> {
    let series = data.series(figure.series);
    let cell = |column: &&'static str| match *column {
        "id" => RecordCell::text(&*figure.id),
        "series" => RecordCell::text(series.id),
        "period" => RecordCell::text(figure.period.to_string()),
        "status" => RecordCell::text(figure.status.to_string()),
        "source" => RecordCell::text(data.source(figure.source).id),
        _ => RecordCell::Nothing,
    };
    FIGURES.columns.iter().map(cell).collect()
}

/// Value, low and high. What is worked out is not rounded, and has no noughts that say nothing.
fn numbers(figure: &Figure) -> [(&'static str, Option<Decimal>); 3] {
    let plain = |number: Decimal| if figure.is_derived() { number.normalize() } else { number };
    let quantity = figure.quantity();
    let ends = match quantity {
        Some(Quantity::Range { low, high }) => Some((*low, *high)),
        Some(Quantity::Interval(interval)) => Some((interval.low, interval.high)),
        _ => None,
    };
    [
        ("value", quantity.and_then(Quantity::value).map(plain)),
        ("low", ends.map(|ends| plain(ends.0))),
        ("high", ends.map(|ends| plain(ends.1))),
    ]
}

/// Which figure stands for each in its observation.
struct PreferredFigures(Vec<Option<FigureKey>>);

impl PreferredFigures {
    fn of(data: &Dataset) -> PreferredFigures {
        let mut preferred = vec![None; data.figures.len()];
        for observation in data.observations() {
            for claim in data.claims(observation) {
                preferred[claim.index()] = Some(observation.preferred);
            }
        }
        PreferredFigures(preferred)
    }

    fn preferred<'d>(&self, data: &'d Dataset<'_>, key: FigureKey) -> RecordCell<'d> {
        match self.0[key.index()] {
            Some(preferred) => RecordCell::text(&*data.figure(preferred).id),
            None => RecordCell::Nothing,
        }
    }
}

/// What the figures add up to, by series and in time: the figure that charts draw, with its number.
fn observations<'d>(data: &'d Dataset<'_>) -> Records<'d> {
    let named = |name, names: &'static str| RecordField {
        names: Some(names),
        ..field(name, FieldKind::Text)
    };
    let mut fields = vec![
        named("figure", DataFile::Figures.name()),
        named("series", DataFile::Series.name()),
        field("period", FieldKind::Text),
    ];
    fields.extend(days());
    fields.extend(["value", "low", "high"].map(|name| field(name, FieldKind::Number)));
    fields.extend(
        ["qualifier", "status"]
            .map(|name| RecordField { required: false, ..field(name, FieldKind::Text) }),
    );
    fields.extend(["worked_out", "target", "disputed"].map(|name| field(name, FieldKind::Flag)));
    fields.extend(["claims", "voices"].map(|name| field(name, FieldKind::Whole)));
    let row = |observation: &'d Observation| observation_row(data, observation);
    let by_series = (0..data.series.len() as u32)
        .map(SeriesKey)
        .flat_map(|series| data.observations_of(series).iter().chain(data.targets_of(series)));
    Records { name: "observations", fields, rows: Box::new(by_series.map(row)) }
}

fn observation_row<'d>(data: &'d Dataset<'_>, observation: &'d Observation) -> Vec<RecordCell<'d>> {
    let figure = data.figure(observation.preferred);
    let claims = data.claims(observation);
    let mut row = vec![
        RecordCell::text(&*figure.id),
        RecordCell::text(data.series(observation.series).id),
        RecordCell::text(observation.period.to_string()),
    ];
    row.extend(days_of(observation.period.span()));
    row.extend(
        numbers(figure).map(|(_, number)| number.map_or(RecordCell::Nothing, RecordCell::Number)),
    );
    let qualifier = figure.quantity().map_or("", |quantity| quantity.qualifier().word());
    row.push(RecordCell::text(qualifier));
    row.push(RecordCell::text(figure.status.to_string()));
    row.push(RecordCell::Flag(figure.is_derived()));
    row.push(RecordCell::Flag(figure.status.is_target()));
    row.push(RecordCell::Flag(observation.disputed));
    row.push(RecordCell::Whole(claims.len() as u64));
    row.push(RecordCell::Whole(data.voices(claims).first.len() as u64));
    row
}
