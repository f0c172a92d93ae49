//! The exit codes.

/// How a command ended that could be carried out, or nearly so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    Fine = 0,
    Problems = 1,
    Unable = 2,
}
