//! The files of charts that are there already in other formats and looks than those that are asked
//! for: beside the specs, and where `render --out` and `embed` wrote some. None of them stays old beside a
//! fresh one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sourceline::chart::{ChartSpec, Look};
use sourceline::output::catalogue::Catalogue;
use sourceline::output::kit::{ChartFile, Kit};
use sourceline::output::looks::Looks;
use sourceline::output::register::Register;
use sourceline::problem::{Checked, Problem};
use sourceline::store::{Folder, StoreError, is_there, way_to};

use super::drawing::Easel;
use super::failure::Failure;
use super::fate::{FileFate, settle_file};
use super::outputs::{Force, Outputs, register_of};

/// By their charts.
#[derive(Default)]
pub struct FilesThere<'a>(Vec<FolderThere<'a>>);

struct FolderThere<'a> {
    outputs: Outputs<'a>,
    /// What stands before the names of its files, for a person.
    called: String,
    /// A bundle, which has pages about all that is in it, is written as a whole.
    is_bundle: bool,
    /// Each with its stem.
    files: BTreeMap<String, Vec<(String, ChartFile)>>,
}

/// What became of each file, under the name that a person is told.
pub type ToldFates = Vec<(String, Result<FileFate, StoreError>)>;

impl<'a> FilesThere<'a> {
    /// Those of a project; nothing is written where `dry_run`. Nobody asked for them, so that none that
    /// somebody else made is written over in any case.
    pub fn of(
        project: &'a Folder,
        catalogue: &Catalogue,
        dry_run: bool,
    ) -> Result<FilesThere<'a>, Failure> {
        let specs = project.charts()?;
        let mut named: BTreeMap<PathBuf, Vec<(String, String)>> = BTreeMap::new();
        for file in project.chart_files()? {
            if let Some(chart) = chart_of(catalogue, &file) {
                named.entry(specs.clone()).or_default().push((chart, file));
            }
        }
        let register = register_of(project)?;
        let bundles = bundles(&register, project);
        for file in register.files().filter(|file| catalogue.find(&file.chart).is_some()) {
            let path = project.root.join(&file.path);
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { continue };
            if folder != specs && is_there(&path) {
                let name = name.to_string_lossy().into_owned();
                named.entry(folder.to_path_buf()).or_default().push((file.chart.clone(), name));
            }
        }
        let mut folders = Vec::new();
        for (folder, named) in named {
            let is_bundle = bundles.contains(&folder);
            let mut files: BTreeMap<String, Vec<(String, ChartFile)>> = BTreeMap::new();
            for (chart, name) in named {
                // The pictures and the words of a bundle tell for the rest, at little cost.
                let file = ChartFile::named(&name).filter(|file| !(is_bundle && file.is_heavy()));
                if let Some(file) = file {
                    files.entry(chart).or_default().push((name, file));
                }
            }
            folders.push(FolderThere {
                outputs: Outputs::at(project, &folder, Force::default(), dry_run || is_bundle)?,
                called: if folder == specs { "charts/".into() } else { way_to(&folder)? },
                is_bundle,
                files,
            });
        }
        Ok(FilesThere(folders))
    }

    /// Draws those of a chart again, but for what has been `told` of already.
    pub fn again(
        &self,
        easel: &Easel,
        kit: &Kit,
        chart: &ChartSpec,
        told: &ToldFates,
    ) -> Result<Checked<ToldFates>, StoreError> {
        let mut again = Checked { value: Vec::new(), problems: Vec::new() };
        for bare in [false, true] {
            let wanted = |stem: &str| stem.ends_with(BARE) == bare;
            let files: Vec<(&FolderThere, &str, &ChartFile, &str)> = self
                .0
                .iter()
                .flat_map(|folder| {
                    let files = folder.files.get(&chart.name).into_iter().flatten();
                    files.map(move |(name, file)| (folder, &**name, file, file.stem(name)))
                })
                .filter(|(folder, name, ..)| {
                    let path = format!("{}{name}", folder.called);
                    told.iter().all(|(told, _)| *told != path)
                })
                .filter(|(.., stem)| wanted(stem))
                .collect();
            if files.is_empty() {
                continue;
            }
            let choice = |looks: &Looks, _| looks_of(looks, &chart.name, &files);
            let drawn = easel.draw_all(chart, bare, &choice);
            add_new(drawn.problems, &mut again.problems);
            for (folder, name, file, stem) in files {
                let path = format!("{}{name}", folder.called);
                let undrawn = || drawn.value.undrawn.iter().any(|undrawn| undrawn == stem);
                let drawing = drawn.value.drawn.iter().find(|drawing| {
                    drawing.stem == stem && (file.has_looks() || drawing.is_plain())
                });
                let made = drawing.map(|drawing| kit.file(drawing, file));
                match made {
                    Some(Ok(bytes)) => {
                        let fate = settle_file(&folder.outputs, &chart.name, name, &bytes);
                        match fate.map(|fate| folder.fate(fate)) {
                            Ok(FileFate::Same) if folder.is_bundle => {}
                            Ok(FileFate::Old) => {
                                again.value.push((folder.called.clone(), Ok(FileFate::Old)));
                            }
                            fate => again.value.push((path, fate)),
                        }
                    }
                    Some(Err(problem)) => {
                        add_new(vec![*problem], &mut again.problems);
                        again.value.push((path, Ok(FileFate::NotDrawn)));
                    }
                    None if undrawn() => again.value.push((path, Ok(FileFate::NotDrawn))),
                    // Another thing is called nearly so.
                    None => {}
                }
            }
        }
        Ok(again)
    }

    /// Where those of a chart lie.
    pub fn paths(&self, chart: &ChartSpec) -> Vec<PathBuf> {
        let in_folder = |folder: &FolderThere| -> Vec<PathBuf> {
            let files = folder.files.get(&chart.name).into_iter().flatten();
            files.map(|(name, _)| folder.outputs.path(name)).collect()
        };
        self.0.iter().flat_map(in_folder).collect()
    }

    /// Enters what was written.
    pub fn finish(self, context: &mut super::context::Context) {
        self.0.into_iter().for_each(|folder| folder.outputs.finish(context));
    }
}

