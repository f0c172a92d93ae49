//! How long `sourceline render` of one chart of this project takes, beside the start-up of an
//! empty Rust program. The two are run by turns and the fastest run of each counts: what else the
//! machine does only ever makes a run slower.

#[path = "common/empty.rs"]
mod empty;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use empty::empty_program;

const RUNS: usize = 400;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the empty program");
    let empty = empty_program(folder.path());
    let project = env!("CARGO_MANIFEST_DIR");
    let mut nothing = Command::new(&empty);
    let mut render = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    render.args(["render", "referrals", "--project", project, "--out"]).arg(folder.path());
    // The first run writes the chart; the others find it as it should be.
    for command in [&mut nothing, &mut render] {
        command.stdout(Stdio::null()).status().expect("the program runs");
    }
    let (mut empty, mut whole) = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        empty = empty.min(time(&mut nothing));
        whole = whole.min(time(&mut render));
    }
    let times = whole.as_secs_f64() / empty.as_secs_f64();
    println!("empty program  {empty:>9.2?}");
    println!("render a chart {whole:>9.2?}  {times:.1} times");
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.status().expect("the program runs");
    assert!(status.success());
    start.elapsed()
}
