//! What a screen reader is told of the page, in order: each piece that was drawn has its tag.

use std::num::NonZeroU16;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::{Quadrilateral, Rect};
use krilla::page::Page;
use krilla::tagging::{BBox, Identifier, Tag, TagGroup, TagKind, TagTree};

use super::pen::{AllDrawn, DrawnPart};
use super::{PdfWords, SCALE};
use crate::draw::passages::{PassageKind, PassageLink};
use crate::draw::scene::Area;

/// The title and subtitle, the picture, then the notes and the sources, each a link; last what marks
/// lead to.
pub fn tree(
    page: &mut Page<'_>,
    drawn: AllDrawn,
    words: &PdfWords<'_>,
    whole: Option<Rect>,
) -> TagTree {
    let bounds = whole.map(|rectangle| BBox::new(0, rectangle));
    let figure = Tag::Figure(Some(words.alt.to_string())).with_bbox(bounds);
    let figure = group(figure, drawn.picture.contents);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut sources = TagGroup::new(Tag::P);
    for (passage, drawn) in words.passages.iter().zip(drawn.passages) {
        match &passage.kind {
            PassageKind::Title => before.push(group(heading(words.title), drawn.contents)),
            PassageKind::Subtitle => before.push(group(Tag::P, drawn.contents)),
            PassageKind::Note => after.push(group(Tag::P, drawn.contents)),
            PassageKind::Source(link) => sources.push(source(page, link, drawn)),
            PassageKind::Folded(links) => {
                let first = drawn.lines.first().copied();
                sources.push(group(Tag::Span, drawn.contents));
                beside(page, links, first).for_each(|link| sources.push(link));
            }
            PassageKind::Mark(links) => {
                let area = passage.lines.iter().find_map(|line| on_page(&line.area));
                beside(page, links, area).for_each(|link| sources.push(link));
            }
            PassageKind::Between => drawn.contents.into_iter().for_each(|part| sources.push(part)),
        }
    }
    let mut tree = TagTree::new();
    let groups = before.into_iter().chain([figure]).chain(after).chain([sources]);
    groups.for_each(|group| tree.push(group));
    tree
}

fn on_page(area: &Area) -> Option<Rect> {
    let [left, top, right, bottom] =
        [area.left, area.top, area.right, area.bottom].map(|edge| edge as f32 * SCALE);
    Rect::from_ltrb(left, top, right, bottom)
}

fn group(tag: impl Into<TagKind>, contents: Vec<Identifier>) -> TagGroup {
    let mut group = TagGroup::new(tag);
    contents.into_iter().for_each(|content| group.push(content));
    group
}

fn heading(title: &str) -> Tag<krilla::tagging::kind::Hn> {
    Tag::Hn(NonZeroU16::MIN, Some(title.to_string()))
}

/// Links one beside the other, each on a part of an area.
fn beside(
    page: &mut Page<'_>,
    links: &[PassageLink],
    area: Option<Rect>,
) -> impl Iterator<Item = TagGroup> {
    let part = |area: Rect, at: usize| {
        let step = area.width() / links.len() as f32;
        let left = area.left() + step * at as f32;
        Rect::from_ltrb(left, area.top(), left + step, area.bottom())
    };
    let parts =
        links.iter().enumerate().filter_map(move |(at, link)| Some((link, part(area?, at)?)));
    parts.map(|(link, part)| {
        source(page, link, DrawnPart { contents: Vec::new(), lines: vec![part] })
    })
}

fn source(page: &mut Page<'_>, link: &PassageLink, drawn: DrawnPart) -> TagGroup {
    let corners: Vec<Quadrilateral> = drawn.lines.into_iter().map(Into::into).collect();
    if link.url.is_empty() || corners.is_empty() {
        return group(Tag::Span, drawn.contents);
    }
    let target = Target::Action(Action::Link(LinkAction::new(link.url.clone())));
    let annotation = LinkAnnotation::new_with_quad_points(corners, target);
    let annotation = Annotation::new_link(annotation, Some(link.name.clone()));
    let mut link = group(Tag::Link, drawn.contents);
    link.push(page.add_tagged_annotation(annotation));
    link
}
