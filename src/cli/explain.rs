//! `sourceline explain`: what a rule asks for, with an example of the mistake.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Args, Command, error::Error};
use serde_json::json;
use sourceline::figure::{Nature, Status};
use sourceline::nearest::nearest;
use sourceline::problem::{Level, Part, Rule};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::screen::{Screen, wrap};
use super::table::{Listing, TableFormat};

/// Explains a rule that a message names, with an example; or lists all of them
///
/// A rule is what stands in brackets after `error` or `advice`. `nature` and `status` tell of each word
/// and letter, and so does the name of a nature.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline explain unknown-source\n  sourceline explain")]
pub struct Explain {
    /// Its name; without it, all of them are listed
    #[arg(value_name = "RULE", value_parser = RuleName, hide_possible_values = true)]
    rule: Option<String>,
}

/// Any word, so that a wrong one is answered as other names are; a shell completes the known ones.
#[derive(Clone)]
struct RuleName;

impl TypedValueParser for RuleName {
    type Value = String;

    fn parse_ref(
        &self,
        _: &Command,
        _: Option<&clap::Arg>,
        typed: &OsStr,
    ) -> Result<String, Error> {
        Ok(typed.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Rule::ALL.iter().map(|rule| PossibleValue::new(rule.name()))))
    }
}

impl Explain {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let Some(typed) = self.rule else {
            list().print(TableFormat::Table, &mut context.out);
            return Ok(Exit::Fine);
        };
        // As a message has it: `error[unknown-source]`.
        let name = typed.split(['[', ']']).nth(1).unwrap_or(&typed);
        let nature = Nature::parse(name);
        let Some(rule) = Rule::named(name).or(nature.map(|_| Rule::Nature)) else {
            let known = Rule::ALL.iter().map(|rule| rule.name());
            return Err(Failure::Unknown {
                what: "rule",
                likely: nearest(name, known).map(String::from).into_iter().collect(),
                name: typed,
                list: "sourceline explain",
            });
        };
        match nature {
            Some(nature) => tell_words(&[of_nature(nature)], &mut context.out),
            None => tell(rule, &mut context.out),
        }
        Ok(Exit::Fine)
    }
}

fn list() -> Listing {
    let row = |rule: &Rule| {
        vec![json!(rule.name()), json!(rule.level().to_string()), json!(rule.reason())]
    };
    Listing {
        columns: &["rule", "level", "what must hold"],
        rows: Rule::ALL.iter().map(row).collect(),
    }
}

/// How wide a reason may be where nobody says how wide the terminal is.
const WIDTH: usize = 100;

fn tell(rule: Rule, out: &mut Screen) {
    let title = format!("{}[{rule}]", rule.level());
    let title = match rule.level() {
        Level::Error => out.bold_red(&title),
        Level::Advice => out.yellow(&title),
    };
    let reason = wrap(rule.reason(), out.width().unwrap_or(WIDTH)).join("\n");
    out.say(format_args!("{title}\n{reason}\n"));
    if rule.bars_edits() {
        out.say(format_args!(
            "No command changes a file before this is mended: nobody could say where a row begins, or\nin which letters it is written.\n"
        ));
    }
    let words: Vec<ToldWord> = match rule {
        Rule::Nature => Nature::ALL.map(of_nature).to_vec(),
        Rule::Status => Status::all().map(of_letter).to_vec(),
        _ => Vec::new(),
    };
    if !words.is_empty() {
        out.say(format_args!("\n"));
        tell_words(&words, out);
    }
    let Some(example) = rule.example() else { return };
    parts("Wrong", &example.wrong, out);
    parts("Right", &example.right, out);
    let escapes = |part: &Part| part.text.contains('\\') && !part.file.ends_with(".toml");
    if example.wrong.iter().any(escapes) {
        out.say(format_args!(
            "\n\\t is a tab, \\x92 the byte 92, \\u{{200b}} the character U+200B.\n"
        ));
    }
}

/// A word, what it means, and an example of it.
type ToldWord = (String, &'static str, &'static str);

fn of_nature(nature: Nature) -> ToldWord {
    (nature.word().to_string(), nature.about(), nature.example())
}

fn of_letter((letter, meaning): (char, &'static str)) -> ToldWord {
    (letter.to_string(), meaning, Status::example(letter))
}

fn tell_words(words: &[ToldWord], out: &mut Screen) {
    let widest = words.iter().map(|(word, ..)| word.len()).max().unwrap_or_default();
    for (word, meaning, example) in words {
        let name = out.bold(&format!("{word:widest$}"));
        out.say(format_args!("  {name}  {meaning}: {example}\n"));
    }
}

fn parts(title: &str, parts: &[Part], out: &mut Screen) {
    for part in parts {
        let head = out.bold(title);
        out.say(format_args!("\n{head}, in {}:\n\n", part.file));
        for line in part.text.lines() {
            out.say(format_args!("{}\n", format!("  {line}").trim_end()));
        }
    }
}
