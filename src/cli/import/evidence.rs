//! What the periods of a column say of each other, and what that leaves open.

use sourceline::figure::{Period, YearWord};
use sourceline::locale::EN_GB;
use sourceline::reading::{
    BesideMonth, Convention, DateOrder, NamedYear, Setting, YearAndNumber, period_in_words,
};

use super::heading_years::{HeadingYears, ending_matter};
use super::options::{DateKind, ImportOptions, YearKind};
use super::question::{OpenMatter, Settlement};

/// What the cells of the column say of each other.
#[derive(Default)]
pub struct PeriodEvidence {
    /// `2009-09`, which can only be a month.
    month: Option<String>,
    /// `2012/13` or `2012-13`, which can only be a year from month to month.
    financial: Option<String>,
    /// `2009-10`, which may be either.
    open_year: Option<String>,
    /// `13/02/2020`.
    day_first: Option<String>,
    /// `02/13/2020`.
    month_first: Option<String>,
    /// `01/02/2020`.
    open_order: Option<String>,
    /// `Mar-99`: no month has 99 days.
    short_year: bool,
    /// `Mar-20`.
    open_short: Option<String>,
    /// `19/20`, of which `11/12` may be a day where nothing else is said.
    short_pair: bool,
    /// `FY 2018`, or `2018` below a heading that calls it so.
    named_year: Option<String>,
    /// What the heading says that its years are.
    heading: HeadingYears,
    /// It says that they are those that end then.
    ends: bool,
}

/// Does the text call one year a financial, fiscal, tax or academic one, or a part of one: `FY 2018`,
/// `Q1 FY18`?
fn names_a_year(text: &str) -> bool {
    const NAMES: [&str; 9] = [
        "fy",
        "fiscal",
        "fiscalyear",
        "financialyear",
        "taxyear",
        "ay",
        "sy",
        "academicyear",
        "schoolyear",
    ];
    let letters: String = text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let runs: Vec<usize> = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|length| *length > 0)
        .collect();
    match runs[..] {
        [2 | 4] => NAMES.contains(&letters.as_str()),
        [1, 2 | 4] | [2 | 4, 1] => letters
            .strip_prefix(['q', 'h'])
            .or(letters.strip_suffix(['q', 'h']))
            .is_some_and(|name| NAMES.contains(&name)),
        _ => false,
    }
}

/// `19` and `20` of `19/20`.
pub fn short_pair(text: &str) -> Option<(u32, u32)> {
    let (first, second) = text.split_once(['/', '-', '–'])?;
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let pair = (two(first) && two(second)).then(|| (first.parse(), second.parse()));
    match pair? {
        (Ok(first), Ok(second)) => Some((first, second)),
        _ => None,
    }
}

/// The number of a month by its name or the beginning of it.
pub fn month_number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let fits = |name: &str| word.len() >= 3 && name.to_lowercase().starts_with(&word);
    let sept = (word == "sept").then_some(9);
    sept.or_else(|| EN_GB.months.iter().position(|name| fits(name)).map(|at| at as u32 + 1))
}

/// `2009` and `10` of `2009-10`, `2009/10`, `2009–10` and `200910`, and the mark between them.
fn lone(text: &str) -> Option<(i32, u32, char)> {
    let (year, rest) = text.split_at_checked(4)?;
    if text.len() == 6 && is_plain(text) && year.starts_with(['1', '2']) {
        return Some((year.parse().ok()?, rest.parse().ok()?, '-'));
    }
    let mark = rest.chars().next().filter(|mark| "-/–".contains(*mark))?;
    let two = &rest[mark.len_utf8()..];
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year) && digits(two) && matches!(two.len(), 2 | 4)).then_some(())?;
    let two: u32 = two.parse().ok()?;
    Some((year.parse().ok()?, if rest.len() > 4 && two >= 1_000 { two % 100 } else { two }, mark))
}

/// The three numbers of `01/02/2020`, `1.2.20`, `01-02-2020`.
pub fn three_numbers(text: &str) -> Option<(u32, u32, &str)> {
    let date = text.split([' ', 'T']).next()?;
    let mark = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let mut parts = date.split(mark);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    let fits = parts.next().is_none() && short(a) && short(b) && matches!(year.len(), 2 | 4);
    let number = |part: &str| part.parse::<u32>().ok();
    number(year)?;
    fits.then_some(())?;
    Some((number(a)?, number(b)?, year))
}

