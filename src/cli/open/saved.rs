//! What was written, and the way back.

use axum::response::Response;
use maud::html;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::carried::{self, Carried};
use super::desk::PageDesk;
use super::frame::{LocalPage, PagePart};
use crate::cli::failure::Failure;

pub fn page(desk: &PageDesk, done: &Carried, again: &str) -> Result<Response, Failure> {
    let last = desk.project()?.folder.last_deed()?.map(|deed| deed.seal());
    let body = html! {
        h1 { "Saved" }
        (carried::said(&done.told))
        (carried::said(&done.said))
        @if let Some(last) = last {
            form method="post" action="/undo" {
                input type="hidden" name="last" value=(last);
                button.second type="submit" { "Undo" }
            }
        }
        ul {
            li { a href=(again) { "Add another" } }
            li { a href=(super::frame::INDEX) { "All charts" } }
        }
    };
    Ok(LocalPage::new("Saved", PagePart::Add, body).answer())
}

/// A text behind the question mark of an address.
pub fn in_query(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
