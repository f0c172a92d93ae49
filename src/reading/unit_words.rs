//! The unit of a series after a number: `referrals`, `°C`, `per 100,000 people`.

use rust_decimal::Decimal;

use super::Refusal;
use super::measure::{JOINS, Measure, same_noun};
use super::number_words::{cardinal, scale};
use super::numeral::{self, Numeral};
use super::text::plain;
use super::tokens::{Cursor, Token, cut};
use crate::figure::{UnitForm, UnitSign};

/// Words for people, of whom many rates are told.
const PEOPLE: [&str; 10] = [
    "people",
    "person",
    "persons",
    "population",
    "inhabitants",
    "inhabitant",
    "residents",
    "resident",
    "head",
    "capita",
];

/// Is the unit a number of something for each of something else?
pub(super) fn has_base(of: &Measure) -> bool {
    plain(of.unit).split(' ').any(|word| word == "per") && !of.head().is_empty()
}

/// Takes what comes next of the unit; `false` where it is no word of it.
pub(super) fn take_unit(cursor: &mut Cursor, of: &Measure) -> Result<bool, Refusal> {
    let unit = plain(of.unit);
    let tokens = cut(&unit);
    if !tokens.is_empty() && cursor.rest().starts_with(&tokens) {
        cursor.skip(tokens.len());
        return Ok(true);
    }
    let join = |token: &Token| match token {
        Token::Word(word) => JOINS.contains(word),
        token => *token == Token::Sign('('),
    };
    let tail = tokens.iter().position(join).map_or(&[][..], |at| &tokens[at..]);
    if !tail.is_empty() && cursor.rest().starts_with(tail) {
        cursor.skip(tail.len());
        return Ok(true);
    }
    if of.head().first().is_some_and(|word| word == "pence") && cursor.take("p") {
        return Ok(true);
    }
    if take_degrees(cursor, of)? || take_head(cursor, of) || take_short(cursor, of) {
        return Ok(true);
    }
    take_base(cursor, &tokens, of)
}

fn take_degrees(cursor: &mut Cursor, of: &Measure) -> Result<bool, Refusal> {
    let mut trial = *cursor;
    let sign = trial.take_any(&["°", "º", "degrees", "degree", "deg"]);
    let celsius = trial.take_any(&["c", "celsius", "centigrade", "℃", "ºc"]);
    let fahrenheit = !celsius && trial.take_any(&["f", "fahrenheit", "℉", "ºf"]);
    let own = UnitForm::of(of.unit).sign;
    let (is_celsius, is_fahrenheit) =
        (own == Some(UnitSign::Celsius), own == Some(UnitSign::Fahrenheit));
    if !(sign || celsius || fahrenheit) || !(is_celsius || is_fahrenheit) {
        return Ok(false);
    }
    if celsius && is_fahrenheit || fahrenheit && is_celsius {
        return Err(Refusal::new(
            format!("it is in other degrees than the series, which counts {}", of.unit),
            "take a series of those degrees; nothing is converted here",
        ));
    }
    *cursor = trial;
    Ok(true)
}

/// Words of what the unit counts, in their order, the last of which is the noun: of `child deaths`
/// not `children` alone.
fn take_head(cursor: &mut Cursor, of: &Measure) -> bool {
    let head = of.head();
    let Some(noun) = head.iter().rposition(|word| scale(word).is_none() && word != "000s") else {
        return false;
    };
    let mut from = 0;
    for (count, token) in cursor.rest().iter().enumerate() {
        let Token::Word(word) = token else { return false };
        match head[from..=noun].iter().position(|own| same_noun(own, word)) {
            Some(at) if from + at == noun => {
                cursor.skip(count + 1);
                return true;
            }
            Some(at) => from += at + 1,
            None => return false,
        }
    }
    false
}

