//! The forms: what is sent, and what is said of it.

use maud::{Markup, html};
use sourceline::dataset::Dataset;
use sourceline::figure::Nature;

use super::super::carried::{self, Carried};
use super::more::{ImportFieldKind, NAMES, OF_SERIES, OptionField, TEXTS, TICKS, option_fields};
use super::rows::rows;
use super::said::{COLUMNS, EACH, NEW, SaidOfTable};
use crate::cli::hint::PageNames;
use crate::cli::import::on_page::PageLook;
use crate::cli::import::question::Settlement;

/// Where rows are pasted, or a file is chosen or dropped.
pub fn paste_form(series: Option<&str>) -> Markup {
    html! {
        form.entry #paste method="post" action="/import" enctype="multipart/form-data" autocomplete="off" {
            @if let Some(series) = series { input type="hidden" name="series" value=(series); }
            div.field {
                label for="pasted" { "Rows from a spreadsheet, pasted: with their headings, or a period and a value each" }
                textarea #pasted name="text" rows="6" spellcheck="false" {}
            }
            div.field {
                label for="file" { "Or a file: CSV, or a workbook" }
                input #file type="file" name="file" accept=".csv,.tsv,.txt,.xlsx,.xls,.ods";
            }
            p { button type="submit" { "Look at it" } }
        }
    }
}

/// What may be said of a file before it can be read.
pub fn of_the_file(table: &str, said: &SaidOfTable) -> Markup {
    html! {
        form.entry method="post" action="/import/look" autocomplete="off" {
            (carried_along(table, said))
            (text_field(said, "sheet", ""))
            (text_field(said, "range", ""))
            (more(said, &[]))
            p { button type="submit" { "Look again" } }
        }
    }
}

pub fn carried_along(table: &str, said: &SaidOfTable) -> Markup {
    let answered = serde_json::to_string(&said.answered).unwrap_or_default();
    html! {
        input type="hidden" name="table" value=(table);
        input type="hidden" name="said" value=(answered);
    }
}

/// What was understood, what is asked, and what would become of each row.
pub fn form(
    data: &Dataset,
    table: &str,
    said: &SaidOfTable,
    look: &PageLook,
    carried: &Carried,
) -> Markup {
    let options = &look.options;
    let works = matches!(look.tried, Some(Ok(_)));
    html! {
        pre tabindex="0" aria-label="What the table seems to be" { (look.said) }
        form.entry #import method="post" action="/import/look" autocomplete="off" {
            (carried_along(table, said))
            @if !options.years_as_columns && options.period.is_none() {
                (column(look, "period-column", options.period_column.as_deref()))
            }
            @if !options.years_as_columns && !options.series_as_columns {
                @if let Some(between) = &look.between { p { (between) ": choose" } }
                (column(look, "value-column", options.value_column.as_deref()))
            }
            (series(data, said, look))
            @if options.new_series {
                @if !options.series_as_columns {
                    (text_field(said, "title", options.title.as_deref().unwrap_or_default()))
                }
                (text_field(said, "unit", options.unit.as_deref().unwrap_or_default()))
                (nature(said))
                @for field in option_fields().iter().filter(|field| OF_SERIES.contains(&field.name)) {
                    (option_field(field, said, &look.columns))
                }
            }
            @if options.source_column.is_none() { (source(data, said)) }
            @for (at, matter) in look.open.iter().enumerate() {
                fieldset {
                    legend { (matter.matter) }
                    @if let Some(first) = &matter.first { p { "Or first: " code { (first) } } }
                    @for (place, answer) in matter.answers.iter().enumerate() {
                        @let words = serde_json::to_string(&answer.words).unwrap_or_default();
                        @let id = format!("answer-{at}-{place}");
                        p.choice {
                            input type="radio" id=(id) name=(format!("answer-{at}")) value=(words) required;
                            label for=(id) { (answered(answer)) }
                        }
                    }
                }
            }
            details open[TICKS.iter().any(|(name, _)| !said.text(name).is_empty()) || matches!(look.tried, Some(Err(_)))] {
                summary { "Rows that cannot be taken, and where the table is" }
                @for (name, label) in TICKS {
                    p.choice {
                        input type="checkbox" id=(name) name=(name) value="yes" checked[!said.text(name).is_empty()];
                        label for=(name) { (label) }
                    }
                }
                (text_field(said, "sheet", ""))
                (text_field(said, "range", ""))
                (why_field(said))
            }
            (more(said, &look.columns))
            div #preview aria-live="polite" {
                @if let Some(Err(failure)) = &look.tried { (carried::quiet(failure, NAMES)) }
                @if let Some(listing) = &look.rows { (rows(listing)) }
                (carried::said(&carried.told))
                @if works {
                    (carried::said(&carried.said))
                    input type="hidden" name="agreed" value=[carried.seal.as_ref().map(|seal| seal.clone() + &said.seal())];
                }
            }
            p {
                @if works { button type="submit" name="do" value="save" { "Save" } " " }
                button.second type="submit" name="do" value="look" { "Look again" }
            }
        }
    }
}

