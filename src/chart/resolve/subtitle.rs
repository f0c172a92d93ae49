//! The computed subtitle: what, unit, per what, place, and what is unusual about the scale.

use super::board::{self, Board, coloured};
use super::desk::Desk;
use super::shown::Shown;
use super::titles;
use crate::chart::panel::Scale;
use crate::dataset::Dataset;
use crate::figure::{Frequency, Naming, Per, Sequence, Series, SeriesKey, Tie, YearWord};
use crate::locale::{Language, words};

/// The titles of several series, put together, may have so many characters.
const TITLES_FIT: usize = 60;
/// More places than this are not named one by one.
const PLACES_NAMED: usize = 4;

/// `Referrals a year, United Kingdom`; with one series, what it counts.
pub fn subtitle(desk: &Desk, boards: &[Board]) -> String {
    let all = measured(desk, boards);
    let common = boards.iter().find_map(|board| board.rows.as_ref()?.names.common.clone());
    let what = match (&all[..], common.filter(|_| boards.len() == 1)) {
        ([first, _, ..], Some(common)) => complete(desk, first, common),
        (all, _) => of_all(desk, boards, all),
    };
    let named = |place: &str| {
        let rows = boards.iter().filter_map(|board| board.rows.as_ref());
        rows.flat_map(|rows| &rows.names.each).any(|name| name == place)
    };
    let mut places: Vec<&str> = Vec::new();
    for measure in &all {
        let place = desk.data.language.place(&desk.data.series(measure.series).geography);
        let known = places.contains(&place) || names(&what, place) || named(place);
        if !place.is_empty() && !known {
            places.push(place);
        }
    }
    let mut parts = vec![words::capital(&what)];
    match places.len() {
        0 => {}
        1..=PLACES_NAMED => parts.push(places.join("; ")),
        _ => parts.push(desk.data.language.subtitle.several_places().to_string()),
    }
    parts.extend(claimed_for(desk, boards));
    parts.join(desk.data.language.small.comma())
}

fn of_all(desk: &Desk, boards: &[Board], all: &[Measured]) -> String {
    match all {
        [] => String::new(),
        [one] => single(desk, one),
        _ => titled(desk, boards, all).unwrap_or_else(|| several(desk, all)),
    }
}

/// A subtitle that the author writes, with the units and the places that it lacks.
pub fn completed(desk: &Desk, boards: &[Board], mut text: String) -> String {
    let language = desk.data.language;
    let mut units: Vec<String> = Vec::new();
    let mut places: Vec<&str> = Vec::new();
    for measure in measured(desk, boards) {
        let series = desk.data.series(measure.series);
        let unit = language.unit_of(series).into_owned();
        if !unit.is_empty() && !says_unit(language, series, &text) && !units.contains(&unit) {
            units.push(unit);
        }
        let place = language.place(&series.geography);
        if !place.is_empty() && !names(&text, place) && !places.contains(&place) {
            places.push(place);
        }
    }
    let places = match places.len() {
        0 => None,
        1..=PLACES_NAMED => Some(places.join("; ")),
        _ => Some(language.subtitle.several_places().to_string()),
    };
    let units = (!units.is_empty()).then(|| language.list(&units));
    for part in units.into_iter().chain(places) {
        text += language.small.comma();
        text += &part;
    }
    text
}

/// The first sentence of what is counted, where the chart shows one series.
pub fn definition(desk: &Desk, boards: &[Board]) -> Option<String> {
    let all = measured(desk, boards);
    let [only] = &all[..] else { return None };
    let definition = desk.data.series(only.series).definition.trim();
    (!definition.is_empty()).then(|| words::first_sentence(definition).to_string())
}

/// So many letters fit two lines.
const TWO_LINES: usize = 190;

/// A subtitle with the definition after it, if both fit two lines.
pub fn defined(subtitle: &str, definition: &str) -> String {
    let both = words::followed(subtitle, definition);
    match both.chars().count() <= TWO_LINES {
        true => both,
        false => subtitle.to_string(),
    }
}

