//! What the lines of a table said when a recipe was kept, which the next edition of the table may say
//! otherwise or no more: a scale, a day, the kind of its years.

use sourceline::tables::counted_over::CountedOver;
use sourceline::tables::year_end::YearEnd;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::across::number_columns;
use super::frame::{Frame, listed};
use super::heading_years::HeadingYears;
use super::on_day::said_of_all;
use super::options::ImportOptions;
use super::provisional::provisional_line;
use crate::cli::refusal::Unchanged;

/// One thing that a table says, such as `scale: 1000`, and the options that settle it.
struct Saying {
    name: &'static str,
    /// As the keys of a recipe, the first of them the likeliest.
    options: &'static [&'static str],
    /// What to write where the table says nothing of it any more.
    silent: &'static str,
}

const SAYINGS: [Saying; 6] = [
    Saying {
        name: "scale",
        options: &["multiply", "multiplier_column", "unit"],
        silent: "--multiply 1",
    },
    Saying { name: "day", options: &["on"], silent: "--on none" },
    Saying {
        name: "years",
        options: &["years", "year_starts"],
        silent: "--years with what they are",
    },
    Saying { name: "status", options: &["status", "status_column"], silent: "--status none" },
    Saying { name: "counted over", options: &["dates", "since"], silent: "--since each" },
    Saying {
        name: "columns",
        options: &["series_column", "value_column", "period_column", "and", "ignore"],
        silent: "the letters of the columns that are meant",
    },
];

/// What the lines around the table and its headings say, for the recipe that is kept.
pub fn said_of(
    table: &PublishedTable,
    label: &str,
    options: &ImportOptions,
) -> Result<Vec<String>, Unchanged> {
    let frame = Frame::of(table, label, options)?;
    let columns = match options.series_as_columns {
        true => number_columns(table, options),
        false => frame.values.clone(),
    };
    let mut said = Vec::new();
    let heading = columns.first().map_or(String::new(), |at| table.said_of(*at));
    let unit = HeadingUnit::of(&heading);
    let scale = unit.scale.map(|scale| scale.to_string());
    let scale = scale.or_else(|| unit.percent.then(|| "percent".to_string()));
    said.extend(scale.map(|scale| format!("scale: {scale}")));
    let day = said_of_all(table, (&columns, frame.wide), frame.period);
    said.extend(day.map(|(_, day)| format!("day: {}", day.day)));
    let first = if frame.wide { Some(0) } else { frame.period };
    let first = first.map_or("", |at| table.outline.columns[at].as_str());
    let years = match HeadingYears::of(first) {
        HeadingYears::Silent => HeadingYears::around(table),
        said => said,
    };
    said.extend(years.name().map(|name| format!("years: {name}")));
    said.extend(provisional_line(table).map(|_| "status: provisional".to_string()));
    let titles = table.outline.titles.clone().flat_map(|row| table.grid.cells(row));
    let window = titles.chain([heading.as_str(), first]).find_map(CountedOver::said_in);
    said.extend(window.map(|window| match window {
        CountedOver::Year => "counted over: twelve months".to_string(),
        CountedOver::Running => "counted over: running total".to_string(),
    }));
    // A letter names another column where one is put before it.
    let is_letter =
        |name: &&str| table.find(name).is_ok_and(|at| table.outline.columns[at] != **name);
    if options.named_columns().iter().any(is_letter) {
        let others = (0..table.width()).filter(|at| !frame.wide || !frame.values.contains(at));
        let names: Vec<&str> = others.map(|at| table.outline.columns[at].as_str()).collect();
        said.push(format!("columns: {}", listed(&names)));
    }
    Ok(said)
}

/// Stops where the table says something else than it did when the recipe was kept, and nobody has said
/// at this run what holds now.
pub fn hold_to_said(
    before: &[String],
    now: &[String],
    typed: &ImportOptions,
    file: &str,
) -> Result<(), Unchanged> {
    let of = |said: &'_ [String], name: &str| {
        let start = format!("{name}: ");
        said.iter().find_map(|line| line.strip_prefix(&start).map(str::to_string))
    };
    let typed: Vec<String> = typed.lines().map(|(key, _)| key).collect();
    for saying in &SAYINGS {
        let (old, new) = (of(before, saying.name), of(now, saying.name));
        let settled = saying.options.iter().any(|option| typed.iter().any(|key| key == option));
        if old == new || settled || old.is_none() {
            continue;
        }
        let old = old.unwrap_or_default();
        let was = format!("{} {old}", saying.name);
        let is = match &new {
            Some(new) => format!("now it says {} {new}", saying.name),
            None => "now it says nothing of that".to_string(),
        };
        let option = saying.options[0].replace('_', "-");
        let write = match (saying.name, &new) {
            ("scale", Some(new)) if new != "percent" => format!("--multiply {new}"),
            ("day", Some(new)) => format!("--on '{new}'"),
            ("scale" | "years" | "counted over", Some(_)) => {
                format!("--{option} with what holds now")
            }
            ("status", Some(_)) => "--status p".to_string(),
            _ => saying.silent.to_string(),
        };
        return Err(Unchanged::new(format!(
            "when the recipe was kept the table said {was}, and {is}"
        ))
        .hint(format!(
            "write {write} behind its name for this run; or look at the table anew with `sourceline import \
             {file}`, and keep another recipe"
        )));
    }
    Ok(())
}

impl HeadingYears {
    /// As a recipe keeps it.
    fn name(self) -> Option<String> {
        Some(match self {
            HeadingYears::Silent => return None,
            HeadingYears::Financial => "financial".to_string(),
            HeadingYears::Academic => "academic".to_string(),
            HeadingYears::Tax => "tax".to_string(),
            HeadingYears::Fiscal => "fiscal".to_string(),
            HeadingYears::Other => "others".to_string(),
            HeadingYears::Ending(YearEnd { month, day }) => match day {
                Some(day) => format!("ending {month:02}-{day:02}"),
                None => format!("ending {month:02}"),
            },
        })
    }
}
