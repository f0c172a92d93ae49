//! What is said to be more or less than what another series shows.

use super::fit::is_so_many;
use super::known::{Counted, DrawnFigure};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Quantity, Side, Way};
use crate::problem::Rule;
use crate::reading::{
    Heard, HeardMany, HeardNumber, HeardSense, Pause, dates_follow, how_often, of_every,
};

impl WordJudge {
    /// `More waste went to landfill than was recycled in 2024`
    pub(super) fn between_series(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for (at, than, way) in comparisons(text) {
            let sentence = text.around(at, Pause::Sentence);
            // `visits were higher than loans`, `Less waste than in 2019 was recycled`
            let named = matches!(text.word(at), "ahead" | "behind");
            let lead = match than <= at + 1 || named {
                true => sentence.start..at,
                false => at + 1..than,
            };
            let tail = than + 1..sentence.end;
            let (mut ones, mut others) =
                (self.levels(text, scope, lead.clone()), self.levels(text, scope, tail.clone()));
            if ones.is_empty() && others.is_empty() {
                ones = self.rates_named(text, scope, lead);
                others = self.rates_named(text, scope, tail);
                // two that are named alike are not told apart
                if ones.len() != 1 || others.len() != 1 {
                    continue;
                }
            }
            for one in ones {
                for other in others.iter().copied() {
                    if one.id == other.id || one.form != other.form || one.per != other.per {
                        continue;
                    }
                    found.extend(self.unlike(text, (at, than), (one, other), way));
                }
            }
        }
        found
    }

    /// `three times as many visits as books`: nothing where no two series are set against each other,
    /// and nothing in it where it holds.
    pub(super) fn times_another(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<Option<TypedFault>> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let many = (heard.words.start..sentence.end.min(heard.words.end + 3))
            .find(|at| matches!(text.word(*at), "many" | "much" | "number" | "amount"))?;
        let joint = match text.word(many) {
            "number" | "amount" => {
                (many + 1 < sentence.end && text.word(many + 1) == "of").then_some(many + 1)?
            }
            _ => (many + 1..sentence.end).find(|at| text.word(*at) == "as")?,
        };
        let tail =
            (joint + 1..sentence.end).take_while(|at| dates_follow(text.word(*at)) != Some(true));
        let tail = self.levels(text, scope, tail);
        let between = (many + 1).min(joint)..joint;
        let lead = self.levels(text, scope, between);
        let lead = match lead.is_empty() {
            true => self.levels(text, scope, sentence.start..heard.words.start),
            false => lead,
        };
        let dates = text.mentions.iter().filter(|mention| {
            !mention.reference && sentence.contains(&text.word_at(mention.at.start))
        });
        let dates: Vec<_> = dates.filter_map(|mention| mention.days).collect();
        let forecasts = speaks_of_forecasts(text);
        let mut against = None;
        for one in &lead {
            for other in tail.iter().filter(|other| other.id != one.id) {
                if one.form != other.form || one.per != other.per {
                    continue;
                }
                for own in one.counted(forecasts) {
                    let dated = dates.is_empty() || dates.iter().any(|days| own.meets(*days));
                    let told = other.counted(forecasts).find(|told| told.span == own.span);
                    let Some(told) = told.filter(|_| dated) else { continue };
                    let quotient =
                        own.value().zip(told.value()).and_then(|(a, b)| a.checked_div(b))?;
                    if is_so_many(quotient, number.value, number) {
                        return Some(None);
                    }
                    against = Some((*one, own, *other, told));
                }
            }
        }
        let (one, own, other, told) = against?;
        let said = format!(
            "`{}` is {} for {}, and `{}` is {}",
            one.id, own.said, own.called, other.id, told.said
        );
        Some(Some(text.contradicted(
            &heard.at,
            &said,
            "write how many times it is, or both numbers",
        )))
    }

    /// The series, of levels, that some words name most.
    pub(super) fn levels(
        &self,
        text: &JudgedText,
        scope: Scope,
        words: impl IntoIterator<Item = usize>,
    ) -> Vec<&Counted> {
        let words: Vec<&str> = words.into_iter().map(|at| text.word(at)).collect();
        let own = self
            .counted
            .iter()
            .filter(|one| scope.holds(one) && !one.nature.tells_changes() && !one.told.is_empty());
        let mut many: Vec<(usize, &Counted)> =
            own.map(|one| (words.iter().filter(|word| one.is_named(word)).count(), one)).collect();
        // `births` are no balance of births and deaths
        if many.iter().any(|(many, one)| *many > 0 && one.nature != Nature::Net) {
            many.retain(|(_, one)| one.nature != Nature::Net);
        }
        let most = many.iter().map(|(many, _)| *many).max().unwrap_or(0);
        let best = many.into_iter().filter(|(many, _)| *many == most && most > 0);
        best.map(|(_, one)| one).collect()
    }

