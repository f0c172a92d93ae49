//! How long `sourceline import` takes beside `sourceline check`: of 1,000,000 rows into an empty
//! project, and of a recipe that finds all of them there.
//!
//! Run it with `cargo bench --bench importing`; `cargo bench --bench importing -- 200000` takes
//! another number of rows. The projects lie in memory where the system has a folder for that. What
//! is promised: an import takes at most 2 times the check of its rows, and a recipe that adds
//! nothing at most 1.5 times the check and the reading of its file.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SERIES: usize = 1_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let rows = arguments.first().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let memory = Path::new("/dev/shm");
    let folder = match memory.is_dir() {
        true => tempfile::tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    let folder = folder.expect("a folder for the project");
    let project = folder.path();
    generate(project, rows);
    let size = fs::metadata(project.join("table.csv")).expect("the table").len();
    println!("{rows} rows, {size} bytes, in {}", project.parent().unwrap_or(memory).display());
    let figures = project.join("data/figures.csv");
    let empty = fs::read(&figures).expect("the header");
    let (mut import, mut check, mut again) = (Duration::MAX, Duration::MAX, Duration::MAX);
    let words = "import table.csv --series-column Series --source source-1 --period-column Period \
                 --value-column Value --round exact --dates days";
    let words: Vec<&str> = words.split_whitespace().collect();
    for _ in 0..5 {
        fs::write(&figures, &empty).expect("an empty project");
        let _ = fs::remove_dir_all(project.join("imports"));
        import = import.min(time(project, &[&words[..], &["--keep", "table"]].concat()));
        check = check.min(time(project, &["check"]));
        again = again.min(time(project, &["import", "table"]));
    }
    let told = |what: &str, took: Duration| {
        let times = took.as_secs_f64() / check.as_secs_f64();
        println!("{what} {:.3} s, {times:.2} times the check", took.as_secs_f64());
    };
    told("check             ", check);
    told("import            ", import);
    told("recipe, all there ", again);
}

fn time(project: &Path, words: &[&str]) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.args(words).current_dir(project);
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let took = start.elapsed();
    assert!(status.is_ok_and(|status| status.success()), "{command:?} succeeds");
    took
}

/// A project of many series and no figure, and a table of monthly counts of each.
fn generate(project: &Path, rows: usize) {
    let header = "id,series,period,value,low,high,qualifier,status,formula,source,origin,stated,locator,rank,note\n";
    let mut series = String::from("id,title,unit,nature\n");
    let sources = "id,kind,publisher,title,published\nsource-1,report,Nobody,Report,2199\n";
    let mut table = String::from("Series,Period,Value\n");
    for number in 0..SERIES {
        let _ = writeln!(series, "series-{number},Things counted {number},things,stock");
        for row in 0..rows / SERIES {
            let (year, month) = (1900 + row / 12, row % 12 + 1);
            let value = (number * 7_919 + row * 104_729) % 9_000_000;
            let _ = writeln!(table, "series-{number},{year}-{month:02}-01,{value}");
        }
    }
    fs::create_dir_all(project.join("data")).expect("a folder for the project");
    for (file, text) in [("figures", header), ("series", &series), ("sources", sources)] {
        fs::write(project.join(format!("data/{file}.csv")), text).expect("the generated files");
    }
    fs::write(project.join("table.csv"), table).expect("the table");
}
