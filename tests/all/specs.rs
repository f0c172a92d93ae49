//! Specs: the seven charts of the project in words, and a file for everything that is refused.
//!
//! `tests/specs/NAME.toml` must be answered with `NAME.said`, and `NAME.mended.toml` must be
//! accepted. With `APPROVE=1` the answers are written down anew; read them before committing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::read_files;
use proptest::prelude::*;
use sourceline::chart::{
    Body, Chart, ChartSpec, HouseRules, Hue, Joins, Layer, MOST_SERIES, Point, Runs, Scale,
    resolve, resolve_spec,
};
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::{Frequency, Nature, Period, Quantity, Span};
use sourceline::locale::EN_GB;
use sourceline::output::catalogue::Catalogue;
use sourceline::problem::{Checked, Problem, Rule};

const CHARTS: [&str; 7] = [
    "referrals",
    "arrests",
    "images",
    "ncmec-reports",
    "iwf-reports",
    "threat-estimates",
    "children-safeguarded",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn project() -> Files {
    read_files(&root().join("data"))
}

fn cases() -> PathBuf {
    root().join("tests/specs")
}

fn spec(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A chart that must be there, with nothing to be said of its spec.
fn chart(data: &Dataset, path: &Path) -> Chart {
    let checked = resolved(data, path);
    assert_eq!(checked.problems, [], "{}", path.display());
    checked.value.expect("no problem, so a chart")
}

fn resolved(data: &Dataset, path: &Path) -> Checked<Option<Chart>> {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
    first(name, &spec(path), data)
}

/// The one chart of a spec, or its first where it has one for each of several series.
fn first(name: &str, text: &str, data: &Dataset) -> Checked<Option<Chart>> {
    let catalogue = Catalogue::of([(name.to_string(), Ok(text.to_string()))], data);
    let chart = ChartSpec { label: "spec".into(), ..catalogue.charts()[0].clone() };
    resolve_spec(&chart, &HouseRules::default(), data, "test")
}

fn committed(data: &Dataset) -> Vec<Chart> {
    let charts = CHARTS.iter().map(|name| root().join(format!("charts/{name}.toml")));
    charts.map(|path| chart(data, &path)).collect()
}

fn invented() -> (Files, Vec<PathBuf>) {
    project_in(&root().join("tests/charts"))
}

/// The projects of the gallery, each with its specs.
fn gallery() -> Vec<(Files, Vec<PathBuf>)> {
    let folders = fs::read_dir(root().join("tests/gallery")).expect("the folder is there");
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders.iter().map(|folder| project_in(folder)).collect()
}

fn project_in(folder: &Path) -> (Files, Vec<PathBuf>) {
    let mut specs: Vec<PathBuf> = fs::read_dir(folder.join("charts"))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    specs.sort();
    (read_files(&folder.join("data")), specs)
}

fn said(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let place = &problem.place;
        let hint = problem.hint.as_deref().unwrap_or_default();
        format!(
            "{}:{} {}: {}\n    {hint}\n",
            place.line, place.column, problem.rule, problem.message
        )
    };
    problems.iter().map(line).collect()
}

#[test]
fn every_mistake_is_answered_and_its_mended_twin_accepted() {
    let files = read_files(&cases().join("data"));
    let data = Dataset::read(&files, 4);
    assert_eq!(data.problems, []);
    let mut names: Vec<String> = fs::read_dir(cases())
        .expect("the folder is there")
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".toml")?.to_string()).filter(|name| !name.contains('.'))
        })
        .collect();
    names.sort();
    assert!(names.len() > 50);
    for name in names {
        let text = spec(&cases().join(format!("{name}.toml")));
        let checked = first(&name, &text, &data.value);
        assert!(checked.value.is_none(), "{name} is accepted");
        let answer = cases().join(format!("{name}.said"));
        let found = said(&checked.problems);
        if std::env::var_os("APPROVE").is_some() {
            fs::write(&answer, &found).expect("written");
        }
        assert_eq!(found, spec(&answer), "{name}");
        chart(&data.value, &cases().join(format!("{name}.mended.toml")));
    }
}

