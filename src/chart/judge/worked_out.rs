//! What a typed number was probably worked out from, and the function that says it.

use rust_decimal::Decimal;

use super::growth::call;
use super::known::{Counted, DrawnFigure};
use super::near::periods_near;
use super::text::JudgedText;
use super::topic::topic;
use super::{Scope, WordJudge};
use crate::figure::Day;
use crate::reading::{Heard, HeardKind, HeardNumber, HeardSense, Pause};

impl WordJudge {
    /// What to write for a number that is no figure: a difference or a change in percent of two that
    /// are; what is added up or averaged needs a figure of its own.
    pub(super) fn worked_out(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
    ) -> Option<String> {
        let HeardSense::Number(number) = &heard.says else { return None };
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let near = periods_near(text, heard);
        let added = series.iter().any(|at| adds_up(&self.counted[*at], number));
        let found = series.into_iter().find_map(|at| between(&self.counted[at], number, &near));
        let sentence = text.around(heard.words.start, Pause::Sentence);
        found.or_else(|| {
            let made = added
                || sentence.clone().any(|at| {
                    matches!(
                        text.word(at),
                        "average"
                            | "averaged"
                            | "mean"
                            | "combined"
                            | "altogether"
                            | "together"
                            | "sum"
                    )
                });
            let own = "a sum or an average is a figure of its own, with a formula: \
                       `sourceline help figures`; or take it out";
            made.then(|| own.to_string())
        })
    }
}

/// Is a number the sum of several figures of a series, one after the other?
fn adds_up(counted: &Counted, number: &HeardNumber) -> bool {
    if number.kind != HeardKind::Plain || counted.nature.is_percent() {
        return false;
    }
    let scale = Decimal::from(counted.form.multiplier());
    let whole = |told: &DrawnFigure| told.value()?.checked_mul(scale);
    let values: Option<Vec<Decimal>> = counted.counted(false).map(whole).collect();
    let values = values.unwrap_or_default();
    let half = number.step.checked_div(Decimal::TWO).unwrap_or_default();
    (0..values.len()).any(|first| {
        let sums = values[first..].iter().scan(Decimal::ZERO, |sum, value| {
            *sum = sum.checked_add(*value)?;
            Some(*sum)
        });
        sums.skip(1).any(|sum| (sum - number.value).abs() <= half)
    })
}

/// The two figures of a series that differ by so much, first those of which the text names one.
fn between(counted: &Counted, number: &HeardNumber, near: &[(Day, Day)]) -> Option<String> {
    let told: Vec<&DrawnFigure> = counted.told.iter().collect();
    let value = number.value.abs();
    let percent = match number.kind {
        HeardKind::Percent => true,
        HeardKind::Plain => false,
        _ => return None,
    };
    let own = number.step.checked_div(Decimal::TWO)?;
    let meets = |told: &DrawnFigure| near.iter().any(|days| told.meets(*days));
    let mut found: Option<(bool, String)> = None;
    for (place, from) in told.iter().enumerate() {
        for to in &told[place + 1..] {
            let (Some(first), Some(last)) = (from.value(), to.value()) else { continue };
            let difference = last - first;
            let points = counted.form.is_percent();
            let scale = Decimal::from(counted.form.multiplier());
            let made = match percent && !points {
                true if first > Decimal::ZERO => (difference / first).abs() * Decimal::ONE_HUNDRED,
                true => continue,
                false => difference.checked_mul(scale)?.abs(),
            };
            let fits = (made - value).abs() <= own && !made.is_zero();
            if !fits || counted.broken(from, to) {
                continue;
            }
            let named = meets(from) || meets(to);
            if found.as_ref().is_some_and(|(best, _)| *best || !named) {
                continue;
            }
            let (way, word) = match difference.is_sign_negative() {
                true => ("fall", "down"),
                false => ("rise", "up"),
            };
            let hint = match percent && !points {
                true => format!(
                    "{} in its place and that of the word before it: it says `{word}` itself",
                    call(way, counted, from, to)
                ),
                false => call("difference", counted, from, to).replacen(
                    "write ",
                    "write `changed by` and ",
                    1,
                ),
            };
            found = Some((named, hint));
        }
    }
    found.map(|(_, hint)| hint)
}
