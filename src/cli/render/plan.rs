//! What `render` is to do, with every doubt removed; doing it, and telling what came of it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use sourceline::chart::ChartSpec;
use sourceline::output::catalogue::told_once;
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::looks::Looks;
use sourceline::problem::{Checked, Level, Problem};
use sourceline::store::{FileMark, Folder, StoreError};

use crate::cli::context::Context;
use crate::cli::drawing::{self, Easel};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::fate::{FileFate, settle_file};
use crate::cli::left_over::{self, LeftFiles};
use crate::cli::looks::AskedLooks;
use crate::cli::outputs::{Force, Outputs, tell_not_ours};
use crate::cli::screen::visible;
use crate::cli::there::FilesThere;
use crate::cli::{progress, report};

pub struct RenderPlan {
    pub charts: Vec<ChartSpec>,
    /// Their specs lie in the project.
    pub described: bool,
    pub formats: Vec<&'static Format>,
    pub looks: AskedLooks,
    /// All charts are drawn, and into their own folder: what else lies there is left over.
    pub whole: bool,
    /// No format and no look is asked for: what is there in others is drawn again.
    pub with_others: bool,
    /// Where the files go, and what that folder is called in words.
    pub folder: PathBuf,
    pub called: String,
    pub force: Force,
    pub mode: Mode,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Again and again: what is as it was is not told each time.
    Watch,
    Check,
    DryRun,
}

/// What became of a chart.
pub struct DrawnChart {
    /// Those in its spec.
    pub errors: Vec<Problem>,
    /// As a person is told, or why the disk would not take one.
    pub files: Vec<(String, Result<FileFate, Failure>)>,
    /// How all that lies there of it is known again, if that will be asked.
    pub marks: FileMarks,
}

/// Files, and how they are known again.
pub type FileMarks = Vec<(PathBuf, Option<FileMark>)>;

impl RenderPlan {
    pub fn carry_out(
        &self,
        project: &Folder,
        easel: &Easel,
        kit: &Kit,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        if self.charts.is_empty() {
            self.tell_none(easel, context);
            return Ok(Exit::Fine);
        }
        let drawn = self.draw(project, easel, kit, &self.charts, context)?;
        let drawn: Vec<(&ChartSpec, &DrawnChart)> = self.charts.iter().zip(&drawn).collect();
        let left = self.left_over(project, easel)?;
        self.tell(project, &drawn, &left, context)
    }

    /// There are no charts to draw.
    pub fn tell_none(&self, easel: &Easel, context: &mut Context) {
        let told = match easel.catalogue.charts() {
            [] => "There are no charts yet: describe one in charts/NAME.toml",
            _ => "There are fewer charts than parts: this part has none",
        };
        context.out.say(format_args!("{told}\n"));
    }

    pub fn left_over(&self, project: &Folder, easel: &Easel) -> Result<Vec<LeftFiles>, Failure> {
        if self.whole { left_over::left_over(project, easel) } else { Ok(Vec::new()) }
    }

    /// Says what became of all charts.
    pub fn tell(
        &self,
        project: &Folder,
        drawn: &[(&ChartSpec, &DrawnChart)],
        left: &[LeftFiles],
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let found = drawn.iter().map(|(chart, drawn)| (*chart, drawn.errors.clone()));
        let text_of = |label: &str| match &self.charts[..] {
            [chart] if !self.described && chart.label == label => {
                Some(chart.text.as_bytes().into())
            }
            _ => project.text_of(label, None),
        };
        report::print(&told_once(found.collect()), report::BY_CHECK, text_of, &mut context.err);
        let files = || drawn.iter().flat_map(|(_, drawn)| &drawn.files);
        for failure in files().filter_map(|(_, fate)| fate.as_ref().err()) {
            failure.print(&mut context.err);
        }
        context.err.finish().map_err(Failure::Print)?;
        let mut fates: Vec<(&str, FileFate)> = Vec::new();
        for (file, fate) in files() {
            let fate = (&**file, fate_of(fate));
            // A bundle is told once.
            if fate.1 != FileFate::Old || !fates.contains(&fate) {
                fates.push(fate);
            }
        }
        for (file, fate) in &fates {
            let line = format!("{:14}{}\n", self.word(*fate), visible(file));
            match (fate, self.mode) {
                (FileFate::Same, Mode::Watch) => {}
                (FileFate::Same, _) => {
                    let line = context.out.dim(&line);
                    context.out.say(format_args!("{line}"));
                }
                _ => context.out.say(format_args!("{line}")),
            }
        }
        let others = fates.iter().filter(|(_, fate)| *fate == FileFate::NotOurs);
        tell_not_ours(&others.map(|(file, _)| file.to_string()).collect::<Vec<_>>(), context);
        for one in left {
            let (told, chart) = (one.told(), &one.chart);
            let line =
                format!("{:14}{}: no spec describes `{chart}`\n", "left over", visible(&told));
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

    /// Draws some of the charts, in their order, and writes their files as they are drawn, so that no
    /// more of them are held than are being drawn. Fails where no file at all could be written.
    pub fn draw(
        &self,
        project: &Folder,
        easel: &Easel,
        kit: &Kit,
        charts: &[ChartSpec],
        context: &mut Context,
    ) -> Result<Vec<DrawnChart>, Failure> {
        let outputs = Outputs::into(project, &self.folder, self.force, self.is_dry())?;
        let there = self.there(project, easel)?;
        let heavy = self.formats.iter().any(|format| format.is_heavy);
        let progress = match heavy && charts.len() > 1 {
            true => progress::bar(charts.len()),
            false => progress::none(),
        };
        let one = |chart: &ChartSpec| {
            let drawn = self.one(easel, kit, chart, &outputs, &there);
            progress.inc(1);
            drawn
        };
        let drawn = drawing::for_each(charts, heavy, one);
        progress.finish_and_clear();
        let drawn = drawn.into_iter().collect::<Result<Vec<_>, _>>()?;
        outputs.finish(context);
        there.finish(context);
        Ok(drawn)
    }

    fn is_dry(&self) -> bool {
        matches!(self.mode, Mode::Check | Mode::DryRun)
    }

    /// What is there in other formats and looks, if that is drawn too.
    pub fn there<'a>(&self, project: &'a Folder, easel: &Easel) -> Result<FilesThere<'a>, Failure> {
        match self.with_others {
            true => FilesThere::of(project, easel.catalogue, self.is_dry()),
            false => Ok(FilesThere::default()),
        }
    }

