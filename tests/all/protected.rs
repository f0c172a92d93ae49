//! What protects a reader, that a scale is unusual and that series are not comparable, is said in
//! every look, to who does not see the picture, beside it, and in every document it is put into.

use std::io::{Cursor, Read};

use crate::common::picture::Picture;
use crate::common::{Faults, drawn};
use crate::looks::scene_of;
use sourceline::chart::{Chart, Look, Size, ThemeName};
#[cfg(feature = "pdf")]
use sourceline::draw::passages::{PassageKind, passages};
use sourceline::embed::{self, BothForms, Embedded, Gives, Host, PictureFile, Pictures};
use sourceline::encode::svg;
use sourceline::export;

/// What a chart has to say of its scale, and why which series are not compared.
fn scale_and_apart(chart: &Chart) -> (Vec<String>, Vec<String>) {
    (chart.scale.iter().cloned().collect(), chart.apart.clone())
}

/// The letters alone: lines are broken, markup escapes and figures have small blanks.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).collect()
}

/// The words of a document that a host is given, and what it says in the place of the picture.
fn in_document(host: &Host, piece: &Embedded) -> String {
    let Gives::Document(document) = host.gives else { panic!("{host:?} is given a document") };
    let bytes = document(piece, BothForms { svg: "<svg/>", png: b"\x89PNG" }).expect("packed");
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return String::from_utf8(bytes).expect("it is text");
    };
    let mut all = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        if !["word/document.xml", "ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"]
            .contains(&&*name)
        {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).expect("it is text");
        let document = roxmltree::Document::parse(&text).expect("it is XML");
        let words = document.descendants().filter_map(|node| match node.is_text() {
            true => node.text(),
            false => node.attribute("descr"),
        });
        all.extend(words.map(str::to_string));
    }
    assert!(!all.is_empty(), "{host:?}");
    all.join(" ")
}

/// What no picture may leave to its description: all but arithmetic, counts of sources and dates.
#[test]
fn every_picture_says_its_notes_and_describes_the_rest() {
    let mut faults = Faults::default();
    let (mut shown, mut aside, mut in_plot, mut in_foot) = (0, 0, 0, 0);
    for (project, case, drawn) in drawn() {
        let chart = &drawn.chart;
        let (told, rest): (Vec<_>, Vec<_>) =
            chart.notes.iter().enumerate().partition(|(at, _)| chart.protects(*at));
        (shown, aside) = (shown + told.len(), aside + rest.len());
        let mut lacks = |place: &str, known: &str, what: &str| {
            faults.check(known.contains(&letters(what)), || {
                format!("{}: {place} lacks `{what}`", case.name)
            });
        };
        for size in Size::ALL {
            let look = Look { size, ..Look::default() };
            let Ok(scene) = scene_of(chart, look) else { continue };
            let encoded = svg::encode(&scene);
            let picture = Picture::read(&encoded);
            let seen: Vec<&str> = picture.texts.iter().map(|one| one.content.as_str()).collect();
            let seen = letters(&seen.join(" "));
            let described = letters(&scene.description);
            for (at, note) in &told {
                // What words in the plot say, the foot does not, and the description does.
                let words = chart.words_in_plot(*at);
                if words.is_empty() || seen.contains(&letters(note.as_str())) {
                    in_foot += usize::from(!words.is_empty());
                    lacks(size.word(), &seen, note.as_str());
                } else {
                    in_plot += words.len();
                    words.iter().for_each(|words| lacks(size.word(), &seen, words));
                }
                if !words.is_empty() {
                    lacks(&format!("{}, its description", size.word()), &described, note.as_str());
                }
            }
            for (_, note) in &rest {
                lacks(&format!("{}, its description", size.word()), &described, note.as_str());
            }
        }
        let rows = export::rows(chart, &project.data);
        let document = export::markdown::document(chart, &rows, &project.data, "a.svg");
        let document = letters(&document.replace("&amp;", "&"));
        for note in &chart.notes {
            lacks("NAME.md", &document, note.as_str());
        }
        for source in &chart.sources {
            lacks("NAME.md", &document, &source.text);
        }
        for (figure, places) in &chart.sources_of {
            let row = rows.iter().find(|row| row.figure == *figure);
            faults.check(
                !places.is_empty() && row.is_none_or(|row| !row.source.text.is_empty()),
                || format!("{}: {figure} has no source", case.name),
            );
        }
    }
    assert!(shown > 60 && aside > 20, "{shown} {aside}");
    assert!(in_plot > 20 && in_foot > 5, "{in_plot} {in_foot}");
    faults.none();
}

