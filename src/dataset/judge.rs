//! Cells to values, and a problem for every cell that has none.

use rust_decimal::Decimal;

use super::cells::shown;
use super::cells::{as_id, decimal, id_fault};
use super::claim::Cells;
use super::encoding::shows_nothing;
use super::layout::{events, figures, series};
use super::number_hints::no_plain_number;
use super::period_hint::{interval_in_words, period_hint};
use super::scan::CellForm;
use super::status_hint::{no_target, unknown_status};
use super::table::{Row, inner};
use crate::figure::{
    CellText, Claim, Formula, Nature, Per, Period, PeriodError, Qualifier, Rank, Status, Tie, Unit,
};
use crate::locale::dates::month_named;
use crate::nearest::nearest;
use crate::problem::{Gathered, Rule};
use crate::reading::{nature_hint, typed_status};

/// Judges one cell at a time. `None` means that the cell cannot be used and that it has been told.
#[derive(Default)]
pub struct Judge<'t> {
    pub problems: Gathered,
    /// Periods that were read a moment ago: a large file has few, in many series.
    periods: Vec<Option<(&'t str, Period)>>,
}

impl<'t> Judge<'t> {
    pub fn nature(&mut self, row: &Row<'_, 't>) -> Option<Nature> {
        self.required(row, series::NATURE)?;
        let known = || Nature::ALL.iter().map(|nature| nature.word());
        self.word(row, series::NATURE, Rule::Nature, known, Nature::parse)?
    }

    pub fn per(&mut self, row: &Row<'_, 't>, nature: Option<Nature>) -> Option<Per> {
        let known = || Per::ALL.iter().map(|per| per.word());
        let per = self.word(row, series::PER, Rule::Per, known, Per::parse)?;
        let (message, hint) = match (nature?, per) {
            (nature, None) if nature.tie() == Tie::Average => (
                "a rate is an average per week, month, quarter or year, and this does not say which".to_string(),
                "write week, month, quarter or year",
            ),
            (nature, Some(per)) if nature.tie() != Tie::Average => (
                format!("`{}` is for a rate, and the nature is {}", per.word(), nature.word()),
                "leave it empty, or write `rate` as the nature",
            ),
            _ => return per,
        };
        let place = row.place(series::PER);
        self.problems.push(Rule::Per.at(place, message).hint(hint));
        per
    }