#[test]
fn words_compute_and_carry_the_weaker_qualifier() {
    let files = read_files(&cases().join("data"));
    let data = Dataset::read(&files, 4).value;
    let title = |expression: &str| {
        let spec = format!(
            "title = '{{{{ {expression} }}}}'\n[[panels]]\nseries = [{{ id = \"bikes\", mark = \"points\" }}]\n"
        );
        let checked = resolve("c", "spec", &spec, &data, "test");
        assert_eq!(checked.problems, [], "{expression}");
        checked.value.expect("a chart").title
    };
    for (expression, expected) in [
        (r#"latest("bikes")"#, "about 99,000"),
        (r#"first("bikes")"#, "10,384"),
        (r#"value("bikes", "2019")"#, "82,109"),
        (r#"times("bikes", "2018", "2019")"#, "about 7.9 times"),
        (r#"times("bikes", "2019", "2018")"#, "about 0.13 times"),
        (r#"change("bikes", "2018", "2019")"#, "about 691%"),
        (r#"change("bikes", "2019", "2018")"#, "about −87%"),
        (r#"change("bikes", "2020", "2021")"#, "about 10%"),
        (r#"difference("bikes", "2018", "2019")"#, "71,725"),
        (r#"difference("bikes", "2020", "2021")"#, "about 9,000"),
        (r#"times("bikes-least", "2019", "2020")"#, "at most 1.3 times"),
        (r#"change("bikes-least", "2019", "2020")"#, "at most 22%"),
        (r#"times("bikes-least", "2020", "2019")"#, "at least 0.82 times"),
        (r#"difference("cyclists", "2018", "2019")"#, "2.5 percentage points"),
        (r#"times("cyclists", "2018", "2019")"#, "1.2 times"),
        (r#"times("shops", "2018-06-30", "2019-06-30")"#, "1.2 times"),
        (r#"value("bikes-guessed", "2018")"#, "10,000 to 12,000"),
        (r#"value("bikes-change", "2018/2019")"#, "about 700%"),
        (r#"latest("calls")"#, "about 40"),
        (r#"sources("bikes")"#, "2"),
        (r#"sources("bikes", "2019")"#, "2"),
        (r#"sources("bikes", "2018")"#, "1"),
        ("sources()", "1"),
    ] {
        assert_eq!(title(expression), expected, "{expression}");
    }
}

/// However many series a chart has, those of one panel look unlike.
#[test]
fn no_two_series_of_a_panel_have_one_colour() {
    let files = read_files(&cases().join("data"));
    let data = Dataset::read(&files, 4).value;
    let panel = |shops: &[u32]| {
        let line = |shop: &u32| format!("{{ id = \"shop-{shop:02}\", mark = \"points\" }}");
        let lines: Vec<String> = shops.iter().map(line).collect();
        format!("[[panels]]\nseries = [{}]\n", lines.join(", "))
    };
    let panels = [panel(&[1, 2, 3, 4, 5, 6]), panel(&[7, 1]), panel(&[8, 7, 2, 1, 9, 3])];
    let text = format!("title = \"Shops\"\n{}", panels.concat());
    let checked = resolve("c", "spec", &text, &data, "test");
    assert_eq!(checked.problems, []);
    let chart = checked.value.expect("a chart");
    let mut of_series: BTreeMap<&str, usize> = BTreeMap::new();
    for panel in &chart.panels {
        let colour = |layer: &Layer| match layer.hue {
            Hue::Palette(at) => at,
            Hue::Grey | Hue::Ink => panic!("{} has no colour", layer.series),
        };
        let colours: BTreeSet<usize> =
            panel.layers.iter().map(|layer| colour(layer) % MOST_SERIES).collect();
        assert_eq!(colours.len(), panel.layers.len(), "{colours:?}");
        for layer in &panel.layers {
            assert_eq!(*of_series.entry(&layer.series).or_insert(colour(layer)), colour(layer));
        }
    }
}

/// An event does not stretch the axis into emptiness, and is not lost either.
#[test]
fn an_event_far_from_the_figures_is_told_and_not_drawn() {
    let folder = root().join("tests/gallery/far-event");
    let files = read_files(&folder.join("data"));
    let data = Dataset::read(&files, 4).value;
    let text = spec(&folder.join("charts/far-event.toml"));
    let chart = |text: &str| resolve("far-event", "spec", text, &data, "test");
    let checked = chart(&text);
    let rules: Vec<Rule> = checked.problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, [Rule::FarEvent]);
    let far = checked.value.expect("advice stops nothing");
    let drawn = |chart: &Chart| -> Vec<String> {
        chart.panels[0].events.iter().map(|event| event.event.clone()).collect()
    };
    assert_eq!(drawn(&far), ["tunnel-opens"]);
    let told = "Road through the wood opens, May 1974";
    assert!(
        far.notes
            .iter()
            .any(|note| note.as_str().starts_with("Not drawn: ") && note.as_str().contains(told))
    );
    assert!(far.description.contains(&format!("Event, not drawn: {told}.")));
    let asked = chart(&text.replace("events =", "from = \"1974\"\nevents ="));
    assert_eq!(asked.problems, []);
    let asked = asked.value.expect("a chart");
    assert_eq!(drawn(&asked), ["road-opens", "tunnel-opens"]);
    assert!(asked.notes.iter().all(|note| !note.as_str().contains(told)));
}

/// An axis that begins at zero is not said to begin elsewhere, whatever the spec asks for.
#[test]
fn an_axis_is_without_zero_only_where_zero_is_far() {
    let data = |values: &str| {
        let row = |(at, value): (usize, &str)| format!("f{at},a,{},{value},s\n", 2015 + at);
        let rows: String = values.split(' ').enumerate().map(row).collect();
        Files {
            figures: format!("id,series,period,value,source\n{rows}").into(),
            series: "id,title,unit,nature\na,Depth,metres,ratio\n".into(),
            sources: "id,publisher,published\ns,Office,2020\n".into(),
            ..Files::default()
        }
    };
    let text = "title = 'T'\n[[panels]]\nzero = false\nseries = [{ id = 'a', mark = 'points' }]\n";
    for (values, without_zero) in [
        ("97 103", true),
        ("40 100", true),
        ("5", true),
        ("-97 -103", true),
        ("20 500", false),
        ("0 500", false),
        ("-3 4", false),
        ("-500 -1", false),
        ("0", false),
    ] {
        let files = data(values);
        let data = Dataset::read(&files, 4).value;
        let checked = resolve("c", "spec", text, &data, "test");
        let told: Vec<Rule> = checked.problems.iter().map(|problem| problem.rule).collect();
        assert_eq!(told.is_empty(), without_zero, "{values}: {told:?}");
        assert!(told.iter().all(|rule| *rule == Rule::ZeroIsNear), "{values}: {told:?}");
        let chart = checked.value.expect("advice stops nothing");
        assert_eq!(chart.subtitle.contains("does not start at zero"), without_zero, "{values}");
        assert_eq!(chart.panels[0].scale == Scale::Loose, without_zero, "{values}");
    }
}

#[test]
fn the_charts_of_the_project_are_what_they_should_be() {
    let files = project();
    let data = Dataset::read(&files, 4).value;
    let charts = committed(&data);
    for chart in &charts {
        assert!(chart.alt.chars().count() <= 250, "{}", chart.alt);
        assert_eq!(chart.stamp.inputs.len(), 16);
        let sources: BTreeSet<&str> = chart.sources.iter().map(|one| &*one.text).collect();
        assert_eq!(sources.len(), chart.sources.len(), "each source once");
    }
    let title = |at: usize| charts[at].title.as_str();
    assert!(title(0).contains("about 7.9 times"), "{}", title(0));
    assert!(title(2).contains("about 20 million"), "{}", title(2));
    assert!(title(3).contains("36.2 million"), "{}", title(3));
    let referrals = &charts[0].panels[0];
    let connector = referrals.layers[1].connector.as_ref().expect("the stated change");
    assert_eq!(connector.label.text(), "up about 700%");
    assert!(referrals.layers[1].points.is_empty() && referrals.layers[0].links.is_empty());
    assert!(
        charts[0].notes[0].as_str().contains("stated by 5 sources, 3 of them reporting others")
    );
    let disputed = |at: usize| {
        let layers = charts[at].panels.iter().flat_map(|panel| &panel.layers);
        layers.flat_map(|layer| &layer.points).filter(|point| point.disputed).count()
    };
    // of the eight disputes these charts draw four, and two figures that are worked out of others
    assert_eq!([0, 1, 2, 3, 4, 5, 6].map(disputed), [0, 0, 0, 0, 2, 2, 2]);
    let ncmec = &charts[3].panels[0].layers[0];
    assert_eq!((ncmec.points.len(), ncmec.links.len()), (26, 24));
}

/// The rules of joining, judged again from the data.
#[test]
fn no_line_joins_what_may_not_be_joined() {
    let mut projects = gallery();
    projects.push(invented());
    projects.push(project_in(&root()));
    let datasets: Vec<(Dataset, &[PathBuf])> = projects
        .iter()
        .map(|(files, specs)| (Dataset::read(files, 4).value, specs.as_slice()))
        .collect();
    let charts = datasets
        .iter()
        .flat_map(|(data, specs)| specs.iter().map(move |path| (data, resolved(data, path))))
        .map(|(data, checked)| (data, checked.value.expect("a chart")));
    let (mut links, mut bands) = (0, 0);
    for (data, chart) in charts {
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            (links, bands) = (links + layer.links.len(), bands + layer.bands.len());
            let joined = || layer.links.iter().chain(&layer.bands);
            assert!(joined().next().is_none() || layer.mark.traits().joins == Joins::Points);
            for link in joined() {
                let pair = [&layer.points[link.from], &layer.points[link.to]];
                let figures = pair.map(|point| {
                    data.figure(data.find_figure(&point.figure).expect("a figure of the data"))
                });
                assert_eq!(figures[0].series, figures[1].series);
                assert!(!figures[1].status.is_break(), "{} {}", chart.name, figures[1].id);
                let spans = figures.map(|figure| figure.period.span());
                let value = |point: &Point| {
                    point.quantity.value().is_some_and(|_| point.quantity.open().is_none())
                };
                assert!(layer.bands.contains(link) || pair.iter().all(|point| value(point)));
                if figures[0].period.span().overlaps(spans[1]) {
                    let [one, next] = spans.map(Span::whole_months);
                    assert!(one == next || spans[0].start == spans[1].start);
                    assert!(pair[0].at < pair[1].at);
                    continue;
                }
                assert!(Frequency::shared(spans).is_some());
                let nature = data.series(figures[0].series).nature;
                if nature != Nature::Stock {
                    assert_eq!(pair[0].span.end.next(), pair[1].span.start);
                }
                let inside = |span: Span| pair[0].span < span && span < pair[1].span;
                assert!(!layer.gaps.iter().any(|gap| inside(gap.span)));
            }
        }
    }
    assert!(links > 100 && bands > 5);
}

/// A small data set over `figures`, with the counts `eggs` and the levels `hens`.
fn small(figures: &str) -> Files {
    let head = "id,series,period,value,low,high,qualifier,status,formula,source,rank,note\n";
    Files {
        figures: format!("{head}{figures}").into_bytes(),
        series: b"id,title,unit,nature,per,geography,counted_by\n\
            eggs,Eggs sold,eggs,flow,,Henley,Farm\n\
            chicks,Chicks sold,eggs,flow,,Henley,Farm\n\
            hens,Hens kept,hens,stock,,Henley,Farm\n\
            growth,Change in eggs sold,percent,change,,Henley,Farm\n\
            visits,Visits to the farm,visits,rate,month,Henley,Farm\n"
            .to_vec(),
        sources: b"id,kind,publisher,title,published,url\n\
            farm,report,Farm,Report,2024-01-01,https://example.org/farm\n\
            vet,report,Vet,Letter,2024-02-01,https://example.org/vet\n"
            .to_vec(),
        events: Some(b"id,date,label,source\nfox,2020-05-01,The fox comes,vet\n".to_vec()),
    }
}

#[test]
fn a_break_stays_where_it_is_whoever_is_drawn() {
    let eggs = "a,eggs,2018,100,,,,,,farm,,\nb,eggs,2019,110,,,,,,farm,,\n\
        c,eggs,2020,300,,,,,,farm,,\nd,eggs,2021,310,,,,,,farm,,\n";
    let hens = "a,hens,2018,100,,,,,,farm,,\nb,hens,2019,110,,,,,,farm,,\n\
        c,hens,2020,300,,,,b,,farm,,Break: counted anew.\nd,hens,2021,310,,,,,,farm,,\n";
    let superseded = "c0,eggs,2020,290,,,,b,,farm,superseded,Break: counted anew.\n";
    let second = "c0,eggs,2020,300,,,about,b,,vet,,Break: counted anew.\n";
    for (figures, series, without, expected) in [
        (format!("{eggs}{superseded}"), "eggs", "", vec![0, 2]),
        (format!("{eggs}{second}"), "eggs", "", vec![0, 2]),
        (format!("{eggs}{second}"), "eggs", "without = [\"c0\"]\n", vec![0, 2]),
        (hens.to_string(), "hens", "without = [\"c\"]\n", vec![0]),
    ] {
        let files = small(&figures);
        let data = Dataset::read(&files, 4);
        assert_eq!(data.problems, []);
        let spec = |title: &str| {
            format!(
                "title = '{title}'\n{without}[[panels]]\nseries = [{{ id = \"{series}\", mark = \"line\" }}]\n"
            )
        };
        let checked = resolve("c", "spec", &spec("Eggs"), &data.value, "test");
        assert_eq!(checked.problems, [], "{figures}");
        let chart = checked.value.expect("a chart");
        let links = chart.panels[0].layers[0].links.iter().map(|link| link.from);
        assert_eq!(links.collect::<Vec<usize>>(), expected, "{figures}{without}");
        assert_eq!(chart.panels[0].breaks.len(), 1);
        let note = "Counted differently from 2020: counted anew.";
        assert!(chart.notes.iter().any(|told| told == note), "{:?}", chart.notes);
        let across = format!("{{{{ times(\"{series}\", \"2019\", \"2021\") }}}}");
        let problems = resolve("c", "spec", &spec(&across), &data.value, "test").problems;
        let told = "a break lies between 2019 and 2021: counted anew";
        assert!(problems.iter().any(|one| one.message == told), "{problems:?}");
    }
}

/// The chart of a spec over a small data set.
fn drawn(figures: &str, panel: &str) -> Chart {
    drawn_with("", figures, panel)
}

/// Brings the numbers of sources back.
const NUMBERS: &str = "citations = \"numbers\"";

/// With other keys of the whole chart.
fn drawn_with(keys: &str, figures: &str, panel: &str) -> Chart {
    let files = small(figures);
    let data = Dataset::read(&files, 4);
    assert_eq!(data.problems, [], "{figures}");
    let spec = format!("title = \"The farm\"\n{keys}\n[[panels]]\n{panel}\n");
    let checked = resolve("c", "spec", &spec, &data.value, "test");
    assert_eq!(checked.problems, [], "{panel}");
    checked.value.expect("a chart")
}

#[test]
fn a_stated_change_that_its_ends_contradict_is_told() {
    let told = |to: &str, stated: &str| {
        let figures = format!(
            "a,eggs,2018,300,,,,,,farm,,\nb,eggs,2019,{to},,,,,,farm,,\n\
             g,growth,2018/2019,{stated},,,,,,farm,,\n"
        );
        let chart = drawn(
            &figures,
            "series = [{ id = \"eggs\", mark = \"points\" }, { figure = \"g\", on = \"eggs\", mark = \"change\" }]",
        );
        chart.notes.iter().map(Runs::to_string).find(|note| note.ends_with("as quoted."))
    };
    let note = |text: &str| Some(text.to_string());
    assert_eq!(told("500", "-50"), note("From 300 to 500 is up 67%, not down 50% as quoted."));
    assert_eq!(told("500", "67"), None);
    assert_eq!(told("500", "66.7"), None);
    assert_eq!(told("500", "66.6"), note("From 300 to 500 is up 66.7%, not up 66.6% as quoted."));
    assert_eq!(told("200", "30"), note("From 300 to 200 is down 33%, not up 30% as quoted."));
}

#[test]
fn a_converted_range_is_no_more_precise_than_any_other_result() {
    let chart = drawn(
        "v,visits,2018,,2269,4538,range,,,farm,,\n",
        "series = [{ id = \"visits\", mark = \"points\", per = \"week\" }]",
    );
    let label = &chart.panels[0].layers[0].points[0].label;
    assert_eq!(label.text(), "522 to 1,040");
    assert_eq!(label.ends, Some(("522".into(), "1,040".into())));
}

#[test]
fn a_subtitle_names_every_kind_of_period() {
    let chart = drawn(
        "a,eggs,2018,300,,,,,,farm,,\nb,chicks,2018-04/2019-03,20,,,,,,farm,,\n",
        "series = [{ id = \"eggs\", mark = \"points\" }, { id = \"chicks\", mark = \"points\" }]",
    );
    assert_eq!(chart.subtitle, "Eggs sold and chicks sold, by year and by financial year, Henley");
}

#[test]
fn events_and_gaps_have_their_source_at_the_foot() {
    let figures = "a,eggs,2019,300,,,,,,farm,,\nb,eggs,2020,310,,,,,,farm,,\n";
    let chart =
        drawn(figures, "events = [\"fox\"]\nseries = [{ id = \"eggs\", mark = \"points\" }]");
    let sources: Vec<&str> = chart.sources.iter().map(|one| &*one.source).collect();
    assert_eq!(sources, ["farm", "vet"]);
    // All figures have one source: none needs a number, and the event has its own in words.
    assert_eq!(chart.panels[0].events[0].cite, "");
    assert_eq!(chart.panels[0].layers[0].points[0].label.cite(), "");
    assert_eq!([&*chart.sources[0].only_of, &*chart.sources[1].only_of], ["", "the event"]);
    let more = format!("{figures}c,eggs,2021,290,,,,,,vet,,\n");
    let chart = drawn_with(
        NUMBERS,
        &more,
        "events = [\"fox\"]\nseries = [{ id = \"eggs\", mark = \"points\" }]",
    );
    assert_eq!(chart.panels[0].events[0].cite, "[2]");
    assert_eq!(chart.panels[0].layers[0].points[0].label.cite(), "[1]");
    assert!(chart.sources.iter().all(|source| source.only_of.is_empty()));
    let gap = format!("{figures}c,eggs,2021,,,,,c,,vet,,\n");
    let chart = drawn_with(NUMBERS, &gap, "series = [{ id = \"eggs\", mark = \"points\" }]");
    let sources: Vec<&str> = chart.sources.iter().map(|one| &*one.source).collect();
    assert_eq!(sources, ["farm", "vet"]);
    assert_eq!(chart.panels[0].layers[0].gaps[0].cite, "[2]");
}

#[test]
fn who_has_no_number_where_another_has_one_is_told() {
    let figures = "a,eggs,2019,300,,,,,,farm,,\nb,eggs,2019,,,,,c,,vet,,\n";
    let panel = "series = [{ id = \"eggs\", mark = \"points\" }]";
    let (chart, with_numbers) = (drawn(figures, panel), drawn_with(NUMBERS, figures, panel));
    assert_eq!(chart.notes, ["Vet gives no number for 2019: confidential."]);
    assert_eq!(with_numbers.notes, ["Vet [2] gives no number for 2019: confidential."]);
}

#[test]
fn required_labels_are_the_ends_extremes_title_disputes_and_breaks_where_there_are_many() {
    let files = project();
    let data = Dataset::read(&files, 4).value;
    for chart in committed(&data) {
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            let required: Vec<usize> =
                (0..layer.points.len()).filter(|at| layer.points[*at].label.required).collect();
            let bars = layer.mark.traits().body == Body::Bar;
            let expected: Vec<usize> = match layer.series.as_str() {
                // first, the one of which the author says something, highest, last
                "ncmec-reports" => vec![0, 15, 24, 25],
                "arrests-monthly" => vec![0, 1, 9],
                "children-safeguarded-monthly" => vec![0, 9, 10],
                // first and lowest, two disputes, last and highest
                "iwf-assessed" => vec![0, 2, 3, 11],
                // and both sides of the break
                "iwf-confirmed" => vec![0, 1, 2, 3, 9, 13],
                // each with its period below its value
                "caid-images" => vec![0, 1, 2, 3, 4],
                // four times the same, and one label
                "threat-range" => vec![0],
                _ if bars || layer.points.len() <= 2 => (0..layer.points.len()).collect(),
                other => panic!("say which labels {other} must have"),
            };
            assert_eq!(required, expected, "{}", layer.series);
        }
    }
}

/// Runs of digits with their separators.
fn digits(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for (at, letter) in text.char_indices() {
        let next = text[at + letter.len_utf8()..].chars().next();
        let joins = matches!(letter, ',' | '.' | '/')
            && !run.is_empty()
            && next.is_some_and(|next| next.is_ascii_digit());
        match letter.is_ascii_digit() || joins {
            true => run.push(letter),
            false if run.is_empty() => {}
            false => found.push(std::mem::take(&mut run)),
        }
    }
    found.extend(Some(run).filter(|run| !run.is_empty()));
    found
}

/// An average is said with three digits.
fn averages_of(point: &Point) -> Vec<String> {
    let numbers = point.quantity.numbers().into_iter();
    let whole = numbers.filter(|number| !number.fract().is_zero());
    whole.filter_map(|number| number.round_sf(3)).map(|number| EN_GB.full(number)).collect()
}

fn numbers_of(point: &Point) -> Vec<String> {
    let quantity: &Quantity = &point.quantity;
    quantity.numbers().into_iter().map(|number| EN_GB.full(number)).collect()
}

#[test]
fn every_number_of_a_description_is_found_in_its_chart() {
    let own_files = project();
    let own = Dataset::read(&own_files, 4).value;
    let (invented_files, specs) = invented();
    let invented = Dataset::read(&invented_files, 4).value;
    let own_charts = committed(&own).into_iter().map(|chart| (&own, chart));
    let others = specs.iter().map(|path| (&invented, chart(&invented, path)));
    for (data, chart) in own_charts.chain(others) {
        let mut known: Vec<String> = vec![chart.sources.len().to_string()];
        let mut say = |text: &str| known.extend(digits(text));
        for panel in &chart.panels {
            say(&panel.title);
            panel.events.iter().for_each(|event| say(&event.label));
            for layer in &panel.layers {
                say(&layer.name);
                let series = data.find_series(&layer.series).expect("a series of the data");
                say(&data.series(series).title);
                for point in &layer.points {
                    numbers_of(point).iter().for_each(|number| say(number));
                    averages_of(point).iter().for_each(|number| say(number));
                    say(&point.label.text());
                }
                layer.connector.iter().for_each(|connector| say(&connector.label.text()));
                let spans = layer.points.iter().map(|point| &point.figure);
                let gaps = layer.gaps.iter().map(|gap| &gap.figure);
                for id in spans.chain(gaps).chain(layer.connector.iter().map(|one| &one.figure)) {
                    let figure = data.figure(data.find_figure(id).expect("a figure of the data"));
                    say(&EN_GB.period(figure.period, data.naming(figure.series)));
                    say(&EN_GB.from_to(figure.period));
                    // what an average is of
                    let stated = figure.quantity().map(|stated| stated.numbers());
                    stated.into_iter().flatten().for_each(|number| say(&EN_GB.full(number)));
                    if figure.status.is_break() {
                        say(&figure.note);
                    }
                }
            }
        }
        // competing figures and where they are told
        for note in &chart.notes {
            say(note.as_str());
        }
        for number in digits(&chart.description) {
            assert!(known.contains(&number), "{}: {number} in {}", chart.name, chart.description);
        }
        for number in digits(&chart.alt).into_iter().filter(|_| chart.name != "long-words") {
            let head = format!("{} {}", chart.title, chart.subtitle);
            let head = digits(&head).contains(&number);
            assert!(head || known.contains(&number), "{}: {number}", chart.name);
        }
    }
}

#[test]
fn a_stamp_tells_a_changed_input_and_not_a_sorted_file() {
    let files = read_files(&cases().join("data"));
    let text = spec(&cases().join("unknown-series.mended.toml"));
    let stamp = |files: &Files, text: &str| {
        let data = Dataset::read(files, 4).value;
        resolve("c", "spec", text, &data, "test").value.expect("a chart").stamp
    };
    let first = stamp(&files, &text);
    assert_eq!(
        first.figures,
        ["bikes-2018", "bikes-2019", "bikes-2019-wrong", "bikes-2020", "bikes-2021", "bikes-2022"]
    );
    let edit = |from: &str, to: &str| {
        let text = String::from_utf8(files.figures.clone()).expect("text");
        assert!(text.contains(from));
        Files { figures: text.replacen(from, to, 1).into_bytes(), ..files.clone() }
    };
    assert_ne!(stamp(&edit("10384", "10385"), &text).inputs, first.inputs);
    assert_ne!(
        stamp(&edit("80000", "81000"), &text).inputs,
        first.inputs,
        "a claim it agrees with"
    );
    assert_eq!(
        stamp(&edit("40,,,about", "41,,,about"), &text).inputs,
        first.inputs,
        "no business of it"
    );
    assert_eq!(stamp(&files, &format!("# a remark\n{text}\n")).inputs, first.inputs);
    let mut lines: Vec<&str> = std::str::from_utf8(&files.figures).expect("text").lines().collect();
    lines[1..].reverse();
    let sorted = Files { figures: (lines.join("\n") + "\n").into_bytes(), ..files.clone() };
    assert_eq!(stamp(&sorted, &text), first);
}

#[test]
fn flows_stand_in_the_middle_of_their_period_and_days_are_to_scale() {
    let (files, specs) = invented();
    let data = Dataset::read(&files, 4).value;
    for chart in specs.iter().map(|path| chart(&data, path)) {
        for point in chart.panels.iter().flat_map(|p| &p.layers).flat_map(|l| &l.points) {
            assert_eq!(point.at, point.span.middle(), "{}", chart.name);
        }
    }
    let period = Period::parse("2015/2016").expect("a period");
    assert_eq!(period.frequency().months(), Some(24));
    assert_eq!(period.span().days(), 365 + 366);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Whatever a spec says, it is answered and nothing panics.
    #[test]
    fn no_spec_makes_resolving_panic(
        which in 0usize..1000,
        cuts in proptest::collection::vec((0usize..4000, 0usize..12, "[a-z0-9\"{}\\[\\]=,. \\n~/-]{0,6}|\u{202e}|½|\u{a0}7|\u{2003}9 |\u{10000a}"), 0..4),
    ) {
        let names: Vec<PathBuf> = {
            let mut names: Vec<PathBuf> = fs::read_dir(cases())
                .expect("the folder is there")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.extension().is_some_and(|end| end == "toml"))
                .collect();
            names.sort();
            names
        };
        let mut text = spec(&names[which % names.len()]);
        for (at, length, put) in cuts {
            let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
            let start = place(at % (text.len() + 1)).unwrap_or(0);
            let end = place(start + length).unwrap_or(start).max(start);
            text.replace_range(start..end, &put);
        }
        let files = read_files(&cases().join("data"));
        let data = Dataset::read(&files, 4).value;
        let checked = resolve("c", "spec", &text, &data, "test");
        prop_assert!(checked.value.is_some() || !checked.problems.is_empty());
        for problem in &checked.problems {
            prop_assert!(problem.place.line >= 1 && problem.place.bytes.start <= text.len());
        }
    }
}