/// What the options of an answer are called.
const ANSWERS: PageNames = &[
    ("--dates", "Dates as"),
    ("--decimal", "Decimals behind the"),
    ("--ignore", "Without regard to"),
    ("--lengths", "Of length:"),
    ("--multiplier-column", "Multiplied by"),
    ("--multiply", "Multiplied by"),
    ("--nature", "nature"),
    ("--new-series", "A new series"),
    ("--on", "Of the day"),
    ("--round", "Numbers as"),
    ("--series-column", "By"),
    ("--status-column", "Marks from"),
    ("--title", "called"),
    ("--under", "Under"),
    ("--where", "Only rows with"),
    ("--year-starts", "Years begin with month"),
    ("--years", "Years:"),
];

/// An answer in words: `Multiplied by 100, if 1 is the whole`.
fn answered(answer: &Settlement) -> String {
    let word = |typed: &String| {
        let known = ANSWERS.iter().find(|(option, _)| option == typed);
        known.map_or(typed.clone(), |(_, name)| name.to_string())
    };
    let words: Vec<String> = answer.words.iter().map(word).collect();
    let label = if answer.label.is_empty() { String::new() } else { format!(", {}", answer.label) };
    words.join(" ") + &label
}

fn label_of(name: &str) -> &'static str {
    TEXTS.iter().find(|(known, _)| *known == name).map_or("", |(_, label)| *label)
}

/// The label of an option that a form has a field of its own for.
pub fn name_of(option: &str) -> &'static str {
    NAMES.iter().find(|(typed, _)| *typed == option).map_or("", |(_, label)| *label)
}

pub fn why_field(said: &SaidOfTable) -> Markup {
    html! {
        div.field {
            label for="why" { (name_of("--why")) }
            input #why type="text" name="why" value=(said.why);
        }
    }
}

/// What few tables need, closed where nothing of it was said.
fn more(said: &SaidOfTable, columns: &[String]) -> Markup {
    let fields: Vec<OptionField> = option_fields();
    // What belongs to a new series stands there once the columns are known.
    let fields: Vec<&OptionField> = fields
        .iter()
        .filter(|field| columns.is_empty() || !OF_SERIES.contains(&field.name))
        .collect();
    let is_said = fields.iter().any(|field| !said.more.texts(field.name).is_empty());
    html! {
        details #more open[is_said] {
            summary { "What else can be said of the table" }
            @for group in fields.chunk_by(|one, other| one.heading == other.heading) {
                fieldset {
                    legend { (group[0].heading) }
                    @for field in group { (option_field(field, said, columns)) }
                }
            }
        }
    }
}

