//! Words that would break a picture if any of them were taken for more than words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common;
use crate::common::picture::Picture;
use crate::common::{FINANCIAL_MONTH, Faults, drawn, invented};
use roxmltree::{Document, Node};
use sourceline::chart::{Chart, Citation, LabelPart, Runs, Says};
use sourceline::check;
use sourceline::dataset::Files;
use sourceline::draw::{self, Style};
use sourceline::encode;

fn hostile() -> Vec<String> {
    let short = [
        "<script>alert(1)</script>",
        "</text></svg><script>alert(1)</script>",
        "]]>",
        "--> <!-- &amp; &lt; &#x1; &nope;",
        "\" onload=\"alert(1)",
        "' fill='red",
        "a \u{1} b",
        "a \u{0} b",
        "a \u{b} \u{1f} \u{7f} \u{85} b",
        "\u{202e}back to front\u{202c} \u{200f}mark",
        "\u{fffe}\u{ffff} not characters",
        "zero\u{200b}width\u{feff}",
        "\u{1f469}\u{200d}\u{1f680} rocket \u{1f1ec}\u{1f1e7}",
        "line one\nline two\r\nline three\ttab",
        "\u{2028}\u{2029}",
        "{{ 6 * 7 }} {% raw %}",
        "$(rm -rf /) `ls`",
        "javascript:alert(1)",
        " ",
    ];
    let mut words: Vec<String> = short.iter().map(|word| word.to_string()).collect();
    words.push("x".repeat(10_000));
    words.push("many words ".repeat(1_000));
    words.push("\u{6f22}".repeat(1_000));
    words.push("e\u{301}".repeat(500));
    words
}

/// Specs that between them show every kind of text a cell can become.
const SHOWING: &[&str] =
    &["disputes", "breaks", "events-on-years", "change-both-ends", "two-units", "without"];

/// Long words take long to lay out, so fewer specs have to do.
fn showing(words: &str) -> &'static [&'static str] {
    if words.len() > 100 { &["events-on-years"] } else { SHOWING }
}

const CELLS: &[(&str, &[&str])] = &[
    ("series", &["title", "unit", "geography", "counted_by", "definition", "note"]),
    ("sources", &["kind", "publisher", "author", "title", "container", "url", "licence", "note"]),
    ("figures", &["stated", "locator", "note"]),
    ("events", &["label", "note"]),
];

#[test]
fn hostile_words_in_a_cell_are_refused_or_stay_words() {
    let mut faults = Faults::default();
    for (file, columns) in CELLS {
        for column in *columns {
            for words in hostile() {
                let files = with_cell(file, column, &words);
                let what = format!("{words:.30?} in {column} of {file}.csv");
                let checked = check::check(&files, FINANCIAL_MONTH);
                if checked.has_errors() {
                    let told = checked.problems.iter().all(|problem| !problem.message.is_empty());
                    faults.check(told, || format!("{what}: refused without a word"));
                    continue;
                }
                for name in showing(&words) {
                    let spec = spec_of(name);
                    match common::draw_spec(name, &spec, &checked.value, "invented") {
                        Ok(drawn) => judge(&what, &drawn.svg, &mut faults),
                        Err(told) => faults
                            .check(!told.is_empty(), || format!("{what}: refused without a word")),
                    }
                }
            }
        }
    }
    faults.none();
}

fn spec_of(name: &str) -> String {
    let case = invented().cases.iter().find(|case| case.name == name).expect("the spec is there");
    case.spec.clone()
}

/// The invented data, with these words in one column of every row.
fn with_cell(file: &str, column: &str, words: &str) -> Files {
    let files = &invented().files;
    let rewrite = |name: &str, bytes: &[u8]| {
        if name == file { with_column(bytes, column, words) } else { bytes.to_vec() }
    };
    Files {
        figures: rewrite("figures", &files.figures),
        series: rewrite("series", &files.series),
        sources: rewrite("sources", &files.sources),
        events: files.events.as_deref().map(|bytes| rewrite("events", bytes)),
    }
}

fn with_column(bytes: &[u8], column: &str, words: &str) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut place = None;
    for record in reader.records() {
        let record = record.expect("the invented data is good");
        let at = *place.get_or_insert_with(|| {
            record.iter().position(|name| name == column).expect("the column is there")
        });
        let header = record.get(at) == Some(column);
        let cells = record.iter().enumerate();
        let cells = cells.map(|(now, cell)| if now == at && !header { words } else { cell });
        writer.write_record(cells).expect("memory takes it");
    }
    writer.into_inner().expect("memory takes it")
}

