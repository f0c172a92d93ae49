//! How far a long run has come: on a terminal, and nowhere else.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over so many charts.
pub fn bar(charts: usize) -> ProgressBar {
    // Where standard error is no terminal, nothing of it is drawn.
    let bar =
        ProgressBar::with_draw_target(Some(charts as u64), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("drawing {bar:30} {pos} of {len} charts");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// For a run that is over before anybody looks.
pub fn none() -> ProgressBar {
    ProgressBar::hidden()
}
