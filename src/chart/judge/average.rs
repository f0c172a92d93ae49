//! What is said of an average, held against that of the figures: `above its average in 2020`, `averaged more than
//! 400,000 a year`.

use rust_decimal::Decimal;

use super::every::bound_of;
use super::fit::{is_of_form, within};
use super::known::{Counted, DrawnFigure};
use super::near::Days;
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{HeardSense, Pause, is_denied_at, side_at};

/// An average that is rounded lies so near.
const ROUNDED: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

impl WordJudge {
    /// All that a text says of averages, and the figures contradict.
    pub(super) fn averages(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let words = 0..text.sentence.words.len();
        let mut found = Vec::new();
        for at in words {
            match text.word(at) {
                "average" => {
                    found.extend(self.beside_the_average(text, scope, at));
                    let on = at > 0 && text.word(at - 1) == "on" || text.word(at + 1) == "of";
                    found.extend(on.then(|| self.averaged(text, scope, at)).flatten());
                    found.extend(on.then(|| self.side_on_average(text, scope, at)).flatten());
                }
                "averaged" | "averaging" | "averages" => {
                    found.extend(self.averaged(text, scope, at));
                }
                _ => {}
            }
        }
        found
    }

    /// `above average`, `below its average in 2020`.
    fn beside_the_average(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<TypedFault> {
        let mut lead = at;
        // a five-year or a national average is another one
        while lead > 0 && matches!(text.word(lead - 1), "its" | "their" | "the" | "an") {
            lead -= 1;
        }
        let side = lead.checked_sub(1)?;
        let way = match text.word(side) {
            "above" => Way::Up,
            "below" | "under" => Way::Down,
            "than" => match text.word(side.checked_sub(1)?) {
                "more" | "higher" | "busier" | "greater" => Way::Up,
                "fewer" | "less" | "lower" | "quieter" => Way::Down,
                _ => {
                    let near = (side.saturating_sub(4)..side).rev();
                    near.into_iter().find_map(|at| match text.word(at) {
                        "more" => Some(Way::Up),
                        "fewer" | "less" => Some(Way::Down),
                        _ => None,
                    })?
                }
            },
            _ => return None,
        };
        let of_another = matches!(text.word(at + 1), "for" | "of" | "in" | "across")
            && text.word(at + 2).chars().all(char::is_alphabetic)
            && !text.mentions.iter().any(|one| (at + 1..at + 5).contains(&one.from));
        let bytes = text.sentence.words[side].at.start..text.sentence.words[at].at.end;
        if of_another || is_denied_at(&text.sentence, side) || text.is_computed(&bytes) {
            return None;
        }
        let near = plain_dates(text, at);
        let mut against = None;
        for counted in self.averaged_series(text, scope, at)? {
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let own = match near.is_empty() {
                true => told.last().copied(),
                false => told
                    .iter()
                    .rev()
                    .copied()
                    .find(|one| near.last().is_some_and(|days| one.meets(*days))),
            };
            let Some(own) = own else { continue };
            let clear: Vec<&DrawnFigure> = told
                .iter()
                .copied()
                .filter(|one| {
                    let (first, last) = if one.span < own.span { (*one, own) } else { (own, *one) };
                    !counted.broken(first, last)
                })
                .collect();
            let before: Vec<&DrawnFigure> =
                clear.iter().copied().filter(|one| one.span < own.span).collect();
            let value = own.value()?;
            // of all figures, or of those before it
            let means = [mean(&clear), mean(&before)];
            let holds = means.into_iter().flatten().any(|mean| match way {
                Way::Up => value > mean,
                Way::Down => value < mean,
            });
            if holds || clear.len() < 3 {
                return None;
            }
            against = against.or(Some((counted, own, mean(&clear)?)));
        }
        let (counted, own, mean) = against?;
        let said = format!(
            "`{}` is {} for {}, and its average is {}",
            counted.id,
            own.said,
            own.called,
            mean.round_dp(1).normalize()
        );
        Some(text.contradicted(&bytes, &said, "name the period that it is true of"))
    }

    /// `averaged more than 400,000 a year`, `on average more than 400,000 visits`.
    fn averaged(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<TypedFault> {
        let clause = text.around(at, Pause::Clause);
        let (heard, number) = text.figures().find_map(|one| match &one.says {
            HeardSense::Number(number)
                if one.words.start > at && one.words.start < clause.end.min(at + 8) =>
            {
                Some((one, number))
            }
            _ => None,
        })?;
        if text.is_computed(&heard.at) {
            return None;
        }
        let near = plain_dates(text, at);
        let mut against = None;
        for counted in self.averaged_series(text, scope, at)? {
            if !is_of_form(number, counted.form) {
                return None;
            }
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let days = near.iter().map(|days| days.0).min().zip(near.iter().map(|d| d.1).max());
            let own = told.iter().copied().filter(|one| days.is_none_or(|days| one.meets(days)));
            let own: Vec<&DrawnFigure> = own.collect();
            if own.len() < 2 {
                return None;
            }
            let scale = Decimal::from(counted.form.multiplier());
            let mean = mean(&own)?.checked_mul(scale)?;
            let holds = match bound_of(text, heard, number) {
                Some((Way::Up, _)) => mean >= number.value,
                Some((Way::Down, _)) => mean <= number.value,
                None => within(mean, number.value, ROUNDED),
            };
            if holds {
                return None;
            }
            against = against.or(Some((counted, mean)));
        }
        let (counted, mean) = against?;
        let said = format!("the average of `{}` is {}", counted.id, mean.round_dp(1).normalize());
        Some(text.contradicted(&heard.at, &said, "say what each figure is"))
    }

    /// `On average the county ran a surplus over the ten years.`
    fn side_on_average(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<TypedFault> {
        let sentence = text.around(at, Pause::Sentence);
        let (word, way) =
            sentence.into_iter().find_map(|at| Some((at, side_at(&text.sentence, at)?)))?;
        let near = plain_dates(text, at);
        let mut nets =
            self.counted.iter().filter(|one| one.nature == Nature::Net && scope.holds(one));
        let counted = nets.next().filter(|_| nets.next().is_none())?;
        let told: Vec<&DrawnFigure> = counted.counted(false).collect();
        let mean = mean(&told).filter(|_| near.is_empty())?;
        let holds = match way {
            Way::Up => mean > Decimal::ZERO,
            Way::Down => mean < Decimal::ZERO,
        };
        let bytes = text.sentence.words[word].at.clone();
        if holds || text.is_computed(&bytes) || is_denied_at(&text.sentence, word) {
            return None;
        }
        let said = format!("the average of `{}` is {}", counted.id, mean.round_dp(1).normalize());
        Some(text.contradicted(&bytes, &said, "name the side that it is on"))
    }

    /// The series of which an average may be said: none where one is an average itself.
    fn averaged_series(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<Vec<&Counted>> {
        let (series, named) = topic(text, &self.counted, scope, &(at..at + 1));
        let series: Vec<&Counted> = series.into_iter().map(|one| &self.counted[one]).collect();
        let itself = series.iter().any(|one| {
            one.titled.iter().any(|word| matches!(word.as_str(), "average" | "mean" | "typical"))
        });
        (!itself && (named || self.counted.len() == 1)).then_some(series)
    }
}

/// The dates of a sentence with which nothing is compared.
fn plain_dates(text: &JudgedText, at: usize) -> Vec<Days> {
    let sentence = text.around(at, Pause::Sentence);
    let own = text
        .mentions
        .iter()
        .filter(|one| !one.reference && sentence.contains(&text.word_at(one.at.start)));
    own.filter_map(|one| one.days).collect()
}

fn mean(told: &[&DrawnFigure]) -> Option<Decimal> {
    let values: Option<Vec<Decimal>> = told.iter().map(|one| one.value()).collect();
    let values = values.filter(|values| !values.is_empty())?;
    let mut sum = Decimal::ZERO;
    for value in &values {
        sum = sum.checked_add(*value)?;
    }
    sum.checked_div(Decimal::from(values.len()))
}
