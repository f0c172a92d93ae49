//! What options say of a series.

use clap::Args;
use clap::builder::PossibleValue;
use sourceline::figure::{Nature, Per};
use sourceline::locale::EN_GB;
use sourceline::locale::dates::month_named;
use sourceline::nearest::nearest;
use sourceline::reading::nature_hint;

use super::TypedCells;
use crate::cli::one_of::AnyWord;
use crate::cli::refusal::Unchanged;

/// The cells of a series as they are typed.
#[derive(Args, Default)]
pub struct SaidSeries {
    /// Its name on charts
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// What one of them is, in the plural; percent for percentages; with its scale, as in "£ million"
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
    /// How its numbers belong to their periods; `sourceline explain nature` tells of each
    #[arg(long, value_name = "NATURE", value_parser = AnyWord(natures))]
    pub nature: Option<String>,
    /// For a rate: what it is per
    #[arg(long, value_name = "PER", value_parser = AnyWord(pers))]
    pub per: Option<String>,
    /// For a growth: what it is compared with, as in "a year earlier"; charts say it after "on"
    #[arg(long, value_name = "TEXT")]
    pub base: Option<String>,
    /// The place
    #[arg(long, value_name = "TEXT")]
    pub geography: Option<String>,
    /// Who counts them
    #[arg(long, value_name = "TEXT")]
    pub counted_by: Option<String>,
    /// What exactly is counted; shown on charts
    #[arg(long, value_name = "TEXT")]
    pub definition: Option<String>,
    /// Arithmetic over other series that works it out whole: "[series-a] / [series-b] * 1000",
    /// or index([series-a], 2019)
    #[arg(long, value_name = "FORMULA")]
    pub formula: Option<String>,
    /// The month in which its years start, where that is not the project's: September, or 9, for an
    /// academic year
    #[arg(long, value_name = "MONTH")]
    pub year_starts: Option<String>,
    /// Ids of series that it may not be compared with, with blanks between them, or * for all
    /// others; --note says why
    #[arg(long, value_name = "IDS")]
    pub not_comparable_with: Option<String>,
    /// no where its numbers may not be said per another month, quarter or year
    #[arg(long, value_name = "no")]
    pub convertible: Option<String>,
    /// What it may not be compared with, and why
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

impl SaidSeries {
    /// The cells in the order in which they are asked for.
    pub fn cells(&self) -> TypedCells<'_> {
        vec![
            ("title", &self.title),
            ("unit", &self.unit),
            ("nature", &self.nature),
            ("per", &self.per),
            ("base", &self.base),
            ("geography", &self.geography),
            ("counted_by", &self.counted_by),
            ("definition", &self.definition),
            ("formula", &self.formula),
            ("year_starts", &self.year_starts),
            ("not_comparable_with", &self.not_comparable_with),
            ("convertible", &self.convertible),
            ("note", &self.note),
        ]
    }

    /// What the file is to say in a column of which this was typed.
    pub fn read(column: &str, text: &str) -> Result<String, Unchanged> {
        let no = |hint: String| Unchanged::new(format!("`{text}` is no {column}")).hint(hint);
        match column {
            "nature" if Nature::parse(text).is_none() => Err(no(nature_hint(text))),
            "per" if Per::parse(text).is_none() => {
                let known = Per::ALL.map(Per::word);
                Err(no(match nearest(text, known) {
                    Some(near) => format!("write {near}"),
                    None => format!("write {}", EN_GB.choice(&known)),
                }))
            }
            "year_starts" => {
                let number = || text.parse().ok().filter(|month| (1..=12).contains(month));
                match month_named(&text.to_lowercase()).or_else(number) {
                    Some(month) => Ok(month.to_string()),
                    None => Err(Unchanged::new(format!(
                        "`{text}` is no month, so it is not known when its years start"
                    ))
                    .hint("write the month or its number, as in September or 9")),
                }
            }
            "convertible" if text != "no" => {
                Err(Unchanged::new(format!("`{text}` is neither no nor nothing"))
                    .hint("write no, or \"\" where its numbers may be converted"))
            }
            _ => Ok(text.to_string()),
        }
    }
}

fn natures() -> Vec<PossibleValue> {
    let told = |nature: Nature| PossibleValue::new(nature.word()).help(nature.about());
    Nature::ALL.map(told).to_vec()
}

fn pers() -> Vec<PossibleValue> {
    Per::ALL.map(|per| PossibleValue::new(per.word())).to_vec()
}