/// What the numbers of a panel are counted per: what they are said per, or the length of their
/// periods where that has a name.
pub fn counted_per(desk: &Desk, board: &Board) -> Option<Per> {
    let shown = board.shown.first()?;
    let sums = desk.data.series(shown.series).nature.tie() == Tie::Sum;
    shown.per.or_else(|| match shown.frequency.filter(|_| sums)? {
        Frequency::QUARTER => Some(Per::Quarter),
        Frequency::MONTH => Some(Per::Month),
        year if year.months() == Some(12) => Some(Per::Year),
        _ => None,
    })
}

/// Does the text say a place or a unit already, in words of its own?
pub fn names(text: &str, known: &str) -> bool {
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(known).any(|(at, found)| {
        apart(text[..at].chars().next_back()) && apart(text[at + found.len()..].chars().next())
    })
}

/// Does a text say the unit of a series already, in its own words or with its sign?
pub fn says_unit(language: &Language, series: &Series, text: &str) -> bool {
    let text = text.to_lowercase();
    let said = language.unit_of(series).to_lowercase();
    let written = series.unit.to_lowercase();
    let known = [(language.singular)(&said), &said, &written];
    known.into_iter().any(|unit| !unit.is_empty() && names(&text, unit))
}

/// The period, where all panels are of claims or of rows for one.
fn claimed_for(desk: &Desk, boards: &[Board]) -> Option<String> {
    let of_rows = |board: &Board| board.rows.as_ref()?.period;
    let period = |board: &Board| {
        board.claims.as_ref().map(|claims| claims.period).or_else(|| of_rows(board))
    };
    let mut periods = boards.iter().map(period);
    let first = periods.next()??;
    let series = coloured(boards.first()?).next()?;
    periods.all(|period| period == Some(first)).then(|| desk.period(series, first))
}

/// What must be said of a chart that is drawn as of some day, beside what is unusual about the scale:
/// nobody is to take it for that of today.
pub fn with_day(data: &Dataset, scale: Option<String>) -> Option<String> {
    let Some(known) = &data.as_known else { return scale };
    let said = data.language.subtitle.known_on(data.language.day(known.day)).to_string();
    Some(scale.map_or(said.clone(), |scale| words::followed(&said, &scale)))
}

/// What must be said of the scale, also below a subtitle that the author writes.
/// `differ` says that panels of one unit have axes of their own.
pub fn scale(language: &Language, boards: &[Board], differ: bool) -> Option<String> {
    let says = &language.subtitle;
    let scales: Vec<Scale> = boards.iter().map(board::scale).collect();
    let title = |at: usize| boards[at].title().unwrap_or_else(|| says.panel(at + 1));
    let of = |scale: Scale, said: &str| {
        let places: Vec<usize> = (0..scales.len()).filter(|at| scales[*at] == scale).collect();
        match places.len() {
            0 => None,
            all if all == scales.len() => Some(said.to_string()),
            _ => {
                let titles: Vec<String> = places.into_iter().map(title).collect();
                Some(format!("{said} ({})", language.list(&titles)))
            }
        }
    };
    let said = [of(Scale::Log, says.log_scale()), of(Scale::Loose, says.not_from_zero())];
    let differ = differ.then(|| says.scales_differ().to_string());
    let said: Vec<String> = said.into_iter().flatten().chain(differ).collect();
    (!said.is_empty()).then(|| said.join(". "))
}

/// A series of the chart with what its numbers are per.
struct Measured {
    series: SeriesKey,
    /// In words.
    per: Option<String>,
    /// How its periods follow each other, `by year`; of levels nothing.
    periods: Option<String>,
    /// The period that counts are counted in, `a year`, where all are of one kind.
    counted: Option<&'static str>,
}

