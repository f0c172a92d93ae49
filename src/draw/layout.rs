//! The page: title and subtitle, panels in rows, key, notes and sources. Widths are given, heights
//! follow what has to be said.

use std::cell::RefCell;
use std::rc::Rc;

use super::claims;
use super::foot::{Foot, PARAGRAPH};
use super::key;
use super::labels::{Effort, Missing};
use super::mark::frame;
use super::multiples;
use super::paint::Painted;
use super::plot::{Plot, is_named};
use super::scene::{Anchor, Area, Form, Paint, Role, Scene, Shape, Spot};
use super::style::Style;
use super::text::{self, Face, Line};
use super::time_axis::{Extent, TimeAxis};
use super::unfit::Unfit;
use super::value_axis::{ValueAxis, float};
use crate::chart::{
    Against, Arrangement, Body, Chart, Label, Panel, Point, Scale, Signs, Ticks, joined,
};
use crate::figure::Kind;

/// A label found no place in a row of panels.
pub(super) struct Short {
    pub row: usize,
    pub missing: Missing,
}

pub(super) struct Page<'c> {
    title: Vec<Line>,
    subtitle: Vec<Line>,
    pub rows: Vec<Row<'c>>,
    /// All rows are as high: they share one scale.
    pub alike: bool,
    foot: Foot,
}

pub(super) struct Row<'c> {
    cells: Vec<Cell<'c>>,
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
    dated: bool,
}

struct Cell<'c> {
    title: Vec<Line>,
    body: Content<'c>,
}

