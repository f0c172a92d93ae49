//! A number said per another stretch of time: a rate per another, a count as the average over its
//! period. Only where the spec asks for it, and always told.

use rust_decimal::Decimal;

use crate::figure::{Frequency, Per, Quantity, Side, Span};
use crate::locale::Language;

/// How the numbers of a series are said per a stretch of time that is not their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A rate per another stretch.
    Rate {
        /// What it is stated per.
        from: Per,
        /// What it is said per.
        to: Per,
    },
    /// A count as the average over its period.
    Average {
        /// What it is said per.
        to: Per,
        /// Divided by the months of its period, which are whole in every one; else by its days.
        by_months: bool,
    },
}

impl Conversion {
    /// The average of counts over these periods: one way of counting for all of them.
    pub fn average(to: Per, mut spans: impl Iterator<Item = Span>) -> Conversion {
        Conversion::Average {
            to,
            by_months: to != Per::Week && spans.all(|span| covered(span).is_some()),
        }
    }

    /// What the numbers are per, converted.
    pub fn to(self) -> Per {
        match self {
            Conversion::Rate { to, .. } | Conversion::Average { to, .. } => to,
        }
    }

    /// The quantity of a period per the other stretch; `None` if it has more digits than a decimal
    /// holds. An exact number that does not come out whole is only about right.
    pub fn apply(self, quantity: &Quantity, span: Span) -> Option<Quantity> {
        let (times, over) = match self {
            Conversion::Rate { from, to } if from == Per::Week || to == Per::Week => {
                (days(to), days(from))
            }
            Conversion::Rate { from, to } => (months(to), months(from)),
            Conversion::Average { to, by_months } => match covered(span).filter(|_| by_months) {
                Some(covered) => (months(to), covered),
                None => (days(to), Decimal::from(span.days())),
            },
        };
        let converted = quantity.map(|number| number.checked_mul(times)?.checked_div(over))?;
        Some(match converted {
            Quantity::One { side: Side::Exact, value } => match value.fract().is_zero() {
                true => Side::Exact.of(value.normalize()),
                false => Side::About.of(value),
            },
            other => other,
        })
    }

    /// `times 12`, `counting 30.4375 days to a month`; of averages `each count divided by the months
    /// of its period`.
    pub fn arithmetic(self, language: &Language) -> String {
        let says = &language.answers;
        match self {
            Conversion::Rate { from, to } => rate(language, from, to),
            Conversion::Average { to, by_months: false } => says.over_days(language.full(days(to))),
            Conversion::Average { to: Per::Quarter, .. } => says.over_quarters().to_string(),
            Conversion::Average { to: Per::Year, .. } => says.over_years().to_string(),
            Conversion::Average { .. } => says.over_months().to_string(),
        }
    }
}

fn rate(language: &Language, from: Per, to: Per) -> String {
    let says = &language.answers;
    if from == Per::Week || to == Per::Week {
        let other = if from == Per::Week { to } else { from };
        let days = language.full(days(other));
        return match other {
            Per::Week | Per::Month => says.days_to_a_month(days),
            Per::Quarter => says.days_to_a_quarter(days),
            Per::Year => says.days_to_a_year(days),
        };
    }
    let (from, to) = (months(from), months(to));
    match to > from {
        true => says.multiplied(language.full((to / from).normalize())),
        false => says.divided(language.full((from / to).normalize())),
    }
}

/// The stretch that people would choose for averages over each of the periods; none of these is
/// shorter, or the average would speak of days that nobody counted. `None` where one is shorter than
/// a week.
pub fn usual_per(spans: impl Iterator<Item = Span> + Clone) -> Option<Per> {
    let reaches = |per: &Per| spans.clone().all(|span| reaches(span, *per));
    [Per::Year, Per::Month, Per::Week].into_iter().find(reaches)
}

/// Is the period as long as the stretch? Four weeks pass for a month, and 52 for a year.
pub fn reaches(span: Span, per: Per) -> bool {
    let whole = per != Per::Week && covered(span).is_some_and(|covered| covered >= months(per));
    whole || Decimal::from(span.days()) * Decimal::TEN >= days(per) * Decimal::from(9)
}

/// How many months a period has, where it has whole ones.
fn covered(span: Span) -> Option<Decimal> {
    match Frequency::of(span) {
        Frequency::Months { months, .. } => Some(Decimal::from(months)),
        Frequency::Days { .. } => None,
    }
}

fn months(per: Per) -> Decimal {
    Decimal::from(match per {
        Per::Quarter => 3,
        Per::Year => 12,
        Per::Week | Per::Month => 1,
    })
}

