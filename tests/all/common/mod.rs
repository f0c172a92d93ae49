//! What the picture tests share: every spec of the project itself, of the invented one in
//! `tests/charts` and of the gallery, resolved, drawn and encoded once.
#![cfg_attr(not(test), allow(dead_code, reason = "the page of the gallery uses its part of it"))]

mod files;
pub mod folder;
pub mod ink;
pub mod measures;
pub mod outside;
pub mod picture;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub use files::read_files;
use sourceline::chart::{self, Body, Chart, Label, LabelPart, Look, MayGo, Point, Says, Size};
use sourceline::check;
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::scene::{Role, Scene};
use sourceline::draw::{self, Style};
use sourceline::encode;
use sourceline::problem::{Checked, Problem};

/// The month in which the financial year starts, in all projects.
pub const FINANCIAL_MONTH: u32 = 4;

pub struct Project {
    pub folder: PathBuf,
    pub name: String,
    pub files: &'static Files,
    pub data: Dataset<'static>,
    pub problems: Vec<Problem>,
    pub cases: Vec<Case>,
}

/// One spec and what became of it.
pub struct Case {
    pub name: String,
    pub spec: String,
    /// The picture as it was last approved, if it was.
    pub approved: PathBuf,
    pub drawn: Result<Drawn, String>,
}

pub struct Drawn {
    pub chart: Chart,
    pub scene: Scene,
    pub svg: String,
}

/// Cannot its plots grow, so that only labels without which a reader is misled are sure of a place?
pub fn is_of_a_given_height(chart: &Chart) -> bool {
    let size = chart.wanted.or(Look::default()).size;
    let flows = matches!(size, Size::Report | Size::Narrow);
    chart.wanted.lengths.height.is_some() || !flows && chart.wanted.lengths.width.is_none()
}

static PROJECTS: LazyLock<Vec<Project>> = LazyLock::new(|| {
    let folders = ["", "tests/charts"].into_iter().map(str::to_string);
    folders.chain(gallery_folders()).map(|folder| load(&folder)).collect()
});

/// The project itself, then the invented one, then those of the gallery: one chart each.
pub fn projects() -> &'static [Project] {
    &PROJECTS
}

pub fn invented() -> &'static Project {
    &PROJECTS[1]
}

pub fn gallery() -> &'static [Project] {
    &PROJECTS[2..]
}

fn gallery_folders() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let entries = fs::read_dir(folder).expect("the gallery can be read");
    let names = entries.map(|entry| entry.expect("a folder can be read").file_name());
    let mut folders: Vec<String> =
        names.map(|name| format!("tests/gallery/{}", name.to_string_lossy())).collect();
    folders.sort();
    folders
}

/// Every chart that could be drawn, with its project. That all could is a test of its own.
pub fn drawn() -> impl Iterator<Item = (&'static Project, &'static Case, &'static Drawn)> {
    projects().iter().flat_map(|project| {
        project
            .cases
            .iter()
            .filter_map(move |case| Some((project, case, case.drawn.as_ref().ok()?)))
    })
}

fn load(folder: &str) -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let name = name_of(&folder);
    let files: &'static Files = Box::leak(Box::new(read_files(&folder.join("data"))));
    let Checked { value: data, problems } = check::check(files, FINANCIAL_MONTH);
    let cases = specs_of(&folder.join("charts"))
        .into_iter()
        .map(|path| {
            let stem = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let spec = fs::read_to_string(&path).expect("a spec can be read");
            let drawn = draw_spec(&stem, &spec, &data, &name);
            Case { name: stem, spec, approved: path.with_extension("svg"), drawn }
        })
        .collect();
    Project { folder, name, files, data, problems, cases }
}

/// Spec to chart to picture; or every problem that stood in the way, one a line.
pub fn draw_spec(name: &str, spec: &str, data: &Dataset, project: &str) -> Result<Drawn, String> {
    let file = format!("charts/{name}.toml");
    let Checked { value, problems } = chart::resolve(name, &file, spec, data, project);
    let refused = sourceline::problem::has_errors(&problems);
    let Some(chart) = value.filter(|_| !refused) else {
        assert!(refused, "{name}: no chart, and no problem says why");
        return Err(told(&problems));
    };
    let style = Style::of(&chart);
    let scene = draw::draw(&chart, &style).map_err(|unfit| unfit.to_string())?;
    let svg = encode::svg::encode(&scene);
    Ok(Drawn { chart, scene, svg })
}

pub fn told(problems: &[Problem]) -> String {
    let lines = problems.iter().map(|problem| {
        let hint = problem.hint.as_deref().unwrap_or("no hint");
        format!("{}: {} [{}] ({hint})", problem.place, problem.message, problem.rule)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn specs_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("a folder can be read").path());
    let mut specs: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    specs.sort();
    specs
}

/// As the data package says, and the folder's where there is none.
fn name_of(folder: &Path) -> String {
    let Ok(text) = fs::read(folder.join("data/datapackage.json")) else {
        let name = folder.file_name().expect("a project is in a folder");
        return name.to_string_lossy().into_owned();
    };
    let json: serde_json::Value = serde_json::from_slice(&text).expect("it is JSON");
    json["name"].as_str().expect("the name is text").to_string()
}

/// What a test finds wrong, told all at once at its end.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    pub fn say(&mut self, fault: impl Into<String>) {
        self.0.push(fault.into());
    }

    pub fn check(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.0.push(fault());
        }
    }

    pub fn with(mut self, others: Faults) -> Faults {
        self.0.extend(others.0);
        self
    }

    #[track_caller]
    pub fn none(self) {
        assert!(self.0.is_empty(), "{} faults:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// The number alone, where on a phone or a slide the shape of a bar and the key say the words before it, or the
/// foot what an average is of.
pub fn by_the_key(chart: &Chart, scene: &Scene, point: &Point) -> Option<String> {
    let layers = || chart.panels.iter().flat_map(|panel| &panel.layers);
    let bars = layers().filter(|layer| layer.mark.traits().body == Body::Bar);
    let is_bar = bars.flat_map(|layer| &layer.points).any(|bar| bar.figure == point.figure);
    let text = point.label.text();
    let word = ["about", "at least", "at most"].into_iter();
    let word = word.clone().find(|word| text.starts_with(&format!("{word} ")));
    let told = |word: &str| {
        let key = sourceline::chart::key(chart.language, &scene.signs);
        key.iter().any(|entry| entry.meaning == word)
    };
    let look = scene.stamp.look;
    let narrow = look.lengths.width.is_some_and(|width| width < 560);
    let brief = (narrow || look.size != Size::Report) && is_bar;
    let word = word.filter(|word| brief && told(word));
    let average = average_alone(scene, point);
    let text = average.clone().unwrap_or(text.into_owned());
    match word {
        Some(word) => Some(text[word.len()..].trim().to_string()),
        None => average,
    }
}

/// The average without what it is per and of, where the foot says so.
fn average_alone(scene: &Scene, point: &Point) -> Option<String> {
    let told = point.label.value.iter().find_map(|part| match &part.says {
        Says::Total { told } => Some(told.as_str()),
        _ => None,
    })?;
    let foot = scene.texts(&[Role::Note, Role::KeyLabel]);
    let foot: Vec<&str> = foot.map(|(_, text)| text.content.as_str()).collect();
    let stays = |part: &&LabelPart| part.says.may_go() != MayGo::ToTheFoot;
    let value = point.label.value.iter().filter(stays).cloned().collect();
    let kept = Label { value, ..Label::default() };
    foot.join(" ").contains(told).then(|| kept.text().into_owned())
}
