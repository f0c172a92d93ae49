//! `sourceline completions`: a script for the shell.

use clap::Args;
use clap_complete::Shell;

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;

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
    /// Of the whole command line.
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let mut command = (context.command_line)();
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "sourceline", &mut script);
        context.out.say(format_args!("{}", String::from_utf8_lossy(&script)));
        Ok(Exit::Fine)
    }
}
