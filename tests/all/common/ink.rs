//! What a program painted of a picture, held against the boxes of its scene.

use super::picture::ink_of;
use resvg::tiny_skia::Pixmap;
use sourceline::draw::scene::{Anchor, Area, Colour, Form, Role, Scene, Shape, Spot, Text};

/// As far as ink may reach out of its box, in pixels.
const NEAR: f64 = 2.0;
/// What differs less from the background is no ink: the faint edge of a letter.
const FAINT: u8 = 24;
/// The share of its width by which a text may be shorter.
const KERNED: f64 = 0.01;

/// Opaque pixels, from the top left.
pub struct Pixels {
    pub width: usize,
    pub height: usize,
    /// Four bytes each.
    data: Vec<u8>,
}

impl Pixels {
    pub fn of(pixmap: Pixmap) -> Pixels {
        let (width, height) = (pixmap.width() as usize, pixmap.height() as usize);
        Pixels { width, height, data: pixmap.take() }
    }

    fn at(&self, x: usize, y: usize) -> Colour {
        let (data, at): (&[u8], usize) = (&self.data, (y * self.width + x) * 4);
        Colour(data[at], data[at + 1], data[at + 2])
    }
}

/// All that is wrong with what was painted of a scene, one a line.
pub fn faults(scene: &Scene, pixels: &Pixels) -> Vec<String> {
    faults_of(scene, pixels, 0.0)
}

/// The same, where the program errs by this share of a text's width in placing one that is not
/// set from its start.
pub fn faults_of(scene: &Scene, pixels: &Pixels, astray: f64) -> Vec<String> {
    // The page a picture was printed on may be larger by what is rounded.
    let near = |found: usize, wanted: f64| (-1.0..=NEAR).contains(&(found as f64 - wanted));
    if !near(pixels.width, scene.width) || !near(pixels.height, scene.height) {
        let (width, height) = (pixels.width, pixels.height);
        return vec![format!("is {width} by {height}, not {} by {}", scene.width, scene.height)];
    }
    let mut faults = Vec::from_iter(outside(scene, pixels, astray));
    for (shape, text) in scene.shapes.iter().filter_map(text_of) {
        let ground = ground_of(scene, shape, text);
        faults.extend(unlike(shape, text, ground, pixels, reach(text, astray)));
    }
    faults.extend(scene.shapes.iter().filter_map(|shape| missing(shape, scene, pixels)));
    faults
}

fn reach(text: &Text, astray: f64) -> f64 {
    let anchored = if text.anchor == Anchor::Start { 0.0 } else { astray };
    // Letters of another font are taken to be as wide as they are high.
    let foreign = if ink_of(&text.content, text.size, text.bold).is_none() { 0.01 } else { 0.0 };
    NEAR + (anchored + foreign) * text.width
}

fn text_of(shape: &Shape) -> Option<(&Shape, &Text)> {
    match &shape.form {
        Form::Text(text) => Some((shape, text)),
        _ => None,
    }
}

/// Ink where the scene has nothing.
fn outside(scene: &Scene, pixels: &Pixels, astray: f64) -> Option<String> {
    let mut mask = Mask::new(pixels);
    for shape in &scene.shapes {
        mask.allow(shape, astray);
    }
    let mut stray = Vec::new();
    // At the edges the page itself may show.
    let edge = NEAR as usize;
    for y in edge..scene.height as usize - edge {
        for x in edge..scene.width as usize - edge {
            let colour = pixels.at(x, y);
            let plain = colour == scene.background;
            let ink = !plain && differs(colour, scene.background) > FAINT;
            if ink && !mask.allowed[y * pixels.width + x] {
                stray.push((x, y));
            }
        }
    }
    let (x, y) = stray.first()?;
    Some(format!("{} pixels of ink outside every box, the first at {x}, {y}", stray.len()))
}

