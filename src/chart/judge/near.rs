//! The periods that a number of a text is said to be of, and those that are named by others.

use std::ops::Range;

use super::known::{Counted, DrawnFigure};
use super::text::JudgedText;
use crate::figure::{Day, MONTHS, Unit};
use crate::reading::{
    Heard, HeardKind, HeardSense, Pause, goes_on, is_data, is_participle, shifts, shifts_dates,
};

/// From the first to the last day.
pub(super) type Days = (Day, Day);

/// The stretches of days that a number is said to be of.
pub(super) fn periods_near(text: &JudgedText, heard: &Heard) -> Vec<Days> {
    let sentence = text.around(heard.words.start, Pause::Sentence);
    let clause = text.around(heard.words.start, Pause::Clause);
    let mut before = sentence.start;
    let mut after = sentence.end;
    for other in text.figures().filter(|other| other.words != heard.words) {
        if other.words.end <= heard.words.start {
            before = before.max(other.words.end);
        } else if other.words.start >= heard.words.end && !are_ends(text, heard, other) {
            after = after.min(other.words.start);
        }
    }
    if let Some(own) = beside(text, heard).or_else(|| that_month(text, heard)) {
        return vec![own];
    }
    // `with a peak of 397` says not when
    let word = |back: usize| heard.words.start.checked_sub(back).map_or("", |at| text.word(at));
    if word(1) == "of"
        && matches!(word(2), "peak" | "high" | "low" | "maximum" | "minimum")
        && !text.mentions.iter().any(|one| {
            let at = text.word_at(one.at.start);
            one.days.is_some() && clause.contains(&at) && heard.words.end <= at && at < after
        })
        && clause.start > sentence.start
    {
        return Vec::new();
    }
    let moved = shifted(text);
    let following = |one: &&ShiftedDate| one.words.start >= heard.words.end;
    let beside = heard.words.end..after.min(clause.end).min(heard.words.end + 8);
    // `0.6% lower than a year earlier` is of the year that is compared
    let base = |one: &ShiftedDate| {
        let lead = one.words.start.checked_sub(1).map_or("", |at| text.word(at));
        let by = matches!(&heard.says, HeardSense::Number(number) if number.way.is_some());
        by && matches!(lead, "than" | "on" | "over" | "with" | "to")
    };
    let own = moved.iter().filter(following).find(|one| beside.contains(&one.words.start));
    let own = own.filter(|one| !base(one));
    let dated = |words: Range<usize>| {
        let mut mentions = text.mentions.iter().filter(|one| one.days.is_some());
        mentions.any(|one| words.contains(&text.word_at(one.at.start)))
    };
    // `322 in 2023, 19 fewer than the year before` has its own date
    if let Some(own) = own.filter(|own| !dated(heard.words.end..own.words.start)) {
        return own.days.into_iter().collect();
    }
    let leads = |one: &&ShiftedDate| {
        one.words.end <= heard.words.start && one.words.start >= clause.start.max(before)
    };
    let leading = moved.iter().find(leads).filter(|_| before <= clause.start);
    // `and 96,340 some time later`: nobody works out when that was
    let near = heard.words.end..clause.end.min(heard.words.end + 6);
    let known = |at: usize| moved.iter().any(|one| one.words.contains(&at));
    if near.into_iter().any(|at| shifts_dates(text.word(at)) && !known(at)) {
        return Vec::new();
    }
    if let Some(own) = beside_another(text, heard).filter(|_| !dated(heard.words.end..after)) {
        return vec![own];
    }
    // `dipped in 2023 before rising to 112`
    let next = text.word(clause.start + 1);
    let then = match text.word(clause.start) {
        "before" if goes_on(next) => Some(true),
        "after" if goes_on(next) => Some(false),
        _ => None,
    };
    if let Some(later) = then.filter(|_| !dated(clause.clone()) && clause.start > sentence.start) {
        let before = text.mentions.iter().filter(|one| {
            let at = text.word_at(one.at.start);
            sentence.contains(&at) && at < clause.start && !one.reference
        });
        let before: Vec<Days> = before.filter_map(|one| one.days).collect();
        if let Some(last) = before.last() {
            let open = if later { later_than(*last) } else { earlier_than(&before) };
            return open.into_iter().collect();
        }
    }
    if let Some(end) = comes_to(text, heard).filter(|_| !dated(heard.words.end..after)) {
        return earlier_than(&periods_near(text, end)).into_iter().collect();
    }
    // `rose in 2021 but has since fallen to 480`
    let alone = clause.clone().take_while(|at| *at < heard.words.start).find(|at| {
        let next = text.sentence.words.get(at + 1);
        text.word(*at) == "since"
            && next.is_some_and(|next| next.pause == Pause::Nothing && is_participle(&next.text))
    });
    if let Some(alone) = alone.filter(|_| !dated(heard.words.end..after)) {
        let dates = text.mentions.iter().filter(|one| text.word_at(one.at.start) < alone);
        return dates.filter_map(|one| later_than(one.days?)).next_back().into_iter().collect();
    }
    let base = base_of(text, heard, &sentence);
    // `... in 2020/21, the most in any year`
    let apposed = matches!(heard.says, HeardSense::Extreme(..))
        && clause.start > sentence.start
        && heard.words.start <= clause.start + 2;
    let listed = |from: usize, to: usize| {
        let mentions = text.mentions.iter().filter_map(move |mention| {
            let at = text.word_at(mention.at.start);
            let days = mention.days.filter(|_| (from..to).contains(&at))?;
            if base.is_some_and(|(place, _)| place == at) {
                return None;
            }
            let before = at.checked_sub(1).map_or("", |before| text.word(before));
            let ends = matches!(before, "until" | "till");
            match mention.reference {
                true if ends => Some((at, (Day::new(1, 1, 1)?, days.1))),
                true => None,
                false => Some((at, days)),
            }
        });
        let near = mentions.filter(|(at, _)| {
            let own = text.around(*at, Pause::Clause);
            own == clause || own.len() <= 6 || clause.len() <= 4 || apposed
        });
        near.map(|(_, days)| days).collect::<Vec<_>>()
    };
    let mut found = listed(heard.words.end, after);
    if let Some(leading) = leading.filter(|_| found.is_empty()) {
        return leading.days.into_iter().collect();
    }
    found.extend(listed(before, heard.words.start));
    if found.is_empty() {
        found = listed(sentence.start, sentence.end);
    }
    match base {
        Some((_, days)) if found.is_empty() => later_than(days).into_iter().collect(),
        _ => found,
    }
}

