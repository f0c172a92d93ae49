//! The seven charts of the project, and the spec files that must be refused.

use std::fs;
use std::path::{Path, PathBuf};

use sourceline::chart::{Chart, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::Problem;

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

fn files(data: &Path) -> Files {
    let read = |name: &str| fs::read(data.join(name)).expect("the file is there");
    Files {
        figures: read("figures.csv"),
        series: read("series.csv"),
        sources: read("sources.csv"),
        events: Some(read("events.csv")),
    }
}

fn chart(data: &Dataset, folder: &Path, name: &str) -> (Option<Chart>, Vec<Problem>) {
    let text = fs::read_to_string(folder.join(format!("{name}.toml"))).expect("the spec is there");
    let checked = resolve(name, &format!("charts/{name}.toml"), &text, data, "test");
    (checked.value, checked.problems)
}

#[test]
#[ignore = "prints the charts in words, for reading"]
fn show() {
    let (data, folder) = match std::env::var("INVENTED") {
        Ok(_) => (root().join("tests/charts/data"), root().join("tests/charts/charts")),
        Err(_) => (root().join("data"), root().join("charts")),
    };
    let files = files(&data);
    let checked = Dataset::read(&files, 4);
    for problem in &checked.problems {
        println!("{} {} {}", problem.place, problem.level, problem.message);
    }
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| {
            entry.unwrap().path().file_name()?.to_str()?.strip_suffix(".toml").map(str::to_string)
        })
        .collect();
    names.sort();
    for name in names {
        let (chart, problems) = chart(&checked.value, &folder, &name);
        println!("\n=== {name}");
        for problem in problems {
            println!("{} {} {} | {:?}", problem.place, problem.rule, problem.message, problem.hint);
        }
        let Some(chart) = chart else { continue };
        println!("T: {}\nS: {}", chart.title, chart.subtitle);
        for panel in &chart.panels {
            println!(
                "-- {:?} {:?} {:?} events {:?} breaks {:?}",
                panel.title,
                panel.scale,
                panel.ticks,
                panel.events.iter().map(|e| &e.label).collect::<Vec<_>>(),
                panel.breaks
            );
            for layer in &panel.layers {
                println!(
                    "   {} {:?} {:?} links {:?} gaps {:?}",
                    layer.series,
                    layer.mark,
                    layer.name,
                    layer.links.iter().map(|l| (l.from, l.to)).collect::<Vec<_>>(),
                    layer.gaps.iter().map(|l| &l.word).collect::<Vec<_>>()
                );
                for point in &layer.points {
                    println!(
                        "      {} {} {} | {} {}{}",
                        point.span.start,
                        point.label.text,
                        point.label.cite,
                        point.label.below,
                        point.label.priority,
                        if point.label.required { "!" } else { "" }
                    );
                }
                if let Some(c) = &layer.connector {
                    println!("      {:?}", c);
                }
            }
        }
        println!("K: {:?}", chart.key);
        for note in &chart.notes {
            println!("N: {note}");
        }
        for (at, source) in chart.sources.iter().enumerate() {
            println!("[{}] {}", at + 1, source.text);
        }
        println!("A: {}\nD: {}\n{:?}", chart.alt, chart.description, chart.stamp.inputs);
    }
}
