//! A first look at a table: what it seems to be, and the command that imports it so.

use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::figure::Nature;
use sourceline::nearest::likely;
use sourceline::store::{Folder, Groundwork};
use sourceline::tables::marks::Marked;
use sourceline::tables::meaning::{TableGuess, is_total};
use sourceline::tables::period_heading::period_of_heading;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::attempt::{Attempt, Outcome};
use super::frame::{Frame, listed};
use super::options::{ImportOptions, shell_line};
use super::partition::parting_columns;
use super::question::Settlement;
use super::told::Revision;
use crate::cli::change::Job;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::report::count;
use crate::cli::screen::visible;

/// What a table seems to be, and how it would be imported.
pub struct FirstLook {
    pub guess: TableGuess,
    /// Everything said or guessed.
    pub options: ImportOptions,
    /// What was open and is settled so in the command.
    pub settled: Vec<String>,
    /// Some row at least can be read.
    pub works: bool,
}

/// More series than these are not made of one column unasked.
const MOST_SERIES: usize = 60;

impl FirstLook {
    /// What is missing is guessed; what was said stays.
    pub fn of(
        table: &PublishedTable,
        label: &str,
        data: &Dataset,
        given: &ImportOptions,
    ) -> Result<FirstLook, Unchanged> {
        let guess = TableGuess::of(table);
        let mut options = given.clone();
        let said = options.period_column.is_some()
            || options.value_column.is_some()
            || options.period.is_some();
        match &guess.wide {
            Some(_) if !said => options.years_as_columns = true,
            _ if !options.years_as_columns => fill_columns(table, &guess, &mut options),
            _ => {}
        }
        fill_marks(table, &guess, &mut options);
        let totals = table.body().any(|row| {
            let named = [guess.period].into_iter().flatten().chain(0..table.width().min(3));
            named.into_iter().any(|at| is_total(table.grid.cell(row, at)))
        });
        let mut look = FirstLook { guess, options, settled: Vec::new(), works: true };
        look.part_the_rows(table, label, totals)?;
        look.name_the_series(table, label, data);
        if look.options.source.is_none() && look.options.source_column.is_none() {
            look.options.source = data.sources.last().map(|source| source.id.to_string());
        }
        Ok(look)
    }

    /// Columns that tell rows apart become a series each, or one of their cells is taken.
    fn part_the_rows(
        &mut self,
        table: &PublishedTable,
        label: &str,
        totals: bool,
    ) -> Result<(), Unchanged> {
        let options = &mut self.options;
        for _ in 0..table.width() {
            let frame = Frame::of(table, label, options)?;
            let Some(column) = parting_columns(&frame).first().copied() else { break };
            let word = table.word(column);
            let values = table.values(column, &frame.rows, MOST_SERIES + 1);
            let whole = values.iter().find(|(text, _)| is_total(text) || text.is_empty());
            let single = options.series.is_some() || options.series_column.is_some();
            match (single, values.len() > MOST_SERIES, whole) {
                (false, false, _) => options.series_column = Some(word),
                (_, _, Some((text, _))) => options.only.push(format!("{word}={text}")),
                _ => options.only.push(format!("{word}={}", values[0].0)),
            }
        }
        let of_total =
            |condition: &String| condition.rsplit_once('=').is_some_and(|(_, cell)| is_total(cell));
        if totals && !options.only.iter().any(of_total) && options.series_column.is_none() {
            options.skip_totals = true;
        }
        Ok(())
    }

