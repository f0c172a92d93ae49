//! When a page was published, of all the dates it says.

use chrono::{Datelike, Weekday};

use super::super::Reference;
use super::super::date::date;
use super::view::TagSays;
use crate::figure::{Day, Grain, Unit};

/// A date with where it stands.
struct DateThere<'s> {
    said: &'s TagSays,
    unit: Unit,
}

/// The first of the dates, as precise as a later one says it. Others are told, and so is what
/// cannot be read.
pub(super) fn published(reference: &mut Reference, all: &[TagSays]) -> Option<Unit> {
    let mut read: Vec<DateThere> = Vec::new();
    let mut unread = Vec::new();
    for said in all {
        let found = date(&in_iso(&said.text));
        match (found.unit, found.doubt) {
            (Some(unit), None) => read.push(DateThere { said, unit }),
            (None, None) => {}
            (unit, Some(doubt)) => {
                unread.push((format!("`{}` ({}) {doubt}", said.text, said.tag), unit, said));
            }
        }
    }
    let Some(first) = read.first() else {
        let kept = unread.iter().find_map(|(_, unit, said)| Some(((*unit)?, *said)));
        unread.into_iter().for_each(|(words, ..)| {
            reference.doubt("published", format!("the date {words}"));
        });
        let (unit, said) = kept?;
        reference.find("published", &said.tag);
        return Some(unit);
    };
    for (words, unit, _) in unread {
        let year =
            unit.map_or(String::new(), |unit| format!(", and only its year is kept: {unit}"));
        let rest = words.replace(" and is left empty", "").replace(&year, "");
        reference.doubt("published", format!("the date {rest}, and another is taken"));
    }
    // The same moment in the time of the place says which day it was there.
    let local = read.iter().find(|other| {
        let moments = moment(&first.said.text).zip(moment(&other.said.text));
        other.unit != first.unit && moments.is_some_and(|(one, two)| one.is_same(two))
    });
    let within = |other: &&DateThere| {
        first.unit.span().contains(other.unit.span()) && other.unit.grain() == Grain::Day
    };
    let finer = (first.unit.grain() != Grain::Day).then(|| read.iter().find(within)).flatten();
    let is_utc = moment(&first.said.text).is_some_and(|moment| moment.offset == 0);
    let kept = finer.or(local.filter(|_| is_utc)).unwrap_or(first);
    let same = |one: &DateThere| {
        let same_moment = moment(&one.said.text).zip(moment(&kept.said.text));
        one.unit.span().contains(kept.unit.span())
            || same_moment.is_some_and(|(one, two)| one.is_same(two))
    };
    let mut others: Vec<&DateThere> = Vec::new();
    for other in read.iter().filter(|other| !same(other)) {
        if others.iter().all(|told| told.unit != other.unit) {
            others.push(other);
        }
    }
    let list: Vec<String> =
        others.iter().map(|other| format!("{} ({})", other.unit, other.said.tag)).collect();
    if !list.is_empty() {
        let words = format!(
            "the page also says {}: {} is kept, and --published DATE says another",
            list.join(", "),
            kept.unit
        );
        reference.doubt("published", words);
    }
    let summer = moment(&kept.said.text).and_then(Moment::is_next_day_in_summer);
    if let Some(day) = summer {
        let words = format!(
            "`{}` is {day} by British Summer Time: {} is kept, and --published {day} says the other",
            kept.said.text, kept.unit
        );
        reference.doubt("published", words);
    }
    reference.find("published", &kept.said.tag);
    Some(kept.unit)
}

/// A later day on which the page was changed: there is no column for it.
pub(super) fn changed(reference: &mut Reference, all: impl Iterator<Item = TagSays>) {
    let Some(published) = reference.published else { return };
    let later = all.filter_map(|said| {
        let unit = date(&in_iso(&said.text)).unit?;
        (unit.span().start.number() > published.span().end.number()).then_some((unit, said.tag))
    });
    if let Some((unit, tag)) = later.into_iter().next() {
        reference.doubt("", format!("the page was changed later, on {unit} ({tag})"));
    }
}

/// A moment that is written with its distance from Greenwich.
#[derive(Clone, Copy)]
struct Moment {
    day: Day,
    /// Of the day, as written.
    minute: i32,
    offset: i32,
}

impl Moment {
    fn is_same(self, other: Moment) -> bool {
        let minutes = |one: Moment| {
            i64::from(one.day.number()) * 24 * 60 + i64::from(one.minute - one.offset)
        };
        minutes(self) == minutes(other)
    }

    /// The last hour of a day of Greenwich is of the next day where clocks are an hour ahead.
    fn is_next_day_in_summer(self) -> Option<Day> {
        let last_sunday = |month| {
            let mut day = Day::new(self.day.year(), month, 31)?;
            while day.date().weekday() != Weekday::Sun {
                day = Day::from_number(day.number() - 1)?;
            }
            Some(day.number())
        };
        let summer = last_sunday(3)?..last_sunday(10)?;
        let is_late = self.offset == 0 && self.minute >= 23 * 60;
        (is_late && summer.contains(&self.day.number())).then(|| self.day.next())
    }
}

