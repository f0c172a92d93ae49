//! Documents in which `{{ latest("series") }}` was typed and filled in: whoever takes a name away or changes
//! it is told where it stands there, since `update` would no longer find it.

use std::path::PathBuf;

use sourceline::chart::mentions::is_named_in;
use sourceline::store::{Folder, way_from};

use super::failure::Failure;
use super::outputs::register_of;
use super::screen::visible;
use super::verify::document::look;

/// Where a document names a series, and the expression that does.
#[derive(PartialEq)]
pub struct NamingExpression {
    /// `report.docx, paragraph 3`.
    pub place: String,
    /// As it was typed, with its braces.
    pub typed: String,
}

/// All that documents known by `embedded.toml` say of a series. What cannot be looked into names nothing that
/// could be told.
pub fn naming(project: &Folder, series: &str) -> Result<Vec<NamingExpression>, Failure> {
    let mut naming = Vec::new();
    for file in register_of(project)?.files().filter(|file| file.is_of_somebody()) {
        let path = PathBuf::from(way_from(".".as_ref(), &project.root.join(&file.path))?);
        let Ok(found) = look(&path) else { continue };
        let typed = found.expressions.iter().chain(&found.elsewhere);
        for one in typed.filter(|one| is_named_in(&one.words, series)) {
            let place = visible(&format!("{}, {}", path.to_string_lossy(), one.place)).into_owned();
            let typed = visible(&format!("{{{{ {} }}}}", one.words)).into_owned();
            let one = NamingExpression { place, typed };
            // A text box says its words a second time, for older programs.
            if !naming.contains(&one) {
                naming.push(one);
            }
        }
    }
    Ok(naming)
}
