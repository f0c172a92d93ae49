//! A first look at a table: what it seems to be, and the command that imports it so.

use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::problem::Rule;
use sourceline::store::{Folder, Groundwork};
use sourceline::tables::counted_over::CountedOver;
use sourceline::tables::meaning::TableGuess;
use sourceline::tables::names::is_unit;
use sourceline::tables::told_nature::told_nature;
use sourceline::tables::totals::is_total;
use sourceline::tables::{HeadingUnit, PublishedTable};

use super::across::number_columns;
use super::attempt::{Attempt, Outcome};
use super::called_by::Between;
use super::fill::{fill_beside, fill_marks, fill_numbers, fill_periods};
use super::frame::{Frame, listed, made_ready};
use super::marks_of_others::marks_of_others_told;
use super::naming::name_the_series;
use super::options::ImportOptions;
use super::own_source::OwnSource;
use super::part_years::part_years;
use super::partition::parting_columns;
use super::percent_signs::has_sign;
use super::provisional::provisional_told;
use super::question::Settlement;
use super::rest::{PartsOfYear, left_numbers, parts_of_one_year};
use super::shell::shell_line;
use super::stand_in::{STAND_IN, with_stand_in};
use super::straight::straightened;
use super::told::{Revision, Tally};
use crate::cli::change::Job;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::report::count;