    /// On what a growth is; the other natures have no such thing.
    pub fn base(&mut self, row: &Row<'_, 't>, nature: Option<Nature>) -> CellText<'t> {
        /// Words that people put before it; the charts put one there themselves.
        const BEFORE: [&str; 7] =
            ["on", "over", "from", "since", "versus", "compared with", "compared to"];
        let base = self.words(row, series::BASE);
        let Some(nature) = nature else { return base };
        let text = base.trim();
        let after = |word: &&str| Some(text.strip_prefix(*word)?.strip_prefix(' ')?.trim_start());
        let (message, hint) = match BEFORE.iter().find_map(after) {
            _ if text.is_empty() && nature.has_base() => (
                format!("a {} is on a base, and this does not say on which", nature.word()),
                "write in the column `base` what it is compared with, as in `a year earlier` or \
                 `the month before`"
                    .to_string(),
            ),
            _ if !text.is_empty() && !nature.has_base() => (
                format!(
                    "{} is the base of a growth, and the nature is {}",
                    shown(text),
                    nature.word()
                ),
                "leave it empty, or write `growth` as the nature".to_string(),
            ),
            Some(after) => (
                format!(
                    "{} is said after \"on\", as in \"percent on a year earlier\"",
                    shown(text)
                ),
                format!("write {}", shown(after)),
            ),
            None => return base,
        };
        self.problems.push(Rule::Base.at(row.place(series::BASE), message).hint(hint));
        base
    }

    /// A month by its number, where the cell is not empty.
    pub fn month(&mut self, row: &Row<'_, 't>, column: usize) -> Option<u32> {
        let text = row.plain(column).filter(|text| !text.is_empty())?;
        let number = text.parse().ok().filter(|month| (1..=12).contains(month));
        if number.is_none() || text.starts_with(['+', '0']) {
            let message = format!(
                "{} is no month from 1 to 12, so it is not known when its years start",
                shown(text)
            );
            let month = month_named(text.trim()).or(text.trim().parse().ok());
            let hint = match month.filter(|month| (1..=12).contains(month)) {
                Some(month) => format!("write {month}"),
                None => {
                    "write the number of the month: 9 where its years start in September".into()
                }
            };
            self.problems.push(Rule::YearStarts.at(row.place(column), message).hint(hint));
            return None;
        }
        number
    }

    /// `no` or nothing.
    pub fn convertible(&mut self, row: &Row<'_, 't>) -> bool {
        let text = row.plain(series::CONVERTIBLE).unwrap_or_default();
        if !matches!(text, "" | "no") {
            let message = format!(
                "{} is neither `no` nor nothing, so it is not known whether its numbers may be \
                 said per another stretch of time",
                shown(text)
            );
            let hint = match text.trim().to_lowercase().as_str() {
                "yes" | "true" | "1" | "y" => "leave it empty: what says nothing may be converted",
                _ => "write no where they may not, or leave it empty",
            };
            let problem = Rule::Convertible.at(row.place(series::CONVERTIBLE), message);
            self.problems.push(problem.hint(hint));
        }
        text != "no"
    }

    pub fn period(&mut self, row: &Row<'_, 't>) -> Option<Period> {
        const KEPT: usize = 1 << 12;
        let text = self.required(row, figures::PERIOD)?;
        if self.periods.is_empty() {
            self.periods.resize(KEPT, None);
        }
        let slot = &mut self.periods[slot(text) % KEPT];
        if let Some((known, period)) = slot
            && *known == text
        {
            return Some(*period);
        }
        match Period::parse(text) {
            Ok(period) => {
                *slot = Some((text, period));
                Some(period)
            }
            Err(error) => {
                let hint = period_hint(text, &error);
                let message = format!("{} {error}", shown(text));
                let place = row.place(figures::PERIOD);
                let problem = Rule::Period.at(place, message).hint(hint);
                match error {
                    PeriodError::YearOrMonth { .. } => self.problems.keep(problem),
                    _ => self.problems.push(problem),
                }
                None
            }
        }
    }

    pub fn status(&mut self, row: &Row<'_, 't>) -> Option<Status> {
        let text = row.plain(figures::STATUS)?;
        if text.is_empty() {
            return Some(Status::default());
        }
        let (message, hint) = match Status::parse(text) {
            Ok(status) if let Some((other, hint)) = no_target(status) => (
                format!("in the status {} `t` says that it is a target, and {other}", shown(text)),
                hint.to_string(),
            ),
            Ok(status) if status.absence().is_none() || text.len() == 1 => return Some(status),
            Ok(_) => (
                format!(
                    "in the status {} a letter says that there is no number, and others speak of one",
                    shown(text)
                ),
                "write c, x or z alone".to_string(),
            ),
            Err(_) if typed_status(text).is_ok() => (
                format!(
                    "{} is no status: it is written in letters, so that each is known",
                    shown(text)
                ),
                format!("write {}", typed_status(text).unwrap_or_default()),
            ),
            Err(letter) if text.matches(letter).count() > 1 => (
                format!("`{letter}` stands twice in the status {}", shown(text)),
                "write every letter once".to_string(),
            ),
            Err(letter) => unknown_status(text, letter),
        };
        let place = row.place(figures::STATUS);
        self.problems.push(Rule::Status.at(place, message).hint(hint));
        None
    }

    pub fn rank(&mut self, row: &Row<'_, 't>) -> Option<Rank> {
        let known = || [Rank::Preferred.word(), Rank::Superseded.word()].into_iter();
        Some(self.word(row, figures::RANK, Rule::Rank, known, Rank::parse)?.unwrap_or_default())
    }

    pub fn claim(&mut self, row: &Row<'_, 't>, status: Option<Status>) -> Option<Claim> {
        let value = self.number(row, figures::VALUE);
        let low = self.number(row, figures::LOW);
        let high = self.number(row, figures::HIGH);
        let known = || Qualifier::all().map(Qualifier::word);
        let qualifier =
            self.word(row, figures::QUALIFIER, Rule::Qualifier, known, Qualifier::parse);
        let formula = self.formula(row);
        let cells = Cells {
            value: value?,
            low: low?,
            high: high?,
            qualifier: qualifier?,
            formula: formula?,
            status: status?,
        };
        match cells.claim() {
            Ok(claim) => Some(claim),
            Err(misfit) => {
                let place = row.place(misfit.column);
                let problem = Rule::Quantity.at(place, misfit.message);
                self.problems.push(problem.hint(misfit.hint));
                None
            }
        }
    }

    /// `None` if the cell holds something else than a number; `Some(None)` if it is empty.
    pub fn number(&mut self, row: &Row<'_, 't>, column: usize) -> Option<Option<Decimal>> {
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        if let Some(number) = decimal(text) {
            return Some(Some(number));
        }
        let (message, hint) = no_plain_number(text, None);
        self.problems.push(Rule::Number.at(row.place(column), message).hint(hint));
        None
    }

    pub fn formula(&mut self, row: &Row<'_, 't>) -> Option<Option<Formula>> {
        let text = row.plain(figures::FORMULA)?;
        if text.is_empty() {
            return Some(None);
        }
        match Formula::parse(text) {
            Ok(formula) => Some(Some(formula)),
            Err(error) => {
                let cell = row.cell(figures::FORMULA)?;
                let start = inner(cell).start + error.bytes.start;
                let place = row.table.place(start..start + error.bytes.len());
                let message = format!("the formula cannot be read: {}", error.message);
                self.problems.push(
                    Rule::Formula
                        .at(place, message)
                        .hint("write arithmetic over other figures, as in [figure-a] / (1 + 7.00)"),
                );
                None
            }
        }
    }

    /// How a series is worked out whole; a doubled quotation mark in it stands for one.
    pub fn series_formula(
        &mut self,
        row: &Row<'_, 't>,
        nature: Option<Nature>,
    ) -> Option<Box<Formula>> {
        row.plain(series::FORMULA)?;
        let text = row.words(series::FORMULA);
        let cell = row.cell(series::FORMULA).filter(|_| !text.trim().is_empty())?;
        let (place, message, hint) = match Formula::parse_for_series(&text) {
            Ok(_) if nature.is_some_and(|nature| nature.tie() == Tie::Step) => (
                row.place(series::NATURE),
                "a series that is worked out has a figure for each period, and a `change` \
                 compares two"
                    .to_string(),
                "write `ratio` or `share`, or leave the formula empty and add the change as a \
                 figure",
            ),
            Ok(formula) => return Some(Box::new(formula)),
            Err(error) => {
                let marks = |end: usize| text[..end].matches('"').count();
                let doubled = |at: usize| match cell.form {
                    CellForm::Escaped => at + marks(at),
                    _ => at,
                };
                let start = inner(cell).start;
                let bytes = start + doubled(error.bytes.start)..start + doubled(error.bytes.end);
                (
                    row.table.place(bytes),
                    format!("the formula cannot be read: {}", error.message),
                    "write arithmetic over other series, as in [series-a] / [series-b] * 1000 or \
                     index([series-a], 2019)",
                )
            }
        };
        self.problems.push(Rule::Formula.at(place, message).hint(hint));
        None
    }

    /// A date of a source; `Some(None)` if the cell is empty.
    pub fn date(&mut self, row: &Row<'_, 't>, column: usize) -> Option<Option<Unit>> {
        use PeriodError::{OpenInterval, SpreadsheetDay, Unreadable, Unspecified};
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        match Unit::parse(text) {
            Ok(unit) => Some(Some(unit)),
            Err(error) => {
                let hint = match &error {
                    SpreadsheetDay { day } => format!("as a spreadsheet's number it is {day}"),
                    OpenInterval | Unreadable | Unspecified => {
                        "write one date: a day 2018-09-03, a month 2018-09 or a year 2018".into()
                    }
                    _ => error.hint(),
                };
                let error = match error {
                    Unreadable => "is not a date".to_string(),
                    error => error.to_string(),
                };
                let message = format!("{} {error}", shown(text));
                self.problems.push(Rule::Date.at(row.place(column), message).hint(hint));
                None
            }
        }
    }

    /// The date of an event, or the days that it lasted.
    pub fn event_date(&mut self, row: &Row<'_, 't>) -> Option<Period> {
        use PeriodError::{OpenInterval, SpreadsheetDay, Unreadable, Unspecified};
        let text = row.plain(events::DATE)?;
        let error = match Period::parse_date(text) {
            Ok(period) => return Some(period),
            Err(error) => error,
        };
        let hint = match (interval_in_words(text), &error) {
            (Some(interval), _) => format!("write {interval}"),
            (None, SpreadsheetDay { day }) => format!("as a spreadsheet's number it is {day}"),
            (None, OpenInterval) => {
                "write both ends, as in 2015-03/2015-11; or, while it lasts, only the day on which \
                 it began"
                    .to_string()
            }
            (None, Unreadable | Unspecified) => {
                "write a day 2018-09-03, a month 2018-09, a year 2018, or the first and the last \
                 of what lasts: 2020-03-23/2020-07-04"
                    .to_string()
            }
            _ => error.hint(),
        };
        let message = match error {
            Unreadable => format!("{} is not a date, so no chart can place it", shown(text)),
            error => format!("{} {error}", shown(text)),
        };
        self.problems.push(Rule::Date.at(row.place(events::DATE), message).hint(hint));
        None
    }

    /// A word of a short list; `Some(None)` if the cell is empty.
    pub fn word<T, I: Iterator<Item = &'static str>>(
        &mut self,
        row: &Row<'_, 't>,
        column: usize,
        rule: Rule,
        known: impl Fn() -> I,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        if let Some(meaning) = parse(text) {
            return Some(Some(meaning));
        }
        let why = match rule {
            Rule::Rank => "which figure to draw",
            Rule::Nature => "what may be drawn and compared",
            Rule::Per => "how long the rate runs",
            _ => "how the number is meant",
        };
        let message = format!("{} is no {rule}, so it is not known {why}", shown(text));
        let hint = match nearest(text.trim(), known()) {
            _ if rule == Rule::Nature => nature_hint(text),
            Some(near) => format!("write `{near}`"),
            None => format!("write one of {}", known().collect::<Vec<_>>().join(", ")),
        };
        self.problems.push(rule.at(row.place(column), message).hint(hint));
        None
    }

    /// The id in the first column.
    pub fn id(&mut self, row: &Row<'_, 't>) -> Option<&'t str> {
        let id = self.required(row, 0)?;
        if let Some(fault) = id_fault(id) {
            let message = format!("the id {} {fault}", shown(id));
            let noun = row.table.layout.file.noun();
            self.problems.push(
                Rule::IdShape
                    .at(row.place(0), message)
                    .hint(format!("write {}", shown(&as_id(id, noun)))),
            );
        }
        Some(id)
    }

    /// A cell that must not be empty.
    pub fn required(&mut self, row: &Row<'_, 't>, column: usize) -> Option<&'t str> {
        let text = row.plain(column)?;
        if !shows_nothing(text) {
            return Some(text);
        }
        let layout = row.table.layout;
        let name = layout.columns[column];
        let said = if text.trim_matches(' ').is_empty() { "is empty" } else { "shows nothing" };
        let message = format!("a {} needs a {name}, and the cell {said}", layout.file.noun());
        let problem = Rule::MissingCell.at(row.place(column), message);
        self.problems.push(problem.hint(format!("write the {name}")));
        None
    }

    /// Words for people. What a spreadsheet would run is advised against.
    pub fn words(&mut self, row: &Row<'_, 't>, column: usize) -> CellText<'t> {
        let Some(cell) = row.cell(column) else { return CellText::default() };
        let text = row.table.words(cell);
        if shows_nothing(&text) {
            return CellText::default();
        }
        if let Some(sign @ (b'=' | b'+' | b'-' | b'@')) = text.as_bytes().first() {
            let message = format!(
                "{} begins with {}, so a spreadsheet would run it as a formula",
                shown(&text),
                char::from(*sign)
            );
            let hint = "begin it with a word or an opening quotation mark";
            self.problems.push(Rule::FormulaCell.at(row.place(column), message).hint(hint));
        }
        text
    }

    /// Words that must be there.
    pub fn required_words(&mut self, row: &Row<'_, 't>, column: usize) -> CellText<'t> {
        self.required(row, column);
        self.words(row, column)
    }
}

/// A place for a text among a few thousand: quick, not good.
fn slot(text: &str) -> usize {
    let mix = |sum: usize, byte: u8| sum.wrapping_mul(31).wrapping_add(usize::from(byte));
    text.bytes().fold(0, mix)
}