    /// What contradicts that one series is above or below another.
    fn unlike(
        &self,
        text: &JudgedText,
        (at, than): (usize, usize),
        (one, other): (&Counted, &Counted),
        way: Way,
    ) -> Option<TypedFault> {
        let sentence = text.around(at, Pause::Sentence);
        let dates = text.mentions.iter().filter(|mention| {
            !mention.reference && sentence.contains(&text.word_at(mention.at.start))
        });
        let mut dates: Vec<_> = dates.filter_map(|mention| mention.days).collect();
        // `have outnumbered them since 2022`, `every year since 2022`: in all of that time
        let since = text.mentions.iter().find(|mention| {
            mention.reference
                && sentence.contains(&mention.from)
                && mention.from.checked_sub(1).is_some_and(|at| text.word(at) == "since")
        });
        let since = since.and_then(|mention| mention.days).filter(|_| dates.is_empty());
        if let Some((first, _)) = since
            && let Some(last) = one.told.last()
        {
            dates.push((first, last.span.end));
        }
        let own_id = &one.id;
        let forecasts = speaks_of_forecasts(text);
        let but =
            of_every(&text.sentence, sentence.clone()).is_some_and(|every| every.but_at.is_some());
        let mut both = Vec::new();
        for own in one.counted(forecasts) {
            if !dates.is_empty() && dates.iter().any(|days| own.meets(*days)) == but {
                continue;
            }
            both.extend(
                other
                    .counted(forecasts)
                    .filter(|told| told.span == own.span)
                    .map(|told| (own, told)),
            );
        }
        // `more complaints than arrests`, of years from January and from April
        if both.is_empty() {
            both = overlapping(one, other, forecasts);
            both.retain(|(own, _)| {
                dates.is_empty() || dates.iter().any(|days| own.meets(*days)) != but
            });
        }
        let against = |(own, told): &(&DrawnFigure, &DrawnFigure)| {
            let ends = |told: &DrawnFigure| {
                let numbers = told.quantities.first()?.numbers();
                Some((*numbers.iter().min()?, *numbers.iter().max()?))
            };
            let open = |told: &DrawnFigure, sides: [Side; 2]| {
                told.quantities.first().and_then(Quantity::side).is_some_and(|s| sides.contains(&s))
            };
            let (Some(a), Some(b)) = (ends(own), ends(told)) else { return false };
            let up = [Side::AtLeast, Side::MoreThan];
            let down = [Side::AtMost, Side::LessThan];
            match way {
                Way::Up => a.1 < b.0 && !open(own, up) && !open(told, down),
                Way::Down => a.0 > b.1 && !open(own, down) && !open(told, up),
            }
        };
        let wrong: Vec<&(&DrawnFigure, &DrawnFigure)> =
            both.iter().filter(|two| against(two)).collect();
        let every = of_every(&text.sentence, sentence.clone());
        let every = every.filter(|one| {
            one.stretch.is_none_or(|stretch| {
                self.counted.iter().any(|counted| counted.id == *own_id && counted.is_of(stretch))
            })
        });
        // a list of dates speaks of each
        let listed = dates.len() > 1
            && !sentence.clone().any(|at| matches!(text.word(at), "between" | "from" | "since"));
        // `in only two of the eight years`
        let often = how_often(&text.sentence, sentence.clone(), at).filter(|one| !one.nth);
        let holding = both.iter().filter(|(own, told)| against(&(*told, *own))).count();
        let contradicted = match every.map(|one| one.many) {
            _ if let Some(often) = &often => {
                let fits = holding == often.times || !often.only && holding > often.times;
                if !fits && wrong.is_empty() {
                    return None;
                }
                !fits
            }
            Some(HeardMany::All) => !wrong.is_empty(),
            Some(HeardMany::Most) => wrong.len() * 2 >= both.len(),
            Some(HeardMany::None) => wrong.len() < both.len(),
            None if (listed || since.is_some()) && !but => !wrong.is_empty(),
            None => {
                // what is a bound may be more or less: it decides nothing
                let holds = |(own, told): &&(&DrawnFigure, &DrawnFigure)| against(&(*told, *own));
                !wrong.is_empty() && both.iter().filter(holds).count() == 0
            }
        };
        // `outnumbered births for the first time in 2020`
        let first =
            sentence.clone().any(|at| (text.word(at), text.word(at + 1)) == ("first", "time"));
        let since = sentence.clone().any(|at| text.word(at) == "since");
        let before = both.iter().map(|(own, _)| own.span.start).min();
        let earlier: Vec<(&DrawnFigure, &DrawnFigure)> = one
            .counted(forecasts)
            .filter(|own| first && !since && before.is_some_and(|day| own.span.start < day))
            .filter_map(|own| {
                let same = other.counted(forecasts).find(|told| told.span == own.span)?;
                // above it already
                against(&(same, own)).then_some((own, same))
            })
            .collect();
        let wrong = match earlier.last() {
            Some(already) if !dates.is_empty() => *already,
            _ => **wrong.last().filter(|_| contradicted)?,
        };
        let words = &text.sentence.words;
        Some(TypedFault {
            place: text.place(&(words[at].at.start..words[than].at.end)),
            rule: Rule::TypedWord,
            message: format!(
                "the figures of the chart contradict `{}`: `{}` is {} for {}, and `{}` is {}",
                text.word(at),
                one.id,
                wrong.0.said,
                wrong.0.called,
                other.id,
                wrong.1.said
            ),
            hint: "say it the other way round".to_string(),
        })
    }
}

