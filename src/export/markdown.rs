//! `NAME.md`: what a chart says, for those who read rather than look: the long description, the
//! figures, the notes and every source in full.

use std::fmt::Write as _;

use super::DataRow;
use super::escape::{address_of_file, markdown, markdown_exact, markdown_url, markdown_within};
use crate::chart::Chart;
use crate::dataset::Dataset;
use crate::figure::{Source, SourceKey};
use crate::locale::{Language, words};

/// The whole document. `picture` is the path of the picture, as seen from the document.
pub fn document(chart: &Chart, rows: &[DataRow], data: &Dataset, picture: &str) -> String {
    let language = chart.language;
    let pages = &language.pages;
    let mut text = format!("# {}\n\n", markdown(&chart.title));
    if !chart.subtitle.is_empty() {
        paragraph(&mut text, &chart.subtitle);
    }
    let _ = write!(text, "![{}]({})\n\n", markdown_exact(&chart.alt), address_of_file(picture));
    heading(&mut text, pages.what_it_shows());
    chart.description.lines().filter(|line| !line.trim().is_empty()).for_each(|line| {
        paragraph(&mut text, line);
    });
    heading(&mut text, pages.the_figures());
    text.push_str(&table(language, rows));
    if !chart.notes.is_empty() {
        heading(&mut text, pages.notes());
        list(&mut text, chart.notes.iter().map(|note| markdown(note.as_str())));
    }
    heading(&mut text, pages.sources());
    numbered(&mut text, chart, data);
    let told = told_of(chart, data);
    if !told.is_empty() {
        heading(&mut text, pages.also_told_of());
        list(&mut text, told.into_iter().map(|key| reference(language, data.source(key))));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The rows as a table, by panel where there are several.
pub fn table(language: &Language, rows: &[DataRow]) -> String {
    let mut text = String::new();
    let heads = language.table.heads().map(markdown).join(" | ");
    for group in rows.chunk_by(|a, b| a.panel == b.panel) {
        if !group[0].panel.is_empty() && group.len() < rows.len() {
            let _ = write!(text, "**{}**\n\n", markdown(&group[0].panel));
        }
        let _ = writeln!(text, "| {heads} |\n|---|---|---:|---|---|");
        for row in group {
            let cells = [
                markdown(&row.title),
                markdown(&row.period),
                markdown(&row.said),
                markdown(&row.remarks(language)),
                source(language, row),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        text.push('\n');
    }
    text
}

/// What each series of the rows counts, as a list; empty if none says it.
pub fn definitions(language: &Language, rows: &[DataRow]) -> String {
    let mut said: Vec<String> = Vec::new();
    for row in rows.iter().filter(|row| !row.definition.is_empty()) {
        let counts = words::sentence(&language.notes.counts(&row.title, &row.definition));
        let item = format!("- {}\n", markdown(&counts));
        if !said.contains(&item) {
            said.push(item);
        }
    }
    said.concat()
}

fn source(language: &Language, row: &DataRow) -> String {
    let mut text = linked(&row.source.text, &row.source.url);
    if !row.source.first.is_empty() {
        let first = markdown(&row.source.first);
        text = language.table.relaying.marked_up(markdown_within, &[&text, &first]);
    }
    match row.source.number {
        Some(number) => format!("{text} \\[{number}\\]"),
        None => text,
    }
}

fn numbered(text: &mut String, chart: &Chart, data: &Dataset) {
    for (place, citation) in chart.sources.iter().enumerate() {
        let found = data.find_source(&citation.source);
        let full =
            found.map_or_else(String::new, |key| reference(chart.language, data.source(key)));
        let said = markdown(&citation.text);
        let said = match citation.only_of.as_str() {
            "" => said,
            events => {
                let events = markdown(events);
                chart.language.pages.for_events.marked_up(markdown_within, &[&events, &said])
            }
        };
        let _ = writeln!(text, "{}. {said}  ", place + 1);
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
fn reference(language: &Language, source: &Source) -> String {
    let title = match source.title.is_empty() {
        true => String::new(),
        false => language.pages.quoted(&*source.title),
    };
    let date = source.published.map_or(String::new(), |date| language.published(date));
    let parts: [&str; 5] = [&source.author, &source.publisher, &title, &source.container, &date];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut text = markdown(&words::sentence(&parts.join(language.small.comma())));
    let link = |url: &str| format!("<{}>", markdown_url(url));
    if !source.url.is_empty() {
        let _ = write!(text, " {}", link(&source.url));
    }
    if !source.archive_url.is_empty() {
        let archived = &language.pages.archived;
        let _ =
            write!(text, " {}", archived.marked_up(markdown_within, &[&link(&source.archive_url)]));
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
