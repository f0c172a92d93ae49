//! Charts and series by the names that a person types.

use std::path::Path;

use sourceline::chart::ChartSpec;
use sourceline::dataset::Dataset;
use sourceline::figure::SeriesKey;
use sourceline::nearest::likely;
use sourceline::output::catalogue::Catalogue;

use super::failure::Failure;
use super::refusal::Unchanged;

/// The charts a person names, each once; all of them if none is named. A spec stands for all of its
/// charts.
pub fn charts_named(catalogue: &Catalogue, typed: &[String]) -> Result<Vec<ChartSpec>, Failure> {
    if typed.is_empty() {
        return Ok(catalogue.charts().to_vec());
    }
    let mut charts: Vec<ChartSpec> = Vec::new();
    for typed in typed {
        let found = match &catalogue.of_spec(&bare(typed))[..] {
            [] => vec![find_chart(typed, catalogue)?],
            several => several.to_vec(),
        };
        for chart in found {
            if !charts.contains(chart) {
                charts.push(chart.clone());
            }
        }
    }
    Ok(charts)
}

/// The chart a person means by `referrals`, `referrals.svg` or `charts/referrals.toml`.
pub fn find_chart<'c>(typed: &str, catalogue: &'c Catalogue) -> Result<&'c ChartSpec, Failure> {
    let name = bare(typed);
    if let Some(chart) = catalogue.find(typed).or_else(|| catalogue.find(&name)) {
        return Ok(chart);
    }
    let several = catalogue.of_spec(&name);
    if let [first, .., last] = &several[..] {
        let message = format!("{} has {} charts", first.label, several.len());
        let hint = format!("name one, from {} to {}", first.name, last.name);
        return Err(Unchanged::new(message).hint(hint).into());
    }
    let known = catalogue.names();
    Err(Failure::Unknown {
        what: "chart",
        name: typed.to_string(),
        likely: owned(likely(&name, known.iter().map(|name| (name.as_str(), String::new())))),
        list: "sourceline list charts",
    })
}

/// A name without the way to its file and its ending.
fn bare(typed: &str) -> String {
    let path = Path::new(typed);
    let bare = match path.extension() {
        Some(extension) if extension == "toml" || extension == "svg" => path.file_stem(),
        _ => path.file_name(),
    };
    bare.map_or(typed.into(), |bare| bare.to_string_lossy().into_owned())
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