    /// A series that is called so, or else a new one.
    fn name_the_series(&mut self, table: &PublishedTable, label: &str, data: &Dataset) {
        let options = &mut self.options;
        if options.series.is_some() {
            return;
        }
        let heading = match &options.value_column {
            Some(name) => table.find(name).map(|at| table.outline.columns[at].clone()),
            None => Ok(String::new()),
        };
        let heading = match &self.guess.wide {
            Some(wide) => wide.first().map_or(String::new(), |at| table.said_of(*at)),
            None => heading.unwrap_or_default(),
        };
        let plain = without_brackets(&heading);
        if options.series_column.is_none() && !plain.is_empty() && !options.new_series {
            let known = data.series.iter().map(|series| (series.id, series.title.to_string()));
            if let [only] = likely(&plain, known)[..] {
                options.series = Some(only.to_string());
                return;
            }
        }
        options.new_series = true;
        // A name and what it is, as above a time series, is no title.
        let is_pair = |row: &usize| {
            let mut cells: Vec<&str> =
                table.grid.cells(*row).filter(|cell| !cell.is_empty()).collect();
            cells.dedup();
            cells.len() > 1
        };
        // What stands below the header is said of single series.
        let above = |row: &usize| *row < table.outline.header.start;
        let title = table.outline.titles.clone().find(|row| above(row) && !is_pair(row));
        let title = title.map(|row| {
            let cell = table.grid.cells(row).find(|cell| !cell.is_empty()).unwrap_or_default();
            without_brackets(without_number(cell))
        });
        let file = label.rsplit(['/', '\\']).next().unwrap_or(label);
        let stem = file.split('.').next().unwrap_or(file).replace(['_', '-'], " ");
        let generic = ["value", "obs_value", "count", "number", "total", "observation"];
        let small = plain.to_lowercase();
        let coded = small.starts_with("v4_") || small.starts_with("obs_value");
        let named = !plain.is_empty() && !coded && !generic.contains(&small.as_str());
        let title = title.filter(|title| !title.is_empty());
        options.title.get_or_insert_with(|| match (title, named) {
            (Some(title), _) => title,
            (None, true) => plain.clone(),
            (None, false) => stem,
        });
        let said = HeadingUnit::of(&heading);
        let of_title = HeadingUnit::of(options.title.as_deref().unwrap_or_default());
        let percent = said.percent || of_title.percent && !said.per_many;
        let column = options.value_column.as_deref().and_then(|name| table.find(name).ok());
        let columns: Vec<usize> = match &self.guess.wide {
            Some(wide) => wide.clone(),
            None => column.into_iter().collect(),
        };
        let cells =
            || table.body().flat_map(|row| columns.iter().map(move |at| table.grid.cell(row, *at)));
        let money = cells().find_map(|cell| cell.chars().find(|sign| "£€$".contains(*sign)));
        let below = cells().any(|cell| {
            let rest = cell.strip_prefix(['-', '−']).unwrap_or_default();
            rest.starts_with(|c: char| c.is_ascii_digit())
        });
        let own_unit = column.and_then(|at| table.unit(at)).map(|unit| {
            let says =
                unit.chars().any(char::is_alphabetic) && HeadingUnit::of(unit).scale.is_none();
            if says { unit } else { "number" }
        });
        let unit = match (percent, named) {
            _ if money.is_some() => money.map(String::from).unwrap_or_default(),
            (false, _) if own_unit.is_some() => own_unit.unwrap_or_default().to_lowercase(),
            (true, _) => "percent".to_string(),
            (false, true) if said.per_many => heading.to_lowercase(),
            (false, true) => {
                let last = plain.rsplit(" / ").next().unwrap_or(&plain);
                last.to_lowercase()
            }
            (false, false) => "number".to_string(),
        };
        let unit = in_brackets(&heading).filter(|_| !percent).map_or(unit, str::to_string);
        options.unit.get_or_insert(unit);
        let nature = match (percent, said.per_many) {
            (true, _) if below => Nature::Growth,
            (true, _) => Nature::Share,
            (_, true) => Nature::Ratio,
            _ if below => Nature::Net,
            _ => Nature::Flow,
        };
        if options.nature.is_none() {
            options.nature = Some(nature.word().to_string());
            if nature == Nature::Growth {
                options.base.get_or_insert_with(|| "the period before".to_string());
            }
            self.settled.push(format!(
                "a nature is a guess until somebody says it: --nature {} ({})",
                nature.word(),
                nature.about()
            ));
        }
    }

