//! The scene as a plotters backend. Backend coordinates are whole numbers, so the scene reports a
//! size a hundred times too large and divides by as much when a shape arrives.
//!
//! Plotters draws what a mark asks it to; text, grid and axes are laid out by ourselves.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use super::text::{self, Face};

/// Backend units in one pixel of the scene.
pub(super) const UNITS: f64 = 100.0;

pub(super) fn spot((x, y): BackendCoord) -> Spot {
    Spot { x: f64::from(x) / UNITS, y: f64::from(y) / UNITS }
}

/// A colour and a width for what plotters strokes or fills.
pub(super) struct Pen(pub Colour, pub f64);

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.0.0, self.0.1, self.0.2) }
    }

    fn stroke_width(&self) -> u32 {
        (self.1 * UNITS) as u32
    }
}

fn paint<S: BackendStyle>(style: &S, fill: bool) -> Paint {
    let (r, g, b) = style.color().rgb;
    let colour = Colour(r, g, b);
    if fill {
        return Paint::fill(colour);
    }
    let width = f64::from(style.stroke_width()) / UNITS;
    Paint { stroke: Some(Stroke { round: true, ..Stroke::new(colour, width) }), ..Paint::default() }
}

type Pushed = Result<(), DrawingErrorKind<Infallible>>;

impl Scene {
    fn take(&mut self, form: Form, paint: Paint) -> Pushed {
        self.shapes.push(Shape::new(Role::Mark, form, paint));
        Ok(())
    }
}

impl DrawingBackend for Scene {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.width * UNITS) as u32, (self.height * UNITS) as u32)
    }

    fn ensure_prepared(&mut self) -> Pushed {
        Ok(())
    }

    fn present(&mut self) -> Pushed {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Pushed {
        let Spot { x, y } = spot(at);
        let (r, g, b) = colour.rgb;
        let area = Area { left: x, top: y, right: x + 1.0 / UNITS, bottom: y + 1.0 / UNITS };
        self.take(Form::Rect(area), Paint::fill(Colour(r, g, b)))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Pushed {
        self.take(Form::Line(spot(from), spot(to)), paint(style, false))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        one: BackendCoord,
        other: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Pushed {
        let (one, other) = (spot(one), spot(other));
        let area = Area {
            left: one.x.min(other.x),
            top: one.y.min(other.y),
            right: one.x.max(other.x),
            bottom: one.y.max(other.y),
        };
        self.take(Form::Rect(area), paint(style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Pushed {
        self.take(Form::Polyline(path.into_iter().map(spot).collect()), paint(style, false))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Pushed {
        let form = Form::Circle { centre: spot(centre), radius: f64::from(radius) / UNITS };
        self.take(form, paint(style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Pushed {
        self.take(Form::Polygon(corners.into_iter().map(spot).collect()), paint(style, true))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), plotters_backend::FontStyle::Bold);
        let width = text::width(text, Face::plain(style.size(), bold));
        Ok((width as u32, (style.size() * text::LINE) as u32))
    }
}
