//! Which column is what, and which rows are meant: the options put to one table.

use std::collections::HashMap;

use sourceline::nearest::did_you_mean;
use sourceline::tables::day_of_year::DayOfYear;
use sourceline::tables::meaning::headings_over;
use sourceline::tables::names::{is_unit, names_a_measure, names_financial_years};
use sourceline::tables::period_heading::{ParsedHeading, period_headings, said_by_name};
use sourceline::tables::totals::is_total;
use sourceline::tables::{NoSuchColumn, PublishedTable};

use super::brackets::brackets_said;
use super::columns_told::columns_told;
use super::damage::DatedRanges;
use super::options::{BracketSign, ImportOptions, WHOLE_YEARS};
use super::part_notes::sentences_of_parts;
use super::provisional_lines::provisional_years;
use super::since::RunningSince;
use crate::cli::refusal::Unchanged;

/// A table with every column that was named found in it.
pub struct Frame<'t> {
    pub table: &'t PublishedTable,
    pub period: Option<usize>,
    /// What the name of their column says of every period, such as `week ending`.
    pub said_of_periods: Option<String>,
    /// It is `Financial year ending`: a lone year below it is the one that ends then.
    pub ends_financial: bool,
    /// The day of each year that the numbers are of.
    pub on: Option<DayOfYear>,
    /// From when on running totals are counted.
    pub since: Option<RunningSince>,
    /// The period of every row, where no column says it.
    pub of_all: Option<String>,
    /// The second column of the periods.
    pub and: Option<usize>,
    /// Where the numbers stand: one column, or one for each period of the header.
    pub values: Vec<usize>,
    /// The periods are the headings of `values`.
    pub wide: bool,
    pub ends: Option<(usize, usize)>,
    pub series: Option<usize>,
    /// The columns whose cells are joined to the names of the series.
    pub joined: Vec<usize>,
    /// The series are called by ranges of which a spreadsheet spoilt some.
    pub dated_ranges: Option<DatedRanges>,
    pub source: Option<usize>,
    pub status: Vec<usize>,
    pub note: Option<usize>,
    /// Beside a column of numbers below a period, those of the marks and notes below the same one.
    pub beside: HashMap<usize, Beside>,
    pub multiplier: Option<usize>,
    /// The rows that are meant, as rows of the grid.
    pub rows: Vec<usize>,
    /// What all these rows say, or all columns stand below, and the others of the table do not: the
    /// cells of `--where` and the heading of `--under`.
    pub kept: Vec<&'t str>,
    /// How many rows `--where` leaves out.
    pub elsewhere: usize,
    /// The rows that `--skip-totals` leaves out.
    pub totals: Vec<usize>,
    /// Of every column: does it say something of a figure, or which rows are meant?
    pub used: Vec<bool>,
    /// The sentences below the table that call years incomplete by their names.
    pub part_notes: Vec<&'t str>,
    /// The years that notes below the table call provisional, each with its note, where nobody says a
    /// status of all numbers.
    pub provisional: Vec<(String, &'t str)>,
    /// Columns in which a blank meant the cell above.
    filled: Vec<usize>,
    /// Columns that a person says make no difference.
    pub ignored: Vec<usize>,
    /// What numbers in brackets are, as somebody or a line above the table or below it says.
    pub brackets: Option<BracketSign>,
}

/// The columns of the marks and of the notes that go with one of numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    pub marks: Option<usize>,
    pub note: Option<usize>,
}

