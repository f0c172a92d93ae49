//! `sourceline edit event`.

use clap::Args;
use sourceline::dataset::layout::EVENTS;
use sourceline::reading::Reading;

use super::cells::RowEdit;
use crate::cli::add::settle::{choices, find_source};
use crate::cli::add::sure::Sure;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::said::SaidEvent;

/// Changes an event
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit event caid-live --date \"11 December 2014\" --dry-run")]
pub struct EditEvent {
    /// The id of the event, as in data/events.csv
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    #[command(flatten)]
    said: SaidEvent,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditEvent {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = self.said.cells();
        let edit = RowEdit {
            layout: &EVENTS,
            id: &self.id,
            typed,
            sure: &self.sure,
            dry_run: self.dry_run,
        };
        edit.run(context, &|data, column, text| match column {
            "date" => match self.said.read_date(text, data) {
                Reading::Understood(understood) => Ok(understood.value.as_date()),
                Reading::Ambiguous(ambiguous) => Err(choices(&ambiguous)),
                Reading::Refused(refused) => Err(Unchanged::from(refused)),
            },
            "source" => find_source(data, text).map(|_| text.to_string()),
            _ => Ok(text.to_string()),
        })
    }
}
