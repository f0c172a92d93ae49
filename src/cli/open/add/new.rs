//! A new series and a new source, on the way to a figure.

use axum::http::StatusCode;
use axum::response::Response;
use clap::Args;
use maud::{Markup, html};
use sourceline::dataset::Dataset;
use sourceline::figure::{Nature, Per};

use super::super::answer::on_to;
use super::super::carried::{self, carry};
use super::super::desk::PageDesk;
use super::super::fields::Fields;
use super::super::frame::{LocalPage, PagePart};
use super::super::saved::in_query;
use crate::cli::add::series::AddSeries;
use crate::cli::add::source::AddSource;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::hint::PageNames;
use crate::cli::said::{KINDS, date};

/// What is asked of a new row: the field, its label, what may be chosen, and whether it is needed.
type AskedCell = (&'static str, &'static str, Vec<(String, String)>, bool);

fn of_series() -> Vec<AskedCell> {
    let natures =
        Nature::ALL.map(|one| (one.word().to_string(), format!("{}: {}", one.word(), one.about())));
    let none = (String::new(), "none".to_string());
    let pers = Per::ALL.map(|per| (per.word().to_string(), per.word().to_string()));
    vec![
        ("title", "Title on charts", vec![], true),
        ("unit", "Unit, in the plural; percent for percentages", vec![], true),
        ("nature", "Nature", natures.to_vec(), true),
        ("per", "Per, of a rate", std::iter::once(none).chain(pers).collect(), false),
        ("base", "On what base, of a growth: a year earlier", vec![], false),
        ("geography", "Place", vec![], false),
        ("counted-by", "Counted by", vec![], false),
        ("definition", "Definition", vec![], false),
        ("note", "Note", vec![], false),
    ]
}

fn of_source() -> Vec<AskedCell> {
    let kinds = KINDS.map(|kind| (kind.to_string(), kind.replace('_', " ")));
    vec![
        ("publisher", "Publisher", vec![], true),
        ("title", "Title", vec![], true),
        ("published", "Published: 2018, September 2018, 2018-09-03", vec![], false),
        ("kind", "Kind", kinds.to_vec(), true),
        ("author", "Author", vec![], false),
        ("url", "Address, https or http", vec![], false),
        ("archive-url", "Address of a copy in a web archive", vec![], false),
        ("accessed", "The day on which it was read", vec![], false),
        ("note", "Note", vec![], false),
    ]
}

pub fn series_form(fields: &Fields) -> Response {
    form("A new series", "/add/series", &of_series(), fields, html! {}, StatusCode::OK)
}

pub fn source_form(fields: &Fields) -> Response {
    form("A new source", "/add/source", &of_source(), fields, html! {}, StatusCode::OK)
}

pub fn add_series(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let title = fields.get("title").map_or("", String::as_str);
    let propose = |data: &Dataset| data.propose_series(title);
    match add::<AddSeries>(desk, ("series", &of_series()), fields, propose, AddSeries::run)? {
        Ok(id) => Ok(on_to(&format!("/add?series={}", in_query(&id)))),
        Err(told) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(form("A new series", "/add/series", &of_series(), fields, told, status))
        }
    }
}

pub fn add_source(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let publisher = fields.get("publisher").map_or("", String::as_str);
    let published = date(fields.get("published").map(String::as_str)).ok().flatten();
    let propose = |data: &Dataset| data.propose_source(publisher, published);
    match add::<AddSource>(desk, ("source", &of_source()), fields, propose, AddSource::run)? {
        Ok(id) => Ok(on_to(&format!("/add?source={}", in_query(&id)))),
        Err(told) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(form("A new source", "/add/source", &of_source(), fields, told, status))
        }
    }
}

/// What the forms call what would be typed.
const NAMES: PageNames = &[
    ("--base", "On what base"),
    ("--nature", "Nature"),
    ("--publisher", "Publisher"),
    ("--title", "Title"),
    ("--unit", "Unit"),
];

/// The id of the new row, or why there is none.
fn add<A: Args>(
    desk: &PageDesk,
    (what, asked): (&str, &[AskedCell]),
    fields: &Fields,
    propose: impl FnOnce(&Dataset) -> String,
    run: impl FnOnce(A, &mut Context) -> Result<Exit, Failure>,
) -> Result<Result<String, Markup>, Failure> {
    let project = desk.project()?;
    let id = propose(&project.data().value);
    let mut words = vec![format!("--id={id}")];
    for (name, ..) in asked {
        let text = fields.get(*name).map_or("", |text| text.trim());
        if !text.is_empty() {
            words.push(format!("--{name}={text}"));
        }
    }
    let carried = carry(desk, &["add", what], &words, None, run);
    Ok(match &carried.result {
        Ok(_) => Ok(id),
        Err(failure) => Err(carried::failure(failure, NAMES)),
    })
}

fn form(
    title: &str,
    action: &str,
    asked: &[AskedCell],
    fields: &Fields,
    told: Markup,
    status: StatusCode,
) -> Response {
    let said = |name: &str| fields.get(name).map_or("", String::as_str);
    let body = html! {
        h1 { (title) }
        (told)
        form.entry method="post" action=(action) autocomplete="off" {
            @for (name, label, choices, needed) in asked {
                div.field {
                    label for=(name) { (label) @if !needed { " (may be empty)" } }
                    @if choices.is_empty() {
                        input id=(name) type="text" name=(name) value=(said(name)) required[*needed];
                    } @else {
                        select id=(name) name=(name) {
                            @for (value, word) in choices {
                                option value=(value) selected[said(name) == value] { (word) }
                            }
                        }
                    }
                }
            }
            p { button type="submit" { "Save" } }
        }
    };
    LocalPage::new(title, PagePart::Add, body).with(status)
}
