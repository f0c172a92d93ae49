//! How sure a number is, where that is said beside it and not in its words: `58,000`, and exact.

use super::own_words::says_exactly;
use super::{Ambiguous, Choice, Measure, Reading, Refusal, Understood, quantity_in_words};
use crate::figure::{Interval, Quantity, Side};

/// What is left of the meanings of a text once it is said that its number is precise, or rounded.
/// `side` is [`Side::Exact`] or [`Side::About`].
pub fn told_beside(
    typed: &str,
    reading: Reading<Quantity>,
    side: Side,
    of: &Measure,
) -> Reading<Quantity> {
    let sure = |value: &Quantity| told(typed, value, side);
    match reading {
        Reading::Refused(_) => reading,
        Reading::Understood(Understood { value, words, note }) => match sure(&value) {
            Some(value) => {
                let words = quantity_in_words(&value, of);
                Reading::Understood(Understood { value, words, note })
            }
            None => contradicted(typed, &words, side),
        },
        Reading::Ambiguous(Ambiguous { question, choices }) => {
            let labels: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
            let mut left: Vec<Choice<Quantity>> = Vec::new();
            for choice in choices {
                let value = sure(&choice.value);
                let new = value.filter(|value| left.iter().all(|one| one.value != *value));
                left.extend(new.map(|value| {
                    let label = quantity_in_words(&value, of);
                    Choice { value, write: label.clone(), label }
                }));
            }
            match left.len() {
                0 => contradicted(typed, &labels.join(" or "), side),
                1 => {
                    let Choice { value, label, .. } = left.remove(0);
                    Reading::Understood(Understood { value, words: label, note: None })
                }
                _ => Reading::Ambiguous(Ambiguous { question, choices: left }),
            }
        }
    }
}

/// Is all that a text leaves open whether its number is precise or rounded?
pub fn is_about_rounding(ambiguous: &Ambiguous<Quantity>) -> bool {
    let one = |side: Side| {
        move |choice: &Choice<Quantity>| match choice.value {
            Quantity::One { side: own, value } if own == side => Some(value),
            _ => None,
        }
    };
    match &ambiguous.choices[..] {
        [first, second] => {
            let exact = one(Side::Exact)(first);
            exact.is_some() && exact == one(Side::About)(second)
        }
        _ => false,
    }
}

/// The quantity with that said of it, unless its own words say otherwise.
fn told(typed: &str, value: &Quantity, side: Side) -> Option<Quantity> {
    match (value, side) {
        (Quantity::One { side: own, .. }, _) if *own == side => Some(value.clone()),
        (Quantity::One { side: Side::Exact, value }, Side::About) if !says_exactly(typed) => {
            Some(Side::About.of(*value))
        }
        (Quantity::Interval(interval), Side::About) => {
            Some(Quantity::Interval(Box::new(Interval { about: true, ..**interval })))
        }
        (Quantity::Interval(interval), _) => (!interval.about).then(|| value.clone()),
        (Quantity::Range { .. }, Side::Exact) => Some(value.clone()),
        _ => None,
    }
}

fn contradicted(typed: &str, words: &str, side: Side) -> Reading<Quantity> {
    let beside = if side == Side::Exact { "precise" } else { "rounded" };
    let typed = typed.trim();
    Reading::Refused(Refusal::new(
        format!("`{typed}` means {words}, and beside it stands that it is {beside}"),
        "say how sure it is once: in the words, or beside the number",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Nature;
    use crate::reading::{Measure, quantity};

    fn told(typed: &str, side: Side) -> String {
        let of = Measure { unit: "cases", nature: Nature::Flow, per: None, base: "" };
        match told_beside(typed, quantity(typed, &of), side, &of) {
            Reading::Understood(understood) => {
                assert_eq!(understood.words, quantity_in_words(&understood.value, &of));
                understood.words
            }
            Reading::Ambiguous(ambiguous) => format!("{} meanings", ambiguous.choices.len()),
            Reading::Refused(refusal) => format!("refused: {}", refusal.reason),
        }
    }

    #[test]
    fn a_bare_number_is_as_sure_as_is_said_beside_it() {
        for (typed, exact, about) in [
            ("58,000", "exactly 58,000", "about 58,000"),
            ("3.3 million", "exactly 3,300,000", "about 3,300,000"),
            ("1 million", "exactly 1,000,000", "about 1,000,000"),
            ("58,123", "58,123", "about 58,123"),
            ("7", "7", "about 7"),
            ("600 (500 to 700)", "600 (500 to 700)", "about 600 (500 to 700)"),
        ] {
            assert_eq!(told(typed, Side::Exact), exact);
            assert_eq!(told(typed, Side::About), about);
        }
    }

    #[test]
    fn what_its_own_words_say_is_not_said_otherwise() {
        for (typed, side) in [
            ("about 300", Side::Exact),
            ("exactly 300", Side::About),
            ("precisely 58,000", Side::About),
            ("at least 300", Side::Exact),
            ("at least 300", Side::About),
            ("nearly 300", Side::About),
            ("400 to 450", Side::About),
        ] {
            let told = told(typed, side);
            assert!(told.starts_with("refused: `"), "{typed}: {told}");
        }
        assert_eq!(told("about 300", Side::About), "about 300");
        assert_eq!(told("exactly 58,000", Side::Exact), "exactly 58,000");
        assert_eq!(told("400 to 450", Side::Exact), "between 400 and 450");
        assert!(told("dozens", Side::About).starts_with("refused: `dozens` gives no number"));
    }
}
