//! The picture, drawn onto the page piece by piece, each belonging to the picture or to a passage.

use std::ops::Range;

use krilla::Data;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::Page;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use usvg::fontdb::{ID, Source};
use usvg::tiny_skia_path::PathSegment;
use usvg::{Group, Node, Tree};

use super::{SCALE, Unprinted};
use crate::draw::passages::{Passage, PassageKind};
use crate::draw::scene::Area;

/// What was drawn for the picture, or for one passage, and where its lines came out on
/// the page.
#[derive(Default)]
pub struct DrawnPart {
    pub contents: Vec<Identifier>,
    pub lines: Vec<Rect>,
}

pub struct AllDrawn {
    pub picture: DrawnPart,
    pub passages: Vec<DrawnPart>,
}

impl AllDrawn {
    fn of(&mut self, passage: Option<usize>) -> &mut DrawnPart {
        passage.map_or(&mut self.picture, |passage| &mut self.passages[passage])
    }
}

pub fn draw(page: &mut Page<'_>, tree: &Tree, passages: &[Passage]) -> Result<AllDrawn, Unprinted> {
    let drawn = passages.iter().map(|_| DrawnPart::default()).collect();
    let mut pen = PdfPen {
        surface: page.surface(),
        tree,
        passages,
        fonts: Vec::new(),
        spaces: Vec::new(),
        open: None,
        drawn: AllDrawn { picture: DrawnPart::default(), passages: drawn },
    };
    pen.surface.push_transform(&Transform::from_scale(SCALE, SCALE));
    pen.group(tree.root())?;
    pen.close();
    pen.surface.pop();
    Ok(pen.drawn)
}

struct PdfPen<'a, 'p> {
    surface: Surface<'p>,
    tree: &'a Tree,
    passages: &'a [Passage],
    fonts: Vec<(ID, Font)>,
    /// The glyph of a blank in each font, once one was met.
    spaces: Vec<(ID, u32)>,
    /// What the content being drawn belongs to.
    open: Option<Option<usize>>,
    drawn: AllDrawn,
}

impl PdfPen<'_, '_> {
    fn group(&mut self, group: &Group) -> Result<(), Unprinted> {
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner)?,
                Node::Path(path) => self.path(path),
                Node::Text(text) => self.text(text)?,
                // The encoder writes none.
                Node::Image(_) => (),
            }
        }
        Ok(())
    }

    fn belong_to(&mut self, passage: Option<usize>) {
        if self.open == Some(passage) {
            return;
        }
        self.close();
        let tag = match passage {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Other,
        };
        let content = self.surface.start_tagged(tag);
        self.drawn.of(passage).contents.push(content);
        self.open = Some(passage);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn path(&mut self, path: &usvg::Path) {
        let mut builder = PathBuilder::new();
        for segment in path.data().segments() {
            match segment {
                PathSegment::MoveTo(p) => builder.move_to(p.x, p.y),
                PathSegment::LineTo(p) => builder.line_to(p.x, p.y),
                PathSegment::QuadTo(a, p) => builder.quad_to(a.x, a.y, p.x, p.y),
                PathSegment::CubicTo(a, b, p) => builder.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
                PathSegment::Close => builder.close(),
            }
        }
        let (fill, stroke) = (path.fill().and_then(fill), path.stroke().and_then(stroke));
        // krilla fills with black what has neither.
        if !path.is_visible() || (fill.is_none() && stroke.is_none()) {
            return;
        }
        let Some(outline) = builder.finish() else { return };
        self.belong_to(None);
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.push_transform(&transform(path.abs_transform()));
        self.surface.draw_path(&outline);
        self.surface.pop();
    }

    fn text(&mut self, text: &usvg::Text) -> Result<(), Unprinted> {
        for span in text.layouted().iter().filter(|span| span.visible) {
            let (fill, stroke) =
                (span.fill.as_ref().and_then(fill), span.stroke.as_ref().and_then(stroke));
            if fill.is_none() && stroke.is_none() {
                continue;
            }
            let mut runs = runs(text, span, self.passages);
            self.end_with_blank(&mut runs);
            for run in runs {
                let font = self.font(run.font)?;
                self.belong_to(run.passage);
                self.drawn.of(run.passage).lines.extend(run.on_page(span.font_size.get()));
                self.surface.set_fill(fill.clone());
                self.surface.set_stroke(stroke.clone());
                self.surface.draw_glyphs(
                    run.start,
                    &run.glyphs,
                    font,
                    &run.string,
                    span.font_size.get(),
                    false,
                );
            }
        }
        Ok(())
    }

    /// A reader of the text alone must not run the last word of a line into the next.
    fn end_with_blank(&mut self, runs: &mut [GlyphRun]) {
        for run in runs.iter() {
            let blank =
                run.glyphs.iter().find(|glyph| run.string[glyph.text_range.clone()] == *" ");
            if let Some(blank) = blank
                && !self.spaces.iter().any(|(font, _)| *font == run.font)
            {
                self.spaces.push((run.font, blank.glyph_id.to_u32()));
            }
        }
        let Some(last) = runs.last_mut() else { return };
        let blank = self.spaces.iter().find(|(font, _)| *font == last.font);
        if let (Some((_, blank)), Some(before)) = (blank, last.glyphs.last_mut()) {
            before.x_advance = last.last_advance;
            let end = last.string.len();
            last.string.push(' ');
            last.glyphs.push(krilla_glyph(*blank, end..end + 1));
        }
    }

    fn font(&mut self, id: ID) -> Result<Font, Unprinted> {
        if let Some((_, font)) = self.fonts.iter().find(|(known, _)| *known == id) {
            return Ok(font.clone());
        }
        let (source, index) = self.tree.fontdb().face_source(id).ok_or(Unprinted::Font)?;
        let Source::Binary(bytes) = source;
        let font = Font::new(Data::from(bytes), index).ok_or(Unprinted::Font)?;
        self.fonts.push((id, font.clone()));
        Ok(font)
    }
}

