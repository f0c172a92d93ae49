//! The page: title and subtitle, panels in rows, key, notes and sources. Widths are given, heights
//! follow what has to be said.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use super::days::{Shared, shared};
use super::foot::{Foot, PARAGRAPH};
use super::key;
use super::labels::Missing;
use super::mark::frame;
use super::multiples;
use super::paint::Painted;
use super::row::{Content, PanelRow};
use super::scene::{Form, Paint, Role, Scene, Shape, Spot};
use super::style::{HEADROOM, Style};
use super::text::{self, Face, Line};
use super::unfit::Unfit;
use super::writing::{room, write};
use crate::chart::{Arrangement, Chart, KeyEntry, Panel, Signs};

/// A label found no place in a row of panels.
pub(super) struct Short {
    pub row: usize,
    pub missing: Missing,
}

pub(super) struct Page<'c> {
    chart: &'c Chart,
    title: Vec<Line>,
    subtitle: Vec<Line>,
    pub rows: Vec<PanelRow<'c>>,
    /// All rows are as high: they share one scale.
    pub alike: bool,
    foot: Foot,
}

/// From the last line of the head down to the top of a plot; a grid label lies between.
const ABOVE_PLOT: f64 = 34.0;
const BELOW_PLOT: f64 = 34.0;

impl<'c> Page<'c> {
    pub fn plan(chart: &'c Chart, style: &Style) -> Result<Page<'c>, Unfit> {
        let set = |text: &str, face: Face, shape| text::wrap(text, face, room(style), shape);
        // What protects a reader stays where title and subtitle do not.
        let (title, subtitle) = match chart.bare {
            true => ("", chart.scale.as_deref().unwrap_or_default()),
            false => (&*chart.title, &*chart.subtitle),
        };
        let head = |text: &str, face, shape| match text {
            "" => Vec::new(),
            text => set(text, face, shape),
        };
        let title = head(title, style.title, text::Wrapping::Head);
        let subtitle = head(subtitle, style.subtitle, text::Wrapping::Even);
        let page = |rows: Vec<PanelRow<'c>>, alike| {
            let lines = [(&title, style.title), (&subtitle, style.subtitle)];
            let head = lines.map(|(lines, face)| lines.len() as f64 * face.pitch());
            let around = style.margin + ABOVE_PLOT + BELOW_PLOT;
            let plots = rows.iter().map(|row| row.plot_height + ABOVE_PLOT);
            let above = head.iter().sum::<f64>() + around + plots.sum::<f64>();
            let foot = Foot::plan(chart, style, above);
            Page { chart, title, subtitle, rows, alike, foot }
        };
        if chart.arrangement == Arrangement::SmallMultiples {
            let rows = multiples::plan(&chart.panels, style)?;
            let rows = rows.into_iter().map(|plots| PanelRow::of_multiples(plots, style));
            return Ok(page(rows.collect(), true));
        }
        let stacked = chart.arrangement == Arrangement::Stacked;
        let shared = if stacked { shared(chart, style)? } else { None };
        let rows = rows(chart, style);
        let count = rows.len();
        let calendar = |panel| shared.as_ref().map(|shared: &Shared| shared.calendar(panel).kind);
        let mut kinds = chart.panels.iter().map(calendar);
        let first = kinds.next();
        let alike = kinds.all(|kind| Some(kind) == first);
        let row = |(at, members): (usize, Vec<&'c Panel>)| {
            let dated = shared.is_none() || !alike || at + 1 == count;
            PanelRow::plan(members, shared.as_ref(), dated, style, count)
        };
        let rows = rows.into_iter().enumerate().map(row).collect::<Result<_, _>>()?;
        Ok(page(rows, false))
    }

