//! Two numbers set against each other: how many times, what change, what difference.

use rust_decimal::Decimal;

use super::known::{KnownNumber, KnownSeries};
use super::no_answer::{NoAnswer, no_answer};
use crate::chart::tone::Tone;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{Frequency, Period, Quantity, Sequence, Side, Sided, Tie};
use crate::locale::numbers::{self, Towards};
use crate::locale::{EN_GB, Language};

/// The answer of `times`, `change`, `rise`, `fall` or `difference` between two numbers of a series.
pub fn compare(
    language: &'static Language,
    function: &str,
    column: &KnownSeries,
    from: &KnownNumber,
    to: &KnownNumber,
) -> Result<String, NoAnswer> {
    in_order(function, column, from, to)?;
    comparable(function, column, from, to)?;
    let number = |known: &KnownNumber| match Sided::of(&known.quantity) {
        Some(found) => Ok(found),
        None => no_answer(
            format!(
                "the figure for {} is a range, which has no one value",
                in_words(column, known)
            ),
            "say both ends, as {{ value(\"series\", \"period\") }} does",
        ),
    };
    let (base, reached) = (number(from)?, number(to)?);
    let both_ways = || {
        no_answer(
            format!(
                "{} and {} are two bounds, so nobody knows which way it went",
                EN_GB.quantity(&from.quantity, |number, _| EN_GB.full(number)),
                EN_GB.quantity(&to.quantity, |number, _| EN_GB.full(number)),
            ),
            "compare figures that are exact, or about",
        )
    };
    if function == "difference" {
        let difference = in_range(reached.minus(base))?;
        let Some(side) = difference.side else { return both_ways() };
        let tone = Tone::new(language, column.nature, column.form).of_differences();
        let derived = from.derived || to.derived;
        let said = difference_said(tone, difference.number, side, derived);
        return Ok(language.averaged(said, from.averaged));
    }
    if let Some(why) = no_quotient(function, column, base.number, reached.number) {
        return no_answer(why, called("difference", column, from, to));
    }
    let quotient = in_range(reached.over(base))?;
    let Some(side) = quotient.side else { return both_ways() };
    let quotient = quotient.number;
    if function == "times" {
        let mut rounded = numbers::significant(quotient, 2, Towards::of(side.open())).normalize();
        if rounded != quotient && rounded.mantissa().unsigned_abs() < 10 {
            // `about 3.0 times`: the second figure is told also where it is nothing.
            rounded.rescale(rounded.scale() + 1);
        }
        let said = qualified(side, rounded, quotient);
        let said = language.quantity(&said, |number, _| language.full(number));
        return Ok(language.answers.times(said));
    }
    let percent = in_range(
        quotient.checked_sub(Decimal::ONE).and_then(|n| n.checked_mul(Decimal::ONE_HUNDRED)),
    )?;
    if matches!(function, "rise" | "fall") {
        return moved(language, function, column, (from, to), side.of(percent));
    }
    let rounded =
        percent.round_dp_with_strategy(0, Towards::of(side.open()).strategy()).normalize();
    let said = qualified(side, rounded, percent);
    Ok(language.quantity(&said, |number, _| language.small.percent(language.full(number))))
}