impl FolderThere<'_> {
    fn fate(&self, fate: FileFate) -> FileFate {
        match fate {
            FileFate::NotOurs => FileFate::LeftAlone,
            FileFate::Differed | FileFate::Missed if self.is_bundle => FileFate::Old,
            fate => fate,
        }
    }
}

/// Ends the stem of a picture whose title `embed --bare` left to the document.
const BARE: &str = ".bare";

fn looks_of(
    looks: &Looks,
    chart: &str,
    files: &[(&FolderThere, &str, &ChartFile, &str)],
) -> Vec<Look> {
    let mut there: Vec<Look> = Vec::new();
    for (.., stem) in files {
        let stem = stem.strip_suffix(BARE).unwrap_or(stem);
        there.extend(looks.look_of(chart, stem).filter(|look| !there.contains(look)));
    }
    // Words and data go with the plain one.
    there.sort_by_key(|look| *look != looks.plain);
    there
}

fn add_new(found: Vec<Problem>, problems: &mut Vec<Problem>) {
    for problem in found {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// The chart whose file or twin something beside the specs is called as, the longest such name.
fn chart_of(catalogue: &Catalogue, file: &str) -> Option<String> {
    let stem = ChartFile::named(file)?.stem(file).to_string();
    let ends = stem.char_indices().filter(|(_, letter)| matches!(letter, '-' | '.'));
    let mut ends: Vec<usize> = ends.map(|(at, _)| at).collect();
    ends.push(stem.len());
    let mut names = ends.into_iter().rev().map(|end| &stem[..end]);
    names.find(|name| catalogue.find(name).is_some()).map(str::to_string)
}

/// The folders that `bundle` wrote.
fn bundles(register: &Register, project: &Folder) -> BTreeSet<PathBuf> {
    let pages = register.files().filter(|file| file.is_of_bundle());
    let folder = |path: &Path| path.parent().map(Path::to_path_buf);
    pages.filter_map(|file| folder(&project.root.join(&file.path))).collect()
}
