//! A figure, added in a form: what was understood is said back at each key, and what would be written is
//! shown before anything is. It is `sourceline add`, and `sourceline revise`, in other clothes.

mod new;
mod preview;
mod said;
mod typed;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use sourceline::dataset::Dataset;
use sourceline::problem::Checked;

use self::typed::{MORE, NAMES, TypedFigure};
use super::answer::part;
use super::carried::{self, carry};
use super::desk::{PageDesk, ReadProject};
use super::fields::Fields;
use super::frame::{LocalPage, PagePart};
use super::saved;
use crate::cli::add::figure::AddFigure;
use crate::cli::failure::Failure;
use crate::cli::revise::Revise;

pub use self::new::{add_series, add_source, series_form, source_form};

const TITLE: &str = "Add a figure";

/// The form, with what is known already.
pub fn page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let now = project.data();
    Ok(form_page(&project, &now, TypedFigure(fields), html! {}, StatusCode::OK))
}

/// What is said back at a key.
pub fn said(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let now = project.data();
    let typed = TypedFigure(fields);
    Ok(part(html! {
        (preview::shown(&project, &now, typed))
        (said::all(&now.value, typed, true))
    }))
}

/// The charts before and after.
pub fn charts(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let now = project.data();
    Ok(part(preview::charts(desk, &project, &now, TypedFigure(fields))?))
}

/// What a button of the form asks for.
pub fn done(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let typed = TypedFigure(fields);
    let project = desk.project()?;
    let now = project.data();
    let agreed = fields.get("agreed").cloned();
    let carried = match typed.text("do") {
        "save" if agreed.is_some() => carry(desk, &["add"], &typed.words(), agreed, AddFigure::run),
        "revise" => {
            let mut words = typed.words_of_revision();
            words.insert(0, "--dry-run".into());
            let carried = carry(desk, &["revise"], &words, None, Revise::run);
            if carried.result.is_ok() {
                return Ok(revision(typed, &carried));
            }
            carried
        }
        "save-revision" if agreed.is_some() => {
            let words = typed.words_of_revision();
            carry(desk, &["revise"], &words, agreed, Revise::run)
        }
        _ => return page(desk, fields),
    };
    match &carried.result {
        Ok(_) => saved::page(desk, &carried, &again(typed)),
        Err(failure) => {
            let told = carried::failure(failure, NAMES);
            Ok(form_page(&project, &now, typed, told, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// The form for another figure of the same series and source.
fn again(typed: TypedFigure) -> String {
    let [series, source] = ["series", "source"].map(|name| saved::in_query(typed.text(name)));
    format!("/add?series={series}&source={source}")
}

fn form_page(
    project: &ReadProject,
    now: &Checked<Dataset>,
    typed: TypedFigure,
    told: Markup,
    status: StatusCode,
) -> Response {
    let data = &now.value;
    let body = html! {
        h1 { (TITLE) }
        (told)
        form.entry method="post" action="/add" hx-post="/add/said" hx-trigger="input delay:30ms, change"
            hx-target="#preview" hx-sync="this:replace" autocomplete="off" {
            (needed(data, typed, "series", "Series", Some("all-series")))
            p.aside { a href="/add/series" { "A new series" } }
            (needed(data, typed, "source", "Source", Some("all-sources")))
            p.aside { a href="/add/source" { "A new source" } }
            (needed(data, typed, "period", "Period, as the source says it: 2017, June 2021, 2009/10", None))
            (needed(data, typed, "value", "Value, in the words of the source: 82,109, about 20m, at least 300,000", None))
            fieldset {
                legend { "How sure is the number?" }
                @for (value, label) in [("", "As it is written"), ("exact", "Exact"), ("about", "Rounded")] {
                    label.choice {
                        input type="radio" name="sure" value=(value) checked[typed.text("sure") == value];
                        " " (label)
                    }
                }
            }
            details open[MORE.iter().any(|field| !typed.text(field.name).is_empty())] {
                summary { "Status, page, note and more" }
                @for field in &MORE {
                    div.field {
                        label for=(field.name) { (field.label) }
                        input id=(field.name) type="text" name=(field.name) value=(typed.text(field.name))
                            aria-describedby=(format!("said-{}", field.name));
                        @if said::JUDGED.contains(&field.name) { (said::below(data, typed, field.name, false)) }
                    }
                }
            }
            p { button.second type="submit" name="do" value="look" { "Look" } }
            div #preview aria-live="polite" { (preview::shown(project, now, typed)) }
        }
        datalist #all-series {
            @for series in &data.series { option value=(series.id) { (*series.title) " (" (*series.unit) ")" } }
        }
        datalist #all-sources {
            @for source in &data.sources { option value=(source.id) { (*source.publisher) ", " (*source.title) } }
        }
    };
    LocalPage::new(TITLE, PagePart::Add, body).held_against(project.number).with(status)
}

fn needed(
    data: &Dataset,
    typed: TypedFigure,
    name: &str,
    label: &str,
    list: Option<&str>,
) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            input id=(name) type="text" name=(name) value=(typed.text(name)) list=[list]
                aria-describedby=(format!("said-{name}")) spellcheck="false";
            (said::below(data, typed, name, false))
        }
    }
}

/// A revision as it would be written, to be agreed to.
fn revision(typed: TypedFigure, planned: &carried::Carried) -> Response {
    let body = html! {
        h1 { "Revise" }
        (carried::said(&planned.told))
        (carried::said(&planned.said))
        form method="post" action="/add" {
            @for (name, text) in typed.0.iter().filter(|(name, _)| !matches!(name.as_str(), "do" | "agreed")) {
                input type="hidden" name=(name) value=(text);
            }
            input type="hidden" name="agreed" value=[planned.seal.as_ref()];
            p {
                button type="submit" name="do" value="save-revision" { "Revise" }
                " "
                button.second type="submit" name="do" value="look" { "Back" }
            }
        }
    };
    LocalPage::new("Revise", PagePart::Add, body).answer()
}
