//! What people write, read as a quantity or a period: "17 million", "FY2009/10", "nine years ago".
//!
//! Every reading ends in one of three ways: understood, and said back in full; ambiguous, with the
//! choices; or refused, with the reason and what to write instead. Nothing is guessed. Knows no
//! file, no chart and no data set: what a text depends on is handed in as a [`Measure`] (what the
//! series counts) or a [`Setting`] (when the source spoke, and in which years the series thinks).

mod amount;
mod bases;
mod calendar;
mod coded;
mod convention;
mod currencies;
mod dates;
mod footnotes;
mod fractions;
mod grammar;
mod heard;
mod heard_caveat;
mod heard_claims;
mod heard_dates;
mod heard_denied;
mod heard_every;
mod heard_length;
mod heard_level;
mod heard_likeness;
mod heard_moves;
mod heard_number;
mod heard_parts;
mod heard_ranks;
mod heard_shift;
mod heard_steepest;
mod heard_streak;
mod heard_tone;
mod heard_whole;
mod heard_words;
mod letter_digits;
mod marked;
mod measure;
mod named_months;
mod named_years;
mod nature_words;
mod no_number;
mod number_hint;
mod number_words;
mod numeral;
mod other_words;
mod own_words;
mod parts;
mod per_words;
mod period;
mod phrase_table;
mod phrases;
mod place_words;
mod quantity;
mod quantity_words;
mod quotation;
mod ranges;
mod relative;
mod sense;
mod sentence;
mod setting;
mod sides;
mod single;
mod spans;
mod spoken;
mod statuses;
mod stretches;
mod sureness;
mod text;
mod tokens;
mod two_digits;
mod two_ends;
mod unit_words;
mod verb_forms;
mod wellness;
mod year_parts;

use std::fmt;

pub use calendar::weekday;
pub use convention::{BesideMonth, Convention, DateOrder, NamedYear, YearAndNumber};
pub use heard::{
    Heard, HeardKind, HeardNumber, HeardSense, HeardStretch, HeardText, HeardWhole, HeardWord,
    Pause, SaidCaveat,
};
pub use heard_caveat::names_caveat;
pub use heard_claims::claims;
pub use heard_dates::{
    counts_things, dates_follow, is_a_measure, is_a_person, is_in_time, is_reference, is_thing,
    leads_a_year, leads_to_a_level, same_place, shifts_dates,
};
pub use heard_every::{HeardEvery, HeardMany, of_every, stretches_to_a_date};
pub use heard_length::{HeardLength, LengthEnd, lengths};
pub use heard_level::{HeardLevel, HeardStanding, LevelDenied, level_of};
pub use heard_likeness::{HeardLikeness, HowNear, likenesses};
pub use heard_moves::{flow_of, pace_of, side_of_a_balance};
pub use heard_parts::{HeardPart, MonthThird, PartOf, parts};
pub use heard_shift::{HeardShift, shifts};
pub use heard_streak::{HeardOften, HeardStreak, how_often, in_a_row, rank_within};
pub use heard_tone::{
    begins, betters, counts_verb, denies, is_below_zero_of_net, is_denied_at, is_known_name,
    is_loss, is_rate_word, is_steady, side_at, subordinates, tells_a_balance, tells_of_rivals,
    tells_several_times, tells_status, turns_at,
};
pub use heard_whole::is_data;
pub use heard_words::halves;
pub use measure::{Measure, counted_noun, looks_rounded, same_noun};
pub use nature_words::nature_hint;
pub use no_number::{absence_of, is_too_narrow, no_number};
pub use number_hint::number_hint;
pub use number_words::{ordinal, small};
pub use other_words::other_words;
pub use own_words::{period_stated_cell, stated_cell};
pub use period::{period, period_in_words};
pub use place_words::{PlaceWord, place_word};
pub use quantity::quantity;
pub use quantity_words::quantity_in_words;
pub use quotation::{Quoted, quoted, says_plainly};
pub use sentence::sentence;
pub use setting::Setting;
pub use statuses::{typed_status, with_status};
pub use sureness::{is_about_rounding, told_beside};
pub use text::plain;
pub use verb_forms::{ends_as_a_past, goes_on, is_participle, tells_an_act};
pub use wellness::{better_way, wellness_of};

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// It has one meaning.
    Understood(Understood<T>),
    /// It has several.
    Ambiguous(Ambiguous<T>),
    /// It has none.
    Refused(Refusal),
}

