//! `sourceline edit series`.

use clap::Args;
use sourceline::dataset::layout::SERIES;
use sourceline::figure::{Nature, Per};

use super::cells::RowEdit;
use crate::cli::add::series::in_help;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Changes a series: what is counted, and every figure of it with it
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now. `sourceline rename series` changes the id.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit series nca-referrals --title \"Referrals from industry\" --dry-run")]
pub struct EditSeries {
    /// The id of the series; `sourceline list series` names them
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "TEXT")]
    unit: Option<String>,
    #[arg(long, value_name = "NATURE", value_parser = Nature::ALL.map(in_help))]
    nature: Option<String>,
    /// For a rate: what it is per; nothing for any other
    #[arg(long, value_name = "PER")]
    per: Option<String>,
    /// For a growth: what it is compared with
    #[arg(long, value_name = "TEXT")]
    base: Option<String>,
    #[arg(long, value_name = "TEXT")]
    geography: Option<String>,
    #[arg(long, value_name = "TEXT")]
    counted_by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    #[arg(long, value_name = "FORMULA")]
    formula: Option<String>,
    /// The month in which its years start, 1 to 12
    #[arg(long, value_name = "MONTH")]
    year_starts: Option<String>,
    /// Ids of series that it may not be compared with, or * for all others; the note says why
    #[arg(long, value_name = "IDS")]
    not_comparable_with: Option<String>,
    /// no where its numbers may not be said per another month, quarter or year
    #[arg(long, value_name = "no")]
    convertible: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditSeries {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = vec![
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
        ];
        let edit = RowEdit { layout: &SERIES, id: &self.id, typed, dry_run: self.dry_run };
        edit.run(context, &|_, column, text| {
            let known: Vec<&str> = match column {
                "nature" => Nature::ALL.map(Nature::word).to_vec(),
                "per" => Per::ALL.map(Per::word).to_vec(),
                "convertible" if text != "no" => {
                    let message = format!("`{text}` is neither no nor nothing");
                    let hint = "write no, or \"\" where its numbers may be converted";
                    return Err(Unchanged::new(message).hint(hint));
                }
                _ => return Ok(text.to_string()),
            };
            match known.contains(&text) {
                true => Ok(text.to_string()),
                false => Err(Unchanged::new(format!("`{text}` is no {column}"))
                    .hint(format!("write {}", sourceline::locale::EN_GB.choice(&known)))),
            }
        })
    }
}
