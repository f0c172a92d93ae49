//! Whether a title is one that a reader takes in at a glance and learns something from.

use std::collections::HashSet;

use crate::chart::spec::{Spec, TypedText};
use crate::chart::words::placed::closing;
use crate::dataset::Dataset;
use crate::dataset::cell_words::{stem, words};
use crate::problem::{Place, Problem, Rule};

/// No more words are read at a glance; a number that is worked out counts as one.
const MOST_WORDS: usize = 15;

/// Words of titles that say what something is and how it is shown, and nothing about it.
const SILENT: [&str; 44] = [
    "a",
    "an",
    "the",
    "of",
    "in",
    "by",
    "for",
    "per",
    "to",
    "from",
    "at",
    "on",
    "with",
    "and",
    "or",
    "each",
    "every",
    "since",
    "until",
    "between",
    "year",
    "years",
    "month",
    "months",
    "quarter",
    "quarters",
    "week",
    "weeks",
    "day",
    "days",
    "annual",
    "yearly",
    "monthly",
    "financial",
    "academic",
    "number",
    "numbers",
    "total",
    "count",
    "counts",
    "figures",
    "stated",
    "as",
    "all",
];

/// What is worth a look in the title of a spec whose text this is; `finding` is one that says
/// something, if there is one that can be worked out, in quotes.
pub fn title_advice(
    (label, text): (&str, &str),
    spec: &Spec,
    data: &Dataset,
    finding: impl FnOnce() -> Option<String>,
) -> Vec<Problem> {
    let title = Headline::of(&spec.title);
    let problem = |rule: Rule, message: String, hint: String| {
        let place = Place::in_text(label, text, spec.title.bytes.clone());
        rule.at(place, message).hint(hint)
    };
    let mut problems = Vec::new();
    let count = title.words.len() + title.calls;
    if count > MOST_WORDS {
        problems.push(problem(
            Rule::LongTitle,
            format!("the title has {count} words, more than a reader takes in at a glance"),
            format!(
                "leave out what the subtitle or a note can say, down to {MOST_WORDS} words; a \
                 function counts as one"
            ),
        ));
    }
    if title.parts > 1 {
        problems.push(problem(
            Rule::TwoFacts,
            "the title tells two facts with a semicolon between them, and a reader looks for one in the picture".into(),
            "keep the one that the picture shows, and say the other in a note".into(),
        ));
    }
    if let Some(word) = title.words.iter().find(|word| DIFFER.contains(&word.as_str())) {
        problems.push(problem(
            Rule::OnlyDiffers,
            format!("`{word}` tells a reader that there is a difference, and not which"),
            "say what is more, or what was changed: `changed method` for `differ in method`".into(),
        ));
    }
    let given = given(spec);
    let known = |stem: &str| data.has_word(stem) || given.contains(stem);
    if title.calls == 0 && title.parts == 1 && title.is_silent(known) {
        let example = finding().map(|title| format!(": title = {title}"));
        problems.push(problem(
            Rule::NoFinding,
            "the title names what is counted and says nothing about it, as the subtitle does"
                .into(),
            format!("say what the chart shows of it{}", example.unwrap_or_default()),
        ));
    }
    problems
}

const DIFFER: [&str; 3] = ["differ", "differs", "differed"];

/// A title without the functions in it.
struct Headline {
    /// In lower case.
    words: Vec<String>,
    /// How many functions say something; the name of a period is none that does.
    calls: usize,
    /// How many there are between semicolons.
    parts: usize,
}

