//! SVG -> PDF: tagged, PDF/A-3a and PDF/UA-1 at once, with real text, links and the data.
//!
//! The tree is walked here rather than handed to `krilla-svg`, which sets glyph by glyph and
//! knows one picture only: so a line of text stays one run, the title, the notes and the sources
//! are read out as text of their own, and each source is a link.

use std::fmt;
use std::num::NonZeroU16;
use std::ops::Range;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, ValidationError};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document, SerializeSettings};
use usvg::fontdb::{ID, Source};
use usvg::tiny_skia_path::PathSegment;
use usvg::{Group, Node, Tree};

/// Points of the page to one pixel of the SVG.
const SCALE: f32 = 0.75;

/// What a PDF says besides its picture.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub title: &'a str,
    /// What stands for the picture where it cannot be seen.
    pub alt: &'a str,
    /// The texts that are read out on their own, in reading order. What lies in none of them
    /// belongs to the picture.
    pub texts: &'a [Text],
    pub data: Attachment<'a>,
    /// Which chart, figures and inputs it was drawn from.
    pub stamp: &'a str,
}

/// A text of the chart and the lines it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub kind: Kind,
    pub lines: Vec<Line>,
}

/// One line of the SVG, by where it is, and the bytes of it that belong to a text: two sources
/// may share a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub area: Area,
    pub bytes: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Read before the picture.
    Title,
    /// Read before the picture.
    Subtitle,
    Note,
    Source {
        url: String,
        /// What the link leads to, in words.
        name: String,
    },
    /// What stands between the sources, such as their numbers.
    Between,
}

/// In pixels of the SVG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// The drawn data, as a file within the file.
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a> {
    pub name: &'a str,
    pub csv: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unprinted {
    Size,
    /// A font that cannot be embedded.
    Font,
    /// What the standards do not allow.
    Standard(Vec<String>),
    Encoding(String),
}

impl fmt::Display for Unprinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unprinted::Size => write!(f, "the picture has no size that a PDF page can have"),
            Unprinted::Font => write!(f, "a font cannot be embedded in the PDF"),
            Unprinted::Standard(breaches) => {
                write!(f, "the PDF would break PDF/A-3a or PDF/UA-1: {}", breaches.join("; "))
            }
            Unprinted::Encoding(message) => write!(f, "the PDF cannot be written: {message}"),
        }
    }
}

impl std::error::Error for Unprinted {}

pub fn encode(tree: &Tree, words: &Words<'_>) -> Result<Vec<u8>, Unprinted> {
    let (width, height) = (tree.size().width() * SCALE, tree.size().height() * SCALE);
    let settings = PageSettings::from_wh(width, height).ok_or(Unprinted::Size)?;
    let mut document = Document::new_with(both_standards());
    document.set_metadata(metadata(words));
    document.set_outline(outline(words));
    document.embed_file(attachment(&words.data));
    let mut page = document.start_page_with(settings);
    let drawn = draw(&mut page, tree, words)?;
    let tags = tag_tree(&mut page, drawn, words, Rect::from_xywh(0.0, 0.0, width, height));
    page.finish();
    document.set_tag_tree(tags);
    document.finish().map_err(unprinted)
}

fn both_standards() -> SerializeSettings {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("both standards are for PDF 1.7");
    SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() }
}

fn metadata(words: &Words<'_>) -> Metadata {
    let metadata = Metadata::new()
        .title(words.title.to_string())
        .description(words.alt.to_string())
        .language("en-GB".to_string())
        .creator("sourceline".to_string())
        .creation_date(no_date());
    match words.stamp {
        "" => metadata,
        stamp => metadata.keywords(vec![stamp.to_string()]),
    }
}

/// The standards ask for a date. The same inputs must give the same bytes, so it says nothing.
fn no_date() -> DateTime {
    DateTime::new(2000).month(1).day(1).hour(0).minute(0).second(0).utc_offset_hour(0)
}

