//! The doors of `tests/doors`, opened by a fuzzer. The slowest input of each and the one that takes the
//! most memory are told in the folder that `SOURCELINE_RECORDS` names; `SOURCELINE_LAST` is a file for the
//! last.
#![forbid(unsafe_code)]

#[path = "../../tests/doors/mod.rs"]
pub mod doors;

use std::sync::Mutex;
use std::time::Duration;
use std::{env, fs};

pub use libfuzzer_sys;
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// No input may take the processor for longer, whatever else runs beside it.
const SLOWEST: Duration = Duration::from_secs(2);
/// Nor may it take more bytes.
const LARGEST: usize = 200 * 1024 * 1024;

/// So far.
static RECORDS: Mutex<(Duration, usize)> = Mutex::new((Duration::ZERO, 0));

/// Opens a door, and fails where that takes too long or too much.
pub fn open(name: &str, bytes: &[u8]) {
    // Where the stack ends nobody is left to say what for.
    if let Ok(file) = env::var("SOURCELINE_LAST") {
        let _ = fs::write(file, bytes);
    }
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let begun = worked();
    let door = doors::DOORS.iter().find(|door| door.name == name).expect("there is such a door");
    (door.open)(bytes);
    let took = worked().saturating_sub(begun);
    let memory = MEMORY.peak_usage().saturating_sub(before);
    let mut records = RECORDS.lock().expect("nothing panics here");
    if took > records.0 || memory > records.1 {
        let is_slowest = took > records.0;
        *records = (records.0.max(took), records.1.max(memory));
        if let Ok(folder) = env::var("SOURCELINE_RECORDS") {
            let kind = if is_slowest { "slowest" } else { "largest" };
            let (milliseconds, kib) = (records.0.as_secs_f64() * 1000.0, records.1 / 1024);
            let line = format!("{name}: slowest {milliseconds:.1} ms, most memory {kib} KiB\n");
            // What is told does not matter to the search.
            let _ = fs::write(format!("{folder}/{name}.txt"), line);
            let _ = fs::write(format!("{folder}/{name}.{kind}"), bytes);
        }
    }
    drop(records);
    assert!(took < SLOWEST, "{name}: an input takes {took:?}");
    assert!(memory < LARGEST, "{name}: an input takes {memory} bytes");
}

/// How long the processor worked for this process.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    // It counts up from zero.
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// A target of the fuzzer: the door of this name.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        use $crate::libfuzzer_sys;
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::open($name, bytes));
    };
}
