//! How the periods of a series are called: when its years start and what they are, and whether its
//! periods follow each other, overlap as windows do, or run on from one day.

use super::frequency::Frequency;
use super::sequence::Sequence;

/// When the years of a series start, and what they are called. A year from January is the year of
/// the calendar, whoever counts in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    starts: u32,
    word: YearWord,
}

/// What twelve months from another month than January are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWord {
    /// `2009/10`, a financial year.
    Financial,
    /// `2018/19`, an academic year.
    Academic,
    /// Called by their last month: `year ending June 2022`.
    Ending,
}

impl YearWord {
    /// As a message says it.
    pub fn word(self) -> &'static str {
        match self {
            YearWord::Financial | YearWord::Ending => "financial year",
            YearWord::Academic => "academic year",
        }
    }
}

/// Where the financial year starts in the United Kingdom.
const APRIL: u32 = 4;
/// Where schools and universities begin their year in the United Kingdom.
const SCHOOL: [u32; 2] = [8, 9];

impl Years {
    /// Those of a project, whose financial year starts in this month, from 1.
    pub const fn of_project(month: u32) -> Years {
        Years { starts: month, word: YearWord::Financial }
    }

    /// Those of a series that says itself in which month its years start: an academic year from
    /// August or September, a financial year from April or where the project's begins, and else one
    /// that is called by its end.
    pub fn of_series(self, month: u32) -> Years {
        let word = match month {
            _ if SCHOOL.contains(&month) => YearWord::Academic,
            _ if month == APRIL || month == self.starts => YearWord::Financial,
            _ => YearWord::Ending,
        };
        Years { starts: month, word }
    }

    /// The month in which they start, from 1.
    pub fn month(self) -> u32 {
        self.starts
    }

    /// What they are.
    pub fn word(self) -> YearWord {
        self.word
    }

    /// That of its years.
    pub fn frequency(self) -> Frequency {
        Frequency::years_from(self.starts)
    }

    /// What periods of this frequency are where they are called by both years that they touch,
    /// `2009/10`.
    pub fn named(self, frequency: Frequency) -> Option<YearWord> {
        let own = frequency == self.frequency() && frequency != Frequency::YEAR;
        Some(self.word).filter(|word| own && *word != YearWord::Ending)
    }
}

/// How the periods of a series are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    /// When its years start.
    pub years: Years,
    /// How its periods follow each other: windows that overlap are called by their ends.
    pub sequence: Sequence,
}

impl Naming {
    /// What periods of this frequency are where they are called by both years that they touch.
    pub fn named(self, frequency: Frequency) -> Option<YearWord> {
        self.years.named(frequency).filter(|_| !self.is_overlapping())
    }

    /// Are its periods windows that overlap, or totals that run on?
    pub fn is_overlapping(self) -> bool {
        self.sequence.reaches_back()
    }
}

impl From<Years> for Naming {
    /// Of periods of which no others are known.
    fn from(years: Years) -> Naming {
        Naming { years, sequence: Sequence::Single }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_called_by_the_month_they_start_in() {
        use YearWord::{Academic, Ending, Financial};
        let project = Years::of_project(10);
        for (month, word) in [
            (1, Ending),
            (4, Financial),
            (5, Ending),
            (7, Ending),
            (8, Academic),
            (9, Academic),
            (10, Financial),
        ] {
            assert_eq!(project.of_series(month).word(), word, "{month}");
        }
        assert_eq!(project.named(Frequency::years_from(10)), Some(Financial));
        assert_eq!(project.named(Frequency::years_from(4)), None);
        assert_eq!(project.of_series(7).named(Frequency::years_from(7)), None);
        assert_eq!(Years::of_project(1).named(Frequency::YEAR), None);
    }
}