#[test]
fn hostile_words_in_a_spec_are_refused_or_stay_words() {
    let mut faults = Faults::default();
    for words in hostile() {
        let quoted = serde_json::to_string(&words).expect("text can be quoted");
        for field in [
            "title", "subtitle", "notes", "alt", "panel", "name", "events", "without", "id",
            "unknown",
        ] {
            let spec = spec_with(field, &quoted);
            let what = format!("{words:.30?} as {field} of a spec");
            match common::draw_spec("hostile", &spec, &invented().data, "invented") {
                Ok(drawn) => judge(&what, &drawn.svg, &mut faults),
                Err(told) => {
                    faults.check(!told.is_empty(), || format!("{what}: refused without a word"))
                }
            }
        }
        if let Ok(drawn) =
            common::draw_spec(&words, &spec_with("title", "\"A\""), &invented().data, &words)
        {
            judge(&format!("{words:.30?} as the name of a chart"), &drawn.svg, &mut faults);
        }
        if let Err(told) = common::draw_spec("hostile", &words, &invented().data, "invented") {
            faults.check(!told.is_empty(), || {
                format!("{words:.30?} as a spec: refused without a word")
            });
        } else {
            faults.say(format!("{words:.30?} is taken for a spec"));
        }
    }
    faults.none();
}

fn spec_with(field: &str, quoted: &str) -> String {
    let of = |name: &str, otherwise: &str| {
        if name == field { quoted.to_string() } else { otherwise.to_string() }
    };
    let line = |name: &str, text: String| if name == field { text } else { String::new() };
    [
        format!("title = {}\n", of("title", "\"Ferries\"")),
        line("subtitle", format!("subtitle = {quoted}\n")),
        line("notes", format!("notes = [{quoted}]\n")),
        line("alt", format!("alt = {quoted}\n")),
        line("without", format!("without = [{quoted}]\n")),
        line("unknown", format!("{quoted} = {quoted}\n")),
        "[[panels]]\n".to_string(),
        line("panel", format!("title = {quoted}\n")),
        line("events", format!("events = [{quoted}]\n")),
        format!(
            "series = [{{ id = {}, mark = \"points\", name = {} }}]\n",
            of("id", "\"ferry-passengers\""),
            of("name", "\"Ferries\"")
        ),
    ]
    .concat()
}

/// Past every check, straight into the chart: what drawing and encoding do by themselves.
#[test]
fn hostile_words_in_a_chart_stay_words() {
    let mut faults = Faults::default();
    for words in hostile() {
        for name in showing(&words) {
            let case =
                invented().cases.iter().find(|case| case.name == *name).expect("it is there");
            let Ok(drawn) = &case.drawn else { continue };
            for (field, chart) in poisoned(&drawn.chart, &words) {
                let what = format!("{words:.30?} as {field} of the chart {name}");
                match draw::draw(&chart, &Style::default()) {
                    Ok(scene) => judge(&what, &encode::svg::encode(&scene), &mut faults),
                    Err(unfit) => faults.check(!unfit.to_string().is_empty(), || {
                        format!("{what}: refused without a word")
                    }),
                }
            }
        }
    }
    faults.none();
}