    pub fn paint(&mut self, chart: &Chart, style: &Style) -> Result<Scene, Short> {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        scene.shapes.reserve(64 + 8 * self.rows.iter().map(PanelRow::points).sum::<usize>());
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
                    Content::Across(rows) => rows.draw(style, &mut scene.borrow_mut()),
                }
            }
        }
        let scene = Rc::try_unwrap(scene).expect("every canvas has been dropped");
        let mut scene = scene.into_inner();
        self.draw_foot(style, y, &mut scene);
        scene.lang = chart.language.tag;
        scene.font = chart.house.font;
        scene.title.clone_from(&chart.title);
        scene.alt.clone_from(&chart.alt);
        scene.description = chart.described();
        scene.stamp.clone_from(&chart.stamp);
        scene.stamp.look = style.look;
        scene.stamp.bare = chart.bare;
        Ok(scene)
    }

    /// The height of everything but the plots.
    pub fn apart_from_plots(&mut self, style: &Style) -> f64 {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        let y = self.head(style, &mut scene);
        let y = self.place_plots(style, y, &mut scene);
        let marked = self.marked(style);
        (scene.signs, scene.markers) = (marked.signs, marked.markers);
        self.draw_foot(style, y, &mut scene);
        scene.height - self.rows.iter().map(|row| row.plot_height).sum::<f64>()
    }

    /// The signs that the marks are made of, wherever they will stand.
    pub fn signs(&mut self, style: &Style) -> Signs {
        self.marked(style).signs
    }

    /// The marks alone.
    fn marked(&mut self, style: &Style) -> Scene {
        let mut scene = Scene::new(style.width, 0.0, style.theme.background);
        scene.height = self.place_plots(style, 0.0, &mut scene) + BELOW_PLOT;
        let scene = Rc::new(RefCell::new(scene));
        for cell in self.rows.iter().flat_map(|row| &row.cells) {
            match &cell.body {
                Content::Time(plot) => drop(Painted::new(plot, style, &scene)),
                Content::Across(rows) => rows.draw(style, &mut scene.borrow_mut()),
            }
        }
        Rc::try_unwrap(scene).expect("every canvas has been dropped").into_inner()
    }

    /// How far the labels of a row rise above its plots.
    fn risen(&self, row: &PanelRow, scene: &Scene) -> f64 {
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
        let labels = scene.texts(&[Role::Label]);
        let labelled: HashSet<&str> =
            labels.filter_map(|(shape, _)| shape.figure.as_deref()).collect();
        let signs = self.chart.to_explain(&scene.signs, |figure| labelled.contains(figure));
        let plots =
            self.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match &cell.body {
                Content::Time(plot) => Some(plot.panel),
                Content::Across(_) => None,
            });
        let mut key: Vec<KeyEntry> = plots.flat_map(crate::chart::key_of_parts).collect();
        key.extend(crate::chart::key(style.foot.language, &signs));
        if key.is_empty() && self.foot.is_empty() {
            scene.height = y;
            return;
        }
        let rule = Form::Line(Spot { x: left, y }, Spot { x: right, y });
        scene.shapes.push(Shape::new(Role::Rule, rule, Paint::stroke(style.theme.grid, 1.0)));
        y = key::draw(&key, style, y + style.foot_pitch() + 3.0, scene);
        y += if key.is_empty() { 0.0 } else { PARAGRAPH };
        scene.height = (self.foot.write(y, style, scene) + 14.0).ceil();
    }
}

/// Two side by side, the others below; stacked panels one a row.
fn rows<'c>(chart: &'c Chart, style: &Style) -> Vec<Vec<&'c Panel>> {
    // On a picture that is wide and low there is no room one below the other.
    let least = if style.low { 220.0 } else { 300.0 };
    let fits = ((style.inside() + style.gutter) / (least + style.gutter)).floor() as usize;
    let across = match chart.arrangement {
        Arrangement::Stacked => 1,
        Arrangement::SideBySide | Arrangement::SmallMultiples => fits.clamp(1, 2),
    };
    chart.panels.chunks(across).map(|row| row.iter().collect()).collect()
}
