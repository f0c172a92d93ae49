//! `sourceline render`: from the specs in `charts/` to the pictures beside them.

use std::path::PathBuf;

use clap::Args;
use sourceline::chart::ChartSpec;
use sourceline::chart::first_spec::{first_name, first_spec};
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::{Catalogue, spec_label, told_once};
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::looks::Looks;
use sourceline::problem::{Checked, Level, Problem};
use sourceline::store::{Folder, StoreError};

use super::as_of::{AsOfDay, in_order_as_of};
use super::context::Context;
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::fate::{FileFate, settle_file};
use super::fonts::FontFolder;
use super::format::parser;
use super::looks::AskedLooks;
use super::named::{charts_named, find_series};
use super::outputs::{Force, Outputs, tell_not_ours};
use super::screen::visible;
use super::shard::Shard;
use super::there::{FilesThere, ToldFates};
use super::{drawing, progress, report};

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
    after_help = "Examples:\n  sourceline render\n  sourceline render referrals --out report/figures\n  sourceline render --series nca-referrals\n  sourceline render --format svg,png,pdf\n  sourceline render --theme light,dark --size report,narrow\n  sourceline render referrals --size card --format png\n  sourceline render referrals --width 84mm --format pdf\n  sourceline render referrals --as-of 2019-06-30\n  sourceline render --check"
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
    fonts: FontFolder,
    #[command(flatten)]
    as_of: AsOfDay,
    #[command(flatten)]
    force: Force,
    /// Draw this part of the charts only: 3/16 is the third of sixteen. Machines that draw a part
    /// each draw together what one draws
    #[arg(long, value_name = "PART/PARTS", conflicts_with = "series")]
    shard: Option<Shard>,
    /// Write nothing; name the files that are not what would be drawn now, and exit with 1
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,
}

/// What is to be done, with every doubt removed.
struct RenderPlan {
    charts: Vec<ChartSpec>,
    /// Their specs lie in the project.
    described: bool,
    formats: Vec<&'static Format>,
    looks: AskedLooks,
    fonts: FontFolder,
    /// All charts are drawn, and into their own folder: what else lies there is left over.
    whole: bool,
    /// No format and no look is asked for: what is there in others is drawn again.
    with_others: bool,
    /// Where the files go, and what that folder is called in words.
    folder: PathBuf,
    called: String,
    force: Force,
    mode: Mode,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
    DryRun,
}

impl Render {
    fn settle(
        self,
        project: &Folder,
        data: &Dataset,
        catalogue: &Catalogue,
    ) -> Result<RenderPlan, Failure> {
        if !self.series.is_empty() {
            let series = self.series.iter().map(|id| find_series(id, data));
            let series = once_each(series.collect::<Result<Vec<_>, _>>()?);
            let (name, spec) = (first_name(data, &series), first_spec(data, &series, None));
            let chart = ChartSpec::only(&name, &spec_label(&name), &spec);
            let folder = self.out.clone().unwrap_or_else(|| ".".into());
            return Ok(self.plan(project, vec![chart], folder));
        }
        let charts = charts_named(catalogue, &self.names)?;
        let charts = self.shard.unwrap_or_default().part(&charts);
        let folder = match &self.out {
            Some(out) => out.clone(),
            None => project.charts()?,
        };
        Ok(self.plan(project, charts, folder))
    }

    fn plan(self, project: &Folder, charts: Vec<ChartSpec>, folder: PathBuf) -> RenderPlan {
        let described = self.series.is_empty();
        let called = match (&self.out, described) {
            (Some(out), _) => format!("{}/", out.display()),
            (None, false) => String::new(),
            (None, true) => "charts/".into(),
        };
        let asked = self.all || !self.format.is_empty() || self.looks.is_asked();
        RenderPlan {
            formats: match (self.all, self.format.is_empty()) {
                (true, _) => format::ALL.to_vec(),
                (_, true) => project.settings.formats.clone(),
                _ => once_each(self.format),
            },
            looks: self.looks,
            fonts: self.fonts,
            charts,
            whole: described
                && self.names.is_empty()
                && self.out.is_none()
                && self.shard.unwrap_or_default().leads(),
            with_others: described && !asked && self.out.is_none(),
            described,
            called,
            folder,
            force: self.force,
            mode: match (self.check, self.dry_run) {
                (true, _) => Mode::Check,
                (_, true) => Mode::DryRun,
                _ => Mode::Write,
            },
        }
    }

    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let as_of = std::mem::take(&mut self.as_of);
        let of_today = !as_of.is_asked();
        in_order_as_of(context, &as_of, |project, data, context| {
            let catalogue = drawing::catalogue(project, data)?;
            let mut plan = self.settle(project, data, &catalogue)?;
            plan.whole &= of_today;
            plan.with_others &= of_today;
            if plan.charts.is_empty() && !catalogue.charts().is_empty() {
                context
                    .out
                    .say(format_args!("There are fewer charts than parts: this part has none\n"));
                return Ok(Exit::Fine);
            }
            if plan.charts.is_empty() {
                context.out.say(format_args!(
                    "There are no charts yet: describe one in charts/NAME.toml\n"
                ));
                return Ok(Exit::Fine);
            }
            plan.carry_out(project, &Easel::new(project, data, &catalogue), context)
        })
    }
}

