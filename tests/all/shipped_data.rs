//! The data of this project, read by the program itself.

use std::path::Path;

use crate::common::read_files;
use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::figure::{Nature, Per, Qualifier};
use sourceline::problem::{Level, Problem, Rule};

fn shipped() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

fn listed(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| {
            let Problem { place, rule, message, .. } = problem;
            let level = problem.level();
            format!("{place}: {level} {rule}: {message}\n")
        })
        .collect()
}

#[test]
fn the_shipped_data_has_no_errors() {
    let files = shipped();
    let checked = check(&files, 4);
    let errors: Vec<Problem> =
        checked.problems.into_iter().filter(|problem| problem.level() == Level::Error).collect();
    assert!(errors.is_empty(), "{}", listed(&errors));
    assert_eq!(checked.value.figures.len(), 310);
    assert_eq!(checked.value.series.len(), 77);
    assert_eq!(checked.value.sources.len(), 136);
    assert_eq!(checked.value.events.len(), 13);
}

#[test]
fn the_shipped_data_has_exactly_eight_disputes_and_what_is_worked_out_of_them() {
    let files = shipped();
    let data = check(&files, 4).value;
    let named = |worked_out: bool| {
        let disputed = data.observations().filter(|one| one.disputed);
        let of_kind = disputed.filter(|one| (data.claims(one).len() == 1) == worked_out);
        let mut named: Vec<String> =
            of_kind.map(|one| format!("{} {}", data.series(one.series).id, one.period)).collect();
        named.sort();
        named
    };
    assert_eq!(
        named(false),
        [
            "ceop-children-total 2006-04/2009-03",
            "iwf-confirmed 2011",
            "iwf-confirmed 2020",
            "nca-referrals-change 2013/2017",
            "ncmec-reports 1998-03/1998-12",
            "serious-harm-change 2019-04/2020-09",
            "threat-online 2018-09~",
            "threat-range 2021-05~",
        ]
    );
    assert_eq!(
        named(true),
        [
            "ceop-children 2006-04/2007-03",
            "ceop-children 2009-04/2010-03",
            "iwf-self-generated-share 2020",
        ]
    );
}

/// What was found wrong and mended: the cell as it is now, and a word of the reason in the note.
#[test]
fn what_was_corrected_stands_with_its_reason() {
    const MENDED: [(&str, &str, &str, &str); 18] = [
        ("caid-2021-06-lbc", "origin", "lbc-2021-06-30", "own voice"),
        ("caid-growth-2021-lbc", "origin", "lbc-2021-06-30", "own voice"),
        ("threat-men-2018-sputnik", "origin", "javid-speech-2018", "Javid's speech"),
        ("threat-men-2018-sputnik-early", "origin", "", "before the speech"),
        ("serious-harm-2020-eandt", "origin", "dfe-serious-incidents", "Department for Education"),
        ("self-generated-share-edp", "origin", "edp-2021-02", "Not attributed"),
        ("threat-2022-express", "origin", "nca-assessment-2021", "deputy director"),
        ("ncmec-2024-nca", "origin", "ncmec-counts", "NCMEC's own count"),
        ("ncmec-incidents-2024", "origin", "ncmec-counts", "NCMEC's own count"),
        ("iwf-assessed-2018-iicsa", "origin", "iwf-counts", "229,328"),
        ("arrests-monthly-2019-edp", "repeats", "arrests-monthly-2018-npcc", "word for word"),
        ("children-monthly-2019-edp", "repeats", "children-monthly-2018-npcc", "word for word"),
        ("threat-2018-recalled", "superseded_by", "threat-2018-speech", "66,000 is a part"),
        ("iwf-assessed-2021-misprint", "superseded_by", "iwf-assessed-2021", "digits swapped"),
        ("caid-2021-bailey", "period", "2021-Q2~", "Mars"),
        ("nca-referrals-change-channel4", "qualifier", "about", "seven-fold"),
        ("ncmec-1998", "period", "1998-03/1998-12", "March 1998"),
        ("ncmec-1998-doj", "period", "1998-03/1998-12", "March 1998"),
    ];
    let text = shipped().figures;
    let mut rows = csv::Reader::from_reader(&text[..]);
    let header = rows.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let place = |name: &str| header.iter().position(|one| one == name).expect(name);
    for (id, column, now, reason) in MENDED {
        let row = rows.iter().find(|row| &row[0] == id).expect(id);
        assert_eq!(&row[place(column)], now, "{id}: {column}");
        assert!(row[place("note")].contains(reason), "{id}: {}", &row[place("note")]);
    }
}

#[test]
fn the_shipped_data_needs_no_advice_but_on_running_totals_and_part_years() {
    let files = shipped();
    let problems = check(&files, 4).problems;
    let other: Vec<Problem> =
        problems.into_iter().filter(|problem| problem.rule != Rule::Overlap).collect();
    assert!(other.is_empty(), "{}", listed(&other));
}

#[test]
fn the_datapackage_allows_the_words_that_the_program_reads() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/datapackage.json");
    let text = std::fs::read_to_string(file).expect("it can be read");
    let package: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let tables = package["resources"].as_array().expect("a list").iter();
    let columns: Vec<_> =
        tables.flat_map(|table| table["schema"]["fields"].as_array().expect("a list")).collect();
    let allowed = |name: &str| -> Vec<&str> {
        let column = columns.iter().find(|column| column["name"] == name).expect(name);
        let words = column["constraints"]["enum"].as_array().expect(name).iter();
        words.map(|word| word.as_str().expect("a word")).collect()
    };
    assert_eq!(allowed("qualifier"), Vec::from_iter(Qualifier::all().map(Qualifier::word)));
    assert_eq!(allowed("nature"), Nature::ALL.map(Nature::word));
    assert_eq!(allowed("per"), Per::ALL.map(Per::word));
    let nature = columns.iter().find(|column| column["name"] == "nature").expect("it is there");
    let told = Nature::ALL.map(|nature| format!("{}: {}", nature.word(), nature.about()));
    assert_eq!(nature["description"], format!("{}.", told.join("; ")));
    let readme = include_str!("../../data/README.md");
    let told = Nature::ALL.map(|nature| format!("`{}` {}", nature.word(), nature.about()));
    assert!(readme.contains(&format!("Nature: {}.", told.join("; "))), "{told:?}");
}
