//! That something changed on the disk, for the pages that are open.

use tokio::sync::watch::{Receiver, Sender, channel};

/// How often something changed on the disk, for whoever asks.
pub struct FileChanges(Sender<u64>);

impl Default for FileChanges {
    fn default() -> FileChanges {
        FileChanges(channel(1).0)
    }
}

impl FileChanges {
    pub fn so_far(&self) -> u64 {
        *self.0.borrow()
    }

    pub fn one_more(&self) {
        self.0.send_modify(|count| *count = count.saturating_add(1));
    }

    /// Whoever waits waits no longer.
    pub fn end(&self) {
        self.0.send_modify(|count| *count = u64::MAX);
    }

    pub fn has_ended(&self) -> bool {
        self.so_far() == u64::MAX
    }

    pub fn told(&self) -> Receiver<u64> {
        self.0.subscribe()
    }
}
