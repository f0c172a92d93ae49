//! The numbers of a sentence, each with the phrases before and after it.

use rust_decimal::Decimal;

use super::amount::{Amount, AmountKind, Precision, Reader};
use super::heard::{Heard, HeardKind, HeardNumber, HeardSense, HeardWord, Pause};
use super::heard_dates::dates_follow;
use super::heard_denied::is_denied;
use super::heard_moves::way_of;
use super::heard_words::{is_loosely_more, tells_a_level, way_before};
use super::measure::Measure;
use super::number_words::is_number_word;
use super::numeral::times;
use super::phrases::{self, Direction, PhraseSense};
use super::sense::Said;
use super::tokens::{Cursor, Token};
use crate::figure::{Nature, Side, Way};

/// The numbers among some words.
pub(super) fn numbers(tokens: &[Token], words: &[HeardWord]) -> Vec<Heard> {
    let mut found: Vec<Heard> = Vec::new();
    let (mut at, mut whole) = (0, 0);
    while at < tokens.len() {
        if at >= whole {
            let pause = (at + 1..words.len()).find(|next| words[*next].pause > Pause::Nothing);
            whole = pause.unwrap_or(tokens.len());
        }
        match number(tokens, words, at, whole) {
            Some((used, says)) => {
                let start = found.last().map_or(0, |last| last.words.end);
                let end = at + used;
                let place = words[at].at.start..words[end - 1].at.end;
                if let Some(number) = says {
                    let number = qualified(number, tokens, words, (start, at, end));
                    let denied = is_denied(words, at);
                    let says = HeardSense::Number(number);
                    found.push(Heard { at: place, words: at..end, denied, says });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    share_scales(&mut found, words);
    found
}

/// The number that begins at a word, and how many words it takes, up to where the next pause is;
/// nothing is heard of some words that only look like a number.
fn number(
    tokens: &[Token],
    words: &[HeardWord],
    at: usize,
    whole: usize,
) -> Option<(usize, Option<HeardNumber>)> {
    let rest = &tokens[at..whole];
    let before = at.checked_sub(1).map(|at| words[at].text.as_str());
    let touches = |one: usize| words.get(one + 1).is_some_and(|w| w.at.start == words[one].at.end);
    match rest.first()? {
        // a dash or a hyphen between two numbers, and a dash between clauses, are no signs
        Token::Sign('-' | '–' | '+') if !touches(at) => return None,
        Token::Sign('-' | '–') if at > 0 && touches(at - 1) => return None,
        Token::Sign('~' | '=') => return None,
        Token::Word("plus" | "minus" | "negative" | "none" | "nil" | "no" | "nought") => {
            return None;
        }
        _ => {}
    }
    if let Some(part) = one_in_so_many(rest) {
        return Some(part);
    }
    let of = Measure { unit: "", nature: Nature::Flow, per: None, base: "" };
    let mut reader = Reader { pick: 0, of: &of, in_money: false, doubt: None };
    let mut cursor = Cursor::new(rest);
    let amount = match reader.amount(&mut cursor) {
        Ok(amount) => amount?,
        Err(_) => return matches!(rest[0], Token::Numeral(_)).then(|| (1, unread(&rest[0]))),
    };
    let mut used = rest.len() - cursor.rest().len();
    let text = |at: usize| rest.get(at).and_then(|token| token.word());
    let digits = rest[..used].iter().any(|token| matches!(token, Token::Numeral(_)));
    let mut value = amount.number;
    let mut step = step(&rest[..used], &amount);
    let mut kind = match amount.kind {
        AmountKind::Plain => HeardKind::Plain,
        AmountKind::Percent => HeardKind::Percent,
        AmountKind::Points => HeardKind::Points,
        AmountKind::Times { .. } => HeardKind::Times,
        AmountKind::Fraction(top, bottom) => {
            value = Decimal::from(top).checked_mul(Decimal::ONE_HUNDRED)?;
            value = value.checked_div(Decimal::from(bottom))?;
            HeardKind::Part
        }
    };
    if kind == HeardKind::Plain && matches!(text(used), Some("dozen" | "score")) {
        let factor = Decimal::from(if text(used) == Some("dozen") { 12 } else { 20 });
        (value, step) = (times(value, factor)?, times(step, factor)?);
        used += 1;
    }
    if kind == HeardKind::Plain
        && let Some(months) = text(used).and_then(months)
    {
        let length = value.checked_mul(months)?;
        let heard = HeardNumber { kind: HeardKind::Months, ..plain(length, length, digits) };
        return Some((used + 1, Some(heard)));
    }
    let no_number = match kind {
        // `the first quarter`, `arrests a quarter`, `the second half`, `a third time`
        HeardKind::Part if !digits => !is_part(&rest[..used], text(used), before),
        HeardKind::Times if !digits && used == 1 => {
            let compares = ["as", "the", "that", "those", "what", "its", "their"];
            let bare = matches!(text(0), Some("twice" | "double" | "thrice" | "treble" | "triple"));
            bare && !text(1).is_some_and(|next| compares.contains(&next))
        }
        HeardKind::Times if !digits => {
            // `was counted three times`
            matches!(amount.kind, AmountKind::Times { loose: true })
                && text(used).is_none_or(|next| next == "a" || next == "in")
        }
        HeardKind::Plain => !digits && value == Decimal::ONE && amount.scale.is_none(),
        _ => false,
    };
    if no_number {
        return Some((used, None));
    }
    if kind == HeardKind::Part && rest[..used].iter().any(|token| token.is("again")) {
        kind = HeardKind::Times;
    }
    let loose = matches!(amount.precision, Precision::Loose) && kind != HeardKind::Times;
    let heard = HeardNumber {
        kind,
        money: amount.money.map(|money| money.currency),
        loose,
        scale: amount.scale.unwrap_or(Decimal::ONE),
        ..plain(value, step, digits)
    };
    Some((used, Some(heard)))
}

/// `one pupil in three`: a part, as `one in three` is.
fn one_in_so_many(rest: &[Token]) -> Option<(usize, Option<HeardNumber>)> {
    let [Token::Word("one"), Token::Word(noun), Token::Word("in"), many, ..] = rest else {
        return None;
    };
    let (value, digits) = match many {
        Token::Numeral(raw) => (raw.parse::<u32>().ok()?, true),
        Token::Word(word) => (small_number(word)?, false),
        Token::Sign(_) => return None,
    };
    let known = (2..=1_000).contains(&value) && !is_number_word(noun);
    let part = Decimal::ONE_HUNDRED.checked_div(Decimal::from(value)).filter(|_| known)?;
    let heard =
        HeardNumber { kind: HeardKind::Part, loose: true, ..plain(part, Decimal::ONE, digits) };
    Some((4, Some(heard)))
}

fn small_number(word: &str) -> Option<u32> {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    match word {
        "twenty" => Some(20),
        "hundred" => Some(100),
        _ => (2..).zip(WORDS).find(|(_, known)| *known == word).map(|(number, _)| number),
    }
}

fn plain(value: Decimal, step: Decimal, digits: bool) -> HeardNumber {
    HeardNumber {
        value,
        step,
        coarse_step: coarse(value, step),
        kind: HeardKind::Plain,
        money: None,
        loose: false,
        side: None,
        exactly: false,
        way: None,
        maybe_level: false,
        digits,
        scale: Decimal::ONE,
    }
}

/// Digits that cannot be read as a number stay digits that nobody stands for.
fn unread(token: &Token) -> Option<HeardNumber> {
    let digits: String = token.to_string().chars().filter(char::is_ascii_digit).collect();
    let value = Decimal::from_str_exact(&digits).unwrap_or(Decimal::MAX);
    Some(HeardNumber { exactly: true, ..plain(value, Decimal::ONE, true) })
}

/// `a quarter of`, `by half`, `two thirds`; not `the second half`, `a quarter` of a year.
fn is_part(own: &[Token], after: Option<&str>, before: Option<&str>) -> bool {
    let last = own.last().and_then(|token| token.word()).unwrap_or_default();
    let of = matches!(after, Some("of" | "the" | "all" | "a" | "its" | "their" | "as"));
    let compared = matches!(after, Some("more" | "fewer" | "less" | "higher" | "lower" | "again"));
    let by = matches!(before, Some("by" | "in" | "than" | "nearly" | "almost" | "about" | "over"))
        || before.is_some_and(|word| matches!(word, "up" | "down") || way_of(word).is_some());
    let ordinal = before.is_some_and(|word| {
        matches!(word, "first" | "second" | "third" | "fourth" | "last" | "next" | "this")
    });
    // `in every quarter of 2024`
    if matches!(before, Some("every" | "each")) && last == "quarter" {
        return false;
    }
    // `in the three quarters`, of years
    let counted = matches!(before, Some("the" | "all" | "these" | "those" | "past"));
    if ordinal || counted && last == "quarters" && after != Some("of") {
        return false;
    }
    match (last, own.len()) {
        ("half", 1) => of && after != Some("a") || compared || by,
        ("quarter" | "third" | "fifth" | "tenth" | "fourth" | "sixth" | "eighth", 2)
            if own[0].is("a") || own[0].is("an") =>
        {
            let by = by && before != Some("in");
            of && after != Some("a") && after != Some("the") || compared || by
        }
        _ => true,
    }
}

/// What one of the last digit that is typed stands for.
fn step(tokens: &[Token], amount: &Amount) -> Decimal {
    let scale = amount.scale.unwrap_or(Decimal::ONE);
    let decimals = tokens.iter().find_map(|token| match token {
        Token::Numeral(raw) => raw.rsplit_once('.').map(|(_, decimals)| decimals.len()),
        _ => None,
    });
    let decimals = decimals.unwrap_or(0).min(20);
    let step = Decimal::new(1, u32::try_from(decimals).unwrap_or(0));
    step.checked_mul(scale).unwrap_or(Decimal::ONE)
}

/// The step of the last digit that is not nought.
fn coarse(value: Decimal, step: Decimal) -> Decimal {
    let (value, mut coarse) = (value.abs(), step);
    if value.is_zero() || step.is_zero() {
        return step;
    }
    while let Some(next) = coarse.checked_mul(Decimal::TEN) {
        if next > value || value.checked_rem(next).is_none_or(|left| !left.is_zero()) {
            break;
        }
        coarse = next;
    }
    coarse
}

/// How many months a stretch of time has.
fn months(word: &str) -> Option<Decimal> {
    Some(match word {
        "year" | "years" => Decimal::from(12),
        "decade" | "decades" => Decimal::from(120),
        "century" | "centuries" => Decimal::from(1200),
        "quarters" => Decimal::from(3),
        "month" | "months" => Decimal::ONE,
        "week" | "weeks" | "day" | "days" | "hours" | "hour" | "minutes" => Decimal::ZERO,
        _ => return None,
    })
}

/// The number with what the phrases around it say. `start` is the end of the number before.
fn qualified(
    mut number: HeardNumber,
    tokens: &[Token],
    words: &[HeardWord],
    (start, at, end): (usize, usize, usize),
) -> HeardNumber {
    let clause = (start..at).rev().find(|one| words[one + 1].pause > Pause::Nothing);
    let from = clause.map_or(start, |clause| clause + 1).max(at.saturating_sub(8));
    let before = (from..at).find_map(|first| said_before(&tokens[first..at]).map(|s| (first, s)));
    // `made up 3.6% of farmland` says no way
    let before = before.filter(|(first, _)| {
        let verb = first.checked_sub(1).map_or("", |at| words[at].text.as_str());
        !(words[*first].text == "up" && super::heard_words::is_made_up(verb))
    });
    let mut said = before.map(|(_, said)| said).unwrap_or_default();
    if let Some((first, _)) = before {
        number.maybe_level = words[first..at].iter().any(|word| is_loosely_more(&word.text));
    }
    let close = words[end..].iter().take_while(|word| word.pause == Pause::Nothing).count();
    let bracket = usize::from(words.get(end).is_some_and(|word| word.text == "("));
    let mut cursor =
        Cursor::new(&tokens[end..end + close.max(3 * bracket).min(tokens.len() - end)]);
    while let Some(phrase) = phrases::after(&mut cursor) {
        let moves = matches!(phrase, PhraseSense::Change(_));
        let used = tokens.len() - end - cursor.rest().len().min(tokens.len() - end);
        let word = words.get(end + used.saturating_sub(1)).map_or("", |word| word.text.as_str());
        if moves && (matches!(word, "up" | "down") || is_loosely_more(word)) {
            break;
        }
        number.maybe_level |= word == "more";
        if said.add(phrase).is_err() {
            break;
        }
    }
    if said.side.is_none() {
        said.side = side_after_the_unit(tokens, words, end);
    }
    let level = before.is_some_and(|(first, _)| tells_a_level(&words[first..at]));
    number.side = said.side.or(said.is_estimate().then_some(Side::About));
    number.exactly |= said.exactly;
    number.way = said.direction.filter(|_| !level).map(|direction| match direction {
        Direction::Up => Way::Up,
        Direction::Down => Way::Down,
    });
    let by = (from..at).rev().take(4).find(|one| words[*one].text == "by");
    if let Some(by) = by.filter(|_| number.way.is_none() && !level) {
        number.way = way_before(words, by);
    }
    number
}

/// `66,000 tonnes or more`
fn side_after_the_unit(tokens: &[Token], words: &[HeardWord], end: usize) -> Option<Side> {
    let joined =
        (end..words.len().min(end + 4)).take_while(|at| words[*at].pause == Pause::Nothing);
    let or = joined.skip(1).find(|at| words[*at].text == "or")?;
    let mut cursor = Cursor::new(&tokens[or..tokens.len().min(or + 2)]);
    let mut said = Said::default();
    said.add(phrases::after(&mut cursor)?).ok()?;
    // `66,000 tonnes or more waste` goes on
    let next = words.get(or + 2).filter(|next| next.pause == Pause::Nothing);
    let verb = |word: &str| matches!(word, "were" | "was" | "are" | "have" | "had" | "ran");
    let ends = next.is_none_or(|next| dates_follow(&next.text).is_some() || verb(&next.text));
    said.side.filter(|_| ends)
}

/// `0.9 to 1.3 million`: the scale belongs to both ends.
fn share_scales(found: &mut [Heard], words: &[HeardWord]) {
    for at in 1..found.len() {
        let (left, right) = found.split_at_mut(at);
        let (Some(low), Some(high)) = (left.last_mut(), right.first()) else { continue };
        let between = low.words.end..high.words.start;
        let joined = between.len() == 1
            && matches!(words[between.start].text.as_str(), "to" | "–" | "-" | "and" | "or");
        let start = low.words.start;
        let (HeardSense::Number(low), HeardSense::Number(high)) = (&mut low.says, &high.says)
        else {
            continue;
        };
        let between = start.checked_sub(1).is_some_and(|at| words[at].text == "between");
        let range = between || words[start..].iter().take(2).all(|word| word.text != "and");
        let alike = low.kind == HeardKind::Plain && high.kind == HeardKind::Plain;
        let short = low.scale == Decimal::ONE && low.value < Decimal::ONE_THOUSAND;
        if joined && range && alike && short && low.digits && high.scale > Decimal::ONE {
            let scaled = |number: Decimal| times(number, high.scale).unwrap_or(number);
            low.value = scaled(low.value);
            low.step = scaled(low.step);
            low.coarse_step = scaled(low.coarse_step);
            low.scale = high.scale;
        }
    }
}

/// What a chain of phrases says that leads up to a number.
fn said_before(tokens: &[Token]) -> Option<Said> {
    let mut cursor = Cursor::new(tokens);
    let mut said = Said::default();
    while !cursor.is_done() {
        let (phrase, more) = phrases::before(&mut cursor)?;
        said.add(phrase).ok()?;
        more.map_or(Ok(()), |more| said.add(more)).ok()?;
    }
    Some(said)
}
