//! `sourceline init`: a project to begin with.

mod adopt;
mod template;

use std::path::{Path, PathBuf};

use adopt::adopt;
use clap::Args;
use sourceline::dataset::layout::FIGURES;
use sourceline::store::{self, FirstFile, Folder};
use template::Template;

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::manual::{self, section};
use super::refusal::Unchanged;
use super::screen::visible;

/// Begins a project: the data files, an invented example, charts and READMEs
///
/// The folder may be there already; nothing in it is overwritten. In a folder that has figures only,
/// as figures.csv or data/figures.csv, series and sources are built from the ids that they name, and
/// what the ids do not say is left for you to fill in.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline init air-quality && cd air-quality && sourceline render\n  \
    sourceline init crime --template police\n  sourceline init ."
)]
pub struct Init {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The example to begin with [default: library]
    #[arg(long, value_name = "NAME", value_enum, hide_default_value = true)]
    template: Option<Template>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// The description of the data for other programs is that of the data the program comes with,
/// but for its head.
const PACKAGE: &str = include_str!("../../data/datapackage.json");

const README: &str = include_str!("../../assets/project/README.md");

/// What a spreadsheet or a process that was killed leaves beside a data file.
const IGNORED: &str = "/data/.sourceline.lock\n/data/.~lock.*#\n/data/.*.csv.*\n";

const ATTRIBUTES: &str = include_str!("../../assets/project/gitattributes");

/// A folder may have these of its own.
const KEPT: [&str; 4] = ["README.md", "data/README.md", ".gitignore", ".gitattributes"];

impl Init {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let name = name(&self.folder)?;
        let adopted = adopt(&self.folder)?;
        if let (Some(_), Some(_)) = (&adopted, self.template) {
            return Err(Unchanged::new(
                "a template begins a project, and there are figures already",
            )
            .hint("leave --template out; or name a new folder")
            .into());
        }
        let template = self.template.unwrap_or(Template::Library);
        let mut files = match &adopted {
            Some(adopted) => adopted.files.clone(),
            None => {
                let mut files = template.files();
                files.push(("data/datapackage.json".into(), package(&name)));
                files
            }
        };
        let without = if adopted.is_some() { String::new() } else { template.without() };
        files.push(("README.md".into(), README.replacen("NAME", &name, 1) + &without));
        files.push(("data/README.md".into(), data_readme()));
        files.push((".gitignore".into(), IGNORED.into()));
        files.push((".gitattributes".into(), ATTRIBUTES.into()));
        let is_there = |path: &str| store::is_there(&self.folder.join(path));
        let mut there: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        there.retain(|path| is_there(path) && !KEPT.contains(path));
        if !there.is_empty() {
            let there = sourceline::locale::EN_GB.list(&there);
            return Err(Unchanged::new(format!("{} has {there} already", self.folder.display()))
                .hint("name a new folder; nothing was written")
                .into());
        }
        let mut written = Vec::new();
        let mut told = String::new();
        for (path, text) in files {
            let file = self.folder.join(&path);
            let before = is_there(&path).then(|| store::read(&file)).transpose()?;
            let more = before.as_ref().map(|before| match path.as_str() {
                ".gitignore" => with_lines(before, &text),
                _ => before.clone(),
            });
            let verb = match (&before, &more) {
                (Some(before), Some(more)) if before == more => "kept",
                (Some(_), _) if self.dry_run => "would add to",
                (Some(_), _) => "added to",
                _ if self.dry_run => "would write",
                _ => "wrote",
            };
            told += &format!("{verb:14}{}\n", visible(&file.to_string_lossy()));
            if verb != "kept" {
                let text = more.unwrap_or_else(|| text.into_bytes());
                written.push(FirstFile { file: path, before, text });
            }
        }
        if let Some(adopted) = &adopted {
            told += &adopted.told;
        }
        if self.dry_run {
            context.out.say(format_args!("{told}"));
            return Ok(Exit::Fine);
        }
        // Last what makes a project of the folder: where it is ended before, typing it again does not
        // take what is there for figures that somebody brought.
        written.sort_by_key(|first| first.file == FIGURES.file.label());
        let unnoted = Folder::begin(&self.folder, &written, &context.typed)?;
        context.out.say(format_args!("{told}"));
        if let Some(error) = unnoted {
            let told = format!("`sourceline undo` cannot take this back: {error}");
            context.err.say(format_args!("{}\n", visible(&told)));
        }
        let folder = self.folder.to_string_lossy();
        let then = match (&adopted, template) {
            (Some(_), _) => "sourceline check",
            (None, Template::Blank) => "sourceline add series",
            (None, _) => "sourceline render",
        };
        if folder == "." {
            context.out.say(format_args!("Now: {then}\n"));
            return Ok(Exit::Fine);
        }
        let quote = if folder.contains(char::is_whitespace) { "\"" } else { "" };
        let folder = visible(&folder);
        context.out.say(format_args!("Now: cd {quote}{folder}{quote} && {then}\n"));
        Ok(Exit::Fine)
    }
}

/// What `data/README.md` says of every column, whatever the data are about.
fn data_readme() -> String {
    let columns: String = ["figures.csv", "series.csv", "sources.csv", "events.csv"]
        .map(|file| section(manual::DATA, file))
        .concat();
    let adding = section(manual::DATA, "Adding a figure");
    format!("# The data\n\n{adding}{}\n", columns.trim_end())
}

/// A text with every line of another that it lacks.
fn with_lines(before: &[u8], lines: &str) -> Vec<u8> {
    let mut text = before.to_vec();
    let known = |line: &str| {
        before.split(|byte| *byte == b'\n').any(|own| own.trim_ascii() == line.as_bytes())
    };
    for line in lines.lines().filter(|line| !known(line)) {
        if !text.is_empty() && !text.ends_with(b"\n") {
            text.push(b'\n');
        }
        text.extend_from_slice(format!("{line}\n").as_bytes());
    }
    text
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
