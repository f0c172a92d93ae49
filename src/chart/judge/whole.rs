//! What a text says of all figures together, held against each of them.

use rust_decimal::Decimal;

use super::known::{Counted, DrawnFigure};
use super::lacking::value_of;
use super::near::periods_near;
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::agreement::agree;
use crate::figure::{Nature, Quantity, Side, SourceKey};
use crate::reading::{Heard, HeardSense, HeardStretch, HeardWhole, Pause, SaidCaveat, is_data};

impl WordJudge {
    /// `all figures are final`, `in thousands`, `Visits a month`.
    pub(super) fn whole(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        says: HeardWhole,
    ) -> Option<TypedFault> {
        if heard.denied {
            return None;
        }
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        let series = series.into_iter().map(|at| &self.counted[at]);
        let series: Vec<&Counted> = series.filter(|one| !one.told.is_empty()).collect();
        let fault = |message: String, hint: String| text.contradicted(&heard.at, &message, hint);
        let first = series.first()?;
        let last = first.told.last()?;
        match says {
            HeardWhole::Scale(scale) => {
                // beside counts, shares have no scale
                let share = |one: &&&Counted| one.form.is_percent() || one.nature.is_percent();
                let shares = series.iter().all(|one| share(&one));
                let mut scaled = series.iter().filter(|one| shares || !share(one));
                let wrong = scaled.find(|one| !is_on_scale(one, scale));
                // of one of several that it names it may be true
                let some = named && series.iter().any(|one| is_on_scale(one, scale));
                let wrong = wrong.filter(|_| !some)?;
                wrong.told.last().map(|told| {
                    let message = format!("`{}` is {} for {}", wrong.id, told.said, told.called);
                    fault(message, "take it out: the chart tells its scale itself".to_string())
                })
            }
            HeardWhole::Stretch(stretch) => {
                let wrong = self.is_of_figures(text, scope, heard)
                    && series.iter().all(|one| !one.is_of(stretch));
                wrong.then(|| {
                    let message = format!("`{}` has a figure for {}", first.id, last.called);
                    fault(message, "say what each figure counts, or take it out".to_string())
                })
            }
            HeardWhole::Final => self.one(
                &series,
                |one| one.status.is_provisional() || one.status.is_forecast(),
                fault,
            ),
            HeardWhole::Exact => self.one(&series, |one| !is_exact(one), fault),
            HeardWhole::Without(caveat) => self.one(
                &series,
                |one| match caveat {
                    SaidCaveat::Provisional => one.status.is_provisional(),
                    SaidCaveat::Forecast => one.status.is_forecast(),
                    SaidCaveat::Estimate => one.status.is_estimate(),
                    SaidCaveat::Unreliable => one.status.is_unreliable(),
                    SaidCaveat::Target => one.status.is_target(),
                    SaidCaveat::Disputed => false,
                },
                fault,
            ),
            HeardWhole::Undisputed => {
                let near = periods_near(text, heard);
                let differs = |one: &&DrawnFigure| {
                    let quantity = one.quantities.first();
                    (near.is_empty() || near.iter().any(|days| one.meets(*days)))
                        && one
                            .rivals
                            .iter()
                            .any(|rival| quantity.is_some_and(|own| !agree(own, &rival.quantity)))
                };
                let told =
                    series.iter().find_map(|one| Some((one, one.told.iter().find(differs)?)));
                let (counted, told) = told?;
                let message = format!(
                    "`{}` is {} for {}, and another source says otherwise",
                    counted.id, told.said, told.called
                );
                Some(fault(message, "take it out, or name the source".to_string()))
            }
            HeardWhole::Unbroken => {
                let broken =
                    |one: &&&Counted| one.told.windows(2).any(|two| one.broken(&two[0], &two[1]));
                let counted = series.iter().find(broken)?;
                let message = format!("`{}` has a break", counted.id);
                let hint = "say which figures can be compared, on one side of the break";
                Some(fault(message, hint.to_string()))
            }
            HeardWhole::OneSource => {
                let mut sources: Vec<SourceKey> =
                    series.iter().flat_map(|one| one.sources.iter().copied()).collect();
                sources.sort_unstable();
                sources.dedup();
                (sources.len() > 1).then(|| {
                    let message = format!("they come from {} sources", sources.len());
                    fault(message, "write {{ sources() }}, which counts them".to_string())
                })
            }
        }
    }

