//! Which charts look or read otherwise than they did.

use std::collections::BTreeSet;

use sourceline::chart::ChartSpec;
use sourceline::dataset::Dataset;
use sourceline::encode::{stamp, svg};
use sourceline::output::rendering::Rendering;

use crate::cli::drawing::{Easel, for_each};
use crate::cli::verify::now::Now;
use crate::cli::verify::stale;

/// What became of one chart.
pub struct ChartChange {
    pub name: String,
    pub what: ChangedHow,
    /// As it is now; as it was where it is gone.
    pub title: String,
    /// Where it is another.
    pub old_title: Option<String>,
    /// What of it is otherwise: figures first.
    pub reasons: Vec<String>,
    /// As it was and as it is, where it was or is drawn.
    pub was: Option<Rendering>,
    pub is: Option<Rendering>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ChangedHow {
    New,
    Changed,
    Gone,
    /// There is an error in its spec, or it says what its figures do not.
    CannotBeDrawn,
}

impl ChangedHow {
    pub fn word(self) -> &'static str {
        match self {
            ChangedHow::New => "new",
            ChangedHow::Changed => "changed",
            ChangedHow::Gone => "gone",
            ChangedHow::CannotBeDrawn => "cannot be drawn",
        }
    }
}

/// In the order of the names; those that are the same are left out.
pub fn chart_changes(then: &Easel, now: &Easel) -> Vec<ChartChange> {
    let (before, after) = (then.catalogue, now.catalogue);
    let one = |spec: &ChartSpec| {
        let is = now.draw(spec).value;
        let was = before.find(&spec.name).and_then(|old| then.draw(old).value);
        change(now.studio.data, &spec.name, was, is)
    };
    let mut changes: Vec<ChartChange> =
        for_each(after.charts(), true, one).into_iter().flatten().collect();
    let gone = before.charts().iter().filter(|old| after.find(&old.name).is_none());
    changes.extend(
        gone.filter_map(|old| change(now.studio.data, &old.name, then.draw(old).value, None))
            .map(|change| ChartChange { what: ChangedHow::Gone, ..change }),
    );
    changes.sort_by(|one, other| one.name.cmp(&other.name));
    changes
}

fn change(
    data: &Dataset,
    name: &str,
    was: Option<Rendering>,
    is: Option<Rendering>,
) -> Option<ChartChange> {
    let title = |drawn: &Rendering| drawn.chart.title.clone();
    let name = name.to_string();
    let (what, title, old_title, reasons) = match (&was, &is) {
        (None, None) => return None,
        (None, Some(is)) => (ChangedHow::New, title(is), None, Vec::new()),
        (Some(was), None) => (ChangedHow::CannotBeDrawn, title(was), None, Vec::new()),
        (Some(was), Some(is)) => {
            let old_title = Some(title(was)).filter(|old| *old != title(is));
            let read = stamp::read(svg::stamp_in(&was.svg))?;
            let now = Now::of(is.clone());
            if read.1.is_some_and(|imprint| imprint.picture == now.imprint.picture) {
                return None;
            }
            let mut reasons = stale::values(data, &was.chart.stamp, &now);
            let (before, after) = (marked(was), marked(is));
            let told = |id: &&str| reasons.iter().any(|reason| reason.contains(*id));
            let stays = |id: &&str| now.drawing.chart.stamp.figures.iter().any(|own| own == id);
            // What is only told of now, as it was superseded, has the number that it had.
            let gone = before.difference(&after).copied();
            let gone = gone.filter(|id| stays(id) && !told(id) && !is_replaced(data, id));
            let gone: Vec<String> = gone.map(|id| format!("{id}: no longer a mark")).collect();
            reasons.extend(gone);
            if reasons.is_empty() && old_title.is_none() {
                reasons.push("the same figures, in other words or another look".to_string());
            }
            (ChangedHow::Changed, title(is), old_title, reasons)
        }
    };
    Some(ChartChange { name, what, title, old_title, reasons, was, is })
}

/// The figures that have a mark.
fn marked(drawn: &Rendering) -> BTreeSet<&str> {
    let layers = drawn.chart.panels.iter().flat_map(|panel| &panel.layers);
    layers.flat_map(|layer| &layer.points).map(|point| &*point.figure).collect()
}

/// It is told beside what took its place.
fn is_replaced(data: &Dataset, id: &str) -> bool {
    data.find_figure(id).is_some_and(|key| data.figure(key).superseded_by.is_some())
}