/// `2018-09-03T23:30:00.000Z`, `2018-09-03 23:30+0100`.
fn moment(text: &str) -> Option<Moment> {
    let day = Unit::parse(text.get(..10)?).ok().filter(|unit| unit.grain() == Grain::Day)?;
    let time = text.get(11..).filter(|_| matches!(text.as_bytes()[10], b'T' | b't' | b' '))?;
    let number = |text: &str| text.parse::<i32>().ok();
    let minute = number(time.get(..2)?)? * 60 + number(time.get(3..5)?)?;
    let behind = time[5..].trim_start_matches(|c: char| c.is_ascii_digit() || ":. ".contains(c));
    let offset = match behind.as_bytes().first()? {
        b'Z' | b'z' => 0,
        sign @ (b'+' | b'-') => {
            let digits: String = behind.chars().filter(char::is_ascii_digit).collect();
            let minutes = number(digits.get(..2)?)? * 60 + number(digits.get(2..4).unwrap_or("0"))?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    Some(Moment { day: day.span().start, minute, offset })
}

/// `2018/09/03`, `20180903`, `Mon, 03 Sep 2018 10:00:00 GMT` and `Mon Sep 03 2018` as lists write
/// them; what is none of these, as it is.
pub(super) fn in_iso(text: &str) -> String {
    let text = text.trim();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() == 8 && digits(text) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]);
    }
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('/').collect();
    let is_part = |(at, part): (usize, &&str)| digits(part) && (at == 0) == (part.len() == 4);
    if parts.len() > 1 && parts.len() < 4 && parts.iter().enumerate().all(is_part) {
        return parts.join("-");
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_weekday = |word: &str| {
        let word = word.trim_end_matches(',').to_lowercase();
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| word.starts_with(day))
    };
    match words[..] {
        [weekday, one, two, year, ..] if is_weekday(weekday) && year.len() == 4 && digits(year) => {
            match digits(one) {
                true => format!("{one} {two} {year}"),
                false => format!("{two} {one} {year}"),
            }
        }
        _ => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(dates: &[(&str, &str)]) -> (String, Vec<String>) {
        let all: Vec<TagSays> = dates.iter().map(|(text, tag)| TagSays::new(text, tag)).collect();
        let mut reference = Reference::default();
        let unit = published(&mut reference, &all);
        let told = reference.doubts.into_iter().map(|doubt| doubt.words).collect();
        (unit.map_or(String::new(), |unit| unit.to_string()), told)
    }

    #[test]
    fn one_date_in_the_forms_that_occur() {
        for (text, expected) in [
            ("2018/09/03", "2018-09-03"),
            ("2018/9", "2018-09"),
            ("20180903", "2018-09-03"),
            ("Mon, 03 Sep 2018 10:00:00 GMT", "2018-09-03"),
            ("Mon Sep 03 2018 10:00:00 GMT+0100 (BST)", "2018-09-03"),
            ("2018-09-03T10:00:00.000Z", "2018-09-03"),
            ("2018-09-03 10:00:00+0100", "2018-09-03"),
            ("3 September 2018", "2018-09-03"),
            ("September 3, 2018", "2018-09-03"),
            ("2018", "2018"),
        ] {
            assert_eq!(of(&[(text, "a")]), (expected.to_string(), vec![]), "{text}");
        }
    }

    #[test]
    fn two_dates_are_told_and_a_finer_one_is_kept() {
        assert_eq!(of(&[("2018/09", "a"), ("2018-09-03", "b")]), ("2018-09-03".into(), vec![]));
        let (date, told) = of(&[("2018-09-03", "a"), ("2018-09-05", "b"), ("2018-09-05", "c")]);
        assert_eq!(date, "2018-09-03");
        let words = "the page also says 2018-09-05 (b): 2018-09-03 is kept, and --published DATE \
                     says another";
        assert_eq!(told, [words]);
        let (date, told) = of(&[("03/09/2018", "a"), ("2018-09-03", "b")]);
        assert_eq!((date.as_str(), told.len()), ("2018-09-03", 1));
        assert!(told[0].starts_with("the date `03/09/2018` (a) may be"), "{told:?}");
    }

    #[test]
    fn the_last_hour_of_a_day_of_greenwich() {
        let (date, told) = of(&[("2023-07-19T23:00:00.000Z", "a")]);
        assert_eq!((date.as_str(), told.len()), ("2023-07-19", 1));
        assert!(told[0].contains("is 2023-07-20 by British Summer Time"), "{told:?}");
        assert_eq!(of(&[("2023-01-19T23:00:00.000Z", "a")]).1, Vec::<String>::new());
        let both = [("2023-07-19T23:30:00Z", "a"), ("2023-07-20T00:30:00+01:00", "b")];
        assert_eq!(of(&both), ("2023-07-20".into(), vec![]));
        let other = [("2023-07-20T00:30:00+01:00", "b"), ("2023-07-19T23:30:00Z", "a")];
        assert_eq!(of(&other), ("2023-07-20".into(), vec![]));
        let far = [("9018-01-20T00:30:00+01:00", "b"), ("9018-01-19T23:30:00Z", "a")];
        assert_eq!(of(&far), ("9018-01-20".into(), vec![]));
    }
}
