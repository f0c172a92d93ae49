//! Charts and series by the names that a person types.

use std::path::Path;

use sourceline::dataset::Dataset;
use sourceline::figure::SeriesKey;
use sourceline::nearest::likely;
use sourceline::store::Folder;

use super::failure::Failure;

/// The charts a person names, each once; all of them if none is named.
pub fn charts_named(project: &Folder, typed: &[String]) -> Result<Vec<String>, Failure> {
    let known = project.charts()?;
    if typed.is_empty() {
        return Ok(known);
    }
    let mut charts = Vec::new();
    for name in typed {
        let name = find_chart(name, &known)?;
        if !charts.contains(&name) {
            charts.push(name);
        }
    }
    Ok(charts)
}

/// The chart a person means by `referrals`, `referrals.svg` or `charts/referrals.toml`.
pub fn find_chart(typed: &str, known: &[String]) -> Result<String, Failure> {
    let path = Path::new(typed);
    let bare = match path.extension() {
        Some(extension) if extension == "toml" || extension == "svg" => path.file_stem(),
        _ => path.file_name(),
    };
    let name = bare.map_or(typed.into(), |bare| bare.to_string_lossy());
    match known.iter().find(|known| **known == typed || **known == *name) {
        Some(known) => Ok(known.clone()),
        None => Err(Failure::Unknown {
            what: "chart",
            name: typed.to_string(),
            likely: owned(likely(&name, known.iter().map(|name| (name.as_str(), String::new())))),
            list: "sourceline list charts",
        }),
    }
}

/// The series of an id that a person typed.
pub fn find_series(id: &str, data: &Dataset) -> Result<SeriesKey, Failure> {
    let known = || data.series.iter().map(|series| (series.id, series.title.to_string()));
    data.find_series(id).ok_or_else(|| Failure::Unknown {
        what: "series",
        name: id.to_string(),
        likely: owned(likely(id, known())),
        list: "sourceline list series",
    })
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(String::from).collect()
}
