//! How the numbers of one series are said: with every digit, as a label or as a sentence.

use rust_decimal::Decimal;

use super::label::{LabelPart, parts};
use crate::figure::{Nature, Quantity, Series, Side, Tie, UnitForm, UnitSign};
use crate::locale::Language;
use crate::locale::numbers::{self, Towards};

/// How the numbers of one series are said.
#[derive(Clone, Copy, Debug)]
pub struct Tone {
    language: &'static Language,
    form: UnitForm,
    ratio: bool,
}

impl Tone {
    pub fn of(language: &'static Language, series: &Series) -> Tone {
        Tone::new(language, series.nature, series.form)
    }

    pub fn new(language: &'static Language, nature: Nature, form: UnitForm) -> Tone {
        let ratio = nature.is_ratio() || nature.tie() == Tie::Average;
        Tone { language, form, ratio }
    }

    pub fn language(self) -> &'static Language {
        self.language
    }

    /// What differences are said in: of percentages in percentage points.
    pub fn of_differences(self) -> Tone {
        match self.form.is_percent() {
            true => Tone { form: UnitForm::POINTS, ..self },
            false => self,
        }
    }

    /// As a label says it: `about 4.4 million`, `82,109`, `44%`, `£642 million`.
    pub fn label(self, quantity: &Quantity, derived: bool) -> String {
        let rounded = self.rounded(quantity, derived);
        let say = self.spoken_as(&rounded);
        self.language.quantity(&rounded, say)
    }

    /// The same in parts.
    pub fn parts(self, quantity: &Quantity, derived: bool) -> Vec<LabelPart> {
        let rounded = self.rounded(quantity, derived);
        let around = self.language.around_number(&rounded, self.spoken_as(&rounded));
        parts(around, matches!(rounded, Quantity::Interval(_)))
    }

    /// As a sentence says it: what rounding changed is about.
    pub fn sentence(self, quantity: &Quantity, derived: bool) -> String {
        let rounded = self.rounded(quantity, derived);
        if let Quantity::One { side: Side::Exact, value: stated } = quantity
            && let Quantity::One { value: rounded, .. } = &rounded
            && (stated != rounded || !self.says_in_full(*rounded))
        {
            return self.label(&Side::About.of(*rounded), false);
        }
        self.label(quantity, derived)
    }

    /// Does a label say every digit of an exact number?
    pub fn says_in_full(self, number: Decimal) -> bool {
        self.spoken(number, true, Towards::Nearest) == self.language.full_in(self.form, number)
    }

    /// With every digit; what we worked out is still rounded as the label is.
    pub fn full(self, quantity: &Quantity, derived: bool) -> String {
        let rounded = self.rounded(quantity, derived);
        self.language.quantity(&rounded, |number, _| self.language.full_in(self.form, number))
    }

    /// One number as the label says it.
    pub fn number(self, number: Decimal) -> String {
        self.spoken(number, false, Towards::Nearest)
    }

    fn spoken(self, number: Decimal, exact: bool, towards: Towards) -> String {
        self.language.spoken_in(self.form, number, exact, towards)
    }

    fn spoken_as(self, quantity: &Quantity) -> impl Fn(Decimal, Towards) -> String + use<> {
        let exact =
            matches!(quantity, Quantity::One { side: Side::Exact, .. } | Quantity::Interval(_));
        move |number, towards| self.spoken(number, exact, towards)
    }

    /// What we worked out: three significant digits if it is not exact, else a whole number
    /// (a percentage to one decimal, a ratio, a rate and what is below ten to three digits, money to its pence; of thousands or
    /// millions three digits at least).
    pub fn rounded(self, quantity: &Quantity, derived: bool) -> Quantity {
        if !derived {
            return quantity.clone();
        }
        let exact = matches!(quantity, Quantity::One { side: Side::Exact, .. });
        let round = |number: Decimal| match exact {
            true => match self.decimals(number) {
                Some(decimals) => number.round_dp(decimals).normalize(),
                None => numbers::significant(number, 3, Towards::Nearest).normalize(),
            },
            false => numbers::significant(number, 3, Towards::of(quantity.open())).normalize(),
        };
        quantity.map(|number| Some(round(number))).unwrap_or_else(|| quantity.clone())
    }

    /// To how many decimals an exact number that we worked out is told; none where it is told to
    /// three digits.
    fn decimals(self, number: Decimal) -> Option<u32> {
        let size = number.abs();
        match (self.form.sign, self.form.scale) {
            (Some(UnitSign::Percent | UnitSign::Points), _) => Some(1),
            (_, Some(_)) => (size >= Decimal::ONE_HUNDRED).then_some(0),
            (Some(UnitSign::Money { .. }), None)
                if self.ratio && size >= Decimal::ONE && size < Decimal::ONE_HUNDRED =>
            {
                Some(2)
            }
            // A rate of 0.44 is not nothing.
            _ => (!self.ratio && size >= Decimal::TEN).then_some(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(nature: Nature, quantity: Quantity, derived: bool) -> (String, String) {
        let form = if nature.is_percent() { UnitForm::PERCENT } else { UnitForm::default() };
        let tone = Tone::new(&crate::locale::EN_GB, nature, form);
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
            (Nature::Rate, Side::Exact.of(n("0.44073")), true, "0.441", "0.441"),
            (Nature::Rate, Side::Exact.of(n("15.2371")), true, "15.2", "15.2"),
            (Nature::Flow, Side::Exact.of(n("0.7221")), true, "0.722", "0.722"),
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
