//! `sourceline quote`: a number for a sentence, with who said it.

use clap::Args;
use sourceline::chart;

use super::as_of::{AsOfDay, in_order_as_of};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;

/// Says a figure as a chart would, with its source
///
/// The functions are those of a chart's words: latest, first, value, times, change, difference
/// and sources.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline quote 'latest(\"caid-images\")'\n  sourceline quote 'times(\"nca-referrals\", \"2012\", \"2017\")'\n  sourceline quote 'latest(\"caid-images\")' --as-of 2019-06-30"
)]
pub struct Quote {
    /// What to work out
    #[arg(value_name = "EXPRESSION")]
    expression: String,
    #[command(flatten)]
    as_of: AsOfDay,
}

impl Quote {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order_as_of(context, &self.as_of, |_, data, context| {
            match chart::quote(&self.expression, data) {
                Ok(quote) => {
                    context.out.say(format_args!("{}\n", quote.with_sources()));
                    Ok(Exit::Fine)
                }
                Err(reason) => Err(Unchanged::new(reason.message).hint(reason.hint).into()),
            }
        })
    }
}
