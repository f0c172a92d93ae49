//! The rows of a table on what the files say now: read, judged, and turned into a plan.

use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::dataset::direction::{reason, straight, turning};
use sourceline::dataset::layout::FIGURES;
use sourceline::problem::{Checked, Rule};
use sourceline::store::Groundwork;
use sourceline::tables::PublishedTable;

use super::across::LongTable;
use super::entries::TableRows;
use super::every_row::KeptLines;
use super::fate::{Fate, ImportRow};
use super::frame::{Frame, made_ready};
use super::named_otherwise::named_otherwise;
use super::options::ImportOptions;
use super::other_column::other_column;
use super::periods::text;
use super::placed::TableFile;
use super::plan;
use super::question::OpenMatter;
use super::shell::shell;
use super::targets::{NewSeries, new_series};
use super::told::{Revision, Tally, listing, summary, withdrawn};
use crate::cli::change::{Plan, editor, judged};
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::refusal::Unchanged;
use crate::cli::report::count;
use crate::cli::table::Listing;
use sourceline::export::figure_words::figure_in_words;

/// A table, and what was said of it.
pub struct Attempt<'a> {
    pub table: &'a PublishedTable,
    pub label: &'a str,
    /// The file, as a text where it is one.
    pub bytes: &'a [u8],
    pub options: &'a ImportOptions,
    /// The month in which the financial year starts.
    pub month: u32,
    /// What becomes of numbers that the source has changed.
    pub revision: Revision,
    /// Tell every row, whatever becomes of it.
    pub tells_all: bool,
    /// Why the figures that are superseded are no longer right.
    pub why: Option<&'a str>,
    /// Of a recipe, what its table said when it was kept.
    pub kept: Option<&'a KeptLines>,
}

/// What came of it beside the plan.
#[derive(Default)]
pub struct Outcome {
    pub open: Vec<OpenMatter>,
    pub shown: Option<Listing>,
    pub tally: Tally,
    /// The series that the rows belong to.
    pub series: Vec<String>,
    /// The first row that cannot be read, and why.
    pub unread: Option<String>,
    /// The first one in conflict, and with what.
    pub conflict: Option<String>,
}

