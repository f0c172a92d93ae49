//! PowerPoint: a slide with the title, the picture as SVG and, for older programs, as PNG, its alternative
//! text and the sources; what it says at length stands in the speaker's notes.

use std::fmt::Write as _;

use super::escaped::xml;
use super::host::{BothForms, Gives, Host, NamedFiles};
use super::own::{self, OwnPart};
use super::package::packed;
use super::piece::Embedded;
use super::placed::{PlacedPicture, transform};
use super::{slide_parts, word};
use crate::chart::Citation;
use crate::locale::phrases::Pages;

/// PowerPoint.
pub static POWERPOINT: Host = Host {
    word: "powerpoint",
    also: &["pptx", "ppt", "odp", "slides", "impress"],
    ending: "pptx",
    used_for: Some(Pages::for_pptx),
    names: NamedFiles::Slide,
    gives: Gives::Document(document),
    own: Some(own),
    inline: None,
};

/// English Metric Units: a slide of 16 to 9, its margin, the room between its parts and a point.
const SLIDE: (i64, i64) = (12_192_000, 6_858_000);
const MARGIN: i64 = 457_200;
const ROOM: i64 = 91_440;
const POINT: f64 = 12_700.0;

/// Hundredths of a point.
const SUBTITLE_SIZE: u32 = 1600;
const SOURCE_SIZE: u32 = 1000;

fn document(piece: &Embedded<'_>, picture: BothForms<'_>) -> Result<Vec<u8>, String> {
    let slide = slide(piece);
    let notes = notes(piece);
    let core = word::core(piece);
    let named = |part: &str| part.replace("LANGUAGE", piece.chart.language.tag);
    let master = named(slide_parts::MASTER);
    let presentation = named(slide_parts::PRESENTATION);
    let parts: [(&str, &[u8]); 19] = [
        ("[Content_Types].xml", slide_parts::CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", slide_parts::PACKAGE_RELATIONS.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("ppt/presentation.xml", presentation.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", slide_parts::PRESENTATION_RELATIONS.as_bytes()),
        ("ppt/slideMasters/slideMaster1.xml", master.as_bytes()),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", slide_parts::MASTER_RELATIONS.as_bytes()),
        ("ppt/slideLayouts/slideLayout1.xml", slide_parts::LAYOUT.as_bytes()),
        ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", slide_parts::LAYOUT_RELATIONS.as_bytes()),
        ("ppt/notesMasters/notesMaster1.xml", slide_parts::NOTES_MASTER.as_bytes()),
        (
            "ppt/notesMasters/_rels/notesMaster1.xml.rels",
            slide_parts::NOTES_MASTER_RELATIONS.as_bytes(),
        ),
        ("ppt/theme/theme1.xml", slide_parts::THEME.as_bytes()),
        ("ppt/theme/theme2.xml", slide_parts::THEME.as_bytes()),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
        ("ppt/slides/_rels/slide1.xml.rels", slide_parts::SLIDE_RELATIONS.as_bytes()),
        ("ppt/notesSlides/notesSlide1.xml", notes.as_bytes()),
        ("ppt/notesSlides/_rels/notesSlide1.xml.rels", slide_parts::NOTES_RELATIONS.as_bytes()),
        ("ppt/media/chart.png", picture.png),
        ("ppt/media/chart.svg", picture.svg.as_bytes()),
    ];
    packed(&parts)
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    vec![title(piece), sources(piece), figures(piece)]
}

/// A box of the slide: left, top, width and height.
type SlideBox = (i64, i64, i64, i64);

/// How high some lines of text are, with the room around them.
fn height(letters: usize, size: u32) -> i64 {
    let points = f64::from(size) / 100.0;
    let width = (SLIDE.0 - 2 * MARGIN) as f64 / POINT;
    // A letter is about half as wide as it is high, and lines are not filled to the end.
    let lines = (letters as f64 * points * 0.53 / (width * 0.95)).ceil().max(1.0);
    (lines * points * 1.2 * POINT) as i64
}

fn slide(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let (title, sources) = (title(piece), sources(piece));
    let size = title_size(&chart.title);
    let wide = SLIDE.0 - 2 * MARGIN;
    let count = |text: &str| text.chars().count();
    let mut title_height = height(count(&chart.title), size) + ROOM;
    if !chart.subtitle.is_empty() {
        title_height += height(count(&chart.subtitle), SUBTITLE_SIZE);
    }
    // The picture says its title itself: that of the slide stands above it, for outlines and for those who listen.
    let title_top = if chart.bare { MARGIN / 2 } else { -title_height - ROOM };
    let top = if chart.bare { title_top + title_height + ROOM } else { MARGIN / 2 };
    let words = sources.words();
    let source_height =
        if words.is_empty() { 0 } else { height(count(&words), SOURCE_SIZE) + ROOM };
    let bottom = SLIDE.1 - MARGIN / 2 - source_height;
    let picture = fitted(piece, (MARGIN, top, wide, (bottom - top).max(ROOM)));
    let mut shapes = String::new();
    let head = "<p:nvPr><p:ph type=\"title\"/></p:nvPr>";
    shapes += &shape(2, &title, head, Some((MARGIN, title_top, wide, title_height)));
    shapes += &drawing(piece, picture);
    if !words.is_empty() {
        let place = (MARGIN, SLIDE.1 - MARGIN / 2 - source_height, wide, source_height);
        shapes += &shape(4, &sources, OF_ITS_OWN, Some(place));
    }
    format!("{}{shapes}{}", slide_parts::SLIDE_START, slide_parts::SLIDE_END)
}