/// From its mark, the foot, or who is named there for several.
#[cfg(feature = "pdf")]
#[test]
fn something_in_the_picture_leads_to_every_source_with_an_address() {
    let mut faults = Faults::default();
    let (mut from_marks, mut folded) = (0, 0);
    for (_, case, drawn) in drawn() {
        for numbered in [false, true] {
            let chart = Chart { numbered, ..drawn.chart.clone() };
            let scene = scene_of(&chart, Look::default()).expect("it has room");
            let mut led: Vec<&str> = Vec::new();
            let passages = passages(&chart, &scene);
            for passage in &passages {
                match &passage.kind {
                    PassageKind::Source(link) => led.push(&link.url),
                    PassageKind::Folded(links) => {
                        folded += links.len();
                        led.extend(links.iter().map(|link| link.url.as_str()));
                    }
                    PassageKind::Mark(links) => {
                        from_marks += links.len();
                        led.extend(links.iter().map(|link| link.url.as_str()));
                    }
                    _ => {}
                }
            }
            for source in chart.sources.iter().filter(|source| !source.url.is_empty()) {
                faults.check(led.contains(&source.url.as_str()), || {
                    format!("{}, numbered {numbered}: nothing leads to {}", case.name, source.text)
                });
            }
        }
    }
    assert!(from_marks > 100 && folded > 5, "{from_marks} {folded}");
    faults.none();
}

#[test]
fn no_look_and_no_document_loses_what_protects_a_reader() {
    let mut faults = Faults::default();
    let (mut scales, mut pairs) = (0, 0);
    for (project, case, drawn) in drawn() {
        let (scale, apart) = scale_and_apart(&drawn.chart);
        scales += scale.len();
        pairs += apart.len();
        let all: Vec<&String> = scale.iter().chain(&apart).collect();
        if all.is_empty() {
            continue;
        }
        let mut lacks = |place: &str, text: &str, what: &[&String]| {
            let known = letters(text);
            for one in what {
                faults.check(known.contains(&letters(one)), || {
                    format!("{}: {place} lacks `{one}`", case.name)
                });
            }
        };
        let spoken: Vec<&String> = scale.iter().collect();
        for bare in [false, true] {
            let chart = Chart { bare, ..drawn.chart.clone() };
            for (size, theme) in Size::ALL
                .iter()
                .flat_map(|size| ThemeName::ALL.iter().map(move |one| (*size, *one)))
            {
                let Ok(scene) = scene_of(&chart, Look::new(size, theme)) else { continue };
                let look = format!("bare {bare}, {} {}", size.word(), theme.word());
                let encoded = svg::encode(&scene);
                let picture = Picture::read(&encoded);
                let seen = picture.texts.iter().map(|one| one.content.as_str());
                lacks(&look, &seen.collect::<Vec<_>>().join(" "), &all);
                let read = roxmltree::Document::parse(&encoded).expect("it is XML");
                let mut desc = read.descendants().filter(|node| node.tag_name().name() == "desc");
                let desc = desc.next().and_then(|node| node.text()).unwrap_or_default();
                lacks(&format!("{look}, its description"), desc, &all);
            }
            lacks("the alternative text", &chart.alt, &spoken);
            lacks("the description", &chart.description, &all);
            let rows = export::rows(&chart, &project.data);
            lacks(
                "NAME.md",
                &export::markdown::document(&chart, &rows, &project.data, "a.svg"),
                &all,
            );
            let svg = PictureFile { path: "a.svg".into(), width: 720.0, height: 400.0 };
            let pictures = Pictures { svg, twins: Vec::new(), pdf: "a.pdf".into() };
            let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
            for host in embed::ALL {
                let place = format!("bare {bare}, {}", host.word);
                match host.snippet(&piece) {
                    Some(snippet) => lacks(&place, &snippet, &spoken),
                    None => lacks(&place, &in_document(host, &piece), &all),
                }
            }
        }
    }
    assert!(scales >= 4 && pairs >= 2, "{scales} {pairs}");
    faults.none();
}
