//! What the last command wrote, and taking it back.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::carried::{self, carry};
use super::desk::PageDesk;
use super::fields::Fields;
use super::frame::{LocalPage, PagePart};
use crate::cli::failure::Failure;
use crate::cli::undo::Undo;

const TITLE: &str = "Undo";

pub fn page(desk: &PageDesk, _: &Fields) -> Result<Response, Failure> {
    let next = carry(desk, &["undo"], &["--dry-run".to_string()], None, Undo::run);
    let list = carry(desk, &["undo"], &["--list".to_string()], None, Undo::run);
    let body = html! {
        h1 { "Take back what was done last" }
        (carried::said(&next.said))
        @match (&next.result, &next.seal) {
            (Err(failure), _) => (carried::failure(failure, &[])),
            (Ok(_), Some(last)) => {
                form method="post" action="/undo" {
                    input type="hidden" name="last" value=(last);
                    button type="submit" { "Undo" }
                }
            }
            (Ok(_), None) => {}
        }
        section {
            h2 { "What can be taken back" }
            (carried::said(&list.said))
        }
    };
    Ok(LocalPage::new(TITLE, PagePart::Undo, body).answer())
}

/// Takes it back, if it is still what was shown.
pub fn take_back(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let last = fields.get("last").cloned().unwrap_or_default();
    let done = carry(desk, &["undo"], &[], Some(last), Undo::run);
    let (status, body) = match &done.result {
        Ok(_) => (
            StatusCode::OK,
            html! { p role="status" { "Taken back." } (carried::said(&done.said)) },
        ),
        Err(failure) => (StatusCode::UNPROCESSABLE_ENTITY, carried::failure(failure, &[])),
    };
    let body =
        html! { h1 { "Undo" } (body) p { a href="/undo" { "What else can be taken back" } } };
    Ok(LocalPage::new(TITLE, PagePart::Undo, body).with(status))
}
