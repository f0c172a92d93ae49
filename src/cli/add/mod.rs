//! `sourceline add`: a figure in one line or in a dialogue, and what it needs to stand on.

pub mod chart;
pub mod dialogue;
pub mod entry;
pub mod event;
pub mod exactness;
pub mod figure;
pub mod joins;
pub mod series;
pub mod settle;
pub mod source;
pub mod sure;

use clap::{Args, Subcommand};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;

/// Adds a figure; or a source, a series, an event, a chart
///
/// Value and period are written as people write them: "about 20m", "between 500,000 and 850,000",
/// "a quarter"; 2009/10, "year ending March 2013", "last year". What was understood is said back,
/// what is ambiguous is asked. VALUE as the source words it is kept as its words. Without a series a dialogue asks for everything. Only one line is
/// written; every other byte of the file stays as it is.
#[derive(Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  sourceline add\n  \
        sourceline add nca-referrals 2017 82,109 --source nca-npcc-2018-09 --stated \"82,109 referrals\"\n  \
        sourceline add ncmec-reports 2010 \"223,000\" --about --source ncmec-cy2023\n  \
        sourceline add threat-range \"May 2021\" \"550k-850k\" --source independent-2021-05-25 --dry-run\n  \
        sourceline add source --from-bibtex refs.bib"
)]
pub struct Add {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    figure: figure::AddFigure,
}

#[derive(Subcommand)]
enum What {
    Source(source::AddSource),
    Series(series::AddSeries),
    Event(event::AddEvent),
    Chart(chart::AddChart),
}

impl Add {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        match self.what {
            Some(What::Source(command)) => command.run(context),
            Some(What::Series(command)) => command.run(context),
            Some(What::Event(command)) => command.run(context),
            Some(What::Chart(command)) => command.run(context),
            None if self.figure.is_complete() => self.figure.run(context),
            None => dialogue::run(&self.figure, context),
        }
    }
}
