//! What a chart knows of its series, for the judge of what its author types.

use std::fmt;

use rust_decimal::Decimal;

use crate::chart::tone::Tone;
use crate::figure::{
    Day, FigureKey, MONTHS, Nature, Per, Quantity, SourceKey, Span, Status, UnitForm,
};

/// A series of the chart, with what is drawn of it.
#[derive(Clone, Debug)]
pub struct Counted {
    pub id: String,
    pub form: UnitForm,
    pub nature: Nature,
    /// What a rate is per.
    pub per: Option<Per>,
    /// The sources of all that is said of what is drawn of it.
    pub sources: Vec<SourceKey>,
    /// The panel it is drawn in.
    pub panel: usize,
    /// The words of its unit, without those that say what it is per.
    pub units: Vec<String>,
    /// The words of its title and its name.
    pub called: Vec<String>,
    /// Other words for what its title says, until it is known who else is called so.
    pub also: Vec<&'static str>,
    /// The words of its title alone.
    pub titled: Vec<String>,
    /// What exactly is counted, as its row says it.
    pub definition: String,
    /// Where it was counted.
    pub place: String,
    /// Of a balance, the words that only one or the other side of its title has.
    pub balance: Option<(Vec<String>, Vec<String>)>,
    /// In time.
    pub told: Vec<DrawnFigure>,
    /// The days that breaks lie before.
    pub breaks: Vec<Day>,
    /// The series that it may not be compared with.
    pub apart: Vec<String>,
}

/// A number as the chart says it. Only what is wrong is told, so that hardly any is put into words.
#[derive(Clone, Debug)]
pub struct AsSaid {
    pub tone: Tone,
    pub quantity: Quantity,
    /// It was worked out.
    pub derived: bool,
    pub status: Status,
}

impl fmt::Display for AsSaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.tone.sentence(&self.quantity, self.derived);
        f.write_str(&self.tone.language().with_caveat(number, &[self.status]))
    }
}

/// One figure that is drawn.
#[derive(Clone, Debug)]
pub struct DrawnFigure {
    /// The row that it stands in, or was worked out from.
    pub key: Option<FigureKey>,
    /// As a function takes it: `2009-04/2010-03`.
    pub period: String,
    /// The same in words.
    pub called: String,
    pub span: Span,
    /// As stated and, where it is told in fewer digits, so.
    pub quantities: Vec<Quantity>,
    /// As the chart says it.
    pub said: AsSaid,
    pub status: Status,
    /// Those who counted it and those who said it.
    pub sayers: Vec<String>,
    /// The percents that its note says.
    pub noted: Vec<Decimal>,
    /// What others say of the same, and who.
    pub rivals: Vec<Rival>,
}

/// What another source says of a figure that is drawn.
#[derive(Clone, Debug)]
pub struct Rival {
    pub quantity: Quantity,
    pub sayers: Vec<String>,
}

/// So few days apart two years start alike.
const NEAR: i32 = 45;

/// The fewest days that a year of any kind has.
const YEAR: i32 = 350;

impl Counted {
    /// What was counted, in time: no target, and no forecast unless it is asked for.
    pub fn counted(&self, forecasts: bool) -> impl Iterator<Item = &DrawnFigure> {
        let real = move |told: &&DrawnFigure| {
            !told.status.is_target() && (forecasts || !told.status.is_forecast())
        };
        self.told.iter().filter(real)
    }

    /// Does a break lie between two figures?
    pub fn broken(&self, from: &DrawnFigure, to: &DrawnFigure) -> bool {
        let between = |day: &&Day| from.span.start < **day && **day <= to.span.start;
        self.breaks.iter().find(between).is_some()
    }

    /// Is this a word for what it counts?
    pub fn is_counted_in(&self, word: &str) -> bool {
        self.units.iter().any(|unit| crate::reading::same_noun(unit, word))
    }

    /// Is this a word for it?
    pub fn is_named(&self, word: &str) -> bool {
        let balance = self.nature == Nature::Net
            && (word == "balance" || crate::reading::side_of_a_balance(word).is_some());
        balance || self.is_counted_in(word) || self.is_called(word)
    }

    /// Is this a word of its title or name?
    pub fn is_called(&self, word: &str) -> bool {
        same_word(&self.called, word)
    }
}

/// Is a word one of these, in whatever form?
pub fn same_word(all: &[String], word: &str) -> bool {
    // Words for one thing begin with one letter.
    let first = word.bytes().next();
    let mut alike = all.iter().filter(|own| own.bytes().next() == first).peekable();
    alike.peek().is_some() && {
        let word = stem(word);
        alike.any(|own| stem(own) == word)
    }
}

