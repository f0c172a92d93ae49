//! What the columns of a table seem to be: periods, numbers, marks, powers of ten, notes, and what
//! tells one row from another. A guess to be looked at, never acted on unasked.

use std::borrow::Cow;

use super::manner::manner;
use super::marks::{Mark, is_blank, part};
use super::names::{
    code_of, is_named_code, is_named_count, is_named_letters, is_named_multiplier, is_named_note,
    is_named_status, is_of_the_file, names_financial_years,
};
use super::part_of_year::is_part_of_year;
use super::period_heading::{
    ParsedHeading, is_a_period, is_split_year, parted_period, period_of_all_headings,
};
use super::published::PublishedTable;
use super::totals::is_total;
use crate::figure::Nature;
use crate::reading::{Measure, Reading, quantity};

/// What a table seems to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableGuess {
    /// Whose manner of table it is.
    pub manner: Option<&'static str>,
    /// The periods are headings: the columns below which the numbers stand.
    pub wide: Option<Vec<usize>>,
    /// The column of the periods.
    pub period: Option<usize>,
    /// The period of every row, which stands above the table.
    pub of_all: Option<String>,
    /// The column of months or quarters beside one of years.
    pub and: Option<usize>,
    /// The columns of numbers, the likeliest first.
    pub values: Vec<usize>,
    /// The columns of the lower and the higher ends of an interval.
    pub ends: Option<(usize, usize)>,
    /// The columns in which a blank seems to mean the cell above it.
    pub fill_down: Vec<usize>,
    /// The column of the marks.
    pub status: Option<usize>,
    /// The column of the powers of ten.
    pub multiplier: Option<usize>,
    /// The column of the notes.
    pub note: Option<usize>,
}

/// So many rows are looked at.
const LOOKED_AT: usize = 300;