fn option_field(field: &OptionField, said: &SaidOfTable, columns: &[String]) -> Markup {
    let (name, texts) = (field.name, said.more.texts(field.name));
    let text = texts.first().map_or("", String::as_str);
    let is = |value: &str| text == value;
    let blank = || html! { option value="" selected[text.is_empty()] { "as understood" } };
    if field.kind == ImportFieldKind::Tick {
        return html! {
            p.choice {
                input type="checkbox" id=(name) name=(name) value="yes" checked[!texts.is_empty()];
                label for=(name) { (field.label) }
            }
        };
    }
    html! {
        div.field {
            label for=(name) {
                (field.label)
                @if field.kind == ImportFieldKind::Lines { " (one a line)" }
            }
            @match &field.kind {
                ImportFieldKind::Column if !columns.is_empty() => select id=(name) name=(name) {
                    (blank())
                    @for column in columns { option value=(column) selected[is(column)] { (column) } }
                    // What is no column of this table is told, and stays until another is chosen.
                    @if !text.is_empty() && !columns.iter().any(|column| is(column)) {
                        option value=(text) selected { (text) }
                    }
                },
                ImportFieldKind::Choice(words) => select id=(name) name=(name) {
                    (blank())
                    @for (word, about) in words {
                        option value=(word) selected[is(word)] {
                            (word) @if !about.is_empty() { ": " (about) }
                        }
                    }
                },
                ImportFieldKind::Lines => textarea id=(name) name=(name) rows="2" spellcheck="false" { (texts.join("\n")) },
                _ => input id=(name) type="text" name=(name) value=(text) spellcheck="false";,
            }
        }
    }
}

fn text_field(said: &SaidOfTable, name: &str, guessed: &str) -> Markup {
    let text = match said.text(name) {
        "" => guessed,
        text => text,
    };
    html! {
        div.field {
            label for=(name) { (label_of(name)) }
            input id=(name) type="text" name=(name) value=(text) spellcheck="false";
        }
    }
}

fn column(look: &PageLook, name: &str, chosen: Option<&str>) -> Markup {
    html! {
        div.field {
            label for=(name) { (label_of(name)) }
            select id=(name) name=(name) {
                @if chosen.is_none() { option value="" selected { "choose" } }
                @for column in &look.columns {
                    option value=(column) selected[chosen == Some(column)] { (column) }
                }
            }
        }
    }
}

fn series(data: &Dataset, said: &SaidOfTable, look: &PageLook) -> Markup {
    let options = &look.options;
    let each = options.series_column.clone().map(|column| format!("{EACH}{column}"));
    let columns = options.series_as_columns.then(|| COLUMNS.to_string());
    let by_column = !said.more.texts("series-column").is_empty();
    let new = options.new_series.then(|| NEW.to_string());
    let chosen = match said.text("series") {
        "" if by_column => None,
        "" => options.series.clone().or(each.clone()).or(columns.clone()).or(new),
        text => Some(text.to_string()),
    };
    let is = |value: &str| chosen.as_deref() == Some(value);
    html! {
        div.field {
            label for="series" { (label_of("series")) }
            select #series name="series" {
                @if by_column {
                    option value="" selected[said.text("series").is_empty()] { "those that the column below names" }
                } @else if chosen.is_none() { option value="" selected { "choose" } }
                @if let Some(each) = &each {
                    option value=(each) selected[is(each)] { "a series for each " (each.trim_start_matches(EACH)) }
                }
                option value=(COLUMNS) selected[is(COLUMNS)] { "a series for each column of numbers" }
                @for series in data.series.iter().filter(|series| series.formula.is_none()) {
                    option value=(series.id) selected[is(series.id)] { (series.id) ": " (*series.title) }
                }
                option value=(NEW) selected[is(NEW)] { "a new series" }
            }
        }
    }
}

fn nature(said: &SaidOfTable) -> Markup {
    html! {
        div.field {
            label for="nature" { (label_of("nature")) }
            select #nature name="nature" {
                option value="" selected[said.text("nature").is_empty()] { "choose" }
                @for nature in Nature::ALL {
                    option value=(nature.word()) selected[said.text("nature") == nature.word()] {
                        (nature.word()) ": " (nature.about())
                    }
                }
            }
        }
    }
}

fn source(data: &Dataset, said: &SaidOfTable) -> Markup {
    html! {
        div.field {
            label for="source" { (label_of("source")) }
            select #source name="source" {
                option value="" selected[said.text("source").is_empty()] { "choose" }
                @for source in data.sources.iter().rev() {
                    option value=(source.id) selected[said.text("source") == source.id] {
                        (source.id) ": " (*source.publisher) ", " (*source.title)
                    }
                }
            }
        }
        p.aside { a href="/add/source" { "A new source" } }
    }
}