/// `recycled` and `recycling`, `lent` and `loans` are words for one thing.
fn stem(word: &str) -> &str {
    let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
    const IRREGULAR: [&[&str]; 25] = [
        &["lend", "lends", "lent", "lending", "loan", "loans", "loaned"],
        &["use", "uses", "used", "user", "users", "using"],
        &["spend", "spends", "spent", "spending"],
        &["sell", "sells", "sold", "sale", "sales", "selling"],
        &["buy", "buys", "bought", "buying"],
        &["die", "dies", "died", "dying", "death", "deaths"],
        &["birth", "births", "born"],
        &["pay", "pays", "paid", "paying", "payment", "payments"],
        &["build", "builds", "built", "building", "buildings"],
        &["drive", "drives", "drove", "driven", "driving", "driver", "drivers"],
        &["leave", "leaves", "left", "leaving", "leaver", "leavers"],
        &["teach", "teaches", "taught", "teaching", "teacher", "teachers"],
        &["visit", "visits", "visited", "visiting", "visitor", "visitors"],
        &["admit", "admits", "admitted", "admitting", "admission", "admissions"],
        &["refer", "refers", "referred", "referring", "referral", "referrals"],
        &["arrive", "arrives", "arrived", "arriving", "arrival", "arrivals"],
        &["depart", "departs", "departed", "departing", "departure", "departures"],
        &["complain", "complains", "complained", "complaining", "complaint", "complaints"],
        &["marry", "marries", "married", "marrying", "marriage", "marriages"],
        &["apply", "applies", "applied", "applying", "application", "applications"],
        &["donate", "donates", "donated", "donating", "donation", "donations", "donor", "donors"],
        &["burgle", "burgled", "burglary", "burglaries"],
        &["rob", "robbed", "robbery", "robberies"],
        &["steal", "stole", "stolen", "theft", "thefts"],
        &["see", "saw", "seen"],
    ];
    if let Some(forms) = IRREGULAR.iter().find(|forms| forms.contains(&word)) {
        return forms[0];
    }
    // `cancellations` were cancelled, `inspections` inspected
    let nouns = ["ations", "ation", "ions", "ion"];
    let mut noun = nouns.iter().filter_map(|ending| word.strip_suffix(ending));
    if let Some(stem) = noun.find(|stem| stem.len() > 5) {
        return stem;
    }
    let endings = ["ings", "ing", "ers", "ed", "es", "er", "s", "e"];
    let mut cut = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    cut.find(|stem| stem.len() > 3).unwrap_or(word)
}

impl DrawnFigure {
    /// The number it is compared by: of a range none.
    pub fn value(&self) -> Option<rust_decimal::Decimal> {
        self.quantities.first().and_then(Quantity::value)
    }

    /// May one of these have said it? Where nobody is named, anybody may.
    pub fn is_said_by(&self, names: &[&str]) -> bool {
        names.is_empty() || names.iter().any(|name| self.sayers.iter().any(|own| own == name))
    }

    /// Must this be said of it?
    pub fn has(&self, caveat: crate::reading::SaidCaveat) -> bool {
        use crate::reading::SaidCaveat;
        match caveat {
            SaidCaveat::Target => self.status.is_target(),
            SaidCaveat::Forecast => self.status.is_forecast(),
            SaidCaveat::Provisional => self.status.is_provisional(),
            _ => true,
        }
    }

    /// Does it lie within these days, or do they lie within it?
    pub fn meets(&self, days: (Day, Day)) -> bool {
        let far = (self.span.start.number() - days.0.number()).abs() > NEAR;
        let first = (days.0.month(), days.0.day_of_month()) == (1, 1);
        let year = |days: i32| (YEAR..2 * YEAR).contains(&days);
        // a calendar year is no part of `2024/25`
        let other =
            far && !first && year(self.span.days()) && year(days.1.number() - days.0.number() + 1);
        !other && self.span.start <= days.1 && days.0 <= self.span.end
    }
}

/// Something that happened, as the data says it.
#[derive(Clone, Debug)]
pub struct Happened {
    /// The words that say what, made short.
    pub words: Vec<String>,
    /// When; a break may be dated in its note as well.
    pub spans: Vec<Span>,
}

impl Happened {
    /// An event by its label, or a break by its reason.
    pub fn of(label: &str, spans: Vec<Span>) -> Happened {
        let words = crate::reading::sentence(label).words.into_iter().map(|word| word.text);
        let words =
            words.filter(|word| is_telling(word)).map(|word| without_plural(&word)).collect();
        Happened { words, spans }
    }
}

/// Is it a word that says what happened, and no date?
fn is_telling(word: &str) -> bool {
    word.len() > 3
        && word.chars().all(char::is_alphabetic)
        && !MONTHS.contains(&word)
        && !crate::reading::begins(word)
        && !matches!(word, "from" | "with" | "that" | "this" | "were" | "have" | "until")
}

/// `round` and `rounds` are one word.
pub fn without_plural(word: &str) -> String {
    word.strip_suffix('s').unwrap_or(word).to_string()
}
