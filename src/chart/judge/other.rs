//! Whether a number is said of what it is a figure of: of another series, of another status, by
//! somebody else, or beside another number.

use std::ops::Range;

use rust_decimal::Decimal;

use super::between::comparisons;
use super::fit::is_so_many;
use super::known::{Counted, DrawnFigure, same_word};
use super::near::{are_ends, shifted};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Quantity, Side, Way};
use crate::problem::Rule;
use crate::reading::{
    Heard, HeardKind, HeardNumber, HeardSense, Pause, SaidCaveat, is_a_person, is_data, is_loss,
    is_rate_word, is_thing, names_caveat, tells_a_balance, tells_an_act,
};

impl WordJudge {
    /// The series whose figures a word for people may count: `192 people were arrested`, of arrests.
    pub(super) fn people(&self, text: &JudgedText, heard: &Heard, word: &str) -> Vec<usize> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let counts = |counted: &Counted| {
            let acts = clause.clone().any(|at| {
                let (own, next) = (text.word(at), text.word(at + 1));
                let of = matches!(next, "of" | "among");
                let verb = tells_an_act(own) || of || !own.ends_with('s');
                verb && same_word(&counted.units, own)
            });
            let people = counted.units.iter().any(|unit| is_a_person(unit) || is_thing(unit));
            let share = counted.form.is_percent() || counted.nature.is_percent();
            // `killed 52 people`
            let killed = clause.clone().any(|at| matches!(text.word(at), "killed" | "kills"))
                && counted.is_counted_in("deaths");
            acts || killed || share || counted.is_named(word) || people && word == "people"
        };
        (0..self.counted.len()).filter(|at| counts(&self.counted[*at])).collect()
    }

    /// The word beside a number that names another series than this, where none names this one.
    pub(super) fn other_series(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
    ) -> Option<String> {
        // `a third of branches` names the whole
        if matches!(&heard.says, HeardSense::Number(number) if number.kind == HeardKind::Part) {
            return None;
        }
        let clause = text.around(heard.words.start, Pause::Clause);
        let (mut from, mut to) = (clause.start, clause.end);
        for other in text.figures().filter(|other| other.words != heard.words) {
            let ends = are_ends(text, heard, other) || are_ends(text, other, heard);
            if other.words.end <= heard.words.start {
                from = from.max(if ends { from } else { other.words.end });
            } else if !ends {
                to = to.min(other.words.start);
            }
        }
        // `36 branches and between 400 and 600 volunteers`: what precedes the joint is of the other
        let joint = (from..heard.words.start).rev().find(|at| {
            let lead = text.word(at + 1);
            matches!(text.word(*at), "and" | "or" | "but")
                && !(matches!(lead, "") || heard.words.contains(&at.saturating_sub(1)))
                && from > clause.start
        });
        let from = joint.map_or(from, |joint| joint + 1);
        let named = |word: &str| -> Vec<&Counted> {
            self.counted.iter().filter(|one| one.is_named(word)).collect()
        };
        let words: Vec<&str> = (from..to.max(from))
            .filter(|at| !heard.words.contains(at))
            .map(|at| text.word(at))
            .collect();
        let own = |word: &&str| counted.is_named(word);
        // `84 offences for every 100,000 people`
        if counted.units.is_empty() && is_per_so_many(text, heard, clause.end) {
            return None;
        }
        // `departures outnumbered arrivals by 420`, of their balance
        let by = heard.words.start.checked_sub(1).is_some_and(|at| text.word(at) == "by");
        let compared = |at: usize| {
            matches!(text.word(at), "outnumbered" | "exceeded" | "outstripped" | "outpaced")
        };
        // `2,000 more people arrived than left`
        let more = matches!(text.word(heard.words.end), "more" | "fewer")
            && (heard.words.end..clause.end).any(|at| text.word(at) == "than");
        if counted.nature == Nature::Net && (more || by && clause.clone().any(compared)) {
            return None;
        }
        if !words.iter().any(|word| !named(word).is_empty()) {
            return self.of_the_clause_before(text, heard, counted);
        }
        words.iter().find_map(|word| {
            let others = named(word);
            let other = !others.is_empty() && others.iter().all(|one| one.id != counted.id);
            let told_apart = words.iter().filter(|word| own(word)).any(|word| {
                let mut set = named(word).into_iter();
                !set.any(|one| others.iter().any(|other| other.id == one.id))
            });
            (other && !told_apart).then(|| word.to_string())
        })
    }

    /// `The number of complaints, 8,450 in 2023`: the word before it that names another series.
    fn of_the_clause_before(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
    ) -> Option<String> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let lead = heard.words.start - clause.start;
        let comma = text.text[..text.sentence.words[clause.start].at.start]
            .trim_end()
            .ends_with([',', '(']);
        if clause.start <= sentence.start || lead > 1 || !comma {
            return None;
        }
        let before = text.around(clause.start - 1, Pause::Clause);
        if text.figures().any(|one| before.contains(&one.words.start)) {
            return None;
        }
        let mut other = None;
        for at in before {
            if counted.is_named(text.word(at)) {
                return None;
            }
            let names = self.counted.iter().any(|one| one.is_named(text.word(at)));
            other = if names { Some(text.word(at).to_string()) } else { other };
        }
        other
    }

    /// `95% confidence interval`
    pub(super) fn is_confidence(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
    ) -> bool {
        let sure = |at: usize| matches!(text.word(at), "confidence" | "confident");
        let near = heard.words.start.saturating_sub(3)..heard.words.start;
        let said = (heard.words.end..heard.words.end + 2).chain(near).any(sure);
        if number.kind != HeardKind::Percent || !said {
            return false;
        }
        let all = self.counted.iter().flat_map(|one| &one.told);
        let with = all.filter(|told| told.quantities.iter().any(is_stretch));
        let mut noted = with.flat_map(|told| &told.noted);
        noted.any(|level| *level == number.value)
    }

    /// `115 more left than joined`, of a balance above zero.
    pub(super) fn balances_back(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
        told: &DrawnFigure,
    ) -> bool {
        counted.nature == Nature::Net
            && told.value().is_some_and(|value| value > Decimal::ZERO)
            && more_are_lost(text, heard) == Some(true)
    }

    /// `more than double the 29,900 tonnes that went to landfill`: the two numbers that stand there
    /// are compared. Nothing where none stands there, and nothing in it where it holds.
    pub(super) fn of_a_number_beside(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
        wanted: Decimal,
    ) -> Option<Option<TypedFault>> {
        let value = |heard: &Heard| match &heard.says {
            HeardSense::Number(number) if number.way.is_none() && number.digits => {
                matches!(number.kind, HeardKind::Plain | HeardKind::Percent).then_some(number.value)
            }
            _ => None,
        };
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let links = |at: usize| {
            matches!(text.word(at), "the" | "of" | "as" | "many" | "much" | "those" | "that")
                || matches!(text.word(at), "about" | "around" | "some" | "roughly" | "almost")
                || matches!(
                    text.word(at),
                    "nearly" | "just" | "over" | "at" | "least" | "provisional"
                )
        };
        let numbers = || text.figures().filter(|one| one.words != heard.words);
        let other = numbers().find(|one| one.words.start >= heard.words.end)?;
        if other.words.start == heard.words.end || !(heard.words.end..other.words.start).all(links)
        {
            return None;
        }
        let own = numbers().filter(|one| {
            one.words.end <= heard.words.start && sentence.contains(&one.words.start)
        });
        let own = own.last()?;
        let quotient = value(own)?.checked_div(value(other)?)?;
        if is_so_many(quotient, wanted, number) {
            return Some(None);
        }
        let typed = &text.text[heard.at.clone()];
        Some(Some(TypedFault {
            place: text.place(&heard.at),
            rule: Rule::TypedWord,
            message: format!(
                "the numbers beside it contradict `{typed}`: {} and {}",
                &text.text[own.at.clone()],
                &text.text[other.at.clone()]
            ),
            hint: "take the word out, or the number that it was meant of".to_string(),
        }))
    }

    /// Does a text call a balance one: with a word of its title, or of what is more or less?
    pub(super) fn speaks_of_balance(&self, text: &JudgedText, counted: &Counted) -> bool {
        text.sentence.words.iter().any(|word| {
            counted.is_called(&word.text) || tells_a_balance(&word.text) || is_loss(&word.text)
        })
    }

    /// `More staff left than joined in 2024`, of a balance of those who joined less those who left.
    pub(super) fn within_a_balance(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for (at, than, way) in comparisons(text) {
            let sentence = text.around(at, Pause::Sentence);
            for counted in self.counted.iter().filter(|one| scope.holds(one)) {
                let Some((gained, lost)) = &counted.balance else { continue };
                let has = |side: &[String], words: Range<usize>| {
                    words.into_iter().any(|at| same_word(side, text.word(at)))
                };
                let (lead, tail) = (at + 1..than, than + 1..sentence.end);
                let straight = has(gained, lead.clone()) && has(lost, tail.clone());
                let turned = has(lost, lead) && has(gained, tail);
                if straight == turned {
                    continue;
                }
                let up = (way == Way::Up) == straight;
                let dates = text.mentions.iter().filter(|mention| {
                    !mention.reference && sentence.contains(&text.word_at(mention.at.start))
                });
                let dates: Vec<_> = dates.filter_map(|mention| mention.days).collect();
                let own = counted
                    .counted(speaks_of_forecasts(text))
                    .filter(|told| dates.is_empty() || dates.iter().any(|days| told.meets(*days)));
                let own: Vec<&DrawnFigure> = own.collect();
                let against = |told: &&&DrawnFigure| {
                    told.value().is_some_and(|value| match up {
                        true => value < Decimal::ZERO,
                        false => value > Decimal::ZERO,
                    })
                };
                let Some(told) =
                    own.last().filter(|_| own.iter().filter(against).count() == own.len())
                else {
                    continue;
                };
                let words = &text.sentence.words;
                found.push(TypedFault {
                    place: text.place(&(words[at].at.start..words[than].at.end)),
                    rule: Rule::TypedWord,
                    message: format!(
                        "the figures of the chart contradict `{}`: `{}` is {} for {}",
                        text.word(at),
                        counted.id,
                        told.said,
                        told.called
                    ),
                    hint: "say it the other way round".to_string(),
                });
            }
        }
        found
    }

    /// `Bus fares came down in 2024`, of a rate of change above zero.
    pub(super) fn has_other_sign(
        &self,
        text: &JudgedText,
        heard: &Heard,
        (counted, to): (&Counted, &DrawnFigure),
        way: Way,
    ) -> bool {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let before = sentence.start..heard.words.start;
        // `growth fell`, `the rise in fares fell`, `fell to 4.2%`
        let rate = matches!(text.word(heard.words.start), "eased" | "easing" | "eases" | "ease")
            || before.into_iter().any(|at| is_rate_word(text.word(at)))
            || (heard.words.end..sentence.end).take(4).any(|at| text.word(at) == "to")
            || is_rate_word(text.word(heard.words.start))
            || sentence.clone().any(|at| matches!(text.word(at), "line" | "bars" | "curve"));
        let dated = text.mentions.iter().any(|mention| {
            let at = text.word_at(mention.at.start);
            let since = mention.from.checked_sub(1).is_some_and(|at| text.word(at) == "since");
            sentence.contains(&at)
                && (since || !mention.reference && mention.days.is_some_and(|days| to.meets(days)))
        });
        counted.nature == Nature::Growth
            && !rate
            && dated
            && to.value().is_some_and(|value| match way {
                Way::Up => value < Decimal::ZERO,
                Way::Down => value > Decimal::ZERO,
            })
    }
}