fn outline(words: &Words<'_>) -> Outline {
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(words.title.to_string(), top));
    outline
}

fn attachment(data: &Attachment<'_>) -> EmbeddedFile {
    EmbeddedFile {
        path: data.name.to_string(),
        mime_type: MimeType::new("text/csv"),
        description: Some("The figures drawn, with their sources".to_string()),
        association_kind: AssociationKind::Data,
        data: Data::from(data.csv.as_bytes().to_vec()),
        modification_date: Some(no_date()),
        compress: Some(true),
        location: None,
    }
}

/// What was drawn for the picture, or for one of `Words::texts`, and where its lines came out.
#[derive(Default)]
struct Drawn {
    contents: Vec<Identifier>,
    lines: Vec<Area>,
}

struct AllDrawn {
    picture: Drawn,
    texts: Vec<Drawn>,
}

impl AllDrawn {
    fn of(&mut self, text: Option<usize>) -> &mut Drawn {
        text.map_or(&mut self.picture, |text| &mut self.texts[text])
    }
}

fn draw(page: &mut Page<'_>, tree: &Tree, words: &Words<'_>) -> Result<AllDrawn, Unprinted> {
    let texts = words.texts.iter().map(|_| Drawn::default()).collect();
    let mut pen = Pen {
        surface: page.surface(),
        tree,
        texts: words.texts,
        fonts: Vec::new(),
        spaces: Vec::new(),
        open: None,
        drawn: AllDrawn { picture: Drawn::default(), texts },
    };
    pen.surface.push_transform(&Transform::from_scale(SCALE, SCALE));
    pen.group(tree.root())?;
    pen.close();
    pen.surface.pop();
    Ok(pen.drawn)
}

struct Pen<'a, 'p> {
    surface: Surface<'p>,
    tree: &'a Tree,
    texts: &'a [Text],
    fonts: Vec<(ID, Font)>,
    /// The glyph of a blank in each font, once one was met.
    spaces: Vec<(ID, u32)>,
    /// What the content being drawn belongs to.
    open: Option<Option<usize>>,
    drawn: AllDrawn,
}

impl Pen<'_, '_> {
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