impl TableGuess {
    /// Looks at the names of the columns and at what stands in them.
    pub fn of(table: &PublishedTable) -> TableGuess {
        let mut guess = TableGuess { manner: manner(table), ..TableGuess::default() };
        let columns: Vec<ColumnLook> =
            (0..table.width()).map(|at| ColumnLook::of(table, at)).collect();
        let periods = &table.headings().periods;
        let mut headings = periods.clone();
        headings.retain(|at| columns[*at].numbers * 2 >= columns[*at].filled);
        let named = |fits: fn(&str) -> bool| {
            let own = |column: &&ColumnLook| {
                column.filled > 0 && fits(&column.name) && !periods.contains(&column.at)
            };
            columns.iter().find(own).map(|column| column.at)
        };
        guess.status = named(is_named_status).filter(|at| table.may_mark(*at));
        if guess.status.is_none() {
            let unnamed = |at: &usize| {
                let apart = periods.contains(at) || is_named_note(&columns[*at].name);
                !apart && table.marks_some(*at)
            };
            let lettered = |at: &usize| {
                !periods.contains(at)
                    && is_named_letters(&columns[*at].name)
                    && table.holds_marks(*at)
            };
            let all = || 0..table.width();
            guess.status = all().find(unnamed).or_else(|| all().find(lettered));
        }
        guess.multiplier = named(is_named_multiplier);
        guess.note = named(is_named_note);
        let lettered = guess.note.filter(|at| guess.status.is_none() && table.holds_letters(*at));
        if lettered.is_some() {
            (guess.status, guess.note) = (lettered, None);
        }
        let taken = [guess.status, guess.multiplier, guess.note];
        let free = |column: &&ColumnLook| !taken.contains(&Some(column.at)) && column.filled > 0;
        let dated = |column: &ColumnLook| {
            let named = period_rank(&column.name) < UNNAMED;
            column.periods * 10 >= column.filled * if named { 5 } else { 8 }
        };
        let best = columns
            .iter()
            .filter(free)
            .filter(|column| dated(column) && !is_named_code(&column.name))
            .filter(|column| {
                let named = period_rank(&column.name) < UNNAMED;
                let first = column.at == 0 && column.years == column.filled;
                named || column.numbers < column.filled || first || column.dates == column.filled
            })
            .min_by_key(|column| (period_rank(&column.name), column.at));
        // A date beside several periods that are headings is that of something else.
        let is_aside = |best: &ColumnLook| {
            let nameless = period_rank(&best.name) >= UNNAMED;
            // What stands right of them is of all of them, such as a full year.
            let is_behind = headings.iter().any(|at| *at < best.at);
            headings.contains(&best.at)
                || headings.len() > 2 && (nameless || is_behind)
                || is_total(&best.name)
        };
        if headings.len() > 1 && best.is_none_or(is_aside) {
            guess.fill_down = fill_down(table, headings[0], &taken);
            let beside = |at: &usize| {
                let heading = ParsedHeading::of(&columns[*at].name).rest;
                is_named_note(&heading) || is_named_status(&heading)
            };
            headings.retain(|at| !beside(at));
            guess.wide = Some(headings);
            return guess;
        }
        guess.period = best.map(|column| column.at);
        if best.is_none() {
            guess.of_all = period_above(table)
                .or_else(|| period_of_all_headings(&table.outline.columns).map(str::to_string));
        }
        // A column of months that say their year themselves is none.
        let says_years = |column: &ColumnLook| {
            let cells = table.body().take(LOOKED_AT).map(|row| table.grid.cell(row, column.at));
            let runs = |cell: &str| {
                cell.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
            };
            cells.into_iter().any(runs)
        };
        let part_of_year = |column: &&ColumnLook| {
            let cells = table.body().take(LOOKED_AT).map(|row| table.grid.cell(row, column.at));
            let (parts, others): (Vec<&str>, Vec<&str>) = cells
                .filter(|cell| !is_total(cell))
                .partition(|cell| is_part_of_year(part(cell).0, &column.name));
            Some(column.at) != guess.period && !says_years(column) && parts.len() > others.len()
        };
        let of_years = |name: &str| ["year", "jahr", "année", "annee", "jaar"].contains(&name);
        if best.is_some_and(|best| {
            let split = if names_financial_years(&best.name) { best.split_years } else { 0 };
            let all = best.filled > 0 && best.years + split == best.filled;
            of_years(&best.name.to_lowercase()) || all
        }) {
            guess.and = columns.iter().find(part_of_year).map(|column| column.at);
        }
        let end = |names: &[&str]| {
            let fits = |column: &&ColumnLook| {
                let name = column.name.to_lowercase();
                names.iter().any(|known| name == *known || name.starts_with(&format!("{known} ")))
            };
            columns.iter().find(fits).map(|column| column.at)
        };
        // `FactValueNumericLow` beside `FactValueNumeric`.
        let behind = |word: &str| {
            let fits = |column: &&ColumnLook| {
                let before =
                    column.name.strip_suffix(word).map(|name| name.trim_end_matches(['_', ' ']));
                before.is_some_and(|before| columns.iter().any(|other| other.name == before))
            };
            columns.iter().find(fits).map(|column| column.at)
        };
        let low = behind("Low").or_else(|| behind("low")).or_else(|| behind("Lower"));
        let high = behind("High").or_else(|| behind("high")).or_else(|| behind("Upper"));
        let (low, high) = match (low, high) {
            (Some(low), Some(high)) => (Some(low), Some(high)),
            _ => (None, None),
        };
        let low = low.or_else(|| {
            end(&["low", "lower", "lci", "lower ci", "lower_ci", "lower limit", "lower bound"])
        });
        let high = high.or_else(|| {
            end(&["high", "upper", "uci", "upper ci", "upper_ci", "upper limit", "upper bound"])
        });
        guess.ends = low.zip(high);
        let mut values: Vec<&ColumnLook> = columns
            .iter()
            .filter(free)
            .filter(|column| {
                let digits = || {
                    let mut cells = table.body().map(|row| table.grid.cell(row, column.at));
                    cells.any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
                };
                let of_file = || is_of_the_file(&column.name) && !digits();
                let fits = column.numbers * 10 >= column.filled * 6;
                let dated = guess.period.is_some() && column.says_when(table);
                fits && !is_named_code(&column.name) && !of_file() && !dated
            })
            .filter(|column| ![guess.period, guess.and, low, high].contains(&Some(column.at)))
            .collect();
        // A column of numbers and nothing else before one that words them, as `0 to 4` of ages.
        let worded = |column: &ColumnLook| column.worded * 2 > column.numbers;
        // Nor one of a few digits that say of which kind each row is, as 1 and 2 of a sex.
        let coded = |column: &ColumnLook| {
            let rows: Vec<usize> = table.body().take(LOOKED_AT).collect();
            let values = table.values(column.at, &rows, 10);
            let is_code =
                |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
            values.len() > 1
                && values.len() * 2 <= rows.len()
                && values.iter().all(|(text, count)| is_code(text) && *count > 1)
        };
        values.sort_by_key(|column| {
            (worded(column), coded(column), value_rank(&column.name), column.at)
        });
        guess.values = values.into_iter().map(|column| column.at).collect();
        let first = guess.values.first().copied().unwrap_or_default();
        guess.fill_down = fill_down(table, first, &taken);
        guess
    }
}