/// Is a number one of each so many: `77 offences per 100,000 people`?
pub(super) fn is_per_so_many(text: &JudgedText, heard: &Heard, end: usize) -> bool {
    let near = heard.words.end..end.min(heard.words.end + 7);
    near.into_iter().any(|at| {
        let (word, next) = (text.word(at), text.word(at + 1));
        word == "per" || matches!((word, next), ("for" | "in", "every" | "each"))
    })
}

fn is_stretch(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Range { .. } | Quantity::Interval(_))
}

/// What is said of a part that is gone, as said of what is left: after a fall by nearly a third a
/// little more than two thirds are.
pub(super) fn of_what_is_left(side: Side) -> Side {
    match side {
        Side::Nearly => Side::JustOver,
        Side::JustOver => Side::Nearly,
        other => other.flipped(),
    }
}

/// Is a part one of another figure: `a third of the 2019 figure`; and is that a rate of change:
/// `half the rise of the year before`?
pub(super) fn of_another(text: &JudgedText, heard: &Heard) -> (bool, bool) {
    let words = &text.sentence.words;
    let reach = heard.words.end..words.len().min(heard.words.end + 7);
    let own: Vec<usize> = reach.take_while(|at| words[*at].pause == Pause::Nothing).collect();
    let text_at = |at: usize| own.get(at).map_or("", |at| text.word(*at));
    let of = usize::from(text_at(0) == "of");
    let dated = |at: &usize| {
        text.mentions.iter().any(|one| text.word_at(one.at.start) == *at)
            || shifted(text).iter().any(|one| one.words.contains(at))
    };
    let noun = |at: &usize| {
        let word = text.word(*at);
        is_data(word) || matches!(word, "level" | "levels") || is_rate_word(word)
    };
    let points = matches!(text_at(0), "of")
        && matches!(text_at(1), "those" | "that" | "what" | "its" | "their")
        || text_at(0) == "what" && matches!(text_at(1), "it" | "they");
    let leads = matches!(text_at(of), "the" | "its" | "their" | "that");
    let next = own.get(of + 1);
    let date_first = next.is_some_and(dated) && of == 1;
    let named = next.is_some_and(noun) && own.iter().any(dated);
    let rates = named && next.is_some_and(|at| is_rate_word(text.word(*at)));
    (points || leads && (date_first || named), rates)
}

