use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::{Claim, Figure, Quantity, Side, Way};
use crate::problem::{Problem, Rule};
use crate::reading::{Measure, Quoted, quantity_in_words, quoted, says_plainly};

/// # stated-differs (advice)
///
/// The words of a source in `stated` say the number of the row, in their own way: "nearly 2,500" is
/// `nearly`, "seven-fold" a rise of 600%, "half a million every two months" 250,000 a month. A
/// number without such a word may be `exact` or `about`, and a looser word of the row is no fault.
/// Where the number was converted, added up or read otherwise, the note of the row says so and names
/// the number of the quotation or that of the row.
pub fn stated_differs(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let Claim::Stated(quantity) = &figure.claim else { continue };
        if figure.stated.is_empty() || says_plainly(&figure.stated, quantity) {
            continue;
        }
        let of = Measure::from(data.series(figure.series));
        let found = quoted(&figure.stated, &of);
        let Some(said) = nearest(&found, quantity) else { continue };
        if is_answered(figure, &of, said, quantity) {
            continue;
        }
        let meant = meant(said);
        let (own, other) = (quantity_in_words(quantity, &of), quantity_in_words(&meant, &of));
        let message = format!(
            "the quotation `{}` says {other}, and the figure {own}",
            figure.stated.chars().take(80).collect::<String>()
        );
        let hint = format!(
            "{}; if both are right, say in the note of the row how {own} follows from {other}",
            cells(&meant)
        );
        let column = if meant.value() == quantity.value() { "qualifier" } else { "value" };
        let column = if quantity.value().is_none() { "low" } else { column };
        problems
            .push(Rule::StatedDiffers.at(data.place_of_figure(key, column), message).hint(hint));
    }
    problems
}

/// Of a quotation that does not say the quantity, the number that is likeliest meant; `None` where
/// it does say it, or no number at all.
fn nearest<'q>(found: &'q [Quoted], quantity: &Quantity) -> Option<&'q Quoted> {
    let ends = quantity.numbers();
    let says = |number: &Decimal| found.iter().any(|one| one.values.iter().any(|v| is(v, *number)));
    let both = quantity.value().is_none() && ends.iter().all(says);
    if both || found.iter().any(|one| agrees(one, quantity)) {
        return None;
    }
    let same =
        |one: &&Quoted| one.values.iter().any(|value| ends.iter().any(|end| is(value, *end)));
    found.iter().find(same).or_else(|| found.first())
}

/// The quantity of the series that a number of a quotation says.
fn meant(said: &Quoted) -> Quantity {
    match (&said.values[0], said.per) {
        (Quantity::One { side, .. }, Some(per)) => side.of(per.round_sf(6).unwrap_or(per)),
        (value, _) => value.clone(),
    }
}

fn is(quantity: &Quantity, number: Decimal) -> bool {
    quantity.value() == Some(number)
}

/// Does a number of a quotation say the quantity of the row?
fn agrees(said: &Quoted, quantity: &Quantity) -> bool {
    if let (Some(per), Some(value)) = (said.per, quantity.value()) {
        let off = (per - value).abs().checked_mul(Decimal::from(33));
        return off.is_some_and(|off| off <= value.abs());
    }
    let same =
        |value: &Decimal, own: &Decimal| value == own || !said.directed && value.abs() == own.abs();
    said.values.iter().any(|value| match (value, quantity) {
        (Quantity::One { side: said_side, value }, Quantity::One { side, value: own }) => {
            let near = *side == Side::About && side.bounds(*own).contains(*value);
            let number = same(value, own) || near;
            match !said.told && is_plain(*said_side) {
                true => number && (is_plain(*side) || !said.bare),
                false => number && is_no_surer(*side, *said_side),
            }
        }
        (Quantity::One { value, .. }, Quantity::Interval(interval)) => *value == interval.value,
        (said, own) => said.numbers() == own.numbers(),
    })
}

fn is_plain(side: Side) -> bool {
    matches!(side, Side::Exact | Side::About)
}

/// Does a row with the side say no more than words with the other?
fn is_no_surer(row: Side, words: Side) -> bool {
    let open = |side: Side| match side {
        Side::Nearly => Some(Way::Down),
        Side::JustOver => Some(Way::Up),
        other => other.open(),
    };
    match (row, words) {
        (Side::About, Side::Exact | Side::Nearly | Side::JustOver) => true,
        (row, words) if row == words => true,
        (Side::AtLeast | Side::MoreThan, words) => open(words) == Some(Way::Up),
        (Side::AtMost | Side::LessThan, words) => open(words) == Some(Way::Down),
        _ => false,
    }
}

