//! What changed, as a page to be read before it is agreed to: chart by chart, as it was and as it is.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use sha2::{Digest, Sha256};
use sourceline::dataset::changes::FigureChange;
use sourceline::export::ChangeRow;
use sourceline::output::rendering::Rendering;

use super::charts::ChartChange;
use super::told::{ChangesTold, by, cells};

/// How the page looks; it is a part of it.
pub const STYLES: [&str; 2] = [
    include_str!("../../../assets/site/site.css"),
    include_str!("../../../assets/page/review.css"),
];

/// How the two pictures of a chart are held against each other.
const WAYS: [(&str, &str); 3] =
    [("side", "Side by side"), ("swipe", "Swipe"), ("overlay", "Overlay")];

/// What stands in an address as it is.
const IN_ADDRESS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'`').add(b'\\');

/// How the page begins, and what says in its head who made it.
const BEGINS: &str = r#"<!DOCTYPE html><html lang="en-GB"><head>"#;
const GENERATOR: &str = r#"<meta name="generator" content="sourceline">"#;

/// What the title begins with.
const TITLE: &str = "What changed in ";

/// Is this such a page, by the head that we give to each, or a file with nothing in it?
pub fn may_be_written_over(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let head = text.strip_prefix(BEGINS).and_then(|rest| rest.split_once("<style>"));
    let is_ours = head.is_some_and(|(head, _)| {
        head.contains(GENERATOR) && head.contains(&format!("<title>{TITLE}"))
    });
    bytes.is_empty() || is_ours
}

impl ChangesTold<'_> {
    /// All of it in one file, which loads nothing and runs nothing.
    pub fn review(&self, project: &str) -> Vec<u8> {
        let style = STYLES.concat();
        let hash = BASE64_STANDARD.encode(Sha256::digest(&style));
        let policy = format!("default-src 'none'; img-src data:; style-src 'sha256-{hash}'");
        let in_file =
            |svg: &str| format!("data:image/svg+xml,{}", utf8_percent_encode(svg, IN_ADDRESS));
        let page = html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="generator" content="sourceline";
                    meta name="color-scheme" content="light dark";
                    title { (TITLE) (project) }
                    style { (PreEscaped(&style)) }
                }
                body { main { (self.review_body(project, &in_file)) } }
            }
        };
        (page.into_string() + "\n").into_bytes()
    }

    /// What stands in such a page; `picture` says by which address a picture is shown.
    pub fn review_body(&self, project: &str, picture: &dyn Fn(&str) -> String) -> Markup {
        let rows = self.rows();
        let shown = |row: &ChangeRow| self.charts.iter().any(|chart| is_on(chart, row));
        let elsewhere: Vec<&ChangeRow> = rows.iter().filter(|row| !shown(row)).collect();
        let commit = &self.since.commit;
        html! {
            h1 { (TITLE) (project) }
            p { (self.paragraph(&rows)) }
            p.aside { "Held against " (commit.short()) " “" (commit.subject) "”." }
            @for (at, chart) in self.charts.iter().enumerate() {
                (chart_section(at, chart, &rows, picture))
            }
            @if !elsewhere.is_empty() {
                section {
                    h2 { "Figures that no chart shows" }
                    (figures("Figures that no chart shows", &elsewhere))
                }
            }
        }
    }
}

/// Does a chart show what changed, as it was or as it is?
fn is_on(chart: &ChartChange, row: &ChangeRow) -> bool {
    let drawings = [&chart.was, &chart.is];
    drawings.into_iter().flatten().any(|drawing| drawing.chart.stamp.figures.contains(&row.id))
}

fn chart_section(
    at: usize,
    chart: &ChartChange,
    rows: &[ChangeRow],
    picture: &dyn Fn(&str) -> String,
) -> Markup {
    let own: Vec<&ChangeRow> = rows.iter().filter(|row| is_on(chart, row)).collect();
    html! {
        section.review {
            h2 { (chart.name) ", " (chart.what.word()) }
            p { strong { (chart.title) } }
            @if let Some(old) = &chart.old_title { p { "The title was: " (old) } }
            @if own.is_empty() && !chart.reasons.is_empty() {
                ul { @for reason in &chart.reasons { li { (reason) } } }
            }
            @match (&chart.was, &chart.is) {
                (Some(was), Some(is)) => (both(at, chart, was, is, picture)),
                (Some(one), None) => (alone("Before", one, picture)),
                (None, Some(one)) => (alone("Now", one, picture)),
                (None, None) => {}
            }
            @if !own.is_empty() { (figures(&format!("Figures of {} that changed", chart.name), &own)) }
        }
    }
}

/// Two pictures and how they are held against each other, which needs no script.
fn both(
    at: usize,
    chart: &ChartChange,
    was: &Rendering,
    is: &Rendering,
    picture: &dyn Fn(&str) -> String,
) -> Markup {
    let width = was.scene.width.max(is.scene.width).ceil();
    html! {
        fieldset.compare {
            legend.unseen { "How the pictures of " (chart.name) " stand" }
            @for (way, words) in WAYS {
                @let id = format!("{way}-{at}");
                span.way {
                    input type="radio" name=(format!("compare-{at}")) id=(id) class=(format!("as-{way}")) checked[way == "side"];
                    label for=(id) { (words) }
                }
            }
            p.of-swipe { "Scroll the picture sideways, or step with the arrow keys: left is as it was, right as it is now." }
            p.of-overlay { "What is as it was is white." }
            div.stage tabindex="0" role="group" aria-label=(format!("{} before and now", chart.name)) {
                div.track {
                    @for (when, drawing) in [("Before", was), ("Now", is)] {
                        figure class=(when.to_lowercase()) {
                            figcaption { (when) }
                            (image(when, drawing, width, picture))
                        }
                    }
                }
            }
        }
    }
}

fn alone(when: &str, drawing: &Rendering, picture: &dyn Fn(&str) -> String) -> Markup {
    html! {
        figure {
            figcaption { (when) }
            (image(when, drawing, drawing.scene.width.ceil(), picture))
        }
    }
}

fn image(when: &str, drawing: &Rendering, width: f64, picture: &dyn Fn(&str) -> String) -> Markup {
    let height = (drawing.scene.height * width / drawing.scene.width).ceil();
    let alt = format!("{when}: {}", drawing.chart.alt);
    html! { img src=(picture(&drawing.svg)) width=(width) height=(height) alt=(alt); }
}

fn figures(label: &str, rows: &[&ChangeRow]) -> Markup {
    html! {
        section.wide tabindex="0" aria-label=(label) {
            table {
                caption { span.unseen { (label) } }
                thead {
                    tr {
                        @for head in ["What", "Period", "Was", "Is", "Said by", "Figure"] {
                            th scope="col" { (head) }
                        }
                    }
                }
                tbody {
                    @for row in rows {
                        @let [change, what, period, was, is, _, id] = cells(row);
                        tr {
                            th scope="row" { (what) }
                            td { (period) }
                            td.number { (was) }
                            td.number { (is_now(row, &change, &is)) }
                            td { (by(row)) }
                            td { (id) }
                        }
                    }
                }
            }
        }
    }
}

/// The new number, with what became of the figure where there are not two numbers to tell it.
fn is_now(row: &ChangeRow, change: &str, is: &str) -> Markup {
    let tells = !matches!(row.how, FigureChange::Corrected(..) | FigureChange::Revised(..));
    html! {
        (is)
        @if tells || is.is_empty() { @if !is.is_empty() { " " } "(" (change) ")" }
    }
}
