//! What a test needs that is not of this project. On the machine that tests every change it must be
//! there; elsewhere its absence is said, loudly, and the test is skipped.

use std::path::Path;

/// Are these here: programs by their names, files by their paths?
pub fn is_here(needed: &[&str]) -> bool {
    let missing: Vec<&str> = needed.iter().copied().filter(|one| !found(one)).collect();
    if missing.is_empty() {
        return true;
    }
    let missing = missing.join(", ");
    assert!(std::env::var_os("CI").is_none(), "needed here, and missing: {missing}");
    eprintln!("\n*** SKIPPED: there is no {missing} here, so nothing was tried with it\n");
    false
}

fn found(needed: &str) -> bool {
    if needed.contains('/') {
        return Path::new(needed).exists();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder| folder.join(needed).with_extension(std::env::consts::EXE_EXTENSION).is_file())
}
