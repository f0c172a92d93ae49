#![forbid(unsafe_code)]
//! The command `sourceline`: all it does is in [`cli`].

mod cli;
#[cfg(feature = "page")]
mod page;

fn main() -> std::process::ExitCode {
    cli::main()
}
