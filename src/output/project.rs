//! The front door: from the texts of a project to the files of its charts, without a disk.

use std::fmt;

use super::catalogue::Catalogue;
use super::folder::Packed;
use super::format::Format;
use super::handout::{Handout, looks_for};
use super::kit::Kit;
use super::looks::Looks;
use super::rendering::{Rendering, Renderings};
use super::settings::Settings;
use super::studio::Studio;
use crate::chart::{Chart, Wanted};
use crate::check::check;
use crate::dataset::{Dataset, Files};
use crate::embed::Host;
use crate::nearest::{ask, likely};
use crate::problem::{Checked, Level, Problem};

/// What a project is made of, read by whoever has it.
#[derive(Clone, Debug, Default)]
pub struct ProjectTexts {
    /// What the project is called; every picture says it in its stamp.
    pub name: String,
    /// The bytes of the four files of `data/`.
    pub data: Files,
    /// That of `sourceline.toml`; may be empty.
    pub settings: String,
    /// The name of each chart and the text of its spec: `nests` and that of `charts/nests.toml`.
    pub charts: Vec<(String, String)>,
    /// The path and the bytes of each file that `font` and `font_bold` of the settings name.
    pub style_fonts: Vec<(String, Vec<u8>)>,
    /// Whole font files for the characters that the fonts of PNG and PDF lack.
    pub fonts: Vec<Vec<u8>>,
}

/// A project whose data is in order.
pub struct Project<'t> {
    /// The figures, their series and sources.
    pub data: Dataset<'t>,
    /// Those of its `sourceline.toml`.
    pub settings: Settings,
    /// What is worth a look, and in nobody's way.
    pub advice: Vec<Problem>,
    catalogue: Catalogue,
    texts: &'t ProjectTexts,
}

/// One chart of a project with its pictures, drawn in every look that the settings and its spec ask
/// for.
pub struct ProjectChart<'p> {
    /// The pictures, the plain one first, each with what its files are called.
    pub pictures: Vec<Rendering>,
    /// What is worth a look in the spec.
    pub advice: Vec<Problem>,
    studio: Studio<'p>,
    kit: Kit<'p>,
}

/// Why there is no chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectError {
    /// Something wrong with the data, the settings or a spec: every error, each with its place.
    Problems(Vec<Problem>),
    /// The project has no chart of this name; likely are those that may have been meant.
    NoChart {
        /// The name that was asked for.
        name: String,
        /// The nearest first.
        likely: Vec<String>,
    },
}

impl<'t> Project<'t> {
    /// Reads the data and the settings, and holds them to every rule. All errors are told at once.
    pub fn read(texts: &'t ProjectTexts) -> Result<Project<'t>, ProjectError> {
        let mut problems = Vec::new();
        let mut settings = Settings::parse(&texts.settings, &mut problems);
        let file = |path: &str| {
            let known = texts.style_fonts.iter().find(|(name, _)| name == path);
            known.map(|(_, bytes)| bytes.clone()).ok_or_else(|| "there is no such file".to_string())
        };
        settings.read_font(&texts.settings, file, &mut problems);
        let checked = check(&texts.data, settings.financial_year_starts);
        problems.extend(checked.problems);
        let advice = only_advice(problems)?;
        let specs = texts.charts.iter().map(|(name, text)| (name.clone(), Ok(text.clone())));
        let catalogue = Catalogue::of(specs, &checked.value);
        Ok(Project { data: checked.value, settings, advice, catalogue, texts })
    }

    /// The names of all charts. A spec has one, called as it is, or one for each of several series,
    /// called `NAME-ID`.
    pub fn charts(&self) -> Vec<String> {
        self.catalogue.names()
    }

    /// Draws a chart, unless there is an error in its spec or a picture cannot hold what it says.
    pub fn chart(&self, name: &str) -> Result<ProjectChart<'_>, ProjectError> {
        let spec = self.catalogue.find(name).ok_or_else(|| self.no_chart(name))?;
        let studio =
            Studio { project: &self.texts.name, settings: &self.settings, data: &self.data };
        let drawn = studio.draw(spec, false, &|looks: &Looks, _| looks.all());
        let (pictures, mut advice) = self.whole(drawn)?;
        advice.extend(studio.advice(spec, &pictures));
        let kit = Kit::new(&self.data, &self.settings.house.style, self.texts.fonts.clone());
        Ok(ProjectChart { pictures, advice, studio, kit })
    }

