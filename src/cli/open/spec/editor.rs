//! The text of a spec beside its picture, drawn anew as it is typed.

use std::borrow::Cow;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use sourceline::chart::ChartSpec;
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::{Catalogue, spec_label};
use sourceline::output::rendering::Rendering;
use sourceline::problem::Problem;

use super::super::answer::{not_there, part};
use super::super::desk::{PageDesk, ReadProject};
use super::super::fields::Fields;
use super::super::frame::{LocalPage, PagePart};
use super::super::letters::are_held;
use super::super::problems;
use super::super::saved::in_query;
use super::super::sound::sound;
use super::sheet::TITLE;
use super::typed::{TypedSpec, hash, in_lines};
use super::{functions, marking, sheet};
use crate::cli::drawing::Easel;
use crate::cli::failure::Failure;

/// The spec of a new chart.
pub fn new_page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    sound(desk, (TITLE, PagePart::New), |project, data| {
        let Some(text) = sheet::first_text(project, data, fields) else {
            let why = "These series cannot be described so: choose again under New chart.";
            return Ok(not_there(why));
        };
        let typed = TypedSpec { name: String::new(), text, before: String::new() };
        Ok(page(desk, project, data, &typed, html! {}, StatusCode::OK))
    })
}

/// The spec of a chart that is there.
pub fn spec_page(desk: &PageDesk, name: &str) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let text = match text_of(&project, name) {
        Ok(text) => text,
        Err(why) => return Ok(not_there(why)),
    };
    let typed =
        TypedSpec { name: name.to_string(), text: in_lines(text), before: hash(text.as_bytes()) };
    Ok(page(desk, &project, &read.value, &typed, html! {}, StatusCode::OK))
}

/// The text of a spec that can be edited on a page, else why it cannot.
fn text_of<'p>(project: &'p ReadProject, name: &str) -> Result<&'p str, &'static str> {
    match project.specs.iter().find(|(known, _)| known == name) {
        Some((_, Ok(text))) if are_held(text) => Ok(text),
        Some((_, Ok(_))) => Err(
            "Its spec has control characters, which no page can hold: take them out with an editor of texts.",
        ),
        _ => Err("There is no spec of this name that is a text."),
    }
}

/// The way to the text of a spec.
pub fn edit_link(project: &ReadProject, name: &str) -> Markup {
    html! {
        p {
            @match text_of(project, name) {
                Ok(_) => a href=(format!("/spec?chart={}", in_query(name))) { "Edit its spec" },
                Err(why) => (why),
            }
        }
    }
}

/// The picture and what is wrong, while it is typed.
pub fn drawn(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let typed = TypedSpec::of(fields);
    let drawn = DrawnSpec::of(&project, &read.value, &typed);
    Ok(part(html! {
        (drawn.shown(desk, &project))
        (drawn.below("", true))
    }))
}

/// The text with what was done to a mark, and all that is shown of it.
pub fn marked(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let mut typed = TypedSpec::of(fields);
    let chart = DrawnSpec::of(&project, &read.value, &typed).whole.map(|whole| whole.chart);
    let text = chart.and_then(|chart| marking::marked(&read.value, &chart, &typed.text, fields));
    let done = text.is_some();
    typed.text = text.unwrap_or(typed.text);
    let drawn = DrawnSpec::of(&project, &read.value, &typed);
    let figure = fields.get("figure").map_or("", String::as_str);
    Ok(part(html! {
        (text_field(&typed))
        div #drawn hx-swap-oob="innerHTML" {
            @if !done { p.wrong { "That cannot be done to this text: mend first what is wrong with it." } }
            (drawn.shown(desk, &project))
        }
        (drawn.below(figure, true))
    }))
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
    let drawn = DrawnSpec::of(project, data, typed);
    let body = html! {
        h1 { (title) }
        (told)
        div.beside {
            form.entry #spec novalidate method="post" action="/spec" hx-post="/spec/drawn" hx-trigger="input delay:200ms"
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
                    (text_field(typed))
                }
                p {
                    button type="submit" name="do" value="save" { "Save" }
                    " "
                    button.second type="submit" name="do" value="look" { "Look" }
                }
            }
            div {
                div #drawn aria-live="polite" { (drawn.shown(desk, project)) }
                (drawn.below("", false))
            }
        }
    };
    LocalPage::new(&title, PagePart::New, body).held_against(project.number).with(status)
}

fn text_field(typed: &TypedSpec) -> Markup {
    let rows = typed.text.lines().count().clamp(12, 30);
    html! { textarea #text name="text" rows=(rows) spellcheck="false" { (typed.text) } }
}

/// A text of a spec, and what comes of it.
struct DrawnSpec<'d> {
    data: &'d Dataset<'d>,
    typed: &'d TypedSpec,
    label: String,
    /// None if it cannot be drawn.
    whole: Option<Rendering>,
    problems: Vec<Problem>,
}

impl<'d> DrawnSpec<'d> {
    fn of(project: &ReadProject, data: &'d Dataset<'d>, typed: &'d TypedSpec) -> DrawnSpec<'d> {
        let name = if typed.name.is_empty() { "new" } else { &typed.name };
        let label = spec_label(name);
        let spec = ChartSpec::only(name, &label, &typed.text);
        let none = Catalogue::of([(name.to_string(), Ok(typed.text.clone()))], data);
        // A spec of several charts shows the first of them.
        let spec = none.charts().first().cloned().unwrap_or(spec);
        let easel = Easel::new(&project.folder, data, &none);
        let drawn = easel.draw(&spec);
        let whole: Vec<_> = drawn.value.into_iter().collect();
        let mut problems = drawn.problems;
        problems.extend(easel.studio.advice(&spec, &whole));
        DrawnSpec { data, typed, label, whole: whole.into_iter().next(), problems }
    }

    /// The picture, and what is wrong.
    fn shown(&self, desk: &PageDesk, project: &ReadProject) -> Markup {
        let text_of = |asked: &str| {
            let own = (asked == self.label).then_some(Cow::Borrowed(self.typed.text.as_bytes()));
            own.or_else(|| project.folder.text_of(asked, Some(&project.files)))
        };
        html! {
            @match &self.whole {
                Some(drawing) => figure.chart {
                    img src=(desk.keep(&drawing.svg)) width=(drawing.scene.width.ceil()) height=(drawing.scene.height.ceil())
                        alt=(drawing.chart.alt);
                },
                None => p { "It cannot be drawn so." },
            }
            @if !self.problems.is_empty() { (problems::list(&self.problems, text_of)) }
        }
    }

    /// What its marks can be given, and what its words can say; `anew` where the page is open already.
    fn below(&self, chosen: &str, anew: bool) -> Markup {
        let chart = self.whole.as_ref().map(|whole| &whole.chart);
        html! {
            div #marks hx-swap-oob=[anew.then_some("innerHTML")] {
                (marking::form(self.data, chart, &self.typed.text, chosen))
            }
            div #numbers hx-swap-oob=[anew.then_some("innerHTML")] {
                (functions::offered(self.data, &self.label, &self.typed.text))
            }
        }
    }
}
