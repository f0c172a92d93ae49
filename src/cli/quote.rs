//! `sourceline quote`: a number for a sentence, with who said it.

use clap::Args;
use sourceline::chart;

use super::context::{Context, in_order};
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;

/// Says a figure as a chart would, with its source
///
/// The functions are those of a chart's words: latest, first, value, times, change, difference
/// and sources.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline quote 'latest(\"caid-images\")'\n  sourceline quote 'times(\"nca-referrals\", \"2012\", \"2017\")'"
)]
pub struct Quote {
    /// What to work out
    #[arg(value_name = "EXPRESSION")]
    expression: String,
}

impl Quote {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |_, data, context| match chart::quote(&self.expression, data) {
            Ok(quote) => {
                context.out.say(format_args!("{}\n", quote.with_sources()));
                Ok(Exit::Fine)
            }
            Err(reason) => Err(Unchanged::new(reason.message).hint(reason.hint).into()),
        })
    }
}
