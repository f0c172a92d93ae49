//! The lists of series and of sources, and a page for each.

use axum::http::StatusCode;
use axum::response::Response;
use maud::Markup;
use sourceline::dataset::Dataset;
use sourceline::web::{ShownOn, StaticSite};

use super::answer::not_there;
use super::desk::PageDesk;
use super::frame::{LocalPage, PagePart};
use super::sound::sound;
use super::table::{self, LastEdit};
use crate::cli::failure::Failure;

/// A page over the data and what is drawn of them, if there is no error in them.
fn over(
    desk: &PageDesk,
    place: PagePart,
    make: impl FnOnce(&Dataset, &StaticSite, &ShownOn, u64) -> Option<(String, Markup)>,
) -> Result<Response, Failure> {
    sound(desk, ("There are errors", place), |project, data| {
        let site = project.site(data);
        let charts = project.summaries(&site, data);
        Ok(match make(data, &site, &ShownOn::of(&charts), project.number) {
            Some((title, body)) => {
                LocalPage::new(&title, place, body).following(project.number).answer()
            }
            None => not_there("The project has none of this name."),
        })
    })
}

pub fn list(desk: &PageDesk) -> Result<Response, Failure> {
    over(desk, PagePart::Series, |_, site, shown, _| {
        Some(("Series".to_string(), site.series_list_body(shown)))
    })
}

pub fn sources(desk: &PageDesk) -> Result<Response, Failure> {
    over(desk, PagePart::Sources, |_, site, shown, _| {
        Some(("Sources".to_string(), site.source_list_body(shown)))
    })
}

pub fn page(desk: &PageDesk, file: &str) -> Result<Response, Failure> {
    let id = file.strip_suffix(".html").unwrap_or_default();
    series_page(desk, id, &LastEdit::default(), StatusCode::OK)
}

/// The page of a series, with what became of the last cell that was edited in it.
pub fn series_page(
    desk: &PageDesk,
    id: &str,
    last: &LastEdit,
    status: StatusCode,
) -> Result<Response, Failure> {
    let answer = over(desk, PagePart::Series, |data, site, shown, state| {
        let key = data.find_series(id)?;
        let figures = table::section(data, key, state, last);
        Some((data.series(key).title.to_string(), site.series_body(key, shown, Some(figures))))
    });
    answer.map(|mut answer| {
        if answer.status() == StatusCode::OK {
            *answer.status_mut() = status;
        }
        answer
    })
}

pub fn source(desk: &PageDesk, file: &str) -> Result<Response, Failure> {
    over(desk, PagePart::Sources, |data, site, shown, _| {
        let key = data.find_source(file.strip_suffix(".html")?)?;
        Some((data.source(key).title.to_string(), site.source_body(key, shown)))
    })
}
