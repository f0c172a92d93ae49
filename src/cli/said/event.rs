//! What options say of an event.

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::figure::{Period, Unit, Years};
use sourceline::reading::{self, Reading, Setting, Understood, period_in_words};

use super::TypedCells;

/// The cells of an event as they are typed.
#[derive(Args, Default)]
pub struct SaidEvent {
    /// As far as it is known: 2014, "December 2014", 2014-12-04; of what lasts, the first and the
    /// last: "March to July 2020", 2020-03-23/2020-07-04
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Its words on charts
    #[arg(long, value_name = "TEXT")]
    pub label: Option<String>,
    /// The id of the source that tells of it
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

impl SaidEvent {
    /// The cells in the order in which they are asked for.
    pub fn cells(&self) -> TypedCells<'_> {
        vec![
            ("date", &self.date),
            ("label", &self.label),
            ("source", &self.source),
            ("note", &self.note),
        ]
    }

    /// Words of a date; what they count from is the date of the source.
    pub fn read_date(&self, typed: &str, data: &Dataset) -> Reading<Period> {
        let source = self.source.as_deref().and_then(|id| data.find_source(id));
        read_date(typed, source.and_then(|key| data.source(key).published), data.years)
    }
}

/// A date as the file writes it, where a lone `2009-10` is a month; else in words.
pub fn read_date(text: &str, published: Option<Unit>, years: Years) -> Reading<Period> {
    if let Ok(unit) = Unit::parse(text) {
        let value = Period::of(unit);
        let words = period_in_words(value);
        return Reading::Understood(Understood { value, words, note: None });
    }
    reading::period(text, &Setting { published, years, ..Setting::default() })
}
