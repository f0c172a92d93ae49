//! `sourceline init`: a project to begin with.

use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::store::{self, create};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::screen::visible;

/// Begins a project: the data files, an invented example, a chart and a README
///
/// The folder may be there already; nothing in it is overwritten.
#[derive(Args)]
#[command(
    after_help = "Example:\n  sourceline init air-quality && cd air-quality && sourceline render"
)]
pub struct Init {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// The description of the data for other programs is that of the data the program comes with,
/// but for its head.
const PACKAGE: &str = include_str!("../../data/datapackage.json");

const TEXTS: [(&str, &str); 6] = [
    ("data/figures.csv", include_str!("../../assets/project/data/figures.csv")),
    ("data/series.csv", include_str!("../../assets/project/data/series.csv")),
    ("data/sources.csv", include_str!("../../assets/project/data/sources.csv")),
    ("data/events.csv", include_str!("../../assets/project/data/events.csv")),
    ("charts/example.toml", include_str!("../../assets/project/charts/example.toml")),
    (".gitignore", "/data/.sourceline.lock\n/data/.~lock.*#\n/data/.*.csv.*\n"),
];

/// A folder may have these of its own.
const KEPT: [&str; 2] = ["README.md", ".gitignore"];

const README: &str = include_str!("../../assets/project/README.md");

impl Init {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let name = name(&self.folder)?;
        let mut files: Vec<(&str, String)> =
            TEXTS.iter().map(|(path, text)| (*path, text.to_string())).collect();
        files.push(("data/datapackage.json", package(&name)));
        files.push(("README.md", README.replacen("NAME", &name, 1)));
        let is_there = |path: &str| store::is_there(&self.folder.join(path));
        let there: Vec<&str> = files
            .iter()
            .map(|(path, _)| *path)
            .filter(|path| is_there(path) && !KEPT.contains(path))
            .collect();
        if !there.is_empty() {
            let there = sourceline::locale::EN_GB.list(&there);
            return Err(Unchanged::new(format!("{} has {there} already", self.folder.display()))
                .hint("name a new folder; nothing was written")
                .into());
        }
        for (path, text) in &files {
            let file = self.folder.join(path);
            if is_there(path) {
                context.out.say(format_args!(
                    "{:14}{}\n",
                    "kept",
                    visible(&file.to_string_lossy())
                ));
                continue;
            }
            if !self.dry_run {
                create(&file, text.as_bytes())?;
            }
            let verb = if self.dry_run { "would write" } else { "wrote" };
            context.out.say(format_args!("{verb:14}{}\n", visible(&file.to_string_lossy())));
        }
        if !self.dry_run {
            let folder = self.folder.to_string_lossy();
            if folder == "." {
                context.out.say(format_args!("Now: sourceline render\n"));
                return Ok(Exit::Fine);
            }
            let quote = if folder.contains(char::is_whitespace) { "\"" } else { "" };
            let folder = visible(&folder);
            context.out.say(format_args!("Now: cd {quote}{folder}{quote} && sourceline render\n"));
        }
        Ok(Exit::Fine)
    }
}

/// What the project is called: the folder, in the letters that names of data packages may have.
fn name(folder: &Path) -> Result<String, Unchanged> {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let last = absolute.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let plain =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let name: String = last.unwrap_or_default().chars().map(plain).collect();
    let name = name.trim_matches(['-', '.', '_']).to_string();
    match name.is_empty() {
        true => Err(Unchanged::new(format!("{} gives the project no name", folder.display()))
            .hint("name a folder in letters or digits")),
        false => Ok(name),
    }
}

fn package(name: &str) -> String {
    let resources = PACKAGE.find("  \"resources\"").map_or("", |at| &PACKAGE[at..]);
    format!(
        "{{\n  \"$schema\": \"https://datapackage.org/profiles/2.0/datapackage.json\",\n  \
         \"name\": \"{name}\",\n  \"title\": \"{name}: figures and who stated them\",\n{resources}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_of_a_new_project_is_whole() {
        let package: serde_json::Value = serde_json::from_str(&package("air-quality")).unwrap();
        assert_eq!(package["name"], "air-quality");
        assert_eq!(package["resources"].as_array().unwrap().len(), 4);
        assert_eq!(package.as_object().unwrap().len(), 4);
    }

    #[test]
    fn a_folder_names_its_project() {
        assert_eq!(name(Path::new("x/Air Quality!")).ok().as_deref(), Some("air-quality"));
        assert!(name(Path::new("/")).is_err());
    }
}
