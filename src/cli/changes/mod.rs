//! `sourceline changes`: what became of figures and charts since a report went out.

mod charts;
pub mod review;
pub mod since;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sourceline::dataset::Dataset;
use sourceline::dataset::changes::figure_changes;
use sourceline::output::catalogue::Catalogue;
use sourceline::output::settings::Settings;
use sourceline::problem::{Hold, has_errors};
use sourceline::store::{self, Folder};

use self::charts::chart_changes;
use self::since::EarlierProject;
use self::told::ChangesTold;
use super::context::{Context, HELD};
use super::drawing::{self, Easel};
use super::embedded_in::embedded_in;
use super::exit::Exit;
use super::failure::Failure;
use super::outputs::{self, Force};
use super::report;
use sourceline::output::studio::Studio;

/// Tells what changed since a day or a revision, for a covering e-mail
///
/// A paragraph and a table tell which figures were added, revised (the old number, the new one, and who says so),
/// corrected, worked out anew and withdrawn, and which charts look or read otherwise, with their new
/// titles and the documents of embedded.toml in which they stand. What was, is read from git. Without --since it is what was changed and not
/// committed yet; where all is committed, what the last commit that touched data or charts changed.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline changes --since 2026-06-30\n  sourceline changes --since v1.2 --format markdown\n  sourceline changes --since HEAD~3 --format json\n  sourceline changes --since main --out review.html"
)]
pub struct Changes {
    /// A day, a month or a year, from whose beginning on changes are told; or a revision of git,
    /// such as a tag
    #[arg(long, value_name = "DATE|REV")]
    since: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ChangesFormat::Text)]
    format: ChangesFormat,
    /// Write a page for those who review it, in one file: each chart as it was and as it is, side by side,
    /// to swipe and laid over each other, with the figures that changed
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChangesFormat {
    Text,
    Markdown,
    Json,
}

impl Changes {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let specs = project.spec_texts()?;
        let earlier = EarlierProject::find(&project, &files, &specs, self.since.as_deref())?;
        let month = project.settings.financial_year_starts;
        let (read, unheld) = Dataset::read_holding(&files, month, Hold::First(HELD));
        let exit =
            report::incomplete(&[&project.problems, &read.problems], &unheld, &mut context.err);
        if has_errors(&project.problems) || has_errors(&read.problems) {
            return Ok(exit);
        }
        compared(&project, &read.value, earlier, |told| {
            let Some(path) = &self.out else {
                match self.format {
                    ChangesFormat::Text => told.text(&mut context.out),
                    ChangesFormat::Markdown => told.markdown(&mut context.out),
                    ChangesFormat::Json => told.json(&mut context.out),
                }
                return Ok(Exit::Fine);
            };
            let page = told.review(&project.name);
            let may = |there: &Path| {
                Ok(self.force.is_given() || review::may_be_written_over(&store::read(there)?))
            };
            outputs::put_one(&project, path, &page, false, ("review.html", may), context)
        })?
    }
}

/// What the project says now, held against what it was, and handed to whoever tells it.
pub fn compared<T>(
    project: &Folder,
    now: &Dataset,
    earlier: EarlierProject,
    tell: impl FnOnce(&ChangesTold) -> T,
) -> Result<T, Failure> {
    let mut problems = Vec::new();
    let mut settings = Settings::parse(&earlier.settings, &mut problems);
    let file = |path: &str| {
        let known = earlier.fonts.iter().find(|(name, _)| name == path);
        known.map(|(_, bytes)| bytes.clone()).ok_or_else(|| "it was not there".to_string())
    };
    settings.read_font(&earlier.settings, file, &mut problems);
    let month = settings.financial_year_starts;
    let before = Dataset::read_holding(&earlier.files, month, Hold::First(HELD)).0;
    if has_errors(&before.problems) {
        return Err(earlier.is_unreadable());
    }
    let then = &before.value;
    let changes = figure_changes(then, now);
    let (were, are) = (Catalogue::of(earlier.specs, then), drawing::catalogue(project, now)?);
    let studio = Studio { project: &project.name, settings: &settings, data: then };
    let easel = Easel { studio, catalogue: &were };
    let charts = chart_changes(&easel, &Easel::new(project, now, &are));
    let names: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
    let documents = embedded_in(project, &names)?;
    Ok(tell(&ChangesTold { since: &earlier.since, then, now, changes, charts, documents }))
}
