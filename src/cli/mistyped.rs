//! Options and values by names that are not theirs: what was most likely meant.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

/// What people call options, each with the names that they may have here, the likeliest first.
const OPTIONS: [(&[&str], &[&str]); 13] = [
    (&["place", "area", "region", "country", "location", "where", "nation"], &["geography"]),
    (&["why", "because", "cause", "reason"], &["why", "note"]),
    (&["comment", "comments", "remark", "remarks", "notes", "description"], &["note"]),
    (&["name", "headline", "heading"], &["title", "label", "id"]),
    (&["date", "day", "when", "year", "month"], &["published", "date", "period"]),
    (&["link", "web", "address", "href", "uri"], &["url"]),
    (&["org", "organisation", "organization", "institution", "agency"], &["publisher"]),
    (&["writer", "by", "speaker"], &["author", "counted-by"]),
    (&["page", "paragraph", "table", "section"], &["locator"]),
    (&["quote", "quotation", "words", "wording", "text"], &["stated", "label"]),
    (&["type", "category"], &["kind", "nature"]),
    (&["counter", "who", "compiler"], &["counted-by"]),
    (&["number", "amount", "figure"], &["value"]),
];

/// What people call the values of options.
const VALUES: [(&str, &[&str], &str); 7] = [
    (
        "--kind",
        &["dataset", "data", "table", "spreadsheet", "database", "statistic", "csv", "release"],
        "statistics",
    ),
    ("--kind", &["website", "webpage", "page", "site", "blog", "post", "tweet"], "web"),
    ("--kind", &["article", "newspaper", "magazine", "paper", "press", "story"], "news"),
    ("--kind", &["book", "journal", "study", "thesis", "document", "pdf", "publication"], "report"),
    ("--kind", &["pressrelease", "press-release", "release", "announcement"], "press_release"),
    ("--kind", &["hansard", "debate", "question", "committee", "evidence"], "parliament"),
    ("--kind", &["tv", "television", "radio", "podcast", "video", "programme"], "broadcast"),
];

/// The same refusal with what was most likely meant, where that is known.
pub fn answered(mut error: Error, command: &Command, typed: &[String]) -> Error {
    let text = |error: &Error, kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let option = text(&error, ContextKind::InvalidArg);
            let meant = option.and_then(|option| option_meant(&option, used(command, typed)));
            if let Some(meant) = meant {
                error.remove(ContextKind::Suggested);
                error.insert(ContextKind::SuggestedArg, ContextValue::String(meant));
            } else if let Some(word) = text(&error, ContextKind::InvalidArg)
                && let Some(tip) = elsewhere(&word, command, typed)
            {
                error.remove(ContextKind::Suggested);
                error.remove(ContextKind::SuggestedArg);
                let tip = vec![StyledStr::from(tip)];
                error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tip));
            }
        }
        // `add reports June 2021 5`: what comes after the third word is taken for a command.
        ErrorKind::ArgumentConflict => {
            if let Some(word) = text(&error, ContextKind::InvalidSubcommand) {
                return one_too_many(&word, command, typed);
            }
        }
        ErrorKind::InvalidValue => {
            let option = text(&error, ContextKind::InvalidArg).unwrap_or_default();
            let value = text(&error, ContextKind::InvalidValue).unwrap_or_default();
            if let Some(meant) = value_meant(&option, &value) {
                error.remove(ContextKind::SuggestedValue);
                let tip = vec![StyledStr::from(format!("`{value}` is called '{meant}' here"))];
                error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tip));
            }
        }
        _ => {}
    }
    error
}

/// What things are called, each with the name of its file.
const NOUNS: [(&[&str], &str); 5] = [
    (&["figure", "figures", "row"], "figures"),
    (&["series"], "series"),
    (&["source", "sources"], "sources"),
    (&["event", "events"], "events"),
    (&["chart", "charts"], "charts"),
];

