//! Writes a project of invented figures, as large as is asked for: to measure with, or to try what a
//! large project is like. The same numbers give the same bytes.
//!
//! ```sh
//! cargo run --example generate -- --charts 1000 --figures 30000 /tmp/large
//! sourceline --project /tmp/large render
//! ```

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

const USAGE: &str = "generate [--charts N] [--figures M] FOLDER";

/// As many series as charts, each with its share of the figures.
struct Size {
    charts: usize,
    figures: usize,
}

fn main() -> ExitCode {
    let Some((size, folder)) = asked(std::env::args().skip(1)) else {
        eprintln!("usage: {USAGE}");
        return ExitCode::from(2);
    };
    match write(&size, &folder) {
        Ok(()) => {
            let Size { charts, figures } = size;
            println!("{}: {charts} charts, {figures} figures", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::from(2)
        }
    }
}

fn asked(mut words: impl Iterator<Item = String>) -> Option<(Size, PathBuf)> {
    let (mut charts, mut figures, mut folder) = (100, None, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--charts" => charts = words.next()?.parse().ok().filter(|charts| *charts > 0)?,
            "--figures" => figures = Some(words.next()?.parse().ok()?),
            _ if folder.is_none() && !word.starts_with('-') => folder = Some(word.into()),
            _ => return None,
        }
    }
    let figures: usize = figures.unwrap_or(charts * 30);
    Some((Size { charts, figures: figures.max(charts * 2) }, folder?))
}

fn write(size: &Size, folder: &Path) -> io::Result<()> {
    if folder.join("data").exists() || folder.join("charts").exists() {
        return Err(io::Error::other("there is a project already: name a new folder"));
    }
    fs::create_dir_all(folder.join("data"))?;
    fs::create_dir_all(folder.join("charts"))?;
    let sources = (size.charts / 20).clamp(3, 2_000);
    let mut figures = String::from("id,series,period,value,source,stated\n");
    let mut series = String::from("id,title,unit,nature,geography,counted_by,definition\n");
    for chart in 0..size.charts {
        let publisher = publisher(chart % sources);
        let _ = writeln!(
            series,
            "calls-{chart:05},Calls taken in district {},calls,flow,England,{publisher},Calls that were answered.",
            word(chart)
        );
        let share = size.figures / size.charts + usize::from(chart < size.figures % size.charts);
        for at in 0..share {
            figure(&mut figures, chart, at, share, sources);
        }
        let text = spec(chart);
        fs::write(folder.join(format!("charts/calls-{chart:05}.toml")), text)?;
    }
    let mut listed = String::from("id,kind,publisher,title,published,url\n");
    for source in 0..sources {
        let _ = writeln!(
            listed,
            "yearbook-{source:04},statistics,{},Yearbook of calls,2040-05-01,https://example.org/{source}",
            publisher(source)
        );
    }
    fs::write(folder.join("data/figures.csv"), figures)?;
    fs::write(folder.join("data/series.csv"), series)?;
    fs::write(folder.join("data/sources.csv"), listed)
}

/// Years while there are few, else months.
fn figure(text: &mut String, chart: usize, at: usize, share: usize, sources: usize) {
    let period = match share <= 60 {
        true => format!("{}", 1970 + at),
        false => match (1700 + at / 12, at % 12 + 1) {
            (year, month) if (year + 1) % 100 == month => {
                format!("{year}-{month:02}-01/{year}-{month:02}-28")
            }
            (year, month) => format!("{year}-{month:02}"),
        },
    };
    let value = 20_000 + chart % 97 * 300 + at * 410 + (at * at * 37 + chart * 11) % 900;
    let source = chart % sources;
    let _ = writeln!(
        text,
        "c{chart:05}-{at},calls-{chart:05},{period},{value},yearbook-{source:04},{value} calls"
    );
}

fn spec(chart: usize) -> String {
    let id = format!("calls-{chart:05}");
    format!(
        "title = 'District {} took {{{{ latest(\"{id}\") }}}} calls in {{{{ period(\"{id}\") }}}}'\n\n[[panels]]\nseries = [{{ id = \"{id}\", mark = \"line\" }}]\n",
        word(chart)
    )
}

fn publisher(source: usize) -> String {
    format!("Office of {}", word(source))
}

/// A name without digits, which a title need not account for.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 12] =
        ["ba", "do", "fe", "gi", "hu", "ka", "lo", "me", "ni", "pu", "ra", "so"];
    let mut word = String::from("Wex");
    for _ in 0..4 {
        word += SYLLABLES[number % SYLLABLES.len()];
        number /= SYLLABLES.len();
    }
    word
}
