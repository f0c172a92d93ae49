//! Alternative texts that the author writes say the figures of the title, as it says them.

use std::path::Path;

use crate::common::read_files;
use sourceline::chart::resolve;
use sourceline::dataset::Dataset;
use sourceline::problem::{Problem, Rule};

/// What is said of a chart of bicycles with this title and alternative text.
fn told(title: &str, alt: &str) -> Vec<Problem> {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/data"));
    let data = Dataset::read(&files, 4).value;
    let text = format!(
        "title = '{title}'\nalt = '{alt}'\n\n[[panels]]\nseries = [{{ id = \"bikes\", mark = \"points\" }}]\n"
    );
    resolve("bicycles", "charts/bicycles.toml", &text, &data, "test").problems
}

const FIRST: &str = r#"{{ first("bikes") }}"#;
const LATEST: &str = r#"{{ latest("bikes") }}"#;
const PERIOD: &str = r#"{{ period("bikes") }}"#;

#[test]
fn a_figure_of_the_title_that_the_alternative_text_lacks_is_named_with_its_function() {
    for (title, said, call) in [
        (format!("Bicycles: {FIRST}"), "`10,384`", FIRST),
        ("Bicycles: 10,384 in 2018".to_string(), "`10,384`", r#"{{ value("bikes", "2018") }}"#),
        (format!("{FIRST} and 82,109 in 2019"), "`82,109`", r#"{{ value("bikes", "2019") }}"#),
        (
            r#"Bicycles, {{ times("bikes", "2018", "2019") }} those of 2018"#.to_string(),
            "times",
            r#"{{ times("bikes", "2018", "2019") }}"#,
        ),
    ] {
        let problems = told(&title, "Bicycles sold in each of the years from 2018.");
        let [one] = &problems[..] else { panic!("{title}: {problems:?}") };
        assert_eq!(one.rule, Rule::AltFigures, "{title}: {one:?}");
        assert!(one.message.contains(said), "{title}: {}", one.message);
        let hint = one.hint.as_deref().unwrap_or_default();
        assert!(hint.contains(call), "{title}: {hint}");
        let calls = hint.trim_start_matches("say ");
        assert_eq!(told(&title, &format!("Bicycles: {calls}.")), [], "{title}: {hint}");
    }
}

#[test]
fn an_alternative_text_that_says_them_in_its_own_way_passes() {
    let times = r#"Bicycles: {{ times("bikes", "2018", "2019") }} as many in 2019"#;
    let value = r#"{{ value("bikes", "2019") }}"#;
    for (title, alt) in [
        ("Bicycles on the road", "Dots from 2018 to 2022.".to_string()),
        ("Bicycles in 2018 and 2019", "Dots.".to_string()),
        ("Bicycles of two kinds over five years", "Dots.".to_string()),
        (r#"Bicycles, by {{ sources("bikes", "2019") }} sources"#, "Dots.".to_string()),
        ("Bicycles: 10,384 in 2018", format!("Dots, {FIRST} at first.")),
        ("Bicycles: 10 thousand in 2018", "Dots, 10,384 in 2018.".to_string()),
        (&format!("Bicycles: {FIRST}"), "Dots, the first of them 10,384 in 2018.".to_string()),
        (times, format!("Dots, {FIRST} in 2018 and {value} in 2019.")),
    ] {
        assert_eq!(told(title, &alt), [], "{title} | {alt}");
    }
}

#[test]
fn numbers_typed_in_an_alternative_text_say_how_sure_they_are() {
    for (alt, lacking) in [
        ("Bicycles, 99,000 in 2021.", "about"),
        ("Bicycles, about 120,000 in 2022.", "forecast"),
        ("Bicycles, 44,000 in 2020.", "44,000"),
    ] {
        let problems = told("Bicycles on the road", alt);
        let typed = problems.iter().find(|one| one.rule == Rule::TypedNumber);
        let typed = typed.unwrap_or_else(|| panic!("{alt}: {problems:?}"));
        let said = format!("{} {}", typed.message, typed.hint.as_deref().unwrap_or_default());
        assert!(said.contains(lacking), "{alt}: {said}");
    }
    assert_eq!(told("Bicycles", "Bicycles, about 99,000 in 2021."), []);
    assert_eq!(told("Bicycles", &format!("Bicycles, {LATEST} in {PERIOD}.")), []);
    // It would stay when a newer figure comes.
    let typed: Vec<Rule> = told("Bicycles", &format!("Bicycles, {LATEST} in 2021."))
        .into_iter()
        .map(|problem| problem.rule)
        .collect();
    assert_eq!(typed, [Rule::TypedPeriod]);
}
