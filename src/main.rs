#![forbid(unsafe_code)]
//! The command `sourceline`: all it does is in [`cli`].

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
