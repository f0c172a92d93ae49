//! Each door tried for a while with what is like its seeds, always the same; `fuzz/` does it for longer
//! and looks where the code goes. `SOURCELINE_DOORS=10` is ten seconds a door.

use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::doors::{DOORS, Door};
use crate::mutations::Mutations;

/// A build for tests is some ten times as slow as one that is handed out, and not alone.
const SLOWEST: Duration = Duration::from_secs(40);

#[test]
fn whatever_comes_through_a_door_gives_a_value_or_a_message() {
    let seconds = env::var("SOURCELINE_DOORS").ok().and_then(|said| said.parse().ok());
    let time = Duration::from_secs_f64(seconds.unwrap_or(0.2));
    let next = AtomicUsize::new(0);
    let told = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(door) = DOORS.get(next.fetch_add(1, Ordering::Relaxed)) {
                    told.lock().expect("no panic passes the doors").push(tried(door, time));
                }
            });
        }
    });
    let told = told.into_inner().expect("no panic passes the doors");
    let faults: Vec<&String> = told.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    for line in told.iter().flatten() {
        println!("{line}");
    }
}

/// What it failed at before, the seeds, then what is like them, for so long.
fn tried(door: &Door, time: Duration) -> Result<String, String> {
    let seeds = door.first();
    assert!(!seeds.is_empty(), "{} has no seeds", door.name);
    let mut slowest = Duration::ZERO;
    let mut count = 0;
    let mut open = |bytes: &[u8]| {
        let begun = Instant::now();
        let opened = panic::catch_unwind(AssertUnwindSafe(|| (door.open)(bytes)));
        let took = begun.elapsed();
        (slowest, count) = (slowest.max(took), count + 1);
        let shown = String::from_utf8_lossy(bytes);
        opened.map_err(|_| format!("{} panics at {shown:?}", door.name))?;
        match took < SLOWEST {
            true => Ok(()),
            false => Err(format!("{} takes {took:?} for {shown:?}", door.name)),
        }
    };
    door.found().iter().try_for_each(|bytes| open(bytes))?;
    let begun = Instant::now();
    // Of thousands of seeds, one here and one there.
    for at in 0..seeds.len() {
        open(&seeds[(at * 7919) % seeds.len()])?;
        if begun.elapsed() > time / 2 {
            break;
        }
    }
    let mut mutations = Mutations::of(&seeds, door.name);
    while begun.elapsed() < time {
        open(&mutations.next())?;
    }
    Ok(format!("{}: {count} tried, the slowest took {slowest:?}", door.name))
}
