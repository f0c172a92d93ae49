//! Which page lies where. What pages of a site link to lies below `/charts/` as it does there.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};

use super::answer::{file, not_there, on_to, page};
use super::desk::PageDesk;
use super::fields::Fields;
use super::frame::INDEX;
use super::{
    add, chart, edited, embedded, files, follow, import, overview, review, series, spec, undone,
};
use crate::page::no_entry;

/// What the pages load, which is a part of the program.
const ASSETS: [(&str, &str); 6] = [
    ("site.css", include_str!("../../../assets/site/site.css")),
    ("page.css", PAGE_CSS),
    ("page.js", include_str!("../../../assets/page/page.js")),
    ("marks.js", include_str!("../../../assets/page/marks.js")),
    ("paste.js", include_str!("../../../assets/page/paste.js")),
    ("htmx.js", include_str!("../../../assets/page/htmx-2.0.11.min.js")),
];

const PAGE_CSS: &str = concat!(
    include_str!("../../../assets/page/page.css"),
    include_str!("../../../assets/page/review.css")
);

pub fn routes(desk: Arc<PageDesk>) -> Router {
    Router::new()
        .route("/", get(async || on_to(INDEX)))
        .route(INDEX, get(charts))
        .route("/assets/{name}", get(asset))
        // Browsers ask for it of themselves.
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .route("/charts/series.html", get(all_series))
        .route("/charts/sources.html", get(all_sources))
        .route("/charts/{file}", get(beside))
        .route("/charts/series/{file}", get(one_series))
        .route("/charts/sources/{file}", get(one_source))
        .route("/charts/{name}/{file}", get(of_chart))
        .route("/draw", post(draw))
        .route("/add", get(add_page).post(add_done))
        .route("/add/said", post(add_said))
        .route("/add/charts", post(add_charts))
        .route("/add/series", get(new_series).post(add_series))
        .route("/add/source", get(new_source).post(add_source))
        .route("/edit", post(edit))
        .route("/kept/{file}", get(kept))
        .route("/changed", get(changed))
        .route("/import", get(import_page).post(import_received))
        .route("/import/look", get(import_look).post(import_looked))
        .route("/new", get(new_chart))
        .route("/new/spec", get(new_spec))
        .route("/spec", get(spec_page).post(spec_saved))
        .route("/spec/drawn", post(spec_drawn))
        .route("/spec/marked", post(spec_marked))
        .route("/embedded/{name}", get(embedded_list))
        .route("/review", get(review_page))
        .route("/undo", get(undo_list).post(undo))
        .fallback(async || not_there("No page of the project lies at this address."))
        // The door holds what is sent to how much there may be.
        .layer(DefaultBodyLimit::disable())
        .with_state(desk)
}

type OfDesk = State<Arc<PageDesk>>;

async fn asset(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|(known, _)| *known == name) {
        Some((name, text)) => file(name, text.as_bytes().to_vec()),
        None => not_there("No such part of a page."),
    }
}

async fn charts(State(desk): OfDesk) -> Response {
    page(desk, overview::page).await
}

async fn of_chart(State(desk): OfDesk, Path((name, file)): Path<(String, String)>) -> Response {
    page(desk, move |desk| match file.as_str() {
        "index.html" => chart::page(desk, &name),
        file => files::of_chart(desk, &name, file),
    })
    .await
}

async fn beside(State(desk): OfDesk, Path(file): Path<String>) -> Response {
    page(desk, move |desk| files::of_all(desk, &file)).await
}

async fn all_series(State(desk): OfDesk) -> Response {
    page(desk, series::list).await
}

async fn all_sources(State(desk): OfDesk) -> Response {
    page(desk, series::sources).await
}

async fn one_series(State(desk): OfDesk, Path(file): Path<String>) -> Response {
    page(desk, move |desk| series::page(desk, &file)).await
}

async fn one_source(State(desk): OfDesk, Path(file): Path<String>) -> Response {
    page(desk, move |desk| series::source(desk, &file)).await
}

async fn draw(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| chart::draw(desk, &fields)).await
}

async fn import_page(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| import::page(desk, &fields)).await
}

async fn import_received(State(desk): OfDesk, form: Multipart) -> Response {
    match import::uploaded(form).await {
        Ok((table, series)) => page(desk, move |desk| import::received(desk, table, &series)).await,
        Err(why) => no_entry(StatusCode::BAD_REQUEST, &why),
    }
}

async fn import_look(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| import::look(desk, &fields)).await
}

async fn import_looked(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| import::look(desk, &fields)).await
}

async fn new_chart(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| spec::page(desk, &fields)).await
}

async fn new_spec(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| spec::new_page(desk, &fields)).await
}

async fn spec_page(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    let name = fields.get("chart").cloned().unwrap_or_default();
    page(desk, move |desk| spec::spec_page(desk, &name)).await
}

async fn spec_saved(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| spec::save(desk, &fields)).await
}

async fn spec_drawn(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| spec::drawn(desk, &fields)).await
}

async fn spec_marked(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| spec::marked(desk, &fields)).await
}

/// Into the page of a chart that is open, where that asks.
async fn embedded_list(
    State(desk): OfDesk,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Response {
    let within = headers.contains_key("hx-request");
    page(desk, move |desk| embedded::list(desk, &name, within)).await
}

async fn review_page(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| review::page(desk, &fields)).await
}

async fn undo_list(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| undone::page(desk, &fields)).await
}

async fn undo(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| undone::take_back(desk, &fields)).await
}

async fn add_page(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    page(desk, move |desk| add::page(desk, &fields)).await
}

async fn add_done(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| add::done(desk, &fields)).await
}

async fn add_said(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| add::said(desk, &fields)).await
}

async fn add_charts(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| add::charts(desk, &fields)).await
}

async fn new_series(Query(fields): Query<Fields>) -> Response {
    add::series_form(&fields)
}

async fn new_source(Query(fields): Query<Fields>) -> Response {
    add::source_form(&fields)
}

async fn add_series(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| add::add_series(desk, &fields)).await
}

async fn add_source(State(desk): OfDesk, Form(fields): Form<Fields>) -> Response {
    page(desk, move |desk| add::add_source(desk, &fields)).await
}

/// Into the table of a page that is open, where that asks.
async fn edit(State(desk): OfDesk, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let within = headers.contains_key("hx-request");
    page(desk, move |desk| edited::edit(desk, &fields, within)).await
}

async fn kept(State(desk): OfDesk, Path(name): Path<String>) -> Response {
    let svg = name.strip_suffix(".svg").and_then(|name| desk.kept(name));
    svg.map_or_else(|| not_there("No such picture."), |svg| file(&name, svg.into_bytes()))
}

async fn changed(State(desk): OfDesk, Query(fields): Query<Fields>) -> Response {
    follow::changed(desk, fields.get("state").cloned().unwrap_or_default()).await
}
