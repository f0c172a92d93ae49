//! What was typed into the form of a figure, as the words of `sourceline add` and `sourceline revise`.

use crate::cli::hint::PageNames;
use crate::cli::open::fields::Fields;

/// A field of the form: what it is called there, what a person reads, and the option that it is.
pub struct FigureField {
    pub name: &'static str,
    pub label: &'static str,
    pub option: &'static str,
}

const fn field(name: &'static str, label: &'static str, option: &'static str) -> FigureField {
    FigureField { name, label, option }
}

/// Those that most figures do without.
pub const MORE: [FigureField; 7] = [
    field("stated", "The source's own words, where they are more than the value", "--stated"),
    field("locator", "Page or paragraph", "--locator"),
    field("status", "Status, as in p or provisional", "--status"),
    field("origin", "Who said it first: the id of a source", "--origin"),
    field("repeats", "The figure that this one only says again: its id", "--repeats"),
    field("note", "Note: what a reader must know", "--note"),
    field("id", "The id of the new figure, if not the one proposed", "--id"),
];

/// The fields as they came.
#[derive(Clone, Copy)]
pub struct TypedFigure<'f>(pub &'f Fields);

impl<'f> TypedFigure<'f> {
    pub fn text(&self, name: &str) -> &'f str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// The words of `add`; what is needed and not there yet is left out.
    pub fn words(&self) -> Vec<String> {
        let option = |name: &str, option: &str| match self.text(name) {
            "" => None,
            text => Some(format!("{option}={text}")),
        };
        let mut words: Vec<String> = option("source", "--source").into_iter().collect();
        words.extend(MORE.iter().filter_map(|field| option(field.name, field.option)));
        match self.text("sure") {
            "exact" => words.push("--exact".into()),
            "about" => words.push("--about".into()),
            _ => {}
        }
        words.push("--".into());
        let needed = ["series", "period", "value"].map(|name| self.text(name).to_string());
        words.extend(needed.into_iter().take_while(|text| !text.is_empty()));
        words
    }

    /// The words of `revise`.
    pub fn words_of_revision(&self) -> Vec<String> {
        let of = [("supersedes", "--supersedes"), ("why", "--why")];
        let said = of.into_iter().filter(|(name, _)| !self.text(name).is_empty());
        let own = said.map(|(name, option)| format!("{option}={}", self.text(name)));
        own.chain(self.words()).collect()
    }
}

/// What the form calls what would be typed.
pub const NAMES: PageNames = &[
    ("--exact", "Exact"),
    ("--about", "Rounded"),
    ("--locator", "Page or paragraph"),
    ("--stated", "The source's own words"),
    ("--status", "Status"),
    ("--id", "The id of the new figure"),
    ("--source", "Source"),
    ("SERIES", "Series"),
    ("PERIOD", "Period"),
    ("VALUE", "Value"),
    ("--supersedes", "In place of"),
    ("--why", "Why that is no longer right"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::add::figure::AddFigure;
    use crate::cli::open::carried::read;

    #[test]
    fn whatever_is_typed_is_a_word_and_no_option() {
        let said = |fields: &[(&str, &str)]| {
            let fields: Fields =
                fields.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
            read::<AddFigure>(&TypedFigure(&fields).words()).ok().map(|figure| {
                [figure.series, figure.period, figure.value, figure.source]
                    .map(Option::unwrap_or_default)
            })
        };
        for text in ["--help", "-5%", "--source=x", "source", "a b", "--", "=", "−3"] {
            let typed = [("series", text), ("period", text), ("value", text), ("source", text)];
            // A value has the hyphen for its minus, however it was typed.
            let value = text.replace('−', "-");
            let expected = [text, text, &value, text].map(String::from);
            assert_eq!(said(&typed), Some(expected), "{text}");
        }
        assert_eq!(said(&[("period", "2020")]), Some(["", "", "", ""].map(String::from)));
    }
}
