//! Which periods lie within others.

use super::day::Span;

/// Each period that lies within a longer one, by its place, after the one of these that starts last:
/// `(outer, inner)`, in no more steps than sorting takes. In the order of the outer ones.
pub fn nested(spans: &[Span]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|at| (spans[*at].start, std::cmp::Reverse(spans[*at].end)));
    let mut pairs = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for inner in order {
        // one that ends before this starts inside it holds nothing that this does not hold, too
        while open.last().is_some_and(|outer| spans[*outer].end < spans[inner].end) {
            open.pop();
        }
        let outer = open.iter().rev().find(|outer| spans[**outer] != spans[inner]);
        pairs.extend(outer.map(|outer| (*outer, inner)));
        open.push(inner);
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Period;
    use proptest::prelude::*;

    #[test]
    fn a_period_lies_within_the_nearest_that_holds_it() {
        for (texts, expected) in [
            ("2020-03-31 2020", "2020>2020-03-31"),
            ("2020 2020-Q1 2020-03-31", "2020>2020-Q1 2020-Q1>2020-03-31"),
            ("2020 2020-03-31 2020-12-31", "2020>2020-03-31 2020>2020-12-31"),
            ("2020 2021 2020-07/2021-06 2021-03", "2021>2021-03"),
            ("2020 2020-01/2020-12", ""),
            ("2020-01 2020", "2020>2020-01"),
            ("2019 2020-03-31", ""),
        ] {
            let texts: Vec<&str> = texts.split(' ').collect();
            let span = |text: &&str| Period::parse(text).expect(text).span();
            let spans: Vec<Span> = texts.iter().map(span).collect();
            let pairs = nested(&spans).into_iter();
            let said = pairs.map(|(outer, inner)| format!("{}>{}", texts[outer], texts[inner]));
            assert_eq!(said.collect::<Vec<String>>().join(" "), expected);
        }
    }

    proptest! {
        #[test]
        fn whatever_lies_within_another_is_found(all in prop::collection::vec((0i32..40, 1i32..20), 0..12)) {
            let day = |number| crate::figure::Day::from_number(700_000 + number).unwrap();
            let span = |(start, days): (i32, i32)| Span { start: day(start), end: day(start + days - 1) };
            let spans: Vec<Span> = all.into_iter().map(span).collect();
            let holds = |outer: Span, inner: Span| {
                outer != inner && outer.start <= inner.start && inner.end <= outer.end
            };
            let pairs = nested(&spans);
            for (outer, inner) in &pairs {
                prop_assert!(holds(spans[*outer], spans[*inner]));
            }
            for (at, inner) in spans.iter().enumerate() {
                let held = spans.iter().filter(|outer| holds(**outer, *inner));
                let held = held.max_by_key(|outer| (outer.start, std::cmp::Reverse(outer.end)));
                let found = pairs.iter().find(|(_, inner)| *inner == at);
                prop_assert_eq!(held.copied(), found.map(|(outer, _)| spans[*outer]));
            }
        }
    }
}
