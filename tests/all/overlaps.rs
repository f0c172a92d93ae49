//! Windows that overlap by one step, and totals that run on from one day: where they stand, what
//! joins them, and what is refused.

use sourceline::chart::{Chart, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::{Period, Span};
use sourceline::problem::{Checked, Rule};

const ROLLING: &str = "2019-07/2020-06 2019-10/2020-09 2020 2020-04/2021-03 2020-07/2021-06";
const RUNNING: &str = "2010/2011 2010/2012 2010/2013";

/// A series `a` with a figure for each of these periods, `a-1` the first.
fn files(nature: &str, periods: &str) -> Files {
    let row = |(at, period): (usize, &str)| format!("a-{},a,{period},{},s\n", at + 1, 100 + at);
    let rows: String = periods.split(' ').enumerate().map(row).collect();
    let unit = if nature == "share," { "percent" } else { "people" };
    Files {
        figures: format!("id,series,period,value,source\n{rows}").into(),
        series: format!("id,title,unit,nature,per\na,As,{unit},{nature}\n").into(),
        sources: "id,publisher,title,published\ns,One,T,2024-01-01\n".into(),
        events: None,
    }
}

fn drawn(files: &Files, head: &str, mark: &str) -> Checked<Option<Chart>> {
    let data = Dataset::read(files, 4).value;
    let spec = format!("{head}\n[[panels]]\nseries = [{{ id = \"a\", mark = \"{mark}\" }}]\n");
    resolve("a", "charts/a.toml", &spec, &data, "p")
}

const TITLE: &str = "title = \"As\"";

#[test]
fn what_reaches_back_stands_at_its_last_day_and_is_joined_by_its_step() {
    for nature in ["flow,", "rate,month", "share,", "ratio,"] {
        for (periods, joined) in [
            (ROLLING, vec![0, 1, 2, 3]),
            // every month the last twelve
            ("2020 2020-02/2021-01 2020-03/2021-02 2020-04/2021-03", vec![0, 1, 2]),
            // three months each month, one of them missing
            (
                "2020-Q1 2020-02/2020-04 2020-03/2020-05 2020-05/2020-07 2020-06/2020-08",
                vec![0, 1, 3],
            ),
            // fifty-two weeks each week
            ("2019-01-05/2020-01-03 2019-01-12/2020-01-10 2019-01-19/2020-01-17", vec![0, 1]),
            // four weeks each week, through a February
            ("2021-01-25/2021-02-21 2021-02-01/2021-02-28 2021-02-08/2021-03-07", vec![0, 1]),
        ] {
            let checked = drawn(&files(nature, periods), TITLE, "line");
            assert_eq!(checked.problems, [], "{nature} {periods}");
            let chart = checked.value.expect("a chart");
            let layer = &chart.panels[0].layers[0];
            for (point, period) in layer.points.iter().zip(periods.split(' ')) {
                let end = Period::parse(period).expect("a period").span().end;
                assert_eq!(point.at, Span { start: end, end }.middle(), "{period}");
                assert!(point.label.below.is_empty(), "{period}");
            }
            let from: Vec<usize> = layer.links.iter().map(|link| link.from).collect();
            assert_eq!(from, joined, "{nature} {periods}");
            let notes: Vec<&str> = chart.notes.iter().map(|note| note.as_str()).collect();
            let told = notes.iter().filter(|note| note.starts_with("Neighbouring figures share "));
            assert_eq!(told.count(), 1, "{notes:?}");
        }
        let checked = drawn(&files(nature, RUNNING), TITLE, "line");
        assert_eq!(checked.problems, [], "{nature}");
        let chart = checked.value.expect("a chart");
        assert_eq!(chart.panels[0].layers[0].links.len(), 2, "{nature}");
        let notes: Vec<&str> = chart.notes.iter().map(|note| note.as_str()).collect();
        assert_eq!(notes, ["Each figure includes the one before it."]);
    }
}

#[test]
fn what_stands_at_its_last_day_is_shown_where_that_day_is() {
    for (periods, from, count) in [
        (ROLLING, "2021", 2),
        (RUNNING, "2012", 2),
        (ROLLING, "2020-Q3", 4),
        (ROLLING, "2021-06", 1),
        (RUNNING, "2013-12", 1),
    ] {
        let files = files("flow,", periods);
        let data = Dataset::read(&files, 4).value;
        let spec = format!(
            "{TITLE}\n[[panels]]\nfrom = \"{from}\"\nseries = [{{ id = \"a\", mark = \"points\" }}]\n"
        );
        let checked = resolve("a", "charts/a.toml", &spec, &data, "p");
        assert_eq!(checked.problems, [], "{from}");
        assert_eq!(
            checked.value.expect("a chart").panels[0].layers[0].points.len(),
            count,
            "{from}"
        );
    }
}

#[test]
fn the_subtitle_says_how_long_windows_are_and_how_often_they_end() {
    for (periods, said) in [
        (ROLLING, "As, people, years ending each quarter"),
        (
            "2019-01-05/2020-01-03 2019-01-12/2020-01-10 2019-01-19/2020-01-17",
            "As, people, 52 weeks ending each week",
        ),
        ("2020-Q1 2020-02/2020-04 2020-03/2020-05", "As, people, three months ending each month"),
        (RUNNING, "As, people, since 2010"),
    ] {
        let checked = drawn(&files("flow,", periods), TITLE, "line");
        assert_eq!(checked.value.expect("a chart").subtitle, said, "{periods}");
    }
}

#[test]
fn a_missing_window_is_told_in_the_description() {
    let checked = drawn(&files("flow,", &ROLLING.replace("2020 ", "")), TITLE, "line");
    let chart = checked.value.expect("a chart");
    let missing = "between year ending September 2020 and year ending March 2021";
    assert!(chart.description.contains(missing), "{}", chart.description);
    assert_eq!(chart.panels[0].layers[0].links.len(), 2);
}

#[test]
fn bars_and_spans_of_what_reaches_back_are_refused_and_the_ways_out_are_ways_out() {
    for nature in ["flow,", "rate,month", "share,", "ratio,"] {
        for mark in ["bars", "spans"] {
            let files = files(nature, ROLLING);
            let checked = drawn(&files, TITLE, mark);
            let [problem] = &checked.problems[..] else { panic!("{:?}", checked.problems) };
            assert_eq!((problem.rule, problem.place.line), (Rule::OverlappingMarks, 3));
            let hint = problem.hint.as_deref().expect("a hint");
            let without = "without = [\"a-2\", \"a-3\", \"a-4\"]";
            assert!(
                hint.contains("mark = \"line\" or \"points\"") && hint.contains(without),
                "{hint}"
            );
            for (head, mark) in
                [(TITLE.to_string(), "points"), (format!("{TITLE}\n{without}"), mark)]
            {
                let mended = drawn(&files, &head, mark);
                assert_eq!(mended.problems, [], "{head} {mark}");
            }
        }
    }
    for nature in ["flow,", "share,"] {
        let checked = drawn(&files(nature, RUNNING), TITLE, "bars");
        let [problem] = &checked.problems[..] else { panic!("{:?}", checked.problems) };
        assert_eq!(problem.rule, Rule::OverlappingMarks);
        assert!(problem.message.contains("includes"), "{}", problem.message);
    }
}

#[test]
fn rates_over_periods_that_share_days_are_no_neighbouring_bars() {
    for periods in ["2020 2020-07/2021-06 2021", "2020 2020-07/2021-06", "2020 2020-07 2021"] {
        for nature in ["rate,week", "share,", "ratio,"] {
            let checked = drawn(&files(nature, periods), TITLE, "bars");
            let rules: Vec<Rule> = checked.problems.iter().map(|problem| problem.rule).collect();
            assert_eq!(rules, [Rule::OverlappingMarks], "{nature} {periods}");
            assert_eq!(drawn(&files(nature, periods), TITLE, "points").problems, []);
        }
    }
}

#[test]
fn what_shares_days_is_not_set_against_each_other() {
    let answer = |nature: &str, periods: &str, call: &str| {
        let head = format!("title = 'So: {{{{ {call} }}}}'");
        let checked = drawn(&files(nature, periods), &head, "points");
        match &checked.problems[..] {
            [] => Ok(checked.value.expect("a chart").title),
            [problem] => {
                assert_eq!(problem.rule, Rule::Words);
                Err(format!("{} / {}", problem.message, problem.hint.as_deref().unwrap_or("")))
            }
            several => panic!("{several:?}"),
        }
    };
    for nature in ["flow,", "rate,month", "ratio,"] {
        for function in ["times", "change", "difference"] {
            let call = format!("{function}(\"a\", \"2019-10/2020-09\", \"2020-07/2021-06\")");
            let told = answer(nature, ROLLING, &call).expect_err("they share days");
            let mended = format!("{function}(\"a\", \"2019-07/2020-06\", \"2020-07/2021-06\")");
            assert!(told.ends_with(&format!("write {{{{ {mended} }}}}")), "{told}");
            answer(nature, ROLLING, &mended).expect("a whole length apart");
        }
    }
    // neither is a window that starts in another month kept from being compared
    answer(
        "flow,",
        &format!("{ROLLING} 2021-10/2022-09"),
        "times(\"a\", \"2020\", \"2021-10/2022-09\")",
    )
    .expect("they share no days");
    for function in ["times", "change"] {
        let call = format!("{function}(\"a\", \"2010/2011\", \"2010/2013\")");
        let told = answer("flow,", RUNNING, &call).expect_err("the one includes the other");
        let mended = "difference(\"a\", \"2010/2011\", \"2010/2013\")";
        assert!(told.ends_with(&format!("write {{{{ {mended} }}}}")), "{told}");
        assert_eq!(answer("flow,", RUNNING, mended).expect("what was counted since"), "So: 2");
        answer("share,", RUNNING, mended).expect_err("no count");
    }
}

#[test]
fn what_is_true_of_a_month_is_not_set_against_what_is_true_of_a_year() {
    for nature in ["rate,week", "share,", "ratio,"] {
        for function in ["times", "change", "difference"] {
            let head = format!("title = '{{{{ {function}(\"a\", \"2019\", \"2020-01\") }}}}'");
            let checked = drawn(&files(nature, "2019 2020-01"), &head, "points");
            let [problem] = &checked.problems[..] else { panic!("{:?}", checked.problems) };
            if nature == "share," && function != "difference" {
                continue;
            }
            assert!(problem.message.contains("of different length"), "{}", problem.message);
        }
    }
}
