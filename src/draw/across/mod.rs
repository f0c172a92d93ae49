//! Values that lie across, a row for each: who states it, or of which place or period it is, at the
//! left, and the number on an axis from zero. Every label has a row of its own, so none can meet
//! another.

mod beside;
#[cfg(test)]
mod tests;
mod words;

use beside::SetWords;
use words::{Measures, RowShape, RowWords, words};

use super::glyph::across::across;
use super::glyph::arrow::{ARROW, ARROW_ON_BAR, within};
use super::glyph::bar::{CAP, is_bodiless};
use super::glyph::bar_across::{self, bar_across};
use super::glyph::brush::Brush;
use super::glyph::finish::{ACROSS, BAR_ACROSS};
use super::scene::{Anchor, Area, Form, Paint, Role, Scene, Shape, Spot};
use super::style::Style;
use super::text::{self, Face, LINE, Line};
use super::unfit::Unfit;
use super::value_axis::{ValueAxis, float};
use crate::chart::{Layer, Panel, Sign};
use crate::figure::{Quantity, Way};

/// Below this width the words stand above their mark.
const SIDE_BY_SIDE: f64 = 430.0;
/// The share of the width that the words may take, and the label of a value beside the mark.
const WORDS: f64 = 0.42;
const VALUE: f64 = 0.4;
/// From the words to the axis, and from the axis to the first mark.
const APART: f64 = 14.0;
const INSET: f64 = 6.0;
/// Between a mark and its label.
const ASIDE: f64 = 8.0;
const RADIUS: f64 = 4.5;
/// From the base line down to the labels of the axis.
const DROP: f64 = 17.0;
/// How near to the edge of the picture they may come.
const EDGE: f64 = 3.0;

/// A panel of rows with its axis and its place on the page.
pub(super) struct AcrossPlot<'c> {
    pub area: Area,
    values: ValueAxis,
    rows: Vec<AcrossRow<'c>>,
    measures: Measures,
    /// From where to where values lie.
    left: f64,
    right: f64,
    /// The words stand above their mark.
    stacked: bool,
}

struct AcrossRow<'c> {
    words: RowWords<'c>,
    name: Vec<Line>,
    remark: Vec<Line>,
    said: Vec<SetWords>,
    height: f64,
}

