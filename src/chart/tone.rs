//! How the numbers of one series are said: with every digit, as a label or as a sentence.

use rust_decimal::Decimal;

use super::label::{LabelPart, parts};
use crate::figure::{Nature, Quantity, Side};
use crate::locale::Language;
use crate::locale::numbers::{self, Towards};

/// How the numbers of one series are said.
#[derive(Clone, Copy, Debug)]
pub struct Tone {
    language: &'static Language,
    percent: bool,
    ratio: bool,
}

impl Tone {
    pub fn of(language: &'static Language, nature: Nature) -> Tone {
        Tone { language, percent: nature.is_percent(), ratio: nature.is_ratio() }
    }

    pub fn language(self) -> &'static Language {
        self.language
    }

    /// The same without the percent sign: for percentage points.
    pub fn without_percent(self) -> Tone {
        Tone { percent: false, ..self }
    }

    /// As a label says it: `about 4.4 million`, `82,109`, `44%`.
    pub fn label(self, quantity: &Quantity, derived: bool) -> String {
        let rounded = self.rounded(quantity, derived);
        let exact =
            matches!(rounded, Quantity::One { side: Side::Exact, .. } | Quantity::Interval(_));
        self.said(&rounded, |number, towards| self.language.spoken(number, exact, towards))
    }

    /// The same in parts.
    pub fn parts(self, quantity: &Quantity, derived: bool) -> Vec<LabelPart> {
        let rounded = self.rounded(quantity, derived);
        let exact =
            matches!(rounded, Quantity::One { side: Side::Exact, .. } | Quantity::Interval(_));
        let around = self.language.around_number(&rounded, |number, towards| {
            self.with_percent(self.language.spoken(number, exact, towards))
        });
        parts(around, matches!(rounded, Quantity::Interval(_)))
    }

    /// As a sentence says it: what rounding changed is about.
    pub fn sentence(self, quantity: &Quantity, derived: bool) -> String {
        let rounded = self.rounded(quantity, derived);
        if let Quantity::One { side: Side::Exact, value: stated } = quantity
            && let Quantity::One { value: rounded, .. } = &rounded
            && (stated != rounded || !self.language.is_spoken_in_full(*rounded))
        {
            return self.label(&Side::About.of(*rounded), false);
        }
        self.label(quantity, derived)
    }

    /// With every digit; what we worked out is still rounded as the label is.
    pub fn full(self, quantity: &Quantity, derived: bool) -> String {
        self.said(&self.rounded(quantity, derived), |number, _| self.language.full(number))
    }

    /// One number as the label says it.
    pub fn number(self, number: Decimal) -> String {
        self.with_percent(self.language.spoken(number, false, Towards::Nearest))
    }

    fn said(self, quantity: &Quantity, say: impl Fn(Decimal, Towards) -> String) -> String {
        self.language.quantity(quantity, |number, towards| self.with_percent(say(number, towards)))
    }

    fn with_percent(self, number: String) -> String {
        if self.percent { self.language.small.percent(number) } else { number }
    }

    /// What we worked out: three significant digits if it is not exact, else a whole number
    /// (a percentage to one decimal, a ratio to three digits).
    pub fn rounded(self, quantity: &Quantity, derived: bool) -> Quantity {
        if !derived {
            return quantity.clone();
        }
        let exact = matches!(quantity, Quantity::One { side: Side::Exact, .. });
        let round = |number: Decimal| match exact && !self.ratio {
            true => number.round_dp(u32::from(self.percent)).normalize(),
            false => numbers::significant(number, 3, Towards::of(quantity.open())).normalize(),
        };
        quantity.map(|number| Some(round(number))).unwrap_or_else(|| quantity.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(nature: Nature, quantity: Quantity, derived: bool) -> (String, String) {
        let tone = Tone::of(&crate::locale::EN_GB, nature);
        (tone.label(&quantity, derived), tone.full(&quantity, derived))
    }

    #[test]
    fn what_we_worked_out_is_rounded_and_what_a_source_states_is_not() {
        let n = |text: &str| text.parse::<Decimal>().unwrap();
        let cases = [
            (Nature::Flow, Side::About.of(n("10263.625")), true, "about 10,300", "about 10,300"),
            (Nature::Flow, Side::Exact.of(n("82.6")), true, "83", "83"),
            (Nature::Change, Side::Exact.of(n("690.726117")), true, "690.7%", "690.7%"),
            (Nature::Share, Side::About.of(n("28.955")), true, "about 29%", "about 29%"),
            (Nature::Ratio, Side::Exact.of(n("4.3271")), true, "4.33", "4.33"),
            (Nature::Flow, Side::Exact.of(n("36210368")), false, "36.2 million", "36,210,368"),
            (
                Nature::Stock,
                Side::About.of(n("4400000")),
                false,
                "about 4.4 million",
                "about 4,400,000",
            ),
            (
                Nature::Flow,
                Side::AtLeast.of(n("20000000")),
                false,
                "at least 20 million",
                "at least 20,000,000",
            ),
        ];
        for (nature, quantity, derived, label, full) in cases {
            assert_eq!(said(nature, quantity, derived), (label.into(), full.into()));
        }
    }
}
