//! Small multiples: a panel for each series, all on the same days and the same values, so that
//! the eye can compare. Values are written beside the first panel of a row, and days below the
//! last panel of a column.

use super::bounds::refuse_what_lies_outside;
use super::calendar::Calendar;
use super::mark::frame;
use super::plot::Plot;
use super::scene::Area;
use super::style::Style;
use super::text;
use super::time_axis::TimeAxis;
use super::time_ticks::TimeTick;
use super::unfit::Unfit;
use super::value_axis::ValueAxis;
use crate::chart::{Body, Layer, Panel};

/// How tall a plot is, of what it is where it stands alone.
const SHARE: f64 = 0.5;
/// Between two panels, and the least that one is wide.
const GUTTER: f64 = 18.0;
const NARROWEST: f64 = 130.0;
/// Free on both sides of the marks.
const INSET: f64 = 12.0;
/// How far the label of the last mark may make a panel's right side wider.
const AFTER: f64 = 24.0;

/// The plots of all panels, in rows.
pub(super) fn plan<'c>(panels: &'c [Panel], style: &Style) -> Result<Vec<Vec<Plot<'c>>>, Unfit> {
    let Some(all) = together(panels) else { return Ok(Vec::new()) };
    let height = (style.plot * SHARE).round();
    let values = ValueAxis::new(&all, height, style.small.language)?;
    let room = frame::room(&values, style);
    let right = right(panels, style);
    let width = |across: usize| {
        let free = style.inside() - GUTTER * (across as f64 - 1.0) - room;
        (free / across as f64).floor()
    };
    let widest = widest(panels, style);
    let fewer = (1..=across(panels.len(), style)).rev();
    let across = fewer.into_iter().find(|across| width(*across) > widest).unwrap_or(1);
    let width = width(across);
    let area = Area { left: 0.0, right: width, top: 0.0, bottom: height };
    let (extent, calendar) = (TimeAxis::extent(&all)?, Calendar::of(&all));
    let mut time = TimeAxis::new(extent, &calendar, (INSET, right), area.width(), style.small);
    keep_apart(&mut time, width, style);
    refuse_what_lies_outside(&all, &time, &values)?;
    let plot = |(at, panel): (usize, &'c Panel)| {
        let column = at % across;
        let before = if column == 0 { 0.0 } else { room + column as f64 * (width + GUTTER) };
        let left = style.margin + before;
        let own = if column == 0 { width + room } else { width };
        let inset = (if column == 0 { INSET + room } else { INSET }, right);
        Plot {
            panel,
            time: TimeAxis { inset, ..time.clone() },
            values: values.clone(),
            area: Area { left, right: left + own, top: 0.0, bottom: height },
            dated: at + across >= panels.len(),
            valued: column == 0,
            gridded: true,
            light: true,
        }
    };
    let mut plots = panels.iter().enumerate().map(plot);
    let rows = panels.len().div_ceil(across);
    Ok((0..rows).map(|_| plots.by_ref().take(across).collect()).collect())
}

/// Labels of time reach no further than half way to the next panel.
fn keep_apart(time: &mut TimeAxis, width: f64, style: &Style) {
    let (start, (before, after)) = (time.start, time.inset);
    let scale = (width - before - after) / (time.end - start).max(1.0);
    let over = |tick: &TimeTick| {
        let half = text::reserved(&tick.label, style.small) / 2.0;
        let x = before + (tick.at - start) * scale;
        (half - x).max(x + half - width)
    };
    let least = time.ticks.iter().map(over).fold(f64::INFINITY, f64::min);
    time.ticks.retain(|tick| over(tick) <= least.max(GUTTER / 2.0 - 2.0));
}

/// How many panels stand in a row.
fn across(count: usize, style: &Style) -> usize {
    let wanted = match count {
        0..=2 | 4 => 2,
        3 | 5 | 6 | 9 => 3,
        _ => 4,
    };
    let fits = ((style.inside() + GUTTER) / (NARROWEST + GUTTER)).floor() as usize;
    wanted.min(fits.max(1))
}