enum Content<'c> {
    Time(Plot<'c>),
    Claims(claims::Rows<'c>),
}

/// How much taller a plot becomes when a label found no place.
const GROWTH: f64 = 1.25;
/// From the last line of the head down to the top of a plot; a grid label lies between.
const ABOVE_PLOT: f64 = 34.0;
const BELOW_PLOT: f64 = 34.0;
/// How far labels may rise above the highest grid line before the chart grows.
pub(super) const HEADROOM: f64 = 22.0;

impl<'c> Page<'c> {
    pub fn plan(chart: &'c Chart, style: &Style) -> Result<Page<'c>, Unfit> {
        let set = |text: &str, face: Face, shape| text::wrap(text, face, room(face, style), shape);
        let foot = Foot::plan(chart, style);
        let head = |text, face| match chart.bare {
            true => Vec::new(),
            false => set(text, face, text::Shape::Even),
        };
        let page = |rows, alike| Page {
            title: head(&chart.title, style.title),
            subtitle: head(&chart.subtitle, style.subtitle),
            rows,
            alike,
            foot,
        };
        if chart.arrangement == Arrangement::SmallMultiples {
            let rows = multiples::plan(&chart.panels, style)?;
            let rows = rows.into_iter().map(|plots| Row::of_multiples(plots, style));
            return Ok(page(rows.collect(), true));
        }
        let stacked = chart.arrangement == Arrangement::Stacked;
        let shared = if stacked { shared(chart, style)? } else { None };
        let rows = rows(chart, style);
        let count = rows.len();
        let mut kinds = chart.panels.iter().map(|panel| panel.ticks);
        let first = kinds.next();
        let alike = kinds.all(|kind| Some(kind) == first);
        let row = |(at, members): (usize, Vec<&'c Panel>)| {
            let dated = shared.is_none() || !alike || at + 1 == count;
            Row::plan(members, shared, dated, style, count)
        };
        let rows = rows.into_iter().enumerate().map(row).collect::<Result<_, _>>()?;
        Ok(page(rows, false))
    }

    pub fn paint(&mut self, chart: &Chart, style: &Style) -> Result<Scene, Short> {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        scene.shapes.reserve(64 + 8 * self.rows.iter().map(Row::points).sum::<usize>());
        let y = self.head(style, &mut scene);
        let y = self.place_plots(style, y, &mut scene);
        // Plotters keeps what it draws within the size it is told.
        scene.height = y + BELOW_PLOT;
        let scene = Rc::new(RefCell::new(scene));
        for (at, row) in self.rows.iter().enumerate() {
            for cell in &row.cells {
                match &cell.body {
                    Content::Time(plot) => {
                        Painted::new(plot, style, &scene)
                            .label(row.headroom, row.effort(), &scene)
                            .map_err(|missing| Short { row: at, missing })?;
                    }
                    Content::Claims(rows) => rows.draw(style, &mut scene.borrow_mut()),
                }
            }
        }
        let scene = Rc::try_unwrap(scene).expect("every canvas has been dropped");
        let mut scene = scene.into_inner();
        self.draw_foot(style, y, &mut scene);
        scene.lang = chart.language.tag;
        scene.title.clone_from(&chart.title);
        scene.alt.clone_from(&chart.alt);
        scene.description.clone_from(&chart.description);
        scene.stamp.clone_from(&chart.stamp);
        scene.stamp.look = style.look;
        Ok(scene)
    }

    /// The height of everything but the plots.
    pub fn apart_from_plots(&mut self, style: &Style) -> f64 {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        let y = self.head(style, &mut scene);
        let y = self.place_plots(style, y, &mut scene);
        scene.signs = self.signs(style);
        self.draw_foot(style, y, &mut scene);
        scene.height - self.rows.iter().map(|row| row.plot_height).sum::<f64>()
    }

    /// The signs that the marks are made of, wherever they will stand.
    pub fn signs(&mut self, style: &Style) -> Signs {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        scene.height = self.place_plots(style, 0.0, &mut scene) + BELOW_PLOT;
        let scene = Rc::new(RefCell::new(scene));
        for cell in self.rows.iter().flat_map(|row| &row.cells) {
            match &cell.body {
                Content::Time(plot) => drop(Painted::new(plot, style, &scene)),
                Content::Claims(rows) => rows.draw(style, &mut scene.borrow_mut()),
            }
        }
        scene.borrow().signs.clone()
    }

    /// How far the labels of a row rise above its plots.
    fn risen(&self, row: &Row, scene: &Scene) -> f64 {
        let top = row.cells.first().map_or(0.0, |cell| cell.area().top);
        let labels = scene.texts(&[Role::Label, Role::EventLabel]).map(|(_, text)| text.area(1.0));
        let own = labels.filter(|area| area.top > top - row.headroom && area.top < top);
        own.map(|area| top - area.top + 1.0).fold(HEADROOM, f64::max)
    }

    /// Is the room above every plot used? It was made before anybody knew.
    pub fn is_tight(&self, scene: &Scene) -> bool {
        self.rows.iter().all(|row| row.headroom <= self.risen(row, scene) + 1.0)
    }

    pub fn tighten(&mut self, scene: &Scene) {
        let risen: Vec<f64> = self.rows.iter().map(|row| self.risen(row, scene)).collect();
        for (row, risen) in self.rows.iter_mut().zip(risen) {
            row.headroom = risen.min(row.headroom).ceil();
        }
    }

    fn head(&self, style: &Style, scene: &mut Scene) -> f64 {
        let mut y = style.margin + 14.0 - style.title.pitch();
        for line in &self.title {
            y += style.title.pitch();
            write(Role::Title, line, style.margin, y, style.title, style, scene);
        }
        for (at, line) in self.subtitle.iter().enumerate() {
            y += if at == 0 { 24.0 } else { style.subtitle.pitch() };
            write(Role::Subtitle, line, style.margin, y, style.subtitle, style, scene);
        }
        y
    }

    /// Says where each plot lies, writes the titles of the panels, and gives the lowest base line.
    fn place_plots(&mut self, style: &Style, mut y: f64, scene: &mut Scene) -> f64 {
        let last = self.rows.len().saturating_sub(1);
        for (at, row) in self.rows.iter_mut().enumerate() {
            let titles = row.cells.iter().map(|cell| cell.title.len()).max().unwrap_or(0);
            let lines = style.panel.pitch() * titles.saturating_sub(1) as f64;
            let titled = match () {
                () if titles == 0 => 6.0,
                () if style.low || self.alike && at > 0 => 26.0 + lines,
                () => 34.0 + lines,
            };
            let gap = match () {
                () if row.is_of_claims() => 10.0,
                () if self.alike || style.low && titles > 0 => 26.0,
                () if titles > 0 => 28.0,
                () => ABOVE_PLOT - 6.0,
            };
            let top = y + titled + gap + row.headroom - HEADROOM;
            for cell in &mut row.cells {
                let lines = cell.title.len();
                let left = cell.area().left;
                for (at, line) in cell.title.iter().enumerate() {
                    let below = style.panel.pitch() * (lines - 1 - at) as f64;
                    let y = y + titled - below;
                    write(Role::PanelTitle, line, left, y, style.panel, style, scene);
                }
                cell.lie(top, top + row.plot_height);
            }
            y = top + row.plot_height;
            if at < last {
                y += if row.dated { frame::DROP + 2.0 } else { 0.0 };
            }
        }
        y
    }

    fn draw_foot(&self, style: &Style, y: f64, scene: &mut Scene) {
        let (left, right) = (style.margin, style.margin + style.inside());
        let mut y = y + if self.rows.is_empty() { 14.0 } else { BELOW_PLOT };
        let key = crate::chart::key(&scene.signs);
        if key.is_empty() && self.foot.is_empty() {
            scene.height = y;
            return;
        }
        let rule = Form::Line(Spot { x: left, y }, Spot { x: right, y });
        scene.shapes.push(Shape::new(Role::Rule, rule, Paint::stroke(style.theme.grid, 1.0)));
        y = key::draw(&key, style, y + style.foot.pitch() + 3.0, scene);
        y += if key.is_empty() { 0.0 } else { PARAGRAPH };
        scene.height = (self.foot.write(y, style, scene) + 14.0).ceil();
    }
}

/// The width a line may have. It may run into the margin in a wider font, not over the edge.
pub(super) fn room(face: Face, style: &Style) -> f64 {
    if face.bold { style.width - 4.0 - style.margin } else { style.inside() + 4.0 }
}

pub(super) fn write(
    role: Role,
    line: &Line,
    x: f64,
    y: f64,
    face: Face,
    style: &Style,
    scene: &mut Scene,
) {
    let theme = &style.theme;
    let strong = matches!(role, Role::Title | Role::PanelTitle);
    let colour = if strong { theme.ink } else { theme.muted };
    scene.write(role, line.clone(), Spot { x, y }, Anchor::Start, face, colour);
}

/// Two side by side, the others below; stacked panels one a row.
fn rows<'c>(chart: &'c Chart, style: &Style) -> Vec<Vec<&'c Panel>> {
    let fits = ((style.inside() + style.gutter) / (300.0 + style.gutter)).floor() as usize;
    let across = match chart.arrangement {
        Arrangement::Stacked => 1,
        Arrangement::SideBySide | Arrangement::SmallMultiples => fits.clamp(1, 2),
    };
    chart.panels.chunks(across).map(|row| row.iter().collect()).collect()
}