/// What stands before the two digits of a year behind a month, and the digits: `Mar-` and `20`; and
/// whether a day stands before the month.
pub fn short_year(text: &str) -> Option<(&str, &str, bool)> {
    let cut = text.len().checked_sub(2)?;
    let digits = text.get(cut..)?.bytes().all(|byte| byte.is_ascii_digit());
    let before = text.get(..cut)?;
    let word_end = before.trim_end_matches([' ', '-', '/', '\'', '’', '.', ',']);
    let word_start = word_end
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + word_end[at..].chars().next().map_or(1, char::len_utf8));
    let parted = word_end.len() < before.len() || word_end.ends_with(char::is_alphabetic);
    month_number(&word_end[word_start..]).filter(|_| digits && parted)?;
    // Another year in it would be the year.
    let has_year = before.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
    let day = before[..word_start].trim_end_matches([' ', '-', '/', '.']);
    let has_day = day.ends_with(|c: char| c.is_ascii_digit());
    (!has_year).then_some((before, &text[cut..], has_day))
}

/// A year of the files, that only its heading can call anything else.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl PeriodEvidence {
    /// `2018` below a heading that calls it a year from month to month.
    pub fn add_called(&mut self, text: &str) {
        if self.named_year.is_none() && self.heading.called(text).is_some() {
            self.named_year = Some(text.to_string());
        }
    }

    /// None yet, but for what the heading of the column says.
    pub fn below(heading: HeadingYears, ends: bool) -> PeriodEvidence {
        PeriodEvidence { heading, ends, ..PeriodEvidence::default() }
    }

    pub fn add(&mut self, text: &str) {
        let keep = |place: &mut Option<String>| {
            if place.is_none() {
                *place = Some(text.to_string());
            }
        };
        if let Some((year, two, mark)) = lone(text) {
            let next = two as i32 == (year + 1) % 100;
            match (1..=12).contains(&two) {
                true if next => keep(&mut self.open_year),
                true if mark == '-' => keep(&mut self.month),
                false if next => keep(&mut self.financial),
                _ => {}
            }
        } else if let Some((first, second)) = short_pair(text) {
            if (first + 1) % 100 == second {
                self.short_pair = true;
                keep(&mut self.financial);
            }
        } else if names_a_year(text) {
            keep(&mut self.named_year);
        } else if let Some((a, b, _)) = three_numbers(text) {
            match (a > 12, b > 12) {
                (true, false) => keep(&mut self.day_first),
                (false, true) => keep(&mut self.month_first),
                (false, false) if a != b => keep(&mut self.open_order),
                _ => {}
            }
        } else if let Some((_, digits, has_day)) = short_year(text) {
            match digits.parse::<u32>() {
                Ok(0 | 32..) => self.short_year = true,
                _ if has_day => {}
                _ => keep(&mut self.open_short),
            }
        }
    }
}

impl PeriodEvidence {
    /// The convention of the column: what was said of it, or what its cells say of each other.
    /// `there` is the series, where the project has it already.
    pub fn settled(
        &self,
        options: &ImportOptions,
        setting: Setting,
        there: Option<&str>,
        open: &mut Vec<OpenMatter>,
    ) -> Convention {
        Convention {
            date_order: self.date_order(options, open),
            beside_month: self.beside_month(options, open),
            year_and_number: self.year_and_number(options, setting, there, open),
            named_year: self.named_year(options, setting, there, open),
        }
    }

    fn year_and_number(
        &self,
        options: &ImportOptions,
        setting: Setting,
        there: Option<&str>,
        open: &mut Vec<OpenMatter>,
    ) -> Option<YearAndNumber> {
        let year = self.open_year.as_ref();
        let of_year = |kind: YearKind| !matches!(kind, YearKind::Months | YearKind::Calendar);
        if let Some(text) = year.or(self.financial.as_ref())
            && options.years.is_some_and(of_year)
            && self.ends_otherwise(options, setting)
        {
            open.push(years_matter(text, false, self.heading, there));
            return None;
        }
        match (options.years, &self.month, year) {
            (Some(YearKind::Financial), Some(month), Some(year)) => {
                open.push(OpenMatter::new(
                    format!("`{month}` is a month, so `{year}` is none of the financial years"),
                    vec![Settlement::new(&["--years", "months"], "")],
                ));
                None
            }
            (Some(YearKind::Financial), ..) => Some(YearAndNumber::FinancialYear),
            (Some(YearKind::Months), ..) => Some(YearAndNumber::Month),
            (Some(YearKind::Calendar), ..) => Some(YearAndNumber::CalendarYears),
            (Some(YearKind::Ending | YearKind::Starting), ..) => Some(YearAndNumber::FinancialYear),
            (Some(YearKind::Academic), ..) => {
                let text = year.or(self.financial.as_ref())?;
                if setting.years.word() != YearWord::Academic {
                    open.push(academic_matter(text, there));
                }
                Some(YearAndNumber::FinancialYear)
            }
            (None, ..) if self.short_pair && setting.financial_years == Some(true) => {
                Some(YearAndNumber::FinancialYear)
            }
            (None, Some(_), Some(_)) if self.financial.is_none() => Some(YearAndNumber::Month),
            (None, None, _) if self.heading == HeadingYears::Financial => {
                Some(YearAndNumber::FinancialYear)
            }
            (None, None, _) if self.ends_as(setting) => Some(YearAndNumber::FinancialYear),
            (None, ..) => {
                let open_year = year.or(self.financial.as_ref());
                if let Some(year) = open_year.filter(|_| setting.financial_years != Some(true)) {
                    let may_be_month = self.financial.is_none();
                    open.push(years_matter(year, may_be_month, self.heading, there));
                }
                None
            }
        }
    }

