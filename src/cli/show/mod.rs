//! `sourceline show`: where a number comes from, from whatever end it is asked.

mod chart;
pub mod charts;
mod document;
mod figure;
mod findings;
mod history;
mod series;
mod source;
pub mod trace;

use std::path::Path;

use clap::{Args, ValueEnum};
use serde_json::json;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::{FigureKey, SeriesKey, SourceKey};
use sourceline::locale::EN_GB;
use sourceline::nearest::likely;
use sourceline::output::catalogue::Catalogue;
use sourceline::store::is_there;

use self::charts::OnCharts;
use self::findings::{Findings, TextLine};
use self::trace::Inquiry;
use super::as_of::{self, AsOfDay};
use super::context::Context;
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
use super::named::find_chart;
use super::report;
use super::screen::visible;
use super::table::TableFormat;

/// Tells where a number comes from: a series, figure, source, chart or document
///
/// Of each figure it tells the value, the period, the source with its date, address and archived
/// copy, who said it first, the words of the source and where in it they stand. Of an id it tells, too,
/// which charts show it, what agrees with it and what differs, and what became of its row, as far as
/// git knows. Of a document or a picture it tells the charts in it, whether each is still current, and
/// the figures behind them.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline show nca-referrals\n  sourceline show nca-referrals-2017-npcc\n  sourceline show referrals --format csv\n  sourceline show report.docx\n  sourceline show arrests --what chart\n  sourceline show caid-images --as-of 2019-06-30"
)]
pub struct Show {
    /// The id of a series, a figure or a source, the name of a chart, or a document
    #[arg(value_name = "WHAT", allow_negative_numbers = true)]
    name: String,
    /// Which is meant, where several have the name
    #[arg(long, value_name = "KIND", value_enum)]
    what: Option<ShownKind>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = TableFormat::Table)]
    format: TableFormat,
    #[command(flatten)]
    as_of: AsOfDay,
}

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShownKind {
    Series,
    Figure,
    Source,
    Chart,
    Document,
}

impl ShownKind {
    fn word(self) -> &'static str {
        match self {
            ShownKind::Series => "series",
            ShownKind::Figure => "figure",
            ShownKind::Source => "source",
            ShownKind::Chart => "chart",
            ShownKind::Document => "document",
        }
    }
}

/// What a name stands for.
enum Meant {
    Series(SeriesKey),
    Figure(FigureKey),
    Source(SourceKey),
    Chart(String),
    Document,
}

/// How wide the text is where nobody says how wide the terminal is.
const WIDTH: usize = 100;