    fn belong_to(&mut self, text: Option<usize>) {
        if self.open == Some(text) {
            return;
        }
        self.close();
        let tag = match text {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Other,
        };
        let content = self.surface.start_tagged(tag);
        self.drawn.of(text).contents.push(content);
        self.open = Some(text);
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
            let mut runs = runs(text, span, self.texts);
            self.end_with_blank(&mut runs);
            for run in runs {
                let font = self.font(run.font)?;
                self.belong_to(run.text);
                self.drawn.of(run.text).lines.push(run.area(span.font_size.get()));
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
    fn end_with_blank(&mut self, runs: &mut [Run]) {
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

/// Glyphs of one line, one font and one text of the chart.
struct Run {
    start: Point,
    end: f32,
    font: ID,
    text: Option<usize>,
    string: String,
    glyphs: Vec<KrillaGlyph>,
    /// In ems.
    last_advance: f32,
}

impl Run {
    fn area(&self, size: f32) -> Area {
        let (left, right) = (self.start.x, self.end);
        Area { left, top: self.start.y - 0.905 * size, right, bottom: self.start.y + 0.212 * size }
    }
}

/// Lines are neither turned nor stretched, so a glyph is where its origin is.
fn runs(text: &usvg::Text, span: &usvg::layout::Span, texts: &[Text]) -> Vec<Run> {
    let size = span.font_size.get();
    let spots: Vec<Point> = span
        .positioned_glyphs
        .iter()
        .map(|glyph| text.abs_transform().pre_concat(glyph.transform()))
        .map(|origin| Point::from_xy(origin.tx, origin.ty))
        .collect();
    let line_end = text.abs_bounding_box().right();
    let mut runs: Vec<Run> = Vec::new();
    let mut byte = 0;
    for (place, glyph) in span.positioned_glyphs.iter().enumerate() {
        let at = spots[place];
        let end = spots.get(place + 1).map_or(line_end, |next| next.x).max(at.x);
        let belongs = texts.iter().position(|text| text.holds(at, byte));
        byte += glyph.text.len();
        let goes_on = runs.last_mut().filter(|run| {
            run.font == glyph.font && run.text == belongs && run.start.y == at.y && at.x >= run.end
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
                runs.push(Run {
                    start: at,
                    end,
                    font: glyph.font,
                    text: belongs,
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

impl Text {
    fn holds(&self, baseline: Point, byte: usize) -> bool {
        self.lines.iter().any(|line| line.area.holds(baseline) && line.bytes.contains(&byte))
    }
}

impl Area {
    fn holds(&self, spot: Point) -> bool {
        // Kerning moves a glyph a little from where the line was measured.
        let slack = 2.0;
        self.left - slack <= spot.x
            && spot.x <= self.right + slack
            && self.top < spot.y
            && spot.y < self.bottom
    }

    fn on_page(&self) -> Option<Rect> {
        let Area { left, top, right, bottom } = *self;
        Rect::from_ltrb(left * SCALE, top * SCALE, right * SCALE, bottom * SCALE)
    }
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

/// The title and subtitle, the picture, then the notes and the sources, each a link.
fn tag_tree(
    page: &mut Page<'_>,
    drawn: AllDrawn,
    words: &Words<'_>,
    whole: Option<Rect>,
) -> TagTree {
    let bounds = whole.map(|rectangle| BBox::new(0, rectangle));
    let figure = Tag::Figure(Some(words.alt.to_string())).with_bbox(bounds);
    let figure = group(figure, drawn.picture.contents);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut sources = TagGroup::new(Tag::P);
    for (text, drawn) in words.texts.iter().zip(drawn.texts) {
        match &text.kind {
            Kind::Title => before.push(group(heading(words.title), drawn.contents)),
            Kind::Subtitle => before.push(group(Tag::P, drawn.contents)),
            Kind::Note => after.push(group(Tag::P, drawn.contents)),
            Kind::Source { url, name } => sources.push(source(page, url, name, drawn)),
            Kind::Between => drawn.contents.into_iter().for_each(|part| sources.push(part)),
        }
    }
    let mut tree = TagTree::new();
    let groups = before.into_iter().chain([figure]).chain(after).chain([sources]);
    groups.for_each(|group| tree.push(group));
    tree
}

fn group(tag: impl Into<TagKind>, contents: Vec<Identifier>) -> TagGroup {
    let mut group = TagGroup::new(tag);
    contents.into_iter().for_each(|content| group.push(content));
    group
}

fn heading(title: &str) -> Tag<krilla::tagging::kind::Hn> {
    Tag::Hn(NonZeroU16::MIN, Some(title.to_string()))
}

fn source(page: &mut Page<'_>, url: &str, name: &str, drawn: Drawn) -> TagGroup {
    let corners: Vec<Quadrilateral> =
        drawn.lines.iter().filter_map(Area::on_page).map(Into::into).collect();
    if url.is_empty() || corners.is_empty() {
        return group(Tag::Span, drawn.contents);
    }
    let target = Target::Action(Action::Link(LinkAction::new(url.to_string())));
    let annotation = LinkAnnotation::new_with_quad_points(corners, target);
    let annotation = Annotation::new_link(annotation, Some(name.to_string()));
    let mut link = group(Tag::Link, drawn.contents);
    link.push(page.add_tagged_annotation(annotation));
    link
}

fn unprinted(error: KrillaError) -> Unprinted {
    match error {
        KrillaError::Validation(breaches) => {
            let mut words: Vec<String> = breaches.iter().map(|(breach, _)| said(breach)).collect();
            words.dedup();
            Unprinted::Standard(words)
        }
        other => Unprinted::Encoding(other.to_string()),
    }
}

/// The breaches that a chart and its fonts can cause; no other was ever seen.
fn said(breach: &ValidationError) -> String {
    match breach {
        ValidationError::ContainsNotDefGlyph(_, _, text) => format!("no font has `{text}`"),
        ValidationError::NoCodepointMapping(..) => "a glyph stands for no character".to_string(),
        ValidationError::InvalidCodepointMapping(_, _, character, _)
        | ValidationError::UnicodePrivateArea(_, _, character, _) => {
            format!("U+{:04X} is no public character", u32::from(*character))
        }
        ValidationError::RestrictedLicense(_) => "a font forbids to be embedded".to_string(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::font::Fonts;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='80'>\
         <rect width='200' height='80' fill='#ffffff'/>\
         <text x='10' y='20' font-size='12' font-weight='bold'>An efficient office</text>\
         <circle cx='50' cy='40' r='4' fill='#12436d' fill-opacity='0.5'/>\
         <text x='10' y='70' font-size='12'>[1] NCA; [2] BBC</text></svg>";

    fn words(texts: &[Text]) -> Words<'_> {
        let data = Attachment { name: "chart.csv", csv: "a,b\n1,2\n" };
        Words { title: "Offices", alt: "One dot.", texts, data, stamp: "" }
    }

    const FIRST: Area = Area { left: 10.0, top: 8.0, right: 190.0, bottom: 24.0 };
    const LAST: Area = Area { left: 10.0, top: 58.0, right: 190.0, bottom: 74.0 };

    fn line(area: Area, bytes: Range<usize>) -> Vec<Line> {
        vec![Line { area, bytes }]
    }

    fn contains(bytes: &[u8], part: &str) -> bool {
        bytes.windows(part.len()).any(|window| window == part.as_bytes())
    }

    #[test]
    fn both_standards_are_kept_and_said() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let pdf = encode(&tree, &words(&[])).unwrap();
        assert!(contains(&pdf, "<pdfaid:part>3</pdfaid:part>"));
        assert!(contains(&pdf, "<pdfaid:conformance>A</pdfaid:conformance>"));
        assert!(contains(&pdf, "<pdfuaid:part>1</pdfuaid:part>"));
        assert!(contains(&pdf, "/Lang(en-GB)"));
        assert!(contains(&pdf, "chart.csv"));
        assert!(contains(&pdf, "/Alt(One dot.)"));
    }

    #[test]
    fn the_same_inputs_give_the_same_bytes() {
        let once = || encode(&Fonts::default().lay_out(SVG).unwrap(), &words(&[])).unwrap();
        assert_eq!(once(), once());
    }

    #[test]
    fn each_source_of_a_shared_line_is_a_link_of_its_own() {
        let source = |url: &str, bytes| Text {
            kind: Kind::Source { url: url.to_string(), name: url.to_string() },
            lines: line(LAST, bytes),
        };
        let texts = [
            Text { kind: Kind::Title, lines: line(FIRST, 0..usize::MAX) },
            source("https://nca.example/1", 0..7),
            source("https://bbc.example/2", 9..16),
        ];
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let pdf = encode(&tree, &words(&texts)).unwrap();
        assert!(contains(&pdf, "(https://nca.example/1)"));
        assert!(contains(&pdf, "(https://bbc.example/2)"));
        assert!(contains(&pdf, "/S/H1"));
    }

    #[test]
    fn a_run_breaks_where_another_text_begins() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let Some(Node::Text(text)) = tree.root().children().last() else { panic!("no text") };
        let texts = [Text { kind: Kind::Note, lines: line(LAST, 9..16) }];
        let strings: Vec<_> =
            runs(text, &text.layouted()[0], &texts).into_iter().map(|run| run.string).collect();
        assert_eq!(strings, ["[1] NCA; ", "[2] BBC"]);
    }
}