    /// Settles what is open as the first answer has it, until nothing is.
    pub fn settle(
        &mut self,
        table: &PublishedTable,
        label: &str,
        project: &Folder,
        ground: &Groundwork,
    ) -> Result<Option<String>, Failure> {
        const TRIES: usize = 24;
        // As the import itself plans it: a column that is missing is added.
        let job = Job { project, dry_run: true, specs: false };
        let month = project.settings.financial_year_starts;
        for _ in 0..TRIES {
            let attempt = Attempt {
                table,
                label,
                options: &self.options,
                month,
                revision: Revision::Conflict,
                tells_all: false,
            };
            let mut outcome = Outcome::default();
            let planned = job.planned(ground, &mut |ground: &Groundwork| {
                outcome = Outcome::default();
                attempt.plan(ground, &check(&ground.files, month), &mut outcome)
            });
            let before = self.options.words();
            let words = match planned {
                Ok(plan) => return Ok(Some(plan.columns + &plan.words)),
                Err(_) if !outcome.open.is_empty() => {
                    let matter = outcome.open.remove(0);
                    if matter.answers.iter().any(|one| one.words[0] == "--new-series") {
                        return Ok(None);
                    }
                    let each = |answer: &&Settlement| answer.words[0] == "--series-column";
                    let each =
                        matter.answers.iter().find(each).filter(|_| self.options.series.is_none());
                    let answer = each.unwrap_or(&matter.answers[0]);
                    self.settled.push(format!("{}: {}", matter.matter, answer.told()));
                    answer.words.clone()
                }
                Err(_) if outcome.tally.unread > 0 && outcome.tally.unread == outcome.tally.all => {
                    let first = outcome.unread.unwrap_or_default();
                    self.settled.push(format!("no row can be read so; {first}"));
                    self.works = false;
                    return Ok(None);
                }
                Err(_) if outcome.tally.unread > 0 && !self.options.skip_unread => {
                    let rows = count(outcome.tally.unread, "row", "rows");
                    let first = outcome.unread.unwrap_or_default();
                    self.settled.push(format!("{rows} cannot be read: --skip-unread; {first}"));
                    vec!["--skip-unread".to_string()]
                }
                Err(_) if outcome.tally.revised + outcome.tally.conflict > 0 => {
                    if self.options.skip_conflicts {
                        return Ok(None);
                    }
                    let conflicts = outcome.tally.revised + outcome.tally.conflict;
                    let rows = count(conflicts, "row is", "rows are");
                    self.settled.push(format!("{rows} in conflict: --skip-conflicts"));
                    vec!["--skip-conflicts".to_string()]
                }
                Err(failure) => return Err(failure),
            };
            self.options =
                self.options.with(&words).map_err(|error| Failure::Usage(error.to_string()))?;
            // An answer that changes nothing would be given for ever.
            if self.options.words() == before {
                return Ok(None);
            }
        }
        Ok(None)
    }

    /// The command that imports the table so.
    pub fn command(&self, file: &str) -> String {
        let words = [vec!["sourceline".into(), "import".into(), file.into()], self.options.words()];
        shell_line(&words.concat())
    }

    /// What the table seems to be, line by line.
    pub fn told(&self, table: &PublishedTable, label: &str) -> String {
        let (grid, outline) = (&table.grid, &table.outline);
        let mut lines = vec![format!(
            "{label}: {}, {}{}",
            count(outline.body.len(), "row", "rows"),
            count(table.width(), "column", "columns"),
            self.guess
                .manner
                .map_or(String::new(), |manner| format!(", in the manner of {manner}"))
        )];
        if let Some(sheet) = &grid.sheet {
            lines.push(format!("  sheet     {sheet}"));
        }
        for row in outline.titles.clone() {
            let cells: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            lines.push(format!("  title     {}", joined_once(&cells)));
        }
        let rows: Vec<usize> = table.body().collect();
        for column in 0..table.width() {
            let values = table.values(column, &rows, 400);
            let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
            let role = self.role(table, column);
            let part = match &self.guess.wide {
                Some(wide) if wide.contains(&column) => continue,
                _ => format!("{} `{}`", grid.letters(column), outline.columns[column]),
            };
            lines.push(format!("  {role:<9} {part}: {}", listed(&texts)));
        }
        if let Some([first, .., last]) = self.guess.wide.as_deref() {
            let name = |at: usize| period_of_heading(&outline.columns[at]).0.to_string();
            lines.push(format!(
                "  numbers   {} to {}, a period each: {} to {}",
                grid.letters(*first),
                grid.letters(*last),
                name(*first),
                name(*last)
            ));
        }
        for row in outline.notes.clone() {
            let cells: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            lines.push(format!("  note      {}", joined_once(&cells)));
        }
        if !outline.rest.is_empty() {
            let line = grid.line(outline.rest.start);
            lines.push(format!("  another table begins in line {line}: --range reads it"));
        }
        if !self.settled.is_empty() {
            lines.push("to be looked at, and settled so in the command:".to_string());
            lines.extend(self.settled.iter().map(|matter| format!("  - {matter}")));
        }
        lines.iter().map(|line| format!("{}\n", visible(line))).collect()
    }