    /// The figure that something said of all does not hold for.
    fn one(
        &self,
        series: &[&Counted],
        differs: impl Fn(&DrawnFigure) -> bool,
        fault: impl Fn(String, String) -> TypedFault,
    ) -> Option<TypedFault> {
        let told = series.iter().flat_map(|one| one.told.iter().map(move |told| (one, told)));
        let (counted, told) = told.into_iter().find(|(_, told)| differs(told))?;
        let status = match is_exact(told) {
            true => format!(", {}", self.status(told)),
            false => String::new(),
        };
        let said = match told.said.to_string().contains('(') {
            true => String::new(),
            false => status,
        };
        let message = format!("`{}` is {} for {}{said}", counted.id, told.said, told.called);
        Some(fault(
            message,
            format!("name the figures that it is true of, or write {}", value_of(counted, told)),
        ))
    }

    /// Does a word such as `monthly` say what the figures of the chart count?
    fn is_of_figures(&self, text: &JudgedText, scope: Scope, heard: &Heard) -> bool {
        // how figures were made, and where others are found
        const ELSEWHERE: [&str; 28] = [
            "sum",
            "sums",
            "summed",
            "added",
            "add",
            "adding",
            "average",
            "averages",
            "averaged",
            "mean",
            "totalled",
            "combined",
            "published",
            "from",
            "once",
            "elsewhere",
            "other",
            "not",
            "no",
            "cannot",
            "unlike",
            "than",
            "instead",
            "into",
            "divided",
            "times",
            "missing",
            "without",
        ];
        let sentence = text.around(heard.words.start, Pause::Sentence);
        // `a fall from 401,502` is no word of how figures were made
        let elsewhere = |at: usize| {
            let next = text.word(at + 1);
            let number = next.starts_with(|letter: char| letter.is_ascii_digit());
            ELSEWHERE.contains(&text.word(at)) && !(text.word(at) == "from" && number)
        };
        if sentence.clone().any(elsewhere) {
            return false;
        }
        let counted = |at: usize| {
            let word = text.word(at);
            is_data(word)
                || self.counted.iter().any(|one| scope.holds(one) && one.is_counted_in(word))
        };
        let joined = |at: usize| {
            text.sentence.words.get(at).is_some_and(|word| word.pause == Pause::Nothing)
        };
        if heard.words.len() == 1 {
            let leads = matches!(scope, Scope::Panel(_)) || heard.words.start <= sentence.start + 3;
            let next = heard.words.end;
            let after = joined(next) && (counted(next) || joined(next + 1) && counted(next + 1));
            let start = heard.words.start;
            let verb = start > sentence.start && matches!(text.word(start - 1), "is" | "are");
            return leads && after
                || verb && (sentence.start..start - 1).any(|at| is_data(text.word(at)));
        }
        let mut at = heard.words.start;
        if text.sentence.words[at].pause > Pause::Nothing {
            return false;
        }
        while at > sentence.start {
            at -= 1;
            let word = text.word(at);
            if counted(at) {
                let number = |one: &Heard| {
                    matches!(one.says, HeardSense::Number(_))
                        && one.words.end <= at
                        && one.words.end + 4 > at
                        && sentence.contains(&one.words.start)
                };
                return !text.sentence.heard.iter().any(number);
            }
            let fills =
                matches!(word, "is" | "are" | "was" | "were" | "for" | "in" | "shown" | "stated");
            if !fills || text.sentence.words[at].pause > Pause::Nothing {
                return false;
            }
        }
        false
    }
}

fn is_exact(told: &DrawnFigure) -> bool {
    matches!(told.quantities.first(), Some(Quantity::One { side: Side::Exact, .. }))
}

/// Large numbers in full may be read in millions; small ones may not.
fn is_on_scale(counted: &Counted, scale: u64) -> bool {
    let own = counted.form.multiplier();
    let large = || {
        let numbers = counted.told.iter().flat_map(|told| told.quantities.first());
        let mut numbers = numbers.flat_map(|one| one.numbers());
        scale > 1_000 && numbers.any(|number| number.abs() >= Decimal::from(scale))
    };
    own == scale || own == 1 && large()
}

impl Counted {
    /// Is a figure of it per this stretch, or does it count over it?
    pub fn counts_over(&self, told: &DrawnFigure, stretch: HeardStretch) -> bool {
        let (fewest, most) = stretch.days();
        match self.per {
            Some(per) => stretch.is(per.word()),
            None if self.nature == Nature::Flow => (fewest..=most).contains(&told.span.days()),
            None => true,
        }
    }

    /// Is each of its figures, or the time between them, as long as this?
    pub fn is_of(&self, stretch: HeardStretch) -> bool {
        let (fewest, most) = stretch.days();
        let fits = |days: i32| fewest <= days && days <= most;
        let gaps =
            self.told.windows(2).map(|two| two[1].span.start.number() - two[0].span.start.number());
        self.per.is_some_and(|per| stretch.is(per.word()))
            || self.per.is_none() && self.told.iter().any(|told| fits(told.span.days()))
            || gaps.into_iter().any(fits)
    }
}
