//! Which page lies where. What pages of a site link to lies below `/charts/` as it does there.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};

use super::answer::{file, not_there, on_to, page};
use super::desk::PageDesk;
use super::fields::Fields;
use super::frame::INDEX;
use super::{add, chart, edited, files, follow, overview, series, undone};

/// What the pages load, which is a part of the program.
const ASSETS: [(&str, &str); 4] = [
    ("site.css", include_str!("../../../assets/site/site.css")),
    ("page.css", include_str!("../../../assets/page/page.css")),
    ("page.js", include_str!("../../../assets/page/page.js")),
    ("htmx.js", include_str!("../../../assets/page/htmx-2.0.11.min.js")),
];

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
        .route("/undo", get(undo_list).post(undo))
        .fallback(async || not_there("No page of the project lies at this address."))
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
