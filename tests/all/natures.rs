//! What is net, growths, shares and changes: what is said of them, and what is refused.

use sourceline::chart::{Chart, resolve};
use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::problem::{Level, Problem};

fn files() -> Files {
    Files {
        figures: b"id,series,period,value,qualifier,source\n\
            m-2020,moves,2020,-4200,,office\nm-2021,moves,2021,1300,,office\n\
            m-2022,moves,2022,2600,,office\n\
            y-1,year,2021-03,0.7,,office\ny-2,year,2021-04,1.7,,office\n\
            b-1,before,2021-03,-0.2,,office\nb-2,before,2021-04,0.6,,office\n\
            s-1,online,2015,2,,office\ns-2,online,2020,3,,office\nr-2,read,2020,40,,office\n\
            g-1,gained,2015/2020,1,,office\nl-1,lost,2015/2020,-6,about,office\n\
            w-1,wrong,2015/2020,4,,office\n"
            .to_vec(),
        series: b"id,title,unit,nature,base,geography\n\
            moves,Net moves,people,net,,Examplia\n\
            year,Prices,percent,growth,a year earlier,Examplia\n\
            before,Prices,%,growth,the month before,Examplia\n\
            online,Online,percent,share,,Examplia\n\
            read,Readers,percent,share,,Examplia\n\
            gained,Gained,percentage points,change,,Examplia\n\
            lost,Lost,percentage points,change,,Examplia\n\
            wrong,Wrong,percentage points,change,,Examplia\n"
            .to_vec(),
        sources: b"id,publisher,title,published\noffice,Office,Report,2024-01-01\n".to_vec(),
        events: None,
    }
}

fn drawn(spec: &str) -> (Option<Chart>, Vec<Problem>) {
    let files = files();
    let data = check(&files, 4);
    assert_eq!(data.problems, []);
    let checked = resolve("c", "spec", spec, &data.value, "test");
    (checked.value, checked.problems)
}

fn chart(spec: &str) -> Chart {
    let (chart, problems) = drawn(spec);
    assert_eq!(problems, [], "{spec}");
    chart.expect("it can be drawn")
}

fn refused(spec: &str) -> (String, String) {
    let (_, problems) = drawn(spec);
    let errors = problems.into_iter().filter(|problem| problem.level() == Level::Error);
    let all: Vec<_> = errors.map(|one| (one.message, one.hint.unwrap_or_default())).collect();
    assert_eq!(all.len(), 1, "{spec}: {all:?}");
    all[0].clone()
}

fn alone(series: &str, mark: &str, title: &str) -> String {
    format!(
        "title = '{title}'\n[[panels]]\nseries = [{{ id = \"{series}\", mark = \"{mark}\" }}]\n"
    )
}

#[test]
fn a_growth_says_on_what_it_is() {
    for mark in ["line", "bars", "points"] {
        let chart = chart(&alone("year", mark, "Prices"));
        assert_eq!(chart.subtitle, "Prices, percent on a year earlier, by month, Examplia");
        assert!(chart.description.contains("percent on a year earlier"), "{}", chart.description);
    }
    let points = ["year", "before"].map(|id| format!("{{ id = \"{id}\", mark = \"points\" }}"));
    let both = format!("title = 'Prices'\n[[panels]]\nseries = [{}]\n", points.join(", "));
    let chart = chart(&both);
    assert_eq!(
        chart.subtitle,
        "Percent on a year earlier and percent on the month before, Examplia"
    );
    let (message, _) = refused(&both.replace("points", "line").replacen("line", "points", 1));
    assert!(message.contains("percent on a year earlier and percent on the month before"));
}

#[test]
fn percentages_change_by_percentage_points() {
    for (function, says) in [
        (r#"latest("year")"#, "1.7%"),
        (r#"first("before")"#, "−0.2%"),
        (r#"difference("year", "2021-03", "2021-04")"#, "1.0 percentage point"),
        (r#"difference("before", "2021-03", "2021-04")"#, "0.8 percentage points"),
        (r#"difference("online", "2015", "2020")"#, "1 percentage point"),
        (r#"times("online", "2015", "2020")"#, "1.5 times"),
        (r#"value("gained", "2015/2020")"#, "1 percentage point"),
        (r#"difference("moves", "2020", "2021")"#, "5,500"),
        (r#"times("moves", "2021", "2022")"#, "2 times"),
    ] {
        let title = format!("{{{{ {function} }}}}");
        assert_eq!(chart(&alone("moves", "bars", &title)).title, says, "{function}");
    }
}

#[test]
fn what_has_no_quotient_offers_the_difference() {
    for (series, from, to) in
        [("year", "2021-03", "2021-04"), ("online", "2015", "2020"), ("moves", "2020", "2021")]
    {
        let title = format!("{{{{ change(\"{series}\", \"{from}\", \"{to}\") }}}}");
        let (_, hint) = refused(&alone(series, "points", &title));
        let instead = hint.strip_prefix("write ").expect("it says what to write");
        chart(&alone(series, "points", instead));
    }
    refused(&alone("year", "points", r#"{{ times("year", "2021-03", "2021-04") }}"#));
    refused(&alone("moves", "bars", r#"{{ times("moves", "2020", "2021") }}"#));
}

#[test]
fn a_change_in_percentage_points_is_added_to_a_share() {
    let on = |figure: &str, series: &str| {
        format!(
            "title = 'Online'\n[[panels]]\nseries = [{{ id = \"{series}\", mark = \"points\" }}, \
             {{ figure = \"{figure}\", mark = \"change\", on = \"{series}\" }}]\n"
        )
    };
    let label = |chart: &Chart| {
        let mut layers = chart.panels[0].layers.iter();
        layers
            .find_map(|layer| layer.connector.as_ref())
            .expect("a connector")
            .label
            .text()
            .to_string()
    };
    let fits = chart(&on("g-1", "online"));
    assert_eq!(label(&fits), "up 1 percentage point");
    assert!(!notes(&fits).contains("not up"), "{}", notes(&fits));
    let worked_out = chart(&on("l-1", "read"));
    assert_eq!(label(&worked_out), "down about 6 percentage points");
    assert!(
        notes(&worked_out).contains("about 46% for 2015 = 40 + about 6"),
        "{}",
        notes(&worked_out)
    );
    let wrong = notes(&chart(&on("w-1", "online")));
    assert!(wrong.contains("up 1 percentage point, not up 4 percentage points"), "{wrong}");
    let (message, _) = refused(&on("g-1", "moves"));
    assert_eq!(message, "`g-1` is in percentage points, and `moves` is not in percent");
    let (message, _) = refused(&on("g-1", "year"));
    assert_eq!(message, "`year` is itself a change");
}

fn notes(chart: &Chart) -> String {
    let notes = chart.notes.iter().map(|note| note.to_string());
    notes.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_net_stands_in_no_panel_with_growths() {
    let series = ["moves", "year"].map(|id| format!("{{ id = \"{id}\", mark = \"points\" }}"));
    let spec = format!("title = 'Both'\n[[panels]]\nseries = [{}]\n", series.join(", "));
    let (message, _) = refused(&spec);
    assert_eq!(message, "`year` is a growth beside a net amount, and a panel holds one nature");
}
