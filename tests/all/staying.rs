//! A period typed beside the latest figure is told, and no other.

use std::path::Path;

use crate::common::read_files;
use sourceline::chart::resolve;
use sourceline::dataset::Dataset;
use sourceline::problem::Rule;

/// The advice on a chart of parcels by quarter with this title.
fn told(title: &str) -> Option<String> {
    let mut files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/data"));
    files.series.extend_from_slice(b"parcels,Parcels,parcels,flow,,Exampleton,Example Shops,,,,\n");
    files.figures.extend_from_slice(
        b"p-1,parcels,2022-Q1,100,,,,,,shops-report,,,,,\n\
          p-2,parcels,2022-Q2,110,,,,,,shops-report,,,,,\n\
          p-3,parcels,2022-Q3,120,,,,,,shops-report,,,,,\n\
          p-4,parcels,2022-Q4,130,,,,f,,shops-report,,,,,\n",
    );
    let data = Dataset::read(&files, 4).value;
    let text = format!(
        "title = '{title}'\n[[panels]]\nseries = [{{ id = \"parcels\", mark = \"points\" }}]\n"
    );
    let checked = resolve("c", "charts/c.toml", &text, &data, "test");
    let mut problems = checked.problems.iter();
    let found = problems.find(|problem| problem.rule == Rule::TypedPeriod);
    found.map(|problem| problem.message.clone())
}

#[test]
fn a_period_typed_beside_the_latest_figure_is_told() {
    for (title, date) in [
        (r#"In Q3 2022 {{ latest("parcels") }} parcels came"#, "Q3 2022"),
        ("{{ latest(\"parcels\") }} parcels came in\u{a0}Q3 2022", "Q3 2022"),
        (r#"{{ latest("parcels") }} parcels came in 2022"#, "2022"),
        (r#"Parcels are {{ rise("parcels", "2022-Q1", "latest") }} in Q3 2022"#, "Q3 2022"),
        (r#"{{ times("parcels", "first", "latest") }} as many came in Q3 2022"#, "Q3 2022"),
        ("{{ latest(\"parcels\") }} came'\nsubtitle = 'Parcels up to Q3 2022", "Q3 2022"),
        ("Parcels in Q3 2022'\nsubtitle = 'Now {{ latest(\"parcels\") }}", "Q3 2022"),
    ] {
        let told = told(title).unwrap_or_else(|| panic!("{title}"));
        let said = format!("`{date}` is typed beside the latest figure of `parcels`");
        assert!(told.starts_with(&said), "{title}: {told}");
    }
}

/// What is said of the day of reading is of another year a year later.
#[test]
fn a_period_counted_from_today_is_told() {
    for (title, said) in [
        (r#"{{ latest("parcels") }} parcels came last quarter"#, "last quarter"),
        ("Fewer parcels came this year", "this year"),
        (r#"{{ value("parcels", "2022-Q3") }} came, 10 more than a year ago"#, "year ago"),
    ] {
        let told = told(title).unwrap_or_else(|| panic!("{title}"));
        assert!(told.starts_with(&format!("`{said}` will be said")), "{title}: {told}");
    }
}

#[test]
fn other_periods_stay_true() {
    for title in [
        r#"In {{ period("parcels") }} {{ latest("parcels") }} parcels came"#,
        r#"In Q3 2022 {{ value("parcels", "2022-Q3") }} parcels came"#,
        r#"{{ latest("parcels") }} parcels came, {{ rise("parcels", "2022-Q1", "latest") }} since Q1 2022"#,
        r#"{{ first("parcels") }} in Q1 2022 and {{ latest("parcels") }} now"#,
        r#"Now {{ latest("parcels") }} parcels"#,
        "Fewer parcels came in the last year of the survey",
        "Parcels of each year and this one",
    ] {
        assert_eq!(told(title), None, "{title}");
    }
}
