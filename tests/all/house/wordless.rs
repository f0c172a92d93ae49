//! `draw/` places what is said and says nothing itself: it holds no word that a reader could see,
//! and looks for none in a text.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, ExprMethodCall, Item, Lit, Pat};

use super::source::{is_of_tests, source};
use crate::common::Faults;

/// What measures texts, and breaks them into lines at their blanks.
const MEASURES: &str = "src/draw/text.rs";
/// Why a chart cannot be drawn, for who writes its spec: no reader of a picture meets that.
const REFUSES: &str = "src/draw/unfit.rs";

/// Methods that only texts have.
const OF_TEXTS: [&str; 36] = [
    "as_bytes",
    "bytes",
    "char_indices",
    "chars",
    "eq_ignore_ascii_case",
    "ends_with",
    "make_ascii_lowercase",
    "match_indices",
    "matches",
    "parse",
    "replace_range",
    "replacen",
    "rmatch_indices",
    "rmatches",
    "rsplit",
    "rsplit_once",
    "rsplitn",
    "split",
    "split_ascii_whitespace",
    "split_inclusive",
    "split_once",
    "split_terminator",
    "split_whitespace",
    "splitn",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_uppercase",
    "trim",
    "trim_end",
    "trim_end_matches",
    "trim_start",
    "trim_start_matches",
];
/// Methods that lists have, too: what they look for tells.
const OF_LISTS_TOO: [&str; 5] = ["contains", "find", "rfind", "replace", "lines"];
/// Macros that speak to whoever mends the program.
const OF_FAULTS: [&str; 5] = ["assert", "debug_assert", "panic", "unreachable", "assert_eq"];

#[test]
fn drawing_holds_no_word_and_looks_for_none() {
    let mut faults = Faults::default();
    let modules = source().modules.values().filter(|module| !module.of_tests);
    let mut files: Vec<&Path> = modules.map(|module| &*module.file).collect();
    files.retain(|file| file.starts_with("src/draw"));
    files.dedup();
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&whole).expect("it can be read");
        for (line, what) in spoken(&text) {
            let allowed = match what {
                Spoken::Word(_) => file == Path::new(REFUSES),
                Spoken::Letter(_) => file == Path::new(MEASURES),
                Spoken::Search(_) => file == Path::new(MEASURES),
            };
            faults.check(allowed, || format!("{}:{line} {what}", file.display()));
        }
    }
    faults.none();
}

/// What is looked for, of each kind, is found.
#[test]
fn words_and_searches_are_found() {
    let found = |code: &str| -> Vec<String> {
        let whole = format!("fn one() {{\n{code}\n}}");
        spoken(&whole).into_iter().map(|(line, what)| format!("{line} {what}")).collect()
    };
    assert_eq!(found("let a = \"as stated\";"), ["2 says \"as stated\""]);
    assert_eq!(found("format!(\"{a}%\")"), ["2 says \"{a}%\""]);
    assert_eq!(found("text.push('%')"), ["2 says '%'"]);
    assert_eq!(found("text.split(' ')"), ["2 looks into a text: split"]);
    assert_eq!(found("name.contains(\"\")"), ["2 looks into a text: contains"]);
    assert_eq!(found("name.find(|letter: char| letter == b)"), ["2 looks into a text: find"]);
    assert_eq!(found("name.contains(&*word)"), [""; 0]);
    assert_eq!(found("areas.contains(&area); all.iter().find(|one| one.is_free())"), [""; 0]);
    assert_eq!(found("format!(\"{a} {b}\"); one.expect(\"there is one\")"), [""; 0]);
}

enum Spoken {
    Word(String),
    Letter(char),
    Search(String),
}

impl std::fmt::Display for Spoken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Spoken::Word(word) => write!(f, "says {word:?}"),
            Spoken::Letter(letter) => write!(f, "says {letter:?}"),
            Spoken::Search(method) => write!(f, "looks into a text: {method}"),
        }
    }
}

/// What a file says or looks for, each with its line.
fn spoken(text: &str) -> Vec<(usize, Spoken)> {
    let file = syn::parse_file(text).expect("it compiles");
    let mut listener = Listener::default();
    listener.visit_file(&file);
    listener.heard
}

#[derive(Default)]
struct Listener {
    heard: Vec<(usize, Spoken)>,
}

impl Listener {
    fn literal(&mut self, literal: &Lit) {
        let (line, visible) = (literal.span().start().line, |text: &str| {
            // What stands at a place came from elsewhere.
            let mut inside = false;
            text.chars().any(|letter| {
                inside = (inside || letter == '{') && letter != '}';
                !inside && letter != '}' && !letter.is_whitespace()
            })
        });
        let said = match literal {
            Lit::Str(text) if visible(&text.value()) => Spoken::Word(text.value()),
            Lit::Char(letter) if !letter.value().is_whitespace() => Spoken::Letter(letter.value()),
            _ => return,
        };
        self.heard.push((line, said));
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => self.literal(&Lit::new(literal)),
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Listener {
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item(&mut self, item: &'ast Item) {
        let of_tests = match item {
            Item::Mod(item) => item.attrs.iter().any(is_of_tests),
            _ => false,
        };
        if !of_tests {
            visit::visit_item(self, item);
        }
    }

    fn visit_lit(&mut self, literal: &'ast Lit) {
        self.literal(literal);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if !OF_FAULTS.iter().any(|name| call.path.is_ident(name)) {
            self.tokens(call.tokens.clone());
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let name = call.method.to_string();
        if name == "expect" {
            return self.visit_expr(&call.receiver);
        }
        let of_text = OF_TEXTS.contains(&name.as_str())
            || OF_LISTS_TOO.contains(&name.as_str()) && call.args.first().is_some_and(is_pattern);
        if of_text {
            let line = call.method.span().start().line;
            self.heard.push((line, Spoken::Search(name)));
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// What one looks for in a text: letters, or a text.
fn is_pattern(argument: &Expr) -> bool {
    match argument {
        Expr::Lit(ExprLit { lit: Lit::Str(_) | Lit::Char(_), .. }) => true,
        Expr::Array(array) => array.elems.iter().any(is_pattern),
        Expr::Reference(reference) => is_pattern(&reference.expr),
        Expr::Path(path) => path.path.segments.first().is_some_and(|one| one.ident == "char"),
        Expr::Closure(closure) => closure.inputs.iter().any(|input| match input {
            Pat::Type(typed) => {
                matches!(&*typed.ty, syn::Type::Path(path) if path.path.is_ident("char"))
            }
            _ => false,
        }),
        _ => false,
    }
}
