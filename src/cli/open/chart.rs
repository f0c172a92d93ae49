//! The page of a chart: what is wrong with its spec, how its file stands, each size and theme, and all
//! that the page of a site says of it.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use sourceline::chart::{Size, ThemeName};
use sourceline::embed;
use sourceline::export::escape::address_of_file;
use sourceline::output::format::SVG;
use sourceline::output::rendering::Rendering;

use super::answer::{not_there, on_to};
use super::carried::{self, carry};
use super::desk::{PageDesk, ReadProject, SeenChart};
use super::embedded;
use super::fields::Fields;
use super::frame::{INDEX, LocalPage, PagePart};
use super::marks;
use super::overview::{chart_path, in_error, mark};
use super::problems;
use super::spec::edit_link;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::render::Render;
use crate::cli::report;

pub fn page(desk: &PageDesk, name: &str) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        return Ok(LocalPage::new(name, PagePart::Charts, body).following(project.number).answer());
    }
    let (data, site) = (&read.value, project.site(&read.value));
    let Some(chart) = project.charts(data).iter().find(|chart| chart.spec.name == name) else {
        return Ok(not_there("There is no chart of this name."));
    };
    let label = &chart.spec.label;
    let spec_name = label.trim_start_matches("charts/").trim_end_matches(".toml").to_string();
    let told = html! {
        @if !chart.problems.is_empty() {
            section aria-labelledby="problems" {
                h2 #problems { "To look at in " (chart.spec.label) }
                (problems::list(&chart.problems, |label| project.folder.text_of(label, Some(&project.files))))
            }
        }
    };
    let Some(drawings) = &chart.drawings else {
        let body = html! { h1 { (name) }
            p { "It cannot be drawn." }
            (edit_link(&project, &spec_name))
            (told)
        };
        return Ok(LocalPage::new(name, PagePart::Charts, body).following(project.number).answer());
    };
    let kit = project.kit(data);
    let (body, title) = match site.chart_body(&kit, drawings) {
        Ok(body) => (body, &*drawings.whole[0].chart.title),
        Err(problem) => {
            let texts = |label: &str| project.folder.text_of(label, Some(&project.files));
            (html! { h1 { (name) } (problems::list(&[*problem], texts)) }, name)
        }
    };
    let body = html! {
        (file_told(&project, chart))
        (edit_link(&project, &spec_name))
        @if !chart.problems.is_empty() {
            p { a href="#problems" { (report::count(chart.problems.len(), "thing", "things")) " to look at in its spec" } }
        }
        (body) (marks::section(&project, data, chart, drawings)) (looks(&drawings.whole[0])) (documents(&drawings.whole[0])) (embedded::place(name)) (told)
    };
    Ok(LocalPage::new(title, PagePart::Charts, body).following(project.number).answer())
}

/// The picture in every size and theme there is; it is drawn when it is looked at.
fn looks(plain: &Rendering) -> Markup {
    html! {
        section {
            h2 { "Each size and theme" }
            @for size in Size::ALL {
                details {
                    summary { (size.word()) }
                    ul.looks {
                        @for theme in ThemeName::ALL {
                            @for look in plain.looks.asked(&[size], &[theme]) {
                                @let file = SVG.file(&plain.looks.stem(&plain.chart.name, look));
                                li {
                                    a href=(address_of_file(&file)) {
                                        img src=(address_of_file(&file)) loading="lazy" alt="";
                                        span { (theme.word()) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The documents with the picture in them.
fn documents(plain: &Rendering) -> Markup {
    let hosts = || embed::ALL.iter().filter(|host| host.names_no_text());
    html! {
        @if hosts().next().is_some() {
            section {
                h2 { "Documents with the picture" }
                ul {
                    @for host in hosts() {
                        @let file = host.file(&plain.stem);
                        li { a href=(address_of_file(&file)) download { (file) } }
                    }
                }
            }
        }
    }
}

fn file_told(project: &ReadProject, chart: &SeenChart) -> Markup {
    html! {
        @if let Some(mark) = mark(project, chart) {
            form.stale method="post" action="/draw" {
                input type="hidden" name="chart" value=(chart.spec.name);
                p { (mark) ". " button type="submit" { "Draw it anew" } }
            }
        }
    }
}

/// `render`, of one chart or of all.
pub fn draw(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let name = fields.get("chart");
    let words: Vec<String> = name.map_or(Vec::new(), |name| vec!["--".to_string(), name.clone()]);
    let carried = carry(desk, &["render"], &words, None, Render::run);
    let path = name.map_or(INDEX.to_string(), |name| chart_path(name));
    let body = match &carried.result {
        Ok(Exit::Fine) => return Ok(on_to(&path)),
        Ok(_) => html! { (carried::said(&carried.told)) (carried::said(&carried.said)) },
        Err(failure) => html! { (carried::said(&carried.told)) (carried::failure(failure, &[])) },
    };
    let body = html! { h1 { "Not all could be drawn" } (body) p { a href=(path) { "Back" } } };
    let page = LocalPage::new("Not all could be drawn", PagePart::Charts, body);
    Ok(page.with(StatusCode::UNPROCESSABLE_ENTITY))
}
