//! A period in the words of an article: `FY2009/10`, `year ending March 2013`, `nine years ago`.

pub use super::calendar::period_in_words;
use super::calendar::{DatePiece, cut, without_about};
use super::coded::{coded, one_day, without_time};
use super::dates::year;
use super::marked::marked;
use super::named_months::named_months;
use super::named_years::named_year;
use super::parts::{early_or_late, end_or_start, season, turn};
use super::ranges::{open, range, so_far};
use super::relative::relative;
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::{short_year, single};
use super::spans::ending;
use super::stretches::{rolling, week};
use super::text::plain;
use super::two_digits::{two_digits, two_pairs};
use super::year_parts::part_of_year;
use super::{Ambiguous, Choice, Reading, Refusal, Understood, too_long};
use crate::figure::{Grain, Nature, Period, PeriodError};

use DatePiece::{Dash, Month, Number, Sign, Slash, Word};

/// Reads a period of a series.
pub fn period(text: &str, setting: &Setting) -> Reading<Period> {
    match find(text, setting) {
        Ok(found) if compares_stretches(text, &found, setting) => {
            Reading::Refused(stretches_compared(text, &found))
        }
        Ok(FoundPeriods::One(value, note)) => {
            let words = period_in_words(value);
            let is_financial = setting.is_financial(value);
            let note = note.or(is_financial.then(|| setting.year_note()));
            Reading::Understood(Understood { value, words, note })
        }
        Ok(FoundPeriods::Many(question, periods)) => {
            let choice =
                |value| Choice { value, label: setting.label(value), write: write(value, setting) };
            let question = format!("what is `{}`: {question}", text.trim());
            let choices = periods.into_iter().map(choice).collect();
            Reading::Ambiguous(Ambiguous { question, choices })
        }
        Err(refusal) => {
            let form = |text: &str| form_of(text, setting);
            Reading::Refused(marked(text, form).unwrap_or(refusal))
        }
    }
}

/// `2018/19 to 2019/20`, `in the year to March 2020` of a change: it would be kept as one stretch, and
/// its first month compared with its last.
fn compares_stretches(text: &str, found: &FoundPeriods, setting: &Setting) -> bool {
    if setting.nature != Some(Nature::Change) {
        return false;
    }
    let of_months = |period: &Period| {
        let (first, last) = (period.first_unit(), period.last_unit());
        period.is_interval() && (first.grain(), last.grain()) == (Grain::Month, Grain::Month)
    };
    let plain = plain(text);
    let pieces = cut(&plain);
    let named = |piece: &DatePiece| {
        const NAMES: [&str; 8] =
            ["year", "years", "months", "fy", "financial", "fiscal", "quarter", "half"];
        matches!(piece, Word(word) if NAMES.contains(word))
    };
    let split = |three: &[DatePiece]| match three {
        [y, Slash | Dash, Number(short, 2)] => {
            year(y).is_some_and(|year| (year + 1).rem_euclid(100).unsigned_abs() == *short)
        }
        _ => false,
    };
    found.periods().iter().any(of_months)
        && !found.periods().iter().any(|period| period.to_string() == plain)
        && (pieces.iter().any(named) || pieces.windows(3).any(split))
}

fn stretches_compared(text: &str, found: &FoundPeriods) -> Refusal {
    let form = found.periods().first().map_or(String::new(), Period::to_string);
    Refusal::new(
        format!(
            "a change goes from the first month of its interval to the last, and `{}` seems to compare \
             one stretch of months with another",
            text.trim()
        ),
        format!(
            "give it to a series whose nature is growth, dated to the later stretch, and whose base says with \
             what it is compared; or write {form} if its first and its last month are compared"
        ),
    )
}

/// What to type to mean just this period: the form of the files, unless that is asked about.
fn write(period: Period, setting: &Setting) -> String {
    let form = period.to_string();
    match find(&form, setting) {
        Ok(FoundPeriods::One(read, _)) if read.span() == period.span() => form,
        _ => period_in_words(period),
    }
}

/// What to type for a text, or for each of its meanings.
fn form_of(text: &str, setting: &Setting) -> Option<String> {
    let form = |period| format!("`{}` for {}", write(period, setting), setting.label(period));
    Some(match find(text, setting).ok()? {
        FoundPeriods::One(..) => format!("`{text}`"),
        FoundPeriods::Many(_, periods) => {
            periods.into_iter().map(form).collect::<Vec<_>>().join(" or ")
        }
    })
}

