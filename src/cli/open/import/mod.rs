//! A table, pasted or chosen, becomes rows: what it seems to be, what only a person can say, what would become of
//! each row, and then Save. It is `sourceline import` in other clothes.

mod form;
mod more;
#[cfg(feature = "xlsx")]
mod of_book;
mod rows;
mod said;
mod upload;

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use self::more::NAMES;
use self::said::{SaidOfTable, words};
use super::answer::{not_there, on_to};
use super::carried::{self, Carried};
use super::desk::{KeptTable, PageDesk};
use super::fields::Fields;
use super::frame::{LocalPage, PagePart};
use super::saved::{self, in_query};
use crate::cli::failure::Failure;
use crate::cli::import::Import;
use crate::cli::import::on_page::CameToPage;

pub use self::form::paste_form;
pub use self::upload::uploaded;

const TITLE: &str = "Import a table";

/// Where a table is pasted or chosen.
pub fn page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let project = desk.project()?;
    let series = fields.get("series").map(String::as_str).filter(|id| !id.is_empty());
    let body = html! {
        h1 { (TITLE) }
        p { "Nothing is written before what was understood was shown and saved." }
        (paste_form(series))
    };
    Ok(LocalPage::new(TITLE, PagePart::Import, body).held_against(project.number).answer())
}

/// Keeps what was sent, and looks at it.
pub fn received(desk: &PageDesk, table: KeptTable, series: &str) -> Result<Response, Failure> {
    if table.bytes.is_empty() {
        let body = html! {
            h1 { (TITLE) }
            p.wrong role="alert" { "Nothing was pasted and no file was chosen." }
            (paste_form(Some(series).filter(|id| !id.is_empty())))
        };
        let page = LocalPage::new(TITLE, PagePart::Import, body);
        return Ok(page.with(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let kept = desk.keep_table(table);
    Ok(on_to(&format!("/import/look?table={kept}&series={}", in_query(series))))
}

/// What the table seems to be, what is asked, and what would become of it; or Save.
pub fn look(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let name = fields.get("table").map_or("", String::as_str);
    let Some(table) = desk.kept_table(name) else {
        return Ok(not_there(
            "The table is not held any more: paste it, or choose the file, again.",
        ));
    };
    let said = SaidOfTable::of(fields);
    // A plan that reads alike may be of another series: what was said is agreed to as well.
    let agreed = fields.get("agreed").and_then(|agreed| agreed.strip_suffix(&said.seal()));
    let saves = fields.get("do").is_some_and(|what| what == "save") && agreed.is_some();
    let agreed = agreed.filter(|_| saves).map(String::from);
    let (carried, looked) = tried(desk, &table, &said, agreed, !saves);
    let tried = looked.as_ref().and_then(CameToPage::tried);
    if saves && matches!(tried, Some(Ok(_))) {
        let series = looked.as_ref().and_then(CameToPage::series).unwrap_or_default();
        return saved::page(desk, &carried, &format!("/import?series={}", in_query(series)));
    }
    let project = desk.project()?;
    let now = project.data();
    let wrong = carried.result.is_err() || matches!(tried, Some(Err(_)));
    let form = match &looked {
        Some(CameToPage::Table(looked)) => form::form(&now.value, name, &said, looked, &carried),
        #[cfg(feature = "xlsx")]
        Some(CameToPage::Book(book)) => of_book::form(name, &said, book, &carried),
        None => form::of_the_file(name, &said),
    };
    let body = html! {
        h1 { (TITLE) }
        @if let Err(failure) = &carried.result { (carried::failure(failure, NAMES)) }
        (form)
        p { a href="/import" { "Another table" } }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(LocalPage::new(TITLE, PagePart::Import, body).held_against(project.number).with(status))
}

/// `import`, with what was said of the table.
fn tried(
    desk: &PageDesk,
    table: &KeptTable,
    said: &SaidOfTable,
    agreed: Option<String>,
    dry_run: bool,
) -> (Carried, Option<CameToPage>) {
    let mut looked = None;
    let words = match words(&table.label, said, dry_run) {
        Ok(words) => words,
        Err(failure) => {
            let (said, told) = (String::new(), String::new());
            return (Carried { result: Err(failure), said, told, seal: None }, None);
        }
    };
    let carried = carried::carry(desk, &["import"], &words, agreed, |import: Import, context| {
        let look = import.on_page(context, &table.bytes)?;
        let exit = look.tried().and_then(|tried| tried.as_ref().ok()).copied();
        looked = Some(look);
        Ok(exit.unwrap_or(crate::cli::exit::Exit::Fine))
    });
    (carried, looked)
}
