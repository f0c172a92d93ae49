//! What the periods of a series are called: by the subtitle, the ticks and the description alike.

use sourceline::chart::{Chart, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::scene::Role;
use sourceline::draw::{Style, draw};
use sourceline::figure::Years;
use sourceline::reading::{Reading, Setting, period};

/// A series with a figure for each of these periods.
fn chart(starts: &str, periods: &str, mark: &str) -> Chart {
    let row = |(at, period): (usize, &str)| format!("a-{at},a,{period},{},s\n", 100 + at);
    let rows: String = periods.split(' ').enumerate().map(row).collect();
    // what a ratio counts is of no length
    let nature = if mark == "spans" { "ratio" } else { "flow" };
    let files = Files {
        figures: format!("id,series,period,value,source\n{rows}").into(),
        series: format!("id,title,unit,nature,year_starts\na,People,people,{nature},{starts}\n")
            .into(),
        sources: "id,publisher,title\ns,S,S\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4);
    assert_eq!(data.problems, [], "{periods}");
    let spec =
        format!("title = \"As\"\n[[panels]]\nseries = [{{ id = \"a\", mark = \"{mark}\" }}]\n");
    resolve("a", "charts/a.toml", &spec, &data.value, "p").value.expect("a chart")
}

#[test]
fn subtitle_and_ticks_call_a_period_by_one_name() {
    for (starts, periods, subtitle, ticks) in [
        ("", "2018 2019", "by year", "2018|2019"),
        ("", "2018-04/2019-03 2019-04/2020-03", "by financial year", "2018/19|2019/20"),
        ("9", "2018-09/2019-08 2019-09/2020-08", "by academic year", "2018/19|2019/20"),
        ("", "2018-09/2019-08 2019-09/2020-08", "by year ending August", "to Aug 2019|to Aug 2020"),
        ("7", "2020-07/2021-06 2021-07/2022-06", "by year ending June", "to Jun 2021|to Jun 2022"),
        ("9", "2018-04/2019-03 2019-04/2020-03", "by year ending March", "to Mar 2019|to Mar 2020"),
        (
            "",
            "2018-04-06/2019-04-05 2019-04-06/2020-04-05",
            "by year ending 5 April",
            "to 5 Apr 2019|to 5 Apr 2020",
        ),
        ("", "2020-01/2020-06 2020-07/2020-12", "by half-year", "Jan to Jun 2020|Jul to Dec 2020"),
        ("", "2016/2017 2018/2019", "by two years", "2016 and 2017|2018 and 2019"),
        (
            "",
            "2020-01-04/2020-01-10 2020-01-11/2020-01-17",
            "by week ending Friday",
            "10 Jan 2020|17 Jan 2020",
        ),
    ] {
        let chart = chart(starts, periods, "bars");
        assert!(chart.subtitle.contains(subtitle), "{periods}: {}", chart.subtitle);
        let scene = draw(&chart, &Style::of(&chart)).expect("it fits");
        let said: Vec<&str> =
            scene.texts(&[Role::TickLabel]).map(|(_, text)| text.content.as_str()).collect();
        assert_eq!(said.join("|"), ticks, "{periods}");
    }
}

#[test]
fn a_description_says_the_first_and_the_last_day() {
    for (starts, periods, mark, said) in [
        (
            "",
            "2020-01-04/2020-01-10 2020-02-01/2020-02-07",
            "points",
            "4 January 2020 to 7 February 2020",
        ),
        ("", "2020-01/2020-06 2020-07/2020-12", "bars", "January 2020 to December 2020"),
        ("", "2018-09/2019-08 2019-09/2020-08", "bars", "September 2018 to August 2020"),
        ("9", "2018-09/2019-08 2019-09/2020-08", "bars", "2018/19 to 2019/20"),
        ("", "2020-07/2021-06 2020-10/2021-09 2021", "points", "July 2020 to December 2021"),
        // the longest ends last
        ("", "2015/2022 2018/2019", "spans", "2015 to 2022"),
    ] {
        let chart = chart(starts, periods, mark);
        assert!(chart.description.contains(said), "{periods}: {}", chart.description);
    }
}

#[test]
fn a_period_is_read_by_the_years_of_its_series() {
    for (month, written, note) in [
        (9, "2018-09/2019-08", "an academic year"),
        (4, "2018-04/2019-03", "a financial year"),
        (7, "2018-07/2019-06", "a financial year"),
    ] {
        let years = Years::of_project(4).of_series(month);
        let setting = Setting { years, financial_years: Some(true), ..Setting::default() };
        let Reading::Understood(read) = period("2018/19", &setting) else { panic!("{month}") };
        assert_eq!((read.value.to_string(), read.note.as_deref()), (written.into(), Some(note)));
    }
}
