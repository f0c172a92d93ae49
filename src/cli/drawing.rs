//! One chart from its spec to the bytes of its picture; the steps are the library's.

use std::ops::Range;

use sourceline::chart::spec::Spec;
use sourceline::chart::{self, Chart};
use sourceline::dataset::Dataset;
use sourceline::draw::{self, Scene, Style, Unfit};
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
    let value = match draw::draw(&chart, &Style::of(&chart)) {
        Ok(scene) => Some(Drawing { chart, svg: svg::encode(&scene), scene, spec: text, stem }),
        Err(unfit) => {
            problems.push(misfit(&label, &text, &unfit));
            None
        }
    };
    Checked { value, problems }
}

/// Points to what in the spec fixes the height, if that is the matter.
fn misfit(label: &str, text: &str, unfit: &Unfit) -> Problem {
    let spec = Spec::read(label, text).value;
    let height = spec.as_ref().and_then(|spec| Some(spec.height.as_ref()?.bytes.clone()));
    let size = spec.as_ref().and_then(|spec| Some(spec.size.as_ref()?.bytes.clone()));
    let problem = |bytes: Option<Range<usize>>| {
        let place = Place::in_text(label, text, bytes.unwrap_or_default());
        Problem::error("unfit", place, unfit.to_string())
    };
    match unfit {
        Unfit::TooLow { needed, .. } if height.is_some() => {
            problem(height).hint(format!("write height = {needed:.0}, or leave it out"))
        }
        Unfit::TooLow { .. } => problem(size).hint(
            "a slide is 720 pixels high: say less, take a panel out, or draw the chart as a report",
        ),
        _ => problem(None),
    }
}

/// What is wrong with a spec by itself, whatever the data.
pub fn spec_problems(project: &Project, name: &str) -> Result<Vec<Problem>, Failure> {
    let mut problems = Vec::new();
    if let Some(text) = project.spec(name, &mut problems)? {
        problems.extend(Spec::read(&spec_label(name), &text).problems);
    }
    Ok(problems)
}
