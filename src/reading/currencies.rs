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
    longest(cursor, ALL_SIGNS.iter().copied())
}

pub(super) fn money_after(cursor: &mut Cursor) -> Option<Money> {
    let words = WORDS.iter().map(|(word, currency)| Money { sign: word, currency: *currency });
    longest(cursor, ALL_SIGNS.iter().copied().chain(words))
}

const COUNT: usize = {
    let (mut count, mut at) = (SIGNS.len(), 0);
    while at < Currency::ALL.len() {
        count += Currency::ALL[at].1.len();
        at += 1;
    }
    count
};

/// Each with its currency, in one row: they are looked for at every word of a text.
static ALL_SIGNS: [Money; COUNT] = {
    let (mut all, mut next) = ([Money { sign: "£", currency: Currency::Pound }; COUNT], 0);
    let mut at = 0;
    while at < Currency::ALL.len() {
        let (currency, signs) = Currency::ALL[at];
        let mut sign = 0;
        while sign < signs.len() {
            all[next] = Money { sign: signs[sign], currency };
            (next, sign) = (next + 1, sign + 1);
        }
        at += 1;
    }
    let mut at = 0;
    while at < SIGNS.len() {
        let (sign, currency) = SIGNS[at];
        all[next] = Money { sign, currency };
        (next, at) = (next + 1, at + 1);
    }
    all
};

fn longest(cursor: &mut Cursor, all: impl Iterator<Item = Money>) -> Option<Money> {
    let found = all.filter_map(|money| Some((cursor.starts_with(money.sign)?, money)));
    let (count, money) = found.max_by_key(|(count, money)| (*count, money.sign.len()))?;
    cursor.skip(count);
    Some(money)
}