fn find(text: &str, setting: &Setting) -> Result<FoundPeriods, Refusal> {
    if let Some(refusal) = too_long(text) {
        return Err(refusal);
    }
    let plain = plain(text);
    let form = plain.replace('–', "-").replace(" / ", "/").replace(" - ", "-").to_uppercase();
    let error = match Period::parse(&form) {
        Ok(period) => match in_file_form(&plain, &form, period, setting)? {
            Some(found) => return Ok(found),
            None => return Ok(FoundPeriods::One(period, None)),
        },
        Err(error) => error,
    };
    if let Some(date) = without_time(&plain) {
        let days: Option<Vec<Period>> =
            find(date, setting)?.periods().into_iter().map(one_day).collect();
        let found =
            days.and_then(|days| FoundPeriods::of("the day first, or the month first?", days));
        return found.ok_or_else(|| {
            Refusal::new("a time of day belongs to one day", "write the day, as in 2020-01-31")
        });
    }
    if let Some(found) = coded(&plain, setting)? {
        return Ok(found);
    }
    // `the last year` is the twelve months up to now; `last year` is a calendar year.
    let plain = plain.replace("the last year", "past year").replace("at the moment", "now");
    let pieces = cut(&plain);
    if let Some(found) = in_digits_or_words(&pieces, setting)? {
        return Ok(found);
    }
    let shown = text.trim();
    let not_a_period =
        |error: PeriodError| Refusal::new(format!("`{shown}` {error}"), error.hint());
    Err(match error {
        PeriodError::Empty => Refusal::new("there is no period", error.hint()),
        // What a spreadsheet rewrites is short.
        PeriodError::MonthName { .. } if pieces.len() > 3 => not_a_period(PeriodError::Unreadable),
        error => not_a_period(error),
    })
}

/// What is valid in a file and still means another thing to many people, or to a column.
fn in_file_form(
    plain: &str,
    form: &str,
    period: Period,
    setting: &Setting,
) -> Result<Option<FoundPeriods>, Refusal> {
    let first = period.first_unit().span().start;
    if setting.asks_about(form) {
        let Some(financial) = setting.financial(first.year()) else { return Ok(None) };
        if setting.one_year() == Some(true) {
            return Ok(Some(FoundPeriods::One(financial, None)));
        }
        let question = "one financial year, or two years?";
        return Ok(FoundPeriods::of(question, vec![financial, period]));
    }
    if let [y, Dash, Number(short, 2)] = cut(plain)[..]
        && let Some(year) = year(&y)
    {
        // With a dash, 2007–11 is how print writes 2007 to 2011.
        if plain.contains('–') || setting.column.year_and_number.is_some() {
            return short_year(year, (short, 2), true, setting);
        }
    }
    Ok(None)
}

