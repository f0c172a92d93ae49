//! What is left of charts that are there no more, beside the specs and wherever else it was written.

use std::collections::BTreeMap;
use std::path::Path;

use sourceline::chart::first_spec::series_named;
use sourceline::documents::{self, DocumentKind, FormSays};
use sourceline::encode::stamp;
use sourceline::output::kit::ChartFile;
use sourceline::store::{Folder, StoreError, is_there, read, way_from};

use super::drawing::Easel;
use super::failure::Failure;
use super::outputs::register_of;
use super::report;

/// What is there of a chart that is there no more.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftFiles {
    pub file: String,
    /// So many others of the same folder.
    pub more: usize,
    pub chart: String,
}

impl LeftFiles {
    /// `a.svg and 3 files more`.
    pub fn told(&self) -> String {
        match self.more {
            0 => self.file.clone(),
            more => format!("{} and {}", self.file, report::count(more, "file more", "files more")),
        }
    }
}

/// What belongs to no chart of the project any more: the pictures beside the specs that were drawn in it,
/// and whatever else was written, there or elsewhere.
pub fn left_over(project: &Folder, easel: &Easel) -> Result<Vec<LeftFiles>, Failure> {
    let mut left = Vec::new();
    // `render --series` draws what no spec describes.
    let is_gone = |of: &str| {
        easel.catalogue.find(of).is_none()
            && !easel.catalogue.may_have(of)
            && series_named(easel.studio.data, of).is_none()
    };
    for name in project.chart_files()? {
        let Some(file @ ChartFile::Format(_)) = ChartFile::named(&name) else { continue };
        if easel.catalogue.find(file.stem(&name)).is_some() {
            continue;
        }
        let label = format!("charts/{name}");
        let Some(of) = drawn_of(project, &label)? else { continue };
        if is_gone(&of) {
            left.push(LeftFiles { file: label, more: 0, chart: of });
        }
    }
    let mut elsewhere: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for file in register_of(project)?.files() {
        let is_told = left.iter().any(|told| told.file == file.path);
        if file.chart.is_empty() || is_told || !is_gone(&file.chart) {
            continue;
        }
        let path = project.root.join(&file.path);
        if is_there(&path) {
            let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let key = (folder.to_string(), file.chart.clone());
            elsewhere.entry(key).or_default().push(way_from(Path::new("."), &path)?);
        }
    }
    for ((_, chart), paths) in elsewhere {
        let more = paths.len() - 1;
        let first = paths.into_iter().next();
        left.extend(first.map(|file| LeftFiles { file, more, chart }));
    }
    Ok(left)
}

/// The chart of this project that a picture is of.
fn drawn_of(project: &Folder, label: &str) -> Result<Option<String>, Failure> {
    if !DocumentKind::named(label).is_some_and(DocumentKind::is_picture) {
        return Ok(None);
    }
    let bytes = match read(&project.root.join(label)) {
        Err(StoreError::NoFile(..)) => return Ok(None),
        bytes => bytes?,
    };
    let Ok(found) = documents::find(label, &bytes, &mut |_| None) else { return Ok(None) };
    let form = found.pictures.into_iter().flat_map(|picture| picture.forms).next();
    let stamp = match form.map(|form| form.says) {
        Some(FormSays::Svg(text)) => stamp::carried(&text).map(|(stamp, _)| stamp),
        Some(FormSays::Stamp(carried)) => Some(carried.stamp),
        _ => None,
    };
    Ok(stamp.filter(|stamp| stamp.project == project.name).map(|stamp| stamp.chart))
}