/// The caveat that is said of a number: `£15.6 million is a forecast`, `8,450 (provisional)`.
pub(super) fn caveat_added(text: &JudgedText, heard: &Heard) -> Option<SaidCaveat> {
    let words = &text.sentence.words;
    let sentence = text.around(heard.words.start, Pause::Sentence);
    let next = text.figures().find(|one| one.words.start >= heard.words.end);
    let end = next.map_or(sentence.end, |one| one.words.start.min(sentence.end));
    let bracket = (heard.words.end..end).take(3).find(|at| text.word(*at) == "(");
    let verb = (heard.words.end..end).find(|at| matches!(text.word(*at), "is" | "are"));
    let clear = |to: usize| {
        (heard.words.end..to).all(|at| {
            words[at].pause == Pause::Nothing && !matches!(text.word(at), "which" | "than")
        })
    };
    let said = match (bracket, verb) {
        (Some(at), _) => at + 1..at + 2,
        (None, Some(at)) if clear(at) => at + 1..end.min(at + 4),
        _ => return None,
    };
    let said = words.get(said.start..said.end.min(words.len()))?;
    let own = |caveat: &SaidCaveat| names_caveat(said, *caveat);
    let denied =
        said.iter().any(|word| matches!(word.text.as_str(), "not" | "no" | "above" | "below"));
    let all = [SaidCaveat::Forecast, SaidCaveat::Provisional, SaidCaveat::Target];
    all.into_iter().find(own).filter(|_| !denied)
}

/// `140 more joined than left`, `140 more left than joined`: is it the loss that is larger? Nothing
/// where no two are compared so.
pub(super) fn more_are_lost(text: &JudgedText, heard: &Heard) -> Option<bool> {
    let sentence = text.around(heard.words.start, Pause::Sentence);
    if text.word(heard.words.end) != "more" {
        return None;
    }
    let than = (heard.words.end..sentence.end).find(|at| text.word(*at) == "than")?;
    let lost = (heard.words.end..than).any(|at| is_loss(text.word(at)));
    let after = (than..sentence.end).any(|at| is_loss(text.word(at)));
    (lost || after).then_some(lost)
}