fn measured(desk: &Desk, boards: &[Board]) -> Vec<Measured> {
    let mut all: Vec<Measured> = Vec::new();
    for board in boards {
        // BarRows of one period say which.
        let dated = board.rows.as_ref().is_some_and(|rows| rows.period.is_some());
        for shown in &board.shown {
            if all.iter().all(|measure| measure.series != shown.series) {
                all.push(Measured {
                    series: shown.series,
                    per: shown.per_said(desk.data.language),
                    periods: periods(desk, shown).filter(|_| !dated),
                    counted: counted(desk, shown).filter(|_| !dated),
                });
            }
        }
        for change in &board.changes {
            if all.iter().all(|measure| measure.series != change.on) {
                all.push(Measured { series: change.on, per: None, periods: None, counted: None });
            }
        }
        if let Some(claims) = &board.claims
            && all.iter().all(|measure| measure.series != claims.series)
        {
            let per = desk.data.series(claims.series).per;
            let per = per.map(|per| desk.data.language.per(per).to_string());
            all.push(Measured { series: claims.series, per, periods: None, counted: None });
        }
    }
    all
}

/// The title of the series, its unit where the title lacks it, and the frequency of its periods.
fn single(desk: &Desk, measure: &Measured) -> String {
    complete(desk, measure, desk.data.series(measure.series).title.to_string())
}

fn complete(desk: &Desk, measure: &Measured, what: String) -> String {
    let series = desk.data.series(measure.series);
    let title = what.to_lowercase();
    let mut parts = vec![what];
    let language = desk.data.language;
    let unit = language.unit_of(series);
    if !unit.is_empty() && !says_unit(language, series, &title) {
        parts.push(unit.into_owned());
    }
    parts.extend(measure.per.clone().filter(|per| !title.contains(per)));
    parts.extend(measure.periods.clone());
    parts.join(", ")
}

/// What the subtitle of a chart of this panel alone says by the titles of its series, if it does.
pub fn by_title(desk: &Desk, board: &Board) -> Option<String> {
    let boards = std::slice::from_ref(board);
    titled(desk, boards, &measured(desk, boards))
}