/// The table with its blanks filled where `--fill-down` says so, and with the names of series that
/// `--series-and` makes; `None` where neither is said.
pub fn made_ready(
    table: &PublishedTable,
    label: &str,
    options: &ImportOptions,
) -> Result<Option<PublishedTable>, Unchanged> {
    if options.fill_down.is_empty() && options.series_and.is_empty() {
        return Ok(None);
    }
    let find = |option: &'static str, names: &[String]| -> Result<Vec<usize>, Unchanged> {
        names.iter().map(|name| column(table, label, option, name)).collect()
    };
    let filled = table.filled_down(&find("--fill-down ", &options.fill_down)?);
    let naming: Vec<String> =
        options.series_column.iter().chain(&options.series_and).cloned().collect();
    Ok(Some(match options.series_and.is_empty() {
        true => filled,
        false => filled.with_joined(&find("--series-and ", &naming)?),
    }))
}

impl<'t> Frame<'t> {
    pub fn of(
        table: &'t PublishedTable,
        label: &'t str,
        options: &'t ImportOptions,
    ) -> Result<Frame<'t>, Unchanged> {
        let find = |option: &str, name: &str| column(table, label, option, name);
        let found = |option: &str, name: &Option<String>| {
            name.as_deref().map(|name| find(option, name)).transpose()
        };
        let below = |name: &str| -> Vec<usize> {
            let columns = &table.outline.columns;
            let periods =
                if options.years_as_columns { period_headings(columns) } else { Vec::new() };
            let fits = |at: &usize| ParsedHeading::of(&columns[*at]).rest == name.trim();
            let under: Vec<usize> = periods.into_iter().filter(fits).collect();
            if under.is_empty() && options.years_as_columns {
                return beside_periods(table, name);
            }
            under
        };
        let is_below = |name: &str| !below(name).is_empty();
        let mut frame = Frame {
            table,
            period: found("--period-column ", &options.period_column)?,
            said_of_periods: None,
            ends_financial: false,
            on: day_said(options)?,
            since: RunningSince::said(options)?,
            of_all: options.period.clone(),
            and: found("--and ", &options.and)?,
            values: found("--value-column ", &options.value_column)?.into_iter().collect(),
            wide: options.years_as_columns,
            ends: found("--low-column ", &options.low_column)?
                .zip(found("--high-column ", &options.high_column)?),
            series: found("--series-column ", &options.series_column)?,
            joined: options
                .series_and
                .iter()
                .map(|name| find("--series-and ", name))
                .collect::<Result<_, _>>()?,
            dated_ranges: None,
            source: found("--source-column ", &options.source_column)?,
            status: options
                .status_column
                .iter()
                .filter(|name| !is_below(name))
                .map(|name| find("--status-column ", name))
                .collect::<Result<_, _>>()?,
            note: match &options.note_column {
                Some(name) if is_below(name) => None,
                name => found("--note-column ", name)?,
            },
            beside: HashMap::new(),
            multiplier: found("--multiplier-column ", &options.multiplier_column)?,
            rows: table.body().collect(),
            kept: Vec::new(),
            elsewhere: 0,
            totals: Vec::new(),
            part_notes: sentences_of_parts(table),
            provisional: match options.status {
                None => provisional_years(table),
                Some(_) => Vec::new(),
            },
            used: vec![false; table.width()],
            filled: options
                .fill_down
                .iter()
                .map(|name| find("--fill-down ", name))
                .collect::<Result<_, _>>()?,
            ignored: Vec::new(),
            brackets: options.brackets.or_else(|| brackets_said(table)),
        };
        if frame.wide {
            frame.values.clone_from(&table.headings().periods);
            let notes = options.note_column.iter().flat_map(|name| below(name)).collect::<Vec<_>>();
            let marks: Vec<usize> =
                options.status_column.iter().flat_map(|name| below(name)).collect();
            frame.values.retain(|at| !notes.contains(at) && !marks.contains(at));
            frame.put_beside(&notes, |beside, at| beside.note = Some(at));
            frame.put_beside(&marks, |beside, at| beside.marks = Some(at));
            if frame.values.is_empty() {
                return Err(Unchanged::new(format!("no column of {label} is called by a period"))
                    .hint(format!(
                        "write --period-column and --value-column; {}",
                        columns_told(table)
                    )));
            }
            if let Some(heading) = &options.under {
                frame.keep_under(heading)?;
            }
        }
        if let Some(first) = frame.series.filter(|_| !frame.joined.is_empty()) {
            frame.joined.insert(0, first);
            // A table that is not made ready has no such column.
            frame.series = table.joined_column(&frame.joined).or(frame.series);
        }
        frame.dated_ranges = frame.series.and_then(|at| DatedRanges::of(table, at));
        // The first column names the headings beside it.
        let named = if frame.wide { Some(0) } else { frame.period };
        let named = named.and_then(|at| table.outline.columns.get(at));
        frame.said_of_periods = named.and_then(|name| said_by_name(name));
        frame.ends_financial = frame.said_of_periods.as_deref() == Some("year ending")
            && named.is_some_and(|name| names_financial_years(name));
        for name in &options.ignore {
            frame.ignored.push(find("--ignore ", name)?);
        }
        if frame.wide {
            let ignored = frame.ignored.clone();
            frame.values.retain(|at| !ignored.contains(at));
        }
        frame.keep_only(&options.only, find)?;
        if options.skip_totals {
            frame.leave_totals_out();
        }
        frame.mark_used();
        Ok(frame)
    }

    /// What stands below the same period as each column of numbers.
    fn put_beside(&mut self, columns: &[usize], put: impl Fn(&mut Beside, usize)) {
        let period = |at: usize| ParsedHeading::of(&self.table.outline.columns[at]).period;
        let periods = &self.table.headings().periods;
        let is_beside = |at: usize, own: usize| match periods.contains(&at) {
            true => period(at) == period(own),
            false => at == own + 1,
        };
        for own in &self.values {
            if let Some(at) = columns.iter().find(|at| is_beside(**at, *own)) {
                put(self.beside.entry(*own).or_default(), *at);
            }
        }
    }

    /// Does this sign stand behind a period, so that a note below the table is about that?
    pub fn marks_a_period(&self, sign: &str) -> bool {
        let says = |cell: &str| cell.ends_with(sign) && cell.len() > sign.len();
        match (self.wide, self.period) {
            (true, _) => self.values.iter().any(|at| says(&self.table.outline.columns[*at])),
            (false, Some(at)) => self.rows.iter().any(|row| says(self.table.grid.cell(*row, at))),
            (false, None) => false,
        }
    }

    /// The note of a number.
    pub fn note_of(&self, row: usize, column: Option<usize>) -> &'t str {
        let beside = column.and_then(|at| self.beside.get(&at)).and_then(|beside| beside.note);
        let note = self.cell(row, beside.or(self.note));
        self.table.footnote(note).unwrap_or(note)
    }

    /// Of periods below several headings those below one of them.
    fn keep_under(&mut self, heading: &'t str) -> Result<(), Unchanged> {
        let columns = &self.table.outline.columns;
        let known = headings_over(self.table, &self.values);
        let known: Vec<&str> = known.iter().map(|heading| &**heading).collect();
        let before = self.values.len();
        self.values.retain(|at| ParsedHeading::of(&columns[*at]).rest == heading);
        if self.values.len() < before {
            self.kept.push(heading);
        }
        if self.values.is_empty() {
            let all = match known.is_empty() {
                true => "no heading stands over them: leave --under out".to_string(),
                false => format!("they stand below {}", listed(&known)),
            };
            return Err(Unchanged::new(format!("no period stands below `{heading}`"))
                .hint(did_you_mean(heading, known.iter().copied(), all)));
        }
        Ok(())
    }

    fn keep_only(
        &mut self,
        conditions: &[String],
        find: impl Fn(&str, &str) -> Result<usize, Unchanged>,
    ) -> Result<(), Unchanged> {
        for condition in conditions {
            // The name of a column may itself have an equals sign in it.
            let cuts = condition.match_indices('=').map(|(at, _)| at);
            let cut = cuts.clone().rev().find(|at| self.table.find(&condition[..*at]).is_ok());
            let Some(cut) = cut.or(cuts.clone().next()) else {
                return Err(Unchanged::new(format!("--where {condition} says no cell"))
                    .hint("write the column and what it says, as in --where Area=England"));
            };
            let (name, wanted) = (&condition[..cut], condition[cut + 1..].trim());
            let (name, but) = match name.strip_suffix('!') {
                Some(column) if self.table.find(name).is_err() => (column, true),
                _ => (name, false),
            };
            let at = find("--where ", name)?;
            let before = self.rows.clone();
            self.rows.retain(|row| (self.table.grid.cell(*row, at) == wanted) != but);
            if but && self.rows.is_empty() {
                return Err(Unchanged::new(format!(
                    "every row says `{wanted}` in {}",
                    self.table.called(at)
                ))
                .hint("this leaves nothing to import".to_string()));
            }
            if self.rows.is_empty() {
                let said = self.table.values(at, &before, 400);
                let known: Vec<&str> = said.iter().map(|(text, _)| *text).collect();
                let all = format!("it says {}", listed(&known));
                return Err(Unchanged::new(format!(
                    "no row says `{wanted}` in {}",
                    self.table.called(at)
                ))
                .hint(did_you_mean(wanted, known.iter().copied(), all)));
            }
            // What the others say may still make a difference.
            self.used[at] |= !but;
            let kept = self.table.grid.cell(self.rows[0], at);
            let tells = !but && self.rows.len() < before.len() && !is_unit(name);
            if tells && !kept.is_empty() && !is_total(kept) {
                self.kept.push(kept);
            }
        }
        self.elsewhere = self.table.body().len() - self.rows.len();
        Ok(())
    }

    fn leave_totals_out(&mut self) {
        let named: Vec<usize> = [self.period, self.and, self.series, self.note]
            .into_iter()
            .flatten()
            .chain(self.filled.iter().copied())
            .collect();
        let (table, wide) = (self.table, self.wide);
        let labels: Vec<usize> = match wide {
            true => (0..table.width()).filter(|at| !self.values.contains(at)).collect(),
            false => named,
        };
        // `Total` in a column that says nothing of other rows.
        let marks = |at: &usize| {
            let mut cells =
                self.rows.iter().map(|row| table.grid.cell(*row, *at)).filter(|c| !c.is_empty());
            cells.clone().next().is_some() && cells.all(is_total)
        };
        // What every row says tells none from another.
        let always = |at: &usize| self.rows.iter().all(|row| is_total(table.grid.cell(*row, *at)));
        let labels: Vec<usize> = labels
            .into_iter()
            .chain((0..table.width()).filter(marks))
            .filter(|at| !always(at))
            .collect();
        let is_sum = |row: &usize| labels.iter().any(|at| is_total(table.grid.cell(*row, *at)));
        self.totals = self.rows.iter().copied().filter(|row| is_sum(row)).collect();
        self.rows.retain(|row| !is_sum(row));
    }

    fn mark_used(&mut self) {
        let single = [
            self.period,
            self.and,
            self.series,
            self.source,
            self.note,
            self.multiplier,
            self.ends.map(|ends| ends.0),
            self.ends.map(|ends| ends.1),
        ];
        let own = |at: &usize| self.beside.get(at).map(|beside| [beside.note, beside.marks]);
        let beside: Vec<usize> = self.values.iter().filter_map(own).flatten().flatten().collect();
        let several = self.values.iter().chain(&self.status).chain(&self.joined).copied();
        let several = several.chain(beside);
        let all = single.into_iter().flatten().chain(several);
        for at in all.collect::<Vec<_>>() {
            self.used[at] = true;
        }
    }

    /// May a column say in what unit the numbers of each row are: one of units, or one that names
    /// what is counted?
    pub fn says_units(&self, column: usize) -> bool {
        let single = [self.period, self.and, self.source, self.note];
        let ends = self.ends.iter().flat_map(|(low, high)| [*low, *high]);
        let mut others = single.into_iter().flatten().chain(ends);
        let beside = |of: &Beside| of.marks == Some(column) || of.note == Some(column);
        let is_other = self.values.contains(&column)
            || self.status.contains(&column)
            || self.ignored.contains(&column)
            || others.any(|at| at == column)
            || self.beside.values().any(beside);
        let name = &self.table.outline.columns[column];
        let names = self.wide || self.used[column] || is_unit(name) || names_a_measure(name);
        !is_other && names
    }

    /// The columns that nothing was said of, nor is in any of the rows that are meant.
    pub fn unused(&self) -> impl Iterator<Item = usize> {
        let is_filled =
            |at: &usize| self.rows.iter().any(|row| !self.table.grid.cell(*row, *at).is_empty());
        let free = |at: &usize| !self.used[*at] && !self.ignored.contains(at);
        (0..self.used.len()).filter(free).filter(is_filled)
    }

    /// A cell of a row, or nothing where there is no such column.
    pub fn cell(&self, row: usize, column: Option<usize>) -> &'t str {
        column.map_or("", |column| self.table.grid.cell(row, column))
    }
}