    /// Do the years end as those of the series do?
    fn ends_as(&self, setting: Setting) -> bool {
        let starts = match self.heading {
            HeadingYears::Ending(end) => end.starts(),
            _ => None,
        };
        starts == Some(setting.years.month())
    }

    /// Do the lines around the table say another end of the years than the series has, so that to say
    /// only what its years are called by leaves open in which month they start?
    fn ends_otherwise(&self, options: &ImportOptions, setting: Setting) -> bool {
        let says = matches!(self.heading, HeadingYears::Ending(_));
        says && options.year_starts.is_none() && !self.ends_as(setting)
    }

    fn named_year(
        &self,
        options: &ImportOptions,
        setting: Setting,
        there: Option<&str>,
        open: &mut Vec<OpenMatter>,
    ) -> Option<NamedYear> {
        let text = self.named_year.as_ref()?;
        if self.ends && options.years.is_none() {
            return Some(NamedYear::Ending);
        }
        let by_heading = is_plain(text);
        let is_open = match options.years {
            None => true,
            Some(YearKind::Calendar) => false,
            Some(_) => self.ends_otherwise(options, setting),
        };
        if let HeadingYears::Ending(end) = self.heading
            && is_open
        {
            open.push(ending_matter(text, end, setting, there));
            return None;
        }
        match options.years {
            Some(YearKind::Ending) => return Some(NamedYear::Ending),
            Some(YearKind::Starting) => return Some(NamedYear::Starting),
            Some(YearKind::Calendar) if by_heading => return None,
            _ => {}
        }
        let academic =
            self.heading == HeadingYears::Academic && setting.years.word() != YearWord::Academic;
        let starts: &[&str] =
            if academic && there.is_none() { &["--year-starts", "9"] } else { &[] };
        let first = if academic { 9 } else { setting.years.month() };
        let number = text.rsplit(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4);
        let number = number.and_then(|year| year.parse::<i32>().ok());
        let answer = |kind: &str, verb: &str, before: i32| {
            let months = number.and_then(|year| Period::twelve_months(year - before, first));
            let months = months.map(|period| format!(", {}", period_in_words(period)));
            let label = format!("for the year that {verb} then{}", months.unwrap_or_default());
            Settlement::new(&[starts, &["--years", kind]].concat(), label)
        };
        let mut answers =
            vec![answer("ending", "ends", i32::from(first > 1)), answer("starting", "starts", 0)];
        let matter = match by_heading {
            true => {
                if self.heading == HeadingYears::Fiscal && there.is_none() {
                    let words = ["--year-starts", "10", "--years", "ending"];
                    let label = "for the year that ends then and starts in October, as in the United States";
                    answers.push(Settlement::new(&words, label));
                }
                answers.push(Settlement::new(&["--years", "calendar"], "for the calendar year"));
                format!(
                    "the heading does not call `{text}` a calendar year, and the year from month to \
                     month may end or start in {text}"
                )
            }
            false => format!("`{text}` may be the year that ends then, or that starts then"),
        };
        let first = there.filter(|_| academic).map(|id| {
            format!("`sourceline edit series {id} --year-starts 9` first, for years from September")
        });
        // No publisher's habit is another's.
        let asked = by_heading || self.heading == HeadingYears::Fiscal;
        open.push(OpenMatter { first, asked, ..OpenMatter::new(matter, answers) });
        None
    }