/// What stacked panels have in common, so that a day stands below the same day.
#[derive(Clone, Copy)]
struct Shared {
    extent: Extent,
    inset: (f64, f64),
}

fn shared(chart: &Chart, style: &Style) -> Result<Option<Shared>, Unfit> {
    let mut shared: Option<Shared> = None;
    let area = Area { left: 0.0, top: 0.0, right: style.inside(), bottom: style.plot };
    for panel in chart.panels.iter().filter(|panel| panel.form == Against::Time) {
        let extent = TimeAxis::extent(panel)?;
        let inset =
            inset(panel, &ValueAxis::new(panel, style.plot, style.small.language)?, area, style);
        let all = shared.unwrap_or(Shared { extent, inset });
        shared = Some(Shared {
            extent: union(all.extent, extent),
            inset: (all.inset.0.max(inset.0), all.inset.1.max(inset.1)),
        });
    }
    if let Some(Shared { extent, inset }) = &mut shared {
        // Where the ticks of one panel ask for more, all of them have it.
        for panel in chart.panels.iter().filter(|panel| panel.form == Against::Time) {
            let axis = time_axis(panel, *extent, *inset, area, style);
            let (start, end) = (axis.start, axis.end);
            *extent = union(*extent, Extent { start, end, ..*extent });
        }
        extent.fixed = (true, true);
    }
    Ok(shared.filter(|_| chart.panels.len() > 1))
}

fn union(one: Extent, other: Extent) -> Extent {
    let fixed = (one.fixed.0 || other.fixed.0, one.fixed.1 || other.fixed.1);
    let (start, end) = (one.start.min(other.start), one.end.max(other.end));
    Extent { start, end, fixed, shortest: one.shortest.min(other.shortest) }
}