impl Show {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let known = self.as_of.of(&project, &files, context)?;
        let (read, unheld) = as_of::read(&known, &files, &project);
        let data = &read.value;
        let catalogue = drawing::catalogue(&project, data)?;
        let meant = self.meant(data, &catalogue, context)?;
        let exit =
            report::incomplete(&[&project.problems, &read.problems], &unheld, &mut context.err);
        let easel = Easel::new(&project, data, &catalogue);
        let inquiry = Inquiry {
            project: &project,
            files: &files,
            easel,
            on_charts: OnCharts::of(&easel),
            columns: context.out.width().unwrap_or(WIDTH).clamp(40, 120),
        };
        let findings = match meant {
            Meant::Series(key) => {
                if self.format == TableFormat::Table {
                    series::print(data, key, inquiry.columns, &mut context.out);
                }
                inquiry.series(key)?
            }
            Meant::Figure(key) => inquiry.figure(key)?,
            Meant::Source(key) => inquiry.source(key)?,
            Meant::Chart(name) => inquiry.chart(&name)?,
            Meant::Document if self.as_of.is_asked() => {
                let why =
                    "a document says itself as of when its charts were drawn: leave --as-of out";
                return Err(Failure::Usage(why.to_string()));
            }
            Meant::Document => inquiry.document(Path::new(&self.name), exit == Exit::Fine)?,
        };
        findings.print(self.format, &inquiry, &mut context.out);
        Ok(exit.max(findings.exit))
    }

    fn meant(
        &self,
        data: &Dataset,
        catalogue: &Catalogue,
        context: &mut Context,
    ) -> Result<Meant, Failure> {
        let name = self.name.as_str();
        let mut found: Vec<(ShownKind, Meant)> = Vec::new();
        found.extend(data.find_series(name).map(|key| (ShownKind::Series, Meant::Series(key))));
        found.extend(data.find_figure(name).map(|key| (ShownKind::Figure, Meant::Figure(key))));
        found.extend(data.find_source(name).map(|key| (ShownKind::Source, Meant::Source(key))));
        let chart = |name: &str| (ShownKind::Chart, Meant::Chart(name.to_string()));
        found.extend(catalogue.find(name).map(|spec| chart(&spec.name)));
        if let Some(what) = self.what {
            found.retain(|(kind, _)| *kind == what);
        }
        let may_be = |kind| self.what.is_none_or(|what| what == kind);
        if found.is_empty() && may_be(ShownKind::Document) && is_there(Path::new(name)) {
            return Ok(Meant::Document);
        }
        if found.len() > 1 {
            let kinds: Vec<&str> = found.iter().map(|(kind, _)| kind.word()).collect();
            let others = kinds[1..].iter().map(|kind| format!("--what {kind}"));
            let others = EN_GB.choice(&others.collect::<Vec<_>>());
            let name = visible(name);
            context.err.say(format_args!(
                "`{name}` is a {}: this is the {}; for the other say {others}\n",
                kinds.join(" and a "),
                kinds[0]
            ));
        }
        if !found.is_empty() {
            return Ok(found.swap_remove(0).1);
        }
        let elsewhere = name.contains(['/', '\\']) && !name.starts_with("charts/");
        if may_be(ShownKind::Chart)
            && !elsewhere
            && let Ok(spec) = find_chart(name, catalogue)
        {
            return Ok(Meant::Chart(spec.name.clone()));
        }
        Err(self.unknown(data, catalogue))
    }

    fn unknown(&self, data: &Dataset, catalogue: &Catalogue) -> Failure {
        let (name, what) = (self.name.clone(), self.what);
        let is = |kind: ShownKind| what.is_none_or(|what| what == kind);
        if let Some(known) = &data.as_known
            && data.is_not_known_yet(DataFile::Figures, &name)
        {
            let day = EN_GB.day(known.day);
            return Failure::Usage(format!(
                "`{name}` was not known on {day}: it was published later, or follows from what was"
            ));
        }
        if what == Some(ShownKind::Document) || what.is_none() && is_way(&name) {
            return Failure::Usage(format!("there is no file `{name}`"));
        }
        let mut known: Vec<(&str, String)> = Vec::new();
        if is(ShownKind::Series) {
            known.extend(data.series.iter().map(|one| (one.id, one.title.to_string())));
        }
        if is(ShownKind::Figure) {
            known.extend(data.ids(DataFile::Figures).map(|id| (id, String::new())));
        }
        if is(ShownKind::Source) {
            known.extend(data.sources.iter().map(|one| (one.id, String::new())));
        }
        let charts = catalogue.names();
        if is(ShownKind::Chart) {
            known.extend(charts.iter().map(|chart| (chart.as_str(), String::new())));
        }
        let likely = likely(&name, known).into_iter().map(String::from).collect();
        let (called, list) = match what {
            Some(ShownKind::Figure) => ("figure", "sourceline list figures"),
            Some(ShownKind::Source) => ("source", "sourceline list sources"),
            Some(ShownKind::Chart) => ("chart", "sourceline list charts"),
            Some(ShownKind::Series) => ("series", "sourceline list series"),
            _ => ("series, figure, source, chart or document", "sourceline list WHAT"),
        };
        Failure::Unknown { what: called, name, likely, list }
    }
}

impl Inquiry<'_> {
    /// What is told of a series beside its observations.
    fn series(&self, key: SeriesKey) -> Result<Findings, Failure> {
        let data = self.data();
        let series = data.series(key);
        let history = history::history(self, DataFile::Series, series.id);
        let figures = data.figures().filter(|(_, figure)| figure.series == key);
        let figures = self.in_order(figures.map(|(key, _)| key).collect());
        let charts = self.on_charts.with_any(figures.iter().map(|key| &*data.figure(*key).id));
        let shown = match charts.is_empty() {
            true => "no chart shows it".to_string(),
            false => format!("on charts: {}", charts.join(", ")),
        };
        let embedded = self.embedded(&charts)?;
        let mut text = vec![TextLine::Blank, TextLine::Plain(shown)];
        if !embedded.is_empty() {
            text.push(TextLine::Plain(format!("embedded in: {}", embedded.join(", "))));
        }
        let details = vec![
            ("what", json!("series")),
            ("id", json!(series.id)),
            ("title", json!(*series.title)),
            ("unit", json!(EN_GB.unit_of(series))),
            ("nature", json!(series.nature.word())),
            ("geography", json!(*series.geography)),
            ("counted_by", json!(*series.counted_by)),
            ("definition", json!(*series.definition)),
            ("note", json!(*series.note)),
            ("charts", json!(charts)),
            ("embedded_in", json!(embedded)),
            ("history", history::json(&history)),
        ];
        Ok(Findings { details, figures, before: (&[], Vec::new()), text, exit: Exit::Fine })
    }
}

/// Is it written as the way to a file? No id has these.
fn is_way(name: &str) -> bool {
    name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|one| one.len() <= 5)
}
