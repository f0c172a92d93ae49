//! Money beside a number: `£`, `GBP`, `Rs` before it, `€`, `EUR`, `pounds` behind it.

use super::tokens::Cursor;
use crate::figure::Currency;

/// A currency, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Money {
    pub sign: &'static str,
    pub currency: Currency,
}

/// Signs that no unit has.
const SIGNS: &[(&str, Currency)] = &[("Rs", Currency::Rupee)];

/// Words for the currencies that are named without their country.
const WORDS: &[(&str, Currency)] = &[
    ("pounds sterling", Currency::Pound),
    ("pound sterling", Currency::Pound),
    ("sterling", Currency::Pound),
    ("pounds", Currency::Pound),
    ("pound", Currency::Pound),
    ("euros", Currency::Euro),
    ("euro", Currency::Euro),
    ("us dollars", Currency::UsDollar),
    ("dollars", Currency::Dollar),
    ("dollar", Currency::Dollar),
    ("yen", Currency::Yen),
    ("yuan", Currency::Yuan),
    ("rupees", Currency::Rupee),
    ("rupee", Currency::Rupee),
    ("rand", Currency::Rand),
];

/// The currency that a word of a unit names.
pub(super) fn named_currency(unit: &str) -> Option<Currency> {
    WORDS.iter().find(|(word, _)| *word == unit).map(|(_, currency)| *currency)
}

pub(super) fn money_before(cursor: &mut Cursor) -> Option<Money> {
    longest(cursor, signs())
}

pub(super) fn money_after(cursor: &mut Cursor) -> Option<Money> {
    let words = WORDS.iter().map(|(word, currency)| Money { sign: word, currency: *currency });
    longest(cursor, signs().chain(words))
}

fn signs() -> impl Iterator<Item = Money> {
    let own = Currency::ALL
        .into_iter()
        .flat_map(|(currency, signs)| signs.iter().map(move |sign| Money { sign, currency }));
    own.chain(SIGNS.iter().map(|(sign, currency)| Money { sign, currency: *currency }))
}

fn longest(cursor: &mut Cursor, all: impl Iterator<Item = Money>) -> Option<Money> {
    let found = all.filter_map(|money| Some((cursor.starts_with(money.sign)?, money)));
    let (count, money) = found.max_by_key(|(count, money)| (*count, money.sign.len()))?;
    cursor.skip(count);
    Some(money)
}
