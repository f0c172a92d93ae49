//! `NAME.md`: what a chart says, for those who read rather than look: the long description, the
//! figures, the notes and every source in full.

use std::fmt::Write as _;

use super::Row;
use super::escape::{markdown, markdown_url};
use crate::chart::Chart;
use crate::dataset::Dataset;
use crate::figure::{Source, SourceKey};
use crate::locale::{dates, words};

/// The whole document. `picture` is the path of the picture, as seen from the document.
pub fn document(chart: &Chart, rows: &[Row], data: &Dataset, picture: &str) -> String {
    let mut text = format!("# {}\n\n", markdown(&chart.title));
    if !chart.subtitle.is_empty() {
        paragraph(&mut text, &chart.subtitle);
    }
    let _ = write!(text, "![{}]({})\n\n", markdown(&chart.alt), markdown_url(picture));
    heading(&mut text, "What the chart shows");
    chart.description.lines().filter(|line| !line.trim().is_empty()).for_each(|line| {
        paragraph(&mut text, line);
    });
    heading(&mut text, "The figures");
    text.push_str(&table(rows));
    if !chart.notes.is_empty() {
        heading(&mut text, "Notes");
        list(&mut text, chart.notes.iter().map(|note| markdown(note)));
    }
    heading(&mut text, "Sources");
    numbered(&mut text, chart, data);
    let told = told_of(chart, data);
    if !told.is_empty() {
        heading(&mut text, "Also told of");
        list(&mut text, told.into_iter().map(|key| reference(data.source(key))));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The rows as a table, by panel where there are several.
pub fn table(rows: &[Row]) -> String {
    let mut text = String::new();
    for group in rows.chunk_by(|a, b| a.panel == b.panel) {
        if !group[0].panel.is_empty() && group.len() < rows.len() {
            let _ = write!(text, "**{}**\n\n", markdown(&group[0].panel));
        }
        text.push_str("| Series | Period | Figure | Remarks | Source |\n|---|---|---:|---|---|\n");
        for row in group {
            let cells = [
                markdown(&row.title),
                markdown(&row.period),
                markdown(&row.said),
                markdown(&row.remarks()),
                source(row),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        text.push('\n');
    }
    text
}

fn source(row: &Row) -> String {
    let mut text = linked(&row.source.text, &row.source.url);
    if !row.source.first.is_empty() {
        let _ = write!(text, ", relaying {}", markdown(&row.source.first));
    }
    match row.source.number {
        Some(number) => format!("{text} \\[{number}\\]"),
        None => text,
    }
}

fn numbered(text: &mut String, chart: &Chart, data: &Dataset) {
    for (place, citation) in chart.sources.iter().enumerate() {
        let found = data.find_source(&citation.source);
        let full = found.map_or_else(String::new, |key| reference(data.source(key)));
        let of = match citation.only_of.as_str() {
            "" => String::new(),
            events => format!("For {}: ", markdown(events)),
        };
        let _ = writeln!(text, "{}. {of}{}  ", place + 1, markdown(&citation.text));
        let _ = writeln!(text, "   {full}");
    }
    text.push('\n');
}

/// Sources of figures that are told of but not drawn, and the first voices of those relayed.
fn told_of(chart: &Chart, data: &Dataset) -> Vec<SourceKey> {
    let mut told = Vec::new();
    for id in &chart.stamp.figures {
        let Some(key) = data.find_figure(id) else { continue };
        let figure = data.figure(key);
        for source in [Some(figure.source), data.first_voice(figure)].into_iter().flatten() {
            let id = data.source(source).id;
            let cited = chart.sources.iter().any(|citation| citation.source == id);
            if !cited && !told.contains(&source) {
                told.push(source);
            }
        }
    }
    told
}

/// `NPCC, “Title”, Container, 6 September 2018. <https://…>`
fn reference(source: &Source) -> String {
    let title = match source.title.is_empty() {
        true => String::new(),
        false => format!("“{}”", &*source.title),
    };
    let date = source.published.map_or(String::new(), dates::published);
    let parts: [&str; 5] = [&source.author, &source.publisher, &title, &source.container, &date];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut text = markdown(&words::sentence(&parts.join(", ")));
    for (word, url) in [("", &source.url), ("archived: ", &source.archive_url)] {
        if !url.is_empty() {
            let _ = write!(text, " {word}<{}>", markdown_url(url));
        }
    }
    text
}

pub(crate) fn linked(text: &str, url: &str) -> String {
    match url {
        "" => markdown(text),
        url => format!("[{}]({})", markdown(text), markdown_url(url)),
    }
}

fn heading(text: &mut String, words: &str) {
    let _ = write!(text, "## {words}\n\n");
}

fn paragraph(text: &mut String, words: &str) {
    let _ = write!(text, "{}\n\n", markdown(words));
}

fn list(text: &mut String, items: impl Iterator<Item = String>) {
    items.for_each(|item| {
        let _ = writeln!(text, "- {item}");
    });
    text.push('\n');
}