/// The one meaning of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood<T> {
    /// What it means.
    pub value: T,
    /// The meaning in full, to be said back before anything is written. Read again, it gives the
    /// same value.
    pub words: String,
    /// Why the meaning is not simply what was typed: `sevenfold is a rise of 600%`.
    pub note: Option<String>,
}

/// A text with more than one meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous<T> {
    /// What has to be decided: `is 17 million a precise count, or rounded?`
    pub question: String,
    /// At least two.
    pub choices: Vec<Choice<T>>,
}

/// One of several meanings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What it would mean.
    pub value: T,
    /// The meaning in full.
    pub label: String,
    /// What to type instead to mean just this.
    pub write: String,
}

/// Why a text has no meaning here, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why, as a sentence without its full stop.
    pub reason: String,
    /// What to write instead.
    pub hint: String,
}

impl Refusal {
    fn new(reason: impl Into<String>, hint: impl Into<String>) -> Refusal {
        Refusal { reason: reason.into(), hint: hint.into() }
    }
}

impl<T> Reading<T> {
    /// The value, where there is just one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Reading::Understood(understood) => Some(&understood.value),
            _ => None,
        }
    }

    /// Every value the text may have.
    pub fn values(&self) -> Vec<&T> {
        match self {
            Reading::Understood(understood) => vec![&understood.value],
            Reading::Ambiguous(ambiguous) => {
                ambiguous.choices.iter().map(|choice| &choice.value).collect()
            }
            Reading::Refused(_) => Vec::new(),
        }
    }
}

/// The reading in a sentence, as a message without a terminal shows it.
impl<T> fmt::Display for Reading<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reading::Understood(Understood { words, note: Some(note), .. }) => {
                write!(f, "{words} ({note})")
            }
            Reading::Understood(Understood { words, note: None, .. }) => f.write_str(words),
            Reading::Ambiguous(Ambiguous { question, choices }) => {
                write!(f, "{question} write ")?;
                for (at, choice) in choices.iter().enumerate() {
                    let or = if at > 0 { ", or " } else { "" };
                    write!(f, "{or}`{}`", choice.write)?;
                    if choice.label != choice.write {
                        write!(f, " for {}", choice.label)?;
                    }
                }
                Ok(())
            }
            Reading::Refused(Refusal { reason, hint }) => write!(f, "{reason}; {hint}"),
        }
    }
}

/// A text longer than this is a sentence, not an answer.
const LONGEST: usize = 200;

fn too_long(text: &str) -> Option<Refusal> {
    (text.chars().count() > LONGEST).then(|| {
        Refusal::new(
            format!("the text has more than {LONGEST} characters"),
            "write only the number or the period; the source's own words go into `stated`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Nature;

    fn count(text: &str) -> String {
        quantity(text, &Measure { unit: "referrals", nature: Nature::Flow, per: None, base: "" })
            .to_string()
    }

    #[test]
    fn every_side_is_read_in_its_own_words() {
        for side in crate::figure::Side::ALL {
            let measure = Measure { unit: "referrals", nature: Nature::Flow, per: None, base: "" };
            let read = quantity(&side.plain("4321"), &measure);
            let expected = side.of("4321".parse().expect("a number"));
            assert_eq!(read.value(), Some(&expected), "{side:?}");
        }
    }

    #[test]
    fn a_reading_is_a_sentence() {
        assert_eq!(count("topped 13m"), "more than 13,000,000");
        assert_eq!(
            count("17 million"),
            "is `17 million` precise, or rounded? write `exactly 17,000,000`, or `about 17,000,000`"
        );
        assert_eq!(
            count("dozens"),
            "`dozens` gives no number; a figure needs a number or its bounds; without one, keep the \
             words in a note"
        );
        assert_eq!(
            period("2009/10", &Setting::default()).to_string(),
            "what is `2009/10`: the financial year, or the month? write `2009-04/2010-03` for the \
             financial year April 2009 to March 2010, or `2009-10-01/2009-10-31` for October 2009"
        );
        let published = crate::figure::Unit::year(2018);
        assert_eq!(
            period("nine years ago", &Setting { published, ..Setting::default() }).to_string(),
            "about 2009 (counted from the date of the source, 2018)"
        );
    }

    #[test]
    fn a_sentence_is_no_answer() {
        let text = "one ".repeat(100);
        assert!(matches!(period(&text, &Setting::default()), Reading::Refused(_)));
        assert!(count(&text).starts_with("the text has more than 200 characters"));
    }
}
