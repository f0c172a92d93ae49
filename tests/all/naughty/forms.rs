//! The same texts in the documents that are handed out, in pictures of other sizes and in parts of a whole.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use roxmltree::{Document, Node};
use sourceline::documents::plain_words;
use sourceline::encode::piece::one_line;
use sourceline::output::format;
use sourceline::{Project, ProjectChart, ProjectTexts, embed};
use zip::ZipArchive;

use super::project::{PLACES, Place, with};
use super::readers::{Shape, turned};
use crate::common::Faults;
use crate::hostile;

const SETTINGS: &str =
    "sizes = [\"report\", \"narrow\", \"card\"]\nthemes = [\"light\", \"dark\"]\n";
const CHARTS: [&str; 2] = ["tried", "stacked"];

/// The project with a chart of parts of a whole beside the other, both in several sizes and in light and dark.
pub fn in_forms(places: &[Place], text: &str) -> ProjectTexts {
    let mut texts = with(places, text);
    let said = |place: Place, otherwise: &str| {
        if places.contains(&place) { text } else { otherwise }.to_string()
    };
    let title = said(Place::Cell("series", "title"), "Parts");
    for (id, title) in [("left", &*title), ("right", "Others")] {
        let row = [("id", id), ("title", title), ("unit", "birds"), ("nature", "flow")];
        append(&mut texts.data.series, &row);
        for (year, value) in [("2020", "40"), ("2021", "60")] {
            let id_of_row = format!("{id}-{year}");
            let row = [("id", &*id_of_row), ("series", id), ("period", year), ("value", value)];
            append(&mut texts.data.figures, &[&row[..], &[("source", "club")]].concat());
        }
    }
    let typed = |key: &'static str| serde_json::to_string(&said(Place::Typed(key), "Of two kinds"));
    let (title, name) = (typed("title").expect("a text"), typed("name").expect("a text"));
    let spec = format!(
        "title = {title}\n[[panels]]\nseries = [{{ id = \"left\", mark = \"stacked-bars\", name = {name} }}, \
         {{ id = \"right\", mark = \"stacked-bars\" }}]\n"
    );
    texts.charts.push(("stacked".into(), spec));
    texts.settings = SETTINGS.into();
    texts
}

/// A row more, of these cells.
fn append(file: &mut Vec<u8>, cells: &[(&str, &str)]) {
    let mut reader = csv::Reader::from_reader(file.as_slice());
    let header = reader.headers().expect("it has a head").clone();
    let mut writer = csv::Writer::from_writer(file.clone());
    let said = |column: &str| cells.iter().find(|cell| cell.0 == column).map_or("", |cell| cell.1);
    writer.write_record(header.iter().map(said)).expect("memory takes it");
    *file = writer.into_inner().expect("memory takes it");
}

/// Every chart in every form that it takes; what is refused is told by the other forms.
pub fn judge(what: &str, places: &[Place], text: &str, faults: &mut Faults) {
    let texts = in_forms(places, text);
    let Ok(project) = Project::read(&texts) else { return };
    for name in CHARTS {
        let Ok(chart) = project.chart(name) else { continue };
        let what = format!("{what} in {name}");
        let pictures = chart.files(&[&format::SVG]).expect("they are drawn");
        faults.check(pictures.len() >= 6, || format!("{what}: {} pictures", pictures.len()));
        for (file, bytes) in pictures {
            let svg = String::from_utf8(bytes).expect("it is text");
            hostile::judge(&format!("{what}, {file}"), &svg, faults);
        }
        for (file, bytes) in documents(&chart) {
            let what = format!("{what}, {file}");
            for new in parts(&file, &bytes).difference(&HARMLESS) {
                faults.say(format!("{what}: makes {new}"));
            }
            let words = plain_words(&file, &bytes);
            let title = one_line(&chart.chart().title);
            let arrives = one_line(&words).contains(&title);
            faults.check(arrives, || format!("{what}: {title:.60?} is not in {words:.200?}"));
            let line = words.lines().find(|line| turned(line));
            faults.check(line.is_none(), || format!("{what}: turns digits: {line:?}"));
        }
    }
}

/// What is handed to programs that take a document. Of what has pixels beside it a character may be refused.
fn documents(chart: &ProjectChart) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for host in embed::ALL.iter().filter(|host| host.names_no_text()) {
        let Ok(handed) = chart.hand_out(host, "") else { continue };
        let of_host = format!(".{}", host.ending);
        all.extend(handed.files.into_iter().filter(|(file, _)| file.ends_with(&of_host)));
    }
    all
}

/// What harmless texts make of each document.
static HARMLESS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut known = BTreeSet::new();
    for places in [&PLACES[..], &[]] {
        for place in places.iter().map(std::slice::from_ref).chain([places]) {
            for word in
                ["Nests of swifts", "https://example.org/nests", "Counted once. Then again!"]
            {
                let texts = in_forms(place, word);
                let Ok(project) = Project::read(&texts) else { continue };
                for chart in CHARTS.iter().filter_map(|name| project.chart(name).ok()) {
                    known.extend(
                        documents(&chart).iter().flat_map(|(file, bytes)| parts(file, bytes)),
                    );
                }
            }
        }
    }
    known
});

/// Every element with its attributes in every part of a document, and where its links lead.
fn parts(file: &str, bytes: &[u8]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let ending = file.rsplit('.').next().unwrap_or_default();
    if ending == "html" {
        let page = String::from_utf8_lossy(bytes);
        let mut shape = Shape::default();
        shape.page(&page);
        all.extend(shape.beyond(&Shape::default()).map(|one| format!("{ending}: {one}")));
        return all;
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("it has the part");
        let name = part.name().expect("it has a name").into_owned();
        all.insert(format!("{ending}: the part {name}"));
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).expect("it is text");
        match Document::parse(&text) {
            Ok(document) => {
                let nodes = document.descendants().filter(Node::is_element);
                all.extend(nodes.flat_map(|node| elements(ending, &node)));
            }
            Err(error) => drop(all.insert(format!("{ending}: {name} that is not XML: {error}"))),
        }
    }
    all
}

fn elements(ending: &str, node: &Node) -> Vec<String> {
    let name = node.tag_name().name();
    let mut all: Vec<String> =
        node.attributes().map(|one| format!("{ending}: <{name} {}>", one.name())).collect();
    all.push(format!("{ending}: <{name}>"));
    if node.attribute("TargetMode") == Some("External") {
        let target = node.attribute("Target").unwrap_or_default();
        let scheme = target.split("://").next().unwrap_or_default().to_ascii_lowercase();
        let leads = target.contains("://") && matches!(scheme.as_str(), "http" | "https");
        all.push(format!("{ending}: a link to {}", if leads { "the web" } else { target }));
    }
    all
}