/// A panel is at least as wide as the label of any mark in it.
fn widest(panels: &[Panel], style: &Style) -> f64 {
    let layers = panels.iter().flat_map(|panel| &panel.layers);
    let labels = layers.flat_map(Layer::marks).map(|point| &point.label);
    let width = |text: &str| text::reserved(text, style.label);
    labels.filter(|label| label.required).map(|label| width(&label.text())).fold(0.0, f64::max)
}

/// One panel with everything that the panels show.
fn together(panels: &[Panel]) -> Option<Panel> {
    let mut all = panels.first()?.clone();
    for panel in &panels[1..] {
        all.layers.extend(panel.layers.iter().cloned());
        all.breaks.extend(panel.breaks.iter().cloned());
    }
    Some(all)
}

/// What the labels above the last marks need to the right.
fn right(panels: &[Panel], style: &Style) -> f64 {
    let layers = || panels.iter().flat_map(|panel| &panel.layers);
    if layers().all(|layer| layer.mark.traits().body == Body::Bar) {
        return INSET;
    }
    let last = layers().filter_map(|layer| layer.points.last());
    let width = |text: &str| text::reserved(text, style.label);
    let half = last.map(|point| width(&point.label.text()) / 2.0).fold(0.0, f64::max);
    half.clamp(INSET, AFTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Arrangement, Chart, LabelPart, Mark, Says, Scale, Ticks};
    use crate::draw::fixtures;
    use crate::draw::scene::{Form, Role};
    use crate::figure::Frequency;

    fn chart(count: usize) -> Chart {
        let panel = |at: usize| {
            let values = ["3", "900", "41", "38"].map(|value| format!("{value}{}", at % 3));
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let points = fixtures::years(&format!("p{at}"), 2001 + 2 * at as i32, &values);
            let layers = vec![fixtures::layer(Mark::Line, 0, points)];
            fixtures::panel_of("Somewhere", Scale::Linear, Ticks::Periods(Frequency::YEAR), layers)
        };
        let mut chart = fixtures::chart("Many", "of them", (0..count).map(panel).collect());
        chart.arrangement = Arrangement::SmallMultiples;
        chart
    }

    #[test]
    fn every_panel_has_the_same_scales() {
        for count in 2..=12 {
            let chart = chart(count);
            let rows = plan(&chart.panels, &Style::default()).unwrap();
            let plots: Vec<&Plot> = rows.iter().flatten().collect();
            assert_eq!(plots.len(), count);
            let width = |plot: &Plot| plot.area.width() - plot.time.inset.0 - plot.time.inset.1;
            for plot in &plots {
                assert_eq!(plot.values, plots[0].values);
                assert_eq!(
                    (plot.time.start, plot.time.end),
                    (plots[0].time.start, plots[0].time.end)
                );
                assert!((width(plot) - width(plots[0])).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn every_row_is_as_high_as_the_others() {
        let scene = crate::draw::draw(&chart(12), &Style::default()).unwrap();
        let margin = Style::default().margin;
        let first =
            scene.shapes.iter().filter(|shape| matches!(shape.role, Role::Grid | Role::Axis));
        let lines: Vec<f64> = first
            .filter_map(|shape| match shape.form {
                Form::Line(from, to) if from.x == margin && from.y == to.y => Some(from.y),
                _ => None,
            })
            .collect();
        assert_eq!(lines.len() % 3, 0);
        let row = |lines: &[f64]| lines[0] - lines[lines.len() - 1];
        let heights: Vec<f64> = lines.chunks(lines.len() / 3).map(row).collect();
        assert!(heights.iter().all(|height| (height - heights[0]).abs() < 0.05), "{heights:?}");
    }

    #[test]
    fn no_panel_is_narrower_than_a_label_in_it() {
        let mut chart = chart(12);
        let label = "between 1,500,000 and 1,750,000 [12]";
        for panel in &mut chart.panels {
            let own = &mut panel.layers[0].points[0].label;
            own.value = vec![LabelPart::new(Says::Number, label, "")];
            own.required = true;
        }
        let style = Style::default();
        let widest = text::reserved(label, style.label);
        let rows = plan(&chart.panels, &style).unwrap();
        assert!(rows.iter().flatten().all(|plot| plot.area.width() > widest));
    }
}