impl Headline {
    fn of(title: &TypedText) -> Headline {
        let (mut typed, mut calls, mut rest) = (String::new(), 0, title.text.as_str());
        while let Some(opened) = rest.find("{{") {
            typed.push_str(&rest[..opened]);
            let end = closing(rest, opened + 2).map_or(rest.len(), |closed| closed + 2);
            let call = rest[opened + 2..end].split('(').next().unwrap_or_default().trim();
            // A period, a name and a place are words that are said of nothing.
            let silent = ["period", "name", "place"].contains(&call);
            let (said, kept) = if silent { (0, " 2000 ") } else { (1, " ") };
            calls += said;
            typed.push_str(kept);
            rest = &rest[end..];
        }
        typed.push_str(rest);
        let parts = typed.split(';').filter(|part| part.chars().any(char::is_alphanumeric));
        Headline { words: words(&typed).collect(), calls, parts: parts.count() }
    }

    /// Are all its words of what is counted, where and when?
    fn is_silent(&self, known: impl Fn(&str) -> bool) -> bool {
        let said = |word: &String| {
            SILENT.contains(&word.as_str())
                || known(stem(word))
                || word.starts_with(|letter: char| letter.is_ascii_digit())
        };
        !self.words.is_empty() && self.words.iter().all(said)
    }
}

/// The stems of the words in the titles of panels and the names of series that the spec gives.
fn given(spec: &Spec) -> HashSet<String> {
    let panels = spec.panels.iter();
    let names = panels.flat_map(|panel| panel.series.iter().filter_map(|line| line.name.as_ref()));
    let texts = spec.panels.iter().filter_map(|panel| panel.title.as_ref()).chain(names);
    texts.flat_map(|text| words(&text.text)).map(|word| stem(&word).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    fn told(title: &str) -> Vec<Rule> {
        let series = "id,title,unit,nature,geography,counted_by\n\
            nests,Swift nests,nests,stock,Anytown,the Bird Club\nboxes,Nest boxes,boxes,stock,Anytown,\n";
        let files = Files { series: series.into(), ..Files::default() };
        let data = Dataset::read(&files, 4).value;
        let text = format!(
            "title = '{title}'\n[[panels]]\nseries = [{{ id = \"nests\", mark = \"points\" }}]\n"
        );
        let spec = Spec::read("charts/c.toml", &text).value.unwrap();
        let advice = title_advice(("charts/c.toml", &text), &spec, &data, || None);
        assert!(advice.iter().all(|one| one.place.line == 1 && one.hint.is_some()));
        advice.into_iter().map(|one| one.rule).collect()
    }

    #[test]
    fn a_title_that_only_names_what_is_counted_says_nothing() {
        for silent in [
            "Swift nests",
            "Nests of swifts in Anytown, by year",
            "The number of nest boxes per year, 2012 to 2017",
            "Nest boxes in {{ period(\"nests\") }}",
        ] {
            assert_eq!(told(silent), [Rule::NoFinding], "{silent}");
        }
        for finding in [
            "Swift nests doubled",
            "More swift nests than ever",
            "No nests in Anytown",
            "Nests: {{ latest(\"nests\") }} in {{ period(\"nests\") }}",
            "{{ latest(\"nests\") }} nests",
            "Nobody counts the nests of Anytown",
            "Swifts are back",
            "Nest boxes help swifts",
            "Nests and boxes, counted by hand",
        ] {
            assert_eq!(told(finding), [], "{finding}");
        }
    }

    #[test]
    fn a_function_counts_as_one_word_and_a_semicolon_within_it_as_none() {
        let fifteen = "In {{ period(\"nests\", \"first\") }} there were {{ times(\"nests\", \"first\", \
            \"latest\") }} as many nests below the roofs of Anytown as now";
        assert_eq!(told(fifteen), []);
        assert_eq!(told(&format!("{fifteen} again")), [Rule::LongTitle]);
        assert_eq!(told("Nests doubled; boxes halved"), [Rule::TwoFacts]);
        assert_eq!(told("Nests doubled;"), []);
        assert_eq!(told("Nests {{ latest(\"a;b\") }} doubled"), []);
        assert_eq!(told("Swifts and sparrows differ"), [Rule::OnlyDiffers]);
        assert_eq!(told("Swifts see it differently"), []);
    }
}