/// Two or three series of one panel by their titles, where these are short.
fn titled(desk: &Desk, boards: &[Board], all: &[Measured]) -> Option<String> {
    let data = desk.data;
    let converted =
        boards.iter().flat_map(|board| &board.shown).any(|one| one.conversion.is_some());
    let units = boards.first().map(|board| board::units(desk, board).len());
    if boards.len() > 1 || converted || units != Some(1) {
        return None;
    }
    let mut titles: Vec<&str> = Vec::new();
    for measure in all {
        let title: &str = &data.series(measure.series).title;
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let language = data.language;
    let places = all.iter().map(|measure| language.place(&data.series(measure.series).geography));
    let places: Vec<&str> = places.filter(|place| !place.is_empty()).collect();
    let what = titles::together(language, &titles, &places);
    let length = what.chars().count();
    let first = all.first()?;
    let said: Option<Vec<&String>> = all.iter().map(|measure| measure.periods.as_ref()).collect();
    let mut said = said.unwrap_or_default();
    said.dedup();
    let periods = (!said.is_empty()).then(|| language.list(&said));
    let measure = Measured { per: first.per.clone(), periods, ..*first };
    let text = complete(desk, &measure, what);
    (length <= TITLES_FIT).then_some(text)
}

/// The units, each with what it is per.
fn several(desk: &Desk, all: &[Measured]) -> String {
    let language = desk.data.language;
    let mut phrases: Vec<String> = Vec::new();
    for measure in all {
        let series = desk.data.series(measure.series);
        let unit = language.unit_of(series);
        let phrase = match measure.per.as_deref().or(measure.counted) {
            Some(per) => language.description.unit_per(&*unit, per),
            None => unit.into_owned(),
        };
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    // "arrests a financial year" says it also for the arrests of another run of months
    let plain: Vec<String> = phrases
        .iter()
        .filter(|one| !phrases.iter().any(|other| other.starts_with(&format!("{one} "))))
        .cloned()
        .collect();
    language.list(&plain)
}

/// How the periods follow each other that are shown of a series: `by financial year`,
/// `years ending each quarter`, `since April 2006`. Of levels, of several kinds of periods and
/// beside what an average is per, nothing.
fn periods(desk: &Desk, shown: &Shown) -> Option<String> {
    let language = desk.data.language;
    let tie = desk.data.series(shown.series).nature.tie();
    let naming = desk.data.naming(shown.series);
    match shown.sequence {
        _ if matches!(tie, Tie::Date | Tie::Step) => None,
        Sequence::Running(_) => Some(language.since(shown.observed.first()?.span())),
        Sequence::Rolling { length, step } if shown.observed.len() > 1 => {
            Some(each(language, length, step))
        }
        _ if tie == Tie::Average || shown.per.is_some() => None,
        _ => by(language, naming, shown.frequency?),
    }
}

/// `by financial year`, `by week ending Friday`; nothing for so many days that are no weeks.
fn by(language: &Language, naming: Naming, frequency: Frequency) -> Option<String> {
    let says = &language.subtitle;
    let rolling = matches!(naming.sequence, Sequence::Rolling { .. });
    let said = match frequency {
        Frequency::YEAR if !rolling => says.by_year(),
        Frequency::QUARTER => says.by_quarter(),
        Frequency::MONTH => says.by_month(),
        Frequency::DAY => says.by_day(),
        Frequency::Months { months: 6, day: 1, .. } => says.by_half_year(),
        Frequency::Months { months: 12, month, day: 1 } => match naming.named(frequency) {
            Some(YearWord::Academic) => says.by_academic_year(),
            Some(_) => says.by_financial_year(),
            None => return Some(says.by_year_ending(language.month(month + 11))),
        },
        Frequency::Months { months: 12, month, day } => {
            let date = language.dates.day_and_month((day - 1) as usize, language.month(month));
            return Some(says.by_year_ending(date));
        }
        Frequency::Days { days: 7, weekday: Some(first) } => {
            let last = language.weekdays[(usize::from(first) + 6) % 7];
            return Some(says.by_week_ending(last));
        }
        Frequency::Days { weekday: None, .. } => return None,
        other => return Some(says.by_length(language.length(other))),
    };
    Some(said.to_string())
}

/// `years ending each quarter`, `three months ending each month`.
fn each(language: &Language, length: Frequency, step: Frequency) -> String {
    let says = &language.subtitle;
    let windows = match length {
        Frequency::Months { months: 12, .. } => says.years().to_string(),
        Frequency::Days { days: 7, .. } => says.weeks().to_string(),
        other => language.length(other),
    };
    let step = match step {
        Frequency::Months { months: 12, .. } => says.year(),
        Frequency::Months { months: 6, .. } => says.half_year(),
        Frequency::Months { months: 3, .. } => says.quarter(),
        Frequency::Months { months: 1, .. } => says.month(),
        Frequency::Days { days: 7, .. } => says.week(),
        Frequency::Days { days: 1, .. } => says.day(),
        other => return says.windows_every(windows, language.length(other)),
    };
    says.windows(windows, step)
}

/// What counts are counted in: `a year`, `a financial year`.
fn counted(desk: &Desk, shown: &Shown) -> Option<&'static str> {
    let language = desk.data.language;
    let naming = desk.data.naming(shown.series);
    let sums = desk.data.series(shown.series).nature.tie() == Tie::Sum;
    Some(match shown.frequency.filter(|_| sums)? {
        Frequency::YEAR => language.per(Per::Year),
        Frequency::QUARTER => language.per(Per::Quarter),
        Frequency::MONTH => language.per(Per::Month),
        Frequency::DAY => language.subtitle.per_day(),
        year => match naming.named(year)? {
            YearWord::Academic => language.subtitle.per_academic_year(),
            _ => language.subtitle.per_financial_year(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_not_named_twice() {
        assert!(names("Rain in Easton and Weston", "Weston"));
        assert!(!names("People in Exampletonia", "Exampleton"));
        assert!(!names("payments to women", "men"));
    }
}
