//! `sourceline completions`: a script for the shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::failure::Failure;
use super::{Context, Exit, Typed};

/// Prints a script that lets a shell complete commands and options
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline completions bash > ~/.local/share/bash-completion/completions/sourceline\n  sourceline completions fish > ~/.config/fish/completions/sourceline.fish"
)]
pub struct Completions {
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Typed::command(), "sourceline", &mut script);
        context.out.say(format_args!("{}", String::from_utf8_lossy(&script)));
        Ok(Exit::Fine)
    }
}
