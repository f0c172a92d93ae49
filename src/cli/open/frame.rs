//! What every local page has around what it is for.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::letters::as_page;

/// A page, before it is sent.
pub struct LocalPage<'p> {
    title: &'p str,
    place: PagePart,
    body: Markup,
    /// The number of the state of the files that it shows.
    state: Option<u64>,
    /// Is it shown anew when they change?
    follows: bool,
}

/// Which of the parts a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PagePart {
    Charts,
    Series,
    Sources,
    New,
    Add,
    Import,
    Review,
    Undo,
    Elsewhere,
}

/// Where all charts are, and the addresses of whatever pages of a site link to begin.
pub const INDEX: &str = "/charts/index.html";

/// Each with its way and its word.
const PARTS: [(PagePart, &str, &str); 8] = [
    (PagePart::Charts, INDEX, "Charts"),
    (PagePart::Series, "/charts/series.html", "Series"),
    (PagePart::Sources, "/charts/sources.html", "Sources"),
    (PagePart::New, "/new", "New chart"),
    (PagePart::Add, "/add", "Add a figure"),
    (PagePart::Import, "/import", "Import"),
    (PagePart::Review, "/review", "Review"),
    (PagePart::Undo, "/undo", "Undo"),
];

/// No text of a page is run or looked up as code, nothing is styled by script, nothing is kept.
const HTMX: &str = r#"{"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyEnabled":false,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true}]}"#;

impl<'p> LocalPage<'p> {
    pub fn new(title: &'p str, place: PagePart, body: Markup) -> LocalPage<'p> {
        LocalPage { title, place, body, state: None, follows: false }
    }

    /// The same of a state of the files, to be shown anew when they change.
    pub fn following(self, state: u64) -> LocalPage<'p> {
        LocalPage { state: Some(state), follows: true, ..self }
    }

    /// The same with a form, which stays as it is: that they changed is told.
    pub fn held_against(self, state: u64) -> LocalPage<'p> {
        LocalPage { state: Some(state), ..self }
    }

    pub fn answer(&self) -> Response {
        self.with(StatusCode::OK)
    }

    pub fn with(&self, status: StatusCode) -> Response {
        let text = as_page(self.markup());
        (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
    }

    fn markup(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · sourceline" }
                    meta name="color-scheme" content="light dark";
                    meta name="htmx-config" content=(HTMX);
                    link rel="stylesheet" href="/assets/site.css";
                    link rel="stylesheet" href="/assets/page.css";
                    script src="/assets/htmx.js" defer {}
                    script src="/assets/page.js" defer {}
                    script src="/assets/marks.js" defer {}
                    script src="/assets/paste.js" defer {}
                }
                body {
                    a.skip href="#content" { "Skip to content" }
                    header {
                        nav aria-label="Parts of the project" {
                            ul {
                                @for (place, path, word) in PARTS {
                                    li {
                                        @if place == self.place {
                                            a href=(path) aria-current="page" { (word) }
                                        } @else {
                                            a href=(path) { (word) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    main #content data-state=[self.state] data-follows[self.follows] { (self.body) }
                }
            }
        }
    }
}