/// `480 beds remain, down from 640 in March 2020`: the place and the days of the date that the other
/// number has, from which this one came.
fn base_of(text: &JudgedText, heard: &Heard, sentence: &Range<usize>) -> Option<(usize, Days)> {
    let joined = |words: Range<usize>| {
        words.into_iter().all(|at| text.sentence.words[at].pause == Pause::Nothing)
    };
    let from = |one: &Heard| {
        let mut lead = (one.words.start.saturating_sub(3)..one.words.start).rev();
        lead.any(|at| {
            sentence.contains(&at)
                && matches!(text.word(at), "from" | "against")
                && joined(at + 1..one.words.start)
        })
    };
    if from(heard) {
        return None;
    }
    let others = || text.figures().filter(|one| one.words != heard.words);
    let base = others().find(|one| sentence.contains(&one.words.start) && from(one))?;
    let next = text.figures().find(|one| one.words.start >= base.words.end);
    let end = next.map_or(sentence.end, |one| one.words.start).min(base.words.end + 7);
    let mut dates = text.mentions.iter().filter_map(|one| {
        let at = text.word_at(one.at.start);
        let near = (base.words.end..end).contains(&at) && joined(base.words.end..at + 1);
        Some((at, one.days.filter(|_| near)?))
    });
    dates.next()
}

/// Have these days no end, or no beginning?
pub(super) fn is_open(days: &Days) -> bool {
    days.1.year() == 9999 || days.0.year() == 1
}

/// All days after some.
fn later_than(days: Days) -> Option<Days> {
    Some((Day::from_number(days.1.number() + 1)?, Day::new(9999, 12, 31)?))
}

