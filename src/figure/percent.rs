//! The units of percentages. What is a share or a change has one of these and no other, so that
//! nothing else is ever said with the sign.

/// A unit whose numbers are percent, or differences of such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentUnit {
    /// Of a whole, or of what it was before.
    Percent,
    /// The difference of two percentages.
    Points,
}

impl PercentUnit {
    /// The unit as a cell writes it; `None` for any other.
    pub fn parse(unit: &str) -> Option<PercentUnit> {
        let is = |known: &str| unit.trim().eq_ignore_ascii_case(known);
        match unit.trim() {
            _ if is("percent") || is("%") => Some(PercentUnit::Percent),
            _ if is("percentage points") => Some(PercentUnit::Points),
            _ => None,
        }
    }

    /// What other words for a percentage were likely meant to be.
    pub fn likely(unit: &str) -> Option<PercentUnit> {
        let unit = unit.to_lowercase().replace("per cent", "percent");
        let mut words = unit.split(|letter: char| !letter.is_alphanumeric() && letter != '%');
        let points = ["pp", "ppt", "ppts", "points"];
        match words.any(|word| points.contains(&word)) || unit.contains("percentage point") {
            true => Some(PercentUnit::Points),
            false => ["percent", "%", "pct"]
                .iter()
                .any(|sign| unit.contains(sign))
                .then_some(PercentUnit::Percent),
        }
    }

    /// As a cell writes it.
    pub fn word(self) -> &'static str {
        match self {
            PercentUnit::Percent => "percent",
            PercentUnit::Points => "percentage points",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PercentUnit::{self, Percent, Points};

    #[test]
    fn what_a_unit_says_and_what_it_was_likely_meant_to_say() {
        let cases = [
            ("percent", Some(Percent), Some(Percent)),
            ("%", Some(Percent), Some(Percent)),
            ("Percentage points", Some(Points), Some(Points)),
            ("per cent", None, Some(Percent)),
            ("% of households", None, Some(Percent)),
            ("percentage", None, Some(Percent)),
            ("pp", None, Some(Points)),
            ("percentage point", None, Some(Points)),
            ("£ million", None, None),
            ("apples", None, None),
        ];
        for (unit, read, likely) in cases {
            assert_eq!(
                (PercentUnit::parse(unit), PercentUnit::likely(unit)),
                (read, likely),
                "{unit}"
            );
        }
        for unit in [Percent, Points] {
            assert_eq!(PercentUnit::parse(unit.word()), Some(unit));
        }
    }
}