/// The figures of two series that share half of their days or more, and are as long.
fn overlapping<'j>(
    one: &'j Counted,
    other: &'j Counted,
    forecasts: bool,
) -> Vec<(&'j DrawnFigure, &'j DrawnFigure)> {
    let shared = |own: &DrawnFigure, told: &DrawnFigure| {
        let first = own.span.start.max(told.span.start).number();
        let last = own.span.end.min(told.span.end).number();
        let (short, long) =
            (own.span.days().min(told.span.days()), own.span.days().max(told.span.days()));
        (last - first + 1) * 2 >= long && short * 10 >= long * 9
    };
    let all = one.counted(forecasts).flat_map(|own| {
        other.counted(forecasts).filter(move |told| shared(own, told)).map(move |told| (own, told))
    });
    all.collect()
}

/// The places of `more` and `than`, of whatever is said to be more or less than something.
pub(super) fn comparisons(text: &JudgedText) -> Vec<(usize, usize, Way)> {
    let mut found = Vec::new();
    for at in 0..text.sentence.words.len() {
        let way = match text.word(at) {
            "more" | "higher" | "greater" => Way::Up,
            "fewer" | "less" | "lower" => Way::Down,
            "ahead" | "behind" if text.word(at + 1) == "of" || text.word(at) == "behind" => {
                let way = if text.word(at) == "ahead" { Way::Up } else { Way::Down };
                let of = at + usize::from(text.word(at + 1) == "of");
                if !crate::reading::is_denied_at(&text.sentence, at) {
                    found.push((at, of, way));
                }
                continue;
            }
            "exceeded" | "exceed" | "exceeds" | "outnumbered" | "outnumber" | "outstripped"
            | "overtook" | "outpaced" | "beat" | "topped" => {
                let next = |one: &Heard| one.words.start == at + 1;
                let number = text.figures().any(next);
                if !number && !crate::reading::is_denied_at(&text.sentence, at) {
                    found.push((at, at, Way::Up));
                }
                continue;
            }
            _ => continue,
        };
        if crate::reading::is_denied_at(&text.sentence, at) {
            continue;
        }
        let sentence = text.around(at, Pause::Sentence);
        let Some(than) = (at + 1..sentence.end).find(|at| text.word(*at) == "than") else {
            continue;
        };
        // `Nowhere were more handed out than in Northvale`
        if (sentence.start..at).any(|at| text.word(at) == "nowhere") {
            continue;
        }
        let numeral = text.sentence.heard.iter().any(|one| {
            matches!(one.says, HeardSense::Number(_))
                && (one.words.end == at || one.words.start == than + 1)
                && !text.mentions.iter().any(|mention| mention.at.start == one.at.start)
        });
        // `sold more than it bought`
        let pronoun = matches!(text.word(than + 1), "it" | "they") && text.word(at) != "lower";
        // `handed out more than Southdale`
        let next = text.word(than + 1);
        let named = next.len() > 2
            && next.chars().all(char::is_alphabetic)
            && dates_follow(next).is_none()
            && !crate::reading::ends_as_a_past(next)
            && !matches!(next, "half" | "any" | "ever" | "twice" | "usual" | "average" | "one");
        if !numeral
            && (than > at + 1 || named || pronoun || matches!(text.word(at), "higher" | "lower"))
        {
            found.push((at, than, way));
        }
    }
    found
}
