//! The documents that a chart was written into, and whether what stands there is still what is drawn.

use axum::response::Response;
use maud::{Markup, html};
use sourceline::export::escape::address_of_file;

use super::answer::part;
use super::carried;
use super::desk::PageDesk;
use super::frame::{LocalPage, PagePart};
use super::overview::chart_path;
use crate::cli::drawing::Easel;
use crate::cli::failure::Failure;
use crate::cli::verify::beside::WordsJudge;
use crate::cli::verify::judge::CopyJudge;
use crate::cli::verify::registered;
use crate::cli::verify::row::VerdictRow;

/// The place for it on the page of a chart: documents are opened when the page stands already.
pub fn place(name: &str) -> Markup {
    let way = format!("/embedded/{}", address_of_file(name));
    html! {
        section aria-labelledby="embedded" {
            h2 #embedded { "Where it stands" }
            div hx-get=(way) hx-trigger="load" hx-target="this" {
                p { a href=(way) { "Look into the documents that it was written into" } }
            }
        }
    }
}

/// What `verify` says of the files that `embedded.toml` names.
pub fn list(desk: &PageDesk, name: &str, within: bool) -> Result<Response, Failure> {
    let list = listed(desk, name)?;
    if within {
        return Ok(part(list));
    }
    let body = html! {
        h1 { "Where " (name) " stands" }
        (list)
        p { a href=(chart_path(name)) { "The chart" } }
    };
    Ok(LocalPage::new("Where it stands", PagePart::Charts, body).answer())
}

fn listed(desk: &PageDesk, name: &str) -> Result<Markup, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let catalogue = project.catalogue(&read.value);
    let easel = Easel::new(&project.folder, &read.value, &catalogue);
    let judge = CopyJudge::new(&project.folder, easel, project.errors(&read).is_empty());
    let kit = project.kit(&read.value);
    let words = WordsJudge::new(&judge, &kit);
    let rows = match registered::rows(&project.folder, (&judge, &words), &kit) {
        Ok(rows) => rows,
        Err(failure) => return Ok(carried::quiet(&failure, &[])),
    };
    let own: Vec<&VerdictRow> = rows.iter().filter(|row| row.chart == name).collect();
    Ok(html! {
        @if own.is_empty() {
            p { "Nothing that was written for a document is known of. " code { "sourceline embed" } " writes it, and remembers where." }
        } @else {
            section.wide tabindex="0" aria-label="Documents with this chart" {
                table {
                    caption { span.unseen { "Documents with this chart" } }
                    thead { tr { @for head in ["File", "Place", "State", "Why"] { th scope="col" { (head) } } } }
                    tbody {
                        @for row in own {
                            tr {
                                th scope="row" { (row.document) }
                                td { (row.place) }
                                td .stale[row.word() != "current"] { (row.word()) }
                                td { @for reason in row.few_reasons() { p { (reason) } } }
                            }
                        }
                    }
                }
            }
            p.aside { code { "sourceline update" } " brings them up to date." }
        }
    })
}
