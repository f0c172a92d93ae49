//! Counts over different lengths of time, drawn as averages: what the labels, the subtitle, the notes,
//! the description, the table and computed words say of them.

use sourceline::chart::{Chart, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::export::rows;
use sourceline::locale::EN_GB;

fn files() -> Files {
    Files {
        figures: "id,series,period,value,low,high,qualifier,source\n\
            a-1,cases,2019,1200,,,,s\na-2,cases,2020/2021,2500,,,,s\na-3,cases,2022-01/2022-06,600,,,at_least,s\n\
            a-4,cases,2022-07/2022-09,,270,360,,s\nb-1,closed,2019,1140,,,,s\nb-2,closed,2020,1200,,,,s\n"
            .into(),
        series: "id,title,unit,nature,geography\ncases,Cases opened,cases,flow,Henley\n\
            closed,Cases closed,cases,flow,Henley\n"
            .into(),
        sources: "id,publisher,title,published\ns,Office,T,2023\n".into(),
        events: None,
    }
}

fn asked(title: &str, series: &str) -> Result<Chart, String> {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let spec = format!("title = '{title}'\n[[panels]]\nseries = [{series}]\n");
    let resolved = resolve("c", "charts/c.toml", &spec, &data, "p");
    let said = resolved.problems.iter().map(|one| one.message.clone()).collect::<Vec<_>>();
    resolved.value.ok_or(said.join("; "))
}

const SPANS: &str = "{ id = \"cases\", mark = \"spans\", per = \"month\" }";

#[test]
fn an_average_is_said_with_what_it_is_per_and_of() {
    let chart = asked("Cases", SPANS).expect("a chart");
    let points = &chart.panels[0].layers[0].points;
    let labels: Vec<String> =
        points.iter().map(|point| point.label.text().replace('\u{a0}', " ")).collect();
    assert_eq!(
        labels,
        [
            "100 a month (1,200 in all)",
            "about 104 a month (2,500 in all)",
            "at least 100 a month (at least 600 in all)",
            "90 to 120 a month (270 to 360 in all)",
        ]
    );
    assert!(points.iter().all(|point| point.derived), "they are drawn hollow");
    assert_eq!(chart.subtitle, "Cases opened, a month on average, Henley");
    assert_eq!(
        chart.notes[0].to_string(),
        "Average a month: Cases opened, each count divided by the months of its period."
    );
    for told in [
        "Cases opened: cases a month on average, Henley",
        "100 in 2019 (1,200 in all)",
        "90 to 120 in Q3 2022 (270 to 360 in all)",
    ] {
        assert!(chart.description.contains(told), "{}", chart.description);
    }
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let rows = rows(&chart, &data);
    let remarks: Vec<String> = rows.iter().map(|row| row.remarks(&EN_GB)).collect();
    assert_eq!(remarks[1], "average of 2,500 in all");
    assert_eq!(rows[1].said, "about 104");
}

#[test]
fn computed_words_say_what_an_average_is_per() {
    for (words, said) in [
        ("{{ value(\"cases\", \"2020/2021\") }}", "about 104 a month"),
        ("{{ latest(\"closed\") }}", "100 a month"),
        ("{{ difference(\"closed\", \"2019\", \"2020\") }}", "5 a month"),
        ("{{ change(\"closed\", \"2019\", \"2020\") }}", "about 5%"),
    ] {
        let series =
            if words.contains("closed") { SPANS.replace("cases", "closed") } else { SPANS.into() };
        assert_eq!(asked(words, &series).map(|chart| chart.title), Ok(said.to_string()));
    }
    for function in ["times", "change", "difference"] {
        let words = format!("{{{{ {function}(\"cases\", \"2019\", \"2020/2021\") }}}}");
        let refused = asked(&words, SPANS).expect_err(function);
        assert!(refused.contains("different kind"), "{refused}");
    }
}

#[test]
fn only_a_rate_or_a_count_is_said_per_and_a_count_per_nothing_longer_than_it() {
    let yearly = SPANS.replace("month", "year");
    let refused = asked("Cases", &yearly).expect_err("three months are no year");
    assert!(
        refused.starts_with("`a-3` counts over January to June 2022, which is shorter than a year")
    );
    assert!(asked("Cases", &SPANS.replace("month", "week")).is_ok());
    assert!(asked("Cases", &SPANS.replace("month", "quarter")).is_ok());
}

/// What stands below the number of each label, in the order of the series and then of time.
fn below(series: &str, figures: &str, panel: &str) -> Vec<String> {
    let files = sourceline::dataset::Files {
        series: format!("id,title,unit,nature\n{series}").into(),
        sources: "id,publisher,title\ns,Office,Counts\n".into(),
        figures: format!("id,series,period,value,status,source\n{figures}").into(),
        events: None,
    };
    let data = sourceline::check::check(&files, 4).value;
    let spec = format!("title = \"Counts\"\n[[panels]]\nseries = [{panel}]\n");
    let chart = crate::common::draw_spec("counts", &spec, &data, "counts").expect(panel).chart;
    let layers = chart.panels.iter().flat_map(|panel| &panel.layers);
    let said = layers.flat_map(|layer| layer.marks()).map(|point| {
        let parts = point.label.below.iter().map(|part| part.text.clone());
        parts.collect::<Vec<_>>().join("; ")
    });
    said.collect()
}

#[test]
fn every_label_names_its_period_where_lengths_differ() {
    let average = |id| format!("{{ id = \"{id}\", mark = \"points\", per = \"month\" }}");
    let two = format!("{}, {}", average("a"), average("b"));
    let figures = "1,a,2019,1200,,s\n2,a,2020,1300,,s\n3,b,2020-03,100,,s\n4,b,2020-04,90,,s\n";
    assert_eq!(
        below("a,All,cases,flow\nb,Some,cases,flow\n", figures, &two),
        ["2019", "2020; All", "March 2020", "April 2020; Some"]
    );
    let target = "1,a,2018,100,,s\n2,a,2019,110,,s\n3,a,2025/2026,40,t,s\n";
    let line = "{ id = \"a\", mark = \"line\", per = \"year\" }";
    assert_eq!(below("a,All,cases,flow\n", target, line), ["2018", "2019", "2025 and 2026"]);
    let windows = "1,a,2020-02/2021-01,900,,s\n2,a,2020-05/2021-04,930,,s\n\
        3,a,2020-08/2021-07,960,,s\n4,a,2025,990,t,s\n";
    let line = "{ id = \"a\", mark = \"line\" }";
    assert_eq!(below("a,All,cases,flow\n", windows, line)[3], "year ending December 2025");
    let levels = "1,a,2020-03-31,500,,s\n2,a,2020,520,,s\n3,a,2021-03-31,510,,s\n";
    let points = "{ id = \"a\", mark = \"points\" }";
    let said = below("a,Homes,homes,stock\n", levels, points);
    assert_eq!(said, ["2020", "31 March 2020", "31 March 2021"]);
    let apart = "1,a,2019,500,,s\n2,a,2020-03-31,520,,s\n";
    assert_eq!(below("a,Homes,homes,stock\n", apart, points), ["", ""]);
}