/// The answer of `rise` or `fall`: `up 12%`, `down about 12%`.
fn moved(
    language: &'static Language,
    function: &str,
    column: &KnownSeries,
    (from, to): (&KnownNumber, &KnownNumber),
    change: Quantity,
) -> Result<String, NoAnswer> {
    let Quantity::One { side, value: percent } = change else {
        return in_range(None);
    };
    let rose = percent > Decimal::ZERO;
    let ends = || {
        let said = |known: &KnownNumber| EN_GB.quantity(&known.quantity, |n, _| EN_GB.full(n));
        format!(
            "`{}` went from {} ({}) to {} ({})",
            column.id,
            said(from),
            in_words(column, from),
            said(to),
            in_words(column, to)
        )
    };
    let unsure = match side {
        Side::LessThan | Side::AtMost => rose,
        Side::MoreThan | Side::AtLeast => !rose,
        _ => false,
    };
    if unsure {
        let message = format!("{}, so nobody knows which way it went", ends());
        return no_answer(message, "say both figures, with value()");
    }
    if percent.is_zero() {
        let message = format!("{}, which is no {function}", ends());
        return no_answer(message, "say that it did not change");
    }
    if rose != (function == "rise") {
        let other = if rose { "rise" } else { "fall" };
        let message = format!("{}, which is no {function} but a {other}", ends());
        return no_answer(message, called(other, column, from, to));
    }
    // at most 5% below zero is down at least 5%
    let (side, size) = (if rose { side } else { side.flipped() }, percent.abs());
    let towards = Towards::of(side.open());
    let mut rounded = size.round_dp_with_strategy(0, towards.strategy()).normalize();
    if rounded.is_zero() {
        rounded = numbers::significant(size, 1, towards).normalize();
    }
    let said = qualified(side, rounded, size);
    let said = language.quantity(&said, |number, _| language.small.percent(language.full(number)));
    Ok(if rose { language.answers.up(said) } else { language.answers.down(said) })
}

/// Backwards in time, `times` and `change` of a fall would say that it grew.
fn in_order(
    function: &str,
    column: &KnownSeries,
    from: &KnownNumber,
    to: &KnownNumber,
) -> Result<(), NoAnswer> {
    if from.period.span() == to.period.span() {
        return no_answer(
            format!("{} is set against itself", in_words(column, from)),
            "name two periods",
        );
    }
    let told = match function {
        "times" | "change" => to.quantity.value() > from.quantity.value(),
        _ => true,
    };
    if !told || from.period.span() <= to.period.span() {
        return Ok(());
    }
    let rose = from.quantity.value() > to.quantity.value();
    let forwards = match function {
        "rise" | "fall" if rose => "rise",
        "rise" | "fall" => "fall",
        _ => function,
    };
    no_answer(
        format!(
            "{} lies before {}, so {function} would tell what happened backwards",
            in_words(column, to),
            in_words(column, from)
        ),
        called(forwards, column, to, from),
    )
}

/// A call to write instead.
fn called(function: &str, column: &KnownSeries, from: &KnownNumber, to: &KnownNumber) -> String {
    let (id, from, to) = (&column.id, from.period, to.period);
    format!("write {{{{ {function}(\"{id}\", \"{from}\", \"{to}\") }}}}")
}

/// Why the numbers of a series have no `times` or `change`, only a difference.
fn no_quotient(
    function: &str,
    column: &KnownSeries,
    base: Decimal,
    reached: Decimal,
) -> Option<String> {
    let percentage = column.nature.is_percent() || column.form.is_percent();
    if !column.form.has_true_zero() {
        Some(format!("{function} of a temperature depends on where its scale begins"))
    } else if column.nature.tells_changes() {
        let nature = column.nature.word();
        Some(format!(
            "`{}` is a {nature}, and {function} of it would be a change of changes",
            column.id
        ))
    } else if function != "times" && percentage {
        let id = &column.id;
        Some(format!(
            "`{id}` is in percent, and its change in percent would be taken for percentage points"
        ))
    } else if base <= Decimal::ZERO || reached < Decimal::ZERO {
        Some(format!(
            "{function} needs numbers above zero, and `{}` goes from {} to {}",
            column.id,
            EN_GB.full(base),
            EN_GB.full(reached)
        ))
    } else {
        None
    }
}