/// Short for a measure, and the measure. An `m` may be a million, a `t` a target.
const SHORT: [(&str, &str); 17] = [
    ("g", "gram"),
    ("kg", "kilogram"),
    ("mg", "milligram"),
    ("l", "litre"),
    ("ml", "millilitre"),
    ("mm", "millimetre"),
    ("cm", "centimetre"),
    ("km", "kilometre"),
    ("ha", "hectare"),
    ("h", "hour"),
    ("hr", "hour"),
    ("hrs", "hour"),
    ("min", "minute"),
    ("mins", "minute"),
    ("d", "day"),
    ("y", "year"),
    ("yrs", "year"),
];

/// `9 g` of grams, `9 grams` of `g`.
fn take_short(cursor: &mut Cursor, of: &Measure) -> bool {
    let head = of.head();
    let [own] = &head[..] else { return false };
    let Some(Token::Word(word)) = cursor.rest().first() else { return false };
    let fits = |(short, full): &(&str, &str)| {
        short == word && same_noun(own, full) || own == short && same_noun(full, word)
    };
    let found = SHORT.iter().any(fits);
    if found {
        cursor.skip(1);
    }
    found
}

/// `per 100,000 people`, and what stands for it: `per 100,000`, `a head` for `per person`.
fn take_base(cursor: &mut Cursor, unit: &[Token], of: &Measure) -> Result<bool, Refusal> {
    let join = unit.iter().position(|token| matches!(token, Token::Word(w) if JOINS.contains(w)));
    let per = join.filter(|at| unit[*at] == Token::Word("per"));
    let mut trial = *cursor;
    let slash = trial.take("/");
    let every = slash || trial.take_any(&["for every", "in every", "out of every", "per"]);
    let bare = !every && trial.take_any(&["out of", "in"]);
    let numbered = every || bare;
    if !numbered && !trial.take_any(&["a", "an", "each", "every"]) {
        return Ok(false);
    }
    let told = if numbered { base_number(&mut trial) } else { None };
    let like_a_date = |base: Decimal| (slash || bare) && !(base % Decimal::ONE_HUNDRED).is_zero();
    if told.is_some_and(like_a_date) || bare && told.is_none() {
        return Ok(false);
    }
    let Some(at) = per else {
        return match told {
            // `10,000/11,000` are two numbers.
            Some(_) if slash || bare => Ok(false),
            Some(base) => Err(other_base(base, of)),
            None => Ok(false),
        };
    };
    let mut own = Cursor::new(&unit[at + 1..]);
    let base = base_number(&mut own);
    if told.unwrap_or(Decimal::ONE) != base.unwrap_or(Decimal::ONE) {
        return match told {
            Some(told) => Err(other_base(told, of)),
            None => Ok(false),
        };
    }
    let mut named = 0;
    for (own, word) in own.words().into_iter().zip(trial.words()) {
        let people = PEOPLE.contains(&own) && PEOPLE.contains(&word);
        if !people && !same_noun(own, word) {
            break;
        }
        named += 1;
    }
    trial.skip(named);
    if told.is_none() && named == 0 {
        return Ok(false);
    }
    *cursor = trial;
    Ok(true)
}

fn base_number(cursor: &mut Cursor) -> Option<Decimal> {
    let number = match cursor.peek()? {
        Token::Numeral(raw) => {
            let Ok(Numeral::Plain(number)) = numeral::read(raw) else { return None };
            cursor.skip(1);
            number
        }
        Token::Word(word) => match cardinal(&cursor.words()) {
            Some(found) => {
                cursor.skip(found.used);
                Decimal::from(found.number)
            }
            None if word != "m" && word.len() > 1 => {
                scale(word)?;
                Decimal::ONE
            }
            None => return None,
        },
        Token::Sign(_) => return None,
    };
    let mut number = number;
    while let Some(Token::Word(word)) = cursor.peek() {
        let Some(factor) = scale(word).filter(|_| word.len() > 1 || word == "k") else { break };
        cursor.skip(1);
        number = number.checked_mul(factor)?;
    }
    Some(number)
}

fn other_base(base: Decimal, of: &Measure) -> Refusal {
    Refusal::new(
        format!(
            "it is per {}, and the series counts {}",
            crate::locale::EN_GB.full(base),
            if of.unit.is_empty() { "no such thing" } else { of.unit }
        ),
        "take a series whose unit says so; nothing is converted here",
    )
}