/// What a table seems to be, and how it would be imported.
pub struct FirstLook {
    pub guess: TableGuess,
    /// Everything said or guessed.
    pub options: ImportOptions,
    /// What was open and is settled so in the command.
    pub settled: Vec<String>,
    /// Some row at least can be read.
    pub works: bool,
    /// A column of months or quarters whose year nothing says.
    pub parts_alone: Option<String>,
    /// Columns of numbers of which nobody can say but a person which are those of the series.
    pub between: Option<Between>,
    /// What becomes of the rows by the command.
    pub tally: Tally,
    /// The source is the newest of the project, of which nobody said that it is the table's.
    pub(super) guessed_source: bool,
    /// Neither somebody nor the name of the series said where the numbers stand.
    given_no_column: bool,
    /// Something is told that only a person can settle, so that no command is printed.
    asks: bool,
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
            _ if !options.years_as_columns => fill_periods(table, &guess, &mut options),
            _ => {}
        }
        // A name of its own has each row already.
        if options.fill_down.is_empty() && table.names_made.is_none() {
            options.fill_down = guess.fill_down.iter().map(|at| table.word(*at)).collect();
        }
        if options.years_as_columns {
            fill_beside(table, &mut options);
        }
        fill_marks(table, &guess, &mut options);
        let between = Between::settle(table, data, &mut options);
        let given_no_column = options.value_column.is_none() && options.low_column.is_none();
        if between.is_none() && !options.years_as_columns {
            fill_numbers(table, &guess, given, &mut options);
        }
        let totals = table.body().any(|row| {
            let named = [guess.period].into_iter().flatten().chain(0..table.width().min(3));
            named
                .into_iter()
                .any(|at| is_total(table.grid.cell(row, at)) && !is_always_total(table, at))
        });
        let (parts_alone, year) = match parts_of_one_year(table, &mut options) {
            Some(PartsOfYear::Alone(column)) => (Some(column), None),
            Some(PartsOfYear::Above(told)) => (None, Some(told)),
            None => (None, None),
        };
        let mut look = FirstLook {
            guess,
            options,
            settled: year.into_iter().collect(),
            works: true,
            parts_alone,
            between,
            tally: Tally::default(),
            guessed_source: false,
            given_no_column,
            asks: false,
        };
        if look.between.is_none() {
            look.part_the_rows(table, label, totals)?;
            look.part_the_units(table, label)?;
        }
        let wide = look.guess.wide.clone();
        let each = look.series_each(table);
        let columns = wide.as_deref().or(each.as_deref());
        let matters = name_the_series(&mut look.options, columns, table, label, data);
        look.settled.extend(straightened(&mut look.options, given));
        if look.begins() {
            look.settled.extend(matters);
            look.settled.extend(left_numbers(table, &look.guess, &look.options));
            look.settled.extend(part_years(table, &look.options));
            look.settled.extend(provisional_told(table, &look.options));
            look.settled.extend(table.excepted().map(|line| {
                format!("`{line}` leaves open whether a number here is excepted: see that the unit is that of each")
            }));
            if look.options.series_as_columns {
                look.settled.extend(marks_of_others_told(table));
            }
        }
        if look.options.source.is_none() && look.options.source_column.is_none() {
            look.find_source(table, data);
        }
        Ok(look)
    }

    /// The source that the table names, or else the newest of the project.
    fn find_source(&mut self, table: &PublishedTable, data: &Dataset) {
        match OwnSource::of(table, data, &self.options) {
            Some(OwnSource::Known(word)) => {
                self.options.source_column = Some(word);
                return;
            }
            Some(OwnSource::Unknown(told)) => self.settled.push(told),
            Some(OwnSource::Several(told)) => {
                self.settled.push(told);
                self.asks = true;
            }
            None => {}
        }
        self.options.source = data.sources.last().map(|source| source.id.to_string());
        self.guessed_source = true;
    }

    /// Without periods or numbers there is nothing to settle yet.
    pub fn begins(&self) -> bool {
        self.options.has_period() && self.options.has_numbers()
    }

    /// Columns that tell rows apart become a series each, or one of their cells is taken.
    fn part_the_rows(
        &mut self,
        table: &PublishedTable,
        label: &str,
        totals: bool,
    ) -> Result<(), Unchanged> {
        let options = &mut self.options;
        // The rows of totals of a pivot table say nothing of what is counted.
        options.skip_totals |= totals && !options.fill_down.is_empty();
        let filled = made_ready(table, label, options)?;
        let table = filled.as_ref().unwrap_or(table);
        for _ in 0..table.width() {
            let frame = Frame::of(table, label, options)?;
            let Some(column) = parting_columns(&frame).first().copied() else { break };
            let word = table.word(column);
            let values = table.values(column, &frame.rows, MOST_SERIES + 1);
            let whole = values.iter().find(|(text, _)| is_total(text) || text.is_empty());
            let single = options.series.is_some() || options.series_column.is_some();
            if !single && values.len() <= MOST_SERIES {
                options.series_column = Some(word);
                continue;
            }
            let taken = whole.map_or(values[0].0, |(text, _)| text);
            let only = format!("{word}={taken}");
            if let (Some(named), true) = (&options.series_column, values.len() <= MOST_SERIES) {
                let other = Settlement::new(&["--series-column", &word], "");
                let first = Settlement::new(&["--where", &only], "");
                let both = Settlement::new(&["--series-and", &word], "");
                self.settled.push(format!(
                    "`{word}` tells the rows apart too: {}; for its series instead of those of `{named}` \
                     write {}, for a series of each pair {}",
                    first.told(),
                    other.told(),
                    both.told()
                ));
            }
            options.only.push(only);
        }
        let of_total =
            |condition: &String| condition.rsplit_once('=').is_some_and(|(_, cell)| is_total(cell));
        // A sum without a period is none of the rows.
        let period = options.period_column.as_deref().and_then(|name| table.find(name).ok());
        options.skip_totals |= period.is_some_and(|period| {
            let is_sum = |row: usize| {
                table.grid.cell(row, period).is_empty() && table.grid.cells(row).any(is_total)
            };
            table.body().any(is_sum)
        });
        if totals && !options.only.iter().any(of_total) && options.series_column.is_none() {
            options.skip_totals = true;
        }
        Ok(())
    }

    /// The rows of one unit, where a column says several: those of one import have one.
    fn part_the_units(&mut self, table: &PublishedTable, label: &str) -> Result<(), Unchanged> {
        let options = &mut self.options;
        if options.multiply.is_some() || options.series.is_some() {
            return Ok(());
        }
        let frame = Frame::of(table, label, options)?;
        let named = |at: &usize| is_unit(&table.outline.columns[*at]) && !frame.used[*at];
        let values = |at: &usize| table.values(*at, &frame.rows, MOST_SERIES);
        let several =
            |at: &usize| values(at).iter().filter(|(cell, _)| !cell.is_empty()).count() > 1;
        let Some(column) = (0..table.width()).find(|at| named(at) && several(at)) else {
            return Ok(());
        };
        let said = values(&column);
        let cells: Vec<&str> = said.iter().map(|(cell, _)| *cell).collect();
        let only = format!("{}={}", table.word(column), cells[0]);
        self.settled.push(format!(
            "the numbers are not counted alike, and those of one import are: {} says {}: {}",
            table.called(column),
            listed(&cells),
            Settlement::new(&["--where", &only], "").told()
        ));
        self.options.only.push(only);
        Ok(())
    }

    /// The columns of numbers, where each seems to be a series and nothing was said of another.
    fn series_each(&mut self, table: &PublishedTable) -> Option<Vec<usize>> {
        let options = &mut self.options;
        let several =
            self.given_no_column && !options.years_as_columns && self.guess.ends.is_none();
        let single = options.series.is_some() || options.series_column.is_some();
        if !options.series_as_columns && (!several || single) {
            return None;
        }
        let columns = number_columns(table, options);
        let first = self.guess.values.first().map_or("", |at| &table.outline.columns[*at]);
        // A column of that name is the one that is meant, and others say something about it.
        let is_named = |name: &str| {
            let name = name.to_lowercase();
            ["obs_value", "v4_", "value", "observation", "count", "number"]
                .iter()
                .any(|known| name.starts_with(known))
        };
        let all_named = columns.iter().all(|at| is_named(&table.outline.columns[*at]));
        let unnamed = columns.iter().any(|at| {
            !table.outline.columns[*at].contains(char::is_alphabetic) || table.word(*at).len() < 2
        });
        let fits = columns.len() > 1 && !unnamed && (all_named || !is_named(first));
        if !options.series_as_columns && !fits {
            return None;
        }
        let unit = |at: usize| {
            let said = table.said_of(at);
            let signs = table.body().any(|row| has_sign(table.grid.cell(row, at)));
            let own = (table.unit(at), table.data_type(at));
            let unit = (HeadingUnit::of(&said), table.unit_word(at));
            (
                unit,
                is_no_count(&said),
                (told_nature(&said), CountedOver::said_in(&said)),
                signs,
                own,
            )
        };
        let first = unit(*columns.first()?);
        let (alike, others): (Vec<usize>, Vec<usize>) =
            columns.into_iter().partition(|at| unit(*at) == first);
        if !options.series_as_columns && alike.len() < 2 {
            return None;
        }
        options.ignore.extend(others.iter().map(|at| table.word(*at)));
        options.series_as_columns = true;
        options.value_column = None;
        Some(alike)
    }

    /// Settles what is open as the first answer has it, until nothing is.
    pub fn settle(
        &mut self,
        table: &PublishedTable,
        (label, bytes): (&str, &[u8]),
        project: &Folder,
        ground: &Groundwork,
    ) -> Result<Option<String>, Failure> {
        const TRIES: usize = 24;
        if self.asks {
            self.works = false;
            return Ok(None);
        }
        // As the import itself plans it: a column that is missing is added.
        let job = Job { project, dry_run: true, specs: false };
        let month = project.settings.financial_year_starts;
        let cited = self.options.source.is_some() || self.options.source_column.is_some();
        let mut stand_in = None;
        if !cited {
            stand_in = Some(with_stand_in(ground, month)?);
            self.options.source = Some(STAND_IN.to_string());
        }
        if !self.options.is_complete() {
            return Ok(None);
        }
        let mut tried = false;
        for _ in 0..TRIES {
            let ground = stand_in.as_ref().unwrap_or(ground);
            let attempt = Attempt {
                table,
                label,
                bytes,
                options: &self.options,
                month,
                revision: match self.options.supersede {
                    true => Revision::Superseded,
                    false => Revision::Conflict,
                },
                tells_all: false,
                why: None,
                kept: None,
            };
            let mut outcome = Outcome::default();
            let planned = job.planned(ground, &mut |ground: &Groundwork| {
                outcome = Outcome::default();
                attempt.plan(ground, &check(&ground.files, month), &mut outcome)
            });
            let before = self.options.words();
            let words = match planned {
                Ok(plan) => {
                    self.tally = outcome.tally;
                    return Ok(Some(plan.columns + &plan.words));
                }
                Err(_) if !outcome.open.is_empty() => {
                    let matter = outcome.open.remove(0);
                    if matter.first.is_some() || matter.asked {
                        self.settled.push(format!("{}: {}", matter.matter, matter.hint()));
                        self.works = false;
                        return Ok(None);
                    }
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
                // The source that was guessed may be older than the years of two digits.
                Err(_) if outcome.tally.unread > 0 && self.guessed_source && !tried => {
                    tried = true;
                    let later = with_stand_in(ground, month)?;
                    let options =
                        ImportOptions { source: Some(STAND_IN.into()), ..self.options.clone() };
                    let mut other = Outcome::default();
                    let attempt = Attempt { options: &options, ..attempt };
                    let _ = job.planned(&later, &mut |ground: &Groundwork| {
                        other = Outcome::default();
                        attempt.plan(ground, &check(&ground.files, month), &mut other)
                    });
                    if other.tally.all > 0 && other.tally.unread < outcome.tally.unread {
                        (self.options, stand_in, self.guessed_source) =
                            (options, Some(later), false);
                    }
                    continue;
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
                    let tally = outcome.tally;
                    let rows = count(tally.revised + tally.conflict, "row is", "rows are");
                    let first = outcome.conflict.unwrap_or_default();
                    self.settled.push(format!("{rows} in conflict; {first}: {}", no_rest(tally)));
                    self.works = false;
                    return Ok(None);
                }
                // It is another source's table.
                Err(Failure::Refused(refusal))
                    if self.guessed_source && refusal.breaks(Rule::PublishedBefore) =>
                {
                    stand_in = Some(with_stand_in(ground, month)?);
                    self.options.source = Some(STAND_IN.to_string());
                    self.guessed_source = false;
                    continue;
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

    /// Is the table told whole, and its source too? What stands in for a source is none.
    pub fn is_cited(&mut self) -> bool {
        let options = &mut self.options;
        options.source.take_if(|source| source == STAND_IN);
        options.source.is_some() || options.source_column.is_some()
    }

    /// The command that imports the table so.
    pub fn command(&self, file: &str) -> String {
        let words = [vec!["sourceline".into(), "import".into(), file.into()], self.options.words()];
        shell_line(&words.concat())
    }
}

/// What every row says of a column tells none of them from another.
fn is_always_total(table: &PublishedTable, column: usize) -> bool {
    table.body().all(|row| is_total(table.grid.cell(row, column)))
}

/// What there is to do where every row is in conflict.
fn no_rest(tally: Tally) -> &'static str {
    match tally.conflict {
        0 => {
            "--supersede takes the new numbers where the source has changed its own, and \
             --skip-conflicts leaves the old ones; another source is named with --source"
        }
        _ => {
            "rows that are one series have one number a period; a column that parts them is named \
             with --series-column, and --where takes some of them"
        }
    }
}

/// `Mean days`, `Rate`: what stands beside counts and is counted in another unit.
fn is_no_count(heading: &str) -> bool {
    let small = heading.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        matches!(
            word,
            "mean"
                | "average"
                | "median"
                | "rate"
                | "ratio"
                | "index"
                | "per"
                | "change"
                | "days"
                | "share"
                | "proportion"
        )
    })
}
