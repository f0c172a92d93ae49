//! A row of panels: how they share its width, and how tall its plots are.

use super::across::AcrossPlot;
use super::bounds::refuse_what_lies_outside;
use super::calendar::Calendar;
use super::days::{Shared, inset};
use super::heights::height_wanted;
use super::labels::Effort;
use super::plot::Plot;
use super::scene::Area;
use super::style::{HEADROOM, Style};
use super::text::{self, Line};
use super::time_axis::TimeAxis;
use super::unfit::Unfit;
use super::value_axis::ValueAxis;
use super::widths::width_wanted;
use crate::chart::Panel;

pub(super) struct PanelRow<'c> {
    pub cells: Vec<PanelCell<'c>>,
    pub plot_height: f64,
    /// What claims need, however low the row is to be.
    least: f64,
    /// How far labels may rise above the highest grid line.
    pub headroom: f64,
    /// How often it grew, and how often it was asked to try harder where it may not.
    grown: u32,
    /// How high its plots are before labels ask for more.
    natural: f64,
    pressed: u32,
    /// Are the labels of time written below it?
    pub dated: bool,
}

pub(super) struct PanelCell<'c> {
    pub title: Vec<Line>,
    pub body: Content<'c>,
}

pub(super) enum Content<'c> {
    Time(Plot<'c>),
    Across(AcrossPlot<'c>),
}

/// How much taller a plot becomes when a label found no place.
const GROWTH: f64 = 1.25;

impl<'c> PanelRow<'c> {
    pub fn plan(
        panels: Vec<&'c Panel>,
        shared: Option<&Shared>,
        dated: bool,
        style: &Style,
        rows: usize,
    ) -> Result<PanelRow<'c>, Unfit> {
        let alone = panels.iter().map(|panel| height_wanted(panel, style)).fold(0.0, f64::max);
        let plot_height = if rows > 1 { (style.plot * 0.75).round() } else { alone };
        let across = panels.len() as f64;
        let free = style.inside() - style.gutter * (across - 1.0);
        let wanted: Vec<f64> =
            panels.iter().map(|panel| width_wanted(panel, style)).collect::<Result<_, _>>()?;
        let all: f64 = wanted.iter().sum();
        let mut left = style.margin;
        let mut cells = Vec::new();
        let (mut taken, last) = (0.0, panels.len().saturating_sub(1));
        for (at, panel) in panels.into_iter().enumerate() {
            let share = (wanted[at] / all).clamp(0.76 / across, 1.24 / across);
            let width = if at == last { free - taken } else { (free * share).floor() };
            taken += width;
            let area = Area { left, right: left + width, top: 0.0, bottom: plot_height };
            cells.push(PanelCell::plan(panel, area, shared, dated, style)?);
            left += width + style.gutter;
        }
        let rows = |cell: &PanelCell| match &cell.body {
            Content::Time(_) => None,
            Content::Across(rows) => Some(rows.height()),
        };
        let claims = cells.iter().filter_map(rows).fold(0.0, f64::max);
        let of_claims = cells.iter().all(|cell| rows(cell).is_some());
        let plot_height = if of_claims { claims } else { claims.max(plot_height) };
        let natural = style.plot;
        let least = claims;
        let (headroom, grown, pressed) = (HEADROOM, 0, 0);
        Ok(PanelRow { cells, plot_height, least, headroom, grown, natural, pressed, dated })
    }

    pub fn of_multiples(plots: Vec<Plot<'c>>, style: &Style) -> PanelRow<'c> {
        let plot_height = plots.first().map_or(0.0, |plot| plot.area.height());
        let dated = plots.iter().any(|plot| plot.dated);
        let cell = |plot: Plot<'c>| {
            let width = plot.area.width();
            let title = text::wrap(&plot.panel.title, style.panel, width, text::Wrapping::Even);
            PanelCell { title, body: Content::Time(plot) }
        };
        let cells = plots.into_iter().map(cell).collect();
        let natural = plot_height;
        let (headroom, grown, pressed) = (HEADROOM, 0, 0);
        PanelRow { cells, plot_height, least: 0.0, headroom, grown, natural, pressed, dated }
    }

    /// Nothing rises above the first row of claims.
    pub fn is_of_claims(&self) -> bool {
        self.cells.iter().all(|cell| matches!(cell.body, Content::Across(_)))
    }

    pub fn effort(&self) -> Effort {
        match self.pressed {
            0 => Effort::after(self.grown, self.plot_height / self.natural),
            pressed => Effort::after(2 * pressed, f64::from(pressed)),
        }
    }

    /// Just so tall, with labels that rise so far above it and go as far as they must.
    pub fn press(&mut self, plot_height: f64, headroom: f64, pressed: u32) {
        self.plot_height = plot_height.max(self.least);
        (self.headroom, self.pressed) = (headroom, pressed);
    }

    /// More room for labels: above the plot first, where a little may be enough, then within it.
    pub fn grow(&mut self) {
        self.grown += 1;
        // Lines as dense as that leave no free spot, however tall the plot: the steeper they are, the
        // less lies between them.
        let dense = self.plot_height > 2.5 * self.natural;
        let above = match dense {
            true => !self.grown.is_multiple_of(4),
            false => self.grown % 2 == 1 && self.grown < 5,
        };
        if above {
            // What is not needed of it goes again.
            self.headroom += if dense { 120.0 } else { 30.0 };
        } else {
            self.plot_height = (self.plot_height * GROWTH).ceil();
        }
    }

    pub fn points(&self) -> usize {
        let count = |cell: &PanelCell| match &cell.body {
            Content::Time(plot) => {
                plot.panel.layers.iter().map(|layer| layer.marks().count()).sum()
            }
            Content::Across(rows) => rows.points(),
        };
        self.cells.iter().map(count).sum()
    }
}

impl<'c> PanelCell<'c> {
    fn plan(
        panel: &'c Panel,
        area: Area,
        shared: Option<&Shared>,
        dated: bool,
        style: &Style,
    ) -> Result<PanelCell<'c>, Unfit> {
        let title = text::wrap(&panel.title, style.panel, area.width(), text::Wrapping::Even);
        if let Some(rows) = AcrossPlot::plan(panel, area, style)? {
            return Ok(PanelCell { title, body: Content::Across(rows) });
        }
        let values = ValueAxis::new(panel, area.height(), style.small.language)?;
        let (extent, inset, calendar) = match shared {
            Some(shared) => (shared.extent, shared.inset, shared.calendar(panel)),
            None => {
                let inset = inset(panel, &values, area, style);
                (TimeAxis::extent(panel)?, inset, Calendar::of(panel))
            }
        };
        let time = TimeAxis::new(extent, &calendar, inset, area.width(), style.small);
        refuse_what_lies_outside(panel, &time, &values)?;
        let valued = !panel.says_every_value();
        let (gridded, light) = (valued, false);
        let plot = Plot { panel, time, values, area, dated, valued, gridded, light };
        Ok(PanelCell { title, body: Content::Time(plot) })
    }

    pub fn area(&self) -> Area {
        match &self.body {
            Content::Time(plot) => plot.area,
            Content::Across(rows) => rows.area,
        }
    }

    /// Says from where to where it reaches.
    pub fn lie(&mut self, top: f64, bottom: f64) {
        let area = match &mut self.body {
            Content::Time(plot) => &mut plot.area,
            Content::Across(rows) => &mut rows.area,
        };
        (area.top, area.bottom) = (top, bottom);
    }
}