/// Every way to read the numbers of two digits, and what the texts then mean.
fn in_digits_or_words(pieces: &[DatePiece], setting: &Setting) -> Answer {
    // `Mar 19–21` is `Mar 19 – Mar 21`, be these days or years.
    let both = match *pieces {
        [
            month @ Month(_),
            one @ Number(first, 2),
            joint @ (Dash | Word("to")),
            other @ Number(last, 2),
        ] if first < last => Some([month, one, joint, month, other]),
        _ => None,
    };
    let pieces = both.as_ref().map_or(pieces, |both| &both[..]);
    let found = match two_digits(pieces, setting) {
        Ok(Some(found)) => found,
        Ok(None) => return sentence(pieces, setting),
        Err(refusal) => return Err(refusal),
    };
    let ways: Vec<Answer> =
        found.years.iter().chain(&found.days).map(|way| sentence(way, setting)).collect();
    let mut read = Vec::new();
    let mut refused = None;
    for way in ways {
        match way {
            Ok(found) => read.extend(found),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    // Beside a year in full, the two ends are both days, or both months.
    let alike = |found: &FoundPeriods| {
        let same = |period: &Period| period.first_unit().grain() == period.last_unit().grain();
        found.periods().iter().all(same)
    };
    let dated = pieces.iter().any(|piece| matches!(piece, Number(_, 4)));
    if dated && read.iter().any(alike) {
        read.retain(alike);
    }
    match (&read[..], refused) {
        ([], Some(refusal)) => Err(refusal),
        ([_], _) => Ok(read.pop()),
        (_, _) => {
            let question = match (&found.days, found.years.len()) {
                _ if found.year_first => "with the year last, or first?".to_string(),
                (Some(_), ..=1) => format!("with `{}` as the year, or as the day?", found.shown),
                (None, _) => format!("of which century is `{}`?", found.shown),
                _ => {
                    format!("with `{}` as the year, of which century, or as the day?", found.shown)
                }
            };
            let periods = read.iter().flat_map(FoundPeriods::periods).collect();
            Ok(FoundPeriods::of(question, periods))
        }
    }
}

/// The words around the date are taken off one by one; what is left must be a date.
fn sentence(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let open_word = match pieces {
        [Word(one @ "just"), Word(two @ ("over" | "under")), .., Word("ago")]
        | [Word(one @ ("more" | "less" | "fewer")), Word(two @ "than"), .., Word("ago")]
        | [Word(one @ "at"), Word(two @ ("least" | "most")), .., Word("ago")] => {
            Some(format!("{one} {two}"))
        }
        [Word(word @ ("over" | "under" | "nearly" | "almost" | "just")), .., Word("ago")] => {
            Some((*word).to_string())
        }
        _ => None,
    };
    if let Some(word) = open_word {
        return Err(Refusal::new(
            format!("`{word}` leaves open how long ago it was"),
            "write the year that it is about, as in 2009 or about 2009",
        ));
    }
    if let Some(found) = up_to_a_day(pieces, setting)? {
        return Ok(Some(found));
    }
    match pieces {
        [
            Word(
                "in" | "during" | "for" | "on" | "at" | "as" | "throughout" | "within" | "over"
                | "covering" | "dated" | "calendar" | "full" | "whole" | "all",
            ),
            rest @ ..,
        ] => return sentence(rest, setting),
        [Word("year"), only] if year(only).is_some() => return sentence(&pieces[1..], setting),
        [Word("year"), y, mark @ (Slash | Dash), short @ Number(_, 1..=2)] if year(y).is_some() => {
            let named = [Word("financial"), Word("year"), *y, *mark, *short];
            return sentence(&named, setting);
        }
        [Word("month"), date @ ..] if matches!(date, [Month(_), _]) => {
            return sentence(date, setting);
        }
        [only, Word("full" | "whole"), Word("year")] if year(only).is_some() => {
            return sentence(&pieces[..1], setting);
        }
        _ => {}
    }
    if let Some(rest) = without_about(pieces) {
        return approximate(sentence(rest, setting)?);
    }
    let readings: [fn(&[DatePiece], &Setting) -> Answer; 17] = [
        relative,
        two_pairs,
        vague,
        unsettled,
        rolling,
        week,
        turn,
        end_or_start,
        early_or_late,
        season,
        named_year,
        named_months,
        part_of_year,
        so_far,
        open,
        range,
        listed,
    ];
    for reading in readings {
        if let Some(found) = reading(pieces, setting)? {
            return Ok(Some(found));
        }
    }
    single(pieces, setting)
}

/// `as at 31 March 2020` of what is counted over days: of that day, or of the year up to it.
fn up_to_a_day(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let rest = match pieces {
        [Word("as"), Word("at"), rest @ ..] | [Word("as" | "at"), rest @ ..] => rest,
        _ => return Ok(None),
    };
    if !matches!(setting.nature, Some(Nature::Flow | Nature::Net)) {
        return Ok(None);
    }
    let Some(FoundPeriods::One(at, _)) = single(rest, setting)? else { return Ok(None) };
    let short = !at.is_interval() && at.first_unit().grain() <= Grain::Month;
    let year = ending(12, at.first_unit()).filter(|_| short);
    let Some(year) = year else { return Ok(None) };
    let question = "that date alone, or the twelve months up to it?";
    Ok(FoundPeriods::of(question, vec![at, year]))
}

fn approximate(found: Option<FoundPeriods>) -> Answer {
    let change = |period: Period| {
        let (first, last) = (period.first_unit(), period.last_unit());
        if period.is_interval() {
            Period::between(first.approximately(), last.approximately())
        } else {
            Some(Period::of(first.approximately()))
        }
    };
    Ok(found.and_then(|found| found.map(change)))
}

/// Words that name no span of days: decades.
fn vague(pieces: &[DatePiece], _: &Setting) -> Answer {
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| pieces[before]);
        let first = match (before, piece) {
            (Some(Number(first, 4)), Word("s")) => first,
            (_, Word("nineties")) => 1990,
            (_, Word("eighties")) => 1980,
            (_, Word("seventies")) => 1970,
            (_, Word("noughties")) => 2000,
            _ => continue,
        };
        return Err(decade(first, &pieces[..at]));
    }
    Ok(None)
}

