//! What would be written, before it is: in words, with what it agrees with and differs from, and the
//! charts before and after.

use maud::{Markup, html};
use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::export::figure_words::figure_in_words;
use sourceline::figure::{FigureKey, Rank};
use sourceline::locale::EN_GB;
use sourceline::problem::Checked;
use sourceline::store::Groundwork;

use super::typed::{NAMES, TypedFigure};
use crate::cli::add::entry::{Entry, plan_entry};
use crate::cli::add::figure::AddFigure;
use crate::cli::add::joins::same;
use crate::cli::change::{Job, Plan};
use crate::cli::drawing::chart_changes;
use crate::cli::failure::Failure;
use crate::cli::open::carried::{self, read};
use crate::cli::open::desk::{PageDesk, ReadProject};
use crate::cli::open::problems;

/// A figure that is whole, and what would be written.
pub struct PlannedFigure {
    pub entry: Entry,
    pub plan: Plan,
    ground: Groundwork,
}

/// What is missing is no failure.
pub fn planned(
    project: &ReadProject,
    now: &Checked<Dataset>,
    typed: TypedFigure,
) -> Option<Result<PlannedFigure, Failure>> {
    let figure = match read::<AddFigure>(&typed.words()) {
        Ok(figure) if figure.is_complete() => figure,
        Ok(_) => return None,
        Err(failure) => return Some(Err(failure)),
    };
    Some(plan(project, now, &figure))
}

fn plan(
    project: &ReadProject,
    now: &Checked<Dataset>,
    figure: &AddFigure,
) -> Result<PlannedFigure, Failure> {
    let entry = figure.settle(&now.value, None)?;
    let job = Job { project: &project.folder, dry_run: true, specs: false };
    let ground = Groundwork { files: project.files.clone(), specs: Vec::new() };
    let month = project.folder.settings.financial_year_starts;
    let plan = job.planned(&ground, &mut |on| match on.files == ground.files {
        true => plan_entry(on, now, &entry),
        false => plan_entry(on, &check(&on.files, month), &entry),
    })?;
    Ok(PlannedFigure { entry, plan, ground })
}

/// What is shown below the form.
pub fn shown(project: &ReadProject, now: &Checked<Dataset>, typed: TypedFigure) -> Markup {
    let planned = match planned(project, now, typed) {
        None => return html! { p { (missing(typed)) } },
        Some(Err(failure)) => return carried::quiet(&failure, NAMES),
        Some(Ok(planned)) => planned,
    };
    let PlannedFigure { entry, plan, .. } = &planned;
    let text_of = |label: &str| {
        let own = plan.advice_texts.iter().find(|(known, _)| known == label);
        own.map(|(_, text)| text.as_slice().into())
    };
    let others = others(&now.value, entry);
    html! {
        pre tabindex="0" aria-label="What would be written" { (plan.words) (plan.columns) }
        @if !plan.advice.is_empty() { (problems::list(&plan.advice, text_of)) }
        input type="hidden" name="agreed" value=(plan.seal(&planned.ground));
        // What is shown is shown anew as it is typed on: a button with a name keeps the cursor.
        p { button #save type="submit" name="do" value="save" { "Save" } }
        div hx-post="/add/charts" hx-trigger="load" hx-include="closest form" hx-target="this" {}
        @if !others.is_empty() {
            fieldset {
                legend { "Or does it take the place of another?" }
                p {
                    label for="supersedes" { "In place of" }
                    select #supersedes name="supersedes" {
                        @for key in &others {
                            @let figure = now.value.figure(*key);
                            option value=(&*figure.id) selected[*figure.id == *typed.text("supersedes")] {
                                (figure_in_words(&now.value, *key)) " (" (&*figure.id) ")"
                            }
                        }
                    }
                }
                p {
                    label for="why" { "Why that is no longer right" }
                    input #why type="text" name="why" value=(typed.text("why")) autocomplete="off";
                }
                p { button.second #revise type="submit" name="do" value="revise" { "Look at the revision" } }
            }
        }
    }
}

fn missing(typed: TypedFigure) -> String {
    let needed = [
        ("series", "the series"),
        ("source", "the source"),
        ("period", "the period"),
        ("value", "the value"),
    ];
    let missing: Vec<&str> = needed
        .iter()
        .filter(|(name, _)| typed.text(name).is_empty())
        .map(|(_, what)| *what)
        .collect();
    format!("Still to say: {}.", EN_GB.list(&missing))
}

/// The figures of the same series and period that stand.
fn others(data: &Dataset, entry: &Entry) -> Vec<FigureKey> {
    let Some(series) = data.find_series(&entry.series) else { return Vec::new() };
    let stands = |key: &FigureKey| {
        let figure = data.figure(*key);
        figure.series == series
            && figure.rank != Rank::Superseded
            && same(data, series, figure.period, entry.period)
    };
    data.rows().filter(stands).collect()
}

/// The charts that it changes, before and after.
pub fn charts(
    desk: &PageDesk,
    project: &ReadProject,
    now: &Checked<Dataset>,
    typed: TypedFigure,
) -> Result<Markup, Failure> {
    let Some(Ok(PlannedFigure { plan, ground, .. })) = planned(project, now, typed) else {
        return Ok(html! {});
    };
    let after = ground.with(&plan.edits);
    let after = Dataset::read(&after.files, now.value.years.month()).value;
    let changes = chart_changes(&project.folder, &now.value, &after)?;
    let told = changes.told();
    Ok(html! {
        h2 { "Charts" }
        @if changes.changed.is_empty() { p { (told) } }
        @for chart in &changes.changed {
            h3 { (chart.name) }
            ul.looks {
                @for (when, svg) in [("Before", chart.before.as_ref()), ("After", Some(&chart.after))] {
                    @if let Some(svg) = svg {
                        li { figure {
                            img src=(desk.keep(svg)) alt=(format!("{} {}", chart.name, when.to_lowercase()));
                            figcaption { (when) }
                        } }
                    }
                }
            }
        }
        @if !changes.changed.is_empty() { p { (told) } }
    })
}
