//! How many rows were looked at. Only tests count: a chart costs as much in a large project as in a
//! small one, and no clock can tell that.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static ROWS: Cell<u64> = const { Cell::new(0) };
}

/// A row is looked at.
#[inline]
pub(super) fn at_a_row() {
    #[cfg(test)]
    ROWS.set(ROWS.get() + 1);
}

/// So many rows were looked at on this thread while something was done.
#[cfg(test)]
pub(crate) fn while_doing<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let before = ROWS.get();
    let made = work();
    (made, ROWS.get() - before)
}
