//! What changed since the last commit, or since whatever is asked for: the page that `changes --out` writes.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::carried;
use super::desk::PageDesk;
use super::fields::Fields;
use super::frame::{LocalPage, PagePart};
use super::overview::in_error;
use crate::cli::changes::compared;
use crate::cli::changes::since::EarlierProject;
use crate::cli::failure::Failure;

pub fn page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        let page = LocalPage::new("Review", PagePart::Review, body);
        return Ok(page.following(project.number).answer());
    }
    let since = fields.get("since").map_or("", |since| since.trim());
    let asked = Some(since).filter(|since| !since.is_empty());
    let told = EarlierProject::find(&project.folder, &project.files, &project.specs, asked)
        .and_then(|earlier| {
            compared(&project.folder, &read.value, earlier, |told| {
                told.review_body(&project.folder.name, &|svg| desk.keep(svg))
            })
        });
    let status = match told {
        Ok(_) => StatusCode::OK,
        Err(_) if asked.is_none() => StatusCode::OK,
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let body = html! {
        form method="get" action="/review" {
            p {
                label for="since" { "What changed since: a day, or a revision such as a tag" }
                input #since type="text" name="since" value=(since) autocomplete="off" spellcheck="false";
            }
            p { button type="submit" { "Show" } }
        }
        @match &told {
            Ok(body) => (body),
            Err(failure) => { h1 { "What changed" } (carried::failure(failure, &[])) }
        }
    };
    let page = LocalPage::new("What changed", PagePart::Review, body);
    Ok(page.following(project.number).with(status))
}
