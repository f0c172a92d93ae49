//! What a browser is answered, and who works out what.

use std::sync::Arc;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::desk::PageDesk;
use super::frame::{INDEX, LocalPage, PagePart};
use super::letters::as_page;
use crate::cli::failure::Failure;
use crate::page::no_entry;

/// So many pages are worked out at once; who comes next waits.
static AT_WORK: Semaphore = Semaphore::const_new(4);

/// What a page comes to, worked out beside the threads that listen. What could not be done is a page
/// too.
pub async fn page(
    desk: Arc<PageDesk>,
    make: impl FnOnce(&PageDesk) -> Result<Response, Failure> + Send + 'static,
) -> Response {
    let _place = AT_WORK.acquire().await.expect("it is never closed");
    let work = spawn_blocking(move || make(&desk).unwrap_or_else(|failure| told(&failure)));
    work.await.unwrap_or_else(|_| {
        no_entry(
            StatusCode::INTERNAL_SERVER_ERROR,
            "this went wrong here; the files are as they were or as they were to be",
        )
    })
}

/// A failure as a page.
fn told(failure: &Failure) -> Response {
    let body = super::carried::failure(failure, &[]);
    let page = LocalPage::new("That could not be done", PagePart::Elsewhere, body);
    page.with(StatusCode::UNPROCESSABLE_ENTITY)
}

pub fn not_there(what: &str) -> Response {
    let body = maud::html! {
        h1 { "There is nothing here" }
        p { (what) }
        p { a href=(INDEX) { "All charts" } }
    };
    LocalPage::new("There is nothing here", PagePart::Elsewhere, body).with(StatusCode::NOT_FOUND)
}

/// A part of a page, for a page that is open.
pub fn part(markup: Markup) -> Response {
    part_with(StatusCode::OK, markup)
}

pub fn part_with(status: StatusCode, markup: Markup) -> Response {
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    (status, headers, as_page(markup)).into_response()
}

/// On to another page of ours, once something is done.
pub fn on_to(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(path) => (StatusCode::SEE_OTHER, [(LOCATION, path)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(LOCATION, "/")]).into_response(),
    }
}

/// A file; what is no picture and no text of ours is only ever saved.
pub fn file(name: &str, bytes: Vec<u8>) -> Response {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let kind = match ending {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "pdf" => "application/pdf",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };
    let shown = matches!(ending, "svg" | "png" | "css" | "js");
    let place = if shown { "inline" } else { "attachment" };
    let headers = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, place)];
    (StatusCode::OK, headers, bytes).into_response()
}