/// The columns before the numbers that say something once for several rows: blank below what they
/// say, and never the same twice in a row, as in a pivot table.
fn fill_down(table: &PublishedTable, numbers: usize, taken: &[Option<usize>]) -> Vec<usize> {
    let has_total = |row: &usize| (0..numbers.max(1)).any(|at| is_total(table.grid.cell(*row, at)));
    let all: Vec<usize> = table.body().filter(|row| !has_total(row)).collect();
    let is_once = |at: &usize| {
        let mut rows = all.iter().copied();
        let Some(first) = rows.next().map(|row| table.grid.cell(row, *at)) else { return false };
        let (mut last, mut blanks, mut said) = (first, 0, 1);
        for row in rows {
            match table.grid.cell(row, *at) {
                "" => blanks += 1,
                same if same == last => return false,
                other => {
                    last = other;
                    said += 1;
                }
            }
        }
        let of_several = said > 1 || *at == 0 && blanks > 0;
        !first.is_empty() && blanks > 0 && of_several && blanks >= said.min(2)
    };
    let labels = (0..numbers).filter(|at| !taken.contains(&Some(*at)));
    labels.filter(|at| !is_named_note(&table.outline.columns[*at])).filter(is_once).collect()
}

/// What stands in a column, counted.
struct ColumnLook {
    at: usize,
    name: String,
    filled: usize,
    numbers: usize,
    /// How many of the numbers have words.
    worded: usize,
    periods: usize,
    /// Of four digits, and not far from ours.
    years: usize,
    /// `2022/23`, `2022-2023`.
    split_years: usize,
    /// `2010-03`, `31.12.2018`: numbers that are no others.
    dates: usize,
}

impl ColumnLook {
    fn of(table: &PublishedTable, at: usize) -> ColumnLook {
        let mut look = ColumnLook {
            at,
            name: table.outline.columns[at].clone(),
            filled: 0,
            numbers: 0,
            worded: 0,
            periods: 0,
            years: 0,
            split_years: 0,
            dates: 0,
        };
        for row in table.body().take(LOOKED_AT) {
            let cell = table.grid.cell(row, at);
            if cell.is_empty() || is_total(cell) {
                continue;
            }
            look.filled += 1;
            let worded = !is_number(cell) && is_worded_number(cell);
            look.worded += usize::from(worded);
            look.numbers += usize::from(worded || is_number(cell));
            look.periods += usize::from(is_a_period(parted_period(&table.grid.dated(row, at)).0));
            let cell = parted_period(cell).0;
            let year = cell.parse::<u32>().is_ok_and(|year| (1500..2200).contains(&year));
            look.years += usize::from(year && cell.len() == 4);
            look.split_years += usize::from(is_split_year(cell));
            look.dates += usize::from(is_date(cell) && is_a_period(cell));
        }
        look
    }
}

