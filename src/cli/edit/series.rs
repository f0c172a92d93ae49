//! `sourceline edit series`.

use clap::Args;
use sourceline::dataset::layout::SERIES;

use super::cells::RowEdit;
use crate::cli::add::sure::Sure;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::said::SaidSeries;

/// Changes a series: what is counted, and every figure of it with it
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now. `sourceline rename series` changes the id.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit series nca-referrals --title \"Referrals from industry\" --dry-run")]
pub struct EditSeries {
    /// The id of the series; `sourceline list series` names them
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    #[command(flatten)]
    said: SaidSeries,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditSeries {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = self.said.cells();
        let edit = RowEdit {
            layout: &SERIES,
            id: &self.id,
            typed,
            sure: &self.sure,
            dry_run: self.dry_run,
        };
        edit.run(context, &|_, column, text| SaidSeries::read(column, text))
    }
}