/// What became of a chart's files, and what is wrong. They are written as they are drawn, so that no
/// more of them are held than are being drawn.
type SettledFiles = Checked<ToldFates>;

impl RenderPlan {
    fn carry_out(
        &self,
        project: &Folder,
        easel: &Easel,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let kit = self.fonts.kit(easel.studio.data, project)?;
        let outputs = Outputs::into(project, &self.folder, self.force, self.mode != Mode::Write)?;
        let there = match self.with_others {
            true => FilesThere::of(project, easel.catalogue, self.mode != Mode::Write)?,
            false => FilesThere::default(),
        };
        let drawn = self.drawn(easel, &kit, &outputs, &there)?;
        outputs.finish(context);
        there.finish(context);
        let found = self.charts.iter().zip(&drawn).map(|(chart, drawn)| {
            let errors = drawn.problems.iter().filter(|problem| problem.level() == Level::Error);
            (chart, errors.cloned().collect::<Vec<Problem>>())
        });
        let text_of = |label: &str| match &self.charts[..] {
            [chart] if !self.described && chart.label == label => {
                Some(chart.text.as_bytes().into())
            }
            _ => project.text_of(label, None),
        };
        report::print(&told_once(found.collect()), report::BY_CHECK, text_of, &mut context.err);
        let mut fates = Vec::new();
        for (file, fate) in drawn.into_iter().flat_map(|drawn| drawn.value) {
            let fate = fate.unwrap_or_else(|error| {
                Failure::from(error).print(&mut context.err);
                FileFate::NotWritten
            });
            // A bundle is told once.
            if fate != FileFate::Old || !fates.contains(&(file.clone(), fate)) {
                fates.push((file, fate));
            }
        }
        context.err.finish().map_err(Failure::Print)?;
        for (file, fate) in &fates {
            let line = format!("{:14}{}\n", self.word(*fate), visible(file));
            let line = if *fate == FileFate::Same { context.out.dim(&line) } else { line };
            context.out.say(format_args!("{line}"));
        }
        let ours = |(_, fate): &&(String, FileFate)| *fate == FileFate::NotOurs;
        let others = fates.iter().filter(ours).map(|(file, _)| file.clone());
        tell_not_ours(&others.collect::<Vec<_>>(), context);
        let left = if self.whole { drawing::left_over(project, easel)? } else { Vec::new() };
        for (file, chart) in &left {
            let line =
                format!("{:14}{}: no spec describes `{chart}`\n", "left over", visible(file));
            context.out.say(format_args!("{line}"));
        }
        if fates.iter().any(|(_, fate)| *fate == FileFate::Old) {
            context.err.say(format_args!(
                "A folder that `sourceline bundle` wrote is brought up to date as a whole: give its name to \
                 `sourceline bundle --out`\n"
            ));
        }
        let fates: Vec<FileFate> = fates.into_iter().map(|(_, fate)| fate).collect();
        context.out.say(format_args!("{}\n", self.summary(&fates)));
        let exits = fates.iter().map(|fate| self.exit(*fate));
        let stale = (!left.is_empty() && self.mode == Mode::Check).then_some(Exit::Problems);
        Ok(exits.chain(stale).max().unwrap_or(Exit::Fine))
    }

