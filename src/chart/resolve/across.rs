//! Numbers of one text that may not be set against each other: across a break in one sentence, or of
//! two series that may not be compared, in words of growth.

use std::collections::BTreeSet;
use std::ops::Range;

use super::apart::reason;
use super::board::Board;
use super::breaks::reason as reason_of_break;
use super::desk::Desk;
use crate::chart::spec::TypedText;
use crate::chart::words::written::{Worded, WordedPart};
use crate::figure::{FigureKey, Series, SeriesKey, Side};
use crate::locale::{EN_GB, Orthography};
use crate::problem::Rule;

/// A text of the spec, worked out.
pub type WordedText<'t> = (&'t TypedText, &'t Worded);

/// Tells of what the texts set against each other and may not. Title and subtitle are read as one.
pub fn judge(desk: &mut Desk, boards: &[Board], headline: &[WordedText], others: &[WordedText]) {
    let read = |texts: &[WordedText]| ReadTogether::read(desk, boards, texts);
    let headline: Option<ReadTogether> = (!headline.is_empty()).then(|| read(headline));
    let others: Vec<ReadTogether> =
        others.iter().map(|text| read(std::slice::from_ref(text))).collect();
    for passage in headline.iter().chain(&others) {
        passage.breaks(desk);
        let compares = |one: &Sentence| one.moves || one.beside;
        if !passage.growth(desk, &passage.numbers, compares) {
            passage.differences(desk);
        }
    }
    if let Some(headline) = &headline {
        for other in &others {
            other.growth(desk, &headline.numbers, |one| one.moves);
        }
    }
}

/// One or several texts that are read together.
struct ReadTogether {
    sentences: Vec<Sentence>,
    numbers: Vec<SpokenNumber>,
    /// In small letters.
    text: String,
    bytes: Range<usize>,
}

struct Sentence {
    at: Range<usize>,
    /// It says that one number is more or less than another.
    moves: bool,
    /// It sets what it says beside something else: `now 1,300`, `against 192 in 2012`.
    beside: bool,
    /// It holds an answer that compares two figures of one series itself.
    compared: bool,
    tells_a_break: bool,
}

/// A number of a text with every figure of the chart that it may be.
struct SpokenNumber {
    at: Range<usize>,
    computed: bool,
    figures: Vec<FigureKey>,
}

/// Fewer digits than these are too common to say which figure a typed number is.
const TELLING_DIGITS: usize = 3;

/// So many letters after a number may say what it is per.
const SOON: usize = 30;

impl ReadTogether {
    fn read(desk: &Desk, boards: &[Board], texts: &[WordedText]) -> ReadTogether {
        let typed = desk.data.language.typed;
        let (mut text, mut numbers, mut answers) = (String::new(), Vec::new(), Vec::new());
        let mut written: Vec<Range<usize>> = Vec::new();
        for (_, worded) in texts {
            if !text.is_empty() {
                text += ". ";
            }
            for (place, part) in worded.parts.iter().enumerate() {
                let start = text.len();
                match part {
                    WordedPart::Typed { text: typed, .. } => {
                        text += typed;
                        written.push(start..text.len());
                    }
                    WordedPart::Computed(said) => {
                        text += said;
                        let at = start..text.len();
                        match worded.values.iter().find(|(known, _)| *known == place) {
                            Some((_, figure)) => {
                                let figures = vec![*figure];
                                numbers.push(SpokenNumber { at, computed: true, figures });
                            }
                            None => answers.push(at),
                        }
                    }
                    WordedPart::Sources => text.push('0'),
                }
            }
        }
        let digits =
            |part: &Range<usize>| text[part.clone()].contains(|c: char| c.is_ascii_digit());
        let drawn = if written.iter().any(digits) { drawn(desk, boards) } else { Vec::new() };
        for (said, figure) in drawn {
            for at in written.iter().flat_map(|part| found(&text, part, &said)) {
                match numbers.iter_mut().find(|one| one.at == at && !one.computed) {
                    Some(known) => known.figures.push(figure),
                    None => {
                        numbers.push(SpokenNumber { at, computed: false, figures: vec![figure] })
                    }
                }
            }
        }
        // `1,000` within `21,000` is no number of its own
        let all: Vec<Range<usize>> = numbers.iter().map(|one| one.at.clone()).collect();
        let within = |one: &Range<usize>| {
            all.iter().any(|other| other != one && other.start <= one.start && one.end <= other.end)
        };
        numbers.retain(|one| !within(&one.at));
        numbers.sort_by_key(|one| one.at.start);
        for number in &mut numbers {
            number.as_its_words_say(desk, &text);
        }
        let sentences = sentences(&text).into_iter().map(|at| Sentence {
            moves: moves(&typed, &text, &at, &numbers),
            beside: sets_beside(&typed, &text[at.clone()]),
            compared: answers.iter().any(|one| at.start <= one.start && one.end <= at.end),
            tells_a_break: {
                let said = text[at.clone()].to_lowercase();
                typed.tells_a_break.iter().any(|words| said.contains(words))
            },
            at,
        });
        let sentences = sentences.collect();
        let bytes = texts.first().map_or(0..0, |(typed, _)| typed.bytes.clone());
        ReadTogether { sentences, numbers, text: text.to_lowercase(), bytes }
    }