/// As large as a box allows, in its middle.
fn fitted(piece: &Embedded<'_>, (left, top, wide, high): SlideBox) -> SlideBox {
    let picture = &piece.pictures.svg;
    let scale = (wide as f64 / picture.width).min(high as f64 / picture.height);
    let width = (picture.width * scale).round() as i64;
    let height = (picture.height * scale).round() as i64;
    (left + (wide - width) / 2, top, width, height)
}

/// Long titles are smaller.
fn title_size(title: &str) -> u32 {
    match title.chars().count() {
        0..=60 => 2800,
        61..=120 => 2400,
        _ => 2000,
    }
}

fn title(piece: &Embedded<'_>) -> OwnPart {
    let chart = piece.chart;
    let mut text =
        paragraph(&chart.title, &format!(" sz=\"{}\" b=\"1\"", title_size(&chart.title)));
    if chart.bare && !chart.subtitle.is_empty() {
        text += &paragraph(&chart.subtitle, &format!(" sz=\"{SUBTITLE_SIZE}\" b=\"0\""));
    }
    let what = if chart.bare { own::TITLE } else { own::NAME };
    OwnPart::of(chart, POWERPOINT.word, what, text)
}

fn sources(piece: &Embedded<'_>) -> OwnPart {
    let plain = |text: &str| text.to_string();
    let line = piece.apart(plain)
        + &piece.sources(plain, |one| one.text.clone(), |number| format!("[{number}]"));
    let text = match line.trim() {
        "" => String::new(),
        line => paragraph(line, &format!(" sz=\"{SOURCE_SIZE}\"")),
    };
    OwnPart::of(piece.chart, POWERPOINT.word, own::SOURCES, text)
}

/// What is said at length, for whoever speaks: the description, each figure, the notes and where the sources are.
fn figures(piece: &Embedded<'_>) -> OwnPart {
    let chart = piece.chart;
    let lines = chart.description.lines().filter(|line| !line.trim().is_empty());
    let mut text: String = lines.map(|line| paragraph(line, "")).collect();
    for note in &chart.notes {
        text += &paragraph(note.as_str(), "");
    }
    for Citation { text: words, url, .. } in chart.sources.iter().filter(|one| !one.url.is_empty())
    {
        text += &paragraph(&format!("{words}: {url}"), "");
    }
    OwnPart::of(chart, POWERPOINT.word, own::FIGURES, text)
}

fn paragraph(words: &str, look: &str) -> String {
    let look = if look.is_empty() { String::new() } else { format!("<a:rPr{look}/>") };
    format!("<a:p><a:r>{look}<a:t>{}</a:t></a:r></a:p>", xml(words))
}

/// A shape that takes the place of none of the layout.
const OF_ITS_OWN: &str = "<p:nvPr/>";

/// Words of the chart in a shape that is named after them.
fn shape(id: u32, part: &OwnPart, kind: &str, place: Option<SlideBox>) -> String {
    let (name, markup) = (part.mark.bookmark(), &part.markup);
    let is_text = if kind == OF_ITS_OWN { " txBox=\"1\"" } else { "" };
    let place = place.map_or(String::new(), |place| {
        format!("{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>", transform(place))
    });
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr{is_text}/>{kind}</p:nvSpPr>\
         <p:spPr>{place}</p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
         bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{markup}</p:txBody></p:sp>"
    )
}

fn drawing(piece: &Embedded<'_>, (left, top, width, height): SlideBox) -> String {
    let placed = PlacedPicture {
        name: &piece.chart.name,
        alt: &piece.chart.alt,
        id: 3,
        png: "png",
        svg: "svg",
        at: (left, top),
        size: (width, height),
    };
    placed.on_slide()
}

fn notes(piece: &Embedded<'_>) -> String {
    let mut shapes = String::from(slide_parts::NOTES_PICTURE);
    let body = "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr>";
    let _ = write!(shapes, "{}", shape(3, &figures(piece), body, None));
    format!("{}{shapes}{}", slide_parts::NOTES_START, slide_parts::NOTES_END)
}
