//! All charts, each with its picture and how its file on the disk stands to it.

use axum::response::Response;
use maud::{Markup, html};
use sourceline::output::format::SVG;
use sourceline::store::{FileStanding, standing};

use super::desk::{PageDesk, ReadProject, SeenChart};
use super::frame::{LocalPage, PagePart};
use super::problems;
use crate::cli::failure::Failure;
use crate::cli::report;

pub fn page(desk: &PageDesk) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    let title = "Charts";
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        let page = LocalPage::new(title, PagePart::Charts, body);
        return Ok(page.following(project.number).answer());
    }
    let (data, site) = (&read.value, project.site(&read.value));
    let charts = project.charts(data);
    let names: Vec<String> = charts.iter().map(|chart| chart.spec.name.clone()).collect();
    let stale = charts.iter().filter(|chart| mark(&project, chart).is_some()).count();
    let body = html! {
        h1 { (project.folder.name) }
        @if charts.is_empty() { p { "There is no chart yet: " a href="/new" { "a new chart" } " is described by its series." } }
        @if stale > 0 {
            form method="post" action="/draw" {
                p {
                    (report::count(stale, "chart is", "charts are")) " not on the disk as the data say now. "
                    button type="submit" { "Draw them anew" }
                }
            }
        }
        @if let Some((name, path)) = site.clash(&names) {
            p.note { "The pages of the chart " code { (name) } " would lie where " code { (path) } " lies, and are not shown: give its spec another name." }
        }
        ul.cards {
            @for chart in charts {
                li {
                    @match &chart.drawings {
                        Some(drawings) => (site.card_of("index.html", &site.summary(drawings))),
                        None => {
                            a href=(chart_path(&chart.spec.name)) { span.title { (chart.spec.name) } }
                            p { "It cannot be drawn: there is an error in its spec." }
                        }
                    }
                    @if let Some(mark) = mark(&project, chart) { p.stale { (mark) } }
                }
            }
        }
    };
    Ok(LocalPage::new(title, PagePart::Charts, body).following(project.number).answer())
}

/// What stands in place of charts while there are errors in the data.
pub fn in_error(project: &ReadProject, errors: &[sourceline::problem::Problem]) -> Markup {
    html! {
        h1 { (project.folder.name) }
        p { "Nothing is drawn while there are errors in the data:" }
        (problems::list(errors, |label| project.folder.text_of(label, Some(&project.files))))
    }
}

/// Where the page of a chart lies.
pub fn chart_path(name: &str) -> String {
    format!("/charts/{}/index.html", sourceline::export::escape::address_of_file(name))
}

/// How the picture on the disk differs from what would be drawn, if it does.
pub fn mark(project: &ReadProject, chart: &SeenChart) -> Option<&'static str> {
    let plain = &chart.drawings.as_ref()?.whole[0];
    let path = project.folder.root.join("charts").join(SVG.file(&plain.stem));
    match standing(&path, plain.svg.as_bytes()) {
        Ok(FileStanding::Same) => None,
        Ok(FileStanding::Differs) => Some("The file on the disk is out of date"),
        Ok(FileStanding::Missing) => Some("Not drawn on the disk yet"),
        Err(_) => Some("The file on the disk cannot be read"),
    }
}
