//! One chart from its spec to the bytes of its picture; the steps are the library's.

use sourceline::chart::spec::Spec;
use sourceline::chart::{self, Chart, Look};
use sourceline::dataset::Dataset;
use sourceline::draw::{self, Scene, Style};
use sourceline::encode::svg;
use sourceline::problem::{Checked, Place, Problem, has_errors};

use super::failure::Failure;
use super::project::{Project, spec_label};

/// A chart with its picture.
pub struct Drawing {
    pub chart: Chart,
    pub scene: Scene,
    pub svg: String,
    /// The text of the spec.
    #[cfg_attr(not(any(feature = "png", feature = "pdf")), allow(dead_code))]
    pub spec: String,
    /// What its files are called, but for the ending.
    pub stem: String,
}

/// The picture, unless there is an error in the spec; and what is wrong with it.
pub fn draw(
    project: &Project,
    name: &str,
    data: &Dataset,
) -> Result<Checked<Option<Drawing>>, Failure> {
    draw_as(project, name, data, false)
}

/// The same, where `bare` without its title and subtitle, whatever the spec says.
pub fn draw_as(
    project: &Project,
    name: &str,
    data: &Dataset,
    bare: bool,
) -> Result<Checked<Option<Drawing>>, Failure> {
    let mut problems = Vec::new();
    let Some(text) = project.spec(name, &mut problems)? else {
        return Ok(Checked { value: None, problems });
    };
    let drawn = draw_text(project, name, text, data, bare);
    problems.extend(drawn.problems);
    Ok(Checked { value: drawn.value, problems })
}

/// The picture of a spec that need not be in a file.
pub fn draw_text(
    project: &Project,
    name: &str,
    text: String,
    data: &Dataset,
    bare: bool,
) -> Checked<Option<Drawing>> {
    let label = spec_label(name);
    let Checked { value: chart, mut problems } =
        chart::resolve(name, &label, &text, data, &project.name);
    let chart = chart.filter(|_| !has_errors(&problems));
    let Some(mut chart) = chart else { return Checked { value: None, problems } };
    let stem = if bare && !chart.bare { format!("{name}.bare") } else { name.to_string() };
    chart.bare |= bare;
    let value = match draw::draw(&chart, &Style::new(chart.wanted.or(Look::default()))) {
        Ok(scene) => Some(Drawing { chart, svg: svg::encode(&scene), scene, spec: text, stem }),
        Err(unfit) => {
            let start = Place::in_text(&label, &text, 0..0);
            problems.push(Problem::error("unfit", start, unfit.to_string()));
            None
        }
    };
    Checked { value, problems }
}

/// What is wrong with a spec by itself, whatever the data.
pub fn spec_problems(project: &Project, name: &str) -> Result<Vec<Problem>, Failure> {
    let mut problems = Vec::new();
    if let Some(text) = project.spec(name, &mut problems)? {
        problems.extend(Spec::read(&spec_label(name), &text).problems);
    }
    Ok(problems)
}
