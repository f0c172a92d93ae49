//! One panel: its frame and its marks first, then its labels around them.

use std::cell::RefCell;
use std::rc::Rc;

use super::labels::{self, Effort, Ground, Missing, Wish};
use super::mark::{drawing, event, frame, gap, guide, ring, rival, target};
use super::plot::{Canvas, Plot};
use super::scene::{Area, Scene};
use super::style::Style;
use crate::chart::Hue;

/// A panel with its marks in the scene and its labels yet to be placed.
pub(super) struct Painted<'p, 'c> {
    plot: &'p Plot<'c>,
    style: &'p Style,
    wishes: Vec<Wish<'c>>,
    /// Where its shapes begin, and those that stand on its frame.
    first: usize,
    ground: usize,
}

impl<'p, 'c> Painted<'p, 'c> {
    /// Draws the frame and the marks.
    pub fn new(
        plot: &'p Plot<'c>,
        style: &'p Style,
        scene: &Rc<RefCell<Scene>>,
    ) -> Painted<'p, 'c> {
        let first = scene.borrow().shapes.len();
        let canvas = Canvas::new(plot, style, scene);
        let layers = &plot.panel.layers;
        let mut wishes: Vec<Wish> = Vec::new();
        event::draw_bands(&canvas);
        frame::draw(&canvas);
        event::draw_lines(&canvas, &mut wishes);
        let ground = scene.borrow().shapes.len();
        let whole = |at: &usize| {
            let layer = &layers[*at];
            layer.hue != Hue::Grey || layer.points.iter().any(|point| point.hue != Hue::Grey)
        };
        let (front, behind): (Vec<usize>, Vec<usize>) = (0..layers.len()).partition(whole);
        marks(&canvas, &behind, &mut wishes);
        let above = scene.borrow().shapes.len();
        marks(&canvas, &front, &mut wishes);
        if !behind.is_empty() {
            ring::around(&mut scene.borrow_mut(), above);
        }
        wishes.retain(|wish| wish.required || !(plot.light || wish.words.is_empty()));
        Painted { plot, style, wishes, first, ground }
    }

    /// Places the labels; what has no room is the error.
    pub fn label(
        self,
        headroom: f64,
        effort: Effort,
        scene: &Rc<RefCell<Scene>>,
    ) -> Result<(), Missing> {
        let mut scene = scene.borrow_mut();
        let (area, style) = (self.plot.area, self.style);
        ring::draw(&mut scene, self.first, self.ground, style.theme.band);
        let region = Area {
            left: area.left - 4.0,
            right: (area.right + 8.0).min(style.width - 6.0),
            top: area.top - headroom,
            bottom: area.bottom,
        };
        let ground = Ground::of(&scene.shapes[self.first..], region, style.theme.background);
        labels::place(self.wishes, ground, effort, style, &mut scene)
    }
}

/// The marks of some layers, by their places: what joins points first, then the points.
fn marks<'c>(canvas: &Canvas<'_, 'c>, some: &[usize], wishes: &mut Vec<Wish<'c>>) {
    for &at in some {
        let layer = canvas.layer(at);
        (drawing(layer.mark).below)(canvas, at, wishes);
        gap::ask(canvas, layer, wishes);
        guide::draw(canvas, at, wishes);
    }
    for &at in some {
        let first = wishes.len();
        (drawing(canvas.layer(at).mark).above)(canvas, at, wishes);
        target::draw(canvas, at, wishes);
        wishes[first..].iter_mut().for_each(|wish| wish.group = at);
        rival::draw(canvas, at, wishes);
    }
}
