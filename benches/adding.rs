//! How long `sourceline add` takes: on a figures.csv of 1,000,000 rows beside `sourceline check`
//! of the same, and on this project beside the start-up of an empty Rust program.
//!
//! Run it with `cargo bench --bench adding`; `cargo bench --bench adding -- 200000` takes another
//! number of rows. The projects lie in memory where the system has a folder for that, so that the
//! flush to the disk is not counted. What is promised: at most 1.5 times the check, and at most 3
//! times the empty program.

#[path = "common/empty.rs"]
mod empty;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use empty::empty_program;

const SERIES: usize = 1_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let rows = arguments.first().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let memory = Path::new("/dev/shm");
    let folder = match memory.is_dir() {
        true => tempfile::tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    let folder = folder.expect("a folder for the projects");
    let large = folder.path().join("large");
    generate(&large, rows);
    let size = fs::metadata(large.join("data/figures.csv")).expect("the figures").len();
    println!(
        "{rows} rows, {size} bytes, in {}",
        folder.path().parent().unwrap_or(memory).display()
    );
    let (mut check, mut add) = (Duration::MAX, Duration::MAX);
    for run in 0..5 {
        check = check.min(time(command(&large, &["check"])));
        let day = format!("2099-01-{:02}", run + 1);
        add = add
            .min(time(command(&large, &["add", "series-500", &day, "5", "--source", "source-5"])));
    }
    println!("check            {:.3} s (best of 5)", check.as_secs_f64());
    println!(
        "add a figure     {:.3} s, {:.2} times the check",
        add.as_secs_f64(),
        times(add, check)
    );

    let small = folder.path().join("small");
    for file in ["figures.csv", "series.csv", "sources.csv", "events.csv", "datapackage.json"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
        fs::create_dir_all(small.join("data")).expect("a folder");
        fs::copy(from, small.join("data").join(file)).expect("the data of this project");
    }
    let empty = empty_program(folder.path());
    let (mut nothing, mut one) = (Vec::new(), Vec::new());
    for run in 0..400 {
        nothing.push(time(Command::new(&empty)));
        let day = format!("{}-06-{:02}", 1900 + run / 28, run % 28 + 1);
        let words = ["add", "known-images", &day, "5", "--source", "ncmec-counts"];
        one.push(time(command(&small, &words)));
    }
    let (nothing, one) = (median(nothing), median(one));
    println!("empty program    {nothing:.2?} (median of 400)");
    println!("add a figure     {one:.2?}, {:.1} times the empty program", times(one, nothing));
}

fn times(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn command(project: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.args(words).current_dir(project);
    command
}

fn time(mut command: Command) -> Duration {
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let took = start.elapsed();
    assert!(status.is_ok_and(|status| status.success()), "{command:?} succeeds");
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Figures of invented monthly counts, each series in time order.
fn generate(project: &Path, rows: usize) {
    let (mut figures, mut series, mut sources) = (String::new(), String::new(), String::new());
    figures.push_str("id,series,period,value,low,high,qualifier,status,formula,source,origin,stated,locator,rank,note\n");
    series.push_str("id,title,unit,nature,per,geography,counted_by,definition,note\n");
    sources.push_str("id,kind,publisher,author,title,container,published,url,archive_url,accessed,origin,licence,note\n");
    for source in 0..400 {
        let _ = writeln!(
            sources,
            "source-{source},report,Publisher {source},,Report {source},,2099-12,https://example.org/{source},,,,,"
        );
    }
    for number in 0..SERIES {
        let _ = writeln!(
            series,
            "series-{number},Things counted {number},things,stock,,Nowhere,Nobody,Invented.,"
        );
        for row in 0..rows / SERIES {
            let (year, month) = (1900 + row / 12, row % 12 + 1);
            let value = (number * 7_919 + row * 104_729) % 9_000_000;
            let _ = writeln!(
                figures,
                "series-{number}-{year}-{month:02},series-{number},{year}-{month:02}-01,{value},,,exact,,,source-{},,\"{value} things, as counted\",p. {row},,",
                (number + row) % 400
            );
        }
    }
    fs::create_dir_all(project.join("data")).expect("a folder for the project");
    for (file, text) in [("figures", figures), ("series", series), ("sources", sources)] {
        fs::write(project.join(format!("data/{file}.csv")), text).expect("the generated files");
    }
}