    fn date_order(&self, options: &ImportOptions, open: &mut Vec<OpenMatter>) -> Option<DateOrder> {
        match (options.day_first, options.month_first) {
            (true, _) => return Some(DateOrder::DayFirst),
            (_, true) => return Some(DateOrder::MonthFirst),
            _ => {}
        }
        match (&self.day_first, &self.month_first, &self.open_order) {
            (Some(day), Some(month), _) => open.push(order_matter(format!(
                "`{day}` begins with the day and `{month}` with the month"
            ))),
            (Some(_), None, _) => return Some(DateOrder::DayFirst),
            (None, Some(_), _) => return Some(DateOrder::MonthFirst),
            (None, None, Some(date)) => open
                .push(order_matter(format!("`{date}` may begin with the day or with the month"))),
            (None, None, None) => {}
        }
        None
    }

    fn beside_month(
        &self,
        options: &ImportOptions,
        open: &mut Vec<OpenMatter>,
    ) -> Option<BesideMonth> {
        match (options.dates, self.short_year, &self.open_short) {
            (Some(DateKind::Days), ..) => Some(BesideMonth::Day),
            (Some(_), ..) | (None, true, _) => Some(BesideMonth::Year),
            (None, false, Some(text)) => {
                open.push(OpenMatter::new(
                    format!("the two digits of `{text}` may be a year or a day"),
                    vec![
                        Settlement::new(&["--dates", "months"], "for a year"),
                        Settlement::new(&["--dates", "days"], "for a day"),
                    ],
                ));
                None
            }
            (None, false, None) => None,
        }
    }
}

fn years_matter(
    year: &str,
    may_be_month: bool,
    heading: HeadingYears,
    there: Option<&str>,
) -> OpenMatter {
    if let HeadingYears::Ending(end) = heading
        && let Some(starts) = end.starts()
    {
        let month = starts.to_string();
        let words = ["--year-starts", month.as_str(), "--years", "financial"];
        let matter = format!(
            "the lines around the table say that years such as `{year}` end in {}",
            EN_GB.months[end.month as usize - 1]
        );
        return match there {
            None => {
                let own = Settlement::new(&words, "for years of a new series that end so");
                OpenMatter::new(matter, vec![own])
            }
            Some(id) => OpenMatter {
                first: Some(format!(
                    "`sourceline edit series {id} --year-starts {month}` first, for such years"
                )),
                ..OpenMatter::new(matter, vec![Settlement::new(&words[2..], "")])
            },
        };
    }
    if !matches!(heading, HeadingYears::Silent | HeadingYears::Financial) {
        let from_april = Settlement::new(&["--years", "financial"], "for years from April");
        let matter = |series: &str| {
            format!(
                "the heading says what years such as `{year}` are, and {series} has no \
                 `year_starts` that says in which month they begin"
            )
        };
        // What a new series says is no option for one that is there.
        return match there {
            None => {
                let years: &[&str] = match heading {
                    HeadingYears::Academic => &["--years", "academic"],
                    _ => &[],
                };
                let own = Settlement::new(
                    &[years, &["--year-starts", "9"]].concat(),
                    "for years from September of a new series",
                );
                OpenMatter::new(matter("the series"), vec![own, from_april])
            }
            Some(id) => OpenMatter {
                first: Some(format!(
                    "`sourceline edit series {id} --year-starts 9` first, for years from September"
                )),
                ..OpenMatter::new(matter(&format!("`{id}`")), vec![from_april])
            },
        };
    }
    let mut answers = vec![Settlement::new(&["--years", "financial"], "for the financial year")];
    if may_be_month {
        answers.push(Settlement::new(&["--years", "months"], "for the month"));
    }
    answers.push(Settlement::new(&["--years", "academic"], "for the academic year"));
    answers.push(Settlement::new(&["--years", "calendar"], "for two calendar years"));
    let month = if may_be_month { ", a month" } else { "" };
    OpenMatter::new(
        format!("`{year}` may be a financial year, an academic year{month} or two calendar years"),
        answers,
    )
}

/// In which month academic years start, which the series has to say.
fn academic_matter(year: &str, there: Option<&str>) -> OpenMatter {
    let month = |month: &str, label: &str| Settlement::new(&["--year-starts", month], label);
    match there {
        None => OpenMatter::new(
            format!("the academic year `{year}` starts in another month from place to place"),
            vec![month("9", "for years from September"), month("8", "for years from August")],
        ),
        Some(id) => OpenMatter {
            first: Some(format!(
                "`sourceline edit series {id} --year-starts 9` first, for years from September"
            )),
            ..OpenMatter::new(
                format!(
                    "`{id}` has no `year_starts` that says in which month its academic years begin"
                ),
                vec![Settlement::new(&["--years", "financial"], "for years from April")],
            )
        },
    }
}

fn order_matter(matter: String) -> OpenMatter {
    let answers = vec![
        Settlement::new(&["--day-first"], "for the day"),
        Settlement::new(&["--month-first"], "for the month"),
    ];
    OpenMatter::new(matter, answers)
}
