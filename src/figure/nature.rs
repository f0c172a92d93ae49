//! How a number belongs to its period. All that another room asks of a nature stands in this file,
//! but for what a rate is per.

use super::unit_form::UnitForm;

/// What others ask of a nature.
struct NatureFacts {
    word: &'static str,
    about: &'static str,
    example: &'static str,
    tie: Tie,
    numbers: Numbers,
    below_zero: bool,
}

/// How the numbers of a series are tied to days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// True at a date, so that nothing is missing between two.
    Date,
    /// Counted over all days of the period; of a longer one there are more.
    Sum,
    /// Of a shorter stretch than the period, on average.
    Average,
    /// Of the period as a whole, and no greater for a longer one.
    Whole,
    /// From the first to the last unit of the period.
    Step,
}

/// What the numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Counts,
    /// Percent of a whole.
    Shares,
    /// Percent of what was before.
    Changes,
    Ratios,
}

/// The one list of natures.
macro_rules! natures {
    ($($(#[$doc:meta])* $name:ident: $word:literal, $about:literal, $example:literal, $tie:ident, $numbers:ident,
        $below_zero:literal;)*) => {
        /// How a number belongs to its period.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Nature { $($(#[$doc])* $name,)* }

        impl Nature {
            /// In the order in which messages list them.
            pub const ALL: [Nature; [$($word),*].len()] = [$(Nature::$name),*];

            fn facts(self) -> NatureFacts {
                match self {
                    $(Nature::$name => NatureFacts {
                        word: $word,
                        about: $about,
                        example: $example,
                        tie: Tie::$tie,
                        numbers: Numbers::$numbers,
                        below_zero: $below_zero,
                    },)*
                }
            }
        }
    };
}

// Its word, what it is, an example, how it is tied to days, what its numbers are, may they be below zero?
natures! {
    /// A level at a date.
    Stock: "stock", "a level at a date",
        "85,100 people in prison on 31 March 2020", Date, Counts, false;
    /// A count over the whole period.
    Flow: "flow", "a count over the whole period",
        "192 arrests in 2012/13", Sum, Counts, false;
    /// An average per week, month, quarter or year, quoted around the period.
    Rate: "rate", "an average per week, month, quarter or year",
        "about 800 arrests a month in spring 2020", Average, Counts, false;
    /// Percent of a whole.
    Share: "share", "percent of a whole",
        "44% of images", Whole, Shares, false;
    /// Percent from the first to the last unit of the interval as written.
    Change: "change", "percent from the first to the last unit of the interval",
        "700% more referrals in 2017 than in 2012", Step, Changes, true;
    /// Neither count nor percent: never summed or converted.
    Ratio: "ratio", "neither count nor percent",
        "2.1 per 1,000 children; a mean, a price, an index, a balance at a date", Whole, Ratios, true;
    /// A count or an amount that may be below zero, over the whole period: net migration, a balance.
    Net: "net", "a count or amount over the whole period that may be below zero",
        "exports less imports in 2020: −£340 million", Sum, Counts, true;
    /// A published rate of change in percent, dated to its own period, on a stated base.
    Growth: "growth", "a published rate of change in percent, on a stated base",
        "inflation of 3.2% in March 2020 on a year earlier", Whole, Changes, true;
}

impl Nature {
    /// The word in the `nature` column.
    pub fn word(self) -> &'static str {
        self.facts().word
    }

    /// May its numbers be parts that add up to a whole: shares, and counts that are not below zero?
    pub fn has_parts(self) -> bool {
        let facts = self.facts();
        let parts = matches!(facts.numbers, Numbers::Counts | Numbers::Shares);
        parts && !facts.below_zero && facts.tie != Tie::Average
    }

    /// What a series of it is called: `a net amount`.
    pub fn noun(self) -> &'static str {
        match self {
            Nature::Net => "net amount",
            other => other.word(),
        }
    }

    /// What it is, for help and questions.
    pub fn about(self) -> &'static str {
        self.facts().about
    }

    /// A figure of it.
    pub fn example(self) -> &'static str {
        self.facts().example
    }

    /// The nature of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|nature| nature.word() == word)
    }

    /// How its numbers are tied to days.
    pub fn tie(self) -> Tie {
        self.facts().tie
    }

    /// Would a day that two periods share be told twice?
    pub fn tells_days_once(self) -> bool {
        matches!(self.tie(), Tie::Date | Tie::Sum)
    }

    /// May a number be below zero?
    pub fn may_be_negative(self) -> bool {
        self.facts().below_zero
    }

    /// Are its numbers counts, where decimals are unlikely?
    pub fn is_counted(self) -> bool {
        self.facts().numbers == Numbers::Counts
    }

    /// Are its numbers percent?
    pub fn is_percent(self) -> bool {
        matches!(self.facts().numbers, Numbers::Shares | Numbers::Changes)
    }

    /// Are its numbers themselves changes, which change by percentage points?
    pub fn tells_changes(self) -> bool {
        self.facts().numbers == Numbers::Changes
    }

    /// Does it say on what base its changes are? A step has it in its period.
    pub fn has_base(self) -> bool {
        self.tells_changes() && self.tie() != Tie::Step
    }

    /// The units that it takes; `None` where any unit but these will do.
    pub fn percent_units(self) -> Option<&'static [UnitForm]> {
        match self.facts().numbers {
            Numbers::Counts | Numbers::Ratios => None,
            Numbers::Shares => Some(&[UnitForm::PERCENT]),
            Numbers::Changes => Some(&[UnitForm::PERCENT, UnitForm::POINTS]),
        }
    }

    /// Are its numbers neither counts nor percent, so that each of their digits tells?
    pub fn is_ratio(self) -> bool {
        self.facts().numbers == Numbers::Ratios
    }
}
