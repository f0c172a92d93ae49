//! A table on a terminal: what only a person can say is asked, the likeliest answer first.

use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::figure::Nature;
use sourceline::store::Folder;
use sourceline::tables::PublishedTable;

use super::look::FirstLook;
use super::options::ImportOptions;
use super::question::OpenMatter;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// The words that settle a matter.
pub fn answer(asker: &Asker, matter: &OpenMatter) -> Result<Vec<String>, Failure> {
    let items: Vec<Item> = matter.answers.iter().map(|answer| Item::new(answer.told())).collect();
    let question = match &matter.first {
        Some(first) => format!("{} (or stop, and run {first})", matter.matter),
        None => matter.matter.clone(),
    };
    let picked = asker.pick(&question, &items)?;
    Ok(matter.answers[picked].words.clone())
}

/// Asks for whatever was not said.
pub fn ask(
    context: &mut Context,
    project: &Folder,
    table: &PublishedTable,
    asker: &Asker,
    (label, given): (&str, &ImportOptions),
) -> Result<ImportOptions, Failure> {
    let files = project.files()?;
    let read = check(&files, project.settings.financial_year_starts);
    let data = &read.value;
    if data.sources.is_empty() {
        return Err(Unchanged::new("there is no source yet, and every figure has one")
            .hint("`sourceline add source` adds one")
            .into());
    }
    let mut look = FirstLook::of(table, label, data, given)?;
    look.settled.clear();
    context.out.say(format_args!("{}", look.told(table, label)));
    context.out.finish().map_err(Failure::Print)?;
    let options = &mut look.options;
    if options.period.is_some() {
        options.period_column = None;
    } else if !options.years_as_columns {
        column(
            asker,
            table,
            "Column of the periods",
            &given.period_column,
            &mut options.period_column,
        )?;
        if options.series_as_columns && !given.series_as_columns {
            let ways = ["a series each", "one of them"].map(Item::new);
            options.series_as_columns = asker.pick("Columns of numbers", &ways)? == 0;
        }
        let none = given.value_column.clone().or(given.low_column.clone());
        if !options.series_as_columns {
            column(asker, table, "Column of the numbers", &none, &mut options.value_column)?;
        }
    }
    let named = given.series.is_some() || given.series_column.is_some() || given.new_series;
    if !named && !options.series_as_columns {
        series(asker, data, options)?;
    }
    if options.new_series {
        describe(asker, given, options)?;
    }
    if given.source.is_none() && options.source_column.is_none() {
        let mut sources: Vec<(&str, String)> = data
            .sources
            .iter()
            .map(|source| {
                (source.id, format!("{}  {}: {}", source.id, source.publisher, source.title))
            })
            .collect();
        sources.reverse();
        let items: Vec<Item> = sources.iter().map(|(_, text)| Item::new(text.clone())).collect();
        options.source = Some(sources[asker.pick("Source", &items)?].0.to_string());
    }
    Ok(look.options)
}

/// One of the columns, that which was guessed first.
fn column(
    asker: &Asker,
    table: &PublishedTable,
    question: &str,
    given: &Option<String>,
    guessed: &mut Option<String>,
) -> Result<(), Failure> {
    if given.is_some() {
        return Ok(());
    }
    let mut words: Vec<String> = (0..table.width()).map(|at| table.word(at)).collect();
    words.sort_by_key(|word| Some(word) != guessed.as_ref());
    let items: Vec<Item> = words.iter().map(Item::new).collect();
    *guessed = Some(words[asker.pick(question, &items)?].clone());
    Ok(())
}

/// One of the series, a new one, or one for each cell of a column.
fn series(asker: &Asker, data: &Dataset, options: &mut ImportOptions) -> Result<(), Failure> {
    let guessed = options.series.clone();
    let mut known: Vec<(&str, String)> = data
        .series
        .iter()
        .filter(|series| series.formula.is_none())
        .map(|series| (series.id, format!("{}  {}", series.id, series.title)))
        .collect();
    known.sort_by_key(|(id, _)| guessed.as_deref() != Some(id));
    let each = options.series_column.as_ref().map(|column| format!("a series for each `{column}`"));
    let mut items: Vec<Item> = Vec::new();
    items.extend(each.iter().map(Item::new));
    items.extend(known.iter().map(|(_, text)| Item::new(text.clone())));
    items.push(Item { text: "a new series".into(), always: true });
    let picked = asker.pick("Series", &items)?;
    let of_known = picked.checked_sub(usize::from(each.is_some()));
    match of_known {
        None => options.new_series = true,
        Some(at) => {
            options.series_column = None;
            options.series = known.get(at).map(|(id, _)| id.to_string());
            options.new_series = options.series.is_none();
        }
    }
    if !options.new_series {
        (options.title, options.unit, options.nature) = (None, None, None);
    }
    Ok(())
}

/// What a new series counts.
fn describe(
    asker: &Asker,
    given: &ImportOptions,
    options: &mut ImportOptions,
) -> Result<(), Failure> {
    let needed = |text: &str| match text {
        "" => Judged::Not("a series needs this".into()),
        text => Judged::Fine(text.into()),
    };
    // Each is called by its heading.
    let by_heading = options.series_as_columns && options.title.is_none();
    if given.title.is_none() && !by_heading {
        let title = options.title.clone().unwrap_or_default();
        options.title = Some(asker.line("Title on charts", &title, needed)?);
    }
    if given.nature.is_none() {
        let guessed = options.nature.clone();
        let mut natures = Nature::ALL;
        natures.sort_by_key(|nature| guessed.as_deref() != Some(nature.word()));
        let told = |nature: Nature| format!("{}: {}", nature.word(), nature.about());
        let picked = asker.pick("Nature", &natures.map(told).map(Item::new))?;
        options.nature = Some(natures[picked].word().to_string());
    }
    if given.unit.is_none() {
        let unit = options.unit.clone().unwrap_or_default();
        options.unit = Some(asker.line("Unit, in the plural", &unit, needed)?);
    }
    Ok(())
}