    fn whole(
        &self,
        drawn: Checked<Renderings>,
    ) -> Result<(Vec<Rendering>, Vec<Problem>), ProjectError> {
        let apart = drawn.value.apart_from(&self.catalogue);
        let problems = drawn.problems.into_iter().chain(apart.problems);
        Ok((apart.value.drawn, only_advice(problems.collect())?))
    }

    fn no_chart(&self, name: &str) -> ProjectError {
        let names = self.catalogue.names();
        let known = names.iter().map(|name| (name.as_str(), String::new()));
        let likely = likely(name, known).into_iter().map(String::from).collect();
        ProjectError::NoChart { name: name.to_string(), likely }
    }
}

impl ProjectChart<'_> {
    /// The chart in words: its title, its description, its figures.
    pub fn chart(&self) -> &Chart {
        &self.pictures[0].chart
    }

    /// The plain picture.
    pub fn svg(&self) -> &str {
        &self.pictures[0].svg
    }

    /// The plain picture in pixels. It is a problem of the spec or the data if no font has one of
    /// its characters.
    #[cfg(feature = "png")]
    pub fn png(&self) -> Result<Vec<u8>, ProjectError> {
        self.file(&super::format::PNG)
    }

    /// The plain picture for print, with the data attached. Fails as the PNG does.
    #[cfg(feature = "pdf")]
    pub fn pdf(&self) -> Result<Vec<u8>, ProjectError> {
        self.file(&super::format::PDF)
    }

    /// What the plain picture or its data is in one format. Fails as the PNG does.
    pub fn file(&self, format: &Format) -> Result<Vec<u8>, ProjectError> {
        let files = self.kit.files(&self.pictures[0], &[format])?;
        Ok(files.into_iter().flat_map(|(_, bytes)| bytes).collect())
    }

    /// The files of all pictures in these formats, with the names that the command line gives them:
    /// `nests.svg`, `nests-dark.svg`, `nests.csv`.
    pub fn files(&self, formats: &[&Format]) -> Result<Vec<(String, Vec<u8>)>, ProjectError> {
        let files = self.pictures.iter().map(|picture| self.kit.files(picture, formats));
        Ok(files.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The files and the snippet, or the document, that a host is given. `prefix` stands before the
    /// names of the files in the snippet: `figures/`.
    pub fn hand_out(&self, host: &Host, prefix: &str) -> Result<Handout, ProjectError> {
        let looks = looks_for(host, &self.pictures[0].looks);
        let pictures = self.pictures.iter().filter(|picture| looks.contains(&picture.look));
        let mut pictures: Vec<Rendering> = pictures.cloned().collect();
        if pictures.is_empty() {
            pictures.push(self.pictures[0].clone());
        }
        Ok(self.kit.hand_out(host, &pictures, prefix)?)
    }

    /// Everything about the chart, for a folder to hand on: it has a dark and a narrow twin in any
    /// case.
    pub fn pack(&self) -> Result<Packed, ProjectError> {
        let plain = &self.pictures[0];
        let choice = |looks: &Looks, wanted: Wanted| looks.for_handing_on(wanted);
        let drawn = self.studio.draw(&plain.spec, false, &choice);
        only_advice(drawn.problems)?;
        Ok(self.kit.pack(drawn.value.drawn)?)
    }
}

fn only_advice(problems: Vec<Problem>) -> Result<Vec<Problem>, ProjectError> {
    let (errors, advice): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|problem| problem.level() == Level::Error);
    match errors.is_empty() {
        true => Ok(advice),
        false => Err(ProjectError::Problems(errors)),
    }
}