    fn role(&self, table: &PublishedTable, column: usize) -> &'static str {
        let is = |name: &Option<String>| {
            name.as_deref().is_some_and(|name| table.find(name) == Ok(column))
        };
        let options = &self.options;
        let roles = [
            (is(&options.period_column) || is(&options.and), "period"),
            (is(&options.value_column), "numbers"),
            (is(&options.low_column) || is(&options.high_column), "ends"),
            (is(&options.series_column), "series"),
            (is(&options.source_column), "source"),
            (options.status_column.iter().any(|name| table.find(name) == Ok(column)), "marks"),
            (is(&options.note_column), "notes"),
            (is(&options.multiplier_column), "power"),
        ];
        let only = options.only.iter().any(|condition| {
            let cuts = condition.match_indices('=').map(|(at, _)| at);
            cuts.rev().any(|at| table.find(&condition[..at]) == Ok(column))
        });
        let found = roles.into_iter().find(|(fits, _)| *fits);
        found.map_or(if only { "only" } else { "not used" }, |(_, role)| role)
    }
}

fn fill_columns(table: &PublishedTable, guess: &TableGuess, options: &mut ImportOptions) {
    let word = |at: Option<usize>| at.map(|at| table.word(at));
    if options.period_column.is_none() && options.period.is_none() {
        options.period_column = word(guess.period);
        options.and = options.and.take().or_else(|| word(guess.and));
    }
    if options.value_column.is_none() && options.low_column.is_none() {
        let named = |at: &&usize| options.period_column != Some(table.word(**at));
        options.value_column = word(guess.values.iter().find(named).copied());
        if let Some((low, high)) = guess.ends {
            options.low_column = Some(table.word(low));
            options.high_column = Some(table.word(high));
        }
    }
}

/// Marks, powers of ten and notes, where there are any.
fn fill_marks(table: &PublishedTable, guess: &TableGuess, options: &mut ImportOptions) {
    let says = |at: Option<usize>, fits: fn(&str) -> bool| {
        at.filter(|at| table.body().any(|row| fits(table.grid.cell(row, *at))))
            .map(|at| table.word(at))
    };
    let fill = |option: &mut Option<String>, word: Option<String>| {
        if option.is_none() {
            *option = word;
        }
    };
    let marked = |cell: &str| !Marked::of_column(cell).is_empty();
    if options.status_column.is_empty() {
        options.status_column.extend(says(guess.status, marked));
    }
    fill(&mut options.multiplier_column, says(guess.multiplier, |cell| !matches!(cell, "" | "0")));
    fill(&mut options.note_column, says(guess.note, |cell| !cell.is_empty()));
}

/// The cells of a row; of a text that was merged over several of them, one.
fn joined_once(cells: &[&str]) -> String {
    let mut cells = cells.to_vec();
    cells.dedup();
    cells.join(" ")
}

/// `Nests` of `Nests (thousands) [note 1]`.
fn without_brackets(heading: &str) -> String {
    let end = heading.find(['(', '[']).unwrap_or(heading.len());
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | ',' | ' ');
    heading[..end].trim().trim_end_matches(raised).to_string()
}

/// `mm` of `Rain (mm)`, but neither a scale nor a sentence.
fn in_brackets(heading: &str) -> Option<&str> {
    let unit = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?.1.trim();
    let plain = unit.starts_with(char::is_alphabetic) && unit.split(' ').count() < 3;
    let word = unit.to_lowercase();
    let says = !["note", "number", "count", "total"].iter().any(|other| word.starts_with(other));
    (plain && says && HeadingUnit::of(heading).scale.is_none()).then_some(unit)
}

/// `Nests by year` of `Table 1: Nests by year`.
fn without_number(title: &str) -> &str {
    let numbered = |word: &str| {
        let word = word.to_lowercase();
        word.starts_with("table")
            || word == "title"
            || word.starts_with("figure")
            || word.starts_with("worksheet")
    };
    match title.split_once([':', '.', '–']) {
        Some((before, rest)) if numbered(before) && before.len() < 20 => rest.trim(),
        _ => title.trim(),
    }
}