/// What to type where a word or an option is right in another place: `edit ID --geography X` is of a
/// series, `remove series X` needs no noun, and `add series X` an option.
fn elsewhere(word: &str, command: &Command, typed: &[String]) -> Option<String> {
    let used = used(command, typed);
    if word.starts_with('-') {
        let within = used.get_subcommands().find_map(|other| {
            let option = option_meant(word, other)?;
            Some((other.get_name(), option))
        });
        let (noun, option) = within?;
        let name = used.get_name();
        return Some(format!(
            "`{word}` is said of {}: sourceline {name} {noun} ID {option} …",
            with_article(noun)
        ));
    }
    let has = |name: &str| used.get_arguments().any(|own: &Arg| own.get_long() == Some(name));
    let at = typed.iter().position(|own| own == word).filter(|at| *at > 0)?;
    let before = typed[at - 1].as_str();
    let (_, file) = NOUNS.iter().find(|(nouns, _)| nouns.contains(&before))?;
    if used.get_name() == before && has("id") {
        return Some(format!("an id is an option: sourceline add {before} --id {word} …"));
    }
    let name = used.get_name();
    Some(match (*file, has("from")) {
        ("charts", true) => {
            format!("a chart is a file, which is deleted as any other: charts/{word}.toml")
        }
        (_, true) => format!("the id comes first: sourceline {name} {word} --from {file}"),
        _ => format!("the id alone says what is meant: sourceline {name} {word}"),
    })
}

fn with_article(noun: &str) -> String {
    format!("{} {noun}", if noun.starts_with('e') { "an" } else { "a" })
}

/// A figure is added with three words, and what has blanks in it is one in quotation marks.
fn one_too_many(word: &str, command: &Command, typed: &[String]) -> Error {
    let command = used(command, typed);
    let named = typed.iter().skip_while(|word| *word != command.get_name()).nth(1);
    if command.get_name() == "edit" {
        let id = match named.map(String::as_str) {
            Some("figure" | "figures") => word,
            _ => "ID",
        };
        return Error::raw(
            ErrorKind::ArgumentConflict,
            format!(
                "`{word}` is one word too many\n\n  tip: a figure is named by its id alone, and a text of \
                 several words stands in quotation marks, as in: sourceline edit {id} --value \"about 20m\"\n"
            ),
        );
    }
    let tip = match named.map(String::as_str) {
        Some(noun @ ("figure" | "figures")) => {
            format!("a figure is added without the word `{noun}`")
        }
        _ => "a period or a value of several words stands in quotation marks".to_string(),
    };
    Error::raw(
        ErrorKind::ArgumentConflict,
        format!(
            "`{word}` is one word too many\n\n  tip: {tip}, as in: sourceline {} SERIES \"June \
             2021\" \"about 20m\" --source ID\n",
            command.get_name()
        ),
    )
}

/// The command that was typed last, of those within each other.
fn used<'c>(mut command: &'c Command, typed: &[String]) -> &'c Command {
    for word in typed {
        if let Some(within) = command.find_subcommand(word) {
            command = within;
        }
    }
    command
}

fn option_meant(typed: &str, command: &Command) -> Option<String> {
    let name = typed.trim_start_matches('-').split('=').next()?.replace('_', "-").to_lowercase();
    let has =
        |long: &&&str| command.get_arguments().any(|own: &Arg| own.get_long() == Some(**long));
    // `--archive_url` is `--archive-url`.
    let own = [name.as_str()];
    let named = OPTIONS.iter().filter(|(called, _)| called.contains(&&*name));
    let found = own.iter().chain(named.flat_map(|(_, meant)| *meant)).find(has)?;
    Some(format!("--{found}"))
}

fn value_meant(option: &str, value: &str) -> Option<&'static str> {
    let value = value.to_lowercase().replace([' ', '_'], "-");
    let fits = |row: &&(&str, &[&str], &str)| {
        option.starts_with(row.0) && (row.1.contains(&&*value) || value.replace('-', "_") == row.2)
    };
    VALUES.iter().find(fits).map(|row| row.2)
}
