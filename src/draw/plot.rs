//! What a mark draws on: a panel with its axes and its place on the page, through plotters.

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::DrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use super::backend::{UNITS, spot};
use super::labels::{LabelWords, WantedPlace, Wish};
use super::scene::{Area, Role, Scene, Spot};
use super::style::Style;
use super::theme::Marker;
use super::time_axis::TimeAxis;
use super::value_axis::ValueAxis;
use crate::chart::{Hue, Joins, Label, Layer, Panel, Signs};

/// A panel with its axes and its place on the page.
pub(super) struct Plot<'c> {
    pub panel: &'c Panel,
    pub time: TimeAxis,
    pub values: ValueAxis,
    /// From the left to the right end of the grid lines, from the top to the bottom of the axis.
    pub area: Area,
    /// Are the labels of the time axis written below?
    pub dated: bool,
    /// Are the values of the grid written at its left?
    pub valued: bool,
    /// Are the lines of the grid drawn? Not where every bar says its value.
    pub gridded: bool,
    /// One of many small ones, with no more labels than there must be.
    pub light: bool,
}

type Coordinates<'p> = Cartesian2d<&'p TimeAxis, &'p ValueAxis>;

/// A plot that can be drawn on.
pub(super) struct Canvas<'p, 'c> {
    pub plot: &'p Plot<'c>,
    pub style: &'p Style,
    scene: &'p Rc<RefCell<Scene>>,
    area: DrawingArea<Scene, Coordinates<'p>>,
    coordinates: Coordinates<'p>,
}

impl<'p, 'c> Canvas<'p, 'c> {
    pub fn new(
        plot: &'p Plot<'c>,
        style: &'p Style,
        scene: &'p Rc<RefCell<Scene>>,
    ) -> Canvas<'p, 'c> {
        let unit = |pixels: f64| (pixels * UNITS).round() as i32;
        let Area { left, top, right, bottom } = plot.area;
        let coordinates = Cartesian2d::new(
            &plot.time,
            &plot.values,
            (unit(left)..unit(right), unit(bottom)..unit(top)),
        );
        let page: DrawingArea<Scene, Shift> = DrawingArea::from(scene);
        let area = page.apply_coord_spec(coordinates.clone());
        Canvas { plot, style, scene, area, coordinates }
    }

    /// A layer of the panel, by its place there.
    pub fn layer(&self, at: usize) -> &'c Layer {
        &self.plot.panel.layers[at]
    }

    /// Adds to the scene what has no place in the coordinates of the chart.
    pub fn with(&self, change: impl FnOnce(&mut Scene)) {
        change(&mut self.scene.borrow_mut());
    }

    /// Tells which signs were drawn.
    pub fn report(&self, tell: impl FnOnce(&mut Signs)) {
        tell(&mut self.scene.borrow_mut().signs);
    }

    /// The same of a dot, and which shape it has.
    pub fn report_dot(&self, marker: Marker, tell: impl FnOnce(&mut Signs)) {
        let mut own = Signs::default();
        tell(&mut own);
        let mut scene = self.scene.borrow_mut();
        for (sign, whys) in own.each() {
            let markers = scene.markers.entry(sign).or_default();
            if !markers.contains(&marker) {
                markers.push(marker);
            }
            match &whys[..] {
                [] => scene.signs.add(sign),
                whys => whys.iter().for_each(|why| scene.signs.add_for(sign, *why)),
            }
        }
    }

    /// Where a value at a moment stands.
    pub fn spot(&self, at: f64, value: f64) -> Spot {
        use plotters::coord::CoordTranslate;
        spot(self.coordinates.translate(&(at, value)))
    }

    /// Draws something in the coordinates of the chart: plotters puts the points in their places,
    /// `draw` makes shapes of them, and each is told its role and its figure.
    pub fn draw<P, F>(&self, role: Role, figure: Option<&str>, points: P, draw: F)
    where
        P: AsRef<[(f64, f64)]>,
        F: Fn(&mut Scene, &[BackendCoord]),
    {
        let element = Element { role, figure, points, draw };
        self.area.draw(&element).expect("the scene is borrowed by no one else and cannot fail");
    }

    /// The horizontal lines of the grid: plotters walks the precomputed ticks.
    pub fn grid(&self, mut draw: impl FnMut(&mut Scene, f64, f64)) {
        use plotters::coord::cartesian::MeshLine;
        let drawn = self.area.draw_mesh(
            |scene, line| {
                if let MeshLine::YMesh((_, y), _, value) = line {
                    draw(scene, *value, f64::from(y) / UNITS);
                }
                Ok(())
            },
            usize::MAX,
            usize::MAX,
        );
        drawn.expect("the scene is borrowed by no one else and cannot fail");
    }
}

/// An element of plotters that is a closure; wrapping its own elements generically would exhaust
/// the trait solver.
struct Element<'f, P, F> {
    role: Role,
    figure: Option<&'f str>,
    points: P,
    draw: F,
}

impl<'e, P: AsRef<[(f64, f64)]>, F> PointCollection<'e, (f64, f64)> for &'e Element<'_, P, F> {
    type Point = &'e (f64, f64);
    type IntoIter = std::slice::Iter<'e, (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.as_ref().iter()
    }
}

impl<P, F: Fn(&mut Scene, &[BackendCoord])> Drawable<Scene> for Element<'_, P, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        scene: &mut Scene,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<BackendCoord> = points.collect();
        let first = scene.shapes.len();
        (self.draw)(scene, &points);
        for shape in &mut scene.shapes[first..] {
            shape.role = self.role;
            shape.figure = self.figure.map(str::to_string);
        }
        Ok(())
    }
}

/// One line among others has its name after its end, and a part of a whole beside the last of them.
pub(super) fn is_named(panel: &Panel, layer: &Layer) -> bool {
    let several = panel.layers.iter().filter(|layer| layer.guides.is_empty()).count() > 1;
    layer.names_parts() || layer.mark.traits().joins == Joins::Points && several
}

/// The wish for the label of a point.
pub(super) fn wish<'c>(
    canvas: &Canvas,
    hue: Hue,
    figure: &'c str,
    label: &'c Label,
    place: WantedPlace,
) -> Wish<'c> {
    Wish {
        figure: Some(figure),
        role: Role::Label,
        colour: canvas.style.theme.pair(hue).text,
        words: LabelWords::of(label, canvas.style.label.bold_if(label.strong), label_room(canvas)),
        place,
        required: label.required,
        priority: label.priority,
        group: 0,
    }
}

/// The widest line of a label.
pub(super) fn label_room(canvas: &Canvas) -> f64 {
    (canvas.plot.area.width() * 0.45).clamp(60.0, 190.0)
}
