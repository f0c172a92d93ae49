//! `sourceline edit source`.

use clap::Args;
use sourceline::dataset::layout::SOURCES;

use super::cells::RowEdit;
use crate::cli::add::settle::find_source;
use crate::cli::add::sure::Sure;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::said::{SaidSource, date};

/// Changes a source
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now. `sourceline rename source` changes the id.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit source nca-npcc-2018-09 --accessed 2026-01-31 --dry-run")]
pub struct EditSource {
    /// The id of the source; `sourceline list sources` names them
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    #[command(flatten)]
    said: SaidSource,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditSource {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = self.said.cells();
        let edit = RowEdit {
            layout: &SOURCES,
            id: &self.id,
            typed,
            sure: &self.sure,
            dry_run: self.dry_run,
        };
        edit.run(context, &|data, column, text| match column {
            "published" | "accessed" => {
                Ok(date(Some(text))?.map_or(String::new(), |unit| unit.to_string()))
            }
            "origin" => find_source(data, text).map(|_| text.to_string()),
            _ => Ok(text.to_string()),
        })
    }
}
