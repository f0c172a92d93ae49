//! The program as somebody who is not root, who may write everywhere.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};

/// The program in that folder, which everybody may read then.
pub fn unprivileged(folder: &Path) -> Command {
    let built = Path::new(env!("CARGO_BIN_EXE_sourceline"));
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let mut command = if is_root {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        let binary = folder.join("sourceline");
        // Copied by another process: what is open for writing here, be it for a moment in a process
        // that another test starts, cannot be run.
        let copied = Command::new("install").arg("--mode=755").arg(built).arg(&binary).status();
        assert!(copied.is_ok_and(|status| status.success()), "install copies the program");
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(binary);
        command
    } else {
        Command::new(built)
    };
    command.current_dir(folder).stdin(Stdio::null());
    command
}
