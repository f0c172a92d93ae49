//! One chart from its spec to the bytes of its picture; the steps are the library's.

use std::ops::Range;

use sourceline::chart::spec::Spec;
use sourceline::chart::{self, Chart, Look, Wanted};
use sourceline::dataset::Dataset;
use sourceline::draw::{self, Scene, Style, Unfit};
use sourceline::encode::svg;
use sourceline::problem::{Checked, Place, Problem, has_errors};

use super::failure::Failure;
use super::looks::Looks;
use super::project::{Project, spec_label};

/// A chart with one of its pictures.
pub struct Drawing {
    pub chart: Chart,
    pub scene: Scene,
    pub svg: String,
    /// The text of the spec.
    #[cfg_attr(not(any(feature = "png", feature = "pdf")), allow(dead_code))]
    pub spec: String,
    /// What its files are called, but for the ending.
    pub stem: String,
    pub look: Look,
    pub looks: Looks,
    /// Of the pictures of a chart, the one beside which its words and its data go.
    pub leads: bool,
}

impl Drawing {
    /// `NAME.svg`, and not a twin of it.
    pub fn is_plain(&self) -> bool {
        self.look == self.looks.plain
    }
}

/// The pictures of one chart, and the names of those that could not be drawn.
#[derive(Default)]
pub struct Drawings {
    pub drawn: Vec<Drawing>,
    pub undrawn: Vec<String>,
}

/// Which looks of a chart are to be drawn.
pub type Choice<'a> = &'a (dyn Fn(&Looks, Wanted) -> Vec<Look> + Sync);

/// `NAME.svg` alone.
pub const PLAIN: Choice = &|looks, _| vec![looks.plain];

/// The plain picture, unless there is an error in the spec; and what is wrong with it.
pub fn draw(
    project: &Project,
    name: &str,
    data: &Dataset,
) -> Result<Checked<Option<Drawing>>, Failure> {
    let Checked { value, problems } = draw_all(project, name, data, false, PLAIN)?;
    Ok(Checked { value: value.drawn.into_iter().next(), problems })
}

/// The pictures that are chosen; where `bare` without title and subtitle, whatever the spec says.
pub fn draw_all(
    project: &Project,
    name: &str,
    data: &Dataset,
    bare: bool,
    choice: Choice,
) -> Result<Checked<Drawings>, Failure> {
    let mut problems = Vec::new();
    let Some(text) = project.spec(name, &mut problems)? else {
        let undrawn = vec![name.to_string()];
        return Ok(Checked { value: Drawings { undrawn, ..Drawings::default() }, problems });
    };
    let known = project.charts()?;
    let Checked { value, problems: own } = draw_text(project, name, text, data, bare, choice);
    problems.extend(own);
    let Drawings { drawn, mut undrawn } = value;
    let (taken, drawn): (Vec<Drawing>, Vec<Drawing>) =
        drawn.into_iter().partition(|own| !own.is_plain() && known.contains(&own.stem));
    for Drawing { stem, .. } in taken {
        let place = Place::in_text(&spec_label(&stem), "", 0..0);
        let message = format!("`{stem}` is also what a twin of the chart `{name}` is called");
        let hint = "give this chart another name";
        problems.push(Problem::error("twin", place, message).hint(hint));
        undrawn.push(stem);
    }
    Ok(Checked { value: Drawings { drawn, undrawn }, problems })
}

/// The pictures of a spec that need not be in a file.
pub fn draw_text(
    project: &Project,
    name: &str,
    text: String,
    data: &Dataset,
    bare: bool,
    choice: Choice,
) -> Checked<Drawings> {
    let label = spec_label(name);
    let Checked { value: chart, mut problems } =
        chart::resolve(name, &label, &text, data, &project.name);
    let mut drawings = Drawings::default();
    let Some(mut chart) = chart.filter(|_| !has_errors(&problems)) else {
        drawings.undrawn.push(name.to_string());
        return Checked { value: drawings, problems };
    };
    let ending = if bare && !chart.bare { ".bare" } else { "" };
    chart.bare |= bare;
    let looks = Looks::of(chart.wanted, &project.settings);
    for look in choice(&looks, chart.wanted) {
        let stem = looks.stem(name, look) + ending;
        // A height is that of the size it was written for.
        let height = chart.wanted.height.filter(|_| look.size == looks.plain.size);
        match draw::draw(&chart, &Style::new(look, height)) {
            Ok(scene) => drawings.drawn.push(Drawing {
                chart: chart.clone(),
                svg: svg::encode(&scene),
                scene,
                spec: text.clone(),
                stem,
                look,
                looks: looks.clone(),
                leads: drawings.drawn.is_empty(),
            }),
            Err(unfit) => {
                let problem = misfit(&label, &text, &unfit);
                // In another theme it fits no better.
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
                drawings.undrawn.push(stem);
            }
        }
    }
    Checked { value: drawings, problems }
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
            "a slide is 720 pixels high: say less, take a panel out, or write size = \"report\" where the chart need not be a slide",
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
