//! The text of a spec beside its picture, drawn anew as it is typed.

use std::borrow::Cow;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use sourceline::chart::ChartSpec;
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::{Catalogue, spec_label};

use super::super::answer::{not_there, part};
use super::super::desk::{PageDesk, ReadProject};
use super::super::fields::Fields;
use super::super::frame::{LocalPage, PagePart};
use super::super::{overview::in_error, problems};
use super::sheet::TITLE;
use super::typed::{TypedSpec, hash, in_lines};
use super::{functions, sheet};
use crate::cli::drawing::Easel;
use crate::cli::failure::Failure;

/// The spec of a new chart.
pub fn new_page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        return Ok(LocalPage::new(TITLE, PagePart::New, body).following(project.number).answer());
    }
    let Some(text) = sheet::first_text(&project, &read.value, fields) else {
        return Ok(not_there("These series cannot be described so: choose again under New chart."));
    };
    let typed = TypedSpec { name: String::new(), text, before: String::new() };
    Ok(page(desk, &project, &read.value, &typed, html! {}, StatusCode::OK))
}

/// The spec of a chart that is there.
pub fn spec_page(desk: &PageDesk, name: &str) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let known = project.specs.iter().find(|(known, _)| known == name);
    let Some((name, Ok(text))) = known else {
        return Ok(not_there("There is no spec of this name that is a text."));
    };
    let typed =
        TypedSpec { name: name.clone(), text: in_lines(text), before: hash(text.as_bytes()) };
    Ok(page(desk, &project, &read.value, &typed, html! {}, StatusCode::OK))
}

/// The picture and what is wrong, while it is typed.
pub fn drawn(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    Ok(part(shown(desk, &project, &read.value, &TypedSpec::of(fields))))
}

pub fn page(
    desk: &PageDesk,
    project: &ReadProject,
    data: &Dataset,
    typed: &TypedSpec,
    told: Markup,
    status: StatusCode,
) -> Response {
    let is_new = typed.before.is_empty();
    let title = if is_new { TITLE.to_string() } else { spec_label(&typed.name) };
    let rows = typed.text.lines().count().clamp(12, 30);
    let body = html! {
        h1 { (title) }
        (told)
        div.beside {
            form.entry method="post" action="/spec" hx-post="/spec/drawn" hx-trigger="input delay:200ms from:#text"
                hx-target="#drawn" hx-sync="this:replace" autocomplete="off" {
                input type="hidden" name="before" value=(typed.before);
                @if is_new {
                    div.field {
                        label for="name" { "Name, which becomes that of its files: lower-case letters, digits, hyphens" }
                        input #name type="text" name="name" value=(typed.name) spellcheck="false" required;
                    }
                } @else {
                    input type="hidden" name="name" value=(typed.name);
                }
                div.field {
                    label for="text" { "What the chart says, in TOML" }
                    textarea #text name="text" rows=(rows) spellcheck="false" { (typed.text) }
                }
                p {
                    button type="submit" name="do" value="save" { "Save" }
                    " "
                    button.second type="submit" name="do" value="look" { "Look" }
                }
            }
            div #drawn aria-live="polite" { (shown(desk, project, data, typed)) }
        }
    };
    LocalPage::new(&title, PagePart::New, body).held_against(project.number).with(status)
}

fn shown(desk: &PageDesk, project: &ReadProject, data: &Dataset, typed: &TypedSpec) -> Markup {
    let name = if typed.name.is_empty() { "new" } else { &typed.name };
    let label = spec_label(name);
    let spec = ChartSpec::only(name, &label, &typed.text);
    let none = Catalogue::of([(name.to_string(), Ok(typed.text.clone()))], data);
    // A spec of several charts shows the first of them.
    let spec = none.charts().first().cloned().unwrap_or(spec);
    let easel = Easel::new(&project.folder, data, &none);
    let drawn = easel.draw(&spec);
    let whole: Vec<_> = drawn.value.into_iter().collect();
    let mut told = drawn.problems;
    told.extend(easel.studio.advice(&spec, &whole));
    let text_of = |asked: &str| {
        let own = (asked == label).then_some(Cow::Borrowed(typed.text.as_bytes()));
        own.or_else(|| project.folder.text_of(asked, Some(&project.files)))
    };
    html! {
        @match whole.first() {
            Some(drawing) => {
                img src=(desk.keep(&drawing.svg)) width=(drawing.scene.width.ceil()) height=(drawing.scene.height.ceil())
                    alt=(drawing.chart.alt);
            }
            None => p { "It cannot be drawn so." },
        }
        @if !told.is_empty() { (problems::list(&told, text_of)) }
        (functions::offered(data, &label, &typed.text))
    }
}
