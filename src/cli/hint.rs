//! What is wrong, and what to write instead: on a terminal with the options and commands that are typed, on a page
//! with the fields and links that stand for them.

use std::fmt;

use super::import::shell::said_as;

/// Words, with what is typed or clicked among them.
#[derive(Clone, Debug, Default)]
pub struct Hint(Vec<HintPart>);

#[derive(Clone, Debug)]
enum HintPart {
    Words(String),
    /// An option with a value that is ready to be typed.
    Said(&'static str, String),
    /// An option with what stands for any value of it, which a field needs not.
    Option(&'static str, &'static str),
    /// Of this program.
    Command(String),
    /// Words that a page has no use for.
    OnTerminal(&'static str),
}

/// What a page calls something: the option or the command, and its words there.
#[cfg(feature = "page")]
pub type PageNames = &'static [(&'static str, &'static str)];

impl Hint {
    pub fn new(words: impl Into<String>) -> Hint {
        Hint(vec![HintPart::Words(words.into())])
    }

    pub fn words(self, words: impl Into<String>) -> Hint {
        self.with(HintPart::Words(words.into()))
    }

    pub fn said(self, option: &'static str, value: impl Into<String>) -> Hint {
        self.with(HintPart::Said(option, value.into()))
    }

    pub fn option(self, option: &'static str) -> Hint {
        self.with(HintPart::Option(option, ""))
    }

    /// As in `--range CELLS`.
    pub fn option_of(self, option: &'static str, of: &'static str) -> Hint {
        self.with(HintPart::Option(option, of))
    }

    /// Without backticks.
    pub fn command(self, words: impl Into<String>) -> Hint {
        self.with(HintPart::Command(words.into()))
    }

    pub fn on_terminal(self, words: &'static str) -> Hint {
        self.with(HintPart::OnTerminal(words))
    }

    fn with(mut self, part: HintPart) -> Hint {
        self.0.push(part);
        self
    }

    /// With the names of a page; what has none there is as it is typed.
    #[cfg(feature = "page")]
    pub fn on_page(&self, names: &[PageNames]) -> String {
        let name = |typed: &str| {
            let known = names.iter().flat_map(|names| names.iter());
            known.clone().find(|(option, _)| *option == typed).map(|(_, name)| *name)
        };
        let parts = self.0.iter().map(|part| match part {
            HintPart::Said(typed, value) => Some(format!("“{}”: {value}", name(typed)?)),
            HintPart::Option(typed, _) => Some(format!("“{}”", name(typed)?)),
            HintPart::Command(typed) => Some(format!("“{}”", name(typed)?)),
            HintPart::OnTerminal(_) => Some(String::new()),
            HintPart::Words(_) => None,
        });
        let as_typed = self.0.iter().map(HintPart::to_string);
        parts.zip(as_typed).map(|(on_page, typed)| on_page.unwrap_or(typed)).collect()
    }
}

/// As it is typed.
impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| part.fmt(f))
    }
}

impl fmt::Display for HintPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HintPart::Words(words) => f.write_str(words),
            HintPart::OnTerminal(words) => f.write_str(words),
            HintPart::Said(option, value) => f.write_str(&said_as(option, value)),
            HintPart::Option(option, "") => f.write_str(option),
            HintPart::Option(option, of) => write!(f, "{option} {of}"),
            HintPart::Command(words) => write!(f, "`{words}`"),
        }
    }
}

impl From<&str> for Hint {
    fn from(words: &str) -> Hint {
        Hint::new(words)
    }
}

impl From<String> for Hint {
    fn from(words: String) -> Hint {
        Hint::new(words)
    }
}

#[cfg(all(test, feature = "page"))]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_fields_for_the_options() {
        let hint = Hint::new("write ").option("--exact").words(" or ").said("--id", "a-1");
        let hint = hint.words("; ").command("sourceline add").words(" adds; ");
        let hint = hint.option_of("--why", "TEXT").on_terminal(", here");
        assert_eq!(
            hint.to_string(),
            "write --exact or --id a-1; `sourceline add` adds; --why TEXT, here"
        );
        let names: PageNames = &[("--exact", "Exact"), ("--id", "Id"), ("--why", "Why")];
        let ways: PageNames = &[("sourceline add", "Add a figure")];
        let told = hint.on_page(&[names, ways]);
        assert_eq!(told, "write “Exact” or “Id”: a-1; “Add a figure” adds; “Why”");
        assert_eq!(hint.on_page(&[]) + ", here", hint.to_string());
    }
}
