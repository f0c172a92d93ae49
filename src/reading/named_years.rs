//! Years that are called what they are: `FY2009/10`, `tax year 2009/10`, `academic year 2019/20`.

use super::Refusal;
use super::calendar::DatePiece;
use super::dates::{Financial, existing, financial, year};
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use crate::figure::{Period, YearWord, Years};

use DatePiece::Word;

/// `FY2009/10`, `FY2010`, `2009/10 tax year`, `school year 2019-20`.
pub(super) fn named_year(pieces: &[DatePiece], setting: &Setting) -> Answer {
    match pieces {
        [Word("cy"), only] | [only, Word("calendar"), Word("year")] if year(only).is_some() => {
            return single(std::slice::from_ref(only), setting);
        }
        [Word("academic" | "school"), Word("year"), body @ ..]
        | [Word("ay" | "sy"), body @ ..]
        | [body @ .., Word("academic" | "school"), Word("year")] => {
            return academic(body, setting);
        }
        _ => {}
    }
    if let [Word("ffy"), y] | [Word("federal"), Word("fiscal"), Word("year"), y] = pieces
        && let Some(year) = year(y)
    {
        let note = "the fiscal year of the United States ends in September".to_string();
        let federal = Period::twelve_months(year - 1, 10);
        return Ok(federal.map(|federal| FoundPeriods::One(federal, Some(note))));
    }
    let calls_it = |piece: &DatePiece| matches!(piece, Word("fy" | "financial" | "fiscal" | "tax"));
    if !pieces.iter().any(calls_it) {
        return Ok(None);
    }
    let one = |period: Period, note: &str| FoundPeriods::One(period, Some(note.to_string()));
    // A series of academic years does not say when the financial year starts, unless it is settled of
    // the whole column which of its years each is.
    let of_project = |start: i32| match (setting.years.word(), setting.column.named_year) {
        (YearWord::Academic, None) => Period::twelve_months(start, Years::of_project(4).month()),
        _ => None,
    };
    let starting = |start: i32| [of_project(start), setting.financial(start)];
    Ok(match financial(pieces)? {
        Some(Financial::Starting(start)) => {
            let all: Vec<Period> = starting(start).into_iter().flatten().collect();
            match all[..] {
                [only] => Some(one(only, &setting.year_note())),
                _ => FoundPeriods::of("a year from April, or the year of the series?", all),
            }
        }
        Some(Financial::Tax(year)) => existing(year, 4, 6)
            .ok()
            .zip(existing(year + 1, 4, 5).ok())
            .and_then(|(first, last)| Period::between(first, last))
            .map(|period| one(period, "the British tax year starts on 6 April")),
        Some(Financial::NamedTax(year)) => {
            let tax = |year: i32| {
                Period::between(existing(year, 4, 6).ok()?, existing(year + 1, 4, 5).ok()?)
            };
            let question = format!("the tax year that ends in {year}, or that starts in it?");
            let all = setting.named_starts(year, 4).into_iter().filter_map(tax);
            FoundPeriods::of(question, all.collect())
        }
        Some(Financial::Named(year)) => {
            let starts = setting.named_starts(year, setting.years.month());
            let all = starts.into_iter().flat_map(starting).flatten();
            let question = format!("the financial year that ends in {year}, or that starts in it?");
            FoundPeriods::of(question, all.collect())
        }
        None => None,
    })
}

fn academic(body: &[DatePiece], setting: &Setting) -> Answer {
    let named = [&[Word("financial"), Word("year")], body].concat();
    let start = match financial(&named)? {
        Some(Financial::Starting(start)) => start,
        Some(Financial::Named(year)) if setting.years.word() == YearWord::Academic => {
            let starts = setting.named_starts(year, setting.years.month());
            let both = starts.into_iter().filter_map(|start| setting.financial(start));
            let question = format!("the academic year that ends in {year}, or that starts in it?");
            return Ok(FoundPeriods::of(question, both.collect()));
        }
        _ => return Ok(None),
    };
    if setting.years.word() == YearWord::Academic {
        let note = Some(setting.year_note());
        return Ok(setting.financial(start).map(|year| FoundPeriods::One(year, note)));
    }
    let months = Period::twelve_months(start, 9).map(|year| year.to_string());
    Err(Refusal::new(
        "an academic year has no agreed first day",
        format!("write its months, as in {}", months.unwrap_or("2009-09/2010-08".into())),
    ))
}
