//! What the lines of a table said when a recipe was kept, which the next edition of the table may say
//! otherwise or no more: a scale, a day, the kind of its years.

use rust_decimal::Decimal;
use sourceline::tables::counted_over::CountedOver;
use sourceline::tables::year_end::YearEnd;
use sourceline::tables::{HeadingUnit, PublishedTable, scale_of_unit};

use super::across::number_columns;
use super::frame::{Frame, listed};
use super::heading_years::HeadingYears;
use super::on_day::said_of_all;
use super::options::ImportOptions;
use super::provisional_lines::provisional_line;
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
    // What to write is worked out.
    Saying { name: "scale", options: &["multiply", "multiplier_column", "unit"], silent: "" },
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

/// Of a scale that a table does not say.
const UNSAID: &str = "none";

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
    // What somebody multiplies by is kept even of a table that says no scale.
    let scale = scale.or_else(|| options.multiply.as_ref().map(|_| UNSAID.to_string()));
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
/// at this run what holds now. `unit` is that of the series, where there is one.
pub fn hold_to_said(
    (before, now): (&[String], &[String]),
    (of_recipe, typed): (&ImportOptions, &ImportOptions),
    unit: impl Fn() -> Option<String>,
    file: &str,
) -> Result<(), Unchanged> {
    let of = |said: &'_ [String], name: &str| {
        let start = format!("{name}: ");
        said.iter().find_map(|line| line.strip_prefix(&start).map(str::to_string))
    };
    let typed: Vec<String> = typed.lines().map(|(key, _)| key).collect();
    for saying in &SAYINGS {
        let (old, new) = (of(before, saying.name), of(now, saying.name));
        let unsaid = |said: &Option<String>| said.as_ref().is_none_or(|said| said == UNSAID);
        if unsaid(&old) && unsaid(&new) {
            continue;
        }
        let settled = saying.options.iter().any(|option| typed.iter().any(|key| key == option));
        if old == new || settled || old.is_none() {
            continue;
        }
        let old = old.unwrap_or_default();
        let new = new.filter(|new| new != UNSAID);
        let was = match old.as_str() {
            UNSAID => format!("no {}", saying.name),
            _ => format!("{} {old}", saying.name),
        };
        let is = match &new {
            Some(new) => format!("now it says {} {new}", saying.name),
            None => "now it says nothing of that".to_string(),
        };
        let changed = format!("when the recipe was kept the table said {was}, and {is}");
        let option = saying.options[0].replace('_', "-");
        let mut why = String::new();
        let write = match (saying.name, &new) {
            ("scale", new) => match scale_held(&old, new.as_deref(), of_recipe, unit()) {
                Ok((write, counts)) => {
                    why = counts;
                    write
                }
                Err(counts) => {
                    let look = look_anew(file);
                    return Err(Unchanged::new(format!("{changed}; {counts}")).hint(look));
                }
            },
            ("day", Some(new)) => format!("--on '{new}'"),
            ("years" | "counted over", Some(_)) => {
                format!("--{option} with what holds now")
            }
            ("status", Some(_)) => "--status p".to_string(),
            _ => saying.silent.to_string(),
        };
        let look = look_anew(file);
        return Err(Unchanged::new(changed)
            .hint(format!("write {write} behind its name for this run{why}; or {look}")));
    }
    Ok(())
}

fn look_anew(file: &str) -> String {
    format!("look at the table anew with `sourceline import {file}`, and keep another recipe")
}

/// What to write where a table says another scale: what makes a number of the table one of the series, whose unit may
/// have a scale itself, and why. An error says why no number does.
fn scale_held(
    old: &str,
    new: Option<&str>,
    of_recipe: &ImportOptions,
    unit: Option<String>,
) -> Result<(String, String), String> {
    let counts = unit.as_ref().map(|unit| format!("the series counts {unit}"));
    let cannot = || {
        let counts = counts.as_deref().unwrap_or("what its series count is not known here");
        format!("{counts}, so the table cannot be added as it is")
    };
    let by = match &of_recipe.multiply {
        None => Some(Decimal::ONE),
        Some(by) => by.parse().ok(),
    };
    let scale = |said: &str| said.parse::<Decimal>().ok();
    let own = match (scale(old), by) {
        // What was multiplied then made numbers of the series, whatever those of the table were.
        (None, Some(_)) if old == UNSAID => {
            unit.as_ref().map(|unit| Decimal::from(scale_of_unit(unit))).ok_or_else(cannot)?
        }
        (Some(old), Some(by)) if !by.is_zero() && of_recipe.multiplier_column.is_none() => {
            old.checked_div(by).ok_or_else(cannot)?
        }
        // Percentages that are called so no more may be so still.
        _ if old == "percent" && new.is_none() => {
            let still = " where its numbers are in percent still".to_string();
            let by = of_recipe.multiply.as_deref().unwrap_or("1");
            return Ok((format!("--multiply {by}"), still));
        }
        _ => return Err(cannot()),
    };
    // Numbers taken otherwise than their heading had it leave open what they count.
    if unit.is_some_and(|unit| Decimal::from(scale_of_unit(&unit)) != own) {
        return Err(cannot());
    }
    let scale = new.map_or(Some(Decimal::ONE), scale).ok_or_else(cannot)?;
    let factor = scale.checked_div(own).ok_or_else(cannot)?.normalize();
    let why = match (counts.filter(|_| own != Decimal::ONE), new) {
        (Some(counts), Some(_)) => format!(", as {counts}"),
        (Some(counts), None) => format!(" where its numbers are now of ones, as {counts}"),
        (None, _) => String::new(),
    };
    Ok((format!("--multiply {factor}"), why))
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
