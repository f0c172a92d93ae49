//! The files that `embedded.toml` names, by the charts that stand in them.

use std::path::{Path, PathBuf};

use sourceline::documents::{FormSays, FoundPicture};
use sourceline::encode::stamp;
use sourceline::output::register::WrittenFile;
use sourceline::store::{Folder, is_there, way_from};

use super::failure::Failure;
use super::outputs::register_of;
use super::verify::document::look;

/// Those in which any of these charts stands, as whoever asks would name them. What is not there, or cannot be
/// looked into, holds none that could be told.
pub fn embedded_in(project: &Folder, charts: &[&str]) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    if charts.is_empty() {
        return Ok(found);
    }
    for file in register_of(project)?.files() {
        let path = PathBuf::from(way_from(Path::new("."), &project.root.join(&file.path))?);
        if is_there(&path) && holds(file, &path, charts) {
            found.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

fn holds(file: &WrittenFile, path: &Path, charts: &[&str]) -> bool {
    if !file.chart.is_empty() {
        return charts.contains(&&*file.chart);
    }
    let Ok(found) = look(path) else { return false };
    let of_picture = |picture: &FoundPicture| {
        let mut named = picture.forms.iter().filter_map(|form| match &form.says {
            FormSays::Svg(text) => stamp::carried(text).map(|(stamp, _)| stamp.chart),
            FormSays::Stamp(carried) => Some(carried.stamp.chart.clone()),
            FormSays::Nothing => None,
        });
        named.any(|name| charts.contains(&&*name))
    };
    found.pictures.iter().any(of_picture)
}