fn poisoned(chart: &Chart, words: &str) -> Vec<(&'static str, Chart)> {
    let mut charts = Vec::new();
    let mut put = |field, change: &dyn Fn(&mut Chart, String)| {
        let mut poisoned = chart.clone();
        change(&mut poisoned, words.to_string());
        charts.push((field, poisoned));
    };
    put("name", &|chart, words| chart.name = words);
    put("title", &|chart, words| chart.title = words);
    put("subtitle", &|chart, words| chart.subtitle = words);
    put("alt", &|chart, words| chart.alt = words);
    put("description", &|chart, words| chart.description = words);
    put("note", &|chart, words| chart.notes.extend(Runs::notes([words])));
    put("source", &|chart, words| {
        let [source, text, url] = [(); 3].map(|()| words.clone());
        chart.sources = vec![Citation { source, text, url, ..Citation::default() }];
    });
    put("publisher", &|chart, words| {
        let (publisher, relay) = (words.clone(), Some(words));
        let folded = Citation { publisher, relay, ..Citation::default() };
        chart.sources = vec![folded; 12];
    });
    put("stamp", &|chart, words| {
        chart.stamp.project.clone_from(&words);
        chart.stamp.chart.clone_from(&words);
        chart.stamp.figures.push(words.clone());
        chart.stamp.inputs = words;
    });
    put("panel", &|chart, words| {
        chart.panels.iter_mut().for_each(|panel| panel.title.clone_from(&words))
    });
    put("event", &|chart, words| {
        chart
            .panels
            .iter_mut()
            .flat_map(|panel| &mut panel.events)
            .for_each(|event| event.label.clone_from(&words));
    });
    put("layer", &|chart, words| {
        for layer in chart.panels.iter_mut().flat_map(|panel| &mut panel.layers) {
            layer.name.clone_from(&words);
            layer.series.clone_from(&words);
        }
    });
    put("figure", &|chart, words| {
        let layers = chart.panels.iter_mut().flat_map(|panel| &mut panel.layers);
        layers
            .flat_map(|layer| &mut layer.points)
            .for_each(|point| point.figure.clone_from(&words));
    });
    put("label", &|chart, words| {
        let layers = chart.panels.iter_mut().flat_map(|panel| &mut panel.layers);
        if let Some(point) = layers.flat_map(|layer| &mut layer.points).next() {
            point.label.value = vec![LabelPart::new(Says::Number, words, "")];
        }
    });
    put("cite", &|chart, words| {
        let layers = chart.panels.iter_mut().flat_map(|panel| &mut panel.layers);
        if let Some(point) = layers.flat_map(|layer| &mut layer.points).next() {
            let part = |says| LabelPart::new(says, words.clone(), ", ");
            point.label.cite = Some(part(Says::Sources(vec![0])));
            point.label.below = vec![part(Says::Name)];
        }
    });
    charts
}

/// Well-formed, of known parts only, every text one line that stays on the page.
pub fn judge(what: &str, svg: &str, faults: &mut Faults) {
    let document = match Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return faults.say(format!("{what}: not well-formed: {error}")),
    };
    for part in parts(&document) {
        faults.check(KNOWN.contains(&part), || format!("{what}: injected {part}"));
    }
    let legal = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    faults.check(svg.chars().all(legal), || format!("{what}: an illegal character got in"));
    for node in document.descendants().filter(|node| node.tag_name().name() == "text") {
        let content = node.text().unwrap_or_default();
        let one_line = !content.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}'])
            && node.children().all(|child| child.is_text());
        faults.check(one_line, || format!("{what}: {content:.40?} is not one line"));
    }
    let picture = Picture::read(svg);
    for text in &picture.texts {
        let around = text.around(1.0);
        let inside =
            around.left >= 0.0 && around.right <= picture.width && around.bottom <= picture.height;
        faults.check(inside, || format!("{what}: {:.40?} runs off the page", text.content));
    }
}

/// Every element, and every attribute with its element, that harmless pictures have.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let of = |svg: &str| parts(&Document::parse(svg).expect("the picture is well-formed XML"));
    drawn().flat_map(|(_, _, drawn)| of(&drawn.svg)).collect()
});

fn parts(document: &Document) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        parts.insert(format!("<{name}>"));
        parts.extend(node.attributes().map(|attribute| format!("<{name} {}>", attribute.name())));
    }
    parts
}

#[test]
fn a_number_cannot_be_smuggled_into_a_title() {
    let smuggled = [
        "Up 8 times",
        "Up {{ 8 }} times",
        "Up {{ 4 * 2 }} times",
        "Up {{ '8' }} times",
        "Up {{ '4' ~ '2' }} times",
        "Up {{ 'abcdefgh' | length }} times",
        "Up {% for i in range(9) %}{{ i }}{% endfor %} times",
        "Up {% set x = 8 %}{{ x }} times",
    ];
    none_is_a_title(&smuggled);
}

#[test]
fn a_template_cannot_run_for_ever_or_fill_the_memory() {
    let endless = [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% for k in range(99999) %}{% endfor %}{% endfor %}{% endfor %}A",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 'x' * 999999999999 }}",
        "{{ [1] * 999999999999 }}",
        "{% include 'other' %}",
        &format!("{{{{ sources(){} }}}}", " ~ sources()".repeat(40_000)),
    ];
    none_is_a_title(&endless);
}

fn none_is_a_title(titles: &[&str]) {
    let mut faults = Faults::default();
    for title in titles {
        let quoted = serde_json::to_string(title).expect("text can be quoted");
        let spec = spec_with("title", &quoted);
        let drawn = common::draw_spec("hostile", &spec, &invented().data, "invented");
        let start: String = title.chars().take(80).collect();
        faults.check(drawn.is_err(), || format!("{start:?} is accepted"));
    }
    faults.none();
}
