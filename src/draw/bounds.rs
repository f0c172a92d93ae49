//! What the axes of a panel do not show is refused.

use super::time_axis::TimeAxis;
use super::unfit::Unfit;
use super::value_axis::{ValueAxis, float};
use crate::chart::{Body, Panel, Scale};

/// Plotters would move a point outside the range to the edge; so none may get that far.
pub(super) fn refuse_what_lies_outside(
    panel: &Panel,
    time: &TimeAxis,
    values: &ValueAxis,
) -> Result<(), Unfit> {
    let outside = |what: &str| Err(Unfit::Outside { what: what.to_string() });
    for layer in &panel.layers {
        if layer.mark.traits().from_zero && panel.scale != Scale::Linear && !layer.points.is_empty()
        {
            return Err(Unfit::BarsNotFromZero);
        }
        for point in &layer.points {
            let numbers = point.reach();
            let (from, to) = super::time_axis::edges(point.span);
            let cut =
                layer.mark.traits().body == Body::Span && !(time.shows(from) && time.shows(to));
            if cut || !time.shows(point.at) || !numbers.iter().all(|n| values.shows(float(*n))) {
                return outside(&point.figure);
            }
        }
        for point in &layer.targets {
            let (from, to) = super::time_axis::edges(point.span);
            let cut = to < time.start || from > time.end;
            if cut || !point.quantity.numbers().iter().all(|n| values.shows(float(*n))) {
                return outside(&point.figure);
            }
        }
        for point in &layer.guides {
            if !point.quantity.numbers().iter().all(|n| values.shows(float(*n))) {
                return outside(&point.figure);
            }
        }
        if let Some(connector) = &layer.connector {
            for (at, value) in [connector.from, connector.to] {
                if !time.shows(at) || !values.shows(float(value)) {
                    return outside(&connector.figure);
                }
            }
        }
        let gaps = layer.gaps.iter().map(|gap| (gap.span.middle(), &gap.figure));
        if let Some((_, figure)) = gaps.into_iter().find(|(at, _)| !time.shows(*at)) {
            return outside(figure);
        }
    }
    for event in &panel.events {
        let (from, to) = super::time_axis::edges(event.span);
        if to < time.start || from > time.end {
            return outside(&event.event);
        }
    }
    match panel.breaks.iter().find(|stop| !time.shows(stop.at)) {
        Some(stop) => outside(&stop.figure),
        None => Ok(()),
    }
}