    fn numbers_in<'p>(&'p self, sentence: &'p Sentence) -> impl Iterator<Item = &'p SpokenNumber> {
        let within = |one: &&SpokenNumber| {
            sentence.at.start <= one.at.start && one.at.end <= sentence.at.end
        };
        self.numbers.iter().filter(within)
    }

    /// What is read in one breath and says nothing of a break: each sentence, and each with the next
    /// where a word of growth or of comparison stands in one of them.
    fn passages(&self) -> Vec<&[Sentence]> {
        let silent = |part: &&[Sentence]| !part.iter().any(|one| one.tells_a_break);
        let pairs = self.sentences.windows(2);
        let pairs = pairs.filter(|pair| pair.iter().any(|one| one.moves || one.beside));
        self.sentences.chunks(1).chain(pairs).filter(silent).collect()
    }

    /// Two figures of one series with a break between them, in sentences that do not say so.
    fn breaks(&self, desk: &mut Desk) {
        for passage in self.passages() {
            let numbers: Vec<&SpokenNumber> =
                passage.iter().flat_map(|sentence| self.numbers_in(sentence)).collect();
            let pairs = numbers.iter().enumerate();
            let mut pairs =
                pairs.flat_map(|(at, one)| numbers[at + 1..].iter().map(move |other| (one, other)));
            let found = pairs.find_map(|(one, other)| {
                let between = |a: &FigureKey, b: &FigureKey| desk.data.break_between(*a, *b);
                let all =
                    one.figures.iter().flat_map(|a| other.figures.iter().map(move |b| (a, b)));
                let all: Option<Vec<FigureKey>> = all.map(|(a, b)| between(a, b)).collect();
                Some((one.figures[0], other.figures[0], *all?.first()?))
            });
            if let Some((one, other, broken)) = found {
                let data = desk.data;
                let series = data.figure(one).series;
                let [one, other] = [one, other]
                    .map(|key| EN_GB.period(data.figure(key).period, data.naming(series)));
                let reason = reason_of_break(desk, broken);
                let message = format!(
                    "this sets {one} beside {other} of `{}`, and a break lies between them: {}",
                    data.series(series).id,
                    reason.trim_end_matches('.')
                );
                let hint = "leave one of the two out, or say in the same sentence that they are not comparable";
                desk.error(Rule::AcrossABreak, &self.bytes, message, hint);
                return;
            }
        }
    }

    /// Words of growth beside numbers of two series that may not be compared, of which one is among
    /// `others`. Where a sentence sets two figures of one series against each other, its words are of
    /// these.
    fn growth(
        &self,
        desk: &mut Desk,
        others: &[SpokenNumber],
        compares: impl Fn(&Sentence) -> bool,
    ) -> bool {
        let own = |sentence: &Sentence| {
            let mut series: Vec<SeriesKey> =
                self.numbers_in(sentence).flat_map(|one| one.series(desk)).collect();
            let count = self.numbers_in(sentence).count();
            series.sort();
            series.dedup();
            sentence.compared || (count > 1 && series.len() == 1)
        };
        if !self.sentences.iter().any(|one| compares(one) && !own(one)) {
            return false;
        }
        let data = desk.data;
        let pairs =
            self.numbers.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
        let found = pairs.into_iter().find_map(|(one, other)| {
            let all = one.series(desk).into_iter();
            let all = all.flat_map(|a| other.series(desk).into_iter().map(move |b| (a, b)));
            let all: Option<Vec<_>> =
                all.map(|(a, b)| data.incomparable(a, b).map(|why| (a, b, why))).collect();
            all?.first().copied()
        });
        let Some((one, other, why)) = found else { return false };
        let message = format!(
            "this tells of growth from `{}` to `{}` or back, which may not be compared: {}",
            data.series(one).id,
            data.series(other).id,
            reason(&why)
        );
        let hint = "name each with what it counts and without a word of growth, or leave one out";
        desk.error(Rule::NotCompared, &self.bytes, message, hint);
        true
    }