/// Does the note name one of the two numbers?
fn is_answered(figure: &Figure, of: &Measure, said: &Quoted, quantity: &Quantity) -> bool {
    if figure.note.is_empty() {
        return false;
    }
    let wanted: Vec<Decimal> =
        said.values.iter().flat_map(Quantity::numbers).chain(quantity.numbers()).collect();
    let named = quoted(&figure.note, of);
    named
        .iter()
        .flat_map(|one| &one.values)
        .flat_map(Quantity::numbers)
        .any(|n| wanted.contains(&n))
}

/// The cells that say a quantity.
fn cells(quantity: &Quantity) -> String {
    match quantity {
        Quantity::One { side, value } => {
            format!("write the value {} with the qualifier `{}`", value.normalize(), side.word())
        }
        other => {
            let numbers = other.numbers();
            let low = numbers.iter().min().map(|number| number.normalize()).unwrap_or_default();
            let high = numbers.iter().max().map(|number| number.normalize()).unwrap_or_default();
            format!("write low {low} and high {high} with the qualifier `range`")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Nature, Per};

    const VISITS: Measure = Measure { unit: "visits", nature: Nature::Flow, per: None, base: "" };
    const CHANGE: Measure =
        Measure { unit: "percent", nature: Nature::Change, per: None, base: "" };
    const SHARE: Measure = Measure { unit: "percent", nature: Nature::Share, per: None, base: "" };
    const MONTHLY: Measure =
        Measure { unit: "images", nature: Nature::Rate, per: Some(Per::Month), base: "" };
    const WEEKLY: Measure =
        Measure { unit: "calls", nature: Nature::Rate, per: Some(Per::Week), base: "" };
    const MONEY: Measure =
        Measure { unit: "£ million", nature: Nature::Flow, per: None, base: "" };
    const PEOPLE: Measure = Measure { unit: "people", nature: Nature::Stock, per: None, base: "" };

    /// What a row says in the words of `sourceline add`, and a quotation: does it differ?
    fn differs(of: &Measure, row: &str, quotation: &str) -> bool {
        let sides = Side::ALL.into_iter().filter(|side| *side != Side::Exact);
        let found = sides.clone().find_map(|side| {
            let number = row.strip_prefix(&side.plain(""))?;
            Some(side.of(number.parse().expect("a number")))
        });
        let quantity = match (found, row.split_once(" to ")) {
            (Some(quantity), _) => quantity,
            (None, Some((low, high))) => Quantity::Range {
                low: low.parse().expect("a number"),
                high: high.parse().expect("a number"),
            },
            (None, None) => Side::Exact.of(row.parse().expect("a number")),
        };
        !says_plainly(quotation, &quantity) && nearest(&quoted(quotation, of), &quantity).is_some()
    }

    #[test]
    fn a_quotation_that_says_the_row_is_no_slip() {
        let cases = [
            (VISITS, "250", "250 visits"),
            (VISITS, "25000", "25,000 visits"),
            (VISITS, "25000", "25 000 visits"),
            (VISITS, "25000", "There were 25,000 visits in 2019, up from 24,100 in 2018"),
            (VISITS, "about 25000", "25,000 visits"),
            (VISITS, "about 25000", "nearly 25,000 visits"),
            (VISITS, "about 25000", "some 25,000 visits"),
            (VISITS, "about 25000", "25,000 or so"),
            (VISITS, "about 4400000", "4,403,657 visits"),
            (VISITS, "nearly 2500", "nearly 2,500"),
            (VISITS, "nearly 2500", "just under 2,500"),
            (VISITS, "nearly 2500", "Almost 2500 visits were made"),
            (VISITS, "just over 1600", "just over 1,600"),
            (VISITS, "more than 1600", "just over 1,600"),
            (VISITS, "less than 900", "fewer than 900"),
            (VISITS, "at most 900", "up to 900 visits a day were expected"),
            (VISITS, "at least 900", "900 or more visits"),
            (VISITS, "at least 900", "no fewer than 900"),
            (VISITS, "at least 900", "more than 900"),
            (VISITS, "more than 900", "well over 900"),
            (VISITS, "more than 20000000", "topped 20m"),
            (VISITS, "more than 900", "a crowd surpassing 900"),
            (VISITS, "13", "Thirteen of those arrested"),
            (VISITS, "12", "a dozen visits"),
            (VISITS, "1200", "twelve hundred visits"),
            (VISITS, "0", "There were no visits"),
            (VISITS, "0", "none"),
            (VISITS, "334", "risen by 10% to 334"),
            (VISITS, "400 to 450", "between 400 and 450 visits"),
            (VISITS, "550000 to 850000", "550,000-850,000"),
            (VISITS, "550000 to 850000", "550k to 850k"),
            (VISITS, "680000 to 830000", "between 680,000 [and] 830,000 adults"),
            (VISITS, "82109", "82,109 last year, seven times as many as in 2012"),
            (VISITS, "17000000", "17 million"),
            (VISITS, "about 17000000", "17 million images"),
            (VISITS, "17500000", "17.5 million"),
            (VISITS, "500000", "half a million visits"),
            (VISITS, "about 1500000", "one and a half million"),
            (VISITS, "20", "a quarter of all eighty visits, 20"),
            (PEOPLE, "about 50000", "In 2013 ... 50,000 people"),
            (PEOPLE, "80000", "an estimated 80,000 people"),
            (PEOPLE, "7000", "7,000 in 1990"),
            (CHANGE, "600", "seven-fold increase since 2013"),
            (CHANGE, "700", "increased by 700 per cent"),
            (CHANGE, "about 25", "rose by a quarter"),
            (CHANGE, "25", "rose by a quarter"),
            (CHANGE, "-12", "fell by 12%"),
            (CHANGE, "100", "doubled"),
            (CHANGE, "-30", "thirty per cent shorter"),
            (MONTHLY, "250000", "250,000 images, and a year later no more"),
            (CHANGE, "-50", "halved"),
            (SHARE, "25", "a quarter of new images"),
            (SHARE, "44", "44pc of new indecent images"),
            (SHARE, "about 33.3", "a third of pupils"),
            (MONTHLY, "250000", "half a million every two months"),
            (MONTHLY, "about 250000", "500,000 every two months"),
            (MONTHLY, "about 1000", "12,000 a year"),
            (MONTHLY, "about 1000", "1,000 arrests every month"),
            (WEEKLY, "700", "100 calls a day"),
            (MONEY, "642", "£642m"),
            (MONEY, "642", "£642 million"),
            (MONEY, "1200", "£1.2bn"),
            (MONEY, "1200", "£1,200 million a year"),
            (VISITS, "17000000", "17 Mio. Besuche"),
            (VISITS, "17000", "17 mille visites"),
            (VISITS, "900", "the highest ever figure"),
            (VISITS, "7", "a handful"),
        ];
        let wrong = cases.iter().filter(|(of, row, quotation)| differs(of, row, quotation));
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&(Measure, &str, &str)>::new());
    }

    #[test]
    fn a_quotation_that_says_something_else_is_one() {
        let cases = [
            (VISITS, "25000", "250 visits"),
            (VISITS, "82190", "82,109 visits"),
            (VISITS, "17", "17 million"),
            (VISITS, "17000", "17m visits"),
            (VISITS, "900000", "about 900"),
            (VISITS, "2500", "nearly 2,500"),
            (VISITS, "2500", "around 2500 visits"),
            (VISITS, "2500", "2,500 or so"),
            (VISITS, "2500", "2,500 visits or more"),
            (VISITS, "2500", "at least 2,500"),
            (VISITS, "at least 900", "fewer than 900"),
            (VISITS, "at least 900", "up to 900"),
            (VISITS, "at least 900", "nearly 900"),
            (VISITS, "at least 900", "900 visits"),
            (VISITS, "at most 900", "more than 900"),
            (VISITS, "about 900", "more than 900"),
            (VISITS, "about 900", "up to 900"),
            (VISITS, "just over 900", "more than 900"),
            (VISITS, "about 2500", "2,900 visits"),
            (VISITS, "12", "Thirteen of those arrested"),
            (VISITS, "400", "between 400 and 450"),
            (VISITS, "425", "between 400 and 450"),
            (VISITS, "400 to 450", "400 visits"),
            (VISITS, "400 to 450", "between 450 and 500"),
            (CHANGE, "700", "seven-fold increase"),
            (CHANGE, "12", "fell by 12%"),
            (CHANGE, "100", "halved"),
            (CHANGE, "200", "doubled"),
            (SHARE, "50", "a quarter of pupils"),
            (MONTHLY, "500000", "250,000 a month"),
            (MONTHLY, "about 500000", "half a million every two months"),
            (CHANGE, "30", "thirty per cent less"),
            (MONTHLY, "250000", "half a million a month"),
            (MONTHLY, "250000", "half a million every three months"),
            (MONEY, "642000000", "£642m"),
            (MONEY, "1.2", "£1.2bn"),
        ];
        let wrong = cases.iter().filter(|(of, row, quotation)| !differs(of, row, quotation));
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&(Measure, &str, &str)>::new());
    }
}
