//! `sourceline list`: what a project holds, as a table.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use sourceline::dataset::{Dataset, Observation};
use sourceline::export::figure_words::figure_in_words;
use sourceline::figure::{FigureKey, SeriesKey, Source, SourceKey, Unit};
use sourceline::locale::EN_GB;
use sourceline::store::{FileStanding, Folder, standing};

use super::as_of::{self, AsOfDay};
use super::context::Context;
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::table::{Listing, TableFormat};
use super::{drawing, report};

/// Lists series, sources, figures, charts or conflicts
///
/// A conflict is a series and period for which sources state figures that differ.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline list series\n  sourceline list conflicts\n  sourceline list figures --format csv > figures-in-words.csv\n  sourceline list figures --as-of 2019-06-30"
)]
pub struct List {
    #[arg(value_name = "WHAT", value_enum)]
    what: ListWhat,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = TableFormat::Table)]
    format: TableFormat,
    #[command(flatten)]
    as_of: AsOfDay,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListWhat {
    Series,
    Sources,
    Figures,
    Charts,
    Conflicts,
}

impl List {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let known = self.as_of.of(&project, &files, context)?;
        let (read, unheld) = as_of::read(&known, &files, &project);
        let data = &read.value;
        let table = match self.what {
            ListWhat::Series => series(data),
            ListWhat::Sources => sources(data),
            ListWhat::Figures => figures(data),
            ListWhat::Charts => charts(data, &project)?,
            ListWhat::Conflicts => conflicts(data),
        };
        table.print(self.format, &mut context.out);
        if self.what == ListWhat::Conflicts && self.format == TableFormat::Table {
            let number = disputed(data).count();
            let number = report::count(number, "observation is", "observations are");
            context.out.say(format_args!("{number} disputed\n"));
        }
        Ok(report::incomplete(&[&project.problems, &read.problems], &unheld, &mut context.err))
    }
}

fn series(data: &Dataset) -> Listing {
    let mut rows = Vec::new();
    for (key, series) in data.series.iter().enumerate() {
        let observations = data.observations_of(SeriesKey(key as u32));
        let period =
            |one: Option<&Observation>| one.map_or(String::new(), |one| one.period.to_string());
        rows.push(vec![
            json!(series.id),
            json!(observations.len()),
            json!(observations.iter().filter(|one| one.disputed).count()),
            json!(*series.title),
            json!(EN_GB.unit_of(series)),
            json!(series.nature.word()),
            json!(series.per.map_or("", |per| per.word())),
            json!(series.year_starts),
            json!(period(observations.first())),
            json!(period(observations.last())),
        ]);
    }
    let columns = &[
        "id",
        "observations",
        "disputed",
        "title",
        "unit",
        "nature",
        "per",
        "year_starts",
        "first",
        "last",
    ];
    Listing { columns, rows }
}

fn sources(data: &Dataset) -> Listing {
    let mut figures = vec![0; data.sources.len()];
    let rows = data.figures().filter(|(key, _)| data.has_row(*key));
    rows.for_each(|(_, figure)| figures[figure.source.index()] += 1);
    let id = |key: Option<SourceKey>| key.map_or("", |key| data.source(key).id);
    let row = |(source, figures): (&Source, usize)| {
        vec![
            json!(source.id),
            json!(figures),
            json!(date(source.published)),
            json!(*source.publisher),
            json!(*source.title),
            json!(id(source.origin)),
        ]
    };
    // Of a day that was, what had not been published by then is not named.
    let known = |(source, _): &(&Source, usize)| {
        let said = source.published.or(source.accessed);
        data.as_known
            .as_ref()
            .is_none_or(|known| said.is_some_and(|date| date.span().end <= known.day))
    };
    Listing {
        columns: &["id", "figures", "published", "publisher", "title", "origin"],
        rows: data.sources.iter().zip(figures).filter(known).map(row).collect(),
    }
}

fn figures(data: &Dataset) -> Listing {
    let keys = (0..data.figures.len() as u32).map(FigureKey);
    let row = |key: FigureKey| {
        let figure = data.figure(key);
        let mut row = claim(data, key);
        row.insert(4, json!(figure.status.to_string()));
        row
    };
    Listing {
        columns: &["id", "series", "period", "quantity", "status", "source", "published", "rank"],
        rows: keys.map(row).collect(),
    }
}

/// What sources differ on; a figure that is worked out of such a one states nothing itself.
fn disputed<'d>(data: &'d Dataset) -> impl Iterator<Item = &'d Observation> {
    data.observations().filter(|one| one.disputed && data.claims(one).len() > 1)
}

fn conflicts(data: &Dataset) -> Listing {
    Listing {
        columns: &["id", "series", "period", "quantity", "source", "published", "rank"],
        rows: disputed(data)
            .flat_map(|one| data.claims(one))
            .map(|key| claim(data, *key))
            .collect(),
    }
}

fn claim(data: &Dataset, key: FigureKey) -> Vec<Value> {
    let figure = data.figure(key);
    // One that has no row has the sources of its inputs.
    let source = data.has_row(key).then(|| data.source(figure.source));
    vec![
        json!(*figure.id),
        json!(data.series(figure.series).id),
        json!(figure.period.to_string()),
        json!(figure_in_words(data, key)),
        json!(source.map_or("", |source| source.id)),
        json!(date(source.and_then(|source| source.published))),
        json!(figure.rank.word()),
    ]
}

fn date(unit: Option<Unit>) -> String {
    unit.map_or(String::new(), |unit| unit.to_string())
}

/// The word for what is aimed at, which is no figure of what was counted.
pub const TARGET: &str = "target";

fn charts(data: &Dataset, project: &Folder) -> Result<Listing, Failure> {
    let mut rows = Vec::new();
    let catalogue = drawing::catalogue(project, data)?;
    let easel = Easel::new(project, data, &catalogue);
    for spec in catalogue.charts() {
        let (name, drawn) = (&spec.name, easel.draw(spec));
        let stem = drawn.value.as_ref().map_or(name, |drawing| &drawing.stem);
        let path = project.root.join(format!("charts/{stem}.svg"));
        rows.push(match drawn.value {
            None => vec![json!(name), json!(""), Value::Null, Value::Null, json!("error")],
            Some(drawing) => vec![
                json!(name),
                json!(drawing.chart.title),
                json!(drawing.chart.stamp.figures.len()),
                json!(drawing.chart.sources.len()),
                json!(match standing(&path, drawing.svg.as_bytes())? {
                    FileStanding::Same => "current",
                    FileStanding::Differs => "stale",
                    FileStanding::Missing => "missing",
                }),
            ],
        });
    }
    Ok(Listing { columns: &["name", "title", "figures", "sources", "svg"], rows })
}
