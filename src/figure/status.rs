//! The UK Analysis Function's shorthand for what is special about a figure, and `t` for a target,
//! which is ours. Letters may be combined: `be` is an estimate after a break.

use std::fmt;

/// A set of status letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Status(u16);

const LETTERS: [(char, &str); 10] = [
    ('b', "break in the series"),
    ('e', "estimate"),
    ('f', "forecast"),
    ('p', "provisional"),
    ('r', "revised"),
    ('t', "target"),
    ('u', "low reliability"),
    ('c', "confidential"),
    ('x', "not available"),
    ('z', "not applicable"),
];

impl Status {
    /// Every letter there is.
    pub fn letters() -> impl Iterator<Item = char> {
        LETTERS.iter().map(|(letter, _)| *letter)
    }

    /// The letters in any order; the first that is unknown or twice there is the error.
    pub fn parse(text: &str) -> Result<Status, char> {
        text.chars().try_fold(Status::default(), |status, letter| {
            let bit = LETTERS.iter().position(|(known, _)| *known == letter).ok_or(letter)?;
            let with = status.0 | 1 << bit;
            if with == status.0 { Err(letter) } else { Ok(Status(with)) }
        })
    }

    /// Is the letter in it?
    pub fn has(self, letter: char) -> bool {
        LETTERS
            .iter()
            .position(|(known, _)| *known == letter)
            .is_some_and(|bit| self.0 & 1 << bit != 0)
    }

    /// The break lies before the figure that carries it.
    pub fn is_break(self) -> bool {
        self.has('b')
    }

    /// `e`: the source calls it an estimate.
    pub fn is_estimate(self) -> bool {
        self.has('e')
    }

    /// `f`: of a time that had not yet come when it was said.
    pub fn is_forecast(self) -> bool {
        self.has('f')
    }

    /// `p`: its source may yet change it.
    pub fn is_provisional(self) -> bool {
        self.has('p')
    }

    /// `r`: its source changed it.
    pub fn is_revised(self) -> bool {
        self.has('r')
    }

    /// `t`: what is aimed at, and not what was counted.
    pub fn is_target(self) -> bool {
        self.has('t')
    }

    /// The same, and a target.
    pub fn with_target(self) -> Status {
        let bit = LETTERS.iter().position(|(letter, _)| *letter == 't');
        bit.map_or(self, |bit| Status(self.0 | 1 << bit))
    }

    /// The same, and no target.
    pub fn without_target(self) -> Status {
        let bit = LETTERS.iter().position(|(letter, _)| *letter == 't');
        bit.map_or(self, |bit| Status(self.0 & !(1 << bit)))
    }

    /// `u`: its source warns of it.
    pub fn is_unreliable(self) -> bool {
        self.has('u')
    }

    /// With what an input says of a number that is worked out of it: everything but a break, which
    /// lies where it lies.
    pub fn inherited(self, input: Status) -> Status {
        let passed_on = |letter: &&(char, _)| !['b', 'c', 'x', 'z'].contains(&letter.0);
        let letters = LETTERS.iter().enumerate().filter(|(_, letter)| passed_on(letter));
        let bits = letters.fold(0, |bits, (bit, _)| bits | 1 << bit);
        Status(self.0 | input.0 & bits)
    }

    /// With a break before it.
    pub fn after_a_break(self) -> Status {
        let bit = LETTERS.iter().position(|(letter, _)| *letter == 'b');
        Status(self.0 | bit.map_or(0, |bit| 1 << bit))
    }

    /// Why there is no number, if a letter says so.
    pub fn absence(self) -> Option<Absence> {
        let reasons = [
            ('c', Absence::Confidential),
            ('x', Absence::NotAvailable),
            ('z', Absence::NotApplicable),
        ];
        reasons.into_iter().find(|(letter, _)| self.has(*letter)).map(|(_, absence)| absence)
    }

    /// What each letter means, in the order of the list.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        LETTERS.into_iter().filter(move |(letter, _)| self.has(*letter)).map(|(_, word)| word)
    }

    /// When a letter is written, for those who look it up.
    pub fn example(letter: char) -> &'static str {
        match letter {
            'b' => {
                "the method changed before this figure; its note begins with Break: and says how"
            }
            'e' => "the source says an estimated 1,200",
            'f' => "what is expected of next year",
            'p' => "a first release, which its source may yet change",
            'r' => "the source corrected or completed what it had said",
            't' => "500 homes are aimed at for 2030",
            'u' => "a survey of few people",
            'c' => "fewer than five people, and not told; the value is empty, as with x and z",
            'x' => "it was not counted, or no number is known",
            'z' => "there was nothing to count: the service did not exist yet",
            _ => "",
        }
    }

    /// Every letter and its meaning.
    pub fn all() -> [(char, &'static str); 10] {
        LETTERS
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        LETTERS
            .iter()
            .filter(|(letter, _)| self.has(*letter))
            .try_for_each(|(letter, _)| write!(f, "{letter}"))
    }
}

/// Why a figure has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// `c`: known and not told.
    Confidential,
    /// `x`: not known.
    NotAvailable,
    /// `z`: there is nothing to count.
    NotApplicable,
}

impl Absence {
    /// Its meaning in English.
    pub fn word(self) -> &'static str {
        match self {
            Absence::Confidential => "confidential",
            Absence::NotAvailable => "not available",
            Absence::NotApplicable => "not applicable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_combine_and_print_in_one_order() {
        assert_eq!(Status::parse("eb").unwrap().to_string(), "be");
        assert_eq!(Status::parse("tr").unwrap().to_string(), "rt");
        assert_eq!(Status::parse("r").unwrap().with_target(), Status::parse("rt").unwrap());
        assert_eq!(Status::parse("q"), Err('q'));
        assert_eq!(Status::parse("ee"), Err('e'));
        assert_eq!(Status::parse("x").unwrap().absence(), Some(Absence::NotAvailable));
    }
}
