//! What is told to be written for a period is the period that was meant.

use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::figure::Period;
use sourceline::problem::Rule;
use sourceline::reading::period;

use crate::reading::{PERIODS, same, setting, unescaped};

/// What `check` tells to write for each text of the cases means what the text may mean, and uses
/// every word of it: never one end only, nor a part of the days.
#[test]
fn hints_for_cells_give_what_was_typed() {
    let texts: Vec<String> = PERIODS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| unescaped(line.split('\t').next().unwrap_or_default()))
        .filter(|text| !text.contains('"'))
        .collect();
    let mut seen = 0;
    for text in texts {
        let Err(error) = Period::parse(&text) else { continue };
        let said = cell_hint(&text);
        let Some(offers) = said.strip_prefix("write ") else { continue };
        if offers.starts_with("the months, as in") || offers == error.hint() {
            continue;
        }
        let settings = ["-", "2023-07-20", "2018-09-03", "fy"].map(setting);
        let meant: Vec<_> = settings
            .iter()
            .flat_map(|setting| {
                period(&text, setting).values().into_iter().map(same).collect::<Vec<_>>()
            })
            .collect();
        for offer in offered(offers) {
            seen += 1;
            assert!(meant.contains(&same(&offer)), "`{text}`: {said}");
        }
    }
    assert!(seen > 200, "only {seen} offers");
}

/// What is to be written by a hint, up to the first example.
fn offered(hint: &str) -> Vec<Period> {
    let offers = hint.split(" as in ").next().unwrap_or_default();
    let firsts = offers.split(" or ").filter_map(|offer| offer.split([' ', ',', ';']).next());
    firsts.filter_map(|word| Period::parse(word).ok()).collect()
}

/// What is said of a figure with this period.
fn cell_hint(text: &str) -> String {
    let files = Files {
        figures: format!("id,series,period,value,source\na,s,\"{text}\",1,x\n").into_bytes(),
        ..Files::default()
    };
    let problems = check(&files, 4).problems;
    let rule = problems.iter().find(|problem| problem.rule == Rule::Period);
    rule.map(|problem| problem.hint.clone().unwrap_or_default().to_string()).unwrap_or_default()
}

/// A year of two numbers is the one that the series has, whenever its years start.
#[test]
fn a_school_year_in_a_function_is_that_of_the_series() {
    let gallery = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gallery/academic-years");
    let said = |words: &[&str]| {
        let program = env!("CARGO_BIN_EXE_sourceline");
        let output = std::process::Command::new(program).current_dir(gallery).args(words).output();
        let output = output.expect("it runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr)
    };
    let asked = said(&["quote", r#"value("homes-finished", "2019/20")"#]);
    assert!(asked.contains("write \"2019-09/2020-08\""), "{asked}");
    let answered = said(&["quote", r#"value("homes-finished", "2019-09/2020-08")"#]);
    assert!(answered.contains("777"), "{answered}");
}
