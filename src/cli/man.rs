//! `sourceline man`: the manual, on one page.

use clap::{Arg, Args, Command};
use clap_mangen::Man as Page;

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;

/// Prints the manual page
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline man > sourceline.1\n  sourceline man | man -l -")]
pub struct Man {}

impl Man {
    /// Of the whole command line.
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        context.out.say(format_args!("{}", page((context.command_line)())));
        Ok(Exit::Fine)
    }
}

fn page(mut command: Command) -> String {
    command.build();
    let page = Page::new(command.clone());
    let mut text = section(&page, Page::render_title);
    let parts = [
        Page::render_name_section as RenderSection,
        Page::render_synopsis_section,
        Page::render_description_section,
        Page::render_options_section,
        Page::render_extra_section,
    ];
    text.extend(parts.map(|part| section(&page, part)));
    text = text.replace(".SH EXTRA", ".SH \"EXIT STATUS\"");
    let commands = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let commands = commands.filter(|sub| sub.get_name() != "help");
    commands.for_each(|sub| text += &about(sub));
    text
}

/// One command: what a page of its own would say, a step further in.
fn about(command: &Command) -> String {
    // What may be said to every command has been told once.
    let told = |arg: Arg| arg.clone().hide(arg.is_global_set() || arg.get_id() == "help");
    let page = Page::new(command.clone().mut_args(told));
    let parts = [
        Page::render_synopsis_section as RenderSection,
        Page::render_description_section,
        Page::render_options_section,
        Page::render_extra_section,
    ];
    let text: String = parts.map(|part| section(&page, part)).concat();
    let text = text.replace(".SH EXTRA", ".SH EXAMPLES").replace("\nExamples:", "\n");
    format!(".SH \"sourceline {}\"\n{}", command.get_name(), text.replace(".SH ", ".SS "))
}

type RenderSection = fn(&Page, &mut dyn std::io::Write) -> std::io::Result<()>;

fn section(page: &Page, render: RenderSection) -> String {
    let mut bytes = Vec::new();
    render(page, &mut bytes).expect("a vector takes every byte");
    String::from_utf8_lossy(&bytes).into_owned()
}
