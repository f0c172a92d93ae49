//! What can be typed after `sourceline render`, and what it means.

use std::path::PathBuf;

use clap::Args;
use sourceline::chart::ChartSpec;
use sourceline::chart::first_spec::{first_name, first_spec};
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::{Catalogue, spec_label};
use sourceline::output::format::{self, Format};
use sourceline::store::Folder;

use super::plan::{Mode, RenderPlan};
use crate::cli::as_of::AsOfDay;
use crate::cli::failure::Failure;
use crate::cli::fonts::FontFolder;
use crate::cli::format::parser;
use crate::cli::looks::AskedLooks;
use crate::cli::named::{charts_named, find_series};
use crate::cli::outputs::Force;
use crate::cli::shard::Shard;

/// Draws the charts: charts/NAME.toml becomes charts/NAME.svg
///
/// Only files that would change are written, and each is written whole or not at all. An error in
/// the data stops everything before anything is written; an error in one chart stops that chart.
/// `formats`, `sizes` and `themes` in sourceline.toml say what is written where the command does
/// not. The first size and theme are those of NAME.svg; the others are in its twins, such as
/// NAME-dark.svg and NAME-narrow.svg.
///
/// Where no format and no look is asked for, what else lies beside a spec under its name, or was written
/// with --out or `embed`, is drawn again, so that no old file stays beside a new one. What somebody else
/// made or edited is told and stays.
///
/// With --as-of it draws the charts as they would have been on a day, from what had been published by
/// then: the picture says so, and is called NAME-as-of-2019-06-30.svg, beside that of today.
///
/// With --series it draws series that no spec describes yet, as `sourceline add chart` would
/// describe them, into the folder you are in: a look, and no chart of the project.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline render\n  sourceline render referrals --out report/figures\n  sourceline render --series nca-referrals\n  sourceline render --format svg,png,pdf\n  sourceline render --theme light,dark --size report,narrow\n  sourceline render referrals --size card --format png\n  sourceline render referrals --width 84mm --format pdf\n  sourceline render referrals --as-of 2019-06-30\n  sourceline render --check\n  sourceline render --watch"
)]
pub struct Render {
    /// The charts to draw; all of them if none is named
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Draw this series without a spec, into the current folder; may be given several times
    #[arg(long, value_name = "ID", conflicts_with = "names")]
    series: Vec<String>,
    /// Write into this folder instead
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The formats to write
    #[arg(long, value_name = "FORMAT", value_parser = parser(), value_delimiter = ',')]
    format: Vec<&'static Format>,
    /// Write every format
    #[arg(long, conflicts_with = "format")]
    all: bool,
    #[command(flatten)]
    looks: AskedLooks,
    #[command(flatten)]
    pub fonts: FontFolder,
    #[command(flatten)]
    pub as_of: AsOfDay,
    #[command(flatten)]
    force: Force,
    /// Draw this part of the charts only: 3/16 is the third of sixteen. Machines that draw a part
    /// each draw together what one draws
    #[arg(long, value_name = "PART/PARTS", conflicts_with = "series")]
    shard: Option<Shard>,
    /// Go on: draw again what a save changes, until you press Ctrl-C
    #[arg(long, conflicts_with_all = ["check", "dry_run"])]
    pub watch: bool,
    /// Write nothing; name the files that are not what would be drawn now, and exit with 1
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,
}

impl Render {
    pub fn settle(
        &self,
        project: &Folder,
        data: &Dataset,
        catalogue: &Catalogue,
    ) -> Result<RenderPlan, Failure> {
        if !self.series.is_empty() {
            let series = self.series.iter().map(|id| find_series(id, data));
            let series = once_each(series.collect::<Result<Vec<_>, _>>()?);
            let (name, spec) = (first_name(data, &series), first_spec(data, &series, None));
            let chart = ChartSpec::only(&name, &spec_label(&name), &spec);
            let folder = self.elsewhere().unwrap_or_default();
            return Ok(self.plan(project, vec![chart], folder));
        }
        let charts = charts_named(catalogue, &self.names)?;
        let charts = self.shard.unwrap_or_default().part(&charts);
        let folder = match self.elsewhere() {
            Some(folder) => folder,
            None => project.charts()?,
        };
        Ok(self.plan(project, charts, folder))
    }

    /// The folder that the files go to, unless it is that of the specs.
    pub fn elsewhere(&self) -> Option<PathBuf> {
        self.out.clone().or_else(|| (!self.series.is_empty()).then(|| ".".into()))
    }

    fn plan(&self, project: &Folder, charts: Vec<ChartSpec>, folder: PathBuf) -> RenderPlan {
        let described = self.series.is_empty();
        let called = match (&self.out, described) {
            (Some(out), _) => format!("{}/", out.display()),
            (None, false) => String::new(),
            (None, true) => "charts/".into(),
        };
        let asked = self.all || !self.format.is_empty() || self.looks.is_asked();
        let of_today = !self.as_of.is_asked();
        RenderPlan {
            formats: match (self.all, self.format.is_empty()) {
                (true, _) => format::ALL.to_vec(),
                (_, true) => project.settings.formats.clone(),
                _ => once_each(self.format.iter().copied()),
            },
            looks: self.looks.clone(),
            charts,
            whole: described
                && self.names.is_empty()
                && self.out.is_none()
                && of_today
                && self.shard.unwrap_or_default().leads(),
            with_others: described && !asked && self.out.is_none() && of_today,
            described,
            called,
            folder,
            force: self.force,
            mode: match (self.check, self.dry_run) {
                (true, _) => Mode::Check,
                (_, true) => Mode::DryRun,
                _ if self.watch => Mode::Watch,
                _ => Mode::Write,
            },
        }
    }
}

fn once_each<T: Copy + PartialEq>(many: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in many {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
