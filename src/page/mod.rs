//! THE SERVER of `sourceline open`: who is let in, how much they may send and how long they may take.
//! Listens on the loopback addresses alone. Knows no project and no page: what is answered is handed
//! to it as routes.

mod door;
mod keys;
mod listen;

pub use door::no_entry;
pub use listen::PageServer;