impl ColumnLook {
    /// Beside the periods, does it only count them or the rows: `Week number`, `Year`, `No.`?
    fn says_when(&self, table: &PublishedTable) -> bool {
        let is_year = self.years == self.filled && period_rank(&self.name) < UNNAMED;
        is_year
            || is_named_count(&self.name) && {
                let cells = || table.body().map(|row| table.grid.cell(row, self.at));
                let numbered = |cell: &str| is_part_of_year(cell, &self.name);
                let cells: Vec<&str> = cells().filter(|cell| !cell.is_empty()).collect();
                let counts = |(at, cell): (usize, &&str)| **cell == (at + 1).to_string();
                cells.iter().all(|cell| numbered(cell)) || cells.iter().enumerate().all(counts)
            }
    }
}

/// `2010-03`, `31.12.2018`, `1/2/2020`: the look of a month or a day, and of no number.
fn is_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '.', '/']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let fits = matches!(lengths[..], [4, 2] | [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]);
    fits && parts.iter().all(digits) && (parts.len() == 3 || cell.contains('-'))
}

const UNNAMED: usize = 100;

/// What columns of periods are called, the likeliest first.
const PERIOD_NAMES: [&str; 36] = [
    "time_period",
    "time period",
    "observation_date",
    "date",
    "time",
    "period",
    "year",
    "financial year",
    "calendar year",
    "reporting period",
    "month",
    "quarter",
    "week",
    "day",
    "jahr",
    "année",
    "annee",
    "año",
    "anno",
    "jaar",
    "ano",
    "ref_date",
    "datecode",
    "date code",
    "perioden",
    "periode",
    "période",
    "zeitraum",
    "periodo",
    "período",
    "kwartaal",
    "quartal",
    "datum",
    "stichtag",
    "fecha",
    "peildatum",
];

/// How likely a column of this name holds the periods; the lower the likelier.
fn period_rank(name: &str) -> usize {
    let name = code_of(name).to_lowercase();
    let whole = PERIOD_NAMES.iter().position(|known| *known == name);
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    // When something was published is no period of a figure.
    let part = || PERIOD_NAMES.iter().position(|known| words.contains(known)).map(|at| at + 2);
    if is_of_the_file(&name) && name.contains(' ') {
        return UNNAMED;
    }
    whole.or_else(part).unwrap_or(UNNAMED)
}

/// How likely a column of this name holds the numbers that are meant; the lower the likelier.
fn value_rank(name: &str) -> usize {
    const NAMES: [&str; 8] =
        ["obs_value", "value", "observation", "count", "number", "total", "rate", "percent"];
    let name = name.to_lowercase();
    if name.starts_with("v4_") || name.starts_with("obs_value") {
        return 0;
    }
    NAMES
        .iter()
        .position(|known| name == *known || name.starts_with(&format!("{known} ")))
        .unwrap_or(NAMES.len())
}

/// A number with its marks, or what stands for none.
pub fn is_number(cell: &str) -> bool {
    let (number, _) = part(cell);
    // `(1,250)`, as accounts write what is below zero.
    let number = match number.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) if inner.starts_with(|c: char| c.is_ascii_digit() || "£$€".contains(c)) => {
            inner
        }
        _ => number,
    };
    // `1.2E+05`, of which digits are lost, is a number all the same.
    let number = match number.to_ascii_lowercase().split_once("e+") {
        Some((digits, power)) if power.bytes().all(|byte| byte.is_ascii_digit()) => {
            &number[..digits.len()]
        }
        _ => number,
    };
    let number = number.trim_start_matches(['£', '$', '€', '-', '+', '−', '<', '>', '~']);
    let known = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ',' | '.' | '%' | ' ' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '–'
            )
    };
    is_blank(number)
        || Mark::find(cell).is_some() && cell.starts_with('[')
        || number.starts_with(|c: char| c.is_ascii_digit() || c == '.') && number.chars().all(known)
}

