//! The figures of a series as a table, each cell with a field: Enter saves it, and what is wrong with it is
//! told at the cell.

use maud::{Markup, html};
use sourceline::dataset::Dataset;
use sourceline::export::figure_words::period;
use sourceline::figure::{Claim, Figure, FigureKey, Rank, SeriesKey};
use sourceline::reading::{self, Measure};

use super::carried;

/// The cells that may be edited: the option of `edit`, and what stands above them.
pub const COLUMNS: [(&str, &str); 7] = [
    ("period", "Period"),
    ("value", "Value"),
    ("status", "Status"),
    ("source", "Source"),
    ("stated", "In its words"),
    ("locator", "Page"),
    ("note", "Note"),
];

/// What was tried last.
#[derive(Default)]
pub struct LastEdit {
    /// Where something was not taken: the figure, the column, what was typed, and why.
    pub refused: Option<(String, String, String, String)>,
    /// What was done, and the seal by which it is taken back.
    pub done: Option<(String, Option<String>)>,
}

/// All figures of a series, sorted in time; those that are superseded come last.
pub fn section(data: &Dataset, key: SeriesKey, state: u64, last: &LastEdit) -> Markup {
    let series = data.series(key);
    let mut rows: Vec<FigureKey> =
        data.rows().filter(|row| data.figure(*row).series == key).collect();
    rows.sort_by_key(|row| {
        let figure = data.figure(*row);
        (figure.rank == Rank::Superseded, figure.period.span())
    });
    html! {
        section #figures data-state=(state) aria-labelledby="figures-head" {
            h2 #figures-head { "The figures" }
            p { a href=(format!("/add?series={}", super::saved::in_query(series.id))) { "Add a figure" } }
            details { summary { "Add rows from a spreadsheet" } (super::import::paste_form(Some(series.id))) }
            div role="status" {
                @if let Some((said, seal)) = &last.done {
                    (carried::said(said))
                    @if let Some(seal) = seal {
                        form method="post" action="/undo" {
                            input type="hidden" name="last" value=(seal);
                            button.second type="submit" { "Undo" }
                        }
                    }
                }
            }
            @if series.formula.is_some() {
                p { "It is worked out by its formula, and has no rows of its own." }
            } @else if !rows.is_empty() {
                p.aside #how { "Enter saves a cell." }
                section.wide tabindex="0" aria-label="Table of the figures" {
                    table.cells {
                        caption { span.unseen { (*series.title) } }
                        thead { tr { @for (_, head) in COLUMNS { th scope="col" { (head) } } } }
                        tbody { @for row in rows { (figure_row(data, row, last)) } }
                    }
                }
            }
        }
    }
}

fn figure_row(data: &Dataset, key: FigureKey, last: &LastEdit) -> Markup {
    let figure = data.figure(key);
    let id: &str = &figure.id;
    html! {
        tr id=(format!("figure-{id}")) .superseded[figure.rank == Rank::Superseded] {
            @for (column, head) in COLUMNS {
                @let now = cell(data, figure, column);
                @let refused = last.refused.as_ref().filter(|(of, in_column, ..)| of == id && in_column == column);
                @let shown = refused.map_or(now.as_str(), |(_, _, typed, _)| typed);
                @let told = format!("told-{column}-{id}");
                td {
                    @if let Some(formula) = figure.claim.formula().filter(|_| column == "value") {
                        span { (formula) }
                    } @else {
                        form method="post" action="/edit" hx-post="/edit" hx-target="#figures" hx-swap="outerHTML" autocomplete="off" {
                            input type="hidden" name="id" value=(id);
                            input type="hidden" name="column" value=(column);
                            input type="hidden" name="before" value=(now);
                            input id=(format!("cell-{column}-{id}")) type="text" name="text" value=(shown) spellcheck="false"
                                size=(shown.chars().count().clamp(6, 36))
                                aria-label=(format!("{head}, {}, {id}", period(data, key)))
                                aria-invalid=[refused.map(|_| "true")] aria-describedby=[refused.map(|_| &told)];
                        }
                        @if let Some((.., why)) = refused { p.wrong id=(told) role="alert" { (why) } }
                    }
                }
            }
        }
    }
}

/// What a cell says, so that it could be typed.
pub fn cell(data: &Dataset, figure: &Figure, column: &str) -> String {
    match column {
        "period" => reading::period_in_words(figure.period),
        "value" => match &figure.claim {
            Claim::Stated(quantity) => {
                reading::quantity_in_words(quantity, &Measure::from(data.series(figure.series)))
            }
            _ => String::new(),
        },
        "status" => figure.status.to_string(),
        "source" => data.source(figure.source).id.to_string(),
        "stated" => figure.stated.to_string(),
        "locator" => figure.locator.to_string(),
        "note" => figure.note.to_string(),
        _ => String::new(),
    }
}
