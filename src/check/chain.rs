//! Figures that name figures, followed to the end.

use crate::dataset::Dataset;
use crate::figure::{Figure, FigureKey};

/// Where a chain of figures leads.
pub enum Chain {
    Ends,
    /// Back to where it began, and that is the first of its figures in the file: the ids in order,
    /// with arrows between.
    Circle(String),
}

/// Follows a column that names figures. A circle is found at the first of its figures only, and
/// not from those that lead into it, so that it is told once.
pub fn chain_from(
    data: &Dataset,
    start: FigureKey,
    next: impl Fn(&Figure) -> Option<FigureKey>,
) -> Chain {
    const LONGEST: usize = 8;
    let mut ids: Vec<&str> = vec![&data.figure(start).id];
    let mut at = start;
    // No chain without a circle is longer than there are figures; whoever comes back earlier than
    // to the start is told elsewhere.
    for _ in 0..data.figures.len() {
        let Some(key) = next(data.figure(at)).filter(|key| *key >= start) else {
            return Chain::Ends;
        };
        if ids.len() <= LONGEST {
            ids.push(&data.figure(key).id);
        }
        if key == start {
            let more = if ids.len() > LONGEST { " → …" } else { "" };
            return Chain::Circle(format!("{}{more}", ids.join(" → ")));
        }
        at = key;
    }
    Chain::Ends
}
