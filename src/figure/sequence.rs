//! How the periods of a series follow each other, worked out once for each series.

use super::day::{Day, Span};
use super::frequency::{Frequency, first_of_another_length, follows, runs_on};

/// How the periods of a series lie beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sequence {
    /// There is one period, or none.
    #[default]
    Single,
    /// All of one frequency, and somewhere one follows another without a gap.
    Following(Frequency),
    /// All of one frequency, and none follows another: a survey of every second year, censuses.
    Apart(Frequency),
    /// Windows of one length, most of which overlap the next: years ending each quarter.
    Rolling {
        /// How long the first of them is, and where it starts.
        length: Frequency,
        /// From the start of one to that of the next, the least there is.
        step: Frequency,
    },
    /// Totals that run on from this one day, each to a later one.
    Running(Day),
    /// Of different lengths, or starts.
    Mixed,
}

/// Two periods that overlap may be a mistake; so many are meant.
pub const WINDOWS: usize = 3;

impl Sequence {
    /// That of these periods, which are in the order of time, each once.
    pub fn of(spans: &[Span]) -> Sequence {
        let [first, _, ..] = spans else { return Sequence::Single };
        if spans.len() >= WINDOWS && runs_on(spans) {
            return Sequence::Running(first.start);
        }
        if let Some(step) = windows(spans) {
            return Sequence::Rolling { length: Frequency::of(*first), step };
        }
        let apart = !spans.windows(2).any(|pair| pair[0].overlaps(pair[1]));
        match Frequency::shared(spans.iter().copied()).filter(|_| apart) {
            Some(one) if spans.windows(2).any(|pair| follows(pair[1], pair[0])) => {
                Sequence::Following(one)
            }
            Some(one) => Sequence::Apart(one),
            None => Sequence::Mixed,
        }
    }
}

impl Sequence {
    /// Does each of its periods reach back over days of the one before, so that a figure stands at
    /// the last day of its period?
    pub fn reaches_back(self) -> bool {
        matches!(self, Sequence::Rolling { .. } | Sequence::Running(_))
    }

    /// Is one of its periods the next after another?
    pub fn follows(self, next: Span, one: Span) -> bool {
        match self {
            Sequence::Running(_) => next.start == one.start && one.end < next.end,
            Sequence::Rolling { step, .. } => {
                let first = step.starting(one.start);
                first.is_some_and(|first| follows(next, first))
                    && first_of_another_length([one, next]).is_none()
            }
            _ => follows(next, one) && Frequency::shared([one, next]).is_some(),
        }
    }
}

/// The least step of windows of one length of which most overlap the next.
fn windows(spans: &[Span]) -> Option<Frequency> {
    let (first, rest) = spans.split_first()?;
    let pairs = || spans.windows(2).filter(|pair| pair[0].overlaps(pair[1]));
    if spans.len() < WINDOWS || 2 * pairs().count() <= rest.len() {
        return None;
    }
    let length = |span: &Span| match Frequency::of(*span) {
        Frequency::Days { days, .. } => (days, 0, 0),
        Frequency::Months { months, day, .. } => (0, months, day),
    };
    let months = rest.iter().all(|span| length(span) == length(first));
    let days = rest.iter().all(|span| span.days() == first.days());
    if !(months || days) {
        return None;
    }
    let least = pairs().min_by_key(|pair| pair[1].start.number() - pair[0].start.number())?;
    let before = Day::from_number(least[1].start.number() - 1)?;
    (least[0].start <= before).then(|| Frequency::of(Span { start: least[0].start, end: before }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Period;

    fn sequence(texts: &str) -> Sequence {
        let span = |text| Period::parse(text).expect(text).span();
        Sequence::of(&texts.split_whitespace().map(span).collect::<Vec<_>>())
    }

    #[test]
    fn periods_follow_lie_apart_overlap_run_on_or_are_mixed() {
        let quarter = Frequency::QUARTER;
        let rolling =
            |month| Sequence::Rolling { length: Frequency::years_from(month), step: quarter };
        let april = Day::new(2006, 4, 1).expect("a day");
        for (periods, found) in [
            ("", Sequence::Single),
            ("2019", Sequence::Single),
            ("2019 2020 2022", Sequence::Following(Frequency::YEAR)),
            ("2018 2020 2022", Sequence::Apart(Frequency::YEAR)),
            (
                "2020-01-04/2020-01-10 2020-01-11/2020-01-17",
                Sequence::Following(Frequency::Days { days: 7, weekday: Some(5) }),
            ),
            ("2020-07/2021-06 2020-10/2021-09 2021", rolling(7)),
            // the window that ends in March is missing
            (
                "2020-04/2021-03 2020-07/2021-06 2020-10/2021-09 2021-04/2022-03 2021-07/2022-06",
                rolling(4),
            ),
            ("2018 2018-04/2019-03", Sequence::Mixed),
            ("2016 2017 2018 2018-04/2019-03 2019-04/2020-03", Sequence::Mixed),
            ("2006-04/2011-03 2006-04/2012-03 2006-04/2013-03", Sequence::Running(april)),
            ("2010 2010-Q1", Sequence::Mixed),
            ("2019 2020-04/2021-03 2022-01", Sequence::Mixed),
        ] {
            assert_eq!(sequence(periods), found, "{periods}");
        }
    }

    #[test]
    fn four_weeks_each_week_are_windows_in_february_too() {
        let found = sequence("2021-01-25/2021-02-21 2021-02-01/2021-02-28 2021-02-08/2021-03-07");
        assert!(
            matches!(found, Sequence::Rolling { step: Frequency::Days { days: 7, .. }, .. }),
            "{found:?}"
        );
    }
}
