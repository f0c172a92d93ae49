//! Pages over data in which there is no error; where there are some, they are the page.

use axum::response::Response;
use sourceline::dataset::Dataset;

use super::desk::{PageDesk, ReadProject};
use super::frame::{LocalPage, PagePart};
use super::overview::in_error;
use crate::cli::failure::Failure;

/// What `make` says of the project as it is now.
pub fn sound(
    desk: &PageDesk,
    (title, place): (&str, PagePart),
    make: impl FnOnce(&ReadProject, &Dataset) -> Result<Response, Failure>,
) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    let errors = project.errors(&read);
    if !errors.is_empty() {
        let body = in_error(&project, &errors);
        return Ok(LocalPage::new(title, place, body).following(project.number).answer());
    }
    make(&project, &read.value)
}