/// The date that stands right beside a number: `2021 (187,215)`, `2019's 401,502`, `the 2019 figure of
/// 401,502`.
fn beside(text: &JudgedText, heard: &Heard) -> Option<Days> {
    let clause = text.around(heard.words.start, Pause::Sentence);
    let before = (clause.start..heard.words.start).rev().take(6);
    let mut bracket = false;
    for at in before {
        let place = &text.sentence.words[at].at;
        let mention = text
            .mentions
            .iter()
            .find(|one| one.days.is_some() && one.at.start < place.end && place.start < one.at.end);
        if let Some(mention) = mention {
            let own = bracket || mention.reference && at + 1 < heard.words.start;
            let possessive = text.text[mention.at.end..].starts_with(['\'', '’']);
            return mention.days.filter(|_| own || possessive);
        }
        let word = text.word(at);
        bracket |= word == "(";
        let names = is_data(word)
            || matches!(word, "level" | "levels" | "rate" | "peak" | "low" | "high" | "of" | "s");
        let fills = word == "(" || matches!(word, "about" | "around" | "some" | "nearly" | "just");
        let hedges = matches!(word, "at" | "least" | "over" | "more" | "fewer" | "less" | "than");
        if !(names || fills || hedges && bracket) {
            return None;
        }
        if text.sentence.words[at].pause > Pause::Nothing && word != "(" {
            return None;
        }
    }
    None
}

/// `has come back since, to 21.7 million` and `25.7% now` are later than what was said before,
/// `6,902 in 2024 after 7,388` earlier.
fn beside_another(text: &JudgedText, heard: &Heard) -> Option<Days> {
    let clause = text.around(heard.words.start, Pause::Clause);
    let sentence = text.around(heard.words.start, Pause::Sentence);
    let word = |back: usize| heard.words.start.checked_sub(back).map_or("", |at| text.word(at));
    let before = text
        .mentions
        .iter()
        .filter(|one| (sentence.start..heard.words.start).contains(&text.word_at(one.at.start)));
    let before: Vec<Days> = before.filter_map(|one| one.days).collect();
    let last = *before.iter().max_by_key(|days| days.1)?;
    let now = text.word(heard.words.end) == "now" || word(1) == "now";
    let since = clause.start > sentence.start && text.word(clause.start - 1) == "since";
    if now || since {
        return later_than(last);
    }
    (word(1) == "after").then(|| earlier_than(&before)).flatten()
}

/// `17 million in February 2021, 20 million that June`: the month of the year before it.
fn that_month(text: &JudgedText, heard: &Heard) -> Option<Days> {
    let end = text.around(heard.words.start, Pause::Clause).end.min(heard.words.end + 4);
    let that = (heard.words.end..end).find(|at| text.word(*at) == "that")?;
    let month = MONTHS.iter().position(|month| *month == text.word(that + 1))?;
    let before = text.mentions.iter().filter(|one| text.word_at(one.at.start) < heard.words.start);
    let year = before.filter_map(|one| one.days).next_back()?.0.year();
    let span = Unit::month(year, u32::try_from(month + 1).ok()?)?.span();
    Some((span.start, span.end))
}

/// The number that something came to from this one: of `from 13.2 to 13.9 in 2023` the later.
pub(super) fn comes_to<'t>(text: &'t JudgedText, heard: &Heard) -> Option<&'t Heard> {
    let sentence = text.around(heard.words.start, Pause::Sentence);
    let mut lead = (sentence.start..heard.words.start).rev().take(4);
    let leads = led_by(text, lead.clone()).filter(|at| text.word(*at) == "from")?;
    // `from 412 to 455`: it is of the first
    if text.figures().any(|one| (leads..heard.words.start).contains(&one.words.start)) {
        return None;
    }
    if lead.any(|at| at > leads && text.sentence.words[at].pause > Pause::Nothing) {
        return None;
    }
    let moves = |one: &Heard| {
        matches!(one.says, HeardSense::Moves(_)) && sentence.contains(&one.words.start)
    };
    if !text.sentence.heard.iter().any(moves) {
        return None;
    }
    let to = |one: &&Heard| {
        let before = (sentence.start..one.words.start).rev().take(4);
        one.words != heard.words
            && sentence.contains(&one.words.start)
            && led_by(text, before).is_some_and(|at| text.word(at) == "to")
    };
    let all: Vec<&Heard> = text.figures().filter(to).collect();
    let after = all.iter().find(|one| one.words.start >= heard.words.end);
    after.or(all.iter().rev().find(|one| one.words.end <= heard.words.start)).copied()
}

/// The nearer of `from` and `to` before a number: no number has both, so that none comes to one that comes
/// to it.
fn led_by(text: &JudgedText, mut before: impl Iterator<Item = usize>) -> Option<usize> {
    before.find(|at| matches!(text.word(*at), "from" | "to"))
}

/// All days before the last of some stretches.
fn earlier_than(near: &[Days]) -> Option<Days> {
    let last = near.iter().map(|days| days.0).max()?;
    Some((Day::new(1, 1, 1)?, Day::from_number(last.number() - 1)?))
}