pub(super) fn time_axis(
    panel: &Panel,
    extent: Extent,
    inset: (f64, f64),
    area: Area,
    style: &Style,
) -> TimeAxis {
    let financial = financial_month(panel);
    TimeAxis::new(extent, panel.ticks, financial, inset, area.width(), style.small)
}

impl<'c> Row<'c> {
    fn plan(
        panels: Vec<&'c Panel>,
        shared: Option<Shared>,
        dated: bool,
        style: &Style,
        rows: usize,
    ) -> Result<Row<'c>, Unfit> {
        let plot_height = if rows > 1 { (style.plot * 0.75).round() } else { style.plot };
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
            cells.push(Cell::plan(panel, area, shared, dated, style)?);
            left += width + style.gutter;
        }
        let rows = |cell: &Cell| match &cell.body {
            Content::Time(_) => None,
            Content::Claims(rows) => Some(rows.height()),
        };
        let claims = cells.iter().filter_map(rows).fold(0.0, f64::max);
        let of_claims = cells.iter().all(|cell| rows(cell).is_some());
        let plot_height = if of_claims { claims } else { claims.max(plot_height) };
        let natural = style.plot;
        let least = claims;
        let (headroom, grown, pressed) = (HEADROOM, 0, 0);
        Ok(Row { cells, plot_height, least, headroom, grown, natural, pressed, dated })
    }

    fn of_multiples(plots: Vec<Plot<'c>>, style: &Style) -> Row<'c> {
        let plot_height = plots.first().map_or(0.0, |plot| plot.area.height());
        let dated = plots.iter().any(|plot| plot.dated);
        let cell = |plot: Plot<'c>| {
            let width = plot.area.width();
            let title = text::wrap(&plot.panel.title, style.panel, width, text::Shape::Even);
            Cell { title, body: Content::Time(plot) }
        };
        let cells = plots.into_iter().map(cell).collect();
        let natural = plot_height;
        let (headroom, grown, pressed) = (HEADROOM, 0, 0);
        Row { cells, plot_height, least: 0.0, headroom, grown, natural, pressed, dated }
    }

    /// Nothing rises above the first row of claims.
    pub fn is_of_claims(&self) -> bool {
        self.cells.iter().all(|cell| matches!(cell.body, Content::Claims(_)))
    }

    fn effort(&self) -> Effort {
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
        // A line as dense as that leaves no free spot, however tall the plot.
        let dense = self.plot_height > 2.5 * self.natural;
        if self.grown % 2 == 1 && (self.grown < 5 || dense) {
            self.headroom += 30.0;
        } else {
            self.plot_height = (self.plot_height * GROWTH).ceil();
        }
    }

    fn points(&self) -> usize {
        let count = |cell: &Cell| match &cell.body {
            Content::Time(plot) => plot.panel.layers.iter().map(|layer| layer.points.len()).sum(),
            Content::Claims(_) => 0,
        };
        self.cells.iter().map(count).sum()
    }
}

impl<'c> Cell<'c> {
    fn plan(
        panel: &'c Panel,
        area: Area,
        shared: Option<Shared>,
        dated: bool,
        style: &Style,
    ) -> Result<Cell<'c>, Unfit> {
        let title = text::wrap(&panel.title, style.panel, area.width(), text::Shape::Even);
        if let Against::Claims { colour, claims } = &panel.form {
            let rows = claims::Rows::plan(panel, (*colour, claims), area, style)?;
            return Ok(Cell { title, body: Content::Claims(rows) });
        }
        let values = ValueAxis::new(panel, area.height(), style.small.language)?;
        let Shared { extent, inset } = match shared {
            Some(shared) => shared,
            None => {
                let inset = inset(panel, &values, area, style);
                Shared { extent: TimeAxis::extent(panel)?, inset }
            }
        };
        let time = time_axis(panel, extent, inset, area, style);
        refuse_what_lies_outside(panel, &time, &values)?;
        let plot = Plot { panel, time, values, area, dated, valued: true, light: false };
        Ok(Cell { title, body: Content::Time(plot) })
    }

    fn area(&self) -> Area {
        match &self.body {
            Content::Time(plot) => plot.area,
            Content::Claims(rows) => rows.area,
        }
    }

    /// Says from where to where it reaches.
    fn lie(&mut self, top: f64, bottom: f64) {
        let area = match &mut self.body {
            Content::Time(plot) => &mut plot.area,
            Content::Claims(rows) => &mut rows.area,
        };
        (area.top, area.bottom) = (top, bottom);
    }
}