    /// Computed numbers of two series that differ in something that the text does not say.
    fn differences(&self, desk: &mut Desk) {
        let data = desk.data;
        let mut all: Vec<SeriesKey> = Vec::new();
        for series in
            self.numbers.iter().filter(|one| one.computed).flat_map(|one| one.series(desk))
        {
            if !all.contains(&series) {
                all.push(series);
            }
        }
        let [one, other, ..] = all[..] else { return };
        // of these the picture itself tells
        if data.incomparable(one, other).is_some() {
            return;
        }
        let (left, right) = (data.series(one), data.series(other));
        let Some((what, own, its)) = difference(&self.text, left, right) else { return };
        let message = format!(
            "this sets `{}` beside `{}`, and {what} differs: {own} and {its}",
            left.id, right.id
        );
        let advice = Rule::DifferentThings.at(desk.place(&self.bytes), message);
        desk.problems
            .push(advice.hint("say in the text what differs, or leave one of the two out"));
    }
}

impl SpokenNumber {
    /// Where it may be of several series and one of them is per what stands soon after, `a month`, it
    /// is of that one.
    fn as_its_words_say(&mut self, desk: &Desk, text: &str) {
        let after: String = text[self.at.end..].chars().take(SOON).collect();
        let said = |key: &FigureKey| {
            let per = desk.data.series(desk.data.figure(*key).series).per;
            per.is_some_and(|per| after.contains(desk.data.language.per(per)))
        };
        if self.figures.iter().any(said) {
            self.figures.retain(said);
        }
    }

    fn series(&self, desk: &Desk) -> Vec<SeriesKey> {
        let mut series: Vec<SeriesKey> =
            self.figures.iter().map(|key| desk.data.figure(*key).series).collect();
        series.sort();
        series.dedup();
        series
    }
}

/// What two series differ in and a text, in small letters, does not say of both.
fn difference(text: &str, one: &Series, other: &Series) -> Option<(&'static str, String, String)> {
    let per = |series: &Series| series.per.map_or("in all", |per| EN_GB.per(per)).to_string();
    let facts = [
        ("the place", one.geography.to_string(), other.geography.to_string()),
        ("who counts", one.counted_by.to_string(), other.counted_by.to_string()),
        ("the unit", EN_GB.unit_of(one).into_owned(), EN_GB.unit_of(other).into_owned()),
        ("what they are per", per(one), per(other)),
        ("the nature", one.nature.noun().to_string(), other.nature.noun().to_string()),
    ];
    // no reader says the nature of what is not of one unit
    let alike = facts[2].1.eq_ignore_ascii_case(&facts[2].2);
    let facts = facts.into_iter().filter(|(what, ..)| alike || *what != "the nature");
    facts.into_iter().find(|(_, own, its)| {
        let said = |fact: &str| text.contains(&fact.to_lowercase());
        let known = !own.is_empty() && !its.is_empty();
        known && !own.eq_ignore_ascii_case(its) && !(said(own) && said(its))
    })
}

/// How the numbers that are drawn may be typed, each with its figure.
fn drawn(desk: &Desk, boards: &[Board]) -> Vec<(String, FigureKey)> {
    let (mut all, mut known) = (Vec::new(), BTreeSet::new());
    for shown in boards.iter().flat_map(|board| &board.shown) {
        let tone = desk.tone(shown.series);
        for (observed, point) in shown.drawn().zip(shown.layer.marks()) {
            let mut numbers = point.quantity.numbers();
            if point.derived {
                numbers.extend(tone.rounded(&point.quantity, true).numbers());
            }
            for number in numbers {
                let plain = Side::Exact.of(number);
                let (full, label) = (tone.full(&plain, false), tone.label(&plain, false));
                let label = (label != full).then_some(label);
                for said in std::iter::once(full).chain(label) {
                    let digits = said.chars().filter(char::is_ascii_digit).count();
                    let told = (said, observed.figure);
                    if digits >= TELLING_DIGITS && known.insert(told.clone()) {
                        all.push(told);
                    }
                }
            }
        }
    }
    all
}