/// Are two numbers the ends of one range: `between 900,000 and 1.3 million`?
pub(super) fn are_ends(text: &JudgedText, low: &Heard, high: &Heard) -> bool {
    let between = low.words.end..high.words.start;
    let lead = low.words.start.saturating_sub(2)..low.words.start;
    let led = lead.into_iter().any(|at| matches!(text.word(at), "between" | "from"));
    between.len() == 1
        && comes_to(text, low).is_none()
        && match text.word(between.start) {
            "and" => led,
            "to" | "–" | "-" => true,
            _ => false,
        }
}

/// `still has 118 schools`, `are back above 42,000`: is a number said of the last period?
pub(super) fn speaks_of_now(text: &JudgedText, heard: &Heard) -> bool {
    let clause = text.around(heard.words.start, Pause::Clause);
    let mut before =
        (clause.start.max(heard.words.start.saturating_sub(6))..heard.words.start).rev();
    let past = |at: usize| {
        matches!(text.word(at), "was" | "were" | "had" | "until" | "did" | "expected" | "could")
    };
    let still = before.clone().take(4).any(|at| {
        let next = text.word(at + 1);
        match text.word(at) {
            "still" => matches!(next, "has" | "have" | "counts" | "count" | "stands" | "stand"),
            "now" => matches!(text.word(at.saturating_sub(1)), "are" | "is" | "has" | "have"),
            "currently" => true,
            "back" => {
                matches!(next, "above" | "below" | "over" | "under")
                    && at > 0
                    && matches!(
                        text.word(at - 1),
                        "are" | "is" | "now" | "fallen" | "dropped" | "risen" | "climbed" | "gone"
                    )
            }
            _ => false,
        }
    });
    still && !before.any(past)
}

/// Is a figure the last that was counted, or one of a later time?
pub(super) fn is_latest(counted: &Counted, told: &DrawnFigure) -> bool {
    counted.counted(false).last().is_none_or(|last| told.span.start >= last.span.start)
}

/// A period that is named by another: `the year before`.
pub(super) struct ShiftedDate {
    /// Its words, by their place.
    pub words: Range<usize>,
    /// Unless nobody knows from when.
    pub days: Option<Days>,
    /// It lies before the other.
    pub earlier: bool,
}

/// All periods of a text that are named by others, in the order in which they stand.
pub(super) fn shifted(text: &JudgedText) -> Vec<ShiftedDate> {
    let mut found: Vec<ShiftedDate> = Vec::new();
    for shift in shifts(&text.sentence) {
        let sentence = text.around(shift.words.start, Pause::Sentence);
        let dates = text.mentions.iter().filter_map(|mention| {
            let at = text.word_at(mention.at.start);
            Some((at, mention.days.filter(|_| sentence.contains(&at))?))
        });
        let dates: Vec<(usize, Days)> = dates.collect();
        let earlier = dates.iter().rev().find(|(at, _)| *at < shift.words.start);
        // `96,340 in 2020; a year later`
        let before = || {
            let all = text.mentions.iter().filter(|one| !one.reference);
            let all = all.filter(|one| text.word_at(one.at.start) < sentence.start);
            all.filter_map(|one| one.days).next_back()
        };
        let base = earlier.or(dates.first()).map(|(_, days)| *days).or_else(before);
        let days = base.and_then(|(from, to)| {
            Some((moved_by(from, shift.months)?, moved_by(to, shift.months)?))
        });
        found.push(ShiftedDate { words: shift.words, days, earlier: shift.months < 0 });
    }
    found
}

pub(super) fn moved_by(day: Day, months: i32) -> Option<Day> {
    let month = day.year() * 12 + day.month() as i32 - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
    let days = (0..4).filter_map(|less| day.day_of_month().checked_sub(less));
    days.into_iter().find_map(|day| Day::new(year, month, day))
}

impl JudgedText {
    /// The numbers of a text that are no dates, multiples or lengths of time.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Heard> {
        let dated = |at: usize| {
            let place = &self.sentence.words[at].at;
            self.mentions.iter().any(|one| one.at.start < place.end && place.start < one.at.end)
        };
        self.sentence.heard.iter().filter(move |other| {
            let number = match &other.says {
                HeardSense::Number(number) => number,
                _ => return false,
            };
            !matches!(number.kind, HeardKind::Times | HeardKind::Months)
                && !dated(other.words.start)
        })
    }
}
