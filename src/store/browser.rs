//! The browser of whoever sits at this machine.

use std::io;

/// Shows an address in it, and does not wait for it.
pub fn show_in_browser(address: &str) -> io::Result<()> {
    open::that_detached(address)
}
