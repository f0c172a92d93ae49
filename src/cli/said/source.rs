//! What options say of a source.

use clap::Args;
use sourceline::figure::{Unit, Years};
use sourceline::reading::{Reading, Setting, period};

use super::TypedCells;
use crate::cli::add::settle::{cell, choices};
use crate::cli::refusal::Unchanged;

/// The cells of a source as they are typed.
#[derive(Args, Default)]
pub struct SaidSource {
    /// Who published it, as charts name it
    #[arg(long, value_name = "TEXT")]
    pub publisher: Option<String>,
    /// The title of the article, the report, the page
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// As far as it is known: 2018, "September 2018", 2018-09-03
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// What kind of source it is
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    pub kind: Option<String>,
    /// Who wrote or said it, if that is worth telling
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// Where it appeared: a site, a series
    #[arg(long, value_name = "TEXT")]
    pub container: Option<String>,
    /// An address, http or https
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// The address of a copy in a web archive
    #[arg(long, value_name = "URL")]
    pub archive_url: Option<String>,
    /// The day on which it was read
    #[arg(long, value_name = "DATE")]
    pub accessed: Option<String>,
    /// The source that it passes on
    #[arg(long, value_name = "ID")]
    pub origin: Option<String>,
    /// The licence it states for its figures
    #[arg(long, value_name = "NAME")]
    pub licence: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

pub const KINDS: [&str; 8] =
    ["broadcast", "news", "parliament", "press_release", "report", "speech", "statistics", "web"];

impl SaidSource {
    /// The cells in the order in which they are asked for.
    pub fn cells(&self) -> TypedCells<'_> {
        vec![
            ("publisher", &self.publisher),
            ("title", &self.title),
            ("published", &self.published),
            ("kind", &self.kind),
            ("author", &self.author),
            ("container", &self.container),
            ("url", &self.url),
            ("archive_url", &self.archive_url),
            ("accessed", &self.accessed),
            ("origin", &self.origin),
            ("licence", &self.licence),
            ("note", &self.note),
        ]
    }

    /// The cells that are no dates, empty where nothing is said.
    pub fn texts(&self) -> Vec<(&'static str, String)> {
        let is_text = |column: &str| !matches!(column, "published" | "accessed");
        let texts = self.cells().into_iter().filter(|(column, _)| is_text(column));
        texts.map(|(column, text)| (column, cell(text))).collect()
    }
}

/// A date in the words of people.
pub fn date(text: Option<&str>) -> Result<Option<Unit>, Unchanged> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if let Ok(unit) = Unit::parse(text) {
        return Ok(Some(unit));
    }
    let years = Years::of_project(1);
    let setting = Setting { financial_years: Some(false), years, ..Setting::default() };
    let hint = "write a day, a month or a year: 2018-09-03, \"September 2018\", 2018";
    match period(text, &setting) {
        Reading::Understood(understood) if !understood.value.is_interval() => {
            Ok(Some(understood.value.first_unit()))
        }
        Reading::Ambiguous(ambiguous) => Err(choices(&ambiguous)),
        _ => Err(Unchanged::new(format!("`{text}` is not one date")).hint(hint)),
    }
}