/// Glyphs of one line, one font and one passage.
pub struct GlyphRun {
    start: Point,
    end: f32,
    font: ID,
    passage: Option<usize>,
    pub string: String,
    glyphs: Vec<KrillaGlyph>,
    /// In ems.
    last_advance: f32,
}

impl GlyphRun {
    fn on_page(&self, size: f32) -> Option<Rect> {
        let (top, bottom) = (self.start.y - 0.905 * size, self.start.y + 0.212 * size);
        Rect::from_ltrb(self.start.x * SCALE, top * SCALE, self.end * SCALE, bottom * SCALE)
    }
}

/// Lines are neither turned nor stretched, so a glyph is where its origin is.
pub fn runs(text: &usvg::Text, span: &usvg::layout::Span, passages: &[Passage]) -> Vec<GlyphRun> {
    let size = span.font_size.get();
    let spots: Vec<Point> = span
        .positioned_glyphs
        .iter()
        .map(|glyph| text.abs_transform().pre_concat(glyph.transform()))
        .map(|origin| Point::from_xy(origin.tx, origin.ty))
        .collect();
    let line_end = text.abs_bounding_box().right();
    let mut runs: Vec<GlyphRun> = Vec::new();
    let mut byte = 0;
    for (place, glyph) in span.positioned_glyphs.iter().enumerate() {
        let at = spots[place];
        let end = spots.get(place + 1).map_or(line_end, |next| next.x).max(at.x);
        let belongs = passages.iter().position(|passage| holds(passage, at, byte));
        byte += glyph.text.len();
        let goes_on = runs.last_mut().filter(|run| {
            run.font == glyph.font
                && run.passage == belongs
                && run.start.y == at.y
                && at.x >= run.end
        });
        let run = match goes_on {
            Some(run) => {
                if let Some(before) = run.glyphs.last_mut() {
                    before.x_advance = run.last_advance;
                }
                run
            }
            None => {
                let (string, glyphs) = (String::new(), Vec::new());
                runs.push(GlyphRun {
                    start: at,
                    end,
                    font: glyph.font,
                    passage: belongs,
                    string,
                    glyphs,
                    last_advance: 0.0,
                });
                runs.last_mut().expect("it was just pushed")
            }
        };
        let range = run.string.len()..run.string.len() + glyph.text.len();
        run.string.push_str(&glyph.text);
        run.glyphs.push(krilla_glyph(u32::from(glyph.id.0), range));
        run.last_advance = (end - at.x) / size;
        run.end = end;
    }
    runs
}

fn krilla_glyph(id: u32, range: Range<usize>) -> KrillaGlyph {
    KrillaGlyph::new(GlyphId::new(id), 0.0, 0.0, 0.0, 0.0, range, None)
}

fn holds(passage: &Passage, baseline: Point, byte: usize) -> bool {
    // Kerning moves a glyph a little from where the line was measured.
    const SLACK: f32 = 2.0;
    let within = |area: &Area| {
        area.left as f32 - SLACK <= baseline.x
            && baseline.x <= area.right as f32 + SLACK
            && (area.top as f32) < baseline.y
            && baseline.y < area.bottom as f32
    };
    let is_mark = matches!(passage.kind, PassageKind::Mark(_));
    !is_mark && passage.lines.iter().any(|line| within(&line.area) && line.bytes.contains(&byte))
}

fn fill(fill: &usvg::Fill) -> Option<Fill> {
    Some(Fill {
        paint: colour(fill.paint())?.into(),
        opacity: opacity(fill.opacity()),
        rule: match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        },
    })
}

fn stroke(stroke: &usvg::Stroke) -> Option<Stroke> {
    Some(Stroke {
        paint: colour(stroke.paint())?.into(),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: opacity(stroke.opacity()),
        dash: stroke
            .dasharray()
            .map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
    })
}

/// Our SVGs know plain colours only.
fn colour(paint: &usvg::Paint) -> Option<rgb::Color> {
    match paint {
        usvg::Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        _ => None,
    }
}

fn opacity(opacity: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(opacity.get()).unwrap_or(NormalizedF32::ONE)
}

fn transform(ts: usvg::Transform) -> Transform {
    Transform::from_row(ts.sx, ts.ky, ts.kx, ts.sy, ts.tx, ts.ty)
}