/// Where a number stands in a part of a text, and not within a longer one.
fn found(text: &str, part: &Range<usize>, said: &str) -> Vec<Range<usize>> {
    let inner = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric());
    let places = text[part.clone()].match_indices(said);
    let places = places.map(|(at, said)| part.start + at..part.start + at + said.len());
    let whole = |at: &Range<usize>| {
        let mut before = text[..at.start].chars().rev();
        let mut after = text[at.end..].chars();
        let (last, next) = (before.next(), after.next());
        let joined = |sign: Option<char>, beyond: Option<char>| {
            matches!(sign, Some(',' | '.' | '/')) && beyond.is_some_and(|one| one.is_ascii_digit())
        };
        !inner(last) && !inner(next) && !joined(last, before.next()) && !joined(next, after.next())
    };
    places.filter(whole).collect()
}

/// The sentences of a text: up to a full stop, a question or an exclamation mark and a blank.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let ends = matches!(letter, '.' | '!' | '?')
            && text[end..].chars().next().is_none_or(char::is_whitespace);
        if ends {
            all.push(start..end);
            start = end;
        }
    }
    all.push(start..text.len());
    all
}

/// Does a sentence say that one number is more or less than another?
fn moves(typed: &Orthography, text: &str, at: &Range<usize>, numbers: &[SpokenNumber]) -> bool {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_between = |letter: char| !letter.is_alphanumeric() && letter != '\'';
    let words: Vec<&str> =
        text[at.clone()].split(is_between).filter(|word| !word.is_empty()).collect();
    let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']);
    let is_number = |place: usize| {
        words.get(place).is_some_and(|word| {
            word.starts_with(|one: char| one.is_ascii_digit()) && !is_year(word)
        }) || words.get(place).is_some_and(|word| {
            numbers.iter().any(|one| one.at.start <= start(word) && start(word) < one.at.end)
        })
    };
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    let says = |(place, word): (usize, &&str)| {
        let next = words.get(place + 1).copied().unwrap_or_default();
        let bound = typed.bounds.iter().any(|(one, two)| is(word, one) && is(next, two));
        typed.moves.iter().any(|known| is(word, known)) && !(bound && is_number(place + 2))
    };
    if words.iter().enumerate().any(says) {
        return true;
    }
    // `from about 192 arrests to 1,000`
    let (from, to) = typed.from_to;
    let leads = |place: usize| (1..=5).any(|more| is_number(place + more));
    let place = |wanted: &str, after: usize| {
        (after..words.len()).find(|place| is(words[*place], wanted) && leads(*place))
    };
    place(from, 0).is_some_and(|first| place(to, first + 1).is_some())
}

/// Does a sentence say that what it speaks of is to be seen beside something else?
fn sets_beside(typed: &Orthography, sentence: &str) -> bool {
    let words: Vec<String> = sentence
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let spaced = format!(" {} ", words.join(" "));
    let is_number = |word: &String| word.starts_with(|one: char| one.is_ascii_digit());
    let leads = |at: usize| words[at + 1..].iter().take(3).any(is_number);
    let (plain, before_a_number) = typed.beside;
    plain.iter().any(|words| spaced.contains(&format!(" {words} ")))
        || words
            .iter()
            .enumerate()
            .any(|(at, word)| before_a_number.contains(&&**word) && leads(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say_growth(text: &str) -> bool {
        moves(&EN_GB.typed, text, &(0..text.len()), &[])
    }

    #[test]
    fn what_is_set_beside_something_else_is_heard() {
        for text in
            ["Now 1,300", "It is 1,300 today", "1,300, compared with 192", "against some 192"]
        {
            assert!(sets_beside(&EN_GB.typed, text), "{text}");
        }
        for text in ["Offences against children", "A nowhere of 12", "5,000 offences against women"]
        {
            assert!(!sets_beside(&EN_GB.typed, text), "{text}");
        }
    }

    #[test]
    fn words_of_growth_are_told_from_bounds() {
        for text in [
            "From 192 in a year to about 1,000 a month",
            "From 192 arrests to a target of some 1,000",
            "192 then, 1,000 now: up fifty-fold",
            "Arrests rose",
            "more than the 192 of 2012/13",
        ] {
            assert!(say_growth(text), "{text}");
        }
        for text in [
            "192 in a year; 1,000 a month",
            "more than 1,000 a month, up to 850 a quarter",
            "fewer than 900",
            "from April 2012 to March 2013 there were some",
        ] {
            assert!(!say_growth(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_where_a_blank_follows() {
        let text = "4.4 million. Then more!";
        let parts: Vec<&str> = sentences(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(parts, ["4.4 million.", " Then more!", ""]);
    }
}
