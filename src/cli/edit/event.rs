//! `sourceline edit event`.

use clap::Args;
use sourceline::dataset::layout::EVENTS;
use sourceline::reading::Reading;

use super::cells::RowEdit;
use crate::cli::add::event::read_date;
use crate::cli::add::settle::{choices, find_source};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Changes an event
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit event caid-live --date \"11 December 2014\" --dry-run")]
pub struct EditEvent {
    /// The id of the event, as in data/events.csv
    #[arg(value_name = "ID")]
    id: String,
    /// As far as it is known: 2014, "December 2014", 2014-12-04; of what lasts, the first and the
    /// last
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Its words on charts
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// The id of the source that tells of it
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditEvent {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = vec![
            ("date", &self.date),
            ("label", &self.label),
            ("source", &self.source),
            ("note", &self.note),
        ];
        let edit = RowEdit { layout: &EVENTS, id: &self.id, typed, dry_run: self.dry_run };
        edit.run(context, &|data, column, text| match column {
            "date" => match read_date(text, None, data.years) {
                Reading::Understood(understood) => Ok(understood.value.as_date()),
                Reading::Ambiguous(ambiguous) => Err(choices(&ambiguous)),
                Reading::Refused(refused) => Err(Unchanged::from(refused)),
            },
            "source" => find_source(data, text).map(|_| text.to_string()),
            _ => Ok(text.to_string()),
        })
    }
}