/// A number as a text words it: `about 10,000`, `between 13,000 and 14,000`.
fn is_worded_number(cell: &str) -> bool {
    let of = Measure { unit: "", nature: Nature::Flow, per: None, base: "" };
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.contains(char::is_alphabetic)
        && cell.chars().count() <= LONGEST
        && !is_a_period(cell)
        && !matches!(quantity(cell, &of), Reading::Refused(_))
}

/// Longer cells are sentences.
const LONGEST: usize = 40;

/// The period of a row above the table that names it: `date` beside `Jan 2018-Dec 2018`, or
/// `Year: 2018`.
fn period_above(table: &PublishedTable) -> Option<String> {
    table.outline.titles.clone().find_map(|row| {
        let cells: Vec<&str> = table.grid.cells(row).filter(|cell| !cell.is_empty()).collect();
        let (name, period) = match cells[..] {
            [only] => only.split_once(':')?,
            [name, period, ..] => (name, period),
            [] => return None,
        };
        let (name, period) = (name.trim().trim_end_matches(':').to_lowercase(), period.trim());
        let named = PERIOD_NAMES.contains(&name.as_str());
        (named && is_a_period(period)).then(|| period.to_string())
    })
}

/// The headings that stand over the periods of these columns, where several periods stand below
/// each: of counts and of rates, of girls and of boys.
pub fn headings_over<'t>(table: &'t PublishedTable, columns: &[usize]) -> Vec<Cow<'t, str>> {
    let mut over: Vec<(Cow<str>, usize)> = Vec::new();
    for at in columns {
        let rest = ParsedHeading::of(&table.outline.columns[*at]).rest;
        match over.iter_mut().find(|(known, _)| *known == rest) {
            Some((_, count)) => *count += 1,
            None => over.push((rest, 1)),
        }
    }
    let repeated = over.iter().any(|(_, count)| *count > 1);
    let several = repeated && over.len() > 1;
    over.into_iter().filter(|_| several).map(|(rest, _)| rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Asked, read};

    fn guess(text: &str) -> (TableGuess, PublishedTable) {
        let grid = read("x.csv", text.as_bytes(), &Asked::default()).unwrap();
        let table = PublishedTable::of(grid);
        (TableGuess::of(&table), table)
    }

    #[test]
    fn columns_are_known_by_name_and_by_what_they_hold() {
        let (long, _) =
            guess("Area,Area code,Year,Count,Rate,Flag\nA,1,2001,5,7,p\nB,2,2002,6,8,\n");
        assert_eq!((long.period, long.status, &long.values[..]), (Some(2), Some(5), &[3, 4][..]));
        let (wide, _) = guess(
            "Country Name,Country Code,Indicator Name,2001 [YR2001],2002 [YR2002]\nA,B,C,5,6\n",
        );
        assert_eq!((wide.wide, wide.manner), (Some(vec![3, 4]), Some("the World Bank")));
        let (parts, _) = guess("Year,Month,Value\n2001,1,5\n2001,2,6\n");
        assert_eq!((parts.period, parts.and), (Some(0), Some(1)));
        let (fred, _) = guess("observation_date,UNRATE\n2001-01-01,4.2\n2001-02-01,.\n");
        assert_eq!((fred.period, &fred.values[..], fred.manner), (Some(0), &[1][..], Some("FRED")));
    }

    #[test]
    fn the_first_column_of_eurostat_is_several() {
        let (eurostat, table) = guess(
            "freq,unit,geo\\TIME_PERIOD\t2001 \t2002 \nA,PC,UK\t5.1 p\t: c\nA,PC,FR\t5.2 \t6 b\n",
        );
        assert_eq!(table.outline.columns, ["freq", "unit", "geo", "2001", "2002"]);
        assert_eq!(eurostat.wide, Some(vec![3, 4]));
        assert_eq!(eurostat.manner, Some("Eurostat's tab-separated files"));
    }
}
