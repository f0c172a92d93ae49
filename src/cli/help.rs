//! `sourceline help`: a command, or a topic in the words of README.md and data/README.md.

use clap::{Args, Command};
use sourceline::nearest::likely;

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::manual::{DATA, README, section};
use super::plain::plain;

/// Explains a command, or a topic
///
/// The topics are chart, figures, series, sources, kinds, events, periods, quantities, words, tables and limits.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline help add source\n  sourceline help periods\n  sourceline help chart"
)]
pub struct Help {
    /// The words of a command, or a topic
    #[arg(value_name = "COMMAND or TOPIC")]
    words: Vec<String>,
}

/// What each topic is cut from: a text, and a heading in it.
type Sections = &'static [(&'static str, &'static str)];

const TOPICS: [(&str, Sections); 11] = [
    ("chart", &[(README, "Describe a chart")]),
    ("figures", &[(DATA, "Adding a figure"), (DATA, "figures.csv")]),
    ("series", &[(DATA, "series.csv")]),
    ("sources", &[(DATA, "sources.csv")]),
    ("kinds", &[(DATA, "Kinds of sources in other formats")]),
    ("events", &[(DATA, "events.csv")]),
    ("periods", &[(DATA, "Period"), (DATA, "How years are called")]),
    ("quantities", &[(DATA, "Quantity"), (DATA, "Status")]),
    ("words", &[(README, "Words that are worked out")]),
    ("tables", &[(README, "Import a table")]),
    ("limits", &[(README, "Limits")]),
];

/// What `help` explains beside commands.
pub fn topics() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|(topic, _)| *topic)
}

/// Lines that are longer are hard to read.
const WIDEST: usize = 80;

impl Help {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let mut root = (context.command_line)();
        root.build();
        if let [word] = &self.words[..]
            && let Some((_, sections)) = TOPICS.iter().find(|(topic, _)| topic == word)
        {
            let columns = context.out.width().unwrap_or(WIDEST).min(WIDEST);
            let text: String =
                sections.iter().map(|(text, heading)| section(text, heading)).collect();
            let said = plain(&text, columns, |heading| context.out.bold(heading));
            context.out.say(format_args!("{said}"));
            return Ok(Exit::Fine);
        }
        let mut command = &mut root;
        for word in &self.words {
            let known: Vec<String> =
                command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
            if !known.contains(word) {
                return Err(unknown(word, &known, self.words.len() == 1));
            }
            command = command.find_subcommand_mut(word).expect("it is known");
        }
        say(command, context);
        Ok(Exit::Fine)
    }
}

fn say(command: &mut Command, context: &mut Context) {
    let help = command.render_long_help();
    match context.out.is_styled() {
        true => context.out.say(format_args!("{}", help.ansi())),
        false => context.out.say(format_args!("{help}")),
    }
}

fn unknown(word: &str, commands: &[String], or_topic: bool) -> Failure {
    let topics = TOPICS.iter().map(|(topic, _)| *topic).filter(|_| or_topic);
    let known = commands.iter().map(String::as_str).chain(topics);
    let known: Vec<(&str, String)> = known.map(|name| (name, String::new())).collect();
    Failure::Unknown {
        what: if or_topic { "command or topic" } else { "command" },
        name: word.to_string(),
        likely: likely(word, known).into_iter().map(String::from).collect(),
        list: "sourceline help",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_there_and_fits_into_eighty_columns() {
        for (topic, sections) in TOPICS {
            for (text, heading) in sections {
                let said = plain(section(text, heading), 80, str::to_string);
                assert!(said.lines().count() > 5, "{topic}");
                // What is shown as code stays as it is.
                let wide = |line: &&str| line.chars().count() > 80 && !line.starts_with("    ");
                assert_eq!(said.lines().find(wide), None, "{topic}");
                assert!(!said.contains("|---") && !said.contains("**"), "{topic}: {said}");
            }
        }
    }
}