/// Not across a break, no month against a year, and nothing that shares days with the other.
fn comparable(
    function: &str,
    column: &KnownSeries,
    from: &KnownNumber,
    to: &KnownNumber,
) -> Result<(), NoAnswer> {
    let (first, last) = match from.period.span() <= to.period.span() {
        true => (from.period.span(), to.period.span()),
        false => (to.period.span(), from.period.span()),
    };
    let between = column.breaks.iter().find(|(day, _)| first.start < *day && *day <= last.start);
    if let Some((_, reason)) = between {
        let reason = reason.trim_end_matches('.');
        return no_answer(
            format!(
                "a break lies between {} and {}: {reason}",
                in_words(column, from),
                in_words(column, to)
            ),
            "compare figures on one side of the break",
        );
    }
    let tie = column.nature.tie();
    let of_days = matches!(tie, Tie::Sum | Tie::Average | Tie::Whole);
    let sequence = column.naming.sequence;
    // what was counted between the ends of two running totals
    let between = matches!(sequence, Sequence::Running(_)) && tie == Tie::Sum;
    if of_days && first != last && first.overlaps(last) && !(between && function == "difference") {
        let message = format!(
            "{} and {} share days, and to set one against the other would hide what they share",
            in_words(column, from),
            in_words(column, to)
        );
        let call = match between {
            true => Some(("difference", from.period, to.period)),
            false => apart(column, from, to).map(|(from, to)| (function, from, to)),
        };
        return no_answer(
            message,
            match call {
                Some((function, from, to)) => {
                    format!("write {{{{ {function}(\"{}\", \"{from}\", \"{to}\") }}}}", column.id)
                }
                None => "compare figures that share no days".to_string(),
            },
        );
    }
    let windows = matches!(sequence, Sequence::Rolling { .. });
    let alike = match tie {
        Tie::Sum if !windows && !between => Frequency::shared([first, last]).is_some(),
        _ => between || first_of_another_length([first, last]).is_none(),
    };
    if !alike && matches!(tie, Tie::Average | Tie::Whole) {
        return no_answer(
            format!(
                "{} and {} are periods of different length, and what is true of a short one swings more than what is true of a long one",
                in_words(column, from),
                in_words(column, to)
            ),
            "compare figures over periods of one length",
        );
    }
    if tie == Tie::Sum && !alike {
        return no_answer(
            format!(
                "{} and {} are periods of different kind",
                in_words(column, from),
                in_words(column, to)
            ),
            "compare counts over the same kind of period",
        );
    }
    if from.averaged != to.averaged {
        return no_answer(
            format!(
                "the chart draws a count for {} and an average for {}, or the other way round",
                in_words(column, from),
                in_words(column, to)
            ),
            "compare what is drawn in one panel",
        );
    }
    Ok(())
}

/// The two periods nearest to these that share no days and are as long as each other: the later
/// one stays, or the earlier.
fn apart(column: &KnownSeries, from: &KnownNumber, to: &KnownNumber) -> Option<(Period, Period)> {
    let forward = from.period.span() <= to.period.span();
    let (early, late) = if forward { (from.period, to.period) } else { (to.period, from.period) };
    let fits = |one: &Period, other: Period| {
        !one.span().overlaps(other.span())
            && first_of_another_length([one.span(), other.span()]).is_none()
    };
    let known = || column.known.iter().map(|known| known.period);
    let before = known().rfind(|one| one.span() < late.span() && fits(one, late));
    let after = || known().find(|one| early.span() < one.span() && fits(one, early));
    let (early, late) = before.map(|before| (before, late)).or_else(|| Some((early, after()?)))?;
    Some(if forward { (early, late) } else { (late, early) })
}

/// A period of the data in the words of a message.
fn in_words(column: &KnownSeries, known: &KnownNumber) -> String {
    EN_GB.period(known.period, column.naming)
}

fn in_range<N>(number: Option<N>) -> Result<N, NoAnswer> {
    match number {
        Some(number) => Ok(number),
        None => no_answer("the result has too many digits", "compare other figures"),
    }
}

/// A result with its qualifier; what rounding changed is about.
fn qualified(side: Side, rounded: Decimal, result: Decimal) -> Quantity {
    let side = if side == Side::Exact && rounded != result { Side::About } else { side };
    side.of(rounded)
}

fn difference_said(tone: Tone, difference: Decimal, side: Side, derived: bool) -> String {
    let rounded = tone.rounded(&side.of(difference), derived);
    let value = rounded.value().unwrap_or(difference);
    let side = match side == Side::Exact && (value != difference || !tone.says_in_full(value)) {
        true => Side::About,
        false => side,
    };
    tone.label(&side.of(value), false)
}
