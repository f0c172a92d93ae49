//! A recipe: how a table is imported, kept in `imports/NAME.toml` and run again when there is a
//! newer one.

use sourceline::export::escape::toml;
use sourceline::nearest::did_you_mean;
use sourceline::problem::{Place, Problem, Rule};
use sourceline::store::{self, Folder};
use toml::de::DeTable;

use super::options::{ImportOptions, keys};
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// The key of the file, which is no option.
const FILE: &str = "file";

/// The key of what the lines of the table said when the recipe was kept.
const SAID: &str = "said";

/// The file, the options, and what the table said then.
pub type Recipe = (String, ImportOptions, Vec<String>);

/// A name without a dot or a slash is one of a recipe.
pub fn is_recipe(file: &str) -> bool {
    !file.contains(['.', '/', '\\'])
}

/// The label of a recipe, its path from the root.
pub fn label(name: &str) -> String {
    format!("imports/{name}.toml")
}

/// What a recipe says.
pub fn read(project: &Folder, name: &str) -> Result<Recipe, Failure> {
    let label = label(name);
    if !store::is_there(&project.root.join(&label)) {
        let known = project.recipes()?;
        let all = match known.is_empty() {
                true => "`sourceline import FILE --keep NAME` keeps one; a file has a dot or a slash in its name".to_string(),
                false => format!("there are {}", known.join(", ")),
            };
        let hint = did_you_mean(name, known.iter().map(String::as_str), all);
        return Err(Unchanged::new(format!("there is no recipe `{name}`")).hint(hint).into());
    }
    let nothing = "nothing was imported";
    let text = project.text(&label);
    let text = text.map_err(|problem| Unchanged::problems(vec![*problem], Vec::new(), nothing))?;
    parse(&label, &text).map_err(|problems| {
        Unchanged::problems(problems, vec![(label, text.into_bytes())], nothing).into()
    })
}

fn parse(label: &str, text: &str) -> Result<Recipe, Vec<Problem>> {
    let problem = |span: std::ops::Range<usize>, message: String| {
        Rule::Settings.at(Place::in_text(label, text, span), message)
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| problem(error.span().unwrap_or(0..0), error.message().to_string()))
        .collect();
    let values: toml::Table = toml::from_str(text).unwrap_or_default();
    let known = keys();
    let mut options = toml::Table::new();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        let Some(said) = values.get(name).filter(|_| name != FILE && name != SAID) else {
            continue;
        };
        if !known.iter().any(|known| known == name) {
            let names = known.iter().map(String::as_str).chain([FILE, SAID]);
            let hint = did_you_mean(
                name,
                names,
                "`sourceline import --help` tells the options; a key has _ for -",
            );
            problems.push(problem(key.span(), format!("there is no key `{name}`")).hint(hint));
            continue;
        }
        let alone = toml::Table::from_iter([(name.to_string(), said.clone())]);
        match alone.try_into::<ImportOptions>() {
            Ok(_) => {
                options.insert(name.to_string(), said.clone());
            }
            Err(error) => {
                let message = error.message().lines().next().unwrap_or_default().to_string();
                problems.push(
                    problem(value.span(), format!("`{name}` cannot be this: {message}"))
                        .hint("texts stand in quotes, several in [ ], and what is on is true"),
                );
            }
        }
    }
    let file = values.get(FILE).and_then(|file| file.as_str()).map(str::to_string);
    if file.is_none() && problems.is_empty() {
        let hint =
            "write the path of the table from the root of the project: file = \"counts.csv\"";
        problems.push(problem(0..0, "the recipe names no `file`".into()).hint(hint));
    }
    match (file, options.try_into::<ImportOptions>()) {
        (Some(file), Ok(options)) if problems.is_empty() => {
            let said = values.get(SAID).and_then(|said| said.as_array());
            let texts = said.into_iter().flatten().filter_map(|one| one.as_str());
            Ok((file, options, texts.map(str::to_string).collect()))
        }
        _ => {
            problems.sort_by_key(|problem| problem.place.line);
            Err(problems)
        }
    }
}

/// The lines of a recipe whose `key` says a text, alone or in a list.
pub fn lines_naming(text: &str, key: &str, said: &str) -> Vec<usize> {
    let (table, _) = DeTable::parse_recoverable(text);
    let values: toml::Table = toml::from_str(text).unwrap_or_default();
    let says = |value: &toml::Value| match value {
        toml::Value::String(one) => one == said,
        toml::Value::Array(all) => all.iter().any(|one| one.as_str() == Some(said)),
        _ => false,
    };
    let named = table.get_ref().iter().filter(|(name, _)| name.get_ref().as_ref() == key);
    let named = named.filter(|_| values.get(key).is_some_and(says));
    named.map(|(_, value)| Place::in_text("", text, value.span()).line).collect()
}

/// The text of a recipe. `file` is the path from the root, `said` what the lines of the table say.
pub fn text(name: &str, file: &str, options: &ImportOptions, said: &[String]) -> String {
    let mut text = format!(
        "# `sourceline import {name}` adds what is new in the table.\nfile = {}\n",
        toml(file)
    );
    for (key, value) in options.lines() {
        // A text of JSON is one of TOML.
        text += &format!("{key} = {value}\n");
    }
    if !said.is_empty() {
        let said: Vec<String> = said.iter().map(|one| toml(one)).collect();
        text += "# What the table says of its numbers: an edition that says otherwise is asked about.\n";
        text += &format!("{SAID} = [{}]\n", said.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipe_says_what_was_typed() {
        let words =
            ["--series", "a", "--where", "Sex=\"All\"", "--skip-totals", "--round", "about"];
        let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
        let options = ImportOptions::default().with(&words).unwrap();
        let said = vec!["scale: 1000".to_string(), "columns: `a \"b\"`".to_string()];
        let text = text("q", "tables/my \"file\".csv", &options, &said);
        let (file, read, known) = parse("imports/q.toml", &text).unwrap();
        assert_eq!((file.as_str(), read.words()), ("tables/my \"file\".csv", options.words()));
        assert_eq!(known, said);
    }

    #[test]
    fn every_mistake_has_its_line() {
        let faults = |text: &str| {
            let problems = parse("imports/q.toml", text).unwrap_err();
            problems.into_iter().map(|one| (one.place.line, one.message)).collect::<Vec<_>>()
        };
        let found = faults("file = \"a.csv\"\nserie = \"a\"\nwhere = \"x\"\nround = \"up\"\n");
        let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4], "{found:?}");
        assert_eq!(faults("series = \"a\"\n")[0].1, "the recipe names no `file`");
        assert_eq!(faults("file = \n")[0].0, 1);
    }
}