    fn one(
        &self,
        easel: &Easel,
        kit: &Kit,
        chart: &ChartSpec,
        outputs: &Outputs,
        there: &FilesThere,
    ) -> Result<DrawnChart, StoreError> {
        let choice = |looks: &Looks, _| self.looks.of(looks);
        let Checked { value, problems: mut errors } = match self.described {
            true => easel.draw_all(chart, false, &choice),
            false => easel.studio.draw(chart, false, &choice),
        };
        // Of what is drawn as of a day it is not asked later whether it is still right.
        let of = if easel.studio.data.as_known.is_some() { "" } else { &chart.name };
        let told = |file: String| format!("{}{file}", self.called);
        let (mut files, mut own) = (Vec::new(), Vec::new());
        for drawing in &value.drawn {
            match kit.files(drawing, &self.formats) {
                Ok(made) => {
                    for (name, bytes) in made {
                        own.push(self.folder.join(&name));
                        match settle_file(outputs, of, &name, &bytes) {
                            // Every other file would fail for the same reason.
                            Err(error) if error.is_about(&self.folder) => return Err(error),
                            fate => files.push((told(name), fate)),
                        }
                    }
                }
                Err(problem) => {
                    errors.push(*problem);
                    files.push((told(format::SVG.file(&drawing.stem)), Ok(FileFate::NotDrawn)));
                }
            }
        }
        let undrawn = value.undrawn.iter();
        files.extend(undrawn.map(|stem| (told(format::SVG.file(stem)), Ok(FileFate::NotDrawn))));
        if !value.drawn.is_empty() {
            let again = there.again(easel, kit, chart, &files)?;
            files.extend(again.value);
            let new = |problem: &Problem| !errors.contains(problem);
            errors.extend(again.problems.into_iter().filter(new).collect::<Vec<_>>());
        }
        errors.retain(|problem| problem.level() == Level::Error);
        let marks = match self.mode {
            Mode::Watch => marks(own, there.paths(chart)),
            _ => Vec::new(),
        };
        let files = files.into_iter().map(|(name, fate)| (name, fate.map_err(Failure::from)));
        Ok(DrawnChart { errors, files: files.collect(), marks })
    }

    fn word(&self, fate: FileFate) -> &'static str {
        match (fate, self.mode) {
            (FileFate::Same, Mode::Check) => "current",
            (FileFate::Same, _) => "unchanged",
            (FileFate::Differed, Mode::Check) => "stale",
            (FileFate::Missed, Mode::Check) => "missing",
            (FileFate::Differed | FileFate::Missed, Mode::Write | Mode::Watch) => "wrote",
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

/// Of the files of a chart that were asked for and of those that are there besides.
pub fn marks(own: Vec<PathBuf>, there: Vec<PathBuf>) -> FileMarks {
    let paths: BTreeSet<PathBuf> = own.into_iter().chain(there).collect();
    let marked = paths.into_iter().map(|path| {
        let mark = FileMark::of(&path);
        (path, mark)
    });
    marked.collect()
}

pub fn fate_of(fate: &Result<FileFate, Failure>) -> FileFate {
    fate.as_ref().copied().unwrap_or(FileFate::NotWritten)
}