/// The columns of one name that each stand right of a period, as `Note` does in `2021,Note,2022,Note`.
pub fn beside_periods(table: &PublishedTable, name: &str) -> Vec<usize> {
    let places = table.headings().places(name.trim());
    let periods = &table.headings().periods;
    let is_beside = |at: &usize| at.checked_sub(1).is_some_and(|left| periods.contains(&left));
    let is_one = places.len() > 1 && places.iter().all(is_beside);
    if is_one { places.to_vec() } else { Vec::new() }
}

/// The day that was said with `--on`.
fn day_said(options: &ImportOptions) -> Result<Option<DayOfYear>, Unchanged> {
    let Some(typed) = options.on.as_deref().filter(|typed| *typed != WHOLE_YEARS) else {
        return Ok(None);
    };
    let day = DayOfYear::typed(typed);
    day.map(Some).ok_or_else(|| {
        Unchanged::new(format!("--on {typed} is no day of a year")).hint(
            "write it as --on '31 March' or --on January; or --on none where the years are whole",
        )
    })
}

/// A column by its name or its letter.
fn column(
    table: &PublishedTable,
    label: &str,
    option: &str,
    name: &str,
) -> Result<usize, Unchanged> {
    table.find(name).map_err(|why| match why {
        NoSuchColumn::Unknown => {
            let columns = &table.outline.columns;
            let all = columns_told(table);
            let hint = did_you_mean(name, columns.iter().map(String::as_str), all);
            Unchanged::new(format!("{label} has no column `{name}`")).hint(hint)
        }
        NoSuchColumn::Several(places) => {
            let letters: Vec<String> = places.iter().map(|at| table.grid.letters(*at)).collect();
            let typed: Vec<String> =
                letters.iter().map(|letter| format!("{option}{letter}")).collect();
            Unchanged::new(format!(
                "{label} has {} columns `{name}`: {}",
                places.len(),
                sourceline::locale::EN_GB.list(&letters)
            ))
            .hint(format!("write the letter of the one that is meant: {}", typed.join(" or ")))
        }
    })
}

/// A few texts, for a message.
pub fn listed(texts: &[&str]) -> String {
    const SHOWN: usize = 6;
    let shown = texts.iter().take(SHOWN).map(|text| match text.is_empty() {
        true => "nothing".to_string(),
        false => format!("`{text}`"),
    });
    let shown: Vec<String> = shown.collect();
    match texts.len().checked_sub(SHOWN) {
        None | Some(0) => sourceline::locale::EN_GB.list(&shown),
        Some(more) => format!("{} and {more} more", shown.join(", ")),
    }
}
