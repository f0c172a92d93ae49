//! Which series, and a sheet of small pictures of what suits them.

use axum::response::Response;
use maud::{Markup, html};
use rayon::prelude::*;
use sourceline::chart::first_ways::FirstWay;
use sourceline::chart::{ChartSpec, Mark};
use sourceline::dataset::Dataset;
use sourceline::figure::SeriesKey;
use sourceline::output::catalogue::spec_label;
use sourceline::output::studio::PLAIN;
use sourceline::problem::has_errors;

use super::super::desk::{PageDesk, ReadProject};
use super::super::fields::Fields;
use super::super::frame::{LocalPage, PagePart};
use super::super::saved::in_query;
use super::super::sound::sound;
use crate::cli::drawing;
use crate::cli::failure::Failure;

pub const TITLE: &str = "New chart";

/// What a way of drawing is for.
fn used_for(way: FirstWay) -> (&'static str, &'static str) {
    match way {
        FirstWay::Suited => ("As it comes", "The marks that what is counted suggests."),
        FirstWay::Marked(Mark::Line) => (
            "Line",
            "How something went: the line joins what may be compared, and breaks where it may not.",
        ),
        FirstWay::Marked(Mark::Bars) => {
            ("Bars", "How much there was in each period: lengths are compared, from zero.")
        }
        FirstWay::Stacked => (
            "Stacked bars",
            "Parts of a whole, one bar for each period: stacked where their figures add up to it.",
        ),
        FirstWay::Marked(Mark::Spans) => (
            "Spans",
            "Averages and counts over periods that differ in length, each as wide as its period.",
        ),
        FirstWay::Marked(_) => (
            "Points",
            "Single statements, each read by itself: nothing is said of the time between.",
        ),
        FirstWay::Rows => (
            "Bars across",
            "Places or kinds in one period, the most first; or many periods with long names.",
        ),
        FirstWay::Claims => ("Claims", "Who says what of one period, where sources differ."),
        FirstWay::Multiples => {
            ("Small multiples", "Many series, a panel each on the same axes: shapes are compared.")
        }
        FirstWay::Panels => {
            ("Two panels", "Two counts that may not share an axis, one above the other in time.")
        }
    }
}

pub fn page(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    sound(desk, (TITLE, PagePart::New), |project, data| {
        let chosen = chosen(data, fields);
        let body = html! {
            h1 { (TITLE) }
            (choice(data, &chosen))
            @if !chosen.is_empty() { (sheet(desk, project, data, &chosen)) }
        };
        Ok(LocalPage::new(TITLE, PagePart::New, body).held_against(project.number).answer())
    })
}

/// Each ticked series has a field of its own.
fn chosen(data: &Dataset, fields: &Fields) -> Vec<SeriesKey> {
    let ids = fields.keys().filter_map(|name| name.strip_prefix("series-"));
    let mut keys: Vec<SeriesKey> = ids.filter_map(|id| data.find_series(id)).collect();
    keys.sort();
    keys.truncate(MOST_CHOSEN);
    keys
}

/// More are described in a text.
const MOST_CHOSEN: usize = 12;

fn choice(data: &Dataset, chosen: &[SeriesKey]) -> Markup {
    let drawable = data.series.iter().filter_map(|series| {
        let key = data.find_series(series.id)?;
        let any = !data.observations_of(key).is_empty() || !data.targets_of(key).is_empty();
        any.then_some((key, series))
    });
    html! {
        form.entry method="get" action="/new" {
            fieldset.series-choice {
                legend { "Which series?" }
                @for (key, series) in drawable {
                    @let name = format!("series-{}", series.id);
                    p.choice {
                        input type="checkbox" id=(name) name=(name) value="yes" checked[chosen.contains(&key)];
                        label for=(name) { (*series.title) " (" (series.id) ")" }
                    }
                }
            }
            p { button type="submit" { "Show what suits them" } }
        }
    }
}

/// Those that can be drawn, each picture once.
fn sheet(desk: &PageDesk, project: &ReadProject, data: &Dataset, chosen: &[SeriesKey]) -> Markup {
    let studio = drawing::studio(&project.folder, data);
    let drawn: Vec<(FirstWay, Option<String>)> = FirstWay::ALL
        .par_iter()
        .map(|way| {
            let svg = way.spec(data, chosen, None).and_then(|spec| {
                let own = ChartSpec::only("new", &spec_label("new"), &spec);
                let drawn = studio.draw(&own, false, PLAIN);
                let fine = !has_errors(&drawn.problems);
                drawn.value.drawn.into_iter().next().filter(|_| fine).map(|one| one.svg)
            });
            (*way, svg)
        })
        .collect();
    let mut shown: Vec<(FirstWay, String)> = Vec::new();
    // What comes of itself may be one of the others, which says more.
    for (way, svg) in drawn.into_iter().rev() {
        let Some(svg) = svg else { continue };
        if shown.iter().all(|(_, other)| *other != svg) {
            shown.push((way, svg));
        }
    }
    shown.reverse();
    let ids: Vec<String> = chosen
        .iter()
        .map(|key| in_query(data.series(*key).id))
        .map(|id| format!("&series-{id}=yes"))
        .collect();
    html! {
        section aria-labelledby="sheet" {
            h2 #sheet { "What suits them" }
            @if shown.is_empty() {
                p { "Nothing shows them together: what they count may not stand in one chart." }
            }
            ul.cards {
                @for (way, svg) in &shown {
                    @let (name, about) = used_for(*way);
                    li {
                        a href=(format!("/new/spec?as={}{}", way.word(), ids.concat())) {
                            img src=(desk.keep(svg)) alt="";
                            span.title { (name) }
                        }
                        p { (about) }
                    }
                }
            }
        }
    }
}

/// The first spec of a new chart.
pub fn first_text(project: &ReadProject, data: &Dataset, fields: &Fields) -> Option<String> {
    let keys = chosen(data, fields);
    if keys.is_empty() {
        return None;
    }
    let asked = fields.get("as").map_or("", String::as_str);
    let way = FirstWay::ALL.into_iter().find(|way| way.word() == asked)?;
    let spec = way.spec(data, &keys, None)?;
    Some(drawing::studio(&project.folder, data).with_finding("new", spec))
}