/// A year of 365.25 days.
fn days(per: Per) -> Decimal {
    match per {
        Per::Week => Decimal::from(7),
        Per::Month => Decimal::new(304375, 4),
        Per::Quarter => Decimal::new(913125, 4),
        Per::Year => Decimal::new(36525, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Period;

    fn span(text: &str) -> Span {
        Period::parse(text).expect(text).span()
    }

    #[test]
    fn a_rate_is_converted_by_months_or_by_days() {
        let n = |number: i64| Side::Exact.of(Decimal::from(number));
        let to = |from, to, number| {
            Conversion::Rate { from, to }.apply(&n(number), span("2020")).unwrap().to_string()
        };
        assert_eq!(to(Per::Month, Per::Year, 850), "10200");
        assert_eq!(to(Per::Year, Per::Quarter, 12), "3");
        assert!(to(Per::Year, Per::Month, 100).starts_with("about 8.33"));
        assert_eq!(to(Per::Week, Per::Month, 1600), "about 6957.1428571428571428571428571");
        let said = |from, to| Conversion::Rate { from, to }.arithmetic(&crate::locale::EN_GB);
        assert_eq!(said(Per::Month, Per::Year), "times 12");
        assert_eq!(said(Per::Year, Per::Quarter), "divided by 4");
        assert_eq!(said(Per::Week, Per::Month), "counting 30.4375 days to a month");
    }

    #[test]
    fn a_count_becomes_the_average_over_its_period_with_both_of_its_ends() {
        let n = Decimal::from;
        let to = |per, quantity: Quantity, period| {
            let span = span(period);
            let average = Conversion::average(per, std::iter::once(span));
            average.apply(&quantity, span).unwrap().to_string()
        };
        assert_eq!(to(Per::Month, Side::Exact.of(n(1200)), "2019"), "100");
        assert_eq!(to(Per::Month, Side::Exact.of(n(2400)), "2020/2021"), "100");
        assert_eq!(to(Per::Month, Side::Exact.of(n(1200)), "2018-04-06/2019-04-05"), "100");
        assert_eq!(to(Per::Quarter, Side::Exact.of(n(600)), "2022-01/2022-06"), "300");
        assert!(to(Per::Month, Side::Exact.of(n(1000)), "2019").starts_with("about 83.33"));
        assert_eq!(to(Per::Month, Side::AtLeast.of(n(2400)), "2020/2021"), "at least 100");
        assert_eq!(to(Per::Month, Side::About.of(n(2400)), "2020/2021"), "about 100");
        assert_eq!(to(Per::Week, Side::Exact.of(n(730)), "2019"), "14");
        assert_eq!(to(Per::Month, Side::Exact.of(n(28)), "2020-01-06/2020-02-02"), "about 30.4375");
        let range = Quantity::Range { low: n(180), high: n(270) };
        assert_eq!(to(Per::Month, range, "2019-01/2019-09"), "between 20 and 30");
        let interval =
            crate::figure::Interval { value: n(24), low: n(12), high: n(36), about: false };
        let interval = Quantity::Interval(Box::new(interval));
        assert_eq!(to(Per::Month, interval, "2019"), "2 (1 to 3)");
    }

    #[test]
    fn an_average_is_per_no_longer_a_stretch_than_was_counted() {
        for (texts, usual) in [
            ("2019 2020/2021", Some(Per::Year)),
            ("2019 2022-01/2022-06", Some(Per::Month)),
            ("2019 2020-02", Some(Per::Month)),
            ("2019 2020-01-06/2020-02-02", Some(Per::Month)),
            ("2020-01-06/2020-01-19 2019", Some(Per::Week)),
            ("2020-01-06 2019", None),
            ("2019-01-07/2020-01-05", Some(Per::Year)),
        ] {
            let spans: Vec<Span> = texts.split(' ').map(span).collect();
            assert_eq!(usual_per(spans.iter().copied()), usual, "{texts}");
        }
    }

    #[test]
    fn all_averages_of_a_series_are_worked_out_in_one_way() {
        let spans = ["2021-02-01/2021-02-28", "2021-03-01/2021-03-28"].map(span);
        let average = Conversion::average(Per::Month, spans.into_iter());
        let of = |span| average.apply(&Side::Exact.of(Decimal::from(28)), span).unwrap();
        assert_eq!(of(spans[0]), of(spans[1]));
        let said = |per, text| {
            Conversion::average(per, std::iter::once(span(text))).arithmetic(&crate::locale::EN_GB)
        };
        assert_eq!(said(Per::Month, "2020"), "each count divided by the months of its period");
        assert_eq!(said(Per::Year, "2020/2021"), "each count divided by the years of its period");
        assert_eq!(
            said(Per::Week, "2020"),
            "each count divided by the days of its period, times 7"
        );
    }
}
