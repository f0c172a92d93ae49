//! A program that does nothing, to tell what starting one takes.

use std::path::{Path, PathBuf};
use std::process::Command;

pub fn empty_program(folder: &Path) -> PathBuf {
    let (source, program) = (folder.join("empty.rs"), folder.join("empty"));
    std::fs::write(&source, "fn main() {}\n").expect("the source of the empty program");
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let options = ["-C", "opt-level=3", "-C", "panic=abort", "-C", "strip=symbols", "-o"];
    let built = Command::new(rustc).args(options).arg(&program).arg(&source).status();
    assert!(built.is_ok_and(|status| status.success()), "rustc builds the empty program");
    program
}