impl<'c> AcrossPlot<'c> {
    /// Sets the words; the height follows from them. `None` of a panel over time.
    pub fn plan(
        panel: &'c Panel,
        area: Area,
        style: &Style,
    ) -> Result<Option<AcrossPlot<'c>>, Unfit> {
        let Some((measures, rows)) = words(panel) else { return Ok(None) };
        let aimed = |row: &RowWords<'c>| row.aimed.map(|point| &point.quantity);
        let own = rows.iter().flat_map(|row| row.quantity.into_iter().chain(aimed(row)));
        let beside = panel.beside.iter().flat_map(Layer::numbers);
        let numbers = own.flat_map(Quantity::numbers).chain(beside);
        let values = ValueAxis::across(numbers, panel, style.small.language);
        let stacked = area.width() < SIDE_BY_SIDE;
        let room = if stacked { area.width() } else { area.width() * WORDS };
        let set =
            |text: &str, face: Face, room: f64| text::wrap(text, face, room, text::Wrapping::Full);
        let words: Vec<(Vec<Line>, Vec<Line>)> = rows
            .iter()
            .map(|row| {
                let name = set(&row.name, row.face(style), room);
                (name, set(&row.remark, style.below, room))
            })
            .collect();
        let lines = || words.iter().flat_map(|(name, remark)| name.iter().chain(remark));
        let widest = lines().map(|line| line.reserved).fold(0.0, f64::max);
        let left = if stacked { area.left } else { area.left + widest + APART };
        let free = area.right - left - 2.0 * INSET;
        let rows: Vec<AcrossRow> = rows
            .into_iter()
            .zip(words)
            .map(|(row, (name, remark))| {
                let said = beside::set(&row.said, free * VALUE, style);
                let height = |lines: usize, face: Face| lines as f64 * face.size * LINE;
                let words = height(name.len() + remark.len(), style.below);
                let mark = height(beside::extent(&said).1, style.label).max(2.0 * RADIUS);
                let height = if stacked { words + mark + 2.0 } else { words.max(mark) };
                let height = (height + 2.0 * measures.padding).max(measures.least);
                AcrossRow { words: row, name, remark, said, height }
            })
            .collect();
        let mut planned = AcrossPlot {
            area,
            values,
            rows,
            measures,
            left: left + INSET,
            right: area.right,
            stacked,
        };
        planned.right = planned.left + planned.width_for_labels(free);
        match planned.rows.iter().find(|row| !planned.shows(row)) {
            Some(row) => Err(Unfit::Outside { what: row.words.figure.to_string() }),
            None => Ok(Some(planned)),
        }
    }

    /// How wide the axis may be so that every label finds room to the right of its mark.
    fn width_for_labels(&self, free: f64) -> f64 {
        let mut width = free;
        for row in &self.rows {
            let (label, _) = beside::extent(&row.said);
            let (mut share, arrow) = match row.words.quantity {
                Some(quantity) => (self.share(self.right_end(row)), over_at_least(quantity)),
                None => (0.0, 0.0),
            };
            for number in row.words.aimed.iter().flat_map(|point| point.quantity.numbers()) {
                share = share.max(self.share(float(number)));
            }
            if share > 0.0 {
                width = width.min((free - label - arrow - ASIDE - RADIUS) / share);
            }
        }
        width.max(free * 0.3)
    }

    fn shows(&self, row: &AcrossRow) -> bool {
        let aimed = row.words.aimed.map(|point| &point.quantity);
        let all = row.words.quantity.into_iter().chain(aimed);
        let mut numbers = all.flat_map(Quantity::numbers);
        numbers.all(|number| self.values.shows(float(number)))
    }

    /// How high the rows are together.
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|row| row.height).sum()
    }

    /// How many marks it has.
    pub fn points(&self) -> usize {
        self.rows.len()
    }

    fn share(&self, value: f64) -> f64 {
        self.values.share(value)
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.share(value) * (self.right - self.left)
    }

    pub fn draw(&self, style: &Style, scene: &mut Scene) {
        self.labels_below(style, scene);
        let spare = (self.area.height() - self.height()) / self.rows.len().max(1) as f64;
        let mut top = self.area.top;
        for (at, row) in self.rows.iter().enumerate() {
            let bottom = top + row.height + spare;
            if at > 0 && self.measures.ruled {
                let (from, to) =
                    (Spot { x: self.area.left, y: top }, Spot { x: self.area.right, y: top });
                let paint = Paint::stroke(style.theme.grid, 1.0);
                scene.shapes.push(Shape::new(Role::Grid, Form::Line(from, to), paint));
            }
            if row.words.apart {
                self.part(top, style, scene);
            }
            self.row(row, (top, bottom), style, scene);
            top = bottom;
        }
    }

    /// A line where a row does not continue those above it.
    fn part(&self, y: f64, style: &Style, scene: &mut Scene) {
        let (from, to) = (Spot { x: self.area.left, y }, Spot { x: self.area.right, y });
        let paint = Paint::stroke(style.theme.muted, 1.0).dashed(4.0, 3.0);
        scene.signs.add(Sign::Break);
        scene.shapes.push(Shape::new(Role::Break, Form::Line(from, to), paint));
    }

    /// The round values, below the last row: all, or every second or third where they would touch.
    fn labels_below(&self, style: &Style, scene: &mut Scene) {
        let ticks = &self.values.ticks;
        let lines: Vec<Line> =
            ticks.iter().map(|tick| Line::new(tick.label.as_str(), style.small)).collect();
        let ends = |at: usize| {
            let (x, half) = (self.x(ticks[at].value), lines[at].reserved / 2.0);
            (x - half, x + half)
        };
        let base = ticks.iter().position(|tick| tick.value == self.values.base).unwrap_or(0);
        let kept = |every: usize| (base % every..ticks.len()).step_by(every);
        let apart = |every: &usize| {
            let pairs = kept(*every).zip(kept(*every).skip(1));
            pairs.into_iter().all(|(one, next)| ends(one).1 + ASIDE <= ends(next).0)
        };
        let every = (1..).find(apart).unwrap_or(1);
        // What is not at its line would be read of another.
        let on_page = |at: &usize| ends(*at).0 >= EDGE && ends(*at).1 <= style.width - EDGE;
        for at in kept(every).filter(on_page) {
            let spot = Spot { x: self.x(ticks[at].value), y: self.area.bottom + DROP };
            let (face, colour) = (style.small, style.theme.muted);
            scene.write(Role::TickLabel, lines[at].clone(), spot, Anchor::Middle, face, colour);
        }
    }

    /// Upright lines at the round values, as high as the mark of a row has room.
    fn grid(&self, (top, bottom): (f64, f64), style: &Style, scene: &mut Scene) {
        let theme = &style.theme;
        for tick in &self.values.ticks {
            let x = self.x(tick.value);
            let line = Form::Line(Spot { x, y: top }, Spot { x, y: bottom });
            let (role, colour) = match tick.value == self.values.base {
                true => (Role::Axis, theme.axis),
                false => (Role::Grid, theme.grid),
            };
            scene.shapes.push(Shape::new(role, line, Paint::stroke(colour, 1.0)));
        }
    }

    fn row(&self, row: &AcrossRow, (top, bottom): (f64, f64), style: &Style, scene: &mut Scene) {
        let pitch = style.below.size * LINE;
        let words = pitch * (row.name.len() + row.remark.len()) as f64;
        let (start, room) = match self.stacked {
            true => {
                let start = top + self.measures.padding + (bottom - top - row.height) / 2.0;
                (start, (start + words + 2.0, bottom))
            }
            false => ((top + bottom - words) / 2.0, (top, bottom)),
        };
        self.grid(room, style, scene);
        let first = scene.shapes.len();
        self.words(row, start, style, scene);
        let middle = match self.stacked {
            true => room.0 + (row.height - words - 2.0 * self.measures.padding) / 2.0,
            false => (top + bottom) / 2.0,
        };
        let from = match row.words.quantity {
            Some(quantity) => {
                self.mark(row, quantity, middle, style, scene);
                let half = if row.words.shape == RowShape::Dot { RADIUS } else { 0.0 };
                let end = self.x(self.right_end(row)) + self.over(row, quantity) + half;
                self.aimed(row, (end, middle), style, scene) + ASIDE
            }
            None => self.x(self.values.base) + ASIDE,
        };
        self.label(row, Spot { x: from, y: middle }, style, scene);
        // What was drawn but for the ground stands for the figure.
        for shape in scene.shapes[first..].iter_mut().filter(|one| one.role != Role::Backing) {
            if !row.words.figure.is_empty() {
                shape.figure.get_or_insert_with(|| row.words.figure.to_string());
            }
        }
    }

    /// Its name, and what is to be known of that.
    fn words(&self, row: &AcrossRow, mut y: f64, style: &Style, scene: &mut Scene) {
        let ink = if row.words.faded { style.theme.muted } else { style.theme.ink };
        let who = row.name.iter().map(|line| (line, row.words.face(style), ink));
        let remark = row.remark.iter().map(|line| (line, style.below, style.theme.muted));
        let pitch = style.below.size * LINE;
        for (line, face, colour) in who.chain(remark) {
            let at = Spot { x: self.area.left, y: y + pitch * 0.8 };
            scene.write(Role::Label, line.clone(), at, Anchor::Start, face, colour);
            y += pitch;
        }
    }

    fn label(&self, row: &AcrossRow, at: Spot, style: &Style, scene: &mut Scene) {
        let pitch = style.label.size * LINE;
        let (_, lines) = beside::extent(&row.said);
        let height = pitch * lines as f64;
        let width = row.said.iter().map(|one| one.from + one.line.width).fold(0.0, f64::max);
        let top = at.y - height / 2.0;
        let crosses = |tick: f64| at.x - 3.0 < tick && tick < at.x + width + 3.0;
        if self.values.ticks.iter().any(|tick| crosses(self.x(tick.value))) {
            let (left, right) = (at.x - 3.0, at.x + width + 3.0);
            let area = Area { left, right, top, bottom: top + height };
            let paint = Paint::fill(scene.background);
            scene.shapes.push(Shape::new(Role::Backing, Form::Rect(area), paint));
        }
        let silent = row.words.quantity.is_none();
        let faded = silent || row.words.faded;
        let own = style.theme.pair(row.words.hue).text;
        let colour = if faded { style.theme.muted } else { own };
        for SetWords { line, face, figure, from, at: place } in &row.said {
            let at = Spot { x: at.x + from, y: top + pitch * (*place as f64 + 0.8) };
            let role = if silent { Role::Gap } else { Role::Label };
            scene.write(role, line.clone(), at, Anchor::Start, *face, colour);
            if let Some(shape) = scene.shapes.last_mut() {
                shape.figure = Some(figure.clone()).filter(|figure| !figure.is_empty());
            }
        }
    }

    fn mark(&self, row: &AcrossRow, quantity: &Quantity, y: f64, style: &Style, scene: &mut Scene) {
        let (theme, words) = (&style.theme, &row.words);
        let brush = Brush {
            colour: if words.faded { theme.axis } else { theme.pair(words.hue).mark },
            ground: theme.background,
            finish: words.caveat.finish(),
            marker: theme.marker(words.hue),
            hatch: theme.hatch(words.hue),
            apart: true,
        };
        let x = |value| self.x(value);
        match words.shape {
            RowShape::Dot => {
                words.caveat.report(quantity, &ACROSS, &mut scene.signs);
                across(scene, quantity, y, (&brush, RADIUS), x, self.left);
            }
            RowShape::Bar => {
                words.caveat.report(quantity, &BAR_ACROSS, &mut scene.signs);
                bar_across(scene, quantity, y, &brush, (x, self.values.base));
            }
            RowShape::Level => {
                scene.signs.add(Sign::Target);
                bar_across::level(scene, quantity, y, (brush.colour, brush.ground), x);
            }
        }
    }

    /// Draws what is aimed at in the same row, and says where the marks of the row end.
    fn aimed(
        &self,
        row: &AcrossRow,
        (end, y): (f64, f64),
        style: &Style,
        scene: &mut Scene,
    ) -> f64 {
        let Some(point) = row.words.aimed else { return end };
        let (first, theme) = (scene.shapes.len(), &style.theme);
        let colours = (theme.pair(row.words.hue).mark, theme.background);
        scene.signs.add(Sign::Target);
        bar_across::level(scene, &point.quantity, y, colours, |value| self.x(value));
        for shape in &mut scene.shapes[first..] {
            shape.figure = (shape.role != Role::Backing).then(|| point.figure.clone());
        }
        let numbers = point.quantity.numbers().into_iter();
        numbers.map(|number| self.x(float(number))).fold(end, f64::max)
    }

    /// How far an arrow reaches over the right end of the mark.
    fn over(&self, row: &AcrossRow, quantity: &Quantity) -> f64 {
        let end = self.right_end(row);
        match (row.words.shape, quantity.open()) {
            (_, None) | (RowShape::Level, _) => 0.0,
            (RowShape::Dot, Some(Way::Up)) => ARROW,
            (RowShape::Dot, Some(Way::Down)) => {
                if within(self.x(end) - self.left).is_none() {
                    ARROW
                } else {
                    0.0
                }
            }
            (RowShape::Bar, Some(way)) => {
                let below = quantity.value().is_some_and(|value| float(value) < self.values.base);
                let seen = || within((self.x(end) - self.x(self.values.base)).abs()).is_some();
                match (below, way) {
                    (false, Way::Up) => ARROW_ON_BAR + 2.0,
                    (false, Way::Down) if seen() => CAP / 2.0,
                    (false, Way::Down) => ARROW_ON_BAR,
                    (true, Way::Up) if seen() => ARROW_ON_BAR + CAP,
                    (true, _) => 0.0,
                }
            }
        }
    }

    /// The right end of what stands for the number.
    fn right_end(&self, row: &AcrossRow) -> f64 {
        let Some(quantity) = row.words.quantity else { return self.values.base };
        let end = quantity.numbers().into_iter().max().map_or(0.0, float);
        let body = row.words.shape == RowShape::Bar && quantity.value().is_some();
        let bodiless = is_bodiless(quantity, self.values.base);
        if body && !bodiless { end.max(self.values.base) } else { end }
    }
}

/// How far an arrow reaches over a number; one onto a dot at the left end is never in the way.
fn over_at_least(quantity: &Quantity) -> f64 {
    if quantity.open() == Some(Way::Up) { ARROW } else { 0.0 }
}