impl From<Box<Problem>> for ProjectError {
    fn from(problem: Box<Problem>) -> ProjectError {
        ProjectError::Problems(vec![*problem])
    }
}

impl fmt::Display for ProjectError {
    /// A line a problem.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProjectError::Problems(problems) => {
                let line = |problem: &Problem| format!("{}: {}", problem.place, problem.message);
                f.write_str(&problems.iter().map(line).collect::<Vec<_>>().join("\n"))
            }
            ProjectError::NoChart { name, likely } => {
                let question =
                    ask(likely).map_or(String::new(), |question| format!("; {question}"));
                write!(f, "there is no chart `{name}`{question}")
            }
        }
    }
}

impl std::error::Error for ProjectError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embed;
    use crate::output::format;

    fn texts() -> ProjectTexts {
        let spec = include_str!("../../assets/project/charts/example.toml");
        ProjectTexts {
            style_fonts: Vec::new(),
            name: "trial".into(),
            data: Files {
                figures: include_bytes!("../../assets/project/data/figures.csv").to_vec(),
                series: include_bytes!("../../assets/project/data/series.csv").to_vec(),
                sources: include_bytes!("../../assets/project/data/sources.csv").to_vec(),
                events: Some(include_bytes!("../../assets/project/data/events.csv").to_vec()),
            },
            settings: "themes = [\"light\", \"dark\"]\n".into(),
            charts: vec![("visits".into(), spec.into())],
            fonts: Vec::new(),
        }
    }

    #[test]
    fn what_the_command_line_writes_a_program_can() {
        let texts = texts();
        let project = Project::read(&texts).unwrap();
        let chart = project.chart("visits").unwrap();
        let names = |files: Vec<(String, Vec<u8>)>| -> Vec<String> {
            files.into_iter().map(|(name, _)| name).collect()
        };
        let files = names(chart.files(format::ALL).unwrap());
        for format in format::ALL {
            assert!(files.contains(&format.file("visits")), "{format:?}");
            assert_eq!(files.contains(&format.file("visits-dark")), format.has_looks);
        }
        for host in embed::ALL {
            let handout = chart.hand_out(host, "figures/").unwrap();
            assert!(!handout.files.is_empty(), "{host:?}");
            let named = handout.snippet.map(|snippet| snippet.contains("figures/visits."));
            assert_ne!(named, Some(false), "{host:?}");
        }
        let packed = names(chart.pack().unwrap().files);
        for host in embed::ALL {
            assert!(packed.contains(&host.file("visits")), "{host:?}");
        }
        assert!(packed.contains(&"visits-narrow-dark.svg".to_string()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_never_drawn() {
        let mut texts = texts();
        let error = Project::read(&texts).unwrap().chart("visit").map(drop).unwrap_err();
        assert_eq!(error.to_string(), "there is no chart `visit`; did you mean `visits`?");
        texts.charts[0].1.push_str("colour = \"red\"\n");
        let error = Project::read(&texts).unwrap().chart("visits").map(drop).unwrap_err();
        assert!(error.to_string().starts_with("charts/visits.toml:"), "{error}");
        texts.settings.push_str("formats = []\n");
        texts.data.figures.extend_from_slice(b"twice,nothing,2020,1,,,,,,nobody,,,,,,,,\n");
        let Err(ProjectError::Problems(errors)) = Project::read(&texts).map(drop) else {
            panic!("it has errors")
        };
        let files: Vec<&str> = errors.iter().map(|problem| &*problem.place.file).collect();
        assert_eq!(files, ["sourceline.toml", "data/figures.csv", "data/figures.csv"]);
    }
}