impl Attempt<'_> {
    /// What is to be written; an error where something is open or in conflict.
    pub fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        outcome: &mut Outcome,
    ) -> Result<Plan, Failure> {
        let filled = made_ready(self.table, self.label, self.options)?;
        let table = filled.as_ref().unwrap_or(self.table);
        let Some(mut long) = LongTable::of(table, self.label, self.options)? else {
            return Attempt { table, ..*self }.plan_table(ground, read, outcome);
        };
        if !long.open.is_empty() {
            outcome.open.append(&mut long.open);
            return Err(Unchanged::new("nothing was imported").into());
        }
        Attempt { table: &long.table, options: &long.options, ..*self }
            .plan_table(ground, read, outcome)
    }

    fn plan_table(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        outcome: &mut Outcome,
    ) -> Result<Plan, Failure> {
        let table = self.table;
        let frame = Frame::of(table, self.label, self.options)?;
        let known = read.value.series.len();
        self.refuse_idle(&read.value)?;
        let Some(new) = new_series(ground, read, &frame, self.options)? else {
            return self.plan_rows(ground, read, &frame, known, outcome);
        };
        let NewSeries { edit, words } = new;
        let Some(edit) = edit else {
            let mut plan = self.plan_rows(ground, read, &frame, known, outcome)?;
            plan.words = words + &plan.words;
            return Ok(plan);
        };
        // What they say is held to what `add` is held to; that they have figures is told below.
        let rows: Vec<u8> = edit.splices.iter().flat_map(|one| one.with.clone()).collect();
        let alone = Plan { edits: vec![edit], ..Plan::default() };
        let alone = judged(ground, read, alone).map_err(|failure| match failure {
            Failure::Refused(refusal) => {
                self.turned_in_table(&frame, &String::from_utf8_lossy(&rows), refusal).into()
            }
            other => other,
        })?;
        let wider = ground.with(&alone.edits);
        let checked = check(&wider.files, self.month);
        let mut plan = self.plan_rows(&wider, &checked, &frame, known, outcome)?;
        plan.edits.splice(0..0, alone.edits);
        plan.words = words + &plan.words;
        Ok(plan)
    }

    /// What turns the direction in the name of a new series is told of the cell of the table that it comes
    /// from, unless it was typed.
    fn turned_in_table(&self, frame: &Frame, rows: &str, refusal: Unchanged) -> Unchanged {
        let typed = [&self.options.title, &self.options.unit].into_iter().flatten();
        // Headings that are a series each stand in no row of the table as it is read.
        let is_told = self.options.series_as_columns || typed.into_iter().any(|text| turns(text));
        if is_told || !refusal.breaks(Rule::DirectionCharacter) {
            return refusal;
        }
        let grid = &self.table.grid;
        let all = (0..grid.height())
            .flat_map(|row| (0..grid.length(row)).map(move |column| (row, column)))
            .filter(|(row, column)| turns(grid.cell(*row, *column)));
        let mut all = all.peekable();
        let first = all.peek().copied();
        let named = all.find(|(row, column)| rows.contains(grid.cell(*row, *column)));
        let Some((row, column)) = named.or(first) else { return refusal };
        let cell = grid.cell(row, column);
        let problem = Rule::DirectionCharacter
            .at(
                self.file().place(frame, row, Some(column)),
                reason(turning(cell).unwrap_or_default()),
            )
            .hint(format!("write `{}`", straight(cell)));
        let text = str::from_utf8(self.bytes).is_ok();
        let texts = text.then(|| (self.label.to_string(), self.bytes.to_vec()));
        Unchanged::problems(vec![problem], texts.into_iter().collect(), "nothing was imported")
    }

    fn plan_rows(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        frame: &Frame,
        known: usize,
        outcome: &mut Outcome,
    ) -> Result<Plan, Failure> {
        let data = &read.value;
        let TableRows { rows, open } =
            TableRows::read(data, frame, self.options, known, self.revision)?;
        let tally = Tally::of(&rows);
        let mut open = open;
        if self.revision != Revision::Superseded {
            open.extend(other_column(data, frame, self.options, &rows));
        }
        // What a recipe keeps of its table is held below.
        if self.kept.is_none_or(|kept| kept.said.is_empty()) {
            open.extend(named_otherwise(frame, data, self.options));
        }
        if let Some(kept) = self.kept {
            kept.leave_others_out(frame.table, &mut open);
        }
        *outcome = Outcome { open, tally, ..Outcome::default() };
        if !outcome.open.is_empty() {
            return Err(Unchanged::new("nothing was imported").into());
        }
        if let Some(kept) = self.kept {
            kept.hold(frame, &rows, known, &self.file())?;
        }
        let mut series: Vec<_> = rows.iter().filter_map(|row| row.series).collect();
        series.dedup();
        series.sort();
        series.dedup();
        outcome.series = series.iter().map(|key| data.series(*key).id.to_string()).collect();
        outcome.unread = rows.iter().find_map(|row| unread(frame, row));
        outcome.conflict = rows.iter().find_map(|row| conflict(data, frame, row));
        let in_doubt = tally.unread + tally.conflict + tally.revised > 0;
        if self.tells_all || in_doubt {
            outcome.shown = Some(listing(data, frame, &rows, self.revision));
        }
        self.refuse(frame, &rows, tally)?;
        let editor = editor(ground, read, &FIGURES)?;
        let superseding = (self.revision == Revision::Superseded).then_some(self.why);
        let edits = plan::edits(data, &editor, &rows, superseding)?;
        let words = summary(frame, &rows, tally, self.revision) + &withdrawn(data, &rows);
        // The check of the result needs the room that many of them take.
        drop(rows);
        let plan = Plan { edits, words, ..Plan::default() };
        if plan.edits.is_empty() {
            return Ok(plan);
        }
        judged(ground, read, plan).map_err(|failure| match failure {
            Failure::Refused(refusal) => self.told_of_table(data, frame, known, refusal).into(),
            other => other,
        })
    }

    /// What is wrong of a row that is not written is told of the row of the table.
    fn told_of_table(
        &self,
        data: &Dataset,
        frame: &Frame,
        known: usize,
        refusal: Unchanged,
    ) -> Unchanged {
        let Ok(read) = TableRows::read(data, frame, self.options, known, self.revision) else {
            return refusal;
        };
        let superseding = self.revision == Revision::Superseded;
        let text = str::from_utf8(self.bytes).is_ok().then_some((self.label, self.bytes));
        refusal.told_of(text, |problems, texts| {
            let after = texts.iter().find(|(label, _)| label == FIGURES.file.label());
            let after = after.map_or(&[][..], |(_, text)| text.as_slice());
            self.file().problems(frame, data, &read.rows, superseding, (problems, after))
        })
    }

    fn file(&self) -> TableFile<'_> {
        TableFile::of(self.label, self.bytes)
    }

    /// What is said of a new series says nothing where none is added.
    fn refuse_idle(&self, data: &Dataset) -> Result<(), Unchanged> {
        let options = self.options;
        let said = [
            ("title", &options.title),
            ("unit", &options.unit),
            ("nature", &options.nature),
            ("per", &options.per),
            ("base", &options.base),
            ("year-starts", &options.year_starts),
        ];
        let first = said.iter().find_map(|(name, text)| Some((name, text.as_deref()?)));
        let Some((name, text)) = first.filter(|_| !options.new_series) else { return Ok(()) };
        let refused = |what: &str| Unchanged::new(format!("--{name} is of a new series, {what}"));
        let there = options.series.as_deref().filter(|id| data.find_series(id).is_some());
        Err(match there {
            Some(id) => refused(&format!("and `{id}` is there already")).hint(format!(
                "leave it out; `sourceline edit series {id} --{name} {}` changes the series",
                shell(text)
            )),
            None => refused("and none is added").hint("write --new-series too, or leave it out"),
        })
    }

    fn refuse(&self, frame: &Frame, rows: &[ImportRow], tally: Tally) -> Result<(), Unchanged> {
        let options = self.options;
        let first = |fits: &dyn Fn(&Fate) -> bool| {
            let row = rows.iter().find(|row| fits(&row.fate));
            row.map_or(String::new(), |row| {
                let place = self.file().place(frame, row.row, row.column.or(frame.period));
                format!(", the first at {place}")
            })
        };
        if tally.all == 0 {
            return Err(Unchanged::new(format!("{} has no figures", self.label)).hint(
                Hint::new("a table has a header and rows below it; ")
                    .option("--range")
                    .words(" names its cells"),
            ));
        }
        if tally.unread > 0 && !options.skip_unread {
            let (one, many) = if frame.wide { ("cell", "cells") } else { ("row", "rows") };
            let rows = count(tally.unread, one, many);
            let place = first(&|fate| matches!(fate, Fate::Unread(_)));
            return Err(Unchanged::new(format!(
                "{rows} could not be read, so nothing was imported{place}"
            ))
            .hint(
                Hint::new("mend them; or ")
                    .option("--skip-unread")
                    .words(" passes over them, and ")
                    .option("--skip-totals")
                    .words(" over sums"),
            ));
        }
        let revised = if self.revision == Revision::Conflict { tally.revised } else { 0 };
        let conflicts = tally.conflict + revised;
        if conflicts > 0 && !options.skip_conflicts {
            let rows = count(conflicts, "row is", "rows are");
            let hint = Hint::new("mend one or the other; or ");
            let hint = match revised {
                0 => hint,
                _ => hint
                    .option("--supersede")
                    .words(" takes the new numbers where the source has changed its own, and "),
            };
            let hint = hint.option("--skip-conflicts").words(" adds the rest");
            let place = first(&|fate| matches!(fate, Fate::Conflict(_) | Fate::Revised(..)));
            return Err(Unchanged::new(format!(
                "{rows} in conflict with what the same source says elsewhere{place}"
            ))
            .hint(hint));
        }
        Ok(())
    }
}

fn turns(text: &str) -> bool {
    turning(text).is_some()
}

fn unread(frame: &Frame, row: &ImportRow) -> Option<String> {
    let Fate::Unread(why) = &row.fate else { return None };
    Some(format!("line {}: {why}", frame.table.grid.line(row.row)))
}

fn conflict(data: &Dataset, frame: &Frame, row: &ImportRow) -> Option<String> {
    let other = match &row.fate {
        Fate::Conflict(other) => other.to_string(),
        Fate::Revised(key, new) if new.is_number_of(data.figure(*key)) => {
            format!("the same number with other marks in {}", data.figure(*key).id)
        }
        Fate::Revised(key, _) => {
            format!("{} in {}", figure_in_words(data, *key), data.figure(*key).id)
        }
        _ => return None,
    };
    let (line, value) = (frame.table.grid.line(row.row), frame.cell(row.row, row.column));
    Some(format!("line {line}: {value} of {}, and {other}", text(frame, row.period_at)))
}
