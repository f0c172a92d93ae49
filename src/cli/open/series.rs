//! The lists of series and of sources, and a page for each.

use axum::response::Response;
use maud::Markup;
use sourceline::dataset::Dataset;
use sourceline::web::{ShownOn, StaticSite};

use super::answer::not_there;
use super::desk::PageDesk;
use super::frame::{LocalPage, PagePart};
use super::overview::in_error;
use crate::cli::failure::Failure;

/// A page over the data and what is drawn of them, if there is no error in them.
fn over(
    desk: &PageDesk,
    place: PagePart,
    make: impl FnOnce(&Dataset, &StaticSite, &ShownOn) -> Option<(String, Markup)>,
) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        return Ok(LocalPage { title: "There are errors", place, body }.answer());
    }
    let (data, site) = (&read.value, project.site(&read.value));
    let charts = project.summaries(&site, data);
    Ok(match make(data, &site, &ShownOn::of(&charts)) {
        Some((title, body)) => LocalPage { title: &title, place, body }.answer(),
        None => not_there("The project has none of this name."),
    })
}

pub fn list(desk: &PageDesk) -> Result<Response, Failure> {
    over(desk, PagePart::Series, |_, site, shown| {
        Some(("Series".to_string(), site.series_list_body(shown)))
    })
}

pub fn sources(desk: &PageDesk) -> Result<Response, Failure> {
    over(desk, PagePart::Sources, |_, site, shown| {
        Some(("Sources".to_string(), site.source_list_body(shown)))
    })
}

pub fn page(desk: &PageDesk, file: &str) -> Result<Response, Failure> {
    over(desk, PagePart::Series, |data, site, shown| {
        let key = data.find_series(file.strip_suffix(".html")?)?;
        Some((data.series(key).title.to_string(), site.series_body(key, shown, None)))
    })
}

pub fn source(desk: &PageDesk, file: &str) -> Result<Response, Failure> {
    over(desk, PagePart::Sources, |data, site, shown| {
        let key = data.find_source(file.strip_suffix(".html")?)?;
        Some((data.source(key).title.to_string(), site.source_body(key, shown)))
    })
}
