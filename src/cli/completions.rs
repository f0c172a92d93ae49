//! `sourceline completions`: a script for the shell.

use clap::{Args, Command};
use clap_complete::Shell;

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;

/// Prints a script that lets a shell complete commands, options and ids
///
/// In bash, fish and zsh the ids of series, sources, figures, events and charts of the project that
/// one is in are completed, too.
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
        let mut command = shown((context.command_line)());
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "sourceline", &mut script);
        let script = with_ids(self.shell, &String::from_utf8_lossy(&script));
        context.out.say(format_args!("{script}"));
        Ok(Exit::Fine)
    }
}

/// Without the commands that nobody types; a script would tell them.
fn shown(all: Command) -> Command {
    let commands = all.get_subcommands().filter(|command| !command.is_hide_set());
    Command::new("sourceline")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .args(all.get_arguments().cloned())
        .subcommands(commands.cloned())
}

/// The script, which asks `sourceline complete` for ids before all else.
fn with_ids(shell: Shell, script: &str) -> String {
    match shell {
        Shell::Bash => {
            script.replace("complete -F _sourceline ", "complete -F _sourceline_or_ids ").replace(
                "\nif [[ \"${BASH_VERSINFO[0]}\"",
                &format!("\n{BASH}\nif [[ \"${{BASH_VERSINFO[0]}}\""),
            )
        }
        // The file is the function `_sourceline`, and defines itself anew when it is first called.
        Shell::Zsh => script.replacen("\n_sourceline() {", "\n_sourceline_words() {", 1).replacen(
            "\nif [ \"$funcstack[1]\"",
            &format!("\n{ZSH}\nif [ \"$funcstack[1]\""),
            1,
        ),
        Shell::Fish => format!("{script}{FISH}"),
        _ => script.to_string(),
    }
}

const BASH: &str = r#"_sourceline_or_ids() {
    local ids
    ids=$(sourceline complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ -n "$ids" ]]; then
        local word="${COMP_WORDS[COMP_CWORD]}"
        if [[ "$word" == "=" ]]; then word=""; fi
        COMPREPLY=($(compgen -W "$ids" -- "$word"))
    else
        _sourceline "$@"
    fi
}
"#;

const ZSH: &str = r#"_sourceline() {
    local -a ids
    ids=(${(f)"$(sourceline complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    if (( $#ids )); then
        compadd -a ids
    else
        _sourceline_words "$@"
    fi
}
"#;

const FISH: &str = r#"
function __sourceline_ids
    set -l words (commandline -opc) (commandline -ct)
    sourceline complete -- $words[2..-1] 2>/dev/null
end
complete -c sourceline -n 'set -l ids (__sourceline_ids); test -n "$ids"' -f -a '(__sourceline_ids)'
"#;
