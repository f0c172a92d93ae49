//! The pictures of a chart whose spec lies in the project.

use sourceline::chart::spec::Spec;
use sourceline::dataset::Dataset;
use sourceline::output::rendering::{Rendering, Renderings, spec_label};
use sourceline::output::studio::{LookChoice, PLAIN, Studio};
use sourceline::problem::{Checked, Problem};
use sourceline::store::Folder;

use super::failure::Failure;

pub fn studio<'a>(project: &'a Folder, data: &'a Dataset<'a>) -> Studio<'a> {
    Studio { project: &project.name, settings: &project.settings, data }
}

/// The plain picture, unless there is an error in the spec; and what is wrong with it.
pub fn draw(
    project: &Folder,
    name: &str,
    data: &Dataset,
) -> Result<Checked<Option<Rendering>>, Failure> {
    let Checked { value, problems } = draw_all(project, name, data, false, PLAIN)?;
    Ok(Checked { value: value.drawn.into_iter().next(), problems })
}

/// The pictures that are chosen; where `bare` without title and subtitle, whatever the spec says.
pub fn draw_all(
    project: &Folder,
    name: &str,
    data: &Dataset,
    bare: bool,
    choice: LookChoice,
) -> Result<Checked<Renderings>, Failure> {
    let mut problems = Vec::new();
    let Some(text) = project.spec(name, &mut problems)? else {
        let undrawn = vec![name.to_string()];
        return Ok(Checked { value: Renderings { undrawn, ..Renderings::default() }, problems });
    };
    let known = project.charts()?;
    let drawn = studio(project, data).draw(name, &text, bare, choice);
    let apart = drawn.value.apart_from(&known);
    problems.extend(drawn.problems.into_iter().chain(apart.problems));
    Ok(Checked { value: apart.value, problems })
}

/// What is wrong with a spec by itself, whatever the data.
pub fn spec_problems(project: &Folder, name: &str) -> Result<Vec<Problem>, Failure> {
    let mut problems = Vec::new();
    if let Some(text) = project.spec(name, &mut problems)? {
        problems.extend(Spec::read(&spec_label(name), &text).problems);
    }
    Ok(problems)
}

/// Which charts look another way afterwards, and which can no longer be drawn, a line each.
pub fn changed_charts(
    project: &Folder,
    before: &Dataset,
    after: &Dataset,
) -> Result<String, Failure> {
    let (mut changed, mut lost) = (Vec::new(), Vec::new());
    for name in project.charts()? {
        let svg = |data: &Dataset| -> Result<Option<String>, Failure> {
            Ok(draw(project, &name, data)?.value.map(|drawing| drawing.svg))
        };
        match (svg(before)?, svg(after)?) {
            (before, after) if before == after => {}
            (_, None) => lost.push(name),
            _ => changed.push(name),
        }
    }
    let told = |names: &[String], what: &str| match names {
        [] => String::new(),
        names => format!("{what}: {}\n", names.join(", ")),
    };
    match changed.is_empty() && lost.is_empty() {
        true => Ok("no chart changes\n".to_string()),
        false => Ok(told(&changed, "charts that change")
            + &told(&lost, "charts that can no longer be drawn until their specs are changed")),
    }
}
