//! The expressions between `{{` and `}}`, run by minijinja.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use minijinja::value::{Rest, Value};
use minijinja::{Environment, ErrorKind};

use super::no_answer::{NoAnswer, no_answer};
use super::placed::bare;
use crate::locale::EN_GB;
use crate::nearest::nearest;

const FUNCTIONS: [&str; 15] = [
    "latest",
    "first",
    "value",
    "period",
    "latest_period",
    "target",
    "times",
    "change",
    "rise",
    "fall",
    "difference",
    "said",
    "name",
    "place",
    "sources",
];

pub fn usage(function: &str) -> &'static str {
    match function {
        "latest" => "{{ latest(\"series\") }}",
        "first" => "{{ first(\"series\") }}",
        "value" => "{{ value(\"series\", \"2017\") }}",
        "period" => "{{ period(\"series\") }} or {{ period(\"series\", \"first\") }}",
        "latest_period" => "{{ latest_period(\"series\") }}",
        "target" => "{{ target(\"series\", \"2030\") }}",
        "times" => "{{ times(\"series\", \"2012\", \"2017\") }}",
        "change" => "{{ change(\"series\", \"2012\", \"2017\") }}",
        "rise" => "{{ rise(\"series\", \"2012\", \"2017\") }}",
        "fall" => "{{ fall(\"series\", \"2012\", \"2017\") }}",
        "difference" => "{{ difference(\"series\", \"2012\", \"2017\") }}",
        "name" => "{{ name(\"series\") }}",
        "place" => "{{ place(\"series\") }}",
        "said" => "{{ said(\"source\", \"its words\") }}",
        _ => "{{ sources() }}, {{ sources(\"series\") }} or {{ sources(\"series\", \"2017\") }}",
    }
}

/// Does somebody mean a function of ours, be it mistyped?
pub fn is_meant(expression: &str) -> bool {
    let named =
        expression.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    FUNCTIONS.contains(&named) || expression.contains('(') && nearest(named, FUNCTIONS).is_some()
}

/// So many letters may stand between `{{` and `}}`.
const LONGEST: usize = 500;

/// The letters that stand for the answers of the calls: the first of a plane nobody writes in.
pub const TOKEN: u32 = 0x10_0000;

/// A function that an expression calls.
pub struct Call {
    pub name: &'static str,
    pub arguments: Vec<String>,
}

type Calls = Arc<Mutex<Vec<Call>>>;

/// minijinja with our functions. They only note down that they were called, and stand for their
/// answer by one letter; the answers need the data, which the engine may not borrow.
pub struct Engine {
    environment: Environment<'static>,
    calls: Calls,
}

fn locked(calls: &Calls) -> MutexGuard<'_, Vec<Call>> {
    calls.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Engine {
    pub fn new() -> Engine {
        let mut environment = Environment::empty();
        let calls: Calls = Arc::default();
        for name in FUNCTIONS {
            let noted = calls.clone();
            environment.add_function(name, move |arguments: Rest<Value>| {
                let arguments = arguments.iter().map(Value::to_string).collect();
                let mut calls = locked(&noted);
                calls.push(Call { name, arguments });
                let token = char::from_u32(TOKEN + calls.len() as u32 - 1);
                token.map(String::from).unwrap_or_default()
            });
        }
        Engine { environment, calls }
    }

    /// The text of an expression, with a letter for each call.
    pub fn run(&self, expression: &str) -> Result<(String, Vec<Call>), NoAnswer> {
        if expression.chars().count() > LONGEST {
            // Ten thousand joined parts are nested as deep, and end the stack when compiled.
            let start: String = expression.chars().take(40).collect();
            let message = format!("`{start}…` is longer than {LONGEST} letters");
            return no_answer(message, "write several {{ }}, each with one function");
        }
        if bare(expression).any(|(_, letter)| matches!(letter, '*' | '[')) {
            // A list repeated often enough fills any memory when it is written out.
            return no_answer(calculates(expression), hint_of_functions());
        }
        locked(&self.calls).clear();
        let value = self
            .environment
            .compile_expression_owned(expression.to_string())
            .and_then(|compiled| compiled.eval(()));
        let calls = std::mem::take(&mut *locked(&self.calls));
        match value {
            Ok(value) if value.is_undefined() || value.is_none() => {
                no_answer(format!("`{expression}` is not known"), hint_of_functions())
            }
            Ok(value) => Ok((value.to_string(), calls)),
            Err(error) => no_answer(refusal(expression, &error), hint(expression, &error)),
        }
    }
}

fn refusal(expression: &str, error: &minijinja::Error) -> String {
    if quoted(expression).is_some() {
        return format!("in `{expression}` the id stands without quotes");
    }
    match error.kind() {
        ErrorKind::UnknownFunction => format!("`{expression}` names no function that is known"),
        ErrorKind::InvalidOperation => calculates(expression),
        _ => format!(
            "`{expression}` cannot be read: {}",
            error.detail().unwrap_or("it is no function")
        ),
    }
}

/// `latest(caid-images)` and `caid-images` as they must be written, if that is what is wrong.
fn quoted(expression: &str) -> Option<String> {
    let plain = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "-_/~".contains(c))
    };
    let Some((name, rest)) = expression.trim().split_once('(') else {
        let expression = expression.trim();
        let is_id = plain(expression) && expression.contains('-');
        return (is_id && !expression.starts_with(|c: char| !c.is_alphabetic()))
            .then(|| format!("latest(\"{expression}\")"));
    };
    let name = FUNCTIONS.into_iter().find(|known| *known == name.trim())?;
    let given: Vec<&str> = rest.trim_end().strip_suffix(')')?.split(',').map(str::trim).collect();
    let bare = |one: &str| one.trim_matches(['"', '\'']).to_string();
    let all = given.iter().all(|one| plain(&bare(one)));
    let some = given.iter().any(|one| plain(one));
    let given: Vec<String> = given.iter().map(|one| format!("\"{}\"", bare(one))).collect();
    (all && some).then(|| format!("{name}({})", given.join(", ")))
}

fn hint(expression: &str, error: &minijinja::Error) -> String {
    if let Some(quoted) = quoted(expression) {
        return format!("write {quoted}");
    }
    let name = expression.split('(').next().unwrap_or_default().trim();
    match nearest(name, FUNCTIONS) {
        Some(near) if error.kind() == ErrorKind::UnknownFunction => {
            format!("did you mean {}?", usage(near))
        }
        _ => hint_of_functions(),
    }
}

fn calculates(expression: &str) -> String {
    format!("`{expression}` calculates with answers, which would lose their qualifiers")
}

fn hint_of_functions() -> String {
    format!("the functions are {}", EN_GB.list(&FUNCTIONS))
}
