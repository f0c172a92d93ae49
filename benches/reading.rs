//! How fast a large figures.csv is read and checked, and in how much memory, measured against the
//! bare csv crate reading the same bytes into string records.
//!
//! Run it with `cargo bench --bench reading`; `cargo bench --bench reading -- 200000` takes another
//! number of rows. The memory is the peak of a process of its own that holds the file, reads and
//! checks it (Linux only). What is promised for 1,000,000 rows: at most three times the time of the
//! csv crate, and at most three times the size of the file.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use sourceline::check::check;
use sourceline::dataset::Files;

const SERIES: usize = 1_000;
const SOURCES: usize = 400;
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if let [mode, folder] = &arguments[..]
        && mode == "peak"
    {
        return peak(Path::new(folder));
    }
    let rows = arguments.first().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let files = generate(rows);
    let bytes = files.figures.len();
    println!("{rows} rows, {bytes} bytes, {} a row", bytes / rows);

    let (mut reused, mut bare, mut own) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        reused = reused.min(timed(|| into_one_record(&files.figures)));
        bare = bare.min(timed(|| into_records(&files.figures)));
        own = own.min(timed(|| {
            let checked = check(&files, 4);
            assert_eq!(checked.problems.len(), 0, "{:?}", checked.problems.first());
            checked.value.figures.len()
        }));
    }
    let [reused, bare, own] = [reused, bare, own].map(|time| time.as_secs_f64());
    println!(
        "bare csv crate   {bare:.3} s (best of {RUNS}; {reused:.3} s into one record, used again)"
    );
    println!(
        "read and check   {own:.3} s, {:.2} times the csv crate ({:.2})",
        own / bare,
        own / reused
    );
    match peak_of_child(&files) {
        Some(peak) => {
            println!(
                "peak memory      {peak} bytes, {:.2} times the file",
                peak as f64 / bytes as f64
            );
        }
        None => println!("peak memory      not known on this system"),
    }
}

fn timed(work: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// A string record a row.
fn into_records(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    let records = reader.records();
    records.map(|record| record.expect("the generated file is well formed").len()).sum()
}

/// One string record for all rows, the fastest there is.
fn into_one_record(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut cells = 0;
    while reader.read_record(&mut record).expect("the generated file is well formed") {
        cells += record.len();
    }
    cells
}

/// Figures of invented monthly counts. A fifth of the months is stated by a second source, a third
/// of the rows quotes its source, a tenth has a note.
fn generate(rows: usize) -> Files {
    let mut figures = String::with_capacity(rows * 140);
    figures.push_str("id,series,period,value,low,high,qualifier,status,formula,source,origin,stated,locator,rank,note\n");
    let mut random = Random(1);
    let mut written = 0;
    for month in 0.. {
        for series in 0..SERIES {
            let value = 20_000 + random.below(9_000_000);
            for claim in 0..if random.below(5) == 0 { 2 } else { 1 } {
                if written < rows {
                    row(&mut figures, &mut random, (series, month, value, claim));
                }
                written += 1;
            }
        }
        if written >= rows {
            break;
        }
    }
    let mut series =
        String::from("id,title,unit,nature,per,geography,counted_by,definition,note\n");
    for number in 0..SERIES {
        let _ = writeln!(
            series,
            "recorded-offences-{number:04},Offences recorded in district {number},offences,flow,,England,Police,,"
        );
    }
    let mut sources = String::from("id,kind,publisher,title,published,url\n");
    for number in 0..SOURCES {
        let _ = writeln!(
            sources,
            "yearbook-{number:03}-tables,statistics,Statistics Office,Yearbook {number},2040-05-01,https://example.org/{number}"
        );
    }
    Files {
        figures: figures.into_bytes(),
        series: series.into_bytes(),
        sources: sources.into_bytes(),
        events: None,
    }
}

fn row(
    text: &mut String,
    random: &mut Random,
    (series, month, value, claim): (usize, usize, u64, usize),
) {
    let (year, month) = (1950 + month / 12, month % 12 + 1);
    let period = match (year + 1) % 100 == month {
        true => format!("{year}-{month:02}-01/{year}-{month:02}-28"),
        false => format!("{year}-{month:02}"),
    };
    let source = random.below(SOURCES as u64);
    let (value, qualifier) = match claim {
        0 => (value, "exact"),
        _ => ((value + 500) / 1_000 * 1_000, "about"),
    };
    let stated = match random.below(3) {
        0 => format!("\"{value} offences, as recorded in {year}\""),
        _ => String::new(),
    };
    let note = match random.below(10) {
        0 => "\"Counted by the day of recording, not of the offence.\"",
        _ => "",
    };
    let _ = writeln!(
        text,
        "offences-{series:04}-{year}-{month:02}-{claim},recorded-offences-{series:04},{period},{value},,,{qualifier},,,yearbook-{source:03}-tables,,{stated},Table {},,{note}",
        source % 90
    );
}

struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-reading")
}

/// The peak memory of a process that does nothing but read the files and check them.
fn peak_of_child(files: &Files) -> Option<u64> {
    let folder = folder();
    std::fs::create_dir_all(&folder).ok()?;
    for (name, bytes) in
        [("figures", &files.figures), ("series", &files.series), ("sources", &files.sources)]
    {
        std::fs::write(folder.join(format!("{name}.csv")), bytes).ok()?;
    }
    let own = std::env::current_exe().ok()?;
    let output = Command::new(own).arg("peak").arg(&folder).output().ok()?;
    let _ = std::fs::remove_dir_all(&folder);
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn peak(folder: &Path) {
    let read = |name: &str| std::fs::read(folder.join(name)).expect("the parent has written it");
    let files = Files {
        figures: read("figures.csv"),
        series: read("series.csv"),
        sources: read("sources.csv"),
        events: None,
    };
    black_box(check(&files, 4));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes =
        peak.and_then(|peak| peak.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    if let Some(kilobytes) = kilobytes {
        println!("{}", kilobytes * 1024);
    }
}