/// A mark that nothing is painted of. Another may lie upon it, so that the colour is not asked for.
fn missing(shape: &Shape, scene: &Scene, pixels: &Pixels) -> Option<String> {
    let figure = shape.figure.as_ref().filter(|_| shape.role == Role::Mark)?;
    let area = shape.area().grown(1.0);
    let columns = range(area.left, area.right, pixels.width);
    let mut rows = range(area.top, area.bottom, pixels.height);
    let inked = |x, y| differs(pixels.at(x, y), scene.background) > FAINT;
    let found = rows.any(|y| columns.clone().any(|x| inked(x, y)));
    (!found).then(|| format!("nothing is painted of {figure}"))
}

/// A text of which no ink is where it begins, or none where it ends. A program that moves letters
/// together, as in "AV", ends a little earlier.
fn unlike(shape: &Shape, text: &Text, ground: Colour, pixels: &Pixels, by: f64) -> Option<String> {
    let colour = shape.paint.fill?;
    let area = text.area(1.0);
    let rows = range(area.top, area.bottom, pixels.height);
    // A thin stroke is painted half over one pixel and half over the next.
    let alike = u32::from(differs(ground, colour)) * 2 / 3;
    let inked = |from: f64, to: f64| {
        let letter = |x, y| u32::from(differs(pixels.at(x, y), colour)) < alike;
        let mut columns = range(from, to, pixels.width);
        columns.any(|x| rows.clone().any(|y| letter(x, y)))
    };
    if !inked(area.left - by, area.right + by) {
        return Some(format!("nothing is painted of {:?}", text.content));
    }
    let (start, end) = ink_of(&text.content, text.size, text.bold)?;
    let (start, end) = (area.left + start, area.left + end);
    if !inked(start - by, start + by) {
        return Some(format!("{:?} does not begin at {start:.1}", text.content));
    }
    if !inked(end - by - KERNED * text.width, end + by) {
        return Some(format!("{:?} does not end at {end:.1}", text.content));
    }
    None
}

/// What lies below a text: the part of a whole whose number it is, or the page.
fn ground_of(scene: &Scene, label: &Shape, text: &Text) -> Colour {
    let own = |shape: &&Shape| {
        let mark = shape.role == Role::Mark && shape.figure == label.figure;
        mark && matches!(shape.form, Form::Rect(_)) && shape.area().contains(&text.area(1.0))
    };
    let own = scene.shapes.iter().find(own).and_then(|own| {
        let share = own.paint.fill_opacity.unwrap_or(1.0);
        Some(own.paint.fill?.over(scene.background, share))
    });
    own.unwrap_or(scene.background)
}

fn differs(one: Colour, other: Colour) -> u8 {
    one.0.abs_diff(other.0).max(one.1.abs_diff(other.1)).max(one.2.abs_diff(other.2))
}

fn range(from: f64, to: f64, end: usize) -> std::ops::Range<usize> {
    let at = |place: f64| (place.max(0.0) as usize).min(end);
    at(from.floor())..at(to.ceil())
}

/// The pixels on which there may be ink.
struct Mask {
    width: usize,
    height: usize,
    allowed: Vec<bool>,
}

impl Mask {
    fn new(pixels: &Pixels) -> Mask {
        let (width, height) = (pixels.width, pixels.height);
        Mask { width, height, allowed: vec![false; width * height] }
    }

    fn allow(&mut self, shape: &Shape, astray: f64) {
        let stroke = shape.paint.stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let by = stroke + NEAR;
        match &shape.form {
            Form::Line(from, to) => self.along(*from, *to, by),
            Form::Polyline(spots) => {
                spots.windows(2).for_each(|pair| self.along(pair[0], pair[1], by));
            }
            Form::Text(text) => self.area(text.area(1.0).grown(reach(text, astray))),
            _ => self.area(shape.area().grown(by)),
        }
    }

    fn along(&mut self, from: Spot, to: Spot, by: f64) {
        let steps = ((to.x - from.x).hypot(to.y - from.y)).ceil().max(1.0);
        for step in 0..=steps as u32 {
            let share = f64::from(step) / steps;
            let (x, y) = (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
            self.area(Area { left: x, top: y, right: x, bottom: y }.grown(by));
        }
    }

    fn area(&mut self, area: Area) {
        let columns = range(area.left, area.right, self.width);
        for y in range(area.top, area.bottom, self.height) {
            self.allowed[y * self.width..][columns.clone()].fill(true);
        }
    }
}
