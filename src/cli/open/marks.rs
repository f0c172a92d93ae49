//! What lies behind each mark of a picture: a list, and what the picture shows of it where somebody points.

use maud::{Markup, html};
use sourceline::chart;
use sourceline::dataset::Dataset;
use sourceline::export;
use sourceline::figure::FigureKey;
use sourceline::output::format::{self, SVG};
use sourceline::web::{ChartDrawings, anchor, is_link, linked};

use super::desk::{ReadProject, SeenChart};
use crate::cli::drawing::Easel;
use crate::cli::show::charts::OnCharts;
use crate::cli::show::trace::Inquiry;

/// A figure of a chart.
struct BehindMark {
    key: FigureKey,
    /// `2017: 82,109, Referrals`.
    words: String,
    drawn: bool,
}

/// Each figure that is drawn, in the order of the table, then those that are told of in words.
pub fn section(
    project: &ReadProject,
    data: &Dataset,
    chart: &SeenChart,
    drawings: &ChartDrawings,
) -> Markup {
    let catalogue = project.catalogue(data);
    let drawn = project.charts(data).iter().filter_map(|chart| chart.drawings.as_ref());
    let inquiry = Inquiry {
        project: &project.folder,
        files: &project.files,
        easel: Easel::new(&project.folder, data, &catalogue),
        on_charts: OnCharts::these(drawn.map(|drawings| &drawings.whole[0].chart)),
        columns: 0,
    };
    let marks = marks(&inquiry, &drawings.whole[0].chart);
    let png = format::ALL.iter().find(|format| format.ending == "png");
    html! {
        section #marks aria-labelledby="marks-head" {
            h2 #marks-head { "Behind each mark" }
            div #marks-tools hidden data-picture=[png.map(|png| png.file(&drawings.whole[0].stem))]
                data-marks=(SVG.file(&drawings.bare[0].stem)) {}
            @for mark in &marks { (behind(&inquiry, &chart.spec.name, mark)) }
        }
    }
}

fn marks(inquiry: &Inquiry, chart: &chart::Chart) -> Vec<BehindMark> {
    let data = inquiry.data();
    let mut marks: Vec<BehindMark> = Vec::new();
    for row in export::rows(chart, data) {
        let Some(key) = data.find_figure(&row.figure) else { continue };
        if marks.iter().all(|mark| mark.key != key) {
            let words = format!("{}: {}, {}", row.period, row.said, row.title);
            marks.push(BehindMark { key, words, drawn: true });
        }
    }
    for id in &chart.stamp.figures {
        let Some(key) = data.find_figure(id) else { continue };
        if marks.iter().all(|mark| mark.key != key) {
            let title = &data.series(data.figure(key).series).title;
            let words = format!("{}: {}, {title}", inquiry.period(key), inquiry.value(key));
            let drawn = chart.sources_of.iter().any(|(drawn, _)| drawn == id);
            marks.push(BehindMark { key, words, drawn });
        }
    }
    marks
}

fn behind(inquiry: &Inquiry, chart: &str, mark: &BehindMark) -> Markup {
    let data = inquiry.data();
    let figure = data.figure(mark.key);
    let elsewhere = inquiry.on_charts.with_any(std::iter::once(&*figure.id));
    let elsewhere: Vec<String> = elsewhere.into_iter().filter(|name| name != chart).collect();
    html! {
        details.mark id=(format!("mark-{}", figure.id)) data-figure=(&*figure.id) {
            summary { (mark.words) @if !mark.drawn { " (told of in words)" } }
            dl {
                @for (label, text) in inquiry.behind(mark.key) {
                    dt { (label) }
                    dd { (told(inquiry, mark.key, label, &text)) }
                }
                @if !elsewhere.is_empty() {
                    dt { "also on" }
                    dd {
                        @for (at, name) in elsewhere.iter().enumerate() {
                            @if at > 0 { ", " }
                            a href=(super::overview::chart_path(name)) { (name) }
                        }
                    }
                }
            }
            @if let Some(quotation) = quotation(inquiry, mark.key) {
                pre tabindex="0" aria-label="To quote it" { (quotation) }
            }
        }
    }
}

/// What is said of it, with the way there.
fn told(inquiry: &Inquiry, key: FigureKey, label: &str, text: &str) -> Markup {
    let data = inquiry.data();
    let figure = data.figure(key);
    let series = format!("../series/{}.html", data.series(figure.series).id);
    match label {
        "figure" if data.has_row(key) => {
            html! { a href=(format!("{series}#{}", anchor(&figure.id))) { (text) } }
        }
        "series" => html! { a href=(series) { (text) } },
        "source" => {
            html! { a href=(format!("../sources/{}.html", data.source(figure.source).id)) { (text) } }
        }
        "address" | "archived at" | "at" => {
            let (address, rest) = text.split_once(' ').unwrap_or((text, ""));
            match is_link(address) {
                true => html! { (linked(address, address)) @if !rest.is_empty() { " " (rest) } },
                false => html! { (text) },
            }
        }
        _ => html! { (text) },
    }
}

/// As `quote` says it of its series and period, where it is what stands for them.
fn quotation(inquiry: &Inquiry, key: FigureKey) -> Option<String> {
    let data = inquiry.data();
    let figure = data.figure(key);
    inquiry.observation(key).filter(|one| one.preferred == key)?;
    let series = data.series(figure.series);
    let expression = format!("value(\"{}\", \"{}\")", series.id, figure.period);
    let said = chart::quote(&expression, data).ok()?;
    Some(format!("{}, {}: {}", series.title, inquiry.period(key), said.with_sources()))
}