    /// Each chart's files, in order; an error where no file at all could be written.
    fn drawn(
        &self,
        easel: &Easel,
        kit: &Kit,
        outputs: &Outputs,
        there: &FilesThere,
    ) -> Result<Vec<SettledFiles>, StoreError> {
        let heavy = self.formats.iter().any(|format| format.is_heavy);
        let progress = match heavy && self.charts.len() > 1 {
            true => progress::bar(self.charts.len()),
            false => progress::none(),
        };
        let one = |chart: &ChartSpec| {
            let drawn = self.one(easel, kit, chart, outputs, there);
            progress.inc(1);
            drawn
        };
        let drawn = drawing::for_each(&self.charts, heavy, one);
        progress.finish_and_clear();
        drawn.into_iter().collect()
    }

    fn one(
        &self,
        easel: &Easel,
        kit: &Kit,
        chart: &ChartSpec,
        outputs: &Outputs,
        there: &FilesThere,
    ) -> Result<SettledFiles, StoreError> {
        let choice = |looks: &Looks, _| self.looks.of(looks);
        let Checked { value, mut problems } = match self.described {
            true => easel.draw_all(chart, false, &choice),
            false => easel.studio.draw(chart, false, &choice),
        };
        // Of what is drawn as of a day it is not asked later whether it is still right.
        let of = if easel.studio.data.as_known.is_some() { "" } else { &chart.name };
        let told = |file: String| format!("{}{file}", self.called);
        let mut files = Vec::new();
        for drawing in &value.drawn {
            match kit.files(drawing, &self.formats) {
                Ok(made) => {
                    for (name, bytes) in made {
                        match settle_file(outputs, of, &name, &bytes) {
                            // Every other file would fail for the same reason.
                            Err(error) if error.is_about(&self.folder) => return Err(error),
                            fate => files.push((told(name), fate)),
                        }
                    }
                }
                Err(problem) => {
                    problems.push(*problem);
                    files.push((told(format::SVG.file(&drawing.stem)), Ok(FileFate::NotDrawn)));
                }
            }
        }
        let undrawn = value.undrawn.iter();
        files.extend(undrawn.map(|stem| (told(format::SVG.file(stem)), Ok(FileFate::NotDrawn))));
        if !value.drawn.is_empty() {
            let again = there.again(easel, kit, chart, &files)?;
            files.extend(again.value);
            let new = |problem: &Problem| !problems.contains(problem);
            problems.extend(again.problems.into_iter().filter(new).collect::<Vec<_>>());
        }
        Ok(Checked { value: files, problems })
    }

    fn word(&self, fate: FileFate) -> &'static str {
        match (fate, self.mode) {
            (FileFate::Same, Mode::Check) => "current",
            (FileFate::Same, _) => "unchanged",
            (FileFate::Differed, Mode::Check) => "stale",
            (FileFate::Missed, Mode::Check) => "missing",
            (FileFate::Differed | FileFate::Missed, Mode::Write) => "wrote",
            (FileFate::Differed | FileFate::Missed, Mode::DryRun) => "would write",
            (FileFate::NotDrawn, _) => "not drawn",
            (FileFate::NotWritten, _) => "not written",
            (FileFate::NotOurs | FileFate::LeftAlone, _) => "not ours",
            (FileFate::Old, _) => "stale",
        }
    }

    fn exit(&self, fate: FileFate) -> Exit {
        match (fate, self.mode) {
            (FileFate::NotWritten, _) => Exit::Unable,
            (FileFate::NotDrawn | FileFate::NotOurs, _)
            | (FileFate::Differed | FileFate::Missed | FileFate::Old, Mode::Check) => {
                Exit::Problems
            }
            _ => Exit::Fine,
        }
    }

    /// `7 charts: 2 wrote, 5 unchanged`, in the order of the fates.
    fn summary(&self, fates: &[FileFate]) -> String {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for fate in fates {
            let word = match self.word(*fate) {
                "wrote" => "written",
                "would write" => "would be written",
                word => word,
            };
            match counts.iter_mut().find(|(known, _)| *known == word) {
                Some((_, count)) => *count += 1,
                None => counts.push((word, 1)),
            }
        }
        let parts: Vec<String> =
            counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
        let several = fates.len() != self.charts.len();
        let (one, more) = if several { ("file", "files") } else { ("chart", "charts") };
        format!("{}: {}", report::count(fates.len(), one, more), parts.join(", "))
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
