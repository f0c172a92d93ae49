//! The data of a project, from its folder.

use std::fs;
use std::path::Path;

use sourceline::dataset::Files;

pub fn read_files(data: &Path) -> Files {
    let path = |name: &str| data.join(format!("{name}.csv"));
    let read = |name: &str| {
        let path = path(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    Files {
        figures: read("figures"),
        series: read("series"),
        sources: read("sources"),
        events: fs::read(path("events")).ok(),
    }
}