/// What stays free at the left for the values of the grid, and at the right for names of lines.
fn inset(panel: &Panel, values: &ValueAxis, area: Area, style: &Style) -> (f64, f64) {
    let bars = panel.layers.iter().all(|layer| layer.mark.traits().body == Body::Bar);
    let left = frame::room(values, style) + if bars { 2.0 } else { 12.0 };
    let width = |text: &str, face: Face| text::reserved(text, face.size, face.bold);
    let value =
        |label: &Label| width(&label.text(), style.label) + width(label.cite(), style.label);
    let after = panel.layers.iter().filter_map(|layer| {
        let [before @ .., last] = layer.points.as_slice() else { return None };
        let label = &last.label;
        let named = is_named(panel, layer);
        // Close after a break there is room on one side only.
        let cut = |before: &Point| panel.breaks.iter().any(|stop| stop.at > before.at);
        let apart = before.last().is_some_and(cut) && label.required;
        let name = if named { width(&joined(&label.below), style.below) + 20.0 } else { 0.0 };
        (named || apart).then(|| value(label) + name + 12.0)
    });
    // The label above the last mark has half its width to the right.
    let last = panel.layers.iter().filter_map(|layer| layer.points.last());
    let last = last.filter(|point| point.label.required).max_by(|a, b| a.at.total_cmp(&b.at));
    let half = last.map_or(0.0, |point| value(&point.label) / 2.0 - 4.0).min(52.0);
    let right = after.fold(if bars { 4.0 } else { half.max(14.0) }, f64::max);
    (left.min(area.width() * 0.4), right.min(area.width() * 0.3))
}

/// How wide a panel would like to be: bars as wide as their labels, other marks by their number
/// and the length of what is said of them.
fn width_wanted(panel: &Panel, style: &Style) -> Result<f64, Unfit> {
    if panel.form != Against::Time {
        return Ok(480.0);
    }
    let width = |text: &str, face: Face| text::reserved(text, face.size, face.bold) + 2.0;
    let bars = || panel.layers.iter().filter(|layer| layer.mark.traits().body == Body::Bar);
    if bars().next().is_none() {
        let points = panel.layers.iter().flat_map(|layer| &layer.points);
        let said = |point: &Point| {
            let label = &point.label;
            let value = width(&label.text(), style.label) + width(label.cite(), style.label);
            6.0 + if label.required { 0.08 * value } else { 0.0 }
        };
        return Ok(240.0 + points.map(said).sum::<f64>().min(320.0));
    }
    let Extent { start, end, .. } = TimeAxis::extent(panel)?;
    // A year has its own tick.
    let financial = panel.ticks == Ticks::Periods(Kind::FinancialYear);
    let mut pitch: f64 = if financial { 52.0 } else { 40.0 };
    let mut days = f64::INFINITY;
    for layer in bars() {
        for point in &layer.points {
            // Its sources may stand below.
            pitch = pitch.max((width(&point.label.text(), style.label) + 4.0).min(74.0));
            days = days.min(f64::from(point.span.days()));
        }
        for gap in &layer.gaps {
            let word = text::longest_word(&gap.word, style.small);
            pitch = pitch.max((word + 2.0) / 1.2);
        }
    }
    let periods = ((end - start) / days).clamp(1.0, 40.0);
    Ok(60.0 + periods * pitch)
}

/// The month in which the years of twelve months start that the panel shows.
fn financial_month(panel: &Panel) -> u32 {
    let points = panel.layers.iter().flat_map(|layer| &layer.points).map(|point| point.span);
    let gaps = panel.layers.iter().flat_map(|layer| &layer.gaps).map(|gap| gap.span);
    let mut years = points.chain(gaps).filter(|span| span.whole_months() == Some(12));
    years.find(|span| span.start.month() != 1).map_or(4, |span| span.start.month())
}

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
            let numbers = point.quantity.numbers();
            let (from, to) = super::time_axis::edges(point.span);
            let cut =
                layer.mark.traits().body == Body::Span && !(time.shows(from) && time.shows(to));
            if cut || !time.shows(point.at) || !numbers.iter().all(|n| values.shows(float(*n))) {
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