/// Words of a time that each place, school or sport has days of its own for.
fn unsettled(pieces: &[DatePiece], _: &Setting) -> Answer {
    const TERMS: [&str; 10] = [
        "michaelmas",
        "hilary",
        "trinity",
        "lent",
        "candlemas",
        "martinmas",
        "whitsun",
        "term",
        "semester",
        "trimester",
    ];
    const FEASTS: [&str; 7] =
        ["easter", "christmas", "ramadan", "thanksgiving", "diwali", "holiday", "holidays"];
    let word = |own: &[&'static str]| {
        own.iter()
            .copied()
            .find(|own| pieces.iter().any(|piece| matches!(piece, Word(word) if word == own)))
    };
    let no_days = |what: &str| format!("`{what}` has no agreed first and last day");
    if let Some(term) = word(&TERMS) {
        let hint = "write its first and its last month, as in 2020-10/2020-12, or its days";
        return Err(Refusal::new(no_days(term), hint));
    }
    if let Some(feast) = word(&FEASTS) {
        let hint = "write its first and its last day, as in 2020-12-24/2020-12-26";
        return Err(Refusal::new(no_days(feast), hint));
    }
    if word(&["season"]).is_some() {
        let hint = "write its first and its last month, as in 2019-08/2020-05";
        return Err(Refusal::new(no_days("season"), hint));
    }
    if let [Word("p" | "period"), Number(1..=13, 0..=2), ..] = pieces
        && pieces.iter().any(|piece| year(piece).is_some())
    {
        return Err(Refusal::new(
            "the numbered periods of an organisation's year have days of its own",
            "write its first and its last day, as in 2020-05-31/2020-06-27, or its month, as in 2020-06",
        ));
    }
    match word(&["census"]) {
        Some(_) => Err(Refusal::new(
            "a census is taken on a day, which differs from country to country",
            "write that day, as in 2021-03-21",
        )),
        None => Ok(None),
    }
}

/// A decade, or the part of it that the words before it name.
fn decade(first: u32, before: &[DatePiece]) -> Refusal {
    let last = first.saturating_add(9);
    let part = before.iter().find_map(|piece| match piece {
        Word("early") => Some((0, 3)),
        Word("mid" | "middle") => Some((4, 6)),
        Word("late" | "later") => Some((6, 9)),
        _ => None,
    });
    let hint = match part {
        Some((from, to)) => {
            let (from, to) = (first.saturating_add(from), first.saturating_add(to));
            format!("write its first and its last year, as in {from}/{to}")
        }
        None => {
            format!("write {first}/{last} for all ten, or the year it is about, as in {first}~")
        }
    };
    Refusal::new("a decade is ten years, and the figure may be about any of them", hint)
}

/// `Jan, Feb 2020`, `2018 and 2019`: several periods beside each other.
fn listed(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let joins = |piece: &&DatePiece| !matches!(piece, Word("and" | "or") | Sign('&') | Slash);
    let (months, years): (Vec<&DatePiece>, Vec<&DatePiece>) =
        pieces.iter().filter(joins).partition(|piece| matches!(piece, Month(_)));
    let (what, example) = match (months.len(), years.len()) {
        (2.., 1) => ("months", "2020-01/2020-03"),
        (0, 2..) => ("years", "2018/2020"),
        _ => return Ok(None),
    };
    if !years.iter().all(|piece| year(piece).is_some()) {
        return Ok(None);
    }
    if let [first, Slash, last] = pieces
        && let (Some(first), Some(last)) = (year(first), year(last))
        && last < first
        && setting.nature == Some(Nature::Change)
    {
        let hint = format!("write {last:04}/{first:04} if the two were swapped");
        return Err(Refusal::new("it ends before it starts", hint));
    }
    Err(Refusal::new(
        format!("it names several {what}"),
        format!(
            "write one figure for each; where the figure is about all from the first to the last, \
             write these, as in {example}"
        ),
    ))
}
